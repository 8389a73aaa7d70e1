"""What a refresh costs, whether it agrees with a build of everything, and whether it survives being killed.

    python benchmarks/refresh.py [cost] [steps] [kill]     (all three when none is named)

cost: the tokens of prompts and answers, counted as a hosted model would be sent and paid for them (cl100k_base), when
5 % of the papers of the two real dumps come later, beside a full build; the answers are the extractive model's.
steps: the real dumps in one build, and in 2 and in 5 parts by refreshes: papers, records, account, and how far the
topics agree (adjusted Rand index, normalised mutual information; 1 is the same).
kill: kill -9 at 20 random moments of a refresh with the second dump, each time followed by a refresh to the end; the
files must be those of a refresh that nobody interrupted, apart from run and dates.
"""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from unittest.mock import patch

from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from survey.build import build_survey
from survey.document import Survey
from survey.models.extractive.model import Extractive
from survey.refresh import refresh_survey
from survey.settings import Settings

DUMPS = sorted((Path(__file__).resolve().parents[1].parent / "shared" / "dumps").glob("*.txt"))
SHARE, KILLS = 0.05, 20
MOST = 0.15


class Hosted(Extractive):
    """The extractive model in packs of a hosted one's size, its tokens counted."""

    name = "hosted"
    pack = 8
    pack_tokens = 6000

    @property
    def identity(self) -> str:
        """A model of its own in the cache."""
        return f"hosted-{super().identity}"


def written(path: Path, papers: Iterable[tuple[str, str]]) -> Path:
    """Papers as a dump of JSON lines."""
    path.write_text("".join(json.dumps({"title": t, "abstract": a}) + "\n" for t, a in papers), encoding="utf-8")
    return path


def all_papers(folder: Path) -> list[tuple[str, str]]:
    """Title and abstract of every distinct paper of the real dumps, in the order of their numbers."""
    survey = build_survey(list(DUMPS), Settings(cache=folder / "all"))
    return [(paper.title, paper.abstract) for paper in survey.papers]


def cost(folder: Path) -> bool:
    """The table of tokens; whether every refresh stays under the limit."""
    papers = all_papers(folder)
    new = round(len(papers) * SHARE)
    print(f"cost: {new} of {len(papers)} papers come later; tokens in + out")
    print(f"  {'draw':<6} {'full build':>20} {'refresh':>18} {'share':>7}   calls, build and refresh")
    shares = []
    with patch("survey.models.choice.MODELS", (("", lambda *_: Hosted()),)):
        for draw in range(3):
            order = random.Random(draw).sample(papers, len(papers))
            first, later = (
                written(folder / f"{draw}-{name}.jsonl", part)
                for name, part in (("first", order[new:]), ("later", order[:new]))
            )
            whole = build_survey([first, later], Settings(cache=folder / f"{draw}-whole")).run
            settings = Settings(cache=folder / f"{draw}-parts")
            refreshed = refresh_survey(build_survey([first], settings), [later], settings)
            assert refreshed is not None
            run = refreshed.run
            share = (run.tokens_in + run.tokens_out) / (whole.tokens_in + whole.tokens_out)
            shares.append(share)
            full, part = (f"{r.tokens_in:,} + {r.tokens_out:,}" for r in (whole, run))
            print(f"  {draw:<6} {full:>20} {part:>18} {share:>7.1%}   {whole.calls}, {run.calls}")
    print(f"  limit {MOST:.0%}: {'kept' if max(shares) <= MOST else 'BROKEN'}")
    return max(shares) <= MOST


