"""How many of the figures in "Reported results" say what their abstracts say?

    python benchmarks/figures.py [--rows]

Abstracts were drawn from those of ``shared/data/scale`` in which a number stands and that no rule had been set by,
and their figures marked by reading: value, whether it is a change, measure, data set, what it is compared with,
condition, and whose it is. "tune": rules were made beside these; "report": marked apart, and not looked at. A row of
the table is *wrong* where its value is no outcome of the paper, its sign is turned, or a cell holds what the abstract
doesn't say of that figure; *short* where it is right but leaves a marked measure, named data or comparison out; a
condition that is marked and told nowhere in the row is counted by itself. Figures that a fair reader may take either
way count neither for nor against. The floor is every number with a unit, which says nothing of what it measures. With
``--rows`` every row that isn't whole is printed.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from survey.document import load
from survey.render.view import View
from survey.render.wording import result_cells

ROOT = Path(__file__).resolve().parents[1]
MARKS = ROOT / "tests" / "data" / "marked_figures.json"
ABSTRACTS = ROOT.parent / "shared" / "data" / "scale" / "arxiv_38000.jsonl.gz"
WITH_UNIT = re.compile(
    r"(?<![\w.-])\d+(?:\.\d+)?(?: ?(?:\\?%|percent|x\b|×|points?\b|dB\b|ms\b|times\b|-fold)|(?<=\.\d\d))"
)
WORD = re.compile(r"[^\W_]+")
NAMES = re.compile(r"[A-Z]")  # "MMLU" is a name, "several public data sets" don't
SMALL = frozenset(
    "the a an of on in for to and or with by at its our all over average mean score scores set dataset".split()
)
ENDINGS = re.compile(r"(?:ing|ed|es|s|ly|y|e)$")
Mark = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it is shown: data or task, measure, value with its sign, what it is compared with."""

    place: str
    measure: str
    value: str
    against: str
    task: bool = False  # ``place`` is the task that the title names


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a row, what it leaves out, whether a condition is missing, and which mark it tells."""

    wrong: tuple[str, ...]
    lacks: tuple[str, ...]
    bare: bool
    mark: int


def words(text: str) -> set[str]:
    """The words that tell, without their endings."""
    return {ENDINGS.sub("", w) for w in WORD.findall(text.casefold())} - SMALL


def meets(told: str, marked: str) -> bool:
    """Whether two phrases share a telling word; alternatives in ``marked`` stand behind bars.

    A hyphen makes no other name ("UCF101", "UCF-101"), and what is faster has more speed.
    """
    a, b = words(told.replace("faster", "speed")), words(marked)
    one, other = (re.sub(r"[\s-]", "", text.casefold()) for text in (told, marked))
    return bool(a & b) or one in other or other in one


def numbers(text: str) -> list[str]:
    """The numbers in ``text``, as numbers; "two-fold" as 2."""
    named = {"twofold": "2", "two-fold": "2", "threefold": "3", "three-fold": "3", "double": "2", "half": "50"}
    for word, number in named.items():
        text = text.casefold().replace(word, number)
    return [f"{float(n.replace(',', '')):g}" for n in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)]


def judged(row: Row, marks: Sequence[Mark], unsure: Iterable[str], title: str) -> Verdict | None:
    """The kindest verdict on a row over the marks with its value; ``None`` for one that was marked as unsure."""
    value = numbers(row.value)
    same = [i for i, mark in enumerate(marks) if set(value) & set(numbers(mark["value"]))]
    if not same:
        doubtful = any(set(value) & set(numbers(text)) for text in unsure)
        return None if doubtful else Verdict(("no outcome",), (), False, -1)
    verdicts = [against_mark(row, marks[i], i, title) for i in same]
    return min(verdicts, key=lambda v: (len(v.wrong), len(v.lacks), v.bare))


def against_mark(row: Row, mark: Mark, at: int, title: str) -> Verdict:
    """What one mark says of a row."""
    whole = " ".join((row.place, row.measure, row.value, row.against))
    data, measure, rival = (mark.get(name, "") for name in ("data", "measure", "against"))
    around = " ".join((data, mark.get("condition", ""), measure, mark.get("of", "")))
    wrong = []
    turned = {"+": "−", "-": "+"}.get(mark.get("change", ""))
    if (
        turned
        and turned in row.value.replace("-", "−" if row.value.startswith("-") else "-")[:12]
        and "±" not in row.value
    ):
        wrong.append("sign")
    if row.measure and not meets(row.measure, f"{around} {mark['value']}"):
        wrong.append("measure")
    if row.place and not row.task and not meets(row.place, around):
        wrong.append("data")
    if row.against and not meets(row.against, f"{rival} {mark.get('of', '')}"):
        wrong.append("comparison")
    if (whose := mark.get("of")) and not meets(f"{whole} {title}", whose):
        wrong.append("whose")
    lacks = [
        name
        for name, told, marked in (
            ("measure", row.measure, measure),
            ("data", "" if row.task else row.place, data if NAMES.search(data) else ""),
            ("comparison", row.against, rival),
        )
        if marked and not told and not meets(whole, marked)
    ]
    condition = mark.get("condition", "")
    return Verdict(tuple(wrong), tuple(lacks), bool(condition) and not meets(whole, condition), at)


def abstracts(wanted: Iterable[str]) -> list[dict[str, Any]]:
    """The marked abstracts, in the order of their file."""
    known = set(wanted)
    with gzip.open(ABSTRACTS, "rt", encoding="utf-8") as file:
        return [row for row in map(json.loads, file) if row["id"] in known]


def shown(rows: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, list[Row]]]:
    """For each paper by arXiv number: its title and the rows of the table that a survey of all of them shows."""
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder, "marked.jsonl")
        dump.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "survey",
            "build",
            str(dump),
            "-o",
            f"{folder}/out",
            "--cache",
            f"{folder}/c",
            "-q",
        ]
        subprocess.run(command, check=True)
        view = View(load(Path(folder, "out")))
    found: dict[str, tuple[str, list[Row]]] = {p.arxiv_id or "": (p.title, []) for p in view.listed}
    for paper, result in view.reported:
        place, measure, value, rival = result_cells(result, paper.title)
        found[paper.arxiv_id or ""][1].append(
            Row(place or "", measure or "", value, rival or "", task=not result.dataset)
        )
    return found


def floor(abstract: str) -> list[Row]:
    """Every number with a unit, of which nothing is said."""
    return [Row("", "", match[0], "") for match in WITH_UNIT.finditer(abstract)]


def tally(marks: Mapping[str, Any], told: Mapping[str, tuple[str, list[Row]]], loud: bool) -> Counter[str]:
    """What was counted of all rows on the papers of one part."""
    counts: Counter[str] = Counter(marked=sum(len(m["figures"]) for m in marks.values()))
    for key, marked in marks.items():
        title, rows = told[key]
        met = set()
        for row in rows:
            verdict = judged(row, marked["figures"], marked["unsure"], title)
            if verdict is None:
                continue
            met.add(verdict.mark)
            kind = "wrong" if verdict.wrong else "short" if verdict.lacks else "whole"
            counts.update(("rows", kind, *verdict.wrong, *(f"no {name}" for name in verdict.lacks)))
            counts["bare"] += verdict.bare and not verdict.wrong
            if loud and (verdict.wrong or verdict.lacks or verdict.bare):
                mark = marked["figures"][verdict.mark] if verdict.mark >= 0 else {}
                print(key, kind, *verdict.wrong, *verdict.lacks, "bare" * verdict.bare, row, dict(mark), sep=" | ")
        if loud:
            for i in set(range(len(marked["figures"]))) - met:
                print(key, "missing", dict(marked["figures"][i]), sep=" | ")
        counts["found"] += len(met - {-1})
    return counts


def line(name: str, counts: Counter[str]) -> str:
    """One row of the table."""
    rows = counts["rows"] or 1
    shares = (f"{counts[kind]:4} ({counts[kind] / rows:4.0%})" for kind in ("whole", "short", "wrong", "bare"))
    found = f"{counts['found']} of {counts['marked']} ({counts['found'] / counts['marked']:.0%})"
    return f"{name:24} {counts['rows']:5} {'  '.join(shares)}   {found}"


def main(loud: bool) -> None:
    """Print the table, and what the wrong rows are wrong in."""
    parts = json.loads(MARKS.read_text(encoding="utf-8"))
    rows = abstracts(key for part in parts.values() for key in part)
    told = shown(rows)
    bare = {row["id"]: (row["title"], floor(row["abstract"])) for row in rows}
    counted = {name: tally(marks, told, loud) for name, marks in parts.items()}
    print(f"{'':24}  rows  whole        short        wrong        no condition  marked figures found")
    for name, marks in parts.items():
        print(line(f"{name}, {len(marks)} abstracts", counted[name]))
        print(line("  floor", tally(marks, bare, loud=False)))
    for name, counts in counted.items():
        kinds = (
            "no outcome",
            "sign",
            "measure",
            "data",
            "comparison",
            "whose",
            "no measure",
            "no data",
            "no comparison",
        )
        print(f"{name}: {', '.join(f'{kind} {counts[kind]}' for kind in kinds)}")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", action="store_true", help="print every row that isn't whole, with its mark")
    main(options.parse_args().rows)
