"""The question revision: what new papers may change in a topic's claims, and what they may not."""

from collections.abc import Sequence

import pytest

from survey.claims import Claim, claim_of
from survey.models.extractive.revision import revision
from survey.papers import Paper
from survey.questions import ChangeAnswer, ClaimAnswer, Kind, RevisionAnswer
from survey.records import Record, Result, Statement
from survey.refreshing.standing import settled, standing
from survey.revision import RevisionQuestion, RevisionWork, next_number, revised
from survey.topics import Grouping, Theme, Topic

OLD = Paper("old", "Sorting pebbles by hand", "Pebbles are sorted by hand on PebbleNet. It reaches 71.5% accuracy.")
OTHER = Paper("other", "Sorting pebbles with sieves", "Sieves sort pebbles on PebbleNet with 80.2% accuracy.")
NEW = Paper("new", "Sorting pebbles with lasers", "Lasers sort pebbles on PebbleNet with 93.4% accuracy.")
RECORD = Record(contribution=Statement(text="Sorts pebbles.", quotes=("Sorting pebbles by hand",)))


def told(claim_id: str, kind: str, text: str, papers: Sequence[Paper]) -> Claim:
    answer = ClaimAnswer.model_validate({"kind": kind, "text": text, "papers": [paper.key for paper in papers]})
    return claim_of(claim_id, answer, {paper.key: paper for paper in papers})


BY_HAND = told("t1-c1", "finding", "Sorting by hand reaches 71.5% accuracy.", [OLD])
SHARED = told("t1-c4", "agreement", "Pebbles are sorted on PebbleNet.", [OLD, OTHER])
WORK = RevisionWork(
    id="t1",
    name="Pebble sorting",
    keywords=("pebbles",),
    claims=(BY_HAND, SHARED),
    new=((NEW, RECORD),),
    known=((OLD, RECORD), (OTHER, RECORD)),
    first=5,
)
# In the prompt: P1 is new; P2 (old) and P3 (other) are known. C1 and C2 are the claims.


def change(claim: str, text: str, *papers: str, kind: str = "agreement") -> ChangeAnswer:
    return ChangeAnswer.model_validate({"claim": claim, "kind": kind, "text": text, "papers": list(papers)})


def added(text: str, *papers: str, kind: str = "finding") -> ClaimAnswer:
    return ClaimAnswer.model_validate({"kind": kind, "text": text, "papers": list(papers)})


def answer(*parts: ChangeAnswer | ClaimAnswer) -> RevisionAnswer:
    return RevisionAnswer(
        changes=[part for part in parts if isinstance(part, ChangeAnswer)],
        claims=[part for part in parts if isinstance(part, ClaimAnswer)],
    )


LASERS = added("Lasers sort pebbles with 93.4% accuracy.", "P1")


def test_claims_that_are_not_named_stay_and_new_ones_get_numbers_never_used_before() -> None:
    verdict = RevisionQuestion().check(WORK, answer(LASERS))
    assert verdict.part is not None
    assert not verdict.complaints
    claims = revised(WORK, [WORK], {"t1": verdict.part})
    assert claims[:2] == (BY_HAND, SHARED)
    assert [(claim.id, claim.papers) for claim in claims[2:]] == [("t1-c5", ("new",))]
    assert claims[2].evidence[0].quote == NEW.abstract


def test_a_claim_that_a_new_paper_extends_keeps_its_id_and_place() -> None:
    wider = change("C2", "Pebbles are sorted on PebbleNet.", "P2", "P3", "P1")
    verdict = RevisionQuestion().check(WORK, answer(wider))
    assert verdict.part is not None
    claims = revised(WORK, [WORK], {"t1": verdict.part})
    assert [claim.id for claim in claims] == ["t1-c1", "t1-c4"]
    assert claims[1].papers == ("old", "other", "new")


def test_an_empty_text_withdraws_a_claim_for_a_new_paper() -> None:
    verdict = RevisionQuestion().check(WORK, answer(change("C1", "", "P1", kind="finding")))
    assert verdict.part is not None
    assert revised(WORK, [WORK], {"t1": verdict.part}) == (SHARED,)


@pytest.mark.parametrize(
    ("part", "complaint"),
    [
        (change("C9", "Pebbles are sorted.", "P1", "P2"), "C9"),
        (change("C1", "", "P2"), "new paper"),
        (change("C1", "Sorting pebbles by hand is slow.", "P2"), "new paper"),
        (change("C2", "Pebbles are sorted on PebbleNet at 99.9%.", "P1", "P2"), "99.9"),
        (change("C2", "Pebbles are sorted on PebbleNet.", "P1", "P7"), "P7"),
        (added("Sorting by hand is on PebbleNet.", "P2"), "new paper"),
        (added("Lasers sort pebbles with 99.9% accuracy.", "P1"), "99.9"),
        (added("Pebbles are sorted by lasers.", "P9"), "P9"),
        (added("Quantum tunnelling explains everything about galaxies.", "P1"), "support"),
    ],
)
def test_what_does_not_hold_is_refused_with_a_reason(part: ChangeAnswer | ClaimAnswer, complaint: str) -> None:
    alone = RevisionQuestion().check(WORK, answer(part))
    assert alone.part is None
    assert any(complaint in one for one in alone.complaints)
    beside = RevisionQuestion().check(WORK, answer(part, LASERS))
    assert beside.part == answer(LASERS)
    assert beside.complaints


