"""A method that is named and not explained has its paper's title behind it, once, and only where that says more."""

import re
from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.claims import checked_claims, evidence_for
from survey.document import Survey
from survey.evidence import SUPPORT, support, whole_sentences, without_title
from survey.models.extractive.attributed import without_attribution
from survey.models.extractive.introduced import introduced, with_titles
from survey.models.extractive.titled import titles
from survey.papers import Paper
from survey.questions import ClaimAnswer, RecordedPaper


def of(title: str, text: str) -> RecordedPaper:
    """A paper whose abstract is the sentence that a statement was read from."""
    return replace(paper(1, title, said("result", text)), abstract=text)


GAIN = "ScanNet outperforms earlier methods by 26.6% on CIFAR10 and by 21.3% on STL10."


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("ScanNet: Classifying Images without Labels", GAIN,
         'ScanNet ("Classifying Images without Labels") outperforms earlier methods by 26.6% on CIFAR10 and by 21.3% '
         "on STL10."),
        ("Motion-Guided Masking for Videos", "One method achieves 81.7% accuracy on ImageNet with fewer operations.",
         'One method ("Motion-Guided Masking for Videos") achieves 81.7% accuracy on ImageNet with fewer operations.'),
        ("PixelNet: Quality Adaptive Margins for Faces", "On COCO, PixelNet-B2 reaches 40.2 AP with half the memory.",
         'On COCO, PixelNet-B2 ("Quality Adaptive Margins for Faces") reaches 40.2 AP with half the memory.'),
        ("Labels: What 'Good' Means.", "In one study, 40% of all annotators disagreed with each other on most days.",
         'In one study ("Labels: What \'Good\' Means"), 40% of all annotators disagreed with each other on most days.'),
        ("PixelNet: Margins for \"Hard\" Faces", "The PixelNet paper develops a loss that grows with the age of a net.",
         "The PixelNet paper (\"Margins for 'Hard' Faces\") develops a loss that grows with the age of a net."),
        ("Frost Warnings for Mountain Farms",
         "One study finds that small sensors fail first and that they fail at night.",
         'One study ("Frost Warnings for Mountain Farms") finds that small sensors fail first and that they fail at '
         "night."),
        ("Quick Selection: the Strength of Sparse Pruning Shears",
         "One study finds that small sensors fail first and that they fail at night.",
         'One study ("Quick Selection: the Strength of Sparse Pruning Shears") finds that small sensors fail first '
         "and that they fail at night."),
        # what a thing is, told in other words than its title's
        ("ScanNet: Classifying Images without Labels", "ScanNet is a plain plug-in module that can be had at no cost.",
         'ScanNet ("Classifying Images without Labels") is a plain plug-in module that can be had at no cost.'),
        # a way to work, and not what for
        ("Low-Cost Pruning of Apples and Pears Using Nets",
         "One paper proposes a net-based approach using saws, enhanced with lamps, on both apples and pears.",
         'One paper ("Low-Cost Pruning of Apples and Pears Using Nets") proposes a net-based approach using saws, '
         "enhanced with lamps, on both apples and pears."),
    ],
)  # fmt: skip
def test_the_title_stands_behind_the_first_name(title: str, text: str, told: str) -> None:
    assert introduced(text, of(title, text)) == told
    assert without_title(told, title) == text


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        # a long name with its letters, and experiments
        ("Grouping Fruit via Mutual Growth of Trees",
         "The Mutual Growing Framework (MGF) adds a branch that is devoted to older leaves.",
         'In one paper ("Grouping Fruit via Mutual Growth of Trees"), the Mutual Growing Framework (MGF) adds a branch '
         "that is devoted to older leaves."),
        ("Frost Warnings for Mountain Farms",
         "Extensive experiments on old sensors demonstrate ColdNet's ability to fail at night, not by day.",
         'In one paper ("Frost Warnings for Mountain Farms"), extensive experiments on old sensors demonstrate '
         "ColdNet's ability to fail at night, not by day."),
        # a name that is a part of another word, or stands too late
        ("ScanNet: Image Classification without Any Labels", "ScanNet images of 31 brains differ by 26.6%.",
         'In one paper ("Image Classification without Any Labels"), ScanNet images of 31 brains differ by 26.6%.'),
        ("ScanNet: Image Classification without Any Labels", "Nets forget what they learned (as ScanNet does).",
         'In one paper ("Image Classification without Any Labels"), nets forget what they learned (as ScanNet does).'),
    ],
)  # fmt: skip
def test_a_title_without_a_place_leads_a_statement_in(title: str, text: str, told: str) -> None:
    assert introduced(text, of(title, text)) == told
    assert without_attribution(without_title(told, title)) == text


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("ScanNet: Gains on CIFAR10 and STL10", GAIN),
        (
            "ScanNet: Classifying Images without Labels",
            "ScanNet-DB is a plain plug-in module that can be had at no cost.",
        ),
        ("ScanNet: Think Once, Anywhere", "ScanNet is a plain plug-in module that can be had at no cost."),
        ("Classifying Images without Labels", "Vision model (VLM) as Policy: It cuts the rate of reports by 20%."),
        (
            "ScanNet: Image Classification without Any Labels",
            "ScanNet is a network that learns image classification alone.",
        ),
        ("ScanNet: Image Classification without Any Labels", "One paper proposes ScanNet for image classification."),
        ("ScanNet: $O(n)$ Classification without Any Labels", GAIN),
        ("ScanNet: IMAGE CLASSIFICATION WITHOUT LABELS".upper(), GAIN),
        ("ScanNet: " + " ".join(f"word{n}" for n in range(17)), GAIN),
        (
            "ScanNet: Image Classification without Any Labels",
            "ScanNet (Scanning Nets) grows faster than moss or ivy do.",
        ),
    ],
)
def test_what_is_told_already_or_cannot_be_quoted_stays_as_it_is(title: str, text: str) -> None:
    assert introduced(text, of(title, text)) == text


