"""Our grouping of one set, as a JSON line; run by benchmarks/topics.py in a process of its own.

python benchmarks/topics_ours.py SET
"""

import json
import sys
import time
from dataclasses import dataclass

from topics_peers import peak
from topics_sets import Labelled, load

from survey.papers import Paper, paper_key
from survey.topics import Grouping, group


@dataclass(frozen=True, slots=True)
class Ours:
    """A set as papers and their grouping."""

    papers: tuple[Paper, ...]
    grouping: Grouping

    def topics(self) -> dict[str, int]:
        """Each paper's topic."""
        return {key: n for n, topic in enumerate(self.grouping.topics) for key in topic.papers}

    def themes(self) -> dict[str, int]:
        """Each paper's theme."""
        theme = {topic: n for n, entry in enumerate(self.grouping.themes) for topic in entry.topics}
        return {key: theme[topic.id] for topic in self.grouping.topics for key in topic.papers}


def papers_of(data: Labelled) -> tuple[Paper, ...]:
    """The set's papers; equal titles are kept apart."""
    rows = enumerate(zip(data.titles, data.abstracts, strict=True))
    return tuple(Paper(paper_key(title, str(n)), title, abstract) for n, (title, abstract) in rows)


def main() -> None:
    """See the module's docstring."""
    start = time.process_time()
    papers = papers_of(load(sys.argv[1]))
    ours = Ours(papers, group(papers))
    seconds = time.process_time() - start
    memory = peak()
    labels = {"topics": ours.topics(), "themes": ours.themes()}
    found = {level: [of[paper.key] for paper in papers] for level, of in labels.items()}
    print(json.dumps({**found, "seconds": seconds, "memory": memory}))


if __name__ == "__main__":
    main()
