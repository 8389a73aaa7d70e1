"""What the papers of a topic found, as statements that make sense without their abstracts: chosen, named, in order.

A result says most with its measure, data set and baseline; a finding in words ("Finds that ...") says what was found,
without its verb. Each stands under the name that its paper gives its method, where it has one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from survey.questions import RecordedPaper, Said

_NAME = re.compile(r"^\s*([^\s:,.?!]+(?:[ -][^\s:,.?!]+){0,2})\s*:")
_INTRODUCED = re.compile(
    r"^(?:Proposes|Presents|Introduces|Develops|Designs)\s+"
    r"(?:[^.,;()]{0,90}?(?:called|named|termed|dubbed)\s+|[^.;()]{0,90}?\b[A-Z][\w-]*\s\()?"
    r"(?P<name>\w*[A-Za-z]\w*[A-Z0-9]\w*(?:-\w+)?)(?=[,.()]| \(| for | to | that | which |$)"
)
_GENERIC = re.compile(
    r"^(?:the|this|its?|their|a)\s+(?:(?:proposed|new|novel|resulting|best|full|final|simple|overall|complete)\s+)*"
    r"(?:method|approach|model|framework|algorithm|system|network|technique|architecture|strategy|solution)(?=\s)",
    re.IGNORECASE,
)
_VERBS = (
    "shows demonstrates achieves reports improves outperforms reduces obtains reaches attains surpasses yields finds "
    "provides enables allows gains sets establishes exceeds boosts increases evaluates validates exhibits delivers "
    "proves reveals matches"
)
_VERB = re.compile(rf"^(?:{_VERBS.replace(' ', '|')})\s", re.IGNORECASE)
_VAGUE_START = re.compile(
    r"^(?:the|these|this|those|such|it|its|results?|experiments?|extensive|experimental|empirical|comprehensive|"
    r"in|on|with|for|"
    r"when|by|evaluations?|through|using|aided|also|compared|while|both|a|an|coupling|employs|leverages|uses|similarly"
    r"|additionally|moreover|besides|specifically|notably|overall|successfully|seeks|there|they|trained)\b",
    re.IGNORECASE,
)
POINTING = re.compile(r"\b(?:this|these|those|such an?|the (?:above|former|latter)|here)\b", re.IGNORECASE)
_COINED = re.compile(r"\b\w*[A-Za-z]\w*[A-Z0-9]\w*\b")
_EXPERIMENTS = re.compile(
    r"^(?:[A-Z]?[a-z-]+ ){0,3}(?:[Ee]xperiments?|[Rr]esults?|[Ee]valuations?|experimentation|stud(?:y|ies)|"
    r"comparisons?)"
    r"(?: [a-z-]+){0,6}? (?:show|demonstrate|indicate|reveal|confirm|suggest|validate|verify|prove)s? that (?=\w)"
)
_AUTHORS = re.compile(
    r"^the authors (?P<verb>outperform|achieve|obtain|improve|report|surpass|reduce|attain|exceed|gain|reach)(?= )"
)
_FOUND = re.compile(
    r"^(?:Finds|Shows|Demonstrates|Observes|Reveals|Proves|Confirms|Discovers|Concludes|Establishes)(?: [a-z]+ly)?,?"
    r"(?: (?:with|through|by|via) [a-z ]{3,40})? that (?P<found>\S.{40,})$"
)
_OWN = re.compile(
    r"\b(?:the authors|their|(?:the|its|proposed|new|novel) (?:\w+[- ]){0,2}(?:method|approach|model|framework"
    r"|algorithm|system|network|technique|architecture|strategy|solution|pipeline|module|mechanism|scheme)s?|it|"
    r"they)\b",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"\b(?:outperform|surpass|superior|competitive|promising|effective|state[- ]of[- ]the[- ]art|efficacy|better than)",
    re.IGNORECASE,
)
_LEADING_ON = re.compile(
    r"(?:it|they|both|its|their|there|in order|in case|not only|notwithstanding|despite|to|compared|unlike|"
    r"based on|given"
    r"|recent studies|previous works?|prior works?|the current approaches|when|if|as|then|so|such)\b",
    re.IGNORECASE,
)
_LEAST_FINDINGS = 3
_OF_WORDS = 2
_TITLE_END = re.compile(r"\s(?:for|via|with|in|of|is|are|on|by|from|through|using|to|as|at|beyond|without)\s|[?!.:,]")
_TITLE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of one paper: its text, how much there is to it, and the data it was measured on."""

    paper: str
    text: str
    weight: tuple[int, int]
    dataset: str | None
    has_value: bool


