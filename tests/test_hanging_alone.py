"""More of what only another sentence names: an earlier study, more than what, an effect on nothing, who was treated."""

import pytest

from survey.document import Survey
from survey.evidence import sentences
from survey.hanging import hanging, leans_on_another
from survey.telling import leaning

TITLE = "Pruning Decision Trees"


@pytest.mark.parametrize("verb", ["Builds on", "Extends", "Continues", "Complements", "Improves upon", "Expands on"])
@pytest.mark.parametrize(
    "earlier", ["the previous study", "their prior work", "an earlier method", "the earlier report"]
)
def test_an_earlier_work_that_nobody_names_hangs(verb: str, earlier: str) -> None:
    assert hanging(f"{verb} {earlier} with saws.") == 2
    assert hanging(f"{verb} {earlier} of Smith with saws.") == 0
    assert leans_on_another(f"{verb} {earlier} with saws.")


@pytest.mark.parametrize(
    "text",
    [
        "Extends the study of saws to axes.",
        "Outperforms the previous work by 3%.",
        "Builds on decision trees.",
    ],
)
def test_a_work_that_is_named_or_beaten_hangs_on_nothing(text: str) -> None:
    assert hanging(text) == 0
    assert not leans_on_another(text)


@pytest.mark.parametrize(
    "text", ["Compares them with axes.", "Focuses on the latter task.", "The authors do so by sawing."]
)
def test_what_leans_on_another_sentence_says_no_contribution(text: str) -> None:
    assert leans_on_another(text)
    assert not leans_on_another(text, "Saws and Axes") or "latter" not in text, "the title names the two"


@pytest.mark.parametrize("more", ["faster", "better", "larger", "more diverse", "less costly", "significantly higher"])
@pytest.mark.parametrize("end", ["", " for small trees", ", and saws rust", " and rusts"])
def test_more_than_what_is_asked(more: str, end: str) -> None:
    assert hanging(f"A centred saw is {more}{end}.") == 1


@pytest.mark.parametrize(
    "text",
    [
        "A centred saw is faster than an axe.",
        "A centred saw is faster when wet.",
        "A centred saw is better with age.",
        "A centred saw is larger, by 3 inches.",
        "Mortality was higher in oaks.",
        "While axes are heavy, saws are lighter and rust.",
        "Compared with axes, a saw is faster.",
        "The larger the tree, the better.",
        "While large saws are more costly, they last.",
        "Prunes with saws that are faster, and with axes.",
    ],
)
def test_what_says_than_what_or_when_is_whole(text: str) -> None:
    assert hanging(text) == 0


@pytest.mark.parametrize("verb", ["provides", "consistently yields", "learns", "achieves significantly"])
def test_more_of_a_thing_than_which_is_asked(verb: str) -> None:
    assert hanging(f"SlimTree {verb} more faithful maps of oaks.") == 1
    assert hanging(f"SlimTree {verb} more faithful maps than axes do.") == 0
    assert hanging(f"SlimTree {verb} more faithful maps of 3 oaks.") == 0


@pytest.mark.parametrize("what", ["bias", "effect", "trade-off", "gap", "shift", "pattern"])
@pytest.mark.parametrize("verb", ["yields", "introduces", "shows", "reveals", "has", "creates"])
def test_an_effect_on_nothing_is_half_a_statement(what: str, verb: str) -> None:
    assert hanging(f"A single hidden saw {verb} a {what}.") == 1
    assert hanging(f"A single hidden saw {verb} a {what} towards oaks.") == 0


@pytest.mark.parametrize("good", ["beneficial", "helpful", "useful", "harmful", "detrimental"])
def test_good_for_what_is_asked(good: str) -> None:
    assert hanging(f"While some saws are {good}, others are not.") == 1
    assert hanging(f"Some saws are {good} for oaks.") == 0
    assert hanging(f"In wet woods some saws are {good}, others rust in them.") == 0


@pytest.mark.parametrize("how", ["Exposed", "Treated", "Untreated", "Enrolled", "Eligible", "Affected"])
def test_those_who_were_treated_were_so_elsewhere(how: str) -> None:
    assert hanging(f"{how} infants had a lower rate of falls.") == 2
    assert hanging(f"{how} infants to whom we gave saws had a lower rate.") == 0


def test_a_further_addition_goes_on_from_another_sentence() -> None:
    assert hanging("Further addition of water leads to rust.") == 2
    for start in (
        "Further research is needed on rust.",
        "Further experiments show that saws rust.",
        "Further analysis of",
    ):
        assert hanging(start) == 0


def test_what_is_done_again_was_done_before() -> None:
    assert hanging("Puts the oak into the saw and prunes again.") == 2
    assert hanging("Once again, saws rust.") == 0


def test_what_is_also_so_is_so_besides_something() -> None:
    assert hanging("Pruning forests is also demanding on memory.") == 1
    for text in (
        "The method is also fast on oaks.",
        "SlimTree is also able to prune oaks.",
        "Pruning is not only slow, it is also demanding.",
        "Oaks are also pruned.",
    ):
        assert hanging(text) == 0


@pytest.mark.parametrize("what", ["Robustness", "Performance", "Accuracy", "Convergence", "Agreement"])
def test_a_measure_of_nothing_can_be_guessed_at_most(what: str) -> None:
    assert hanging(f"{what} depends on the saw.") == 1
    assert hanging(f"{what} depends on the saw.", f"{what} of Saws") == 0
    assert hanging(f"{what} of saws depends on rust.") == 0
    assert hanging(f"{what} theory explains saws.") == 0


# --- "this is" behind a phrase that names nothing it could stand for ---


@pytest.mark.parametrize(
    "ahead", ["Compared with standard steel saws", "In woods of many oaks", "Unlike the older axes of iron,"]
)
def test_this_behind_a_phrase_in_front_leans(ahead: str) -> None:
    assert leaning(f"{ahead} this is a gain.", TITLE) == 2
    assert leaning(f"{ahead} this is a gain.", TITLE, "Prunes oaks with saws.") == 0, "a sentence stands ahead"


def test_this_behind_a_clause_is_that_clause() -> None:
    assert leaning("Shows that saws rust in wet woods, and that this is costly.", TITLE) == 0


# --- what a reader of the real survey meets ---


def test_no_claim_of_the_real_survey_says_more_than_its_reader_can_know(real_survey: Survey) -> None:
    papers = real_survey.by_key()
    told = [claim for topic in real_survey.topics for claim in topic.claims if len(claim.papers) == 1]
    loose = [
        c.text for c in told if c.kind == "finding" and hanging(sentences(c.text)[0], papers[c.papers[0]].title) > 1
    ]
    assert len(told) > 200
    assert not loose
    assert not [c.text for c in told if leans_on_another(c.text, papers[c.papers[0]].title)]
