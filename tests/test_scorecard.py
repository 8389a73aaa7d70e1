"""The scorecard: counts that tell a sound survey from one that isn't."""

from dataclasses import replace

import pytest

from survey.claims import Claim, Evidence
from survey.document import DumpAccount, ListedPaper, Survey, TopicSection
from survey.records import Record, Result, Statement
from survey.scorecard import Content, scored, statements

FAST = ListedPaper(
    key="fastnet", title="FastNet", abstract="FastNet reaches 72.4% mIoU. It is small.", number=1, topic="t1"
)
MUTE = ListedPaper(key="mute", title="Mute", abstract="Nothing is said of it.", number=2, topic="t1")
SAID = Statement(text="FastNet reaches 72.4% mIoU.", quotes=("FastNet reaches 72.4% mIoU.",))
CLAIM = Claim(
    id="t1-c1",
    kind="finding",
    text="FastNet reaches 72.4% mIoU.",
    evidence=(Evidence(paper="fastnet", quote="FastNet reaches 72.4% mIoU.", support=1.0),),
)
CONTENT = Content(
    dumps=(DumpAccount(name="a", sha256="", format="text", read=4, papers=2, merged=1, rejected=1),),
    papers=(FAST, MUTE),
    records={"fastnet": Record(contribution=SAID, limitations=SAID)},
    topics=(TopicSection(id="t1", name="Nets", keywords=(), papers=("fastnet", "mute"), claims=(CLAIM,)),),
    overview=(),
    reasons={"mute": "the model refused"},
)


def with_claim(**changes: object) -> Content:
    topic = CONTENT.topics[0].model_copy(update={"claims": (CLAIM.model_copy(update=changes),)})
    return replace(CONTENT, topics=(topic,))


def test_the_counts_of_a_small_survey() -> None:
    card = scored(CONTENT)
    assert (card.records_read, card.papers, card.merged, card.rejected, card.topics) == (4, 2, 1, 1, 1)
    assert (card.claims, card.sentences, card.sentences_cited) == (1, 1, 1), "the list of papers says nothing again"
    assert (card.citations, card.citations_resolved, card.supported) == (1, 1, 1)
    assert (card.quotes, card.quotes_verbatim) == (3, 3)
    assert (card.numbers, card.numbers_found) == (3, 3)
    assert card.papers_cited == 1
    assert [(entry.key, entry.reason) for entry in card.papers_uncited] == [("mute", "the model refused")]


def test_an_uncited_paper_always_has_a_reason() -> None:
    (entry,) = scored(replace(CONTENT, reasons={})).papers_uncited
    assert entry.reason == "nothing was found to say about it"


def test_the_overview_counts_too() -> None:
    assert scored(replace(CONTENT, overview=(CLAIM,))).claims == 2


@pytest.mark.parametrize(
    ("count", "of", "broken"),
    [
        ("quotes_verbatim", "quotes", with_claim(evidence=(Evidence(paper="fastnet", quote="Made up.", support=1.0),))),
        ("citations_resolved", "citations", with_claim(evidence=(Evidence(paper="gone", quote="x", support=1.0),))),
        ("numbers_found", "numbers", with_claim(text="FastNet reaches 72.4% mIoU in 3 ms.")),
        ("sentences_cited", "sentences", with_claim(evidence=())),
        ("supported", "citations", with_claim(text="Grandmasters play blitz chess.")),
    ],
)
def test_each_count_falls_when_something_is_wrong(count: str, of: str, broken: Content) -> None:
    sound, found = scored(CONTENT), scored(broken)
    assert getattr(sound, count) == getattr(sound, of)
    assert getattr(found, count) < getattr(found, of)


def test_statements_are_all_fields_and_results() -> None:
    result = Result(text="r", quotes=("r",))
    record = Record(contribution=SAID, problem=SAID, method=SAID, data=SAID, limitations=SAID, results=(result, result))
    assert len(list(statements(record))) == 7
    assert list(statements(Record())) == []


def test_the_real_survey_is_scored_as_it_says(real_survey: Survey) -> None:
    card = real_survey.scorecard
    assert card.quotes == card.quotes_verbatim > 1000
    assert card.numbers == card.numbers_found > 300
    assert card.papers_cited == 427
    assert card.supported / card.citations > 0.95
