"""The cell that says what a paper makes or does: a short phrase that makes sense without its abstract, or nothing."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from survey.cells import AND_MAKES, LEAST_OF_A_KIND, THIRD_PERSON, Offer, candidates
from survey.closing import closed_by
from survey.cutting import NOUN, whole_end
from survey.evidence import sentences
from survey.following import kept_whole
from survey.fuller import fuller, to_the_end
from survey.inward import inward
from survey.news import ENOUGH, news, thin
from survey.passing import MOST_FOUND, finding, is_finding, passed
from survey.phrasing import done, made_of, phrase
from survey.rounding import rounded
from survey.sound import is_sound
from survey.tidied import tidied
from survey.wanting import CUT, LOOKS_INTO, STUDY, hollow, is_vague, last_resort, tells_little

_MOST_WORDS = 24
_OF_THIN = 1  # what a mere name counts, so that another of the record's phrases is asked for
_SERVES = re.compile(  # what comes of a thing, or what any does
    r"(?:\w+ly )?(?:Performs|Enables|Facilitates|Improves|Enhances|Achieves|Boosts|Reduces|Addresses|Tackles|Supports|"
    r"Allows|Draws|Builds (?:up)?on|Provides|Offers|Evaluates|Compares|Applies (?:the|its|it|[A-Z]\S+)|Conducts|"
    r"Demonstrates|Shows|Starts|Ensures|Helps|Outperforms)\b"
)
_COMES_OF_IT = re.compile(  # with no word on how
    r"(?:\w+ly )?(?:enables|facilitates|improves|enhances|boosts|accelerates|ensures|allows|promotes|"
    r"makes (?:the|it))\b"
    r"(?!.* (?:by|using|via|through|with|into|from) )",
    re.IGNORECASE,
)
_NAMES_IT = re.compile(r"(?:Proposes|Introduces|Presents|Develops|Designs) (?P<name>[A-Z][a-z]+)(?: \([^()]*\))?, an? ")
_COINED = re.compile(r"[A-Z\d]\S*[A-Z\d]")
_OFFERS = "(?:Proposes|Introduces|Presents|Develops|Builds|Constructs|Creates|Provides|Designs)"
_MAKES_ANOTHER = re.compile(  # "Introduces LeafBench, a ...", "Presents a data set of leaves"
    rf"{_OFFERS} (?:(?:an?|the) (?:[\w-]+,? ){{0,6}}?"
    r"(?:data ?set|benchmark|corpus|metric|score)\b|[A-Z]\S*[A-Z\d]\S*,? (?:an?|the)\b)"
)
_SAME = 40  # letters at the end that two phrases share
_FOR_A_PURPOSE = 5  # words with which what is made says enough where only its purpose is told
_OF_RESOURCES = re.compile(  # what they hold is told, not what else the paper does
    r"(?:(?!\b(?:for|to|that|which|of|with|in|on|from|by)\b).)*\b(?:data ?sets?|benchmarks?|corpus|corpora|databases?|"
    r"librar(?:y|ies)|toolkits?|toolbox|[Ss]urvey|[Rr]eview)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"(?:Consists of|Contains|Comprises|Covers|Includes|Spans|Decomposes|Collects|Constructs|Curates)\b"
)
_ASIDE = re.compile(
    r"[A-Z][^:]{2,60}: an? |.*, an? (?:task|problem|challenge) (?:that|which)\b|"
    r"(?:Proposes|Introduces|Presents) (?:every|each)\b|(?:Curates|Collects)\b|Uses \S+ to gain\b|"
    r"(?:Comprehensive|Systematic|Extensive|Thorough) (?:assessment|evaluation|analysis|comparison)\b"
)
_MEASURES = re.compile(r"(?:(?:Introduces|Proposes|Presents|Develops) )?(?:[\w-]+ ){0,4}?metrics?\b")
_PROPOSES_DOES = re.compile(
    r"^(?:Proposes|Presents) ([a-z])(?=(?:ore [a-z]+ly )?[a-z]+s (?:[a-z]+ [a-z]+|\w+-\w+|[A-Z]))"
    r"(?![a-z]+s (?:of|for|that|which|to)\b)"
)
_ACTS = re.compile(  # "Given a photo, the module infers maps along two axes": with verbs that else tell little
    rf"^(?:[A-Z][^,]{{3,80}}, )?(?:[Tt]he|[Oo]ur) (?:[\w-]+ ){{0,2}}?{NOUN} (?:then |first |also )?"
    r"(?:[a-z]+ly )?(?P<does>[a-z]{3,}s (?!that\b|how\b|to\b|on\b|in\b|as\b|from\b|no\b|better\b|more\b)[a-z].+)"
)
_NO_ACT = re.compile(
    r"(?:needs|requires|has|does|lacks|is|was|leads|remains|works|gives|serves|makes|becomes|marks|holds|plays|sets|"
    r"opens|converges|scales|generali[sz]es|passes|performs|depends|exhibits|reaches|yields|obtains|demands|takes|benefits|consists|comprises|runs|represents|saves)\b"
)
_WHERE_ACTS = re.compile(  # "setup, where a teacher draws a map"
    r", (?:where|in which) (?P<part>(?:an?|the) (?:[\w-]+ ){1,5}?(?P<verb>[a-z]{3,}s) (?:the|an?|its|each) .+)"
)
_FINDING = re.compile(r", (?:\w+ly )?(?:finding|showing|revealing|discovering|demonstrating) that (?P<what>.+)")
_PRAISE = re.compile(
    r"\b(?:outperforms|surpasses|achieves|exceeds|significantly|superior|state-of-the-art|SOTA|effectiveness|proposed|"
    r"former|latter|(?:the|our) (?:method|approach|model|framework|system|algorithm|network)s?)\b"
)
_BESIDE = re.compile(  # a step aside of the work: to try it, or once it is trained
    r"(?:(?:In order )?[Tt]o (?:[a-z]+ly )?(?:and [a-z]+ly )?(?:evaluate|validate|verify|assess|test|demonstrate|"
    r"showcase|illustrate|support|benchmark)\b|"
    r"(?:For|At|During) (?:the )?(?:inference|test(?:ing)?|evaluation)(?: time)?,)"
)
_ITS_KIND = re.compile(  # "Method ranks twigs" without its article
    rf"^(?i:{NOUN}) (?:[a-z]+ly )?(?P<verb>{'|'.join(sorted(THIRD_PERSON))})(?= (?!(?:for|to|of|that|with)\b))"
)


def approach(texts: Sequence[str], title: str = "", found: Sequence[str] = (), whole: Sequence[str] = ()) -> str:
    """What a paper makes or does, told by ``texts`` (its contribution, then its method), as a cell; else ``""``.

    A phrase that only names a purpose, or what is looked into ahead of what is made, stands only where no sentence of
    the ``texts`` says how something is done. The ``whole`` sentences are those that the texts were trimmed out of.
    """
    texts = sorted(_under_its_kind(list(map(inward, texts))), key=lambda text: bool(_BESIDE.match(text)))
    cell = _first_telling(_on_its_name(texts, title), title) or _first_telling(texts, title)
    if (news(cell, title) < ENOUGH and not STUDY.match(cell)) or tells_little(cell) or is_finding(cell):
        cell = _working(texts, title, cell) or _found(texts, title, cell) or cell or last_resort(texts, title)
    cell = (_reported(found, title) or cell) if not cell or is_vague(cell) else cell
    if not cell:
        return ""
    cell = _ITS_KIND.sub(lambda kind: f"{kind['verb'][0].upper()}{kind['verb'][1:]}", cell)
    agreed = [*filter(None, map(done, texts))]  # with the verbs as a cell has them
    led = [one for one in agreed if _goes_on_otherwise(cell, one, texts)]
    sources = led or [*texts, *agreed]
    for goes_on in (to_the_end, rounded):
        cell = next((told for text in sources if (told := goes_on(cell, text)) != cell), cell)
    ways = (tidied(closed_by(cell, led or [*map(inward, whole), *sources]), title), tidied(cell, title))
    return next(filter(is_sound, ways), "")


def _goes_on_otherwise(cell: str, agreed: str, texts: Sequence[str]) -> bool:
    """Whether ``agreed`` goes on from the ``cell`` with other forms of its verbs than the ``texts``."""
    rest = agreed[len(cell) :].rstrip(". ")
    return agreed.casefold().startswith(cell.casefold()) and not any(text.rstrip(". ").endswith(rest) for text in texts)


def _tells_of_what_is_made(cell: str) -> bool:
    """Whether a cell tells more than a name, or what is looked into: no step aside of the work stands in its place."""
    return bool(cell) and not (thin(cell) or LOOKS_INTO.match(cell))


def _working(texts: Sequence[str], title: str, instead_of: str) -> str:
    """A phrase of a sentence of the ``texts`` that says how something is done, or what is made; else ``""``.

    A finding gives way only to what is made; data and tools only to what they consist of.
    """
    parts = [part for text in texts for part in sentences(text)]
    name = _name_in(title)
    best: list[str] = []
    asked = LOOKS_INTO.match(instead_of) is not None
    for offer in whole_first(chain(candidates(parts, title), _acts_in(parts)), parts):
        cell = without_name(offer.phrase, name)
        little, new = tells_little(cell), news(cell, title)
        least = max(_FOR_A_PURPOSE, 0 if asked else news(instead_of, title) + 2) if little else ENOUGH
        if little and instead_of and not (asked or tells_little(instead_of)):
            continue
        if offer.spare or new < least or not stands_for(cell, instead_of, name):
            continue
        if _BESIDE.match(parts[offer.place]) and _tells_of_what_is_made(instead_of):
            continue
        if is_finding(instead_of) and not (made_of(parts[offer.place]) or asked):
            continue
        if not asked and _says_already(instead_of, cell):
            break
        cell = fuller(cell, parts[offer.place])
        if not little and new > ENOUGH:
            return cell
        best = [*best, cell] if little else [cell, *best]
    return next(iter(best), "")


def _says_already(cell: str, other: str) -> bool:
    """Whether ``cell`` holds all of the ``other``, or ends as it does: "Ladder for bending twigs", "Bends twigs"."""
    return other.casefold() in cell.casefold() or (len(other) > _SAME and cell.endswith(other[-_SAME:]))


def _acts_in(parts: Sequence[str]) -> Iterator[Offer]:
    """What sentences say that the method does under any verb, or a part of it in a clause of its own."""
    for place, part in enumerate(parts):
        if (acts := _ACTS.match(part)) and not _NO_ACT.match(acts["does"]):
            yield Offer(place, True, passed(phrase(f"{acts['does'][0].upper()}{acts['does'][1:]}")))
        if (clause := _WHERE_ACTS.search(part)) and clause["verb"] in THIRD_PERSON:
            told = clause["part"].partition(" ")[2]
            yield Offer(place, True, passed(phrase(f"{told[0].upper()}{told[1:]}")))
        if LOOKS_INTO.match(part) and (made := AND_MAKES.search(part)):
            yield Offer(place, False, passed(phrase(f"Proposes {made['made']}")))


def stands_for(cell: str, instead_of: str, name: str) -> bool:
    """Whether ``cell`` may stand in the place of another: it says what is done to what, and is no step aside."""
    looks = LOOKS_INTO.match(cell) and (tells_little(cell) or not cell.startswith("Identifies "))
    if cell.endswith("…") or is_finding(cell) or looks or _SERVES.match(cell) or CUT.search(cell):
        return False
    if _OF_RESOURCES.search(instead_of) and not (_HOLDS.match(cell) or cell.startswith(instead_of)):
        return False
    named = name and cell.startswith(name)
    return not (named or _ASIDE.match(cell) or thin(cell) or _MEASURES.match(cell))


def _found(texts: Sequence[str], title: str, instead_of: str) -> str:
    """What came of it, in the place of what is only looked into; else ``""``."""
    if not LOOKS_INTO.match(instead_of) or is_finding(instead_of):
        return ""
    parts = [part for text in texts for part in sentences(text)]
    behind = [f"Finds that {one['what']}" for part in parts for one in _FINDING.finditer(part)]
    return next((told for one in (*parts, *behind) if news(told := finding(one), title) >= ENOUGH), "")


def _reported(found: Sequence[str], title: str) -> str:
    """Of what a paper found the first that is no praise of its own; else ``""``."""
    told = (finding(inward(one)) for one in found)
    return next((one for one in told if one and not _PRAISE.search(one) and news(one, title) >= ENOUGH), "")


def _under_its_kind(texts: Sequence[str]) -> list[str]:
    """The texts, those that start with the name of what the first makes told of "the method": "Rex ranks twigs"."""
    named = _NAMES_IT.match(texts[0]) if texts else None
    return [
        re.sub(rf"^{re.escape(named['name'])}(?= [a-z]+s )", "The method", text) if named else text for text in texts
    ]


def _on_its_name(texts: Sequence[str], title: str) -> list[str]:
    """The texts on what the title names, where one ahead of them is on another thing that is made beside it."""
    name = _name_in(title)
    own = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    if not _COINED.search(name) or not texts or re.search(own, texts[0]) or not _MAKES_ANOTHER.match(texts[0]):
        return []
    return [
        text
        for text in texts
        if re.match(rf"(?:(?:The |Our )?|{_OFFERS} (?:(?:an?|the) (?:[\w-]+ ){{0,3}})?){own}", text)
    ]


def _name_in(title: str) -> str:
    """The name before a title's colon."""
    name, colon, _ = title.partition(":")
    return name.strip() if colon else ""


