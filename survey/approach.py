"""The cell that says what a paper makes or does: a short phrase that makes sense without its abstract, or nothing."""

import re
from collections.abc import Iterator, Sequence

from survey.announcing import announces
from survey.cells import LEAST_OF_A_KIND, Offer, candidates
from survey.cutting import whole_end
from survey.evidence import sentences
from survey.following import kept_whole
from survey.fuller import fuller
from survey.news import ENOUGH, news, thin
from survey.passing import MOST_FOUND, is_finding
from survey.phrasing import made_of

_MOST_WORDS = 24
_OF_THIN = 1  # what a mere name counts, so that another of the record's phrases is asked for
_HOW = r"\b(?:by (?:\w+ly )?\w+ing|using|via|through|based on|with (?:an?|two|its))\b"
_LOOKS_INTO = re.compile(  # what comes ahead of what a paper makes
    r"(?:\w+ly )?(?:Argues|Analy[sz]es|Investigates|Revisits|Re-?examines|Explores|Questions|Studies|Identifies|"
    r"Focuses on|Examines|Unearths|Considers|Discusses|Rethinks|Delves|Rais(?:es)|Reviews|Relates|"
    r"(?:Isolates|Identifies) and)\b"
)
_OFFERS = re.compile(
    r"(?:Proposes|Introduces|Presents|Develops|Designs|Describes|Devises|Creates|Builds|Derives|Provides|Offers)\b"
)
_SERVES = re.compile(  # what comes of a thing, or what any does
    r"(?:\w+ly )?(?:Performs|Enables|Facilitates|Improves|Enhances|Achieves|Boosts|Reduces|Addresses|Tackles|Supports|"
    r"Allows|Provides|Offers|Evaluates|Compares|Applies|Conducts|Demonstrates|Shows|Starts|Ensures|Helps|Outperforms)\b"
)
_OF_RESOURCES = re.compile(  # what they hold is told, not what else the paper does
    r"(?:(?!\b(?:for|to|that|which|of|with|in|on|from|by)\b).)*\b(?:data ?sets?|benchmarks?|corpus|corpora|databases?|"
    r"librar(?:y|ies)|toolkits?|toolbox|[Ss]urvey|[Rr]eview)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"(?:Consists of|Contains|Comprises|Covers|Includes|Spans|Decomposes|Collects|Constructs|Curates)\b"
)
_APPOSED_TO = re.compile(r"[A-Z][^:]{2,60}: an? ")
_MEASURES = re.compile(r"(?:(?:Introduces|Proposes|Presents|Develops) )?(?:[\w-]+ ){0,4}?metrics?\b")
_PROPOSES_DOES = re.compile(
    r"^Proposes ([a-z])(?=[a-z]+s (?:[a-z]+ [a-z]+|\w+-\w+))(?![a-z]+s (?:of|for|that|which|to)\b)"
)
_VERB_FIRST = re.compile(r"(?:[A-Z][a-z]+ly [a-z]{3,}|[A-Z][a-z]{2,})(?<!ou)(?<!s)s ")


def approach(texts: Sequence[str], title: str = "") -> str:
    """What a paper makes or does, told by ``texts`` (its contribution, then its method), as a cell; else ``""``.

    A phrase that only names a purpose, or what is looked into ahead of what is made, stands only where no sentence of
    the ``texts`` says how something is done.
    """
    cell = _first_telling(texts, title)
    return cell if cell and not (_tells_little(cell) or is_finding(cell)) else _working(texts, title, cell) or cell


def _tells_little(cell: str) -> bool:
    """Whether a cell tells only what is looked into, or only what a thing is for."""
    if _LOOKS_INTO.match(cell):
        return not re.search(_HOW, cell)
    if _OFFERS.match(cell):
        return announces(cell)
    return not _VERB_FIRST.match(cell) and announces(f"Proposes {cell}")


def _working(texts: Sequence[str], title: str, instead_of: str) -> str:
    """A phrase of a sentence of the ``texts`` that says how something is done, or what is made; else ``""``.

    A finding gives way only to what is made; data and tools only to what they consist of.
    """
    parts = [part for text in texts for part in sentences(text)]
    name = _name_in(title)
    for offer in _whole_first(candidates(parts, title), parts):
        cell = _PROPOSES_DOES.sub(lambda led: led[1].upper(), _without_name(offer.phrase, name))
        if offer.spare or thin(cell) or news(cell, title) <= ENOUGH or not _works(cell, instead_of, name):
            continue
        if is_finding(instead_of) and not made_of(parts[offer.place]):
            continue
        if cell.casefold() in instead_of.casefold():  # which is said already, and more
            break
        return fuller(cell, parts[offer.place])
    return ""


def _works(cell: str, instead_of: str, name: str) -> bool:
    """Whether ``cell`` says how something is done, and more than the cell it is to stand in the place of."""
    if cell.endswith("…") or is_finding(cell) or _tells_little(cell) or _LOOKS_INTO.match(cell) or _SERVES.match(cell):
        return False
    if _OF_RESOURCES.search(instead_of) and not (_HOLDS.match(cell) or cell.startswith(instead_of)):
        return False
    named = name and cell.startswith(name)
    return not (named or _APPOSED_TO.match(cell) or _MEASURES.match(cell))


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
    for offer in _whole_first(candidates(texts, title), texts):
        cell = _without_name(offer.phrase, name)
        if best and (offer.spare or cell.endswith("…")):
            continue
        new = min(news(cell, title), _OF_THIN) if thin(cell) else news(cell, title)
        if offer.place > at and most >= ENOUGH - 1 and not (offer.how and new > ENOUGH):
            continue
        if new >= ENOUGH:
            return fuller(cell, texts[offer.place])
        if new > most:
            best, most, at = cell, new, offer.place
    return fuller(best, texts[at]) if best else ""


def _whole_first(told: Iterator[Offer], texts: Sequence[str]) -> Iterator[Offer]:
    """Those that are no empty text, nor a long one; those that lack what follows in their text behind the others."""
    cut = []
    for one in told:
        most = MOST_FOUND if is_finding(one.phrase) else _MOST_WORDS
        if not one.phrase or len(one.phrase.split()) > most:
            continue
        shown, whole = kept_whole(one.phrase, texts[one.place], most)
        if whole and shown and not shown.endswith("…"):
            yield one._replace(phrase=shown)
        elif shown:
            cut.append(one._replace(phrase=shown))
    yield from cut


def _without_name(cell: str, name: str) -> str:
    """``cell`` without the ``name`` that stands beside it: "SlimTree, a tree of few nodes" is "Tree of few nodes"."""
    if not name or not (cell.startswith(name) or cell.endswith(name)):
        return cell
    own = re.escape(name)
    kind = r"(?:,| -| –| is)? (?:an?|the) (?:(?:novel|new|first),? (?!and\b))?(?=[a-z])"
    cut = re.sub(rf"^{own}(?: \([^()]*\))?{kind}", "", cell)
    cut = re.sub(rf",? (?:(?:dubbed|called|named|termed)(?: as)? )?{own}$", "", cut)
    if whole_end(cut) != cut:  # "on" what?
        return cell
    return f"{cut[0].upper()}{cut[1:]}" if len(cut.split()) >= LEAST_OF_A_KIND - 1 else cell
