"""What to call a paper among others: by its method's name, from its title or from what it says it proposes.

A title that is a sentence ("X is Not All You Need") names nothing, least of all by its first words.
"""

import re
from functools import lru_cache

from survey.evidence import content_words
from survey.models.extractive.alone import COINED
from survey.questions import RecordedPaper

NAME_AHEAD = re.compile(r"^\s*([^\s:,.?!]+(?:[ -][^\s:,.?!]+){0,2})\s*:(?P<after>.*)", re.DOTALL)
_INTRODUCED = re.compile(
    r"^(?:(?:[^.;()]{3,120}, )?(?:[Tt]he authors |this paper )?(?:[Pp]ropose|[Pp]resent|[Ii]ntroduce|[Dd]evelop|"
    r"[Dd]esign)s?)\s+"
    r"(?:[^.;()]{0,90}?(?:called|named|termed|dubbed)(?: as)?\s+|(?:(?!\b(?:with|using|via|for|of|on|by|that|which|"
    r"based|in|from|to|through|leveraging|and|as|into|between|where|under)\b)[^.;()]){0,90}?\b[A-Z][\w-]*\s?\()?"
    r"(?P<name>[^\WA-Za-z]*[A-Za-z][^\WA-Z0-9]*[A-Z0-9]\w*(?:-\w+)?)(?=[,.()]| \(| for | to | that | which |$)"
)
_INTRODUCED_LAST = re.compile(  # "Proposes ... via masked autoencoders, named as I2P-MAE."
    r"^(?:[Pp]ropose|[Pp]resent|[Ii]ntroduce|[Dd]evelop|[Dd]esign)s? [^.;()]{20,220}, "
    r"(?:called|named|termed|dubbed)(?: as)? (?P<name>[^\WA-Za-z]*[A-Za-z][^\WA-Z0-9]*[A-Z0-9]\w*(?:-\w+)?)[.]?$"
)
_SHORT_FOR = re.compile(
    r"^(?:The )?(?P<long>[A-Z][\w-]*(?: [\w-]+){0,5}) \((?P<name>(?=\w*[a-z\d])\w{4,})\) (?:is|are) (?:an?|the|one) "
    r"(?!(?:[\w-]+ ){0,3}(?:task|field|problem|area|topic|challenge|paradigm|process|technology|discipline)\b)"
)
_COINED_NAME = r"(?P<name>[^\WA-Za-z]*[A-Za-z][^\WA-Z0-9]*[A-Z0-9]\w*(?:-\w+)?)"
_THING = (
    r"(?:method|approach|framework|model|network|algorithm|system|technique|architecture|strategy|pipeline|"
    r"transformer|tool)"
)
_PROPOSED = re.compile(
    r"\b(?:[Ww]e|[Tt]his (?:paper|work|study|article)|[Tt]he authors)(?: thus| therefore| hence)? "
    rf"(?:propose|present|introduce|develop|design)s? {_COINED_NAME}(?=,| \(|:| [-–—]| (?:for|to|that|which)\b)"
)
_CALLED = re.compile(
    rf"\b(?:novel|new|proposed|[Oo]ur|[Tt]his|an?) (?:(?!dataset|benchmark|metric|loss)[\w-]+ ){{0,6}}?{_THING},? "
    rf"(?:called|named|termed|dubbed|coined)(?: as)? {_COINED_NAME}(?=[,.:;]| )"
)
_OWN_SHORT = re.compile(
    r"\b(?:[Ww]e (?:thus |therefore )?(?:propose|present|introduce|develop|design)|[Oo]ur proposed|"
    r"[Tt]his (?:paper|work|study) (?:proposes|presents|introduces|develops)),? "
    r"(?:(?:an?|the|novel|new|simple|yet|but|and|effective|efficient|approach|termed|called|framework),? )*"
    r"(?P<long>(?:[\w-]+ ){1,6}?[\w-]+) \((?P<name>(?=\w*[a-z\d-]|[A-Z]{3})[\w-]{3,})\)"
    r"(?! (?:module|layer|loss|block|component|head|mechanism|stage|branch|unit|metric|score)s?\b)"
)
_PART = r"(?:module|layer|loss|block|component|head|mechanism|attention|stage|branch|unit)s?\b"
NO_NAME = re.compile(
    r"(?:covid|sars|hiv|aids|dna|rna|ai|ml|xai|nlp|llms?|cnns?|dnns?|gnns?|gans?|vlms?|mllms?|3d|2d|4d|rl|"
    r"iot|mri|ct|eeg|ecg|usa?|uk"
    r"|covid-19|sars-cov-2|mirnas?|qos|moe|mi|ast|apis?|rag|rlhf|sft|kgs?|ner|nmt|vqa|ocr|saes?|sdk|gui|lora|vits?|"
    r"gpts?|dl|bert|clip|sgd|mcts|mdps?|pdes?|odes?|sok|wip|svms?|rnns?|lstms?|mlps?|vaes?|ddpms?|nerfs?|slam|eda|cot)",
    re.IGNORECASE,
)
_NO_START = re.compile(
    r"(?:towards?|on|an?|the|how|why|what|when|where|which|is|are|do|does|can|should|beyond|from|not|all|one|just|"
    r"learning|rethinking|revisiting|reconsidering|understanding|demystifying|improving|exploring|bridging|breaking|"
    r"unveiling|unlocking|evaluating|benchmarking|let's|i|we|you)\b ",
    re.IGNORECASE,
)
_OVERVIEW = re.compile(r"\b(?:survey|review|overview|tutorial|perspective|meta-analysis|case study)\b", re.IGNORECASE)
_TITLE_END = re.compile(r"\s(?:for|via|with|in|of|is|are|on|by|from|through|using|to|as|at|beyond|without)\s|[?!.:,]")
_REACHES_IT = re.compile(
    rf"(?:^|, |\bthat ){_COINED_NAME} (?:\w+ly )?(?:achieves|reaches|exceeds|outperforms|surpasses|obtains|attains|"
    r"sets|improves|yields)\b"
)
_TITLE_WORDS, _QUOTED_WORDS = 5, 7
_SAYS = re.compile(
    r"[?!]|\w (?:is|are|can|cannot|could|may|might|should|must|will|was|were|do|does|did|has|have|isn't|aren't|doesn't|"
    r"don't|can't|needs?|matters?|helps?|makes?|meets?|enhances?|improves?|learns?|finds?|beats?|surpasses|goes|"
    r"knows?|leads?|shows?|reveals?|outperforms?|enables?)\b",
    re.IGNORECASE,
)
"""The verb of a title that is a sentence."""


