"""A model's record completed with what code reads: what it said stands, what it left out or cut off is filled."""

import json
from pathlib import Path

import pytest
from conftest import Scripting

from survey.asking import asking
from survey.brief import write_brief
from survey.briefing.material import material_from_dumps
from survey.build import build_survey
from survey.checking import check_survey
from survey.completing import completed
from survey.evidence import CLOSE_SUPPORT, is_verbatim
from survey.intake import read_distinct
from survey.models.base import Prompt
from survey.papers import Paper
from survey.reading import in_full, read_papers
from survey.records import Record, Result, Statement
from survey.refresh import refresh_survey
from survey.render.markdown import render_markdown
from survey.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
TITLE = "FastNet: a small network for masks"
KNOWN = "Nets that predict masks are slow, and nobody knows why."
DOES = "We propose FastNet, a net that predicts masks from edges."
HOW = "The net reads edges first and fills masks afterwards."
FOUND = "With a light backbone, FastNet reaches 54.5 AP (boxes) on COCO and 60.8 mIoU on ADE20K, above SlowNet."


def said(quote: str, text: str = "") -> Statement:
    return Statement(text=text or quote, quotes=(quote,))


def result(text: str = FOUND, **parts: str | None) -> Result:
    return Result.model_validate({"text": text, "quotes": (FOUND,), **parts})


READ = Record(
    contribution=said(DOES, "Proposes FastNet, a net that predicts masks from edges."),
    problem=said(KNOWN),
    method=said(HOW),
    data=said(FOUND, "COCO and ADE20K."),
    results=(
        result(value="54.5", measure="AP (boxes)", dataset="COCO"),
        result(value="60.8", measure="mIoU", dataset="ADE20K"),
    ),
)


def test_a_small_model_is_held_closer_to_the_sentence() -> None:
    fused = said(DOES, "FastNet predicts masks slowly from edges that nobody knows, on COCO and ADE20K.")
    near = said(HOW, "The net reads edges first and fills every mask from there.")
    told = Record(contribution=fused, method=near, results=(result("COCO holds nets that are slow to fill masks."),))
    assert completed(told, READ, TITLE).contribution == fused
    held = completed(told, READ, TITLE, CLOSE_SUPPORT)
    assert (held.contribution, held.method, held.results) == (READ.contribution, near, READ.results)
    assert completed(told, Record(), TITLE, CLOSE_SUPPORT).contribution == fused, "unless code reads nothing"


def test_what_a_model_left_out_is_what_code_reads() -> None:
    own = said(DOES, "FastNet predicts masks from edges alone.")
    whole = completed(Record(contribution=own), READ, TITLE)
    assert whole == READ.model_copy(update={"contribution": own})


def test_what_a_model_said_stands() -> None:
    told = Record(
        contribution=said(DOES, "FastNet finds masks by their edges."),
        problem=said(KNOWN, "Why nets for masks are slow was unknown."),
        method=said(HOW, "Edges are read first; masks are filled from them."),
        data=said(FOUND, "FastNet is tried on COCO and on ADE20K."),
        limitations=said(HOW, "Masks without edges cannot be filled."),
    )
    whole = completed(told, READ, TITLE)
    assert whole.model_copy(update={"results": ()}) == told
    assert whole.results == READ.results


def test_nothing_is_said_twice_in_two_fields() -> None:
    told = Record(contribution=said(HOW, "FastNet reads edges before it fills masks."))
    whole = completed(told, READ, TITLE)
    assert whole.method is None, "its sentence is the contribution's already"
    assert whole.problem == READ.problem


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("54.5 AP (boxes) on COCO and 60.8 mIoU on ADE20K", FOUND),  # what is cut out of a sentence
        ("54.5 AP (boxes) on COCO and 60.8 mIoU on ADE20K, above SlowNet", FOUND),
        ("FastNet reaches 54.5 AP (boxes) on COCO and 60.8 mIoU on ADE20K, above SlowNet.", None),  # all of its clause
        ("54.5 AP on COCO is what FastNet reaches.", None),  # in words of its own
    ],
)
def test_what_was_cut_out_of_a_sentence_is_told_in_whole(told: str, shown: str | None) -> None:
    whole = completed(Record(results=(result(told, value="54.5", measure="AP"),)), READ, TITLE)
    assert whole.results[0].text == (shown or told)


def test_what_stands_behind_that_is_a_sentence_of_its_own() -> None:
    quote = "We analyse these nets and find that masks without edges are lost, so that nets fail."
    told = Record(problem=said(quote, "masks without edges are lost, so that nets fail"))
    assert completed(told, Record(), TITLE) == told


@pytest.mark.parametrize("field", ["contribution", "method"])
def test_the_background_is_no_contribution_and_no_method(field: str) -> None:
    whole = completed(Record.model_validate({field: said(KNOWN)}), READ, TITLE)
    assert getattr(whole, field) == getattr(READ, field)
    assert whole.problem == said(KNOWN)
    own = said(KNOWN, "FastNet finds out why it takes nets so long to predict masks.")
    assert getattr(completed(Record.model_validate({field: own}), READ, TITLE), field) == own, "in words of its own"


