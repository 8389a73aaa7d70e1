"""A coined name in the overview has its paper's title behind it; what explains itself has none."""

from dataclasses import replace

import pytest

from survey.models.extractive.glossed import bare, glosses, with_gloss
from survey.models.extractive.overview import overview
from survey.questions import DigestedClaim, OverviewValues, RecordedPaper, TopicDigest

GAIN = "FastNet reaches 54.5 AP and 60.8 mIoU on COCO with half of the memory of older walkers."
SHORT = "FastNet reports 54.5 AP on COCO."
TITLE = "FastNet: Crossing Rivers in Wet Woods"


def told(text: str, title: str = TITLE, abstract: str = "", number: int = 1) -> DigestedClaim:
    about = RecordedPaper(f"P{number}", title, (), abstract or text)
    claim = DigestedClaim("finding", text, (f"P{number}",), about)
    return replace(claim, text=bare(claim))


def test_a_name_that_is_not_explained_needs_its_title() -> None:
    assert glosses(told(GAIN))[0] == "Crossing Rivers in Wet Woods"
    assert with_gloss(SHORT, 7, told(GAIN)) == 'FastNet ("Crossing Rivers in Wet Woods") reports 54.5 AP on COCO.'
    assert with_gloss(GAIN, 7, told(GAIN)) == GAIN, "it would only say again what the topic says"


def test_what_explains_itself_or_names_nothing_of_its_own_needs_none() -> None:
    assert glosses(told("FastNet crosses rivers in wet woods twice as fast as carts do.")) == []
    assert glosses(told("Walkers with lamps cross rivers twice as fast as carts do.")) == []
    assert glosses(told("GPT-4 crosses more than carts do.", "On Walkers", "GPT-4 crosses more than carts do.")) == []
    assert glosses(DigestedClaim("finding", GAIN, ("P1", "P2"))) == []


def test_a_name_that_only_the_abstract_introduces_needs_the_title_too() -> None:
    text = "On 10 slopes, WalkLMs beat strong rivals with half of the memory."
    offered = f"We develop WalkLMs, a series of walkers. {text}"
    assert (
        glosses(told(text, "Language Models for Crossing Rivers", offered))[0] == "Language Models for Crossing Rivers"
    )
    assert glosses(told(text, "Language Models for Crossing Rivers")) == []


def test_a_title_that_the_sentence_cannot_bear_is_shortened_or_left_out() -> None:
    long = "FastNet: Learning Probabilistic Weather Views across Mountain Ranges for Small Carts"
    assert with_gloss(SHORT, 7, told(GAIN, long)) == 'FastNet ("... for Small Carts") reports 54.5 AP on COCO.'
    long = "FastNet: Learning Probabilistic Weather Views across Mountain Ranges"
    assert with_gloss(SHORT, 7, told(GAIN, long)) == SHORT


def test_both_papers_of_a_sentence_have_their_titles() -> None:
    one = told("FastNet outperforms carts by 31% in deep snow with half of all the lamps.")
    other = told(
        "LongNet outperforms boats by 42% in high waves with half of all the sails.", "LongNet: On Lakes", "", 2
    )
    topics = (TopicDigest("Ways", "Woods", 9, (one,)), TopicDigest("Ways", "Water", 4, (other,)))
    (claim,) = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert claim.text == (
        'One paper ("Crossing Rivers in Wet Woods") reports that its FastNet outperforms carts by 31% in deep snow '
        "with half of all the lamps, another that its LongNet outperforms boats by 42% in high waves with half of all "
        "the sails."
    )
    assert claim.papers == ["P1", "P2"]


@pytest.mark.parametrize(
    ("text", "title", "start"),
    [
        # a topic's name leads in what its own paper is about, by all that the name says
        ("Carts on icy slopes fail first and then slide.", "On Carts", "On icy slopes, one paper finds that carts"),
        ("Slopes with deep snow make all carts fail.", "On Carts", "One paper finds that slopes with deep snow"),
        # a name of one capital ahead of its title's colon
        ("Cartonic learns all its slopes by 31% faster.", "Cartonic: On Snow", "One paper finds that Cartonic learns"),
    ],
)
def test_a_topic_leads_in_only_what_it_is_about(text: str, title: str, start: str) -> None:
    topics = (TopicDigest("Ways", "Icy slopes", 9, (told(text, title, text),)),)
    (claim,) = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert claim.text.startswith(start)


