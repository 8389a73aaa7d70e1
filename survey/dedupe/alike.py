"""Are two versions one paper? The rules, and the reason each gives.

Similarity of abstracts is counted in words (Indel distance on word sequences): of 2,000 random pairs of abstracts none
is above 20 % alike, of 28 pairs of revisions of one paper all but one are above 45 %. Counted in letters, as is usual,
random pairs reach 55 %.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from survey.dedupe.forms import normalised_doi
from survey.dedupe.versions import Version, arxiv_id, names

# What tells a paper from its namesake: editions, parts, model versions.
_NUMERALS = {
    **{w: str(n) for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)},
    **{w: str(n) for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)},
    **{w: str(n) for n, w in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split(), 1)},
}
_MARK = re.compile(r"\d+")
_PART = re.compile(r"\b(?:part|volume|vol|chapter|section|episode|edition|supplement|appendix)\b")
# A record about another record. Looked for where such words stand: at the start or the end of the title.
_ABOUT = frozenset(
    "reply replies response rejoinder rebuttal comment comments commentary discussion erratum errata corrigendum corrigenda "
    "correction corrections addendum retraction concern letter re note supplement supplementary".split()
)
_ABOUT_AT_START, _ABOUT_AT_END = 4, 2
_NO_LETTERS = frozenset("ast")  # articles, possessives and contractions, not "hepatitis B"

_TELLING_WORDS = 5
_TELLING_LETTERS = 25


@dataclass(frozen=True)
class Facts:
    """What the rules look at in one version; the costly parts are made when first asked for."""

    version: Version

    @cached_property
    def title(self) -> str:
        """The title's comparable form."""
        return self.version.title

    @cached_property
    def words(self) -> list[str]:
        """The abstract's words."""
        return self.version.abstract.split()

    @cached_property
    def marks(self) -> Counter[str]:
        """Numbers (Roman and spelt ones too) and single letters of the title."""
        return Counter(_marks(self.title.split()))

    @cached_property
    def parted(self) -> bool:
        """Whether the title says that it is a part, a volume, an edition."""
        return bool(_PART.search(self.title))

    @cached_property
    def about(self) -> frozenset[str]:
        """Words that make it a record about another record: reply, erratum."""
        words = self.title.split()
        return frozenset(_ABOUT.intersection(words[:_ABOUT_AT_START] + words[-_ABOUT_AT_END:]))

    @cached_property
    def numbers(self) -> Counter[str]:
        """Numbers of the abstract."""
        return Counter(_MARK.findall(self.version.abstract))

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of all authors."""
        return names(author for paper in self.version.papers for author in paper.authors)

    @cached_property
    def years(self) -> frozenset[int]:
        """Years of publication."""
        return frozenset(paper.year for paper in self.version.papers if paper.year)

    @cached_property
    def dois(self) -> frozenset[str]:
        """DOIs."""
        return frozenset(doi for paper in self.version.papers if (doi := normalised_doi(paper.doi)))

    @cached_property
    def arxiv_ids(self) -> frozenset[str]:
        """Identifiers at arXiv, without version."""
        return frozenset(found for paper in self.version.papers if (found := arxiv_id(paper)))

    @cached_property
    def telling(self) -> bool:
        """Whether the title is long enough to name one paper."""
        return len(self.title.split()) >= _TELLING_WORDS and len(self.title) >= _TELLING_LETTERS


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two versions are one paper; ``strength`` orders such findings, the strongest first."""

    reason: str
    strength: float


def _marks(words: list[str]) -> Iterable[str]:
    for word in words:
        if word in _NUMERALS:
            yield _NUMERALS[word]
        elif len(word) == 1 and word.isalpha() and word not in _NO_LETTERS:
            yield word
        else:
            yield from (number.lstrip("0") or "0" for number in _MARK.findall(word))
    if len(words) > 1 and words[-1] == "a":
        yield "a"


def same_id(a: Facts, b: Facts) -> Likeness | None:
    """One arXiv id, or one DOI; a DOI shared by records that have nothing else in common is a whole volume's."""
    if a.about != b.about:
        return None
    if a.arxiv_ids & b.arxiv_ids:
        return Likeness("same arXiv id", 4.0)
    if not a.dois & b.dois or _tells_apart(a, b):
        return None
    related = title_likeness(a, b) >= 0.6 or not (a.words and b.words) or abstract_likeness(a, b) >= 0.35
    return Likeness("same DOI", 3.0) if related else None


