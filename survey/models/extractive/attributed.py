"""What a paper found, as its finding: "Simpler features dominate early" as "One study finds that simpler features ...".

A survey that states one paper's result in its own voice vouches for it; with its paper's verb in front it reports it.
"""

import re
from collections.abc import Sequence

from survey.evidence import content_words
from survey.models.extractive.alone import COINED
from survey.models.extractive.called import NO_NAME, is_offered, name_of
from survey.models.extractive.subject import ONE
from survey.models.extractive.workings import unnamed
from survey.questions import RecordedPaper
from survey.words import small

_VERBS = {
    "show": "shows", "demonstrate": "shows", "find": "finds", "found": "finds", "observe": "observes",
    "prove": "proves", "reveal": "finds", "discover": "finds", "conclude": "concludes",
}  # fmt: skip
_THEY_SAY = re.compile(
    rf"\b(?:[Ww]e|[Tt]he authors|[Pp]aper|[Ss]tudy|[Ww]ork|[Rr]esults?|[Ee]xperiments?|[Ff]indings|[Aa]nalys[ei]s)"
    rf"(?: [\w-]+,?){{0,4}}? (?P<verb>{'|'.join(_VERBS)})(?:s|ed)?\b(?: [\w,-]+){{0,6}}? that\b"
)
_FIGURE = re.compile(r"(?<![\w.-])\d+(?:\.\d+)?\s?(?:\\?%|[x×]\b|-?fold|points?\b|times\b)|(?<![\w.])\d+\.\d")
_ATTRIBUTED = re.compile(
    rf"^(?:{ONE}|Another |(?:In t|T)he (?:\S+ ){{1,6}}paper,? |According to |In (?:\S+ ){{1,4}}?the authors )|"
    r"\bthe authors\b"
)
_PROPER = re.compile(r"[A-Z][a-z]+ian(?:s|-\w+)?$|(?:Pareto|Shapley|Fourier|Markov|Hessian|Nash|Wasserstein)\b")
_THEY_TELL = re.compile(  # "In one study, analysis of the maps revealed that ..."
    r"^(?:\S+ ){0,14}?(?:analys[ei]s|results?|experiments?|evaluations?|comparisons?|tests|simulations?) "
    r"(?:\S+ ){0,12}?"
    r"(?:reveal|show|demonstrate|indicate|suggest|confirm|find)(?:s|ed)?\b",
    re.IGNORECASE,
)
_ITS_POINTS = re.compile(  # "Key innovations include a saw": one finds no such thing
    r"(?:The |Its )?(?P<points>(?:[Kk]ey |[Mm]ain |[Cc]ore |[Mm]ajor |[Cc]entral |[Tt]echnical )?"
    r"(?:[Ii]nnovations?|[Cc]ontributions?|[Ff]indings|[Nn]ovelt(?:y|ies)|[Ii]nsights?|[Ff]eatures|[Ss]trengths?) "
    r"(?:include|are|is|comprise|lies? in)\b.+)"
)
_PAST = re.compile(
    r"(?<!what)(?<!that)(?<!which)(?<!who)(?<!where) "
    r"(?:was|were|had|did|showed|performed|decreased|increased|reduced|improved|achieved|altered|resulted|exhibited|"
    r"displayed|remained|outperformed|delivered|experienced|induced|observed|prevented|inhibited) "
)
_NO_CLAUSE = re.compile(r"^(?:(?!Across )[A-Z][a-z]+s (?:the|an?) |[^a-zA-Z\d])")
_UNDER_A_NAME = re.compile(  # "TreeNet: Saws grow"
    r"(?P<name>[^:(\"]{2,60}?)(?P<title> \(\"[^\"]+\"\))?: (?!(?:\S+ ){0,8}?it\b)(?P<rest>.+)"
)
TAKEN_IN = 40  # words of a statement that a reader takes in at once


