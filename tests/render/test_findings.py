"""A topic's findings stand under the subjects that its opening counts, each once."""

import re

import pytest

from survey.claims import Claim, Evidence
from survey.document import Survey
from survey.render import render
from survey.render.view import View


def saying(number: int, kind: str, *keys: str) -> Claim:
    evidence = tuple(Evidence(paper=key, quote="q", support=1.0) for key in keys)
    return Claim.model_validate(
        {"id": f"o-c{number}", "kind": kind, "text": f"Told {number} of it.", "evidence": evidence}
    )


def parted(survey: Survey, *groups: tuple[str, int], findings: int) -> tuple[Survey, list[str]]:
    """The survey with one topic's claims replaced: groups of its first papers, then a finding on each of its papers."""
    topic = max(survey.topics, key=lambda topic: len(topic.papers))
    told: list[Claim] = []
    start = 0
    for text, size in groups:
        told.append(
            saying(len(told), "agreement", *topic.papers[start : start + size]).model_copy(update={"text": text})
        )
        start += size
    told += [saying(100 + n, "finding", key) for n, key in enumerate(topic.papers[:findings])]
    changed = topic.model_copy(update={"claims": tuple(told)})
    topics = tuple(changed if one.id == topic.id else one for one in survey.topics)
    whole = survey.model_copy(update={"topics": topics})
    return whole, render(whole, "md").split(f'<a id="{topic.id}"></a>')[1].split('<a id="')[0].splitlines()


def headed(lines: list[str]) -> dict[str, list[str]]:
    """The numbers of the findings under each heading, in order."""
    out: dict[str, list[str]] = {"": []}
    for line in lines:
        if re.fullmatch(r"\*\*[^*]+\.\*\*", line):
            out[line.strip("*.")] = []
        elif found := re.match(r"- Told (\d+) ", line):
            out[list(out)[-1]].append(found[1])
    return {heading: numbers for heading, numbers in out.items() if numbers}


def test_findings_stand_under_the_subjects_that_the_opening_counts(real_survey: Survey) -> None:
    groups = (("Several papers are about masked nets.", 3), ("Several papers work with YOLO heads.", 2))
    survey, lines = parted(real_survey, *groups, findings=8)
    found = headed(lines)
    assert found == {
        "Masked nets": ["100", "101", "102"],
        "YOLO heads": ["103", "104"],
        "Other work": ["105", "106", "107"],
    }
    page = render(survey, "html")
    places = [page.index(text) for text in ("Masked nets.", "o-c102", "YOLO heads.", "o-c104", "Other work.", "o-c105")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("groups", "findings", "expected"),
    [
        ((("Several papers are about nets.", 3),), 5, {"": 5}),  # few findings need no headings
        ((("Several papers report on COCO.", 3),), 8, {"": 8}),  # shared data is no subject
        ((("Several papers are about nets.", 7),), 8, {"": 8}),  # one finding is left
        ((("Several papers are about nets.", 3),), 6, {"Nets": 3, "Other work": 3}),
    ],
)
def test_a_heading_stands_only_where_it_parts_something(
    groups: tuple[tuple[str, int], ...], findings: int, expected: dict[str, int], real_survey: Survey
) -> None:
    _, lines = parted(real_survey, *groups, findings=findings)
    assert {heading: len(numbers) for heading, numbers in headed(lines).items()} == expected


def test_no_finding_is_lost_or_told_twice_under_the_headings(real_survey: Survey) -> None:
    view = View(real_survey)
    for topic in real_survey.topics:
        told = [claim.id for _, claims in view.findings(topic) for claim in claims]
        assert sorted(told) == sorted(claim.id for claim in topic.claims if claim.kind == "finding")
