"""What unites the papers of a topic and how they divide: counted groups that hold of each paper they name."""

import re
from dataclasses import replace

import pytest
from recorded_papers import paper, said, values

from survey.document import Survey
from survey.evidence import content_words
from survey.models.extractive.counted import Group, least_sharing
from survey.models.extractive.division import by_words, few, groups
from survey.questions import RecordedPaper
from survey.words import MANY


def about(number: int, title: str, text: str = "", field: str = "contribution") -> RecordedPaper:
    return paper(number, title, *([said(field, text)] if text else []))


PRUNING = tuple(about(n, f"Attention head pruning {word}") for n, word in enumerate(("now", "again", "for ever"), 1))
OTHERS = tuple(about(n, word, f"Does {word} things.") for n, word in enumerate("red blue green dull".split(), 4))


def test_a_subject_is_what_several_titles_or_contributions_hold() -> None:
    (group,) = groups(values(*PRUNING, *OTHERS, keywords=("pruning",)), 2)
    assert group == Group(
        "Several papers are about attention head pruning.", ("P1", "P2", "P3"), "attention head pruning"
    )


def test_what_a_paper_only_finds_in_passing_is_not_what_it_is_about() -> None:
    passing = about(9, "Speed", "Attention head pruning is faster by 2%.", "result")
    (group,) = groups(values(*PRUNING, passing, *OTHERS, keywords=("pruning",)), 2)
    assert "P9" not in group.papers


def test_what_the_topics_name_says_already_is_not_told_alone() -> None:
    (group,) = groups(values(*PRUNING, *OTHERS, topic="Attention head pruning", keywords=("pruning",)), 2)
    assert (group.papers, group.telling) == (("P1", "P2", "P3"), False)
    lasso = [about(n, f"Lasso paths to the {word}") for n, word in enumerate("left right front".split(), 21)]
    told = groups(values(*PRUNING, *lasso, topic="Attention head pruning", keywords=("pruning", "lasso paths")), 2)
    assert [(len(group.papers), group.telling) for group in told] == [(3, True), (3, True)], "it tells them apart"
    two = values(*PRUNING, *OTHERS, topic="Attention head pruning and birds", keywords=("pruning",))
    assert groups(two, 2)[0].telling, "the name is of two subjects"


def test_the_topics_own_name_is_counted_only_of_many_of_its_papers() -> None:
    many = [*PRUNING, *(about(n, f"Thing {n}") for n in range(10, 24))]
    assert groups(values(*many, topic="Attention head pruning", keywords=("pruning",)), 2) == []


def test_the_largest_group_stands_first() -> None:
    more = [about(n, f"Skeleton graphs {word}") for n, word in enumerate("red green blue grey".split(), 31)]
    told = groups(values(*PRUNING, *more, topic="Shapes", keywords=("pruning", "skeleton")), 2)
    assert [len(group.papers) for group in told] == [4, 3]


def test_a_subject_goes_as_far_as_its_papers_write_it() -> None:
    texts = ("A state space model is slow. State space models grow.", "The state space model is fast.")
    papers = [replace(about(n, f"Of state space {n}"), abstract=text) for n, text in enumerate(texts, 1)]
    told = groups(values(*papers, *OTHERS[:1], topic="Nets", keywords=("state", "space")), 2)
    assert [group.subject for group in told] == ["state space models"]


def test_of_papers_with_little_in_common_the_keywords_of_two_are_told() -> None:
    pair = [about(n, f"Graph kernels for {word}") for n, word in enumerate(("dogs", "cats"), 1)]
    alone = [
        about(n, word, f"Does {word} things.") for n, word in enumerate("red blue green dull cold warm".split(), 4)
    ]
    mixed = values(*pair, *alone, topic="Colours", keywords=("graph kernels", "colours"))
    assert groups(mixed, 2) == []
    assert few(mixed) == [Group("Several papers work with graph kernels.", ("P1", "P2"), "graph kernels")]
    assert few(values(*pair, *alone, topic="Colours", keywords=("colours",))) == [], "no keyword of the topic"
    assert few(values(*alone, keywords=("red things", "colours"))) == []
    crowd = [about(n, f"Thing {n}") for n in range(20, 30)]
    assert few(values(*pair, *crowd, topic="Colours", keywords=("graph kernels",))) == [], "of too many papers"