def steps(folder: Path) -> bool:
    """The table of agreement; whether papers, records and account agree."""
    settings = Settings(cache=folder / "steps")
    whole = build_survey(list(DUMPS), settings)
    print("steps: against one build of both dumps")
    print(f"  {'':<22} {'papers':>7} {'records':>8} {'account':>8} {'topics':>7} {'ARI':>6} {'NMI':>6}")
    papers = [(paper.title, paper.abstract) for paper in whole.papers]
    random.Random(0).shuffle(papers)
    size = -(-len(papers) // 5)
    parts = [written(folder / f"part{n}.jsonl", papers[n * size : (n + 1) * size]) for n in range(5)]
    agreed = line("2 parts (the dumps)", whole, in_steps(DUMPS, settings))
    once = build_survey(parts, settings)
    return line("5 parts (shuffled)", once, in_steps(parts, settings)) and agreed


def in_steps(dumps: Sequence[Path], settings: Settings) -> Survey:
    """A survey of the first dump, refreshed with each of the others."""
    survey = build_survey([dumps[0]], settings)
    for dump in dumps[1:]:
        refreshed = refresh_survey(survey, [dump], settings)
        assert refreshed is not None
        survey = refreshed
    return survey


def line(name: str, whole: Survey, other: Survey) -> bool:
    """One row of the table; whether all but the topics agree."""
    papers, records, account = (
        {(p.key, p.title, p.abstract) for p in whole.papers} == {(p.key, p.title, p.abstract) for p in other.papers},
        whole.records == other.records,
        totals(whole) == totals(other),
    )
    keys = sorted(whole.by_key().keys() & other.by_key().keys())
    labels = [[one.by_key()[key].topic for key in keys] for one in (whole, other)]
    scores = [score(*labels) for score in (adjusted_rand_score, normalized_mutual_info_score)]
    same = [("same" if one else "DIFFER") for one in (papers, records, account)]
    shown = " ".join(f"{one:>8}" for one in same)
    print(f"  {name:<22}{shown} {len(other.topics):>7} {scores[0]:>6.2f} {scores[1]:>6.2f}")
    return papers and records and account


def totals(survey: Survey) -> list[int]:
    """What was read, kept, merged and rejected in all."""
    return [sum(getattr(dump, name) for dump in survey.dumps) for name in ("read", "papers", "merged", "rejected")]


def kill(folder: Path) -> bool:
    """Twenty interrupted refreshes; whether each is mended to the same bytes."""
    start, whole = folder / "start", folder / "whole"
    run("build", DUMPS[0], "-o", start, "--cache", folder / "kill-cache")
    shutil.copytree(start, whole)
    cache = fresh_cache(folder, "whole")
    began = time.monotonic()
    run("refresh", whole, DUMPS[1], "--cache", cache)
    took = time.monotonic() - began
    expected = contents(whole)
    moments = random.Random(0)
    bad = killed = after_commit = 0
    while killed < KILLS:
        tried = folder / f"tried{killed}"
        shutil.rmtree(tried, ignore_errors=True)
        shutil.copytree(start, tried)
        cache = fresh_cache(folder, "tried")
        began = time.monotonic()
        child = subprocess.Popen(words("refresh", tried, DUMPS[1], "--cache", cache), start_new_session=True)
        try:
            child.wait(moments.uniform(0.1, 1) * took)
        except subprocess.TimeoutExpired:
            os.kill(child.pid, signal.SIGKILL)
            child.wait()
        else:  # it was faster than the last: the next moments are drawn from a shorter time
            took = min(took, time.monotonic() - began)
            continue
        killed += 1
        after_commit += (tried / "survey.json").read_bytes() != (start / "survey.json").read_bytes()
        run("refresh", tried, DUMPS[1], "--cache", cache)
        bad += contents(tried) != expected or subprocess.run(words("check", tried), capture_output=True).returncode != 0
    print(
        f"kill: {killed} refreshes killed at random moments before their end (after about {took:.1f} s), {after_commit}"
    )
    print(f"  with survey.json written already; each refreshed again: {killed - bad} the same as one never interrupted")
    return bad == 0


def fresh_cache(folder: Path, name: str) -> Path:
    """A copy of the build's cache: an interrupted refresh mustn't find the answers of another."""
    shutil.rmtree(folder / f"cache-{name}", ignore_errors=True)
    shutil.copytree(folder / "kill-cache", folder / f"cache-{name}")
    return folder / f"cache-{name}"


def words(*arguments: object) -> list[str]:
    """The command line of ``survey``."""
    quiet = ["-q"] if arguments[0] != "check" else []
    return [sys.executable, "-m", "survey", *map(str, arguments), *quiet]


def run(*arguments: object) -> None:
    """Run ``survey`` to its end."""
    subprocess.run(words(*arguments), check=True)


def contents(folder: Path) -> dict[str, object]:
    """Every file of a survey folder, but for run and dates, as the contract compares them."""
    found: dict[str, object] = {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir() if p.suffix != ".json"}
    for name, text in found.items():
        found[name] = re.sub(r"(?s)The last run: .*?\.\n|<[^>]*>The last run:.*?</p>", "", str(text))
    document = json.loads((folder / "survey.json").read_text(encoding="utf-8"))
    return found | {"survey.json": {name: value for name, value in document.items() if name != "run"}}


def main() -> None:
    """The parts named, or all."""
    os.environ["SOURCE_DATE_EPOCH"] = "1767225600"
    parts = {"cost": cost, "steps": steps, "kill": kill}
    named = [name for name in sys.argv[1:] if name in parts] or list(parts)
    results = []
    for name in named:
        with tempfile.TemporaryDirectory() as folder:
            results.append(parts[name](Path(folder)))
    sys.exit(not all(results))


if __name__ == "__main__":
    main()
