"""The page and the text say the same: every statement, list line, table row and count, with the same citations."""

import html as entities
import re
from collections import Counter

import pytest
from markdown_it import MarkdownIt

from survey.document import Survey
from survey.evidence import folded
from survey.render import render
from survey.render.view import View
from survey.words import ONE_ABOUT

_SPAN = re.compile(r"<(/?)span\b[^>]*>")
_TAGS = re.compile(r"<[^>]+>")


def without_cards(page: str) -> str:
    """The page without what a citation opens: quotes, title, links."""
    out, at = [], 0
    for start in re.finditer(r'<span class="card"', page):
        if start.start() < at:
            continue
        depth, end = 0, start.start()
        for tag in _SPAN.finditer(page, start.start()):
            depth += -1 if tag[1] else 1
            if not depth:
                end = tag.end()
                break
        out.append(page[at : start.start()])
        at = end
    return "".join([*out, page[at:]])


def words(markup: str) -> str:
    """What a reader sees of some markup, without spaces: the two write lists and citations with other ones."""
    return re.sub(r"\s+", "", folded(entities.unescape(_TAGS.sub(" ", markup))))


def plain(markdown: str) -> str:
    return words(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))


@pytest.fixture(scope="module", params=["real_survey", "small_survey"])
def survey(request: pytest.FixtureRequest) -> Survey:
    found: Survey = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def markdown(survey: Survey) -> str:
    return render(survey, "md")


@pytest.fixture(scope="module")
def page(survey: Survey) -> str:
    return without_cards(render(survey, "html"))


def in_markdown(markdown: str, topic: str) -> str:
    """The Markdown of a topic's section."""
    return re.split(
        r'\n<a id="(?:t\d+|m\d+|results|trust)"></a>|\n## ', markdown.split(f'<a id="{topic}"></a>\n', 1)[1]
    )[0]


def on_page(page: str, topic: str) -> str:
    """The HTML of a topic's section."""
    return re.split(r"</section>", page.split(f'<section id="{topic}"', 1)[1].partition(">")[2], maxsplit=1)[0]


def rows(markdown: str) -> list[str]:
    return [line for line in markdown.splitlines() if line.startswith("| ") and not line.startswith("| Paper |")]


def test_every_list_line_of_a_topic_stands_on_the_page(survey: Survey, markdown: str, page: str) -> None:
    for topic in survey.topics:
        shown = words(on_page(page, topic.id))
        lines = [line for line in in_markdown(markdown, topic.id).splitlines() if line.startswith("- ")]
        assert len(lines) >= len(topic.papers) / 2
        for line in lines:
            assert plain(line) in shown, line


def test_every_kind_of_statement_of_a_topic_stands_on_the_page(survey: Survey, markdown: str, page: str) -> None:
    for topic in survey.topics:
        shown = words(on_page(page, topic.id))
        for claim in (claim for claim in topic.claims if claim.kind not in {"finding", "agreement"}):
            text = claim.text.replace(ONE_ABOUT, "")  # "birds" behind "Subjects include trees"
            said = re.sub(r"[.!?]$", "", words(entities.escape(text)))
            assert said in plain(in_markdown(markdown, topic.id))
            assert said in shown


def test_every_row_of_a_comparison_stands_on_the_page(survey: Survey, markdown: str, page: str) -> None:
    for topic in survey.topics:
        shown = words(on_page(page, topic.id))
        told = rows(in_markdown(markdown, topic.id))
        assert len(told) == len(topic.comparison.rows)
        for line in told:
            cells = re.split(r"(?<!\\) \| ", line.strip("| "))
            assert len(cells) == len(topic.comparison.columns) + 1
            assert "".join(map(plain, cells)) in shown, line


