"""The check: a sound survey passes, and each way of breaking an invariant is caught under that invariant's number."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from survey.checking import Failure, check_survey
from survey.claims import Claim, Evidence
from survey.document import Survey, load
from survey.records import Record, Statement
from survey.render import render

Break = Callable[[Survey], Survey]
Mark = Callable[[str], str]


@pytest.fixture(scope="module")
def markdown(small_folder: Path) -> str:
    return (small_folder / "survey.md").read_text(encoding="utf-8")


def test_sound_surveys_pass(small_folder: Path, real_folder: Path) -> None:
    for folder in (small_folder, real_folder):
        files = tuple(folder.iterdir())
        assert {file.name for file in files} >= {"survey.json", "survey.md", "survey.html", "references.bib"}
        assert check_survey(load(folder), (folder / "survey.md").read_text(encoding="utf-8"), files) == ()


# --- ways to break the document ---


def dumps_with(**changes: int) -> Break:
    def broken(survey: Survey) -> Survey:
        first, *rest = survey.dumps
        return survey.model_copy(update={"dumps": (first.model_copy(update=changes), *rest)})

    return broken


def drop_a_merge(survey: Survey) -> Survey:
    return survey.model_copy(update={"merged": survey.merged[1:]})


def merge_twice(survey: Survey) -> Survey:
    return survey.model_copy(update={"merged": (survey.merged[0], *survey.merged)})


def forget_a_source(survey: Survey) -> Survey:
    twice = next(paper for paper in survey.papers if len(paper.sources) > 1)
    changed = replace(twice, sources=twice.sources[:1])
    papers = tuple(changed if paper is twice else paper for paper in survey.papers)
    return survey.model_copy(update={"papers": papers})


def same_source(survey: Survey) -> Survey:
    first, second, *rest = survey.papers
    return survey.model_copy(update={"papers": (first, replace(second, sources=first.sources), *rest)})


def shared_source(survey: Survey) -> Survey:
    first, second, *rest = survey.papers
    both = replace(second, sources=(*second.sources, *first.sources))
    return survey.model_copy(update={"papers": (first, both, *rest)})


def shifted_between_dumps(survey: Survey) -> Survey:
    one, other, *rest = survey.dumps
    moved = (
        one.model_copy(update={"papers": one.papers + 1}),
        other.model_copy(update={"papers": other.papers - 1}),
    )
    return survey.model_copy(update={"dumps": (*moved, *rest)})


def swallowed(survey: Survey) -> Survey:
    """Two papers become one without a merge being told of; every record still stands behind a paper."""
    first, second, *rest = survey.papers
    one = replace(first, sources=(*first.sources, *second.sources))
    return survey.model_copy(update={"papers": (one, *rest)})


def drop_a_paper(survey: Survey) -> Survey:
    return survey.model_copy(update={"papers": survey.papers[1:]})


def twice_in_topics(survey: Survey) -> Survey:
    first, second, *rest = survey.topics
    doubled = second.model_copy(update={"papers": (*second.papers, first.papers[0])})
    return survey.model_copy(update={"topics": (first, doubled, *rest)})


def in_no_topic(survey: Survey) -> Survey:
    first, *rest = survey.topics
    return survey.model_copy(update={"topics": (first.model_copy(update={"papers": first.papers[1:]}), *rest)})


def stranger_in_a_topic(survey: Survey) -> Survey:
    first, *rest = survey.topics
    return survey.model_copy(update={"topics": (first.model_copy(update={"papers": (*first.papers, "x")}), *rest)})


def same_number(survey: Survey) -> Survey:
    first, second, *rest = survey.papers
    return survey.model_copy(update={"papers": (first, replace(second, number=first.number), *rest)})


def wrong_topic(survey: Survey) -> Survey:
    first, *rest = survey.papers
    return survey.model_copy(update={"papers": (replace(first, topic="t99"), *rest)})


def topic_without_theme(survey: Survey) -> Survey:
    first, *rest = survey.themes
    return survey.model_copy(update={"themes": (first.model_copy(update={"topics": first.topics[1:]}), *rest)})


def record_with(statement: Statement) -> Break:
    def broken(survey: Survey) -> Survey:
        key = survey.papers[0].key
        record = survey.records[key].model_copy(update={"problem": statement})
        return survey.model_copy(update={"records": survey.records | {key: record}})

    return broken


def record_of_nobody(survey: Survey) -> Survey:
    return survey.model_copy(update={"records": survey.records | {"nobody": Record()}})


def claim_with(**changes: object) -> Break:
    def broken(survey: Survey) -> Survey:
        first, *rest = survey.topics
        claims = (first.claims[0].model_copy(update=changes), *first.claims[1:])
        return survey.model_copy(update={"topics": (first.model_copy(update={"claims": claims}), *rest)})

    return broken


def overview_with(claim: Claim) -> Break:
    return lambda survey: survey.model_copy(update={"overview": (*survey.overview, claim)})


def boasting(survey: Survey) -> Survey:
    score = survey.scorecard.model_copy(update={"supported": survey.scorecard.supported + 1})
    return survey.model_copy(update={"scorecard": score})


INVENTED = Evidence(paper="nobody", quote="x", support=1.0)
LONE = Claim(id="o-c99", kind="agreement", text="Methods agree.", evidence=())
BROKEN_DOCUMENTS: list[tuple[str, int, Break]] = [
    ("a count that doesn't add up", 1, dumps_with(read=999)),
    ("a paper more than there is", 1, dumps_with(papers=99, read=99 + 0)),
    ("a merge that isn't listed", 1, drop_a_merge),
    ("a record accounted for twice", 1, merge_twice),
    ("a source that a paper forgot", 1, forget_a_source),
    ("a record that stands for two papers", 1, same_source),
    ("a record that stands for its own paper and another", 1, shared_source),
    ("a paper counted for another dump", 1, shifted_between_dumps),
    ("a paper that another swallowed", 1, swallowed),
    ("a paper that vanished", 1, drop_a_paper),
    ("a paper in two topics", 2, twice_in_topics),
    ("a paper in no topic", 2, in_no_topic),
    ("a stranger in a topic", 2, stranger_in_a_topic),
    ("two papers with one number", 2, same_number),
    ("a paper that names a topic that doesn't hold it", 2, wrong_topic),
    ("a topic in no theme", 2, topic_without_theme),
    (
        "a quote that isn't verbatim",
        3,
        record_with(Statement(text="A thing.", quotes=("Not in the abstract at all.",))),
    ),
    ("a field without a quote", 3, record_with(Statement(text="A thing.", quotes=()))),
    ("an empty quote", 3, record_with(Statement(text="A thing.", quotes=("",)))),
    ("a record for no paper", 3, record_of_nobody),
    ("a claim that cites nobody's paper", 3, claim_with(evidence=(INVENTED,))),
    ("a finding that cites nothing", 4, claim_with(kind="finding", evidence=())),
    ("an agreement of one", 4, overview_with(LONE)),
    ("a trend that cites nothing", 4, overview_with(LONE.model_copy(update={"kind": "trend"}))),
    ("a number of the model's own", 5, claim_with(text="It gains 123456.789 points.")),
    (
        "a number in a context claim",
        5,
        overview_with(LONE.model_copy(update={"kind": "context", "text": "All 4242 do."})),
    ),
    ("a scorecard that boasts", 6, boasting),
]


@pytest.mark.parametrize(("number", "broken"), [b[1:] for b in BROKEN_DOCUMENTS], ids=[b[0] for b in BROKEN_DOCUMENTS])
def test_a_broken_document_is_caught(small_survey: Survey, markdown: str, number: int, broken: Break) -> None:
    found = check_survey(broken(small_survey), markdown)
    assert number in {failure.invariant for failure in found}, found
    assert all(isinstance(failure, Failure) and failure.what for failure in found)


def insert(text: str) -> Mark:
    return lambda markdown: markdown.replace("## Overview\n", f"## Overview\n\n{text}\n", 1)


def moved_to_the_account(markdown: str) -> str:
    uncited = markdown.replace("[3](#ref-3)", "3")
    return uncited.replace("## Where every record went\n", "## Where every record went\n\n[[3](#ref-3)]\n", 1)


BROKEN_MARKDOWN: list[tuple[str, int, Mark]] = [
    ("a citation that leads nowhere", 6, insert("So it is [[9999](#ref-9999)].")),
    ("a reference that is gone", 6, lambda text: text.replace('<a id="ref-3"></a>', "")),
    ("a reference listed twice", 6, lambda text: text.replace('<a id="ref-3"></a>', '<a id="ref-2"></a>')),
    ("a reference that nothing cites", 6, lambda text: text.replace("[3](#ref-3)", "3")),
    ("a reference that only the account names", 6, moved_to_the_account),
    ("raw HTML", 7, insert("<b>bold</b>")),
    ("a tag behind an escaped backslash", 7, insert(r"\\\\<b>bold</b>")),
    ("a link by reference", 7, insert("[see][1]\n\n[1]: javascript:alert(1)")),
    ("a definition alone", 7, insert("[12]: http://example.org")),
    ("a script", 7, insert("<script>alert(1)</script>")),
    ("a comment", 7, insert("<!-- hidden -->")),
    ("an anchor of someone else's", 7, insert('<a id="ref-3" onclick="x()"></a>')),
    ("a javascript link", 7, insert("[see](javascript:alert(1))")),
    ("a relative link", 7, insert("[see](other.md)")),
    ("a link with a title", 7, insert("[see](https://example.org 'title')")),
    ("an image", 7, insert("![x](https://example.org/x.png)")),
]


@pytest.mark.parametrize(("number", "broken"), [b[1:] for b in BROKEN_MARKDOWN], ids=[b[0] for b in BROKEN_MARKDOWN])
def test_broken_markdown_is_caught(small_survey: Survey, markdown: str, number: int, broken: Mark) -> None:
    changed = broken(markdown)
    assert changed != markdown, "the example has nothing to break here"
    assert number in {failure.invariant for failure in check_survey(small_survey, changed)}


def within(text: str) -> Mark:
    return lambda page: page.replace('<section id="overview">', f'<section id="overview">{text}', 1)


BROKEN_PAGES: list[tuple[str, int, Mark]] = [
    ("a citation that leads nowhere", 6, within('<a href="#ref-9999">x</a>')),
    ("a card that isn't there", 6, within('<button popovertarget="q99999">1</button>')),
    ("a place that is there twice", 6, within('<p id="trust"></p>')),
    ("a reference that is gone", 6, lambda page: page.replace('id="ref-3"', 'id="gone"')),
    ("an image", 7, within("<img alt='' src='http://e.org/x.png'>")),
    ("another script", 7, within("<script>alert(1)</script>")),
    ("a handler", 7, within("<p onclick='x()'>x</p>")),
    ("a frame", 7, within("<iframe></iframe>")),
    ("a style", 7, within("<p style='background: url(http://e.org)'>x</p>")),
    ("a javascript link", 7, within("<a href='javascript:x()'>x</a>")),
    ("a style sheet from elsewhere", 7, within("<link rel='stylesheet' href='http://e.org/x.css'>")),
    ("a form", 7, within("<form action='http://e.org'></form>")),
    ("a comment", 7, within("<!-- x -->")),
    ("no policy", 7, lambda page: page.replace("Content-Security-Policy", "X")),
]


@pytest.mark.parametrize(("number", "broken"), [b[1:] for b in BROKEN_PAGES], ids=[b[0] for b in BROKEN_PAGES])
def test_a_broken_page_is_caught(
    small_survey: Survey, small_folder: Path, markdown: str, tmp_path: Path, number: int, broken: Mark
) -> None:
    page = (small_folder / "survey.html").read_text(encoding="utf-8")
    changed = tmp_path / "survey.html"
    changed.write_text(broken(page), encoding="utf-8")
    assert broken(page) != page, "the example has nothing to break here"
    assert {failure.invariant for failure in check_survey(small_survey, markdown, (changed,))} == {number}


@pytest.mark.parametrize(
    "secret",
    [
        "sk-proj-abcdefghijklmnop0123456789",
        "Authorization: Bearer abcdefghijklmnopqrstuvwxyz",
        "authorization=abcdefghijklmnop0123",
        '"Authorization": "Basic dXNlcjpwYXNzd29yZA=="',
    ],
)
def test_a_secret_in_any_file_is_caught(small_survey: Survey, markdown: str, tmp_path: Path, secret: str) -> None:
    (tmp_path / "notes.txt").write_text(f"was here: {secret}\n")
    found = check_survey(small_survey, markdown, (tmp_path / "notes.txt",))
    assert {failure.invariant for failure in found} == {8}
    assert secret not in found[0].what, "the check must not print the secret either"


@pytest.mark.parametrize(
    "text", ["Authorization: who may read what", "a task-k-sk-ill", "the bearer of bad news", "ask-me"]
)
def test_prose_about_authorization_is_no_secret(small_survey: Survey, markdown: str, tmp_path: Path, text: str) -> None:
    (tmp_path / "survey.md").write_text(text)
    assert check_survey(small_survey, markdown, (tmp_path / "survey.md",)) == ()


def test_hostile_text_rendered_by_the_program_is_no_failure(small_survey: Survey, tmp_path: Path) -> None:
    """What is escaped is not what invariant 7 is about; the check must not cry wolf."""
    first, *rest = small_survey.papers
    title = "<script>alert(1)</script> ![x](http://e.org/x) [see](javascript:x) <!-- `code` www.example.org"
    hostile = small_survey.model_copy(update={"papers": (replace(first, title=title), *rest)})
    (tmp_path / "survey.html").write_text(render(hostile, "html"), encoding="utf-8")
    failures = check_survey(hostile, render(hostile, "md"), (tmp_path / "survey.html",))
    assert not [failure for failure in failures if failure.invariant == 7]
