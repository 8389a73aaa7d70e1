"""A draft to a grouping: names, keywords, the most central papers first, and the audit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from survey.embedders import WordEmbedder
from survey.embedders.terms import unit
from survey.keyphrases import Description, Likeness, Wording, describe, wording_of
from survey.keyphrases.fields import known
from survey.keyphrases.leftovers import is_rest
from survey.papers import Paper
from survey.structured import without_headings
from survey.topics.clusters import centres_of, cosines
from survey.topics.drawing import Draft
from survey.topics.model import OTHER, OTHER_THEME, Grouping, Theme, Topic
from survey.topics.space import LENGTH, Points, text_of, whole

_WORST = 3
_READ = 3000  # papers whose words are read; of more, the most central ones of each topic, but at least
_READ_EACH = 8


def described(
    papers: Sequence[Paper], points: Points, draft: Draft, names: Mapping[str, str] | None = None
) -> Grouping:
    """The grouping that ``draft`` makes of ``papers``; ``names`` (topic or theme id: name) stand as they are."""
    centres = centres_of(points, draft.labels)
    fit = cosines(points, centres[draft.labels])
    members = [_central_first(papers, fit, draft, topic) for topic in range(len(draft.lines))]
    most = max(_READ_EACH, _READ // len(members)) if len(papers) > _READ else len(papers)
    read = [[papers[i] for i in m[:most]] for m in members]
    wording = wording_of([[(paper.title, without_headings(paper.abstract)) for paper in group] for group in read])
    about = _Subjects.of(read)
    near = about.near()
    names = {**({draft.other: OTHER} if draft.other else {}), **(names or {})}
    fixed = {n: names[line.id] for n, line in enumerate(draft.lines) if line.id in names}
    taken = [names[theme] for theme in draft.themes() if theme in names]
    nearest = _nearest(draft, centres)
    kept = _fields(draft, wording, about)
    while True:
        words = describe(wording, fixed, taken=taken, near=near, kept=kept)
        topics = _topics(papers, draft, words, members, fit, nearest)
        themes = _themes(draft, topics, wording, about, names)
        told = {theme.name for theme in themes}
        if told.issuperset(kept.values()):
            break  # a field that no theme is named by after all may be a topic's
        kept = {line: field for line, field in kept.items() if field in told}
    fits = {p.key: round(float(f), 3) for p, f in zip(papers, fit, strict=True)}
    return Grouping(themes, topics, fits)


def _topics(
    papers: Sequence[Paper],
    draft: Draft,
    words: Sequence[Description],
    members: Sequence[Sequence[int]],
    fit: Points,
    nearest: Sequence[str | None],
) -> tuple[Topic, ...]:
    return tuple(
        Topic(
            id=line.id,
            name=words[n].name,
            keywords=words[n].keywords,
            phrases=words[n].phrases,
            papers=tuple(papers[i].key for i in members[n]),
            lineage=line.lineage,
            cohesion=round(float(fit[members[n]].mean()), 3),
            nearest=nearest[n],
            worst=tuple(papers[i].key for i in members[n][::-1][:_WORST]) if len(members[n]) > 1 else (),
        )
        for n, line in enumerate(draft.lines)
    )


@dataclass(frozen=True, slots=True)
class _Subjects:
    """What groups are about, by the built-in vectors (free, whatever the embedder): the sum of each one's papers."""

    sums: Points

    @staticmethod
    def of(groups: Sequence[Sequence[Paper]]) -> "_Subjects":
        """The subjects of groups of papers, told from what all of them are about."""
        rows = WordEmbedder().embed([text_of(paper) for group in groups for paper in group])
        rows = unit(rows - rows.mean(axis=0))
        ends = np.cumsum([len(group) for group in groups])
        return _Subjects(np.array([part.sum(axis=0) for part in np.split(rows, ends[:-1])], dtype=np.float32))

    def wider(self, parts: Sequence[Sequence[int]]) -> "_Subjects":
        """The subjects of larger groups, each made of those at the places given."""
        return _Subjects(np.array([self.sums[list(part)].sum(axis=0) for part in parts], dtype=np.float32))

    def near(self) -> Likeness:
        """How near phrases lie to each group's middle."""
        middles = whole(self.sums)
        return lambda phrases: whole(WordEmbedder().embed(phrases)) @ middles.T / np.float32(LENGTH**2)


def _central_first(papers: Sequence[Paper], fit: Points, draft: Draft, topic: int) -> list[int]:
    members = [int(i) for i in np.flatnonzero(draft.labels == topic)]
    return sorted(members, key=lambda i: (-round(float(fit[i]), 4), papers[i].key))


def _nearest(draft: Draft, centres: Points) -> list[str | None]:
    if len(centres) < 2:
        return [None]
    likeness = centres @ centres.T
    np.fill_diagonal(likeness, -4 * LENGTH**2)
    return [draft.lines[int(n)].id for n in likeness.argmax(axis=1)]


def _fields(draft: Draft, wording: Wording, about: _Subjects) -> dict[int, str]:
    """The fields of work that themes would be named by if their topics had no names, by the places of their topics."""
    parts = list(draft.themes().values())
    sizes = [[wording.groups[line].papers for line in lines] for lines in parts]
    spare = [[theme] for theme in draft.themes()]
    words = describe(wording.wider(parts), parts=sizes, spare=spare, near=about.wider(parts).near())
    named = ((one.name, lines) for one, lines in zip(words, parts, strict=True) if len(lines) > 1)
    return {line: name for name, lines in named if name in known() for line in lines}


def _themes(
    draft: Draft, topics: Sequence[Topic], wording: Wording, about: _Subjects, names: Mapping[str, str]
) -> tuple[Theme, ...]:
    themes = draft.themes()
    given = {n: names[theme] for n, theme in enumerate(themes) if theme in names}
    for n, lines in enumerate(themes.values()):
        if draft.other in {topics[line].id for line in lines}:
            given.setdefault(n, OTHER_THEME)
    words = describe(
        wording.wider(list(themes.values())),
        given,
        taken=[topic.name for topic in topics],
        parts=[[wording.groups[line].papers for line in lines] for lines in themes.values()],
        spare=[_of_topics([topics[line] for line in lines]) for lines in themes.values()],
        near=about.wider(list(themes.values())).near(),
    )
    return tuple(
        Theme(theme, words[n].name, tuple(topics[line].id for line in lines))
        for n, (theme, lines) in enumerate(themes.items())
    )


def _of_topics(topics: Sequence[Topic]) -> list[str]:
    """Names for a theme made of its two largest topics': where nothing else holds it together."""
    large = sorted(topics, key=lambda t: (-len(t.papers), int(t.id[1:])))
    whole = {name for name in known() if " and " in name}  # "Audio and music" is no half
    named = (topic.phrases[1] if is_rest(topic.name) and topic.phrases[1:] else topic.name for topic in large)
    names = list(dict.fromkeys(name.split(" and ")[0] for name in named if name not in whole))[:2]
    if len(names) < 2:
        return []
    second = names[1] if names[1][1:2].isupper() else names[1][0].lower() + names[1][1:]
    return [f"{names[0]} and {second}"]
