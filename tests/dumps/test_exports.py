"""Exports of the kinds that ../shared/data/formats doesn't hold, written after their services' own."""

import csv
import io
from pathlib import Path

import pytest

from survey.dumps import Dump, read_dumps

ABSTRACT = "Trees grow slowly in the north. We measure 40 of them over 12 years."


def read(tmp_path: Path, content: str | bytes) -> Dump:
    path = tmp_path / "export.data"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (dump,) = read_dumps([path]).dumps
    assert dump.read == len(dump.papers) + len(dump.rejected)
    return dump


def table(header: str, row: str, delimiter: str = ",") -> str:
    """A heading and a row, given with bars between their columns, as a CSV."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL)
    writer.writerows([header.split("|"), row.split("|")])
    return out.getvalue()


TABLES = {
    "Scopus": (
        table(
            "Authors|Author full names|Author(s) ID|Title|Year|Source title|Volume|DOI|Link|Abstract|EID",
            f"Liu R.; Adler D.G.|Liu, R. (1); Adler, D. (2)|1;2|Slow Trees|2019|Forests|3|10.1000/abc|"
            f"https://www.scopus.com/inward/1|{ABSTRACT} © 2019 Elsevier Ltd|2-s2.0",
        ),
        (
            "csv",
            "Slow Trees",
            ("Liu R.", "Adler D.G."),
            2019,
            "Forests",
            "10.1000/abc",
            "https://www.scopus.com/inward/1",
        ),
    ),
    "Web of Science, tabs": (
        table(
            "PT|AU|TI|SO|AB|PY|DI|UT",
            f"J|Liu, R; Adler, DG|Slow Trees|FORESTS|{ABSTRACT}|2019|10.1000/abc|WOS:000",
            "\t",
        ),
        ("tsv", "Slow Trees", ("Liu, R", "Adler, DG"), 2019, "FORESTS", "10.1000/abc", None),
    ),
    "Zotero": (
        table(
            "Key|Item Type|Publication Year|Author|Title|Publication Title|DOI|Url|Abstract Note|Date|Date Added",
            f"AB12|journalArticle|2019|Liu, Rana; Adler, Dora|Slow Trees|Forests|10.1000/abc|http://x.org/1|{ABSTRACT}|"
            "2019-05|2023-01-01",
        ),
        ("csv", "Slow Trees", ("Liu, Rana", "Adler, Dora"), 2019, "Forests", "10.1000/abc", "http://x.org/1"),
    ),
    "Dimensions, with a line above the heading": (
        '"About the data: Exported on May 5, 2021. Criteria: ""trees"" in title, abstract."\n'
        + table(
            "Rank|Publication ID|DOI|Title|Abstract|Source title|PubYear|Authors|Dimensions URL",
            f"1|pub.1|10.1000/abc|Slow Trees|{ABSTRACT}|Forests|2019|Liu, Rana; Adler, Dora|https://app.dimensions.ai/1",
        ),
        ("csv", "Slow Trees", ("Liu, Rana", "Adler, Dora"), 2019, "Forests", "10.1000/abc", None),
    ),
    "Excel in Germany": (
        "sep=;\n" + table("Title|Abstract|Year|Authors", f"Slow Trees|{ABSTRACT}|2019|Liu, Rana", ";"),
        ("csv", "Slow Trees", ("Liu, Rana",), 2019, None, None, None),
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str, tmp_path: Path) -> None:
    content, (form, title, *rest) = TABLES[name]
    dump = read(tmp_path, content)
    (paper,) = dump.papers
    assert (dump.format, paper.title, paper.abstract) == (form, title, ABSTRACT)
    assert [paper.authors, paper.year, paper.venue, paper.doi, paper.url] == rest
    assert paper.sources[0].line == content[: content.index("Slow Trees")].count("\n") + 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"])
def test_encodings_of_a_table(encoding: str, tmp_path: Path) -> None:
    content = f"Title;Abstract;Year\r\nÉtude des chênes;{ABSTRACT} Où? Là – «çà».;2019\r\n"
    content = content.replace("–", "-") if encoding == "latin-1" else content
    (paper,) = read(tmp_path, content.encode(encoding)).papers
    assert paper.title == "Étude des chênes"
    assert paper.abstract.endswith("Où? Là - «çà»." if encoding == "latin-1" else "Où? Là – «çà».")


RUSSIAN = "Мы изучаем рост деревьев на севере страны и показываем, что он очень медленный. " * 8
CHINESE = "我们研究北方树木的生长,并表明它们生长得非常缓慢。本文提出了一种新的方法来测量树木的年龄。" * 8


@pytest.mark.parametrize(("encoding", "text"), [("cp1251", RUSSIAN), ("gb18030", CHINESE)])
def test_encodings_that_must_be_guessed(encoding: str, text: str, tmp_path: Path) -> None:
    content = f"TY  - JOUR\nTI  - {text[:40]}\nAB  - {text}\nER  -\n"
    (paper,) = read(tmp_path, content.encode(encoding)).papers
    assert paper.abstract == text.strip()


def test_a_cell_over_several_lines_and_a_quote_never_closed(tmp_path: Path) -> None:
    rows = [f'"Study {n}","{ABSTRACT}\nIt goes\non.",2019' for n in range(60)]
    rows[10] = f'"Study 10,{ABSTRACT},2019'
    dump = read(tmp_path, "\n".join(["Title,Abstract,Year", *rows]) + "\n")
    assert len(dump.papers) >= 57
    assert dump.papers[0].abstract == f"{ABSTRACT} It goes on."
    assert [p.sources[0].line for p in dump.papers[:3]] == [2, 5, 8]
    assert {"Study 0", "Study 9", "Study 13", "Study 59"} <= {p.title for p in dump.papers}


def test_the_last_quote_never_closed_costs_one_row(tmp_path: Path) -> None:
    rows = [f"Study {n},{ABSTRACT},2019" for n in range(80)]
    rows[10] = f'Study 10,"{ABSTRACT},2019'
    dump = read(tmp_path, "\n".join(["Title,Abstract,Year", *rows]))
    assert len(dump.papers) == 79
    assert [(r.source.line, r.reason) for r in dump.rejected] == [(12, "a quote that is never closed")]


WOS = f"""FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Liu, R
   Adler, DG
