"""Groups of papers to names: which phrases many of a group's papers share and few others do."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log2

from survey.keyphrases.choosing import Candidate, Names, named
from survey.keyphrases.counting import (
    Counts,
    Text,
    acronyms_of,
    casing,
    counted,
    singular_key,
    together,
    totals,
)
from survey.keyphrases.lists import BOILERPLATE, GENERIC, WEAK
from survey.keyphrases.phrases import bare, is_acronym, singular

_PHRASES, _KEYWORDS = 8, 8
_TITLE = 0.7  # how much more a phrase counts where it stands in the title
_LENGTHS = {1: 0.45, 2: 1.0, 3: 1.1, 4: 1.0}
_GENERIC = 0.12  # what is left of a generic phrase's score
_COMMON, _LARGE = 0.25, 60  # a phrase in more than this share of the papers tells no part from another; not of so few
_SWALLOWED = 0.7  # a phrase that stands so often inside one longer phrase gives way to it
_PLURAL = 1.5


@dataclass(frozen=True, slots=True)
class Description:
    """A group in words: its name, what sets it apart, and the candidate names, best first."""

    name: str
    keywords: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A corpus in groups: each one's counts, how words are cased, and in how many papers each phrase stands."""

    groups: tuple[Counts, ...]
    cases: Mapping[str, str]
    total: Counter[str]
    papers: int
    titles: frozenset[str]

    def is_generic(self, key: str) -> bool:
        """Whether the phrase is no name for a part of this corpus: it fits any, or stands in so many of its papers."""
        common = self.papers >= _LARGE and self.total[key] > _COMMON * self.papers
        return common or key in GENERIC

    def wider(self, parts: Sequence[Sequence[int]]) -> "Wording":
        """The same corpus in larger groups, each made of those at the places given."""
        return replace(self, groups=tuple(together([self.groups[n] for n in part]) for part in parts))


def wording_of(groups: Sequence[Sequence[Text]]) -> Wording:
    """Reads groups of (title, abstract) pairs."""
    texts = [text for group in groups for text in group]
    acronyms = acronyms_of(texts)
    counts = tuple(counted(group, acronyms) for group in groups)
    titles = frozenset(singular_key(title) for title, _ in texts)
    return Wording(counts, casing(texts), totals(counts), len(texts), titles)


def describe(
    wording: Wording,
    fixed: Mapping[int, str] | None = None,
    *,
    taken: Sequence[str] = (),
    parts: Sequence[Sequence[int]] | None = None,
    spare: Sequence[Sequence[str]] | None = None,
) -> tuple[Description, ...]:
    """A description for each group; names are unique, also against ``taken``.

    ``fixed`` gives names that stand already, by the group's place. ``parts``, for themes, gives the sizes of the topics
    that each group is made of, in their order: a theme's name has to fit all of its topics, small ones too.
    ``spare`` gives names for a group whose papers share no telling phrase.
    """
    fixed = fixed or {}
    candidates = [
        _candidates(count, wording, _weights(count.papers, parts[n] if parts else None), loose=not spare)
        for n, count in enumerate(wording.groups)
    ]
    keywords = [_keywords(count, wording) for count in wording.groups]
    names = dict(fixed)
    used = {part for name in (*taken, *fixed.values()) for part in _parts_of(name)}
    first = Counter(found[0].key for found in candidates if found)

    def claim(n: int) -> float:  # to a phrase that others want as well: a large group's is the stronger one
        return candidates[n][0].score * log2(2 + wording.groups[n].papers) if candidates[n] else 0.0

    for n in sorted(range(len(candidates)), key=lambda n: (-claim(n), n)):
        if n not in names:
            others = {key for key in first if not candidates[n] or key != candidates[n][0].key}
            names[n] = named(candidates[n], keywords[n], spare[n] if spare else (), Names(used, others))
            used.update(_parts_of(names[n]))
    return tuple(
        Description(
            names[n], keywords[n], tuple(dict.fromkeys((names[n], *(c.shown for c in candidates[n]))))[:_PHRASES]
        )
        for n in range(len(candidates))
    )


def _parts_of(name: str) -> set[str]:
    """The key of a name, and those of the two that it may be made of."""
    return {singular_key(name), *(singular_key(part) for part in name.split(" and "))}


def _weights(papers: int, parts: Sequence[int] | None) -> list[float]:
    """How much each paper of a group counts: alike in a topic; in a theme its topics count alike, half and half."""
    if not parts:
        return [1 / papers] * papers
    return [0.5 / papers + 0.5 / (len(parts) * size) for size in parts for _ in range(size)]


def _candidates(count: Counts, wording: Wording, weights: Sequence[float], *, loose: bool) -> list[Candidate]:
    """Phrases that might name the group, the best first; generic ones last.

    ``loose``: rather one that a single paper has than a generic one.
    """
    scores = _scores(count, wording, weights)
    ranked = sorted(scores, key=lambda key: (wording.is_generic(key), -scores[key], key))
    keys = _distinct([k for k in ranked if " " in k or "-" in k] or ranked, _PHRASES)
    if loose and (not keys or wording.is_generic(keys[0])):
        keys = [*_by_words(count, wording), *keys]
    return [
        Candidate(
            key,
            _shown(key, count, wording),
            scores.get(key, 0.0),
            {n: weights[n] for n in count.holders[key]},
            wording.is_generic(key),
        )
        for key in keys
    ]


