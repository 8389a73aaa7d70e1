"""How good are the extractive records? Contributions against human summaries, fields against marks made by hand.

    python benchmarks/summaries.py [SURVEY_FOLDER ...]

Six tables. SciTLDR (test part, abstracts only): ROUGE F with stemming by the rouge-score library, the best over the
references by ROUGE-1, of the record's contribution beside simple choices and published systems. Fields: precision and
recall on the sixty abstracts of the real dumps that were marked before the extractor was written. Methods: the same of
206 more abstracts, of the dumps and of other fields, by which cues and words for methods were set, but for those kept
apart. Limitations: the same of 1,377 abstracts, in four parts. "tune": cues were set on these; "report": kept apart
while they were set, and read with the others when they were marked; "widened": cues were widened by these; "fresh":
drawn and marked after that. A sentence that may be taken either way counts neither for nor against; the last column
says how many of what is found a topic tells. Headings: in which part of a structured abstract (SciFact's) what each
field says stands, the headings read or taken away first. Surveys: for each survey folder named, words, repeated
sentences, numbers and cited sentences. Needs ``pip install rouge-score``.
"""

import argparse
import gzip
import json
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from survey.dumps import read_dumps
from survey.evidence import sentences
from survey.models.extractive.gaps import gap_of
from survey.models.extractive.openings import without_opening
from survey.models.extractive.record import read_paper
from survey.questions import FIELDS, NumberedPaper, PaperAnswer, RecordedPaper
from survey.structured import Part, parts_of, without_headings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
TEST = SHARED / "data" / "summaries" / "scitldr_a_test.jsonl"
MARKS = ROOT / "tests" / "data" / "marked_abstracts.json"
METHODS = ROOT / "tests" / "data" / "marked_methods.json"
LIMITS = ROOT / "tests" / "data" / "marked_limits.json"
GROUPING = SHARED / "data" / "grouping" / "arxiv_primary_category.jsonl"
LATE = SHARED / "data" / "scale" / "arxiv_38000.jsonl.gz"
SCIFACT = SHARED / "data" / "evidence" / "scifact_dev_claim_abstract.jsonl"
CUE = re.compile(r"\b(?:we|this paper|this work|in this)\b", re.IGNORECASE)
PUBLISHED = (("extractive BERT, published", 38.5), ("MatchSum, published", 42.7), ("BART, published", 43.3))
BELONGS: dict[str, tuple[Part, ...]] = {
    "problem": ("background",),
    "method": ("method",),
    "results": ("result", "conclusion"),
    "contribution": ("aim", "conclusion"),
}
LEAST_HEADED = 3  # sentences under a heading
Scores = tuple[float, float, float]
Marks = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Summarised:
    """One paper of SciTLDR: what was chosen of it by each system, and the human summaries."""

    paper: NumberedPaper
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """For one field: how many were right, given and wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """The share of what was given that is right."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return self.right / self.wanted if self.wanted else 0.0


def summarised(path: Path = TEST) -> list[Summarised]:
    """The papers of SciTLDR's test part."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Summarised(NumberedPaper("P1", row["title"], tuple(row["abstract_sentences"])), tuple(row["tldrs"]))
        for row in rows
    ]


def contribution(paper: NumberedPaper) -> str:
    """The record's contribution, trimmed as a reader gets it."""
    return next((s.text for s in read_paper(paper).statements if s.field == "contribution"), "")


def contribution_as_said(paper: NumberedPaper) -> str:
    """The same sentence with only its opening gone: "We propose" stays."""
    number = next((s.sentences[0] for s in read_paper(paper).statements if s.field == "contribution"), 1)
    return without_opening(paper.sentences[number - 1])


def first_cue(paper: NumberedPaper) -> str:
    """The first sentence that speaks of the paper, else the first."""
    return next((s for s in paper.sentences if CUE.search(s)), paper.sentences[0])


