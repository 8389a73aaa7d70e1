"""Keys: readable, stable, valid wherever a key is used."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.document import Survey
from survey.papers import normalised_title, paper_key

KEY = re.compile(r"[A-Za-z][A-Za-z0-9-]{2,50}")


def test_a_key_is_readable_and_never_changes() -> None:
    """These are written down: a key in a reader's bibliography stays good with every later version."""
    assert paper_key("Attention Is All You Need") == "attention-all-you-need-jiojgtj5"
    assert paper_key("3D Vision") == "paper-3d-vision-urwiwyyq"


@pytest.mark.parametrize(
    "title",
    [
        "attention is all you need",
        "  Attention   is all you need. ",
        "Attention is All You Need!",
        "Ａttention is all you need",
    ],
)
def test_the_way_a_title_is_written_does_not_matter(title: str) -> None:
    assert paper_key(title) == paper_key("Attention Is All You Need")


def test_other_titles_have_other_keys() -> None:
    assert paper_key("Attention is all you need 2") != paper_key("Attention is all you need")
    assert paper_key("深度学习") != paper_key("机器学习")
    assert paper_key("!!!") != paper_key("???")


def test_a_salt_tells_two_papers_of_one_title_apart() -> None:
    assert paper_key("Editorial", "first abstract") != paper_key("Editorial", "second abstract")
    assert paper_key("Editorial", "first abstract") == paper_key("Editorial", "first abstract")


@given(st.text(max_size=300))
def test_every_key_is_valid_in_bibtex_and_html(title: str) -> None:
    assert KEY.fullmatch(paper_key(title))


@given(st.text(max_size=100))
def test_normalising_twice_changes_nothing_more(title: str) -> None:
    once = normalised_title(title)
    assert normalised_title(once) == once
    assert paper_key(unicodedata.normalize("NFC", title)) == paper_key(unicodedata.normalize("NFD", title))


def test_no_two_real_papers_share_a_key(real_survey: Survey) -> None:
    keys = [paper.key for paper in real_survey.papers]
    assert len(set(keys)) == 427
    assert all(paper.key == paper_key(paper.title) for paper in real_survey.papers)
