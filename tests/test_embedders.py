"""The built-in vectors: papers about the same thing lie close, and a text's vector is its own affair."""

import re

import numpy as np
import pytest
from costs import cost
from hypothesis import given, settings
from hypothesis import strategies as st
from real_topics import real_papers

from survey.embedders import WordEmbedder, default_embedder, words
from survey.embedders.terms import terms, weighted
from survey.embedders.words import table

TEXTS = [
    "Masked image modeling with a vision transformer pre-trains an encoder by reconstructing image patches.",
    "We pre-train vision transformers by masking patches of an image and predicting them.",
    "Feature interactions improve click-through rate prediction in recommender systems.",
]


def test_papers_about_the_same_thing_lie_closer() -> None:
    rows = default_embedder().embed(TEXTS)
    assert rows.shape[0] == 3
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert rows[0] @ rows[1] > 0.4
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.3


def test_the_two_halves_of_an_abstract_find_each_other() -> None:
    papers = [p for p in real_papers() if len(p.abstract.split()) > 120][:100]
    middle = [len(p.abstract) // 2 for p in papers]
    first = default_embedder().embed([p.abstract[:m] for p, m in zip(papers, middle, strict=True)])
    second = default_embedder().embed([p.abstract[m:] for p, m in zip(papers, middle, strict=True)])
    assert np.mean((first @ second.T).argmax(axis=1) == np.arange(len(papers))) > 0.65


def test_a_vector_does_not_depend_on_the_other_texts() -> None:
    alone = np.vstack([WordEmbedder().embed([text]) for text in TEXTS])
    assert np.allclose(alone, WordEmbedder().embed(TEXTS), atol=1e-6)


def test_texts_without_a_known_word_are_zero() -> None:
    rows = WordEmbedder().embed(["", "Ήλιος", TEXTS[0]])
    assert not rows[:2].any()
    assert rows[2].any()
    assert WordEmbedder().embed([]).shape[0] == 0


def test_vectors_cost_no_more_than_reading_the_words_some_ten_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of abstracts a second, on a machine that finds the words of tens of thousands."""
    monkeypatch.setattr(words, "_REMEMBERED", 0)
    texts = [p.abstract for p in real_papers()]
    found = cost(lambda: [re.findall(r"\w+", text.lower()) for text in texts])
    assert cost(lambda: WordEmbedder().embed(texts)) < 60 * found


def test_the_table_is_whole() -> None:
    known = table()
    assert len(known.column) == len(known.idf) == len(known.blocks[0].scale) == len(known.blocks[1].packed)
    assert known.idf.min() > 0
    assert "language model" in known.column


def test_terms_fold_plurals_and_pair_neighbours() -> None:
    assert terms("Networks of studies, biases: the network!") == {
        "network": 2,
        "study": 1,
        "biase": 1,
        "study biase": 1,
    }


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(), max_size=4))
def test_any_text_gets_a_finite_vector(texts: list[str]) -> None:
    rows = WordEmbedder().embed(texts)
    assert len(rows) == len(texts)
    assert np.isfinite(rows).all()


def test_rows_of_tf_idf_have_length_one() -> None:
    rows = weighted([terms(t) for t in TEXTS] + [terms("")], {"image": 0, "patche": 1}, np.ones(2, dtype=np.float32))
    lengths = np.linalg.norm(rows.toarray(), axis=1)
    assert np.allclose(lengths, [1, 1, 0, 0], atol=1e-6)


def test_a_vector_is_the_same_remembered_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"sparse networks number {n} prune attention heads of transformers" for n in range(12)]
    remembered = WordEmbedder().embed(texts)
    again = WordEmbedder().embed(texts[::-1])[::-1]
    monkeypatch.setattr("survey.embedders.words._REMEMBERED", 5)
    fresh = WordEmbedder().embed(texts)
    alone = np.concatenate([WordEmbedder().embed([text]) for text in texts])
    assert np.array_equal(remembered, again)
    assert np.array_equal(remembered, fresh)
    assert np.array_equal(remembered, alone)
