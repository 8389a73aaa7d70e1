"""A trimmed sentence reads well out of its abstract, and says nothing that its sentence doesn't."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.dumps import read_dumps
from survey.evidence import numbers, sentences
from survey.models.extractive.clauses import shortened, tidy
from survey.models.extractive.resolving import resolved
from survey.models.extractive.trim import follows, is_bare_item, points_back, stands_alone, trimmed


@pytest.fixture(scope="module")
def real_sentences(shared: Path) -> tuple[str, ...]:
    """Every sentence of the real dumps' abstracts."""
    dumps = read_dumps([shared / "dumps"]).dumps
    return tuple(s for dump in dumps for paper in dump.papers for s in sentences(paper.abstract))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In this paper, we propose X for vision.", "Proposes X for vision."),
        ("To this end, we introduce a new loss.", "Introduces a new loss."),
        ("To address these problems, we introduce a new loss.", "Introduces a new loss."),
        ("Addressing these limitations, this paper introduces DiffStyler.", "Introduces DiffStyler."),
        ("Motivated by recent work, we study how nets learn.", "Studies how nets learn."),
        ("However, existing methods fail on graphs.", "Existing methods fail on graphs."),
        ("Our method achieves 3.1 mAP on COCO.", "The method achieves 3.1 mAP on COCO."),
        ("This approach yields flow graphs.", "The approach yields flow graphs."),
        ("Through extensive experiments we demonstrate that X holds.", "Demonstrates that X holds."),
        ("We alternately apply attention in blocks.", "Alternately applies attention in blocks."),
        ("We proposed a model that works well.", "Proposes a model that works well."),
        ("We will introduce a method for X.", "Introduces a method for X."),
        ("This work studies the role of depth.", "Studies the role of depth."),
        ("In this paper, the role of depth is studied.", "The role of depth is studied."),
        ("By sequentially addressing these issues, we show that X holds.", "Shows that X holds."),
        ("By identifying the latter, we find that X holds.", "Finds that X holds."),
        ("In the process, we learn a mask.", "Learns a mask."),
        (
            "We propose SlimTree to address this pitfall, with a focus on speed in trees.",
            "Proposes SlimTree, with a focus on speed in trees.",
        ),
        (
            "A deeper net is not sufficient to solve this issue, and trees fail as well.",
            "A deeper net is not sufficient to solve this issue, and trees fail as well.",
        ),
        ("We address the problem by framing pruning as a game.", "Frames pruning as a game."),
        (
            "When choosing trees, we should consider their votes.",
            "When choosing trees, one should consider their votes.",
        ),
        (
            "Trees are everywhere, yet we understand very little about why they work.",
            "Trees are everywhere, yet one understands very little about why they work.",
        ),
        ("We propose a model of trees and use it to rank them.", "Proposes a model of trees and uses it to rank them."),
        ("We propose masks, up to X (to the best of our knowledge).", "Proposes masks, up to X."),
    ],
)
def test_openings_go_and_we_becomes_the_paper(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("SlimTree also outperforms CostPrune.", "SlimTree outperforms CostPrune."),
        ("Masked modeling is also demanding on data.", "Masked modeling is demanding on data."),
        ("SlimTree not only runs but also learns.", "SlimTree not only runs but also learns."),
        ("SlimTree runs fast, and it also learns.", "SlimTree runs fast, and it also learns."),
        ("We find that their masks are biased.", "Finds that the masks are biased."),
        ("We find that trees lose their leaves.", "Finds that trees lose their leaves."),
        (
            "We find that the trunk and the root keep their shape.",
            "Finds that the trunk and the root keep their shape.",
        ),
        ("Despite their size, trees learn fast.", "Despite their size, trees learn fast."),
        ("Nets lose much of their memory.", "Nets lose much of their memory."),
        (
            "We show that any method that is linear -- for example, SHAP and its kin -- can fail in many ways.",
            "Shows that any method that is linear can fail in many ways.",
        ),
        (
            "Trees -- a kind of plants -- can fail in many ways.",
            "Trees – a kind of plants – can fail in many ways.",
        ),
    ],
)
def test_what_leans_on_another_sentence_goes(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("(1) General Auditory Awareness and Processing,", True),
        ("2) Separate sparse masks in both directions of a net.", True),
        ("(2) a loss that ranks the branches of trees;", False),
        ("1) Trees are slow to prune.", False),
        ("(i) SlimTree ranks branches.", False),
        ("2) We propose masks.", False),
        ("General Auditory Awareness and Processing.", False),
    ],
)
def test_an_item_that_only_names_a_thing(sentence: str, bare: bool) -> None:
    assert is_bare_item(sentence) == bare


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We compare ViTs, and show that they differ.", "Compares ViTs, and shows that they differ."),
        ("We identify and characterize artifacts.", "Identifies and characterizes artifacts."),
        ("We train SAEs on outputs and show that it works.", "Trains SAEs on outputs and shows that it works."),
        ("We train nets on X and showed that it works.", "Trains nets on X and shows that it works."),
        (
            "We evaluate it on CelebA, where we show images and suggest edits.",
            "Evaluates it on CelebA, where the authors show images and suggest edits.",
        ),
        (
            "We present a new concept that uses these insights and propose a loss.",
            "The authors present a new concept that uses these insights and propose a loss.",
        ),
        ("We aim to find and remove artifacts.", "Aims to find and remove artifacts."),
        ("We are the first to prune such nets.", "The authors are the first to prune such nets."),
    ],
)
def test_verbs_agree_with_the_subject_that_is_left(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Using CSAE, we show that chess nets plan.", "Using CSAE, the authors show that chess nets plan."),
        ("The design allows us to train deep nets.", "The design allows one to train deep nets."),
        ("It is an approach we call Outlier Exposure.", "It is an approach called Outlier Exposure."),
        ("The theorem we present in this paper describes layers.", "The theorem describes layers."),
        ("Nets, as we find that we can show, learn.", "Nets, as the authors find that one can show, learn."),
        ("We show that we can prune oaks.", "Shows that one can prune oaks."),
        ("We explore whether we can prune oaks.", "Explores whether one can prune oaks."),
        ("We show how we cut oaks.", "Shows how the authors cut oaks."),
        (
            "The more saws we learn from, the better we cut.",
            "The more saws one learns from, the better one cuts.",
        ),
        ("The past provides us with hard leaves.", "The past provides one with hard leaves."),
        ("Similar to SlimTree we improves the masks.", "Improves the masks."),  # people aren't like a tree
        ("Unlike the old saws, we cut low twigs.", "Cuts low twigs."),
        ("Unlike old work on saws, we cut twigs.", "Unlike old work on saws, the authors cut twigs."),
        ("We show that we can also prune oaks.", "Shows that one can prune oaks."),
        ("We've developed saws that cut oaks.", "The authors have developed saws that cut oaks."),
        ("The win needs tests like ours of oaks.", "The win needs tests like the proposed one of oaks."),
        ("It is a tree net, which we call as OakNet.", "It is a tree net, called OakNet."),
        ("(ii) FastNet prunes oaks in the fog; and", "FastNet prunes oaks in the fog."),
        ("FastNet grows oaks,which are cut,and elms.", "FastNet grows oaks, which are cut, and elms."),
        ("A new net, OakNet, is proposed to address these problems.", "A new net, OakNet, is proposed."),
        (
            "A new net, OakNet, is designed to address these problems.",
            "A new net, OakNet, is designed to address these problems.",
        ),
        ("Then a net of twigs is pruned with saws.", "A net of twigs is pruned with saws."),
        ("Further analysis reveals that oaks grow.", "Analysis reveals that oaks grow."),
        ("Further pruning with saws harms the oaks.", "Further pruning with saws harms the oaks."),
        ("We cut oaks; in spring, we plant them.", "Cuts oaks; in spring, the authors plant them."),
        ("In fall we cut; in spring, we plant.", "In fall the authors cut; in spring, they plant."),
        ("SlimTree therefore applies masks to oaks.", "SlimTree applies masks to oaks."),
        ("Our method thus needs fewer saws.", "The method needs fewer saws."),
        ("Oaks that rot and therefore fall are pruned.", "Oaks that rot and therefore fall are pruned."),
        ("Our study reveals that pruning is also hard.", "The study reveals that pruning is hard."),
        ("Our method is also robust to wind.", "The method is robust to wind."),
    ],
)
def test_we_within_a_sentence(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("HRNet (Sun et al., 2019a) is a strong net.", "HRNet is a strong net."),
        ("Complex models (i.e., millions of parameters) are opaque.", "Complex models are opaque."),
        (
            "In a smaller net (e.g., OakNet), many twigs (e.g., of oaks) are lost.",
            "In a smaller net (e.g., OakNet), many twigs are lost.",
        ),
        ("It works in various states (i.e., sun and rain).", "It works in various states (i.e., sun and rain)."),
        ("The rate is 84.3\\% on A~B.", "The rate is 84.3% on A B."),
        ("It uses a ``fully pre-trained'' path.", 'It uses a "fully pre-trained" path.'),
        ("We propose a novel method named OptFS to address these problems.", "Proposes a novel method named OptFS."),
        (
            "We propose masking for distillation (ACAM-KD), which introduces two key components:",
            "Proposes masking for distillation (ACAM-KD).",
        ),
        ("(2) Adaptive masking keeps the best features.", "Adaptive masking keeps the best features."),
        ("imTED improves few-shot detection by 7.6 AP", "imTED improves few-shot detection by 7.6 AP."),
    ],
)
def test_what_a_reader_can_do_without_goes(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We address this issue by introducing a tuning step.", "Introduces a tuning step."),
        ("We tackle these problems by jointly learning X and Y.", "Jointly learns X and Y."),
        ("We address this issue proposing a robust filter.", "Proposes a robust filter."),
        ("In this paper, we aim to fill this gap by proposing a test.", "Proposes a test."),
        ("We depart from this observation and reexamine labels.", "Reexamines labels."),
        ("We address noise by adding more data.", "Addresses noise by adding more data."),
        ("Towards answering this question, we show that it is vital.", "Shows that it is vital."),
        ("We propose a net with gains in the following three aspects.", "Proposes a net."),
        ("We add noise to the data following a text condition.", "Adds noise to the data following a text condition."),
        ("Conclusion Overall, no pattern was found.", "No pattern was found."),
        ("Results The drug reduced pain.", "The drug reduced pain."),
        ("Results show that the drug reduced pain.", "Results show that the drug reduced pain."),
    ],
)
def test_what_points_at_another_sentence_goes(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Experiments show that \\alg finds concepts.", "Experiments show that the method finds concepts."),
        ("We propose \\OurMethod, a model of scenes.", "Proposes a model of scenes."),
        ("The \\rafdb and \\affectnet datasets are used.", "The rafdb and affectnet datasets are used."),
        ("It holds for rotations by 60{\\deg} and more.", "It holds for rotations by 60° and more."),
        ("It was seen before sokol2020one,shen2024towards in studies.", "It was seen before in studies."),
        ("The results show that the the authors can win.", "The results show that the authors can win."),
    ],
)
def test_remains_of_latex_go(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We develop and exhibit this idea for images.", "Develops and exhibits this idea for images."),
        ("We grouped shares and weighed the groups.", "The authors grouped shares and weighed the groups."),
        (
            "We develop a test, introduce safety limits and show that it works.",
            "Develops a test, introduces safety limits and shows that it works.",
        ),
        ("This study was conducted in two hospitals.", "The study was conducted in two hospitals."),
        ("This paper is about trees and their use.", "The paper is about trees and their use."),
        ("We created a harder data set ourselves, by hand.", "Creates a harder data set, by hand."),
    ],
)
def test_more_than_one_verb_and_other_subjects(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "before", "name", "expected"),
    [
        ("It also beats X.", "Proposes SlimTree, a pruner.", "SlimTree", "SlimTree also beats X."),
        ("It also beats X.", "SlimTree is small.", "SlimTree", "SlimTree also beats X."),
        ("Moreover, it runs faster.", "SlimTree is small.", "SlimTree", "Moreover, SlimTree runs faster."),
        ("It also beats X.", "The proposed method is small.", None, "The method also beats X."),
        ("It is known that X holds.", "SlimTree is small.", "SlimTree", "It is known that X holds."),
        ("It also beats X.", "Trees are small.", "SlimTree", "It also beats X."),
        ("It remains unclear why.", "SlimTree is small.", "SlimTree", "It remains unclear why."),
        (
            "It obtains 86.5% on Trees.",
            "With little more, the resulting method, SlimTree, sets a record.",
            "SlimTree",
            "SlimTree obtains 86.5% on Trees.",
        ),
        ("It obtains 86.5%.", "The best method, Oak, loses to SlimTree.", "SlimTree", "It obtains 86.5%."),
    ],
)
def test_it_gets_its_name_only_where_that_is_plain(sentence: str, before: str, name: str | None, expected: str) -> None:
    assert resolved(sentence, before, before, name) == expected


