"""Topics of which a model says too little, or nothing that holds: code says the rest, and the survey says so."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from answering import POINTERS
from conftest import EPOCH, Scripting

from survey.brief import write_brief
from survey.briefing.material import material_from_dumps
from survey.build import build_survey
from survey.checking import check_survey
from survey.document import Survey
from survey.models.base import Prompt
from survey.questions import Length, RecordedPaper, on_topic
from survey.refresh import refresh_survey
from survey.render import render
from survey.render.markdown import render_markdown
from survey.settings import Settings
from survey.telling import HARD, leaning, restates

CODE = "Put together by code: of what the model said of this topic, nothing holds."


@pytest.fixture(autouse=True)
def epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def saying(claims: Callable[[Prompt], list[dict[str, object]]]) -> Callable[[Prompt], str]:
    """A model that reads every paper's first sentence, and makes these claims of a topic."""

    def answer(prompt: Prompt) -> str:
        if prompt.question == "record":
            papers = prompt.values.papers  # type: ignore[attr-defined]
            told = [
                {"paper": p.id, "results": [], "statements": [
                    {"field": "contribution", "text": (p.sentences or (p.title,))[0], "sentences": [bool(p.sentences)]}
                ]}
                for p in papers
            ]  # fmt: skip
            return json.dumps({"papers": told})
        if prompt.question == "topic_name":
            return json.dumps({"name": prompt.values.phrases[0]})  # type: ignore[attr-defined]
        if prompt.question == "revision":
            return json.dumps({"claims": [], "changes": []})
        return json.dumps({"claims": claims(prompt) if prompt.question == "synthesis" else []})

    return answer


def nothing(prompt: Prompt) -> list[dict[str, object]]:
    return []


def one_paper(prompt: Prompt) -> list[dict[str, object]]:
    """A claim on one of the topic's papers alone, the first of which something makes sense alone."""
    return next([claim] for paper in prompt.values.papers for claim in plain_claims(paper))  # type: ignore[attr-defined]


def plain_claims(paper: RecordedPaper) -> list[dict[str, object]]:
    """The paper's first statement that makes sense without its abstract, as a finding."""
    texts = [one.text for one in paper.said]
    texts += [POINTERS.sub("the", text) for text in texts]
    told = [text for text in texts if leaning(text, paper.title) < HARD]
    return [{"kind": "finding", "text": text, "papers": [paper.id]} for text in told[:1]]


def sound(survey: Survey) -> bool:
    return check_survey(survey, render_markdown(survey)) == ()


def unsaid(survey: Survey) -> set[str | None]:
    """The topics of which the model said nothing that holds."""
    return {left.topic for left in survey.left_out if left.question == "synthesis"}


@pytest.fixture
def half(example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting) -> tuple[Survey, Settings]:
    """The survey of one dump by a model that has no claims."""
    scripted(saying(nothing))
    settings = Settings(cache=tmp_path / "cache")
    return build_survey([example_dumps[0]], settings), settings


def test_a_topic_without_a_valid_answer_is_put_together_by_code_and_named(half: tuple[Survey, Settings]) -> None:
    survey, _ = half
    assert sound(survey)
    assert unsaid(survey) == {topic.id for topic in survey.topics}
    assert not survey.run.complete
    for topic in survey.topics:
        assert topic.claims
        assert [claim.id for claim in topic.claims] == [f"{topic.id}-c{n}" for n in range(1, len(topic.claims) + 1)]
    for to in ("md", "html"):
        assert render(survey, to).count(CODE) == len(survey.topics)


def test_what_code_said_gives_way_to_the_answer_of_the_next_refresh(
    half: tuple[Survey, Settings], example_dumps: tuple[Path, ...], scripted: Scripting
) -> None:
    survey, settings = half
    scripted(saying(nothing))
    again = refresh_survey(survey, [example_dumps[1]], settings)
    assert again is not None
    assert sound(again)
    assert render(again, "md").count(CODE) == len(again.topics), "in vain again"
    assert all(topic.claims for topic in again.topics)
    scripted(saying(one_paper))
    mended = refresh_survey(again, [example_dumps[1]], settings)
    assert mended is not None
    assert sound(mended)
    assert unsaid(mended) == set()
    assert CODE not in render(mended, "md")
    for topic in mended.topics:
        assert len({claim.id for claim in topic.claims}) == len(topic.claims)
    assert refresh_survey(mended, [example_dumps[1]], settings) is None


