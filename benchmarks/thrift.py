"""Where the tokens of a whole survey go, for each paper of the real dumps, at the pack size of a hosted model.

    python benchmarks/thrift.py [DUMP...]

Tokens in are counted in the real prompts of a whole run, packed as for a hosted model and answered as the prompts ask:
at most 25 words to a text, two or three statements and up to two results a paper. Tokens out are those answers',
counted too; beside them stands the mean length of the answers that were recorded from real local models, and what the
whole would be with that. The floor is the numbered abstracts alone, which have to be read.
"""

import json
import statistics
import sys
import tempfile
from pathlib import Path

from survey import evidence, tokens
from survey.build import build_survey
from survey.intake import read_distinct
from survey.models import choice
from survey.models.base import Model, Prompt, Reply
from survey.models.chat import ChatModel
from survey.models.replay import read_recording
from survey.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from answering import good_answer  # noqa: E402  # the tests' good model

LIMIT = 750


class Counted:
    """Answers well from the prompt's text, and counts by question: calls, tokens in, tokens out."""

    name = identity = "counted"
    pack, pack_tokens, fold = ChatModel.pack, ChatModel.pack_tokens, ChatModel.fold

    def __init__(self) -> None:
        self.used: dict[str, list[tuple[int, int]]] = {}

    async def complete(self, prompt: Prompt) -> Reply:
        """The good answer, written as briefly as JSON can be."""
        text = json.dumps(good_answer(f"{prompt.system}\n{prompt.user}"), ensure_ascii=False, separators=(",", ":"))
        sent, said = tokens.count_messages(prompt.system, prompt.user), tokens.count(text)
        self.used.setdefault(prompt.question, []).append((sent, said))
        return Reply(text, sent, said)

    async def close(self) -> None:
        """Nothing to let go of."""


def recorded_length() -> float | None:
    """The mean tokens of a recorded record answer, or None when nothing is recorded."""
    lengths = []
    for path in sorted((ROOT / "tests" / "recordings").glob("*.jsonl")):
        replies = read_recording(path).replies
        texts = [
            reply["text"] for key, reply in replies.items() if key.startswith("record-") and not reply["truncated"]
        ]
        lengths += [tokens.count(_brief(text)) for text in texts]
    return statistics.mean(lengths) if lengths else None


def _brief(text: str) -> str:
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    except ValueError:
        return text


def main() -> None:
    """Count a whole survey and print the table."""
    dumps = [Path(name) for name in sys.argv[1:]] or [ROOT.parent / "shared" / "dumps"]
    model = Counted()

    def make(name: str, settings: Settings) -> Model:  # noqa: ARG001  # a maker's signature
        return model

    choice.MODELS = (("counted", make), *choice.MODELS)
    with tempfile.TemporaryDirectory() as cache:
        survey = build_survey(dumps, Settings(model="counted", cache=Path(cache)))
        _, distinct = read_distinct(dumps, Settings())
    papers = len(survey.papers)
    floor = sum(
        tokens.count("\n".join(f"[{n}] {s}" for n, s in enumerate(evidence.sentences(p.abstract), 1)))
        for p in distinct.papers
    )
    report(model.used, papers, floor)


def report(used: dict[str, list[tuple[int, int]]], papers: int, floor: int) -> None:
    """Print what each question takes a paper."""
    print(f"{papers} papers, {ChatModel.pack} to a call\n")
    print(f"{'tokens a paper':<16} {'calls':>6} {'in':>7} {'out':>7} {'together':>9}")
    rows = {name: (len(c), sum(i for i, _ in c) / papers, sum(o for _, o in c) / papers) for name, c in used.items()}
    for name, (calls, sent, said) in rows.items():
        print(f"{name:<16} {calls:>6} {sent:>7.1f} {said:>7.1f} {sent + said:>9.1f}")
    total = sum(sent + said for _, sent, said in rows.values())
    calls = sum(calls for calls, _, _ in rows.values())
    print(f"{'in all':<16} {calls:>6} {'':>7} {'':>7} {total:>9.1f}   (at most {LIMIT})")
    print(f"{'floor: abstracts':<16} {'':>6} {floor / papers:>7.1f}")
    if (mean := recorded_length()) is not None:
        whole = total - rows["record"][2] + mean
        print(f"\nRecorded answers of local models have {mean:.1f} tokens a paper; with these, {whole:.1f} in all.")


if __name__ == "__main__":
    main()
