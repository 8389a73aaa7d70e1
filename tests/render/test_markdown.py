"""survey.md: read by a Markdown parser, it is the document's structure and nothing more, whatever the texts hold."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from survey.document import Survey
from survey.render import render

READER = MarkdownIt("commonmark", {"html": True, "linkify": True}).enable(["table", "linkify", "strikethrough"])


def tokens(markdown: str) -> Iterator[Token]:
    for token in READER.parse(markdown):
        yield token
        yield from token.children or ()


def headings(markdown: str) -> list[str]:
    parsed = READER.parse(markdown)
    return [parsed[n + 1].content for n, token in enumerate(parsed) if token.type == "heading_open"]


def test_hostile_texts_make_no_html_link_image_or_table_cell(evil: Survey, small_survey: Survey) -> None:
    found = list(tokens(render(evil, "md")))
    for token in found:
        assert token.type not in {"image", "fence", "code_block", "hr", "s_open"}, token
        if token.type in {"html_block", "html_inline"}:
            assert re.fullmatch(r'(</a>|<a id="[a-z]+-?\d*">(</a>)?)\s*', token.content), token
        if token.type == "link_open":
            assert token.markup != "linkify"
            assert re.match(r"#(ref-\d+|m\d+|t\d+|[a-z]+)$|https://(doi|arxiv|e)\.org/", str(token.attrs["href"])), (
                token
            )
    assert {t.content for t in found if t.type == "code_inline"} <= {"extractive", "survey check", "survey refresh"}
    columns = [c for n, c in enumerate(row_widths(found)) if n]
    assert columns
    assert set(columns) <= set(row_widths(list(tokens(render(small_survey, "md"))))) | {len(small_survey.topics)}


def row_widths(found: list[Token]) -> list[int]:
    """How many cells each table row has."""
    widths: list[int] = []
    for token in found:
        if token.type == "tr_open":
            widths.append(0)
        elif token.type in {"td_open", "th_open"}:
            widths[-1] += 1
    return widths


def test_the_sections_come_in_the_order_of_the_contract(small_survey: Survey) -> None:
    text = render(small_survey, "md")
    found = headings(text)
    assert found[0] == small_survey.title
    wanted = ["At a glance", "Overview", "Where every record went", "References", "How far to trust this survey"]
    assert [heading for heading in found if heading in wanted] == wanted
    for theme in small_survey.themes:
        assert any(heading.endswith(theme.name) for heading in found)
    for topic in small_survey.topics:
        assert any(heading.endswith(topic.name) for heading in found)


def test_every_claim_stands_in_the_text_once_with_its_citations(real_survey: Survey) -> None:
    text = render(real_survey, "md")
    numbers = {paper.key: paper.number for paper in real_survey.papers}
    cited = re.findall(r"\[((?:\[\d+\]\(#ref-\d+\)(?:, )?)+)\]", text)
    shown = [tuple(map(int, re.findall(r"#ref-(\d+)", group))) for group in cited]
    for topic in real_survey.topics:
        for claim in topic.claims:
            assert tuple(sorted(numbers[key] for key in claim.papers)) in shown or not claim.papers


def test_what_was_left_out_merged_and_rejected_is_named(evil: Survey, small_survey: Survey) -> None:
    text = render(evil, "md")
    assert "not complete" in text
    assert "Papers not discussed" in text
    assert "Put together by code" in text
    assert "**Rejected" in text
    plain = render(small_survey, "md")
    assert len(small_survey.merged) == 4
    assert all(f"line {merge.source.line}" in plain for merge in small_survey.merged)
    assert "not complete" not in plain


def test_rendering_is_a_pure_function(small_survey: Survey) -> None:
    again = Survey.model_validate_json(render(small_survey, "json"))
    for to in ("md", "bib", "csv", "json"):
        assert render(again, to) == render(small_survey, to)


def test_lines_end_alike_and_none_is_torn(small_survey: Survey) -> None:
    text = render(small_survey, "md")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert "None" not in re.findall(r"\bNone\b", text)
    assert "  \n" not in text