def test_behind_another_sentence_the_opening_stays() -> None:
    assert follows("However, they ignore our data [3].") == "However, they ignore the data."
    assert follows("Third, this leads to gains.") == "This leads to gains."


@pytest.mark.parametrize("text", ["They fail.", "Applying them to trees is hard.", "This leads to gains."])
def test_what_has_its_subject_in_the_sentence_before_points_back(text: str) -> None:
    assert points_back(text)
    assert not stands_alone(text)


def test_both_of_two_named_things_stand_alone() -> None:
    assert stands_alone("Both quantitative and qualitative results are better.")
    assert not stands_alone("Both show better results on images.")


@pytest.mark.parametrize("much", ["only ten saws", "just a fraction of the saws", "two orders-of-magnitude less steel",
                                  "half the saws", "twice the oaks", "3 saws"])  # fmt: skip
def test_no_figure_in_words_is_cut_off(much: str) -> None:
    text = f"The method is a simple way to cut {'very ' * 30}old oaks, by using {much}."
    assert shortened(text) == text
    assert shortened(text.replace(much, "better saws")) == f"{text.partition(',')[0]}."


def test_trailing_clauses_go_only_from_long_sentences_and_only_where_the_rest_is_whole() -> None:
    short = "The method is quick, which helps users."
    assert shortened(short) == short
    head = "The method is a simple way to train deep nets on small data"
    long = f"{head}, which is " + "very " * 30 + "useful."
    assert shortened(long) == f"{head}."
    fragment = (
        "Concept-based methods for explaining large vision nets to users of them, such as " + "A, " * 30 + "help."
    )
    assert shortened(fragment) == fragment
    with_number = f"{head}, improving accuracy by 3.1 points " + "and more " * 20
    assert shortened(with_number) == with_number


