"""New papers join topics, found new ones, split large ones; pins hold in every run."""

from functools import cache

import numpy as np
import pytest
from real_topics import blobs, holds_every_paper_once, real_grouping, real_papers

from survey.errors import SettingsError
from survey.papers import Paper
from survey.topics import Grouping, Pins, Shape, group, join
from survey.topics.drawing import Draft, Line
from survey.topics.growing import _founded
from survey.topics.joining import _homes, _votes
from survey.topics.space import Space, chances, neighbours, whole


@cache
def halves() -> tuple[tuple[Paper, ...], tuple[Paper, ...]]:
    papers = real_papers()
    new = tuple(p for n, p in enumerate(papers) if n % 20 == 0)
    return tuple(p for n, p in enumerate(papers) if n % 20), new


@cache
def joined() -> tuple[Grouping, Grouping]:
    old, new = halves()
    before = group(old)
    return before, join(before, old, new)


def where(grouping: Grouping) -> dict[str, str]:
    return {key: topic.id for topic in grouping.topics for key in topic.papers}


def test_every_new_paper_is_placed_and_old_ids_stay() -> None:
    before, after = joined()
    old, new = halves()
    holds_every_paper_once(after, [*old, *new])
    assert {t.id for t in before.topics} <= {t.id for t in after.topics}
    fresh = [int(t.id[1:]) for t in after.topics if t.id not in {b.id for b in before.topics}]
    assert all(number > len(before.topics) for number in fresh)
    assert [m.id for m in before.themes] == [m.id for m in after.themes]
    assert [m.name for m in before.themes] == [m.name for m in after.themes]


def test_old_papers_stay_where_they_were_unless_their_topic_was_split() -> None:
    before, after = joined()
    was, now = where(before), where(after)
    split_off = {t.id: t.lineage for t in after.topics if t.lineage}
    for key, topic in was.items():
        assert now[key] == topic or topic in split_off[now[key]]


def test_a_topic_without_a_new_paper_is_the_same_record() -> None:
    before, after = joined()
    _, new = halves()
    keys = {p.key for p in new}
    untouched = [t for t in after.topics if not keys & set(t.papers) and not t.lineage]
    olds = {t.id: t for t in before.topics}
    same = [t for t in untouched if t == olds[t.id]]
    assert len(same) >= len(untouched) - 2  # but for a parent that lost a part
    assert len(same) > 10


def test_most_new_papers_join_the_topic_that_a_rebuild_would_put_them_in() -> None:
    _, after = joined()
    _, new = halves()
    now, rebuilt = where(after), real_grouping()
    beside = {key: set(t.papers) for t in rebuilt.topics for key in t.papers}
    mates = [sum(now[m] == now[p.key] for m in beside[p.key]) / len(beside[p.key]) for p in new]
    assert sum(mates) / len(mates) > 0.5


def space_of(points: np.ndarray) -> Space:
    """Points that are smooth as they are."""
    papers = [Paper(f"p{n}", "", "") for n in range(len(points))]
    return Space(points, points, points, points, neighbours(points, 1).cosines[:, 0], chances(papers))


def test_new_papers_join_the_topics_of_the_papers_around_them() -> None:
    points, truth = blobs([40, 30, 20])
    fresh = np.arange(0, 90, 7)
    known = np.setdiff1d(np.arange(90), fresh)
    homes = _homes(space_of(points), fresh, known, truth[known], np.array([0, 0, 1]))
    assert homes.tolist() == truth[fresh].tolist()


def test_a_paper_s_neighbours_count_by_how_near_they_are_and_the_next_one_not_at_all() -> None:
    points = at_angles([0.0, 0.1, -0.2, 0.3, -0.4])
    votes = _votes(points, np.array([0]), np.arange(1, 5), np.arange(4), 3)[0]
    assert votes[0] > votes[1] > votes[2] > votes[3] == 0.0
    assert votes.sum() == pytest.approx(1)


def at_angles(angles: list[float]) -> np.ndarray:
    return whole(np.column_stack([np.cos(angles), np.sin(angles)]).astype(np.float32))


def test_neighbours_in_the_same_theme_speak_for_its_topics() -> None:
    """As many of the nearest are of topic 0 as of topic 1; topic 2 is a little farther away, all others lie far."""
    beside = [0.1 + n / 100 for n in range(7)]
    points = at_angles([0.0, *beside, *(-angle for angle in beside), *([0.2] * 7), *([2.5] * 179)])
    topics = np.repeat([0, 1, 2, 3], [7, 7, 7, 179])
    for themes, home in (([0, 1, 0, 2], 0), ([0, 1, 1, 2], 1)):
        homes = _homes(space_of(points), np.array([0]), np.arange(1, 201), topics, np.array(themes))
        assert homes.tolist() == [home]


