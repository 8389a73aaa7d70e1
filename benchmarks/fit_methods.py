"""Fit the words of sentences that say how a method works, and write their weights.

    python benchmarks/fit_methods.py

Three steps. A logistic regression learns from the abstracts marked by hand which sentences say it, by what can be
counted of them (place, cues, overlap with the title: the contribution selector's features). What it says of 12,000
abstracts that nobody marked teaches a ridge regression on words and pairs of words; its score joins the features and
the two take turns. The last ridge regression also sees the marks, and abstracts with a part headed "Methods:".

Prints, in five-fold cross-validation on the marks, what the record's method is worth with weights that did not see its
paper, beside the weights that ship; the abstracts kept apart and those of ``marked_abstracts.json``'s second half are
not read. Takes about two minutes.
"""

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from summaries import MARKS, METHODS, SHARED, Tally, added, method_tally, numbered_papers, shares

from survey.evidence import sentences
from survey.models.extractive import fields, wording
from survey.models.extractive.contribution import title_name
from survey.models.extractive.features import Abstract
from survey.models.extractive.results import figures
from survey.models.extractive.selector import contribution_scores, fitted
from survey.models.extractive.stated import OWN
from survey.models.extractive.trim import is_told_item, trimmed
from survey.models.extractive.wording import Wording, terms
from survey.questions import NumberedPaper

ROOT = Path(__file__).resolve().parents[1]
UNMARKED = SHARED / "data" / "scale" / "arxiv_38000.jsonl.gz"
OUT = ROOT / "survey" / "data" / "method_words.json"
HOW_MANY = 12_000  # abstracts without marks
ROUNDS = 3
FOLDS = 5
LEAST = 25  # sentences that a term has to stand in
KEPT = 8_000  # terms, those with the largest weights
CLIP = 4.0  # the first model's log-odds beyond it mean no more
SAID, NOT_SAID = 1.5, -3.0  # what stands for the log-odds of a sentence that says how, and of another, for sure
BY_HAND = 5.0  # a marked sentence counts as so many that nobody marked
HEADINGS = re.compile(
    r"(?:^|(?<=[.!?] ))(Background|Introduction|Context|Objectives?|Aims?|Purpose|(?:Materials? and )?Methods?|"
    r"Methodology|Results?|Findings|Main results|Conclusions?|Discussion|Interpretation|Significance)\s*[:.] ",
    re.IGNORECASE,
)
IS_METHOD = re.compile(r"materials?|method", re.IGNORECASE)
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Read:
    """One abstract's sentences: the features and the terms of each, and whether it says how (empty: not known)."""

    key: str
    features: tuple[Mapping[str, float], ...]
    terms: tuple[tuple[str, ...], ...]
    labels: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Many sentences: features (standardised) and terms, one row for each."""

    features: Floats
    terms: csr_matrix
    labels: NDArray[np.bool_]


def read(key: str, title: str, said: Sequence[str], labels: Iterable[bool] = ()) -> Read:
    """Count what the models see of each sentence."""
    texts = [trimmed(sentence) for sentence in said]
    abstract = Abstract(title, said, texts, fitted().words.chances(title, said, texts))
    chosen = int(np.argmax(contribution_scores(title, said, texts)))
    name = title_name(title)
    rows = [
        abstract.features(i)
        | {f"after contribution {max(-2, min(5, i - chosen))}": 1.0}
        | {"after contribution": i > chosen, "own": bool(OWN.search(sentence.lower()))}
        | {"figures": bool(figures(texts[i])), "told item": is_told_item(sentence)}
        | {"name": bool(name and name in sentence), "name first": bool(name and sentence.startswith(name))}
        for i, sentence in enumerate(said)
    ]
    return Read(key, tuple(rows), tuple(tuple(terms(sentence)) for sentence in said), tuple(labels))


def marks_to_fit() -> dict[str, Mapping[str, Any]]:
    """The marks to fit on by key: all parts but the abstracts kept apart and those to report on."""
    methods = json.loads(METHODS.read_text(encoding="utf-8"))
    parts = [part for name, part in methods.items() if name != "apart"]
    parts.append(json.loads(MARKS.read_text(encoding="utf-8"))["tune"])
    return {key: marked for part in parts for key, marked in part.items()}


def marked_ones(papers: Mapping[str, NumberedPaper]) -> list[Read]:
    """The abstracts marked by hand that may be fitted on."""
    return [
        read(key, papers[key].title, papers[key].sentences, (n in marked["method"] for n in numbers(papers[key])))
        for key, marked in marks_to_fit().items()
    ]


def numbers(paper: NumberedPaper) -> range:
    """The numbers of the paper's sentences."""
    return range(1, len(paper.sentences) + 1)


def unmarked_rows() -> list[dict[str, str]]:
    """The papers of 2025 that nobody marked, in an order that depends on their numbers alone."""
    known = {key for part in json.loads(METHODS.read_text(encoding="utf-8")).values() for key in part}
    with gzip.open(UNMARKED, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["id"] not in known]
    return sorted(rows, key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())


def headed(row: Mapping[str, str]) -> Read | None:
    """An abstract under headings, without them: the sentences under "Methods:" say how; None where there are none."""
    parts = HEADINGS.split(row["abstract"])
    sections = list(zip(parts[1::2], parts[2::2], strict=True))
    is_method = [bool(IS_METHOD.match(heading)) for heading, _ in sections]
    if parts[0].strip() or len(sections) < 3 or not any(is_method) or all(is_method):
        return None
    said = [(s, how) for (_, text), how in zip(sections, is_method, strict=True) for s in sentences(text)]
    return read(row["id"], row["title"], [s for s, _ in said], (how for _, how in said))


