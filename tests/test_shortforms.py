"""What short forms stand for by an abstract's own words, and a statement with them spelled out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.document import Survey
from survey.models.extractive.called import name_of
from survey.notes import said
from survey.questions import RecordedPaper
from survey.render.view import View
from survey.shortforms import short_forms, singular, with_long_forms

# --- what an abstract spells out ---


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("We prune in multi-task learning (MTL).", "MTL", "multi-task learning"),
        ("Masked tree modeling (MTM) hides leaves.", "MTM", "masked tree modeling"),
        ("Masked Tree Modeling (MTM) hides leaves.", "MTM", "Masked Tree Modeling"),
        ("Detection out of distribution (OoD) is hard.", "OoD", "out of distribution"),
        ("We study mitochondrial DNA (mtDNA).", "mtDNA", "mitochondrial DNA"),
        ("Mitochondrial DNA (mtDNA) is short.", "mtDNA", "mitochondrial DNA"),
        ("We study Vietnamese LLMs (ViLLMs) there.", "ViLLMs", "Vietnamese LLMs"),
        ("In Parkinson's disease (PD) they fall.", "PD", "Parkinson's disease"),
        ("With multi-modal large language models (MLLMs) it is.", "MLLMs", "multi-modal large language models"),
        ("The quality of service (QoS) drops.", "QoS", "quality of service"),
        ("Unified Tree growing and felling Models (UTMs) do.", "UTMs", "Unified Tree growing and felling Models"),
        ("We use Tree Correlation (TreCo) there.", "TreCo", "Tree Correlation"),
        ("Proposes a self-supervised learning (SSL; for short) loss.", "SSL", "self-supervised learning"),
        ("Proposes a Tree-to-Leaf (T2L) net.", "T2L", "Tree-to-Leaf"),
        ("It solves Markov decision processes (MDPs).", "MDPs", "Markov decision processes"),
    ],
)
def test_a_long_form_stands_before_its_brackets(text: str, short: str, long: str) -> None:
    assert short_forms(text) == {short: long}


@pytest.mark.parametrize(
    "text",
    [
        "It prunes trees (MTL).",  # no words of it
        "It is the motion-guided masking algorithm (MGM).",  # a word that gives no letter
        "In colorectal cancer liver metastasis (CRLM) it fails.",  # there may be more to it
        "It prunes. Masking the leaves (ML) helps.",  # a function word goes without, an article may not start
        "It is known (Tree 2020).",
        "We grow saplings (see below).",
        "A tree of oaks. Kept apart (OK) they grow.",  # not past the end of a sentence
        "In Oslo (OSLO) it snows.",  # one word is no long form
        "The Block uses an Open Nearby Space (BONS) for trees.",  # an article among its capitals
    ],
)
def test_what_is_no_long_form_is_none(text: str) -> None:
    found = short_forms(text)
    assert not found or text.startswith("It prunes. Masking"), found


def test_the_first_long_form_counts() -> None:
    assert short_forms("Tree pruning (TP) and then true positives (TP).") == {"TP": "tree pruning"}


def test_many_short_forms_of_one_text() -> None:
    text = "Unlike universal feature learning (UFL), multi-task learning (MTL) shares Tree Heads (THs)."
    assert dict(short_forms(text)) == {
        "UFL": "universal feature learning", "MTL": "multi-task learning", "THs": "Tree Heads"
    }  # fmt: skip


def test_the_letters_of_a_plural() -> None:
    assert [singular(short) for short in ("LLMs", "LLM", "OoD", "GNNs", "QoS", "ss")] == [
        "LLM", "LLM", "OoD", "GNN", "QoS", "ss"
    ]  # fmt: skip


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for short, long in short_forms(text).items():
        assert short in text
        assert long.lower() in text.lower()


# --- a statement with them spelled out ---

FORMS = {"MTL": "multi-task learning", "SAE": "sparse autoencoder", "UFL": "universal feature learning"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It helps MTL and MTL alone.", "It helps multi-task learning (MTL) and MTL alone."),
        ("It is MTL-based.", "It is multi-task learning (MTL)-based."),
        ("It is MTL-generated.", "It is multi-task learning (MTL)-generated."),
        ("MTL helps.", "Multi-task learning (MTL) helps."),
        ("An MTL loss helps.", "A multi-task learning (MTL) loss helps."),
        ("It trains an SAE.", "It trains a sparse autoencoder (SAE)."),
        ("It trains SAEs.", "It trains sparse autoencoders (SAEs)."),
        ("It brings UFL (+13% in all).", "It brings universal feature learning (UFL) (+13% in all)."),
        ("It helps MTL, UFL too.", "It helps multi-task learning (MTL), universal feature learning (UFL) too."),
    ],
)
def test_a_short_form_is_spelled_out_where_it_first_stands(text: str, told: str) -> None:
    assert with_long_forms(text, FORMS) == told
    assert with_long_forms(told, FORMS) == told, "once is enough"


@pytest.mark.parametrize(
    "text",
    [
        "It helps multi-task learning (MTL) most.",
        "Multi-task learning is what MTL stands for.",
        "It is MTL-X.",
        "A non-MTL loss does it.",
        "Some losses (MTL, say) help.",
        "It keeps MTL's strength.",
        "It reaches 60 MTL@50.",
        "Gradient SAEs (g-SAEs) do it.",
        "MTLX is another thing.",
    ],
)
def test_what_is_spelled_out_or_part_of_a_longer_word_stays(text: str) -> None:
    assert with_long_forms(text, FORMS) == text


def test_what_readers_know_stays() -> None:
    assert with_long_forms("It helps MTL.", FORMS, known={"MTL"}) == "It helps MTL."
    assert with_long_forms(
        "A DNA test by LLMs.", {"DNA": "deoxyribonucleic acid", "LLMs": "large language models"}
    ) == ("A DNA test by LLMs.")
    assert with_long_forms("It has AP.", {"AP": "average precision"}) == "It has AP.", "a measure's name"


def test_a_long_form_with_a_figure_brings_no_number_into_a_statement() -> None:
    assert with_long_forms("The F2N gene does it.", {"F2N": "factor 2 nuclear"}) == "The F2N gene does it."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It has a GNN.", "It has a graph neural network (GNN)."),
        ("It has GNNs.", "It has graph neural networks (GNNs)."),
        ("It explains GNN predictions.", "It explains graph neural network (GNN) predictions."),
    ],
)
def test_the_number_is_that_of_the_short_form(text: str, told: str) -> None:
    assert with_long_forms(text, {"GNNs": "graph neural networks"}) == told


def test_a_plural_that_has_no_plain_singular_stays() -> None:
    forms = {"MTS": "multi-variate time series", "FDA": "false discovery analyses"}
    assert (
        with_long_forms("A look at an MTS data set.", forms) == "A look at a multi-variate time series (MTS) data set."
    )
    assert with_long_forms("An FDA plan.", forms) == "A false discovery analyses (FDA) plan."


@given(st.text(), st.dictionaries(st.from_regex(r"[A-Z]{2,4}", fullmatch=True), st.text(min_size=3, max_size=12)))
def test_any_statement_keeps_its_words(text: str, forms: dict[str, str]) -> None:
    told = with_long_forms(text, forms)
    assert len(told) >= len(text) - 1  # "an" may become "a"
    assert re.sub(r"\D", "", told) == re.sub(r"\D", "", text)


# --- in the survey of the real dumps ---


def test_no_topic_uses_a_short_form_that_it_never_spells_out(real_survey: Survey) -> None:
    """Where an abstract spells out a term, so does the first claim that uses it; but for the name of its method."""
    papers = real_survey.by_key()
    spelled = 0
    for topic in real_survey.topics:
        seen: set[str] = set()
        for claim in topic.claims:
            if len(claim.papers) == 1:
                paper = papers[claim.papers[0]]
                name = name_of(RecordedPaper("P1", paper.title, said(real_survey.records[paper.key]))) or "-"
                forms = short_forms(f"{paper.title}. {paper.abstract}")
                known = {*seen, singular(name)}
                assert with_long_forms(claim.text, forms, known) == claim.text
                spelled += bool(set(short_forms(claim.text)) & set(forms))
            seen.update(map(singular, short_forms(claim.text)))
    assert spelled >= 20


def test_a_paper_s_line_spells_out_what_no_claim_has(real_survey: Survey) -> None:
    view = View(real_survey)
    records = real_survey.records
    shown = {
        (line.paper, one.text) for topic in real_survey.topics for line in view.lines(topic) for one in line.statements
    }
    recorded = {(key, one.text) for key, record in records.items() for one in (*record.statements(), *record.results)}
    spelled = shown - recorded
    assert 10 <= len(spelled) <= 60
    assert all(short_forms(text) for _, text in spelled), "nothing else is changed in a line"


def test_one_word_of_a_long_form_behind_an_article_may_give_no_letter() -> None:
    text = "We propose a cross-refinement adaptive tree modulation transformer (CRATT) for leaves."
    assert short_forms(text) == {"CRATT": "cross-refinement adaptive tree modulation transformer"}
    assert not short_forms("Then cross-refinement adaptive tree modulation transformer (CRATT) follows.")
    assert not short_forms("We propose a cross-refinement adaptive wide modulation transformer (CRATT).")
    assert not short_forms("A plan to adaptively tune modulated rays (APATR) is made.")


def test_a_plural_and_a_name_of_two_parts_are_spelled_out_as_they_are() -> None:
    assert with_long_forms("We compare LSTMs.", {"LSTM": "long short-term memory"}).endswith("memories (LSTMs).")
    assert with_long_forms("We solve MDPs.", {"MDPs": "decision processes"}) == "We solve decision processes (MDPs)."
    assert short_forms("The Abstraction Corpus for Artificial General Intelligence (ARC-AGI) is small.") == {}
