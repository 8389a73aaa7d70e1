"""A topic's findings stand under the subjects that its opening counts, each once."""

import re

import pytest

from survey.claims import Claim, Evidence
from survey.document import Survey
from survey.render import render
from survey.render.order import in_parts, strongest_first
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


def found(number: int, text: str, key: str = "") -> Claim:
    return saying(number, "finding", key or f"p{number}").model_copy(update={"text": text})


ANNOUNCED = "One paper proposes an outlier scoring function by which known classes are rejected."
COMPARED = "BoxNet outperforms earlier nets in every task."
MEASURED = "RayNet reaches the best results on instance segmentation (54.5 AP on COCO)."
RUNS = "SlowNet is simple to train, running at 5 fps."


def test_figures_come_before_comparisons_and_these_before_announcements() -> None:
    claims = [found(n, text) for n, text in enumerate([ANNOUNCED, RUNS, COMPARED, MEASURED])]
    assert [claim.text for claim in strongest_first(claims)] == [MEASURED, RUNS, COMPARED, ANNOUNCED]


def test_what_one_paper_found_stays_together_in_its_order() -> None:
    claims = [found(0, ANNOUNCED, "a"), found(1, ANNOUNCED, "b"), found(2, COMPARED, "b"), found(3, MEASURED, "b")]
    assert [claim.id for claim in strongest_first(claims)] == ["o-c1", "o-c2", "o-c3", "o-c0"]
    assert strongest_first([]) == []


@pytest.mark.parametrize(
    "text",
    [
        "It improves accuracy by 3% on COCO.",
        "It is 2.5x faster on a phone.",
        "It reaches 54.5 AP.",
        "It gains (+3 mIoU).",
        "It reaches an F1 of 0.82.",
    ],
)
def test_a_measured_figure_is_one(text: str) -> None:
    assert [claim.id for claim in strongest_first([found(0, COMPARED), found(1, text)])] == ["o-c1", "o-c0"]


@pytest.mark.parametrize("text", ["YOLOv4 uses 3 heads.", "It has 12 layers and ResNet-50 as a backbone.", "In 2024."])
def test_a_size_and_a_name_are_no_measured_figure(text: str) -> None:
    assert [claim.id for claim in strongest_first([found(0, text), found(1, COMPARED)])] == ["o-c1", "o-c0"]


def test_a_finding_that_names_a_subject_stands_under_it_first_where_it_has_the_figures() -> None:
    """Mask DINO's figures on instance segmentation stood under "Other work", behind an announcement."""
    group = saying(50, "agreement", "p0", "p1").model_copy(
        update={"text": "Several papers are about instance segmentation."}
    )
    others = [found(n, ANNOUNCED) for n in range(3, 6)]
    claims = [found(0, COMPARED), found(1, ANNOUNCED), *others, found(7, MEASURED)]
    parts = in_parts(claims, [group])
    assert [(what, [claim.id for claim in told]) for what, told in parts] == [
        ("instance segmentation", ["o-c7", "o-c0", "o-c1"]),
        ("", ["o-c3", "o-c4", "o-c5"]),
    ]


def test_a_paper_that_another_subject_counts_stays_there() -> None:
    first = saying(50, "agreement", "p0", "p1").model_copy(update={"text": "Several papers are about segmentation."})
    second = saying(51, "agreement", "p7", "p8").model_copy(update={"text": "Several papers work with transformers."})
    claims = [found(n, ANNOUNCED) for n in (0, 1, 3, 4, 8)] + [found(7, MEASURED)]
    assert [what for what, _ in in_parts(claims, [first, second])] == ["segmentation", "transformers", ""]
    assert "o-c7" in [claim.id for claim in in_parts(claims, [first, second])[1][1]]


def test_a_subject_that_only_others_name_makes_no_heading() -> None:
    group = saying(50, "agreement", "p20", "p21").model_copy(update={"text": "Several papers are about segmentation."})
    claims = [found(n, MEASURED) for n in range(6)]
    assert [what for what, _ in in_parts(claims, [group])] == [""]


def test_what_single_papers_are_about_stands_in_one_sentence_behind_what_several_are(real_survey: Survey) -> None:
    groups = (("Several papers are about masked nets.", 2), ("One paper is about trees.", 1))
    alone = ("One paper is about birds.", 1), ("One paper is about clouds.", 1)

    def opening(*told: tuple[str, int]) -> str:
        survey, _ = parted(real_survey, *told, findings=0)
        single = [
            topic.model_copy(
                update={
                    "claims": tuple(
                        claim.model_copy(update={"kind": "context"}) if claim.text.startswith("One ") else claim
                        for claim in topic.claims
                    )
                }
            )
            for topic in survey.topics
        ]
        text = render(survey.model_copy(update={"topics": tuple(single)}), "md")
        return re.sub(
            r" \[\[.*?\]\]\(?[^ ]*",
            "",
            next(line for line in text.splitlines() if "masked nets" in line or line.startswith("Subjects include")),
        )

    assert re.search(r"papers are about masked nets.* and one is about trees", opening(*groups))
    assert re.match(r"Subjects include birds.* and clouds", opening(*alone))
    assert re.search(r"masked nets.*; other subjects include birds.* and clouds", opening(groups[0], *alone))
    report = ("Several papers report on Nets.", 3)
    assert re.match(
        r"Subjects include birds.* and clouds.*; at least three of the \w+ papers report", opening(report, *alone)
    )
