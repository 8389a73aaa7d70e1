"""What is read from abstracts of every field: each text reads as well as the sentence it is from, and says no more.

Several hundred abstracts that no rule was written on, and the turns of phrase at which texts used to break off.
"""

import gzip
import json
import re
from pathlib import Path

import pytest
from blemishes import blemishes, stems
from hypothesis import given
from hypothesis import strategies as st

from survey.evidence import missing_numbers, sentences
from survey.models.extractive.manner import manner
from survey.models.extractive.names import data_names, data_phrase, listed_names
from survey.models.extractive.pointing import without_pointing
from survey.models.extractive.record import read_paper
from survey.models.extractive.trim import stands_alone, trimmed
from survey.questions import NumberedPaper, PaperAnswer, ResultAnswer, StatementAnswer

DUMP = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "scale" / "arxiv_38000.jsonl.gz"
ONE_IN = 60
_MADE_BY_THE_READER = stems(
    "the authors it they their its method approach model framework one uses use works by called named consists of and "
    "a finds suggests concludes argues raises highlights aims goes adds and an is are about demonstrates shows"
)


@pytest.fixture(scope="module")
def read() -> list[tuple[NumberedPaper, PaperAnswer]]:
    """One paper in sixty of a large dump, each with what is read from it."""
    with gzip.open(DUMP, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for n, line in enumerate(lines) if n % ONE_IN == 17]
    papers = [NumberedPaper("P1", row["title"], sentences(row["abstract"])) for row in rows]
    assert len(papers) > 500
    return [(paper, read_paper(paper)) for paper in papers]


def told(answer: PaperAnswer) -> tuple[StatementAnswer | ResultAnswer, ...]:
    return (*answer.statements, *answer.results)


def behind(paper: NumberedPaper, one: StatementAnswer | ResultAnswer) -> str:
    """The sentences that a text rests on."""
    return " ".join(paper.sentences[number - 1] for number in one.sentences)


def test_nearly_every_abstract_says_what_it_contributes(read: list[tuple[NumberedPaper, PaperAnswer]]) -> None:
    fields = [{one.field for one in answer.statements} for _, answer in read]
    assert sum("contribution" in said for said in fields) > 0.97 * len(fields)
    assert sum("method" in said for said in fields) > 0.7 * len(fields)


def test_every_text_reads_as_well_as_its_sentence(read: list[tuple[NumberedPaper, PaperAnswer]]) -> None:
    wrong = [
        (one.text, bad)
        for paper, answer in read
        for one in told(answer)
        if (bad := blemishes(one.text) - blemishes(behind(paper, one)))
    ]
    assert wrong == []


def test_every_text_is_a_sentence(read: list[tuple[NumberedPaper, PaperAnswer]]) -> None:
    for _, answer in read:
        for one in told(answer):
            assert re.search(r"[.!?][\"”’')\]]*$", one.text), one.text
            assert not re.match(r"[a-z]+ ", one.text), one.text


def test_no_figure_is_cut_or_invented(read: list[tuple[NumberedPaper, PaperAnswer]]) -> None:
    for paper, answer in read:
        for one in told(answer):
            assert not missing_numbers(one.text, [behind(paper, one)]), one.text


def test_values_measures_and_data_stand_in_the_sentence(read: list[tuple[NumberedPaper, PaperAnswer]]) -> None:
    def plain(text: str) -> str:
        return re.sub(r"[\W_]+", "", text).casefold()

    valued = 0
    for paper, answer in read:
        abstract = stems(" ".join((paper.title, *paper.sentences)))
        for result in answer.results:
            source = plain(behind(paper, result))
            if result.value:
                valued += 1
                assert plain(result.value) in source, result
                assert plain(result.unit or "") in source, result
            for part in filter(None, (result.measure, result.dataset, result.baseline)):
                assert stems(part) <= abstract, result
    assert valued > 100


def test_every_word_is_the_papers_own(read: list[tuple[NumberedPaper, PaperAnswer]]) -> None:
    for paper, answer in read:
        source = stems(" ".join((paper.title, *paper.sentences)))
        for one in told(answer):
            assert len(stems(one.text) - source - _MADE_BY_THE_READER) <= 1, one.text


def test_no_field_says_what_another_says(read: list[tuple[NumberedPaper, PaperAnswer]]) -> None:
    for _, answer in read:
        texts = [one.text for one in answer.statements if one.field != "data"]
        assert len(set(texts)) == len(texts)
        assert len({one.field for one in answer.statements}) == len(answer.statements)


def test_to_trim_once_is_enough(read: list[tuple[NumberedPaper, PaperAnswer]]) -> None:
    """What stands alone as it is stays as it is; a few lose one clause more."""
    texts = [trimmed(sentence) for paper, _ in read[:150] for sentence in paper.sentences]
    changed = [text for text in texts if stands_alone(text) and trimmed(text) != text]
    assert len(texts) > 900
    assert len(changed) < 0.03 * len(texts), changed


