"""Names and keywords: noun phrases as authors write them, not stems, not titles, not boilerplate."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from real_topics import real_grouping, real_papers

from survey.keyphrases import Likeness, describe, wording_of
from survey.keyphrases.choosing import Candidate, Names, named
from survey.keyphrases.counting import acronyms_of, casing, singular_key
from survey.keyphrases.lists import BOILERPLATE, COMPOUNDS
from survey.keyphrases.phrases import acronyms_in, chunks, is_acronym, phrases, singular, words_of
from survey.keyphrases.scoring import _apart, _held, _says

CTR = [
    (
        "Field-aware models for CTR prediction",
        "Click-through rate (CTR) prediction is crucial in online advertising. We propose X.",
    ),
    (
        "Deep interest network",
        "Click-through rate prediction needs feature interactions. Results show gains in advertising.",
    ),
    (
        "Learning feature interactions",
        "Feature interactions matter for click-through rate prediction. Our method is novel.",
    ),
    ("Embedding tables", "We compress embedding tables used in CTR prediction and advertising."),
]
SAE = [
    ("Sparse autoencoders find features", "Sparse autoencoders (SAEs) split activations of GPT-2 into features."),
    ("Scaling sparse autoencoders", "We train SAEs on language models. A sparse autoencoder learns a dictionary."),
    ("Gated dictionaries", "Gated sparse autoencoders improve dictionary learning for GPT-2."),
    ("Circuits", "Sparse feature circuits built from SAEs explain the behavior of GPT-2."),
]


def keys(text: str) -> set[str]:
    return {p.key for p in phrases(text, {})}


def test_two_groups_get_the_names_a_person_would_give() -> None:
    ctr, sae = describe(wording_of([CTR, SAE]))
    assert ctr.name == "Click-through rate prediction"
    assert sae.name == "Sparse autoencoders"
    assert "advertising" in ctr.keywords
    assert "GPT-2" in sae.keywords


def test_an_acronym_counts_for_what_it_stands_for() -> None:
    assert acronyms_of(CTR + SAE) == {"CTR": "click-through rate", "SAE": "sparse autoencoder"}
    assert {p.key for p in phrases("CTR prediction", {"CTR": "click-through rate"})} >= {
        "click-through rate prediction"
    }


def test_an_acronym_with_two_meanings_stands_for_itself() -> None:
    texts = [("", "feature maps (FM) and"), ("", "foundation models (FM) or"), ("", "flow matching (FM)")]
    assert "FM" not in acronyms_of(texts)


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("We propose a novel mixture of experts.", "mixture of expert", "novel mixture of expert"),
        ("Experiments show state-of-the-art results on image segmentation", "image segmentation", "result"),
        ("This method efficiently generates masked images", "masked image", "generates masked image"),
        ("graph-based approach", "", "graph-based"),
        ("The proposed methods, et al., e.g. networks", "network", "proposed method"),
        ("weights are quickly pruned", "weight", "quickly pruned"),
        ("where LLMs struggle most", "llm", "llm struggle"),  # no noun follows one in the plural
        ("LLM-based agents", "llm-based agent", "llm-based"),
        ("Existing nets fall short", "net", "fall short"),
        ("under varying illumination", "illumination", "varying illumination"),
    ],
)
def test_what_is_and_what_is_not_a_phrase(text: str, wanted: str, unwanted: str) -> None:
    assert not wanted or wanted in keys(text)
    assert unwanted not in keys(text)


def test_names_are_unique_also_across_themes() -> None:
    topics = describe(wording_of([SAE, SAE, SAE]))
    themes = describe(wording_of([SAE + SAE]), taken=[t.name for t in topics])
    names = [d.name.casefold() for d in (*topics, *themes)]
    assert len(set(names)) == 4


def test_a_name_that_stands_is_kept_and_not_given_again() -> None:
    first, second = describe(wording_of([SAE, CTR]), {1: "Sparse autoencoders"})
    assert second.name == "Sparse autoencoders"
    assert first.name != "Sparse autoencoders"


def nearest_to(*wanted: str) -> Likeness:
    """Phrases that lie at the middle of the first group: those with a word of ``wanted``; others at the second's."""

    def near(phrases: Sequence[str]) -> NDArray[np.float32]:
        rows = [(1.0, 0.0) if set(phrase.split()) & set(wanted) else (0.0, 1.0) for phrase in phrases]
        return np.array(rows, dtype=np.float32)

    return near


