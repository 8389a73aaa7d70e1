"""references.bib, read back by another program's parser."""

import re

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.document import Survey
from survey.papers import Paper, Source, paper_key
from survey.render import papers_as, render

SOURCE = Source("dump.txt", "text", 1, 1)


def entries(text: str) -> list[Entry]:
    """The entries that a BibTeX reader finds; it must find no block that it can't read."""
    library = parse_string(text)
    assert not library.failed_blocks
    assert not library.comments
    return list(library.entries)


def value(entry: Entry, name: str) -> str:
    return str(entry.fields_dict[name].value)


def unescaped(text: str) -> str:
    """What LaTeX prints for an escaped text."""
    named = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^"}
    return re.sub(r"\\(?:(text[a-z]+)\{\}|([#$%&_{}]))", lambda m: named[m[1]] if m[1] else m[2], text)


def test_every_cited_paper_of_the_real_survey_can_be_read_back(real_survey: Survey) -> None:
    found = {entry.key: entry for entry in entries(render(real_survey, "bib"))}
    cited = {paper.key: paper for paper in real_survey.papers}
    for entry in real_survey.scorecard.papers_uncited:
        del cited[entry.key]
    assert list(found) == sorted(cited, key=lambda key: cited[key].number)
    for key, paper in cited.items():
        title = value(found[key], "title").removeprefix("{").removesuffix("}")
        assert unescaped(title) == " ".join(paper.title.split())


def test_all_that_is_known_of_a_paper_is_there() -> None:
    paper = Paper(
        "key-abc",
        "A Title",
        "Text.",
        authors=("Ada Lovelace", "Curie, Marie"),
        year=2024,
        venue="Journal of Things",
        doi="10.1000/x_1",
        arxiv_id="2401.00001",
        url="https://e.org/a_b?c=d#e",
        sources=(SOURCE,),
    )
    (entry,) = entries(papers_as([paper], "bib"))
    assert (entry.entry_type, entry.key) == ("article", "key-abc")
    assert value(entry, "author") == "Ada Lovelace and Curie, Marie"
    assert value(entry, "year") == "2024"
    assert value(entry, "journal") == "Journal of Things"
    assert value(entry, "doi") == "10.1000/x_1"
    assert (value(entry, "eprint"), value(entry, "archiveprefix")) == ("2401.00001", "arXiv")
    assert value(entry, "url") == "https://e.org/a_b?c=d#e"


def test_what_is_not_known_is_left_out() -> None:
    (entry,) = entries(papers_as([Paper("key-abc", "A Title", "Text.", sources=(SOURCE,))], "bib"))
    assert entry.entry_type == "misc"
    assert list(entry.fields_dict) == ["title"]


HOSTILE = st.one_of(st.text(max_size=60), st.text(alphabet='{}\\"@,=%#~^$&_ a1\n', max_size=30))


@given(title=HOSTILE, author=HOSTILE, venue=HOSTILE, doi=HOSTILE, url=HOSTILE)
@settings(max_examples=200)
def test_no_text_breaks_out_of_its_field(title: str, author: str, venue: str, doi: str, url: str) -> None:
    paper = Paper(paper_key(title), title, "", (author,), 2024, venue, doi, None, url, (SOURCE,))
    other = Paper("other-aaaaaaaa", "Other", "", sources=(SOURCE,))
    found = entries(papers_as([paper, other], "bib"))
    assert [entry.key for entry in found] == [paper.key, other.key]
    assert set(found[0].fields_dict) <= {"title", "author", "year", "journal", "doi", "url"}
    if title.strip():
        shown = value(found[0], "title")
        assert unescaped(shown[1:-1]) == " ".join(title.split())


def test_hostile_surveys_give_as_many_entries_as_papers(evil: Survey) -> None:
    assert len(entries(render(evil, "bib"))) == len(evil.papers) - 1


@pytest.mark.parametrize("name", ["A and B", "and", "Collaboration and Friends"])
def test_a_name_with_and_in_it_stays_one_author(name: str) -> None:
    paper = Paper("key-abc", "A Title", "Text.", authors=(name, "Ada Lovelace"), sources=(SOURCE,))
    (entry,) = entries(papers_as([paper], "bib"))
    outside = re.sub(r"\{[^{}]*\}", "X", value(entry, "author"))
    assert outside.split(" and ") == ["X", "Ada Lovelace"]
