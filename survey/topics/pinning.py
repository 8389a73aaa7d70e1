"""What the user pinned, carried out on a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from survey.errors import SettingsError
from survey.topics.clusters import Labels, grouped
from survey.topics.drawing import Draft, Line, next_number
from survey.topics.model import Grouping, Pins
from survey.topics.space import Points


@dataclass(frozen=True, slots=True)
class Known:
    """What a pin can refer to: topics by id, by an id in their lineage, by name, or by a paper that they hold."""

    ids: frozenset[str]
    merged: Mapping[str, str]
    names: Mapping[str, str]
    papers: Mapping[str, str]

    def topic(self, wanted: str) -> str:
        """The id of the topic that ``wanted`` means; raises SettingsError when there is none."""
        if wanted in self.ids:
            return wanted
        for place in (self.merged, self.papers):
            if wanted in place:
                return place[wanted]
        if wanted.casefold() in self.names:
            return self.names[wanted.casefold()]
        raise SettingsError(
            f"A pin in survey.toml names {wanted!r}, but no topic has this id or name and no paper this key.",
            "Take the pin out, or write one of the ids, names or keys that survey.json holds.",
        )


def known_in(draft: Draft, keys: Sequence[str], names: Mapping[str, str]) -> Known:
    """What can be referred to; ``keys`` are the papers', in the order of the labels; ``names`` by topic id."""
    ids = frozenset(line.id for line in draft.lines)
    merged = {old: line.id for line in draft.lines for old in line.lineage if old not in ids}
    by_name = {name.casefold(): id for id, name in names.items() if id in ids}
    papers = {key: draft.lines[label].id for key, label in zip(keys, draft.labels, strict=True)}
    return Known(ids, merged, by_name, papers)


def pinned(
    draft: Draft,
    keys: Sequence[str],
    points: Points,
    names: Mapping[str, str],
    pins: Pins,
    seed: int,
    split_before: Sequence[str] | None = None,
) -> Draft:
    """The draft with the pins of topics and papers carried out; all of them refer to what stood before.

    ``split_before`` are the pins that an earlier run carried out; where None, a topic that was ever split stays whole.
    """
    known = known_in(draft, keys, names)
    papers = {key: known.topic(topic) for key, topic in sorted(pins.papers.items())}
    if missing := sorted(set(papers) - set(known.papers)):
        raise SettingsError(
            f"A pin in survey.toml places the paper {missing[0]!r}, which isn't in this survey.",
            "Take the pin out, or write the key as survey.json has it.",
        )
    merges = [[known.topic(topic) for topic in group] for group in pins.merge]
    splits = {wanted: known.topic(wanted) for wanted in pins.split}
    order = [_theme_or_topic(known, draft, wanted) for wanted in pins.order]
    for group in merges:
        draft = _merged(draft, list(dict.fromkeys(group)))
    done = _split_already(draft, splits, split_before)
    for topic in dict.fromkeys(splits.values()):
        draft = draft if topic in done else _split(draft, topic, points, seed)
    return _in_order(_moved(draft, keys, papers), order)


def pinned_names(
    draft: Draft, keys: Sequence[str], names: Mapping[str, str], grouping: Grouping | None, pins: Pins
) -> dict[str, str]:
    """The names that the user gave, by the id of the topic or theme; refers to the draft before pins moved anything."""
    known = known_in(draft, keys, names)
    themes = {theme.name.casefold(): theme.id for theme in (grouping.themes if grouping else ())}
    out = {}
    for wanted, name in pins.names.items():
        theme = wanted if wanted in draft.themes() else themes.get(wanted.casefold())
        out[theme or known.topic(wanted)] = name
    return out


def followed(names: Mapping[str, str], draft: Draft) -> dict[str, str]:
    """``names`` with those of topics that were merged since under the id of what they went into."""
    ids = {line.id for line in draft.lines}
    into = {old: line.id for line in draft.lines for old in line.lineage if old not in ids}
    return {into.get(id, id): name for id, name in names.items()}


def _theme_or_topic(known: Known, draft: Draft, wanted: str) -> str:
    return wanted if wanted in draft.themes() else known.topic(wanted)


def _merged(draft: Draft, group: Sequence[str]) -> Draft:
    """All papers of ``group`` in its first topic."""
    numbers = {line.id: n for n, line in enumerate(draft.lines)}
    group = [id for id in group if id in numbers]
    if len(group) < 2:
        return draft
    first, rest = group[0], set(group[1:])
    past = [old for id in group[1:] for old in (id, *draft.lines[numbers[id]].lineage)]
    labels = np.where(np.isin(draft.labels, [numbers[id] for id in rest]), numbers[first], draft.labels)
    lines = [
        replace(line, lineage=tuple(dict.fromkeys((*line.lineage, *past)))) if line.id == first else line
        for line in draft.lines
    ]
    return replace(draft, labels=labels, lines=tuple(lines)).arranged([line for line in lines if line.id not in rest])


def _split_already(draft: Draft, splits: Mapping[str, str], split_before: Sequence[str] | None) -> set[str]:
    """The topics whose pins (``splits``: the pin, and the topic that it means) were carried out in an earlier run."""
    if split_before is not None:
        return {topic for pin, topic in splits.items() if pin in split_before}
    return {id for line in draft.lines for id in line.lineage if id != line.id} & set(splits.values())


def _split(draft: Draft, topic: str, points: Points, seed: int) -> Draft:
    """The topic in two."""
    number = next(n for n, line in enumerate(draft.lines) if line.id == topic)
    members = np.flatnonzero(draft.labels == number)
    parts = grouped(points[members], 2, seed)
    if parts.max() == 0:
        return draft
    away = members[parts == np.bincount(parts).argmin()]
    return with_line(draft, away, after=number)


def with_line(draft: Draft, away: Labels, after: int, lineage: tuple[str, ...] | None = None) -> Draft:
    """The papers ``away`` in a new topic that stands behind the one numbered ``after``; it came from it by default."""
    parent = draft.lines[after]
    line = Line(f"t{next_number(draft.lines)}", parent.theme, (parent.id,) if lineage is None else lineage)
    labels = draft.labels.copy()
    labels[away] = len(draft.lines)
    wider = replace(draft, labels=labels, lines=(*draft.lines, line))
    return wider.arranged([*draft.lines[: after + 1], line, *draft.lines[after + 1 :]])


def _moved(draft: Draft, keys: Sequence[str], papers: Mapping[str, str]) -> Draft:
    if not papers:
        return draft
    merged = {old: n for n, line in enumerate(draft.lines) for old in line.lineage}
    numbers = {**merged, **{line.id: n for n, line in enumerate(draft.lines)}}
    labels = draft.labels.copy()
    for place, key in enumerate(keys):
        if key in papers:
            labels[place] = numbers[papers[key]]
    return replace(draft, labels=labels).arranged(draft.lines)


def _in_order(draft: Draft, order: Sequence[str]) -> Draft:
    """Themes and topics named in ``order`` first; a topic stays in its theme and brings it along."""
    if not order:
        return draft
    rank = {id: n for n, id in enumerate(order)}
    last = len(order)

    def theme_rank(theme: str) -> int:
        named = [rank[line.id] for line in draft.lines if line.theme == theme and line.id in rank]
        return min([rank.get(theme, last), *named])

    themes = list(draft.themes())
    place = {theme: n for n, theme in enumerate(sorted(themes, key=lambda t: (theme_rank(t), themes.index(t))))}
    return draft.arranged(sorted(draft.lines, key=lambda line: (place[line.theme], rank.get(line.id, last))))
