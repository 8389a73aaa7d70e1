"""The eight invariants, verified a second time from the outside.

Nothing of the package is used here but to build: survey.json, survey.md and the dumps are read anew, quotes and
numbers are checked with other code than the program's, and Markdown is read by a Markdown parser.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

BANNERS = 2
GLUED = "Subscribe"
LEAST = {"finding": 1, "trend": 1, "agreement": 2, "difference": 2, "gap": 0, "context": 0}
FIELDS = ("contribution", "problem", "method", "data", "limitations")

Json = dict[str, Any]


@pytest.fixture(scope="module")
def document(real_folder: Path) -> Json:
    loaded: Json = json.loads((real_folder / "survey.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def markdown(real_folder: Path) -> str:
    return (real_folder / "survey.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def in_dumps(real_dumps: tuple[Path, ...]) -> dict[tuple[str, int], tuple[int, str, str]]:
    """By dump and record number: the line of the title, the title, the abstract."""
    found = {}
    for dump in real_dumps:
        lines = dump.read_text(encoding="utf-8").splitlines()
        lines[BANNERS] = lines[BANNERS].removeprefix(GLUED)
        for record, at in enumerate(range(BANNERS, len(lines), 2), start=1):
            found[dump.name, record] = (at + 1, lines[at], lines[at + 1])
    return found


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def same_but_for_markup(dump: str, survey: str) -> bool:
    """The same text, but for LaTeX in the dump, of which the survey keeps what is to be read."""
    return dump == survey or (
        "\\" in dump and "\\" not in survey and SequenceMatcher(None, dump, survey).ratio() > 0.97
    )


def numbers(text: str) -> set[str]:
    """Every run of digits with inner points and commas, commas between thousands taken out."""
    found = re.findall(r"(?a:\d)[\d.,]*(?<=\d)|\d", unicodedata.normalize("NFKC", text))
    return {re.sub(r",(?=\d{3}(?:\D|$))", "", number) for number in found}


def claims(document: Json) -> Iterator[Json]:
    yield from document["overview"]
    for topic in document["topics"]:
        yield from topic["claims"]


def statements(record: Json) -> Iterator[Json]:
    yield from (record[field] for field in FIELDS if record[field] is not None)
    yield from record["results"]


# --- 1: every record is exactly one of paper, merged, rejected ---


def test_the_dumps_hold_what_the_contract_says(document: Json) -> None:
    assert [(dump["name"], dump["read"]) for dump in document["dumps"]] == [
        ("000_ad8421741e4429bf.txt", 215),
        ("001_d73312246b9bfe46.txt", 237),
    ]
    assert (len(document["papers"]), len(document["merged"]), len(document["rejected"])) == (427, 25, 0)


def test_1_the_counts_of_each_dump_add_up(document: Json, in_dumps: dict[tuple[str, int], Any]) -> None:
    read = Counter(dump for dump, _ in in_dumps)
    for dump in document["dumps"]:
        assert dump["read"] == read[dump["name"]] == dump["papers"] + dump["merged"] + dump["rejected"]
        for fate in ("merged", "rejected"):
            assert dump[fate] == sum(entry["source"]["dump"] == dump["name"] for entry in document[fate])


def test_1_every_record_of_the_dumps_went_to_exactly_one_place(
    document: Json, in_dumps: dict[tuple[str, int], Any]
) -> None:
    of_papers = Counter((s["dump"], s["record"]) for paper in document["papers"] for s in paper["sources"])
    rejected = Counter((r["source"]["dump"], r["source"]["record"]) for r in document["rejected"])
    merged = Counter((m["source"]["dump"], m["source"]["record"]) for m in document["merged"])
    assert of_papers + rejected == Counter(in_dumps.keys())
    assert merged <= of_papers, "a merged record is one of the sources of the paper that was kept"
    kept = Counter(m["kept"] for m in document["merged"])
    assert {p["key"]: len(p["sources"]) - 1 for p in document["papers"] if len(p["sources"]) > 1} == kept


def test_1_sources_point_at_the_lines_where_the_papers_stand(
    document: Json, in_dumps: dict[tuple[str, int], tuple[int, str, str]]
) -> None:
    for paper in document["papers"]:
        found = [in_dumps[s["dump"], s["record"]] for s in paper["sources"]]
        assert [line for line, _, _ in found] == [s["line"] for s in paper["sources"]]
        assert folded(paper["title"]) in {folded(title) for _, title, _ in found}
        assert any(same_but_for_markup(folded(abstract), folded(paper["abstract"])) for _, _, abstract in found)


# --- 2: one topic, one number ---


def test_2_every_paper_has_one_topic_and_one_number(document: Json) -> None:
    keys = [paper["key"] for paper in document["papers"]]
    assert len(set(keys)) == len(keys)
    assert sorted(paper["number"] for paper in document["papers"]) == list(range(1, len(keys) + 1))
    assert Counter(key for topic in document["topics"] for key in topic["papers"]) == Counter(keys)
    held = {key: topic["id"] for topic in document["topics"] for key in topic["papers"]}
    assert {paper["key"]: paper["topic"] for paper in document["papers"]} == held
    topics = [topic["id"] for topic in document["topics"]]
    assert len(set(topics)) == len(topics)
    assert Counter(topic for theme in document["themes"] for topic in theme["topics"]) == Counter(topics)


def test_keys_are_ascii_and_made_from_the_title_alone(document: Json) -> None:
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", paper["key"]) for paper in document["papers"])
    titles = Counter(paper["title"].casefold() for paper in document["papers"])
    assert max(titles.values()) == 1


# --- 3: quotes are verbatim ---


def test_3_every_quote_stands_in_its_paper(document: Json) -> None:
    texts = {paper["key"]: (folded(paper["abstract"]), folded(paper["title"])) for paper in document["papers"]}
    quoted = [(key, q) for key, record in document["records"].items() for s in statements(record) for q in s["quotes"]]
    quoted += [(e["paper"], e["quote"]) for claim in claims(document) for e in claim["evidence"]]
    assert len(quoted) > 1500
    assert not [(key, q) for key, q in quoted if not folded(q) or not any(folded(q) in text for text in texts[key])]


def test_3_every_field_of_a_record_has_a_quote(document: Json) -> None:
    assert document["records"].keys() <= {paper["key"] for paper in document["papers"]}
    said = [statement for record in document["records"].values() for statement in statements(record)]
    assert all(statement["quotes"] and statement["text"].strip() for statement in said)


# --- 4: claims cite papers ---


def test_4_claims_cite_as_many_papers_as_their_kind_needs(document: Json) -> None:
    keys = {paper["key"] for paper in document["papers"]}
    found = list(claims(document))
    assert len(found) > 100
    for claim in found:
        cited = {e["paper"] for e in claim["evidence"]}
        assert cited <= keys
        assert len(cited) >= LEAST[claim["kind"]], claim
    assert len({claim["id"] for claim in found}) == len(found)


# --- 5: numbers ---


def test_5_every_number_stands_in_a_quote(document: Json) -> None:
    for claim in claims(document):
        assert numbers(claim["text"]) <= numbers(" ; ".join(e["quote"] for e in claim["evidence"])), claim
    for record in document["records"].values():
        for statement in statements(record):
            assert numbers(statement["text"]) <= numbers(" ; ".join(statement["quotes"])), statement


def test_5_values_in_tables_are_the_papers_own(document: Json) -> None:
    papers = {paper["key"]: folded(f"{paper['title']} {paper['abstract']}") for paper in document["papers"]}
    for topic in document["topics"]:
        for row in topic["comparison"]["rows"]:
            assert len(row["cells"]) == len(topic["comparison"]["columns"])
            assert numbers(" ; ".join(row["cells"])) <= numbers(papers[row["paper"]]), row


# --- 6: citations and references ---


def section(markdown: str, heading: str) -> str:
    """The text from a heading of level two to the next, "" when there is none."""
    parts = re.split(r"^## ", markdown, flags=re.MULTILINE)
    return next((part for part in parts if part.startswith(f"{heading}\n")), "")


def test_6_citations_resolve_and_references_are_cited_or_explained(document: Json, markdown: str) -> None:
    listed = re.findall(r'^- <a id="ref-(\d+)"></a>', section(markdown, "References"), flags=re.MULTILINE)
    assert sorted(map(int, listed)) == [
        paper["number"] for paper in sorted(document["papers"], key=lambda p: p["number"])
    ]
    explained = section(markdown, "Papers not discussed")
    said = markdown.replace(section(markdown, "References"), "").replace(explained, "")
    cited, unsaid = (set(re.findall(r"\[(\d+)\]\(#ref-\1\)", text)) for text in (said, explained))
    assert cited | unsaid == set(listed)
    assert not cited & unsaid
    assert all(len(line.split(": ")[-1]) > 5 for line in explained.splitlines() if line.startswith("- "))


def test_6_every_inner_link_has_one_target(markdown: str) -> None:
    targets = Counter(re.findall(r'<a id="([^"]+)"></a>', markdown))
    assert set(targets.values()) == {1}
    assert set(re.findall(r"\]\(#([^)]+)\)", markdown)) <= set(targets)


def test_6_the_bibliography_holds_every_cited_paper(document: Json, real_folder: Path) -> None:
    entries = re.findall(r"^@\w+\{([^,]+),$", (real_folder / "references.bib").read_text(), flags=re.MULTILINE)
    uncited = {entry["key"] for entry in document["scorecard"]["papers_uncited"]}
    assert Counter(entries) == Counter(p["key"] for p in document["papers"] if p["key"] not in uncited)


# --- 7: escaping ---


def tokens(markdown: str) -> Iterator[Token]:
    parser = MarkdownIt("commonmark", {"html": True, "linkify": True}).enable(["table", "linkify", "strikethrough"])
    for token in parser.parse(markdown):
        yield token
        yield from token.children or ()


def test_7_a_parser_finds_no_html_link_or_image_but_the_programs_own(document: Json, markdown: str) -> None:
    kinds: Counter[str] = Counter()
    for token in tokens(markdown):
        kinds[token.type] += 1
        assert token.type != "image"
        assert token.type not in {"s_open", "fence", "code_block", "hr"}, token
        if token.type in {"html_inline", "html_block"}:
            assert re.fullmatch(r'(<a id="[a-z]+-?\d*">(</a>)?|</a>|<a id="[a-z]+-?\d*"></a>\s*)', token.content), token
        if token.type == "link_open":
            target = str(token.attrs["href"])
            assert token.markup != "linkify", f"a bare address became a link: {target}"
            assert re.match(r"#[a-z]|https?://", target), target
    assert kinds["link_open"] > len(document["papers"])
    assert kinds["table_open"] > 3


def test_7_no_title_is_changed_by_markdown(document: Json, markdown: str) -> None:
    """What a reader sees of each reference is the title as it stands in the dump."""
    shown = [
        folded("".join(child.content for child in token.children or () if child.type in {"text", "text_special"}))
        for token in tokens(section(markdown, "References"))
        if token.type == "inline"
    ]
    for paper in document["papers"]:
        assert any(folded(paper["title"]).rstrip(".") in text for text in shown), paper["title"]


# --- 8: secrets ---


def test_8_the_key_in_the_environment_is_in_no_file(real_folder: Path) -> None:
    files = [path for path in real_folder.parent.rglob("*") if path.is_file()]
    assert {"survey.json", "survey.md", "references.bib", "cache.db"} <= {path.name for path in files}
    assert not [path for path in files if b"sk-planted" in path.read_bytes()]


# --- the scorecard, counted again ---


def test_the_scorecard_is_what_anyone_would_count(document: Json) -> None:
    score, found = document["scorecard"], list(claims(document))
    said = [s for record in document["records"].values() for s in statements(record)]
    assert score["records_read"] == sum(dump["read"] for dump in document["dumps"])
    for name in ("papers", "merged", "rejected", "topics"):
        assert score[name] == len(document[name])
    assert score["claims"] == len(found)
    assert score["quotes"] == sum(len(s["quotes"]) for s in said) + sum(len(c["evidence"]) for c in found)
    assert score["quotes_verbatim"] == score["quotes"]
    assert score["numbers_found"] == score["numbers"] == sum(len(numbers(s["text"])) for s in [*said, *found])
    assert score["citations_resolved"] == score["citations"]
    assert score["papers_cited"] + len(score["papers_uncited"]) == score["papers"]


def test_survey_json_has_every_part_of_the_contract(document: Json) -> None:
    parts = "schema title created refreshed settings dumps papers merged rejected records themes topics overview"
    assert set(document) >= {*parts.split(), "left_out", "scorecard", "history", "run"}
    assert document["schema"] == 1
    assert document["created"] == "2026-01-01T00:00:00+00:00"
    paper = "key number title abstract authors year venue doi arxiv_id url topic added sources"
    assert all(set(paper.split()) <= p.keys() for p in document["papers"])
    assert all(set("id name keywords papers lineage claims comparison".split()) <= t.keys() for t in document["topics"])
    run = "model complete prompts calls cached retried rejected_answers tokens_in tokens_out cost_usd seconds"
    assert set(run.split()) <= document["run"].keys()


class Tags(HTMLParser):
    """Every tag that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag] += 1


def test_7_rendered_to_html_only_the_tags_of_a_document_are_there(markdown: str) -> None:
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
    tags = Tags()
    tags.feed(html)
    known = "h1 h2 h3 p a ul ol li em strong code table thead tbody tr th td"
    assert set(tags.found) <= set(known.split())
