"""What sets a group of papers apart, in words: keywords and candidate names, cased as authors write them."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

_TOKEN = re.compile(r"[^\W_]+(?:[-'’/+.][^\W_]+)*\+*|[^\s\w]")
_STOP = frozenset(
    "a about above across after all almost along already also although always among an and another any are as at be because "
    "been before being below between both but by can cannot could did do does due during each either enough especially etc "
    "even every few first for from further furthermore had has have having he her here hence high highly his how however i "
    "if in instead into is it its itself large largely last later least less like low made mainly make makes many may might "
    "more moreover most much must near nearly need needs new no nor not now of off often on one only onto or other others "
    "our out over own per rather recent recently s same second several she should since single small so some specifically "
    "still such t than that the their them themselves then there thereby therefore these they third this those though three "
    "through thus to together too toward towards two under until up upon us use used useful uses using various very via was "
    "we well were what when where whereas whether which while who whose why will with within without would yet you your "
    "different better best good great main key important significant significantly existing existed current previous prior "
    "common general overall entire whole whole additional diverse effective efficient effectively efficiently simple novel "
    "proposed proposes propose proposing present presents presented introduce introduces introduced introducing show shows "
    "shown showing demonstrate demonstrates demonstrated demonstrating achieve achieves achieved achieving outperform "
    "outperforms outperforming improve improves improved improving leverage leverages leveraging enable enables enabling "
    "enabled provide provides providing provided address addresses addressing addressed develop develops developed explore "
    "explores exploring investigate investigates study studies studied conduct conducted evaluate evaluates evaluated "
    "reveal reveals suggest suggests find finds found allow allows allowing require requires requiring required reduce "
    "reduces reducing reduced increase increases increasing increased lead leads leading obtain obtains obtained compared "
    "compare comparing based given called named designed design designs build builds built apply applies applied applying "
    "utilize utilizes utilizing utilized employ employs employed employing incorporate incorporates incorporating integrate "
    "integrates integrating focus focuses focusing aim aims offers offer offering remain remains become becomes becoming "
    "contain contains include includes including included consists consist exhibit exhibits suffer suffers rely relies "
    "relying capture captures capturing generate generates generating generated produce produces produced ensure ensures "
    "ensuring mitigate mitigates enhance enhances enhancing enhanced facilitate facilitates tackle tackles maintain "
    "maintains perform performs performed exploit exploits validate validates establish establishes identify identifies "
    "combine combines combining combined extend extends formulate formulates learn learns observe follow follows following "
    "help helps hold holds yield yields yielding state-of-the-art sota paper papers work works result results experiment "
    "experiments experimental extensive comprehensive empirical empirically code codes github https http www com available "
    "publicly et al i.e e.g ie eg respectively however approach approaches method methods framework frameworks technique "
    "techniques performance challenge challenges challenging problem problems issue issues promising potential contribution "
    "contributions advantage advantages ability superior competitive remarkable strong robustly notably crucial critical "
    "limited significant lack lacks task tasks dataset datasets benchmark benchmarks baseline baselines setting settings "
    "scenario scenarios way ways means number variety range wide set sets case cases type types kind terms order part parts "
    "time times example examples effect effects impact role step steps aspect aspects level levels point points inspired "
    "motivated towards beyond among real-world end-to-end fully directly easily simply jointly finally additionally "
    "respectively capable able fundamental essential powerful popular recently progress advances advance advancement "
    "advancements improvement improvements effectiveness efficiency insight insights analysis".split()
)
_BAD_END = re.compile(r".*(?:ed|ly|ous|ful|able|ible|less|ive|ical)$")
_GOOD_END = frozenset(
    "feed seed speed need bed family supply table variable objective perspective narrative retrieval".split()
)


@dataclass(frozen=True, slots=True)
class Description:
    """A group in words: its name, what sets it apart, and the candidate names, best first."""

    name: str
    keywords: tuple[str, ...]
    phrases: tuple[str, ...]


def describe(groups: Sequence[Sequence[tuple[str, str]]], taken: Sequence[str] = ()) -> tuple[Description, ...]:
    """A description for each group of (title, abstract) pairs; names are unique, also against ``taken``."""
    counts = [_count(g) for g in groups]
    cases = _cases([text for g in groups for text in g])
    totals: Counter[str] = Counter()
    for count in counts:
        totals.update(count)
    used = {t.casefold() for t in taken}
    out = []
    for group, count in zip(groups, counts, strict=True):
        ranked = _ranked(count, totals, len(group))
        phrases = _distinct([p for p in ranked if " " in p], 8) or _distinct(ranked, 8) or ["papers"]
        words = _distinct([p for p in ranked if " " not in p], 8)
        shown = [_sentence(_cased(p, cases)) for p in phrases]
        name = next((s for s in shown if s.casefold() not in used), "")
        name = name or next(f"{shown[0]} ({n})" for n in range(2, 10**6) if f"{shown[0]} ({n})".casefold() not in used)
        used.add(name.casefold())
        out.append(Description(name, tuple(_cased(w, cases) for w in words), tuple(shown)))
    return tuple(out)


def _chunks(text: str) -> list[list[str]]:
    """Runs of content words, in their own case; stop words and punctuation end a run."""
    out: list[list[str]] = [[]]
    for token in _TOKEN.findall(text):
        if token.lower() in _STOP or not any(c.isalpha() for c in token):
            out.append([])
        else:
            out[-1].append(token)
    return [chunk for chunk in out if chunk]


def _phrases(text: str) -> set[str]:
    found = set()
    for chunk in _chunks(text):
        words = [_singular(w.lower()) for w in chunk]
        for start in range(len(words)):
            for end in range(start + 1, min(start + 4, len(words)) + 1):
                if _ends_well(words[end - 1]) and not words[start].endswith("ly"):
                    found.add(" ".join(words[start:end]))
    return found


def _count(group: Sequence[tuple[str, str]]) -> Counter[str]:
    """In how many papers each phrase stands; a title counts once more."""
    count: Counter[str] = Counter()
    for title, abstract in group:
        in_title = _phrases(title)
        count.update(in_title)
        count.update(in_title | _phrases(abstract))
    return count


def _ranked(count: Counter[str], totals: Counter[str], size: int) -> list[str]:
    def score(phrase: str) -> tuple[float, str]:
        inside, everywhere = count[phrase], totals[phrase]
        length = {1: 0.8, 2: 1.3, 3: 1.4, 4: 1.2}[len(phrase.split())]
        return (-(inside / size) * (inside / everywhere) ** 0.5 * length * log(1 + inside), phrase)

    return sorted((p for p, n in count.items() if n > 1 or size < 3), key=score)


def _distinct(phrases: list[str], most: int) -> list[str]:
    """The first ``most``, leaving out those whose words all stand in one already taken."""
    out: list[str] = []
    for phrase in phrases:
        words = set(phrase.split())
        if not any(words <= set(o.split()) for o in out):
            out.append(phrase)
        if len(out) == most:
            break
    return out


def _cases(texts: Sequence[tuple[str, str]]) -> dict[str, str]:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for title, abstract in texts:
        for weight, text in ((1, title), (3, abstract)):
            for chunk in _chunks(text):
                for word in chunk:
                    forms[_singular(word.lower())][word] += weight
    return {word: max(sorted(count), key=lambda f: count[f]) for word, count in forms.items()}


def _cased(phrase: str, cases: dict[str, str]) -> str:
    words = [cases.get(w, w) for w in phrase.split()]
    return " ".join(w if _is_acronym(w) else w.lower() for w in words)


def _is_acronym(word: str) -> bool:
    return sum(c.isupper() for c in word) > 1 or any(c.isdigit() for c in word) or any(c.isupper() for c in word[1:])


def _sentence(phrase: str) -> str:
    first = phrase.split()[0]
    return phrase if _is_acronym(first) else phrase[0].upper() + phrase[1:]


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os")):
        return word[:-1]
    return word


def _ends_well(word: str) -> bool:
    return word in _GOOD_END or not _BAD_END.match(word)
