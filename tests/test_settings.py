"""Settings: where each may stand, which place wins, and that nothing unknown or wrong is passed over."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from survey.cli import options
from survey.errors import SettingsError
from survey.settings import PinTable, Settings, endpoint_key, endpoint_url, load_settings, now

PAIRS = (
    ([["a", "b"]], (("a", "b"),)),
    ([["a", "c"]], (("a", "c"),)),
    ('[["a", "d"]]', (("a", "d"),)),
    ([("a", "e")], (("a", "e"),)),
)
PINS = tuple(
    (given, PinTable(names={"t1": name}))
    for name, given in (
        ("a", {"names": {"t1": "a"}}),
        ("b", {"names": {"t1": "b"}}),
        ("c", '{"names": {"t1": "c"}}'),
        ("d", {"names": {"t1": "d"}}),
    )
)
# For each setting four different values: remembered by the survey, in survey.toml, in the environment, as a flag;
# the second of a pair is what it comes to.
EXAMPLES: dict[str, tuple[Any, ...]] = {
    "model": ("a", "b", "c", "d"),
    "model_for": (
        {"record": "a"},
        {"record": "b"},
        ("record=c,overview=d", {"record": "c", "overview": "d"}),
        (["record=d"], {"record": "d"}),
    ),
    "param": (
        {"top_p": "1"},
        {"top_p": "2"},
        ("top_p=3", {"top_p": "3"}),
        (["top_p=4", "n=5"], {"top_p": "4", "n": "5"}),
    ),
    "prompts": tuple((name, Path(name)) for name in "abcd"),
    "cache": tuple((name, Path(name)) for name in "abcd"),
    "concurrency": (1, 2, ("3", 3), 4),
    "max_cost": (0.5, 1, ("2.5", 2.5), 0),
    "max_total_tokens": (1, 2, ("3", 3), 0),
    "rpm": (1, 2, ("3", 3), 4),
    "tpm": (1, 2, ("3", 3), 4),
    "prices": (
        ({"m": [1, 1]}, {"m": (1, 1, 1)}),
        ({"m": [2, 3]}, {"m": (2, 2, 3)}),
        ('{"m": [3, 0.5, 4]}', {"m": (3, 0.5, 4)}),
        ({"m": [5, 6]}, {"m": (5, 5, 6)}),
    ),
    "batch": (True, False, ("true", True), False),
    "threads": (1, 2, ("3", 3), 4),
    "context": (1024, 2048, ("4096", 4096), 512),
    "timeout": (1.5, 2, ("3", 3.0), 4.5),
    "proxy": tuple(f"http://{name}:1" for name in "abcd"),
    "base_url": tuple(f"http://{name}/v1" for name in "abcd"),
    "language": ("German", "French", "Dutch", "Polish"),
    "length": ("short", "long", "standard", "short"),
    "embedder": ("words", "openai:a", "openai:b", "words"),
    "seed": (1, 2, ("3", 3), 0),
    "title": ("a", "b", "c", "d"),
    "limit": (1, 2, ("3", 3), 4),
    "dedupe": (False, True, ("false", False), True),
    "near_duplicates": (False, True, ("0", False), True),
    "title_only": (True, False, ("true", True), False),
    "format": ("csv", "json", "bibtex", "ris"),
    "topics": (1, 2, ("3", 3), 4),
    "min_topic": (1, 2, ("3", 3), 4),
    "max_topic": (1, 2, ("3", 3), 4),
    "marks": (False, True, ("false", False), True),
    "pins": PINS,
    "same": PAIRS,
    "different": PAIRS,
    "quiet": (True, False, ("true", True), False),
    "json": (True, False, ("true", True), False),
}
KEYS = {field.alias or name for name, field in Settings.model_fields.items()}


def pair(example: Any) -> tuple[Any, Any]:  # noqa: ANN401  # a setting may hold anything
    """What is given, and what it comes to."""
    return example if isinstance(example, tuple) and len(example) == 2 else (example, example)


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(one)}" for key, one in value.items()) + "}"
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else repr(value).replace("'", '"')


def field(settings: Settings, key: str) -> object:
    return getattr(settings, "as_json" if key == "json" else key)


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_setting_has_an_example_here() -> None:
    assert set(EXAMPLES) == KEYS


@pytest.mark.parametrize("key", sorted(EXAMPLES))
def test_the_flag_wins_then_the_environment_then_the_file_then_what_is_remembered(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, in_file, in_environment, flag = (pair(example) for example in EXAMPLES[key])
    assert field(load_settings(), key) == Settings.model_fields["as_json" if key == "json" else key].get_default()
    assert field(load_settings(remembered={key: old[0]}), key) == old[1]
    Path("survey.toml").write_text(f"{key} = {toml(in_file[0])}\n", encoding="utf-8")
    assert field(load_settings(remembered={key: old[0]}), key) == in_file[1]
    monkeypatch.setenv(f"SURVEY_{key.upper()}", in_environment[0])
    assert field(load_settings(remembered={key: old[0]}), key) == in_environment[1]
    assert field(load_settings({key: flag[0]}, remembered={key: old[0]}), key) == flag[1]


def test_the_survey_folders_file_comes_before_the_current_folders(tmp_path: Path) -> None:
    folder = tmp_path / "survey"
    folder.mkdir()
    Path("survey.toml").write_text('title = "here"\nseed = 3\n')
    (folder / "survey.toml").write_text('title = "there"\n')
    settings = load_settings(folder=folder)
    assert (settings.title, settings.seed) == ("there", 0), "one file is read, not a mixture of two"
    assert load_settings(folder=tmp_path / "other").title == "here"


def test_an_empty_environment_variable_is_none_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SURVEY_TITLE", "")
    assert load_settings().title is None


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    Path("survey.toml").write_bytes(b"\xef\xbb\xbfseed = 7\n")
    assert load_settings().seed == 7


@pytest.mark.parametrize("text", ["seed = ", "= 3", "[[", "\udce4", "seed = 1\nseed = 2"])
def test_a_file_that_is_no_toml_is_named(text: str) -> None:
    Path("survey.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(SettingsError, match=r"survey\.toml can't be read"):
        load_settings()


Give = Callable[[str, Any, pytest.MonkeyPatch], object]


def flag(key: str, value: Any, _: pytest.MonkeyPatch) -> object:  # noqa: ANN401
    return load_settings({key: value})


def environment(key: str, value: Any, patch: pytest.MonkeyPatch) -> object:  # noqa: ANN401
    patch.setenv(f"SURVEY_{key.upper()}", value if isinstance(value, str) else toml(value))
    return load_settings()


def file(key: str, value: Any, _: pytest.MonkeyPatch) -> object:  # noqa: ANN401
    Path("survey.toml").write_text(f"{key} = {toml(value)}\n")
    return load_settings()


def remembered(key: str, value: Any, _: pytest.MonkeyPatch) -> object:  # noqa: ANN401
    return load_settings(remembered={key: value})


PLACES = [
    (flag, "the command line"),
    (environment, "the environment"),
    (file, "survey.toml"),
    (remembered, "remembered"),
]


@pytest.mark.parametrize(("give", "place"), PLACES, ids=[place for _, place in PLACES])
@pytest.mark.parametrize("key", ["modle", "as_json_", "max-cost"])
def test_an_unknown_setting_is_an_error_that_lists_the_known(
    give: Give, place: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SettingsError) as caught:
        give(key, "1", monkeypatch)
    assert f"Unknown setting '{key}'" in caught.value.what
    assert place in caught.value.what
    assert "max_cost" in caught.value.todo


WRONG: list[tuple[str, Any]] = [
    ("model", ""),
    ("model_for", "record"),
    ("model_for", "recrod=x"),
    ("param", "=x"),
    ("param", "temperature="),
    ("concurrency", 0),
    ("concurrency", 5000),
    ("concurrency", "many"),
    ("max_cost", -1),
    ("max_cost", "cheap"),
    ("max_total_tokens", -1),
    ("rpm", 0),
    ("tpm", 0),
    ("timeout", 0),
    ("language", ""),
    ("seed", "x"),
    ("limit", 0),
    ("limit", -3),
    ("topics", 0),
    ("min_topic", 0),
    ("max_topic", 0),
    ("dedupe", "perhaps"),
    ("same", "x"),
    ("threads", 0),
    ("context", 100),
    ("prices", {"m": [1]}),
    ("prices", {"m": "cheap"}),
    ("pins", {"nmaes": {}}),
    ("batch", "perhaps"),
    ("marks", "perhaps"),
    ("quiet", "perhaps"),
]


@pytest.mark.parametrize(
    ("give", "place", "key", "value"),
    [
        pytest.param(give, place, key, value, id=f"{key}={value} in {place}")
        for give, place in PLACES
        for key, value in WRONG
        if give is not environment or value != ""  # an empty variable is none at all
    ],
)
def test_a_wrong_value_is_an_error_that_names_setting_and_place(
    give: Give, place: str, key: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SettingsError) as caught:
        give(key, value, monkeypatch)
    assert key in caught.value.what
    assert place in caught.value.what or "environment" in place
    assert caught.value.todo


def test_settings_can_not_be_changed() -> None:
    with pytest.raises(ValidationError):
        Settings().seed = 3


def test_what_is_remembered_can_be_given_back_and_holds_nothing_of_this_machine() -> None:
    settings = Settings(
        seed=3, title="T", same=(("a", "b"),), param={"n": "1"}, cache=Path("/home/me"), proxy="http://me:secret@p"
    )
    kept = settings.remembered()
    assert not {"cache", "proxy", "base_url", "quiet", "as_json", "json"} & set(kept)
    assert "secret" not in str(kept)
    again = load_settings(remembered=kept)
    assert (again.seed, again.title, again.same, again.param) == (3, "T", (("a", "b"),), {"n": "1"})
    assert again.cache == Path("cache")


def test_the_endpoints_key_and_address(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (endpoint_key(), endpoint_url(Settings())) == (None, None)
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://env/v1")
    assert (endpoint_key(), endpoint_url(Settings())) == ("k", "http://env/v1")
    assert endpoint_url(Settings(base_url="http://flag/v1")) == "http://flag/v1"


def test_the_time_of_a_run_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert now() == "1970-01-01T00:00:00+00:00"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(SettingsError, match="yesterday"):
        now()


def test_every_setting_is_an_option_or_a_table_of_the_file() -> None:
    offered = {*options.READING, *options.ASKING, *options.SAYING, *options.SHOWING}
    assert KEYS - offered == {"prices", "pins", "same", "different"}, "these are tables: only survey.toml holds them"
    assert offered <= KEYS
