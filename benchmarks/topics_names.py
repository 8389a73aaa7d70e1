"""How well topics and themes are named, on the sets that people grouped.

    python benchmarks/topics_names.py [--peers PYTHON [--kept FOLDER]] [--sets arxiv ...]

A good name stands in its papers and in few others; a reader who knows the names alone finds a paper's topic; and it
says what people say. ``inside``: share of a topic's papers whose text holds the name, or a half of it, or its acronym
("Other work on X" is X), weighted by papers; ``outside``: of the others. With PYTHON (see topics.py) MiniLM is the
reader. ``guessed``: share of the papers whose own topic's name is nearest, or among the three nearest; ``people``: mean
cosine of a name with that of the human group that half of the topic's papers or more are in, on sets whose groups have
names.
"""

import argparse
import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from topics_ours import papers_of
from topics_peers import VECTORS
from topics_sets import SETS, Labelled, load

from survey.keyphrases.counting import acronyms_of, singular_key
from survey.keyphrases.leftovers import subject_of
from survey.keyphrases.phrases import phrases
from survey.topics import Grouping, group

UNNAMED = {"arxiv"}
"""Sets whose human groups are codes, not names."""


@dataclass(frozen=True, slots=True)
class Named:
    """The names of one level, and the number of each paper's own."""

    names: tuple[str, ...]
    of_paper: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reader:
    """MiniLM's vectors, from an environment that holds it."""

    python: str
    folder: Path

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row for each text."""
        script = str(Path(__file__).with_name("topics_peers.py"))
        run = subprocess.run(
            [self.python, script, VECTORS, str(self.folder)],
            input=json.dumps({"texts": list(texts)}),
            capture_output=True,
            text=True,
            check=True,
        )
        with np.load(run.stdout.splitlines()[-1]) as data:
            return np.asarray(data["rows"], dtype=np.float32)


def levels(grouping: Grouping, places: Mapping[str, int]) -> dict[str, Named]:
    """Topics and themes with their names."""
    topics = {topic.id: topic.papers for topic in grouping.topics}
    themes = [(theme.name, [key for id in theme.topics for key in topics[id]]) for theme in grouping.themes]
    out = {}
    for level, groups in (("topics", [(t.name, list(t.papers)) for t in grouping.topics]), ("themes", themes)):
        of_paper = np.zeros(len(places), dtype=np.int64)
        for number, (_, keys) in enumerate(groups):
            of_paper[[places[key] for key in keys]] = number
        out[level] = Named(tuple(name for name, _ in groups), of_paper)
    return out


def held(named: Named, data: Labelled) -> tuple[float, float]:
    """Share of the papers that hold their topic's name, and of the others of each topic that do."""
    texts = list(zip(data.titles, data.abstracts, strict=True))
    acronyms = acronyms_of(texts)
    said = [{phrase.key for text in both for phrase in phrases(text, acronyms)} for both in texts]
    inside, outside, sizes = [], [], []
    for number, name in enumerate(named.names):
        keys = {singular_key(part) for part in subject_of(name).split(" and ")}
        holds = np.array([not keys.isdisjoint(words) for words in said])
        own = named.of_paper == number
        inside.append(holds[own].mean())
        outside.append(holds[~own].mean())
        sizes.append(own.sum())
    return float(np.average(inside, weights=sizes)), float(np.average(outside, weights=sizes))


def guessed(named: Named, data: Labelled, reader: Reader) -> tuple[float, float]:
    """Share of the papers whose own topic's name is nearest, and among the three nearest."""
    likeness = reader.vectors(data.texts) @ reader.vectors(named.names).T
    order = (likeness.mean(axis=0) - likeness).argsort(axis=1, kind="stable")
    found = order[:, :3] == named.of_paper[:, None]
    return float(found[:, 0].mean()), float(found.any(axis=1).mean())


def like_people(named: Named, data: Labelled, reader: Reader) -> float:
    """Mean cosine of the names with those of the human groups that most of their papers are in."""
    pairs = []
    for number, name in enumerate(named.names):
        labels = [data.groups[n] for n in np.flatnonzero(named.of_paper == number)]
        label, count = Counter(labels).most_common(1)[0]
        if label and count * 2 >= len(labels):
            pairs.append((name, label))
    ours, theirs = (reader.vectors(side) for side in zip(*pairs, strict=True))
    return float((ours * theirs).sum(axis=1).mean())


def main() -> None:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers")
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--sets", nargs="*", default=list(SETS), choices=list(SETS))
    given = parser.parse_args()
    print(f"{'':28} names  inside  outside  guessed, in three  people")
    with tempfile.TemporaryDirectory() as passing:
        reader = Reader(given.peers, given.kept or Path(passing)) if given.peers else None
        for name in given.sets:
            data = load(name)
            papers = papers_of(data)
            places = {paper.key: n for n, paper in enumerate(papers)}
            for level, named in levels(group(papers), places).items():
                inside, outside = held(named, data)
                line = f"{name + ', ' + level:28} {len(named.names):5} {inside:7.3f} {outside:8.3f}"
                if reader:
                    line += "    {:.3f}     {:.3f}".format(*guessed(named, data, reader))
                    line += "" if name in UNNAMED else f"   {like_people(named, data, reader):.3f}"
                print(line, flush=True)


if __name__ == "__main__":
    main()
