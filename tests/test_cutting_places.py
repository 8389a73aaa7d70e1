"""Where a statement may be cut, rule by rule: the words that call for more, lists, pairs, and what tells enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.cutting import breaks, least_before, tells, weak_breaks, whole_end


def heads(text: str) -> list[str]:
    """What stands before each break."""
    return [text[:at] for at in breaks(text)]


def weak_heads(text: str) -> list[str]:
    return [text[:at] for at in weak_breaks(text)]


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("A walker for old trees", "; it climbs"),
        ("A walker for old trees", ": it climbs"),
        ("A walker for old trees", ". It climbs"),
        *(("A walker for old trees", f", {word} maps are drawn") for word in (
            "which", "that", "and", "where", "while", "by", "using", "with", "in", "for", "so", "thereby", "allowing",
            "enabling", "based", "as", "achieving", "resulting", "thus", "but", "without", "aiming", "aimed")),
        *(("A walker for old trees", f" {words} maps are drawn") for words in (
            "--", "–", "—", "that", "which", "where", "while", "whose", "when", "because", "indicating", "so that",
            "in order to", "by drawing", "using", "wherein", "instead of", "rather than", "in which", "such that",
            "for the first time", "so as to", "and then draws", "and also draws", "and further draws")),
        *(("A walker for old trees", f" and {verb} maps of them") for verb in (
            "shows", "demonstrates", "proves", "evaluates", "introduces", "proposes", "presents", "finds", "achieves",
            "analyzes", "analyses", "provides", "applies", "uses", "validates", "explores", "investigates", "studies",
            "argues")),
        ("A walker for old trees", " to draw maps"),
    ],
)  # fmt: skip
def test_a_phrase_ends_where_another_begins(head: str, rest: str) -> None:
    assert heads(f"{head}{rest}")[0] == head


@pytest.mark.parametrize(
    "head",
    [
        *(f"A walker that {word}" for word in (
            "is used", "are trained", "was tailored", "leads", "tends", "needs", "aims", "adapts", "transfers",
            "attempts", "knows how", "knows what", "knows where", "knows whether", "knows when")),
        *(f"A walker {word}" for word in (
            "able", "designed", "tailored", "applied", "applicable", "due", "according", "similar", "relative",
            "robust", "sensitive", "compared", "related", "adapted", "adaptable", "known", "used", "up", "close",
            "equivalent", "specific", "capable", "likely", "in contrast", "in order", "with attention", "with access",
            "with an aim", "with an objective", "with the goal", "with the ability", "and its efforts", "leading")),
    ],
)  # fmt: skip
def test_a_to_that_a_word_calls_for_is_no_break(head: str) -> None:
    assert f"{head}" not in heads(f"{head} to climb old trees")
    assert "A walker with lamps" in heads("A walker with lamps to climb old trees")


@pytest.mark.parametrize(
    "head",
    [
        "Studies the ability of walkers", "Studies the capability of walkers", "Studies the capacity of walkers",
        "Studies the potential of walkers", "Studies the application of walkers", "Studies the tendency of walkers",
        "Studies the power of walkers", "Gives an extension of walkers", "Sees a shift of walkers",
        "It enables walkers", "It allows walkers", "It forces walkers", "It encourages walkers",
        "It guides walkers", "It causes walkers",
        "It maps from pixels",
    ],
)  # fmt: skip
def test_what_is_paired_with_to_stays_with_it(head: str) -> None:
    assert head not in heads(f"{head} to masks of trees")
    assert head not in weak_heads(f"{head} to masks of trees")


def test_from_and_to_are_no_pair_where_the_to_says_what_for() -> None:
    assert "It learns from pixels" in heads("It learns from pixels to rank trees")
    assert "It learns from pixels" in heads("It learns from pixels to be quick")
    assert "It learns from pixels" not in heads("It learns from pixels to masks")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Joins lamps, two saws, and ropes of hemp", "Joins lamps, two saws"),
        ("Misaligns between learning by walking, and learning by sitting", "Misaligns between learning by walking"),
        ("Uses both the walking, and the sitting kind", "Uses both the walking"),
        ("Ranks not only old trees, but young ones", "Ranks not only old trees"),
    ],
)
def test_lists_and_pairs_have_no_break_within(text: str, head: str) -> None:
    assert head not in heads(text)
    assert head not in weak_heads(text)


def test_an_and_or_a_but_of_another_clause_is_a_break() -> None:
    assert "Ranks the old trees of one whole forest" in heads("Ranks the old trees of one whole forest, and cuts them")
    assert "Ranks old trees" in heads("Ranks old trees, but cuts young ones")


@pytest.mark.parametrize("word", "for with without by from in on via through under over across at into to".split())
def test_a_phrase_may_end_before_a_preposition(word: str) -> None:
    assert weak_heads(f"Ranks trees {word} forests") == ["Ranks trees"]


@pytest.mark.parametrize(
    "verb",
    "depends depend relies rely focuses focus consists consist suffers differs result leads refers refer".split(),
)
def test_a_verb_keeps_its_preposition(verb: str) -> None:
    assert weak_heads(f"The rank {verb} on forests") == []


def test_a_list_that_goes_on_is_not_taken_apart() -> None:
    assert weak_heads("Cuts oaks, young elms and limes") == []
    assert weak_heads("Cuts oaks, for elms and limes") == ["Cuts oaks"]
    assert weak_heads("Cuts oaks, dead elms") == ["Cuts oaks"]


@pytest.mark.parametrize("rest", [", where trees are cut", ", in which trees are cut"])
def test_less_is_enough_where_only_a_setting_follows(rest: str) -> None:
    text = f"Walks of old trees{rest}"
    assert least_before(text, 18) < least_before(f"Walks of old trees{', which are cut'}", 18)


# --- what tells enough ---


@pytest.mark.parametrize(
    ("head", "enough"),
    [
        ("Ranks old pine trees", True),
        ("Ranks trees", False),  # too short
        ("A novel general framework for the efficient task", False),  # says little, however long
        ("A simple and effective method", False),
        ("Two general strategies named SlimTree for oaks", True),
        ("A framework called Slimmer", False),
        ("SlimTree on oaks", True),  # a coined name says as much as two words
        ("Slimtree on oaks", False),
        ("Pruning, a novel method", False),
        ("Pruning of old trees, a general framework", False),
        ("Pruning of old trees, a walk", True),
        ("A tree-by-tree method", False),
    ],
)
def test_a_start_that_tells(head: str, enough: bool) -> None:
    assert tells(head) is enough


def test_a_verb_in_front_tells_nothing_of_a_whole_phrase() -> None:
    assert tells("Proposes wise trees", 12)
    assert not tells("Proposes wise trees", 18)
    assert tells("Proposes wise old trees", 18)


@pytest.mark.parametrize(
    "word",
    "approach method framework model module system technique algorithm strategy architecture network mechanism scheme "
    "solution task paradigm component class family set variants".split(),
)
def test_a_kind_of_thing_tells_nothing(word: str) -> None:
    assert not tells(f"A new efficient {word} for simple")
    assert tells(f"A gate, a lamp, a saw and a {word}")


# --- how it may end ---


@pytest.mark.parametrize(
    "end",
    "of is are was were been the a an with by for to and or on from as at its their those this these gets into "
    "via both able capable designed called termed that which due based trained referred known built borrowed "
    "derived applicable corresponding comprising how why whether induced caused between against among within "
    "toward towards under than while when where including such fitted guided equipped developed originally "
    "subsequently predicting conditioned grounded aiming aimed making tailored aim imposed engineered used "
    "extracted adapting deciding determining demonstrates demonstrate along in about aims utilized needed "
    "collected created originating sourced determined ready responsible annotated either containing "
    "specifically".split(),
)
def test_no_phrase_ends_on_a_word_that_calls_for_more(end: str) -> None:
    assert whole_end(f"A walker of old trees {end}") == "A walker of old trees"
    assert whole_end(f"A walker of old trees, {end}") == "A walker of old trees"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ranks trees in a massive", "Ranks trees"),
        ("Ranks trees with a statistical", "Ranks trees"),
        ("Ranks trees for the first time", "Ranks trees"),
        ("Ranks trees which grow", "Ranks trees"),
        ("Ranks trees as one attempt", "Ranks trees"),
        ("Ranks trees to prune", "Ranks trees"),
        ("Ranks trees in order to prune", "Ranks trees"),
        ("Ranks trees, to prune", "Ranks trees"),
        ("Ranks trees (by", "Ranks trees"),
        ("Ranks trees (by age) and (then", "Ranks trees (by age)"),
        ("Ranks trees whose leaves are large", "Ranks trees"),
        ("Ranks trees and pruning", "Ranks trees"),
        ("Ranks trees, growing", "Ranks trees"),
        ("Ranks trees -", "Ranks trees"),
        ("Ranks trees of the", "Ranks trees"),
        ("Ranks trees by age", "Ranks trees by age"),
        ("Ranks trees to forests", "Ranks trees to forests"),
        ("Rings of a", "Rings"),
    ],
)
def test_an_end_that_wants_more_goes(text: str, whole: str) -> None:
    assert whole_end(text) == whole


_WORDS = st.lists(
    st.sampled_from(
        "Ranks trees , of the which ( ) to rank from both and between oaks that is able by -- ; in".split()
    ),
    max_size=20,
).map(" ".join)


@given(_WORDS)
def test_a_whole_end_is_a_start_of_the_text_and_stays(text: str) -> None:
    whole = whole_end(text)
    assert text.startswith(whole)
    assert whole_end(whole) == whole
    assert whole.count("(") <= whole.count(")")


@given(_WORDS)
def test_every_break_stands_between_words(text: str) -> None:
    for at in (*breaks(text), *weak_breaks(text)):
        assert 0 <= at < len(text)
        assert not (text[:at][-1:].isalnum() and text[at : at + 1].isalnum())