def test_whom_a_percentage_beats_stays() -> None:
    text = (
        "Extensive tests on a wide range of old and young forests demonstrate SlimTree's ability to keep every branch "
        "in its place, achieving up to a 31% reduction of the leaves on the ground of the wet woods, "
    )
    compared = f"{text}significantly improving the light compared to state-of-the-art saws."
    assert shortened(compared) == compared
    assert shortened(f"{text}significantly improving the light for all birds.") == f"{text.rstrip(', ')}."


@pytest.mark.parametrize(
    "text",
    [
        "This leads to better features.",
        "They do not filter features.",
        "The former restricts the search.",
        "How do such nets learn?",
        "The above holds for nets.",
        "There are several challenges to achieve this.",
        "It works.",
        "Two issues remain to be settled.",
        "MaskGAN has two main components.",
        "Adaptive Masking (AM), which weighs all channels.",
        "As low, high or unclear.",
        "The study reveals that.",
        "Introduces OakFuse, a novel method.",
        "Splits the twigs by their age, sorting them into.",
        "The work is an improved version of the previous study of oaks.",
        "OakNet gets 75.15%|82.03%|84.16%|78.63% accuracy on four forests.",
    ],
)
def test_what_points_back_does_not_stand_alone(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text", ["Proposes X for vision.", "3DCertify is quick and exact.", "imTED is a new detector."]
)
def test_what_names_its_subject_stands_alone(text: str) -> None:
    assert stands_alone(text)


