"""How long the main job takes and how much memory, whole process, beside floors in the same run.

    python benchmarks/build.py [--repeat N]

The floors: a bare ``python -c pass``; ``import typer`` for the help; for the build a script of a few lines that reads
the same two dumps and clusters them with scikit-learn (TF-IDF, k-means), which is the least that any such program does.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

DUMPS = Path(__file__).resolve().parents[1].parent / "shared" / "dumps"
FLOOR = """
import pathlib, sys
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
dumps = sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))
lines = [line for dump in dumps for line in dump.read_text().splitlines()[3::2]]
KMeans(39, n_init=1, random_state=0).fit(TfidfVectorizer(stop_words="english").fit_transform(lines))
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """The best of several runs: wall seconds, processor seconds, peak memory in MB."""

    name: str
    seconds: float
    processor: float
    memory: float
    mark: str


def measured(name: str, command: list[str], folder: Path, repeat: int, mark: str = "") -> Measured:
    """Run ``command`` in ``folder`` ``repeat`` times."""
    runs = [_once(command, folder) for _ in range(repeat)]
    return Measured(name, min(r[0] for r in runs), min(r[1] for r in runs), max(r[2] for r in runs), mark)


def _once(command: list[str], folder: Path) -> tuple[float, float, float]:
    started = time.perf_counter()
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert child.stderr is not None
    said = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{said.decode()}")
    return seconds, used.ru_utime + used.ru_stime, _megabytes(used)


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=3)
    repeat = parser.parse_args().repeat
    survey = str(Path(sys.executable).with_name("survey"))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        build = [survey, "build", str(DUMPS), "-o", "out", "--cache", "warm"]
        rows = [
            measured("python -c pass", [sys.executable, "-c", "pass"], folder, repeat, "floor"),
            measured("import typer", [sys.executable, "-c", "import typer"], folder, repeat, "floor"),
            measured("survey --help", [survey, "--help"], folder, repeat, "at most 0.25 s"),
            measured("TF-IDF and k-means alone", [sys.executable, "-c", FLOOR, str(DUMPS)], folder, repeat, "floor"),
            *(_cold(survey, folder, repeat)),
            measured("build again, from cache", build, folder, repeat + 1, "at most 2 s"),
            measured("survey check", [survey, "check", "out"], folder, repeat),
        ]
    print(f"| whole process, best of {repeat} | seconds | of processor | peak MB | mark |")
    print("|---|---:|---:|---:|---|")
    for row in rows:
        print(f"| {row.name} | {row.seconds:.2f} | {row.processor:.2f} | {row.memory:.0f} | {row.mark} |")


def _cold(survey: str, folder: Path, repeat: int) -> list[Measured]:
    runs = [
        measured("", [survey, "build", str(DUMPS), "-o", f"out{n}", "--cache", f"cold{n}"], folder, 1)
        for n in range(repeat)
    ]
    best = min(runs, key=lambda run: run.seconds)
    return [Measured("build both dumps, cold", best.seconds, best.processor, best.memory, "at most 5 s and 500 MB")]


if __name__ == "__main__":
    main()
