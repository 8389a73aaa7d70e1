"""How a paper's method works, as a statement that stands alone: "HeadMask masks the heads that matter most"."""

import re

from survey.announcing import announces
from survey.evidence import content_words, sentences, support
from survey.hanging import hanging
from survey.models.extractive.alone import DONE, GENERIC, POINTING
from survey.models.extractive.called import is_offered, is_titled, name_of
from survey.models.extractive.contributed import is_what, without_novelty
from survey.models.extractive.leaning import speaks_of_what_is_known
from survey.models.extractive.subject import ONE, named, with_subject
from survey.questions import RecordedPaper
from survey.standing import places
from survey.voice import in_third_person
from survey.words import capital, small

_LEAST_WORDS, _MOST_WORDS = 9, 45
_KIND = r"(?:method|approach|model|framework|algorithm|system|network|technique|architecture|strategy|tool)"
_ITS_KIND = re.compile(_KIND)
_INSIDE = re.compile(rf"(?<=, )the (?:proposed )?(?P<kind>{_KIND})(?= (?:\w+ly |first )?[a-z]+s\b)")
_BY_AUTHORS = re.compile(r"^(?P<ahead>(?:To|For|By|Using|Through|Given|In|With|Under|Instead) .{8,160}?), the authors ")
_STEP = re.compile(r"^(?P<whose>\S+(?: \S+){0,3}?) (?P<step>first|then|further|also) (?=[a-z]+s\b)")
_LEADS_ON = re.compile(r"^(?:\S+ ){1,7}?(?<!and )(?<!, )(?:then|further|moreover|again|next|finally)\b")
_OF_A_PART = re.compile(
    r"^[^:]{2,40}: (?:The (?!(?:authors )?(?:dataset|data set|benchmark|corpus)\b)|[A-Z]\S*s? (?:are|is) )"
)
_ONLY_NAMES_IT = re.compile(
    rf" (?:[\w-]+ ){{0,6}}?(?:{_KIND}s?|study|analysis|evaluation|review|solutions|data ?set|benchmark)"
    r"(?: (?:for|to|of|adapted|designed|tailored)\b|[.,])"
)
_TRIES_IT = re.compile(r"^(?:\S+ ){1,4}?(?:\w+ly )?(?:validates|verifies|demonstrates|showcases|tests)\b")
_OF_WHOSE = re.compile(
    r"\b(?:of|on|for|with|to|by|applies|uses|evaluates|tests|extends) the (?:proposed )?(?:approach|method|framework)\b"
    r"(?! (?:of|that)\b)"
)
_LED = re.compile(r"(?:^|, |^[Tt]he |, the |^In |: )$")
_DOES = re.compile(r"(?: paper)?(?:,|:|'s| (?:(?:\w+ly|first|also) ){0,2}[a-z]+s\b)")
_BROKEN = re.compile(r"[_^]\{|^(?!.*\(i\)).*\(ii\)|\(i\)(?!.*\(ii\))|^(?!.*\b1\)).*\b2\)")


def workings(paper: RecordedPaper) -> str:
    """How the paper's method works, under its name, or that of "one method"; empty where its abstract is needed."""
    said = next((one.text for one in paper.said if one.field == "method"), "")
    told = sentences(said)
    if not told:
        return ""
    whole = len(said.split()) <= _MOST_WORDS and all(one.startswith("It ") for one in told[1:])
    text = _of_whom(paper, said if whole else told[0])
    if text and (led := _led_to_by(paper, text)) and _fits(paper, led):
        return led
    return text if _fits(paper, text) else ""


def told_as_workings(paper: RecordedPaper, text: str) -> str:
    """A trimmed sentence of the abstract as how the method works, under its name; empty where that doesn't stand."""
    text = _of_whom(paper, text)
    return text if _fits(paper, text) else ""


def _led_to_by(paper: RecordedPaper, text: str) -> str:
    """The sentence ahead, where that is on what is offered and has named what ``text`` speaks of as known; else empty.

    "LeGrad computes gradients as the signal." ahead of "We aggregate the signal over all layers."
    """
    lines, name = sentences(paper.abstract), name_of(paper)
    at = max(range(len(lines)), key=lambda number: support(text, lines[number]), default=0)
    before = lines[at - 1] if at else ""
    own = name and before.startswith(f"{name} ")
    return _of_whom(paper, before) if own and speaks_of_what_is_known(text, paper.title, before) else ""


def unnamed(text: str) -> bool:
    """Whether a statement is about "one paper" or "one method", in front or behind what that is for."""
    return text.startswith(ONE) or _UNNAMED.search(text) is not None


_UNNAMED = re.compile(rf", one (?:paper(?:'s {_KIND})?|study|{_KIND}) ")


def _of_whom(paper: RecordedPaper, text: str) -> str:
    """``text`` with the name of what it is about, or "one method" for "the method" of a paper without a name."""
    name = name_of(paper)
    if (found := _BY_AUTHORS.match(text)) and not (name and name in found["ahead"]):
        told = in_third_person(f"We {text[found.end() :]}")
        if not told.startswith("The authors"):
            whose = f"the {name} paper" if name and name not in told and is_titled(paper, name) else "one paper"
            return f"{found['ahead']}, {whose} {small(told)}"
    text = is_what(name, without_novelty(text)) or with_subject(paper, named(paper, text))
    if name is None and (generic := GENERIC.match(text)) and (kind := _ITS_KIND.search(generic[0].lower())):
        text = f"{ONE}{kind[0]}{text[generic.end() :]}"
    elif name is None and (inside := _INSIDE.search(text)):
        text = f"{text[: inside.start()]}one {inside['kind']}{text[inside.end() :]}"
    return capital(_without_step(text))


def _without_step(text: str) -> str:
    """ "X first checks Y" as "X checks Y" where nothing says what it does then."""
    step = _STEP.match(text)
    if step is None or (step["step"] == "first" and re.search(r"\b(?:then|second|next|finally|and [a-z]+s)\b", text)):
        return text
    return f"{step['whose']} {text[step.end() :]}"


def _fits(paper: RecordedPaper, text: str) -> bool:
    """Whether a reader of ``text`` knows whose it is and what it speaks of, and learns how something is done."""
    first = sentences(text)[0]
    if not _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS or POINTING.search(text) or DONE.search(first):
        return False
    if unnamed(first) and _OF_WHOSE.search(first):
        return False
    if hanging(first, paper.title) or _BROKEN.search(text) or (announces(first) and _ONLY_NAMES_IT.search(first)):
        return False
    if (_LEADS_ON.match(first) and "first" not in first) or _OF_A_PART.match(first) or _TRIES_IT.match(first):
        return False
    contribution = next((one.text for one in paper.said if one.field == "contribution"), "")
    if content_words(first) <= content_words(f"{paper.title} {contribution}"):
        return False
    coined = _COINED.match(first)
    own = coined is not None and bool(_DOES.match(first, coined.end())) and is_offered(paper, coined[0])
    return unnamed(first) or own or _is_about(name_of(paper), first)


_COINED = re.compile(r"(?=[a-z]*[A-Z]\S*[A-Z\d])[A-Za-z][\w+-]*\w")


def _is_about(name: str | None, text: str) -> bool:
    """Whether ``name`` is what the sentence is about: "X ranks ...", "Unlike Y, X ranks ...", "The X paper ..."."""
    there = places(name or "", text)
    return name is not None and any(_LED.search(text[:at]) and _DOES.match(text, at + len(name)) for at in there)