def test_every_real_sentence_is_trimmed_to_a_sentence_without_we(real_sentences: tuple[str, ...]) -> None:
    for sentence in real_sentences:
        text = trimmed(sentence)
        assert text[-1] in ".?!", text
        assert not re.search(r"\b(?:[Ww]e|[Oo]ur)\b", text), text
        assert not re.match(r"(?:However|Moreover|To this end|In this paper|Specifically)\b,", text), text


def test_no_number_of_a_trimmed_sentence_is_new(real_sentences: tuple[str, ...]) -> None:
    for sentence in real_sentences:
        numbers = re.findall(r"\d+(?:[.,]\d+)*", trimmed(sentence))
        assert all(number in sentence for number in numbers), sentence


def test_almost_no_word_of_a_trimmed_sentence_is_new(real_sentences: tuple[str, ...]) -> None:
    """Only "the", "authors", "they", "one", "aims", "called", "shown", "uses" (for "with"), "here", "a" (for "the
    first", so far as known), verb endings are added."""
    allowed = {
        "the",
        "authors",
        "they",
        "their",
        "one",
        "called",
        "shown",
        "own",
        "uses",
        "aims",
        "here",
        "a",
        "an",
        "among",
    }
    for sentence in real_sentences:
        if re.search(
            r"\\[A-Za-z]|\bours\b", sentence
        ):  # a macro that stands for the method's name becomes "the method"
            continue
        had = {w[:2].lower() for w in re.findall(r"[^\W\d_]+", sentence)}
        new = {w for w in re.findall(r"[^\W\d_]+", trimmed(sentence)) if w.lower() not in allowed}
        new = {w for w in new if w[:2].lower() not in had and w.lower() not in {"has", "finds", "naïve"}}
        assert not new, (new, sentence)


