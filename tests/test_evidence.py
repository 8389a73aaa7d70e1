"""Quotes, numbers and support: what decides whether a statement may stand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey import evidence
from survey.document import Survey
from survey.papers import Paper

ABSTRACT = (
    "We present FastNet, a network for segmentation. It reaches 72.4% mIoU on Cityscapes, 3.1 points above DeepLab. "
    "Training takes 1,024 GPU hours. FastNet does not handle video."
)
PAPER = Paper("fastnet", "FastNet: segmentation in 12 ms", ABSTRACT)


def test_sentences_are_verbatim_and_in_order() -> None:
    found = evidence.sentences(ABSTRACT)
    assert len(found) == 4
    assert found[1] == "It reaches 72.4% mIoU on Cityscapes, 3.1 points above DeepLab."
    assert " ".join(found) == ABSTRACT


def test_real_abstracts_lose_nothing_to_the_splitter(real_survey: Survey) -> None:
    for paper in real_survey.papers:
        found = evidence.sentences(paper.abstract)
        assert all(sentence in paper.abstract for sentence in found)
        assert "".join("".join(found).split()) == "".join(paper.abstract.split())


@given(st.text(max_size=300))
def test_sentences_of_any_text_are_substrings_of_it(text: str) -> None:
    assert all(sentence and sentence in text for sentence in evidence.sentences(text))


def test_line_zero_is_the_title() -> None:
    assert evidence.lines(PAPER)[0] == PAPER.title
    assert evidence.lines(PAPER)[4] == "FastNet does not handle video."


@pytest.mark.parametrize(
    "quote",
    [
        "It reaches 72.4% mIoU",
        "It  reaches\n72.4% mIoU",
        "It reaches\u00a072.4% mIoU",  # a no-break space folds to a space
        "FastNet: segmentation in 12 ms",
        "\uff26astNet",  # NFKC: a full-width F
    ],
)
def test_verbatim_after_folding(quote: str) -> None:
    assert evidence.is_verbatim(quote, PAPER.abstract, PAPER.title)


@pytest.mark.parametrize("quote", ["", " ", "it reaches 72.4% mIoU", "It reaches 72.5% mIoU", "ms We present"])
def test_not_verbatim(quote: str) -> None:
    assert not evidence.is_verbatim(quote, PAPER.abstract, PAPER.title)


@given(st.text(max_size=200), st.data())
def test_every_part_of_a_text_is_verbatim_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))].split()
    quote = " ".join(words[1:-1])
    if quote:
        assert evidence.is_verbatim(quote, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("72.4% of 1,024 images in 3D", ("72.4", "1024", "3")),
        ("1,234,567.89", ("1234567.89",)),
        ("0.5B parameters, 2x faster, -3", ("0.5", "2", "3")),
        ("ViT-B/16 in 2021.", ("16", "2021")),
        ("\uff11\uff12 and x\u00b2", ("12", "2")),
        ("7,5 % in German, ids 12,3456 and (1,2)", ("7,5", "12,3456", "1,2")),  # a comma that groups no thousands
        ("no number", ()),
    ],
)
def test_numbers(text: str, found: tuple[str, ...]) -> None:
    assert evidence.numbers(text) == found


def test_a_number_that_no_quote_holds_is_missing() -> None:
    assert evidence.missing_numbers("72.4 and 1024 and 9 and 9", [ABSTRACT]) == ("9",)
    assert evidence.missing_numbers("2.4", [ABSTRACT]) == ("2.4",), "a part of a number is not that number"
    assert evidence.missing_numbers("none", []) == ()
    spaced = ["It enrolled 14 786 patients, 58\u2009076 of them women."]
    assert evidence.missing_numbers("14,786 and 58 076 and 58,076", spaced) == (), "thousands told apart by a space"
    assert evidence.missing_numbers("1478", spaced) == ("1478",)
    assert evidence.missing_numbers("12345", ["It has 12 345.5 nets, 123 45 more"]) == ("12345",)


def test_support_is_the_share_of_content_words() -> None:
    assert evidence.support("FastNet segments", "We present FastNet, a network for segmentation.") == 1.0
    assert evidence.support("FastNet plays chess", "We present FastNet, a network for segmentation.") == pytest.approx(
        1 / 3
    )
    assert evidence.support("the of and", ABSTRACT) == 0.0
    assert evidence.support("FastNet video", "FastNet.", "No video.") == 1.0


@given(st.text(max_size=200), st.text(max_size=200))
def test_support_is_a_share(text: str, quote: str) -> None:
    assert 0 <= evidence.support(text, quote) <= 1
    assert evidence.support(text, text) in {0.0, 1.0}


@pytest.mark.parametrize("hints", [(), (1,), (3,), (2,), (0,), (99, -4)])
def test_a_statement_goes_to_the_sentence_that_bears_it_out_whatever_the_model_said(hints: tuple[int, ...]) -> None:
    """Small models point one sentence too far as often as not."""
    text = "FastNet reaches 72.4% mIoU on Cityscapes."
    assert evidence.best_line(text, evidence.lines(PAPER), hints) == 2


def test_a_hint_tips_the_balance_between_equal_sentences() -> None:
    lines = ("A title", "It is fast on images.", "It is fast on images.")
    assert evidence.best_line("fast on images", lines) == 1
    assert evidence.best_line("fast on images", lines, [2]) == 2


def test_a_hint_does_not_beat_a_sentence_that_says_more() -> None:
    more = "The small network segments street scenes quickly on phones and tablets."
    less = more.replace(" and tablets", "")
    assert evidence.best_line(more, ("A title", more, less), [2]) == 1


def test_the_title_yields_to_a_sentence_as_good_but_not_to_a_worse_one() -> None:
    lines = ("Fast segmentation", "Fast segmentation.")
    assert evidence.best_line("fast segmentation", lines) == 1
    said = "FastNet segments street scenes quickly on phones and tablets"
    assert evidence.best_line(said, (said, said.replace("FastNet", "The network"))) == 0


def test_a_number_does_not_outweigh_what_the_rest_of_a_statement_says() -> None:
    lines = ("A title", "FastNet beats DeepLab on street scenes of Cityscapes.", "Street scenes take 12 ms.")
    text = "FastNet beats DeepLab on street scenes of Cityscapes in 12 ms."
    assert evidence.best_line(text, lines) == 1
    assert evidence.aligned(text, lines).sentences == (1, 2), "the number's own sentence comes as the second"
    assert evidence.best_line("It beats DeepLab in 12 ms.", lines) == 2, "where little else is said it does"


def test_a_number_that_stands_nowhere_adds_no_sentence() -> None:
    text = "FastNet reaches 99.9% mIoU on Cityscapes."
    assert evidence.aligned(text, evidence.lines(PAPER)).sentences == (2,)


def test_a_second_line_is_quoted_for_the_numbers_that_the_first_lacks() -> None:
    text = "FastNet reaches 72.4% mIoU on Cityscapes after 1,024 GPU hours."
    found = evidence.aligned(text, evidence.lines(PAPER))
    assert found.sentences == (2, 3)
    assert found.support > evidence.SUPPORT


def test_a_sentence_that_was_named_is_quoted_too_where_it_says_more_of_the_statement() -> None:
    text = "FastNet is a network for segmentation that doesn't handle video."
    assert evidence.aligned(text, evidence.lines(PAPER), [1, 4]).sentences == (1, 4)
    assert evidence.aligned(text, evidence.lines(PAPER)).sentences == (1,)
    other = "It reaches 72.4% mIoU on Cityscapes and is a network for segmentation."
    assert evidence.aligned(other, evidence.lines(PAPER), [2, 1]).sentences == (1, 2)


def test_each_sentence_that_was_named_for_a_name_is_quoted() -> None:
    lines = ("A title", "It wins on Kinetics-400, Kinetics-600, AVA and SSv2.", "It holds on ImageNet.", "It is fast.")
    assert evidence.aligned("Kinetics-400, Kinetics-600, AVA, SSv2 and ImageNet.", lines, [1, 2, 3]).sentences == (1, 2)


def test_a_sentence_that_was_named_but_says_nothing_more_is_left_out() -> None:
    text = "FastNet is a network for segmentation."
    assert evidence.aligned(text, evidence.lines(PAPER), [1, 3, 99, -1]).sentences == (1,)
    lines = ("A title", "Our network is fast on images.", "The weather is fine.")
    assert evidence.aligned("The network is fast on images.", lines, [1, 2]).sentences == (1,)


def test_what_no_sentence_says_has_little_support() -> None:
    found = evidence.aligned("Chess engines beat grandmasters in blitz.", evidence.lines(PAPER))
    assert found.support < evidence.SHARED_SUPPORT


@given(st.text(max_size=100), st.lists(st.text(max_size=60), min_size=1, max_size=5), st.lists(st.integers(-3, 9)))
def test_alignment_always_names_known_lines(text: str, lines: list[str], hints: list[int]) -> None:
    found = evidence.aligned(text, lines, hints)
    assert 1 <= len(found.sentences) <= 2 + len(set(hints))
    assert all(0 <= number < len(lines) for number in found.sentences)
    assert list(found.sentences) == sorted(found.sentences)


def test_endings_are_taken_off() -> None:
    assert evidence.content_words("segmenting") == evidence.content_words("segmentation")
    assert evidence.content_words("The papers propose") == frozenset()
    assert evidence.content_words("tests, testing, tested") == {"test"}
    assert evidence.content_words("using ring king") == {"ring", "king"}, "an ending is none where too little is left"


def test_a_single_digit_is_a_word_and_a_single_letter_is_none() -> None:
    assert evidence.content_words("x of 3 nets, 2-D and n") == {"3", "nets", "2-d", "2"}
    assert evidence.support("3 nets", "We train nets.") == 0.5


def test_the_real_survey_is_borne_out(real_survey: Survey, shared: Path) -> None:
    """Most statements of the extractive model share nearly all their words with their sentence."""
    said = [s for r in real_survey.records.values() for s in (r.contribution, r.method, *r.results) if s]
    scores = [evidence.support(statement.text, *statement.quotes) for statement in said]
    assert min(scores) >= evidence.SUPPORT
    assert sum(scores) / len(scores) > 0.9


def test_a_list_does_not_hide_where_sentences_end() -> None:
    text = "It has two parts: (1) A gate, and (2) A mask. It is fast. On COCO it gains 1.4 mAP. Code is out."
    assert evidence.sentences(text)[-3:] == ("It is fast.", "On COCO it gains 1.4 mAP.", "Code is out.")
    assert all(sentence in text for sentence in evidence.sentences(text))


LONG = "The first sentence is short. " + "The second goes on and on" + " and on" * 40


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Short, and without an end", "Short, and without an end"),
        (LONG, "The first sentence is short."),
        (f"{LONG}. It ends.", "The first sentence is short."),
        ("One. Two. " + "Three " * 60, "One. Two."),
        ("It goes on" + " and on" * 60, ""),
        ("It goes on" + " and on" * 60 + ".", "It goes on" + " and on" * 60 + "."),
        ("", ""),
        ("On" * 140, "On" * 140),
        (" " * 300, " " * 300),
    ],
)
def test_of_a_long_text_the_first_whole_sentences_stay_and_none_that_breaks_off(text: str, kept: str) -> None:
    assert evidence.whole_sentences(text, 280) == kept


@given(st.text(max_size=400), st.integers(0, 300))
def test_whole_sentences_are_a_beginning_of_the_text(text: str, most: int) -> None:
    kept = evidence.whole_sentences(text, most)
    assert (len(text) <= most and kept == text) or "".join(text.split()).startswith("".join(kept.split()))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Nucleosomes differ for H2A.Z in yeast. It is exchanged.", "Nucleosomes differ for H2A.Z in yeast."),
        ("Free H2A.Z-H2B dimers act. They are evicted.", "Free H2A.Z-H2B dimers act."),
        ("H3.3 and H2A.Z, and more, meet. It is seen.", "H3.3 and H2A.Z, and more, meet."),
        ("Degrees went to non-U.S. students. They left.", "Degrees went to non-U.S. students."),
        ("It uses GPT4.A second one follows.", "It uses GPT4."),
        ("It uses GPT4.I see it.", "It uses GPT4."),
        ("It is called AAM.AAM finds more.", "It is called AAM."),
        ("We test H2A. Z scores rise.", "We test H2A."),
    ],
)
def test_a_sentence_does_not_end_within_a_name(text: str, first: str) -> None:
    assert evidence.sentences(text)[0] == first