def test_a_name_that_the_title_lacks_is_introduced_where_its_paper_offers_it() -> None:
    text = "TWIG sorts layered signals by their seams and joins them at the nearest seam."
    title = "Finding Frost Cracks in Old Pipes"
    offered = replace(paper(1, title, said("method", text)), abstract=f"We propose TWIG. {text}")
    assert introduced(text, offered) == f'TWIG ("{title}"){text[4:]}'
    assert introduced(text, of(title, text)) == f'In one paper ("{title}"), {text}', "anybody's TWIG"


def test_a_statement_that_lacks_the_task_has_the_title_unless_the_topic_names_it() -> None:
    text = "LiftNet lifts the raw descriptors of local features by what it sees of their geometry twice."
    one = of("LiftNet: Geometry of Local Points for Image Matching via Views", text)
    assert introduced(text, one).startswith('LiftNet ("Geometry of Local Points for Image Matching via Views") lifts')
    assert introduced(text, one, topic={"match"}) == text
    told = text.replace("twice", "in image matching")
    assert introduced(told, replace(one, abstract=told)) == told


def test_a_name_ahead_of_a_comma_is_not_told_twice() -> None:
    made = "We propose ScanNet, which groups them."
    one = paper(1, "ScanNet, Classifying Images without Labels", said("contribution", made), said("result", GAIN))
    told = introduced(GAIN, replace(one, abstract=f"{made} {GAIN}"))
    assert told.startswith('ScanNet ("Classifying Images without Labels") outperforms')


def test_a_name_ahead_of_a_dash_is_not_told_twice_either() -> None:
    made = "We propose ScanNet, which groups them."
    one = paper(1, "ScanNet -- Classifying Images without Labels", said("contribution", made), said("result", GAIN))
    told = introduced(GAIN, replace(one, abstract=f"{made} {GAIN}"))
    assert told.startswith('ScanNet ("Classifying Images without Labels") outperforms')


