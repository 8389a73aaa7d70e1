"""What is told without its talk of finding out: "Our results show that nets forget" as "Nets forget"."""

import re

from survey.models.extractive.alone import COINED, GENERIC
from survey.words import capital, small

_PEOPLE = (
    r"(?:experiments?|results?|evaluations?|experimentation|stud(?:y|ies)|comparisons?|findings|analys[ei]s|tests|"
    r"simulations?|observations)"
)
_SHOW = r"(?:show|demonstrate|indicate|reveal|confirm|validate|verify|prove|establish|highlight)(?:s|ed)?"
_ON_SUCH_DATA = (  # "on herbarium datasets"; of "on several public benchmarks" nothing is lost
    r" (?:on|across) (?!(?:several|various|multiple|many|different|diverse|public(?:ly)?|available|popular|standard|"
    r"common(?:ly)?|benchmark|real-world|challenging|widely|used|both|the|and|large-scale|synthetic|real|extensive|other|"
    r"existing|established|downstream|all|a|wide|range|of|variety|set|recent|well-known|open|real|two|three|four|five|six|"
    r"seven|eight|nine|ten) )[a-z-]+(?: [a-z-]+)? (?:data ?sets?|benchmarks|images|corpora)\b"
)
_EXPERIMENTS = re.compile(
    rf"^(?!(?:While|Although|Though|Whereas)\b)(?:[A-Z]?[a-z-]+,? ){{0,5}}(?:(?i:{_PEOPLE}))"
    rf"(?:(?!{_ON_SUCH_DATA}) [a-z-]+){{0,6}}? (?:also |further |clearly )?{_SHOW} that (?=\w)"
)
_HEDGED = re.compile(
    r"^(?!(?:While|Although|Though|Whereas)\b)"
    rf"(?:[A-Z]?[a-z-]+,? ){{0,5}}(?:(?i:{_PEOPLE}|evidence|data))(?: (?!that\b)[\w-]+,?){{0,14}}? "
    r"(?:also |further |strongly |thus |clearly |together |therefore )*"
    r"(?P<verb>suggest|indicate|hint|imply|implie)(?:s|ed)?(?: at)? that,? (?P<told>\w.*)$"
)
"""What results only suggest is no fact."""
_OPINION = re.compile(
    r"\b(?:should(?! (?:have been|be expected to|give rise|lead to|result in))|must|ought to|needs? to be)\b"
)
_MEASURED = re.compile(r"\d(?:\.\d+)?\s?\\?%|\d\.\d|\b(?:outperform|surpass|exceed)")
_ON_DATA = re.compile(
    rf"^(?:[A-Z]?[a-z-]+,? ){{0,5}}(?:(?i:{_PEOPLE}))(?: (?:conducted|performed|carried out|"
    rf"obtained))? (?:on|across|over|with) "
    rf"(?P<data>[^.;:]{{3,90}}?) (?:also |further |clearly |consistently )?{_SHOW} that (?P<told>.+)$"
)
_FOUND = re.compile(
    r"^(?:Finds|Shows|Demonstrates|Observes|Reveals|Proves|Confirms|Discovers|Concludes|Establishes|"
    r"(?:The authors|It is|It was) (?:find|show|demonstrate|observe|reveal|prove|confirm|discover|"
    r"conclude|shown|found))(?: [a-z]+ly)?,?"
    r"(?: (?:with|through|by|via|both|for|in) [a-z -]{3,50}?)? that (?P<found>\S.{40,})$"
)
_AND_THAT = re.compile(r"(?<=,) and that(?:(?=,)| (?=[a-z]))")  # "shows that X, and that Y" without "shows that"
_AND_THAT_LEFT = re.compile(r"^(?P<ahead>(?:(?! that\b).)*?,) and that\b")  # a record leaves out "shows that"


def plainly(text: str) -> str:
    """``text`` without its talk of experiments and of finding out; the data that they name stay, in front.

    What is only suggested stays so: "Our results suggest that X" gives "Suggests that X".
    """
    if (hedged := _HEDGED.match(text)) and not (hedged["verb"] == "indicate" and _is_measured(hedged["told"])):
        return f"{_HEDGES[hedged['verb']]} that {hedged['told']}"
    if numbered := _STUDY_N.match(text):
        return f"Finds that {numbered['told']}"
    text = _AND_THAT_LEFT.sub(r"\g<ahead> and", text) if ", and that" in text else text
    told = _EXPERIMENTS.sub("", text)
    if told != text:
        told = _and_so(told)
        if _OPINION.search(told):
            return f"Argues that {told}"
    told = _ON_DATA.sub(_on_its_data, told)
    if found := _FOUND.match(told):
        told = _and_so(found["found"])
        if _OPINION.search(told) and not text.startswith("Proves"):
            return f"Argues that {told}"
    told = _ONE_CAN.sub("It is possible to ", told)
    return text if told == text else capital(told)


_STUDY_N = re.compile(  # "Study 1 examined memory and found that X": which study of the paper's says nothing
    r"(?:Study|Experiment|Trial) [1-9A-C] (?:[a-z]+ed )[^;:]{5,110},? (?:and|which) (?:found|showed|revealed) that "
    r"(?P<told>.+)"
)
_ONE_CAN = re.compile(r"^[Oo]ne can (?=[a-z]+ )")  # not "one paper", of which statements begin so


def _and_so(told: str) -> str:
    """What "and that" joins to a finding that has lost its "finds that"."""
    return _AND_THAT.sub(lambda joint: " and" if told.startswith(",", joint.end()) else " and ", told)


_HEDGES = {
    "suggest": "Suggests", "indicate": "Indicates", "hint": "Suggests", "imply": "Suggests", "implie": "Suggests"
}  # fmt: skip


def is_opinion(text: str) -> bool:
    """Whether ``text`` says what should be rather than what is."""
    return _OPINION.search(text) is not None


def _is_measured(told: str) -> bool:
    """Whether what is indicated is what the paper's own method reached: that was measured."""
    return bool(GENERIC.match(told) or _MEASURED.search(told))


def _on_its_data(found: re.Match[str]) -> str:
    data, told = found["data"].removesuffix(" and").rstrip(" ,"), found["told"]
    again = any(name.strip(",()") in told for name in data.split() if COINED.search(name))
    return told if again else f"On {data}, {small(told)}"
