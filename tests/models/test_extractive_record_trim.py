"""A trimmed sentence reads well out of its abstract, and says nothing that its sentence doesn't."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.dumps import read_dumps
from survey.evidence import sentences
from survey.models.extractive.clauses import shortened
from survey.models.extractive.trim import stands_alone, trimmed


@pytest.fixture(scope="module")
def real_sentences(shared: Path) -> tuple[str, ...]:
    """Every sentence of the real dumps' abstracts."""
    dumps = read_dumps([shared / "dumps"]).dumps
    return tuple(s for dump in dumps for paper in dump.papers for s in sentences(paper.abstract))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In this paper, we propose X for vision.", "Proposes X for vision."),
        ("To this end, we introduce a new loss.", "Introduces a new loss."),
        ("To address these problems, we introduce a new loss.", "Introduces a new loss."),
        ("Addressing these limitations, this paper introduces DiffStyler.", "Introduces DiffStyler."),
        ("Motivated by recent work, we study how nets learn.", "Studies how nets learn."),
        ("However, existing methods fail on graphs.", "Existing methods fail on graphs."),
        ("Our method achieves 3.1 mAP on COCO.", "The method achieves 3.1 mAP on COCO."),
        ("This approach yields flow graphs.", "The approach yields flow graphs."),
        ("Through extensive experiments we demonstrate that X holds.", "Demonstrates that X holds."),
        ("We alternately apply attention in blocks.", "Alternately applies attention in blocks."),
        ("We proposed a model that works well.", "Proposes a model that works well."),
        ("We will introduce a method for X.", "Introduces a method for X."),
        ("This work studies the role of depth.", "Studies the role of depth."),
        ("In this paper, the role of depth is studied.", "The role of depth is studied."),
    ],
)
def test_openings_go_and_we_becomes_the_paper(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We compare ViTs, and show that they differ.", "Compares ViTs, and shows that they differ."),
        ("We identify and characterize artifacts.", "Identifies and characterizes artifacts."),
        ("We train SAEs on outputs and show that it works.", "Trains SAEs on outputs and shows that it works."),
        ("We train nets on X and showed that it works.", "Trains nets on X and shows that it works."),
        (
            "We evaluate it on CelebA, where we show images and suggest edits.",
            "Evaluates it on CelebA, where the authors show images and suggest edits.",
        ),
        (
            "We present a new concept that uses these insights and propose a loss.",
            "The authors present a new concept that uses these insights and propose a loss.",
        ),
        ("We aim to find and remove artifacts.", "Aims to find and remove artifacts."),
        ("We are the first to prune such nets.", "The authors are the first to prune such nets."),
    ],
)
def test_verbs_agree_with_the_subject_that_is_left(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Using CSAE, we show that chess nets plan.", "Using CSAE, the authors show that chess nets plan."),
        ("The design allows us to train deep nets.", "The design allows one to train deep nets."),
        ("It is an approach we call Outlier Exposure.", "It is an approach called Outlier Exposure."),
        ("The theorem we present in this paper describes layers.", "The theorem describes layers."),
        ("Nets, as we find that we can show, learn.", "Nets, as the authors find that they can show, learn."),
    ],
)
def test_we_within_a_sentence(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("HRNet (Sun et al., 2019a) is a strong net.", "HRNet is a strong net."),
        ("Complex models (i.e., millions of parameters) are opaque.", "Complex models are opaque."),
        ("The rate is 84.3\\% on A~B.", "The rate is 84.3% on A B."),
        ("It uses a ``fully pre-trained'' path.", 'It uses a "fully pre-trained" path.'),
        ("We propose a novel method named OptFS to address these problems.", "Proposes a novel method named OptFS."),
        (
            "We propose masking for distillation (ACAM-KD), which introduces two key components:",
            "Proposes masking for distillation (ACAM-KD).",
        ),
        ("(2) Adaptive masking keeps the best features.", "Adaptive masking keeps the best features."),
        ("imTED improves few-shot detection by 7.6 AP", "imTED improves few-shot detection by 7.6 AP."),
    ],
)
def test_what_a_reader_can_do_without_goes(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


def test_trailing_clauses_go_only_from_long_sentences_and_only_where_the_rest_is_whole() -> None:
    short = "The method is quick, which helps users."
    assert shortened(short) == short
    head = "The method is a simple way to train deep nets on small data"
    long = f"{head}, which is " + "very " * 30 + "useful."
    assert shortened(long) == f"{head}."
    fragment = (
        "Concept-based methods for explaining large vision nets to users of them, such as " + "A, " * 30 + "help."
    )
    assert shortened(fragment) == fragment
    with_number = f"{head}, improving accuracy by 3.1 points " + "and more " * 20
    assert shortened(with_number) == with_number


@pytest.mark.parametrize(
    "text",
    [
        "This leads to better features.",
        "They do not filter features.",
        "The former restricts the search.",
        "How do such nets learn?",
        "The above holds for nets.",
        "There are several challenges to achieve this.",
        "It works.",
    ],
)
def test_what_points_back_does_not_stand_alone(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text", ["Proposes X for vision.", "3DCertify is quick and exact.", "imTED is a new detector."]
)
def test_what_names_its_subject_stands_alone(text: str) -> None:
    assert stands_alone(text)


def test_every_real_sentence_is_trimmed_to_a_sentence_without_we(real_sentences: tuple[str, ...]) -> None:
    for sentence in real_sentences:
        text = trimmed(sentence)
        assert text[-1] in ".?!", text
        assert not re.search(r"\b(?:[Ww]e|[Oo]ur)\b", text), text
        assert not re.match(r"(?:However|Moreover|To this end|In this paper|Specifically)\b,", text), text


def test_no_number_of_a_trimmed_sentence_is_new(real_sentences: tuple[str, ...]) -> None:
    for sentence in real_sentences:
        numbers = re.findall(r"\d+(?:[.,]\d+)*", trimmed(sentence))
        assert all(number in sentence for number in numbers), sentence


def test_almost_no_word_of_a_trimmed_sentence_is_new(real_sentences: tuple[str, ...]) -> None:
    """Only "the", "authors", "they", "one", "called", "shown" and the ending of a verb may be added."""
    allowed = {"the", "authors", "they", "their", "one", "called", "shown", "own"}
    for sentence in real_sentences:
        if re.search(
            r"\\[A-Za-z]|\bours\b", sentence
        ):  # a macro that stands for the method's name becomes "the method"
            continue
        had = {w[:2].lower() for w in re.findall(r"[^\W\d_]+", sentence)}
        new = {w for w in re.findall(r"[^\W\d_]+", trimmed(sentence)) if w.lower() not in allowed}
        new = {w for w in new if w[:2].lower() not in had and w.lower() not in {"has", "finds", "naïve"}}
        assert not new, (new, sentence)


def test_most_real_sentences_fit_into_35_words(real_sentences: tuple[str, ...]) -> None:
    texts = [trimmed(s) for s in real_sentences]
    short = [t for t in texts if len(t.split()) <= 35]
    assert len(short) > 0.9 * len(texts)


@given(st.text())
def test_any_text_can_be_trimmed(text: str) -> None:
    assert isinstance(trimmed(text), str)
    assert stands_alone(trimmed(text)) in {True, False}


@given(
    st.lists(st.sampled_from("We show that to this end , however our ( ) 3.1 % and in paper: the .".split())).map(
        " ".join
    )
)
def test_broken_sentences_are_trimmed_without_we(text: str) -> None:
    assert not re.search(r"\b(?:we|our)\b", trimmed(text), re.IGNORECASE)