def test_a_part_of_a_title_that_the_statement_has_already_is_none_to_add() -> None:
    text = "The wide tree modulation net (WTMN) beats axes."
    views = "Refining Probabilistic Global Views of Forests, Mountain Ranges, Swamps and Rivers"
    told = introduced(text, of(f"Wide Tree Modulation Net: {views}", text))
    assert told == f'In one paper ("{views}"), the wide tree modulation net (WTMN) beats axes.'


def test_a_title_is_cut_ahead_of_a_preposition_with_a_capital_too() -> None:
    assert "Predicting Forest Fires ..." in titles(
        paper(1, "Predicting Forest Fires Using Pictures of Dry Brown Leaves")
    )


@pytest.mark.parametrize("said", ["prunes old branches.", "reaches 40 AP."])
def test_a_title_in_quotes_need_not_be_borne_out_by_what_is_said_beside_it(said: str) -> None:
    views = "Robust Probabilistic Weather Forecasts Across Mountain Ranges"
    own = of(f"ScanNet: {views}", f"ScanNet {said}")
    told = introduced(f"ScanNet {said}", own)
    assert told == f'ScanNet ("{views}") {said}'
    answer = ClaimAnswer(kind="finding", text=told, papers=["P1"])
    assert checked_claims([answer], {"P1": Paper("k", own.title, own.abstract)}) == ([answer], [])
    unlike = replace(own, abstract="We forecast weather.")
    assert introduced(f"ScanNet {said}", unlike) == f"ScanNet {said}", "no sentence bears that out"


def test_one_paper_has_its_title_where_that_says_a_word_more_also_behind_a_purpose() -> None:
    own = of("Pruning Orchards by Night", "To save light, we attach a lamp to each branch.")
    told = introduced("To save light, one paper attaches a lamp to each branch.", own)
    assert told == 'To save light, one paper ("Pruning Orchards by Night") attaches a lamp to each branch.'
    assert '("Pruning Orchards by Night")' in introduced("One paper attaches a lamp to each branch.", own)


def test_no_claim_is_lost_for_a_number_of_its_title() -> None:
    text = "One paper abandons the leaf design of others and slowly resorts to an extra old centre."
    title = "Leaf-Attention-Free Transformers for 3D Tree Segmentation"
    told = introduced(text, of(title, text), of_another_domain=True)
    own = {"P1": Paper("one", title, text)}
    assert checked_claims([ClaimAnswer(kind="finding", text=told, papers=["P1"])], own)[0]


def test_a_title_that_is_too_long_to_quote_is_cut_where_its_task_stays() -> None:
    text = "The TreeNet paper proposes a Dual-Path Edge Network with two old branches."
    title = (
        "TreeNet: Dual-Path Edge Network with Slow and Global-Local Attention to Leaves and Twigs of Oaks and Firs "
        "for Tiny Bird Detection"
    )
    assert introduced(text, of(title, text)).startswith(
        'The TreeNet paper ("Dual-Path Edge Network ... for Tiny Bird Detection") proposes'
    )
    text = "ScanNet finds that most nets lose their way and forget details."
    title = (
        "ScanNet: Evaluating Pathfinding Walkers on Long Winding Mountain Pathways and Slow Rivers in a Controllable "
        "Forest Environment of Oaks and Firs"
    )
    assert introduced(text, of(title, text)).startswith(
        'ScanNet ("Evaluating Pathfinding Walkers on Long Winding Mountain Pathways and Slow Rivers ...") finds'
    )


def test_a_paper_is_introduced_once_and_only_in_a_finding() -> None:
    one = of("ScanNet: Classifying Images without Labels", GAIN)
    claims = [
        ClaimAnswer(kind="context", text=GAIN, papers=["P1"]),
        ClaimAnswer(kind="finding", text=GAIN, papers=["P1"]),
        ClaimAnswer(kind="finding", text="ScanNet reduces memory by 12% on STL10.", papers=["P1"]),
    ]
    told = [claim.text.count('("') for claim in with_titles(claims, (one,))]
    assert told == [0, 1, 0]


