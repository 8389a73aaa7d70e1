"""Topics with more papers than a prompt holds: written about, and brought up to date, in parts that lose no paper."""

import json
import re
from pathlib import Path

import pytest
from answering import good_answer
from conftest import Scripted, Scripting

from survey.asking import asking
from survey.claims import Claim, claim_of
from survey.models.base import Prompt
from survey.papers import Paper
from survey.questions import ClaimAnswer
from survey.records import Record, Result, Statement
from survey.revision import RevisionWork, in_parts, revise
from survey.settings import Settings
from survey.synthesis import TopicWork, synthesise

MANY = 150
WORDS = "amber basil cedar dahlia elder fennel ginger hazel iris juniper kale laurel mint nettle olive poppy".split()


def name_of(number: int) -> str:
    """A name of its own for each paper, in letters alone."""
    first, second = divmod(number, len(WORDS))
    return f"{WORDS[first % len(WORDS)]}{WORDS[second]}".capitalize() + ("s" if first >= len(WORDS) else "")


def paper(number: int) -> tuple[Paper, Record]:
    said = f"{name_of(number)} sorts pebbles of the kind {name_of(number).lower()}ite."
    made = Paper(f"p{number}", f"{name_of(number)}: sorting pebbles", f"{said} Pebbles are stones.")
    return made, Record(contribution=Statement(text=said, quotes=(said,)))


PAPERS = tuple(paper(number) for number in range(MANY))
TOPIC = TopicWork("t1", "Pebbles", ("pebbles",), PAPERS)


def well(prompt: Prompt) -> str:
    return json.dumps(good_answer(f"{prompt.system}\n{prompt.user}"))


def folding(scripted: Scripting, most: int, answers: object = well) -> Scripted:
    model = scripted(answers)  # type: ignore[arg-type]
    model.fold = most
    return model


# --- a synthesis ---