class Fit:
    """The models of one fit; ``known`` are all abstracts, by which the terms and the scales are set, not the labels."""

    def __init__(self, unmarked: Sequence[Read], under_headings: Sequence[Read]) -> None:
        counts = Counter(term for one in unmarked for found in one.terms for term in found)
        self.columns = {t: i for i, t in enumerate(sorted(t for t, n in counts.items() if n >= LEAST))}
        self.vectors = DictVectorizer(sparse=False)
        rows = self.vectors.fit_transform([row for one in unmarked for row in one.features])
        self.mean, self.spread = rows.mean(axis=0), np.maximum(rows.std(axis=0), 0.05)
        self.unmarked, self.headed = self.table(unmarked), self.table(under_headings)

    def table(self, many: Sequence[Read]) -> Table:
        """The sentences of ``many``, row by row."""
        rows = self.vectors.transform([row for one in many for row in one.features])
        found = [terms for one in many for terms in one.terms]
        known = [[self.columns[t] for t in terms if t in self.columns] for terms in found]
        values = [1 / np.sqrt(max(1, len(terms))) for terms, columns in zip(found, known, strict=True) for _ in columns]
        starts = np.cumsum([0, *map(len, known)])
        columns = [column for row in known for column in row]
        matrix = csr_matrix((values, columns, starts), shape=(len(found), len(self.columns)))
        return Table((rows - self.mean) / self.spread, matrix, np.array([x for one in many for x in one.labels]))

    def wording(self, marked: Sequence[Read]) -> Wording:
        """The weights of the terms, from these marks."""
        seen = self.table(marked)
        seen_rows, rows = seen.features, self.unmarked.features
        for _ in range(ROUNDS):
            first = LogisticRegression(C=0.1, max_iter=2000).fit(seen_rows, seen.labels)
            odds = np.clip(first.decision_function(rows), -CLIP, CLIP)
            words = ridge(self.unmarked.terms, odds)
            seen_rows = np.column_stack([seen.features, words.predict(seen.terms)])
            rows = np.column_stack([self.unmarked.features, words.predict(self.unmarked.terms)])
        sure = np.where(np.concatenate([self.headed.labels, seen.labels]), SAID, NOT_SAID)
        weights = np.repeat([1.0, 1.0, BY_HAND], [len(odds), len(self.headed.labels), len(seen.labels)])
        table = vstack([self.unmarked.terms, self.headed.terms, seen.terms]).tocsr()
        last = ridge(table, np.concatenate([odds, sure]), weights)
        largest = sorted(zip(map(float, last.coef_), self.columns, strict=True), key=lambda w: (-abs(w[0]), w[1]))
        kept = {term: round(weight, 2) for weight, term in largest[:KEPT]}
        return Wording(round(float(last.intercept_), 3), {term: kept[term] for term in sorted(kept)})


def ridge(table: csr_matrix, wanted: Floats, weights: Floats | None = None) -> Ridge:
    """The regression of log-odds on terms."""
    return Ridge(alpha=4.0, solver="sparse_cg", tol=1e-4).fit(table, wanted, sample_weight=weights)


def folds(marked: Sequence[Read]) -> Iterator[tuple[list[Read], list[Read]]]:
    """To fit on, and to look at: each abstract once."""
    order = sorted(marked, key=lambda one: hashlib.sha256(one.key.encode()).hexdigest())
    for fold in range(FOLDS):
        yield [one for i, one in enumerate(order) if i % FOLDS != fold], order[fold::FOLDS]


def tally_with(model: Wording, keys: Iterable[str], papers: Mapping[str, NumberedPaper]) -> Tally:
    """What the records' methods are worth when ``model`` weighs the sentences."""
    marks = marks_to_fit()
    try:
        forget()
        with patch.object(wording, "fitted", return_value=model):
            return method_tally({key: marks[key] for key in keys}, papers)
    finally:
        forget()


def forget() -> None:
    """Drop what was remembered of sentences under other weights."""
    for remembered in (wording.method_wording, fields.method_score):
        remembered.cache_clear()


def write(model: Wording) -> None:
    """Write the weights as whole hundredths."""
    hundredths = {term: round(100 * weight) for term, weight in model.weights.items()}
    raw = {"bias": model.bias, "hundredths": hundredths}
    OUT.write_text(json.dumps(raw, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Read, cross-validate, fit on all marks that may be fitted on, write."""
    papers, rows = numbered_papers(), unmarked_rows()
    marked = marked_ones(papers)
    unmarked = [read(row["id"], row["title"], sentences(row["abstract"])) for row in rows[:HOW_MANY] if row["abstract"]]
    under_headings = [one for one in map(headed, rows) if one]
    models = Fit([one for one in unmarked if one.terms], under_headings)
    seen = sum(len(one.labels) for one in marked)
    print(f"{len(marked)} abstracts marked ({seen} sentences), {len(under_headings)} under headings")
    total = Tally()
    for fitted_on, left in folds(marked):
        total = added(total, tally_with(models.wording(fitted_on), [one.key for one in left], papers))
    print(f"cross-validated: precision, recall  {shares(total)}")
    model = models.wording(marked)
    write(model)
    print(f"fitted on all:   precision, recall  {shares(tally_with(model, marks_to_fit(), papers))}")
    print(f"{len(model.weights)} terms written to {OUT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