def test_every_reported_result_stands_on_the_page(survey: Survey, markdown: str, page: str) -> None:
    if not View(survey).reported:
        assert "## Reported results" not in markdown
        return
    table = markdown.split("\n## Reported results\n")[1].split("\n## ")[0]
    shown = words(page)
    for line in (line for line in table.splitlines() if re.match(r"\| (?!Data)", line)):
        cells = re.split(r"(?<!\\) \| ", line.strip("| "))
        assert len(cells) == 5
        for cell in cells:
            assert plain(cell) in shown, line


def test_every_line_has_its_citation(survey: Survey, markdown: str) -> None:
    numbers = {paper.number for paper in survey.papers}
    for topic in survey.topics:
        own = {paper.number for paper in survey.papers if paper.topic == topic.id}
        for line in in_markdown(markdown, topic.id).splitlines():
            if line.startswith("- "):
                cited = {int(number) for number in re.findall(r"\]\(#ref-(\d+)\)", line)}
                assert cited, line
                assert cited <= own, line
                assert re.search(r"\)\][.!?]( \([^)]*\))?$|\.\)$", line), "the citation stands before the full stop"
        assert own <= numbers


def test_citations_stand_in_ascending_order_each_once(markdown: str) -> None:
    for group in re.findall(r"\[((?:\[\d+\]\(#ref-\d+\)(?:, )?)+)\]", markdown):
        numbers = [int(number) for number in re.findall(r"\[(\d+)\]", group)]
        assert numbers == sorted(set(numbers))


def test_headings_count_themes_and_topics_in_their_order(survey: Survey, markdown: str, page: str) -> None:
    wanted = []
    for number, theme in enumerate(survey.themes, 1):
        wanted.append(f"## {number}. {theme.name}")
        by_id = survey.by_topic()
        wanted += [f"### {number}.{n} {by_id[topic].name}" for n, topic in enumerate(theme.topics, 1)]
    found = [line.replace("\\", "") for line in markdown.splitlines() if re.match(r"##+ \d+\.", line)]
    assert found == [line.replace("\\", "") for line in wanted]
    headings = re.findall(r"<h[23][^>]*>(.*?)</h[23]>", page)
    seen = [words(heading) for heading in headings if re.match(r"\d", words(heading))]
    assert seen == [re.sub(r"(?<=\d)\.(?!\d)", "", words(entities.escape(line.lstrip("# ")))) for line in wanted]


def test_the_contents_count_every_paper_once(survey: Survey, markdown: str) -> None:
    contents = markdown.split("\n## Contents\n")[1].split("\n## Overview\n")[0]
    themes = [int(n) for n in re.findall(r"^\d+\. .*\((\d+) papers?\)$", contents, re.MULTILINE)]
    topics = [int(n) for n in re.findall(r"^   - .*\((\d+)\)$", contents, re.MULTILINE)]
    assert sum(themes) == sum(topics) == len(survey.papers)
    assert len(themes) == len(survey.themes)
    assert len(topics) == len(survey.topics)


def test_no_line_of_markdown_has_a_space_at_its_end_or_three_empty_lines(markdown: str) -> None:
    assert not [line for line in markdown.splitlines() if line != line.rstrip()]
    assert "\n\n\n" not in markdown
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")


def test_every_table_has_rows_of_one_width(markdown: str) -> None:
    tables: list[list[int]] = [[]]
    for line in markdown.splitlines():
        if line.startswith("|"):
            tables[-1].append(len(re.findall(r"(?<!\\)\|", line)))
        elif tables[-1]:
            tables.append([])
    assert len(tables) > 3
    assert all(len(set(widths)) <= 1 for widths in tables)
    assert all(len(widths) > 2 for widths in tables if widths), "a head, a rule, and a row"


def test_no_title_stands_twice_among_the_lines_of_a_topic(survey: Survey, markdown: str) -> None:
    for topic in survey.topics:
        titles = re.findall(
            r"^- (?:\*\*\w+:\*\* )?\*((?:[^*\\]|\\.)+)\*", in_markdown(markdown, topic.id), re.MULTILINE
        )
        assert all(times == 1 for times in Counter(titles).values())
