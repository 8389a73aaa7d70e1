"""A sentence taken out of its abstract, made to read well on its own by deletions and the smallest of rewrites.

Nothing is added but words such as "the" or "the authors" for "our" and "we", or "uses" where a thing "addresses this
with" another; no number is touched.
"""

import re
from functools import lru_cache

from survey.models.extractive.clauses import attained, shortened, tidy, unclaimed, without_asides
from survey.models.extractive.labelled import names_with_a_place, unlabelled
from survey.models.extractive.marks import unmarked
from survey.models.extractive.openings import without_opening, without_tail
from survey.models.extractive.pointing import without_pointing
from survey.models.extractive.purpose import as_done
from survey.models.extractive.staged import unstaged
from survey.sound import is_sound
from survey.verbs import BASE_OF_GERUND, DOING, TELLING, TELLS, present
from survey.voice import by_its_means, in_third_person

_POINTS_BACK = re.compile(
    r"^(?:\w+ing (?:them|it|these|this|those)|this|these|those|they|their|it|its|such|that|both(?! (?:the |"
    r"of the )?[\w-]+ (?:[\w-]+ )?and\b)|he|she|"
    r"his|her|doing so|one such|another|each|either|"
    r"neither(?! [^.;]* nor\b)|"
    r"one (?:of|is|method|approach)|the (?:former|latter|above|aforementioned|same|other|first|second|third|two|last|"
    r"introduced|resulting)|(?:all|some|most|many|none|each|one) of (?:these|them)|among (?:these|them)|all (?:this|"
    r"these)|"
    r"as (?:seen|shown|mentioned|described)|in which|the reason|the results are|the (?:key|main|core|essential) "
    r"(?:difference|advantage)s?)\b",
    re.IGNORECASE,
)
# Earlier work, a volume's contents, an aim without a main clause, a name and its kind: nothing that a paper says
_EARLIER = re.compile(
    r"(?:Introduces|Proposes|Presents|Develops) [A-Z][\w-]*, an? (?:(?:novel|new) )?(?:method|approach|framework)\.$|"
    r"Previously [a-z]+s\b|Forms part of |To test [^,]+\.$|"
    r"To test the hypothes[ei]s that (?:(?! (?:we|the authors)\b).)*$|"
    r"(?:The|This) (?:paper|work|study|article) (?:is|was) an? (?:\w+ ){0,2}?(?:version|extension) of "
    r"(?:the|an?|their|its) (?:\w+ )?(?:previous|earlier|prior|conference|workshop|paper|article|work|study)\b"
)
_THIS_METHOD = re.compile(
    r"^(?:this|these|such an?) (?=(?:(?!(?:the|an?|its?|our|their|all|any|each|both|of|to|in|on|for|with|"
    r"was|were|are|is)\b|\w+[^us\W]s )\w+[ -]){0,2}(?:methods?|approach(?:es)?|frameworks?|models?|algorithms?|"
    r"techniques?|"
    r"system|architecture|pipeline|mechanism|strategy|module|network|dataset|data set|benchmark|scheme|metric|tool|"
    r"loss|"
    r"formulation|procedure|paradigm)\b)",
    re.IGNORECASE,
)


