"""What sets a group apart, in words and phrases: class-based TF-IDF over noun phrases (Grootendorst, 2022)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import log2

from survey.keyphrases.counting import Counts
from survey.keyphrases.lists import BOILERPLATE, FUNCTION, WEAK
from survey.keyphrases.wording import Wording

_MOST, _LOOKED_AT = 8, 60
_LONGEST = 3  # words
_SHARE = 0.12  # of the papers that hold a phrase of several words, at least
_OF_SEVERAL, _COMMON = 1.4, 0.6  # times the score: of a phrase of several words; of what a quarter of all papers hold
_SWALLOWED = 0.6  # a word that stands so often inside one longer phrase gives way to it
_MADE_VERBS = ("ize", "ise", "ify")
_OF_FEW, _LIFT = 3, 3.0  # papers that say a word, and times as often as all do
_AT_LEAST = 4  # keywords: other words stand only where there are fewer
_SAYS_LITTLE = frozenset(  # in any field, when it stands by itself
    """
    access activity assumption away block box budget computation discussion element enhancement extraction feature
    forward gap information input knowledge length loss module opaque output parameter pass processing reduction
    representation scale score search sequence space upstream workflow
    """.split()
)


def keywords_of(count: Counts, wording: Wording) -> tuple[str, ...]:
    """At most eight words and phrases of several of a group's papers, and of few others; the most telling first.

    No one lies inside another. A single word is one that ends some longer phrase, and so is a noun, or a name.
    """
    heads = Counter(key.rsplit(" ", 1)[1] for key in count.anywhere if " " in key)
    fit = (
        key for key in count.repeated() if (_tells(key, count, wording) if " " in key else _is_noun(key, count, heads))
    )
    ranked = sorted(fit, key=lambda key: (-_score(key, count, wording), key))
    apart = list(_apart(ranked, count))
    telling = [key for key in apart if " " in key or _is_name(key, count) or _sets_apart(key, count, wording)]
    least = telling if len(telling) >= _AT_LEAST else apart[:_AT_LEAST]
    return tuple(dict.fromkeys(_shown(key, count, wording) for key in islice(least, _MOST)))


def _is_noun(word: str, count: Counts, heads: Counter[str]) -> bool:
    if word in WEAK or word in BOILERPLATE or word in FUNCTION or len(word) < 2 or word.endswith(_MADE_VERBS):
        return False
    if word in _SAYS_LITTLE or word.endswith(("'s", "’s")):
        return False
    return bool(heads[word]) or "-" in word or _is_name(word, count)


def _sets_apart(word: str, count: Counts, wording: Wording) -> bool:
    """Whether several of the group's papers say a word, and far more of them than of all papers."""
    often, usual = count.anywhere[word] / count.papers, wording.total[word] / wording.papers
    return count.anywhere[word] >= _OF_FEW and often >= _LIFT * usual


def _is_name(word: str, count: Counts) -> bool:
    return any(letter.isupper() for form in count.forms[word] for letter in form[1:])


def _tells(phrase: str, count: Counts, wording: Wording) -> bool:
    """Whether a phrase of several words says what a group is about."""
    words = phrase.split()
    least = max(2, _SHARE * count.papers) if count.papers >= 4 else 1
    if len(words) > _LONGEST or "of" in words or len(set(words)) < len(words) or count.anywhere[phrase] < least:
        return False
    said = any(word not in WEAK and word not in BOILERPLATE for word in words)
    return said and phrase not in wording.titles and not wording.is_generic(phrase, count)


def _score(key: str, count: Counts, wording: Wording) -> float:
    share = count.anywhere[key] / count.papers
    common = _COMMON if wording.total[key] > wording.papers / 4 else 1.0
    return share * log2(1 + wording.papers / wording.total[key]) * common * (_OF_SEVERAL if " " in key else 1.0)


def _apart(ranked: Sequence[str], count: Counts) -> Iterator[str]:
    """Those that neither hold another nor lie in one that was given before, nor mostly in one longer phrase."""
    given: list[set[str]] = []
    longer = [key for key in ranked[:_LOOKED_AT] if " " in key]
    for key in ranked:
        words, least = set(key.split()), _SWALLOWED * count.anywhere[key]
        within = any(f" {key} " in f" {one} " and count.anywhere[one] >= least for one in longer if one != key)
        if not within and not any(words <= other or other <= words for other in given):
            given.append(words)
            yield key


def _shown(key: str, count: Counts, wording: Wording) -> str:
    forms = count.forms[key]
    best = max(sorted(forms), key=lambda form: forms[form]).lower()
    return " ".join(wording.cases.get(word, word) for word in best.split())
