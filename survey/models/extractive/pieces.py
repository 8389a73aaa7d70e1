"""The sentences of an abstract as they may be told: trimmed, with what each rests on, and whether it stands alone."""

import re
from collections.abc import Sequence

from survey.models.extractive.broken import mended
from survey.models.extractive.contribution import title_name
from survey.models.extractive.enumerated import with_items, without_count
from survey.models.extractive.fields import Piece
from survey.models.extractive.owners import own_names
from survey.models.extractive.resolving import resolved
from survey.models.extractive.trim import is_bare_item, is_told_item, stands_alone, trimmed
from survey.questions import NumberedPaper
from survey.structured import is_formal, parts_of

_END = 12  # characters
_LONG = 30  # words: a longer sentence may be several to which the splitter gave one number
CODE = re.compile(
    r"\b(?:code|codes|models?|data ?sets?|data|page|website|weights|demo|implementation|it)\b[^.]*"
    r"(?:https?:|\bavailable\b(?! (?!(?:at|on|upon|in|to|for|from|online|via|here|under|through|and|as|open\S*|with|by|"
    r"publicly|freely|soon|after|now|within|per|github|along|together|alongside|or|but|so|the|our|"
    r"(?:[\w-]+ ){0,4}(?:data|data ?sets?|corpora|benchmarks?))\b)[a-z])|\breleased\b|\bopen-sourced\b)|https?://",
    re.IGNORECASE,
)
_HOPE = re.compile(r"^(?:The authors |I )?(?:\w+ly )?(?:hopes?|believes?|expects?|plans?|leaves?)\b", re.IGNORECASE)
_DONE_WHERE = re.compile(  # "This work was carried out in preparation for trials at two sites"
    r"(?:This|The|Our|All) (?:present |current )?(?:work|study|research|project)s? (?:was|were|has been|have been) "
    r"(?:carried out|conducted|performed|undertaken|done|supported|funded|approved|completed|presented) "
    r"(?:in (?:preparation|collaboration|accordance|partnership|the (?:framework|context|scope))|within|"
    r"as (?:a )?part of|under|at|by|during)\b(?!.*\d)"
)
_LISTS_ONE = re.compile(  # "has four parts: (i) ...", and the others in what was cut
    r"\b(?:two|three|four|five|six|seven)\b[^:]*: (?:\(i\) (?!.*\(ii\))|\(?1[.)] (?!.*\b2[.)]))"
)
# "The resulting model reaches 44.6%": what it results from, the paper is about
_RESULTING = re.compile(
    r"^(The) resulting (?=(?:best |final |whole )?(?:models?|detector|network|method|system|architecture|framework|"
    r"classifier|pipeline|approach)\b)"
)
_LUMP = re.compile(
    r"(?:(?<=[a-z)\]%\"][.!?])|"
    r"(?<=[A-Z]{2}\.)) (?=[A-Z])(?<!al\. )(?<!vs\. )(?<!cf\. )(?<!e\.g\. )(?<!i\.e\. )(?<!St\. )(?<!Dr\. )"
    r"(?<![ (][a-h]\. )"  # an item's mark
)
_SHOWN = r"(?:show|demonstrate|confirm|indicate|reveal|find|verify|suggest|prove|observe)(?:s|d|ed)?"


def pieces_of(paper: NumberedPaper) -> tuple[Piece, ...]:
    """The paper's sentences: a lump (several under one number, after a list) taken apart, a broken one put together."""
    found: list[Piece] = []
    name, coined = title_name(paper.title), _coined(paper)
    parts, told = parts_of(paper.sentences), 0
    for lines, sentence in mended(paper.sentences):
        number = lines[-1]
        listing, items = _listing(paper.sentences, number - 1) if lines[0] == number > told else ("", 0)
        told = number + items if items else told  # up to which sentence a list has been told
        for part in _LUMP.split(sentence) if len(sentence.split()) > _LONG else [sentence]:
            raw = _resolved(listing or part, found[-1], name, coined) if found else listing or part
            text = _text_of(raw)
            whole = _whole(part, text) and (bool(listing) or number > told)
            own = raw in (part, listing) or not found
            numbers = lines if own else tuple(sorted({found[-1].numbers[-1], *lines}))
            told_too = items if text[-_END:] in listing else 0  # of which a cut may have left nothing
            numbers += tuple(range(number + 1, number + 1 + told_too))
            joined = bool(found) and raw.startswith(found[-1].raw.rstrip(" :"))  # with what says that it is so
            low = (raw if joined else listing or part).lower()
            found.append(Piece(len(found), numbers, raw, low, text, whole, part=parts[lines[0] - 1]))
    return tuple(found)


def _listing(sentences: Sequence[str], at: int) -> tuple[str, int]:
    """A sentence with the list that it announces, unless each item can be told as a sentence of its own."""
    listing, items = with_items(sentences, at)
    told = any(is_told_item(item) for item in sentences[at + 1 : at + 1 + items])
    return ("", 0) if told else (listing, items)


def _text_of(raw: str) -> str:
    text = trimmed(raw)
    text = without_count(text) if raw.rstrip().endswith(":") else text
    return _RESULTING.sub(r"\1 ", text) if text.startswith("The resulting") else text


def _whole(part: str, text: str) -> bool:
    """Whether a sentence makes sense on its own, as ``text``, and is one that tells of the paper's work."""
    listed = part.rstrip().endswith((";", ", and", "; and")) and not is_told_item(part)
    formal = is_bare_item(part) or is_formal(part) or bool(CODE.search(part)) or bool(_DONE_WHERE.match(part))
    return bool(text) and stands_alone(text) and not (listed or formal or _HOPE.search(text) or _LISTS_ONE.search(text))


def _coined(paper: NumberedPaper) -> str | None:
    """The one name that the paper's sentences give to what it offers, where they give it one only."""
    names = own_names(paper.title, paper.sentences) - {paper.title}
    return names.pop() if len(names) == 1 else None


def _resolved(sentence: str, before: Piece, name: str | None, coined: str | None) -> str:
    """``sentence`` with its "It" as the ``name`` of what the one before it is about, or finds out about.

    "Evaluations show that MoHD surpasses others. It achieves 3% more": what achieves that is told by its name.
    """
    whole = resolved(sentence, before.text, before.raw, name)
    known = name or coined
    if whole != sentence or known is None or not sentence.startswith("It "):
        return whole
    told = re.search(rf"\b{_SHOWN} that (?:the )?{re.escape(known)} [a-z]+s\b", before.raw)
    return resolved(sentence, f"{known} works.", before.raw, known) if told else whole