def test_most_real_sentences_fit_into_35_words(real_sentences: tuple[str, ...]) -> None:
    texts = [trimmed(s) for s in real_sentences]
    short = [t for t in texts if len(t.split()) <= 35]
    assert len(short) > 0.9 * len(texts)


@given(st.text())
def test_any_text_can_be_trimmed(text: str) -> None:
    assert isinstance(trimmed(text), str)
    assert stands_alone(trimmed(text)) in {True, False}


@given(
    st.lists(st.sampled_from("We show that to this end , however our ( ) 3.1 % and in paper: the .".split())).map(
        " ".join
    )
)
def test_broken_sentences_are_trimmed_without_we(text: str) -> None:
    assert not re.search(r"\b(?:we|our)\b", trimmed(text), re.IGNORECASE)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("GridNet addresses this with coarse cells, which are cheap.", "GridNet uses coarse cells, which are cheap."),
        ("GridNet (GN) tackles these issues by drawing cells.", "GridNet (GN) draws cells."),
        ("We propose a net which tackles this challenge by designing cells.", "Proposes a net which designs cells."),
        ("A tool that overcomes this limitation through reuse is shown.", "A tool that uses reuse is shown."),
        ("We address this with a new loss.", "Uses a new loss."),
        ("To disentangle these effects, we propose a probe.", "Proposes a probe."),
        ("To interpret such networks, the probe draws masks.", "The probe draws masks."),
        ("To interpret networks, the probe draws masks.", "To interpret networks, the probe draws masks."),
        ("GridNet addresses this.", "GridNet addresses this."),
        (
            "We present GridBench, a live benchmark designed to overcome these challenges.",
            "Presents GridBench, a live benchmark.",
        ),
        ("We also demonstrate that introducing noise helps.", "Demonstrates that introducing noise helps."),
    ],
)
def test_what_a_thing_is_done_for_goes_where_another_sentence_says_it(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("We propose **NEST** (**N**ext-level si**E**ves) for sand.", "Proposes NEST (Next-level siEves) for sand."),
        ("We learn a *daily schedule* for tired nets.", "Learns a daily schedule for tired nets."),
        ("We use 10**4/10**5 times less of A* and D* search.", "Uses 10**4/10**5 times less of A* and D* search."),
    ],
)
def test_emphasis_is_for_the_abstracts_own_page(marked: str, shown: str) -> None:
    assert trimmed(marked) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Needs 2.5 to 3.7times less compute for trees.", "Needs 2.5 to 3.7 times less compute for trees."),
        (
            "Slow trees -- of which many grow -- are 3times slow.",
            "Slow trees – of which many grow – are 3 times slow.",
        ),
        ("Trees gain 2--2.5% with --resume on.", "Trees gain 2--2.5% with --resume on."),
        ("It maps a result--say, of oaks.", "It maps a result–say, of oaks."),
    ],
)
def test_times_and_dashes_read_as_in_print(typed: str, shown: str) -> None:
    assert tidy(typed) == shown
    assert numbers(shown) == numbers(typed)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We do so by introducing a pair of gates.", "Introduces a pair of gates."),
        ("Resulting in a loss of leaves, we propose a saw.", "Proposes a saw."),
        ("We do this by carefully merging two trees.", "Carefully merges two trees."),
        ("To isolate its effect, we describe a test with random trees.", "Describes a test with random trees."),
        (
            "To prove the correlation between these two problems, we examine the trees with two tools.",
            "Examines the trees with two tools.",
        ),
        ("To grow apples, we water the trees twice.", "To grow apples, the authors water the trees twice."),
        (
            "We introduce a geometric frame to address this, based on the analysis of batches.",
            "Introduces a geometric frame, based on the analysis of batches.",
        ),
        (
            "By joining three parts tailored to address the above problems, we present SlimTree.",
            "By joining three parts, the authors present SlimTree.",
        ),
        (
            "We propose a solution based on adding tokens to the input of the tree to fill that role.",
            "Proposes a solution based on adding tokens to the input of the tree.",
        ),
        (
            "We confirm this limitation of pixels and propose a method that uses their edges.",
            "Confirms a limitation of pixels and proposes a method that uses their edges.",
        ),
        (
            "We study the problem of rain and solve this problem of rain with roofs.",
            "Studies the problem of rain and solves this problem of rain with roofs.",
        ),
        ("Trees gain 2x over SlowTree (Table 5), on average.", "Trees gain 2x over SlowTree, on average."),
        ("Trees gain 2x over SlowTree (see Section 3.1).", "Trees gain 2x over SlowTree."),
        ("We pro-pose a net for sorting apples.", "Proposes a net for sorting apples."),
        ("We re-examine a co-design of trees and roofs.", "Re-examines a co-design of trees and roofs."),
        ("Comparatively, dropping a random branch works as well.", "Dropping a random branch works as well."),
        ("The {llama model is small but sorts well.", "The llama model is small but sorts well."),
        (
            "We present a method that aims to overcome this limitation by merging the leaves with a new tree.",
            "Presents a method that merges the leaves with a new tree.",
        ),
        (
            "We propose SlimTree, which overcomes these limits through an integrated framework.",
            "Proposes SlimTree, which overcomes these limits through an integrated framework.",
        ),
    ],
)
def test_what_points_out_of_the_sentence_goes_where_the_rest_says_enough(sentence: str, expected: str) -> None:
    assert trimmed(sentence) == expected


