"""Which of an object's fields is taken for what: by name, whatever their order, and never an empty one."""

import itertools
import zipfile
from pathlib import Path

import pytest

from survey.dumps import read_dumps
from survey.dumps.fields import raw_of

TEXT = "We present a small network for street scenes and measure it."


@pytest.mark.parametrize("empty", [None, "", [], "  ", {}])
def test_an_empty_field_does_not_hide_one_that_says_something(empty: object) -> None:
    raw = raw_of({"title": "A title", "abstract": empty, "summary": TEXT, "doi": empty, "year": empty}, 1)
    assert (raw.abstract, raw.doi.strip(), raw.year) == (TEXT, "", "")


def test_the_better_name_wins_whatever_the_order() -> None:
    fields = {"abstract": TEXT, "summary": "Too long; did not read.", "text": "The whole paper."}
    for order in itertools.permutations(fields):
        assert raw_of({"title": "A title", **{name: fields[name] for name in order}}, 1).abstract == TEXT


def test_an_address_is_no_abstract() -> None:
    raw = raw_of({"title": "A title", "abstract": " https://e.org/abstract.html ", "summary": TEXT}, 1)
    assert raw.abstract == TEXT
    within = f"{TEXT} Code: https://e.org/code"
    assert raw_of({"title": "A title", "abstract": within}, 1).abstract == within


def test_a_full_text_is_no_abstract_but_a_long_abstract_is_one() -> None:
    long = f"{TEXT} " * 200
    assert raw_of({"title": "A title", "text": long}, 1).abstract == ""
    assert raw_of({"title": "A title", "text": TEXT}, 1).abstract == TEXT
    assert raw_of({"title": "A title", "abstract": long}, 1).abstract.strip() == long.strip()


def test_of_an_archive_only_files_that_hold_something_are_read(tmp_path: Path) -> None:
    record = f'{{"title": "A title", "abstract": "{TEXT}"}}\n'
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("deep/papers.jsonl", record)
        archive.writestr("empty.jsonl", "")
        archive.writestr("__MACOSX/papers.jsonl", record)
        archive.writestr("deep/.hidden.jsonl", record)
    reading = read_dumps([tmp_path / "all.zip"])
    assert [(dump.name, len(dump.papers)) for dump in reading.dumps] == [("papers.jsonl", 1)]
    reasons = {Path(skipped.path).name: skipped.reason for skipped in reading.skipped}
    assert reasons == {"empty.jsonl": "is empty", "papers.jsonl": "hidden", ".hidden.jsonl": "hidden"}