AF Liu, Rana
   Adler, Dora G.
TI Slow Trees in
   the Far North
SO FORESTS
AB {ABSTRACT[:31]}
   {ABSTRACT[32:]}
PY 2019
DI 10.1000/abc
UT WOS:000123
ER

PT C
AU Liu, R
TI Without an Abstract
PY 2020
ER

EF"""


def test_web_of_science(tmp_path: Path) -> None:
    dump = read(tmp_path, "\ufeff" + WOS)
    (paper,) = dump.papers
    assert dump.format == "wos"
    assert (paper.title, paper.abstract, paper.year) == ("Slow Trees in the Far North", ABSTRACT, 2019)
    assert (paper.authors, paper.venue, paper.doi) == (("Liu, Rana", "Adler, Dora G."), "FORESTS", "10.1000/abc")
    assert paper.sources[0].line == 3
    assert [(r.reason, r.text, r.source.line) for r in dump.rejected] == [("no abstract", "Without an Abstract", 18)]


ENW = f"""%0 Journal Article
%A Liu, Rana
%A Adler, Dora
%T Slow Trees
%J Forests
%D 2019
%R 10.1000/abc
%U https://x.org/1
%X {ABSTRACT[:31]}

{ABSTRACT[32:]}

%0 Conference Paper
%T Fast Trees
%B Proceedings of Trees
%D 2020
%X {ABSTRACT}
"""


def test_endnote_tagged_with_an_abstract_of_two_paragraphs(tmp_path: Path) -> None:
    dump = read(tmp_path, ENW)
    assert dump.format == "endnote"
    assert [(p.title, p.abstract, p.year, p.venue) for p in dump.papers] == [
        ("Slow Trees", ABSTRACT, 2019, "Forests"),
        ("Fast Trees", ABSTRACT, 2020, "Proceedings of Trees"),
    ]
    assert (dump.papers[0].authors, dump.papers[0].doi) == (("Liu, Rana", "Adler, Dora"), "10.1000/abc")


RIS = f"""TY  - JOUR
A1  - Liu, Rana
T1  - Slow Trees
JF  - Forests
Y1  - 2019/05/01/
N2  - {ABSTRACT[:31]}
{ABSTRACT[32:]}
UR  - https://doi.org/10.1000/abc
ER  -
TY  - CONF
TI  - Never Ended
AB  - {ABSTRACT}
TY  - JOUR
TI  - arXiv One
AB  - {ABSTRACT}
UR  - http://arxiv.org/abs/2401.12345v2
ER  - """


def test_ris_with_old_tags_without_an_end_and_with_broken_lines(tmp_path: Path) -> None:
    first, second, third = read(tmp_path, RIS).papers
    assert (first.title, first.abstract, first.year, first.venue) == ("Slow Trees", ABSTRACT, 2019, "Forests")
    assert (first.authors, first.doi, first.url) == (("Liu, Rana",), "10.1000/abc", "https://doi.org/10.1000/abc")
    assert second.title == "Never Ended"
    assert (third.arxiv_id, third.year) == ("2401.12345", 2024)


BIB = (
    r"""@comment{jabref-meta: databaseType:bibtex;}
