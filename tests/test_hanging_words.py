"""Word by word: what makes a sentence hang on others, lean on its abstract, or only announce what is offered."""

import pytest

from survey.announcing import announces
from survey.hanging import hanging
from survey.telling import leaning, restates

TITLE = "SlimTree: A Framework for Pruning Decision Trees"


# --- what hangs ---


@pytest.mark.parametrize("role", "role end purpose goal gap respect direction".split())
def test_that_role_is_of_another_sentence(role: str) -> None:
    assert hanging(f"Adds saws that serve that {role}.") == 2
    assert hanging(f"Adds saws that serve the {role} of growth.") == 0


@pytest.mark.parametrize("what", "Scores Values Weights Outputs Labels Predictions Errors Gains Samples Costs".split())
@pytest.mark.parametrize("verb", "can are is were may".split())
def test_bare_scores_are_of_something_unsaid(what: str, verb: str) -> None:
    assert hanging(f"{what} {verb} be had from a handful of trees.") == 2
    assert hanging(f"{what} of leaves {verb} be had from a handful of trees.") == 0


@pytest.mark.parametrize("start", ["Because", "Since", "As", "While", "When", "If", "Although", "Though", "By", "After",
                                   "Before", "Unless", "To prune", "Pruning"])  # fmt: skip
@pytest.mark.parametrize("pronoun", "they it them its their".split())
def test_a_clause_about_what_was_said_hangs(start: str, pronoun: str) -> None:
    assert hanging(f"{start} {pronoun} grow early, the authors prune trees.") == 2
    if start != "Unless":  # "Unless it" might be "Prunes it"
        assert hanging(f"{start} {pronoun} grow early, SlimTree prunes trees.") == 0


@pytest.mark.parametrize(
    "text",
    [
        "The authors do so by pruning.",
        "The authors did so by pruning.",
        "SlimTree does so by pruning.",
        "By doing so, trees grow.",
    ],
)
def test_to_do_so_is_to_do_what_was_said(text: str) -> None:
    assert hanging(text) == 2
    assert hanging(text.replace(" so", " it all")) == 0


@pytest.mark.parametrize("case", "case setting regime scenario".split())
@pytest.mark.parametrize("than", "as than like".split())
@pytest.mark.parametrize("within", "in for with".split())
def test_a_case_that_was_told_elsewhere_hangs(than: str, within: str, case: str) -> None:
    assert hanging(f"Trees grow faster {than} {within} the dry {case}.") == 2
    assert hanging(f"Trees grow faster {than} {within} the {case} of dry soil.") == 0


@pytest.mark.parametrize(
    "how",
    "chosen considered created constructed extracted introduced selected collected computed identified "
    "obtained implemented delivered studied examined investigated tested integrated derived".split(),
)
def test_what_was_made_before_can_be_guessed(how: str) -> None:
    assert hanging(f"The rank of trees depends on the {how} rings.") == 1
    assert hanging(f"SlimTree counts rings, and the rank depends on the {how} rings.") == 0
    assert hanging(f"The rank depends on the {how} rings.", "Rings of old trees") == 0


@pytest.mark.parametrize(
    "nearby", ["rings above", "bark under consideration", "bark under study", "problem at hand", "tree rings above"]
)
def test_what_stood_above_can_be_guessed(nearby: str) -> None:
    what = nearby.split(" ", 1)[0]
    assert hanging(f"SlimTree counts leaves by the {nearby}.") == 1
    assert hanging(f"SlimTree sorts {what} and counts leaves by the {nearby}.") == 0
    assert hanging(f"SlimTree counts leaves by the {nearby}.", f"{what} of trees".capitalize()) == 0


@pytest.mark.parametrize("count", "two three four five six".split())
@pytest.mark.parametrize("which", ["the", "all"])
def test_how_many_without_which_can_be_guessed(which: str, count: str) -> None:
    assert hanging(f"SlimTree joins {which} {count} trees.") == 1
    assert hanging(f"SlimTree joins {which} {count} trees of the forest.") == 0
    assert hanging(f"SlimTree grows oaks and elms, and joins {which} {count} trees.") == 0


@pytest.mark.parametrize("nth", "second third fourth".split())
@pytest.mark.parametrize("part", "stage step phase component module branch task part one term approach method".split())
def test_a_second_part_needs_a_first(nth: str, part: str) -> None:
    assert hanging(f"Old leaves are cut in the {nth} {part}.") == 1
    assert hanging(f"Old leaves are cut in the first {part} but not in the {nth} {part}.") == 0


