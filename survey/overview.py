"""What does the whole survey say? The question ``overview``, asked about the topics' claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from survey.ask import Answered, Asker, Verdict
from survey.claims import Claim, checked_claims, claim_of
from survey.papers import Paper
from survey.questions import DigestedClaim, Kind, OverviewAnswer, OverviewValues, TopicDigest

_CLAIMS_PER_TOPIC = 4
_LABEL = "overview"


@dataclass(frozen=True, slots=True)
class DigestedTopic:
    """One topic as the overview sees it."""

    theme: str
    name: str
    size: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """All that the overview is asked about: the topics in reading order, and the papers by key."""

    topics: tuple[DigestedTopic, ...]
    papers: Mapping[str, Paper]

    def ids(self) -> dict[str, Paper]:
        """The closed set of papers that may be cited, by the prompt's ids: those that the shown claims cite."""
        keys = dict.fromkeys(key for topic in self.topics for claim in _shown(topic) for key in claim.papers)
        return {f"P{i}": self.papers[key] for i, key in enumerate(keys, 1)}


@dataclass(frozen=True, slots=True)
class OverviewQuestion:
    """The question ``overview`` as :mod:`survey.ask` sees it; there is one item, the whole."""

    language: str = "English"
    name: str = "overview"
    part: type[OverviewAnswer] = OverviewAnswer

    def label(self, item: Whole) -> str:  # noqa: ARG002  # there is only one
        """Always "overview"."""
        return _LABEL

    def identity(self, item: Whole) -> object:
        """The topics with the claims that are shown, and what those cite."""
        topics = [[t.theme, t.name, t.size, [[c.kind, c.text, c.papers] for c in _shown(t)]] for t in item.topics]
        return [topics, self.language]

    def values(self, items: Sequence[Whole]) -> OverviewValues:
        """The digest of every topic, its claims citing ids local to the prompt."""
        (item,) = items
        ids = {paper.key: name for name, paper in item.ids().items()}
        topics = (
            TopicDigest(t.theme, t.name, t.size, tuple(_digested(claim, ids) for claim in _shown(t)))
            for t in item.topics
        )
        return OverviewValues(tuple(topics), self.language)

    def parts(self, answer: dict[str, object], items: Sequence[Whole]) -> Mapping[int, object]:  # noqa: ARG002
        """The whole answer."""
        return {0: answer}

    def check(self, item: Whole, part: OverviewAnswer) -> Verdict[OverviewAnswer]:
        """Keep the claims that hold; say why the others can't be kept."""
        kept, complaints = checked_claims(part.claims, item.ids())
        if not kept:
            return Verdict(None, tuple(complaints) or ("no claim was made",))
        return Verdict(OverviewAnswer(claims=kept), tuple(complaints))


def survey_overview(asker: Asker, whole: Whole, language: str) -> tuple[tuple[Claim, ...], Answered[OverviewAnswer]]:
    """The overview's claims (none when it was left out), and what was answered."""
    answered = asker.ask(OverviewQuestion(language), [whole])
    told = answered.parts[_LABEL].claims if _LABEL in answered.parts else []
    return tuple(claim_of(f"o-c{n}", answer, whole.ids()) for n, answer in enumerate(told, 1)), answered


def _digested(claim: Claim, ids: Mapping[str, str]) -> DigestedClaim:
    return DigestedClaim(claim.kind, claim.text, tuple(ids[key] for key in claim.papers))


_FIRST: tuple[Kind, ...] = ("finding", "difference", "trend", "agreement", "context", "gap")


def _shown(topic: DigestedTopic) -> tuple[Claim, ...]:
    """The claims that the overview is shown: a few that cite a paper, findings before what was known, in order."""
    cited = [claim for claim in topic.claims if claim.papers]
    chosen = sorted(cited, key=lambda claim: _FIRST.index(claim.kind))[:_CLAIMS_PER_TOPIC]
    return tuple(claim for claim in cited if claim in chosen)
