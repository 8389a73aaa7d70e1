"""Sentences that a line's end broke are told whole, with the numbers of all their lines."""

from survey.models.extractive.broken import mended
from survey.models.extractive.record import read_paper
from survey.questions import NumberedPaper


def told(*sentences: str) -> list[tuple[tuple[int, ...], str]]:
    return list(mended(sentences))


def test_the_rest_in_small_letters_belongs_to_the_line_before() -> None:
    lines = ("Trees are large.", "We propose a codec for the compression", "of trees by clustering.", "It is small.")
    assert told(*lines) == [
        ((1,), "Trees are large."),
        ((2, 3), "We propose a codec for the compression of trees by clustering."),
        ((4,), "It is small."),
    ]


def test_a_name_goes_on_only_behind_a_word_that_needs_more() -> None:
    assert told("We train it on the", "Forest Inventory of 2019.")[0][0] == (1, 2)
    assert [numbers for numbers, _ in told("Background", "We train it on leaves.")] == [(1,), (2,)]


def test_a_name_parted_between_its_words_is_whole() -> None:
    assert told("We study Deep", "Reinforcement Learning on trees.")[0][0] == (1, 2)
    assert told("We map the trees of temporal", "KGs into a garden.")[0][0] == (1, 2)
    assert told("We study trees", "(TRs) in a garden.")[0][0] == (1, 2)
    assert len(told("We study Forests", "We also study Deep saws.")) == 2


def test_a_list_within_a_sentence_is_told_with_what_it_lists() -> None:
    lines = ("We show that our saw", "(i) cuts fast, and", "(ii) lasts long.", "It is small.")
    assert [numbers for numbers, _ in told(*lines)] == [(1, 2, 3), (4,)]


def test_the_full_stop_of_the_line_before_is_no_beginning() -> None:
    assert told("We study the future", ". We predict it with trees.")[1] == ((2,), "We predict it with trees.")
    assert told("We study trees", ", their leaves and saws.")[0][1] == "We study trees, their leaves and saws."


def test_a_word_parted_at_the_end_of_a_line_is_one_word_again() -> None:
    assert told("These descrip-", "tions are of trees.")[0][1] == "These descriptions are of trees."
    assert told("We grow multi-", "modal trees.")[0][1] == "We grow multi-modal trees."


def test_whole_sentences_and_items_of_a_list_stay_apart() -> None:
    lines = ("We grow trees.", "we prune them.", "We offer two things:", "a saw;", "(b) a net, and", "(c) a rope")
    assert [numbers for numbers, _ in told(*lines)] == [(n,) for n in range(1, 7)]


def test_a_text_without_full_stops_is_no_sentence() -> None:
    assert len(told(*["and then the tree grows on and on for ever"] * 12)) == 12


def test_a_contribution_quotes_every_line_that_it_stands_on() -> None:
    answer = read_paper(
        NumberedPaper(
            "P1",
            "Clustering codecs",
            (
                "Trees are large to store.",
                "In this paper, we propose a codec for the compression",
                "of trees by clustering.",
            ),
        )
    )
    contribution = next(one for one in answer.statements if one.field == "contribution")
    assert contribution.text == "Proposes a codec for the compression of trees by clustering."
    assert contribution.sentences == [2, 3]
