"""The whole path, dumps to survey folder: the same bytes again, no call twice, nothing hangs on the order of dumps."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import EPOCH, ROOT, Scripting

from survey.build import build_survey
from survey.checking import check_survey
from survey.document import Survey, load
from survey.folder import save
from survey.models.base import Prompt
from survey.models.extractive.model import Extractive
from survey.render import FILES, render
from survey.settings import Settings

GOLDEN = Path(__file__).parent / "golden"
RENEW = "RENEW_GOLDEN=1 python -m pytest tests/test_main_job.py -k golden"


def without_run(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    del document["run"]
    return document


def built(dumps: tuple[Path, ...], folder: Path, cache: Path, hash_seed: str = "0") -> Path:
    """A survey made by a process of its own."""
    subprocess.run(
        [sys.executable, "-m", "survey", "build", *map(str, dumps), "-o", str(folder), "--cache", str(cache), "-q"],
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)},
        check=True,
        timeout=600,
    )
    return folder


def test_another_process_makes_the_same_bytes(
    example_dumps: tuple[Path, ...], small_folder: Path, tmp_path: Path
) -> None:
    """From cold, under another hash seed."""
    again = built(example_dumps, tmp_path / "survey", tmp_path / "cache", hash_seed="4242")
    assert without_run(again / "survey.json") == without_run(small_folder / "survey.json")
    for name in FILES:
        if name not in {"survey.json", "survey.md", "survey.html"}:
            assert (again / name).read_bytes() == (small_folder / name).read_bytes()
    for name in ("survey.md", "survey.html"):  # they also say how many calls the run made, which is equal here
        if name in FILES:
            assert (again / name).read_bytes() == (small_folder / name).read_bytes()


def test_the_second_run_makes_no_call_and_gives_the_same_survey(
    example_dumps: tuple[Path, ...], small_survey: Survey, small_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)

    async def refused(self: Extractive, prompt: Prompt) -> None:
        raise AssertionError(f"asked about {prompt.question}")

    monkeypatch.setattr(Extractive, "complete", refused)
    again = build_survey(list(example_dumps), Settings(cache=small_folder.parent / "cache"))
    assert (again.run.calls, again.run.rejected_answers) == (0, 0)
    assert again.run.cached > len(again.papers)
    same = {"run": small_survey.run}
    assert again.model_copy(update=same) == small_survey


def test_the_order_of_dumps_changes_no_key_and_no_topic(
    example_dumps: tuple[Path, ...], small_survey: Survey, small_folder: Path
) -> None:
    turned = build_survey(list(reversed(example_dumps)), Settings(cache=small_folder.parent / "cache"))
    assert {paper.key: paper.title for paper in turned.papers} == {p.key: p.title for p in small_survey.papers}
    assert {frozenset(topic.papers) for topic in turned.topics} == {frozenset(t.papers) for t in small_survey.topics}
    assert turned.records == small_survey.records
    assert turned.run.calls == 0, "nothing that was asked depends on the order"


def test_a_folder_is_read_as_the_files_in_it(small_survey: Survey, small_folder: Path) -> None:
    whole = build_survey([ROOT / "examples"], Settings(cache=small_folder.parent / "cache"))
    assert {paper.key for paper in whole.papers} == {paper.key for paper in small_survey.papers}
    assert [dump.name for dump in whole.dumps] == [dump.name for dump in small_survey.dumps]


def test_the_folder_holds_what_its_document_renders_to(small_folder: Path, small_survey: Survey) -> None:
    for name, to in FILES.items():
        assert (small_folder / name).read_text(encoding="utf-8") == render(small_survey, to)
    assert load(small_folder) == small_survey


@pytest.mark.parametrize("name", ["survey.md", "references.bib", "survey.json"])
def test_the_survey_of_the_examples_is_the_golden_one(small_folder: Path, name: str) -> None:
    """Read what changed (git diff tests/golden), and when it is better, renew it with the command in RENEW."""
    made = (small_folder / name).read_text(encoding="utf-8")
    if name == "survey.json":
        made = json.dumps(without_run(small_folder / name), ensure_ascii=False, indent=1) + "\n"
    golden = GOLDEN / name
    if os.environ.get("RENEW_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made.splitlines() == golden.read_text(encoding="utf-8").splitlines(), f"another survey; to renew: {RENEW}"


def test_the_example_survey_is_complete_and_about_its_topics(small_survey: Survey) -> None:
    assert small_survey.run.complete
    assert (len(small_survey.papers), len(small_survey.merged)) == (48, 4)
    assert 4 <= len(small_survey.topics) <= 12
    assert small_survey.scorecard.papers_cited == 48


# --- when the model fails ---


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        "I am sorry.",
        "{",
        "[]",
        "null",
        '{"papers": 3}',
        '{"claims": [{"kind": "finding"}]}',
        "\x00",
        '{"a":' * 200,
    ],
    ids=["nothing", "prose", "cut off", "a list", "null", "wrong type", "missing fields", "control", "deep"],
)
def test_nonsense_about_everything_still_gives_a_sound_survey_that_says_so(
    example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting, nonsense: str
) -> None:
    scripted(lambda _: nonsense)
    made = build_survey([example_dumps[0]], Settings(cache=tmp_path / "cache"))
    assert not made.run.complete
    assert made.run.rejected_answers > 0
    assert {left.paper for left in made.left_out if left.paper} == {paper.key for paper in made.papers}
    text = render(made, "md")
    assert "not complete" in text
    assert check_survey(made, text) == ()


def test_one_bad_paper_costs_only_that_paper(
    example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting, small_survey: Survey
) -> None:
    victim = small_survey.papers[5]

    def says(prompt: Prompt) -> str:
        return "no" if prompt.question == "record" and victim.title in prompt.user else extracted(prompt)

    scripted(says)
    made = build_survey(list(example_dumps), Settings(cache=tmp_path / "cache"))
    assert [(left.paper, left.question) for left in made.left_out] == [(victim.key, "record")]
    assert set(made.records) == {paper.key for paper in made.papers} - {victim.key}
    assert [(entry.key, entry.reason) for entry in made.scorecard.papers_uncited] == [
        (victim.key, made.left_out[0].reason)
    ]
    save(made, tmp_path / "survey")
    assert check_survey(made, (tmp_path / "survey/survey.md").read_text(encoding="utf-8")) == ()


def test_an_invented_citation_never_reaches_the_survey(
    example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting
) -> None:
    def says(prompt: Prompt) -> str:
        if prompt.question in {"synthesis", "overview"}:
            answer = json.loads(extracted(prompt))
            invented = {"kind": "finding", "text": "Smith et al. reach 99.9% on everything.", "papers": ["P999"]}
            wrong = {"kind": "finding", "text": "A new record of 123.456% was set.", "papers": ["P1"]}
            return json.dumps({"claims": [invented, wrong, *answer["claims"]]})
        return extracted(prompt)

    scripted(says)
    made = build_survey([example_dumps[0]], Settings(cache=tmp_path / "cache"))
    text = render(made, "md")
    assert made.run.rejected_answers > 0
    assert made.run.complete, "what was sound in those answers stands"
    assert "Smith" not in text
    assert "123.456" not in text
    assert check_survey(made, text) == ()


def extracted(prompt: Prompt) -> str:
    """What the extractive model answers."""
    try:
        Extractive().complete(prompt).send(None)
    except StopIteration as done:
        return str(done.value.text)
    raise AssertionError("it waits for nothing")