# --- where texts broke off ---


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It learns from a curated dataset of 870 slides at 0.25 microns across 34 soils.",
         "A curated dataset of 870 slides at 0.25 microns across 34 soils."),
        ("On a private dataset of 1,859 walks, TreeNet achieves an accuracy of 62.11%.",
         "A private dataset of 1,859 walks."),
        ("On a private cohort of tall old trees, where the model attained 0.92, it is fine.",
         "A private cohort of tall old trees."),
        ("The authors collect a large dataset of forest sounds, which the authors cut by hand.",
         "A large dataset of forest sounds."),
        ("A corpus of walks in 12 forests: it is public.", "A corpus of walks in 12 forests."),
        ("A corpus of walks in 12 forests, covering every season.", "A corpus of walks in 12 forests."),
        ("It constructs a set of 4.4 million leaves and uses 1,500 images of trees.", "1,500 images."),
        ("It gains 0.309 points across three walking datasets.", "Three walking datasets."),
        ("It was shown to 1,200 participants.", "1,200 participants."),
        ("It was shown to 24 healthy volunteers.", "24 healthy volunteers."),
        ("It was tried on three datasets.", "Three datasets."),
        ("It was tried on several public tree benchmarks.", "Several public tree benchmarks."),
    ],
)  # fmt: skip
def test_data_told_as_a_phrase_keep_their_figures_and_end_where_they_end(text: str, phrase: str) -> None:
    assert data_phrase(text) == phrase


@pytest.mark.parametrize(
    "text",
    [
        "It gains 0.52 on the same benchmarks.",
        "It gains 0.309 over several datasets.",
        "It uses 10,000 examples less than v2.5 examples would.",
        "It holds on various benchmarks.",
        "It walks through forests.",
        "",
    ],
)
def test_what_is_no_data_or_only_the_end_of_a_figure_gives_no_phrase(text: str) -> None:
    assert data_phrase(text) in {None, "10,000 examples."}


def test_only_the_kind_of_the_data_is_told_where_that_is_wanted() -> None:
    assert data_phrase("It was tried on several public tree benchmarks.", vague=False) is None
    assert data_phrase("It was tried on three datasets.", vague=False) == "Three datasets."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It is tried on ImageNet-1K, ADE20K and Cityscapes.", ("ImageNet-1K", "ADE20K", "Cityscapes")),
        ("It reaches 9 on TreeBench-2 alone.", ("TreeBench-2",)),
        ("It is based on TreeBench-2 alone.", ()),
        ("It relies on TreeBench-2 alone.", ()),
        ("It is tried on the TreeNet2 model.", ()),
        ("A new VFL dataset is needed.", ()),
        ("The data sets COCO and FFHQ are used.", ("COCO", "FFHQ")),
        ("They give a dataset, SV3.3B is fast.", ()),
        ("They give a dataset, WalkSet9, to all.", ("WalkSet9",)),
        ("They make a dataset called Pinewood of walks.", ("Pinewood",)),
        ("They make Pinewood, a large dataset of walks.", ("Pinewood",)),
        ("PACS achieves 59.8% on all.", ()),
        ("It is trained with Adam on an NVIDIA A100.", ()),
        ("They use benchmarks such as Willow, Alder and Birch.", ("Willow", "Alder", "Birch")),
        ("Nothing is named here.", ()),
    ],
)  # fmt: skip
def test_names_of_data_and_of_other_things(text: str, names: tuple[str, ...]) -> None:
    assert data_names(text) == names


def test_names_of_several_sentences_make_one_list_without_parts_of_others() -> None:
    assert listed_names(["It is tried on COCO.", "It is tried on ADE20K and COCO."]) == "COCO and ADE20K."
    assert listed_names(["On ImageNet-1K it is fast.", "On ImageNet it is not."]) == "ImageNet-1K."
    assert listed_names(["It walks."]) is None


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Proposes a model dubbed TreeNet that unrolls walks into a tree, which the authors train to sit.",
         "Unrolls walks into a tree."),
        ("Proposes a filter that ranks old edges by age, achieving the best of all results.",
         "Ranks old edges by age."),
        ("Introduces a gate which masks the dark pixels of trees.", "Masks the dark pixels of trees."),
        ("Proposes a model consisting of a gate, a lamp and a saw.", "Consists of a gate, a lamp and a saw."),
        ("Proposes to rank and prune the edges of old trees.", "Ranks and prunes the edges of old trees."),
        ("Proposes a model using three lamps and two large saws.", "Uses three lamps and two large saws."),
        ("Combines lamps and saws of two kinds to cut trees.", "Combines lamps and saws of two kinds."),
        ("The method extends old walks with short new ones.", "Extends old walks with short new ones."),
        ("Unlike walkers, a filter ranks old edges by counting them.", None),
        ("Shows that nets of old trees are robust by relying on rain.", None),
        ("Proposes a model for trees.", None),
    ],
)  # fmt: skip
def test_how_a_method_works_ends_before_what_comes_of_it(text: str, how: str | None) -> None:
    assert manner(text) == how


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Trains a small net on rings of bark for this task.", "Trains a small net on rings of bark."),
        ("Splits a walk into short steps, as to use these many old maps.", None),
        ("Rings of bark limit the ability to solve this task.", None),
        ("Argues instead that rings of bark grow in winter.", "Argues that rings of bark grow in winter."),
        ("Walks of a task are split by this task.", None),
        ("Walks in wet soil are found in 9 of these cases.", None),
        ("Walks are for this.", None),
    ],
)
def test_an_end_that_points_elsewhere_goes_where_the_rest_is_whole(text: str, left: str | None) -> None:
    assert without_pointing(text) == (left or text)


