"""Figures told in one run with a list as long as it: each is read in a sentence of its own, with its item alone.

"Improves the F1 score by 8% and 10% on A and B, respectively" is read as "improves the F1 score by 8% on A" and as
"improves the F1 score by 10% on B", so that whatever holds for one figure in a sentence holds for each of a list. Where
the items can't be told for sure, or one of the figures is read as none, the list is left as it was.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from survey.models.extractive.counterparts import (
    ahead,
    behind,
    changed,
    right_behind,
    subjects,
    told_as_data,
)
from survey.models.extractive.measures import ANY_MEASURE
from survey.models.extractive.names import NOT_DATA
from survey.models.extractive.parallels import parallels
from survey.models.extractive.qualified import spans, with_setting
from survey.models.extractive.reported import Result
from survey.models.extractive.runs import Items, Run, runs
from survey.turns import turn

Read = Callable[[str], Sequence[Result]]
_RESPECTIVELY = re.compile(r",? ?\(?\brespectively\b\)?")
_NAMED_DATA = re.compile(
    r"(?P<name>(?:[A-Z][\w.-]*[A-Z\d][\w.-]*)(?: [A-Z\d][\w.-]*)*) (?:data ?set|benchmark|corpus)s?$"
)
_RAISES = re.compile(r"improv|boost|enhanc|rais")
_CLAUSE = re.compile(r";|(?P<again>\brespectively\b)")
_PERFORMANCE = re.compile(
    r"\b(?P<what>performance)(?: \w+)?(?: gains?| improvements?| increases?)? (?:by|of) (?:up to )?$"
)
_RIVALS = re.compile(r"over|than|compared|relative|outperform|surpass|exceed|beat|lead")


def distributed(results: Sequence[Result], text: str, read: Read) -> list[Result]:
    """The results of a sentence, with those of each run that its list tells apart."""
    told = list(results)
    for group, items, word in _matched(text, runs(text)):
        told = _with_each(told, text, group, items, word, read)
    return told


def _matched(text: str, found: Sequence[Run]) -> Iterator[tuple[list[Run], Items, tuple[int, int]]]:
    """The runs with their list, and where the word stands that says that they go in turn."""
    start = 0
    left = list(found)
    for word in _RESPECTIVELY.finditer(text):
        start = max(start, text.rfind("; ", start, word.start()) + 1)
        own = [run for run in left if start <= run.start and run.end <= word.start()]
        left = [run for run in left if run.start > word.start()]
        also = _going_on(text, left, word)
        near = _near(text, own[-1], word) if own else None
        if own and near is None and (each := _before(text, own[-1], start)):
            yield [*_as_long(own + also, each[0]), each[1]], each[0], word.span()
        elif own and (items := told_as_data(text, near or _far(text, own[-1], start))):
            yield _as_long(own + also, items), items, word.span()
        start = word.end()
    for run in found:
        items = right_behind(text, run, run.end) or changed(text, run)
        items = None if "respectively" in text[run.end :] else items
        if items := told_as_data(text, items):
            yield [run], items, (len(text), len(text))
    for items, run in parallels(text):
        yield [run], items, (len(text), len(text))


def _going_on(text: str, left: Sequence[Run], word: re.Match[str]) -> list[Run]:
    """The runs behind "respectively" that go on in the same turn: "5% and 7%, respectively, up by 1% and 2%"."""
    end = _CLAUSE.search(text, word.end())
    near = [run for run in left if end is None or run.end <= end.start()]
    return [] if end and end["again"] else [r for r in near if not (right_behind(text, r, r.end) or changed(text, r))]


def _before(text: str, run: Run, start: int) -> tuple[Items, Run] | None:
    """Figures ahead of a run, each with what it is on, and so is the run: "3% on A and 5% on B, up by 1% and 2%"."""
    found = [each for each in parallels(text[: run.start]) if each[0].start >= start]
    fits = [each for each in found if len(each[0].items) == len(run.values)]
    return fits[-1] if fits else None


def _as_long(found: Sequence[Run], items: Items) -> list[Run]:
    """The runs with as many figures as the list has items, beside it."""
    apart = (run for run in found if run.end <= items.start or run.start >= items.end)
    return [run for run in apart if len(run.values) == len(items.items)]


def _near(text: str, run: Run, word: re.Match[str]) -> Items | None:
    """The list beside a run that goes with it in turn."""
    return (
        behind(text, run, word.start())
        or (right_behind(text, run, word.end()) if word.start() - run.end < 3 else None)
        or changed(text, run)
    )


def _far(text: str, run: Run, start: int) -> Items | None:
    """The list further ahead of a run that goes with it in turn."""
    return ahead(text, run, start) or subjects(text, run, start)


def _with_each(
    results: list[Result], text: str, group: Sequence[Run], items: Items, word: tuple[int, int], read: Read
) -> list[Result]:
    """The results with those of a ``group`` of runs read one by one, where all of a run are told so."""
    alone = [_alone(text, group, items, word, i) for i in range(len(items.items))]
    parts = [read(one) for one in alone]
    placed = list(zip(spans(results, text), results, strict=True))
    for run in group:
        inside = [one for (a, _), one in placed if run.start <= a < run.end]
        apart = set(map(_apart, inside))
        if len(inside) == len(apart) == len(run.values) and _as_full(inside):
            continue  # each is told already
        if any(turn(text, value) != turn(one, value) for value, one in zip(run.values, alone, strict=True)):
            continue  # a gain that would be told as a value
        each = [_own(found, run, items, i, text) for i, found in enumerate(parts)]
        alike = [one for one in _filled(each, run, items) if one]
        whole = [_as_it_stands(one, items, i, text) for i, one in enumerate(alike)]
        own = [one for one in whole if one]
        if len(own) == len(each) and _are_alike(alike, items) and len(set(map(_apart, own))) == len(own):
            rest = [(place, one) for place, one in placed if not run.start <= place[0] < run.end]
            placed = sorted(rest + [((run.start, run.end), one) for one in own], key=lambda p: p[0][0])
    return [one for _, one in placed]


def _as_full(each: Sequence[Result]) -> bool:
    """Whether each of the results says as much as the others: all have a measure, or none; all have data, or none."""
    return len({(one.measure is None, one.dataset is None) for one in each}) == 1


def _alone(text: str, group: Sequence[Run], items: Items, word: tuple[int, int], i: int) -> str:
    """The sentence with the figure and the item ``i`` of each list only."""
    edits = [(*word, "," if text[word[1] : word[1] + 1] == "-" else ""), (items.start, items.end, items.items[i])]
    edits += [(run.start, run.end, run.alone(i)) for run in group if run.start != items.start]
    for start, end, whole in sorted(edits, reverse=True):
        text = text[:start] + whole + text[end:]
    return text


def _own(found: Sequence[Result], run: Run, items: Items, i: int, text: str) -> Result | None:
    """The result of figure ``i`` of a run, with the item that it goes with; None where it can't be told with that."""
    value = run.values[i].lstrip("+")
    one = next((one for one in found if (one.value or "").lstrip("+") == value), None)
    if one and one.measure is None and (vague := _PERFORMANCE.search(text[: run.start])):
        one = replace(one, measure=vague["what"])
    return _with_item(one, items.names[i], items, text) if one else None


