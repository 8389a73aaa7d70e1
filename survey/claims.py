"""What is said of several papers: a text, its kind, and for each paper it cites the sentence that bears it out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from survey import evidence
from survey.bearing import compares, leaves_open, rank_in
from survey.papers import Paper, normalised_title
from survey.questions import ClaimAnswer, Extent, Kind
from survey.records import Record
from survey.replies import foreign_markup, sentence
from survey.sharing import of_all, shared
from survey.subjects import begins_as_title, id_in, named_besides, named_in_titles, said_of, titled_besides
from survey.telling import HARD, leaning
from survey.words import MANY

_LONG_CLAIM, _LONGEST_CLAIM = 290, 700

LEAST_PAPERS: dict[Kind, int] = {"finding": 1, "trend": 1, "agreement": 2, "difference": 2, "gap": 0, "context": 0}
"""How many distinct papers a claim of each kind must cite."""


class Evidence(BaseModel):
    """One paper's verbatim sentence for a claim, and the share of the claim's content words in it (0 to 1)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    paper: str
    quote: str
    support: Annotated[float, Field(ge=0, le=1)]


class Claim(BaseModel):
    """One statement of the survey."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: Kind
    text: str
    evidence: tuple[Evidence, ...]

    @property
    def papers(self) -> tuple[str, ...]:
        """The keys of the cited papers, each once, in order."""
        return tuple(dict.fromkeys(e.paper for e in self.evidence))


@dataclass(frozen=True, slots=True)
class Note:
    """What was said of a paper before, in the survey's language, and the sentence of the paper that bears it out."""

    said: str
    quote: str


Notes = Mapping[str, Sequence[Note]]
"""By the prompt's ids, the notes that a claim in another language than the papers' is held against."""

NO_NOTES: Notes = {}


def notes_on(papers: Mapping[str, Record], language: str) -> Notes:
    """The notes that records make; none where statements share the papers' own words."""
    if evidence.shares_words(language):
        return NO_NOTES
    return {
        name: [Note(s.text, quote) for s in record.statements() for quote in s.quotes]
        for name, record in papers.items()
    }


def checked_claims(
    told: Sequence[ClaimAnswer],
    papers: Mapping[str, Paper],
    notes: Notes = NO_NOTES,
    closeness: float = evidence.SUPPORT,
) -> tuple[list[ClaimAnswer], list[str]]:
    """The claims that hold, citing only what bears them out, and complaints about the rest.

    ``papers`` is the closed set of the prompt: by its ids, the papers that may be cited. ``closeness`` is the least
    support by one sentence of what is said of one paper.
    """
    kept: list[ClaimAnswer] = []
    complaints: list[str] = []
    seen: set[str] = set()
    for answer in told:
        told_text = sentence(said_of(answer, papers))
        text = told_text if len(told_text) > _LONGEST_CLAIM else evidence.whole_sentences(told_text, _LONG_CLAIM)
        if told_text and not text:
            complaints.append(f"“{told_text}” breaks off; one sentence of at most 40 words is enough")
            continue
        claim = answer.model_copy(update={"text": text, "papers": list(dict.fromkeys(answer.papers))})
        if claim.text.casefold() in seen:
            continue
        seen.add(claim.text.casefold())
        claim, problem = _held_to_its_papers(claim, papers, notes, closeness)
        if problem:
            complaints.append(problem)
        else:
            kept.append(claim)
    return kept, complaints


def bounded(claims: Sequence[ClaimAnswer], extent: Extent) -> list[ClaimAnswer]:
    """As many of ``claims`` as are wanted: of too many, the last findings about one paper alone go first."""
    surplus = len(claims) - extent.most
    if surplus <= 0:
        return list(claims)
    lesser = [n for n, claim in enumerate(claims) if claim.kind == "finding" and len(claim.papers) == 1]
    others = [n for n in range(len(claims)) if n not in set(lesser)]
    dropped = set([*reversed(lesser), *reversed(others)][:surplus])
    return [claim for n, claim in enumerate(claims) if n not in dropped]


def too_few(claims: Sequence[ClaimAnswer], extent: Extent) -> tuple[str, ...]:
    """A complaint when less was said than is wanted."""
    if len(claims) >= extent.least:
        return ()
    return (f"only {len(claims)} of the claims can be used, {extent.least} to {extent.most} are wanted",)