def test_when_some_found_a_topic_the_other_new_papers_go_there_or_stay() -> None:
    points, truth = blobs([30, 30, 9])
    labels, fresh = np.where(truth == 2, 0, truth), np.r_[0, 60:69]
    labels[0] = 1  # voted into another topic than the nearest centre's
    found = _founded(Draft(labels, (Line("t1", "m1"), Line("t2", "m1"))), space_of(points), fresh, Shape(), 0)
    born = next(n for n, line in enumerate(found.lines) if line.id == "t3")
    assert set(found.labels[60:69].tolist()) == {born}
    assert found.lines[found.labels[0]].id == "t2"


@pytest.mark.parametrize("papers", [2, 5, 60])
def test_papers_that_are_all_alike_join_as_well(papers: int) -> None:
    points = np.repeat(whole(np.ones((1, 4), dtype=np.float32)), papers + 1, axis=0)
    homes = _homes(space_of(points), np.array([0]), np.arange(1, papers + 1), np.zeros(papers, int), np.array([0]))
    assert homes.tolist() == [0]


def test_nothing_new_changes_nothing() -> None:
    before = real_grouping()
    assert join(before, real_papers(), ()) == before


def test_papers_on_something_new_found_a_topic_of_their_own() -> None:
    def about(word: str) -> list[Paper]:
        return [p for p in real_papers() if word in f"{p.title} {p.abstract}".lower()]

    new = about("click-through rate")[:8]
    old = [p for p in real_papers() if p not in about("click-through") and p not in about("recommend")]
    after = join(group(old), old, new)
    holder = [t for t in after.topics if {p.key for p in new} & set(t.papers)]
    best = max(holder, key=lambda t: len({p.key for p in new} & set(t.papers)))
    assert len({p.key for p in new} & set(best.papers)) >= 6
    assert int(best.id[1:]) > len(group(old).topics)
    assert "click" in best.name.lower()


def test_a_topic_that_grew_too_large_is_split_and_keeps_its_id() -> None:
    papers = list(real_papers()[:120])
    old, new = papers[::2], papers[1::2]
    before = group(old, shape=Shape(max_topic=12))
    after = join(before, old, new, shape=Shape(max_topic=12))
    assert max(len(t.papers) for t in after.topics) <= 12
    born = [t for t in after.topics if t.lineage]
    assert born
    assert {t.lineage[0] for t in born} <= {t.id for t in before.topics}
    assert {t.id for t in before.topics} <= {t.id for t in after.topics}


@cache
def doubled() -> tuple[Grouping, Grouping]:
    """120 papers, and the same with 120 more that came in five joins."""
    papers = list(real_papers()[:240])
    start = papers[::2]
    before = after = group(start)
    for n in range(5):
        held, new = [*start, *papers[1 : 1 + n * 48 : 2]], papers[1 + n * 48 : 1 + (n + 1) * 48 : 2]
        after = join(after, held, new)
    holds_every_paper_once(after, papers)
    return before, after


def test_an_outline_grows_as_its_corpus_does() -> None:
    before, after = doubled()
    rebuilt = group(real_papers()[:240])
    behind = len(rebuilt.topics) - len(before.topics)
    assert behind > 6
    assert abs(len(after.topics) - len(rebuilt.topics)) <= behind / 2
    assert abs(len(after.themes) - len(rebuilt.themes)) <= 1


def test_growth_moves_old_papers_only_by_splits() -> None:
    before, after = doubled()
    was, now = where(before), where(after)
    origin = {t.id: t.lineage for t in after.topics}
    for key, topic in was.items():
        at = now[key]
        while at != topic:
            assert origin[at], f"{key} left {topic} for {at}, which wasn't split off from it"
            at = origin[at][0]


def test_a_new_theme_takes_topics_out_of_one_theme_and_stands_behind_it() -> None:
    before, after = doubled()
    home = {topic: theme.id for theme in before.themes for topic in theme.topics}
    ids = [theme.id for theme in after.themes]
    born = [theme for theme in after.themes if theme.id not in {m.id for m in before.themes}]
    assert born
    assert [id for id in ids if id not in {m.id for m in born}] == [m.id for m in before.themes]
    for theme in born:
        sources = {home[topic] for topic in theme.topics if topic in home}
        assert len(theme.topics) >= 2
        assert len(sources) == 1
        assert ids.index(theme.id) > ids.index(sources.pop())


def test_few_new_papers_split_nothing() -> None:
    before, after = joined()
    assert len(before.topics) <= len(after.topics) <= len(before.topics) + 2


def test_what_the_user_merged_is_not_split_by_growth() -> None:
    papers = list(real_papers()[:240])
    old, new = papers[::2], papers[1::2]
    plain = group(old)
    first, *others = (t.id for t in plain.topics[:5])
    pins = Pins(merge=((first, *others),))
    before = group(old, pins=pins)
    after = join(before, old, new, pins=pins)
    kept = next(t for t in after.topics if t.id == first)
    assert {key for t in plain.topics[:5] for key in t.papers} <= set(kept.papers)
    assert all(first not in t.lineage for t in after.topics)
    assert any(t.lineage for t in after.topics if t.id not in {b.id for b in before.topics})


