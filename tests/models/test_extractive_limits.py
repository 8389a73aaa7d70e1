"""Which sentences state a limit or an open question, and how they are told: by invented ones, and held to marks."""

import gzip
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from survey.dumps import read_dumps
from survey.evidence import sentences
from survey.models.extractive.fields import Piece, Setting
from survey.models.extractive.limiting import limiting, stated_limit
from survey.models.extractive.limits import LEAST, limitation_score, weight
from survey.models.extractive.record import read_paper
from survey.questions import NumberedPaper
from survey.reading import RecordQuestion, record_of

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
MARKS = json.loads((ROOT / "tests" / "data" / "marked_limits.json").read_text(encoding="utf-8"))


# --- the cues ---


@pytest.mark.parametrize(
    "sentence",
    [
        # what was found to fail
        "We find that current agents struggle with forms of more than two pages.",
        "Experiments show that pruned forests generalize poorly to other districts.",
        "Our analysis reveals fundamental limitations of the tree walkers in wet soil.",
        "These results highlight the need for benchmarks in which trees grow.",
        "This raises concerns about the use of leaf counts as a measure of age.",
        "Our findings call into question the worth of leaf counts.",
        "We show that larger forests are not necessarily more stable.",
        "The survey reveals that even leading parsers achieve only half of the marks.",
        "We do not find evidence that rings of bark help.",
        "We conclude that no single method outperforms the others on all soils.",
        "Results indicate that walkers are highly sensitive to the order of the trees.",
        "We find that walkers don't see small trees.",
        "The study shows substantial room for improvement in wet soil.",
        "It also shows that accuracy drops: pruning causes a large drop on maps, and hurts recall.",
        "We find that walkers show significant path and soil biases that a forester must mend.",
        "Our findings show that walkers face greater difficulty on slopes than on plains.",
        "Experiments reveal that while SlimTree outperforms open-source walkers, even SlimTree struggles on slopes.",
        "The results show that walkers, though they outperform carts, lag significantly in swamps.",
        "We conclude that counting rings is not a robust measure, and suggests little.",
        "We find that walkers are less capable of crossing wet soil.",
        "We find that walkers tend to hallucinate as the paths grow longer.",
        "We show that despite their size, walkers have yet to reach their full speed.",
        "The results reveal current weaknesses in crossing rivers.",
        "Evidence shows that common maps exhibit strong contamination.",
        "However, we also report deviations in the depth of the roots.",
        "Yet, our findings indicate that crossing swamps becomes difficult when the walker was trained on slopes.",
        "The results show that the best walkers remain far below the pace of carts.",
        # what is open
        "Whether such pruning keeps forests fair remains an open question.",
        "Future work will extend the walkers to swamps.",
        "Further research is needed on roots.",
        "The role of the roots is still largely unknown.",
        "How deep the roots go remains to be established.",
        "The effect of frost warrants further investigation.",
        "Larger trials are needed before walkers are let loose.",
        # limits of the paper's own work
        "However, our method does not scale to more than ten trees.",
        "It is fast, but requires several passes over the forest.",
        "It falls over less often than a walker, but falls short in swamps.",
        "This comes at the cost of a longer training.",
        "Accuracy remains modest, likely because the maps are coarse.",
        "We were not able to increase the accuracy of the walkers.",
    ],
)
def test_sentences_that_state_a_limit(sentence: str) -> None:
    assert weight(sentence.lower()) > LEAST


