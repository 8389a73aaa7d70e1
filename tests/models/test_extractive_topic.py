"""A topic and the overview without any model: findings that stand alone, named, in an order; nothing made up."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from recorded_papers import ALSO_COCO, FOUND, ON_COCO, TOPIC, paper, said, values

from survey.document import Survey
from survey.models.extractive.gains import is_gain, is_improvement
from survey.models.extractive.overview import overview, shortly
from survey.models.extractive.revision import revision
from survey.models.extractive.topic import length_of, synthesis, topic_name
from survey.questions import (
    ClaimAnswer,
    DigestedClaim,
    Length,
    OverviewValues,
    RecordedPaper,
    RevisionValues,
    TopicDigest,
    TopicNameValues,
    on_topic,
)

# --- names ---


def test_a_topic_is_named_by_the_best_phrase_that_is_no_papers_title() -> None:
    values = TopicNameValues(("speed", "masks"), ("Masked nets", "fast nets"), ("Masked Nets.",))
    assert topic_name(values).name == "fast nets"
    assert topic_name(TopicNameValues(("speed", "masks"), (), ())).name == "speed and masks"
    assert topic_name(TopicNameValues((), ("State space model",), ())).name == "State space models"
    titled = TopicNameValues((), ("State space model",), ("State Space Models",))
    assert topic_name(titled).name == "State space model", "in the plural it is one paper's title"
    assert topic_name(TopicNameValues((), ("Medical image and speech recognition",), ())).name == (
        "Medical images and speech recognition"
    )


FORGETTING = (
    paper(1, "Catastrophic forgetting in nets",
          said("problem", "Catastrophic forgetting limits all nets that learn task after task.")),
    paper(2, "Catastrophic forgetting at work", said("problem", "Nets forget old tasks.")),
    paper(3, "Catastrophic forgetting and sleep", FOUND),
)  # fmt: skip


def kinds(told: list[ClaimAnswer], kind: str) -> list[ClaimAnswer]:
    return [claim for claim in told if claim.kind == kind]


def test_values_of_one_measure_on_one_data_set_are_set_side_by_side_under_their_names() -> None:
    (claim,) = kinds(synthesis(values(*TOPIC)).claims, "difference")
    assert claim.text == "On COCO, the reported AP is 54.5 (FastNet) and 50.1 (BoxNet)."
    assert claim.papers == ["P2", "P5"]


def test_gains_are_not_set_beside_values() -> None:
    gain = said("result", "GainNet improves AP on COCO by 2.1.", value="2.1", measure="AP", dataset="COCO")
    assert kinds(synthesis(values(paper(1, "Fast", ON_COCO), paper(2, "Gain", gain))).claims, "difference") == []


def test_a_topic_opens_with_how_its_papers_divide_then_why_then_what_was_found() -> None:
    told = synthesis(values(*FORGETTING, keywords=("forgetting",), words=215)).claims
    assert [claim.kind for claim in told] == ["agreement", "context", "finding"]
    assert told[0].text == "Several papers are about catastrophic forgetting."
    assert told[1].papers == ["P1"]
    assert told[1].text.startswith("One paper starts from the observation that "), "it is that paper's view"


def test_a_topic_whose_subjects_cannot_be_counted_opens_with_no_one_papers_concern_alone() -> None:
    tasks = "Nets that learn task after task forget the old tasks, which remains hard to avoid."
    words = "Nets that learn task after task confuse the new tasks, which is hard to measure."
    first, second = paper(1, "Sleep", said("problem", tasks), FOUND), paper(2, "Order", said("problem", words))
    third = paper(3, "Nights", said("contribution", "Learns tasks by night, after other tasks that nets learn."))
    alone = synthesis(values(first, third, topic="Tasks after tasks", keywords=("tasks",), words=215)).claims
    assert kinds(alone, "context") == []
    told = synthesis(values(first, second, third, topic="Tasks after tasks", keywords=("tasks",), words=215)).claims
    assert [claim.papers for claim in kinds(told, "context")] in ([["P1"], ["P2"]], [["P2"], ["P1"]])
    assert kinds(told, "context")[1].text.startswith("Another starts from the observation that ")


def test_an_observation_that_hangs_on_its_abstract_opens_no_topic() -> None:
    hangs = "While both strategies of catastrophic forgetting made progress, they fail task after task."
    told = synthesis(values(paper(1, "Catastrophic forgetting in nets", said("problem", hangs)), *FORGETTING[1:],
                            keywords=("forgetting",), words=215)).claims  # fmt: skip
    assert kinds(told, "context") == []


def test_an_observation_that_no_one_sentence_bears_out_opens_no_topic() -> None:
    halves = (
        "Nets suffer catastrophic forgetting.",
        "Sleeping walkers cross old rivers by night, wading slowly, alone.",
    )
    both = replace(said("problem", " ".join(halves)), quotes=halves)
    told = synthesis(values(paper(1, "Catastrophic forgetting in nets", both), *FORGETTING[1:],
                            keywords=("forgetting",), words=215)).claims  # fmt: skip
    assert kinds(told, "context") == []


def test_no_topic_of_the_real_survey_opens_with_a_lone_observation(real_survey: Survey) -> None:
    for topic in real_survey.topics:
        opening = [claim for claim in topic.claims if claim.kind in {"agreement", "context"}]
        assert [claim.kind for claim in opening] != ["context"], topic.name


def test_a_statement_within_a_sentence_is_small_at_its_start_unless_it_starts_with_a_term() -> None:
    def opening(text: str) -> str:
        one = paper(1, "Catastrophic forgetting in nets", said("problem", text))
        told = synthesis(values(one, *FORGETTING[1:], keywords=("forgetting",), words=215)).claims
        return " ".join(claim.text for claim in kinds(told, "context"))

    assert "that most nets" in opening("Most nets suffer catastrophic forgetting task after task.")
    assert "that Catastrophic Forgetting" in opening("Catastrophic Forgetting limits all nets that learn many tasks.")


def test_gaps_are_what_papers_leave_open_in_words_that_say_something() -> None:
    open_ = said("limitations", "How nets behave beyond a thousand layers of depth remains to be seen.")
    empty = said("limitations", "Several limitations remain.")
    told = synthesis(values(paper(1, "Deep", open_), paper(2, "Shallow", empty))).claims
    assert [claim.papers for claim in kinds(told, "gap")] == [["P1"]]


def reaching(number: int, name: str, value: str, text: str) -> RecordedPaper:
    return paper(number, f"{name}: Boxes", said("result", text, value=value, measure="PQ", dataset="COCO"))


def test_values_stand_side_by_side_as_long_as_each_paper_bears_out_its_share() -> None:
    one = reaching(1, "OneNet", "57.8", "OneNet reaches 57.8 PQ on COCO.")
    two = reaching(2, "TwoNet", "59.4", "TwoNet reaches 59.4 PQ on COCO.")
    (told,) = kinds(synthesis(values(one, two)).claims, "difference")
    assert told.text == "On COCO, the reported PQ is 57.8 (OneNet) and 59.4 (TwoNet)."
    names = "OneNet TwoNet ThreeNet FourNet FiveNet SixNet".split()
    six = [reaching(n, name, f"5{n}.8", f"{name} reaches 5{n}.8 PQ on COCO.") for n, name in enumerate(names, 1)]
    (told,) = kinds(synthesis(values(*six)).claims, "difference")
    assert len(told.papers) == 5, "of six values and names no line would be enough of the statement"


def test_figures_under_conditions_of_their_own_are_not_set_beside_others() -> None:
    one = reaching(1, "OneNet", "57.8", "OneNet reaches 57.8 PQ on COCO.")
    few = reaching(2, "FewNet", "49.4", "With only 100 images, FewNet reaches 49.4 PQ on COCO.")
    assert not kinds(synthesis(values(one, few)).claims, "difference")


def test_a_topic_of_which_little_is_known_says_what_there_is() -> None:
    told = synthesis(values(paper(1, "Deep", said("contribution", "Digs.")))).claims
    assert [(claim.kind, claim.text) for claim in told] == [("finding", "Digs.")]
    assert synthesis(values()).claims == []


def test_more_room_means_more_and_never_other_findings() -> None:
    made = "Presents {}Net, a net that sorts {} by their age, by their size and by the colour of their skin."
    words = "Apple Pear Plum Nut Fig Date Lime Grape Melon Kiwi Olive Berry".split()
    papers = [paper(n, f"{word}Net: Sorting", said("contribution", made.format(word, word.lower())))
              for n, word in enumerate(words)]  # fmt: skip
    told = {length: synthesis(values(*papers, words=on_topic(length, 12).words)).claims for length in get_args(Length)}
    short, standard, long = ({c.text for c in kinds(told[length], "finding")} for length in get_args(Length))
    assert short < standard <= long
    assert 3 * len(short) <= len(long)


@pytest.mark.parametrize("papers", [1, 4, 9, 29, 60])
@pytest.mark.parametrize("length", ["short", "standard", "long"])
def test_the_length_is_known_by_the_words_that_are_wanted(papers: int, length: Length) -> None:
    assert length_of(on_topic(length, papers).words, papers) == length


def test_what_earlier_work_lacks_is_no_gap_of_the_paper() -> None:
    lacks = said("limitations", "Existing methods fail to decouple actions from all of their context features.")
    vague = said("limitations", "The experiments reveal several limitations of the current models.")
    assert kinds(synthesis(values(paper(1, "Acts", lacks), paper(2, "Pose", vague))).claims, "gap") == []


def test_every_gap_is_told_whatever_the_length() -> None:
    gaps = [paper(n, f"Thing {n}", said("limitations", f"How nets behave beyond {n} thousand layers of depth is open."))
            for n in range(2, 9)]  # fmt: skip
    assert len(kinds(synthesis(values(*gaps, words=100)).claims, "gap")) == 7


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
         "Mask2Former reports 57.8 PQ and 50.1 AP (instance segmentation) on COCO and 57.7 mIoU on ADE20K."),
        ("ConvMAE-Base improves ImageNet-1K finetuning accuracy by 1.4% compared with MAE-Base.",
         "ConvMAE-Base improves finetuning accuracy by 1.4% on ImageNet-1K over MAE-Base."),
        ("FastNet2 substantially improves upon the current record by 28.8 mIoU on COCO and 6.9 mIoU on ADE20K.",
         "FastNet2 improves mIoU by 28.8 on COCO and 6.9 on ADE20K over the current record."),
        ("FastNet2 outperforms prior methods by up to 5.3% on MNIST.",
         "FastNet2 gains up to 5.3% on MNIST over prior methods."),
        ("Mask2Anomaly reduces the average false positives rate by 60% on COCO.", ""),
        ("The network reaches 54.5 AP on COCO.", ""),
        ("FastNet2 uses new features: X, Y and Z, and combines them to reach 43.5% AP on COCO.", ""),
        ("FastNet2: the net reaches 43.5% AP on COCO.", "FastNet2 reports 43.5% AP on COCO."),
        ("In the FastNet2 paper, the net reaches 43.5% AP on COCO.", "FastNet2 reports 43.5% AP on COCO."),
        ("FastNet is fast.", ""),
    ],
)  # fmt: skip
def test_a_finding_is_put_shortly_only_where_it_says_plainly_who_and_how_much(text: str, short: str) -> None:
    assert shortly(digested(text)) == short


def test_two_gains_on_one_data_set_that_nothing_sets_apart_are_not_put_shortly() -> None:
    assert shortly(digested("FastNet gains 35.8% on COCO over OldNet and gains 7.2% on COCO over BigNet.")) == ""


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


MADE = digested("One paper proposes a loss for trees, which counts their leaves.", "finding", "P8")
MEANT = digested("One study suggests that birds prefer trees that are described to them in words.", "finding", "P9")


def test_a_theme_that_found_nothing_gets_what_its_papers_make_or_suggest() -> None:
    topics = (TopicDigest("Trees", "Losses", 9, (MADE,)), TopicDigest("Trees", "Birds and planes", 5, (MEANT,)))
    (told,) = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert told.text == (
        "On losses, one paper proposes a loss for trees; on birds, another suggests that birds prefer trees that are "
        "described to them in words."
    )
    (alone,) = overview(OverviewValues(topics[:1], "English", 100, 1, 2)).claims
    assert (alone.text, alone.papers) == ("On losses, one paper proposes a loss for trees.", ["P8"])


def test_a_name_keeps_its_capitals_within_a_sentence_and_what_was_compared_is_no_finding() -> None:
    named = digested("Text Semantics Augmentation (TSA) outperforms all baselines on trees and birds.", "finding", "P1")
    compared = digested("The results on the set are compared.", "finding", "P2")
    (told,) = overview(OverviewValues((TopicDigest("T", "Trees", 9, (named, compared)),), "English", 100, 1, 2)).claims
    assert told.text.startswith("On trees, one paper finds that Text Semantics Augmentation (TSA) outperforms")
    assert told.papers == ["P1"]


WORDS = tuple(
    digested(text, "finding", f"P{n}")
    for n, text in enumerate(
        (
            "Nets forget what they learned first.",
            "The layers of a net differ.",
            "FastNet is a net that draws boxes.",
            "One paper proposes a loss.",
            "FastNet draws boxes.",
            "Sleep helps: it does so at night.",
        ),
        4,
    )
)


def test_a_theme_without_figures_gets_what_two_of_its_topics_found_in_one_sentence() -> None:
    topics = (TopicDigest("Words", "Forgetting", 4, WORDS[:1]), TopicDigest("Words", "Layers", 9, WORDS[1:]))
    (told,) = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert (
        told.text
        == "One paper finds that the layers of a net differ, another that nets forget what they learned first."
    )
    assert told.papers == ["P5", "P4"]


def test_what_two_topics_found_stands_under_their_names() -> None:
    one = digested(
        "Most lottery tickets of a net are found within a tenth of its usual training time.", "finding", "P1"
    )
    other = digested(
        "The deeper layers of DeepNet learn shapes a third later than the first layers learn colours.", "finding", "P2"
    )
    same = digested(
        "Pruning hurts nets that learned from labels twice as much as the nets that saw none.", "finding", "P3"
    )
    topics = (
        TopicDigest("Words", "Pruning and lottery tickets", 9, (one,)),
        TopicDigest("Words", "DeepNet", 8, (other,)),
    )
    (told,) = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert told.text == (
        "On lottery tickets, one paper finds that most lottery tickets of a net are found within a tenth of its usual "
        "training time; on DeepNet, another that the deeper layers of DeepNet learn shapes a third later than the "
        "first layers learn colours."
    )
    alone = (TopicDigest("Words", "Lottery tickets", 9, (one, same)),)
    (told,) = overview(OverviewValues(alone, "English", 100, 1, 2)).claims
    assert told.text.startswith("On lottery tickets, one paper finds that most lottery tickets")
    assert "; on " not in told.text
    elsewhere = (TopicDigest("Words", "Diffusion models", 9, (one,)), topics[1])
    (told,) = overview(OverviewValues(elsewhere, "English", 100, 1, 2)).claims
    assert told.text.startswith("One paper finds that most lottery tickets"), "it says nothing of diffusion"


@pytest.mark.parametrize(
    "asking",
    [
        "Adversarial training of nets closes the colour gap quickly.",
        "Distilled features are seen by people sooner than nets.",
    ],
)
def test_a_finding_of_what_no_reader_knows_yields_to_a_longer_one(asking: str) -> None:
    asks = digested(asking, "finding", "P1")
    tells = digested("Pruning hurts nets that saw labels twice as much as nets that saw none at all.", "finding", "P2")
    topics = (TopicDigest("Words", "Pruning", 9, (asks, tells)), TopicDigest("Words", "Rain", 2, ()))
    (told,) = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert told.text.startswith("On pruning, one paper finds that pruning hurts nets")


def test_a_finding_whose_paper_would_not_be_cited_for_it_is_not_joined_to_a_longer_one() -> None:
    long = digested(
        "Nets that learn task after task forget the first of their tasks sooner than nets that see them all at once.",
        "finding", "P6",
    )  # fmt: skip
    topics = (TopicDigest("Words", "Forgetting", 4, (long,)), TopicDigest("Words", "Layers", 9, WORDS[1:]))
    told = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert not any("another that" in claim.text for claim in told)
    more = TopicDigest("Words", "More", 3, WORDS[:1])
    (claim,) = overview(OverviewValues((*topics, more), "English", 100, 1, 2)).claims
    assert (claim.papers, "another that" in claim.text) == (["P6", "P4"], True)


def test_what_is_made_stands_behind_what_was_found_and_only_by_its_name() -> None:
    topics = (TopicDigest("Words", "Layers", 9, WORDS[1:]),)
    told = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert [claim.text for claim in told] == [
        "On layers, one paper finds that the layers of a net differ, another presents FastNet, a net that draws boxes."
    ]


def test_what_a_method_does_is_no_finding_of_the_overview() -> None:
    texts = (
        "Inseq enables the extraction of what moves a net.",
        "In contrast to others, RISE works on black boxes.",
        "Modality-driven Optimization (MO) employs learning rates.",
        "For reading books, one paper proposes a loss.",
        "Using only one data set, one study reaches 88.8% mIoU on it.",
        "Sorting groups is motivated by problems of seeing.",
    )
    claims = tuple(digested(text, "finding", f"P{n}") for n, text in enumerate(texts, 20))
    found = (
        digested("One study shows that nets forget what they learned first.", "finding", "P1"),
        digested("Inseq reduces the errors of nets by a third.", "finding", "P2"),
    )
    topics = (TopicDigest("Words", "Forgetting", 4, (*claims, found[0])), TopicDigest("Words", "Errors", 3, found[1:]))
    (told,) = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert sorted(told.papers) == ["P1", "P2"]
    nothing = overview(OverviewValues((TopicDigest("Words", "All", 9, claims),), "English", 100, 1, 2)).claims
    assert [claim.text for claim in nothing] == [texts[0]], "how the topic begins, for want of more"


def test_the_largest_themes_have_what_is_left_of_the_room() -> None:
    topics = (
        TopicDigest("Late", "All", 4, (LATE, digested("LastNet reaches 40.0 mAP on LVIS.", "finding", "P7"))),
        TopicDigest("Seeing", "Boxes", 9, (FAST, digested("BoxNet reaches 50.1 AP on COCO.", "finding", "P8"))),
    )
    told = overview(OverviewValues(topics, "English", 100, 1, 3)).claims
    assert [claim.papers[0] for claim in told] == ["P3", "P1", "P8"]


def test_no_line_of_the_overview_is_a_finding_word_for_word(real_survey: Survey) -> None:
    told = {claim.text for topic in real_survey.topics for claim in topic.claims}
    assert real_survey.overview
    assert not told & {claim.text for claim in real_survey.overview}


# --- the real survey ---


def test_most_topics_of_the_real_survey_open_with_what_they_are_about(real_survey: Survey) -> None:
    told = [{claim.kind for claim in topic.claims} for topic in real_survey.topics]
    assert sum(bool(kinds & {"context", "agreement"}) for kinds in told) >= 0.65 * len(told)


def test_no_file_of_this_package_reads_a_prompts_text() -> None:
    folder = Path(__file__).resolve().parents[2] / "survey" / "models" / "extractive"
    for path in folder.glob("*.py"):
        assert ".user" not in path.read_text(encoding="utf-8"), path.name


def test_beside_kinds_of_papers_alone_the_opening_says_what_others_are_about() -> None:
    made = [paper(n, f"Oaks {n}", said("contribution", "Introduces a benchmark for oaks.")) for n in (1, 2)]
    subjects = ("binary trees", "wet snow", "old clocks")
    others = [
        replace(paper(n, f"On {one.title()}"), abstract=f"We look at {one}. Most {one} last.")
        for n, one in enumerate(subjects, 3)
    ]
    opened = [claim.text for claim in synthesis(values(*made, *others, topic="Nature")).claims][:4]
    assert opened[0] == "Several papers introduce a benchmark."
    assert opened[1:] == [f"One paper is about {one}." for one in subjects]
