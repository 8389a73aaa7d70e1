"""What follows in a paper's line behind its first statement, and in which order the two are told."""

import pytest

from survey.announcing import inquires
from survey.claims import Claim, Evidence
from survey.lines import PaperLine, in_order, paper_lines
from survey.papers import Paper
from survey.records import Record, Result, Statement
from survey.worth import says_more

TITLE = "Seeing the wood"
OFFERS = "Proposes FastNet, a network for small devices."
SAYS_HOW = "Prunes the tokens that attention passes over, layer by layer."
HOW = "The network ranks leaves by the light that falls on them."
FOUND = "Finds that pruned nets keep the shape of every leaf."
OTHER = "Shows that shallow nets miss the twigs of old trees."


def said(text: str) -> Statement:
    return Statement(text=text, quotes=(text,))


def result(text: str) -> Result:
    return Result(text=text, quotes=(text,))


def texts(record: Record, told: str = "") -> list[str]:
    claim = Claim(id="c", kind="finding", text=told, evidence=(Evidence(paper="fast", quote=told, support=1.0),))
    lines = paper_lines(["fast"], {"fast": record}, (claim,) if told else (), {"fast": TITLE})
    return [one.text for line in lines for one in line.statements]


def test_how_it_works_follows_where_nothing_else_does_whatever_comes_first() -> None:
    record = Record(contribution=said(SAYS_HOW), method=said(HOW))
    assert texts(record) == [SAYS_HOW, HOW]
    assert texts(record.model_copy(update={"results": (result(FOUND),)})) == [SAYS_HOW, FOUND]
    assert texts(record, told=HOW) == [SAYS_HOW]


def test_a_second_offer_follows_where_it_says_much_that_is_new() -> None:
    much = "Proposes a pooling strategy to learn distant crowns, and a windowed attention to reduce their cost."
    assert texts(Record(contribution=said(OFFERS), method=said(much))) == [OFFERS, much]
    assert texts(Record(contribution=said(OFFERS), method=said("Introduces a network for boards."))) == [OFFERS]
    assert texts(Record(contribution=said(OFFERS), method=said(much), results=(result(FOUND),))) == [OFFERS, FOUND]


def test_behind_a_question_another_result_stands_though_a_claim_tells_one() -> None:
    asks = "Investigates whether pruned nets can tell old trees from young ones."
    record = Record(contribution=said(asks), method=said(HOW), results=(result(FOUND), result(OTHER)))
    assert texts(record, told=FOUND) == [asks, OTHER]
    studies = record.model_copy(update={"contribution": said("Studies pruned nets on old and on young trees.")})
    assert texts(studies, told=FOUND)[1] == HOW, "no question is left open"


def test_behind_an_announcement_a_result_stands_where_nothing_else_would() -> None:
    record = Record(contribution=said(OFFERS), results=(result(FOUND), result(OTHER)))
    assert texts(record, told=FOUND) == [OFFERS, OTHER]
    says_it = record.model_copy(update={"contribution": said(SAYS_HOW)})
    assert texts(says_it, told=FOUND) == [SAYS_HOW], "which says something by itself"
    points = record.model_copy(update={"results": (result(FOUND), result("Stems from previous ones like SlowNet."))})
    assert texts(points, told=FOUND) == [OFFERS]


def test_two_inquiries_make_no_line() -> None:
    asks, tries = "Evaluates eight nets on leaves.", "Conducts an analysis of roots, covering soils and seasons."
    assert inquires(asks)
    assert inquires(tries)
    assert texts(Record(contribution=said(asks), method=said(tries))) == [asks]
    assert texts(Record(contribution=said(OFFERS), method=said(tries))) == [OFFERS, tries]


@pytest.mark.parametrize("step", ["FastNet begins by selecting leaves, then ranks them.", HOW, OFFERS, FOUND])
def test_a_first_step_and_an_offer_are_no_inquiry(step: str) -> None:
    assert not inquires(step)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Experiments show that slow nets achieve better results on bark.", True),
        ("The results suggest that decentralised nets are effective at climbing.", True),
        ("Experiments show that the new nets achieve better results on bark.", False),
        ("Experiments show that pruning with FastNet achieves better results on bark.", False),
        ("Experimental results demonstrate that it is effective.", False),
    ],
)
def test_what_experiments_show_of_others_is_no_praise(text: str, more: bool) -> None:
    assert says_more(result(text)) is more


def ordered(abstract: list[str], *shown: str) -> list[str]:
    paper = Paper("fast", TITLE, " ".join(abstract))
    (line,) = in_order((PaperLine("fast", tuple(map(said, shown))),), {"fast": paper})
    return [one.text for one in line.statements]


def test_a_line_is_told_in_the_order_of_its_abstract() -> None:
    assert ordered([FOUND, OFFERS], OFFERS, FOUND) == [FOUND, OFFERS]
    assert ordered([OFFERS, FOUND], OFFERS, FOUND) == [OFFERS, FOUND]
    assert ordered([OFFERS], OFFERS, FOUND) == [OFFERS, FOUND], "whose place is not known"


@pytest.mark.parametrize(
    "ahead",
    [
        "These leaves are ranked by colour.",
        "The approach ranks leaves by colour.",
        "Then ranks leaves by colour.",
        "Provides valuable insights.",
    ],
)
def test_what_cannot_stand_first_stays_behind(ahead: str) -> None:
    assert ordered([ahead, OFFERS], OFFERS, ahead) == [OFFERS, ahead]


def test_a_method_told_with_the_sentence_ahead_follows_unless_it_says_that_again() -> None:
    both = Statement(text="FastNet's core parts are a saw and a ladder of ropes.", quotes=(OFFERS, HOW))
    assert texts(Record(contribution=said(OFFERS), method=both)) == [OFFERS, both.text]
    again = both.model_copy(update={"text": f"{OFFERS} {HOW}"})
    assert texts(Record(contribution=said(OFFERS), method=again)) == [again.text]
