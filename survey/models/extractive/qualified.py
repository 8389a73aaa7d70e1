"""What a figure's own clause says about it: the task, the way of testing, the condition that it holds under.

It goes behind the measure in brackets, in the sentence's words: "AP (2D pose estimation)", "accuracy (top-5)".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from survey.models.extractive.measures import is_cost, is_multiple
from survey.models.extractive.reported import Result
from survey.tasks import HEADS
from survey.words import small

_NO_MODIFIER = (
    r"(?:the|an?|of|on|in|for|with|and|or|by|to|both|as|from|is|are|was|at|that|which|than|over|state-of-the-art|new|"
    r"best|SOTA|challenging|various|several|this|these|those|our|its|their|all|each|other|existing|previous|standard|"
    r"(?:achiev|obtain|reach|demonstrat|show|deliver|attain|report|perform)\w*|reliable|strong|robust|superior|"
    r"competitive|accurate|high|exceptional|excellent|remarkable|promising|outstanding|efficient|"
    r"different|higher|lower|greater|popular|such|most|multiple|improved?|better|overall|average|two|three|four|five|six|\w+(?:ing|ly)|"
    r"benchmarks?|data ?sets?|methods?|models?|approaches|baselines?|across|against)\b"
)
_TASK = rf"(?<![\w-])(?P<task>(?:(?!{_NO_MODIFIER})[A-Za-z\d][\w-]* ){{0,3}}{HEADS})(?![\w-])"
_TASK_BEHIND = re.compile(rf"[^,;()]{{0,70}}?\b(?:for|in|on) (?:the )?{_TASK}")
_TASK_OF_DATA = re.compile(rf" (?P<task>(?:(?!{_NO_MODIFIER})[a-z\d][\w-]* ){{0,2}}{HEADS})(?![\w-])")
_TASK_HOLDS = re.compile(rf"{_TASK}(?: tasks?| performance| accuracy| benchmarks?)? \([^()]*$")
_TASK_FIRST = re.compile(
    rf"(?:^|[.;,] (?:and |while |whereas )?)(?:\w+ly, )?(?:[Oo]n|[Ff]or|[Ii]n) (?:the )?{_TASK}(?: tasks?|"
    rf" benchmarks?)?"
    r"(?= on | in |,)"
)
_SUBTASK = re.compile(
    rf"\b(?P<task>(?:zero|few|one|\d+)-shot (?:(?!{_NO_MODIFIER})[a-z\d][\w-]* ){{0,2}}{HEADS})(?![\w-])"
)
# What a measure is of anyway: "classification accuracy"
_IMPLIED = (
    (re.compile(r"accurac|error|top-\d", re.IGNORECASE), re.compile(r"(?:image |object )?classification")),
    (re.compile(r"IoU|Dice|DSC|intersection", re.IGNORECASE), re.compile(r"(?:\w+ )?(?:semantic )?segmentation")),
    (
        re.compile(r"box|mask|boundary|PQ|FID|PSNR|SSIM|LPIPS|WER|CER|word error|PPL|perplexity|MOTA|HOTA|IDF1|MPJPE"),
        re.compile(r".*"),
    ),
    (re.compile(r"mAP|NDS"), re.compile(r"(?:\w+ )?(?:object )?detection")),
    (re.compile(r"AP"), re.compile(r"(?:object )?detection")),
)
_SAID = ((re.compile(r"PQ"), re.compile(r"panoptic")), (re.compile(r"IoU"), re.compile(r"semantic")))
_CLAUSE_ENDS = re.compile(
    r"[;()]|,(?!\d{3})|\.(?!\d)| (?:and|while|but|whereas|compared|than|over|which|surpassing|outperforming)\b"
)
# The same, but for "and" within a list: "on A and B benchmarks under 50% sparsity"
_STATEMENT_ENDS = re.compile(
    r"[;()]|,(?!\d{3})|\.(?!\d)| (?:while|but|whereas|compared|than|over|which|surpassing|outperforming|including)\b|"
    r" and (?:an? |the |[+~]?\d|[a-z]+(?:ing|ed|[a-rt-z]s)\b(?! \w+s\b))"
)
_PART_OF_DATA = r"'s (?P<what>(?:[\w-]+ ){1,2}(?:split|subset|set|track))\b"
_RANKED = re.compile(
    r"^\s?\\?%?(?: [\w@-]+){0,3}\s?\((?:[^()]*, ?)?(?P<what>[Tt]op-?\s?\d+|[Rr]ank-?\d+|(?:zero|few|one|\d+)-shot|"
    r"linear|instance|panoptic|semantic|box|mask|pose)\)"
)
_SHOT = re.compile(
    r"\b(?P<what>(?:zero|few|one|\d+)-shot|linear prob(?:ing|es?)|k-?NN(?= (?:eval|class|accur|prob))|"
    r"[Kk]-[Nn]earest[- ][Nn]eighbou?r|open-vocabulary|"
    r"out-of-(?:distribution|domain)|cross-(?:domain|dataset|lingual|subject)|open-set)\b"
    r"(?! (?:(?:\w+ )?(?:CLIP|models?|methods?|learners?|approach\w*|[A-Z]\w*|LLMs?|VLMs?|baselines?|techniques?|"
    r"framework|capabilit\w+|prompting\b(?! setting)))\b)"
)
_FEW = r"(?:only |just |as few as |as little as |merely )?(?:a single|one|[\d.,]+[kKM]?\s?\\?%?)(?:-shot)?"
_FEW_LABELS = re.compile(
    rf"\b(?P<what>(?:[Ww]ith|using|from|given|at|under) (?:an? )?{_FEW} (?:of (?:the )?)?(?:[\w-]+ ){{0,3}}?"
    r"(?:labels?(?: per class)?|labell?ed data|annotations?|images(?: per class)?|samples(?: per class)?|examples|"
    r"demonstrations?|shots?|sparsity|(?:token |label |annotation )?budget|noise|missing data|training data|"
    r"labell?ed (?:samples|images|data|examples)))\b"
)
_ELSEWISE = re.compile(
    r"\b(?P<what>[Ww]ith(?:out)? extrapolation|[Ww]ithout (?:any )?(?:task-specific )?(?:fine-?tuning|training)|"
    r"(?:[Ww]ith|for|[Uu]sing|by|[Uu]nder) (?:simple |an? )?linear (?:probes?|probing|classifiers?|SVM|evaluation)|"
    r"(?:when |if )(?:trained|tested|evaluated|extrapolat\w+|scaled|transferred)\b[^,;()]{3,60}?"
    r"(?=[,;()]|\.(?!\d)|$| (?:and|while|but) (?!(?:then )?(?:tested|evaluated))))"
)
_IN_CASE = re.compile(
    r"\b(?P<what>under (?:[\w-]+ ){1,3}(?:conditions?|attacks?|shifts?|corruptions?|perturbations?|degradations?)|"
    r"in (?:Arabic|Bengali|Chinese|Dutch|English|Finnish|French|German|Greek|Hebrew|Hindi|Indonesian|Italian|Japanese|"
    r"Korean|Mandarin|Persian|Polish|Portuguese|Russian|Spanish|Swahili|Tamil|Telugu|Thai|Turkish|Urdu|Vietnamese))\b"
)
_STRONG = re.compile(
    r"[Nn]eighbo|extrapolat|when |if |shot|label|annotat|sparsity|budget|noise|images|samples|examples"
)
# "96% on a diabetes dataset", "21% on GPT-2 Small": data without a name, the model that is worked on
_ON_WHAT = re.compile(
    r"\b(?P<what>on an? (?!single\b|new\b|variety\b|range\b|number\b|set\b)(?:[a-z][\w-]* ){1,3}"
    r"(?:data ?set|corpus|test set|cohort)|"
    r"(?:on|for) (?:GPT|ResNet|ViT|DeiT|Swin|VGG|MobileNet|EfficientNet|Llama|LLaMA|Qwen|Mistral|Gemma|Pythia|OPT|T5|"
    r"BERT|RoBERTa|Stable Diffusion)[\w.-]*(?: (?:[A-Z\d][\w.-]*|[a-z]?\d[\w.]*))*)(?![\w-])"
)
_FOR_FIRST = re.compile(
    r"^(?P<what>For (?!(?:example|instance|this|that|these|those|all|both|each|the|our|an?|it|example|comparison|"
    r"reference|evaluation|inference|training)\b)[a-z][\w-]*(?: [\w-]+){0,3}),(?! [A-Z][\w-]*(?:,| and ))"
)
_IN_TASK = re.compile(
    r"^(?:[A-Z]\w+, )?(?P<what>[Ii]n the (?:(?!(?:same|first|second|third|above|best|worst|other)\b)[\w-]+ ){1,3}"
    r"(?:tasks?|tracks?|settings?|scenarios?|cohort|group|subset|split)),"
)
# "85% for buy signals": what the figure is of, right behind it
_FOR_WHAT = re.compile(
    r"\s?(?:\\?%|percent)? (?P<what>for (?:the )?"
    r"(?!(?:all|both|each|every|example|instance|our|its|their|this|that|these|those|it|them|us|same|most|any|evaluation|comparison|inference|training|testing|task|final|first|a|an)\b)"
    r"[A-Za-z][\w-]*(?: (?!(?:and|on|in|with|by|at|using|over|when|while|compared)\b)[\w-]+){0,3})"
    r"(?=[,;)]|\.(?!\d)|$| and\b)"
)
_ONE_OF_A_LIST = re.compile(r"\d\s?(?:\\?%)?(?:,|,? and|/)\s?[+~]?$")
_PER = re.compile(r"\s?(?:ms|s|sec|seconds?|min|minutes?|m?J|[kMG]i?B) (?P<what>per [a-z]+)\b")
# A way of testing that stands behind the last of two figures is both's: "83% on A and 32% mIoU on B with linear probes"
_JOINED = re.compile(r"[^,;()]{0,60} and ")
_SHARED = re.compile(
    r"\b(?P<what>(?:with|using|by|under) (?:simple |an? )?linear (?:probes?|probing|classifiers?|evaluation))\b"
)
LONGEST_MEASURE = 80
"""Characters of a measure, with all that its figure holds for."""
_LONGEST = 9  # words of a condition; a longer one can't stand in a cell
_FASTER = re.compile(
    r"\b(?P<what>(?:converg|train|sampl|generat|decod|render|infer|runs|running|process|comput|execut|solv|"
    r"search|learn|"
    r"optimi[sz]|finetun|fine-tun|compil|simulat|respon|evaluat)\w*|compression)"
    r"(?: (?:up to|about|around|over|more than|at least|nearly|approximately|roughly|is|are|an?|~|by))* ?~?$"
)
_FASTER_THAN = re.compile(r"^\W{0,9}(?:times|[xX×])?\W{0,3}(?:faster|slower) than\b")
_BARE = re.compile(r"(?:faster|slower|quicker|more efficient|more effective|more [a-z]+ly|better|higher|lower|greater)")
_OF_A_PART = r"[^,;.()\d]{{0,40}}?(?P<whole>{} of (?:the )?[A-Z][\w-]*[A-Z\d][\w-]*)"


def spans(results: Sequence[Result], text: str) -> list[tuple[int, int]]:
    """Where the figures stand in ``text``, in their order; an empty place behind the last for one that doesn't."""
    found: list[tuple[int, int]] = []
    at = 0
    for one in results:
        value = (one.value or "").lstrip("+")
        plain = rf"(?<![\w.]){re.escape(value)}(?![\w.]*\d)"
        with_unit = (
            re.compile(rf"{plain}(?=\s?\\?{re.escape(one.unit)})") if one.unit and value else None
        )  # not of "2D"
        match = with_unit.search(text, at) if with_unit else None
        match = match or (re.compile(plain).search(text, at) if value else None)
        found.append(match.span() if match else (at, at))
        at = found[-1][1]
    return found