@pytest.mark.parametrize(
    "text",
    [
        "To ensure that walks are safe, the authors propose the.",
        "Proposes a walker in two stages consisting of.",
        "Walks of this kind are described by those.",
        "Walks are split as follows.",
    ],
)
def test_a_sentence_that_its_abstract_broke_off_is_not_whole(text: str) -> None:
    assert not stands_alone(text)
    assert stands_alone("Proposes a walker that climbs trees in two stages.")


def test_a_doctor_ends_no_sentence() -> None:
    long = (
        'Then, we built "Dr. Bark," a walker that writes a report on each tree from a photograph of its bark alone, '
        "with a drawing of the branch that it would cut first, and of two branches that it would leave as they are."
    )
    answer = read_paper(NumberedPaper("P1", "Reports on trees", ("Trees are old.", long)))
    assert [one.text for one in answer.statements if "Dr. Bark" not in one.text and "Bark" in one.text] == []


def test_items_of_a_list_are_no_statements() -> None:
    paper = NumberedPaper(
        "P1",
        "Walks",
        (
            "We propose SlimTree, which ranks the branches of trees.",
            "The results are three:",
            "(2) Walking with SlimTree substantially improves the accuracy of maps; and",
            "(3) It outperforms walking without any maps by 4.5% in wet soil.",
        ),
    )
    assert not [one.text for one in told(read_paper(paper)) if one.text.endswith(" and.")]


# --- whatever is read ---

_TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(
        st.sampled_from(
            'We propose SlimTree , which ( that " 4.5% on ADE20K of the this we our and ; : . -- [3] a an is by'.split()
        ),
        max_size=25,
    ).map(" ".join),
)


@given(st.text(max_size=40), st.lists(_TEXTS, max_size=6))
def test_any_abstract_is_read_and_no_figure_is_its_readers(title: str, lines: list[str]) -> None:
    paper = NumberedPaper("P1", title, tuple(lines))
    answer = read_paper(paper)
    assert answer == read_paper(paper)
    for one in told(answer):
        assert set(one.sentences) <= set(range(1, len(lines) + 1))
        assert one.text.strip()
        assert not missing_numbers(one.text, [behind(paper, one)])


@given(_TEXTS)
def test_any_sentence_has_data_or_none(text: str) -> None:
    names = data_names(text)
    assert all(name in text for name in names)
    assert len(set(names)) == len(names)
    phrase = data_phrase(text)
    assert phrase is None or phrase.endswith(".")
    assert manner(text) is None or len(str(manner(text)).split()) > 1


# --- the parts of a result ---


def test_measures_data_and_rivals_are_phrases(read: list[tuple[NumberedPaper, PaperAnswer]]) -> None:
    begins = re.compile(r"(?:the|an?|in|on|and|by|with|to|for|that|which|its|their)\b")
    ends = re.compile(r"\b(?:and|or|of|the|an?|in|on|with|by|to|for|which|is|are|over|than|achieves?)$|[.,;: ]$")
    parts = [
        part
        for _, answer in read
        for result in answer.results
        for part in (result.measure, result.dataset, result.baseline)
        if part
    ]
    assert len(parts) > 250
    broken = [part for part in parts if begins.match(part) or ends.search(part) or len(part.split()) > 8]
    assert len(broken) < 0.005 * len(parts), broken


def test_no_paper_is_its_own_rival_and_no_rival_is_data_or_measure(
    read: list[tuple[NumberedPaper, PaperAnswer]],
) -> None:
    for paper, answer in read:
        own = paper.title.split(":")[0] if ":" in paper.title else None
        for result in answer.results:
            if result.value and result.baseline:
                assert result.baseline not in {own, result.dataset, result.measure}, result


def test_a_value_is_a_figure_and_its_unit_short(read: list[tuple[NumberedPaper, PaperAnswer]]) -> None:
    units = set()
    for _, answer in read:
        for result in answer.results:
            if result.value:
                assert re.search(r"\d", result.value), result
                units.add(result.unit or "")
    assert {"%", "x"} <= units
    assert all(len(unit) <= len("percentage points") for unit in units), units