def test_what_a_thing_with_an_article_does_is_not_found() -> None:
    acts = told("The DAT gathers leaves across lanes and yards in the dual manner of barns.", "DAT: On Barns")
    found = told("Small carts fail first on icy hills and in deep snow.", "On Carts", "", 2)
    topics = (TopicDigest("Ways", "Woods", 9, (acts,)), TopicDigest("Ways", "Water", 4, (found,)))
    text = " ".join(claim.text for claim in overview(OverviewValues(topics, "English", 100, 1, 2)).claims)
    assert "finds that small carts fail first" in text
    assert "DAT" not in text
    tried = told("Experimental results on ice demonstrate that lamps help small carts.", "On Lamps")
    topics = (TopicDigest("Ways", "Woods", 9, (tried,)), topics[1])
    text = " ".join(claim.text for claim in overview(OverviewValues(topics, "English", 100, 1, 2)).claims)
    assert "Experimental results".lower() not in text.lower()


def test_what_a_newcomer_understands_is_told_rather_than_what_is_of_a_name() -> None:
    own = told("FastNet outperforms carts by 31% in deep snow with half of all the lamps.")
    plain = told("Wet boots slow walkers down by 42% in deep snow at night.", "On Boots", "", 2)
    boats = told("Long boats cross lakes faster than carts cross woods in snow.", "On Boats", "", 3)
    topics = (TopicDigest("Ways", "Woods", 9, (own, plain)), TopicDigest("Ways", "Water", 4, (boats,)))
    (claim,) = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert claim.papers == ["P2", "P3"]
    long = told("Interminable considerations characterise incomprehensible circumnavigations of carts.", "On", "", 2)
    topics = (TopicDigest("Ways", "Woods", 9, (own, long)), topics[1])
    (claim,) = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert claim.papers == ["P1", "P3"]


@pytest.mark.parametrize(
    "made",
    [
        "Comprising 400 carts and 30 boats, Wet Woods is more than a small list of ways.",
        "In the FastNet paper, the boats cross more lakes than carts.",
    ],
)
def test_what_a_thing_is_made_of_or_is_told_in_its_paper_is_not_found(made: str) -> None:
    found = told("Long boats cross lakes faster than carts cross woods in snow.", "On Boats", "", 2)
    topics = (TopicDigest("Ways", "Woods", 9, (told(made),)), TopicDigest("Ways", "Water", 4, (found,)))
    (claim,) = overview(OverviewValues(topics, "English", 100, 1, 2)).claims
    assert claim.papers == ["P2"]


def in_short(*claims: DigestedClaim) -> list[str]:
    topics = tuple(TopicDigest("Ways", f"Way {place}", 9, (claim,)) for place, claim in enumerate(claims))
    return [claim.text for claim in overview(OverviewValues(topics, "English", 100, 1, 2)).claims]


def test_what_a_name_is_is_told_as_presented() -> None:
    title, other = "Bark 3D: Crossing Rivers in Wet Woods", "LeafSet: On Wet Leaves"
    made = told("Bark 3D is a plain, fast boat for crossing rivers in wet woods, carrying lamps and oars.", title)
    set_of = told("LeafSet is the first set of wet leaves for boats that carry lamps.", other, "", 2)
    assert in_short(made, set_of) == [
        "One paper presents Bark 3D, a plain, fast boat for crossing rivers in wet woods, another presents LeafSet, "
        "the first set of wet leaves for boats that carry lamps."
    ]


def test_a_name_keeps_its_capital_where_it_was_found_to_do_something() -> None:
    title = "Flowbark: Crossing Rivers in Wet Woods"
    acts = told("Flowbark learns a path across wet woods sooner than carts learn theirs.", title)
    assert "finds that Flowbark learns" in in_short(acts)[0]


@pytest.mark.parametrize("text", [r"Slopes of \(\bark\) are steeper than carts can climb in wet woods.",
                                  "One paper evaluates carts using three sets of oars and lamps."])  # fmt: skip
def test_macros_and_trials_are_no_highlight(text: str) -> None:
    found = told("Long boats cross lakes faster than carts cross woods in snow.", "On Boats", "", 2)
    assert in_short(told(text, "On Slopes"), found) == [
        "One paper finds that long boats cross lakes faster than carts cross woods in snow."
    ]