def alike(a: Facts, b: Facts, slack: float = 0.0) -> Likeness | None:
    """Whether title and abstract show one paper; ``slack`` (a share) lowers what is asked of the abstracts."""
    if a.about != b.about or _tells_apart(a, b):
        return None
    same_title = a.title.replace(" ", "") == b.title.replace(" ", "")
    if not (a.words and b.words):
        return _title_alone(a, b, same_title)
    likeness = abstract_likeness(a, b)
    if same_title:
        return Likeness("same title", 1.0 + likeness) if likeness >= _asked_of_namesakes(a, b) - slack else None
    titles = title_likeness(a, b)
    if likeness < _asked_of_abstracts(a, b, titles) - slack or _other_results(a, b):
        return None
    if _marks_differ(a, b) and likeness < 0.95:
        return None
    reason = f"near-duplicate: title {round(100 * titles)} % and abstract {round(100 * likeness)} % alike"
    return Likeness(reason, (titles + likeness) / 2)


def title_likeness(a: Facts, b: Facts) -> float:
    """0 to 1: letters in their order, or words in any order, whichever is nearer."""
    return max(fuzz.ratio(a.title, b.title), fuzz.token_sort_ratio(a.title, b.title)) / 100


def abstract_likeness(a: Facts, b: Facts) -> float:
    """0 to 1: words in their order; a cut-off abstract is compared with the beginning of the other."""
    short, long = sorted((a.words, b.words), key=len)
    whole: float = Indel.normalized_similarity(short, long)
    if len(short) < 15 or len(short) > 0.9 * len(long):
        return whole
    start: float = Indel.normalized_similarity(short, long[: len(short)])
    return start if start >= 0.9 else whole


def _tells_apart(a: Facts, b: Facts) -> bool:
    """Other editions, parts or versions: each title has a number or letter that the other lacks."""
    if a.parted != b.parted and a.marks != b.marks:
        return True
    if a.marks - b.marks and b.marks - a.marks:
        return True
    later = {n for n in (a.numbers - b.numbers) if _is_year(n)}, {n for n in (b.numbers - a.numbers) if _is_year(n)}
    return bool(all(later) and a.years and b.years and not a.years & b.years)


def _is_year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("19", "20")


def _marks_differ(a: Facts, b: Facts) -> bool:
    return a.marks != b.marks


def _other_results(a: Facts, b: Facts) -> bool:
    """Whether abstracts that are alike report other numbers: one study's text used for another."""
    fewest = min(a.numbers.total(), b.numbers.total())
    return fewest >= 3 and (a.numbers & b.numbers).total() < fewest / 2


def _strangers(a: Facts, b: Facts) -> bool:
    return bool(a.names and b.names and not a.names & b.names)


def _title_alone(a: Facts, b: Facts, same_title: bool) -> Likeness | None:
    acquainted = bool(a.names & b.names)
    near_in_time = not (a.years and b.years) or min(abs(x - y) for x in a.years for y in b.years) <= 2
    if not same_title or _strangers(a, b) or not near_in_time or not (a.telling or acquainted):
        return None
    return Likeness("same title", 1.0 + acquainted / 2)


def _asked_of_namesakes(a: Facts, b: Facts) -> float:
    if _strangers(a, b):
        return 0.8
    return 0.35 if a.telling or a.names & b.names else 0.7


def _asked_of_abstracts(a: Facts, b: Facts, titles: float) -> float:
    if _strangers(a, b):
        return 0.95
    if titles >= 0.92:
        return 0.7
    if titles >= 0.8:
        return 0.77
    if titles >= 0.5 or (_named_in(a, b) and _named_in(b, a)):
        return 0.9
    return 2.0


def _named_in(a: Facts, b: Facts) -> bool:
    """Whether the other's abstract speaks of most of what this title names."""
    named = {word for word in a.title.split() if len(word) > 3}
    return bool(named) and len(named.intersection(b.words)) >= len(named) / 2