def test_of_papers_without_a_common_phrase_the_words_of_the_keywords_tell() -> None:
    titles = ("Token-Level Sorting", "Learning from Important Tokens", "Rooting", "Memory of Roots")
    texts = ("Sorts tokens by weight.", "Keeps tokens.", "Stores tokens in memory.", "Spares memory in roots.")
    papers = [about(n, title, text) for n, (title, text) in enumerate(zip(titles, texts, strict=True), 1)]
    mixed = values(*papers, topic="Quick roots", keywords=("token", "memory", "weights"))
    assert (groups(mixed, 2), few(mixed)) == ([], [])
    assert by_words(mixed) == [
        Group("Several papers deal with tokens.", ("P1", "P2", "P3"), "tokens"),
        Group("Several papers address memory.", ("P3", "P4"), "memory"),
    ]
    assert by_words(replace(mixed, topic="Tokens")) == [], "the name says so, and one title names memory"
    tool = about(9, "A Tool for Tokens", "Builds a tool for tokens.")
    with_tool = (
        replace(tool, abstract="We build a tool for tokens."),
        replace(papers[1], abstract="Learns with a tool."),
    )
    told = by_words(values(*with_tool, *papers[2:], topic="Quick roots", keywords=("tokens", "tool")))
    assert [group.subject for group in told] == ["tokens"], "no form that a sentence could have"


def test_what_a_paper_does_without_it_is_not_about() -> None:
    by = [
        about(n, f"Sorting {word}", "We use a stack of pyramid nets.")
        for n, word in enumerate("left right up in".split())
    ]
    without = about(9, "Sorting down", "We use leaves, removing the pyramid nets, and prune.")
    (group,) = groups(values(*by, without, *OTHERS, topic="Trees", keywords=("pyramid nets",)), 2)
    assert group.papers == ("P0", "P1", "P2", "P3")


def test_a_keyword_that_bears_a_persons_name_is_written_as_it_is_and_no_other_thing_of_somebody_is_told() -> None:
    pair = [
        about(n, f"Early Alzheimer's Disease in {word}", f"Tells the patient's age from Alzheimer's disease in {word}.")
        for n, word in enumerate(("voices", "pictures"), 1)
    ]
    alone = [about(n, word, f"Does {word} things.") for n, word in enumerate("red blue green".split(), 3)]
    told = few(values(*pair, *alone, topic="Colours", keywords=("Alzheimer's disease", "colours")))
    assert told == [Group("Several papers are about Alzheimer's disease.", ("P1", "P2"), "Alzheimer's disease")]


def test_what_a_whole_survey_is_about_sets_no_topic_apart() -> None:
    common = [about(n, f"Gaussian splatting {word}") for n, word in enumerate("here there everywhere".split(), 1)]
    assert groups(values(*common, about(4, "Maps"), topic="Maps", keywords=("maps", "cameras")), 2) == []
    beside = [*common, *(about(n, f"Maps {n}") for n in range(4, 14))]
    assert [g.papers for g in groups(values(*beside, topic="Maps", keywords=("maps",)), 2)] == [("P1", "P2", "P3")]


def test_two_subjects_of_much_the_same_papers_are_told_once() -> None:
    same = [
        about(n, f"Masked autoencoders for image segmentation {word}") for n, word in enumerate("one two three".split())
    ]
    told = groups(values(*same, *OTHERS, topic="Masks", keywords=("masked", "segmentation")), 3)
    assert len(told) == 1


def test_subjects_of_other_papers_follow_in_other_words() -> None:
    boxes = [about(n, f"Bounding boxes {word}") for n, word in enumerate("left right front".split(), 21)]
    lines = [about(n, f"Skeleton graphs {word}") for n, word in enumerate("red green blue".split(), 31)]
    told = groups(values(*boxes, *lines, topic="Shapes", keywords=("boxes", "graphs", "skeleton")), 3)
    assert [group.text for group in told] == [f"{MANY} work with bounding boxes.", f"{MANY} use skeleton graphs."]