_ONLY_A_COUNT = re.compile(
    r"^(?:there (?:are|remain|exist) |(?:finds|provides|offers|gives|presents|draws|derives|yields|reports) )?"
    r"(?:two|three|four|five|several|many|some|a few|a number of) (?:\w+ ){0,2}"
    r"(?:issues|challenges|problems|questions|limitations|drawbacks|difficulties|insights|findings|observations|"
    r"recommendations|aspects)"
    r"(?: \w+){0,6}\.$|^[^,]{2,40} (?:has|have|consists of|comprises|contains|offers|makes|includes) "
    r"(?:two|three|four|five|several) "
    r"(?:\w+ ){0,2}(?:components|parts|modules|stages|steps|ideas|contributions|advantages|phases)\.$|"
    r"^(?:(?:By|To|With|Beyond|Through|Besides|For) [^,]{3,90}, )?(?:[^\s,]+ ){0,5}?(?:cent(?:er|re)s (?:on|around)|"
    r"relies on|rests on|is (?:built|based|founded) (?:up)?on|involves|features|quantif(?:y|ies)|measures?|shows?|"
    r"demonstrates?|identif(?:y|ies)|introduces?|employs?|uses?|proposes?|develops?|designs?|advances? in) "
    r"(?:two|three|four|five|several|dual|the following) (?:[a-z-]+ ){0,2}(?:components|parts|ideas|contributions|"
    r"benefits|advantages|metrics|innovations|aspects|strategies|techniques|mechanisms|principles|pillars|insights|"
    r"improvements)(?: (?:\w+ly |often )?(?:overlooked|ignored|neglected|missed) by [^,.]+)?\.$",
    re.IGNORECASE,
)
_ANY_VERB = re.compile(r"\b(?:is|are|was|were|can|may|will|\w+(?:s|ed|ve))\b")
_NO_VERB = re.compile(
    r"^(?:[A-Z][\w-]*|of|for|and|the|with)(?: (?:[A-Z][\w-]*|of|for|and|the|"
    r"with))*(?: \([A-Z][\w-]*\))?, (?:which|that) [^,]*$"
)


def _capitalised(text: str) -> str:
    first = text.split(" ", 1)[0]
    if any(c.isupper() for c in first[1:]) and "-" not in first:  # a name such as iCaRL or mAP
        return text
    return text[:1].upper() + text[1:]


_AND_LAST = re.compile(r"(?:[,;]| [-–—])? (?:and|or)$")  # of an item, ahead of the next


def _ended(text: str) -> str:
    text = _AND_LAST.sub("", text.rstrip(" ,;:-–—"))
    text = text[:-1] if text.endswith("..") and not text.endswith("...") else text
    return text if text.endswith(("!", "?", ".")) else f"{text}."


@lru_cache(maxsize=8192)
def trimmed(sentence: str) -> str:
    """``sentence`` as a reader can take it on its own: one that starts with a capital and ends with a full stop.

    What points back into the abstract goes ("To this end,"), so does "we" ("We propose X" becomes "Proposes X"), and so
    do citations and links; of a sentence of more than 35 words, trailing clauses go where the rest is whole.
    """
    text = tidy(unmarked(without_asides(_item_told(_METHODS.sub("", _joined(unclaimed(unlabelled(sentence))))))))
    text = _SHOWN_HERE.sub(_we_show, unstaged(without_tail(without_opening(text))), count=1)
    text = by_its_means(in_third_person(as_done(text)))
    text = _owned(_ALSO.sub(r"\1 ", text, count=1) if " also " in text else text)
    text = _FOUND_TOO.sub(r"\1 ", text, count=1) if " also " in text else text
    text = _THEREFORE.sub(r"\1 ", text, count=1) if any(word in text for word in _SO_WORDS) else text
    text = _TROUBLE_OF.sub(_of_what, text) if " this " in text else text
    text = _NAMELESS.sub(r"\1 ", _THIS_METHOD.sub("the ", text))
    text = _SYMBOLS_CUT.sub(".", text) if ".." in text else text
    text = _CUT_SHORT.sub(".", text) if text.rstrip(" .").endswith((" the", " a", " an")) else text
    return shortened(attained(without_pointing(_ended(_capitalised(tidy(text))))))


def _we_show(found: re.Match[str]) -> str:
    """ "It is shown in this study that" as "we show that"."""
    return f"We {_BASE_OF_SHOWN[found['shown']]} that"


_BASE_OF_SHOWN = {
    "shown": "show", "demonstrated": "demonstrate", "found": "find", "proved": "prove", "proven": "prove",
    "argued": "argue", "observed": "observe",
}  # fmt: skip
_SHOWN_HERE = re.compile(
    rf"^[Ii]t (?:is (?P<plain>)|was |has been )(?P<shown>{'|'.join(_BASE_OF_SHOWN)})(?: in (?:this|the "
    r"(?:present|current)) (?:paper|study|work|article)| here| herein|(?(plain)|(?!))) that\b"
)


