"""What papers leave open, told as theirs: limits under names, findings as found, nothing that hangs on an abstract."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said, values

from survey.claims import checked_claims
from survey.models.extractive.gaps import Gap, besides, gap_of, gaps
from survey.models.extractive.topic import synthesis
from survey.papers import Paper
from survey.questions import ClaimAnswer, RecordedPaper


def limited(number: int, title: str, text: str) -> RecordedPaper:
    return paper(number, title, said("limitations", text))


NAMELESS, NAMED = "On walking in wet soil", "FastNet: Walking in wet soil"


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        # what was found of the field is told as found, by the paper
        (NAMELESS, "Finds that walkers often fail to see small trees.",
         "One study finds that walkers often fail to see small trees."),
        (NAMED, "Finds that walkers often fail to see small trees.",
         "The FastNet paper finds that walkers often fail to see small trees."),
        (NAMELESS, "Highlights the need for maps of wet and frozen soil.",
         "One paper highlights the need for maps of wet and frozen soil."),
        (NAMELESS, "Finds that the depth of swamps is hard to see from above.",
         "One study finds that the depth of swamps is hard to see from above."),
        # a limit of a method is a limit, under its name
        (NAMED, "Concludes that FastNet is a fine walker, but in its current form it sinks in swamps.",
         "FastNet is a fine walker, but in its current form it sinks in swamps."),
        (NAMED, "The method is quick on its feet but requires several pairs of boots.",
         "FastNet is quick on its feet but requires several pairs of boots."),
        (NAMELESS, "The method is quick on its feet but requires several pairs of boots.",
         "One paper's method is quick on its feet but requires several pairs of boots."),
        # what is left to do is left open
        (NAMED, "Future work will explore boots, lamps and a larger map of swamps.",
         "The FastNet paper leaves to later work boots, lamps and a larger map of swamps."),
        (NAMELESS, "Future work should refine the maps, explore swamps, and design better boots for walkers.",
         "One paper leaves it to later work to refine the maps, explore swamps, and design better boots for walkers."),
        (NAMELESS, "Future directions include boots, lamps and a larger map of swamps.",
         "One paper leaves to later work boots, lamps and a larger map of swamps."),
        (NAMELESS, "On wet soil walkers cannot match the pace of carts, showing the need for boots.",
         "According to one paper, on wet soil walkers cannot match the pace of carts, showing the need for boots."),
        (NAMELESS, "Finds that the stage of a river is hard to see from above in spring.",
         "One study finds that the stage of a river is hard to see from above in spring."),
        # anything else is according to the paper
        (NAMELESS, "Boots remain necessary where the soil is wet in spring.",
         "According to one paper, boots remain necessary where the soil is wet in spring."),
        (NAMED, "Boots remain necessary where the soil is wet in spring.",
         "According to the FastNet paper, boots remain necessary where the soil is wet in spring."),
        (NAMED, "Experiments on 16 walkers reveal substantial gaps in wet soil.",
         "In the FastNet paper, experiments on 16 walkers reveal substantial gaps in wet soil."),
        # where it was tried out goes
        (NAMELESS, "Finds that lamps are of little use in the experiments and get in the way of others.",
         "One study finds that lamps are of little use in its experiments and get in the way of others."),
    ],
)  # fmt: skip
def test_a_limit_is_told_as_what_it_is(title: str, text: str, told: str) -> None:
    assert gap_of(limited(1, title, text), text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Finds that such walkers fail to see small trees in spring.",
        "Finds that these walkers capture trees, but less well than others do.",
        "Suggests that longer legs are insufficient to solve this issue of depth.",
        "Finds that it fails to see small trees in wet soil.",
        "The experiments on walkers reveal several limitations of the current models.",
        "Raises interesting questions about walking that have not been asked so far.",
        "Finds that the authors were not able to cross the river in spring.",
        "Reveals three key limitations of walkers: they sink in soil that is wet.",
        "Uncovers a critical yet overlooked weakness and highlights the need for boots in swamps.",
        "Proposes a walker with lamps, warranting further investigation in wet soil.",
        "Existing methods fail to tell walkers from carts in all of their settings.",
        "Walkers sink.",
        "The challenges of walking and the open issues for later studies are discussed.",
        "The proxy reached high precision, while highlighting the limits of walkers in snow.",
        # of a part or a model that nobody has named
        "The lamp module finds small trees but is dependent on a minimum of light in the woods.",
        "Confirms the potential of the model for walking, but also indicates the need for more boots.",
        # told for the good of something else
        "On wet soil walkers cannot match the pace of carts, demonstrating the potential of carts for long roads.",
    ],
)
def test_what_makes_no_sense_on_its_own_or_says_nothing_is_left_out(text: str) -> None:
    assert gap_of(limited(1, NAMELESS, text), text) == ""


def test_the_second_paper_without_a_name_is_another() -> None:
    one, two, three = (
        limited(n, title, text)
        for n, (title, text) in enumerate(
            (
                (NAMELESS, "Finds that walkers often fail to see small trees."),
                (NAMED, "Finds that carts often fail to see small stones."),
                ("On boots", "Highlights the need for maps of wet and frozen soil."),
            ),
            1,
        )
    )
    assert [gap.text.split(" ", 2)[:2] for gap in gaps((one, two, three))] == [
        ["One", "study"], ["The", "FastNet"], ["Another", "paper"],
    ]  # fmt: skip


def test_a_gap_names_its_paper_and_the_sentences_that_it_rests_on() -> None:
    text = "Finds that walkers often fail to see small trees."
    (gap,) = gaps((limited(7, NAMELESS, text), paper(8, "Carts", said("result", "Carts are fast."))))
    assert (gap.paper, gap.quotes) == ("P7", (text,))


SLOW = "FastNet crosses only 5% of the rivers in spring, and fails to cross the others."


def test_a_figure_that_a_gap_tells_is_not_found_once_more() -> None:
    told = (said("limitations", SLOW), said("result", SLOW, value="5", unit="%"), said("result", "Carts are fast."))
    (left,) = besides([paper(1, NAMED, *told)], [Gap("P1", SLOW, (SLOW,))])
    assert [(one.field, one.text) for one in left.said] == [("limitations", SLOW), ("result", "Carts are fast.")]
    claims = synthesis(values(paper(1, NAMED, *told), paper(2, "Carts", said("result", "Carts are slow.")))).claims
    assert [claim.kind for claim in claims if "5%" in claim.text] == ["gap"]


@pytest.mark.parametrize(
    ("finding", "kinds"),
    [
        ("LongSaw cannot work on frozen oaks, nor save the smallest branches.", {"finding"}),
        ("LongSaw works on frozen oaks and the smallest branches.", {"finding", "gap"}),  # nothing that fails
        ("LongSaw cannot see twigs, nor cut what stands nearest.", {"finding", "gap"}),
    ],
)
def test_what_a_finding_says_to_fail_is_no_limit_as_well(finding: str, kinds: set[str]) -> None:
    limit = "LongSaw does not work on frozen oaks, and the smallest branches are still lost in winter."
    one = replace(
        paper(1, "LongSaw: Saws in Autumn", said("result", finding), said("limitations", limit)),
        abstract=f"{finding} {limit}",
    )
    told = synthesis(values(one)).claims
    assert {claim.kind for claim in told} - {"context"} == kinds


def test_what_is_left_open_stands_beside_what_is_found_and_not_in_its_place() -> None:
    words = "Apple Pear Plum Nut Fig Date Lime Grape".split()
    findings = [
        paper(n, f"{word}Net: Sorting", said("contribution",
              f"Presents {word}Net, a net that sorts {word.lower()}s by their age, by their size and by their skin."))
        for n, word in enumerate(words, 1)
    ]  # fmt: skip
    open_ = [limited(n, f"On trees {n}", f"Finds that walkers often fail to see small trees of kind {n}.")
             for n in range(11, 14)]  # fmt: skip

    def found(*papers: RecordedPaper) -> int:
        return sum(claim.kind == "finding" for claim in synthesis(values(*papers, words=160)).claims)

    assert found(*findings, *open_) >= found(*findings) - 1


@pytest.mark.parametrize(
    ("abstract", "text"),
    [
        ("We find that walkers lose track when it rains, and accuracy drops by half.",
         "One study finds that walkers lose track when it rains, and accuracy drops by half."),
        ("Results reveal a clear blind spot in all walkers.",
         "One study reveals a clear blind spot in all walkers."),
        ("Our results suggest that leaf counts underestimate the age of trees.",
         "One paper suggests that leaf counts underestimate the age of trees."),
    ],
)  # fmt: skip
def test_a_gap_passes_the_check_that_all_models_claims_go_through(abstract: str, text: str) -> None:
    papers = {"P1": Paper(key="walking", title=NAMELESS, abstract=abstract)}
    kept, complaints = checked_claims([ClaimAnswer(kind="gap", text=text, papers=["P1"])], papers)
    assert ([claim.text for claim in kept], complaints) == ([text], [])


def test_a_claim_that_leaves_nothing_open_is_still_no_gap() -> None:
    papers = {"P1": Paper(key="walking", title=NAMELESS, abstract="The walker has two legs that are long.")}
    claim = ClaimAnswer(kind="gap", text="The walker has two legs that are long.", papers=["P1"])
    kept, complaints = checked_claims([claim], papers)
    assert not kept
    assert "as a gap does" in complaints[0]


@pytest.mark.parametrize(
    ("text", "abstract", "told"),
    [
        ("Combined HPV and cell screening is only a little more sensitive than a test of cells alone.", "",
         "combined HPV and cell screening"),
        ("Autoregressive LLMs show bias in all the settings that people work in every day.", "",
         "autoregressive LLMs show bias"),
        ("Moisture GPS is not precise enough for seeing small trees in wet soil.", "We use moisture GPS.",
         "moisture GPS is not"),
        ("Birkhoff can only pack maps of which each has less than ten trees.", "We call it Birkhoff.",
         "Birkhoff can only"),
        ("Most LLMs fail to see small trees in wet soil and in snow.", "", "most LLMs fail"),
        ("Moisture GPS is not precise enough for seeing small trees in wet soil.", "We use Moisture GPS.",
         "Moisture GPS is not"),
    ],
)  # fmt: skip
def test_within_a_sentence_only_a_term_keeps_its_capital(text: str, abstract: str, told: str) -> None:
    own = replace(limited(1, NAMELESS, text), abstract=abstract)
    assert gap_of(own, text).startswith(f"According to one paper, {told}")


def test_what_helps_is_no_part_of_a_limit() -> None:
    limit = "Existing nets still fail to sort small pears on old trees, while TreeNet enables them to sort better."
    assert gap_of(paper(1, "On Pears"), limit).endswith("nets still fail to sort small pears on old trees.")
    both = "Existing nets still fail to sort small pears on old trees, while others improve on wide ones only."
    assert gap_of(paper(1, "On Pears"), both).endswith("on wide ones only.")
