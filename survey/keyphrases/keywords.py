"""What sets a group apart, in words and phrases: class-based TF-IDF over noun phrases (Grootendorst, 2022)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import log2

from survey.keyphrases.counting import Counts
from survey.keyphrases.lists import BOILERPLATE, FUNCTION, MEASURES, WEAK
from survey.keyphrases.phrases import singular
from survey.keyphrases.wording import Wording
from survey.words import is_mass

_MOST, _WEIGHED, _LOOKED_AT = 8, 12, 60
_LONGEST = 4  # words
_SHARE = 0.12  # of the papers that hold a phrase of several words, at least
_OF_SEVERAL, _COMMON = 1.4, 0.6  # times the score: of a phrase of several words; of what a quarter of all papers hold
_LEAST_STEM, _ENDING = 5, 3  # letters that two forms of a word share at least, and by which the shorter may differ
_INFLECTED = re.compile(r"(?<=\w{4})(?:ing|ed|er|e)$")
_SWALLOWED = 0.6  # a word that stands so often inside one longer phrase gives way to it
_MADE_VERBS = ("ize", "ise", "ify")
_OF_FEW, _LIFT, _LIFT_OF_MANY = 3, 4.0, 3.0  # papers that say a word, and times as often as all do
_OF_ANY = 0.5  # of the papers say it, where no title does
_PLURAL = 2
_ALIKE = 2  # keywords that may share a word
_AT_LEAST = 3  # keywords: other words stand only where there are fewer
_SAYS_LITTLE = frozenset(  # in any field, when it stands by itself
    """
    access activity adaptation aggregation annotation application architecture assessment assumption automation away
    background behavior behaviour block box budget care category chain characteristic class clean color communication
    computation consistency constraint construction consumption content correctness correlation correspondence decision
    degradation density description design dimension discussion distribution diversity element emerge engineering
    enhancement environment error estimate estimation execution extraction feature fidelity forward foundation gap
    generalization guidance handling identity inference influence information infrastructure input insufficient
    integration intelligence interaction interpretation invariance knowledge length light loss margin matching meaning
    modality modelling module monitoring nature object opaque operation operator optimization output overhead page pair
    paradigm parameter pass pattern position prediction probability processing productivity protection protocol
    quantification reality reduction region relevance representation resource response robustness scale score search
    selection sequence shift similarity space stage state structure struggle style support synthesis team technology
    template transfer transparent understanding unit unknown update upstream validity variation vector vision weight
    word workflow
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
    own = [key for key in ranked if key not in _SAYS_LITTLE]
    apart = list(islice(_apart(own, count), _WEIGHED))
    if len(apart) < _AT_LEAST:
        apart = list(islice(_apart([*own, *(key for key in ranked if key not in own)], count), _AT_LEAST))
    telling = [key for key in apart if " " in key or _is_name(key, count) or _sets_apart(key, count, wording)]
    rest = sorted((key for key in apart if key not in telling), key=lambda key: count.anywhere[key] < _OF_FEW)
    least = [*telling, *rest[: max(0, _AT_LEAST - len(telling))]]
    return tuple(dict.fromkeys(_shown(key, count, wording) for key in islice(least, _MOST)))


def _is_noun(word: str, count: Counts, heads: Counter[str]) -> bool:
    if word in WEAK or word in BOILERPLATE or word in FUNCTION or len(word) < 2 or word.endswith(_MADE_VERBS):
        return False
    if word in MEASURES or word[0].isdigit() or word.endswith(("'s", "’s")):
        return False
    return bool(heads[word]) or "-" in word or _is_name(word, count)


def _sets_apart(word: str, count: Counts, wording: Wording) -> bool:
    """Whether several of the group's papers say a word, one in its title or half of them, and far more than of all."""
    often, usual = count.anywhere[word] / count.papers, wording.total[word] / wording.papers
    titled, of_many = bool(count.titles[word]), often >= _OF_ANY
    least = _LIFT_OF_MANY if titled and of_many else _LIFT
    return (titled or of_many) and count.anywhere[word] >= _OF_FEW and often >= least * usual


