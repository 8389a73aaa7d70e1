"""docs/formats.md says what is so: its formats, its bounds, and its example of a new one."""

import re
from pathlib import Path
from typing import Any

import pytest

from survey.dumps import content, entries, format_names, read_dumps, record, registry, table, tagged, trending
from survey.dumps import xml_records as xml

TEXT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")


def test_every_format_is_described() -> None:
    rows = re.findall(r"^\| ((?:`[a-z][a-z-]+`(?:, )?)+) \|", TEXT, re.M)
    assert sorted(name for row in rows for name in re.findall(r"`([a-z-]+)`", row)) == list(format_names())


@pytest.mark.parametrize(
    "bound",
    [
        f"| a line | {content.LINE_LIMIT:,} characters |",
        f"| a record | {tagged._RECORD_LIMIT:,} characters (XML {xml._RECORD_LIMIT:,}) |",
        f"| a title, an abstract | {record._TITLE_LIMIT:,} and {record._ABSTRACT_LIMIT:,} characters |",
        f"| a CSV row | {table._FIELD_LIMIT:,} characters or {table._ROW_LINES:,} lines |",
        f"| a JSON or BibTeX document | {content.DOCUMENT_LIMIT:,} characters |",
        f"| a packed file | {content._BOMB_RATIO} times its size, at least {content._BOMB_FLOOR // 10**6} MB |",
        f"| files in a .zip | {entries._MEMBERS_LIMIT:,} |",
        f"| a trending page | {trending._LINES_LIMIT:,} lines |",
        f"| standard input, a pipe | {entries._HELD_LIMIT:,} bytes |",
    ],
)
def test_every_bound_is_the_one_in_force(bound: str) -> None:
    assert bound in TEXT


def test_the_example_of_a_new_format_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.S)
    names: dict[str, Any] = {}
    exec(code, names)
    monkeypatch.setattr(registry, "PARSERS", registry.PARSERS[:])
    registry.register(names["Colons"]())
    (tmp_path / "trees").write_text("::Slow Trees::They grow.\n::Fast Trees::They do not.\n")
    (dump,) = read_dumps([tmp_path / "trees"]).dumps
    assert (dump.format, [p.title for p in dump.papers]) == ("colons", ["Slow Trees", "Fast Trees"])