def test_of_phrases_that_are_as_common_the_one_nearest_to_the_group_names_it() -> None:
    groups = wording_of(
        [[("One", "Loop closure with camera tracking."), ("Two", "Camera tracking, loop closure.")], CTR]
    )
    assert describe(groups, near=nearest_to("tracking"))[0].name == "Camera tracking"
    assert describe(groups, near=nearest_to("closure"))[0].name == "Loop closure"


def test_a_phrase_that_the_vectors_do_not_know_may_still_be_a_name() -> None:
    def unknown(phrases: Sequence[str]) -> NDArray[np.float32]:
        return np.zeros((len(phrases), 2), dtype=np.float32)

    groups = wording_of([CTR, SAE])
    assert [d.name for d in describe(groups, near=unknown)] == [d.name for d in describe(groups)]


def test_a_generic_phrase_names_the_one_group_that_is_about_it() -> None:
    llm = [(f"Steering {n}", "Large language models are here.") for n in range(6)]
    others = [(f"Paper {n}", f"Graphs of {w} and trees.") for n, w in enumerate("abcdefgh")]
    assert describe(wording_of([llm, others]))[0].name == "Large language models"


def test_what_begins_most_papers_phrases_gives_the_name_its_beginning() -> None:
    heads = ("customization", "personalization", "customization", "diffusion")
    texts = [(f"Work {n}", f"We study text-to-image {head} for users.") for n, head in enumerate(heads)]
    assert describe(wording_of([texts, CTR]))[0].name.startswith("Text-to-image customization")


def test_a_doing_that_most_papers_name_beats_a_phrase_that_few_share() -> None:
    kinds = ("Token", "Channel", "Layer", "Head", "Block")
    texts = [(f"{kind} pruning", f"{kind} pruning.") for kind in kinds]
    assert describe(wording_of([texts, CTR, SAE]))[0].name == "Pruning"


def test_no_name_ends_in_the_number_of_dimensions() -> None:
    assert keys("generalizable 3D and explicit 2D scenes") & {"generalizable 3d", "3d", "explicit 2d"} == set()
    assert "3d reconstruction" in keys("We study 3D reconstruction.")


def test_a_topic_whose_best_name_is_taken_is_named_by_what_else_its_papers_share() -> None:
    large = [(f"A{n}", "Diffusion models are here.") for n in range(9)]
    small = [
        ("B1", "Diffusion models for image inpainting."),
        ("B2", "Diffusion models and image inpainting."),
        ("B3", "Diffusion models for text editing."),
        ("B4", "Diffusion models and text editing."),
    ]
    names = [d.name for d in describe(wording_of([large, small, CTR]))]
    assert names[0].startswith("Diffusion models")
    assert set(names[1].lower().split(" and ")) <= {"image inpainting", "text editing"}


def test_a_theme_of_two_large_topics_is_named_by_both() -> None:
    wording = wording_of([SAE, CTR])
    topics = describe(wording)
    spare = [["Sparse autoencoders and more"]]
    (theme,) = describe(
        wording.wider([[0, 1]]), taken=[t.name for t in topics], parts=[[len(SAE), len(CTR)]], spare=spare
    )
    assert set(theme.name.lower().split(" and ")) == {"sparse autoencoders", "click-through rate prediction"}


def test_a_theme_whose_best_phrase_is_a_topic_s_name_is_named_by_two_topics_before_any_lone_word() -> None:
    taken = Names(used={"sparse autoencoder"}, others=set())
    best = Candidate("sparse autoencoder", "Sparse autoencoders", "sparse autoencoders", 1.0, {0: 0.5}, generic=False)
    spare = ["Sparse autoencoders and steering"]
    assert named([best], ["space"], spare, taken) == spare[0]
    assert named([best], ["space"], [], taken) == "Sparse autoencoders and space"


