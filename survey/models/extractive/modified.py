"""The words that belong to a measure: its modifiers right before it, and what goes on right behind it.

"certified robust accuracy", "tool-use accuracy", "BLEU@1", "QPS per chip": without them it is another measure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from survey.models.extractive.measures import ANY_MEASURE
from survey.models.extractive.qualified import LONGEST_MEASURE, spans
from survey.models.extractive.reported import Result
from survey.words import small

_CHANGES = (
    "improv|boost|rais|rise|ris|increas|decreas|reduc|lower|cut|sav|drop|gain|enhanc|outperform|surpass|exceed|beat|"
    "accelerat|speed|achiev|reach|attain|obtain|yield|maintain|preserv|keep|kept|retain|demonstrat|show|deliver|report|"
    "provid|measur|produc|record|result|lead|led|giv|gav|mak|made|push|bring|enabl|ensur|optimi[sz]|match|doubl|"
    "tripl|halv|us|hav|includ|compar|evaluat|sacrific|degrad|los|lift|elevat|strengthen|advanc|see|saw|get|got|win|won|"
    "set|hit|offer|establish|exhibit|incur|trad|balanc|minimi[sz]|maximi[sz]|shorten|shrink|recover|restor|"
    "remain|becom|perform|scor|stabili[sz]|mitigat|alleviat|narrow|clos|consider|requir|observ|indicat|reveal|suggest|"
    "expos|induc|caus|affect|chang|trigger|verif|confirm|find|found|comput|updat|guarantee|promot|facilitat"
)
_VERB = rf"(?:{_CHANGES})(?:e|es|ed|d|s|ing|ting|ping|t|n)?"
_NO_MODIFIER = re.compile(
    rf"(?:(?:{_VERB})|"
    r"the|an?|of|on|in|for|with|and|or|by|to|both|as|from|is|are|was|were|be|been|being|at|that|which|than|over|under|"
    r"this|these|those|our|its|their|his|her|all|each|every|other|any|some|most|such|it|they|we|has|had|have|can|could|"
    r"may|will|would|not|no|but|while|when|where|if|via|per|up|upon|about|around|between|across|against|into|through|"
    r"during|after|before|until|without|within|despite|due|because|only|just|even|also|still|yet|more|less|fewer|most|"
    r"least|much|many|several|various|different|same|similar|comparable|equivalent|respective|further|additional|"
    r"another|nearly|almost|roughly|approximately|"
    r"state-of-the-art|SOTA|SoTA|new|best|better|superior|competitive|strong(?:er|est)?|"
    r"remarkable|impressive|promising|significant|substantial|notable|consistent|considerable|excellent|exceptional|"
    r"outstanding|good|great|greater|greatest|highe[rs]t?|high|lowe[rs]t?|low|large[rs]?t?|small(?:er|est)?|top|"
    r"leading|record|"
    r"perfect|near-perfect|faster|fast|slower|cheaper|satisfactory|reasonable|acceptable|minimal|slight|minor|major|"
    r"respectable|unprecedented|solid|clear|dramatic|relative|absolute|extra|improved|experimental|"
    r"baseline|original|vanilla|existing|previous|prior|"
    rf"{_VERB}-.*|"
    r"times?|percent|percentage|points?|dB|pp|fold|vs|versus|i\.e|e\.g|respectively|one|two|three|four|five|six|"
    r"seven|eight|nine|ten)",
    re.IGNORECASE,
)
_DONE_ONES = re.compile(
    r"(?:un)?(?:certified|weighted|balanced|averaged|normali[sz]ed|adjusted|combined|aggregated|supervised|"
    r"mixed|calibrated|pooled|expected|shared|filtered|corrected|perceived|verified|unseen|based|embedded|estimated)|"
    r"\S+-\S+ed",
    re.IGNORECASE,
)
# Only what describes is taken behind an adverb or a plural: "consistently", "models", "reduces"
_PLURAL = re.compile(r".*(?<!s)(?<!les)(?<!ou)(?<!i)(?<!u)s")
_WORD = re.compile(r"(?<![^\s(])(?P<word>[A-Za-z\d][\w@./+'’-]*) $")
_ONE_AND = re.compile(
    rf"(?:^|\b(?:the|an?|of|in|its|both|by|with|for|(?:{_CHANGES})(?:e?s|ed|e|ing|ting)?) )"
    r"(?P<word>(?!\w+(?:ly|ed|s)\b)[a-z][a-z-]+) and $"
)
_OF_A_TITLE = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_CAPITAL = re.compile(
    r"(?!(?:The|An?|In|On|For|Our|Its|Average|Mean|Overall|Best|Highest|Top|With)\b)[A-Z][a-z]+(?:-[A-Z][a-z]+)*"
)
_MOST = 3  # words that are added
_NAME = re.compile(r"(?=.*(?:[a-z\d][A-Z]|[A-Z]{2}|\d))[\w.+-]+")
_ON = re.compile(
    r"(?:(?:-[A-Za-z]+){2,}|@\d+|\+\+|-[A-Z](?![\w-])|-(?:max|min|mean|macro|micro|weighted|avg|score)\b|"
    r" per [a-z]+\b(?! cent))"
)
_ABBREVIATED = r" \((?P<short>[a-z]{0,2}[A-Z][\w@-]{1,7})\)"
_LINKS = r"(?:(?:of|is|was|exceeding|reaching|to|by|over|above|up) )*"
_LONG = 3  # words of a name that is told by its abbreviation
_VAGUE = ("performance", "quality", "results")
_FAR = 170  # characters from a measure to its figure
_NEAR = 45
_ELSEWHERE = re.compile(r"[,;\d]| and ")
_CUT = re.compile(r" with(?:out)? .*")


def modified(results: Sequence[Result], text: str) -> list[Result]:
    """The results with all the words of their measures."""
    placed = zip(results, spans(results, text), strict=True)
    return [_whole(one, text, span) if one.measure and span[0] < span[1] else one for one, span in placed]


def _whole(one: Result, text: str, span: tuple[int, int]) -> Result:
    measure, bracket, rest = (one.measure or "").partition(" (")
    measure = _CUT.sub("", measure)
    at = _place(measure, text, span)
    if at is None:
        return replace(one, measure=f"{measure}{bracket}{rest}" if measure else None)
    end = at + len(measure)
    more = _ON.match(text, end)
    whole = f"{with_modifiers(text, at, measure, one)}{more[0] if more else ''}{bracket}{rest}"
    return replace(one, measure=whole) if len(whole) <= LONGEST_MEASURE else one


def with_modifiers(text: str, at: int, measure: str, one: Result) -> str:
    """The ``measure`` that stands ``at`` that place with the words right before it that say which."""
    ahead = " ".join(reversed(list(_modifiers(text[:at], measure, one))))
    if not ahead:
        return measure
    before, behind = text[: at - len(ahead) - 1], text[at:]
    if before.endswith(" and ") and "respectively" in behind:
        return measure
    ahead = f"{_beside(before)}{ahead}"
    first = text.startswith(ahead) and ahead.split(" ")[0].istitle()
    return f"{small(ahead) if first else ahead} {measure}"


def in_short(results: Sequence[Result], text: str) -> list[Result]:
    """The results, each measure under the short name that stands in a bracket behind its long one."""
    return [_in_short(one, text) for one in results]


def _in_short(one: Result, text: str) -> Result:
    measure, bracket, rest = (one.measure or "").partition(" (")
    named = re.search(rf"{re.escape(measure)}{_ABBREVIATED} {_LINKS}{re.escape((one.value or '0').lstrip('+'))}", text)
    if measure and named and ANY_MEASURE.fullmatch(named["short"]) and not _shortens(named["short"], measure):
        return replace(one, measure=f"{named['short']}{bracket}{rest}")  # "precision at 50% IoU (mAP50) of 85%"
    if len(measure.split()) < _LONG:
        return one
    found = re.search(rf"(?<![\w-]){re.escape(measure)}{_ABBREVIATED}", text)
    if found is None or not _shortens(found["short"], measure) or not ANY_MEASURE.fullmatch(found["short"]):
        return one
    if measure.startswith(("average ", "mean ", "overall ", "total ")) and found["short"][0].lower() not in "am":
        return one  # the short name doesn't say so
    return replace(one, measure=f"{found['short']}{bracket}{rest}")


def _place(measure: str, text: str, span: tuple[int, int]) -> int | None:
    """Where the measure of the figure at ``span`` stands: right behind it, else last before it."""
    found = [m.start() for m in re.finditer(rf"(?<![\w-]){re.escape(measure)}(?!\w)", text)] if measure else []
    behind = [at for at in found if 0 <= at - span[1] <= _NEAR and not _ELSEWHERE.search(text, span[1], at)]
    ahead = [at for at in found if at < span[0] and span[0] - at <= _FAR]
    return behind[0] if behind else ahead[-1] if ahead else None


def _shortens(short: str, name: str) -> bool:
    """Whether ``short`` is made of letters of ``name``, in their order: "mIoU" of "mean intersection over union"."""
    letters = iter(name.casefold())
    return all(letter in letters for letter in re.sub(r"[^a-z]", "", short.casefold()))


def _modifiers(ahead: str, measure: str, one: Result) -> Iterator[str]:
    """The modifiers at the end of ``ahead``, the last first."""
    for _ in range(_MOST):
        found = _WORD.search(ahead)
        if found is None or not _modifies(found["word"], measure, one):
            return
        yield found["word"]
        ahead = ahead[: found.start()]


def _beside(ahead: str) -> str:
    """The first of two modifiers: "navigation and" of "navigation and positioning accuracy"."""
    found = _ONE_AND.search(ahead)
    no_kind = found is None or _NO_MODIFIER.fullmatch(found["word"]) or ANY_MEASURE.fullmatch(found["word"])
    return "" if found is None or no_kind else f"{found['word']} and "


def _modifies(word: str, measure: str, one: Result) -> bool:
    parts = (f"{one.measure} ".partition(" (")[2], one.dataset or "", one.baseline or "")
    if _OF_A_TITLE.fullmatch(measure) and _CAPITAL.fullmatch(word) and not any(word in part for part in parts):
        return True  # "Branch Matching Accuracy"
    if _NO_MODIFIER.fullmatch(word) or any(word in part for part in parts):
        return False
    if word.endswith(("'s", "’s")):
        return measure in _VAGUE
    if word.endswith("ly") or ANY_MEASURE.fullmatch(word) or re.match(r"\d(?!\d*-(?!fold|times|point)[a-z]{3})", word):
        return False
    if word.endswith(("ed", "s")) and not _NAME.fullmatch(word):
        return bool(_DONE_ONES.fullmatch(word)) or (word.endswith("s") and not _PLURAL.fullmatch(word))
    return True