@pytest.mark.parametrize(
    ("sentence", "text", "stands"),
    [
        ("Segmentation is usually cast as classifying every pixel.", "", False),
        ("FastNet has been cast as a classifier of every pixel.", "", True),
        ("We cast segmentation as classifying every pixel.", "Casts segmentation as classifying every pixel.", True),
    ],
)
def test_a_copied_sentence_on_nobody_is_no_contribution(sentence: str, text: str, stands: bool) -> None:
    told = Record(contribution=said(sentence, text))
    assert completed(told, READ, TITLE).contribution == (told.contribution if stands else READ.contribution)
    assert completed(told, Record(), TITLE).contribution == told.contribution, "unless code finds no better one"


@pytest.mark.parametrize(
    ("name", "shown"),
    [("COCO", "COCO"), ("mini-ImageNet", "mini-ImageNet"), ("two data sets", None), ("nets of up to 2B weights", None)],
)
def test_what_a_model_takes_for_data_has_a_name(name: str, shown: str | None) -> None:
    other = Result(text="FastNet is simple.", quotes=(HOW,), dataset=name)
    assert completed(Record(results=(other,)), READ, TITLE).results[0].dataset == shown
    own = other.model_copy(update={"dataset": "FastNet"})
    assert completed(Record(results=(own,)), READ, TITLE).results[0].dataset is None, "its own name is no data"


def test_a_copied_sentence_stands_where_code_reads_it() -> None:
    whole = completed(Record(method=said(DOES)), READ, TITLE)
    assert whole.contribution == READ.contribution
    assert whole.method == READ.method


def test_an_outcome_is_no_limitation() -> None:
    assert completed(Record(limitations=said(FOUND)), READ, TITLE).limitations is None
    doubt = said(FOUND, "Only a light backbone was tried, and AP on boxes stays low.")
    assert completed(Record(limitations=doubt), READ, TITLE).limitations == doubt


@pytest.mark.parametrize(
    "poor",
    [
        said(DOES, "Light backbone"),
        said(DOES, "FastNet is a small net, FastNet is a small net"),
        said(TITLE, "FastNet is a small network for masks."),
    ],
)
def test_a_text_that_says_nothing_gives_way(poor: Statement) -> None:
    assert completed(Record(contribution=poor), READ, TITLE).contribution == READ.contribution
    assert completed(Record(contribution=poor), Record(), TITLE).contribution == poor, "unless there is nothing else"


def test_a_figure_has_the_parts_that_code_reads_in_its_sentence() -> None:
    told = result("FastNet has 54.5 AP.", value="54.5", measure="AP", dataset="ADE20K", baseline="COCO")
    (first, second) = completed(Record(results=(told,)), READ, TITLE).results
    assert (first.text, first.measure, first.dataset, first.baseline) == (told.text, "AP (boxes)", "COCO", None)
    assert second == READ.results[1], "a figure that the model left out"


def test_a_figure_that_only_the_model_reads_stands_but_for_data_as_its_rival() -> None:
    seen = result("It takes 12 ms.", value="12", unit="ms", dataset="COCO", baseline="ADE20K")
    shown = completed(Record(results=(seen,)), READ, TITLE).results[0]
    assert shown == seen.model_copy(update={"baseline": None})
    rival = seen.model_copy(update={"baseline": "SlowNet"})  # "above SlowNet", its sentence says
    assert completed(Record(results=(rival,)), READ, TITLE).results[0] == rival


@pytest.mark.parametrize(
    ("quote", "rival", "shown"),
    [
        ("FastNet takes 12 ms, far less than SlowNet.", "SlowNet", "SlowNet"),
        ("Unlike SlowNet, FastNet takes 12 ms.", "SlowNet", "SlowNet"),
        ("The SlowNet blocks of FastNet take 12 ms.", "SlowNet", None),
        ("The time of self-attention falls by 12 ms.", "self-attention", None),
    ],
)
def test_a_rival_is_what_a_figure_is_compared_with(quote: str, rival: str, shown: str | None) -> None:
    told = Result(text=quote, quotes=(quote,), value="12", unit="ms", baseline=rival)
    assert completed(Record(results=(told,)), READ, TITLE).results[0].baseline == shown


def test_a_number_of_nothing_is_no_figure() -> None:
    quote = "FastNet is tried with 12 backbones on COCO."
    told = Result(text=quote, quotes=(quote,), value="12", dataset="COCO")
    assert completed(Record(results=(told,)), READ, TITLE).results[0].value is None


def test_a_result_without_its_figure_gives_way_to_the_figures_of_its_sentence() -> None:
    assert completed(Record(results=(result("FastNet is better on COCO."),)), READ, TITLE).results == READ.results
    other = Result(text="FastNet is simple.", quotes=(HOW,))
    assert completed(Record(results=(other,)), READ, TITLE).results == (other, *READ.results)


# --- the records that real small models gave of examples/ ---