def test_a_theme_that_no_phrase_tells_is_named_by_its_largest_topics() -> None:
    def phrase(key: str, score: float, papers: int) -> Candidate:
        return Candidate(key, key.capitalize(), key, score, dict.fromkeys(range(papers), 0.1), generic=False)

    topics = ["Pruning and prompt tuning"]
    heads, nets = phrase("attention head", 0.1, 1), phrase("vision net", 0.05, 2)
    assert named([heads, nets], (), topics, Names((), ())) == "Pruning and prompt tuning"
    taken = Names({"attention head"}, ())
    strong = phrase("attention head", 1.0, 3)
    assert named([strong, nets], (), topics, taken) == "Pruning and prompt tuning", (
        "a slight phrase beside it says less"
    )
    assert named([strong, phrase("vision net", 0.5, 2)], (), topics, taken) == "Attention head and vision net"


def test_a_phrase_of_one_paper_stands_for_no_group_while_another_has_half_a_claim() -> None:
    taken = Names(used={"membership attack"}, others=set())
    best = Candidate("membership attack", "Membership attacks", "membership attacks", 1.0, {0: 0.5}, generic=False)
    lone = Candidate("privacy", "Privacy", "privacy", 0.9, {0: 0.2, 1: 0.3}, generic=False, lone=True)
    weak = Candidate("upper bound", "Upper bounds", "upper bounds", 0.1, {2: 0.1}, generic=False)
    assert named([best, lone, weak], [], [], taken) == "Membership attacks and upper bounds"
    assert named([best, lone], ["labels"], [], taken) == "Membership attacks and privacy"


def test_correctness_is_no_subject() -> None:
    assert "correct concept" not in keys("We correct the concept with a correct concept.")


def test_a_proper_name_keeps_its_capital_inside_a_name() -> None:
    texts = [
        *((f"A{n}", "Here is loop closure. Rooms and Gaussian kernels.") for n in range(12)),
        *((f"B{n}", "Here is loop closure. Walls and Gaussian kernels.") for n in range(12)),
    ]
    wording = wording_of([texts, CTR])
    names = [d.name for d in describe(wording, {1: "Gaussian kernels"}, taken=["Loop closure"])]
    assert names[0] in {"Loop closure and Gaussian kernels", "Gaussian kernels and loop closure"}


def test_a_title_is_no_name() -> None:
    group = [("Sparse autoencoders", "Sparse autoencoders for dictionary learning."), *SAE]
    assert describe(wording_of([group, CTR]))[0].name != "Sparse autoencoders"


def test_capitals_are_kept_where_authors_write_them() -> None:
    texts = [
        ("Gaussian Splatting with ViT", "We fit Gaussian splatting and a ViT; the Gaussian model trains a Network.")
    ] * 9
    cases = casing(texts)
    assert cases["gaussian"] == "Gaussian"
    assert cases["vit"] == "ViT"
    assert cases["splatting"] == "splatting"
    named = casing([("The Fréchet Distance", "Text-to-SQL by Fréchet distance; Pre-Training for text-to-SQL.")])
    assert (named["fréchet"], named["text-to-sql"], named["pre-training"]) == ("Fréchet", "text-to-SQL", "pre-training")


def test_keywords_of_the_real_topics_are_words_of_their_papers() -> None:
    text = {p.key: f"{p.title} {p.abstract}".lower() for p in real_papers()}
    for topic in real_grouping().topics:
        assert 3 <= len(topic.keywords) <= 10
        for word in topic.keywords:
            assert sum(word.lower() in text[key] for key in topic.papers) >= 1
        assert 1 <= len(topic.phrases) <= 8


def keywords_of_papers(*abstracts: str) -> tuple[str, ...]:
    texts = [(f"Work {n}", abstract) for n, abstract in enumerate(abstracts)]
    return describe(wording_of([texts, CTR, SAE]))[0].keywords


def test_no_keyword_is_another_with_other_endings() -> None:
    told = "We use masked image modeling with masking. Object detection by object detectors. Multi-modal search trees"
    shown = keywords_of_papers(told, f"{told} as multimodal search trees.", told)
    assert "masked image modeling" in shown
    assert not {"masking", "object detectors"} & set(shown)
    assert len([one for one in shown if one.endswith("search trees")]) == 1
    shown = keywords_of_papers(*["Wet river images are seen. Wet river imaging helps."] * 3)
    assert len([one for one in shown if one.startswith("wet river")]) == 1


