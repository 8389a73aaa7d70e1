"""The overview: asked with the topics' claims, citing only what those claims cite, repeating none, in order."""

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from conftest import Scripting

from survey.asking import asking
from survey.claims import Claim, Evidence, says_again
from survey.models.base import Prompt
from survey.overview import DigestedTopic, OverviewQuestion, Whole, in_order, survey_overview, unrepeated
from survey.papers import Paper
from survey.questions import ClaimAnswer, DigestedClaim, OverviewAnswer, in_overview
from survey.settings import Settings

FAST = Paper("fastnet", "FastNet", "FastNet reaches 72.4% mIoU on Cityscapes.")
SLOW = Paper("slownet", "SlowNet", "SlowNet reaches 80.1% mIoU on Cityscapes.")
UNTOLD = Paper("chess", "Chess", "Engines win.")
PAPERS = {paper.key: paper for paper in (FAST, SLOW, UNTOLD)}


def claim(number: int, *papers: Paper) -> Claim:
    evidence = tuple(Evidence(paper=paper.key, quote=paper.abstract, support=1.0) for paper in papers)
    return Claim(id=f"t1-c{number}", kind="finding", text=f"Claim {number} on mIoU.", evidence=evidence)


TOPIC = DigestedTopic("Vision", "Segmentation", 9, (claim(1, SLOW), claim(2), claim(3, FAST, SLOW)))
WHOLE = Whole((TOPIC, replace(TOPIC, name="Empty", claims=())), PAPERS)
QUESTION = OverviewQuestion()
SAID = ClaimAnswer(kind="agreement", text="FastNet and SlowNet report mIoU on Cityscapes.", papers=["P1", "P2"])


def test_only_papers_that_shown_claims_cite_may_be_cited() -> None:
    assert WHOLE.ids() == {"P1": SLOW, "P2": FAST}
    values = QUESTION.values([WHOLE])
    assert [(topic.theme, topic.name, topic.size) for topic in values.topics] == [
        ("Vision", "Segmentation", 9),
        ("Vision", "Empty", 9),
    ]
    assert values.topics[0].claims == (
        DigestedClaim("finding", "Claim 1 on mIoU.", ("P1",)),
        DigestedClaim("finding", "Claim 3 on mIoU.", ("P2", "P1")),
    )


def test_findings_are_shown_before_what_was_known() -> None:
    known = [claim(n, SLOW).model_copy(update={"kind": "context"}) for n in range(1, 7)]
    topic = replace(TOPIC, claims=(*known, claim(7, FAST)))
    (digest,) = QUESTION.values([Whole((topic,), PAPERS)]).topics
    assert [one.kind for one in digest.claims] == ["context", "context", "context", "finding"]


def test_a_paper_outside_the_claims_is_no_citation() -> None:
    verdict = QUESTION.check(WHOLE, OverviewAnswer(claims=[SAID.model_copy(update={"papers": ["P1", "P3"]})]))
    assert verdict.part is None
    assert "P3 is not one of the papers" in verdict.complaints[0]


def test_identity_is_what_is_shown() -> None:
    asked = QUESTION.identity(WHOLE)
    assert json.dumps(asked)
    assert OverviewQuestion("German").identity(WHOLE) != asked
    for other in (
        replace(TOPIC, theme="x"),
        replace(TOPIC, name="x"),
        replace(TOPIC, size=1),
        replace(TOPIC, claims=()),
    ):
        assert QUESTION.identity(Whole((other, WHOLE.topics[1]), PAPERS)) != asked
    unshown = replace(TOPIC, claims=(*TOPIC.claims, claim(4)))
    assert QUESTION.identity(Whole((unshown, WHOLE.topics[1]), PAPERS)) == asked


