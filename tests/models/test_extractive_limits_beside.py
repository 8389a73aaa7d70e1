"""What stands beside a limit in a sentence is none, what was found poor is one, and so is what a gain costs."""

import pytest

from survey.models.extractive.failing import fails_itself
from survey.models.extractive.fields import Piece
from survey.models.extractive.limiting import limiting, stated_limit
from survey.models.extractive.limits import LEAST, weight


def found(*texts: str, after: int = 0) -> list[str]:
    return [
        one.text
        for one in limiting([Piece(n, (n + 1,), t, t.lower(), t, True) for n, t in enumerate(texts)], after)
        if one.whole
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Our analysis reveals consistent underperformance of walkers on mixed soils.",
        "Our results show that boots do best but highlight flaws in common measures of speed.",
        "Our analysis highlights the fragility of current ways of walking.",
        "The test of seven walkers demonstrated difficulties in crossing rivers.",
        "A further analysis shows the challenges walkers face in seeing small trees.",
        "The best measures of walking exhibit poor consistency with foresters.",
        "Both ways had a precision of 90% but low recall.",
        "The tests reveal security concerns in walkers of today.",
        "SlimTree outperforms all walkers, albeit at considerably higher computational costs.",
        "SlimTree proves useful for rangers, despite higher computational demands.",
        "The large walker did slightly better at greater computational cost.",
        "The findings are preliminary and meant to guide larger walks.",
        "It may be used for carts, though further validation across soils would be required.",
        "The findings suggest that further advances in boots, lamps, and maps are required.",
        "This shows a risk to those who walk at night, calling for further inquiry.",
        "We find that walkers struggle to resolve crossings effectively: they take the first path.",
        "Results show that walkers perform even worse in snow.",
        "We find that walkers are seen as slow, and our analysis reveals biases in how they see slopes.",
        "Results show that walkers on ice become much more vulnerable to wind.",
        "We show that walking by the map is not consistently reliable.",
        "We find that walking by the book may inadvertently suppress new paths.",
        "Notable challenges emerged in crossing rivers.",
        "We reveal how soil changes walks, highlighting challenges in keeping a steady pace.",
        "Our analysis identifies challenges in walking by night, including fog and frost.",
        "The analysis shows that boots grip better, while remaining limited in deep snow.",
        "Large walkers wobble, a finding that raises concerns among rangers.",
        "Yet challenges remain, such as the lack of maps.",
        "We faced challenges in crossing rivers with boots.",
        "It is still unclear whether boots help on slopes.",
    ],
)
def test_more_sentences_that_state_a_limit(sentence: str) -> None:
    assert weight(sentence.lower()) > LEAST


@pytest.mark.parametrize(
    "sentence",
    [
        # where something holds, and what others do there
        "We show that SlimTree speeds up walks by 18% in scenarios with large gaps.",
        "Walkers show promise in many forests, including cases where the scores are low.",
        "Our results highlight the value of SlimTree on small maps, where conventional walkers are prone to bias.",
        # what doesn't come about, is avoided or is small
        "We advise rangers to make sure that boots help walkers rather than undermine them.",
        "All boots can avoid the slips seen in others, at the cost of nothing.",
        "SlimTree packs maps five times, with less than 1% performance drop.",
        "When rangers raised concerns, lamps were provided.",
        "SlimTree works without additional cost.",
        # what was done, or is only announced
        "These walkers are compared with carts to highlight the performance gap.",
        "The limitations of existing maps and gaps in the marks have been examined.",
        "Finally, we elaborate on remaining challenges and trends for future research.",
        "The survey identifies open problems and future research directions, proposing areas to look into.",
        "We identify key challenges, and more.",
        "The paper sets a standard and highlights key challenges for future research.",
        "Experiments show that boots help by addressing two common failure modes of walkers: slips and falls.",
        "We highlight the risks of ignoring the soil.",
        "Case studies show its use in uncovering patterns of soil bias.",
        "Results highlight both the feasibility and inherent challenges of walking.",
        # what it doesn't do, and what others don't
        "We show that boots take paths that are less likely to degrade the soil.",
        "In particular, boots on wet soil do not suffer from any frost.",
        "Unlike common walkers that are limited to one soil, SlimTree walks on all.",
        "Tests show that it covers all challenges that existing walkers fail to meet.",
        "We categorize paths, maps, and open challenges, and outline ways.",
        "We test walkers to identify common failure modes in swamps.",
        "The map is made for forests where the choice of paths is restricted to lanes.",
        "Tests show that boots reach all peaks, with significant suppression of soil bias.",
        "Results show that salt helps in forests in which keeping lamps is not feasible.",
        "Our study reveals a large degradation when parts such as soles or laces were omitted.",
        "We find that carts are particularly sensitive to mud, whereas SlimTree remains robust.",
        "SlimTree achieves less than 1% average speed (AS) loss on large maps.",
        "Experiments demonstrate that SlimTree sees trees, also in images with severe degradation.",
        "Albeit simple, SlimTree surpasses all walkers and handles maps well.",
        "We highlight common challenges in walking and demonstrate how lamps can improve it.",
        # what is offered for it, or what it helps to find
        "We saw a critical bottleneck in crossing rivers, prompting the introduction of a boat.",
        "We identify a key challenge in snow, and introduce a new shoe.",
        "Experiments show that the map is ordered, allowing the identification of systematic biases.",
        "We set bounds for walking -- answering an open question -- and for swimming.",
        "We emphasize the inherent key challenges in this domain and delineate paths.",
        # what something else lacks, or would without it
        "We show that walkers can use even maps that lack marks.",
        "SlimTree offers another way than lamps, which may raise concerns at night.",
        "We find that the gain lies in trees that the walker otherwise fails to see.",
        "It also demonstrates robustness under visual degradation such as fog.",
        "Our tests tell, among other things, whether a walker is sensitive to fog.",
        "Our judge finds the paths; when light is insufficient, lamps are lit.",
        # what others say, and what is open to all
        "While boots are common, recent studies indicate that they can also be vulnerable to frost.",
        "Approaches that expose walkers to snow either suffer from cold or are slow.",
        "Our maps and boots are fully open sourced.",
    ],
)
def test_more_sentences_that_state_none(sentence: str) -> None:
    assert weight(sentence.lower()) <= LEAST