def with_setting(one: Result, setting: str) -> Result:
    """``one`` with what its figure holds for behind its measure, unless that says it."""
    measure = one.measure or ""
    told = setting.strip(" ,.")
    if not measure or not told or told.casefold() in measure.casefold():
        return one
    whole = f"{measure[:-1]}; {told})" if measure.endswith(")") else f"{measure} ({told})"
    return replace(one, measure=whole) if len(whole) <= LONGEST_MEASURE else one


def qualified(results: Sequence[Result], text: str) -> list[Result]:
    """The results with their tasks and conditions; without those whose condition can't be told in a cell."""
    placed = spans(results, text)
    told: list[Result] = []
    for i, (one, (start, end)) in enumerate(zip(results, placed, strict=True)):
        ahead = text[placed[i - 1][1] if i else 0 : start]
        behind = text[end : placed[i + 1][0] if i + 1 < len(placed) else len(text)]
        after = text[placed[i + 1][1] :] if i + 1 < len(placed) else ""
        if (whole := _told(_tested(one, behind, after), text[:start], ahead, behind)) is not None:
            told.append(whole)
    return told


def _tested(one: Result, behind: str, after: str) -> Result:
    """``one`` with a way of testing that stands behind the next figure too, of which ``after`` is what follows."""
    shared = _SHARED.search(_up_to(_CLAUSE_ENDS, after)) if _JOINED.fullmatch(behind) else None
    return with_setting(one, shared["what"]) if shared else one