def test_a_keyword_of_one_word_will_do_where_no_phrase_does() -> None:
    told = groups(values(*(about(n, f"{word} pruning") for n, word in enumerate("Slow Fast Odd Even".split())),
                         topic="Sparse nets", keywords=("pruning", "speed")), 2)  # fmt: skip
    assert [group.text for group in told] == ["Several papers are about pruning."]


def test_names_keep_their_capitals_and_other_words_lose_those_of_a_title() -> None:
    text = "Presents an open-source Python library for speech."
    told = groups(values(*(about(n, f"An Open-Source Python Library {n}", text) for n in range(3)),
                         topic="Speech", keywords=("Python",)), 1)  # fmt: skip
    assert "open-source Python" in told[0].text


def on_graphs(*more: RecordedPaper) -> list[str]:
    """What is told of three papers on graphs, which share no phrase, and others."""
    texts = ("Attributes outputs of deep graphs.", "Learns the ends of graphs.", "A graph shows small worlds.")
    papers = [about(n, f"Work {n}", text) for n, text in enumerate(texts, 1)]
    asked = values(*papers, *more, topic="Networks", keywords=("graph", "generalizes", "nodes"))
    return [group.text for group in groups(asked, 2)]


def test_things_that_many_papers_name_are_told_where_no_phrase_is_shared() -> None:
    assert on_graphs() == [f"{MANY} deal with graphs."]
    four = [about(n, f"Other {n}", "Sees things.") for n in range(10, 14)]
    assert on_graphs(*four) == [f"{MANY} deal with graphs."]
    assert on_graphs(*(about(n, f"Other {n}", "Sees things.") for n in range(10, 20))) == [], "of many papers"


def test_of_other_things_only_those_of_other_papers_are_told() -> None:
    nodes = [about(n, f"Other {n}", f"Names the nodes of kind {n}.") for n in (10, 11, 12)]
    assert on_graphs(*nodes) == [f"{MANY} deal with graphs.", f"{MANY} use nodes."]
    both = [about(n, f"Both {n}", f"Draws graphs of nodes of kind {n}.") for n in (10, 11, 12)]
    assert on_graphs(*both) == [f"{MANY} deal with graphs."]


def test_one_and_many_of_a_thing_are_the_same_thing_and_what_all_have_is_none() -> None:
    told = [about(n, f"Work {n}", f"Sees the biases of {kind}. The bias of {kind}.") for n, kind in enumerate("abc")]
    found = groups(values(*told, topic="Networks", keywords=("bias", "biases", "characteristics")), 2)
    assert len(found) == 1
    plain = [about(n, f"Work {n}", f"Sees the characteristics of {kind}.") for n, kind in enumerate("abcd")]
    assert groups(values(*plain, topic="Networks", keywords=("characteristics",)), 2) == []


def test_a_verb_among_the_keywords_is_no_thing() -> None:
    told = [about(n, "Work", f"It generalizes to {kind}.") for n, kind in enumerate("red blue green dull".split())]
    assert groups(values(*told, topic="Networks", keywords=("generalizes",)), 2) == []


def test_data_that_three_papers_report_on_is_told_whatever_they_call_it() -> None:
    names = ("COCO", "MS COCO", "COCO", "ADE20K")
    papers = [
        paper(n, f"T{n}", said("result", f"Reaches 5 AP on {name}.", dataset=name)) for n, name in enumerate(names)
    ]
    (group,) = groups(values(*papers), 2)
    assert (group.text, len(group.papers)) == ("Several papers report on COCO.", 3)
    assert groups(values(*papers[:2]), 2) == []


@pytest.mark.parametrize(
    ("titles", "what"),
    [
        (("A survey of nets", "Nets: a comprehensive review", "Other"), "survey or review the field"),
        (("A survey of nets", "Masks: a comprehensive survey", "Other"), "survey the field"),
        (("A review of nets", "Masks: a systematic review", "Other"), "review the field"),
        (("Sleep: a meta-analysis", "A meta-analysis of diets", "Other"), "report a meta-analysis"),
        (
            ("A randomized controlled trial of rest", "Rest in a randomised trial", "Other"),
            "report on randomized trials",
        ),
    ],
)
def test_kinds_of_papers_are_told_by_the_word_that_they_use_themselves(titles: tuple[str, ...], what: str) -> None:
    told = groups(values(*(about(n, title) for n, title in enumerate(titles))), 2)
    assert Group(f"Several papers {what}.", ("P0", "P1")) in told


