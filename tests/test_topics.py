"""Topics of the real dumps, of small corpora and of large ones: none left out, the same every time."""

import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from costs import growth
from hypothesis import given, settings
from hypothesis import strategies as st
from real_topics import blobs, digest, holds_every_paper_once, real_grouping, real_papers

from survey.papers import Paper, normalised_title
from survey.topics import Grouping, Shape, Topic, group
from survey.topics.clusters import cut_tree, dissolved, divided, exemplars, grouped, homed, likeness_to_groups
from survey.topics.describing import _of_topics
from survey.topics.drawing import themes_for, topics_for
from survey.topics.space import LENGTH, chances, neighbourhoods, neighbours, place, smoothed, whole


def test_the_real_dumps_get_a_readable_number_of_topics_and_no_paper_is_left_out() -> None:
    grouping = real_grouping()
    holds_every_paper_once(grouping, real_papers())
    sizes = [len(topic.papers) for topic in grouping.topics]
    assert 28 <= len(sizes) <= 46
    assert min(sizes) >= 4
    assert max(sizes) <= 30
    assert 5 <= len(grouping.themes) <= 10
    assert all(len(theme.topics) >= 2 for theme in grouping.themes)
    assert [t.id for t in grouping.topics] == [f"t{n}" for n in range(1, len(sizes) + 1)]
    assert [m.id for m in grouping.themes] == [f"m{n}" for n in range(1, len(grouping.themes) + 1)]


@pytest.mark.parametrize(
    ("word", "least"), [("click-through rate", 0.6), ("sparse autoencoder", 0.55), ("masked image modeling", 0.55)]
)
def test_papers_about_one_thing_are_not_scattered(word: str, least: float) -> None:
    about = {p.key for p in real_papers() if word in p.title.lower()}
    assert len(about) >= 4
    two_best = sorted((len(about & set(t.papers)) for t in real_grouping().topics), reverse=True)[:2]
    assert sum(two_best) >= least * len(about)


def test_the_order_of_the_papers_changes_nothing() -> None:
    shuffled = list(real_papers())
    random.Random(4).shuffle(shuffled)
    assert group(shuffled) == real_grouping()


def test_hash_seed_and_number_of_cores_change_nothing() -> None:
    code = "from real_topics import digest; print(digest())"
    environment = {"PYTHONHASHSEED": "7", "OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "2"}
    root = Path(__file__).resolve().parents[1]
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=root / "tests", capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == digest()


def test_the_audit_points_at_what_a_person_should_look_at() -> None:
    grouping = real_grouping()
    ids = {topic.id for topic in grouping.topics}
    for topic in grouping.topics:
        assert topic.nearest in ids - {topic.id}
        fits = [grouping.fit[key] for key in topic.papers]
        assert topic.cohesion == pytest.approx(sum(fits) / len(fits), abs=0.002)
        assert grouping.fit[topic.worst[0]] == min(fits)
        assert fits == sorted(fits, reverse=True)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 8, 15, 31, 60])