@pytest.mark.parametrize(
    "sentence",
    [
        "SlimTree ranks branches by how often they agree and removes the rest.",
        "Experiments show that SlimTree outperforms all walkers.",
        "Results show that it overcomes the fundamental limitations of walkers.",
        "SlimTree does not require any labels.",
        "The gains do not depend on the soil.",
        "With masks the accuracy shows only a minor drop.",
        "We hope that this inspires future work on forests.",
        "The data support further research.",
        "Finally, we discuss key challenges and future research directions.",
        "We outline the limitations and open questions.",
        "The survey summarizes advances and highlights open challenges and opportunities.",
        "The code is available at https://example.org/slimtree.",
        "First walks demonstrate promising results in a swamp, which is challenging for existing walkers.",
        "Unlike walkers, SlimTree is not limited to dry soil.",
        "This addresses the urgent need for walkers.",
        "It finds the small trees where walkers fail to see any, and reaches 90.1 mIoU.",
        "We show that, although walking remains challenging, SlimTree gets there.",
        "Results show that walkers are found, while other methods fail to do so.",
        "We find features that cannot be told apart by eye, and use them.",
        # what is done about it, and praise
        "Results show that SlimTree is the first to join the two, addressing critical gaps in speed.",
        "This challenges the assumption that light is needed for walking by presenting a walker without lamps.",
        "We demonstrate that it works on maps, highlighting its speed by minimizing the need for large maps.",
        "We show that masks improve (and never deteriorate) the maps.",
        "We show that walking on SlimTree is not only feasible but also quick.",
        "We observe that, although easy soils matter at first, leaving them is essential in preventing overfitting.",
        "The code and data are open.",
        "Notably, existing losses fit in ours, while the previous tree loss is like ours but incurs a higher cost.",
        "The challenges and open issues for future studies are discussed.",
        "We ask walkers in order to identify habits and key challenges.",
        "Results show that SlimTree improves small walkers, which otherwise struggle in swamps.",
        "The results show how to write a map so that a path cannot be inferred from it.",
        "We identify limitations in current methodologies and outline more.",
        "Results reveal key insights into walker vulnerabilities.",
        "Our analyses suggest that there is no significant soil bias in walkers.",
        "We show that this walker does not exhibit a wobble.",
        "Experiments demonstrate that LAG significantly enhances walking.",
        "The walker finds a way to break down long paths.",
        "Results show that it walks best, a powerful solution to the core challenges of soils.",
        "Results show that the metric is more sensitive to subtle slopes.",
        "Results show that SlimTree widens the performance gap on the hardest soils.",
        "Results reveal the bark as key, with significant performance declines when these parts were removed.",
        "It reveals the limitations of existing walkers, and highlights ways of walking.",
        "It is a valuable help for those in need of a map.",
        "The survey offers opinions on maps, along with a roadmap and open challenges.",
        "Our findings suggest that soils do not rigidly determine the paths.",
    ],
)
def test_sentences_that_state_none(sentence: str) -> None:
    assert weight(sentence.lower()) <= LEAST


def test_what_is_conceded_is_no_limit_but_what_it_is_conceded_for_may_be() -> None:
    assert weight("we find that while walkers fail in swamps, slimtree gets through them all.") <= LEAST
    assert weight("we find that while slimtree gets through swamps, walkers fail in them.") > LEAST


# --- where in an abstract ---


def piece(place: int, text: str, whole: bool = True) -> Piece:
    return Piece(place, (place + 1,), text, text.lower(), text, whole)


AT = Setting(contribution=0, last=3, name=None)
FAILS = "We find that walkers fail to see small trees in wet soil."


def found(*texts: str, after: int = 0) -> list[str]:
    return [one.text for one in limiting([piece(n, text) for n, text in enumerate(texts)], after)]


def test_a_limit_stands_behind_the_contribution() -> None:
    assert limitation_score(piece(1, FAILS), AT) > 0
    assert limitation_score(piece(0, FAILS), AT) < 0
    assert found(FAILS, "We propose SlimTree.", after=1) == []


@pytest.mark.parametrize(
    "success",
    [
        "We find that VIEW reduces spurious seeing and enables robust walks, improving worst-soil speed to 85%.",
        "In contrast to walkers that rely on lamps, raising concerns about night, SlimTree is simple and light.",
        "We show large gains on two soils, highlighting that search addresses failure modes that lamps cannot fix.",
    ],
)
def test_a_success_is_no_limit_whatever_else_fails(success: str) -> None:
    assert found("We propose SlimTree.", success) == []
    fails = "We find that SlimTree improves walks but fails in swamps and on ice."
    assert found("We propose SlimTree.", fails)


@pytest.mark.parametrize(
    "behind",
    [
        "To address this, we train them on photographs.",
        "Motivated by these findings, we propose a walker with lamps.",
        "In contrast, SlimTree sees them all.",
        "Our method sees them all.",
        "We therefore looked closer. To mitigate this issue, lamps are used.",
    ],
)
def test_what_the_paper_goes_on_to_set_right_is_no_limit(behind: str) -> None:
    assert found("We study walkers.", FAILS, *behind.split(". ")) == []
    assert found("We study walkers.", FAILS, "The maps are public.") == [FAILS]