@pytest.mark.parametrize("most", [20, 40, 149, 150])
def test_of_150_papers_every_one_is_in_a_prompt_and_cited_whatever_a_prompt_holds(
    most: int, tmp_path: Path, scripted: Scripting
) -> None:
    model = folding(scripted, most)
    with asking(Settings(cache=tmp_path)) as asker:
        claims, answered = synthesise(asker, [TOPIC], "English")
    assert len(model.asked) == -(-MANY // most)
    asked = [re.findall(r"^P\d+: (\w+):", prompt.user, re.M) for prompt in model.asked]
    assert sorted(name for names in asked for name in names) == sorted(name_of(n) for n in range(MANY))
    assert max(len(names) for names in asked) <= most
    assert {key for claim in claims["t1"] for key in claim.papers} == {one.key for one, _ in PAPERS}
    assert [claim.id for claim in claims["t1"]] == [f"t1-c{n}" for n in range(1, len(claims["t1"]) + 1)]
    assert answered.left_out == ()


def test_what_two_parts_say_alike_is_said_once_and_cites_the_papers_of_both(
    tmp_path: Path, scripted: Scripting
) -> None:
    shared = {"kind": "agreement", "text": "Pebbles are sorted by kind.", "papers": ["P1", "P2"]}
    folding(scripted, 50, lambda _: json.dumps({"claims": [shared]}))
    with asking(Settings(cache=tmp_path)) as asker:
        claims, _ = synthesise(asker, [TOPIC], "English")
    (claim,) = claims["t1"]
    assert claim.papers == ("p0", "p1", "p50", "p51", "p100", "p101")


def test_a_part_without_an_answer_leaves_the_others_and_is_named_as_the_topic(
    tmp_path: Path, scripted: Scripting
) -> None:
    lost = name_of(0)
    folding(scripted, 50, lambda prompt: "no" if f"P1: {lost}:" in prompt.user else well(prompt))
    with asking(Settings(cache=tmp_path)) as asker:
        claims, answered = synthesise(asker, [TOPIC], "English")
    assert {key for claim in claims["t1"] for key in claim.papers} == {f"p{n}" for n in range(50, MANY)}
    assert [left.label for left in answered.left_out] == ["t1"]


# --- a revision ---

OLD = Paper("old", "Oldest: sorting pebbles", "Oldest sorts pebbles by hand. It reaches 71.5% accuracy.")
OLD_RECORD = Record(
    results=(Result(text="It reaches 71.5% accuracy.", quotes=("It reaches 71.5% accuracy.",), value="71.5"),)
)


def present(number: int, text: str) -> Claim:
    return claim_of(f"t1-c{number}", ClaimAnswer(kind="finding", text=text, papers=["P1"]), {"P1": OLD})


BY_HAND = present(1, "Oldest sorts pebbles by hand.")
ACCURATE = present(2, "Sorting reaches 71.5% accuracy.")
WORK = RevisionWork("t1", "Pebbles", ("pebbles",), (BY_HAND, ACCURATE), PAPERS, ((OLD, OLD_RECORD),), first=3)


def adding(prompt: Prompt) -> str:
    """A claim for each new paper of the prompt, in its own words."""
    new, _, _ = prompt.user.partition("The section's other papers")
    told = re.findall(r"^(P\d+): .*\n- contribution: (.*)$", new, re.M)
    return json.dumps({"changes": [], "claims": [{"kind": "finding", "text": t, "papers": [p]} for p, t in told]})


def test_parts_of_a_revision_are_even_hold_every_new_paper_and_all_claims() -> None:
    parts = in_parts(WORK, 40)
    assert [len(part.new) for part in parts] == [37, 38, 37, 38]
    assert tuple(both for part in parts for both in part.new) == WORK.new
    assert {part.claims for part in parts} == {WORK.claims}
    assert {part.known for part in parts} == {WORK.known}
    assert len({part.id for part in parts}) == 4
    assert in_parts(WORK, MANY) == (WORK,)


@pytest.mark.parametrize("most", [20, 40, 150])
def test_of_150_new_papers_every_one_is_asked_about_and_cited(most: int, tmp_path: Path, scripted: Scripting) -> None:
    model = folding(scripted, most, adding)
    with asking(Settings(cache=tmp_path)) as asker:
        claims, answered = revise(asker, [WORK], "English")
    assert len(model.asked) == -(-MANY // most)
    assert claims["t1"][:2] == (BY_HAND, ACCURATE)
    assert {key for claim in claims["t1"][2:] for key in claim.papers} == {one.key for one, _ in PAPERS}
    assert [claim.id for claim in claims["t1"]] == [f"t1-c{n}" for n in range(1, len(claims["t1"]) + 1)]
    assert answered.left_out == ()


def test_a_claim_that_two_parts_change_takes_the_first_change_and_keeps_the_other_beside_it(
    tmp_path: Path, scripted: Scripting
) -> None:
    def changing(prompt: Prompt) -> str:
        first = re.findall(r"^P1: (\w+):", prompt.user, re.M)[0]
        old = next(name for name, title in re.findall(r"^(P\d+): (\w+):", prompt.user, re.M) if title == "Oldest")
        text = f"Oldest sorts pebbles by hand, {first} sorts pebbles."
        change = {"claim": "C1", "kind": "agreement", "text": text, "papers": [old, "P1"]}
        return json.dumps({"changes": [change], "claims": []})

    folding(scripted, 75, changing)
    with asking(Settings(cache=tmp_path)) as asker:
        claims, _ = revise(asker, [WORK], "English")
    assert [claim.id for claim in claims["t1"]] == ["t1-c1", "t1-c2", "t1-c3"]
    assert claims["t1"][0].papers == ("old", "p0")
    assert claims["t1"][1] == ACCURATE
    assert claims["t1"][2].papers == ("old", "p75")


def test_a_part_that_fails_leaves_the_others_changes_and_the_topic_is_named_once(
    tmp_path: Path, scripted: Scripting
) -> None:
    folding(scripted, 50, lambda prompt: adding(prompt) if f"P1: {name_of(100)}:" in prompt.user else "no")
    with asking(Settings(cache=tmp_path)) as asker:
        claims, answered = revise(asker, [WORK], "English")
    assert {key for claim in claims["t1"][2:] for key in claim.papers} == {f"p{n}" for n in range(100, MANY)}
    assert [left.label for left in answered.left_out] == ["t1"]