def scorer() -> Callable[[str, Sequence[str]], Scores]:
    """ROUGE-1, 2 and L of a text against the reference that it is closest to by ROUGE-1."""
    from rouge_score.rouge_scorer import RougeScorer  # type: ignore[import-untyped,import-not-found,unused-ignore]

    rouge = RougeScorer(["rouge1", "rouge2", "rougeL"], use_stemmer=True)

    def score(text: str, references: Sequence[str]) -> Scores:
        best = max((rouge.score(r, text) for r in references), key=lambda s: s["rouge1"].fmeasure)
        return best["rouge1"].fmeasure, best["rouge2"].fmeasure, best["rougeL"].fmeasure

    return score


def scitldr_rows(papers: Sequence[Summarised]) -> Iterable[tuple[str, Scores]]:
    """Each system's mean scores."""
    score = scorer()
    systems: tuple[tuple[str, Callable[[NumberedPaper], str]], ...] = (
        ("first sentence", lambda paper: paper.sentences[0]),
        ("first sentence with a cue", first_cue),
        ("ours: the record's contribution", contribution),
        ('ours, the same sentence with its "we"', contribution_as_said),
    )
    for name, choose in systems:
        yield name, mean([score(choose(p.paper), p.references) for p in papers])
    best = [max((score(s, p.references) for s in p.paper.sentences), key=lambda x: x[0]) for p in papers]
    yield "the best single sentence", mean(best)


def mean(scores: Sequence[Scores]) -> Scores:
    """The mean of each of the three scores, in percent."""
    one, two, long = (100 * sum(part) / len(scores) for part in zip(*scores, strict=True))
    return one, two, long


def answers() -> dict[str, PaperAnswer]:
    """The extractive record of every paper of the real dumps that was marked, by key."""
    wanted = {key for part in json.loads(MARKS.read_text(encoding="utf-8")).values() for key in part}
    papers = {p.key: p for dump in read_dumps([SHARED / "dumps"]).dumps for p in dump.papers}
    return {
        key: read_paper(NumberedPaper(key, p.title, sentences(p.abstract)))
        for key, p in papers.items()
        if key in wanted
    }


def tallies(marks: Marks, found: Mapping[str, PaperAnswer]) -> dict[str, Tally]:
    """For each field: is a sentence that was chosen among those marked? For results every sentence counts."""
    counts = {field: Tally() for field in (*FIELDS, "results")}
    for key, marked in marks.items():
        for field in FIELDS:
            chosen = {n for s in found[key].statements if s.field == field for n in s.sentences}
            hit = bool(chosen & set(marked[field]))
            counts[field] = added(counts[field], Tally(hit, bool(chosen), bool(marked[field])))
        shown = {n for r in found[key].results for n in r.sentences}
        wanted = set(marked["results"])
        counts["results"] = added(counts["results"], Tally(len(shown & wanted), len(shown), len(wanted)))
    return counts


def quoted(marks: Marks, found: Mapping[str, PaperAnswer]) -> dict[str, Tally]:
    """For each field: how many of all the sentences that it quotes are marked for it."""
    counts = {field: Tally() for field in FIELDS}
    for key, marked in marks.items():
        for statement in found[key].statements:
            right = len(set(statement.sentences) & set(marked[statement.field]))
            counts[statement.field] = added(counts[statement.field], Tally(right, len(statement.sentences)))
    return counts


def method_tally(marks: Mapping[str, Any], papers: Mapping[str, NumberedPaper]) -> Tally:
    """Of the abstracts whose method's sentences were marked: in how many is one that was chosen among them?"""
    count = Tally()
    for key, marked in marks.items():
        chosen = {n for s in read_paper(papers[key]).statements if s.field == "method" for n in s.sentences}
        count = added(count, Tally(bool(chosen & set(marked["method"])), bool(chosen), bool(marked["method"])))
    return count


