"""The end of the page and of survey.md: where records went, what isn't discussed, which sentences are quoted."""

import re
from dataclasses import replace

from survey.document import Survey, Uncited
from survey.papers import Merge, Rejection, Source
from survey.render import render
from survey.scorecard import statements

PLACE = Source("new.jsonl", "jsonl", 3, 7)


def text_of(survey: Survey, to: str) -> str:
    """What a reader sees, in one line."""
    found = render(survey, to)
    plain = re.sub(r"<script>.*?</script>|<style>.*?</style>|<[^>]+>", " ", found, flags=re.DOTALL)
    return " ".join(re.sub(r"\\(.)|\]\(#[^)]*\)|[\[\]*]", r"\1", plain).split())


def test_a_merged_record_leads_to_its_paper_and_a_refused_one_shows_its_text(small_survey: Survey) -> None:
    paper = small_survey.papers[0]
    survey = small_survey.model_copy(
        update={
            "merged": (Merge(paper.key, "A copy", "same DOI", PLACE), Merge("gone", "Lost", "same title", PLACE)),
            "rejected": (Rejection("no abstract", "Only a title", PLACE), Rejection("no title", " ", PLACE)),
        }
    )
    page = render(survey, "html")
    assert f'into <a href="#ref-{paper.number}">[{paper.number}]</a>: same DOI' in page
    for to in ("md", "html"):
        text = text_of(survey, to)
        assert "Lost (new.jsonl, line 7): same title" in text
        assert "new.jsonl, line 7: no abstract: “Only a title”" in text
        assert "no title: “" not in text


def test_papers_not_discussed_have_a_section_only_where_there_are_any(small_survey: Survey) -> None:
    paper = small_survey.papers[0]
    for missed in ((), (Uncited(key=paper.key, reason="the answer was empty"),)):
        score = small_survey.scorecard.model_copy(update={"papers_uncited": missed})
        survey = small_survey.model_copy(update={"scorecard": score})
        for to in ("md", "html"):
            text = text_of(survey, to)
            assert ("Papers not discussed" in text) is bool(missed)
            assert ("the answer was empty" in text) is bool(missed)


def marked(survey: Survey, number: int) -> list[str]:
    page = render(survey, "html")
    abstract = re.search(rf'<p id="abs-{number}">(.*?)</p>', page, re.DOTALL)
    assert abstract is not None
    return re.findall(r"<mark>(.*?)</mark>", abstract[1], re.DOTALL)


def test_in_an_abstract_the_quoted_sentences_are_marked_and_no_others(small_survey: Survey) -> None:
    paper = next(p for p in small_survey.papers if len(list(statements(small_survey.records[p.key]))) > 1)
    told = "First it does one thing. Then another follows. At last it ends."
    record = small_survey.records[paper.key]
    first = next(iter(statements(record))).model_copy(update={"quotes": ("Then another follows.", "Stands nowhere.")})
    papers = tuple(replace(p, abstract=told) if p is paper else p for p in small_survey.papers)
    bare = type(record)(contribution=first)
    topics = tuple(topic.model_copy(update={"claims": ()}) for topic in small_survey.topics)
    survey = small_survey.model_copy(
        update={"papers": papers, "records": {paper.key: bare}, "topics": topics, "overview": ()}
    )
    assert marked(survey, paper.number) == ["Then another follows."]
    assert marked(survey.model_copy(update={"records": {}}), paper.number) == []


def test_what_code_filled_is_said_of_a_models_survey_in_the_papers_language(small_survey: Survey) -> None:
    said = "was read by code in the same abstracts"
    by_model = small_survey.model_copy(update={"run": small_survey.run.model_copy(update={"model": "some-model"})})
    abroad = by_model.model_copy(update={"settings": {**by_model.settings, "language": "German"}})
    for to in ("md", "html"):
        assert said in text_of(by_model, to)
        assert said not in text_of(small_survey, to)
        assert said not in text_of(abroad, to)
