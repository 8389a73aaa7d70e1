"""What is doubtful about a figure is left out: all of it, or a part of it that says too little, or too much."""

import re
from dataclasses import replace

from survey.models.extractive.measures import ANY_MEASURE, NUMBER, is_cost
from survey.models.extractive.owners import reached_by
from survey.models.extractive.reaching import OF_A_SORT
from survey.models.extractive.reported import Result
from survey.turns import turn

_MODELS = r"(?:models?|\w*-?agents?|[A-Z]*L[LMR]Ms?|[A-Z]*VLMs?|LALMs?|systems?|solvers?)"
_LEADING = (
    r"(?:leading|current|existing|frontier|strongest|state-of-the-art|SOTA|today's|popular|commercial|proprietary|"
    r"top-performing|advanced|powerful)"
)
_DO = r"(?:achieves?|achieved|reach(?:es|ed)?|scores?|scored|obtains?|obtained|attains?|attained|gets?|solves?|solved)"
# "even the best model gets 54%", "leading agents struggle, reaching 5%": what a benchmark finds of others
_TESTED = re.compile(
    rf"\b[Ee]ven (?:the )?(?:[\w.-]+ ){{0,4}}?{_MODELS}\b[^;]*$|"
    rf"\b{_LEADING} (?:[\w.-]+ ){{0,3}}?{_MODELS} (?:[\w-]+ ){{0,2}}?"
    rf"(?:{_DO}\b[^;,]{{0,60}}|struggl\w+\b[^;]{{0,90}})$|"
    r"\b(?:achiev|reach|scor|obtain|attain|get|resolv|solv|answer|complet|exceed|surpass|pass|succeed)\w* "
    r"(?:an? |the )?(?:[\w@-]+ ){0,4}?(?:of |in )?"
    r"(?:only|merely|just|barely|less than|below|under|at most|at best|no more than) (?:an? )?(?:about |around |~)?$|"
    rf"(?<!our )\b(?:best|top)-performing (?:[\w.-]+ ){{0,2}}?(?:model|agent|[A-Z]*LLM) {_DO}\b[^;,]{{0,60}}$|"
    r"\b(?:standard|vanilla|naive|conventional) [^;]{0,120} (?:only|just) (?:an? )?$|"
    rf"\b(?:evaluat|benchmark|test)\w* (?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|popular|"
    rf"leading|various|different|prominent) ){{1,3}}[^;]{{0,60}}\b(?:{_MODELS}|frameworks)\b[^;]*$|"
    r"\b(?:limited|poor|low|modest|weak) (?:[\w-]+ )?(?:performance|success|results|accuracy)[^;]{0,30}\([~<]?$",
    re.IGNORECASE,
)
_HUMANS_DO = re.compile(
    r"(?:^|[,;] |\b[Ww]hile |\bwhereas )(?:the )?[Hh]umans?(?: [\w-]+){0,2}? (?:achiev|reach|scor|obtain|attain)\w* "
    r"[^,;]{0,30}$"
)
# "minimal degradation even at 70% cost reduction": what it was tried under
_AS_A_CONDITION = re.compile(
    r"\beven (?:at|with|under|when|after) (?:an? |only )?$|"
    r"\b(?:minimal|little|no|negligible|slight) (?:[\w-]+ ){0,3}(?:degradation|loss|drop|change|decline)s? "
    r"(?:at|under|with|when) (?:an? )?$"
)
_LOW_IS_GOOD = re.compile(
    r"error|loss|FID|[CW]ER\b|perplexity|gap|drop|degradation|difference|deviation", re.IGNORECASE
)
_A_MODEL = re.compile(r"\b(?:GPT|Gemini|Claude|Llama|Qwen|DeepSeek|Grok|o[1-4]\b|[A-Z][\w.]*(?:-[\w.]*)?\d)")
_TURNED = r"(?:improvement|gain|reduction|increase|decrease|drop|boost|saving)s?"
_RELATIVELY = re.compile(r"\s?\\?%? relative(?=[,.;)]|$| (?:on|in|over|and|compared|with|for|across)\b)")
_RELATIVE = re.compile(rf"\s?\\?%? (?P<what>relative (?:[\w@/-]+ ){{0,3}}?{_TURNED}\b)(?! rates?\b)")
_RELATIVE_AHEAD = re.compile(
    rf"\b(?P<what>relative (?:[\w@/-]+ ){{0,3}}?{_TURNED}(?: in (?:the )?[\w@/-]+(?: [\w@-]+){{0,2}}?)?) (?:of|by) "
    r"(?:up to |about |around |over |at least |more than |nearly |approximately |\w+ly )?$"
)
_LOOSELY_RELATIVE = re.compile(rf"\brelative (?:[\w-]+ ){{0,3}}{_TURNED}\b[^;,\d]{{0,80}}$")
_TO_ANOTHER = re.compile(r" to \d")  # "a precision of 9 to 12 bits"
_ENDS_A_RANGE = re.compile(rf"(?<!from )(?<![\d.])[+~]?{NUMBER}\s?(?:[xX×]|\\?%)? to $")  # "0.83 to 0.89"
_ORIGIN = re.compile(rf"\bfrom [^;,]{{0,60}}{NUMBER}\S{{0,12}} to $")
# What is said of others by its tone: "they perform poorly (below 50 %)", "no model surpasses 5 %"
_BLAMED = re.compile(
    r"\b(?:poorly|struggl\w+|fails?|failed|suffer\w*|weakens?|lags?|lagging|short of|underperform\w*|barely|"
    r"drop(?:s|ped|ping)? to|"
    rf"no (?:[\w-]+ )?{_MODELS} (?:[\w-]+ )?(?:surpass|exceed|reach|achiev|scor|attain|get)\w*)\b[^;]{{0,100}}$|"
    r"\bonly (?:reaching|achieving|scoring|attaining|obtaining) (?:an? )?(?:[\w@-]+ ){0,3}(?:of )?$",
    re.IGNORECASE,
)
_SPEEDUP = re.compile(r"(?:.* )?speed-?ups?|faster.*|slower.*")
_OF_A_LEVEL = re.compile(r" of (?:about )?\d")  # "mAP 0.5 of 0.71"
_OF_SO_MANY = re.compile(r"/\d+(?:,\d{3})*(?![\d.]*\s?(?:\\?%|/))")  # "in 12/20 cases"
# What may stand between two gains of a list: "a 9% gain over B on A (law), 8% on C"
_GOES_ON = (
    r"\s?\\?(?:%|pp|points)?(?: absolute)?(?: [a-z]{0,3}[A-Z][\w@:.-]*)?(?: (?:higher|better|lower)(?: [\w@-]+){1,2}?)?"
    r"(?: (?:improvement|gain|increase|boost)s?)?(?: \([^()]*\))?"
    r"(?: (?:over|than) [^,;()]{2,40}?)?(?: (?:on|in|for) [^,;()]{2,60})?(?: \([^()]*\))?(?:(?:,? and|,) (?:by )?|/)"
)
_SAYS_NOTHING = re.compile(
    r"(?:(?:overall|average|total|model|final|mean|notable|significant) )*(?:performance|improvement|gain|result|"
    r"metric|boost|increase|enhancement)s?"
)
# "lower RMSE (5.5% to 39.9%)": by how much it is lower, though no word says so
_MAYBE_CHANGED = re.compile(
    r"\b(?:lower|reduced|decreased|higher|increased|improved|better|smaller|larger) (?:[\w-]+ ){1,4}\([~+]?$"
)
_IN_A_PART = re.compile(
    r"\s?\\?%? (?:[a-z]+ )?(?:gain|improvement|increase|boost)s? in [A-Z][a-z]"
)  # "a gain in Liberal Arts"
# "improvements of 13% and 50% on DOVER and warping error": two measures in turn, of which one looks like data
_SECOND_OF_A_PAIR = re.compile(rf"{NUMBER}\s?\\?% and $")
_ON_TWO = re.compile(r"\s?\\?%? on [A-Z][\w-]* and [a-z]")
_NO_SHARE = re.compile(r"RMSE|MAE|MSE|correlation|latency|time|cost|memory|distance|perplexity|loss|PSNR")
_AREA = re.compile(r"AU[A-Z]{1,4}(?:-[A-Za-z]+)?")  # "AUPR-IN" looks like a data set's name
_PLURAL = re.compile(r"(?<=score|value)s$|(?<=rate)s$|(?<=coefficient)s$|(?<=measure)s$")


