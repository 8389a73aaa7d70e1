"""A topic and the overview without any model: findings that stand alone, named, in an order; nothing made up."""

import re
from pathlib import Path

import pytest

from survey.document import Survey
from survey.evidence import numbers
from survey.models.extractive.findings import called, findings, name_of, named, plainly, points_elsewhere, stands_alone
from survey.models.extractive.gains import is_gain, is_improvement
from survey.models.extractive.overview import overview, shortly
from survey.models.extractive.revision import revision
from survey.models.extractive.topic import synthesis, topic_name
from survey.questions import (
    ClaimAnswer,
    DigestedClaim,
    OverviewValues,
    RecordedPaper,
    RevisionValues,
    Said,
    SynthesisValues,
    TopicDigest,
    TopicNameValues,
)


def said(field: str, text: str, **parts: str) -> Said:
    return Said(field, text, (text,), **parts)


def paper(number: int, title: str, *told: Said) -> RecordedPaper:
    return RecordedPaper(f"P{number}", title, told)


COLOR = paper(1, "ColorMAE: Masks for autoencoders")
PLAIN = paper(2, "Masks for autoencoders", said("contribution", "Proposes MaskFormer, a classifier of masks."))
MUTE = paper(3, "On the masks of autoencoders")


# --- names ---


def test_a_topic_is_named_by_the_best_phrase_that_is_no_papers_title() -> None:
    values = TopicNameValues(("speed", "masks"), ("Masked nets", "fast nets"), ("Masked Nets.",))
    assert topic_name(values).name == "fast nets"
    assert topic_name(TopicNameValues(("speed", "masks"), (), ())).name == "speed and masks"


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (COLOR, "ColorMAE"),
        (PLAIN, "MaskFormer"),
        (MUTE, None),
        (
            paper(4, "A title", said("contribution", "Presents Masked Transformer (Mask2Former), which segments.")),
            "Mask2Former",
        ),
        (paper(4, "A title", said("contribution", "Presents pre-training by masked image modeling (MIM).")), None),
        (paper(4, "A title", said("contribution", "Introduces a decoder called FastDec for masks.")), "FastDec"),
        (paper(4, "A title", said("problem", "Proposes NotThis, a straw man.")), None),
    ],
)
def test_a_method_has_the_name_that_its_title_or_its_contribution_gives_it(
    one: RecordedPaper, name: str | None
) -> None:
    assert name_of(one) == name


def test_a_paper_without_a_name_is_called_as_its_title_begins() -> None:
    assert called(COLOR) == "ColorMAE"
    assert called(paper(4, "Per-Pixel Classification is Not All You Need")) == "Per-Pixel Classification"
    assert (
        called(paper(4, "Integrally Pre-Trained Transformer Pyramid Networks Again"))
        == "Integrally Pre-Trained Transformer Pyramid Networks"
    )


# --- texts that stand alone ---


@pytest.mark.parametrize(
    ("one", "text", "wanted"),
    [
        (COLOR, "The proposed method achieves 84% accuracy.", "ColorMAE achieves 84% accuracy."),
        (COLOR, "Achieves 84% accuracy.", "ColorMAE achieves 84% accuracy."),
        (COLOR, "On CIFAR-10 it gains 2%.", "ColorMAE: On CIFAR-10 it gains 2%."),
        (COLOR, "ColorMAE gains 2%.", "ColorMAE gains 2%."),
        (COLOR, "The authors outperform MAE by 2%.", "ColorMAE outperforms MAE by 2%."),
        (COLOR, "The authors reach 84%.", "ColorMAE reaches 84%."),
        (COLOR, "Extensive experiments show that the method gains 2%.", "ColorMAE gains 2%."),
        (
            COLOR,
            "Shows that early masks carry most of the signal in images.",
            "Early masks carry most of the signal in images.",
        ),
        (MUTE, "The proposed method achieves 84%.", "The proposed method achieves 84%."),
        (MUTE, "imTED gains 2%.", "imTED gains 2%."),
    ],
)
def test_a_result_stands_under_the_name_of_its_method(one: RecordedPaper, text: str, wanted: str) -> None:
    assert named(one, text) == wanted


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Experiments demonstrate that FastNet is fast.", "FastNet is fast."),
        (
            "Experiments on COCO and ADE20K show that FastNet is fast.",
            "Experiments on COCO and ADE20K show that FastNet is fast.",
        ),
        ("Finds that deep nets forget what they learned first.", "Deep nets forget what they learned first."),
        ("Finds that it is.", "Finds that it is."),
        ("FastNet is fast.", "FastNet is fast."),
    ],
)
def test_talk_of_experiments_goes_unless_it_names_the_data(text: str, plain: str) -> None:
    assert plainly(text) == plain


