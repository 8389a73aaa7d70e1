"""Draws of topics and of themes: what they agree on, and which papers they move."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from real_topics import blobs, holds_every_paper_once, real_papers

from survey.papers import Paper
from survey.topics import group, space
from survey.topics.consensus import (
    Together,
    _draws_for,
    _groups_settled,
    _settled,
    agreed,
    agreed_of_groups,
    agreement,
    together,
    together_broadly,
)
from survey.topics.drawing import _rethemed
from survey.topics.space import LENGTH, chances, place, smoothed_by, whole


def test_draws_agree_on_groups_that_lie_apart_whatever_they_take() -> None:
    points, truth = blobs([30, 20, 12])
    chance = chances([Paper(f"p{n}", "", "") for n in range(62)])
    for found in (together(points, 3, chance, 0), together_broadly(points, 8, 3, chance, 0)):
        labels = agreed(found, 3)
        assert len(set(zip(labels.tolist(), truth.tolist(), strict=True))) == 3
    assert len(set(chance.tolist())) == 62


def test_two_papers_stand_together_in_every_draw_at_most() -> None:
    points, _ = blobs([9, 9])
    chance = chances([Paper(f"p{n}", "", "") for n in range(18)])
    for found in (together(points, 2, chance, 0), together_broadly(points, 3, 2, chance, 0)):
        assert (found.counts == found.counts.T).all()
        assert (found.counts.diagonal() == found.draws).all()
        assert found.counts.max() == found.draws


@pytest.mark.parametrize("papers", [1, 2, 3])
def test_a_handful_of_papers_is_one_group_and_no_error(papers: int) -> None:
    points, _ = blobs([papers])
    chance = chances([Paper(f"p{n}", "", "") for n in range(papers)])
    for found in (together(points, 1, chance, 0), together_broadly(points, 0, 1, chance, 0)):
        assert agreed(found, 1).tolist() == [0] * papers
        assert agreed_of_groups(found, np.zeros(papers, dtype=np.int64), 1).tolist() == [0]


def test_topics_are_of_one_theme_when_their_papers_stood_together() -> None:
    labels = np.array([0, 0, 1, 1, 2, 2, 3, 3])
    counts = stood_together([0, 0, 0, 0, 1, 1, 1, 1], 8) + stood_together([0, 0, 1, 1, 2, 2, 3, 3], 2)
    themes = agreed_of_groups(Together(counts, 10), labels, 2)
    assert themes[0] == themes[1] != themes[2] == themes[3]


def test_a_topic_goes_to_the_theme_whose_papers_its_own_stood_with() -> None:
    often = np.array([[4.0, 4, 4, 0], [4, 4, 4, 0], [4, 4, 4, 0], [0, 0, 0, 4]])
    assert _groups_settled(often, np.full(4, 2.0), np.array([0, 1, 1, 1])).tolist() == [0, 1, 1, 1]
    assert _groups_settled(often, np.full(4, 2.0), np.array([0, 0, 0, 1])).tolist() == [0, 0, 0, 1], "alone, it stays"


def test_agreement_leaves_the_paper_itself_out() -> None:
    found = Together(stood_together([0, 0, 1, 1], 10), 10)
    shares = [[0.5, 0], [0.5, 0], [0, 1], [1 / 3, np.inf]]
    assert agreement(found, np.array([0, 0, 0, 1])) == pytest.approx(np.array(shares))


def moved(near: list[int], far: list[int], least: int = 1, most: int = 9, says: int = 1) -> list[int]:
    """Topics 0 and 1 are of one theme, 2 and 3 of another; paper 3 is in topic 1, whatever draws say.

    ``says`` is the theme that its own words speak for.
    """
    labels, theme_of = np.array([0, 0, 1, 1, 1, 2, 2, 3, 3]), np.array([0, 0, 1, 1])
    points = whole(np.eye(2, dtype=np.float32)[[0, 0, 0, says, 0, 1, 1, 1, 1]])
    drawn = [Together(stood_together(groups, 10), 10) for groups in (near, far)]
    return [int(n) for n in _rethemed(points, (drawn[0], drawn[1]), labels, theme_of, least, most)]


def test_a_paper_of_another_theme_moves_to_the_topic_there_that_it_stood_with() -> None:
    far = [0, 0, 0, 1, 0, 1, 1, 1, 1]
    assert moved([0, 0, 1, 3, 1, 2, 2, 3, 3], far) == [0, 0, 1, 3, 1, 2, 2, 3, 3]
    assert moved([0, 0, 1, 3, 1, 2, 2, 3, 3], far, least=3) == [0, 0, 1, 1, 1, 2, 2, 3, 3], "too few would be left"
    assert moved([0, 0, 1, 3, 1, 2, 2, 3, 3], far, most=2) == [0, 0, 1, 1, 1, 2, 2, 3, 3], "there is no room"


def test_a_paper_that_stood_with_its_own_topic_stays_whatever_its_theme() -> None:
    assert moved([0, 0, 1, 1, 1, 2, 2, 3, 3], [0, 0, 0, 1, 0, 1, 1, 1, 1])[3] == 1
    assert moved([0, 0, 1, 3, 1, 2, 2, 3, 3], [0, 0, 0, 0, 0, 1, 1, 1, 1])[3] == 1


def test_a_paper_whose_own_words_speak_against_the_other_theme_stays() -> None:
    assert moved([0, 0, 1, 3, 1, 2, 2, 3, 3], [0, 0, 0, 1, 0, 1, 1, 1, 1], says=0)[3] == 1


def test_a_paper_that_stood_with_no_topic_of_the_other_theme_stays() -> None:
    assert moved([0, 0, 1, 4, 1, 2, 2, 3, 3], [0, 0, 0, 1, 0, 1, 1, 1, 1])[3] == 1


def stood_together(groups: list[int], draws: int) -> np.ndarray:
    """How often papers stood together when all draws said the same."""
    return np.asarray((np.array(groups)[:, None] == np.array(groups)[None, :]) * draws, dtype=np.uint8)


def test_a_paper_goes_where_most_draws_put_it() -> None:
    together = stood_together([0, 0, 0, 0, 1, 1, 1, 1], 10)
    cut = np.array([0, 0, 0, 1, 1, 1, 1, 1])  # the hierarchy cut the fourth paper off from its own
    assert _settled(together, cut).tolist() == [0, 0, 0, 0, 1, 1, 1, 1]


def test_a_paper_that_stood_alone_in_the_cut_stays_and_no_group_is_emptied() -> None:
    together = stood_together([0, 0, 0, 0], 10)
    cut = np.array([0, 0, 0, 1])
    assert _settled(together, cut).tolist() == [0, 0, 0, 1]
    assert _settled(together, np.array([0, 0, 1, 1])).max() == 1


@given(st.integers(2, 4000))
def test_no_corpus_has_so_many_draws_that_its_size_makes_them_slow(papers: int) -> None:
    draws = _draws_for(papers)
    assert 8 <= draws <= 60
    assert draws >= 30 or papers > 2000
    assert draws * papers**2 <= max(2.4e8, 8 * papers**2)


def test_a_draw_smooths_by_the_papers_that_it_took_alone() -> None:
    points, _ = blobs([12, 12])
    likeness = points @ points.T / np.float32(LENGTH**2)
    taken = np.r_[0:8, 12:24]
    drawn = smoothed_by(points, likeness, taken, 4)
    assert np.allclose(np.linalg.norm(drawn, axis=1), LENGTH, rtol=0.01)
    others = np.r_[8:12]
    elsewhere = points.copy()
    elsewhere[others] = points[others[::-1]]
    again = smoothed_by(elsewhere, elsewhere @ elsewhere.T / np.float32(LENGTH**2), taken, 4)
    assert np.array_equal(again[taken], drawn[taken]), "a paper that isn't taken pulls no other"
    assert np.array_equal(again[others], drawn[others[::-1]])
    middle = points[:12].mean(axis=0)
    before, after = ((p[:12] @ middle / np.linalg.norm(middle)).mean() for p in (points, drawn))
    assert after > before


def test_draws_of_themes_are_made_of_few_axes_and_a_large_corpus_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    from survey.embedders import default_embedder

    papers = real_papers()[:90]
    wide = place(papers, default_embedder()).wide
    assert wide.shape == (90, 64)
    assert np.array_equal(wide, np.rint(wide))
    monkeypatch.setattr(space, "_ONE_SPACE", 80)
    assert not len(place(papers, default_embedder()).wide)
    grouping = group(papers)
    holds_every_paper_once(grouping, papers)
    assert all(len(theme.topics) >= 2 for theme in grouping.themes)