def findings(papers: Sequence[RecordedPaper], most: int) -> list[Finding]:
    """At most half of ``most`` findings (three at least), one a paper.

    Figures on the data that most of them share come first, then other figures, then what was found in words.
    """
    best = [max(found, key=lambda f: f.weight) for paper in papers if (found := list(_of_paper(paper)))]
    chosen = sorted(best, key=lambda f: f.weight, reverse=True)[: max(_LEAST_FINDINGS, most // 2)]
    shared = Counter(finding.dataset for finding in chosen if finding.dataset)
    place = {paper.id: n for n, paper in enumerate(papers)}

    def order(finding: Finding) -> tuple[bool, int, str, int]:
        times = shared[finding.dataset] if finding.dataset else 0
        return not finding.has_value, -times, (finding.dataset or "") if times > 1 else "", place[finding.paper]

    return sorted(chosen, key=order)


def _of_paper(paper: RecordedPaper) -> Iterator[Finding]:
    for one in paper.said:
        if one.field != "result":
            continue
        if one.value:
            text = named(paper, one.text)
            if stands_alone(paper, text):
                yield Finding(paper.id, text, _weight(one), one.dataset, True)
        elif (found := _FOUND.match(one.text)) and not (
            POINTING.search(found["found"]) or _OWN.search(found["found"]) or _PRAISE.search(found["found"])
        ):
            yield Finding(paper.id, _capital(found["found"]), (_OF_WORDS, -len(one.text)), None, False)


def _weight(result: Said) -> tuple[int, int]:
    filled = sum(part is not None for part in (result.measure, result.dataset, result.baseline))
    return 1 + filled, -len(result.text)


def name_of(paper: RecordedPaper) -> str | None:
    """What a paper calls its method: in its title before the colon, else where it says what it proposes."""
    if found := _NAME.match(paper.title):
        return found[1]
    told = (_INTRODUCED.match(one.text) for one in paper.said if one.field in {"contribution", "method"})
    return next((match["name"] for match in told if match), None)


def called(paper: RecordedPaper) -> str:
    """What to call a paper among others: its method's name, else how its title begins, up to its first preposition."""
    start = _TITLE_END.split(f"{paper.title} ", maxsplit=1)[0]
    return name_of(paper) or " ".join(start.split()[:_TITLE_WORDS])


def named(paper: RecordedPaper, text: str) -> str:
    """``text`` without its talk of experiments, under the name that the paper gives its method, if it gives one.

    "The method achieves ...", "Experiments show that it achieves ..." and "Achieves ..." all become "ColorMAE achieves
    ..."; "On CIFAR-10 it ..." becomes "ColorMAE: On CIFAR-10 it ...".
    """
    text = plainly(text)
    name = name_of(paper)
    if name is None:
        return text
    if found := _AUTHORS.match(text[:1].lower() + text[1:]):
        return f"{name} {found['verb']}{'es' if found['verb'].endswith('ch') else 's'}{text[found.end() :]}"
    if name.casefold() in text.casefold():
        return text
    if _GENERIC.match(text):
        return _GENERIC.sub(lambda _: name, text, count=1)
    if _VERB.match(text):
        return f"{name} {text[:1].lower()}{text[1:]}"
    return f"{name}: {text}" if _VAGUE_START.match(text) and _NAME.match(paper.title) else text


def plainly(text: str) -> str:
    """``text`` without its talk of experiments and of finding out."""
    told = _EXPERIMENTS.sub("", text)
    if found := _FOUND.match(told):
        told = found["found"]
    return text if told == text else _capital(told)


def stands_alone(paper: RecordedPaper, text: str) -> bool:
    """Whether a reader learns from ``text`` alone whose result it is: by a name, and without pointing elsewhere."""
    if POINTING.search(text):
        return False
    name = name_of(paper)
    if name and name.casefold() in text.casefold():
        return True
    return not _VAGUE_START.match(text) and not _VERB.match(text) and bool(_COINED.search(" ".join(text.split()[:9])))


def points_elsewhere(text: str) -> bool:
    """Whether ``text`` opens with, or speaks of, something that only its abstract explains."""
    return bool(_GENERIC.match(text) or POINTING.search(text) or _LEADING_ON.match(text))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
