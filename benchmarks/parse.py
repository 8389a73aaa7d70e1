"""How fast dumps are parsed, beside rispy, bibtexparser and asreview's reader.

    python benchmarks/parse.py [--peers PYTHON] [--million]

The records are the 8,000 of ../shared/data/scale, as they are and written anew as RIS, BibTeX, CSV and PubMed's tagged
text, so that each format is timed on the same texts; then ../shared/data/formats and the two real dumps as they lie.
``--peers`` is an interpreter in whose environment rispy, bibtexparser and asreview are installed; a peer that can't
read a file shows why. The peers stop at the fields as they stand; ours also cleans texts, decodes LaTeX, makes keys and
counts lines. ``--million`` reads a million altered records in a process of its own and shows seconds and memory.
Times are CPU seconds of the reading alone, the best of three: others may be at work on the machine.
"""

import argparse
import csv
import gzip
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
SCALE = SHARED / "data" / "scale" / "arxiv_8000.jsonl.gz"
REPEATS = 3
Records = list[dict[str, str]]


def records() -> Records:
    """The 8,000 records, their texts on one line."""
    with gzip.open(SCALE, "rt", encoding="utf-8") as file:
        return [{key: " ".join(str(value).split()) for key, value in json.loads(line).items()} for line in file]


def write_ris(found: Records, path: Path) -> None:
    """As Zotero exports."""
    record = (
        "TY  - JOUR\nTI  - {title}\nAU  - Doe, Jane\nPY  - 2025\nAB  - {abstract}\nUR  - http://x.org/{id}\nER  - \n\n"
    )
    path.write_text("".join(record.format(**r) for r in found), "utf-8")


def write_bibtex(found: Records, path: Path) -> None:
    """As PMLR exports; braces in the texts are left out, so that every reader sees entries that balance."""
    head = "@article{{k{0},\n  title = {{{1}}},\n  author = {{Doe, Jane}},\n"
    entry = head + "  year = {{2025}},\n  abstract = {{{2}}},\n}}\n\n"
    bare = str.maketrans("", "", "{}\\")
    texts = ((i, r["title"].translate(bare), r["abstract"].translate(bare)) for i, r in enumerate(found))
    path.write_text("".join(entry.format(*text) for text in texts), "utf-8")


def write_csv(found: Records, path: Path) -> None:
    """As Scopus exports."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Authors", "Title", "Year", "Link", "Abstract"])
        writer.writerows(["Doe J.", r["title"], "2025", f"http://x.org/{r['id']}", r["abstract"]] for r in found)


def write_nbib(found: Records, path: Path) -> None:
    """As PubMed exports."""
    record = "PMID- {0}\nTI  - {1}\nFAU - Doe, Jane\nDP  - 2025 Jan\nAB  - {2}\n\n"
    path.write_text("".join(record.format(i, r["title"], r["abstract"]) for i, r in enumerate(found)), "utf-8")


WRITERS: dict[str, Callable[[Records, Path], None]] = {
    "scale.ris": write_ris, "scale.bib": write_bibtex, "scale.csv": write_csv, "scale.nbib": write_nbib,
}  # fmt: skip


def with_survey(path: str) -> tuple[int, int]:
    """Ours: records read, and those with title and abstract."""
    from survey.dumps import read_dumps

    dumps = read_dumps([path], title_only=True).dumps
    return sum(d.read for d in dumps), sum(bool(p.abstract) for d in dumps for p in d.papers)


def with_rispy(path: str) -> tuple[int, int]:
    """rispy, told to pass over tags that it doesn't know."""
    rispy = import_module("rispy")

    with Path(path).open(encoding="utf-8-sig") as file:
        found = rispy.load(file, skip_unknown_tags=True)
    return len(found), sum(bool(r.get("abstract") or r.get("notes_abstract")) for r in found)


def with_bibtexparser(path: str) -> tuple[int, int]:
    """bibtexparser, version 1 or 2."""
    bibtexparser = import_module("bibtexparser")

    if hasattr(bibtexparser, "parse_file"):
        entries = [{f.key: f.value for f in e.fields} for e in bibtexparser.parse_file(path).entries]
    else:
        with Path(path).open(encoding="utf-8") as file:
            entries = bibtexparser.load(file).entries
    return len(entries), sum(bool(e.get("abstract")) for e in entries)