def test_no_keyword_is_a_piece_of_a_phrase_of_four_words() -> None:
    shown = keywords_of_papers(*["We run Monte Carlo Tree Search (MCTS) and monte Carlo tree search."] * 3)
    assert shown == ("Monte Carlo tree search",)


def test_keywords_that_overlap_are_told_once() -> None:
    told = "We study action unit recognition. Facial action units are hard. Kernels differ."
    shown = keywords_of_papers(told, told, told)
    assert len([one for one in shown if "action unit" in one]) == 1


def test_no_three_keywords_share_a_word() -> None:
    told = "Attention heads differ. Attention maps help. Attention sinks grow. Sound waves are seen. Light rays bend."
    shown = keywords_of_papers(told, told, told)
    assert len([one for one in shown if one.startswith("attention")]) == 2


def test_a_measure_or_a_word_of_any_field_is_no_keyword() -> None:
    told = "Speech recognition by phone lattices and beam search lowers word error rate (WER). Its nature is 7B."
    told = f"{told} Dice similarity is high. Similarity coefficients differ."
    shown = set(keywords_of_papers(told, told, told))
    assert not {"nature", "WER", "word error rate", "7B", "dice similarity", "similarity coefficients"} & shown


def test_an_acronym_within_what_an_acronym_stands_for_is_spelled_out_too() -> None:
    texts = [("", "artificial intelligence (AI) and"), ("", "explainable AI (XAI) or")]
    assert acronyms_of(texts)["XAI"] == "explainable artificial intelligence"
    texts = [("", "a multi-layer perceptron (MLP)"), ("", "a multilayer perceptron (MLP)")]
    assert acronyms_of(texts)["MLP"].endswith("perceptron")
    assert set(acronyms_in("eXplainable trees (XT) of Alzheimer's disease (AD)")) == {
        ("XT", "explainable tree"),
        ("AD", "alzheimer's disease"),
    }


def test_capitals_of_an_acronym_or_of_a_sentence_make_no_name() -> None:
    told = "We grow Silver Tree Folds (STF) in rows. Click-through rates rise. Kalman filters. A Gaussian blur."
    cases = casing([("", told)] * 9)
    assert (cases["tree"], cases.get("click-through", ""), cases["gaussian"]) == ("tree", "", "Gaussian")


@pytest.mark.parametrize("word", ["CTR", "ViT", "3D", "GPT-2", "BERT", "DeiT"])
def test_acronyms(word: str) -> None:
    assert is_acronym(word)
    assert not is_acronym(word.lower().replace("3d", "three").replace("gpt-2", "gpt"))


def test_singulars() -> None:
    assert [singular(w) for w in ("networks", "studies", "analysis", "bias", "losses")] == [
        "network",
        "study",
        "analysis",
        "bias",
        "loss",
    ]
    assert singular("biases") == "bias"
    assert singular_key("Sparse Autoencoders") == "sparse autoencoder"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=3), st.text(alphabet="aAbB -()1", max_size=40))
def test_any_text_gets_a_name(group: list[tuple[str, str]], extra: str) -> None:
    (only,) = describe(wording_of([[*group, (extra, extra)]]))
    assert only.name
    assert all(run for run in chunks(extra))


def test_the_name_is_the_first_of_the_phrases_so_that_whoever_picks_one_finds_it() -> None:
    for topic in real_grouping().topics:
        assert topic.phrases[0] == topic.name


def test_no_two_real_names_are_one_name_in_two_numbers() -> None:
    names = [singular_key(t.name) for t in real_grouping().topics]
    assert len(set(names)) == len(names)


def test_no_real_name_is_generic_or_a_set_of_things() -> None:
    for topic in real_grouping().topics:
        assert topic.name.lower() not in {"neural network", "neural networks", "language models", "model size"}
        assert not any(word in topic.name.lower() for word in ("set of", "amount of", "number of"))
        assert not topic.name.lower().endswith(("click-through", "text-to-image", "out-of-distribution"))


def test_what_every_group_is_about_names_none_of_them() -> None:
    def papers(subject: str) -> list[tuple[str, str]]:
        return [
            (f"Gaussian splatting with {subject} {n}", f"Gaussian splatting gains from {subject}.") for n in range(25)
        ]

    subjects = ("ray tracing", "head avatars", "surface reconstruction", "scene generation")
    found = describe(wording_of([papers(subject) for subject in subjects]))
    assert [d.name.lower() for d in found] == list(subjects)


