"""Fit the contribution selector on SciTLDR's train part and write its weights; never looks at the test part.

Needs scikit-learn (a dependency) and rouge-score (``pip install rouge-score``). Takes about a minute.
"""

import json
from pathlib import Path

import numpy as np
from rouge_score.rouge_scorer import RougeScorer
from sklearn.linear_model import Ridge

from survey.models.extractive.features import Abstract
from survey.models.extractive.trim import trimmed

ROOT = Path(__file__).resolve().parents[1]
TRAIN = ROOT.parent / "shared" / "data" / "summaries" / "scitldr_a_train.jsonl"
OUT = ROOT / "survey" / "models" / "extractive" / "selector.json"


def main() -> None:
    """Read the train file, fit, write."""
    scorer = RougeScorer(["rouge1"], use_stemmer=True)
    rows: list[dict[str, float]] = []
    targets: list[float] = []
    for line in TRAIN.read_text(encoding="utf-8").splitlines():
        paper = json.loads(line)
        sentences = paper["abstract_sentences"]
        texts = [trimmed(s) for s in sentences]
        abstract = Abstract(paper["title"], sentences, texts)
        scores = [max(scorer.score(t, x)["rouge1"].fmeasure for t in paper["tldrs"]) for x in texts]
        rows += [abstract.features(i) for i in range(len(sentences))]
        targets += [s - sum(scores) / len(scores) for s in scores]
    names = sorted(rows[0])
    table = np.array([[float(row[name]) for name in names] for row in rows])
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    model = Ridge(alpha=30.0).fit((table - mean) / spread, np.array(targets))
    weights = {
        n: [round(float(m), 5), round(float(w / s), 6)]
        for n, m, s, w in zip(names, mean, spread, model.coef_, strict=True)
    }
    OUT.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    print(f"{len(rows)} sentences, {len(names)} features, weights written to {OUT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