def _joined(text: str) -> str:
    """``text`` without the hyphen that a line's end left in a verb: "we pro-pose"."""
    return _BROKEN.sub(lambda found: found[1] + found[2] if _is_verb(found[1] + found[2]) else found[0], text)


def _is_verb(word: str) -> bool:
    return word.lower() in TELLS or word in TELLING or word in BASE_OF_GERUND


def _of_what(found: re.Match[str]) -> str:
    """ "This limitation of X" as "a limitation of X", where none was named ahead."""
    if found["what"] in found.string[: found.start()]:
        return found[0]
    return f"{'a' if found['kind'] else 'the'} {found['what']}"


def _owned(text: str) -> str:
    """``text`` with a "their" that nothing ahead of it can own as "the": "Finds that their masks" says of no one."""
    found = _THEIR.search(text)
    verb, *ahead = text[: found.start()].split() if found else ("",)
    if found is None or verb.lower() not in TELLS or any(_OWNER.search(word) for word in ahead):
        return text
    return f"{text[: found.start()]}the{text[found.end() :]}"


_SYMBOLS_CUT = re.compile(r",? (?:and|or) [^,]*\b\w,\s?\.\.+$")  # a sentence that was split within "1, ..., t"
_CUT_SHORT = re.compile(
    r"(?<=\w),? (?:which|where|while|as well as) (?:[^\s,]+ )+(?:the|an?)\s?\.?$"
)  # within a sentence
_BROKEN = re.compile(r"\b(?!(?:re|co|pre|un|de|fine|self|non)-)([A-Za-z]{2,5})-([a-z]{3,})\b", re.IGNORECASE)
_TROUBLE_OF = re.compile(
    r"(?<=[a-z] )this (?P<what>(?P<kind>limitation|drawback|shortcoming|weakness|property|phenomenon)|problem|issue|"
    r"challenge|question|task)(?= of\b)"
)
_THEIR = re.compile(r"(?<=[a-z] )their\b(?! own\b)")
_OWNER = re.compile(r"[^suiy\W]s\W*$|^(?:and|people|data|users|media|all|each|every|multiple|several|two|both)$")
# That a thing does something as well says nothing without what it does besides
_ALSO = re.compile(
    r"^(?!.*\b(?:not only|both|as well)\b)(?!.* that [^,;:]* (?:is|are) also )"
    r"((?:[^\s,;:]+ ){0,9}?(?!but )[^\s,;:]+) also (?=[a-z])"
)
_FOUND_TOO = re.compile(  # "Reveals that trees are also thirsty": besides whom, another sentence says
    r"^((?:[Tt]he (?:study|work|paper|authors|results?|analysis|findings) )?[A-Za-z]{4,12} that "
    r"(?!.*\b(?:both|as well|not only)\b)(?:[\w-]+ ){1,7}?(?:is|are)) also (?=[a-z])"
)
_SO_WORDS = ("therefore", "thus", "hence", "accordingly", "consequently")  # what from, another sentence says
_THEREFORE = re.compile(
    rf"^((?:[^\s,;:]+ ){{0,5}}?(?!(?:and|but|or|is|that|which)\b)[^\s,;:]+) (?:{'|'.join(_SO_WORDS)}) (?=[a-z]+s\b)"
)
_ITEM = re.compile(
    r"^(?P<mark>\(?(?:[ivx]{1,4}|\d{1,2}|[a-h])\)|[-•*·])?\s*"
    r"(?P<what>(?:[Aa]n? |[Tt]he )?(?:(?!(?:which|that|where)\b)[\w-]+ ){0,7}[\w-]+(?: \([A-Z][\w-]*\))?),? "
    r"(?:which|that) (?P<does>(?:[a-z]+ly )?[a-z]{2,}s\b [^:]+?)(?:[;,]|,? and|, then)*[.;]?$"
)
_IS_WHOLE = re.compile(r"\b(?:is|are|was|were|we|has|have|can|propose|introduce|present)\b")


