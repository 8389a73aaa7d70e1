"""survey.json: loaded as it was saved; an older one is migrated, a newer or damaged one is refused and left alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Command

from survey import document
from survey.document import Survey, dumped, load
from survey.errors import DocumentError


@pytest.fixture
def folder(small_survey: Survey, tmp_path: Path) -> Path:
    (tmp_path / "survey.json").write_text(dumped(small_survey), encoding="utf-8")
    return tmp_path


def changed(folder: Path, **fields: object) -> bytes:
    """survey.json with other fields; its bytes."""
    path = folder / "survey.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**found, **fields}), encoding="utf-8")
    return path.read_bytes()


def test_a_document_comes_back_as_it_was(folder: Path, small_survey: Survey) -> None:
    assert load(folder) == small_survey
    assert dumped(load(folder)) == dumped(small_survey)


def test_fields_that_came_later_have_defaults(folder: Path, small_survey: Survey) -> None:
    path = folder / "survey.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    del found["dropped"], found["history"]
    for name in ("models", "files", "replaced"):
        del found["run"][name]
    path.write_text(json.dumps(found), encoding="utf-8")
    old = load(folder)
    assert (old.dropped, old.history, old.run.files) == ((), (), {})
    assert old.topics == small_survey.topics


def test_an_older_schema_is_migrated(folder: Path, small_survey: Survey, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no older schema yet: one is made up here, whose papers were called articles."""

    def from_nought(old: dict[str, Any]) -> dict[str, Any]:
        return {**{k: v for k, v in old.items() if k != "articles"}, "papers": old["articles"], "schema": 1}

    monkeypatch.setitem(document.MIGRATIONS, 0, from_nought)
    path = folder / "survey.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    found["articles"] = found.pop("papers")
    path.write_text(json.dumps({**found, "schema": 0}), encoding="utf-8")
    assert load(folder) == small_survey


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"schema": 2}, "schema 2"),
        ({"schema": "one"}, "schema 'one'"),
        ({"schema": None}, "schema None"),
        ({"schema": [1]}, "schema"),
        ({"plots": []}, "newer"),
        ({"papers": 3}, "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence_and_left_alone(
    command: Command, folder: Path, tmp_path: Path, fields: dict[str, object], said: str
) -> None:
    bytes_ = changed(folder, **fields)
    dump = tmp_path / "new.jsonl"
    dump.write_text(json.dumps({"title": "New", "abstract": "Something new is said here."}), encoding="utf-8")
    for words in (("check", folder), ("refresh", folder, dump)):
        ran = command(*words)
        assert ran.code == 2
        assert said in ran.err
        assert len(ran.err.strip().splitlines()) <= 2
        assert (folder / "survey.json").read_bytes() == bytes_


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'"survey"', b"{}"])
def test_a_damaged_file_is_refused_and_left_alone(folder: Path, content: bytes) -> None:
    (folder / "survey.json").write_bytes(content)
    with pytest.raises(DocumentError):
        load(folder)
    assert (folder / "survey.json").read_bytes() == content
