"""JSON in the shapes in which services and crawlers give it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from survey.dumps import Dump, read_dumps
from survey.errors import DumpError

ABSTRACT = "Trees grow slowly in the north. We measure 40 of them over 12 years."


def write(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "records"
    path.write_text(content, "utf-8")
    return path


def read(tmp_path: Path, content: object, *, indent: int | None = None) -> Dump:
    text = content if isinstance(content, str) else json.dumps(content, indent=indent)
    (dump,) = read_dumps([write(tmp_path, text)]).dumps
    return dump


def index_of(text: str) -> dict[str, list[int]]:
    """An abstract as OpenAlex gives it."""
    words: dict[str, list[int]] = {}
    for place, word in enumerate(text.split()):
        words.setdefault(word, []).append(place)
    return words


ARXIV = {
    "id": "0704.0001",
    "authors": "C. Bal\\'azs, E. L. Berger and P. M. Nadolsky",
    "title": "Calculation of prompt\n  diphoton production",
    "doi": "10.1103/PhysRevD.76.013009",
    "journal-ref": "Phys.Rev.D76:013009,2007",
    "abstract": f"  {ABSTRACT}\n",
    "update_date": "2008-11-26",
    "authors_parsed": [["Balázs", "C.", ""], ["Berger", "E. L.", ""], ["Nadolsky", "P. M.", ""]],
}
SEMANTIC_SCHOLAR = {
    "paperId": "649def34f8be52c8b66281af98ae884c09aef38b",
    "externalIds": {"ArXiv": "1805.02262", "DOI": "10.18653/v1/N18-3011", "CorpusId": 19170988},
    "url": "https://www.semanticscholar.org/paper/649def34",
    "title": "Construction of the Literature Graph",
    "abstract": ABSTRACT,
    "venue": "NAACL",
    "year": 2018,
    "authors": [{"authorId": "1", "name": "Waleed Ammar"}, {"authorId": "2", "name": "Dirk Groeneveld"}],
    "references": [{"paperId": "x", "title": "Another paper"}],
}
OPENALEX = {
    "id": "https://openalex.org/W2741809807",
    "doi": "https://doi.org/10.7717/peerj.4375",
    "title": "The state of OA",
    "display_name": "The state of OA",
    "publication_year": 2018,
    "ids": {"openalex": "https://openalex.org/W2741809807", "pmid": "https://pubmed.ncbi.nlm.nih.gov/29456894"},
    "primary_location": {"landing_page_url": "https://doi.org/10.7717/peerj.4375", "source": {"display_name": "PeerJ"}},
    "authorships": [{"author": {"display_name": "Heather Piwowar"}}, {"author": {"display_name": "Jason Priem"}}],
    "abstract_inverted_index": index_of(ABSTRACT),
}
CROSSREF = {
    "DOI": "10.1000/xyz123",
    "title": ["A Study of Trees"],
    "abstract": f"<jats:p>{ABSTRACT}</jats:p>",
    "author": [{"given": "Ada", "family": "Lovelace"}, {"given": "Alan", "family": "Turing"}],
    "issued": {"date-parts": [[2021, 3, 1]]},
    "container-title": ["Journal of Trees"],
    "URL": "http://dx.doi.org/10.1000/xyz123",
}
HUGGING_FACE = {
    "paper": {
        "id": "2401.12345",
        "title": "Trees Are All You Need",
        "summary": ABSTRACT,
        "authors": [{"_id": "65", "name": "Ada Lovelace", "hidden": False}],
        "publishedAt": "2024-01-22T00:00:00.000Z",
    },
    "title": "Trees Are All You Need",
    "publishedAt": "2024-01-23T00:00:00.000Z",
    "thumbnail": "https://cdn.example.org/x.png",
}
OPEN_REVIEW = {
    "id": "abc123",
    "forum": "abc123",
    "content": {
        "title": {"value": "Growing Trees"},
        "abstract": {"value": ABSTRACT},
        "authors": {"value": ["Ada Lovelace", "Alan Turing"]},
        "venue": {"value": "ICLR 2024 poster"},
    },
}
CRAWL = {
    "id": "2512.16814v2",
    "pdf": "https://arxiv.org/pdf/2512.16814",
    "abs": "https://arxiv.org/abs/2512.16814",
    "authors": ["William English"],
    "title": "Grammar-Forced Translation",
    "comment": None,
    "summary": ABSTRACT,
}
SCITLDR = {"id": "SJ1", "title": "FearNet", "abstract_sentences": ABSTRACT.split(". ", 1)}

# Record: title, authors, year, venue, DOI, arXiv id, URL; the abstract is ABSTRACT.
SHAPES: list[tuple[dict[str, Any], tuple[object, ...]]] = [
    (ARXIV, ("Calculation of prompt diphoton production", ("C. Balázs", "E. L. Berger", "P. M. Nadolsky"), 2007,
             "Phys.Rev.D76:013009,2007", "10.1103/PhysRevD.76.013009", "0704.0001", None)),
    (SEMANTIC_SCHOLAR, ("Construction of the Literature Graph", ("Waleed Ammar", "Dirk Groeneveld"), 2018, "NAACL",
                        "10.18653/v1/N18-3011", "1805.02262", "https://www.semanticscholar.org/paper/649def34")),
    (OPENALEX, ("The state of OA", ("Heather Piwowar", "Jason Priem"), 2018, "PeerJ", "10.7717/peerj.4375", None,
                "https://doi.org/10.7717/peerj.4375")),
    (CROSSREF, ("A Study of Trees", ("Lovelace, Ada", "Turing, Alan"), 2021, "Journal of Trees", "10.1000/xyz123", None,
                "http://dx.doi.org/10.1000/xyz123")),
    (HUGGING_FACE, ("Trees Are All You Need", ("Ada Lovelace",), 2024, None, None, "2401.12345", None)),
    (OPEN_REVIEW, ("Growing Trees", ("Ada Lovelace", "Alan Turing"), None, "ICLR 2024 poster", None, None, None)),
    (CRAWL, ("Grammar-Forced Translation", ("William English",), 2025, None, None, "2512.16814",
             "https://arxiv.org/abs/2512.16814")),
]  # fmt: skip


@pytest.mark.parametrize("lines", [True, False], ids=["lines", "array"])
@pytest.mark.parametrize(("record", "expected"), SHAPES, ids=[str(e[0]) for _, e in SHAPES])
def test_the_shapes_of_services(
    record: dict[str, Any], expected: tuple[object, ...], lines: bool, tmp_path: Path
) -> None:
    dump = read(tmp_path, f"{json.dumps(record)}\n{json.dumps(record)}\n" if lines else [record, record])
    assert (dump.format, dump.read, len(dump.papers)) == ("jsonl" if lines else "json", 2, 2)
    paper = dump.papers[0]
    assert paper.abstract == ABSTRACT
    found = (paper.title, paper.authors, paper.year, paper.venue, paper.doi, paper.arxiv_id, paper.url)
    assert found == expected


@pytest.mark.parametrize(
    "wrap",
    [
        lambda records: {"meta": {"count": 2, "q": {"title": "t"}}, "results": records},
        lambda records: {"total": 2, "data": {"papers": records}},
        lambda records: {"message": {"items": records}},
        lambda records: {"feed": {"title": "A feed of papers", "entry": records}},
        lambda records: {"hits": {"hits": [{"_id": i, "_source": r} for i, r in enumerate(records)]}},
        lambda records: {"2401.1": records[0], "2401.2": records[1]},
        lambda records: {"Session 1": {"papers": records[:1]}, "Session 2": {"papers": records[1:]}},
        lambda records: [{"session": "a", "papers": records[:1]}, {"session": "b", "papers": records[1:]}],
        lambda records: [records],
        lambda records: {"rows": [{"row_idx": i, "row": r} for i, r in enumerate(records)]},
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_papers_are_found_wherever_they_lie(
    wrap: Callable[[list[object]], object], indent: int | None, tmp_path: Path
) -> None:
    records: list[object] = [
        {"title": f"Study {n}", "abstract": ABSTRACT, "authors": [{"name": "A B"}]} for n in (1, 2)
    ]
    content = json.dumps(wrap(records), indent=indent)
    dump = read(tmp_path, content)
    assert [p.title for p in dump.papers] == ["Study 1", "Study 2"]
    if indent:
        for paper in dump.papers:
            below = "\n".join(content.split("\n")[paper.sources[0].line - 1 :])
            assert below.lstrip().startswith(("{", '"'))
            assert paper.title in below[:200]


def test_a_lone_paper_and_papers_one_after_another(tmp_path: Path) -> None:
    assert read(tmp_path, CROSSREF, indent=1).papers[0].title == "A Study of Trees"
    content = "\n".join(json.dumps(r, indent=2) for r in (CROSSREF, CRAWL))
    dump = read(tmp_path, content)
    assert [p.title for p in dump.papers] == ["A Study of Trees", "Grammar-Forced Translation"]
    assert [p.sources[0].line for p in dump.papers] == [1, content[: content.index('"id"')].count("\n")]


def test_sentences_are_joined_to_an_abstract(tmp_path: Path) -> None:
    (paper,) = read(tmp_path, [SCITLDR]).papers
    assert paper.abstract == ABSTRACT.replace(". ", " ", 1)


def test_other_names_of_columns(tmp_path: Path) -> None:
    record = {"Paper_Title": "On Trees", "Abstract Text": ABSTRACT, "Pub-Year": "2019", "Author Names": "A. B; C. D"}
    (paper,) = read(tmp_path, [record]).papers
    assert (paper.title, paper.abstract, paper.year, paper.authors) == ("On Trees", ABSTRACT, 2019, ("A. B", "C. D"))


@pytest.mark.parametrize(
    "value", [None, "", "N/A", "nan", "[No abstract available]", "https://arxiv.org/abs/1", [], {}]
)
def test_what_stands_for_no_abstract_is_none(value: object, tmp_path: Path) -> None:
    dump = read(tmp_path, [CRAWL, {"title": "On Trees", "abstract": value}])
    assert [r.reason for r in dump.rejected] == ["no abstract"]


def test_a_damaged_line_costs_only_itself(tmp_path: Path) -> None:
    good = json.dumps(CRAWL)
    dump = read(tmp_path, "\n".join([good, good[:200], "[1, 2]", "", good, "42", '{"other": 1}']))
    assert len(dump.papers) == 2
    assert [(r.source.line, r.reason.split(":")[0]) for r in dump.rejected] == [
        (2, "not valid JSON"),
        (3, "not a JSON object"),
        (6, "not a JSON object"),
        (7, "no title and no abstract"),
    ]
    assert dump.rejected[0].text == good[:200]


def test_a_damaged_element_costs_only_itself(tmp_path: Path) -> None:
    good = json.dumps(CRAWL, indent=1)
    dump = read(tmp_path, f"[{good},\n{good.replace(':', ';', 1)},\n{good}]")
    assert (dump.read, len(dump.papers)) == (3, 2)
    assert dump.rejected[0].source.line == good.count("\n") + 2


@pytest.mark.parametrize("wrap", ["[{}", '{{"results": [{}'])
def test_a_document_cut_short_keeps_what_is_whole(wrap: str, tmp_path: Path) -> None:
    records = ",\n".join(json.dumps(r) for r in (CRAWL, SEMANTIC_SCHOLAR, CROSSREF))
    dump = read(tmp_path, wrap.format(records)[:-30])
    assert [p.title for p in dump.papers] == ["Grammar-Forced Translation", "Construction of the Literature Graph"]
    assert len(dump.rejected) == 1
    assert dump.rejected[0].reason.startswith("not valid JSON")


@pytest.mark.parametrize("content", ["0", '"a"', "[]", "[1, 2]", "{}", "null"])
def test_json_without_any_object(content: str, tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="no usable paper"):
        read_dumps([write(tmp_path, content)], format="json")


def test_a_year_that_only_the_arxiv_id_tells(tmp_path: Path) -> None:
    for identifier, year in (("hep-th/9901001", 1999), ("0704.0001", 2007), ("2512.16814v3", 2025)):
        (paper,) = read(tmp_path, [{"id": identifier, "title": "On Trees", "abstract": ABSTRACT}]).papers
        assert (paper.arxiv_id, paper.year) == (identifier.split("v")[0], year)
    (paper,) = read(tmp_path, [{"id": "1234.5", "title": "On Trees", "abstract": ABSTRACT}]).papers
    assert (paper.arxiv_id, paper.year) == (None, None)


def test_only_web_addresses_become_links(tmp_path: Path) -> None:
    (paper,) = read(tmp_path, [{"url": "javascript:alert(1)", "title": "On Trees", "abstract": ABSTRACT}]).papers
    assert paper.url is None