def test_who_makes_data_is_told_from_who_uses_it() -> None:
    made = [about(n, f"T{n}", "Introduces a large benchmark for speech.") for n in (1, 2)]
    used = about(3, "T3", "Evaluates nets on a benchmark for speech.")
    (group,) = groups(values(*made, used, topic="Speech"), 2)
    assert group == Group("Several papers introduce a benchmark.", ("P1", "P2"))
    both = about(4, "T4", "Presents a dataset of spoken words, which is large.")
    (group,) = groups(values(*made, both, topic="Speech"), 2)
    assert group.text == "Several papers introduce a benchmark or a dataset."


@pytest.mark.parametrize(
    ("sentence", "makes"),
    [
        (
            "To fill it, we introduce OakBench, the first large, mixed, and dense benchmark dataset for oaks.",
            True,
        ),
        ("We develop OAKS, the first finely grained leaf dataset with labels.", True),
        ("This paper presents a new benchmark, OakBench.", True),
        ("We introduce OakBench, a benchmark specifically designed for oaks.", True),
        ("We curated three specialized datasets aligned with these tasks.", True),
        ("We construct the Oak Question (OakQ) benchmark along with a net.", True),
        ("We propose a net and introduce the Oak Leaves (OakL) dataset.", True),
        ("It is measured on OAK-CQ, a novel dataset of leaves.", True),
        ("We introduce {OakAlign}, a large dataset tailored to oaks.", True),
        ("It is measured on OAK-CQ, a large dataset of leaves.", False),
        ("Recently, a new dataset of oaks was published.", False),
        ("We present a net for leaves on our benchmark.", False),
        ("We propose a net that beats others on each benchmark.", False),
        ("We introduce a net and show it on the dataset of oaks.", False),
        ("They introduce a benchmark for oaks.", False),
    ],
)
def test_who_makes_data_says_so_anywhere_in_its_abstract(sentence: str, makes: bool) -> None:
    plain = [about(n, f"T{n}", "Introduces a large benchmark for speech.") for n in (1, 2)]
    one = replace(about(3, "T3"), abstract=f"Oaks are old. {sentence}")
    (group,) = groups(values(*plain, one, topic="Speech"), 2)
    assert ("P3" in group.papers) is makes


@pytest.mark.parametrize(("papers", "least"), [(4, 2), (6, 2), (7, 3), (20, 3), (29, 5), (100, 15)])
def test_a_group_is_a_share_of_the_topic(papers: int, least: int) -> None:
    assert least_sharing(papers) == least


def test_the_order_of_the_words_of_papers_does_not_matter() -> None:
    whole = [*PRUNING, *OTHERS]
    one, other = (groups(values(*papers, keywords=("pruning",)), 2) for papers in (whole, whole[::-1]))
    assert [(g.text, sorted(g.papers)) for g in one] == [(g.text, sorted(g.papers)) for g in other]


# --- on real papers ---


def test_every_group_of_the_real_survey_is_borne_out_by_a_sentence_of_each_of_its_papers(real_survey: Survey) -> None:
    told = [claim for topic in real_survey.topics for claim in topic.claims if claim.text.startswith(MANY)]
    assert len(told) > 15
    for claim in told:
        subject = re.sub(rf"^{MANY} (?:are about|deal with|address|work with|use|build on|report on) ", "", claim.text)
        if subject != claim.text:
            for one in claim.evidence:
                assert content_words(subject) & content_words(one.quote), (claim.text, one.quote)


def test_half_of_the_topics_of_the_real_survey_say_how_their_papers_divide(real_survey: Survey) -> None:
    opened = [topic for topic in real_survey.topics if any(claim.text.startswith(MANY) for claim in topic.claims)]
    assert len(opened) >= 0.45 * len(real_survey.topics)
    for topic in opened:
        counted = [claim for claim in topic.claims if claim.text.startswith(MANY)]
        assert len({claim.text for claim in counted}) == len(counted)
        assert all(set(claim.papers) <= set(topic.papers) and len(claim.papers) > 1 for claim in counted)
