"""What sets a group apart, in words and phrases: nouns of several papers, none inside another, the best first."""

import re
from collections import Counter
from collections.abc import Sequence

from real_topics import real_grouping, real_papers

from survey.keyphrases import wording_of
from survey.keyphrases.counting import Text
from survey.keyphrases.keywords import keywords_of

OTHERS: list[Text] = [(f"Soil {n}", f"Wheat grows in wet soil number {n}; farmers measure rain.") for n in "abcdef"]


def keywords(texts: Sequence[Text]) -> tuple[str, ...]:
    """Of one group beside another that is about something else."""
    wording = wording_of([texts, OTHERS])
    return keywords_of(wording.groups[0], wording)


def test_a_phrase_stands_before_its_words_and_in_their_place() -> None:
    found = keywords([(f"Graphs {n}", f"The nodes of {n} are made few by graph pooling.") for n in "abcd"])
    assert found[0] == "graph pooling"
    assert "pooling" not in found
    assert "nodes" not in found, "it ends no phrase"


def test_a_word_that_is_used_beside_its_phrase_stands_for_itself() -> None:
    texts = [
        ("Pruning heads", "Of head pruning."),
        ("Pruning filters", "Of pruning."),
        ("Weights", "Of pruning."),
        ("Nets", "Of pruning."),
    ]
    assert "pruning" in keywords(texts)
    assert "head pruning" not in keywords(texts), "of one paper"


def test_verbs_and_adjectives_are_no_keywords() -> None:
    text = "The net generalizes to kind {n}, far away; labels are expensive to get, the old ones most."
    texts = [(f"Nets {n}", text.format(n=n)) for n in "abcd"]
    assert not {"generalizes", "expensive", "away", "ones"} & set(keywords(texts))


def test_names_are_keywords_though_no_phrase_ends_with_them() -> None:
    texts = [(f"Lines {n}", f"We test kind {n} it on ImageNet-1K and on GPT-2.") for n in "abcd"]
    assert {"ImageNet-1K", "GPT-2"} <= set(keywords(texts))


def test_what_the_other_group_says_as_often_tells_little() -> None:
    rain = [(f"Dams {n}", f"Dam number {n} holds rain; a dam wall keeps the rain; the wall is high.") for n in "abcdef"]
    found = keywords(rain)
    assert found.index("dam wall") < found.index("rain") if "rain" in found else "dam wall" in found


def test_a_title_and_what_fits_any_paper_are_no_keywords() -> None:
    titled = [("Fast graph pooling", "Fast graph pooling uses machine learning."),
              ("Slow nets", "Fast graph pooling uses machine learning."), ("Nodes", "Machine learning.")]  # fmt: skip
    found = keywords(titled)
    assert "fast graph pooling" not in found
    assert "machine learning" not in found


def test_one_paper_or_none_that_says_anything() -> None:
    assert keywords([("", "")]) == ()
    assert "sparse matrices" in keywords([("Sparse matrices and how to store them", "")])


def test_keywords_of_the_real_topics_stand_in_several_of_their_papers_and_in_no_other_keyword() -> None:
    papers = {paper.key: paper for paper in real_papers()}
    several: Counter[bool] = Counter()
    for topic in real_grouping().topics:
        texts = [f"{papers[key].title} {papers[key].abstract}".casefold() for key in topic.papers]
        assert 3 <= len(topic.keywords) <= 8
        for word in topic.keywords:
            rest = [other.casefold() for other in topic.keywords if other != word]
            assert not any(f" {word.casefold()} " in f" {other} " for other in rest)
            held = sum(bool(re.search(rf"\b{re.escape(word.casefold())}", text)) for text in texts)
            several[held > 1 or len(texts) < 4] += 1
        several[any(" " in word for word in topic.keywords)] += 1
    assert several[True] > 0.9 * several.total(), "but for forms that an acronym or a plural hides"


def test_a_word_of_two_papers_gives_way_where_there_are_enough_others() -> None:
    said = "We study head pruning, graph pooling, tree mining and leaf mapping"
    texts = [(f"Heads {n}", f"{said} by {n}.") for n in "abcdef"]
    mossy = [(f"Leaves {n}", f"{said}. It has {n} moss; the moss is new.") for n in ("wet", "deep")]
    found = keywords([*texts, *mossy])
    assert {"head pruning", "graph pooling", "tree mining", "leaf mapping"} <= set(found)
    assert "moss" not in found
    assert "moss" in keywords([(title, text.removeprefix(said)) for title, text in mossy])


def test_words_that_tell_little_of_any_field_and_possessives_are_no_keywords() -> None:
    texts = [
        (f"Kind {n}", f"ViT's output space holds the latent space; far away, a step away, ViT's loss of {n}.")
        for n in "abcd"
    ]
    assert not {"space", "away", "loss", "ViT's"} & set(keywords(texts))