def _told(one: Result, before: str, ahead: str, behind: str) -> Result | None:
    if one.measure and _BARE.fullmatch(one.measure):
        done = _FASTER.search(ahead)
        if done is None and one.baseline and is_multiple(one.unit) and _FASTER_THAN.search(behind):
            return one
        return with_setting(one, done["what"]) if done and one.measure.endswith("er") else None
    near = _up_to(_CLAUSE_ENDS, behind)
    ranked = _RANKED.match(behind)
    if ranked and not any(of.search(one.measure or "") and same.fullmatch(ranked["what"]) for of, same in _SAID):
        one = with_setting(one, ranked["what"])
    if one.dataset and (part := re.search(re.escape(one.dataset) + _PART_OF_DATA, before + behind)):
        one = with_setting(one, part["what"])
    task = _without_data(_task(one, before, ahead, near), one)
    if task and _wants_task(one, task):
        one = with_setting(one, task)
    clause = _up_to(_STATEMENT_ENDS, behind).replace(one.baseline or "\0", " ")
    one = _placed(one, before, behind, clause)
    return _under(one, _conditions(clause) or _conditions(_opening(before, ahead)), behind)


def _placed(one: Result, before: str, behind: str, clause: str) -> Result:
    """``one`` with what it is per, or on or for, where it has no data set: "per frame", "on a diabetes dataset"."""
    if per := _PER.match(behind):
        one = with_setting(one, per["what"])
    if one.dataset:
        return one
    near = re.sub(rf"^\s?\\?%? {re.escape(_plain(one))}(?= for )", "", behind)
    own = None if _ONE_OF_A_LIST.search(before) else _FOR_WHAT.match(near)
    own = None if own and re.search(HEADS, own["what"]) else own  # a task is told where the measure doesn't say it
    where = own or _ON_WHAT.search(clause) or _FOR_FIRST.match(before) or _IN_TASK.match(before)
    said = where is None or where["what"].partition(" ")[2] in (one.measure or "")
    return one if where is None or said else with_setting(one, small(where["what"]))


