"""Why a topic is worked on: a shared problem that stands alone, of the topic itself, or nothing."""

import pytest
from recorded_papers import paper, said, values

from survey.models.extractive.motive import motives, without_concession
from survey.questions import RecordedPaper

SUBJECT = "Several papers are about catastrophic forgetting."


def problem(number: int, text: str, title: str = "Forgetting in nets") -> RecordedPaper:
    return paper(number, title, said("problem", text))


SHARED = problem(1, "Catastrophic forgetting remains hard for nets that learn task after task.")
BESIDE = tuple(
    problem(n, "Nets forget tasks that they learn.", f"Catastrophic forgetting of tasks {n}") for n in (2, 3, 4)
)


def told(*papers: RecordedPaper, most: int = 1, topic: str = "Catastrophic forgetting") -> list[str]:
    return [paper for paper, _ in motives(values(*papers, topic=topic), [SUBJECT], most)]


def test_the_problem_that_the_other_papers_share_is_told() -> None:
    odd = problem(9, "Chess engines remain hard to beat for those who play them at home.")
    assert told(odd, *BESIDE, SHARED) == ["P1"]


@pytest.mark.parametrize(
    "text",
    [
        "This catastrophic forgetting remains hard for nets that learn task after task.",
        "Catastrophic forgetting in such nets remains hard when they learn task after task.",
        "The method suffers from catastrophic forgetting of tasks that nets learn one after another.",
        "Unlike others, catastrophic forgetting remains hard for nets that learn task after task.",
        "Catastrophic forgetting is what nets do that learn task after task in turn.",
        "However hard, the authors outperform catastrophic forgetting of tasks in nets that learn.",
        "Is catastrophic forgetting hard for nets that learn task after task in turn?",
        "Catastrophic forgetting remains hard.",
        "Attention deficit hyperactive disorder is a common problem that remains hard for children.",
    ],
)
def test_what_points_elsewhere_tells_the_own_result_or_is_of_something_else_is_not_told(text: str) -> None:
    assert told(*BESIDE, problem(1, text)) == []


def test_the_cause_that_a_problem_opens_with_goes() -> None:
    caused = problem(1, "Due to the size of nets, catastrophic forgetting remains hard for nets that learn tasks.")
    ((_, text),) = motives(values(*BESIDE, caused, topic="Catastrophic forgetting"), [SUBJECT], 1)
    assert text == "Catastrophic forgetting remains hard for nets that learn tasks."


def test_a_topic_whose_papers_share_no_subject_is_known_by_its_keywords() -> None:
    papers = [problem(n, f"Nets that learn tasks one by one forget tasks, which is costly {n}.") for n in range(3)]
    asked = values(*papers, topic="Things", keywords=("nets", "tasks", "learn", "forget"))
    assert motives(asked, [], 1)
    assert motives(asked, [SUBJECT], 1) == []


def test_a_second_problem_is_told_only_where_it_is_as_good() -> None:
    second = problem(5, "Catastrophic forgetting of tasks limits nets that learn many tasks in turn.")
    assert len(told(SHARED, second, *BESIDE, most=2)) == 2
    assert len(told(SHARED, second, *BESIDE, most=1)) == 1
    assert told(SHARED, second, *BESIDE, most=0) == []


def test_where_nothing_names_the_topic_the_problem_whose_words_others_use_is_told() -> None:
    shared = problem(1, "Whether nets that learn tasks in turn remember the first tasks is not clear.")
    odd = problem(9, "Chess engines remain hard to beat for those who play them at home.")
    generic = problem(8, "Existing methods that learn tasks in turn fail to remember the first tasks.")
    asked = values(odd, generic, *BESIDE, shared, topic="Anything else", keywords=("unlike",))
    assert [paper for paper, _ in motives(asked, [], 1)] == ["P1"]
    assert motives(asked, [SUBJECT], 1) == [], "what unites them has been said"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Deep nets have shown promise on trees. However, they may rely on the colour of leaves.",
            "Deep nets may rely on the colour of leaves.",
        ),
        ("A net (AN) has grown. Yet, it forgets tasks.", "A net (AN) forgets tasks."),
        ("Nets have grown. But nets that have grown forget.", "Nets that have grown forget."),
        ("Nets have grown. However, it forgets tasks.", ""),  # of what?
        ("Nets have grown. However, their tasks are forgotten.", ""),
        ("Nets have grown. However, tasks are forgotten.", ""),  # of something else
        ("Nets have grown. They forget tasks.", ""),
    ],
)
def test_what_is_conceded_ahead_of_a_problem_is_left_out(text: str, shown: str) -> None:
    assert without_concession(text) == (shown or text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "While powerful, nets suffer from catastrophic forgetting of tasks that they learn in turn.",
            "Nets suffer from catastrophic forgetting of tasks that they learn in turn.",
        ),
        (
            "Replay makes catastrophic forgetting of nets rare. However, it remains hard to avoid "
            "catastrophic forgetting of nets without replay.",
            "It remains hard to avoid catastrophic forgetting of nets without replay.",
        ),
    ],
)
def test_a_problem_is_told_from_where_it_starts(text: str, shown: str) -> None:
    asked = values(problem(1, text), *BESIDE, topic="Catastrophic forgetting")
    assert motives(asked, [SUBJECT], 1) == [("P1", shown)]


@pytest.mark.parametrize(
    "text",
    [
        "Catastrophic forgetting of nets is known, but current approaches face key limitations.",
        "For catastrophic forgetting, however, other parts of nets that learn tasks are crucial.",
        "Work on catastrophic forgetting has moved to replay to overcome the limitations of single nets.",
        "Catastrophic forgetting of nets that learn task after task vanishes as replay mitigates their limitations.",
        "Against catastrophic forgetting of tasks, replay in nets remains the most straightforward approach.",
    ],
)
def test_what_names_no_trouble_or_leans_on_what_was_said_is_no_problem(text: str) -> None:
    assert told(problem(1, text), *BESIDE) == []


def test_what_a_papers_own_analysis_shows_is_no_problem_that_it_starts_from() -> None:
    own = "Our analysis reveals catastrophic forgetting of tasks in nets that fail to learn in turn."
    assert told(problem(1, own.replace("Our", "The")), *BESIDE) == []


def test_a_problem_that_starts_with_what_no_other_paper_speaks_of_is_its_papers_own() -> None:
    own = "BirdNet suffers from catastrophic forgetting of tasks that nets learn in turn."
    assert told(problem(1, own), *BESIDE) == []
    assert told(problem(1, own.replace("BirdNet", "Many nets")), *BESIDE) == ["P1"]
