"""What small models leave out of the records of examples/, and what code fills: counted, code alone beside them.

    python benchmarks/filling.py

From the recordings in tests/recordings: each model's records as it gave them, filled (:mod:`survey.completing`), and
the records of the extractive default, which is what a reader has without any model. Counted are papers with a record,
papers whose contribution is told, fields told of five, figures with their measure, and papers that have one.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from survey.asking import asking
from survey.intake import read_distinct
from survey.papers import Paper
from survey.questions import FIELDS
from survey.reading import in_full, read_papers
from survey.records import Record
from survey.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
RECORDINGS = sorted((ROOT / "tests" / "recordings").glob("*.jsonl"))


def row(name: str, records: Mapping[str, Record], papers: int) -> str:
    """One line of the table."""
    told = sum(record.contribution is not None for record in records.values())
    fields = sum(getattr(record, field) is not None for record in records.values() for field in FIELDS)
    figures = [sum(bool(one.value and one.measure) for one in record.results) for record in records.values()]
    cells = (
        f"{len(records)} of {papers}",
        str(told),
        f"{fields / max(1, len(records)):.1f}",
        str(sum(figures)),
        str(sum(map(bool, figures))),
    )
    return f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    papers = read_distinct([ROOT / "examples"], Settings())[1].papers
    by_key: dict[str, Paper] = {paper.key: paper for paper in papers}
    heads = ("records", "contribution told", "fields of five", "figures", "papers with figures")
    print(f"| who reads examples/ | {' | '.join(heads)} |")
    print("|---" + "|---:" * len(heads) + "|")
    with tempfile.TemporaryDirectory() as cache:
        for recording in RECORDINGS:
            with asking(Settings(model=f"replay:{recording}", cache=Path(cache))) as asker:
                told, _ = read_papers(asker, papers, "English")
                print(row(f"{recording.stem}, alone", told, len(papers)))
                print(row(f"{recording.stem}, filled by code", in_full(asker, told, by_key, "English"), len(papers)))
        with asking(Settings(cache=Path(cache))) as asker:
            print(row("code alone (no model)", read_papers(asker, papers, "English")[0], len(papers)))


if __name__ == "__main__":
    main()
