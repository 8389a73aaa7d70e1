"""A paper's main point stands before what it says by the way, what something is good for, and figures of nothing."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.models.extractive.findings import Room, findings
from survey.models.extractive.mainly import (
    is_ablation,
    is_applied,
    is_by_the_way,
    is_for_the_trial,
    is_of_nothing,
    is_roundabout,
    was_found,
)
from survey.questions import RecordedPaper, Said

PLENTY = Room(1000, 10)


def quoted(field: str, text: str, quote: str, **parts: str) -> Said:
    """What a record says, read from a sentence with other words around it."""
    return Said(field, text, (quote,), **parts)


def told(of: RecordedPaper, room: Room = PLENTY) -> list[str]:
    return [one.text for one in findings([of], room)]


@pytest.mark.parametrize(
    "quote",
    [
        "Besides, we develop two techniques for large nets.",
        "Second, we show that feature spaces are trivial.",
        "Furthermore, nets forget what they learned.",
        "In our tests we also find that nets forget.",
        "We further argue that features should be independent.",
        "Along the way, we show that nets forget.",
        "Meanwhile, nets forget what they learned.",
    ],
)
def test_what_its_sentence_adds_is_said_by_the_way(quote: str) -> None:
    assert is_by_the_way("Nets forget what they learned.", [quote])
    assert not is_by_the_way("Nets forget what they learned.", [quote, "We show that nets forget what they learned."])


def test_what_its_sentence_opens_with_is_no_aside() -> None:
    assert not is_by_the_way("Nets forget what they learned.", ["We show that nets forget what they learned."])
    assert not is_by_the_way("Nets forget what they learned.")
    assert is_by_the_way("In terms of data, nets forget what they learned.")
    assert is_by_the_way("The distance from B to C grows with D (D is the depth).")


def test_of_two_things_found_the_one_that_opens_its_abstract_is_told() -> None:
    main = "We show that deep nets with sparse weights add numbers by means of waves of low frequency."
    aside = "Further, we show that trained nets add up numbers."
    own = paper(
        1,
        "How Nets Add",
        quoted("contribution", "Shows that deep nets with sparse weights add numbers by means of waves.", main),
        quoted("result", "Shows that trained nets add up numbers faster at night than by day on all machines.", aside),
        quoted("result", "Deep nets with sparse weights add numbers by means of waves of low frequency.", main),
    )
    assert told(own)[0] == (
        "One study shows that deep nets with sparse weights add numbers by means of waves of low frequency."
    )


def test_findings_counted_off_are_findings_though_no_we_find_that_stands_before_them() -> None:
    text = "Robust nets have maps that people understand (but not those of the first layer)."
    own = paper(1, "How Robust are Nets", quoted("result", text, f"First, {text.lower()}"))
    assert told(own) == [f"One study finds that {text[0].lower()}{text[1:]}"]
    assert was_found([f"First, {text.lower()}"])
    assert not was_found([text])


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Using one backbone, BoxNet achieves 38.3%, surpassing all methods.", True),
        ("BoxNet beats the others by large margins at over 35 fps.", True),
        ("BoxNet achieves 38.3% accuracy, surpassing all methods.", False),
        ("BoxNet outperforms the others by up to 15.5%.", False),
    ],
)
def test_a_figure_of_no_measure_is_one_of_nothing(text: str, nothing: bool) -> None:
    assert is_of_nothing(text) is nothing


def test_what_a_method_is_says_more_than_a_figure_of_nothing() -> None:
    made = "BoxNet: Boxes around Apples"
    quote = "Using one backbone, BoxNet achieves 38.3%, surpassing all the methods of the last ten years."
    own = paper(
        1,
        made,
        quoted("contribution", "Presents BoxNet, a net that draws boxes around apples by counting their edges.", made),
        quoted("result", quote, quote, value="38.3", unit="%"),
    )
    assert told(own)[0].startswith("BoxNet is a net that draws boxes")
    measured = replace(own.said[1], text=quote.replace("38.3%", "38.3% AP"), measure="AP")
    assert told(replace(own, said=(own.said[0], measured)))[0].endswith("ten years.")


@pytest.mark.parametrize(
    ("text", "title", "is_so"),
    [
        ("One study demonstrates the benefits of speed by using BoxNet for robots.", "BoxNet", True),
        ("One study shows how to use vectors as part of a technique.", "Vectors", True),
        ("Multiplexed representations lead to better tradeoffs on three data sets.", "Unified Embedding", True),
        ("Multiplexed representations lead to better tradeoffs on three data sets.", "Multiplexing Features", False),
        ("Supervised models beat others when they have one layer more.", "Rethinking Supervision", False),
        ("Learned features of images from books lead to better nets.", "Books", False),
        ("One study shows that nets forget.", "Nets", False),
    ],
)
def test_what_only_its_abstract_names_or_what_something_is_good_for_is_roundabout(
    text: str, title: str, is_so: bool
) -> None:
    assert is_roundabout(text, title) is is_so


def test_what_restates_a_title_is_told_only_where_there_is_little_else() -> None:
    said = "Introduces a new method for video representation learning via feature prediction."
    quiet = paper(1, "Video Representation Learning by Feature Prediction", quoted("contribution", said, said))
    found = (
        "Shows that nets forget most of the words of a book in the first three days.",
        "Shows that apples are drawn with fewer strokes than pears by most of the nets.",
        "Shows that dogs understand every third word of the books that were written for cats.",
    )
    others = [paper(n, f"Forgetting {n}", quoted("result", text, text)) for n, text in enumerate(found, 2)]
    texts = [one.text for one in findings([quiet, *others], PLENTY)]
    assert len(texts) == 3
    assert not any("feature prediction" in text for text in texts)
    assert len(findings([quiet, others[0]], PLENTY)) == 2


def test_what_an_ablation_shows_of_a_part_is_told_last() -> None:
    ablation = "The ablation study shows that the proposed loss boosts F1 by 2% on oaks."
    main = "Wide shears reach the accuracy of saws on oaks and on elms with half of the steel."
    shown = f"Experiments show that {main[0].lower()}{main[1:]}"
    one = paper(1, "Wide Shears", said("result", shown), said("result", ablation))
    assert is_ablation([ablation])
    assert not is_ablation([ablation, main])
    assert told(replace(one, abstract=f"{shown} {ablation}"))[0].endswith(main[1:])


def test_what_is_only_seen_is_no_main_result_unless_it_has_a_figure() -> None:
    assert is_by_the_way("Shears cut twigs of all ages.", ["Qualitative results further show that shears cut twigs."])
    assert not is_by_the_way("Shears cut 12% more.", ["Qualitatively, our shears cut 12% more twigs."])


def test_that_something_varies_and_not_how_is_roundabout() -> None:
    assert is_roundabout("The ability of saws to cut wet wood varies across trees and growers.", "Saws")
    assert not is_roundabout("The depth of cuts varies by 12% across trees.", "Saws")
    assert not is_roundabout("Cuts differ across trees: old ones are deeper.", "Saws")


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("To evaluate the method, the LeafNet paper constructs PlumBench.", True),
        ("LeafNet provides theoretical analysis to support the method, with a bound on leaves.", True),
        ("By showing where leaves fall, the LeafNet paper anticipates that it will be of use.", True),
        ("To cut small leaves, the LeafNet paper constructs a shear.", False),
        ("LeafNet provides two shears for all leaves.", False),
    ],
)
def test_what_serves_a_trial_or_a_proof_is_no_main_point(text: str, beside: bool) -> None:
    assert is_for_the_trial(text, "LeafNet: Cutting Leaves") is beside
    assert not is_for_the_trial(text, "PlumBench: A Benchmark of Cutting Leaves")


def test_what_a_method_is_used_for_is_no_main_point() -> None:
    assert is_applied("One paper uses TreeNet to see how saws cut.", "TreeNet")
    assert not is_applied("One paper uses saws to see how TreeNet cuts.", "TreeNet")
    assert not is_applied("One paper uses saws.", None)
