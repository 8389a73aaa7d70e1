"""Answers on disk: what is put there stays, and reading it runs nothing."""

from pathlib import Path

import pytest

from survey.cache import AnswerCache, cache_key
from survey.errors import SettingsError


def test_what_is_put_is_there_for_the_next_run(tmp_path: Path) -> None:
    with AnswerCache(tmp_path) as cache:
        cache.put({"a": '{"x": 1}', "b": "é\u2028"})
    with AnswerCache(tmp_path) as cache:
        assert cache.get("a") == '{"x": 1}'
        assert cache.get("b") == "é\u2028"
        assert cache.get("c") is None
        assert cache.info().answers == 2


def test_all_or_nothing(tmp_path: Path) -> None:
    with AnswerCache(tmp_path) as cache:
        with pytest.raises(TypeError):
            cache.put({"a": "1", "b": object()})  # type: ignore[dict-item]
        assert cache.get("a") is None


def test_clearing_says_how_many(tmp_path: Path) -> None:
    with AnswerCache(tmp_path) as cache:
        cache.put({"a": "1", "b": "2"})
        assert cache.clear() == 2
        assert cache.info().answers == 0


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("here already")
    with pytest.raises(SettingsError, match="can't be used"):
        AnswerCache(file)


def test_nothing_is_pickled(tmp_path: Path) -> None:
    with AnswerCache(tmp_path) as cache:
        cache.put({"a": "x" * 100_000})
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"\x80\x04\x95" not in path.read_bytes()


def test_keys_differ_by_every_part_and_not_by_the_order_of_names() -> None:
    assert cache_key("a", {"x": 1, "y": 2}) == cache_key("a", {"y": 2, "x": 1})
    assert len({cache_key("a", "b"), cache_key("ab"), cache_key("b", "a"), cache_key("a", ["b"])}) == 4