@lru_cache(maxsize=4096)
def name_of(paper: RecordedPaper) -> str | None:
    """What a paper calls its method: in its title before the colon, else where it says what it proposes."""
    if (found := NAME_AHEAD.match(paper.title)) and _is_name(found[1], found["after"], paper):
        return found[1]
    told = [one.text for one in paper.said if one.field in {"contribution", "method"}]
    names = [match["name"] for one in (_INTRODUCED, _INTRODUCED_LAST) for match in map(one.match, told) if match]
    names += [match["name"] for match in map(_SHORT_FOR.match, told) if match and _in_title(match["long"], paper)]
    names += _names_quoted(paper)
    return next((name for name in names if not NO_NAME.fullmatch(name)), None)


def _names_quoted(paper: RecordedPaper) -> list[str]:
    """The names that the paper's own sentences give to what it proposes.

    Of other sentences than the contribution's only one that comes again, and what its title is short for.
    """
    told = [quote for one in paper.said if one.field == "contribution" for quote in one.quotes]
    quotes = tuple(dict.fromkeys(quote for one in paper.said for quote in one.quotes))
    names = [found["name"] for way in (_PROPOSED, _CALLED) for quote in told for found in way.finditer(quote)]
    again = (found["name"] for quote in quotes for found in _PROPOSED.finditer(quote))
    names += [name for name in again if sum(name in quote for quote in quotes) > 1]
    short = (found for quote in quotes for found in _OWN_SHORT.finditer(quote))
    return names + [found["name"] for found in short if _is_short_for(found, paper)]


def _is_short_for(found: re.Match[str], paper: RecordedPaper) -> bool:
    return found["long"][0].lower() == found["name"][0].lower() and _in_title(found["long"], paper)


