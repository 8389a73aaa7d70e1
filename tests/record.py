"""Record the real local models over examples/, for the tests that replay them:

    python tests/record.py [0.5b] [1.5b] [--threads N]

Needs the extra ``local`` and, beside the repository, ../shared/tools/local_model.py, which fetches the models. What is
recorded for a prompt that hasn't changed is kept, and what nothing asks any more goes; only what changed is asked. All
of it takes about five minutes with the 0.5b model and ten with the 1.5b on two idle cores. Stop it at any moment; the
next run goes on.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from survey.build import build_survey
from survey.console import say
from survey.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
TOOL = ROOT.parent / "shared" / "tools" / "local_model.py"
SIZES = ("0.5b", "1.5b")


def recording(size: str) -> Path:
    """Where a model's recording stands."""
    return ROOT / "tests" / "recordings" / f"qwen2.5-coder-{size}.jsonl"


def record(size: str, threads: int | None) -> None:
    """Ask the model of ``size`` whatever a survey of examples/ asks."""
    found = subprocess.run([sys.executable, str(TOOL), size], check=True, stdout=subprocess.PIPE, text=True)
    path = found.stdout.splitlines()[-1]
    with tempfile.TemporaryDirectory() as cache:
        settings = Settings(model=f"record:{recording(size)}=gguf:{path}", cache=Path(cache), threads=threads)
        survey = build_survey([ROOT / "examples"], settings, lambda what, done, all_: say(f"{what}: {done} of {all_}"))
        run = survey.run
        say(f"{recording(size)}: {run.calls} calls, {run.rejected_answers} answers refused, {run.seconds:.0f} s")
        keep_what_is_asked(recording(size), Path(cache))


def keep_what_is_asked(path: Path, folder: Path) -> None:
    """Take out of a recording what no prompt asks for any more, by recording its own replay."""
    fresh = folder / path.name
    build_survey([ROOT / "examples"], Settings(model=f"record:{fresh}=replay:{path}", cache=folder / "replayed"))
    shutil.move(fresh, path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", default=SIZES, metavar="SIZE")
    parser.add_argument("--threads", type=int)
    arguments = parser.parse_args()
    for wanted in arguments.sizes:
        record(wanted, arguments.threads)