def test_a_count_of_parts_alone_says_nothing() -> None:
    assert not stands_alone("The method makes three key contributions.")
    assert stands_alone("The method makes three key contributions to the study of apples: a saw, a belt and a scale.")


@pytest.mark.parametrize(
    ("left", "shown"),
    [
        ("turned by pm60{\\deg} at most", "turned by ±60° at most"),
        ("turned by \\pm 60 at most", "turned by ±60 at most"),
        ("grows by \\sim 20 and sim2.4 points", "grows by ~20 and ~2.4 points"),
        ("at a depth of sim 20, with sim1,400 leaves", "at a depth of ~20, with ~1,400 leaves"),
        ("a score of \\~ 0.90", "a score of ~0.90"),
        ("SL^{2}A-INR learns", "SL^2A-INR learns"),
        ("the routing of trees \\citep{wood2019a}, so", "the routing of trees, so"),
        ("the routing algorithm \\citep, so", "the routing algorithm, so"),
        ("Introduces {TreeNet}, a saw", "Introduces TreeNet, a saw"),
        ("It wins ( by 3 mIoU on ACDC ), too", "It wins (by 3 mIoU on ACDC), too"),
        ("It has a explicit end and a open one", "It has an explicit end and an open one"),
        # what only looks like it
        ("MP_{+} of $f_{x}$ in a one-way and a European net", "MP_{+} of $f_{x}$ in a one-way and a European net"),
        ("What A affects in case a is seen", "What A affects in case a is seen"),
        ("pm2.5 and pm10 in sim2real", "pm2.5 and pm10 in sim2real"),
        ("in sim 20 trees fall at 10 pm 5 days", "in sim 20 trees fall at 10 pm 5 days"),
    ],
)
def test_what_is_left_of_macros_is_shown_as_it_was_meant(left: str, shown: str) -> None:
    assert tidy(left) == shown