def is_told_item(sentence: str) -> bool:
    """Whether ``sentence`` is an item of a list that says what a thing does: "(1) a branch (SAM), which adds ..."."""
    match = _ITEM.match(sentence.strip())
    return match is not None and match["mark"] is not None and not _IS_WHOLE.search(match["what"])


def _item_told(sentence: str) -> str:
    """Such an item as a sentence of its own: "a branch (SAM) adds ..."; any other sentence as it is."""
    match = _ITEM.match(sentence.strip()) if is_told_item(sentence) else None
    return f"{match['what']} {match['does']}" if match else sentence


_BARRED = re.compile(r"(?:[^\s|]{2,}\|){3}[^\s|]{2}")  # "75.1%|82.0%|84.2%|78.6%": figures of a table in a row
_LONGEST = 450  # characters: more is a list, not a sentence
_METHODS = re.compile(
    r"^(?:(?i:methods? and materials?|materials? and methods?|design and methods?)\s*:\s+|Methods (?=[A-Z]\w*[A-Z]))"
)
_ORDINAL = re.compile(r"^(?:First|Second|Third|Fourth|Finally|Lastly)(?:ly)?, ")
_NAMELESS = re.compile(r"\b((?:propos|introduc|present|develop|describ)\w*) the method, (?=an? )", re.IGNORECASE)


def is_bare_item(sentence: str) -> bool:
    """Whether ``sentence`` is an item of a list that only names a thing: "1) Sparse masks in both directions."."""
    match = _MARK.match(sentence)
    if match is None or is_told_item(sentence):
        return False
    if names_with_a_place(sentence):
        return True
    words = re.findall(r"[A-Za-z][\w-]*", sentence[match.end() :])
    return not any(word.lower() in _VERBS_SEEN for word in words)


_MARK = re.compile(r"^\s*(?:\(?(?:[ivx]{1,4}|\d{1,2}|[a-h])\)|[-•*·])\s+")
_PLURALS = frozenset(
    "advances attempts benchmarks designs estimates filters focuses guides maps masks measures models moves points "
    "probes processes prompts questions reports reviews samples scales scores searches segments shifts splits "
    "studies supports surveys targets tests traces transforms updates uses".split()
)
_VERBS_SEEN = frozenset(map(present, DOING)) - _PLURALS | frozenset(
    "is are was were has have had can could may will do does did we i propose introduce show find".split()
)


def follows(sentence: str) -> str:
    """``sentence`` as it reads behind the one before it: the opening stays, "we" goes."""
    text = _ORDINAL.sub("", without_tail(tidy(without_asides(sentence))))
    return _ended(_capitalised(tidy(in_third_person(text))))


def points_back(text: str) -> bool:
    """Whether a trimmed sentence starts with something that stands in the one before it."""
    return bool(_POINTS_BACK.match(text)) and not text.endswith("?")


def stands_alone(text: str) -> bool:
    """Whether a trimmed sentence makes sense out of its abstract: no pronoun in front, whole, and a statement."""
    if (
        _EARLIER.match(text)
        or _POINTS_BACK.match(text)
        or text.endswith("?")
        or ("|" in text and _BARRED.search(text))
        or not re.match(r"[A-Z0-9\"'(]|[a-z]\w*[A-Z]", text)
    ):
        return False
    if re.search(
        r"\b(?:aforementioned|above-mentioned|mentioned above|as follows)\b|"
        r"\b(?:this|these|those|so|that|the|from|consisting of|into|at)\.$",
        text,
    ):
        return False
    words = text.split()
    no_verb = _NO_VERB.match(text) and words[0].lower() not in TELLS  # "Proposes SlimTree, which ..." has one
    if no_verb or _ONLY_A_COUNT.match(text):
        return False
    if len(words) < 7 and words[0].lower() not in TELLS and not _ANY_VERB.search(text, len(words[0])):
        return False
    return is_sound(text) and len(words) >= 4 and len(text) <= _LONGEST