def test_titles_in_a_real_survey_are_the_cited_papers_own_and_keep_the_statement_borne_out(real_survey: Survey) -> None:
    titles = {entry.key: entry.title.replace('"', "'") for entry in real_survey.papers}
    found = [
        (claim, quoted)
        for topic in real_survey.topics
        for claim in topic.claims
        if claim.kind == "finding"
        for quoted in re.findall(r' \("([^"]{12,})"\)', claim.text)
    ]
    assert len(found) > 40
    whole = ((quoted.split("..."), re.sub(r"\s+", " ", titles[claim.papers[0]])) for claim, quoted in found)
    assert all(re.search(".*".join(re.escape(part.strip()) for part in parts), title) for parts, title in whole)
    assert all(support(claim.text, *(one.quote for one in claim.evidence)) >= SUPPORT for claim, _ in found)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Memorize, Factorize or be Kind: Learning Optimal Interactions of Features for Many Clicks",
         "Learning Optimal Interactions of Features for Many Clicks"),
        ("Predicting What Users Click on in Large Shops by Night: Findings from the Great Study of Clicks",
         "Predicting What Users Click on in Large Shops by Night"),
        ("Clicks: Which Ones", "Clicks: Which Ones"),
        ("Clicking as a Way of Speaking: A Case Study on Shops by Night",
         "Clicking as a Way of Speaking: A Case Study on Shops by Night"),
        ("What do Users Click? Learning Optimal Interactions of Features for Many Clicks",
         "What do Users Click? Learning Optimal Interactions of Features for Many Clicks"),
    ],
)  # fmt: skip
def test_of_a_long_title_in_two_parts_the_one_that_says_more_is_quoted(title: str, told: str) -> None:
    text = f"One method achieves 81.7% accuracy on data of three years, which is what {title.lower()} were meant for."
    own = replace(of(title, text), abstract=text)
    found = "One method achieves 81.7% accuracy on data of three years, which is what it was meant for."
    assert introduced(found, own, of_another_domain=True).startswith(f'One method ("{told}") achieves')


HEADS = "Drawing Saliency Maps: Comparing Slow and Fast Ways of Looking at Trees from Above"
ENDS = "Old Nets off the Shelf and their Features: Another Good Baseline for Felling"


@pytest.mark.parametrize(
    ("title", "abstract", "told"),
    [
        (HEADS, "We draw saliency maps.", HEADS),  # both tell of it
        (HEADS, "We draw trees.", "Comparing Slow and Fast Ways of Looking at Trees from Above"),
        (ENDS, "We draw trees.", ENDS),  # what for
        (ENDS.replace(" for ", " by "), "We draw trees.", "Old Nets off the Shelf and their Features"),
    ],
)
def test_a_title_in_two_parts_stands_whole_where_both_tell_of_the_paper(title: str, abstract: str, told: str) -> None:
    text = "One method achieves 81.7% accuracy on data of three years in all seasons."
    own = replace(of(title, text), abstract=f"{abstract} {text}")
    assert introduced(text, own, of_another_domain=True).startswith(f'One method ("{told}") achieves')
    long = f"{text.rstrip('.')}{' and of even more oaks' * 4}."
    assert introduced(long, own, of_another_domain=True).count(": ") == 0, "too much to take in"