@pytest.mark.parametrize(
    "behind",
    [
        "SlimTree jointly tackles two of these issues.",
        "Based on these findings, we propose lamps.",
        "To achieve better sight on slopes, SlimTree introduces a lamp.",
        "We show that while walkers fail in wet soil, lamps let them through.",
    ],
)
def test_a_method_by_its_name_sets_it_right_too(behind: str) -> None:
    assert found("We study walkers.", FAILS, behind) == []


def test_advice_sets_nothing_right() -> None:
    advice = "Based on these findings, we provide advice to those who walk."
    assert found("We study walkers.", FAILS, advice) == [FAILS]


STUDY, OWN = "We test walkers on four soils.", "Our results show that walkers fail to see small trees in wet soil."


def test_what_a_study_found_before_what_the_paper_offers_last_is_a_limit() -> None:
    told = "Finds that walkers fail to see small trees in wet soil."
    assert found(STUDY, OWN, "Finally, we propose another map.", after=2) == [told]
    assert found(STUDY, OWN, "SlimTree serves as a map for all.", after=2) == [told]
    assert found(STUDY, OWN, "We propose SlimTree.", after=2) == [], "a motive"
    assert found(STUDY, FAILS, "Finally, we propose another map.", after=2) == [], "observed, not found in a study"
    assert found("Walkers are common.", OWN, "Finally, we propose another map.", after=2) == []


def test_a_known_limit_behind_results_is_theirs() -> None:
    known = "Walkers still fall short of crossing rivers in spring."
    behind = ("Maps are public.", "Lamps are cheap.", "By sharing maps, we hope for more.")
    assert found("We propose a map.", "Experiments show good speed on maps.", known, *behind) == [known]
    assert found("We propose a map.", "Walkers have two legs.", known, *behind) == []


def test_what_says_which_limits_there_are_is_preferred() -> None:
    vague = piece(1, "The study offers a map, revealing pronounced deficiencies in the sight of walkers.")
    which = piece(2, "We find that they show critical limitations: short sight, slow steps and deep tracks.")
    fails = piece(3, "We find that walkers fail in swamps.")
    assert limitation_score(which, AT) > limitation_score(vague, AT) > 0
    assert limitation_score(fails, AT) > limitation_score(vague, AT)


def test_the_half_that_says_what_fails_stays() -> None:
    said = (
        "Our findings reveal a profound misalignment: the marks are largely given for a narrow set of paths, such as "
        "the road (54%) and the lane (29%), while steep slopes are dangerously neglected."
    )
    cut = said[: said.index(", while")] + "."
    (one,) = limiting([piece(0, "We study marks."), Piece(1, (2,), said, said.lower(), cut, True)], 0)
    assert one.text.endswith("while steep slopes are dangerously neglected.")


def test_what_is_known_is_a_limit_only_where_nothing_of_the_paper_s_own_follows() -> None:
    known = "Telling small trees from tall grass remains a challenge."
    assert found("Walkers are common.", known, "We propose SlimTree.") == []
    assert found("We propose SlimTree.", "It sees trees.", known) == [known]


def test_what_results_show_goes_on_in_the_next_sentence() -> None:
    also = "However, walkers often fail to see small trees."
    assert found("We study walkers.", "The results are good on dry soil.", also) == [also]
    assert found("We study walkers.", "Walkers have two legs.", also) == []


# --- how it is told ---


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The results show that walkers fail in swamps and in snow.", "Finds that walkers fail in swamps and in snow."),
        ("These findings suggest that walkers lack a sense of depth.", "Suggests that walkers lack a sense of depth."),
        ("Experiments on four soils indicate that walkers fall short in swamps.",
         "Indicates that walkers fall short in swamps."),
        ("These insights raise concerns about leaf counts and underscore the need for rings.",
         "Raises concerns about leaf counts and underscores the need for rings."),
        ("Generally, the authors believe that walkers still face deep water.",
         "Argues that walkers still face deep water."),
        ("Compares walkers with carts and finds that walkers fail to cross rivers in spring.",
         "Finds that walkers fail to cross rivers in spring."),
        ("Experiments on four walkers reveal substantial gaps in wet soil.",
         "Experiments on four walkers reveal substantial gaps in wet soil."),
        ("The study not only explains lamps, but also highlights the need for boots in wet soil.",
         "Highlights the need for boots in wet soil."),
        ("This motivates unanswered questions about the depth of roots.",
         "Raises unanswered questions about the depth of roots."),
        ("Finds that walkers fail in swamps, in snow and in rain, providing insights into walking.",
         "Finds that walkers fail in swamps, in snow and in rain."),
        ("Concludes that walkers are insufficient for crossing rivers, and contributes a map.",
         "Concludes that walkers are insufficient for crossing rivers."),
        ("SlimTree falls short in swamps.", "SlimTree falls short in swamps."),
        ("This points out a core problem and needs attention.", "This points out a core problem and needs attention."),
        ("Discusses boots and argues that they are not sufficient in snow and rain.",
         "Discusses boots and argues that they are not sufficient in snow and rain."),
    ],
)  # fmt: skip
def test_a_limit_is_told_of_the_paper(text: str, told: str) -> None:
    assert stated_limit(text) == told


