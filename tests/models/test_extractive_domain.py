"""A paper among papers of another domain says what it is for; what its topic is about is not said again."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.document import Survey
from survey.evidence import content_words
from survey.models.extractive.domain import domain, in_its_domain, leaves_out_its_domain
from survey.models.extractive.introduced import with_domains, with_titles
from survey.questions import ClaimAnswer, RecordedPaper

MASKS = "One paper proposes a masking strategy based on the information that two words share."
TOPIC = content_words("masked image modeling encoders")


def of(title: str, abstract: str = "") -> RecordedPaper:
    return replace(paper(1, title, said("contribution", MASKS)), abstract=abstract)


OTHERS = tuple(
    replace(paper(n, f"Masked Image Modeling {n}"), abstract="We mask pixels of images and fill them in.")
    for n in (2, 3, 4, 5, 6)
)


@pytest.mark.parametrize(
    ("title", "abstract", "found"),
    [
        ("Hard Decoders Help in Pre-training for Dense Passage Retrieval", "Dense passage retrieval is slow.",
         ("for", "dense passage retrieval")),
        ("Brain Networks for Automatic Identification of ADHD Subjects", "Subjects with ADHD and others differ.",
         ("for", "automatic identification of ADHD subjects")),
        ("State Representations in Atari", "We play in Atari.", ("in", "Atari")),
        ("State Representations in Atari", "We try it on Atari.", ("", "")),
        ("State Representations in Reinforcement Learning", "In deep Reinforcement Learning, learning is slow.",
         ("in", "reinforcement learning")),
        ("Graph Networks for Learning Molecular Fingerprints", "Fingerprints of molecules are molecular.",
         ("for", "learning molecular fingerprints")),
        ("Masks for Zyzzyva", "We mask.", ("", "")),
        ("Masks for Speech via Attention", "Speech is masked.", ("", "")),
        ("Masks without Labels", "Labels cost.", ("", "")),
        ("Human cell lines maintain their potential for prolonged periods of culture", "Periods of culture.", ("", "")),
        ("Masks for " + "Very " * 6 + "Slow Speech", "very slow speech", ("", "")),
    ],
)  # fmt: skip
def test_a_title_ends_with_what_its_paper_is_for(title: str, abstract: str, found: tuple[str, str]) -> None:
    assert domain(of(title, abstract)) == found


def test_what_is_for_something_else_than_its_topic_says_so() -> None:
    own = of("Hard Decoders for Dense Passage Retrieval", "Dense passage retrieval needs masks.")
    assert in_its_domain(MASKS, own, OTHERS, TOPIC) == (
        "For dense passage retrieval, one paper proposes a masking strategy based on the information that two words "
        "share."
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (MASKS, "Hard Decoders for Masked Image Modeling"),
        (MASKS, "Hard Decoders for Masking Strategies"),
        (MASKS, "Hard Decoders for Large-scale Images"),
        ("One paper proposes masks for passages.", "Hard Decoders for Dense Passage Retrieval"),
        ("One study shows that masks help.", "Hard Decoders for Dense Passage Retrieval"),
        ("HardNet proposes masks.", "HardNet: Decoders for Dense Passage Retrieval"),
    ],
)
def test_what_says_it_or_is_of_the_topic_stays(text: str, title: str) -> None:
    abstract = "Dense passage retrieval, masked image modeling, masking strategies and large-scale images."
    assert in_its_domain(text, of(title, abstract), OTHERS, TOPIC) == text


def test_a_domain_that_the_text_names_by_its_letters_is_not_said_again() -> None:
    text = "One paper proposes a masking method for CNNs called layer masking."
    nets = of("Masking for Convolutional Neural Networks", "We mask convolutional neural networks.")
    assert in_its_domain(text, nets, OTHERS, TOPIC) == text
    other = "One paper proposes a masking method for nets called layer masking."
    assert in_its_domain(other, nets, OTHERS, TOPIC).startswith("For convolutional neural networks, one paper")


def test_what_a_good_part_of_the_topic_is_for_is_no_other_domain() -> None:
    own = of("Hard Decoders for Dense Passage Retrieval", "Dense passage retrieval needs masks.")
    among = [replace(one, abstract="Passage retrieval is dense.") for one in OTHERS[:2]]
    assert in_its_domain(MASKS, own, [*among, *OTHERS[2:]], TOPIC) == MASKS
    assert in_its_domain(MASKS, own, [among[0], *OTHERS[1:]], TOPIC) != MASKS


def test_a_claim_is_led_by_its_domain_where_its_paper_bears_that_out() -> None:
    claim = ClaimAnswer(kind="finding", text=MASKS, papers=["P1"])
    borne = f"{MASKS.replace('One paper proposes', 'For dense passage retrieval we propose')}"
    own = of("Hard Decoders for Dense Passage Retrieval", borne)
    (told,) = with_domains([claim], (own, *OTHERS), TOPIC)
    assert told.text.startswith("For dense passage retrieval, one paper proposes")
    far = of("Hard Decoders for Dense Passage Retrieval", "Dense passage retrieval is slow.")
    (told,) = with_domains([claim], (far, *OTHERS), TOPIC)
    assert told.text == MASKS


def test_a_named_method_of_another_domain_has_its_title_behind_it() -> None:
    text = "UltraNet outperforms graph convolutional networks and achieves ten times the speed of LightNet."
    own = replace(of("UltraNet: Ultra Simple Graph Convolutional Networks for Recommendation", text), said=())
    assert leaves_out_its_domain(text, own, OTHERS, TOPIC)
    claim = ClaimAnswer(kind="finding", text=text, papers=["P1"])
    (told,) = with_titles([claim], (own, *OTHERS), TOPIC)
    assert told.text.startswith('UltraNet ("Ultra Simple Graph Convolutional Networks for Recommendation") outperforms')
    (told,) = with_titles([claim], (own, *OTHERS), content_words("recommendation"))
    assert told.text == text


def test_a_paper_of_the_real_survey_that_is_for_something_else_says_so(real_survey: Survey) -> None:
    texts = [claim.text for topic in real_survey.topics for claim in topic.claims if claim.kind == "finding"]
    led = [text for text in texts if ", one paper " in text and text.startswith(("For ", "In "))]
    assert any(text.startswith("For dense passage retrieval, one paper proposes") for text in led)
    assert len(led) <= 0.1 * len(texts)