def test_small_corpora(count: int) -> None:
    papers = list(real_papers()[:count])
    grouping = group(papers)
    if count:
        holds_every_paper_once(grouping, papers)
        assert len(grouping.topics) <= max(1, count // 4)
    else:
        assert grouping == Grouping((), ())


def test_the_user_s_limits_hold() -> None:
    papers = list(real_papers()[:200])
    assert len(group(papers, shape=Shape(topics=11)).topics) == 11
    sizes = [len(t.papers) for t in group(papers, shape=Shape(min_topic=9)).topics]
    assert min(sizes) >= 9
    sizes = [len(t.papers) for t in group(papers, shape=Shape(max_topic=7)).topics]
    assert max(sizes) <= 7


def test_a_paper_that_fits_nowhere_is_named_as_such_and_still_placed() -> None:
    odd = Paper("odd-1", "Καλημέρα κόσμε", "Ήλιος θάλασσα βουνό ποτάμι.")
    grouping = group([*real_papers()[:80], odd])
    assert grouping.topics[-1].papers == ("odd-1",)
    assert grouping.topics[-1].name == "Other papers"
    assert grouping.fit["odd-1"] == 0.0
    holds_every_paper_once(grouping, [*real_papers()[:80], odd])


def about(subject: str, count: int, words: str) -> list[Paper]:
    """Made-up papers on one subject, no two alike, in any language."""
    rng, known = random.Random(subject), words.split()
    texts = [" ".join(rng.sample(known, len(known) * 2 // 3)) for _ in range(count)]
    return [Paper(f"{subject}-{n}", f"{subject.title()} {n}", text) for n, text in enumerate(texts)]


FOREIGN = {
    "greek": "ήλιος θάλασσα βουνό ποτάμι άνεμος κύμα νησί ψάρι βάρκα λιμάνι",
    "chinese": "图像 分割 模型 训练 数据 网络 特征 编码 掩码 视觉",
    "german": "Schnee Gletscher Lawine Hütte Gipfel Wanderung Almwiese Felswand Seilbahn Murmeltier",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_corpus_in_another_language_is_grouped_all_the_same(language: str) -> None:
    papers = [*about(language, 40, FOREIGN[language])]
    grouping = group(papers)
    holds_every_paper_once(grouping, papers)
    assert all(topic.name for topic in grouping.topics)
    assert group(papers[::-1]) == grouping


def test_two_languages_that_the_embedder_reads_poorly_are_told_apart() -> None:
    papers = [*about("schnee", 40, FOREIGN["german"]), *about("mer", 40, "voile bateau marée côte phare pêche filet")]
    for topic in group(papers).topics:
        assert len({key.split("-")[0] for key in topic.papers}) == 1


@pytest.mark.parametrize("count", [1, 2, 5, 40, 300])
def test_papers_that_are_all_alike(count: int) -> None:
    same = real_papers()[0]
    papers = [Paper(f"p{n}", same.title, same.abstract) for n in range(count)]
    grouping = group(papers)
    holds_every_paper_once(grouping, papers)
    assert max(len(t.papers) for t in grouping.topics) <= 60


def test_papers_without_an_abstract() -> None:
    papers = [Paper(p.key, p.title, "") for p in real_papers()[:100]]
    grouping = group(papers)
    holds_every_paper_once(grouping, papers)
    assert len(grouping.topics) >= 8
    empty = [Paper(f"e{n}", "", "") for n in range(50)]
    holds_every_paper_once(group(empty), empty)


def test_papers_without_a_known_word_are_one_topic() -> None:
    papers = [Paper(f"k{n}", "Καλημέρα", "Ήλιος.") for n in range(3)]
    grouping = group(papers)
    holds_every_paper_once(grouping, papers)
    assert len(grouping.topics) == 1


def test_names_read_like_names() -> None:
    titles = {normalised_title(p.title) for p in real_papers()}
    names = [t.name for t in real_grouping().topics] + [m.name for m in real_grouping().themes]
    for name in names:
        words = name.split()
        assert normalised_title(name) not in titles
        assert name[0].isupper() or any(c.isupper() or c.isdigit() for c in words[0])
        assert words[-1].lower() not in {"methods", "novel", "approach", "paper", "proposed", "of", "and"}
        assert 1 <= len(words) <= 9


def test_the_cost_grows_with_the_papers_and_not_with_their_pairs() -> None:
    points = whole(np.random.default_rng(0).standard_normal((8000, 60)).astype(np.float32))

    def work(papers: int) -> None:
        assert len(np.unique(grouped(points[:papers], topics_for(papers), 0))) > 0.6 * topics_for(papers)

    assert growth(work, 8000, times=4) < 3


@given(st.integers(1, 100_000))
def test_topics_and_themes_grow_with_the_corpus_and_never_outgrow_it(papers: int) -> None:
    topics = topics_for(papers)
    assert 1 <= themes_for(topics) <= topics <= max(1, papers // 5)
    assert topics <= topics_for(papers + 1) + 1


def test_the_number_of_topics_for_a_few_sizes() -> None:
    assert [topics_for(n) for n in (5, 60, 427, 8000, 100_000)] == [1, 12, 38, 220, 1000]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(3, 20), min_size=2, max_size=6), st.integers(0, 5))
def test_groups_that_lie_apart_are_found(sizes: list[int], seed: int) -> None:
    points, truth = blobs(sizes, seed)
    labels = grouped(points, len(sizes), 0)
    assert all(len(set(labels[truth == n])) == 1 for n in range(len(sizes)))


def test_exemplars_come_from_different_groups() -> None:
    points, truth = blobs([30, 20, 10])
    assert set(truth[exemplars(points, 3, 0)]) == {0, 1, 2}
    assert len(set(cut_tree(points, 3))) == 3


def test_small_groups_are_given_up_and_large_ones_cut() -> None:
    points, truth = blobs([30, 20, 2])
    assert np.bincount(dissolved(points, truth, 4)).min() >= 4
    assert np.bincount(divided(points, truth, 8, 0)).max() <= 8
    same = np.repeat(points[:1], 20, axis=0)
    assert np.bincount(divided(same, np.zeros(20, dtype=np.int64), 6, 0)).max() <= 6


def test_a_paper_moves_by_its_own_words_unless_it_stands_firm() -> None:
    points, truth = blobs([12, 12])
    labels = truth.copy()
    labels[[0, 1]] = 1
    firm = np.zeros(24, dtype=bool)
    firm[1] = True
    assert homed(points, labels, 0.1, 4, 20).tolist() == truth.tolist()
    assert np.flatnonzero(homed(points, labels, 0.1, 4, 20, firm) != truth).tolist() == [1]
    assert homed(points, labels, 0.1, 14, 20).tolist() == labels.tolist(), "too few would be left"
    assert homed(points, labels, 0.1, 4, 10).tolist() == labels.tolist(), "there is no room"


def test_a_paper_s_own_group_is_judged_without_it() -> None:
    points, truth = blobs([3, 6])
    found = likeness_to_groups(points, truth)
    others = points[[1, 2]].sum(axis=0)
    own = points[0] @ others / np.linalg.norm(points[0]) / np.linalg.norm(others)
    assert found.shape == (9, 2)
    assert found[0, 0] == pytest.approx(own, abs=0.01)
    assert found[0, 0] > found[0, 1]


def test_points_are_whole_numbers_so_that_sums_are_exact() -> None:
    from survey.embedders import default_embedder

    placed = place(real_papers()[:60], default_embedder())
    for points in (placed.points, placed.smooth, placed.broad, placed.wide):
        assert np.array_equal(points, np.rint(points))
        assert np.allclose(np.linalg.norm(points, axis=1), LENGTH, rtol=0.01)


def test_neighbours_are_the_nearest_ones() -> None:
    points, _ = blobs([10, 10])
    near = neighbours(points, 3)
    every = points @ points.T / LENGTH**2
    np.fill_diagonal(every, -2)
    assert np.allclose(near.cosines, -np.sort(-every, axis=1)[:, :3], atol=1e-5)
    assert all(n not in near.places[n] for n in range(20))


def rand(one: Grouping, other: Grouping, keys: set[str]) -> float:
    """The adjusted Rand index of two groupings over ``keys``."""
    from sklearn.metrics import adjusted_rand_score

    places = [{key: t.id for t in g.topics for key in t.papers} for g in (one, other)]
    ordered = sorted(keys)
    return float(adjusted_rand_score(*([place_[key] for key in ordered] for place_ in places)))


def test_a_rebuild_with_a_few_more_papers_moves_few_of_the_old_ones() -> None:
    papers = list(real_papers())
    found = []
    for draw in range(2):
        kept = random.Random(draw).sample(papers, int(len(papers) / 1.05))
        found.append(rand(group(kept), real_grouping(), {p.key for p in kept}))
    assert sum(found) / len(found) > 0.78


def test_neighbourhoods_of_a_few_sizes() -> None:
    assert [neighbourhoods(n) for n in (31, 427, 1149, 2303, 4000, 8000)] == [
        (3, 3),
        (21, 31),
        (48, 72),
        (96, 144),
        (100, 150),
        (50, 50),
    ]


def test_a_theme_of_topics_that_share_their_name_s_beginning_is_not_named_by_one_thing_twice() -> None:
    def topic(id: str, name: str, papers: int) -> Topic:
        return Topic(id, name, (), (), tuple(f"{id}-{n}" for n in range(papers)))

    topics = [topic("t1", "Federated learning", 9), topic("t2", "Federated learning and clients", 8)]
    assert _of_topics(topics) == []
    assert _of_topics([*topics, topic("t3", "Unlearning", 4)]) == ["Federated learning and unlearning"]


def test_a_paper_keeps_its_chance_in_any_corpus() -> None:
    papers = real_papers()[:20]
    assert chances(papers)[3:9].tolist() == chances(papers[3:9]).tolist()


def test_a_neighbour_at_the_edge_pulls_nothing() -> None:
    points, _ = blobs([12, 12])
    near = neighbours(points, 5)
    assert np.array_equal(smoothed(points, near, 1), whole(points))
    drawn = smoothed(points, near, 5)
    middle = points[:12].mean(axis=0)
    before, after = ((p[:12] @ middle / np.linalg.norm(middle)).mean() for p in (points, drawn))
    assert after > before