def test_letters_that_nothing_explains_have_the_title_also_behind_where_it_was_found() -> None:
    title = "CGT: Careful Grafting of Trees for Accurate and Cheap Fruit"
    text = "On five slopes, CGT reduces the number of cheap trees by 69% and keeps accurate records."
    assert introduced(text, of(title, text)).startswith('On five slopes, CGT ("Careful Grafting of Trees')
    defined = (
        "On five slopes, Careful Grafting of Oaks (CGT) reduces the number of cheap trees and keeps accurate records."
    )
    assert introduced(defined, of(title, defined)) == defined
    offered = "We present a ladder for tall trees (ASCEND)."
    text = "On the Oak and Elm sets, ASCEND significantly outperforms saws, by 9.86%."
    one = replace(of("An Adaptive Ladder for Pruning in Winter", text), abstract=f"{offered} {text}")
    assert introduced(text, one).startswith(
        'On the Oak and Elm sets, ASCEND ("An Adaptive Ladder for Pruning in Winter")'
    )


def test_the_owner_of_a_nameless_thing_is_told_by_its_title() -> None:
    text = "On the task of felling, one paper's network outperforms the saw by 3%."
    assert introduced(text, of("The Curious Robot and its Hand", text)) == (
        'On the task of felling, the network of one paper ("The Curious Robot and its Hand") outperforms the saw by 3%.'
    )
    text = "The LSN outperforms the saws of the north by 3%."
    assert introduced(text, of("LSN: Keeping Leaves on Old Trees", text)).startswith('LSN ("Keeping Leaves on Old Tr')


def spelled(title: str, told: str, short: str = "MTL", long: str = "Multistage Tree Learning") -> str:
    """``told`` of a paper that says in another sentence what its name is short for."""
    offered = said("contribution", f"Proposes {short}, which grows.")
    one = replace(paper(1, title, offered, said("result", told)), abstract=f"We propose {long} ({short}). {told}")
    return introduced(told, one)


def test_a_name_that_the_title_lacks_is_told_with_what_it_is_short_for() -> None:
    title = "Never learned before: sampling of leaves at each stage"
    told = "Unlike others, MTL samples leaves never learned before at each stage, by clusters of the stage ahead of it."
    assert spelled(title, told) == told.replace("MTL", "Multistage Tree Learning (MTL)", 1)
    assert spelled(f"MTL: {title}", told) == told, "a name of the title is known by its letters"
    apart = told.replace("leaves", "leaves of multistage tree learning")
    assert spelled(title, apart) == apart, "its words stand there already"


def test_one_name_that_is_short_for_many_things_keeps_its_verb() -> None:
    told = "Unlike others, CTM samples leaves never learned before at each stage, by clusters of the stage ahead of it."
    title = "Never learned before: sampling of leaves at each stage"
    assert spelled(title, told, "CTM", "Continuous Tree Models") == told


FAILS = "walkers fail to see small trees in wet soil and to cross the rivers of spring at night"


def left_open(title: str, text: str, said_as: str = f"We find that {FAILS}.", ahead: str = "") -> str:
    """The gap ``text`` of a paper with this title, behind a finding of it that says ``ahead``."""
    limit = replace(said("limitations", f"Finds that {FAILS}."), quotes=(said_as,))
    one = replace(paper(1, title, limit), abstract=f"We study {title}. {said_as}")
    found = [ClaimAnswer(kind="finding", text=ahead, papers=["P1"])] if ahead else []
    return with_titles([*found, ClaimAnswer(kind="gap", text=text, papers=["P1"])], (one,))[-1].text


@pytest.mark.parametrize("who", ["One study", "Another study", "One paper"])
def test_what_one_study_leaves_open_is_told_with_its_title(who: str) -> None:
    assert left_open("Trees on Swampy Islands", f"{who} finds that {FAILS}.") == (
        f'{who} ("Trees on Swampy Islands") finds that {FAILS}.'
    )


def test_what_is_told_according_to_one_paper_has_the_title_behind_that() -> None:
    title = "Trees on Swampy Islands"
    assert left_open(title, f"According to one paper, {FAILS}.") == f'According to one paper ("{title}"), {FAILS}.'
    own = "One paper's quick, light approach fails to see small trees in wet soil and to cross the rivers of spring."
    told = own.replace("One paper's", f'In one paper ("{title}"), the')
    assert left_open(title, own) == told  # else the title would read as that approach's name
    bare = own.replace("quick, light ", "")
    assert left_open(title, bare) == bare.replace("approach", f'approach ("{title}")')


