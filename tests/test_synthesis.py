"""A topic's claims: asked with what its papers' records say, kept where the papers bear them out."""

import json
from dataclasses import replace
from pathlib import Path

from conftest import Scripting

from survey.asking import asking
from survey.notes import said
from survey.papers import Paper
from survey.questions import ClaimAnswer, SynthesisAnswer
from survey.records import Record, Result, Statement
from survey.settings import Settings
from survey.synthesis import SynthesisQuestion, TopicWork, claims_in, claims_of, synthesise

FAST = Paper("fastnet", "FastNet", "FastNet reaches 72.4% mIoU on Cityscapes. It runs in 12 ms.")
SLOW = Paper("slownet", "SlowNet", "SlowNet reaches 80.1% mIoU on Cityscapes. It needs eight GPUs.")
RECORD = Record(
    problem=Statement(text="Speed matters.", quotes=("It runs in 12 ms.",)),
    contribution=Statement(text="FastNet.", quotes=("FastNet reaches 72.4% mIoU on Cityscapes.",)),
    results=(
        Result(
            text="FastNet reaches 72.4% mIoU.",
            quotes=("FastNet reaches 72.4% mIoU on Cityscapes.",),
            measure="mIoU",
            value="72.4",
            unit="%",
            dataset="Cityscapes",
            baseline=None,
        ),
    ),
)
TOPIC = TopicWork("t1", "Segmentation", ("segmentation", "speed"), ((FAST, RECORD), (SLOW, Record())))
QUESTION = SynthesisQuestion()
BOTH = {"kind": "agreement", "text": "Both report mIoU on Cityscapes.", "papers": ["P1", "P2"]}

FINDING = {"kind": "finding", "text": "FastNet reaches 72.4% mIoU on Cityscapes.", "papers": ["P1"]}


def test_a_record_is_told_field_by_field_then_result_by_result() -> None:
    told = said(RECORD)
    assert [one.field for one in told] == ["contribution", "problem", "result"]
    result = told[2]
    assert (result.measure, result.value, result.unit, result.dataset, result.baseline) == (
        *("mIoU", "72.4", "%", "Cityscapes"),
        None,
    )
    assert said(Record()) == ()


def test_the_prompt_names_papers_by_ids_of_its_own() -> None:
    values = QUESTION.values([TOPIC])
    assert [(paper.id, paper.title) for paper in values.papers] == [("P1", "FastNet"), ("P2", "SlowNet")]
    assert (values.topic, values.keywords) == ("Segmentation", ("segmentation", "speed"))


def test_identity_covers_name_keywords_papers_records_and_language_but_not_the_id() -> None:
    asked = QUESTION.identity(TOPIC)
    others = (
        replace(TOPIC, name="Other"),
        replace(TOPIC, keywords=("segmentation",)),
        replace(TOPIC, papers=TOPIC.papers[:1]),
        replace(TOPIC, papers=TOPIC.papers[::-1]),
        replace(TOPIC, papers=((FAST, Record()), (SLOW, Record()))),
        replace(TOPIC, papers=((replace(FAST, abstract="Else."), RECORD), (SLOW, Record()))),
    )
    assert all(QUESTION.identity(other) != asked for other in others)
    assert SynthesisQuestion("German").identity(TOPIC) != asked
    assert QUESTION.identity(replace(TOPIC, id="t9")) == asked
    assert json.dumps(asked)


def test_claims_get_ids_within_the_topic_and_keys_for_ids() -> None:
    (claim,) = claims_of(TOPIC, SynthesisAnswer(claims=[ClaimAnswer.model_validate(BOTH)]))
    assert claim.id == "t1-c1"
    assert claim.papers == ("fastnet", "slownet")


def test_bad_claims_are_dropped_and_good_ones_kept() -> None:
    wrong = ClaimAnswer(kind="finding", text="FastNet reaches 99% mIoU on Cityscapes.", papers=["P1"])
    verdict = QUESTION.check(TOPIC, SynthesisAnswer(claims=[wrong, ClaimAnswer.model_validate(BOTH)]))
    assert verdict.part is not None
    assert [claim.kind for claim in verdict.part.claims] == ["agreement"]
    assert [c.partition(" ")[0] for c in verdict.complaints] == ["the", "only"]
    assert QUESTION.check(TOPIC, SynthesisAnswer(claims=[])).complaints == ("no claim was made",)


def test_after_a_re_ask_the_topic_is_written(tmp_path: Path, scripted: Scripting) -> None:
    model = scripted(lambda p: json.dumps({"claims": [BOTH, FINDING] if "could not be used" in p.user else []}))
    with asking(Settings(cache=tmp_path)) as asker:
        claims, answered = synthesise(asker, [TOPIC], "English")
    assert [claim.text for claim in claims["t1"]] == [BOTH["text"], FINDING["text"]]
    assert (len(model.asked), answered.left_out) == (2, ())
    assert "- no claim was made" in model.asked[1].user


def test_a_topic_that_only_gets_inventions_is_left_out(tmp_path: Path, scripted: Scripting) -> None:
    invented = {"kind": "finding", "text": "FastNet reaches 72.4% mIoU.", "papers": ["P7"]}
    scripted(lambda _: json.dumps({"claims": [invented]}))
    with asking(Settings(cache=tmp_path)) as asker:
        claims, answered = synthesise(asker, [TOPIC], "English")
    assert claims == {}
    assert [(left.label, left.question) for left in answered.left_out] == [("t1", "synthesis")]
    assert "P7 is not one of the papers" in answered.left_out[0].reason


def test_what_unites_papers_is_more_than_their_topics_name() -> None:
    named = replace(TOPIC, name="mIoU on Cityscapes")
    empty, says = "Various papers explore mIoU on Cityscapes.", "FastNet and SlowNet reach their mIoU on Cityscapes."
    for text, kind, kept in ((empty, "context", False), (empty, "finding", True), (says, "context", True)):
        claim = {"kind": kind, "text": text, "papers": ["P1", "P2"]}
        verdict = QUESTION.check(named, SynthesisAnswer.model_validate({"claims": [claim, FINDING, BOTH]}))
        assert verdict.part is not None
        assert (text in [one.text for one in verdict.part.claims]) is kept
        assert any("says nothing of the papers but their topic" in one for one in verdict.complaints) is not kept


def test_what_one_paper_is_about_is_told_of_one_paper_though_another_is_about_nearly_that() -> None:
    papers = (
        (Paper("a", "Deep tree sorting", "Deep tree sorting by nets is slow."), Record()),
        (Paper("b", "Deep trees sorting", "Deep trees and sorting by nets are fast."), Record()),
    )
    told = [("One paper is about deep tree sorting by nets.", "P1"), ("One paper is about deep sorting by nets.", "P2")]
    answer = SynthesisAnswer(claims=[ClaimAnswer(kind="context", text=text, papers=[one]) for text, one in told])
    topic = TopicWork("t1", "Trees", (), papers)
    assert [claim.papers for claim in claims_in([topic], {"t1": answer})] == [("a",)]
