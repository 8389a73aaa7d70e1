"""Are two versions one paper? The rules, and the reason each gives.

Abstracts are compared word by word (Indel distance): of 2,000 random pairs of abstracts none is more than 20 % alike,
and of 28 pairs of revisions of one paper all but one are more than 45 %. Letter by letter, as titles are compared,
random abstracts reach 55 %.
"""

import sys
from collections import Counter
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from survey.dedupe.facts import Facts

# Shares of the abstracts' words that must agree, by how much the titles do.
_NAMESAKES, _RESUBMITTED, _SHORT_NAMESAKES, _STRANGE_NAMESAKES = 0.35, 0.5, 0.7, 0.8
_NEAR_TITLE, _NEAR_ABSTRACT, _KNOWN_ABSTRACT = 0.92, 0.7, 0.6  # the last when the authors are the same
CLOSE_TITLE, _CLOSE_ABSTRACT = 0.8, 0.77
_SOME_TITLE, _ANY_TWO, _JUDGED_WORDS = 0.5, 0.2, 40  # what contradicts an identifier, in abstracts so long
_SAME_ABSTRACT = 0.9  # asked when one title holds the other, or the arXiv ids differ
_STRANGERS, _OTHER_MARKS = 0.95, 0.95

_ALL = 0.995
_FEW_WORDS = 20  # under this, abstracts alone don't make papers of different titles one
_HELD_WORDS = 4
_CUT_OFF = 15  # words that a cut-off abstract must still have
_YEARS_OF_ONE_EDITION, _OTHER_EDITION = 1, 0.95  # of a title that comes back each year
_YEARS_TO_PRINT, _MOST_YEARS = 2, 4  # from preprint to journal: as a rule, and at most
_NO_SUBTITLE = "same title but for the subtitle"
_STOP_WORDS = frozenset(
    "a an and as at by for from in into is of on or the to towards toward using via with without".split()
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two versions are one paper; ``strength`` orders such findings, the strongest last."""

    reason: str
    strength: float


def same_id(a: Facts, b: Facts) -> Likeness | None:
    """One arXiv id or DOI that the texts don't contradict: lists kept by hand repeat ids, a DOI may be a volume's."""
    if a.arxiv_ids & b.arxiv_ids and not _unrelated(a, b):
        return Likeness("same arXiv id", 2.0)
    if a.dois & b.dois and not tells_apart(a, b) and not _unrelated(a, b):
        return Likeness("same DOI", 1.0)
    return None


def alike(a: Facts, b: Facts, slack: float = 0.0) -> Likeness | None:
    """Whether title and abstract show one paper; ``slack`` (a share) lowers what is asked of the abstracts."""
    if a.joined_title == b.joined_title:
        likeness = _namesakes(a, b, slack)
    elif a.joined_title == b.main_title or b.joined_title == a.main_title:
        likeness = _but_for_subtitle(a, b, slack)
    else:
        likeness = _near_duplicates(a, b, slack)
    return likeness if likeness and a.about == b.about and not tells_apart(a, b) else None


def tells_apart(a: Facts, b: Facts) -> bool:
    """Other editions, parts or versions: each title has a number or letter that the other lacks, or one is a part."""
    if a.marks != b.marks:
        ours, theirs = Counter(a.marks), Counter(b.marks)
        if a.is_part != b.is_part or (ours - theirs and theirs - ours):
            return True
    if not (a.is_serial or (a.years and b.years and not a.years & b.years)):
        return False
    return bool(_years_in(a) - _years_in(b) and _years_in(b) - _years_in(a))


def abstract_likeness(a: Facts, b: Facts) -> float:
    """0 to 1: words in their order; a cut-off abstract is compared with the beginning of the other."""
    short, long = sorted((a.words, b.words), key=len)
    whole: float = Indel.normalized_similarity(short, long)
    if len(short) < _CUT_OFF or len(short) > 0.9 * len(long):
        return whole
    start: float = Indel.normalized_similarity(short, long[: len(short)])
    return max(whole, start) if start >= _SAME_ABSTRACT else whole


def title_likeness(a: Facts, b: Facts) -> float:
    """0 to 1: letters in their order, or words in any order, whichever is nearer."""
    return max(fuzz.ratio(a.title, b.title), fuzz.token_sort_ratio(a.title, b.title)) / 100


def _namesakes(a: Facts, b: Facts, slack: float) -> Likeness | None:
    if not (a.words and b.words):
        known = _acquainted(a, b)
        sure = known or (a.telling and not a.about and not _strangers(a, b))
        return Likeness("same title", 1.0 + known / 2) if sure and _of_one_time(a, b, _YEARS_TO_PRINT) else None
    likeness = abstract_likeness(a, b)
    if likeness < _asked_of_namesakes(a, b) - slack:
        return None
    return Likeness("same title and abstract" if likeness >= _ALL else "same title", 1.0 + likeness)


def _asked_of_namesakes(a: Facts, b: Facts) -> float:
    if _strangers(a, b):
        return _STRANGE_NAMESAKES
    if not (a.telling or _acquainted(a, b)):
        return _SHORT_NAMESAKES
    return _RESUBMITTED if a.arxiv_ids and b.arxiv_ids else _NAMESAKES


def _but_for_subtitle(a: Facts, b: Facts, slack: float) -> Likeness | None:
    if not (a.words and b.words):
        sure = _acquainted(a, b) and (a.telling or b.telling) and a.marks == b.marks
        return Likeness(_NO_SUBTITLE, 1.0) if sure and _of_one_time(a, b, _YEARS_TO_PRINT) else None
    likeness = abstract_likeness(a, b)
    asked = _STRANGERS if _strangers(a, b) else _OTHER_MARKS if a.marks != b.marks else _NEAR_ABSTRACT
    return Likeness(_NO_SUBTITLE, likeness) if likeness >= asked - slack and not _other_results(a, b) else None


def _near_duplicates(a: Facts, b: Facts, slack: float) -> Likeness | None:
    if not (a.words and b.words and _of_one_time(a, b, _MOST_YEARS, serial=_YEARS_OF_ONE_EDITION)):
        return None
    titles = title_likeness(a, b)
    asked = _asked_of_abstracts(a, b, titles)
    if not _of_one_time(a, b, _MOST_YEARS):
        asked = max(asked, _OTHER_EDITION)
    likeness = abstract_likeness(a, b) if asked <= 1 else 0.0
    if likeness < asked - slack or _other_results(a, b) or _other_subjects(a, b):
        return None
    reason = sys.intern(f"near-duplicate: title {int(100 * titles)} % and abstract {int(100 * likeness)} % alike")
    return Likeness(reason, (titles + likeness) / 2)


def _asked_of_abstracts(a: Facts, b: Facts, titles: float) -> float:
    """The share of the abstracts' words that must agree; above 1 when no abstract would do."""
    if titles < CLOSE_TITLE and not _holds(a, b):
        return 2.0
    if titles < _NEAR_TITLE and min(len(a.words), len(b.words)) < _FEW_WORDS:
        return 2.0
    if _strangers(a, b):
        return _STRANGERS
    if a.marks != b.marks:
        return _OTHER_MARKS
    if titles < CLOSE_TITLE or (a.arxiv_ids and b.arxiv_ids):
        return _SAME_ABSTRACT
    if titles >= _NEAR_TITLE:
        return _KNOWN_ABSTRACT if _acquainted(a, b) else _NEAR_ABSTRACT
    return _CLOSE_ABSTRACT


def _holds(a: Facts, b: Facts) -> bool:
    """Whether the longer title has all words of the shorter, and the shorter is no mere catchword."""
    short, long = sorted((frozenset(a.title_words), frozenset(b.title_words)), key=len)
    return len(short) >= _HELD_WORDS and short <= long


def _other_results(a: Facts, b: Facts) -> bool:
    """Whether abstracts that are alike report other numbers: one study's text used for another."""
    fewest = min(a.numbers.total(), b.numbers.total())
    return fewest >= 3 and (a.numbers & b.numbers).total() < fewest / 2


def _other_subjects(a: Facts, b: Facts) -> bool:
    """Whether what the titles don't share is also what the abstracts don't share: "in men", "in women"."""
    ours, theirs = _own_subjects(a, b), _own_subjects(b, a)
    ours, theirs = _without_spellings(ours, theirs), _without_spellings(theirs, ours)
    return bool(ours and theirs)


def _own_subjects(a: Facts, b: Facts) -> frozenset[str]:
    words = frozenset(a.title_words) - frozenset(b.title_words) - _STOP_WORDS
    return frozenset(word for word in words if len(word) > 1 and word in a.tokens and word not in b.tokens)


def _without_spellings(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The words without those that are another spelling, or another form, of one of the others."""
    return frozenset(w for w in words if not any(w[:4] == other[:4] and fuzz.ratio(w, other) >= 80 for other in others))


def _unrelated(a: Facts, b: Facts) -> bool:
    """Whether titles and abstracts have no more in common than those of any two papers."""
    if _acquainted(a, b):
        return False
    if min(len(a.words), len(b.words)) < _JUDGED_WORDS:
        return _strangers(a, b) and title_likeness(a, b) < _SOME_TITLE
    return title_likeness(a, b) < CLOSE_TITLE and abstract_likeness(a, b) < _ANY_TWO


def _strangers(a: Facts, b: Facts) -> bool:
    """Whether both have authors, and no name in common."""
    return bool(a.names and b.names and not a.names & b.names)


def _acquainted(a: Facts, b: Facts) -> bool:
    """Whether both have authors, and half the names of the one or the other in common."""
    return bool(a.names and b.names) and 2 * len(a.names & b.names) >= min(len(a.names), len(b.names))


def _of_one_time(a: Facts, b: Facts, years: int, serial: int = 0) -> bool:
    """Whether they came out within so many years; ``serial`` is that of titles that come back each year."""
    if not (a.years and b.years):
        return True
    return min(abs(x - y) for x in a.years for y in b.years) <= (serial if a.is_serial else years)


def _years_in(a: Facts) -> frozenset[str]:
    return frozenset(number for number in a.numbers if len(number) == 4 and number[:2] in ("19", "20"))