def is_titled(paper: RecordedPaper, name: str) -> bool:
    """Whether the paper's title holds ``name``, or what it is short for by the paper's own words."""
    if name.casefold() in paper.title.casefold():
        return True
    told = [one.text for one in paper.said if one.field == "contribution" and f"({name})" in one.text]
    if not told:
        return False
    short = re.compile(rf"(?P<long>[A-Z][\w-]*(?:[ -][A-Za-z]\w*){{0,6}}) ?\({re.escape(name)}\)(?! {_PART})")
    found = (match for text in told for match in short.finditer(text))
    return any(_in_title(match["long"], paper) for match in found)


def finder(paper: RecordedPaper, name: str, verb: str | None) -> str:
    """Who does what the authors do: their method by its ``name``, but it is no method that finds or observes."""
    if verb not in {"find", "observe"}:
        return name
    return f"the {name} paper" if is_titled(paper, name) else "one study"


def _in_title(phrase: str, paper: RecordedPaper) -> bool:
    """Whether most words of ``phrase`` stand in the paper's title: then what it is short for is the paper's own."""
    words = content_words(phrase)
    return 2 * len(words & content_words(paper.title)) > len(words)


def _is_name(name: str, after: str, paper: RecordedPaper) -> bool:
    """Whether what stands before a title's colon is a name: a coined word, or one that the paper writes as a name."""
    if NO_NAME.fullmatch(name) or _OVERVIEW.search(after) or _NO_START.match(name) or _is_of_a_trouble(name, paper):
        return False
    if COINED.search(name) and not _PHRASE.search(name):
        return True
    used = re.compile(rf"(?:[a-z,] |\w \(){re.escape(name)}\b|^{re.escape(name)} (?:is|[a-z]+s)\b")
    return name[:1].isupper() and any(used.search(quote) for one in paper.said for quote in (*one.quotes, one.text))


_PHRASE = re.compile(r" (?:in|on|at|of|with|without|by|to|for|from|and) ")  # "Knee-Deep in C-RASP"


def _is_of_a_trouble(name: str, paper: RecordedPaper) -> bool:
    """Whether the paper calls so what it works on: "a phenomenon that we term Leaf Rot", "the problem of ODOV"."""
    said = rf"(?:{_TROUBLE_CALLED})[^.;]{{0,50}}?\b{re.escape(name)}\b"
    return re.search(said, paper.abstract) is not None


_TROUBLE_CALLED = (
    r"\b(?:problem|phenomenon|failure(?: mode)?|issue|pitfall|effect)s? (?:of|called|termed|dubbed|named|known as|"
    r"(?:that |which )?we (?:call|term|dub|name|refer to as|define as))\s|"
    r"\btasks?,? (?:called|termed|dubbed|named|referred to as|(?:that |which )?we (?:call|term|dub|refer to as))\s"
)


def called(paper: RecordedPaper, text: str = "") -> str:
    """What to call a paper among others: its method's name, else how its title begins, up to its first preposition.

    ``text`` is the figure's sentence: what reaches the figure by its words is the name to give.

    A title that is a sentence or a question names nothing, least of all its first words ("X is Not All You Need"): of
    it as much as stands before a colon is quoted.
    """
    if name := name_of(paper):
        return name
    if reaches := _REACHES_IT.search(text):
        return reaches["name"]
    head = re.split(r"(?<=[?!])\s|[:.](?=\s)|\s[-–—]+\s", paper.title.strip(), maxsplit=1)[0]
    if _NO_START.match(head) or _SAYS.search(head) or re.match(r"[A-Z][a-z]+ing\b", head):
        words = head.split()
        return f'"{" ".join(words[:_QUOTED_WORDS])}{" ..." if len(words) > _QUOTED_WORDS else ""}"'
    start = _TITLE_END.split(f"{paper.title} ", maxsplit=1)[0]
    return " ".join(start.split()[:_TITLE_WORDS])


_OFFERED = (
    r"\b(?:(?:propos|introduc|present(?!e?d? in\b)|develop|design|dubb|releas|buil[dt])\w*|call(?:ed)?|"
    r"term(?:ed)?|named?)\b"
)


def is_offered(paper: RecordedPaper, word: str) -> bool:
    """Whether a sentence of the abstract offers what it calls ``word``: "we design the X algorithm"."""
    return re.search(rf"{_OFFERED}[^.;:]{{0,120}}?\b{re.escape(word)}", paper.abstract) is not None
