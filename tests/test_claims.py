"""Claims about several papers: kept only when the papers that they cite bear them out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.claims import LEAST_PAPERS, Claim, Evidence, checked_claims, claim_of, evidence_for, says_again
from survey.evidence import CLOSE_SUPPORT, is_verbatim
from survey.papers import Paper
from survey.questions import ClaimAnswer, Kind

PAPERS = {
    "P1": Paper("fastnet", "FastNet", "FastNet reaches 72.4% mIoU on Cityscapes. It runs in 12 ms on a phone."),
    "P2": Paper("slownet", "SlowNet", "SlowNet reaches 80.1% mIoU on Cityscapes. It needs eight GPUs."),
    "P3": Paper("chess", "Chess engines", "A chess engine beats grandmasters in blitz games."),
}


def told(text: str, *papers: str, kind: Kind = "finding") -> ClaimAnswer:
    return ClaimAnswer(kind=kind, text=text, papers=list(papers))


def kept(*claims: ClaimAnswer) -> list[ClaimAnswer]:
    return checked_claims(claims, PAPERS)[0]


def complaint(claim: ClaimAnswer) -> str:
    held, complaints = checked_claims([claim], PAPERS)
    assert not held
    (only,) = complaints
    return only


def test_a_claim_that_its_papers_bear_out_is_kept() -> None:
    claim = told("Both FastNet and SlowNet report mIoU on Cityscapes.", "P1", "P2", kind="agreement")
    assert kept(claim) == [claim]


def test_an_invented_citation_is_refused_and_never_mapped_to_another() -> None:
    assert "P9 is not one of the papers" in complaint(told("FastNet reaches 72.4% mIoU.", "P1", "P9"))
    assert "fastnet is not one" in complaint(told("FastNet reaches 72.4% mIoU.", "fastnet"))


def test_an_id_of_the_prompt_in_the_text_is_named() -> None:
    assert "names P1" in complaint(told("As P1 says, 72.4% mIoU is reached on Cityscapes.", "P1"))
    assert "names P2" in complaint(told("P2 reaches 72.4% mIoU on Cityscapes.", "P1"))
    assert "names P1" in complaint(told("P1 and P2 report mIoU on Cityscapes.", "P1", "P2", kind="agreement"))
    papers = {"P1": Paper("p", "The P1 port", "The P1 port of a camera reaches 72.4% of its speed.")}
    for own in ("The P1 port reaches 72.4% of its speed.", "P1 reaches 72.4% of its speed."):
        assert [claim.text for claim in checked_claims([told(own, "P1")], papers)[0]] == [own], "its own word stays"


def test_a_claim_that_names_a_paper_which_it_does_not_cite_is_refused() -> None:
    papers = {
        "P1": Paper("a", "FastNet: a small network", "FastNet explains its masks on Cityscapes with gradients."),
        "P2": Paper("b", "On masks", "Masks are explained on Cityscapes with gradients, as they are by SHAP."),
        "P3": Paper("c", "RISE3: random masks", "Random masks explain a network."),
        "P4": Paper("d", "SHAP: shares of players", "Players share a prize."),
        "P5": Paper("e", "Mask: an essay", "A mask is worn."),
    }
    wrong = told("Gradients, SHAP and RISE3 explain masks on Cityscapes.", "P1", "P2", kind="agreement")
    held, complaints = checked_claims([wrong], papers)
    assert not held
    assert complaints[0].startswith("“RISE3” is the name of a paper that isn't cited")
    right = told("Gradients and SHAP explain masks on Cityscapes; Mask too.", "P1", "P2", kind="agreement")
    assert checked_claims([right], papers)[0], "SHAP stands in a cited abstract, and Mask may be any mask"
    also = told("Gradients and random masks of RISE3 explain a network on Cityscapes.", "P1", "P3", kind="agreement")
    assert checked_claims([also], papers)[0], "it is cited"
    idle = told("Gradients, SHAP and RISE3 explain masks on Cityscapes.", "P1", "P2", "P3", kind="agreement")
    assert not checked_claims([idle], {**papers, "P3": Paper("c", "RISE3: dice", "Dice decide.")})[0]


def test_a_paper_that_is_cited_alone_stands_by_its_name_where_its_id_stood() -> None:
    """A small model says "P1 reaches ..." of the paper that it cites as P1; numbers and support are checked as ever."""
    named = {"P1": replace(PAPERS["P1"], title="FastNet: a small network")}
    (claim,) = checked_claims([told("P1 reaches 72.4% mIoU on Cityscapes.", "P1")], named)[0]
    assert claim.text == "FastNet reaches 72.4% mIoU on Cityscapes."
    (claim,) = checked_claims([told("P1 introduces FastNet, which reaches 72.4% mIoU on Cityscapes.", "P1")], named)[0]
    assert claim.text.startswith("One paper introduces FastNet, which")
    assert "the number 99.9" in complaint(told("P1 reaches 99.9% mIoU on Cityscapes.", "P1"))
    papers = {"P1": Paper("w", "Why nets are fast", "We present a study of fast nets. Nets are fast on Cityscapes.")}
    (claim,) = checked_claims([told("P1 presents a study of fast nets.", "P1")], papers)[0]
    assert claim.text == "One paper presents a study of fast nets."


def test_we_is_the_one_paper_that_is_cited() -> None:
    net = Paper("f", "FastNet: a small network", "We propose FastNet, a fast net. We reach 72.4% mIoU on Cityscapes.")
    other = Paper("w", "Why nets are fast", "We study fast nets. Our nets are fast on Cityscapes.")
    papers = {"P1": net, "P2": other}
    (reaches, proposes, studies), _ = checked_claims(
        [
            told("We reach 72.4% mIoU on Cityscapes.", "P1"),
            told("We propose FastNet, a fast net.", "P1"),
            told("We study fast nets.", "P2"),
        ],
        papers,
    )
    assert reaches.text == "FastNet reaches 72.4% mIoU on Cityscapes."
    assert proposes.text == "One paper proposes FastNet, a fast net."
    assert studies.text == "One paper studies fast nets."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Proposes FastNet, a fast net.", "One paper proposes FastNet, a fast net."),
        ("Reaches 72.4% mIoU on Cityscapes.", "FastNet reaches 72.4% mIoU on Cityscapes."),
        ("The proposed method reaches 72.4% mIoU.", "One paper's method reaches 72.4% mIoU."),
        ("This paper proposes FastNet, a fast net.", "One paper proposes FastNet, a fast net."),
        ("The model of fast nets reaches 72.4% mIoU.", "The model of fast nets reaches 72.4% mIoU."),
        (
            "Studies of fast nets reach 72.4% mIoU on Cityscapes.",
            "Studies of fast nets reach 72.4% mIoU on Cityscapes.",
        ),
    ],
)
def test_a_claim_that_starts_with_its_verb_gets_the_paper_as_its_subject(text: str, shown: str) -> None:
    net = Paper("f", "FastNet: a small network", "We propose FastNet, a fast net. We reach 72.4% mIoU on Cityscapes.")
    (claim,), complaints = checked_claims([told(text, "P1")], {"P1": net})
    assert (claim.text, complaints) == (shown, [])


# --- what is said of several papers ---

NETS = {
    f"P{n}": Paper(f"p{n}", f"Net {n}", f"We study nets on Cityscapes. Net {n} reaches {value}% mIoU there.")
    for n, value in enumerate((72.4, 80.1, 72.4), 1)
}


@pytest.mark.parametrize(
    "start",
    [
        "All papers",
        "All of the papers",
        "The papers",
        "These three papers",
        "Most papers",
        "Both papers",
        "Many papers",
    ],
)
def test_whoever_was_asked_about_a_claim_on_papers_is_on_those_that_it_cites(start: str) -> None:
    (claim,), _ = checked_claims([told(f"{start} study nets on Cityscapes.", "P1", "P3", kind="agreement")], NETS)
    assert claim.text == "Several papers study nets on Cityscapes.", "whoever shows it counts them"


@pytest.mark.parametrize("text", ["The papers of Cityscapes nets study it.", "The paper studies nets on Cityscapes."])
def test_a_claim_on_something_else_keeps_its_words(text: str) -> None:
    (claim,), _ = checked_claims([told(text, "P1", "P3", kind="agreement")], NETS)
    assert claim.text == text


def test_a_figure_of_some_papers_is_not_said_of_others() -> None:
    three = told("All papers report 72.4% mIoU on Cityscapes.", "P1", "P2", "P3", kind="agreement")
    (claim,), complaints = checked_claims([three], NETS)
    assert (claim.papers, complaints) == (["P1", "P3"], [])
    one = told("All papers report 80.1% mIoU on Cityscapes.", "P1", "P2", "P3", kind="agreement")
    held, (said,) = checked_claims([one], NETS)
    assert held == []
    assert "speaks of several papers" in said


def test_ids_become_the_names_that_titles_give() -> None:
    papers = {
        "P1": Paper("a", "FastNet: a small network", "FastNet prunes heads of nets."),
        "P2": Paper("b", "Slow Net: a large network", "Slow Net keeps the heads of nets."),
        "P3": Paper("c", "On the heads of nets", "Heads of nets are few."),
    }
    both = told("Of the heads of nets, P1 prunes some and P2 keeps all.", "P1", "P2", kind="difference")
    (claim,), complaints = checked_claims([both], papers)
    assert (claim.text, complaints) == ("Of the heads of nets, FastNet prunes some and Slow Net keeps all.", [])
    for odd in (
        told("Of the heads of nets, P1 prunes some and P2 keeps all.", "P1"),  # P2 is not cited for it
        told("Of the heads of nets, P1 prunes some and P3 has few.", "P1", "P3", kind="difference"),  # P3 has no name
    ):
        assert "names P" in checked_claims([odd], papers)[1][0]


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Whether nets can learn video remains open.", True),
        ("Nets learn still images, however, not video.", True),
        ("Nets learn video well and fast.", False),
        ("Netze lernen Videos gut und schnell.", True),
    ],
)
def test_a_gap_is_what_a_paper_itself_leaves_open(sentence: str, holds: bool) -> None:
    papers = {"P1": Paper("a", "Nets", sentence)}
    held, complaints = checked_claims([told(sentence, "P1", kind="gap")], papers)
    assert bool(held) is holds
    assert not complaints if holds else "open, limited or undone" in complaints[0]


@pytest.mark.parametrize(
    ("text", "quote", "holds"),
    [
        (
            "FastNet is the most comprehensive network for phones.",
            "FastNet is a comprehensive network for phones.",
            False,
        ),
        ("FastNet is the best network for phones.", "FastNet is a network for phones.", False),
        ("FastNet is the best network for phones.", "FastNet, a network for phones, outperforms the others.", True),
        ("FastNet has the highest speed on phones.", "FastNet reaches state-of-the-art speed on phones.", True),
        ("FastNet needs at least one network for phones.", "FastNet needs one network for phones.", True),
        ("FastNet is like most networks for phones.", "FastNet is like networks for phones.", True),
        ("FastNet is the best network.", "FastNet macht Netze auf Telefonen.", False),
    ],
)
def test_what_ranks_has_to_rest_on_a_sentence_that_compares(text: str, quote: str, holds: bool) -> None:
    held, complaints = checked_claims([told(text, "P1")], {"P1": Paper("a", "On phones", quote)})
    assert bool(held) is holds, complaints


@pytest.mark.parametrize(
    "text",
    [
        "It runs in 12 ms on a phone.",
        "FastNet improves them and runs in 12 ms on a phone.",
        "FastNet supplies such knowledge in 12 ms on a phone.",
    ],
)
def test_what_makes_sense_in_its_abstract_only_is_refused(text: str) -> None:
    papers = {"P1": Paper("fastnet", "FastNet", f"{text} It runs on a phone.")}
    (only,) = checked_claims([told(text, "P1")], papers)[1]
    assert "makes sense in its abstract only" in only


def test_several_papers_are_not_one() -> None:
    held, (said,) = checked_claims([told("The papers study nets on Cityscapes.", "P1")], NETS)
    assert held == []
    assert "speaks of several papers" in said


def test_a_claim_starts_with_a_capital_but_for_a_name() -> None:
    assert kept(told("reaches 72.4% mIoU on Cityscapes.", "P1"))[0].text.startswith("Reaches")
    papers = {"P1": Paper("m", "mFast: nets", "We present mFast, a fast net for street scenes.")}
    assert checked_claims([told("mFast is a fast net for street scenes.", "P1")], papers)[0][0].text.startswith("mFast")


@pytest.mark.parametrize("kind", ["finding", "agreement", "difference", "trend"])
def test_each_kind_needs_its_papers(kind: Kind) -> None:
    assert "no sentence of" in complaint(told("FastNet reaches mIoU on Cityscapes.", kind=kind))
    if LEAST_PAPERS[kind] == 2:
        assert "no sentence of 2" in complaint(told("FastNet reaches mIoU on Cityscapes.", "P1", kind=kind))
        assert "no sentence of 2" in complaint(told("FastNet reaches mIoU on Cityscapes.", "P1", "P1", kind=kind))


@pytest.mark.parametrize("kind", ["finding", "trend"])
def test_a_finding_or_trend_may_rest_on_one_paper(kind: Kind) -> None:
    claim = told("FastNet reaches 72.4% mIoU on Cityscapes.", "P1", kind=kind)
    assert kept(claim) == [claim]


def test_each_of_several_papers_bears_out_its_own_part() -> None:
    """No sentence of either says half of it; together they say it all."""
    claim = told("FastNet runs in 12 ms on a phone, SlowNet needs eight GPUs.", "P1", "P2", kind="difference")
    assert kept(claim) == [claim]
    assert [e.quote for e in evidence_for(claim, PAPERS)] == [
        "It runs in 12 ms on a phone.",
        "It needs eight GPUs.",
    ]


@pytest.mark.parametrize("kind", ["gap", "context"])
def test_a_gap_or_context_may_cite_nothing_but_then_holds_no_number(kind: Kind) -> None:
    assert kept(told("Video stays open for segmentation.", kind=kind))
    assert "the number 42" in complaint(told("All 42 methods leave video open.", kind=kind))


def test_a_number_must_stand_in_a_quoted_sentence() -> None:
    assert "the number 72.5" in complaint(told("FastNet reaches 72.5% mIoU on Cityscapes.", "P1"))


def test_a_number_of_another_paper_does_not_count() -> None:
    assert "the number 80.1" in complaint(told("FastNet reaches 80.1% mIoU on Cityscapes.", "P1"))


def test_a_paper_that_says_nothing_of_it_is_dropped_from_the_citations() -> None:
    (claim,) = kept(told("FastNet and SlowNet reach mIoU on Cityscapes.", "P1", "P3", "P2", kind="agreement"))
    assert claim.papers == ["P1", "P2"]
    assert complaint(told("Grandmasters lose blitz games to engines in Reykjavik.", "P1"))


def test_repeated_claims_and_citations_are_kept_once() -> None:
    claim = told("FastNet reaches 72.4% mIoU on Cityscapes.", "P1", "P1")
    (only,) = kept(claim, told("fastnet reaches 72.4% miou on cityscapes.", "P1"))
    assert only.papers == ["P1"]


@pytest.mark.parametrize("text", ["", "  ", "\u200b\n", "the of and"])
def test_an_empty_claim_is_refused(text: str) -> None:
    assert "empty" in complaint(told(text, "P1"))


def test_an_endless_claim_is_refused() -> None:
    assert "too long" in complaint(told("FastNet reaches mIoU. " * 100, "P1"))
    assert "too long" in complaint(told("FastNet reaches 72.4% mIoU on Cityscapes. " * 18, "P1")), "18 sentences"


@pytest.mark.parametrize("markup", ["<b>72.4%</b>", "[72.4%](https://example.org)", "72.4% (https://example.org)"])
def test_markup_that_no_cited_paper_has_is_refused(markup: str) -> None:
    assert "which the papers don't" in complaint(told(f"FastNet reaches {markup} mIoU on Cityscapes.", "P1"))


def test_a_claim_said_again_is_told_from_one_with_another_number() -> None:
    text = "FastNet reaches 72.4% mIoU on the street scenes of Cityscapes."
    assert says_again(text, "On the street scenes of Cityscapes FastNet reached 72.4% mIoU.")
    assert not says_again(text, text.replace("72.4", "80.1"))
    assert not says_again(text, "FastNet reaches 72.4% accuracy on the paintings of WikiArt.")


def test_control_characters_and_line_ends_are_taken_out() -> None:
    (claim,) = kept(told("FastNet\n\x1b reaches \u202e72.4% mIoU on\tCityscapes.", "P1"))
    assert claim.text == "FastNet reaches 72.4% mIoU on Cityscapes."


def test_the_evidence_is_the_sentence_that_says_it() -> None:
    (one,) = evidence_for(told("FastNet reaches 72.4% mIoU on Cityscapes.", "P1"), PAPERS)
    assert one == Evidence(paper="fastnet", quote="FastNet reaches 72.4% mIoU on Cityscapes.", support=1.0)


def test_a_title_quoted_beside_a_name_is_no_reason_for_its_sentence() -> None:
    paper = Paper(
        key="k",
        title="AutoNet: Automatic feature interaction learning via self-attentive networks",
        abstract="We map both kinds of features into one space. Then a self-attentive network with automatic learning "
        "models the feature interaction. Experiments went well.",
    )
    quoted = (
        'AutoNet ("Automatic feature interaction learning via self-attentive networks") maps both kinds of features.'
    )
    first, second = evidence_for(ClaimAnswer(kind="finding", text=quoted, papers=["P1"]), {"P1": paper})
    assert first.quote == "We map both kinds of features into one space."
    assert second.quote == paper.title
    other = quoted.replace("Automatic feature interaction", "A self-attentive network with automatic")
    (alone,) = evidence_for(ClaimAnswer(kind="finding", text=other, papers=["P1"]), {"P1": paper})
    assert alone.quote == paper.title  # what is quoted of no title counts as what it is


def test_numbers_from_two_sentences_of_one_paper_get_both_as_evidence() -> None:
    claim = claim_of("c1", told("FastNet reaches 72.4% mIoU on Cityscapes in 12 ms.", "P1"), PAPERS)
    assert [one.quote for one in claim.evidence] == [
        "FastNet reaches 72.4% mIoU on Cityscapes.",
        "It runs in 12 ms on a phone.",
    ]
    assert claim.papers == ("fastnet",)
    papers = {"P1": replace(PAPERS["P1"], abstract=PAPERS["P1"].abstract.replace("12 ms", "12 ms at 30 W"))}
    claim = claim_of("c1", told("FastNet reaches 72.4% mIoU on Cityscapes in 12 ms at 30 W.", "P1"), papers)
    assert len(claim.evidence) == 2, "a sentence that holds two of the numbers is quoted once"


@given(
    st.lists(
        st.builds(
            ClaimAnswer,
            kind=st.sampled_from(sorted(LEAST_PAPERS)),
            text=st.one_of(st.text(max_size=80), st.sampled_from([p.abstract[:60] for p in PAPERS.values()])),
            papers=st.lists(st.sampled_from(["P1", "P2", "P3", "P4", ""]), max_size=4),
        ),
        max_size=4,
    )
)
def test_whatever_a_model_claims_what_is_kept_holds(answers: list[ClaimAnswer]) -> None:
    held, _ = checked_claims(answers, PAPERS)
    for number, answer in enumerate(held):
        claim: Claim = claim_of(f"c{number}", answer, PAPERS)
        assert len(claim.papers) >= LEAST_PAPERS[claim.kind]
        by_key = {paper.key: paper for paper in PAPERS.values()}
        assert all(is_verbatim(e.quote, by_key[e.paper].abstract, by_key[e.paper].title) for e in claim.evidence)


def test_a_claim_that_another_paper_makes_is_refused_and_the_owner_named() -> None:
    """Small models put a paper's result under its neighbour's number, which shares half of its words."""
    papers = {
        "P1": Paper(
            "joint", "Joint values", "We introduce joint values, which measure the joint importance of features."
        ),
        "P2": Paper("maps", "Maps", "Maps verbalise the importance of features in joint models for laymen."),
    }
    papers["P3"] = PAPERS["P3"]
    claim = told("Joint values measure the joint importance of features.", "P2")
    held, complaints = checked_claims([claim], papers)
    assert not held
    assert complaints == ["“Joint values measure the joint importance of features.” is what P1 says, not P2"]
    right = told("Joint values measure the joint importance of features.", "P1")
    both = told("Joint importance of features is what these measure.", "P1", "P2")
    assert checked_claims([right, both], papers) == ([right, both], [])


TITLED = {
    "P1": Paper("s", "Sparse codes for the same data differ by seed", "Codes for the same data differ by their seed."),
    "P2": Paper("e", "End-to-end sparse codes for every network", "More of a network is explained by fewer codes."),
}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{TITLED['P1'].title}, more of a network is explained by fewer codes.", "a paper that isn't cited"),
        (f"{TITLED['P2'].title}, more of a network is explained by fewer codes.", "sets a title before a sentence"),
    ],
)
def test_a_title_is_not_the_subject_of_what_stands_behind_it(text: str, reason: str) -> None:
    kept, (complaint,) = checked_claims([told(text, "P2")], TITLED)
    assert kept == []
    assert reason in complaint
    fine = told(f"{TITLED['P2'].title} explains more of a network by fewer codes.", "P2")
    assert checked_claims([fine], TITLED)[0] == [fine]


@pytest.mark.parametrize(
    ("text", "loose", "close"),
    [
        ("FastNet reaches 72.4% mIoU on the Cityscapes data.", True, True),
        ("FastNet surpasses slower rivals with 72.4% mIoU on Cityscapes.", True, False),
        ("FastNet is good.", True, False),
    ],
)
def test_a_small_models_claim_on_one_paper_is_held_closer(text: str, loose: bool, close: bool) -> None:
    claim = told(text, "P1")
    assert bool(checked_claims([claim], PAPERS)[0]) is loose
    assert bool(checked_claims([claim], PAPERS, closeness=CLOSE_SUPPORT)[0]) is close
    both = told("Both FastNet and SlowNet report mIoU on Cityscapes.", "P1", "P2", kind="agreement")
    assert checked_claims([both], PAPERS, closeness=CLOSE_SUPPORT)[0] == [both]


def test_a_claim_that_is_only_a_title_says_nothing() -> None:
    papers = {**PAPERS, "P4": Paper("audit", "Auditing models: a case study", "We audit models in a case study.")}
    _, complaints = checked_claims([told("Auditing Models: A Case Study.", "P4")], papers)
    assert complaints == ["“Auditing Models: A Case Study.” is only a title; say what the paper reports"]


def test_of_a_claim_that_rambles_the_first_sentence_is_kept_and_what_breaks_off_is_refused() -> None:
    """A local model is stopped at so many characters, wherever it is."""
    ramble = " and it runs on a phone" * 12
    first = "FastNet reaches 72.4% mIoU on Cityscapes."
    (held,) = kept(told(f"{first} It runs in 12 ms{ramble}", "P1"))
    assert held.text == first
    assert complaint(told(f"FastNet reaches 72.4% mIoU on Cityscapes{ramble}", "P1")).endswith(
        "breaks off; one sentence of at most 40 words is enough"
    )


def test_a_papers_own_title_in_quotes_needs_no_sentence_and_an_invented_one_does() -> None:
    title = "Robust probabilistic forecasts of mountain weather across ranges"
    papers = {"P1": Paper("k", f"ScanNet: {title}", "ScanNet reaches 40 AP.")}
    held, complaints = checked_claims([told(f'ScanNet ("{title}") reaches 40 AP.', "P1")], papers)
    assert [e.quote for e in claim_of("c", held[0], papers).evidence] == ["ScanNet reaches 40 AP.", papers["P1"].title]
    assert not complaints
    for cut in ("... of mountain weather across ranges", "Robust probabilistic forecasts ... across ranges"):
        assert checked_claims([told(f'ScanNet ("{cut}") reaches 40 AP.', "P1")], papers)[1] == []
    for invented in (
        title.replace("mountain weather", "the tides of tomorrow"),
        "Ranges across weather of mountains ... robust and probabilistic forecasts",
    ):
        assert checked_claims([told(f'ScanNet ("{invented}") reaches 40 AP.', "P1")], papers)[0] == []
