"""What the extractive model says of topics in fields it was not written on: medicine, trust in AI, computer graphics.

What a reader relies on holds there too: a sentence stands alone, says who it is about, claims no more than is quoted.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from survey.build import build_survey
from survey.checking import check_survey
from survey.claims import Claim
from survey.document import Survey
from survey.evidence import SHARED_SUPPORT, content_words, missing_numbers, sentences, support
from survey.render import render
from survey.render.view import View
from survey.settings import Settings
from survey.words import MANY

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
FIELDS = {
    "medicine": (*sorted((DATA / "formats" / "asreview").glob("*.ris")), DATA / "formats" / "endnote"),
    "trust in AI": (DATA / "outlines" / "trustworthy_dl.jsonl",),
    "computer graphics": (DATA / "outlines" / "gaussian_splatting_tags.jsonl",),
}


@pytest.fixture(scope="module", params=list(FIELDS))
def survey(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Survey:
    cache = tmp_path_factory.mktemp("fields")
    return build_survey(list(FIELDS[request.param]), Settings(cache=cache, limit=140))


def told(survey: Survey, *kinds: str) -> Iterator[Claim]:
    return (claim for topic in survey.topics for claim in topic.claims if claim.kind in kinds)


def test_the_survey_is_sound(survey: Survey) -> None:
    assert check_survey(survey, render(survey, "md")) == ()


def test_nearly_every_topic_of_four_papers_says_what_was_found_or_made(survey: Survey) -> None:
    large = [topic for topic in survey.topics if sum(bool(survey.by_key()[k].abstract) for k in topic.papers) >= 4]
    silent = [topic.name for topic in large if not any(claim.kind == "finding" for claim in topic.claims)]
    assert large
    assert len(silent) <= 0.1 * len(large), silent


def test_no_statement_hangs_on_its_abstract(survey: Survey) -> None:
    for claim in told(survey, "finding", "context"):
        assert not re.match(r"(?:It|They|This|These|Those|Such|The authors|The method|The model|Here)\b", claim.text)
        assert not re.search(r"\bthis (?:paper|work|study|problem|issue|task|method)\b|\bthe latter\b", claim.text)
        assert not re.match(r"(?:Proposes|Shows|Presents|Achieves|Demonstrates|Finds|Introduces)\b", claim.text)
        assert not claim.text.endswith("?.")


def test_no_statement_is_praise_without_a_figure(survey: Survey) -> None:
    praise = re.compile(
        r"variety of (?:tasks|benchmarks|datasets)|large margins?|competitive results|promising results"
    )
    for claim in told(survey, "finding"):
        assert not praise.search(claim.text) or re.search(r"\d", claim.text), claim.text


def test_every_group_is_of_papers_that_say_so_themselves(survey: Survey) -> None:
    for topic in survey.topics:
        for claim in topic.claims:
            if claim.text.startswith(MANY):
                assert claim.kind == "agreement"
                assert 1 < len(claim.papers) <= len(topic.papers)
                for one in claim.evidence:
                    assert support(claim.text, one.quote) >= SHARED_SUPPORT, (claim.text, one.quote)


def test_no_topic_says_of_all_its_papers_what_the_whole_survey_is_about(survey: Survey) -> None:
    """Most papers on splatting are about splatting: that is not how a topic's papers divide, unless it is its name."""
    for topic in survey.topics:
        names = content_words(" ".join((topic.name, *topic.keywords)))
        for claim in topic.claims:
            subject = re.fullmatch(rf"{MANY} (?:are about|deal with|address|work with|use|build on) (.+)\.", claim.text)
            if subject and not content_words(subject[1]) & names:
                assert len(claim.papers) <= 0.4 * len(topic.papers), (topic.name, claim.text)


def test_every_number_stands_in_what_is_quoted(survey: Survey) -> None:
    for claim in told(survey, "finding", "context", "difference", "gap"):
        assert not missing_numbers(claim.text, [one.quote for one in claim.evidence]), claim.text


def test_nothing_is_said_twice(survey: Survey) -> None:
    view = View(survey)
    said = [claim.text for claim in (*survey.overview, *told(survey, "finding", "context", "gap", "difference"))]
    said += [one.text for topic in survey.topics for line in view.lines(topic) for one in line.statements]
    parts = [part.strip(" .").casefold() for text in said for part in sentences(text) if len(part.split()) > 4]
    assert [part for part, times in Counter(parts).items() if times > 1] == []


def test_the_topics_of_a_field_do_not_all_read_alike(survey: Survey) -> None:
    texts = [claim.text for claim in told(survey, "finding")]
    assert sum(text.startswith("One ") for text in texts) <= 0.75 * len(texts)
    starts = Counter(" ".join(text.split()[:3]) for text in texts)
    assert starts.most_common(1)[0][1] <= max(3, 0.3 * len(texts))