def limit_tally(marks: Mapping[str, Any], papers: Mapping[str, NumberedPaper]) -> tuple[Tally, int]:
    """Of the abstracts whose limits were marked: in how many is one found? And how many make a statement of a topic."""
    count, told = Tally(), 0
    for key, marked in marks.items():
        right, either = set(marked.get("limitations", ())), set(marked.get("either", ()))
        stated = [s for s in read_paper(papers[key]).statements if s.field == "limitations"]
        chosen = {n for s in stated for n in s.sentences}
        hit = bool(chosen & right)
        count = added(count, Tally(hit, bool(chosen) and (hit or not chosen & either), bool(right)))
        told += sum(bool(gap_of(RecordedPaper(key, papers[key].title, ()), s.text)) for s in stated)
    return count, told


def numbered_papers() -> dict[str, NumberedPaper]:
    """The papers that may be marked: those of the real dumps and of other fields by key, the others by their number."""
    places = [SHARED / "dumps", *(SHARED / "data" / "formats" / name for name in ("asreview", "medline", "endnote"))]
    found = {p.key: (p.title, p.abstract) for dump in read_dumps(places).dumps for p in dump.papers}
    marked = [json.loads(path.read_text(encoding="utf-8")) for path in (METHODS, LIMITS)]
    wanted = {key for parts in marked for part in parts.values() for key in part}
    with gzip.open(LATE, "rt", encoding="utf-8") as late:
        rows = [json.loads(line) for line in (*GROUPING.read_text(encoding="utf-8").splitlines(), *late)]
    found |= {row["id"]: (row["title"], row["abstract"]) for row in rows if row["id"] in wanted}
    papers = {key: NumberedPaper(key, title, sentences(abstract)) for key, (title, abstract) in found.items()}
    for row in map(json.loads, SCIFACT.read_text(encoding="utf-8").splitlines()):
        title, *said = sentences(row["abstract"])  # a title and an abstract in one
        papers[row["id"]] = NumberedPaper(row["id"], title, sentences(" ".join(said)))
    return papers


def added(a: Tally, b: Tally) -> Tally:
    """Both together."""
    return Tally(a.right + b.right, a.given + b.given, a.wanted + b.wanted)


def print_scitldr() -> None:
    """The first table."""
    papers = summarised()
    print(f"SciTLDR test, {len(papers)} abstracts: ROUGE F with stemming, percent")
    print(f"{'':44}   R-1   R-2   R-L")
    for name, (one, two, long) in scitldr_rows(papers):
        print(f"{name:44} {one:5.1f} {two:5.1f} {long:5.1f}")
    for name, one in PUBLISHED:
        print(f"{name:44} {one:5.1f}     -     -")


def print_fields() -> None:
    """The second table."""
    marks = json.loads(MARKS.read_text(encoding="utf-8"))
    started = time.process_time()
    found = answers()
    print(
        f"\nFields, thirty abstracts each ({time.process_time() - started:.1f} s of processor time, reading included)"
    )
    print(f"{'':14}  to tune on                  to report on")
    print(f"{'':14}  precision     recall        precision     recall        all quotes")
    tuned, reported = tallies(marks["tune"], found), tallies(marks["report"], found)
    quotes = quoted(marks["report"], found)
    for field in tuned:
        every = f"{quotes[field].right}/{quotes[field].given}" if field in quotes else ""
        print(f"{field:14}  {shares(tuned[field])}  {shares(reported[field])}  {every}")


def print_methods(papers: Mapping[str, NumberedPaper]) -> None:
    """The third table."""
    parts = json.loads(METHODS.read_text(encoding="utf-8"))
    print(f"\nMethods, {sum(map(len, parts.values()))} more abstracts, to fit on but for those apart")
    print("                      precision     recall")
    for name, marks in parts.items():
        print(f"{name:10} {len(marks):3} papers  {shares(method_tally(marks, papers))}")


def print_limits(papers: Mapping[str, NumberedPaper]) -> None:
    """The fourth table."""
    parts = json.loads(LIMITS.read_text(encoding="utf-8"))
    print("\nLimitations, with open questions and what was found to fail")
    print("                      precision     recall        told in a topic")
    for name, marks in parts.items():
        tally, told = limit_tally(marks, papers)
        print(f"{name:10} {len(marks):3} papers  {shares(tally)}  {told}")


