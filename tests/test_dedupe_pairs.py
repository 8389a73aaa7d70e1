"""Which versions are compared: enough of them to find what belongs together, and no more."""

import random

import pytest

from survey.dedupe import dedupe
from survey.dedupe.candidates import components
from survey.dedupe.facts import Facts
from survey.dedupe.versions import title_form, versions_of
from survey.papers import Paper, Source, paper_key

TITLE = "Carbon budgets of drained and rewetted wetlands in seven river valleys of the north"
WORDS = [
    f"{a}{b}" for a in "wet dry cold warm deep old young green".split() for b in "land soil root leaf pond tree".split()
]


def record(title: str, abstract: str, number: int) -> Paper:
    return Paper(paper_key(title), title, abstract, sources=(Source("dump", "text", number, number),))


def abstract_of(seed: int) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) + str(seed % 7) for _ in range(150))


def heap(size: int) -> list[Paper]:
    """Near-duplicates: one text with three of its hundred words replaced, in each record other ones."""
    words = abstract_of(1).split()

    def changed(n: int) -> str:
        return " ".join(
            random.Random(f"{n} {k}").choice(WORDS) if (k * 7 + n) % 33 == 0 else word for k, word in enumerate(words)
        )

    return [record(TITLE, changed(n), n + 1) for n in range(size)]


def pairs_of(papers: list[Paper]) -> int:
    found = components(papers, versions_of(papers, signed=True), [], near_duplicates=True)
    return sum(len(component.by_text) + len(component.by_title) for component in found)


def test_a_heap_of_near_duplicates_is_one_paper_though_few_of_its_pairs_are_compared() -> None:
    papers = heap(30)
    assert len(dedupe(papers).papers) == 1
    assert pairs_of(papers) < 30 * 29 / 2


@pytest.mark.parametrize("size", [50, 200])
def test_pairs_grow_with_a_heap_and_not_with_its_square(size: int) -> None:
    assert pairs_of(heap(size)) < 40 * size


def test_a_cut_off_abstract_is_found_by_its_first_words() -> None:
    whole, title = abstract_of(2), TITLE[:60]
    others = [
        record(f"Study {n} of {WORDS[n]} and {WORDS[n + 1]} in water", abstract_of(n + 10), n + 10) for n in range(20)
    ]
    deduped = dedupe([record(TITLE, whole, 1), record(title, " ".join(whole.split()[:24]), 2), *others])
    assert [len(paper.sources) for paper in deduped.papers] == [2] + [1] * 20
    assert deduped.papers[0].abstract == whole


def test_facts_are_made_once_and_words_are_told_apart() -> None:
    facts = Facts([record(TITLE, "Trees grow, trees fall, 12 of 40.", 1)], title_form(TITLE))
    assert facts.words is facts.words
    assert len(facts.words) == len(facts.tokens) == 7
    assert facts.words[0] == facts.words[2] != facts.words[1]
    assert facts.numbers == {"12": 1, "40": 1}
