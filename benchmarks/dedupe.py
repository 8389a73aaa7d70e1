"""How well and how fast records are deduped, beside two simpler ways.

Run ``python benchmarks/dedupe.py`` from the project's folder; ``--million`` adds a million records (minutes, some GB).
Quality: the 28 pairs of versions of one arXiv paper in shared/data/dedupe, ids withheld; and every merge in
shared/data/grouping and scale, where the arXiv ids say which to look at. Speed: records made from scale/ with new ids
and a share of their words replaced, each size in a process of its own; seconds are processor time of dedupe alone,
memory is the peak of the whole process with the records in it.
"""

import argparse
import gzip
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from survey.dedupe import dedupe
from survey.papers import Paper, Source, normalised_title, paper_key

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
SIZES = (8_000, 38_000, 100_000)
REPLACED = (0.3, 0.03)  # of a made record's words: other papers, and near-duplicates
Finder = Callable[[Sequence[Paper]], list[set[int]]]


def record(item: dict[str, Any], number: int, arxiv_id: str) -> Paper:
    """A record as a parser would give it, its arXiv id withheld and kept as the dump's name."""
    title, abstract = item["title"], " ".join(item["abstract"].split())
    return Paper(paper_key(title), title, abstract, sources=(Source(arxiv_id, "jsonl", number, number),))


def read(name: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON lines file of shared/data, packed or not."""
    path = DATA / name
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        yield from map(json.loads, lines)


def crawled(*names: str) -> list[Paper]:
    """The records of crawled files."""
    items = [item for name in names for item in read(name)]
    return [record(item, n, item["id"].removeprefix("arXiv:")) for n, item in enumerate(items, 1)]


def paired() -> list[Paper]:
    """Both records of each of the 28 pairs."""
    sides = [(pair[side], pair["id"]) for pair in read("dedupe/arxiv_versions_2025.jsonl") for side in "ab"]
    return [record(side, n, arxiv_id) for n, (side, arxiv_id) in enumerate(sides, 1)]


def ours(papers: Sequence[Paper]) -> list[set[int]]:
    """What survey.dedupe merges, as sets of record numbers."""
    return [{source.record for source in paper.sources} for paper in dedupe(papers).papers]


def titles_alone(papers: Sequence[Paper]) -> list[set[int]]:
    """The floor: one normalised title, one paper."""
    found: dict[str, set[int]] = {}
    for number, paper in enumerate(papers, 1):
        found.setdefault(normalised_title(paper.title), set()).add(number)
    return list(found.values())


def every_pair(papers: Sequence[Paper]) -> list[set[int]]:
    """A usual way: each record beside each other with rapidfuzz, title 85 and abstract 80 alike or more."""
    paper_of = {number: {number} for number in range(1, len(papers) + 1)}
    texts = [(normalised_title(paper.title), paper.abstract) for paper in papers]
    for (a, (title, abstract)), (b, (other_title, other)) in combinations(enumerate(texts, 1), 2):
        if fuzz.ratio(title, other_title, score_cutoff=85) and fuzz.ratio(abstract, other, score_cutoff=80):
            paper_of[a] |= paper_of[b]
            for number in paper_of[a]:
                paper_of[number] = paper_of[a]
    return list({id(numbers): numbers for numbers in paper_of.values()}.values())


def print_quality(name: str, papers: Sequence[Paper], find: Finder) -> None:
    """One line: pairs merged under one arXiv id and under several, and seconds."""
    began = time.process_time()
    found = find(papers)
    seconds = time.process_time() - began
    ids = [{papers[number - 1].sources[0].dump for number in numbers} for numbers in found if len(numbers) > 1]
    right = sum(len(numbers) - 1 for numbers in found) - sum(len(several) - 1 for several in ids)
    across = sum(len(several) - 1 for several in ids)
    print(f"{name:48} {len(papers):>8,} {right:>10,} {across:>10,} {seconds:>9.2f}")


def print_merges_across_ids(papers: Sequence[Paper]) -> None:
    """Every merge of two arXiv ids, to be judged by eye."""
    deduped = dedupe(papers)
    kept = {paper.key: paper for paper in deduped.papers}
    seen = set()
    for merge in deduped.merged:
        into = kept[merge.kept]
        ids = frozenset((merge.source.dump, into.sources[0].dump))
        if len(ids) == 2 and ids not in seen:
            seen.add(ids)
            print(f"\n  {merge.reason}\n    {merge.source.dump} {merge.title}\n    {into.sources[0].dump} {into.title}")


def altered(items: Sequence[dict[str, Any]], count: int, replaced: float) -> list[Paper]:
    """As many records as wanted, made by replacing words with other words of the corpus."""
    rng = random.Random(7)
    words = [word for item in items[:2000] for word in item["abstract"].split()]
    made = []
    for number in range(count):
        item = items[number % len(items)]
        if number >= len(items):
            item = {field: _altered(item[field], words, replaced, rng) for field in ("title", "abstract")}
        made.append(record(item, number + 1, f"made.{number}"))
    return made


def _altered(text: str, words: Sequence[str], replaced: float, rng: random.Random) -> str:
    return " ".join(words[int(rng.random() * len(words))] if rng.random() < replaced else w for w in text.split())


def run_size(count: int, replaced: float) -> None:
    """Dedupe made records in this process and print one line."""
    papers = altered(
        list(read("scale/arxiv_8000.jsonl.gz" if count == SIZES[0] else "scale/arxiv_38000.jsonl.gz")), count, replaced
    )
    began, wall = time.process_time(), time.perf_counter()
    deduped = dedupe(papers)
    seconds, waited = time.process_time() - began, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    told = f"{count:>10,} {replaced:>9.0%} {len(deduped.merged):>10,} {seconds:>9.1f} {waited:>9.1f}"
    print(f"{told} {1e6 * seconds / count:>10.0f} {peak:>8.2f}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--million", action="store_true", help="a million records too")
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--replaced", type=float, default=REPLACED[0], help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.size:
        run_size(chosen.size, chosen.replaced)
        return
    print(f"{'':48} {'records':>8} {'one id':>10} {'two ids':>10} {'seconds':>9}")
    grouping, scale = (
        "grouping/arxiv_primary_category.jsonl",
        ("scale/arxiv_8000.jsonl.gz", "scale/arxiv_38000.jsonl.gz"),
    )
    ways: dict[str, Finder] = {"ours": ours, "exact title": titles_alone, "rapidfuzz, every pair": every_pair}
    for name, find in ways.items():
        print_quality(f"28 pairs of versions: {name}", paired(), find)
    for name, find in ways.items():
        print_quality(f"grouping: {name}", crawled(grouping), find)
    for name in ("ours", "exact title"):
        print_quality(f"grouping and scale: {name}", crawled(grouping, *scale), ways[name])
    print("\nMerged under two arXiv ids, to be judged by eye:")
    print_merges_across_ids(crawled(grouping, *scale))
    print(
        f"\n{'records':>10} {'replaced':>9} {'merged':>10} {'cpu s':>9} {'wall s':>9} {'µs/record':>10} {'peak GB':>8}",
        flush=True,
    )
    for size in (*SIZES, *([1_000_000] if chosen.million else [])):
        for replaced in REPLACED:
            command = [sys.executable, __file__, "--size", str(size), "--replaced", str(replaced)]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
