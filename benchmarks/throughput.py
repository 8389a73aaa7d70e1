"""Calls a second through the whole of `ask` (prompt, call, validation, cache), beside the bare openai client.

    python benchmarks/throughput.py [--calls N] [--at-once N] [--delay SECONDS] [--rounds N]

Both ask the same loopback endpoint, which runs in a process of its own and takes DELAY for each call. Each round asks
both, one right after the other, the second of a round first in the next, so that whatever else the machine does meets
both; "of bare" is the median of the rounds' ratios, and the exit code is 1 when it is below 95 %. The ideal is AT_ONCE
/ DELAY. One paper to a call: the most calls, the least to do in each, the hardest case for our share of the time.
"""

import argparse
import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from openai import AsyncOpenAI

from survey.ask import Asker
from survey.cache import AnswerCache
from survey.models.chat import ChatModel, chat_model
from survey.papers import Paper, paper_key
from survey.prompts import load_templates
from survey.reading import RecordQuestion
from survey.settings import Settings

BARE, OURS = "bare openai client", "survey"
LEAST = 0.95


def papers(count: int) -> list[Paper]:
    """Made-up papers of about the length of real ones, all different."""
    sentence = "It reaches 81.4 % on benchmark {0} with half of the parameters of earlier models of its size."
    return [
        Paper(
            paper_key(f"Paper number {n}"),
            f"Paper number {n}",
            f"Model {n} learns to label images from few examples. " + " ".join(sentence.format(k) for k in range(6)),
        )
        for n in range(count)
    ]


def ours(url: str, asked: list[Paper], at_once: int) -> tuple[float, float]:
    """Wall-clock and processor seconds for asking about all papers, one to a call."""
    model = chat_model("m", Settings(base_url=url))
    assert isinstance(model, ChatModel)
    model.pack = 1
    with (
        tempfile.TemporaryDirectory() as folder,
        AnswerCache(Path(folder)) as cache,
        Asker({"record": model}, load_templates(), cache, concurrency=at_once) as asker,
    ):
        started, spent = time.perf_counter(), time.process_time()
        answered = asker.ask(RecordQuestion(), asked)
        took = time.perf_counter() - started, time.process_time() - spent
    assert len(answered.parts) == len(asked), answered.left_out[:1]
    return took


def bare(url: str, requests: list[dict[str, Any]], at_once: int) -> tuple[float, float]:
    """The same for the openai client alone, with the same requests."""

    async def run() -> tuple[float, float]:
        client = AsyncOpenAI(api_key="none", base_url=url, max_retries=0)
        slots = asyncio.Semaphore(at_once)

        async def one(request: dict[str, Any]) -> None:
            async with slots:
                await client.chat.completions.create(**request)

        started, spent = time.perf_counter(), time.process_time()
        async with asyncio.TaskGroup() as tasks:
            for request in requests:
                tasks.create_task(one(request))
        took = time.perf_counter() - started, time.process_time() - spent
        await client.close()
        return took

    return asyncio.run(run())


def main() -> int:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=2000)
    parser.add_argument("--at-once", type=int, default=64)
    parser.add_argument("--delay", type=float, default=0.2)
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    asked = papers(wanted.calls)
    template = load_templates()["record"]
    prompts = [template.prompt(RecordQuestion().values([paper])) for paper in asked]
    model = chat_model("m", Settings(base_url="http://127.0.0.1:9/v1"))
    assert isinstance(model, ChatModel)
    requests = [model.present_request(prompt) for prompt in prompts]
    endpoint = Path(__file__).parent / "loopback.py"
    server = subprocess.Popen([sys.executable, str(endpoint), str(wanted.delay)], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    url = f"http://127.0.0.1:{int(server.stdout.readline())}/v1"
    runs = {BARE: lambda: bare(url, requests, wanted.at_once), OURS: lambda: ours(url, asked, wanted.at_once)}
    took: dict[str, list[tuple[float, float]]] = {BARE: [], OURS: []}
    try:
        for n in range(wanted.rounds):
            for name in (BARE, OURS) if n % 2 == 0 else (OURS, BARE):
                took[name].append(runs[name]())
    finally:
        server.kill()
    return report(took, wanted.calls, wanted.at_once / wanted.delay)


def report(took: dict[str, list[tuple[float, float]]], calls: int, ideal: float) -> int:
    """Print the medians of all rounds; 1 when ours is too slow."""
    ratios = [floor / wall for (floor, _), (wall, _) in zip(took[BARE], took[OURS], strict=True)]
    shares = {BARE: 1.0, OURS: statistics.median(ratios)}
    print(f"{'':<20} {'calls/s':>8} {'of ideal':>9} {'of bare':>8} {'CPU ms/call':>12}")
    for name, rounds in took.items():
        rate = calls / statistics.median(wall for wall, _ in rounds)
        spent = 1000 * statistics.median(cpu for _, cpu in rounds) / calls
        print(f"{name:<20} {rate:>8.1f} {rate / ideal:>9.1%} {shares[name]:>8.1%} {spent:>12.2f}")
    print(f"of bare, round by round: {', '.join(f'{ratio:.1%}' for ratio in ratios)} (at least {LEAST:.0%})")
    return 0 if shares[OURS] >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