def print_headings() -> None:
    """The fifth table."""
    papers = []
    for text in sorted({json.loads(line)["abstract"] for line in SCIFACT.read_text(encoding="utf-8").splitlines()}):
        title, *said = sentences(text)
        lines = sentences(" ".join(said))
        parts = parts_of(lines)
        if sum(map(bool, parts)) >= LEAST_HEADED:
            papers.append((title, lines, parts))
    print(f"\nHeadings, {len(papers)} structured abstracts of medicine: fields in the part where they belong")
    print("                headings away  headings read")
    for field, wanted in BELONGS.items():
        bare = [
            in_part(title, [without_headings(x) or x for x in lines], parts, field) for title, lines, parts in papers
        ]
        read = [in_part(title, lines, parts, field) for title, lines, parts in papers]
        print(f"{field:14}  {shared(bare, wanted):13}  {shared(read, wanted)}")


def in_part(title: str, lines: Sequence[str], parts: Sequence[Part], field: str) -> list[Part]:
    """The parts, where a heading says them, in which the first sentences stand that a paper's ``field`` rests on."""
    told = read_paper(NumberedPaper("P1", title, tuple(lines)))
    of_field = [one.sentences for one in told.statements if one.field == field]
    of_results = [one.sentences for one in told.results] if field == "results" else []
    return [part for numbers in (*of_field, *of_results) if (part := parts[numbers[0] - 1])]


def shared(found: Sequence[Sequence[Part]], wanted: Sequence[Part]) -> str:
    """How many of what was found stand in one of the parts ``wanted``."""
    all_ = [part for parts in found for part in parts]
    right = sum(part in wanted for part in all_)
    return f"{right / max(1, len(all_)):.2f} ({right}/{len(all_)})"


def shares(tally: Tally) -> str:
    """Precision and recall, each with its counts."""
    precision = f"{tally.precision:.2f} ({tally.right}/{tally.given})"
    recall = f"{tally.recall:.2f} ({tally.right}/{tally.wanted})"
    return f"{precision:12}  {recall:12}"


def print_survey(folder: Path) -> None:
    """One row of the last table: what can be counted of a survey's text."""
    text = (folder / "survey.md").read_text(encoding="utf-8").split("\n## References")[0]
    card = json.loads((folder / "survey.json").read_text(encoding="utf-8"))["scorecard"]
    words = re.findall(r"[^\W_]+(?:['-][^\W_]+)*", text)
    said = [
        s
        for line in text.splitlines()
        if not re.match(r"[|#]|\*[^*]", line)  # tables, headings, and the line of keywords under a heading
        for s in sentences(re.sub(r"^\*\*[^*]+\*\*", "", line))
        if len(s.split()) > 5
    ]
    numbers = re.findall(r"(?<![\w\[.])\d+(?:\.\d+)?%?", re.sub(r"\[[^\]]*\]\([^)]*\)", "", text))
    cited = card["sentences_cited"] / max(1, card["sentences"])
    per_thousand = 1000 * len(numbers) / max(1, len(words))
    print(f"{folder.name:30} {len(words):8} {len(said) - len(set(said)):9} {per_thousand:12.1f} {cited:12.0%}")


def main(folders: Sequence[str]) -> None:
    """Print the tables; the last only for the survey folders named."""
    print_scitldr()
    print_fields()
    papers = numbered_papers()
    print_methods(papers)
    print_limits(papers)
    print_headings()
    if folders:
        print(f"\n{'survey':30} {'words':>8} {'repeated':>9} {'numbers/1000':>12} {'cited':>12}")
    for folder in folders:
        print_survey(Path(folder))


def survey_folders() -> list[str]:
    """The folders named on the command line; leaves with one sentence where one holds no survey."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", metavar="SURVEY_FOLDER", help="a survey's folder, for the last table")
    folders: list[str] = parser.parse_args().folders
    for folder in folders:
        for name in ("survey.md", "survey.json"):
            if not (Path(folder) / name).is_file():
                parser.error(f"{folder} holds no {name}: name the folder that `survey build` wrote")
    return folders


if __name__ == "__main__":
    main(survey_folders())
