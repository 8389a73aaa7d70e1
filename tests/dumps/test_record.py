"""A raw record made a paper, or refused for a reason that a reader understands."""

import pytest

from survey.dumps import record as record_module
from survey.dumps.parser import Raw
from survey.dumps.record import arxiv_id_in, doi_in, paper_of, url_in, year_in
from survey.papers import Paper, Rejection, Source

SOURCE = Source("dump.jsonl", "jsonl", 3, 7)
TEXT = "We present a small network for street scenes and measure it."


def made(title_only: bool = False, /, **fields: object) -> Paper | Rejection:
    raw = Raw(**{"line": 7, "title": "A title", "abstract": TEXT, **fields})  # type: ignore[arg-type]
    return paper_of(raw, SOURCE, title_only=title_only)


def paper(**fields: object) -> Paper:
    found = made(**fields)
    assert isinstance(found, Paper), found
    return found


@pytest.mark.parametrize(
    ("fields", "title_only", "reason", "text"),
    [
        ({"abstract": ""}, False, "no abstract", "A title"),
        ({"abstract": "No abstract available."}, False, "no abstract", "A title"),
        ({"title": ""}, False, "no title", TEXT),
        ({"title": "", "abstract": ""}, False, "no title and no abstract", "as it stood"),
        ({"title": "", "abstract": ""}, True, "no title", "as it stood"),
        ({"title": "?!"}, False, "a title without a letter", "?!"),
    ],
)
def test_what_is_refused_says_why_and_shows_what_it_was(
    fields: dict[str, str], title_only: bool, reason: str, text: str
) -> None:
    found = made(title_only, **fields, text="as it stood")
    assert isinstance(found, Rejection)
    assert (found.reason, found.text, found.source) == (reason, text, SOURCE)


def test_with_titles_only_a_title_is_enough() -> None:
    found = made(True, abstract="")
    assert isinstance(found, Paper)
    assert (found.title, found.abstract) == ("A title", "")


def test_what_is_no_title_and_no_abstract_by_its_length_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_module, "_TITLE_LIMIT", 50)
    monkeypatch.setattr(record_module, "_ABSTRACT_LIMIT", 1000)
    assert isinstance(made(title="x" * 50, abstract="y" * 1000), Paper)
    for fields, reason in (
        ({"title": "x" * 51}, "a title of 51 characters"),
        ({"abstract": "y" * 1001}, "an abstract of 1,001 characters"),
    ):
        found = made(**fields)
        assert isinstance(found, Rejection)
        assert found.reason == reason
        assert 0 < len(found.text) <= 200


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("https://doi.org/10.1000/abc.1", "10.1000/abc.1"),
        ("doi: 10.1000/abc.1.", "10.1000/abc.1"),
        ("(10.1000/abc.1)", "10.1000/abc.1"),
        ("10.1016/S0140-6736(05)66743-6", "10.1016/S0140-6736(05)66743-6"),
        ("10.1000/abc(2)", "10.1000/abc(2)"),
        ("version 10.2", None),
        ("", None),
    ],
)
def test_a_doi_is_found_and_keeps_its_own_brackets(text: str, doi: str | None) -> None:
    assert doi_in(text) == doi


@pytest.mark.parametrize(
    ("named", "doi", "url", "found"),
    [
        ("2401.00001v2", "", "", "2401.00001"),
        ("arXiv:2401.00001", "", "", "2401.00001"),
        ("", "10.48550/arXiv.2401.00001", "", "2401.00001"),
        ("", "", "https://arxiv.org/abs/2401.00001v1", "2401.00001"),
        ("hep-th/9901001", "", "", "hep-th/9901001"),
        ("", "10.1000/2401.00001", "", None),
        ("", "", "https://e.org/2401.00001", None),
    ],
)
def test_a_bare_number_is_an_arxiv_id_only_where_the_field_says_so(
    named: str, doi: str, url: str, found: str | None
) -> None:
    assert arxiv_id_in(named, doi, url) == found


def test_the_year_is_that_given_else_that_of_the_preprint() -> None:
    assert paper(year="published 12 May 2021").year == 2021
    assert paper(year="2021", arxiv_id="1905.00001").year == 2021
    assert paper(arxiv_id="1905.00001").year == 2019
    assert paper(arxiv_id="hep-th/9901001").year == 1999
    assert paper(arxiv_id="math/0309136").year == 2003
    assert paper().year is None
    assert year_in("volume 12345, page 3") is None


def test_a_venue_that_is_a_whole_citation_gives_name_and_year() -> None:
    found = paper(venue="Endoscopic Ultrasound (2014) 3:3 (152-160). Date of Publication: 1 Jul 2014")
    assert (found.venue, found.year) == ("Endoscopic Ultrasound", 2014)
    assert paper(venue="Endoscopic Ultrasound (2014) 3:3", year="2015").year == 2015
    assert paper(venue="Nature").venue == "Nature"
    assert paper(venue=" ").venue is None


def test_authors_without_a_letter_are_none() -> None:
    assert paper(authors=("Ada Lovelace", "-", " ", "12", "Ł. Ż.")).authors == ("Ada Lovelace", "Ł. Ż.")


def test_an_address_ends_where_the_sentence_goes_on() -> None:
    assert url_in("see https://e.org/a_b?c=d; then") == "https://e.org/a_b?c=d"
    assert url_in("(http://e.org/p).") == "http://e.org/p"
    assert url_in("e.org/p") is None


def test_the_doi_may_stand_in_the_address() -> None:
    assert paper(url="https://doi.org/10.1000/abc.1").doi == "10.1000/abc.1"
    assert paper(doi="10.1234/a", url="https://doi.org/10.1000/abc.1").doi == "10.1234/a", "but its own field counts"
