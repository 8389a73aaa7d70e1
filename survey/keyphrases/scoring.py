"""Which phrases might name a group, and how well each suits: shared by its papers, rare elsewhere, near its middle."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import exp, log2

import numpy as np

from survey.keyphrases.choosing import Candidate
from survey.keyphrases.counting import FEW, Counts
from survey.keyphrases.lists import BOILERPLATE, GENERIC, SUBJECTS, WEAK
from survey.keyphrases.phrases import bare, is_acronym, singular
from survey.keyphrases.wording import Likeness, Wording

_SCATTERED, _LOOSELY = 0.35, 0.2  # what a paper counts that holds a phrase's words apart; if its last one says little
_FEW_PHRASES = 2  # phrases that tell a group from others: with fewer, one of a single paper is added
_SPREAD = 0.4  # of the papers hold the words of a phrase that stands as such in one alone
_PHRASES, _WEIGHED = 8, 24  # candidates kept, and those before them that are held to the group's middle
_TITLE = 0.7  # how much more a phrase counts where it stands in the title
_LENGTHS = {1: 0.45, 2: 1.0, 3: 1.1, 4: 1.0}
_GENERIC = 0.12  # what is left of a generic phrase's score
_SWALLOWED = 0.7  # a phrase that stands so often inside one longer phrase gives way to it
_PLURAL = 1.5
_LEADS = 0.5  # of the papers hold a compound ("text-to-image") that a name may begin with
_LED = 0.8  # of the score of a compound goes to the phrase that speaks for it
_ALONE, _RARER, _NEARER = 0.5, 10, 1.3  # a word names a group alone: share, times outside, times the best phrase
_FAR, _AHEAD, _UNKNOWN = 0.05, 2.0, 0.3  # near the middle: what is added, how steeply it counts to be nearer to another


def weights_of(papers: int, parts: Sequence[int] | None) -> list[float]:
    """How much each paper of a group counts: alike in a topic; in a theme its topics count alike, half and half."""
    if not parts:
        return [1 / papers] * papers
    return [0.5 / papers + 0.5 / (len(parts) * size) for size in parts for _ in range(size)]


def candidates_of(
    n: int, wording: Wording, weights: Sequence[float], near: Likeness | None, *, loose: bool
) -> list[Candidate]:
    """Phrases that might name the ``n``-th group, the best first; generic ones last.

    ``loose``: also those of a single paper, if its words are many papers' or where there are few others.
    """
    count = wording.groups[n]
    scores = _scores(count, wording, weights, loose=loose)
    ranked = sorted(scores, key=lambda key: (wording.is_generic(key, count), -scores[key], key))
    phrased = [k for k in ranked if " " in k or "-" in k or _stands_alone(k, ranked, count, wording)]
    ranked = phrased or ranked
    fits = _fits(ranked[:_WEIGHED], n, near)
    scores = {key: score * fits.get(key, 1.0) for key, score in scores.items()}
    ranked[:_WEIGHED] = sorted(fits, key=lambda key: (wording.is_generic(key, count), -scores[key], key))
    keys = _distinct(ranked, _PHRASES)
    telling = [key for key in keys if phrased and not wording.is_generic(key, count)]
    if loose and len(telling) < _FEW_PHRASES:
        rest = [key for key in keys if key not in telling]
        keys = [*telling, *_of_one_paper(n, wording, weights, near, telling), *rest]
    written = {key: _written(key, count, wording) for key in keys}
    return [
        Candidate(
            key,
            _sentence(written[key]),
            written[key],
            scores.get(key, 0.0),
            _held(key, count, weights),
            wording.is_generic(key, count),
            broad=key in SUBJECTS and wording.total[key] > 2 * count.anywhere[key],
            lone=count.anywhere[key] == 1 and count.papers >= FEW,
        )
        for key in keys
    ]


def _stands_alone(word: str, others: Sequence[str], count: Counts, wording: Wording) -> bool:
    """Whether the word for a doing ("pruning") says what no phrase does: most of the papers hold it, and few others."""
    inside, papers = count.anywhere[word], count.papers
    outside = (wording.total[word] - inside) / max(1, wording.papers - papers)
    if not word.endswith("ing") or word in WEAK or word in BOILERPLATE:
        return False
    if inside < _ALONE * papers or outside * _RARER > inside / papers:
        return False
    phrases = (count.anywhere[k] for k in others if " " in k or "-" in k)
    return _NEARER * max(phrases, default=0) <= inside


def _fits(keys: Sequence[str], n: int, near: Likeness | None) -> dict[str, float]:
    """What each phrase's score is multiplied by: it should lie near the group's middle, nearer than to another's."""
    if near is None or not keys:
        return dict.fromkeys(keys, 1.0)
    out = {}
    for key, row in zip(keys, near(keys), strict=True):
        own, others = float(row[n]), np.delete(row, n)
        if not row.any():
            out[key] = _UNKNOWN
            continue
        ahead = own - float(others.max()) if len(others) else 0.0
        out[key] = (_FAR + max(own, 0.0)) * exp(_AHEAD * min(ahead, 0.0))
    return out


