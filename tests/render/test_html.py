"""survey.html: a page that asks no host for anything, holds nothing unescaped, and shows every citation's quote."""

import base64
import hashlib
import re
from collections import Counter
from functools import cached_property
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.document import Survey
from survey.evidence import folded
from survey.render import render
from survey.render.tags import Html, joined, tag

VOID = {"meta", "link", "input"}
KNOWN = set(
    "html head meta title link style script body header nav main section div span p h1 h2 h3 dl dt dd ul ol li details "
    "summary a small strong mark cite q button table caption thead tbody tr th td label input output code meter".split()
)
Attributes = dict[str, str | None]


class Page(HTMLParser):
    """A page as a parser reads it: its tags with their attributes, whether they close, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, Attributes]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.text: list[str] = []
        self.comments: list[str] = []
        self.quotes: list[str] = []
        self.raw: dict[str, str] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if len(dict(attrs)) != len(attrs):
            self.wrong.append(f"{tag} has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"style", "script"}:
            self.raw[self.open[-1]] = data
            return
        self.text.append(data)
        if self.open and self.open[-1] == "q":
            self.quotes.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def values(self, name: str) -> list[str]:
        """All values of an attribute."""
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]

    @cached_property
    def seen(self) -> str:
        """The text, white space folded."""
        return folded("".join(self.text))


@pytest.fixture(scope="module")
def html(real_survey: Survey) -> str:
    return render(real_survey, "html")


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


@pytest.fixture(scope="module")
def evil_page(evil: Survey) -> Page:
    return Page(render(evil, "html"))


def test_the_page_is_well_formed(page: Page, evil_page: Page, html: str) -> None:
    assert html.startswith("<!DOCTYPE html>\n")
    for one in (page, evil_page):
        assert one.wrong == []
        assert one.open == []
        assert one.comments == []
        assert {name for name, _ in one.tags} <= KNOWN


def test_the_page_stays_within_three_megabytes(html: str) -> None:
    assert len(html.encode()) < 3_000_000


def test_the_page_asks_no_host_for_anything(page: Page, evil_page: Page) -> None:
    for one in (page, evil_page):
        assert not one.values("src")
        assert not one.values("srcset")
        assert not one.values("action")
        assert [attributes["href"] for name, attributes in one.tags if name == "link"] == ["data:,"]
        assert not re.search(r"url\(|@import", one.raw["style"])
        assert not re.search(r"fetch|XMLHttp|WebSocket|import\s*\(|innerHTML|eval", one.raw["script"])


def test_the_policy_allows_the_pages_own_style_and_script_alone(page: Page) -> None:
    (policy,) = (a["content"] for name, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for name in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.raw[name].encode()).digest()).decode()
        assert rules[f"{name}-src"] == f"'sha256-{digest}'"
    names = {name for _, attributes in page.tags for name in attributes}
    assert not [name for name in names if name.startswith("on")], "a handler in the markup would not run"
    assert "style" not in names, "a style in the markup would not apply"


def test_links_lead_within_the_page_or_to_the_paper(page: Page, evil_page: Page) -> None:
    for one in (page, evil_page):
        for name, attributes in one.tags:
            target = attributes.get("href")
            if name == "a":
                assert target is not None
                outside = re.fullmatch(r"https?://(doi|arxiv|e)\.org/[!-~]+", target)
                assert target.startswith("#") or (outside and "noopener" in (attributes.get("rel") or "")), target


def test_every_inner_link_and_every_citation_resolves(page: Page, evil_page: Page) -> None:
    for one in (page, evil_page):
        ids = Counter(one.values("id"))
        assert set(ids.values()) == {1}
        targets = {target[1:] for target in one.values("href") if target.startswith("#")}
        assert targets | set(one.values("popovertarget")) | set(one.values("for")) <= set(ids)


def test_every_claim_shows_each_of_its_quotes(real_survey: Survey, page: Page) -> None:
    quotes, ids = {folded(text) for text in page.quotes}, set(page.values("id"))
    for claim in (*real_survey.overview, *(claim for topic in real_survey.topics for claim in topic.claims)):
        assert claim.id in ids
        for one in claim.evidence:
            assert folded(one.quote) in quotes
    assert len(quotes) > 500


def test_every_paper_is_a_reference_with_its_abstract(real_survey: Survey, page: Page) -> None:
    references = [
        int(str(a["id"])[4:]) for name, a in page.tags if name == "li" and str(a.get("id")).startswith("ref-")
    ]
    assert references == list(range(1, 428))
    ids = set(page.values("id"))
    for paper in real_survey.papers:
        assert folded(paper.title) in page.seen
        assert f"abs-{paper.number}" in ids


def test_the_text_of_the_survey_is_on_the_page(real_survey: Survey, page: Page) -> None:
    assert page.seen.count(folded(real_survey.title)) == 2
    for name in [theme.name for theme in real_survey.themes] + [topic.name for topic in real_survey.topics]:
        assert folded(name) in page.seen
    for merge in real_survey.merged:
        assert folded(merge.title) in page.seen


def test_headings_and_landmarks_are_in_order(page: Page) -> None:
    names = [name for name, _ in page.tags]
    assert names.count("h1") == names.count("main") == names.count("header") == names.count("nav") == 1
    levels = [int(name[1]) for name in names if re.fullmatch(r"h[1-6]", name)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert next(attributes for name, attributes in page.tags if name == "html")["lang"] == "en"
    labelled = {str(attributes.get("for")) for name, attributes in page.tags if name == "label"}
    assert {str(attributes["id"]) for name, attributes in page.tags if name == "input"} == labelled
    assert all(attributes.get("aria-label") for name, attributes in page.tags if name == "button")
    assert all(attributes.get("scope") for name, attributes in page.tags if name == "th")


def test_what_was_left_out_is_said(evil_page: Page, page: Page) -> None:
    for words in (
        "This survey is not complete",
        "Put together by code",
        "Papers not discussed",
        "rejected",
    ):
        assert words in evil_page.seen
    assert "not complete" not in page.seen


def test_the_page_is_a_pure_function_of_the_document(small_survey: Survey) -> None:
    again = Survey.model_validate_json(render(small_survey, "json"))
    assert render(again, "html") == render(small_survey, "html")


@given(st.text(max_size=60), st.text(max_size=60))
def test_text_is_never_markup(text: str, value: str) -> None:
    parsed = Page(tag("p", text, tag("b", value), title=value))
    assert [name for name, _ in parsed.tags] == ["p", "b"]
    assert parsed.wrong == []


def test_only_html_is_taken_as_it_is() -> None:
    assert tag("p", Html("<b>x</b>"), "<b>") == "<p><b>x</b>&lt;b&gt;</p>"
    assert joined(["a", Html("<i></i>")], " & ") == "a &amp; <i></i>"
    assert tag("input", hidden=True, value=None, data_x='"') == '<input hidden data-x="&quot;">'