def test_a_compound_that_stands_before_nouns_is_no_name() -> None:
    papers = [
        ("Text-to-image generation", "Text-to-image generation and text-to-image editing of styles."),
        ("Styles", "Text-to-image editing and generation of styles; text-to-image generation."),
        ("Prompts", "A text-to-image generation from prompts."),
        ("More", "We study text-to-image generation for prompts."),
    ]
    (text, _) = describe(wording_of([papers, CTR]))
    assert text.name.lower().startswith("text-to-image ")


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("an area under the curve (AUC)", "AUC", None),
        ("masked autoencoders (MAEs)", "MAE", "masked autoencoder"),
        ("vision transformer (ViT)", "ViT", "vision transformer"),
        ("click-through rate (CTR)", "CTR", "click-through rate"),
        ("state space models (XYZ)", "XYZ", None),
    ],
)
def test_what_an_acronym_stands_for(text: str, short: str, long: str | None) -> None:
    assert dict(acronyms_in(text)).get(short) == long


def test_what_every_review_or_page_says_names_nothing() -> None:
    assert "review met" not in keys("Twelve reviews met the inclusion criteria.")
    pages = [(f"Robots {n}", f"Of tactile grasping by kind {n}. Project page: robots{n}.") for n in "abcdef"]
    other = [(f"Wheat {n}", f"On winter wheat of kind {n}. Project page: wheat{n}.") for n in "abcdef"]
    assert all("page" not in name.name.lower() for name in describe(wording_of([pages, other])))


def papers_of(*texts: str) -> list[tuple[str, str]]:
    return [(f"Paper {n}", text) for n, text in enumerate(texts)]


def test_a_phrase_whose_words_more_papers_hold_apart_comes_first() -> None:
    about = papers_of(
        "Loop closure and camera tracking.",
        "Camera tracking with loop closure.",
        "Tracking of a moving camera.",
        "A camera helps in robust tracking.",
    )
    assert describe(wording_of([about, CTR, SAE]))[0].name == "Camera tracking"


def test_what_a_paper_says_apart_counts_less_than_what_it_says_as_such() -> None:
    count = wording_of([papers_of("Camera tracking.", "A camera for tracking.", "Tracking.", "Maps.")]).groups[0]
    assert count.holders["camera tracking"] == {0}
    assert count.scattered("camera tracking") == {0, 1}
    assert _held("camera tracking", count, [0.25] * 4) == {0: 0.25, 1: pytest.approx(0.25 * 0.35)}
    assert _held("tracking", count, [0.25] * 4) == {0: 0.25, 1: 0.25, 2: 0.25}


@pytest.mark.parametrize(
    ("key", "least"),
    [("camera", 0), ("point cloud", 0), ("camera model", 0), ("camera image", 0.1), ("loop closure", 0.3)],
)
def test_words_apart_say_less_where_the_last_one_says_little(key: str, least: float) -> None:
    assert least <= _apart(key) <= least + 0.1


def test_words_apart_are_counted_through_all_groups() -> None:
    wording = wording_of([papers_of("Camera tracking.", "A camera for tracking."), papers_of("Tracking of a camera.")])
    assert wording.scattered("camera tracking") == 3
    assert wording.wider([[0, 1]]).groups[0].scattered("camera tracking") == {0, 1, 2}
    assert wording.scattered("no such thing") == 0


def test_groups_together_keep_what_two_papers_hold_and_drop_what_one_does() -> None:
    wording = wording_of(
        [papers_of("Camera tracking. Lattice planes.", "Maps."), papers_of("Camera tracking.", "Maps.")]
    )
    both = wording.wider([[1, 0]]).groups[0]
    assert both.papers == 4
    assert both.holders["camera tracking"] == {0, 2}
    assert both.anywhere["lattice plane"] == 1
    assert "lattice plane" not in both.holders
    assert both.words["lattice"] == {2}


def test_an_acronym_s_words_count_as_well() -> None:
    assert words_of("A CTR model", {"CTR": "click-through rate"}) == {"ctr", "click-through", "rate", "model"}


