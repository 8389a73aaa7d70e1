"""What is handed on to be named: topics and themes, but for those whose names are settled."""

from pathlib import Path

from conftest import Command

from survey.document import load
from survey.handover import nameless
from survey.papers import Paper
from survey.settings import Settings
from survey.topics import OTHER, OTHER_THEME, Grouping, Theme, Topic

TOPICS = (
    Topic("t1", "Pruning", ("pruning",), ("Pruning", "Sparse nets"), ("a", "b")),
    Topic("t2", "Vision", ("vision",), ("Vision",), ("c", "d")),
    Topic("t3", OTHER, ("score",), (OTHER,), ("e",)),
)
THEMES = (Theme("m1", "Nets", ("t1", "t2")), Theme("m2", OTHER_THEME, ("t3",)))
PAPERS = {key: Paper(key, f"On {key}", "We study it.") for key in "abcde"}


def asked(settings: Settings) -> list[str]:
    things, names = nameless(Grouping(THEMES, TOPICS), PAPERS, settings)
    assert names == {"t1": "Pruning", "t2": "Vision", "t3": OTHER, "m1": "Nets", "m2": OTHER_THEME}
    return [thing.id for thing in things]


def test_papers_that_fit_nowhere_share_no_name_that_a_model_could_find() -> None:
    assert asked(Settings()) == ["t1", "t2", "m1"]


def test_what_the_user_named_is_not_named_again() -> None:
    settings = Settings.model_validate({"pins": {"names": {"t2": "Vision"}}})
    assert asked(settings) == ["t1", "m1"]


def test_four_of_the_first_twelve_real_papers_fit_nowhere(command: Command, real_dumps: tuple[Path, ...]) -> None:
    ran = command("build", str(real_dumps[0]), "--limit", "12", "-o", "out")
    assert ran.code == 0, ran.err
    survey = load(Path("out"))
    (other,) = (topic for topic in survey.topics if topic.name == OTHER)
    assert len(other.papers) == 4
    assert OTHER_THEME in {theme.name for theme in survey.themes}
