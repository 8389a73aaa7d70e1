"""The names that other programs may import: a short list, each importable, none of them costly before its first use."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import survey


def test_the_public_names_are_these() -> None:
    assert set(survey.__all__) >= {
        *("build_survey", "plan_survey", "check_survey", "load_survey", "save_survey", "render_survey", "read_dumps"),
        *("Paper", "Source", "Merge", "Rejection", "Record", "Statement", "Result", "Claim", "Evidence", "Survey"),
        *("Settings", "load_settings", "paper_key", "SurveyError", "SettingsError", "DumpError", "TemplateError"),
        *("FolderError", "DocumentError", "ModelError", "CallFailed", "BudgetError", "Interrupted"),
    }
    assert list(survey.__all__) == sorted(survey.__all__)


@pytest.mark.parametrize("name", survey.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    found = getattr(survey, name)
    assert callable(found)
    assert found.__doc__
    assert found.__module__.startswith("survey.")
    assert name in dir(survey)


def test_every_error_that_reaches_a_user_is_public() -> None:
    errors = import_module("survey.errors")
    own = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    assert own <= set(survey.__all__)
    assert all(issubclass(getattr(survey, name), survey.SurveyError) for name in own)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'buidl_survey'"):
        survey.buidl_survey  # noqa: B018  # type: ignore[attr-defined]


def test_no_public_name_is_also_a_module() -> None:
    """Else what a user gets would depend on what was imported before."""
    modules = {path.stem for path in Path(survey.__file__).parent.iterdir()}
    assert not modules & set(survey.__all__)


def test_import_survey_is_light() -> None:
    code = "import sys, survey; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"numpy", "sklearn", "pydantic", "openai", "jinja2", "typer", "rich"} & set(ran.stdout.split())


def test_a_program_can_use_the_public_names_alone(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    settings = survey.Settings(cache=tmp_path / "cache", title="A trial", limit=6)
    made = survey.build_survey(list(example_dumps), settings)
    survey.save_survey(made, tmp_path / "survey")
    again = survey.load_survey(tmp_path / "survey")
    assert again.model_copy(update={"run": made.run}) == made, "but for the hashes of the files, which saving adds"
    assert survey.render_survey(again, "md").startswith("# A trial\n")
    assert survey.check_survey(again, (tmp_path / "survey/survey.md").read_text(encoding="utf-8")) == ()
