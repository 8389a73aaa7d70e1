"""How a survey of the real dumps reads, in numbers, at each length, beside a floor of each abstract's first sentence.

    python benchmarks/reading.py [SURVEY_DIR...]

It builds the survey of both real dumps with the extractive default, short, standard and long, and reads the surveys in
the folders named. Counted on the body (overview and topics, tables apart): words; words a paper; words that a topic's
claims take and that its list of papers takes (their medians); numbers per 1,000 words; the share of sentences with a
citation; sentences that stand there more than once; the share of four-word runs that occur more than once.
"""

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import get_args

from survey import evidence
from survey.build import build_survey
from survey.document import Survey, load
from survey.questions import Length
from survey.render import render
from survey.render.view import View
from survey.settings import load_settings

DUMPS = Path(__file__).resolve().parents[1].parent / "shared" / "dumps"
_CITED = re.compile(r"\[(?:\[\d+\]\(#ref-\d+\)(?:, )?)+\]")


def body_of(markdown: str) -> list[str]:
    """The prose lines of survey.md between the overview and the back matter."""
    body = (
        markdown.split("\n## Overview\n", 1)[1].split("\n## Reported results\n")[0].split("\n## Where every record")[0]
    )
    return [line for line in body.splitlines() if line and not line.startswith(_NO_PROSE)]


_NO_PROSE = ("#", "|", "<a", "**Shared data", "**The ", "Data sets on")


def sentences_of(lines: Sequence[str]) -> list[str]:
    """The sentences of the prose; a paper's title at the head of its line is no sentence."""
    prose = (line for line in lines if not re.match(r"\*[^*]", line))
    texts = [re.sub(r"^- (?:\*[^*]+\*\s*|\*\*\[[^\]]+\]\([^)]+\)\.\*\*\s*)?", "", line) for line in prose]
    marked = [_CITED.sub("⟦cited⟧", re.sub(r"\*\*[^*]+\*\*", "", text)) for text in texts]
    return [s for text in marked for s in re.split(r"(?<=[.!?]) (?=[A-Z“\"])", text) if re.search(r"\w", s)]


def row(name: str, sentences: Sequence[str], papers: int, a_topic: str = "–") -> str:
    """One line of the table."""
    plain = [sentence.replace("⟦cited⟧", "").strip(" .") for sentence in sentences]
    words = [word.casefold() for text in plain for word in words_of(text)]
    runs = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
    repeated = sum(times for times in runs.values() if times > 1) / max(1, sum(runs.values()))
    twice = sum(times - 1 for times in Counter(plain).values())
    per_thousand = 1000 * sum(len(evidence.numbers(text)) for text in plain) / max(1, len(words))
    cited = sum("⟦cited⟧" in sentence for sentence in sentences) / max(1, len(sentences))
    cells = (
        str(len(words)),
        f"{len(words) / papers:.0f}",
        a_topic,
        f"{per_thousand:.1f}",
        f"{cited:.0%}",
        str(twice),
        f"{repeated:.1%}",
    )
    return f"| {name} | {' | '.join(cells)} |"


def words_of(text: str) -> list[str]:
    """The words of ``text``."""
    return re.findall(r"\w[\w'-]*", text)


def topic_words(survey: Survey) -> str:
    """The median number of words that the claims of a topic take, and that its list of papers takes."""
    view = View(survey)
    claims = [sum(len(words_of(claim.text)) for claim in topic.claims) for topic in survey.topics]
    lists = [
        sum(len(words_of(said.text)) for line in view.lines(topic) for said in line.statements)
        for topic in survey.topics
    ]
    return f"{median(claims):.0f} + {median(lists):.0f}"


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as scratch:
        surveys: dict[str, Survey] = {
            f"ours, extractive, {length}": build_survey(
                [DUMPS], load_settings({"cache": Path(scratch), "length": length})
            )
            for length in get_args(Length)
        }
    built = surveys["ours, extractive, standard"]
    surveys |= {name: load(Path(name)) for name in sys.argv[1:]}
    heads = (
        "words",
        "a paper",
        "a topic: claims + papers",
        "numbers per 1,000 words",
        "cited",
        "twice",
        "runs repeated",
    )
    print(f"| survey | {' | '.join(heads)} |")
    print("|---" + "|---:" * len(heads) + "|")
    for name, survey in surveys.items():
        sentences = sentences_of(body_of(render(survey, "md")))
        print(row(name, sentences, len(survey.papers), topic_words(survey)))
    first = [f"{evidence.sentences(paper.abstract)[0]}⟦cited⟧" for paper in built.papers if paper.abstract]
    print(row("floor: first sentences", first, len(first)))


if __name__ == "__main__":
    main()