def is_doubtful(before: str, after: str, result: Result, changed: str | None) -> bool:
    """Whether the figure between the two is no value that a reader could make use of.

    A level at which something is measured, so many of so many, what is told as relative without a noun, and what is
    found of models that a sentence merely tests, unless it names the model and the data, or says of which sort they
    are: that goes with the figure. ``changed`` is whether the figure says by how much something rose or fell.
    """
    if (
        _AS_A_CONDITION.search(before[-90:])
        or _is_a_part(before, after, result)
        or _says_too_little(before, after, result, changed)
    ):
        return True
    if _LOOSELY_RELATIVE.search(before) and "relative" not in (result.measure or ""):
        return True
    if _RELATIVELY.match(after):
        return True
    if is_cost(result.measure) or _LOW_IS_GOOD.search(result.measure or ""):
        return False
    near = before[-200:]
    told = _TESTED.search(near) or _HUMANS_DO.search(near) or (changed is None and _BLAMED.search(near))
    named = result.dataset and _A_MODEL.search(near)
    return bool(told) and not named and not (result.measure and OF_A_SORT.fullmatch(reached_by(before) or ""))


def _is_a_part(before: str, after: str, result: Result) -> bool:
    """Whether the figure is an end of a range, one of several told together, or a part of a count or of a name."""
    if _ENDS_A_RANGE.search(before) and not _ORIGIN.search(before):
        return True
    if result.unit is None and (_OF_A_LEVEL.match(after) or _is_count(result, after)):
        return True
    if result.measure and f"{result.measure}(50" in before:
        return True  # "an IC(50) of 40": the measure's name goes on
    second = _SECOND_OF_A_PAIR.search(before) and _ON_TWO.match(after)
    return result.measure is None and bool(_IN_A_PART.match(after) or second)