def test_a_broad_subject_is_named_with_what_the_group_says_of_it() -> None:
    steering = [(f"Steering {n}", "Large language models and activation steering.") for n in range(5)]
    steering += [(f"Heads {n}", "Large language models are here.") for n in range(3)]
    others = [
        [(f"{w}{n}", f"{w} of trees{'. Large language models' if n < 2 else ''}.") for n in range(40)]
        for w in ("Ecology", "Botany", "Forestry", "Gardening", "Logging", "Sawing", "Planting", "Felling", "Climbing")
    ]
    name = describe(wording_of([steering, *others]))[0].name
    assert name == "Large language models and activation steering"


def test_a_group_of_machine_learning_among_others_is_named_so() -> None:
    learning = [(f"Prediction {n}", f"We use machine learning for {w}.") for n, w in enumerate("abcdefgh")]
    others = [(f"Tree {n}", f"Trees of {w}.") for n, w in enumerate("abcdefghijklmnop")]
    assert describe(wording_of([learning, others]))[0].name == "Machine learning"


def test_a_name_that_two_of_five_papers_hold_gets_a_second_one_beside_it() -> None:
    five = papers_of(
        "Speech in Alzheimer's disease.",
        "Scans in Alzheimer's disease.",
        "Brain imaging.",
        "Brain imaging.",
        "Signals.",
    )
    assert describe(wording_of([five, CTR, SAE]))[0].name == "Alzheimer's disease and brain imaging"


def test_where_no_phrase_is_shared_one_names_the_group_whose_words_are() -> None:
    apart = ("A closure of each loop; weights for each token.", "Closures by a loop. Weights and tokens.")
    four = papers_of("Loop closure. Lattice codes. A token weight.", *apart, "Tokens, closures, weights, loops.")
    assert not _says("token weight")
    assert describe(wording_of([four, CTR, SAE]))[0].name == "Loop closure"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We segment point clouds.", "point cloud"),
        ("On novel view synthesis", "novel view synthesis"),
        ("A method for time series", "time sery"),
        ("Time series forecasting", "time sery forecasting"),
        ("Chronic low back pain", "chronic low back pain"),
        ("Low back pain", "low back pain"),
        ("Patients report quality of life.", "quality of life"),
        ("Code generation by models", "code generation"),
        ("Human pose estimation", "human pose estimation"),
    ],
)
def test_terms_that_begin_with_a_word_that_says_nothing_by_itself(text: str, wanted: str) -> None:
    assert wanted in keys(text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("The code and data", "code"),
        ("Quality of images", "quality of image"),
        ("A new view", "view"),
        ("Human evaluation", "human evaluation"),
        ("The object relative to it", "object relative"),
        ("Low cost", "low cost"),
    ],
)
def test_such_words_begin_nothing_else(text: str, unwanted: str) -> None:
    assert unwanted not in keys(text)


@pytest.mark.parametrize("compound", sorted(COMPOUNDS))
def test_every_compound_begins_with_a_word_that_otherwise_begins_nothing(compound: str) -> None:
    first = compound.split()[0]
    assert {first, f"{first}s"} & BOILERPLATE
    assert len(compound.split()) == (3 if " of " in compound else 2)


@pytest.mark.parametrize(
    ("text", "held", "lost"),
    [
        ("While humans easily read stylistic text, models fail.", "stylistic text", "read stylistic text"),
        ("Agents can search structured documents.", "structured document", "search structured document"),
        ("We use highly dynamic scenes.", "dynamic scene", "highly dynamic scene"),
    ],
)
def test_what_is_told_of_a_plural_or_behind_a_modal_begins_no_phrase(text: str, held: str, lost: str) -> None:
    assert held in keys(text)
    assert lost not in keys(text)


def test_no_topic_is_named_by_a_measure_while_anything_else_would_do() -> None:
    measure = Candidate("wer", "WER", "WER", 1.0, {0: 0.5, 1: 0.5}, generic=False)
    task = Candidate("speech recognition", "Speech recognition", "speech recognition", 0.6, {0: 0.5}, generic=False)
    assert named([measure, task], (), (), Names(frozenset(), frozenset())) == "Speech recognition"
    assert named([measure], (), (), Names(frozenset(), frozenset())) == "WER"
