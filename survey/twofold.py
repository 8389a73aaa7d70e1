"""A cell of two halves, what a paper makes and how that works, where one sentence of its record tells only one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from survey.approach import approach, stands_for, whole_first, without_name
from survey.casing import running
from survey.cells import SOME_VERB, as_part, candidates
from survey.cutting import NOUN, whole_end
from survey.ending import later_ends
from survey.evidence import content_words, sentences
from survey.fuller import fuller, to_the_end
from survey.inward import inward
from survey.news import news
from survey.papers import title_shown
from survey.passing import is_finding, passed
from survey.phrasing import done, made_of
from survey.sound import is_sound
from survey.tidied import tidied
from survey.verbs import DOING, TELLING, present
from survey.wanting import CUT, hollow, tells_little

_MOST, _LONGEST = 24, 220  # words and characters of both halves
_LEAST_OF_KIND, _MOST_OF_KIND = 3, 13  # words of the first
_LEAST_LEFT = 5  # words of a cell without the name
_LEAST_OF_HOW = 4  # words of the second
_ENOUGH = 3
_LEAST_NEWS = 2  # words that the title as the row shows it doesn't have
_SAME = 0.5  # of the words of the half that has fewer: more of them say it twice
_WORD = re.compile(r"\w+")
_START = 4  # words by which a phrase is found in its sentence
_NAMED = r"(?:[A-Z]\S*(?: [A-Z]\S*)*)(?: \([^()]*\))?"
_CALLED = re.compile(
    rf",? (?:called|named|termed|dubbed|known)(?: as)? (?:{_NAMED}|[a-z-]+ [a-z]+)"
    r"(?= (?:to|for|that|by|in|with|which)\b|,|$)"
)
_MADE_FOR = re.compile(
    r",? (?:(?:that|which) is )?(?:specifically |specially |explicitly )?(?:designed|tailored|developed|built) "
    r"(?=for\b|to\b)"
)
_ITS_KIND = re.compile(
    r"^(?P<name>[A-Z][^\s,]*(?: [A-Z][^\s,]*)*)(?: ?\([^()]*\))?, (?:an?|the) "
    r"(?:(?:novel|new|first)(?: and)?,? )?(?=[A-Za-z])"
)
_NO_KIND = re.compile(
    r"[A-Z][a-z]+s (?!of\b|for\b|and\b)|[A-Z][a-z]+ by\b|"
    r"[A-Z][a-z]+ing (?!.*\b(?:method|approach|model|framework|network|algorithm|strategy|system|scheme|paradigm)\b)|"
    r"(?:And|Ways?|Tasks?|Winning|Submission|Solution|Team)\b|"
    r".*(?:\bas a|\bcontributions?\b|, and the |, the first\b|, [a-z]+ing [A-Z]|\b[a-z]+ed$)"
)
_PART = re.compile(
    r"\b(?:module|block|loss|metric|score|layer)", re.IGNORECASE
)  # of another thing, but where the title has it
_PRAISE = re.compile(
    r"^(?:(?:conceptually )?(?:simple|flexible|general|efficient|effective|powerful|novel|new|challenging|"
    r"specialized|specifically designed|innovative|robust|unified|comprehensive|cost-effective)"
    r"(?:,? (?:and|yet|but) |, | ))+(?=[a-z])",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(  # a claim, a question, a kind of paper
    r"[?!.]|^To |\b(?:is|are|not|can|we|you|our|meets?|outperforms?|more|better|retain|surveys?|"
    r"reviews?|perspectives?|report|challenges|baseline)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r", an? (?:simple|novel|new|effective|first)\b[^,;]*$")  # "a ladder, a simple tool"
_FOR_WHAT = re.compile(r"(?:, an? [a-z]+)?,? (?:for|to|that|which|with|trained) ")
_ANY = re.compile(
    r"^(?:An? (?=[a-z]))?(?:(?:novel|new|innovative|powerful|comprehensive)(?:,? (?:and|yet|but))? )?(?=[a-z])",
    re.IGNORECASE,
)
_OF_DATA = re.compile(
    r"^[^,;]*\b(?:data ?sets?|benchmarks?|corpus|corpora|metrics?|scores?|definition)\b", re.IGNORECASE
)
_VERB_FIRST = re.compile(
    r"Consists of\b|(?:[A-Z][a-z]+ly )?[A-Za-z][a-z]{2,}(?<!ou)(?<!s)(?<!ver)s (?!(?:of|for|that|which|in|with|to)\b)"
)
_OF_USE = re.compile(  # what a thing is good for, and no word on how
    r"\b(?:that|which|to|can) (?:[a-z]+ly )?(?:reduc|mitigat|improv|balanc|optimi[sz]|enhanc|accelerat|automat|avoid|"
    r"simplif|alleviat|minimi[sz]|maximi[sz]|streamlin|revolutioni|bridg|address|tackl|overcom|resolv|eliminat|ensur|"
    r"enabl|facilitat|allow|achiev|support|boost|strengthen|prevent|handl|refin)\w*\b"
    r"(?!.*\b(?:by (?:[a-z]+ly )?[a-z]+ing|via|using|through|based|with (?:an?|the|two|its))\b)"
)
_SUBJECT = re.compile(  # "To sort them, BarkNet first", "The method is", with what is done behind
    rf"(?:[^,;]{{3,90}}, )?(?:(?:[Tt]he|[Ii]ts|[Tt]his) (?:[\w-]+ ){{0,2}}?(?:{NOUN}|data ?set|benchmark|corpus)|"
    r"[A-Z]\S*(?: \([^()]*\))?|[Ii]t) (?:(?:first|then|also|further|initially|[a-z]+ly) )*"
    r"(?:(?=[a-z]{3,}s )|(?:is|are|was|were) (?:then |first )?(?=[a-z]+(?:ed|lt) ))"
)
_DONE = re.compile(
    r"(?!Based|Evaluat|Test|Compar|Valid|Assess|Appli|Relat)[A-Z][a-z]+(?:ed|lt) (?:by|via|through|using|from) "
)


_SERVES = re.compile(  # "enhances twigs through two hooks": how
    r"(?:Applies|Compares|Performs)\b|"
    r"(?:Enhances|Improves|Enables|Facilitates|Reduces|Addresses|Tackles|Supports|Achieves|Boosts|Ensures)"
    r"(?= .* (?:by [a-z]+ing|through|via|using|based on)\b)"
)
_SOME_PARTS = re.compile(r"\b(?:two|three|four|five|several) (?:[a-z-]+ ){0,2}[a-z-]+s$")  # which ones?
_RELATIVE = re.compile(r"(?P<joint>,? (?:that|which))(?: [a-z]+ly)?$")
_DOES = frozenset(present(verb) for verb in DOING | TELLING | {"trigger", "comprise"})


def cell_of(texts: Sequence[str], title: str = "", found: Sequence[str] = (), whole: Sequence[str] = ()) -> str:
    """What a paper makes and how that works, as a cell: by one phrase of its ``texts``, or one of each."""
    cell = _cell_of(texts, title, found, whole)
    return _under_its_title(_unnamed(cell, title), title, " ".join((*texts, *whole)))


def _under_its_title(cell: str, title: str, texts: str) -> str:
    """A ``cell`` on the way only behind the part of the title that its row doesn't show: "Sorting twigs; weighs each".

    Only where it has no word of that part, by which a reader could tell what it is about.
    """
    name, _, part = title.partition(": ")
    apart = part.strip() and not content_words(cell) & content_words(part)
    if title_shown(title) != name.strip() or not (apart and _VERB_FIRST.match(cell)) or ";" in cell:
        return cell
    told = re.sub(r"^(?:An?|The) ", "", running(part.strip(), texts), flags=re.IGNORECASE)
    if _NO_SUBJECT.search(part) or _DOES & set(told.casefold().split()) or news(told, name) < _ENOUGH:
        return cell
    return next(_joined([f"{told[:1].upper()}{told[1:]}"], [cell]), cell)


def _unnamed(cell: str, title: str) -> str:
    """``cell`` without the name that its row has ahead: "BarkNet, a net that ranks twigs" as "Net that ranks twigs"."""
    named = _ITS_KIND.match(cell)
    plain = cell
    if named and re.search(rf"(?<![\w-]){re.escape(named['name'])}(?![\w-])", title):
        plain = cell[named.end() :]
    plain = _ANY.sub("", plain)
    return f"{plain[:1].upper()}{plain[1:]}" if len(plain.split()) >= _LEAST_LEFT else cell


def _cell_of(texts: Sequence[str], title: str, found: Sequence[str], whole: Sequence[str]) -> str:
    cell = approach(texts, title, found, whole)
    if not cell or is_finding(cell):
        return cell
    if led := _led_by_its_kind(cell, inward(texts[0]), title):
        return led
    if len(texts) < 2:
        return cell
    made, works = map(inward, texts[:2])
    if _tells(works, cell) and (told := next(_joined(_kinds(made, title), [cell]), "")):
        return told
    if _tells(made, cell) and (tells_little(cell) or _OF_USE.search(cell)):
        short = _kind(cell)
        tries = (_joined([kind], _ways(made, works, title, kind)) for kind in (short, *_heads([short])))
        return next(chain.from_iterable(tries), cell)
    return cell


def _led_by_its_kind(cell: str, text: str, title: str) -> str:
    """What a thing does behind what it is, as its sentence has it: "Net that ranks twigs"; "" where that is no news."""
    made, verb = made_of(text), cell.partition(" ")[0]
    ahead, found, _ = made.partition(f" {verb.lower()} {' '.join(cell.split()[1:_START])}")
    relative = _RELATIVE.search(ahead) if found else None
    if relative is None:
        return ""
    kind = _kind(ahead[: relative.start()])
    led = f"{kind}{relative['joint'].replace(', that', ' that')} {verb.lower()}{cell[len(verb) :]}"
    known = _NO_KIND.match(kind) or _PART.search(kind) or news(kind, title_shown(title)) < _LEAST_NEWS
    fits = len(kind.split()) <= _MOST_OF_KIND and len(led.split()) <= _MOST and len(led) <= _LONGEST
    return led if fits and not known and passed(kind) == kind and ";" not in cell and is_sound(led) else ""


def _tells(text: str, cell: str) -> bool:
    """Whether a ``cell`` was read from a ``text``, whatever its first word was made."""
    words = _WORD.findall(cell.casefold())[1 : _START + 1]
    return " ".join(words) in " ".join(_WORD.findall(text.casefold()))


def _joined(kinds: Sequence[str], ways: Iterable[str]) -> Iterator[str]:
    """Each kind with each way that says more than it, where both make no long cell."""
    for way in (one for one in ways if one and not one.endswith("…")):
        for kind in kinds:
            told = f"{kind}; {way[0].lower() if way[1:2].islower() else way[0]}{way[1:]}"
            own, more = content_words(kind), content_words(way)
            twice = len(own & more) > _SAME * min(len(own), len(more))
            if len(told.split()) <= _MOST and len(told) <= _LONGEST and not twice and is_sound(told) and _acts(way):
                yield told


def _acts(way: str) -> bool:
    """Whether a phrase starts with what is done."""
    return bool(_VERB_FIRST.match(way) or _DONE.match(way)) and len(way.split()) >= _LEAST_OF_HOW


def _kinds(made: str, title: str) -> list[str]:
    """What a sentence says is made, by its kind and what that is for; the one that tells most in the fewest words."""
    if not made_of(made):
        return []
    told = {
        _kind(without_name(one.phrase, title.partition(":")[0]))
        for one in whole_first(candidates([made], title), [made])
    }
    shown = title_shown(title)
    kinds = [one for one in told if not (_NO_KIND.match(one) or hollow(one) or one.endswith("…"))]
    kinds = [one for one in kinds if _PART.search(title) or not _PART.search(one)]
    kinds.sort(key=lambda one: (-min(news(one, shown), _ENOUGH), len(one), one))
    kinds = [*(one for one in kinds if len(one.split()) <= _MOST_OF_KIND), *_heads(kinds)]
    return [one for one in kinds if len(one.split()) >= _LEAST_OF_KIND and news(one, shown) >= _LEAST_NEWS]


def _heads(kinds: Sequence[str]) -> list[str]:
    """The kinds of thing without what they are for."""
    heads = [_FOR_WHAT.split(one)[0] for one in kinds if not _VERB_FIRST.match(one)]
    return [head for head in heads if len(head.split()) >= _LEAST_OF_KIND]


def _kind(made: str) -> str:
    """A kind of thing without what it is called, and what goes without saying."""
    kind = _PRAISE.sub("", _MADE_FOR.sub(" ", _CALLED.sub("", _ITS_KIND.sub("", made))))
    kind = _AGAIN.sub("", kind)
    kind = kind if len(kind.split()) >= _LEAST_OF_KIND else made
    return f"{kind[:1].upper()}{kind[1:]}"


def _ways(made: str, works: str, title: str, cell: str) -> Iterator[str]:
    """The phrases of a sentence on how something works, the likeliest first."""
    name = title.partition(":")[0]
    texts = [made, works]
    for one in whole_first(candidates(texts, title), texts):
        way = without_name(one.phrase, name)
        if (
            one.place
            and not one.spare
            and news(way, title) >= _LEAST_NEWS
            and _may_follow(way, name)
            and not _beside(way, cell)
        ):
            way = tidied(to_the_end(fuller(way, works), works), title)
            yield "" if _tells(made, way) else _as_done(way, works)
    for way in _acted(works, _MOST - len(cell.split())):
        if news(way, title) >= _LEAST_NEWS and _may_follow(way, name) and not (_tells(made, way) or _beside(way, cell)):
            yield tidied(way, title)


def _acted(works: str, most: int) -> Iterator[str]:
    """What the method does, told as far as ``most`` words reach, the furthest first."""
    for part in sentences(works):
        subject = _SUBJECT.match(part)
        told = (part[subject.end() :] if subject else done(part) or part).rstrip(". ")
        acts = subject and (SOME_VERB.match(told) or _DONE.match(f"{told[:1].upper()}{told[1:]}"))
        told = f"{told[:1].upper()}{told[1:]}"
        if told.split(" ", 1)[0].casefold() not in _DOES and not acts:
            continue
        for at in later_ends(told, 1, _LONGEST, _LONGEST):
            way = told[:at]
            if (
                len(way.split()) <= most
                and whole_end(way) == way
                and passed(way) == way
                and not (CUT.search(way) or _SOME_PARTS.search(way))
            ):
                yield way


def _as_done(way: str, works: str) -> str:
    """A phrase on how something works with a verb ahead: "an oak that bends" as "uses an oak that bends"."""
    if _acts(way):
        return way
    led = as_part(way, works) if made_of(works) else ""
    return led if works.startswith(led.partition(" ")[0]) else ""


def _may_follow(way: str, name: str) -> bool:
    """Whether a phrase may stand behind what is made: one on what the thing is good for only where it says how."""
    return stands_for(_SERVES.sub("Ranks", way) if _SERVES.match(way) else way, "", name)


def _beside(way: str, cell: str) -> bool:
    """Whether a phrase tells what is made beside the ``cell``'s thing, or what that is good for."""
    use = _OF_USE.search(f"that {way[0].lower()}{way[1:]}")
    holds = _OF_DATA.search(cell) and not made_of(way)
    return bool(_OF_DATA.search(way) and not holds) or bool(use and use.start() == 0)