_SAME = 0.8


def says_again(text: str, other: str) -> bool:
    """Whether two statements are the same one: they share four of five of their content words, and all numbers."""
    if set(evidence.numbers(text)) != set(evidence.numbers(other)):
        return False
    one, two = evidence.content_words(text), evidence.content_words(other)
    return len(one & two) >= _SAME * len(one | two)


def _misworded(claim: ClaimAnswer, papers: Mapping[str, Paper]) -> str:
    """What is wrong with a claim by its words and the papers that it names alone; else empty."""
    shown = f"“{claim.text}”"
    if not 0 < len(claim.text) <= _LONGEST_CLAIM or not evidence.content_words(claim.text):
        return "a claim was empty or too long" if len(claim.text) < _LONGEST_CLAIM else "a claim was too long"
    if unknown := [name for name in claim.papers if name not in papers]:
        return f"{unknown[0]} is not one of the papers asked about, in {shown}"
    if markup := foreign_markup(claim.text, " ".join(line for n in claim.papers for line in evidence.lines(papers[n]))):
        return f"{shown} holds “{markup}”, which the papers don't"
    if named := id_in(claim.text, papers):
        return f"{shown} names {named}; ids of papers go into papers, not into the text"
    if normalised_title(claim.text) in {normalised_title(paper.title) for paper in papers.values()}:
        return f"{shown} is only a title; say what the paper reports"
    return ""


def _held_to_its_papers(
    claim: ClaimAnswer, papers: Mapping[str, Paper], notes: Notes, closeness: float
) -> tuple[ClaimAnswer, str]:
    if problem := _misworded(claim, papers):
        return claim, problem
    shown = f"“{claim.text}”"
    least = closeness if not notes else evidence.SUPPORT
    borne = [name for name in claim.papers if _bears(claim, papers[name], notes.get(name, ()), least)]
    if of_all(claim) and len(borne) > 1:
        told = {name: [one.said for one in _grounds(papers[name], notes.get(name, ()))] for name in borne}
        held_by = shared(claim.text, told, named_in_titles(papers[name] for name in borne))
        if len(held_by.sayers) < _SEVERAL:
            name, words = next(iter(held_by.lacking.items()))
            return claim, f"{name} speaks nowhere of {_listed(words)}; cite only papers that say all of {shown}"
        borne = list(held_by.sayers)
    if claim.text.startswith(MANY):
        borne = [name for name in borne if not evidence.missing_numbers(claim.text, evidence.lines(papers[name]))]
        if len(borne) < _SEVERAL:
            return claim, f"{shown} speaks of several papers; what one reports is a finding under its method's name"
    if len(borne) < max(LEAST_PAPERS[claim.kind], 1 if claim.papers else 0):
        return claim, f"no sentence of {LEAST_PAPERS[claim.kind] or 1} cited paper(s) supports {shown}"
    if borne and (other := named_besides(claim.text, borne, papers)):
        return claim, f"“{other}” is the name of a paper that isn't cited or doesn't say so, in {shown}"
    if other := titled_besides(claim.text, claim.papers, papers):
        return claim, f"“{other}” is the title of a paper that isn't cited, in {shown}"
    if begins_as_title(claim.text, claim.papers, papers):
        return claim, f"{shown} sets a title before a sentence; say what the paper reports under its method's name"
    held = claim.model_copy(update={"papers": borne})
    found = evidence_for(held, papers, notes)
    if absent := evidence.missing_numbers(held.text, [e.quote for e in found]):
        return claim, f"the number {absent[0]} stands in no sentence of the cited papers that supports {shown}"
    problem = "" if notes else _unlike_its_sentences(held, found, papers)
    return (claim, problem) if problem else (held, "")