RECORDINGS = sorted((ROOT / "tests" / "recordings").glob("*.jsonl"))


@pytest.fixture(scope="module", params=RECORDINGS, ids=lambda path: path.stem)
def told_and_whole(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Paper, Record, Record]]:
    """Each paper, its record as the model gave it, and that record completed."""
    papers = read_distinct([ROOT / "examples"], Settings())[1].papers
    settings = Settings(model=f"replay:{request.param}", cache=tmp_path_factory.mktemp("cache"))
    with asking(settings) as asker:
        told, _ = read_papers(asker, papers, "English")
        whole = in_full(asker, told, {paper.key: paper for paper in papers}, "English")
    return [(paper, told[paper.key], whole[paper.key]) for paper in papers if paper.key in told]


def test_every_statement_rests_on_sentences_of_its_paper(told_and_whole: list[tuple[Paper, Record, Record]]) -> None:
    for paper, _, whole in told_and_whole:
        for statement in whole.statements():
            assert statement.quotes
            assert all(is_verbatim(quote, paper.title, paper.abstract) for quote in statement.quotes)
        for one in whole.results:
            assert one.value is None or any(one.value in quote for quote in one.quotes)


def test_nearly_every_paper_has_a_contribution_and_many_more_have_figures(
    told_and_whole: list[tuple[Paper, Record, Record]],
) -> None:
    def figures(record: Record) -> int:
        return sum(one.value is not None and one.measure is not None for one in record.results)

    assert len(told_and_whole) >= 45
    contributions = [whole.contribution is not None for _, _, whole in told_and_whole]
    assert sum(contributions) >= 0.95 * len(contributions)
    before = sum(figures(told) for _, told, _ in told_and_whole)
    after = sum(figures(whole) for _, _, whole in told_and_whole)
    assert after >= max(25, 1.5 * before)


def test_no_figure_of_the_model_is_lost(told_and_whole: list[tuple[Paper, Record, Record]]) -> None:
    for _, told, whole in told_and_whole:
        kept = {(one.value or "").rstrip("%x ") for one in whole.results}
        for one in (one for one in told.results if one.measure or one.unit):
            assert not one.value or not one.value[:1].isdigit() or one.value.rstrip("%x ") in kept


@pytest.mark.parametrize(("language", "fills"), [("English", True), ("German", False)])
def test_only_in_the_papers_own_language_code_fills_what_is_missing(language: str, fills: bool, tmp_path: Path) -> None:
    paper = Paper("fast", TITLE, f"{KNOWN} {DOES} {HOW} {FOUND}")
    told = {"fast": Record(contribution=said(DOES, "FastNet predicts masks from edges."))}
    with asking(Settings(model="replay:" + str(RECORDINGS[0]), cache=tmp_path)) as asker:
        assert (in_full(asker, told, {"fast": paper}, language) != told) is fills
    with asking(Settings(cache=tmp_path)) as asker:
        assert in_full(asker, told, {"fast": paper}, language) == told, "what is extractive is complete"


# --- wherever papers are read: a build, a refresh, a brief ---

ABSTRACT = f"{KNOWN} {DOES} {HOW} {FOUND}"


def _little(prompt: Prompt) -> str:
    """A model that says of any paper what it contributes, and of any topic what its first paper does."""
    if prompt.question == "record":
        ids = [paper.id for paper in prompt.values.papers]  # type: ignore[attr-defined]
        told = {"field": "contribution", "text": "FastNet predicts masks from edges.", "sentences": [2]}
        return json.dumps({"papers": [{"paper": one, "statements": [told], "results": []} for one in ids]})
    if prompt.question == "topic_name":
        return json.dumps({"name": "Masks from edges"})
    claim = {"kind": "finding", "text": "FastNet predicts masks from edges.", "papers": ["P1"]}
    return json.dumps({"claims": [claim] if prompt.question != "revision" else [], "changes": []})


def test_a_build_a_refresh_and_a_brief_tell_what_the_model_left_out(tmp_path: Path, scripted: Scripting) -> None:
    scripted(_little)
    for name, title, last in (("one", TITLE, ""), ("two", "EdgeNet: masks in any scene", "Any scene has edges.")):
        paper = {"title": title, "abstract": f"{ABSTRACT} {last}".strip()}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(paper) + "\n", encoding="utf-8")
    settings = Settings(cache=tmp_path / "cache")
    built = build_survey([tmp_path / "one.jsonl"], settings)
    after = refresh_survey(built, [tmp_path / "two.jsonl"], settings)
    assert after is not None
    assert len(after.records) == 2
    brief = write_brief(material_from_dumps([tmp_path / "one.jsonl"], settings), "masks from edges", settings)
    assert check_survey(built, render_markdown(built)) == check_survey(after, render_markdown(after)) == ()
    for survey in (built, after, brief.content):
        for record in survey.records.values():
            assert {(one.value, one.dataset) for one in record.results} >= {("54.5", "COCO"), ("60.8", "ADE20K")}
    assert after.records.items() >= built.records.items()