def test_where_they_fail_themselves_is_no_aside() -> None:
    assert weight("we study walkers, including settings where they underperform carts, and find that they slip.") > 0
    assert weight("we find much, including settings where they underperform carts.") > LEAST


@pytest.mark.parametrize(
    ("sentence", "fails"),
    [
        ("walkers struggle with narrow paths.", True),
        ("their speed drops markedly when the soil is wet.", True),
        ("only 2 of 39 slips were seen.", True),
        ("boots consistently degraded performance.", True),
        ("the best walker finds 53% of the paths but only 14.2% of the stones.", True),
        ("some walkers perform below random.", True),
        ("sight and hearing degrade over time.", True),
        ("the gains diminish with the depth of the snow.", True),
        ("slimtree walks where others fail.", False),
        ("three walkers are built to minimize systematic bias.", False),
        ("the measure explains why gains do not help.", False),
        ("slimtree gets through without falling short of carts.", False),
        ("walkers lacking lamps fail at night.", False),
    ],
)
def test_what_fails_in_the_main_clause(sentence: str, fails: bool) -> None:
    assert fails_itself(sentence) is fails


RESULTS = "The results show that walkers are quick on dry soil."


def test_results_go_on_where_a_sentence_fails_itself_and_nothing_is_offered_behind() -> None:
    fails = "They are slow in swamps, and struggle with narrow paths and small trees."
    walks = "SlimTree walks on large maps where other walkers fail to get through."
    assert found("We study walkers.", RESULTS, "Lamps are cheap.", fails) == [fails]
    assert found("We study walkers.", RESULTS, "Lamps are cheap.", walks) == []
    assert found("We study walkers.", RESULTS, fails, "We propose SlimTree.") == []
    assert (
        found("We study walkers.", "Maps are old.", "Lamps are cheap.", fails, "Boots are dear.", "So is salt.") == []
    )


def test_what_the_paper_offers_by_its_name_sets_right_what_stands_before_it() -> None:
    motive = "We show that heavy boots are more prone to slips than light ones."
    assert found("We introduce LightBoots.", motive, "Salt is cheap.") == [motive]
    assert found("We introduce LightBoots.", motive, "LightBoots incorporates two kinds of soles.") == []
    assert found("We introduce LightBoots.", motive, "Instead, soles are changed.") == []
    assert found("We introduce LightBoots.", motive, "We propose a new sole.") == []
    assert found("We introduce LightBoots.", motive, "We also propose a new sole.") == [motive]
    reached = "LightBoots reaches a speed of 4 km/h."
    assert found("We introduce LightBoots.", motive, reached) == [motive], "what it reached mends nothing"
    known = "While soles are light, walking in snow remains challenging."
    assert found("We introduce LightBoots.", known, "LightBoots leverages salt.", "Tests confirm it.") == []


def test_what_was_reached_is_the_papers_own() -> None:
    costs = "Small walkers achieved good speed, while large ones did slightly better at greater computational cost."
    behind = ("Maps are public.", "Lamps are cheap.", "Boots are dear.")
    assert found("We test walkers.", "Walkers are common.", costs, *behind) == [costs]


def test_a_sentence_that_points_out_only_by_what_it_calls_for_is_told_without() -> None:
    fails = "These results show that walkers struggle in wet soil and in snow"
    said = f"{fails} and underscore the importance of evaluating such models on maps to assess their reliability."
    pieces = [Piece(0, (1,), "We walk.", "we walk.", "Walks.", True), Piece(1, (2,), said, said.lower(), said, False)]
    (one,) = limiting(pieces, 0)
    assert (one.whole, one.text) == (True, "Finds that walkers struggle in wet soil and in snow.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A further analysis shows the challenges walkers face in seeing small trees.",
         "Shows the challenges walkers face in seeing small trees."),
        ("The results show that boots do best but highlight flaws in common measures of speed.",
         "Finds that boots do best but highlights flaws in common measures of speed."),
        ("Conducts walks on ten soils, uncovering the challenges that walkers face on slopes.",
         "Uncovers the challenges that walkers face on slopes."),
        ("Benchmarks ten walkers on soils of all kinds, finding out that current walkers still fail on all slopes.",
         "Finds that current walkers still fail on all slopes."),
    ],
)  # fmt: skip
def test_how_more_limits_are_told(text: str, told: str) -> None:
    assert stated_limit(text) == told