def _unlike_its_sentences(held: ClaimAnswer, found: Sequence[Evidence], papers: Mapping[str, Paper]) -> str:
    """What the quoted sentences don't bear out of a claim in their language; else empty."""
    shown, borne = f"“{held.text}”", held.papers
    if borne and evidence.support(held.text, *(e.quote for e in found)) < evidence.SUPPORT:
        return f"the cited papers don't say {shown}"
    if held.kind == "gap" and found and not any(leaves_open(e.quote) for e in found):
        return f"no cited sentence names anything as open, limited or undone, as a gap does: {shown}"
    if (rank := rank_in(held.text)) and found and not any(compares(e.quote) for e in found):
        return f"“{rank}” ranks, and no cited sentence does, in {shown}"
    if len(borne) == 1 and leaning(held.text, papers[borne[0]].title) == HARD:
        return f"{shown} makes sense in its abstract only; name what “it”, “this” or “such” stands for"
    if len(borne) == 1 and (owner := _owner(held, found[0].support, papers)):
        return f"{shown} is what {owner} says, not {borne[0]}"
    return ""


def _listed(words: Sequence[str]) -> str:
    return " or ".join(f"“{word}”" for word in words[:_SHOWN])


_SHOWN = 3
_PLAINLY = 0.3
_SEVERAL = 2


def _owner(claim: ClaimAnswer, support: float, papers: Mapping[str, Paper]) -> str:
    """The paper that isn't cited and has a sentence that supports the claim far better; else empty."""
    if support + _PLAINLY > 1:
        return ""
    others = {
        name: max(evidence.support(claim.text, line) for line in evidence.lines(paper))
        for name, paper in papers.items()
        if name not in claim.papers
    }
    best = max(others, key=lambda name: others[name], default="")
    return best if best and others[best] >= support + _PLAINLY else ""


def _grounds(paper: Paper, notes: Sequence[Note]) -> list[Note]:
    """What a paper can bear a claim out with: its own lines, the title first, then the notes on it."""
    return [*(Note(line, line) for line in evidence.lines(paper)), *notes]


def _bears(claim: ClaimAnswer, paper: Paper, notes: Sequence[Note], closeness: float) -> bool:
    """Whether one line of ``paper`` bears the claim out, but for what that quotes of the paper's own title."""
    alone = len(claim.papers) == 1
    least = closeness if alone else evidence.SHARED_SUPPORT
    said = [one.said for one in _grounds(paper, notes)]
    text = evidence.without_title(claim.text, paper.title) if alone else claim.text
    return evidence.support(text, said[evidence.best_line(text, said)]) >= least


def evidence_for(claim: ClaimAnswer, papers: Mapping[str, Paper], notes: Notes = NO_NOTES) -> tuple[Evidence, ...]:
    """For each cited paper the sentence that supports the claim best, and others that alone hold a number.

    A title that is quoted beside a name says nothing on what is said of it: it becomes evidence of its own where the
    sentence alone has too few of the claim's words.
    """
    grounds = {name: _grounds(papers[name], notes.get(name, ())) for name in claim.papers}
    chosen = [
        (name, n)
        for name, held in grounds.items()
        for n in _chosen(claim.text, papers[name].title, [one.said for one in held])
    ]
    absent = evidence.missing_numbers(claim.text, [grounds[name][n].quote for name, n in chosen])
    for number in absent:
        holders = (
            (name, n)
            for name, held in grounds.items()
            for n, one in enumerate(held)
            if number in evidence.numbers(one.quote)
        )
        chosen += [first] if (first := next(holders, None)) and first not in chosen else []
    return tuple(
        Evidence(paper=papers[name].key, quote=one.quote, support=round(evidence.support(claim.text, one.said), 3))
        for name, one in ((name, grounds[name][n]) for name, n in chosen)
    )


def _chosen(text: str, title: str, lines: Sequence[str]) -> list[int]:
    """The line that supports ``text`` best but for a title it quotes, and that title where the line says too little."""
    bare = evidence.without_title(text, title)
    best = evidence.best_line(bare, lines)
    needs_title = bare != text and best and evidence.support(text, lines[best]) < evidence.SUPPORT
    return [best, 0] if needs_title else [best]


def claim_of(claim_id: str, answer: ClaimAnswer, papers: Mapping[str, Paper], notes: Notes = NO_NOTES) -> Claim:
    """The claim that a valid answer describes, with its evidence."""
    return Claim(id=claim_id, kind=answer.kind, text=answer.text, evidence=evidence_for(answer, papers, notes))