def test_a_title_that_tells_no_more_is_left_out_of_what_stays_open() -> None:
    told = f"One study finds that {FAILS}."
    assert left_open("Walkers and Small Trees in Wet Soil", told) == told, "the text says most of it"
    assert left_open("Deep Learning for Better Models", told) == told, "it says nothing"
    assert left_open("The 12 Trees on Swampy Islands", told) == told, "a number that the limit's sentence lacks"


def test_what_stays_open_has_its_title_though_a_finding_ahead_has_it() -> None:
    told = f"One study finds that {FAILS}."
    titled = 'One study ("Trees on Swampy Islands") finds that trees grow on islands of 5 swamps.'
    assert left_open("Trees on Swampy Islands", told, ahead=titled) == (
        f'One study ("Trees on Swampy Islands") finds that {FAILS}.'
    )


def test_with_its_title_a_limit_still_rests_on_its_own_sentence() -> None:
    title, limit = "Trees on Swampy Islands of the North and South", "We find that walkers fail in snow."
    told = left_open(title, "One study finds that walkers fail in snow.", limit)
    assert told == f'One study ("{title}") finds that walkers fail in snow.'
    own = Paper("trees", title, f"We study trees. {limit}")
    found = evidence_for(ClaimAnswer(kind="gap", text=told, papers=["P1"]), {"P1": own})
    assert found[0].quote == limit


def test_a_limit_has_a_title_of_up_to_twenty_words_of_which_nothing_can_be_cut() -> None:
    title = (
        "Letting walkers choose which of all those islands they see first does not always make them walk much faster"
    )
    told = left_open(title, "One study finds that walkers fail in snow.", "We find that walkers fail in snow.")
    assert told == f'One study ("{title}") finds that walkers fail in snow.'
    assert left_open(f"{title} again", "One study finds that walkers fail in snow.", FAILS).startswith(
        "One study finds"
    )


def test_a_title_that_makes_a_limit_another_sentences_is_left_out() -> None:
    limit = replace(said("limitations", f"Finds that {FAILS}."), quotes=(f"We find that {FAILS}.",))
    other = f"On swampy islands with trees, {FAILS}, which one study finds again."
    one = replace(paper(1, "Trees on Swampy Islands", limit), abstract=f"{other} We find that {FAILS}.")
    gap = ClaimAnswer(kind="gap", text=f"One study finds that {FAILS}.", papers=["P1"])
    assert with_titles([gap], (one,)) == [gap]


def test_a_title_is_cut_no_further_than_claims_keep_what_stands_behind_it() -> None:
    title = (
        "Enriched text-guided variational multimodal knowledge distillation saw (VMS) for automated diagnosis of "
        "frailty in 3D tall forest scans"
    )
    text = (
        "One method excels in harnessing cross-modality prior knowledge from limited image annotations and radiology "
        "reports within training data, thereby enhancing the accuracy for unannotated 3D scans."
    )
    told = introduced(text, of(title, text))
    assert whole_sentences(told, 285) == told


def test_of_a_long_title_the_part_stands_that_a_name_is_short_for() -> None:
    text = "GOTM surpasses all other techniques by 20% in accuracy on leaves."
    title = "Gated Oak Twigs are All You Need: Robust Contextual Representations of Leaves Across Multiple Forests"
    made = said("contribution", "Proposes GOTM, which sorts leaves.")
    own = replace(paper(1, title, made, said("result", text)), abstract=f"We propose GOTM, which sorts leaves. {text}")
    assert introduced(text, own).startswith('GOTM ("Gated Oak Twigs are All You Need") surpasses')