def _is_name(word: str, count: Counts) -> bool:
    """Whether a word is mostly written as a name that capitals are in."""
    forms = count.forms[word]
    return 2 * sum(n for form, n in forms.items() if not form[1:].islower()) > sum(forms.values())


def _tells(phrase: str, count: Counts, wording: Wording) -> bool:
    """Whether a phrase of several words says what a group is about."""
    words = phrase.split()
    least = max(2, _SHARE * count.papers) if count.papers >= 4 else 1
    if len(words) > _LONGEST or "of" in words or len(set(words)) < len(words) or count.anywhere[phrase] < least:
        return False
    if any(word.endswith(("'s", "’s")) and wording.cases.get(word, word).islower() for word in words):
        return False  # "model's prediction", not "Alzheimer's disease"
    said = any(word not in WEAK and word not in BOILERPLATE for word in words)
    return said and phrase not in wording.titles and not _measures(phrase) and not wording.is_generic(phrase, count)


def _measures(phrase: str) -> bool:
    """Whether a phrase is what is measured or a part of its name: "dice similarity"."""
    return any(f" {phrase} " in f" {measure} " for measure in MEASURES)


def _score(key: str, count: Counts, wording: Wording) -> float:
    share = count.anywhere[key] / count.papers
    common = _COMMON if wording.total[key] > wording.papers / 4 else 1.0
    return share * log2(1 + wording.papers / wording.total[key]) * common * (_OF_SEVERAL if " " in key else 1.0)


def _apart(ranked: Sequence[str], count: Counts) -> Iterator[str]:
    """Those that say something beside those given before, none that stands mostly in one longer phrase.

    None holds another, whatever the endings ("masking", "masked image modeling"), nor begins where another ends, where
    both are of one phrase ("action unit recognition" of "facial action units"); and no three have a word in common.
    """
    given: list[list[str]] = []
    longer = [key for key in ranked[:_LOOKED_AT] if " " in key]
    for key in ranked:
        words, least = _forms(key), _SWALLOWED * count.anywhere[key]
        within = any(f" {key} " in f" {one} " and count.anywhere[one] >= least for one in longer if one != key)
        if within or any(_holds(words, other) or _holds(other, words) or _overlap(words, other) for other in given):
            continue
        if not any(sum(_holds([word], other) for other in given) >= _ALIKE for word in words if word not in WEAK):
            given.append(words)
            yield key


def _forms(key: str) -> list[str]:
    """The words of a phrase, those with a hyphen joined: "multi-modal" is "multimodal"."""
    return [word.replace("-", "") for word in key.split()]


def _holds(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether ``other`` has all ``words``, whatever their endings."""
    return all(any(_is_form(word, one) for one in other) for word in words)


def _overlap(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two words or more end one phrase and begin the other."""
    least = min(len(words), len(other))
    ends = range(2, least)
    return any(_holds(a[-n:], b[:n]) for n in ends for a, b in ((words, other), (other, words)))


def _is_form(one: str, other: str) -> bool:
    """Whether two words are forms of one: "detector" and "detection"."""
    if one == other or _INFLECTED.sub("", one) == _INFLECTED.sub("", other):
        return True
    alike = max(_LEAST_STEM, min(len(one), len(other)) - _ENDING)
    return len(one) >= alike <= len(other) and one[:alike] == other[:alike]


def _shown(key: str, count: Counts, wording: Wording) -> str:
    """As most papers write it, in the plural if that is at all usual of what can be counted."""
    forms = count.forms[key]
    counted = (" " in key or "-" not in key) and not is_mass(key)
    best = max(sorted(forms), key=lambda form: forms[form] * (_PLURAL if counted and _is_plural(form) else 1)).lower()
    return " ".join(wording.cases.get(word, word) for word in best.split())


def _is_plural(form: str) -> bool:
    last = form.rpartition(" ")[2]
    return not last.isupper() and singular(last.lower()) != last.lower()
