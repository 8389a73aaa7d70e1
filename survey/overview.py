"""What does the whole survey say? The question ``overview``, asked about the topics' claims.

What a topic says is not said again: a claim that repeats one of a topic's is told to the model and, if it still stands
there, left to the topic. The order is the reader's: the field, theme by theme, what the themes share.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property

from survey.ask import Answered, Asker, Verdict
from survey.claims import NO_NOTES, Claim, Note, Notes, bounded, checked_claims, claim_of, says_again, too_few
from survey.evidence import SUPPORT, content_words, shares_words
from survey.papers import Paper
from survey.questions import (
    ClaimAnswer,
    DigestedClaim,
    Extent,
    Kind,
    Length,
    OverviewAnswer,
    OverviewValues,
    RecordedPaper,
    TopicDigest,
    in_overview,
)

_CLAIMS_PER_TOPIC = 4
_LABEL = "overview"
_LEAST_SAID = 4  # words with a meaning besides the names of sections


@dataclass(frozen=True, slots=True)
class DigestedTopic:
    """One topic as the overview sees it."""

    theme: str
    name: str
    size: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Whole:
    """All that the overview is asked about: the topics in reading order, and the papers by key."""

    topics: tuple[DigestedTopic, ...]
    papers: Mapping[str, Paper]

    def ids(self) -> dict[str, Paper]:
        """The closed set of papers that may be cited, by the prompt's ids: those that the shown claims cite."""
        keys = dict.fromkeys(key for topic in self.topics for claim in _shown(topic) for key in claim.papers)
        return {f"P{i}": self.papers[key] for i, key in enumerate(keys, 1)}

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """The themes' names in reading order."""
        return tuple(dict.fromkeys(topic.theme for topic in self.topics))

    def places(self) -> dict[str, int]:
        """By key, the place of the theme of every paper that a topic's claims cite."""
        return {
            key: self.themes.index(topic.theme)
            for topic in self.topics
            for claim in topic.claims
            for key in claim.papers
        }

    def notes(self, language: str) -> Notes:
        """What the topics' claims say of each paper, by the prompt's ids; see :data:`survey.claims.Notes`."""
        if shares_words(language):
            return NO_NOTES
        names = {paper.key: name for name, paper in self.ids().items()}
        found: dict[str, list[Note]] = {name: [] for name in names.values()}
        for claim in (claim for topic in self.topics for claim in _shown(topic)):
            for one in claim.evidence:
                found[names[one.paper]].append(Note(claim.text, one.quote))
        return found

    def told(self) -> list[str]:
        """What the topics' claims say."""
        return [claim.text for topic in self.topics for claim in topic.claims]

    def extent(self, length: Length) -> Extent:
        """How much is to be said of it."""
        return in_overview(length, len(self.themes))


@dataclass(frozen=True, slots=True)
class OverviewQuestion:
    """The question ``overview`` as :mod:`survey.ask` sees it; there is one item, the whole.

    ``insist``: an answer that says too little, or what a section says, is asked for again; in vain with a model that
    says all it can.
    """

    language: str = "English"
    length: Length = "standard"
    insist: bool = True
    closeness: float = SUPPORT
    name: str = "overview"
    part: type[OverviewAnswer] = OverviewAnswer

    def label(self, item: Whole) -> str:  # noqa: ARG002  # there is only one
        """Always "overview"."""
        return _LABEL

    def identity(self, item: Whole) -> object:
        """The topics with the claims that are shown, what those cite, and how much is to be said."""
        topics = [[t.theme, t.name, t.size, [[c.kind, c.text, c.papers] for c in _shown(t)]] for t in item.topics]
        return [topics, self.language, self.length]

    def values(self, items: Sequence[Whole]) -> OverviewValues:
        """The digest of every topic, its claims citing ids local to the prompt."""
        (item,) = items
        ids = {paper.key: name for name, paper in item.ids().items()}
        topics = (
            TopicDigest(t.theme, t.name, t.size, tuple(_digested(claim, ids, item.papers) for claim in _shown(t)))
            for t in item.topics
        )
        return OverviewValues(tuple(topics), self.language, *astuple(item.extent(self.length)))

    def parts(self, answer: dict[str, object], items: Sequence[Whole]) -> Mapping[int, object]:  # noqa: ARG002
        """The whole answer."""
        return {0: answer}

    def check(self, item: Whole, part: OverviewAnswer) -> Verdict[OverviewAnswer]:
        """Keep the claims that hold, as many as are wanted; say why the others can't be kept, what is said twice."""
        held, complaints = checked_claims(part.claims, item.ids(), item.notes(self.language), self.closeness)
        problems = [_about_sections(claim, item) for claim in held]
        kept = [claim for claim, problem in zip(held, problems, strict=True) if not problem]
        complaints += filter(None, problems)
        if not kept:
            return Verdict(None, tuple(complaints) or ("no claim was made",))
        extent = item.extent(self.length)
        again = [claim.text for claim in kept if any(says_again(claim.text, text) for text in item.told())]
        repeated = [f"“{text}” is what a section says: bring several together, or put it shorter" for text in again]
        wanting = (*repeated, *too_few(kept, extent)) if self.insist else ()
        return Verdict(OverviewAnswer(claims=bounded(kept, extent)), (*complaints, *wanting))