def test_a_cut_leaves_no_bare_name_and_no_end_within_a_list_of_symbols() -> None:
    told = trimmed(
        "Because they are made of fine-grained units and not of coarse ones, sparse trees are useful for many of the "
        "downstream tasks that people have with apples: we introduce SHIFT, where we improve the sorting of apples by "
        "cutting the leaves that a human judges to be irrelevant."
    )
    assert "SHIFT, where" in told
    assert trimmed("At each step, the leaves are counted, and the set of all {1,...") == (
        "At each step, the leaves are counted."
    )


def test_a_sentence_that_ends_within_a_clause_loses_that_clause() -> None:
    assert trimmed("We present a new paradigm for sorting apples, which factorizes the") == (
        "Presents a new paradigm for sorting apples."
    )
    assert tidy("a task proposed by~\\cite{wood}.") == "a task proposed."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is demonstrated in the present study that trees grow in saws.", "Demonstrates that trees grow in saws."),
        ("It was shown here that trees grow in deep saws.", "Shows that trees grow in deep saws."),
        ("It has been shown that trees grow in deep saws.", "It has been shown that trees grow in deep saws."),
        ("Purpose: To develop a saw that cuts trees early, saving much of the light.",
         "Aims to develop a saw that cuts trees early, saving much of the light."),
        ("To develop a saw that cuts trees early, the light is saved.",
         "To develop a saw that cuts trees early, the light is saved."),
        ("Equivalently, trees reach the light of shrubs.", "Trees reach the light of shrubs."),
        ("We sort leaves by five kinds of light: 1.", "Sorts leaves by five kinds of light."),
    ],
)  # fmt: skip
def test_what_is_shown_in_the_study_and_aimed_at_is_told_as_such(text: str, told: str) -> None:
    assert trimmed(text) == told


@pytest.mark.parametrize(
    ("hedged", "told"),
    [
        ("To the best of our knowledge, FrostNet is the first net that ranks buds by their frost in spring.",
         "FrostNet is a net that ranks buds by their frost in spring."),
        ("To our knowledge, we are the first to rank buds by their frost in the spring.",
         "Ranks buds by their frost in the spring."),
        ("We introduce, to our knowledge, the first open map for orchards of the north.",
         "Introduces an open map for orchards of the north."),
        ("To our knowledge, FrostNet is the first to rank buds by their frost.",
         "FrostNet is among the first to rank buds by their frost."),
        ("To our knowledge, FrostNet yields the first maps of frost in orchards.",
         "FrostNet yields maps of frost in orchards."),
        ("FrostNet is the first net that ranks buds by frost.", "FrostNet is the first net that ranks buds by frost."),
    ],
)  # fmt: skip
def test_what_is_first_as_far_as_its_authors_know_is_not_said_to_be(hedged: str, told: str) -> None:
    assert trimmed(hedged) == told


