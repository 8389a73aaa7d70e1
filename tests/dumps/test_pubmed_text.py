"""PubMed's "Abstract (text)" export: citations without tags, as the service lays them out."""

import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from dialects import ABSTRACT, DOI, TITLE, read_all
from hypothesis import given
from hypothesis import strategies as st

from survey.dumps import read_dumps
from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable
from survey.dumps.pubmed_text import PubmedText

FIRST, SECOND, THIRD = (f"{s}." for s in ABSTRACT.removesuffix(".").split(". "))
CITED = f"Forests (Basel). 2019 May 6;3(1):90-7. doi: {DOI}. Epub 2018 \nDec 3."
ADDRESSES = "Author information:\n(1)Department of Trees, Univ. of A, Town, Norland. rana@example.org.\n(2)Univ. B.\n"
NUMBERS = f"DOI: {DOI}\nPMCID: PMC7935945\nPMID: 31060001 [Indexed for MEDLINE]\n"
STATEMENT = "Conflict of interest statement: The authors declare no competing interests.\n"


def citation(number: int, *blocks: str) -> str:
    return f"{number}. " + "\n".join(f"{block}\n" for block in (CITED, f"{TITLE}.", *blocks)) + "\n"


LAYOUTS = {
    "plain": citation(1, "Liu R(1), Adler D(2).", ADDRESSES, ABSTRACT.replace("soil. ", "soil. \n"), NUMBERS),
    "with all that may stand between": citation(
        1,
        "Liu R(1)(2), Adler D(#)(2).",
        ADDRESSES,
        "Comment in\n    Forests. 2020 Jan;4(1):1-2. doi: 10.1000/abc.9.\n    Trees. 2020;1:3.",
        "Erratum in\n    Forests. 2021 Feb;5(1):7.",
        f"{FIRST}\n{SECOND}\n{THIRD}",
        "\u00a9 2019. The Author(s).",
        NUMBERS,
        STATEMENT,
    ),
    "no addresses": citation(1, "Liu R, Adler D.", ABSTRACT, NUMBERS),
    "old marks": citation(1, "Liu R(1), Adler D.", ADDRESSES, ABSTRACT, "PMID: 31060001  [PubMed - in process]"),
    "the first number with a colon": citation(1, "Liu R, Adler D.", ABSTRACT, NUMBERS).replace("1. ", "1: ", 1),
}


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_one_citation(name: str, end: str, tmp_path: Path) -> None:
    (paper,) = read_all(tmp_path, LAYOUTS[name].replace("\n", end), "pubmed-text")
    assert (paper.title, paper.abstract) == (f"{TITLE}.", ABSTRACT)
    assert (paper.authors, paper.year, paper.venue) == (("Liu R", "Adler D"), 2019, "Forests (Basel)")
    assert paper.doi == DOI
    assert paper.url == "https://pubmed.ncbi.nlm.nih.gov/31060001/"


def test_each_citation_keeps_its_line(tmp_path: Path) -> None:
    text = "\n".join(citation(n, "Liu R, Adler D.", ABSTRACT, NUMBERS) for n in (1, 2, 3))
    papers = read_all(tmp_path, text, "pubmed-text")
    lines = [n for n, line in enumerate(text.split("\n"), 1) if "Forests (Basel)" in line]
    assert [paper.sources[0].line for paper in papers] == lines


def test_a_structured_abstract_keeps_its_headings(tmp_path: Path) -> None:
    text = citation(1, "Liu R.", f"BACKGROUND: {FIRST}\nMETHODS: {SECOND}\nRESULTS: {THIRD}", NUMBERS)
    (paper,) = read_all(tmp_path, text, "pubmed-text")
    assert paper.abstract == f"BACKGROUND: {FIRST} METHODS: {SECOND} RESULTS: {THIRD}"


def test_numbered_lines_of_an_abstract_are_no_citation(tmp_path: Path) -> None:
    text = citation(1, "Liu R.", f"{FIRST} We ask two questions:\n1. Do they grow?\n\n2. How fast?", NUMBERS)
    (paper,) = read_all(tmp_path, text, "pubmed-text")
    assert paper.abstract == f"{FIRST} We ask two questions: 1. Do they grow? 2. How fast?"


def test_a_citation_without_abstract_is_rejected_as_such(tmp_path: Path) -> None:
    path = tmp_path / "abstract-trees-set.txt"
    path.write_text(citation(1, "Liu R.", ABSTRACT, NUMBERS) + "\n" + citation(2, "Liu R.", ADDRESSES, NUMBERS))
    (dump,) = read_dumps([path]).dumps
    assert (dump.read, len(dump.papers), [r.reason for r in dump.rejected]) == (2, 1, ["no abstract"])
    assert dump.rejected[0].text.startswith(TITLE)


@given(st.lists(st.sampled_from(["\n", "\n\n\n", "1. A. 2020.", "PMID: 1", "Liu R.", "(1)", ABSTRACT, ": ", "\x00"])))
def test_anything_can_be_parsed(parts: list[str]) -> None:
    text = "".join(parts)
    records = list(PubmedText().parse(Content(lambda: BytesIO(text.encode()))))
    assert all(isinstance(record, Raw | Unusable) and 1 <= record.line <= text.count("\n") + 1 for record in records)


def test_a_million_blank_lines_are_not_kept(tmp_path: Path) -> None:
    text = citation(1, "Liu R.", ABSTRACT) + "\n" * 1_000_000 + NUMBERS
    tracemalloc.start()
    records = list(PubmedText().parse(Content(lambda: BytesIO(text.encode()))))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [record.title for record in records if isinstance(record, Raw)] == [f"{TITLE}."]
    assert peak < 5_000_000, "the text itself has a megabyte"