def _by_words(count: Counts, wording: Wording) -> list[str]:
    """The phrase of a title whose words are most at home in the group, though the phrase is in one paper only."""

    def worth(key: str) -> float:
        words = key.split()
        shares = (count.anywhere[w] / count.papers * log2(1 + wording.papers / wording.total[w]) for w in words)
        return sum(share for word, share in zip(words, shares, strict=True) if count.anywhere[word] > 1) / len(words)

    held = [k for k in count.titles if len(k.split()) in (2, 3) and not (wording.is_generic(k) or _barred(k, wording))]
    known = [k for k in held if all(word in wording.total for word in k.split())]
    return [min(known, key=lambda key: (-worth(key), key))] if known and count.papers > 1 else []


def _scores(count: Counts, wording: Wording, weights: Sequence[float]) -> dict[str, float]:
    least = max(2, 0.12 * count.papers) if count.papers >= 4 else 1
    kept: list[str] = []
    for floor in (least, 1):
        kept = [key for key in count.repeated() if count.anywhere[key] >= floor and not _barred(key, wording)]
        if any(" " in key for key in kept):
            break
    kept = [key for key in kept if not _modifies(key, count)]
    swallowed = _swallowed(kept, count)
    return {key: _score(key, count, wording, weights) * (0.5 if key in swallowed else 1) for key in kept}


def _barred(key: str, wording: Wording) -> bool:
    words = key.split()
    vague = any(after == "of" and word in BOILERPLATE for word, after in pairwise(words))  # a set of, an amount of
    return vague or key in wording.titles or len(key) < 3 or len(set(words)) < len(words)


def _modifies(key: str, count: Counts) -> bool:
    """Whether a compound ("text-to-image") stands mostly before a noun, and so is a name's beginning only."""
    if " " in key or "-" not in key:
        return False
    before = [k for k in count.anywhere if k.startswith(f"{key} ")]
    held = {paper for longer in before for paper in count.holders[longer]}
    return len(held) >= 0.5 * count.anywhere[key]


def _score(key: str, count: Counts, wording: Wording, weights: Sequence[float]) -> float:
    inside = count.anywhere[key]
    share = sum(weights[n] for n in count.holders[key]) * (1 + _TITLE * count.titles[key] / inside)
    outside = (wording.total[key] - inside + 0.5) / (wording.papers - count.papers + 10)
    words = len([w for w in key.split() if w != "of"])
    fits = _LENGTHS.get(words, 0.8) * (_GENERIC if key in WEAK or wording.is_generic(key) else 1)
    return float(fits * share**0.9) * log2(1 + share / (outside + 0.02))


def _swallowed(keys: Sequence[str], count: Counts) -> set[str]:
    out = set()
    for key in keys:
        words = key.split()
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                part = " ".join(words[start:end])
                if part != key and count.anywhere[key] >= _SWALLOWED * count.anywhere.get(part, 10**9):
                    out.add(part)
    return out


def _distinct(keys: Sequence[str], most: int) -> list[str]:
    """The first ``most``, leaving out those whose words all stand in one already taken, or the other way round."""
    out: list[str] = []
    for key in keys:
        words = set(key.split())
        if not any(words <= set(o.split()) or set(o.split()) <= words for o in out):
            out.append(key)
        if len(out) == most:
            break
    return out


def _shown(key: str, count: Counts, wording: Wording) -> str:
    """The phrase as most papers of the group write it, the plural if it is at all usual, in sentence case."""
    forms: Counter[str] = Counter()
    for form, n in count.forms[key].items():
        forms[form.lower()] += n
    plural = {form: n * (_PLURAL if singular(form.split()[-1]) != form.split()[-1] else 1) for form, n in forms.items()}
    best = max(sorted(plural), key=lambda form: plural[form])
    return _sentence(" ".join(wording.cases.get(word, word) for word in best.split()))


def _sentence(name: str) -> str:
    first = name.split()[0]
    return name if is_acronym(bare(first)) else name[0].upper() + name[1:]


def _keywords(count: Counts, wording: Wording) -> tuple[str, ...]:
    """Single words by class-based TF-IDF (Grootendorst, 2022): often in this group, in few papers altogether."""
    words = [k for k in count.repeated() if " " not in k and k not in WEAK and k not in BOILERPLATE and len(k) > 1]
    total = wording.papers

    def score(key: str) -> tuple[float, str]:
        share = count.anywhere[key] / count.papers
        return (-share * log2(1 + total / wording.total[key]) * (0.6 if wording.total[key] > total / 4 else 1), key)

    out: list[str] = []
    for key in sorted(words, key=score):
        forms = count.forms[key]
        best = max(sorted(forms), key=lambda form: forms[form]).lower()
        out.append(wording.cases.get(best, best))
        if len(out) == _KEYWORDS:
            break
    return tuple(dict.fromkeys(out))
