"""The claims of a topic with short forms spelled out, each once, by the abstract of the paper that a claim is about."""

from survey.models.extractive.spelled import spelled_out
from survey.models.extractive.topic import synthesis
from survey.questions import ClaimAnswer, RecordedPaper, Said, SynthesisValues

ABSTRACT = "Multi-task learning (MTL) is slow. Sparse tree pruning (STP) prunes trees. STP helps MTL by 3%."
RESULT = Said("result", "STP helps MTL by 3%.", ("STP helps MTL by 3%.",), measure="help", value="3", unit="%")
OWN = Said(
    "contribution",
    "Proposes sparse tree pruning (STP), which prunes trees.",
    ("Sparse tree pruning (STP) prunes trees.",),
)
PRUNING = RecordedPaper("P1", "STP: Pruning trees", (OWN, RESULT), ABSTRACT)
OTHER = RecordedPaper("P2", "Oaks", (), "Multi-task learning (MTL) of oaks is slow, as metric tree logic (TL) is.")


def claim(text: str, *papers: str) -> ClaimAnswer:
    return ClaimAnswer(kind="finding", text=text, papers=list(papers))


def told(*claims: ClaimAnswer) -> list[str]:
    return [one.text for one in spelled_out(claims, [PRUNING, OTHER])]


def test_a_short_form_is_spelled_out_once_a_topic() -> None:
    assert told(claim("MTL is slow.", "P1"), claim("Oaks slow MTL down.", "P2")) == [
        "Multi-task learning (MTL) is slow.",
        "Oaks slow MTL down.",
    ]


def test_what_another_paper_spells_out_is_its_own() -> None:
    assert told(claim("TL is slow.", "P1"), claim("TL is slow.", "P2")) == ["TL is slow.", "Tree logic (TL) is slow."]


def test_a_claim_on_several_papers_and_the_name_of_a_method_stay() -> None:
    both, name = claim("Several papers are about MTL.", "P1", "P2"), claim("STP prunes trees.", "P1")
    assert told(both, name) == [both.text, name.text]


def test_a_claim_that_changes_keeps_its_kind_and_papers() -> None:
    (one,) = spelled_out([claim("MTL is slow.", "P1")], [PRUNING])
    assert (one.kind, one.papers) == ("finding", ["P1"])
    same = claim("Oaks are old.", "P1")
    assert spelled_out([same], [PRUNING])[0] is same


def test_without_an_abstract_nothing_is_spelled_out() -> None:
    bare = RecordedPaper("P1", "Pruning trees", (RESULT,))
    assert [one.text for one in spelled_out([claim("It helps MTL.", "P1")], [bare])] == ["It helps MTL."]


def test_a_topic_s_claims_are_spelled_out() -> None:
    answer = synthesis(SynthesisValues("Trees", ("trees",), (PRUNING, OTHER)))
    assert "STP helps multi-task learning (MTL) by 3%." in [one.text for one in answer.claims]
