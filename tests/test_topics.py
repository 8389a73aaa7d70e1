from pathlib import Path

from survey.papers import Paper, paper_key
from survey.topics import Grouping, group

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def real_papers() -> list[Paper]:
    papers: dict[str, Paper] = {}
    for dump in sorted((SHARED / "dumps").glob("*.txt")):
        lines = [line.strip() for line in dump.read_text(encoding="utf-8").split("\n")[2:] if line.strip()]
        lines[0] = lines[0].removeprefix("Subscribe")
        for title, abstract in zip(lines[::2], lines[1::2], strict=True):
            papers.setdefault(paper_key(title), Paper(paper_key(title), title, abstract))
    return list(papers.values())


def test_every_paper_is_in_exactly_one_topic_and_every_topic_in_one_theme() -> None:
    papers = real_papers()
    grouping: Grouping = group(papers)
    assert sorted(key for topic in grouping.topics for key in topic.papers) == sorted(p.key for p in papers)
    assert [t for theme in grouping.themes for t in theme.topics] == [t.id for t in grouping.topics]