def with_asreview(path: str) -> tuple[int, int]:
    """asreview's own reader."""
    data = import_module("asreview.data")
    reader = data.RISReader if path.endswith((".ris", ".txt")) else data.CSVReader
    found = reader.read_records(path, "dataset") if hasattr(reader, "read_records") else reader.read_data(path)
    return len(found), sum(bool(getattr(r, "abstract", None)) for r in found)


READERS: dict[str, tuple[Callable[[str], tuple[int, int]], tuple[str, ...]]] = {
    "survey": (with_survey, ("",)),
    "rispy": (with_rispy, (".ris", "endnote_ris.txt")),
    "bibtexparser": (with_bibtexparser, (".bib",)),
    "asreview": (with_asreview, (".ris", "endnote_ris.txt", ".csv", ".tsv")),
}


def timed(reader: str, path: str) -> dict[str, object]:
    """Records, those with an abstract, and CPU seconds; or why not."""
    read = READERS[reader][0]
    best = float("inf")
    try:
        for _ in range(REPEATS):
            start = time.process_time()
            count, abstracts = read(path)
            best = min(best, time.process_time() - start)
    except Exception as error:  # noqa: BLE001  what a peer can't read is a result here
        return {"failed": f"{type(error).__name__}: {error}".splitlines()[0][:60]}
    return {"records": count, "abstracts": abstracts, "seconds": best}


def results(path: Path, peers: str | None) -> Iterator[tuple[str, dict[str, object]]]:
    """What each reader that may read this kind of file makes of it."""
    for reader, (_, endings) in READERS.items():
        if not str(path).endswith(endings):
            continue
        if reader == "survey":
            yield reader, timed(reader, str(path))
        elif peers:
            command = [peers, __file__, "--as", reader, str(path)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            yield reader, json.loads(done.stdout) if done.returncode == 0 else {"failed": done.stderr[-60:].strip()}


def show(path: Path, peers: str | None) -> None:
    """A line of the table for each reader."""
    for reader, made in results(path, peers):
        if "failed" in made:
            print(f"{path.name:38} {reader:13} {made['failed']}")
        else:
            print(
                f"{path.name:38} {reader:13} {made['records']:>8} {made['abstracts']:>9} {made['seconds']:>8.3f}",
                flush=True,
            )


def million(count: int) -> None:
    """Records made from scale/ by altering ids and words, read in a process of its own."""
    found, chance = records(), random.Random(0)
    words = [word for r in found[:500] for word in r["abstract"].split()]
    code = """
import resource, sys, time
from survey.dumps import read_dumps
(dump,) = read_dumps(sys.argv[1:]).dumps
used = resource.getrusage(resource.RUSAGE_SELF)
print(f"{dump.read:,} records: {used.ru_utime + used.ru_stime:.1f} s CPU, {used.ru_maxrss / 1e6:.2f} GB")
"""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number in range(count):
            base = found[number % len(found)]
            text = base["abstract"].split()
            for _ in range(12):
                text[chance.randrange(len(text))] = chance.choice(words)
            title = f"{base['title']} {chance.choice(words)} {number}"
            file.write(json.dumps({"id": f"x:{number}", "title": title, "abstract": " ".join(text)}) + "\n")
        file.flush()
        subprocess.run([sys.executable, "-c", code, file.name], check=True)


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(description="Time the parsers of dumps.")
    options.add_argument("--peers", help="an interpreter whose environment holds the peers")
    options.add_argument("--million", action="store_true")
    options.add_argument("--as", dest="reader", help=argparse.SUPPRESS)
    options.add_argument("path", nargs="?", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.reader:
        print(json.dumps(timed(chosen.reader, chosen.path)))
        return
    print(f"{'file':38} {'reader':13} {'records':>8} {'abstracts':>9} {'CPU s':>8}")
    show(SCALE, None)
    with tempfile.TemporaryDirectory() as folder:
        found = records()
        for name, write in WRITERS.items():
            write(found, Path(folder) / name)
            show(Path(folder) / name, chosen.peers)
    for path in [*sorted((SHARED / "dumps").iterdir()), *sorted((SHARED / "data" / "formats").rglob("*"))]:
        if path.is_file() and not path.name.startswith("LICENSE"):
            show(path, chosen.peers)
    if chosen.million:
        for count in (10_000, 100_000, 1_000_000):
            million(count)


if __name__ == "__main__":
    main()