def test_a_sentence_that_starts_with_these_findings_stands_alone_once_it_is_told_of_the_paper() -> None:
    (one,) = limiting([piece(1, "These findings suggest that walkers lack depth in swamps.", whole=False)], 0)
    assert (one.whole, one.text) == (True, "Suggests that walkers lack depth in swamps.")
    (other,) = limiting([piece(1, "These findings suggest that such walkers lack depth.", whole=False)], 0)
    assert not other.whole


def test_a_limit_that_trimming_would_cut_off_is_told_whole() -> None:
    said = (
        "Our results suggest that the count of rings that a walker takes from a photograph of the bark should be "
        "viewed as a useful guess that a forester may start from, rather than as the age of the tree."
    )
    paper = NumberedPaper("P1", "Rings", ("Trees are old.", "We count rings in photographs of bark.", said))
    (limit,) = (s for s in read_paper(paper).statements if s.field == "limitations")
    assert limit.text.endswith("rather than as the age of the tree.")


# --- marks ---


@cache
def papers() -> dict[str, NumberedPaper]:
    """The marked papers: those of the real dumps by key, the others by their number."""
    wanted = {key for part in MARKS.values() for key in part}
    told = {p.key: (p.title, p.abstract) for dump in read_dumps([SHARED / "dumps"]).dumps for p in dump.papers}
    with gzip.open(SHARED / "data" / "scale" / "arxiv_38000.jsonl.gz", "rt", encoding="utf-8") as late:
        rows = (json.loads(line) for line in late if line[8:18] in wanted)
        told |= {row["id"]: (row["title"], row["abstract"]) for row in rows}
    return {key: NumberedPaper(key, *_numbered(*told[key])) for key in wanted}


def _numbered(title: str, abstract: str) -> tuple[str, tuple[str, ...]]:
    return title, sentences(abstract)


def shares(marks: Mapping[str, Mapping[str, Any]]) -> tuple[float, float]:
    """Precision and recall; a sentence that may be taken either way counts for neither."""
    right = given = wanted = 0
    for key, marked in marks.items():
        limits, either = set(marked.get("limitations", ())), set(marked.get("either", ()))
        chosen = {n for s in read_paper(papers()[key]).statements if s.field == "limitations" for n in s.sentences}
        right += bool(chosen & limits)
        given += bool(chosen) and bool(chosen & limits or not chosen & either)
        wanted += bool(limits)
    return right / given, right / wanted


def test_the_marks_fit_the_sentences_as_they_are_split_now() -> None:
    for part in MARKS.values():
        for key, marked in part.items():
            assert marked["sentences"] == len(papers()[key].sentences), key


@pytest.mark.parametrize(
    ("part", "precision", "recall"), [("tune", 0.9, 0.85), ("report", 0.9, 0.7), ("fresh", 0.85, 0.65)]
)
def test_limits_of_abstracts_marked_by_hand(part: str, precision: float, recall: float) -> None:
    found = shares(MARKS[part])
    assert found[0] >= precision
    assert found[1] >= recall


def test_every_limit_found_passes_the_check_that_all_models_answers_go_through(real_papers_with_limits: int) -> None:
    assert real_papers_with_limits >= 15


@pytest.fixture(scope="module")
def real_papers_with_limits() -> int:
    """How many papers of the real dumps keep a limit as it is found."""
    kept = 0
    for paper in (p for dump in read_dumps([SHARED / "dumps"]).dumps for p in dump.papers):
        answer = read_paper(NumberedPaper(paper.key, paper.title, sentences(paper.abstract)))
        limits = [s.text for s in answer.statements if s.field == "limitations"]
        if limits:
            verdict = RecordQuestion().check(paper, answer)
            assert verdict.part is not None
            limitation = record_of(paper, verdict.part).limitations
            assert limitation is not None, limits
            kept += 1
    return kept