def test_claims_are_numbered_and_cite_keys(tmp_path: Path, scripted: Scripting) -> None:
    scripted(lambda _: OverviewAnswer(claims=[SAID]).model_dump_json())
    with asking(Settings(cache=tmp_path)) as asker:
        claims, answered = survey_overview(asker, WHOLE, "English")
    assert [(one.id, one.papers) for one in claims] == [("o-c1", ("slownet", "fastnet"))]
    assert answered.left_out == ()


def test_without_a_valid_answer_there_is_no_overview_and_it_is_said(tmp_path: Path, scripted: Scripting) -> None:
    scripted(lambda _: "no")
    with asking(Settings(cache=tmp_path)) as asker:
        claims, answered = survey_overview(asker, WHOLE, "English")
    assert claims == ()
    assert [left.label for left in answered.left_out] == ["overview"]


# --- nothing said twice ---

SENTENCE = "SlowNet reaches 80.1% mIoU on Cityscapes."
OF_SLOW = claim(1, SLOW).model_copy(update={"text": SENTENCE})
SAYING = Whole((replace(TOPIC, claims=(OF_SLOW, claim(3, FAST, SLOW))),), PAPERS)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (SENTENCE, SENTENCE, True),
        (SENTENCE, "On Cityscapes, SlowNet reaches 80.1% mIoU.", True),
        (SENTENCE, "SlowNet reaches 80.2% mIoU on Cityscapes.", False),
        (SENTENCE, "FastNet and SlowNet report mIoU on Cityscapes.", False),
        (SENTENCE, "SlowNet is the most accurate.", False),
        ("", "", True),
    ],
)
def test_two_statements_are_one_by_their_words_and_numbers(one: str, other: str, same: bool) -> None:
    assert says_again(one, other) is same
    assert says_again(other, one) is same


def test_a_repetition_is_told_to_the_model_once_with_the_way_out(tmp_path: Path, scripted: Scripting) -> None:
    copied = ClaimAnswer(kind="finding", text="On Cityscapes, SlowNet reaches 80.1% mIoU.", papers=["P1"])

    def answers(prompt: Prompt) -> str:
        claims = [SAID, copied] if "could not be used" not in prompt.user else [SAID, SAID]
        return OverviewAnswer(claims=claims).model_dump_json()

    model = scripted(answers)
    with asking(Settings(cache=tmp_path)) as asker:
        claims, answered = survey_overview(asker, SAYING, "English")
    assert len(model.asked) == 2
    assert "is what a section says: bring several together, or put it shorter" in model.asked[1].user
    assert [one.text for one in claims] == [SAID.text]
    assert answered.left_out == ()


def test_a_model_that_says_all_it_can_is_not_asked_twice(tmp_path: Path, scripted: Scripting) -> None:
    copied = ClaimAnswer(kind="finding", text=SENTENCE, papers=["P1"])
    model = scripted(lambda _: OverviewAnswer(claims=[copied, SAID]).model_dump_json())
    model.pack_tokens = None
    with asking(Settings(cache=tmp_path)) as asker:
        claims, _ = survey_overview(asker, SAYING, "English")
    assert len(model.asked) == 1
    assert [one.text for one in claims] == [SAID.text]


def test_an_overview_of_repetitions_alone_is_empty_but_nothing_is_left_out(tmp_path: Path, scripted: Scripting) -> None:
    copied = ClaimAnswer(kind="finding", text=SENTENCE, papers=["P1"])
    scripted(lambda _: OverviewAnswer(claims=[copied]).model_dump_json())
    with asking(Settings(cache=tmp_path)) as asker:
        claims, answered = survey_overview(asker, SAYING, "English")
    assert (claims, answered.left_out) == ((), ())


def test_of_two_like_claims_of_the_overview_the_first_stays() -> None:
    again = SAID.model_copy(update={"text": "On Cityscapes FastNet and SlowNet report mIoU."})
    other = SAID.model_copy(update={"text": "Speed matters more than accuracy."})
    assert unrepeated([SAID, other, again], []) == [SAID, other]
    assert unrepeated([SAID, other], [SAID.text]) == [other]