def _says_too_little(before: str, after: str, result: Result, changed: str | None) -> bool:
    """Whether a reader can't tell what the figure is of: its measure is missing, says nothing, or is no share."""
    measure = result.measure or ""
    if measure in {"score", "scores"} and not result.dataset:
        return True
    if measure and not result.dataset and _SAYS_NOTHING.fullmatch(measure) and not changed:
        return True
    if result.measure is None and changed == "reduction":
        return True  # of what?
    if result.unit == "%" and changed is None and _NO_SHARE.search(measure) and _MAYBE_CHANGED.search(before):
        return True
    if result.unit is not None:
        return False
    if _SPEEDUP.fullmatch(measure) or _TO_ANOTHER.match(after) or (measure and _SAYS_NOTHING.fullmatch(measure)):
        return True
    return is_cost(result.measure) and "." not in (result.value or "")  # "transaction costs of 5 basis points"


def _is_count(result: Result, after: str) -> bool:
    return "." not in (result.value or "") and bool(_OF_SO_MANY.match(after))


def relative(before: str, after: str, result: Result) -> Result:
    """``result`` with "relative" in its measure where its figure is said to be that: "relative WER reduction"."""
    if "relative" not in before[-90:] + after[:40]:
        return result
    match = _RELATIVE_AHEAD.search(before) or _RELATIVE.match(after)
    if match is None:
        return result
    what, measure = match["what"], result.measure or ""
    if match.string is after:
        wanted = (
            re.escape(measure) if measure else r"[\w-]+(?: [\w-]+)?(?=[,.;)]|$| (?:on|over|for|and|compared|with)\b)"
        )
        follows = re.match(rf" (?:in|of) (?:the )?{wanted}(?!\w)", after[match.end() :])
        what += follows[0] if follows else ""
    says = measure in what if measure else (result.dataset or " in " in what or " of " in what)
    return replace(result, measure=what if says else None)


def without_doubts(results: list[Result], text: str) -> tuple[Result, ...]:
    """The results without those of their parts that say nothing, or that hold for another one of a list."""
    results = _without_unclear_gains(results, text)
    in_turn = "respectively" in text and len(results) > 1 and len({one.dataset for one in results}) == 1
    in_turn = in_turn and _figures_in_turn(results, text)
    results = [replace(one, dataset=None) if _of_one_of_two(one, text) else one for one in results]
    return tuple(_without(one, in_turn) for one in results)


def _of_one_of_two(one: Result, text: str) -> bool:
    """Whether a figure of a pair is said to be on both of two data sets that go with the pair, respectively."""
    if " and " not in (one.dataset or "") or "respectively" not in text or not one.value:
        return False
    value = re.escape(one.value)
    pair = rf"{NUMBER}\s?\\?%?,? and {value}(?![\w.]*\d)|(?<![\w.]){value}\s?\\?%?(?:, and| and|,) {NUMBER}"
    return bool(re.search(pair, text))


def _without_unclear_gains(results: list[Result], text: str) -> list[Result]:
    """The results without those that go on with a list of gains, though no word next to them says that they are gains.

    "A gain of 9% on A, 8% on B": 8% may not be told as a value.
    """
    kept: list[Result] = []
    gain: Result | None = None
    measures: set[str | None] = {None}
    for one in results:
        if gain and _goes_on(gain, one, measures, text):
            gain = one
            continue
        if one.unit and turn(text, one.value or ""):
            gain = one
            measures.add(one.measure)
        kept.append(one)
    return kept


def _goes_on(gain: Result, one: Result, measures: set[str | None], text: str) -> bool:
    value = one.value or ""
    if one.unit != gain.unit or one.measure not in measures or value.startswith("+") or turn(text, value):
        return False
    between = rf"{re.escape(gain.value or '')}{_GOES_ON}[~]?{re.escape(value)}(?![\w.]*\d)"
    return bool(re.search(between, text))


def _figures_in_turn(results: list[Result], text: str) -> bool:
    """Whether two of the figures stand side by side."""
    values = (one.value or "" for one in results)
    return any(re.search(rf"{re.escape(v)}\s?\\?%?\w*(?:,? and|,) [+~]?{NUMBER}", text) for v in values)


def _without(one: Result, in_turn: bool) -> Result:
    if one.dataset and one.measure is None and _AREA.fullmatch(one.dataset):
        one = replace(one, measure=one.dataset, dataset=None)
    if one.dataset and (ANY_MEASURE.fullmatch(one.dataset) or (", " in one.dataset and " and " not in one.dataset)):
        one = replace(one, dataset=None)
    measure = _PLURAL.sub("", one.measure) if one.measure else None
    if measure and one.dataset and one.unit and _SAYS_NOTHING.fullmatch(measure):
        measure = None
    shared = in_turn and " and " in (one.baseline or "")  # each of the figures is compared with one of the two
    return replace(one, measure=measure, baseline=None if shared else one.baseline)