def _of_one_paper(
    n: int, wording: Wording, weights: Sequence[float], near: Likeness | None, given: Sequence[str]
) -> list[str]:
    """The phrase whose words are most at home in the group, though the phrase may be in one paper only."""
    count = wording.groups[n]
    said = {word for key in given for word in key.split()}
    held = [k for k in count.anywhere if len(k.split()) in (2, 3) and _says(k) and not _barred(k, wording)]
    known = sorted(k for k in held if not wording.is_generic(k, count) and said.isdisjoint(k.split()))
    if given:
        least = max(2, _SPREAD * count.papers)
        known = [k for k in known if wording.total[k] > 1 and len(count.scattered(k)) >= least]
    scores = {key: _score(key, count, wording, weights) for key in known}
    best = sorted(known, key=lambda key: (-scores[key], key))[:_WEIGHED]
    fits = _fits(best, n, near)
    return [min(best, key=lambda key: (-scores[key] * fits[key], key))] if best and count.papers > 1 else []


def _says(key: str) -> bool:
    """Whether a phrase has a word that names something by itself."""
    return any(word not in WEAK and word not in GENERIC and word not in BOILERPLATE for word in key.split())


def _scores(count: Counts, wording: Wording, weights: Sequence[float], *, loose: bool) -> dict[str, float]:
    least = max(2, 0.12 * count.papers) if count.papers >= FEW else 1
    kept: list[str] = []
    for floor in (least, 1):
        kept = [key for key in count.repeated() if count.anywhere[key] >= floor and not _barred(key, wording)]
        if any(" " in key for key in kept):
            break
    leading = [key for key in kept if _modifies(key, count) and count.anywhere[key] >= _LEADS * count.papers]
    led = _led(leading, count, wording)
    kept = [key for key in kept if not _modifies(key, count)]
    kept += [key for key in _spread(count, wording) if key not in kept] if loose else []
    swallowed = _swallowed(kept, count)
    scores = {key: _score(key, count, wording, weights) * (0.5 if key in swallowed else 1) for key in kept}
    return {**scores, **{key: _LED * _score(led[key], count, wording, weights) / _LENGTHS[1] for key in led}}


def _led(compounds: Sequence[str], count: Counts, wording: Wording) -> dict[str, str]:
    """The commonest phrase that begins with each compound, with the compound: it speaks for all that begin so."""
    out = {}
    for compound in compounds:
        longer = [k for k in count.anywhere if k.startswith(f"{compound} ") and len(k.split()) == 2]
        longer = [k for k in longer if not _barred(k, wording)]
        if longer:
            out[min(longer, key=lambda k: (-count.anywhere[k], -count.titles[k], k))] = compound
    return out


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
    inside, apart = count.anywhere[key], _apart(key)
    held = sum(weights[n] for n in count.holders[key])
    scattered = sum(weights[n] for n in count.scattered(key) - count.holders[key]) if apart else 0.0
    own_thing = inside == 1 and count.papers >= FEW  # what one paper's title has names no group
    titled = 0.0 if own_thing else count.titles[key] / inside
    share = held * (1 + _TITLE * titled) + apart * scattered
    outside = float(wording.total[key] - inside)
    if apart:
        elsewhere = wording.scattered(key) - len(count.scattered(key))
        outside += apart * max(0, elsewhere - outside)
    words = len([w for w in key.split() if w != "of"])
    fits = _LENGTHS.get(words, 0.8) * (_GENERIC if key in WEAK or wording.is_generic(key, count) else 1)
    rarity = log2(1 + share / ((outside + 0.5) / (wording.papers - count.papers + 10) + 0.02))
    return float(fits * share**0.9) * rarity


def _held(key: str, count: Counts, weights: Sequence[float]) -> dict[int, float]:
    """The papers that hold a phrase with their weights; those that hold its words apart count a part of it."""
    held = {paper: weights[paper] for paper in count.holders[key]}
    if _apart(key) < _SCATTERED:
        return held
    return {**{paper: _SCATTERED * weights[paper] for paper in count.scattered(key)}, **held}


def _apart(key: str) -> float:
    """What a paper counts that holds the words of a phrase, but apart; nothing where its first word says nothing."""
    words = key.split()
    if len(words) < 2 or (len(words) == 2 and words[-1] in WEAK) or words[0] in BOILERPLATE:
        return 0.0
    return _LOOSELY if len(words) == 2 and words[-1] in GENERIC else _SCATTERED


def _spread(count: Counts, wording: Wording) -> list[str]:
    """Phrases of one paper whose words many of a group's papers hold, and that another group's papers know as well."""
    least = max(3, _SPREAD * count.papers)
    once = (key for key, n in count.anywhere.items() if n == 1 < wording.total[key] and len(key.split()) in (2, 3))
    once = (key for key in once if _says(key) and _apart(key) == _SCATTERED)
    once = (key for key in once if key.endswith(" learning") or key.split()[-1] not in WEAK)
    common = (key for key in once if all(len(count.words[w]) >= least for w in key.split() if w != "of"))
    return [key for key in common if len(count.scattered(key)) >= least and not _barred(key, wording)]


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


def _written(key: str, count: Counts, wording: Wording) -> str:
    """The phrase as most papers of the group write it inside a sentence, the plural if it is at all usual."""
    forms: Counter[str] = Counter()
    for form, n in count.forms[key].items():
        forms[form.lower()] += n
    plural = {form: n * (_PLURAL if singular(form.split()[-1]) != form.split()[-1] else 1) for form, n in forms.items()}
    best = max(sorted(plural), key=lambda form: plural[form])
    return " ".join(wording.cases.get(word, word) for word in best.split())


def _sentence(name: str) -> str:
    first = name.split()[0]
    return name if is_acronym(bare(first)) else name[0].upper() + name[1:]