def test_no_list_loses_its_last_item() -> None:
    listed = (
        "FrostNet guards the buds of early pears in three parts: (a) a root reader, which tells the roots of old trees "
        "from those of young ones; (b) a bark reader, which tells moss from frost; and (c) a gate that joins the two."
    )
    assert trimmed(listed) == listed
    counted = (
        "FrostNet guards the buds of early pears in orchards of the north with three main parts: a reader of roots, "
        "which tells the old from the young, a reader of bark for moss and frost, and a gate that joins the two."
    )
    assert trimmed(counted) == counted


def test_examples_within_a_sentence_go_and_its_verb_stays() -> None:
    said = (
        "We find that few of the buds are open in each of the orchards, and that the shapes of all the leaves, "
        "including length, width, and bend, vary strongly with the frost of the spring in which they came."
    )
    assert "shapes of all the leaves vary strongly with the frost" in trimmed(said)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The graph presented in this article as a map of frost guides gardeners.",
         "The graph presented here as a map of frost guides gardeners."),
        ("We propose in this paper a map of frost for gardeners.", "Proposes a map of frost for gardeners."),
        ("Complementarily, FrostNet aligns buds with leaves.", "FrostNet aligns buds with leaves."),
        ("We propose a multi - agent system with a frost - based rule for gardens.",
         "Proposes a multi-agent system with a frost-based rule for gardens."),
        ("We propose a net that tells frost from moss on a large scale, meeting all the needs above.",
         "Proposes a net that tells frost from moss on a large scale."),
        ("We introduce a framework for gardeners of the far north, making three key contributions.",
         "Introduces a framework for gardeners of the far north."),
        ("We clean buds of pears for training; \\3) we train two nets on them.",
         "Cleans buds of pears for training; 3) the authors train two nets on them."),
    ],
)  # fmt: skip
def test_small_remains_of_an_abstract_go(said: str, told: str) -> None:
    assert trimmed(said) == told


def test_what_stands_between_dashes_takes_no_verb_with_it() -> None:
    said = (
        "We show that nets pruned in the cold winters of the north can benefit this, and that old twigs of oaks "
        "grown in the south -- although still thin and rather dry -- can bear the snow of a long winter for many weeks."
    )
    assert trimmed(said).endswith(
        "and that old twigs of oaks grown in the south can bear the snow of a long winter for many weeks."
    )


def test_what_was_achieved_is_said_of_what_achieves_it() -> None:
    said = "We evaluate FrostNET on two public orchards, achieving 5 % more pears than old nets."
    assert trimmed(said) == "On two public orchards, FrostNET achieves 5 % more pears than old nets."
    said = "We evaluate our method on two public orchards, outperforming old nets by far in spring."
    assert trimmed(said) == "On two public orchards, the method outperforms old nets by far in spring."


def test_a_dash_that_lost_its_spaces_is_one() -> None:
    said = "Oaks reach a score of 0.58-over twice that of pears."
    assert trimmed(said) == "Oaks reach a score of 0.58 – over twice that of pears."
    said = "We introduce Frost R1-the first large-scale net of pears-in the state-of-the-art north."
    assert trimmed(said) == "Introduces Frost R1 – the first large-scale net of pears-in the state-of-the-art north."


def test_quoted_examples_go_and_what_they_stood_before_stays() -> None:
    said = 'We turn hints of people, e.g., "If it is wet, stop", or "Cut it", into rules for saws in the woods.'
    assert trimmed(said) == "Turns hints of people into rules for saws in the woods."


def test_a_step_towards_what_was_said_before_goes() -> None:
    assert trimmed("We introduce a family of trees that make a step towards this vision.") == (
        "Introduces a family of trees."
    )