# --- the reader's order ---

ROBOTS = Paper("robots", "Robots", "Robots open doors.")
TWO_THEMES = Whole(
    (
        replace(TOPIC, theme="Vision", claims=(claim(1, SLOW), claim(2, FAST))),
        replace(TOPIC, theme="Robots", name="Doors", claims=(claim(3, ROBOTS),)),
    ),
    {**PAPERS, "robots": ROBOTS},
)  # P1 is slownet, P2 fastnet, P3 robots.


def told(kind: str, *papers: str) -> ClaimAnswer:
    return ClaimAnswer.model_validate({"kind": kind, "text": f"{kind} {'-'.join(papers)}", "papers": papers})


def test_the_field_comes_first_then_theme_by_theme_then_what_goes_beyond_one() -> None:
    given = [
        told("gap", "P1", "P3"),
        told("finding", "P3"),
        told("gap", "P1"),
        told("agreement", "P2", "P3"),
        told("finding", "P2"),
        told("context", "P3"),
        told("context", "P1", "P3"),
        told("finding", "P1", "P2"),
    ]
    assert [claim.text for claim in in_order(given, TWO_THEMES)] == [
        *("context P1-P3", "finding P2", "finding P1-P2", "gap P1"),
        *("context P3", "finding P3"),
        *("agreement P2-P3", "gap P1-P3"),
    ]
    assert in_order(reversed(in_order(given, TWO_THEMES)), TWO_THEMES)[0].text == "context P1-P3"


def test_claims_are_numbered_in_that_order_whatever_order_the_model_gave(tmp_path: Path, scripted: Scripting) -> None:
    of_robots = ClaimAnswer(kind="finding", text="Robots open doors.", papers=["P3"])
    of_slow = ClaimAnswer(kind="finding", text=SENTENCE, papers=["P1"])
    scripted(lambda _: OverviewAnswer(claims=[of_robots, of_slow]).model_dump_json())
    with asking(Settings(cache=tmp_path)) as asker:
        claims, _ = survey_overview(asker, TWO_THEMES, "English")
    assert [(one.id, one.papers) for one in claims] == [("o-c1", ("slownet",)), ("o-c2", ("robots",))]


def test_more_claims_than_wanted_are_cut(tmp_path: Path, scripted: Scripting) -> None:
    words = "mIoU Cityscapes reaches SlowNet 80.1%".split()
    many = [
        ClaimAnswer(kind="finding", text=f"SlowNet {' '.join(mixed)}.", papers=["P1"])
        for n in range(1, 5)
        for mixed in permutations(words, n)
    ][:40]
    extent = in_overview("short", 1)
    scripted(lambda _: OverviewAnswer(claims=many).model_dump_json())
    with asking(Settings(cache=tmp_path)) as asker:
        claims, answered = survey_overview(asker, WHOLE, "English", "short")
    assert 0 < len(claims) <= extent.most
    assert len(answered.parts["overview"].claims) == extent.most


def test_a_list_of_sections_and_a_section_as_a_method_are_no_claims() -> None:
    question, slow = OverviewQuestion(), SENTENCE.rstrip(".")
    names = {"P1": slow, "P3": "Robots open doors"}
    topics = [
        replace(one, name=names["P3" if one.theme == TWO_THEMES.topics[-1].theme else "P1"])
        for one in TWO_THEMES.topics
    ]
    whole = replace(TWO_THEMES, topics=tuple(topics))
    for text, papers, reason in (
        (f"{slow} / Robots open doors.", ["P1", "P3"], "only names sections"),
        ("Robots open doors are robots.", ["P3"], "the name of a section"),
    ):
        claim = ClaimAnswer(kind="finding", text=text, papers=papers)
        assert question.check(TWO_THEMES, OverviewAnswer(claims=[claim])).part is not None
        verdict = question.check(whole, OverviewAnswer(claims=[claim]))
        assert verdict.part is None
        assert reason in verdict.complaints[0]