def _about_sections(claim: ClaimAnswer, whole: Whole) -> str:
    """What is wrong with a claim that only lists sections, or takes a section's name for a method's; else empty."""
    rest, names = claim.text, {name for topic in whole.topics for name in (topic.theme, topic.name)}
    listed = 0
    for name in sorted((name for name in names if name.lower() in rest.lower()), key=len, reverse=True):
        rest, times = re.subn(re.escape(name), " ", rest, flags=re.IGNORECASE)
        listed += times > 0 and " " in name
        one = re.match(rf"{re.escape(name)} (?:is|are|introduces?|proposes?|presents?)\b", claim.text, re.IGNORECASE)
        if one and len(set(claim.papers)) == 1:
            return f"“{claim.text}” takes the name of a section for that of one paper's method"
    said = [word for word in content_words(rest) if word.isalpha()]
    if listed > 1 and len(said) < _LEAST_SAID:
        return f"“{claim.text}” only names sections; say what their papers report"
    return ""


def survey_overview(
    asker: Asker, whole: Whole, language: str, length: Length = "standard"
) -> tuple[tuple[Claim, ...], Answered[OverviewAnswer]]:
    """The overview's claims (none when it was left out, or when the topics say all of it), and what was answered."""
    question = OverviewQuestion(language, length, asker.counts_tokens("overview"), asker.closeness("overview"))
    answered = asker.ask(question, [whole])
    told = answered.parts[_LABEL].claims if _LABEL in answered.parts else []
    claims = in_order(unrepeated(told, whole.told()), whole)
    ids, notes = whole.ids(), whole.notes(language)
    return tuple(claim_of(f"o-c{n}", answer, ids, notes) for n, answer in enumerate(claims, 1)), answered


def unrepeated(claims: Iterable[ClaimAnswer], told: Iterable[str]) -> list[ClaimAnswer]:
    """The claims that say what neither ``told`` nor an earlier one of them says."""
    there = list(told)
    kept: list[ClaimAnswer] = []
    for claim in claims:
        if not any(says_again(claim.text, text) for text in there):
            kept.append(claim)
            there.append(claim.text)
    return kept


_ORDER: tuple[Kind, ...] = ("context", "agreement", "finding", "difference", "trend", "gap")


def in_order(claims: Iterable[ClaimAnswer], whole: Whole) -> list[ClaimAnswer]:
    """What the field is about; then what each theme says, theme by theme; then what goes beyond one theme."""
    place, ids = whole.places(), whole.ids()

    def order(claim: ClaimAnswer) -> tuple[int, int, int]:
        themes = {place[ids[name].key] for name in claim.papers}
        if len(themes) == 1:
            return 1, themes.pop(), _ORDER.index(claim.kind)
        return (0 if claim.kind == "context" else 2), 0, _ORDER.index(claim.kind)

    return sorted(claims, key=order)


def _digested(claim: Claim, ids: Mapping[str, str], papers: Mapping[str, Paper]) -> DigestedClaim:
    one = papers[claim.papers[0]] if len(claim.papers) == 1 else None
    about = RecordedPaper(ids[one.key], one.title, (), one.abstract) if one else None
    return DigestedClaim(claim.kind, claim.text, tuple(ids[key] for key in claim.papers), about)


_FIRST: tuple[Kind, ...] = ("finding", "difference", "trend", "agreement", "context", "gap")


def _shown(topic: DigestedTopic) -> tuple[Claim, ...]:
    """The claims that the overview is shown: a few that cite a paper, findings before what was known, in order."""
    cited = [claim for claim in topic.claims if claim.papers]
    chosen = sorted(cited, key=lambda claim: _FIRST.index(claim.kind))[:_CLAIMS_PER_TOPIC]
    return tuple(claim for claim in cited if claim in chosen)