def test_what_the_model_said_comes_first_and_is_not_said_again(
    example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting
) -> None:
    scripted(saying(one_paper))
    survey = build_survey(list(example_dumps), Settings(model="some-model", cache=tmp_path / "cache"))
    assert sound(survey)
    assert unsaid(survey) == set()
    for topic in survey.topics:
        first, *more = topic.claims
        assert first.kind == "finding"
        assert len(topic.claims) >= on_topic("standard", len(topic.papers)).least
        told = [claim for claim in more if claim.kind == "finding"]
        assert not any(set(first.papers) & set(claim.papers) for claim in told), "its paper has been told of"
    assert "as was what it left out of a topic" in render(survey, "md")


def each_paper(prompt: Prompt) -> list[dict[str, object]]:
    return [claim for paper in prompt.values.papers for claim in plain_claims(paper)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("length", ["short", "standard"])
def test_of_papers_that_a_model_tells_of_code_adds_only_how_they_divide(
    example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting, length: Length
) -> None:
    scripted(saying(each_paper))
    survey = build_survey(list(example_dumps), Settings(cache=tmp_path / "cache", length=length))
    assert sound(survey)
    for topic in survey.topics:
        told = [claim.papers for claim in topic.claims if claim.kind == "finding"]
        assert len(told) == len(set(told)), "one finding of each paper, the model's"
    assert any(claim.kind == "agreement" for topic in survey.topics for claim in topic.claims)


def test_code_tells_of_papers_that_no_claim_cites(
    example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting
) -> None:
    def half_of_them(prompt: Prompt) -> list[dict[str, object]]:
        return each_paper(prompt)[::2]

    scripted(saying(half_of_them))
    survey = build_survey(list(example_dumps), Settings(cache=tmp_path / "cache"))
    told = {key for topic in survey.topics for claim in topic.claims if claim.kind == "finding" for key in claim.papers}
    assert len(told) > 0.6 * len(survey.papers), "half of them by the model"
    assert sound(survey)


def test_what_a_model_says_of_a_name_alone_has_the_papers_title_beside_it(
    example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting
) -> None:
    said = "MaskSparsity removes 60.34% of the parameters of ResNet-110 without any loss of top-1 accuracy."

    def bare(prompt: Prompt) -> list[dict[str, object]]:
        papers = prompt.values.papers  # type: ignore[attr-defined]
        return [{"kind": "finding", "text": said, "papers": [p.id]} for p in papers if "MaskSparsity" in p.abstract]

    scripted(saying(bare))
    survey = build_survey(list(example_dumps), Settings(cache=tmp_path / "cache"))
    told = [claim.text for topic in survey.topics for claim in topic.claims if "MaskSparsity removes" in claim.text]
    assert told == [f'In one paper ("Pruning-aware Sparse Regularization for Network Pruning"), {said}']
    assert sound(survey)


def test_a_models_title_over_again_yields_to_what_code_tells_of_the_paper(
    example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting
) -> None:
    def titles(prompt: Prompt) -> list[dict[str, object]]:
        papers = prompt.values.papers  # type: ignore[attr-defined]
        texts = [f"One paper presents {re.sub(': ', ', ', paper.title)}." for paper in papers]
        return [{"kind": "finding", "text": text, "papers": [p.id]} for p, text in zip(papers, texts, strict=True)]

    scripted(saying(titles))
    survey = build_survey(list(example_dumps), Settings(cache=tmp_path / "cache"))
    assert sound(survey)
    by_title = {paper.key: paper.title for paper in survey.papers}
    found = [claim for topic in survey.topics for claim in topic.claims if claim.kind == "finding"]
    by_code = [claim for claim in found if not claim.text.startswith("One paper presents")]
    assert len(by_code) > 0.5 * len(survey.papers)
    told = [claim.papers for claim in found]
    assert len(told) == len(set(told)), "one finding of each paper"
    assert not any(restates(by_title[claim.papers[0]], claim.text) for claim in by_code)


def test_a_survey_in_another_language_is_not_filled_with_english(
    example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting
) -> None:
    scripted(saying(nothing))
    survey = build_survey([example_dumps[0]], Settings(cache=tmp_path / "cache", language="German"))
    assert all(topic.claims == () for topic in survey.topics)
    assert "No synthesis of this topic" in render(survey, "md")


def test_a_brief_too(example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting) -> None:
    scripted(saying(nothing))
    settings = Settings(cache=tmp_path / "cache")
    brief = write_brief(material_from_dumps(list(example_dumps), settings), "masked image modeling", settings)
    (topic,) = brief.content.topics
    assert len(topic.claims) >= 3
    assert [left.question for left in brief.content.left_out] == ["synthesis"]