def _plain(one: Result) -> str:
    """A result's measure without what stands in brackets behind it."""
    return (one.measure or "").partition(" (")[0]


def _under(one: Result, conditions: Sequence[str], behind: str) -> Result | None:
    """``one`` with its conditions and, of a cost, whose it is; None where a condition that matters can't be told."""
    for condition in dict.fromkeys(conditions):
        if _STRONG.search(condition) and (one.measure is None or len(condition.split()) > _LONGEST):
            return None
        one = with_setting(one, condition)
    part = re.match(_OF_A_PART.format(re.escape(one.measure)), behind) if one.measure and is_cost(one.measure) else None
    return replace(one, measure=part["whole"]) if part else one


def _up_to(ends: re.Pattern[str], behind: str) -> str:
    """What stands behind a figure up to where its clause ``ends``."""
    end = ends.search(behind)
    return behind[: end.start()] if end else behind


def _opening(before: str, ahead: str) -> str:
    """What the sentence, or the figure's own part of it, opens with, up to a comma."""
    first = re.match(r"(?:With|Without|Under|Using|In|For|On|When|Given|At)\b[^;]*?(?:,(?!\d{3})|$)", before)
    own = re.search(
        r", (?:and |but |while )?(?P<own>(?:with|without|under|using|in|when|given|at) [^;]*?),(?!\d{3})", ahead
    )
    if own:
        return own["own"]
    return first[0] if first else ""


def _conditions(clause: str) -> list[str]:
    """What a clause says that its figure holds under, in its order."""
    found = [m for pattern in (_FEW_LABELS, _ELSEWISE, _SHOT, _IN_CASE) for m in pattern.finditer(clause)]
    return [small(m["what"]) for m in sorted(found, key=lambda m: m.start())]


def _task(one: Result, before: str, ahead: str, near: str) -> str | None:
    """The task that a figure is of, as its clause or the opening of its sentence names it."""
    if held := _TASK_HOLDS.search(before):
        return held["task"]
    if one.dataset:
        found = (_TASK_OF_DATA.match(part, end) for part in (near, ahead) for end in _ends_of(one.dataset, part))
        if match := next(filter(None, found), None):
            return match["task"]
    if match := _TASK_BEHIND.match(near) or _SUBTASK.search(ahead):
        return None if match.string is near and near.startswith(" of ", match.end()) else match["task"]
    opened = list(_TASK_FIRST.finditer(before))
    return opened[-1]["task"] if opened else None


def _ends_of(name: str, text: str) -> Iterator[int]:
    """Where each ``name`` in ``text`` ends."""
    at = text.find(name)
    while at >= 0:
        yield at + len(name)
        at = text.find(name, at + 1)


def _without_data(task: str | None, one: Result) -> str | None:
    """The task without a data set's name in front: "LVIS open-vocabulary detection"."""
    first, _, rest = (task or "").partition(" ")
    return rest if rest and first in (one.dataset or "").split(" ") else task


def _wants_task(one: Result, task: str) -> bool:
    """Whether a measure doesn't say its task: "AP" is of boxes, masks and poses."""
    measure = one.measure or ""
    if not measure or is_cost(measure) or re.search(HEADS, measure) or measure in task:
        return False
    return not is_implied(measure, task)


def is_implied(measure: str, task: str) -> bool:
    """Whether a measure is of a task anyway: "classification accuracy"."""
    return any(of.search(measure) and same.fullmatch(task) for of, same in _IMPLIED)