def attributed(text: str, paper: RecordedPaper, quotes: Sequence[str]) -> str:
    """``text``, a result of the paper, as what it finds, shows or reports; as it is where it says whose it is.

    ``quotes``: the sentences that it was made of; their verb is taken.
    """
    if _ATTRIBUTED.search(text) or unnamed(text) or _is_own(text, paper) or _NO_CLAUSE.match(text):
        return text
    if listed := _ITS_POINTS.match(text):
        return f"{ONE}paper's {small(listed['points'])}"
    if _THEY_TELL.match(text) or text[0].isdigit():
        return f"In one study, {_within(text, paper)}"
    said = next((found for quote in quotes if (found := _THEY_SAY.search(quote))), None)
    if said is None and _PAST.search(text):
        return f"In one study, {_within(text, paper)}"
    verb = _VERBS[said["verb"]] if said else "reports" if _FIGURE.search(text) else "finds"
    return f"{ONE}study {verb} that {_within(text, paper)}"


def in_its_paper(text: str, paper: RecordedPaper) -> str:
    """What stands behind the paper's name as told in that paper: 'TreeNet ("..."): Saws grow', where there is room."""
    under = _UNDER_A_NAME.match(text)
    if under is None or name_of(paper) != under["name"]:
        return text
    told = f"In the {under['name']} paper{under['title'] or ''}, {_within(under['rest'], paper)}"
    return told if len(told.split()) <= TAKEN_IN else text


def without_attribution(text: str) -> str:
    """``text`` without what ``attributed`` has put in front."""
    found = _FRONT.match(text)
    return text[found.end()].upper() + text[found.end() + 1 :] if found else text


_FRONT = re.compile(
    rf"{ONE}study (?:{'|'.join(sorted({*_VERBS.values(), 'reports'}))}) that (?=\w)|In one (?:study|paper), (?=\w)"
)


def _is_own(text: str, paper: RecordedPaper) -> bool:
    """Whether ``text`` is about what the paper offers, by its name, its title's first words, or where it is offered."""
    name = name_of(paper)
    if name and name.casefold() in text.casefold():
        return True
    head = re.split(r"[:?]|\s(?:for|with|via|in|of|by)\s", paper.title, maxsplit=1)[0].casefold()
    if len(head) > 3 and text.casefold().startswith(head) and not content_words(head) <= _EVERYBODYS:
        return True
    named = _SPELLED_OUT.match(text)  # "Tree nets (TN) are ..." of "Tree Nets Are Small"
    if named and paper.title.casefold().startswith(named["name"].casefold()):
        return True
    if _DOING.match(text):
        return False
    starts = " ".join((*text.split()[:4], *text.partition(", ")[2].split()[:2]))
    coined = [word.rstrip("s") for word in COINED.findall(starts) if not NO_NAME.fullmatch(word)]
    works = (coined or _CAPITALS.match(text)) and _WORKS_BY.match(text)
    return bool(works) or any(is_offered(paper, word) for word in coined)


_EVERYBODYS = content_words(
    "deep machine learning neural network model large language vision diffusion transformer foundation generative "
    "convolutional graph sparse autoencoder attention supervised self-supervised pre-trained"
)
_DOING = re.compile(r"(?:Simply |Merely |Only |Just )?[A-Za-z][a-z]+ing (?!(?:of|for|in|and)\b)")  # "Replacing ReLUs"
_SPELLED_OUT = re.compile(r"(?P<name>\S+(?: \S+){1,4}?) \([A-Z][\w-]*\) (?:is|are) ")
_CAPITALS = re.compile(r"(?=[a-z]*[A-Z]\S*[A-Z\d])\S")
_WORKS_BY = re.compile(  # "Modality-driven Optimization (MO) employs ...": a method, and no finding
    r"^(?:[A-Z]\S*,? ){1,6}(?:\([^()]*\),? )?(?:\w+ly )?(?:employs|uses|utili[sz]es|adopts|leverages|combines|"
    r"integrates|introduces|incorporates|consists|is (?:an?|the) )"
)


def _within(text: str, paper: RecordedPaper) -> str:
    """``text`` within a sentence: its first word small, but for a name, as the abstract writes it."""
    first, *others = re.sub(r"['’]s$", "", text.split(" ", 1)[0].rstrip(",")), *text.split()[1:2]
    two = re.escape(" ".join([first, *others]))  # "Shadow Director"
    is_name = others and others[0][0].isupper() and re.search(rf"(?<=[a-z,;] ){two}\b", paper.abstract)
    if is_name or _PROPER.match(first):
        return text
    plain = re.escape(first)
    within = re.search(rf"(?<=[a-z,;] ){plain}\b", paper.abstract)
    return text if within and not re.search(rf"\b{re.escape(first.lower())}\b", paper.abstract) else small(text)
