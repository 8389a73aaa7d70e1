"""How limits, open questions and methods are told: each verb that may lead one in, each word that may end it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recorded_papers import paper, said

from survey.models.extractive.fields import Piece
from survey.models.extractive.gaps import gap_of, gaps
from survey.models.extractive.limiting import limiting, stated_limit
from survey.models.extractive.workings import unnamed, workings

NAMELESS, NAMED = "On walking in wet soil", "FastNet: Walking in wet soil"
FAILS = "walkers often fail to see small trees in snow"


def told(text: str, title: str = NAMELESS) -> str:
    return gap_of(paper(1, title, said("limitations", text)), text)


# --- limits as statements ---


@pytest.mark.parametrize(
    "verb", "Finds Suggests Indicates Demonstrates Shows Reveals Observes Exposes Uncovers Identifies Evaluates".split()
)
def test_what_was_found_is_told_of_a_study(verb: str) -> None:
    assert told(f"{verb} that {FAILS}.") == f"One study {verb.lower()} that {FAILS}."
    assert told(f"{verb} that {FAILS}.", NAMED) == f"The FastNet paper {verb.lower()} that {FAILS}."


@pytest.mark.parametrize(
    "verb",
    "Concludes Argues Hypothesises Hypothesizes Highlights Underscores Underlines Emphasises Emphasizes Notes Warns "
    "Challenges Raises Points".split(),
)
def test_what_is_thought_is_told_of_a_paper(verb: str) -> None:
    assert told(f"{verb} that {FAILS}.") == f"One paper {verb.lower()} that {FAILS}."


@pytest.mark.parametrize(
    "lead",
    [
        *(f"Future {work} {will}" for work in ("work", "research", "studies", "directions", "efforts")
          for will in ("will", "should", "could", "may", "can", "include", "involve")),
        *(f"Future work will {also}" for also in ("also", "further", "then", "first")),
        *(f"Future work will {verb}" for verb in (
            "explore", "investigate", "examine", "study", "focus on", "involve", "include", "address", "consider")),
        "As future work may",
    ],
)  # fmt: skip
def test_what_is_left_to_do_is_left_to_later_work(lead: str) -> None:
    assert told(f"{lead} boots, lamps and one larger map of swamps.", NAMED) == (
        "The FastNet paper leaves to later work boots, lamps and one larger map of swamps."
    )


@pytest.mark.parametrize("which", "Existing Previous Prior Most Recent Earlier Traditional Conventional".split())
@pytest.mark.parametrize("what", "methods approaches works work techniques".split())
def test_what_others_lack_is_no_limit_of_the_paper(which: str, what: str) -> None:
    assert told(f"{which} {what} fail to see small trees in deep snow.") == ""


@pytest.mark.parametrize(
    "text",
    [
        *(f"The FastNet walker has {some} limitations, as have all of its kind." for some in (
            "several", "some", "many", "the", "its", "their", "certain", "important", "key")),
        "FastNet shows the limitations of current walkers.",
        "FastNet meets the challenges posed by the soil in deep winter.",
        *(f"FastNet leads to {many} questions on walking in deep winter." for many in (
            "interesting", "important", "new", "several", "many")),
        "FastNet for swamps and for deep snow is in preparation.",
        "FastNet fails below certain thresholds of light in deep snow.",
        *(f"FastNet fails in {number} ways in deep snow: it sinks." for number in ("two", "three", "four", "five")),
        "FastNet fails to walk in deep snow: First, it sinks.",
        *(f"The {what} of walking in deep snow {are} identified." for what in (
            "challenges", "issues", "limitations", "questions", "directions") for are in ("is", "are", "was", "were")),
        *(f"The challenges of walking in deep snow are {named}." for named in (
            "discussed", "outlined", "presented", "highlighted", "provided", "summarised", "summarized", "reviewed")),
    ],
)  # fmt: skip
def test_that_there_are_limits_is_none(text: str) -> None:
    assert told(text, NAMED) == ""


@pytest.mark.parametrize(
    "of_the_abstract",
    [
        "the authors", "both models", "both LLMs", "the two", "the three", "the four", "the task", "the user study",
        "the dataset", "the proxy",
    ],
)  # fmt: skip
def test_what_only_the_abstract_explains_is_left_out(of_the_abstract: str) -> None:
    assert told(f"Finds that walkers often fail where {of_the_abstract} would not have failed.") == ""


@pytest.mark.parametrize("kind", "method approach model framework algorithm system technique pipeline".split())
def test_a_statement_on_the_papers_own_thing_says_whose(kind: str) -> None:
    text = f"The {kind} is quick on its feet but requires several pairs of boots."
    assert told(text) == f"One paper's {kind} is quick on its feet but requires several pairs of boots."
    assert told(text, NAMED) == "FastNet is quick on its feet but requires several pairs of boots."
    assert told(f"Finds that walkers fail more often than the {kind} does in deep snow.") == ""


@pytest.mark.parametrize("how", ["proposed ", "new ", "presented "])
def test_a_new_thing_is_its_papers(how: str) -> None:
    text = f"The {how}walking method requires several pairs of boots in snow."
    assert told(text) == "One paper's walking method requires several pairs of boots in snow."


@pytest.mark.parametrize("place", ["in the task", "on the tasks", "for the study", "across the experiments",
                                   "in the settings", "in the evaluation", "in the analysis"])  # fmt: skip
def test_where_it_was_tried_stays_its_own(place: str) -> None:
    its = place.replace(" the ", " its ")
    assert told(f"Finds that {FAILS} {place}.") == f"One study finds that {FAILS} {its}."
    assert told(f"Finds that {FAILS} {place} and sink.") == f"One study finds that {FAILS} {its} and sink."
    assert told(f"FastNet often fails {place} and sinks in the deep snow.", NAMED) == (
        "FastNet often fails and sinks in the deep snow."
    )


def test_what_is_named_ahead_in_the_clause_is_it() -> None:
    text = "Finds that while DeepNet outperforms all others, even this deep walking model fails in snow."
    assert told(text) == "One study finds that while DeepNet outperforms all others, even it fails in snow."
    assert told("Finds that even this deep walking model often fails in snow and in rain.") == ""


def test_the_task_of_something_is_told_by_it() -> None:
    assert told("Highlights the need for maps that fit the task of walking in snow.") != ""


@pytest.mark.parametrize("trial", ["Experiments", "Evaluations", "Analyses", "The results", "Further experiments"])
def test_trials_are_told_of_the_paper(trial: str) -> None:
    shown = told(f"{trial} on four walkers reveal large gaps in wet soil.", NAMED)
    assert (
        shown == f"In the FastNet paper, {trial[0].lower()}{trial[1:]} on four walkers reveal large gaps in wet soil."
    )


def test_what_the_paper_does_is_told_of_it() -> None:
    shown = told("Conducts experiments on four soils and reveals large gaps on wet ones.", NAMED)
    assert shown == "The FastNet paper conducts experiments on four soils and reveals large gaps on wet ones."


@pytest.mark.parametrize(("words", "fits"), [(7, False), (8, True), (45, True), (46, False)])
def test_a_limit_is_a_sentence_of_some_length(words: int, fits: bool) -> None:
    start = "Finds that walkers often fail in".split()
    text = " ".join([*start, *["snow"] * (words - len(start))]) + "."
    assert len(text.split()) == words
    assert bool(told(text)) is fits


def test_any_other_sentence_is_told_according_to_its_paper() -> None:
    assert told("Small trees remain hard to see for walkers in snow.") == (
        "According to one paper, small trees remain hard to see for walkers in snow."
    )
    assert told("LLMs remain unable to see small trees in deep snow.").startswith("According to one paper, LLMs remain")
    assert told("USA maps remain unable to show small trees in snow.").startswith("According to one paper, USA maps")


def test_a_second_study_is_another() -> None:
    two = [paper(n, NAMELESS, said("limitations", f"Finds that {FAILS} {n} times.")) for n in (1, 2)]
    assert [gap.text.split(" finds")[0] for gap in gaps(two)] == ["One study", "Another study"]
    assert [gap.paper for gap in gaps(two)] == ["P1", "P2"]
    own = paper(
        3, NAMELESS, said("limitations", "The method is quick on its feet but requires several pairs of boots.")
    )
    assert gaps([*two, own])[-1].text.startswith("One paper's method")


# --- the sentence in which a limit is found ---


@pytest.mark.parametrize(
    ("verb", "as_told"),
    [
        ("show", "Finds"), ("reveal", "Finds"), ("demonstrate", "Finds"), ("confirm", "Finds"), ("find", "Finds"),
        ("suggest", "Suggests"), ("imply", "Suggests"), ("hint", "Suggests"), ("highlight", "Highlights"),
        ("underscore", "Underscores"), ("underline", "Underlines"), ("emphasize", "Emphasizes"),
        ("emphasise", "Emphasises"), ("expose", "Finds"), ("uncover", "Finds"), ("indicate", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("lead", ["The results", "These findings", "Our extensive experiments", "The analysis on maps"])
def test_results_that_say_so_are_the_papers(lead: str, verb: str, as_told: str | None) -> None:
    told = stated_limit(f"{lead} {verb} that walkers fail in deep swamps.")
    assert told in {
        f"{as_told or word} that walkers fail in deep swamps." for word in ("Indicates", "Finds", "Suggests")
    }


def test_all_verbs_of_such_a_sentence_are_the_papers() -> None:
    told = stated_limit("Results show good steps in dry woods, but also reveal deep holes in swamps.")
    assert told == "Finds good steps in dry woods, but also reveals deep holes in swamps."


@pytest.mark.parametrize(
    ("verb", "as_told"),
    [("show", "Finds"), ("find", "Finds"), ("observe", "Finds"), ("argue", "Argues"), ("believe", "Argues"),
     ("conclude", "Concludes"), ("hypothesize", "Hypothesizes"), ("suggest", "Suggests"), ("highlight", "Highlights")],
)  # fmt: skip
@pytest.mark.parametrize("lead", ["The authors", "Through many walks, the authors", "However, the authors also"])
def test_what_the_authors_say_is_the_papers(lead: str, verb: str, as_told: str) -> None:
    assert stated_limit(f"{lead} {verb} that walkers fail in swamps.") == f"{as_told} that walkers fail in swamps."


@pytest.mark.parametrize(
    ("how", "as_told"),
    [("and shows", "Finds"), ("and finds", "Finds"), (", revealing", "Finds"), ("and demonstrates", "Finds"),
     ("and argues", "Argues"), (", concluding", "Concludes"), (", arguing", "Argues"), (", which shows", "Finds"),
     (", observing", "Finds")],
)  # fmt: skip
def test_what_was_done_ahead_goes(how: str, as_told: str) -> None:
    joint = how if how.startswith(",") else f" {how}"
    text = f"Compares walkers with carts on maps{joint} that walkers fail to cross rivers in spring."
    assert stated_limit(text) == f"{as_told} that walkers fail to cross rivers in spring."


@pytest.mark.parametrize(
    "besides",
    [
        ", providing insights into boots", ", offering a map", ", thus informing later walks", ", guiding walkers",
        ", paving the way for boots", ", opening ways", ", contributing a map", ", serving as a map", ", laying ground",
        ", and contributes a map", ", and provides a map", " and offers boots", ", and proposes boots",
        ", and introduces boots", ", and releases maps", ", and lays ground", ", and serves as a map",
    ],
)  # fmt: skip
def test_what_the_paper_gives_besides_goes(besides: str) -> None:
    kept = "Finds that walkers fail in swamps, in snow and in rain"
    assert stated_limit(f"{kept}{besides}.") == f"{kept}."


def test_of_whom_most_fail_stays() -> None:
    text = "Tests ten walkers, old and new, and finds that most struggle to cross the river in spring."
    assert stated_limit(text) == text
    text = "Tests ten walkers, old and new, and finds that most walkers struggle to cross the river."
    assert stated_limit(text) == "Finds that most walkers struggle to cross the river."


def test_nothing_goes_where_the_limit_would() -> None:
    text = "Walks far and wide, and contributes a map that shows that walkers fail in swamps."
    assert stated_limit(text) == text
    short = "Walkers fail, and offers boots."
    assert stated_limit(short) == short


FOUND = "We find that walkers fail to see small trees in wet soil."


def piece(place: int, text: str, **more: str) -> Piece:
    return Piece(place, (place + 1,), text, text.lower(), text, True, **more)  # type: ignore[arg-type]


def kept(*texts: str) -> bool:
    return bool(list(limiting([piece(n, text) for n, text in enumerate(("We study walkers.", *texts))], 0)))


@pytest.mark.parametrize(
    "behind",
    [
        *(f"To {verb} this, lamps are used." for verb in (
            "address", "tackle", "overcome", "solve", "resolve", "mitigate", "alleviate", "bridge", "fill", "remedy",
            "handle", "combat", "counter", "deal with", "cope with", "close", "fix", "reduce", "avoid", "circumvent",
            "compensate", "enhance", "improve", "advance")),
        *(f"{how} on what was seen, we use lamps." for how in ("Based", "Building")),
        *(f"{how} by what was seen, we use lamps." for how in ("Motivated", "Inspired", "Driven", "Informed")),
        *(f"{so}, we use lamps." for so in ("Thus", "Hence", "Therefore")),
        "To this end lamps are used.", "In contrast lamps see them.", "By contrast lamps see them.",
        *(f"Our {kind} sees them." for kind in (
            "framework", "method", "approach", "model", "system", "solution", "pipeline")),
        "The proposed method sees them.", "Using small lamps, we implement a walker.", "With small lamps, we fix it.",
        "The lamp instead uses light.", "The lamp instead employs light.",
        *(f"We {verb} this with lamps." for verb in (
            "address", "tackle", "overcome", "solve", "resolve", "mitigate")),
        "In order to address these, lamps help.",
    ],
)  # fmt: skip
def test_every_way_to_set_it_right_is_known(behind: str) -> None:
    assert kept(FOUND, "Maps are public.")
    assert not kept(FOUND, behind)


def test_what_is_set_right_later_is_no_limit_either() -> None:
    assert not kept(FOUND, "Maps are public.", "To address this, lamps are used.")
    assert kept(FOUND, "Maps are public.", "Lamps are used.")


KNOWN = "Telling small trees from tall grass remains a challenge."


def test_what_is_known_counts_near_the_end_alone() -> None:
    assert kept(KNOWN)
    assert kept(KNOWN, "Maps are public.", "Lamps are cheap.")
    assert not kept(KNOWN, "Maps are public.", "Lamps are cheap.", "Boots are dear.")
    assert not kept(KNOWN, "Maps are public.", "Here we draw them.")
    assert kept(FOUND, "Maps are public.", "Lamps are cheap.", "Here we draw them."), "the paper's own finding stays"


def test_only_what_stands_behind_the_contribution_is_asked() -> None:
    told = [piece(n, text) for n, text in enumerate((FOUND, "Maps are public.", FOUND))]
    assert [one.place for one in limiting(told, 0)] == [2]
    assert list(limiting(told, 2)) == []
    assert [one.place for one in limiting(told, -1)] == [0, 2]


def test_results_go_on_only_behind_the_contribution() -> None:
    also = "However, walkers often fail to see small trees."
    texts = ("The results are good on dry soil.", also)
    told = [piece(n, text) for n, text in enumerate(texts)]
    assert list(limiting(told, 0)) == [], "the results before are not the paper's"
    told = [piece(n, text) for n, text in enumerate(("We study walkers.", *texts))]
    assert [one.place for one in limiting(told, 0)] == [2]


def test_a_sentence_that_leads_another_in_sets_nothing_right() -> None:
    led = piece(2, "To address this, lamps are used.", led="Maps are public.")
    assert list(limiting([piece(0, "We study walkers."), piece(1, FOUND), led], 0))


# --- methods ---


@pytest.mark.parametrize(
    "kind", "method approach model framework algorithm system network technique architecture strategy tool".split()
)
def test_a_method_without_a_name_is_one_of_its_kind(kind: str) -> None:
    made = said("contribution", "Presents a way to draw boxes.")
    text = workings(
        paper(1, "On boxes", made, said("method", f"The {kind} masks pixels whose gradients are very large."))
    )
    assert text == f"One {kind} masks pixels whose gradients are very large."
    assert unnamed(text)
    inside = said("method", f"Given noise, the {kind} masks pixels whose gradients are very large.")
    assert workings(paper(1, "On boxes", made, inside)) in {
        "", f"Given noise, one {kind} masks pixels whose gradients are very large."
    }  # fmt: skip


def test_a_statement_is_unnamed_wherever_it_says_so() -> None:
    assert unnamed("To walk, one paper grows trees.")
    assert unnamed("To walk, one framework grows trees.")
    assert unnamed("One study grows trees.")
    assert not unnamed("To walk, one tree grows.")
    assert not unnamed("FastNet grows trees.")


_SPOKEN = st.lists(
    st.sampled_from(
        "The results show that walkers fail in swamps , and provides maps not only but also highlights the need for "
        "boots . These findings This raises questions about FastNet the authors find future work will".split()
    ),
    min_size=1,
    max_size=24,
).map(" ".join)


@given(_SPOKEN)
def test_any_limit_is_told_with_its_own_words(text: str) -> None:
    own = {word.lower()[:4] for word in re.findall(r"[A-Za-z]+", text)}
    added = {"find", "conc", "argu", "high", "rais", "sugg", "show"}
    assert {word.lower()[:4] for word in re.findall(r"[A-Za-z]+", stated_limit(text))} <= own | added
    shown = told(text, NAMED)
    led = {"the", "fast", "pape", "one", "stud", "acco", "to", "in", "leav", "late", "work"}
    assert {word.lower()[:4] for word in re.findall(r"[A-Za-z]+", shown)} <= own | added | led
    assert "  " not in shown
