"""Does the support measure tell a sentence that bears a claim out from one that doesn't? SciFact, dev set.

    python benchmarks/evidence.py

Pairs of a claim and the gold rationale (SUPPORTS, REFUTES, and NOT_ENOUGH_INFO with a retrieved sentence), and of a
claim and a whole abstract. A REFUTES pair is about the same things in the same words, so words can hardly tell it from
SUPPORTS, and the table shows that it doesn't. The peers: plain word overlap (Jaccard of lower-cased words), and
rapidfuzz's token_set_ratio.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import fuzz
from sklearn.metrics import roc_auc_score

from survey import evidence

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "evidence"


def jaccard(claim: str, text: str) -> float:
    """Plain word overlap."""
    a, b = (set(re.findall(r"\w+", part.lower())) for part in (claim, text))
    return len(a & b) / len(a | b)


def best_sentence(claim: str, text: str) -> float:
    """Our measure as the program uses it: the support of the best single sentence."""
    lines = evidence.sentences(text)
    return evidence.support(claim, lines[evidence.best_line(claim, lines)])


MEASURES: dict[str, Callable[[str, str], float]] = {
    "ours: best sentence": best_sentence,
    "ours: whole text": evidence.support,
    "Jaccard": jaccard,
    "rapidfuzz token_set_ratio": lambda claim, text: fuzz.token_set_ratio(claim, text) / 100,
}


def main() -> None:
    """Print the table."""
    print("| against | measure | AUC supports : not enough | supports : refutes | kept supports | kept not enough |")
    print("|---|---|---:|---:|---:|---:|")
    for name, field in (("rationale", "rationale"), ("abstract", "abstract")):
        path = DATA / f"scifact_dev_claim_{name}.jsonl"
        pairs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for measure, score in MEASURES.items():
            print(row(name, measure, [(score(p["claim"], p[field]), p["label"]) for p in pairs]))


def row(against: str, measure: str, scored: list[tuple[float, str]]) -> str:
    """One line of the table."""
    of = {label: [s for s, is_label in scored if is_label == label] for label in {label for _, label in scored}}
    supports, unknown, refutes = of["SUPPORTS"], of["NOT_ENOUGH_INFO"], of["REFUTES"]
    cells = (auc(supports, unknown), auc(supports, refutes), share(supports), share(unknown))
    return f"| {against} | {measure} | {' | '.join(f'{cell:.2f}' for cell in cells)} |"


def auc(positive: list[float], negative: list[float]) -> float:
    """The area under the ROC curve: the chance that a positive pair scores higher than a negative one."""
    return float(roc_auc_score([1] * len(positive) + [0] * len(negative), positive + negative))


def share(scores: list[float]) -> float:
    """The share that the program would keep."""
    return sum(score >= evidence.SUPPORT for score in scores) / len(scores)


if __name__ == "__main__":
    main()
