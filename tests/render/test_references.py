"""A paper in the list of references, in Markdown and on the page: who, what, where, and the way to the paper itself."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from survey.checking import check_survey
from survey.document import Survey
from survey.render import render
from survey.render.cite import cited
from survey.render.view import View

AUTHORS = ("Ada Lovelace", "Marie Curie", "Emmy Noether", "Lise Meitner", "Rosalind Franklin", "Grace Hopper")


def with_paper(survey: Survey, **fields: object) -> Survey:
    """The survey, its first paper with these fields."""
    first, *rest = survey.papers
    return survey.model_copy(update={"papers": (replace(first, **fields), *rest)})  # type: ignore[arg-type]


class _Item(HTMLParser):
    """The text, and the addresses outside, of the list item with an id."""

    def __init__(self, html: str, wanted: str) -> None:
        super().__init__()
        self.wanted, self.inside, self.text, self.links = wanted, 0, "", list[str]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "li" and (self.inside or given.get("id") == self.wanted):
            self.inside += 1
        if self.inside and tag == "a" and not (given.get("href") or "").startswith("#"):
            self.links.append(given.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        self.inside -= bool(self.inside) and tag == "li"

    def handle_data(self, data: str) -> None:
        self.text += data if self.inside else ""


def shown(survey: Survey) -> list[tuple[str, list[str]]]:
    """What a reader sees of the first paper's reference, and where its links lead: in Markdown, then on the page."""
    number = survey.papers[0].number
    line = next(line for line in render(survey, "md").splitlines() if f'<a id="ref-{number}">' in line)
    in_markdown = MarkdownIt("commonmark").render(re.sub(r'<a id="[^"]*"></a>', "", line))
    read = _Item(f'<li id="x">{in_markdown}</li>', "x")
    page = _Item(render(survey, "html"), f"ref-{number}")
    return [(" ".join(one.text.split()), one.links) for one in (read, page)]


@pytest.mark.parametrize(
    ("authors", "named"),
    [
        (AUTHORS[:1], "Ada Lovelace."),
        (AUTHORS[:2], "Ada Lovelace and Marie Curie."),
        (AUTHORS[:3], "Ada Lovelace, Marie Curie and Emmy Noether."),
        (AUTHORS, "Lise Meitner, Rosalind Franklin and Grace Hopper."),
        ((*AUTHORS, "Katherine Johnson", "Mary Jackson"), "Rosalind Franklin, Grace Hopper et al."),
        (("Sammy Davis Jr.",), "Sammy Davis Jr."),
    ],
)
def test_up_to_six_authors_are_named(small_survey: Survey, authors: tuple[str, ...], named: str) -> None:
    for text, _ in shown(with_paper(small_survey, authors=authors)):
        assert named in text
        assert "Johnson" not in text
        assert ".." not in text.replace("…", "")


def test_venue_and_year_stand_where_they_are_known(small_survey: Survey) -> None:
    for fields, told in (
        ({"venue": "Journal of Things", "year": 2024}, "Journal of Things, 2024."),
        ({"venue": None, "year": 2024}, " 2024."),
        ({"venue": "Journal of Things", "year": None}, "Journal of Things."),
    ):
        assert all(told in text for text, _ in shown(with_paper(small_survey, **fields)))
    bare = with_paper(small_survey, venue=None, year=None, authors=())
    assert all("None" not in text and " . " not in text for text, _ in shown(bare))


@pytest.mark.parametrize(
    ("fields", "links"),
    [
        ({"doi": "10.1000/x_1(2)"}, ["https://doi.org/10.1000/x_1%282%29"]),
        ({"arxiv_id": "2401.00001"}, ["https://arxiv.org/abs/2401.00001"]),
        (
            {"doi": "10.1/a", "arxiv_id": "2401.00001", "url": "https://e.org/p"},
            ["https://doi.org/10.1/a", "https://arxiv.org/abs/2401.00001"],
        ),
        ({"url": "https://e.org/a?b=c&d=e"}, ["https://e.org/a?b=c&d=e"]),
        ({"url": "javascript:alert(1)"}, []),
        ({"url": 'https://e.org/a b"><script>'}, ["https://e.org/a%20b%22%3E%3Cscript%3E"]),
        ({}, []),
    ],
    ids=["doi", "arXiv", "both", "url", "no address", "hostile", "none"],
)
def test_a_reference_leads_to_the_paper_itself(small_survey: Survey, fields: dict[str, str], links: list[str]) -> None:
    """By its DOI and arXiv id; by another address only where there is neither."""
    known = {"doi": None, "arxiv_id": None, "url": None, **fields}
    survey = with_paper(small_survey, **known)
    assert [found for _, found in shown(survey)] == [links, links]
    assert check_survey(survey, render(survey, "md")) == ()


def test_a_paper_without_an_abstract_says_so(small_survey: Survey) -> None:
    first = small_survey.papers[0]
    without = with_paper(small_survey, abstract="")
    assert all("Title only: no abstract was given." in text for text, _ in shown(without))
    assert all("Title only" not in text for text, _ in shown(small_survey))
    page = render(without, "html")
    assert f'href="#abs-{first.number}"' not in page, "there is nothing to lead to"


def test_every_record_behind_a_paper_is_named_with_its_line(small_survey: Survey) -> None:
    twice = next(paper for paper in small_survey.papers if len(paper.sources) > 1)
    others = [paper for paper in small_survey.papers if paper is not twice]
    survey = small_survey.model_copy(update={"papers": (twice, *others)})
    told = "; ".join(f"{source.dump}, line {source.line}" for source in twice.sources)
    assert all(told in text for text, _ in shown(survey))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It is fast.", "It is fast {cited}."),
        ("It is fast", "It is fast {cited}."),
        ("Is it fast? ", "Is it fast {cited}?"),
        ("It is fast, they say ...", "It is fast, they say .. {cited}."),
        ("It gains 1.5", "It gains 1.5 {cited}."),
    ],
)
def test_a_citation_stands_before_the_full_stop(small_survey: Survey, text: str, shown: str) -> None:
    papers = [small_survey.papers[n] for n in (4, 0)]
    numbers = sorted(paper.number for paper in papers)
    citation = f"[{', '.join(f'[{n}](#ref-{n})' for n in numbers)}]"
    view = View(small_survey)
    assert cited(view, text, [paper.key for paper in papers]) == shown.format(cited=citation)
    assert cited(view, text, []) == shown.replace(" {cited}", ""), "without a paper there is no bracket"