@pytest.mark.parametrize(
    ("one", "text", "alone"),
    [
        (COLOR, "ColorMAE gains 2% on COCO.", True),
        (COLOR, "Gains 2% on COCO.", False),
        (MUTE, "ViTs maintain 90% of the signal.", True),
        (MUTE, "It maintains 90% of the signal.", False),
        (MUTE, "In ViTs this reaches 90%.", False),
        (COLOR, "ColorMAE gains 2% in this setting.", False),
    ],
)
def test_a_text_that_hangs_on_its_abstract_does_not_stand_alone(one: RecordedPaper, text: str, alone: bool) -> None:
    assert stands_alone(one, text) is alone


@pytest.mark.parametrize(
    "text",
    [
        "This task is hard.",
        "Previous work solves such tasks.",
        "In order to learn, labels are needed.",
        "The method is slow.",
        "Compared with others.",
        "Labels help to mitigate this issue.",
    ],
)
def test_an_opening_points_nowhere(text: str) -> None:
    assert points_elsewhere(text)
    assert not points_elsewhere("Labels are costly.")


# --- findings ---

ON_COCO = said("result", "FastNet reaches 54.5 AP on COCO.", value="54.5", measure="AP", dataset="COCO")
ON_ADE = said("result", "SlowNet reaches 60.8 mIoU on ADE20K.", value="60.8", measure="mIoU", dataset="ADE20K")
ALSO_COCO = said("result", "BoxNet reaches 50.1 AP on COCO.", value="50.1", measure="AP", dataset="COCO")
UNMEASURED = said("result", "TinyNet needs 3x less memory.", value="3", unit="x")
FOUND = said("result", "Finds that nets forget what was learned first of all things.")
PRAISED = said("result", "Shows that nets of that kind outperform all the others there are.")
OWN = said("result", "Shows that the proposed method learns from a handful of examples.")
TOPIC = (
    paper(1, "Slow", ON_ADE), paper(2, "Fast", ON_COCO), paper(3, "Forgetting", FOUND),
    paper(4, "Tiny", UNMEASURED), paper(5, "Box", ALSO_COCO), paper(6, "Praise", PRAISED), paper(7, "Own", OWN),
)  # fmt: skip


def test_figures_on_shared_data_come_first_together_then_others_then_what_was_found() -> None:
    assert [finding.paper for finding in findings(TOPIC, 20)] == ["P2", "P5", "P1", "P4", "P3"]
    assert findings(TOPIC, 20)[-1].text == "Nets forget what was learned first of all things."


def test_praise_and_talk_of_the_own_method_are_no_findings() -> None:
    assert findings(TOPIC[5:], 20) == []


def test_of_many_findings_those_that_say_most_are_kept() -> None:
    assert {finding.paper for finding in findings(TOPIC, 6)} == {"P1", "P2", "P5"}
    assert len(findings(TOPIC, 0)) == 3, "three at least"


def values(*papers: RecordedPaper, topic: str = "Nets", most: int = 10, words: int = 200) -> SynthesisValues:
    return SynthesisValues(topic, ("nets",), papers, "English", words, 1, most)


def kinds(told: list[ClaimAnswer], kind: str) -> list[ClaimAnswer]:
    return [claim for claim in told if claim.kind == kind]


def test_values_of_one_measure_on_one_data_set_are_set_side_by_side_under_their_names() -> None:
    (claim,) = kinds(synthesis(values(*TOPIC)).claims, "difference")
    assert claim.text == "On COCO, the reported AP is 54.5 (Fast) and 50.1 (Box)."
    assert claim.papers == ["P2", "P5"]


def test_gains_are_not_set_beside_values() -> None:
    gain = said("result", "GainNet improves AP on COCO by 2.1.", value="2.1", measure="AP", dataset="COCO")
    assert kinds(synthesis(values(paper(1, "Fast", ON_COCO), paper(2, "Gain", gain))).claims, "difference") == []


def test_what_several_papers_share_is_a_phrase_that_most_do_not() -> None:
    sharing = [paper(n, f"Net {n}", said("method", "Prunes attention heads in the last block.")) for n in (1, 2, 3)]
    others = [
        paper(n, f"Net {n}", said("method", f"Does {word} things."))
        for n, word in enumerate("red blue green dull".split(), 4)
    ]
    (claim,) = kinds(synthesis(values(*sharing, *others)).claims, "agreement")
    assert "attention heads" in claim.text
    assert claim.papers == ["P1", "P2", "P3"]
    assert kinds(synthesis(values(*sharing)).claims, "agreement") == [] or claim.papers


def test_the_opening_is_a_problem_that_others_share_and_points_nowhere() -> None:
    shared = paper(1, "Nets forget", said("problem", "Nets forget old tasks when they learn new tasks."))
    odd = paper(2, "Chess", said("problem", "Engines burn energy."))
    pointing = paper(3, "Nets", said("problem", "Nets forget these old tasks when they learn."))
    (claim,) = kinds(synthesis(values(odd, pointing, shared, words=100)).claims, "context")
    assert claim.papers == ["P1"]


def test_gaps_are_what_papers_leave_open_in_words_that_say_something() -> None:
    open_ = said("limitations", "How nets behave beyond a thousand layers of depth remains to be seen.")
    empty = said("limitations", "Several limitations remain.")
    told = synthesis(values(paper(1, "Deep", open_), paper(2, "Shallow", empty))).claims
    assert [claim.papers for claim in kinds(told, "gap")] == [["P1"]]