def _first_telling(texts: Sequence[str], title: str) -> str:
    """Of the phrases in the texts the first that tells enough beside the ``title``; else the one that tells most.

    What is made comes before what is done, the contribution before the method, a phrase before a longer one; a finding
    last. A bare echo of the title is none.
    """
    name = _name_in(title)
    best, most, at = "", 0, 0
    for offer in whole_first(candidates(texts, title), texts):
        cell = without_name(offer.phrase, name)
        if best and (offer.spare or cell.endswith("…")):
            continue
        if _BESIDE.match(texts[offer.place]) and _tells_of_what_is_made(best):
            continue
        new = min(news(cell, title), _OF_THIN) if thin(cell) or _COMES_OF_IT.match(cell) else news(cell, title)
        if offer.place > at and most >= ENOUGH - 1 and not (offer.how and new > ENOUGH):
            continue
        if new >= ENOUGH:
            return fuller(cell, texts[offer.place])
        if new > most:
            best, most, at = cell, new, offer.place
    return fuller(best, texts[at]) if best else ""


def whole_first(told: Iterator[Offer], texts: Sequence[str]) -> Iterator[Offer]:
    """Those that are no empty text, nor a long one; those that lack what follows in their text behind the others."""
    cut = []
    for one in told:
        most = MOST_FOUND if is_finding(one.phrase) else _MOST_WORDS
        if not one.phrase or hollow(one.phrase) or len(one.phrase.split()) > most or not is_sound(one.phrase):
            continue
        shown, whole = kept_whole(one.phrase, texts[one.place], most)
        if whole and shown and not shown.endswith("…"):
            yield one._replace(phrase=shown)
        elif shown:
            cut.append(one._replace(phrase=shown))
    yield from cut


def without_name(cell: str, name: str) -> str:
    """``cell`` without the ``name`` that stands beside it: "SlimTree, a tree of few nodes" is "Tree of few nodes"."""
    cell = _PROPOSES_DOES.sub(lambda led: led[1].upper(), cell)  # "Proposes ranks twigs"
    if not name or not (cell.startswith(name) or cell.endswith(name)):
        return cell
    own = re.escape(name)
    kind = r"(?:,| -| –| is)? (?:an?|the) (?:(?:novel|new|first),? (?!and\b))?(?=[a-z])"
    cut = re.sub(rf"^{own}(?: \([^()]*\))?{kind}", "", cell)
    cut = re.sub(rf",? (?:(?:dubbed|called|named|termed)(?: as)? )?{own}$", "", cut)
    if whole_end(cut) != cut:  # "on" what?
        return cell
    return f"{cut[0].upper()}{cut[1:]}" if len(cut.split()) >= LEAST_OF_A_KIND - 1 else cell
