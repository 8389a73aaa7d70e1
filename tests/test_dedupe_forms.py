"""The forms in which records are compared: one spelling for what catalogues print in many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.dedupe.forms import comparable, normalised_arxiv_id, normalised_doi
from survey.document import Survey


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Self-Supervised Learning: a Survey",
            "self supervised learning — a survey",
            " Self-supervised\nLearning (A SURVEY)",
        ),
        (
            "Poincaré maps of Erdős and Łukasz",
            "Poincar\\'e maps of Erd\\H{o}s and \\L ukasz",
            "Poincare maps of Erdos and Lukasz",
        ),
        ('Schr\\"{o}dinger bridges', "Schrödinger bridges", "Schr\u006f\u0308dinger bridges"),
        ("H<sub>2</sub>O and CO<sub>2</sub>", "H$_2$O and CO$_{2}$", "H₂O and CO₂", "H2O & CO2", "H2O &amp; CO2"),
        (
            "\\textbf{Fast} nets with \\emph{few} labels",
            "<b>Fast</b> nets with <i>few</i> labels",
            "Fast nets with few labels",
        ),
        ("A <p>new</p> way", "A new way"),
        ("β-VAE", "beta VAE", "$\\beta$-VAE".replace("\\beta", "β"), "&beta;-VAE"),
        ("10,000 images", "10000 images"),
        ("ﬁne-tuning", "fine tuning"),
        ("zero\u200bshot", "zeroshot", "zero\u00adshot"),
        ("R\\&D", "R & D", "R and D"),
    ],
    ids=lambda texts: texts[0][:24],
)
def test_one_text_in_many_spellings_has_one_form(texts: tuple[str, ...]) -> None:
    assert len({comparable(text) for text in texts}) == 1, [comparable(text) for text in texts]


@pytest.mark.parametrize(
    ("one", "other"),
    [("1,5 times", "15 times"), ("GPT-3", "GPT-4"), ("a < b", "a b c"), ("深度学习", "深度强化"), ("C++", "C plus")],
)
def test_what_differs_in_letters_or_digits_stays_different(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


def test_a_character_that_is_a_word_counts_as_one() -> None:
    assert comparable("深度学习 model").split() == ["深", "度", "学", "习", "model"]


def test_greek_prose_is_not_spelt_out_letter_by_letter() -> None:
    assert comparable("μάθηση") == comparable("ΜΆΘΗΣΗ")
    assert len(comparable("μάθηση").split()) == 1
    assert comparable("λ-calculus") == "lambda calculus"


@given(st.text(max_size=200))
def test_any_text_has_a_form_that_is_its_own(text: str) -> None:
    form = comparable(text)
    assert comparable(form) == form
    assert form == " ".join(form.split())
    assert all(character.isalnum() or character == " " for character in form)


def test_no_real_title_loses_its_words(real_survey: Survey) -> None:
    for paper in real_survey.papers:
        assert len(comparable(paper.title).split()) >= len(paper.title.split()) // 2
    forms = {comparable(paper.title) for paper in real_survey.papers}
    assert len(forms) == len(real_survey.papers)


@pytest.mark.parametrize(
    "doi",
    [
        "10.1000/ABC.1",
        "https://doi.org/10.1000/abc.1",
        "http://dx.doi.org/10.1000/abc.1",
        "doi:10.1000/abc.1.",
        " 10.1000%2Fabc.1 ",
        "10.1000/abc.1;",
    ],
)
def test_a_doi_has_one_spelling(doi: str) -> None:
    assert normalised_doi(doi) == "10.1000/abc.1"


@pytest.mark.parametrize("doi", [None, "", "n/a", "10.1000", "https://e.org/10", "10.48550/arXiv.2401.00001"])
def test_what_is_no_doi_of_its_own_is_none(doi: str | None) -> None:
    """That of arXiv stands for the preprint, which its id stands for."""
    assert normalised_doi(doi) is None


@pytest.mark.parametrize(
    "text",
    [
        "2401.00001",
        "2401.00001v3",
        "arXiv:2401.00001",
        "https://arxiv.org/abs/2401.00001v2",
        "https://arxiv.org/pdf/2401.00001.pdf",
        "http://arxiv.org/html/2401.00001/",
        "10.48550/arXiv.2401.00001",
    ],
)
def test_an_arxiv_id_has_one_spelling(text: str) -> None:
    assert normalised_arxiv_id(text) == "2401.00001"
    assert normalised_arxiv_id(None, "", "10.1000/x", text, "2402.99999") == "2401.00001", "the first that is one"


def test_old_arxiv_ids_are_ids_too_and_other_numbers_are_none() -> None:
    assert normalised_arxiv_id("hep-th/9901001v2") == normalised_arxiv_id("arXiv:hep-th/9901001") == "hep-th/9901001"
    assert normalised_arxiv_id("math.GT/0309136") == "math.gt/0309136"
    for text in ("10.1000/2401.00001x", "2401.1", "https://e.org/2401.00001/figure", "version 2401"):
        assert normalised_arxiv_id(text) is None
