"""The sets that people grouped, and how near a grouping comes to theirs."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score, v_measure_score

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
SETS = {
    "arxiv": "grouping/arxiv_primary_category.jsonl",
    "trustworthy_dl": "outlines/trustworthy_dl.jsonl",
    "gaussian_splatting": "outlines/gaussian_splatting_tags.jsonl",
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """Papers and the human group of each: the category, the heading, or the first tag; None where there is none."""

    name: str
    titles: tuple[str, ...]
    abstracts: tuple[str, ...]
    groups: tuple[str | None, ...]

    @property
    def texts(self) -> list[str]:
        """Title and abstract as one text."""
        return [f"{title}. {abstract}" for title, abstract in zip(self.titles, self.abstracts, strict=True)]

    def part(self, places: Sequence[int]) -> "Labelled":
        """The papers at ``places``, in that order."""
        titles, abstracts = (tuple(of[n] for n in places) for of in (self.titles, self.abstracts))
        return Labelled(self.name, titles, abstracts, tuple(self.groups[n] for n in places))

    @property
    def count(self) -> int:
        """How many groups people made."""
        return len({group for group in self.groups if group})


def load(name: str) -> Labelled:
    """One of SETS."""
    with (DATA / SETS[name]).open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    groups = tuple(r.get("label") or r.get("section") or next(iter(r.get("tags", ())), None) for r in rows)
    return Labelled(name, tuple(r["title"] for r in rows), tuple(r["abstract"] for r in rows), groups)


@dataclass(frozen=True, slots=True)
class Marks:
    """How near labels come to people's: -1 means left out, and counts as a group of its own."""

    nmi: float
    ari: float
    v: float
    placed: float
    groups: int


def marked(labels: Sequence[int], data: Labelled) -> Marks:
    """The marks over the papers that people labelled."""
    known = [n for n, group in enumerate(data.groups) if group]
    truth, ours = [data.groups[n] for n in known], [labels[n] for n in known]
    return Marks(
        float(normalized_mutual_info_score(truth, ours)),
        float(adjusted_rand_score(truth, ours)),
        float(v_measure_score(truth, ours)),
        sum(label >= 0 for label in labels) / len(labels),
        len(set(labels) - {-1}),
    )
