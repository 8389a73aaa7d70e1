"""The overview: asked with the topics' claims, citing only what those claims cite."""

import json
from dataclasses import replace
from pathlib import Path

from conftest import Scripting

from survey.asking import asking
from survey.claims import Claim, Evidence
from survey.overview import DigestedTopic, OverviewQuestion, Whole, survey_overview
from survey.papers import Paper
from survey.questions import ClaimAnswer, DigestedClaim, OverviewAnswer
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