def _filled(each: Sequence[Result | None], run: Run, items: Items) -> list[Result | None]:
    """The results, those of measures that nobody knows by those beside them: "9% in ROUGE and 5% in Insight"."""
    known = next((one for one, name in zip(each, items.names, strict=True) if one and one.measure == name), None)
    if known is None or items.opens != "in":
        return list(each)
    told = zip(each, items.names, run.values, strict=True)
    return [one or replace(known, measure=name, value=value) for one, name, value in told]


def _with_item(one: Result, item: str, items: Items, text: str) -> Result | None:
    """``one`` with the item, if it doesn't say it: as its data, as its rival's name, else behind its measure."""
    parts = (one.measure, one.dataset, one.baseline)
    plain = item.partition(" (")[0]
    if any(plain.casefold() in (part or "").casefold() for part in parts):
        return one
    if ANY_MEASURE.fullmatch(plain):
        return None
    raised = bool(_RAISES.match(items.opens)) and items.own and not _compared(one, text)
    if _RIVALS.match(items.opens) or (raised and one.measure):
        return replace(one, baseline=plain) if re.search(r"[A-Z\d ]", plain) else None
    named = plain if items.data else next((m["name"] for m in (_NAMED_DATA.search(item),) if m), None)
    if named and one.dataset is None and not NOT_DATA.search(named):
        return replace(one, dataset=named)
    leads = [f"{items.opens} {name.partition(' (')[0]}" for name in items.names]
    told = with_setting(one, f"{items.opens} {plain}" if all(lead in text for lead in leads) else plain)
    return told if told != one else None


def _as_it_stands(one: Result, items: Items, i: int, text: str) -> Result | None:
    """``one`` with none but words that stand together in the sentence: "accuracy (A)" of "A and B accuracy"."""
    name, there = items.names[i].partition(" (")[0], text.casefold()
    measure, _, told = (one.measure or "").partition(" (")
    kept = [part for part in told.removesuffix(")").split("; ") if part]
    whole = all(re.search(rf"\b{items.opens} (?:the |our |its )?{re.escape(each)}", text) for each in items.names)
    kept = [part if part.casefold() in there and (whole or name not in part) else name for part in kept]
    if measure.casefold() not in there:
        measure = re.sub(rf"\s*{re.escape(name)}\s*", " ", measure).strip()
        kept = [name, *kept]
        if not measure or measure.casefold() not in there:
            return None
    rival = one.baseline
    if rival and rival.casefold() not in there:
        if name not in rival or not re.search(r"[A-Z\d ]", name):
            return None
        rival = name
    said = "; ".join(dict.fromkeys(kept))
    return replace(one, measure=(f"{measure} ({said})" if said else measure) or None, baseline=rival)


def _apart(one: Result) -> tuple[str | None, ...]:
    """What tells a result from another one."""
    return one.measure, one.dataset, one.baseline


def _compared(one: Result, text: str) -> bool:
    """Whether a gain is said to be one over its rival, rather than to surpass that as well."""
    surpassed = rf"\b(?:outperform|surpass|exceed|beat)\w* (?:[a-z][\w-]* ){{0,3}}?{re.escape(one.baseline or '')}"
    return one.baseline is not None and not re.search(surpassed, text)


def _are_alike(each: Sequence[Result], items: Items) -> bool:
    """Whether results that were read one by one say the same but for their figures and items."""
    said = set()
    for one, *names in zip(each, items.items, items.names, strict=True):
        item = re.compile(rf"(?:{'|'.join(re.escape(name.partition(' (')[0]) for name in names)})\W*", re.IGNORECASE)
        parts = (one.measure, one.baseline, one.dataset)
        said.add((one.unit, *(item.sub("", part or "") for part in parts)))
    return len(said) == 1 and len(set(map(_apart, each))) == len(each)
