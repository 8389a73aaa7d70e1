"""References for other programs: read back, they are the papers that went in."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from survey.document import Survey
from survey.dumps import read_dumps
from survey.papers import Paper, Source
from survey.render import papers_as, render

SOURCE = Source("dump.txt", "text", 1, 1)
PAPER = Paper(
    "key-abc",
    "A Title",
    "Some text. More text.",
    authors=("Ada Lovelace", "Curie, Marie"),
    year=2024,
    venue="Journal of Things",
    doi="10.1000/x_1",
    arxiv_id="2401.00001",
    url="https://e.org/a",
    sources=(SOURCE,),
)
LINES = st.text(max_size=40)


def test_ris_is_read_back_as_the_same_papers(real_survey: Survey, tmp_path: Path) -> None:
    (tmp_path / "references.ris").write_text(render(real_survey, "ris"), encoding="utf-8")
    (dump,) = read_dumps([tmp_path / "references.ris"]).dumps
    assert (dump.format, dump.read, len(dump.papers)) == ("ris", 427, 427)
    by_number = sorted(real_survey.papers, key=lambda paper: paper.number)
    assert [paper.key for paper in dump.papers] == [paper.key for paper in by_number]
    for read, written in zip(dump.papers, by_number, strict=True):
        assert read.abstract == written.abstract or "\\" in written.abstract  # a reader of RIS takes LaTeX for markup


def test_all_that_is_known_of_a_paper_is_in_its_ris_record() -> None:
    assert papers_as([PAPER], "ris").splitlines() == [
        "TY  - JOUR",
        "ID  - key-abc",
        "TI  - A Title",
        "AU  - Ada Lovelace",
        "AU  - Curie, Marie",
        "PY  - 2024",
        "JO  - Journal of Things",
        "DO  - 10.1000/x_1",
        "UR  - https://e.org/a",
        "UR  - https://arxiv.org/abs/2401.00001",
        "AB  - Some text. More text.",
        "ER  - ",
    ]


def test_what_is_not_known_of_a_paper_is_no_line_of_its_ris_record() -> None:
    bare = Paper("key", "T", "", sources=(SOURCE,))
    assert papers_as([bare], "ris").splitlines() == ["TY  - GEN", "ID  - key", "TI  - T", "ER  - "]


@given(LINES, LINES, LINES)
def test_no_text_starts_a_line_of_its_own(title: str, abstract: str, author: str) -> None:
    paper = Paper("key-abc", f"{title}\nER  - \nTY  - GEN", abstract, (author,), venue=title, sources=(SOURCE,))
    lines = papers_as([paper], "ris").split("\n")
    assert [line[:6] for line in lines].count("TY  - ") == [line[:6] for line in lines].count("ER  - ") == 1
    assert all(line[2:6] == "  - " for line in lines if line)


def test_csl_holds_every_cited_paper(real_survey: Survey) -> None:
    items = json.loads(render(real_survey, "csl"))
    assert [item["id"] for item in items] == [p.key for p in sorted(real_survey.papers, key=lambda p: p.number)]
    assert all(item["title"] and item["type"] == "article" for item in items)


def test_all_that_is_known_of_a_paper_is_in_its_csl_item() -> None:
    assert json.loads(papers_as([PAPER], "csl")) == [
        {
            "id": "key-abc",
            "type": "article-journal",
            "title": "A Title",
            "author": [{"literal": "Ada Lovelace"}, {"family": "Curie", "given": "Marie"}],
            "issued": {"date-parts": [[2024]]},
            "container-title": "Journal of Things",
            "DOI": "10.1000/x_1",
            "URL": "https://e.org/a",
            "abstract": "Some text. More text.",
        }
    ]
    (bare,) = json.loads(papers_as([Paper("key", "T", "", sources=(SOURCE,))], "csl"))
    assert bare == {"id": "key", "type": "article", "title": "T"}


def test_papers_not_discussed_are_in_neither(evil: Survey) -> None:
    missed = evil.scorecard.papers_uncited[0].key
    assert missed not in render(evil, "ris")
    assert missed not in {item["id"] for item in json.loads(render(evil, "csl"))}