@pytest.mark.parametrize("lead", ["and demonstrates", "and is", "and outperforms", "and then reaches", "and can"])
def test_a_second_verb_is_no_second_thing(lead: str) -> None:
    assert hanging(f"SlimTree reads both signals {lead} more on trees.") == 2
    assert hanging("SlimTree reads both signals and colours on trees.") == 0


@pytest.mark.parametrize(
    ("named", "much"), [("Leaves and Branches", 0), ("Two Trees", 0), ("Multimodal Trees", 0), ("Old Trees", 2)]
)
def test_a_title_may_name_the_two(named: str, much: int) -> None:
    assert hanging("SlimTree reads both modalities with ease.", named) == much


def test_the_second_of_two_stands_near() -> None:
    far = "It reads both modalities of trees in each of the old forests that were ever seen by walkers of these hills"
    assert hanging(f"{far} and maps.") == 2
    assert hanging("SlimTree reads both modalities: sound with text.") == 0


# --- what leans ---


@pytest.mark.parametrize("this", ["this", "these", "those"])
@pytest.mark.parametrize("what", ["branches", "old branches"])
def test_a_thing_pointed_at_has_to_be_named(this: str, what: str) -> None:
    text = f"SlimTree sorts {this} {what} by their age."
    assert leaning(text, "Sorting") == 2
    assert leaning(text, "Sorting Branches") == 0
    assert leaning(text, "Sorting", "Branches grow.") == 0
    assert leaning(f"SlimTree grows branches and sorts {this} {what}.", "Sorting") == 0


def test_such_a_thing_leans_unless_it_is_named() -> None:
    assert leaning("SlimTree sorts such branches by age.", "Sorting") > 0
    assert leaning("SlimTree sorts such a branch by age.", "Sorting") > 0
    assert leaning("SlimTree sorts such a branch by age.", "Sorting Branches") == 0
    assert leaning("SlimTree, such as it is, sorts trees by age.", "Sorting") == 0


@pytest.mark.parametrize(
    "trouble", "challenge problem issue limitation gap drawback shortcoming difficulty difficulties problems".split()
)
def test_a_trouble_further_on_is_the_one_that_is_tackled(trouble: str) -> None:
    assert leaning(f"This {trouble} is tackled by SlimTree.", TITLE) == 2
    assert leaning(f"SlimTree, which prunes trees, tackles this {trouble} by age.", TITLE) == 0


@pytest.mark.parametrize("start", ["It", "They", "Its roots", "Their roots", "The former", "The latter", "The others",
                                   "The second", "The remaining", "The same", "Prunes them", "Prunes it"])  # fmt: skip
def test_a_start_that_stands_for_something_leans(start: str) -> None:
    assert leaning(f"{start} grow in dry soil.", TITLE) == 2
    assert leaning("It is shown that roots grow in dry soil.", TITLE) == 0


@pytest.mark.parametrize("verb", "is are was were can could has have may might will does do grows fall show".split())
def test_a_definite_thing_that_nobody_named_leans_a_little(verb: str) -> None:
    assert leaning(f"The boots {verb} old.", TITLE) == 1
    assert leaning(f"The trees {verb} old.", TITLE) == 0
    assert leaning(f"The results {verb} old.", TITLE) == 0
    assert leaning(f"The proposed method {verb} old.", TITLE) == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Presents SlimTree, a simple framework for pruning decision trees.", True),
        ("Proposes a novel method for pruning trees called SlimTree.", True),
        ("Presents SlimTree, a framework that ranks branches by their age.", False),
        ("Presents SlimTree, a framework for pruning decision trees by 40%.", False),
    ],
)
def test_what_the_title_says_already(text: str, said: bool) -> None:
    assert restates(TITLE, text) is said


# --- what only announces ---


@pytest.mark.parametrize("verb", "proposes presents introduces describes develops".split())
@pytest.mark.parametrize("what", "method framework approach model system".split())
def test_a_thing_for_something_is_only_announced(verb: str, what: str) -> None:
    assert announces(f"One paper {verb} a {what} for sorting apples.")
    assert not announces(f"One paper {verb} a {what} that sorts apples by their weight.")
    assert not announces(f"One paper {verb} a {what} which weighs each apple twice.")
    assert not announces(f"One paper {verb} a {what} that cuts time by 40%.")
