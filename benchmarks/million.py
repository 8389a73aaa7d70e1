"""A million records parsed and deduped, in one process, beside smaller heaps of the same make.

    python benchmarks/million.py [--sizes 8000 10000 100000 1000000] [--altered 0.3 0.03]

The records are made from ../shared/data/scale/arxiv_38000.jsonl.gz: new ids, and a share of their words replaced by
other words of the corpus. With 0.3 of the words replaced each record is another paper; with 0.03 all records of one
source are near-duplicates of each other, the hard case. They lie on disk as JSON lines and are read as a user's dump
is. Seconds are wall time of reading and of deduping; memory is the peak of the whole process. The floor beside them
reads the same file with the standard library's json and keeps one record of each normalised title.
"""

import argparse
import gzip
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "scale" / "arxiv_38000.jsonl.gz"
_MEASURED = """
import json, resource, sys, time
path, who = sys.argv[1:]
began = time.perf_counter()
if who == "survey":
    from survey.dedupe import dedupe
    from survey.dumps import read_dumps
    (dump,) = read_dumps([path]).dumps
    read, parsed = dump.read, time.perf_counter()
    papers = len(dedupe(dump.papers).papers)
else:
    with open(path, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    read, parsed = len(records), time.perf_counter()
    papers = len({" ".join(r["title"].casefold().split()) for r in records})
ended = time.perf_counter()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
print(json.dumps([read, papers, parsed - began, ended - parsed, peak]))
"""


def write_records(path: Path, count: int, altered: float) -> None:
    """``count`` records as JSON lines."""
    chance = random.Random(7)
    with gzip.open(SOURCE, "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines]
    words = [word for item in items[:2000] for word in item["abstract"].split()]

    def changed(text: str) -> str:
        draws = ((word, chance.random()) for word in text.split())
        return " ".join(words[int(chance.random() * len(words))] if draw < altered else word for word, draw in draws)

    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            item = items[number % len(items)]
            title, abstract = (changed(item[field]) for field in ("title", "abstract"))
            file.write(json.dumps({"id": f"made.{number}", "title": title, "abstract": abstract}) + "\n")


def measured(path: Path, who: str) -> tuple[int, int, float, float, float]:
    """Records, papers, seconds of reading, seconds of deduping, peak GB, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", _MEASURED, str(path), who], stdout=subprocess.PIPE, check=True)
    read, papers, parsed, deduped, peak = json.loads(done.stdout)
    return read, papers, parsed, deduped, peak


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="+", default=[8_000, 10_000, 100_000, 1_000_000])
    options.add_argument("--altered", type=float, nargs="+", default=[0.3, 0.03])
    chosen = options.parse_args()
    print(f"{'records':>10} {'altered':>8} {'':8} {'papers':>10} {'read s':>8} {'dedupe s':>9} {'in all':>7} {'GB':>6}")
    for altered in chosen.altered:
        for size in chosen.sizes:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "made.jsonl"
                write_records(path, size, altered)
                for who in ("survey", "floor"):
                    read, papers, parsed, deduped, peak = measured(path, who)
                    times = f"{parsed:>8.1f} {deduped:>9.1f} {parsed + deduped:>7.1f} {peak:>6.2f}"
                    print(f"{read:>10,} {altered:>8.0%} {who:8} {papers:>10,} {times}", flush=True)


if __name__ == "__main__":
    main()
