"""Every file of ../shared/data/formats: its number of records, and each record's title, abstract and year."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import raw_reading as raw
from raw_reading import FORMATS, Expected

from survey.dumps import Dump, read_dumps

# File: (format, records and those with an abstract as the README there says, a reading that shares nothing with ours).
Reader = Callable[[Path], Iterable[Expected]]


def _table(title: str, abstract: str, year: str, delimiter: str = ",") -> Reader:
    return lambda path: raw.table(path, title, abstract, year, delimiter)


FILES: dict[str, tuple[str, int, int, Reader]] = {
    "acl/acl2022_first30_no_abstract.bib": ("bibtex", 30, 0, raw.bib),
    "arxiv/api_atom_10_entries.xml": ("atom", 10, 10, lambda p: raw.xml(p, "entry", "title", "summary", "published")),
    "arxiv/daily_2025-12-20.jsonl": ("jsonl", 52, 52, lambda p: raw.jsonl(p, "summary")),
    "asreview/asreview_labelled.ris": ("ris", 32, 0, raw.ris),
    "asreview/asreview_missing_values.csv": ("csv", 4, 2, _table("title", "abstract", "")),
    "asreview/asreview_semicolon.csv": ("csv", 2, 2, _table("title", "abstract", "publication_year", ";")),
    "asreview/asreview_tab.tsv": ("tsv", 2, 2, _table("title", "abstract", "publication_year", "\t")),
    "asreview/embase.csv": ("csv", 6, 6, _table("Title", "Abstract", "Source")),
    "asreview/ovid_psycinfo.ris": ("ris", 6, 6, raw.ris),
    "asreview/pubmed_via_endnote_ris.txt": ("ris", 6, 6, raw.ris),
    "asreview/pubmed_via_zotero.ris": ("ris", 6, 6, raw.ris),
    "asreview/scopus.ris": ("ris", 6, 6, raw.ris),
    "asreview/zotero_export.ris": ("ris", 100, 98, raw.ris),
    "colrev/30_example_records_no_abstract.bib": ("bibtex", 30, 0, raw.bib),
    "colrev/ais_endnote_enl.txt": ("endnote", 6, 4, raw.enl),
    "endnote/copper_first12.xml": ("endnote-xml", 12, 11, lambda p: raw.xml(p, "record", "title", "abstract", "year")),
    "litstudy/ieee_xplore.csv": ("csv", 10, 10, _table("Document Title", "Abstract", "Publication Year")),
    "litstudy/ieee_zotero.ris": ("ris", 25, 25, raw.ris),
    "litstudy/springer_no_abstract.csv": ("csv", 18, 0, _table("Item Title", "Abstract", "Publication Year")),
    "medline/pubmed_result1.nbib": ("medline", 1, 1, raw.nbib),
    "medline/pubmed_result2.nbib": ("medline", 4, 4, raw.nbib),
    "medline/pubmed_result3.nbib": ("medline", 1, 1, raw.nbib),
}
# What the hygiene is meant to change, undone on both sides: formulas' symbols, LaTeX commands, tags, entities, dashes.
_MARKUP = re.compile(
    r"</?(?:sub|sup)>|\\(?:emph|textbf)\{|\\href\{[^{}]*\}\s*\{|\\[a-z]+(?![a-z])|"
    r"&lt;|&amp;|[$\\{}^<&\u2013~]|(?<=\d)-(?=\d)|[\u0370-\u03ff\u2200-\u22ff\u2190-\u21ff\u00d7]"
)
_COPYRIGHT = re.compile(r"(?:\u00a9|\(PsycINFO Database Record \(c\) 20\d\d).{0,140}$")


def _bare(text: str) -> str:
    """Letters, digits and punctuation without markup and white space."""
    return re.sub(r"\s", "", _MARKUP.sub("", unicodedata.normalize("NFKC", text)))


def _body(abstract: str) -> str:
    return _bare(abstract).removeprefix("Abstract")


@pytest.fixture(scope="module")
def everything() -> dict[str, Dump]:
    """All of the folder, read at once with title-only records kept."""
    return {f"{Path(d.name).name}": d for d in read_dumps([FORMATS], title_only=True).dumps}


def test_the_folder_holds_no_file_that_is_not_listed_here() -> None:
    found = {p.relative_to(FORMATS).as_posix() for p in FORMATS.rglob("*") if p.is_file()}
    assert found - {"medline/LICENSE-biopython.txt"} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_record_has_its_title_abstract_and_year(name: str, everything: dict[str, Dump]) -> None:
    form, records, _, reader = FILES[name]
    dump, expected = everything[Path(name).name], list(reader(FORMATS / name))
    assert (dump.format, dump.read, len(expected)) == (form, records, records)
    papers = {paper.sources[0].record: paper for paper in dump.papers}
    rejected = {rejection.source.record: rejection for rejection in dump.rejected}
    for number, record in enumerate(expected, start=1):
        if not record.title:
            assert rejected[number].reason == "no title"
            continue
        paper = papers[number]
        assert _bare(paper.title) == _bare(record.title)
        assert _body(paper.abstract) == _body(_COPYRIGHT.sub("", record.abstract))
        assert paper.year == record.year
    assert len(papers) + len(rejected) == records


@pytest.mark.parametrize("name", FILES)
def test_records_without_an_abstract_are_rejected_as_such(name: str) -> None:
    _, records, abstracts, reader = FILES[name]
    usable = sum(bool(r.title and r.abstract) for r in reader(FORMATS / name))
    assert sum(bool(r.abstract) for r in reader(FORMATS / name)) == abstracts
    with_another = read_dumps([FORMATS / name, FORMATS / "medline/pubmed_result1.nbib"])
    dump = with_another.dumps[0]
    assert (dump.read, len(dump.papers)) == (records, usable)
    assert {r.reason for r in dump.rejected} <= {"no abstract", "no title"}
    assert all(r.text for r in dump.rejected)


@pytest.mark.parametrize("name", ["asreview/scopus.ris", "asreview/ovid_psycinfo.ris", "asreview/zotero_export.ris"])
def test_a_source_line_is_where_the_record_begins(name: str, everything: dict[str, Dump]) -> None:
    lines = (FORMATS / name).read_bytes().decode("utf-8-sig").split("\n")
    papers = everything[Path(name).name].papers
    assert [p.sources[0].line for p in papers] == [r.line for r in raw.ris(FORMATS / name)]
    assert all(lines[p.sources[0].line - 1].startswith("TY  -") for p in papers)


def test_lines_of_formats_without_line_discipline(everything: dict[str, Dump]) -> None:
    atom = (FORMATS / "arxiv/api_atom_10_entries.xml").read_text().split("\n")
    assert all("<entry>" in atom[p.sources[0].line - 1] for p in everything["api_atom_10_entries.xml"].papers)
    bib = (FORMATS / "acl/acl2022_first30_no_abstract.bib").read_text().split("\n")
    assert all(bib[p.sources[0].line - 1][0] == "@" for p in everything["acl2022_first30_no_abstract.bib"].papers)
    table = (FORMATS / "asreview/embase.csv").read_text("utf-8-sig").split("\n")
    assert all(p.title in table[p.sources[0].line - 1] for p in everything["embase.csv"].papers)


# One record of each kind, looked up by eye: what the format gives beside title, abstract and year is kept.
KEPT = {
    "acl2022_first30_no_abstract.bib": (
        ("Goldman, Omer", "Guriel, David", "Tsarfaty, Reut"),
        "Proceedings of the 60th Annual Meeting of the Association for Computational Linguistics "
        "(Volume 2: Short Papers)",
        "10.18653/v1/2022.acl-short.96",
        None,
        "https://aclanthology.org/2022.acl-short.96/",
    ),
    "api_atom_10_entries.xml": (
        ("Ankit Pensia", "Varun Jog", "Po-Ling Loh"),
        None,
        None,
        "2403.16981",
        "https://arxiv.org/abs/2403.16981v2",
    ),
    "daily_2025-12-20.jsonl": (
        ("William English", "Dominic Simon", "Sumit Kumar Jha", "Rickard Ewetz"),
        None,
        None,
        "2512.16814",
        "https://arxiv.org/abs/2512.16814",
    ),
    "ieee_xplore.csv": (
        ("P. Kogge", "J. Shalf"),
        "Computing in Science & Engineering",
        "10.1109/MCSE.2013.95",
        None,
        "https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=6634083",
    ),
    "springer_no_abstract.csv": (
        ("Araz R. Aliev", "Nigar T. Ismayilova"),
        "11th International Conference on Theory and Application of Soft Computing, Computing with Words and "
        "Perceptions and Artificial Intelligence - ICSCCW-2021",
        "10.1007/978-3-030-92127-9_33",
        None,
        "http://link.springer.com/chapter/10.1007/978-3-030-92127-9_33",
    ),
    "pubmed_result2.nbib": (
        ("Casbon, James A", "Crooks, Gavin E", "Saqi, Mansoor A S"),
        "BMC bioinformatics",
        "10.1186/1471-2105-7-10",
        None,
        "https://pubmed.ncbi.nlm.nih.gov/16403221/",
    ),
    "ais_endnote_enl.txt": (
        ("Guo, Wenbo", "Straub, Detmar W.", "Zhang, Pengzhu", "Cai, Zhao"),
        "Management Information Systems Quarterly",
        None,
        None,
        "https://aisel.aisnet.org/misq/vol45/iss3/13",
    ),
    "copper_first12.xml": (
        ("Asemota, E. A.", "Okafor, I. M.", "Okoroiwu, H. U."),
        "Integrative Medicine Research",
        "10.1016/j.imr.2018.01.008",
        None,
        "http://www.embase.com/search/results?subaction=viewrecord&from=export&id=L620761946",
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_authors_venue_and_identifiers_are_kept(name: str, everything: dict[str, Dump]) -> None:
    paper = everything[name].papers[0]
    authors, *others = KEPT[name]
    assert paper.authors[: len(authors)] == authors
    assert [paper.venue, paper.doi, paper.arxiv_id, paper.url] == others