@string{ forests = "Forests: " # {A Journal} }
@Preamble{"\newcommand{\x}{}"}

@article{liu2019,
  author = {Liu, Rana and {Trees and Co. Ltd} and G{\"o}del, K.},
  title = {{Slow} {T}rees: {$\alpha$} and B\"{a}ume in \emph{{\O}rsted} 1990--2000},
  journal = forests, year = 2019, month = may,
  doi = {10.1000/a\_b},
  abstract = {ABSTRACT},
}
@inproceedings(adler2020,
  author = "Adler, Dora",
  title = "Fast {"}Trees{"}",
  booktitle = {Proc. Trees}, date = {2020-05-01},
  abstract = "ABSTRACT",
  archivePrefix = {arXiv}, eprint = {2001.01234}
)
@misc{broken, title = {Never {closed}, abstract = {x y z}
@article{last, title={Last One}, abstract={ABSTRACT}, year={2021}}"""
).replace("ABSTRACT", ABSTRACT)


def test_bibtex_with_all_its_ways(tmp_path: Path) -> None:
    dump = read(tmp_path, BIB)
    first, second, last = dump.papers
    assert dump.format == "bibtex"
    assert first.title == "Slow Trees: α and Bäume in Ørsted 1990–2000"
    assert (first.authors, first.year) == (("Liu, Rana", "Trees and Co. Ltd", "Gödel, K."), 2019)
    assert (first.venue, first.doi) == ("Forests: A Journal", "10.1000/a_b")
    assert (second.title, second.authors, second.year) == ('Fast "Trees"', ("Adler, Dora",), 2020)
    assert (second.venue, second.arxiv_id) == ("Proc. Trees", "2001.01234")
    assert {p.abstract for p in dump.papers} == {ABSTRACT}
    assert last.title == "Last One"
    assert [(r.reason, r.source.line) for r in dump.rejected] == [("the braces or quotes of title don't balance", 19)]
    assert [p.sources[0].line for p in dump.papers] == [5, 12, 20]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (r"{A} Study of $\mathcal{O}(n)$ {Trees}", "A Study of O(n) Trees"),
        (r"{A} Study of $\sqrt{n}$ {Trees}", r"A Study of $\sqrt{n}$ Trees"),
        (r"Set \{a, b\} --- and 1--2~km", "Set {a, b} \u2014 and 1\u20132 km"),
        (r"``Quoted'' and don't", '"Quoted" and don\'t'),
        (r"{\`A} la {\c C}a{\u g}r{\i} \& \textsc{Co}", "À la Çağrı & Co"),
        ("Two\n    lines", "Two lines"),
    ],
)
def test_titles_in_bibtex(title: str, expected: str, tmp_path: Path) -> None:
    (paper,) = read(tmp_path, f"@article{{k, title = {{{title}}}, abstract = {{{ABSTRACT}}}}}").papers
    assert paper.title == expected


PUBMED = f"""<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2019//EN" "https://x.org/pubmed.dtd">
<PubmedArticleSet>
<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">123</PMID>
<Article><Journal><Title>Forests</Title><JournalIssue><PubDate><Year>2019</Year></PubDate></JournalIssue></Journal>
<ArticleTitle>Slow <i>Betula</i> trees &amp; H<sub>2</sub>O</ArticleTitle>
<ELocationID EIdType="doi">10.1000/abc</ELocationID>
<Abstract><AbstractText Label="AIM">{ABSTRACT[:31]}</AbstractText>
<AbstractText>{ABSTRACT[32:]}</AbstractText></Abstract>
<AuthorList><Author><LastName>Liu</LastName><ForeName>Rana</ForeName></Author>
<Author><CollectiveName>The Tree Group</CollectiveName></Author></AuthorList></Article></MedlineCitation>
<PubmedData><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/other</ArticleId></ArticleIdList>
</Reference></ReferenceList></PubmedData></PubmedArticle>
<PubmedArticle><MedlineCitation><PMID>124</PMID><Article><Journal><JournalIssue><PubDate><MedlineDate>2001 May-Jun
</MedlineDate></PubDate></JournalIssue></Journal><ArticleTitle>No abstract here.</ArticleTitle></Article>
</MedlineCitation></PubmedArticle>
</PubmedArticleSet>"""


def test_pubmed_xml(tmp_path: Path) -> None:
    dump = read(tmp_path, PUBMED)
    (paper,) = dump.papers
    assert dump.format == "pubmed-xml"
    assert (paper.title, paper.abstract) == ("Slow Betula trees & H2O", f"AIM: {ABSTRACT}")
    assert (paper.authors, paper.year, paper.venue) == (("Liu, Rana", "The Tree Group"), 2019, "Forests")
    assert (paper.doi, paper.url) == ("10.1000/abc", "https://pubmed.ncbi.nlm.nih.gov/123/")
    assert paper.sources[0].line == 4
    assert [(r.reason, r.text) for r in dump.rejected] == [("no abstract", "No abstract here.")]


OAI = f"""<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2024-01-01T00:00:00Z</responseDate><ListRecords>
<record><header><identifier>oai:arXiv.org:0704.0001</identifier></header><metadata>
<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>0704.0001</id><created>2007-04-02</created><updated>2008-01-01</updated>
<authors><author><keyname>Bal&#225;zs</keyname><forenames>C.</forenames></author></authors>
<title>Slow Trees</title><doi>10.1000/abc</doi><journal-ref>Forests 3 (2007)</journal-ref>
<abstract>  {ABSTRACT}
</abstract></arXiv></metadata></record>
<record><header status="deleted"><identifier>oai:arXiv.org:0704.0002</identifier></header></record>
<record><header><identifier>oai:x:3</identifier></header><metadata>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Fast Trees</dc:title><dc:creator>Adler, Dora</dc:creator><dc:description>{ABSTRACT}</dc:description>
<dc:description>Comment: 12 pages</dc:description><dc:date>2019-05-01</dc:date><dc:date>2021-01-01</dc:date>
<dc:identifier>http://arxiv.org/abs/1905.00001</dc:identifier></oai_dc:dc></metadata></record>
</ListRecords></OAI-PMH>"""


def test_oai_in_arxiv_s_own_format_and_in_dublin_core(tmp_path: Path) -> None:
    dump = read(tmp_path, OAI)
    first, second = dump.papers
    assert dump.format == "oai"
    assert {first.abstract, second.abstract} == {ABSTRACT}
    assert (first.title, first.authors, first.year) == ("Slow Trees", ("Balázs, C.",), 2007)
    assert (first.doi, first.arxiv_id, first.venue) == ("10.1000/abc", "0704.0001", "Forests 3 (2007)")
    assert (second.title, second.authors, second.year) == ("Fast Trees", ("Adler, Dora",), 2019)
    assert (second.arxiv_id, second.url) == ("1905.00001", "http://arxiv.org/abs/1905.00001")
    assert [r.reason for r in dump.rejected] == ["deleted by its repository"]


def test_a_damaged_record_of_an_xml_file_costs_only_itself(tmp_path: Path) -> None:
    entry = f"<entry><title>Study of R&D and x < y</title><summary>{ABSTRACT} &nbsp; caf&eacute;</summary></entry>"
    broken = entry.replace("</summary>", "<b>")
    dump = read(tmp_path, f"<feed>\n{entry}\n{broken}\n{entry}\n<entry><title>cut")
    assert dump.papers[0].title.startswith("Study of R")
    assert dump.papers[0].abstract == f"{ABSTRACT} café"
    assert [p.sources[0].line for p in dump.papers][::2] == [2, 4]
    assert [(r.reason, r.source.line) for r in dump.rejected] == [("the file breaks off within a record", 5)]


def test_a_cell_of_too_many_lines_costs_its_row_and_no_other(tmp_path: Path) -> None:
    dump = read(tmp_path, f'title,abstract\nA,{ABSTRACT}\nB,"' + "y y\n" * 5000 + f'"\nC,{ABSTRACT}\nD,"{ABSTRACT}"\n')
    assert [(p.title, p.sources[0].line) for p in dump.papers] == [("A", 2), ("C", 5004), ("D", 5005)]
    assert [(r.source.line, r.reason) for r in dump.rejected] == [(3, "a quote that is never closed")]