def test_a_user_who_asked_for_a_number_of_topics_gets_no_more_by_joins() -> None:
    papers = list(real_papers()[:160])
    shape = Shape(topics=9)
    before = group(papers[::2], shape=shape)
    assert len(join(before, papers[::2], papers[1::2], shape=shape).topics) == len(before.topics)


def test_the_order_in_which_new_papers_come_in_one_join_is_nothing() -> None:
    papers = list(real_papers()[:160])
    old, new = papers[::2], papers[1::2]
    before = group(old)
    assert join(before, old, new) == join(before, old[::-1], new[::-1])


def test_dropped_papers_leave_and_an_emptied_topic_goes() -> None:
    papers = list(real_papers()[:80])
    before = group(papers)
    gone = set(before.topics[0].papers)
    rest = [p for p in papers if p.key not in gone]
    after = join(before, rest, ())
    holds_every_paper_once(after, rest)
    assert [t.id for t in after.topics] == [t.id for t in before.topics[1:]]


def test_numbers_of_topics_that_are_gone_are_not_given_again() -> None:
    papers = list(real_papers()[:100])
    before = group(papers)
    last = before.topics[-1].id
    merged = group(papers, pins=Pins(merge=((before.topics[0].id, last),)))
    after = join(merged, papers, (), pins=Pins(split=(before.topics[1].id,)))
    assert last not in {t.id for t in after.topics}
    assert int(next(t.id for t in after.topics if before.topics[1].id in t.lineage)[1:]) > int(last[1:])


PINNED = real_papers()[:120]


@cache
def plain() -> Grouping:
    return group(PINNED)


def test_a_topic_is_named_by_id_by_name_or_by_one_of_its_papers() -> None:
    first = plain().topics[0]
    for reference in (first.id, first.name.upper(), first.papers[-1]):
        named = group(PINNED, pins=Pins(names={reference: "Mine"}))
        assert named.topics[0].name == "Mine"
        assert named.topics[0].papers == first.papers


def test_a_theme_can_be_named() -> None:
    named = group(PINNED, pins=Pins(names={"m1": "Part one"}))
    assert named.themes[0].name == "Part one"


def test_merge_split_and_move() -> None:
    one, two, three = plain().topics[:3]
    paper = plain().topics[-1].papers[0]
    pins = Pins(merge=((one.id, two.id),), split=(three.id,), papers={paper: one.id})
    after = group(PINNED, pins=pins)
    holds_every_paper_once(after, list(PINNED))
    by_id = {t.id: t for t in after.topics}
    assert set(by_id[one.id].papers) == {*one.papers, *two.papers, paper}
    assert by_id[one.id].lineage == (two.id,)
    assert two.id not in by_id
    born = next(t for t in after.topics if t.lineage == (three.id,))
    assert set(born.papers) | set(by_id[three.id].papers) == set(three.papers)


def test_pins_hold_in_the_next_run_and_do_not_act_twice() -> None:
    one, two, three = plain().topics[:3]
    pins = Pins(merge=((one.id, two.id),), split=(three.id,), names={two.id: "Both"}, order=(three.id,))
    after = group(PINNED, pins=pins)
    assert join(after, PINNED, (), pins=pins) == after
    assert next(t for t in after.topics if t.id == one.id).name == "Both"


def test_a_new_pin_splits_what_was_split_before_and_an_old_one_does_not() -> None:
    topic = max(plain().topics, key=lambda t: len(t.papers))
    pins = Pins(split=(topic.id,))
    once = group(PINNED, pins=pins)
    assert join(once, PINNED, (), pins=pins, split_before=pins.split) == once
    twice = join(once, PINNED, (), pins=pins, split_before=())
    assert [t.lineage for t in twice.topics].count((topic.id,)) == 2
    assert join(once, PINNED, (), pins=pins) == once
    with pytest.raises(SettingsError, match="t999"):
        join(once, PINNED, (), pins=Pins(split=("t999",)), split_before=("t999",))


def test_order_brings_topics_and_their_themes_to_the_front() -> None:
    last = plain().themes[-1]
    after = group(PINNED, pins=Pins(order=(last.topics[-1],)))
    assert after.topics[0].id == last.topics[-1]
    assert after.themes[0].id == last.id
    assert after.themes[0].topics[0] == last.topics[-1]


@pytest.mark.parametrize(
    "pins",
    [
        Pins(names={"t999": "x"}),
        Pins(merge=(("t1", "no such topic"),)),
        Pins(split=("t999",)),
        Pins(order=("m99",)),
        Pins(papers={"nobody-aaaa": "t1"}),
        Pins(papers={PINNED[0].key: "t999"}),
    ],
)
def test_a_pin_that_names_nothing_is_an_error_that_says_so(pins: Pins) -> None:
    with pytest.raises(SettingsError, match=r"t999|no such topic|m99|nobody-aaaa") as error:
        group(PINNED, pins=pins)
    assert "Take the pin out" in error.value.todo