def test_a_claim_is_changed_once_and_never_said_twice() -> None:
    twice = answer(
        change("C2", "Pebbles are sorted on PebbleNet.", "P2", "P1"),
        change("C2", "", "P1"),
        added(BY_HAND.text, "P1", "P2"),
    )
    verdict = RevisionQuestion().check(WORK, twice)
    assert verdict.part is not None
    assert [one.claim for one in verdict.part.changes] == ["C2"]
    assert verdict.part.claims == []
    assert verdict.complaints


def test_nothing_to_add_is_an_answer() -> None:
    verdict = RevisionQuestion().check(WORK, answer())
    assert verdict.part == answer()
    assert revised(WORK, [WORK], {"t1": answer()}) == (BY_HAND, SHARED)


def test_what_is_asked_depends_on_claims_and_papers_and_on_nothing_else() -> None:
    question = RevisionQuestion()
    same = RevisionWork("t9", WORK.name, WORK.keywords, WORK.claims, WORK.new, WORK.known, 77)
    assert question.identity(same) == question.identity(WORK)
    fewer = RevisionWork("t1", WORK.name, WORK.keywords, WORK.claims[:1], WORK.new, WORK.known, 5)
    assert question.identity(fewer) != question.identity(WORK)


def test_the_extractive_answer_holds_and_speaks_of_new_papers_alone() -> None:
    def record(paper: Paper, value: str) -> Record:
        quote = next(line for line in paper.abstract.split(". ") if value in line).rstrip(".")
        result = Result(
            text=f"{paper.title} reaches {value}% accuracy on PebbleNet.",
            quotes=(f"{quote}.",),
            measure="accuracy",
            value=value,
            unit="%",
            dataset="PebbleNet",
        )
        return Record(results=(result,))

    work = RevisionWork(
        id="t1",
        name="Pebble sorting",
        keywords=("pebbles",),
        claims=(SHARED,),
        new=((NEW, record(NEW, "93.4")),),
        known=((OLD, record(OLD, "71.5")), (OTHER, record(OTHER, "80.2"))),
        first=5,
    )
    question = RevisionQuestion()
    verdict = question.check(work, revision(question.values([work])))
    assert verdict.part is not None
    assert verdict.part.changes or verdict.part.claims
    cited = [one.papers for one in verdict.part.changes] + [one.papers for one in verdict.part.claims]
    assert all("P1" in papers for papers in cited)


def test_the_next_number_is_behind_all_that_were_ever_given() -> None:
    assert next_number("t1", ["t1-c2", "t1-c9", "t11-c40", "o-c50"]) == 10
    assert next_number("o", []) == 1


# --- what stands, and where ---

PAPERS = {paper.key: paper for paper in (OLD, OTHER, NEW)}


def test_claims_that_cite_nothing_touched_stay_as_they_are() -> None:
    found = standing([BY_HAND, SHARED], PAPERS, {"new"})
    assert (found.held, found.fallen) == ((BY_HAND, SHARED), ())


def test_a_claim_falls_with_the_only_paper_it_rests_on() -> None:
    without = {key: paper for key, paper in PAPERS.items() if key != "old"}
    found = standing([BY_HAND, SHARED], without, {"old"})
    assert found.fallen == (BY_HAND, SHARED), "an agreement of one paper is none"


@pytest.mark.parametrize("kind", ["gap", "context"])
def test_a_claim_that_needs_no_paper_falls_all_the_same_with_those_that_it_cited(kind: Kind) -> None:
    """It was said because of them; one that cites nothing rests on nothing that could go."""
    without = {key: paper for key, paper in PAPERS.items() if key != "old"}
    citing = told("t1-c2", kind, "Pebbles are sorted by hand on PebbleNet.", [OLD])
    assert standing([citing], without, {"old"}).fallen == (citing,)
    bare = Claim(id="t1-c3", kind=kind, text="Pebbles are many.", evidence=())
    assert standing([bare], without, {"old"}).held == (bare,)


def test_a_claim_of_several_papers_stands_on_the_rest() -> None:
    three = told("t1-c2", "agreement", "Pebbles are sorted on PebbleNet.", [OLD, OTHER, NEW])
    found = standing([three], {key: PAPERS[key] for key in ("other", "new")}, {"old"})
    assert [(claim.id, claim.papers) for claim in found.held] == [("t1-c2", ("other", "new"))]


def test_a_new_version_that_says_the_same_bears_its_claim_out() -> None:
    longer = Paper("old", OLD.title, f"{OLD.abstract} It takes a day.")
    assert standing([BY_HAND], {"old": longer}, {"old"}).held == (BY_HAND,)
    other = Paper("old", OLD.title, "Pebbles are sorted by hand. It reaches 60.1% accuracy.")
    assert standing([BY_HAND], {"old": other}, {"old"}).held == ()


def topic(id_: str, *keys: str, lineage: tuple[str, ...] = ()) -> Topic:
    return Topic(id=id_, name=id_, keywords=(), phrases=(id_,), papers=keys, lineage=lineage)


def test_claims_follow_their_papers_through_a_split_and_a_merge() -> None:
    bare = Claim(id="t1-c3", kind="context", text="Pebbles are many.", evidence=())
    split = Grouping((Theme("m1", "m1", ("t1", "t2")),), (topic("t1", "old"), topic("t2", "other", lineage=("t1",))))
    sieves = told("t1-c2", "finding", "Sieves sort pebbles with 80.2% accuracy.", [OTHER])
    assert settled({"t1": (BY_HAND, sieves, bare)}, split) == {"t1": (BY_HAND, bare), "t2": (sieves,)}
    merged = Grouping((Theme("m1", "m1", ("t3",)),), (topic("t3", "old", "other", lineage=("t1", "t2")),))
    assert settled({"t1": (BY_HAND, bare), "t2": (sieves,)}, merged) == {"t3": (BY_HAND, bare, sieves)}
