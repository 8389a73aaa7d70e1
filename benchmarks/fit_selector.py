"""Fit the contribution selector on SciTLDR's train part and write its weights; never looks at the test part.

Prints the ROUGE-1 of the chosen sentences in five-fold cross-validation on the train part, the only figure to choose
features and settings by. Needs ``pip install rouge-score``; takes about two minutes.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rouge_score.rouge_scorer import RougeScorer
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression, Ridge

from survey.models.extractive.features import Abstract
from survey.models.extractive.selector import Selector
from survey.models.extractive.trim import trimmed
from survey.models.extractive.words import FEATURES, WordModel, stems, word_features

ROOT = Path(__file__).resolve().parents[1]
TRAIN = ROOT.parent / "shared" / "data" / "summaries" / "scitldr_a_train.jsonl"
OUT = ROOT / "survey" / "models" / "extractive" / "selector.json"
KNOWN_WORDS = 1000
FOLDS = 5
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One paper of the train part; ``gains`` are the ROUGE-1 F of each trimmed sentence against the summary."""

    title: str
    sentences: tuple[str, ...]
    texts: tuple[str, ...]
    summary: frozenset[str]
    gains: tuple[float, ...]


def read_examples() -> list[Example]:
    """The train part, its sentences trimmed and scored."""
    scorer = RougeScorer(["rouge1"], use_stemmer=True)
    examples = []
    for line in TRAIN.read_text(encoding="utf-8").splitlines():
        paper = json.loads(line)
        sentences, summary = tuple(paper["abstract_sentences"]), paper["tldrs"][0]
        texts = tuple(trimmed(s) for s in sentences)
        gains = tuple(scorer.score(summary, text)["rouge1"].fmeasure for text in texts)
        examples.append(Example(paper["title"], sentences, texts, frozenset(stems(summary)), gains))
    return examples


def standardised(table: Floats) -> tuple[Floats, Floats, Floats]:
    """The table with mean 0 and spread 1 in each column, the means and the spreads."""
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    return (table - mean) / spread, mean, spread


def fit_words(examples: Sequence[Example]) -> WordModel:
    """The chance of each word to stand in the summary, from all words of all trimmed sentences."""
    papers = Counter(word for e in examples for word in {w for text in e.texts for w in stems(text)})
    known = {word: i for i, (word, _) in enumerate(papers.most_common(KNOWN_WORDS))}
    counts = {word: papers[word] for word in papers if papers[word] >= 5}
    rows, kept, labels = [], [], []
    for e in examples:
        for word, features in word_features(e.title, e.sentences, e.texts, counts).items():
            rows.append(list(map(float, features)))
            kept.append(known.get(word, -1))
            labels.append(word in e.summary)
    table, mean, spread = standardised(np.array(rows))
    which = np.array(kept)
    places = (np.flatnonzero(which >= 0), which[which >= 0])
    one_hot = csr_matrix((np.ones(len(places[0])), places), shape=(len(rows), len(known)))
    model = LogisticRegression(C=0.3, max_iter=400).fit(hstack([csr_matrix(table), one_hot]).tocsr(), labels)
    weights = model.coef_[0][: len(FEATURES)] / spread
    words = {word: round(float(model.coef_[0][len(FEATURES) + i]), 3) for word, i in known.items()}
    return WordModel(float(model.intercept_[0] - weights @ mean), tuple(map(float, weights)), words, counts)


def features_of(example: Example, words: WordModel) -> list[dict[str, float]]:
    """The features of each sentence of ``example`` under a model of its words."""
    chances = words.chances(example.title, example.sentences, example.texts)
    abstract = Abstract(example.title, example.sentences, example.texts, chances)
    return [abstract.features(i) for i in range(len(example.sentences))]


def fit(examples: Sequence[Example]) -> Selector:
    """Fit words and sentences; the sentences on word chances from models that did not see their paper."""
    found: list[list[dict[str, float]]] = []
    targets: list[Floats] = []
    for fold in range(4):
        words = fit_words([e for i, e in enumerate(examples) if i % 4 != fold])
        for e in examples[fold::4]:
            found.append(features_of(e, words))
            targets.append(centred(np.array(e.gains)))
    names = list(dict.fromkeys(name for rows in found for row in rows for name in row))
    tables = [centred(np.array([[float(row.get(name, 0.0)) for name in names] for row in rows])) for rows in found]
    table, _, spread = standardised(np.concatenate(tables))
    model = Ridge(alpha=300.0, fit_intercept=False).fit(table, np.concatenate(targets))
    weights = {n: float(w) for n, w in zip(names, model.coef_ / spread, strict=True)}
    return Selector(weights, fit_words(examples))


def centred(table: Floats) -> Floats:
    """The table less its mean: what sets one sentence of an abstract apart from the others is all that is learnt."""
    return np.asarray(table - table.mean(axis=0))


def chosen_gain(selector: Selector, example: Example) -> float:
    """The ROUGE-1 F of the sentence that ``selector`` chooses."""
    scores = selector.scores(example.title, example.sentences, example.texts)
    return example.gains[int(np.argmax(scores))]


def cross_validated(examples: Sequence[Example]) -> float:
    """The mean ROUGE-1 F of the chosen sentences, each chosen by a selector that did not see its paper."""
    gains = []
    for fold in range(FOLDS):
        selector = fit([e for i, e in enumerate(examples) if i % FOLDS != fold])
        gains += [chosen_gain(selector, e) for e in examples[fold::FOLDS]]
    return sum(gains) / len(gains)


def rounded(selector: Selector) -> dict[str, object]:
    """The selector as it is written: five digits are enough."""
    plain = asdict(selector)
    plain["words"]["bias"] = round(plain["words"]["bias"], 5)
    plain["weights"] = {n: round(w, 6) for n, w in plain["weights"].items()}
    plain["words"]["features"] = [round(w, 5) for w in plain["words"]["features"]]
    return plain


def main() -> None:
    """Read, cross-validate, fit on all, write."""
    examples = read_examples()
    best = sum(max(e.gains) for e in examples) / len(examples)
    print(f"best sentence {100 * best:.2f}, cross-validated {100 * cross_validated(examples):.2f} ROUGE-1 on train")
    OUT.write_text(json.dumps(rounded(fit(examples)), separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(examples)} papers, weights written to {OUT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
