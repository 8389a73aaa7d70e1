"""Nothing is lost, and nothing but the listing depends on the order of the input, on chains, or on Python's hashes."""

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from survey.dedupe import Deduped, dedupe, without_dedupe
from survey.dedupe.forms import comparable
from survey.papers import Paper, Source, paper_key

ROOT = Path(__file__).resolve().parents[1]
SYLLABLES = "car bon soil ri ver val ley wa ter mo del par ser clau se sen ten ce tree bank lan gua ge sco re".split()
WORDS = [a + b for a in SYLLABLES for b in SYLLABLES]


def text(seed: int, words: int) -> str:
    rng = random.Random(seed)
    return " ".join(rng.choice(WORDS) for _ in range(words))


def edited(words: str, edits: int, seed: int) -> str:
    rng, parts = random.Random(seed), words.split()
    for _ in range(edits):
        parts[rng.randrange(len(parts))] = rng.choice(WORDS)
    return " ".join(parts)


TITLES = [text(n, 7).capitalize() for n in range(4)] + [
    "Editorial",
    "",
    text(0, 7) + " part I",
    text(0, 7) + " part II",
]
TITLES += ["Erratum: " + TITLES[0], TITLES[0] + ": a second look", TITLES[1].upper() + " (v2)", text(0, 6) + " 2019"]
ABSTRACTS = [edited(text(100, 60), n, n) for n in (0, 3, 9, 18, 30)] + [text(100, 25), text(7, 60), text(7, 6), ""]
records = st.builds(
    lambda title, abstract, **fields: replace(Paper(paper_key(title), title, abstract), **fields),
    st.sampled_from(TITLES),
    st.sampled_from(ABSTRACTS),
    authors=st.sampled_from([(), ("Ada Moor",), ("Moor, A.", "Fen, B."), ("C. Reed",)]),
    year=st.sampled_from([None, 2018, 2019]),
    doi=st.sampled_from([None, None, None, "10.1234/a", "https://doi.org/10.1234/A", "10.1234/b"]),
    arxiv_id=st.sampled_from([None, None, None, "2101.00001v1", "2101.00001v2", "2101.00002"]),
    venue=st.sampled_from([None, "A journal"]),
)


def placed(papers: list[Paper]) -> list[Paper]:
    return [replace(paper, sources=(Source("dump", "text", n, n),)) for n, paper in enumerate(papers, 1)]


def unordered(deduped: Deduped) -> tuple[set[Paper], set[object]]:
    return set(deduped.papers), set(deduped.merged)


@settings(max_examples=150, deadline=None)
@given(st.lists(records, max_size=14), st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_the_input_changes_the_listing_alone(
    papers: list[Paper], rng: random.Random, near_duplicates: bool
) -> None:
    shuffled = placed(papers)
    deduped = dedupe(shuffled, near_duplicates=near_duplicates)
    rng.shuffle(shuffled)
    assert unordered(dedupe(shuffled, near_duplicates=near_duplicates)) == unordered(deduped)
    assert unordered(without_dedupe(shuffled)) == unordered(without_dedupe(placed(papers)))


@settings(max_examples=150, deadline=None)
@given(st.lists(records, max_size=14))
def test_every_record_is_kept_or_merged_and_every_word_kept_was_given(papers: list[Paper]) -> None:
    given_papers = placed(papers)
    deduped = dedupe(given_papers)
    by_key = {paper.key: paper for paper in deduped.papers}
    assert len(deduped.papers) + len(deduped.merged) == len(papers)
    assert len(by_key) == len(deduped.papers)
    assert sorted(s.record for p in deduped.papers for s in p.sources) == list(range(1, len(papers) + 1))
    for paper in deduped.papers:
        first = given_papers[paper.sources[0].record - 1]
        assert (paper.title, paper.abstract) == (first.title, first.abstract)
        assert all(len(given_papers[s.record - 1].abstract) <= len(paper.abstract) for s in paper.sources)
    for merge in deduped.merged:
        assert merge.source in by_key[merge.kept].sources[1:]
        assert merge.title == given_papers[merge.source.record - 1].title
        assert merge.reason


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_compared(title: str, abstract: str) -> None:
    form = comparable(title)
    assert form == " ".join(form.split())
    assert comparable(form) == form
    pair = placed([Paper(paper_key(title), title, abstract)] * 2)
    assert len(dedupe(pair).papers) + len(dedupe(pair).merged) == 2


def test_the_same_object_twice_is_two_records() -> None:
    paper = placed([Paper(paper_key("A study of carbon"), "A study of carbon", text(1, 40))])[0]
    deduped = dedupe([paper, paper])
    assert (len(deduped.papers), len(deduped.merged)) == (1, 1)


def test_papers_are_listed_by_first_appearance() -> None:
    titles = [text(n, 8) for n in range(20, 30)]
    papers = placed([Paper(paper_key(t), t, text(n, 60)) for n, t in enumerate(titles)])
    assert [p.title for p in dedupe([*papers, *placed(papers)]).papers] == titles


def test_a_chain_of_small_changes_does_not_glue_its_ends_together() -> None:
    base, abstract = text(1, 8), text(2, 100)
    chain = [abstract := edited(abstract, 6, n) for n in range(40)]
    papers = placed([Paper(paper_key(base), base + " again" * (n % 2), a) for n, a in enumerate(chain)])
    deduped = dedupe(papers)
    assert 1 < len(deduped.papers) < len(papers)
    assert not any({1, 40} <= {source.record for source in paper.sources} for paper in deduped.papers)


def test_a_record_without_abstract_does_not_glue_namesakes_together() -> None:
    title = "Carbon budgets of drained and rewetted wetlands"
    papers = placed([Paper(paper_key(title), title, abstract) for abstract in (text(1, 60), text(2, 60), "")])
    deduped = dedupe(papers)
    assert (len(deduped.papers), len(deduped.merged)) == (2, 1)


def test_python_hashes_change_nothing() -> None:
    program = (
        "import hashlib, pathlib; from survey.dedupe import dedupe; from survey.papers import Paper, Source\n"
        "dumps = sorted(pathlib.Path('../shared/dumps').glob('*.txt'))\n"
        "lines = [line for dump in dumps for line in dump.read_text().split('\\n')]\n"
        "pairs = enumerate(zip(lines[2:], lines[3:]))\n"
        "papers = [Paper(t[:9], t[:60], a[:400], sources=(Source('d', 'f', n, n),)) for n, (t, a) in pairs]\n"
        "print(hashlib.sha256(repr(dedupe(papers)).encode()).hexdigest())"
    )
    commands = [sys.executable, "-c", program]
    runs = {
        subprocess.run(commands, cwd=ROOT, env={"PYTHONHASHSEED": s}, capture_output=True, check=True).stdout
        for s in ("0", "1")
    }
    assert len(runs) == 1