def test_a_topic_of_which_little_is_known_says_what_there_is() -> None:
    told = synthesis(values(paper(1, "Deep", said("contribution", "Digs.")))).claims
    assert [(claim.kind, claim.text) for claim in told] == [("finding", "Digs.")]
    assert synthesis(values()).claims == []


def test_more_room_means_more_findings_and_never_other_ones() -> None:
    short, long = (synthesis(values(*TOPIC, most=most)).claims for most in (2, 40))
    assert {c.text for c in kinds(short, "finding")} < {c.text for c in kinds(long, "finding")}


# --- revision ---


def test_only_what_new_papers_bring_is_new_in_a_revision() -> None:
    known, new = TOPIC[:4], (paper(9, "Box", ALSO_COCO),)
    told = revision(RevisionValues("Nets", ("nets",), (), new, known))
    assert told.changes == []
    assert {claim.kind for claim in told.claims} == {"finding", "difference"}
    assert all("P9" in claim.papers for claim in told.claims)


# --- the overview ---


def digested(text: str, kind: str = "finding", *papers: str) -> DigestedClaim:
    return DigestedClaim(kind, text, papers or ("P1",))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Mask2Former sets a new state of the art for panoptic segmentation (57.8 PQ on COCO), instance segmentation "
         "(50.1 AP on COCO) and semantic segmentation (57.7 mIoU on ADE20K).",
         "Mask2Former reports 57.8 PQ and 50.1 AP on COCO and 57.7 mIoU on ADE20K."),
        ("ConvMAE-Base improves ImageNet-1K finetuning accuracy by 1.4% compared with MAE-Base.",
         "ConvMAE-Base gains 1.4% finetuning accuracy on ImageNet-1K over MAE-Base."),
        ("Mask2Anomaly reduces the average false positives rate by 60% on COCO.", ""),
        ("The network reaches 54.5 AP on COCO.", ""),
        ("FastNet is fast.", ""),
    ],
)  # fmt: skip
def test_a_finding_is_put_shortly_only_where_it_says_plainly_who_and_how_much(text: str, short: str) -> None:
    assert shortly(digested(text)) == short


def test_a_claim_of_another_kind_is_never_put_shortly() -> None:
    assert shortly(digested("FastNet reaches 54.5 AP on COCO.", "agreement")) == ""


@pytest.mark.parametrize(
    ("text", "gain", "upward"),
    [
        ("It reaches 54.5 AP.", False, False),
        ("It gains 2 AP.", True, True),
        ("It cuts the cost by 2%.", True, False),
        ("Errors drop by 2%.", True, False),
    ],
)
def test_gains_are_told_from_values(text: str, gain: bool, upward: bool) -> None:
    assert (is_gain(text), is_improvement(text)) == (gain, upward)


FAST = digested("FastNet reaches 54.5 AP on COCO.")
WIDE = digested("WideNet reaches 60.8 mIoU on ADE20K and 54.5 AP on COCO.", "finding", "P2")
LATE = digested("LateNet reaches 41.0 mAP on LVIS.", "finding", "P3")


def test_each_theme_gets_its_best_findings_put_shortly_in_the_themes_order() -> None:
    topics = (
        TopicDigest("Seeing", "Boxes", 9, (FAST,)),
        TopicDigest("Seeing", "Pixels", 5, (WIDE,)),
        TopicDigest("Late", "All", 4, (LATE,)),
    )
    told = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert [claim.papers for claim in told] == [["P2"], ["P3"]]
    assert len(overview(OverviewValues(topics, "English", 100, 1, 6)).claims) == 3


def test_no_line_of_the_overview_is_a_finding_word_for_word(real_survey: Survey) -> None:
    told = {claim.text for topic in real_survey.topics for claim in topic.claims}
    assert real_survey.overview
    assert not told & {claim.text for claim in real_survey.overview}


# --- the real survey ---


def test_every_finding_of_the_real_survey_names_what_it_is_about(real_survey: Survey) -> None:
    for topic in real_survey.topics:
        for claim in topic.claims:
            if claim.kind == "finding":
                assert not re.match(r"(?:It|They|This|These|Such|The authors)\b", claim.text), claim.text
                assert set(numbers(claim.text)) <= {n for one in claim.evidence for n in numbers(one.quote)}


def test_most_topics_of_the_real_survey_open_with_what_they_are_about_and_have_findings(real_survey: Survey) -> None:
    told = [{claim.kind for claim in topic.claims} for topic in real_survey.topics]
    assert sum("context" in kinds for kinds in told) >= 0.9 * len(told)
    assert sum("finding" in kinds for kinds in told) >= 0.6 * len(told)


def test_no_file_of_this_package_reads_a_prompts_text() -> None:
    folder = Path(__file__).resolve().parents[2] / "survey" / "models" / "extractive"
    for path in folder.glob("*.py"):
        assert ".user" not in path.read_text(encoding="utf-8"), path.name
