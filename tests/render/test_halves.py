"""A statement on two papers: each half stands before its own paper's citation, on the page as in Markdown."""

import re

import pytest

from survey.claims import Claim, Evidence
from survey.document import Survey
from survey.render import render
from survey.render.halves import halves


def claim(text: str, *keys: str) -> Claim:
    evidence = tuple(Evidence(paper=key, quote="q", support=1.0) for key in keys)
    return Claim(id="o-c1", kind="finding", text=text, evidence=evidence)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "On nets, one paper finds that nets sort; on trees, another that trees grow.",
            ("On nets, one paper finds that nets sort", "; on trees, another that trees grow."),
        ),
        (
            "One paper finds that nets sort, another proposes a tree.",
            ("One paper finds that nets sort", ", another proposes a tree."),
        ),
        (
            'One paper ("On Nets, Old and New") finds that nets sort, another ("On Trees") that trees grow.',
            ('One paper ("On Nets, Old and New") finds that nets sort', ', another ("On Trees") that trees grow.'),
        ),
        ("Nets sort, another that grows.", ("Nets sort, another that grows.",)),
        (
            "One paper finds that a net, another that it made, and another that sorts, another that grows.",
            ("One paper finds that a net, another that it made, and another that sorts, another that grows.",),
        ),
    ],
)
def test_a_statement_is_parted_where_it_goes_on_to_the_other_paper(text: str, parts: tuple[str, ...]) -> None:
    assert halves(claim(text, "a", "b")) == parts
    assert halves(claim(text, "a")) == (text,)


def test_each_half_is_cited_where_it_ends_whatever_the_papers_numbers(real_survey: Survey) -> None:
    first, second = real_survey.topics[0].papers[:2]
    told = claim("One paper finds that nets sort, another that trees grow.", second, first)
    survey = real_survey.model_copy(update={"overview": (told,)})
    numbers = {entry.key: entry.number for entry in survey.papers}
    text = re.sub(r"\]\(#[^)]*\)", "]", render(survey, "md"))
    wanted = f"nets sort [[{numbers[second]}]], another that trees grow [[{numbers[first]}]]."
    assert wanted in text
    page = render(survey, "html")
    assert page.index("finds that nets sort") < page.index(", another that trees grow")
