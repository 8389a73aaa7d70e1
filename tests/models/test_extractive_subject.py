"""Who a statement is about, and whether it makes sense and says something without its abstract."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.models.extractive.alone import is_vague, points_elsewhere
from survey.models.extractive.called import called, name_of
from survey.models.extractive.contributed import contribution, is_what
from survey.models.extractive.findingout import plainly
from survey.models.extractive.subject import named, stands_alone, with_subject
from survey.questions import RecordedPaper, Said
from survey.words import capital, small

COLOR = paper(1, "ColorMAE: Masks for autoencoders")
PLAIN = paper(2, "Masks for autoencoders", said("contribution", "Proposes MaskFormer, a classifier of masks."))
MUTE = paper(3, "On the masks of autoencoders")


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (COLOR, "ColorMAE"),
        (PLAIN, "MaskFormer"),
        (MUTE, None),
        (
            paper(4, "A title", said("contribution", "Presents Masked Transformer (Mask2Former), which segments.")),
            "Mask2Former",
        ),
        (paper(4, "A title", said("contribution", "Presents pre-training by masked image modeling (MIM).")), None),
        (paper(4, "A title", said("contribution", "Introduces a decoder called FastDec for masks.")), "FastDec"),
        (
            paper(
                4,
                "Grid Nets for All",
                said("contribution", "Grid Nets for Trees (GNT5) is a single net for all trees."),
            ),
            "GNT5",
        ),
        (paper(4, "A title", said("contribution", "The Modified National Set (MNIST2) is used by many nets.")), None),
        (paper(4, "A title", said("problem", "Proposes NotThis, a straw man.")), None),
    ],
)
def test_a_method_has_the_name_that_its_title_or_its_contribution_gives_it(
    one: RecordedPaper, name: str | None
) -> None:
    assert name_of(one) == name


def test_a_paper_without_a_name_is_called_as_its_title_begins() -> None:
    assert called(COLOR) == "ColorMAE"
    rot = replace(paper(5, "LeafRot: On Leaves"), abstract="We study a phenomenon that we term LeafRot in trees.")
    assert name_of(rot) is None, "it is what the paper works on"
    task = replace(paper(5, "LeafOut: On Leaves"), abstract="We introduce a task, referred to as LeafOut, of trees.")
    assert name_of(task) is None
    assert name_of(replace(rot, abstract="We propose LeafRot for the problem of trees.")) == "LeafRot"
    assert called(paper(4, "Deep Networks for Image Retrieval")) == "Deep Networks"
    assert (
        called(paper(4, "Integrally Pre-Trained Transformer Pyramid Networks Again"))
        == "Integrally Pre-Trained Transformer Pyramid Networks"
    )


@pytest.mark.parametrize(
    ("title", "quoted"),
    [
        ("Per-Pixel Classification is Not All You Need", '"Per-Pixel Classification is Not All You Need"'),
        ("Do Nets Dream?", '"Do Nets Dream?"'),
        ("Beyond Masks: Trees for All", '"Beyond Masks"'),
        ("Rethinking Masks -- A Study of Trees", '"Rethinking Masks"'),
        ("Random Trees Can Learn", '"Random Trees Can Learn"'),
        ("Learning to Mask Trees", '"Learning to Mask Trees"'),
        ("Masks That Meet Trees Need More Than One Hundred Years", '"Masks That Meet Trees Need More Than ..."'),
    ],
)
def test_a_title_that_is_a_sentence_names_nothing(title: str, quoted: str) -> None:
    assert called(paper(4, title)) == quoted


def test_a_figure_is_of_what_reaches_it_by_its_own_sentence() -> None:
    loser = paper(4, "Per-Pixel Classification is Not All You Need")
    assert called(loser, "With 55.6 mIoU on ADE20K, MaskFormer exceeds all others.") == "MaskFormer"
    assert called(COLOR, "MaskFormer exceeds all others.") == "ColorMAE", "the paper's own name comes first"


QUOTED = "Tree Mask Nets are Not All You Need"


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ([("contribution", "Following this, we propose MaskFormer, a classifier of masks.")], "MaskFormer"),
        ([("contribution", "In this work, our new method called TreeNet masks leaves.")], "TreeNet"),
        ([("contribution", "We build a new dataset called TreeNet.")], None),
        ([("contribution", "The recently proposed TreeNet, a classifier of masks, is slow.")], None),
        ([("contribution", "Trees are masked."), ("method", "We introduce ShiftNet, where leaves fall.")], None),
        (
            [
                ("contribution", "Trees are masked."),
                ("method", "We introduce ShiftNet, where leaves fall."),
                ("result", "ShiftNet drops all leaves."),
            ],
            "ShiftNet",
        ),
        ([("contribution", "We propose tree mask nets (TMN) for leaves.")], "TMN"),
        ([("contribution", "We propose a loss with masked leaves (CML) for trees.")], None),
    ],
)
def test_the_name_that_a_papers_own_sentences_give_is_its_name(fields: list[tuple[str, str]], name: str | None) -> None:
    told = [Said(field, text, (text,)) for field, text in fields]
    assert name_of(paper(4, QUOTED, *told)) == name


@pytest.mark.parametrize("start", ["Rethinking GANs", "Beyond CNNs", "Revisiting LSTMs", "Understanding ViTs"])
def test_the_start_of_a_title_that_says_what_is_done_is_no_name(start: str) -> None:
    assert name_of(paper(4, f"{start}: Trees for all")) is None


# --- what is only held ---


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Our results strongly suggest that trees sleep.", "Suggests that trees sleep."),
        ("The study indicates that trees would prefer rain.", "Indicates that trees would prefer rain."),
        ("Experiments on nine trees suggest that leaves fall.", "Suggests that leaves fall."),
        ("These findings imply that leaves fall.", "Suggests that leaves fall."),
        ("Results indicate that trees reach 91.2 AP.", "Trees reach 91.2 AP."),
        ("Results show that nets should be small.", "Argues that nets should be small."),
        ("Results show that nets are small.", "Nets are small."),
    ],
)
def test_what_is_only_suggested_is_told_as_suggested(text: str, told: str) -> None:
    assert plainly(text) == told


def test_who_suggests_is_named_as_a_paper_not_as_its_method() -> None:
    assert named(COLOR, "Results suggest that trees sleep.") == "The ColorMAE paper suggests that trees sleep."
    assert with_subject(COLOR, "Suggests that ColorMAE sleeps.") == "The ColorMAE paper suggests that ColorMAE sleeps."
    assert with_subject(MUTE, named(MUTE, "Results indicate that trees sleep.")) == (
        "One study indicates that trees sleep."
    )


@pytest.mark.parametrize("text", ["Is the first to count trees.", "Reframes and measures the sleep of trees."])
def test_what_starts_with_a_verb_of_the_paper_has_a_subject(text: str) -> None:
    own = paper(1, "On Trees", said("contribution", text))
    own = replace(own, said=(replace(own.said[0], quotes=("We reframe and measure the sleep of trees.",)),))
    assert with_subject(own, text) == f"One paper {text[0].lower()}{text[1:]}"
    assert with_subject(own, "Reframes and measures are old.") == "Reframes and measures are old."


# --- texts that stand alone ---


@pytest.mark.parametrize(
    ("one", "text", "wanted"),
    [
        (COLOR, "The proposed method achieves 84% accuracy.", "ColorMAE achieves 84% accuracy."),
        (COLOR, "Achieves 84% accuracy.", "ColorMAE achieves 84% accuracy."),
        (COLOR, "On CIFAR-10 it gains 2%.", "ColorMAE: On CIFAR-10 it gains 2%."),
        (COLOR, "On CIFAR-10, it gains 2%.", "On CIFAR-10, ColorMAE gains 2%."),
        (COLOR, "Results on ColorMAE-Bench show that ColorMAE gains 2%.", "On ColorMAE-Bench, ColorMAE gains 2%."),
        (
            COLOR,
            "With half the data, the authors achieve 93.7%.",
            "With half the data, ColorMAE achieves 93.7%.",
        ),
        (COLOR, "The proposed ColorMAE gains 2%.", "ColorMAE gains 2%."),
        (COLOR, "In the task of masking, they obtain 65%.", "In the task of masking, ColorMAE obtains 65%."),
        (COLOR, "The study introduces a loss.", "The ColorMAE paper introduces a loss."),
        (COLOR, "Seeks to learn masks that transfer.", "The ColorMAE paper seeks to learn masks that transfer."),
        (COLOR, "Empirical results show up to 12% improvement.", "ColorMAE shows up to 12% improvement."),
        (COLOR, "Empirically, the method gains 2% over ColorMAE's rival.", "ColorMAE gains 2% over ColorMAE's rival."),
        (COLOR, "ColorMAE gains 2%.", "ColorMAE gains 2%."),
        (COLOR, "The authors outperform MAE by 2%.", "ColorMAE outperforms MAE by 2%."),
        (COLOR, "The authors reach 84%.", "ColorMAE reaches 84%."),
        (COLOR, "Extensive experiments show that the method gains 2%.", "ColorMAE gains 2%."),
        (
            COLOR,
            "Shows that early masks carry most of the signal in images.",
            "Early masks carry most of the signal in images.",
        ),
        (MUTE, "The proposed method achieves 84%.", "The proposed method achieves 84%."),
        (MUTE, "imTED gains 2%.", "imTED gains 2%."),
    ],
)
def test_a_result_stands_under_the_name_of_its_method(one: RecordedPaper, text: str, wanted: str) -> None:
    assert named(one, text) == wanted


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Experiments demonstrate that FastNet is fast.", "FastNet is fast."),
        (
            "Experiments on COCO and ADE20K show that FastNet is fast.",
            "On COCO and ADE20K, FastNet is fast.",
        ),
        (
            "The evaluation conducted on nuScenes demonstrates that FastNet gains 10.1% mAP on nuScenes.",
            "FastNet gains 10.1% mAP on nuScenes.",
        ),
        ("The findings show that labels can be left out of most nets.", "Labels can be left out of most nets."),
        ("Notably, FastNet is fast.", "Notably, FastNet is fast."),
        ("Finds that deep nets forget what they learned first.", "Deep nets forget what they learned first."),
        ("Finds that it is.", "Finds that it is."),
        (
            "Finds that nets forget what they learned, and that sleep helps them.",
            "Nets forget what they learned, and sleep helps them.",
        ),
        (
            "Experiments on COCO, CIFAR and more, show that FastNet is fast.",
            "On COCO, CIFAR and more, FastNet is fast.",
        ),
        ("FastNet is fast.", "FastNet is fast."),
    ],
)
def test_talk_of_experiments_goes_unless_it_names_the_data(text: str, plain: str) -> None:
    assert plainly(text) == plain


@pytest.mark.parametrize(
    ("one", "text", "alone"),
    [
        (COLOR, "ColorMAE gains 2% on COCO.", True),
        (COLOR, "Gains 2% on COCO.", False),
        (MUTE, "ViTs maintain 90% of the signal.", True),
        (MUTE, "It maintains 90% of the signal.", False),
        (MUTE, "In ViTs this reaches 90%.", False),
        (COLOR, "ColorMAE gains 2% in this setting.", False),
    ],
)
def test_a_text_that_hangs_on_its_abstract_does_not_stand_alone(one: RecordedPaper, text: str, alone: bool) -> None:
    assert stands_alone(one, text) is alone


@pytest.mark.parametrize(
    "text",
    [
        "This task is hard.",
        "Previous work solves such tasks.",
        "In order to learn, labels are needed.",
        "The method is slow.",
        "Compared with others.",
        "Labels help to mitigate this issue.",
    ],
)
def test_an_opening_points_nowhere(text: str) -> None:
    assert points_elsewhere(text)
    assert not points_elsewhere("Labels are costly.")
    assert not points_elsewhere("It is still unclear whether labels help.")


# --- names that are none ---


@pytest.mark.parametrize(
    ("title", "quote", "name"),
    [
        ("Captum: A library for nets", "This work introduces Captum for nets.", "Captum"),
        ("Captum: A library for nets", "Captum is a library for nets.", "Captum"),
        ("Obesity: causes and cures", "The causes of obesity are many.", None),
        ("COVID-19: a model of its spread", "COVID-19 is modelled.", None),
        ("XAI: what it is", "In XAI much is unclear.", None),
        ("GraphXAIN: A survey of nets", "GraphXAIN is told of.", None),
        ("Knee-Deep in C-TREE: Depths", "We study C-TREE in depth.", None),
    ],
)
def test_what_stands_before_a_colon_is_a_name_only_where_the_paper_writes_it_as_one(
    title: str, quote: str, name: str | None
) -> None:
    assert name_of(paper(1, title, said("problem", quote))) == name


# --- a subject for every verb ---


@pytest.mark.parametrize(
    ("one", "text", "wanted"),
    [
        (MUTE, "Proposes a loss.", "One paper proposes a loss."),
        (MUTE, "Systematically investigates losses.", "One study systematically investigates losses."),
        (MUTE, "Reviews the literature on losses.", "One survey reviews the literature on losses."),
        (MUTE, "Studies the losses of nets.", "One paper studies the losses of nets."),
        (MUTE, "Surveys losses.", "One paper surveys losses."),
        (MUTE, "Models the pose as a loss.", "One paper models the pose as a loss."),
        (MUTE, "Early masks carry the signal.", "Early masks carry the signal."),
        (MUTE, "Studies of losses were few.", "Studies of losses were few."),
        (MUTE, "Losses are many.", "Losses are many."),
        (COLOR, "Proposes a loss.", "The ColorMAE paper proposes a loss."),
        (COLOR, "Proposes ColorMAE, a loss.", "One paper proposes ColorMAE, a loss."),
    ],
)
def test_a_verb_at_the_start_gets_a_subject(one: RecordedPaper, text: str, wanted: str) -> None:
    assert with_subject(one, text) == wanted


@pytest.mark.parametrize(
    ("quote", "text", "wanted"),
    [
        ("We therefore assume that labels lie.", "Assumes that labels lie.", "One paper assumes that labels lie."),
        (
            "We approach parsing by sorting.",
            "Approaches parsing by sorting.",
            "One paper approaches parsing by sorting.",
        ),
        ("We score nets by labels.", "Scores can be told from labels.", "Scores can be told from labels."),
        ("Others assume that labels lie.", "Assumes that labels lie.", "Assumes that labels lie."),
        ("We sort.", "Approaches to sorting differ.", "Approaches to sorting differ."),
    ],
)
def test_what_a_sentence_says_of_its_authors_gets_the_paper_as_subject(quote: str, text: str, wanted: str) -> None:
    assert with_subject(paper(3, "On labels", Said("result", text, (quote,))), text) == wanted


@pytest.mark.parametrize("tries", ["Validates", "Evaluates", "Verifies", "Tests"])
def test_a_method_does_not_try_itself(tries: str) -> None:
    told = with_subject(COLOR, named(COLOR, f"{tries} the masks on two sets of images."))
    assert told == f"The ColorMAE paper {tries.lower()} the masks on two sets of images."
    assert named(COLOR, "Achieves 3% on two sets.") == "ColorMAE achieves 3% on two sets."


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        # what a record leaves out is "shows that": what it joined with "and that" is joined with "and"
        ("Masks help, and that, as in mice, noise hurts.", "Masks help, and, as in mice, noise hurts."),
        ("Masks help, and that noise hurts.", "Masks help, and noise hurts."),
        ("Shows that masks help most of all nets there are, and that noise hurts.",
         "Masks help most of all nets there are, and noise hurts."),
        ("Masks show that light helps, and that noise hurts.", "Masks show that light helps, and that noise hurts."),
        # what should come of it is expected, not asked for
        ("Finds that the masks which were left in should give rise to shorter chains.",
         "The masks which were left in should give rise to shorter chains."),
        ("Finds that the masks which were left in should be kept by all nets.",
         "Argues that the masks which were left in should be kept by all nets."),
    ],
)  # fmt: skip
def test_what_is_joined_and_what_is_expected_is_told_as_such(text: str, plain: str) -> None:
    assert plainly(text) == plain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The method also learns shapes.", "ColorMAE learns shapes."),
        ("ColorMAE is also 3x faster than MAE.", "ColorMAE is 3x faster than MAE."),
        ("Masked modeling is also demanding on data.", "Masked modeling is also demanding on data."),
    ],
)
def test_that_something_else_is_so_too_stays_told(text: str, told: str) -> None:
    assert named(COLOR, text) == told


def test_what_people_do_is_not_told_of_a_method() -> None:
    """A thing that a paper names in passing is no author either."""
    passing = paper(5, "Neuroevolution plays games", said("contribution", "Introduces GameAPI, which reads a screen."))
    assert with_subject(COLOR, "Revisits losses.") == "The ColorMAE paper revisits losses."
    assert with_subject(COLOR, "Applies losses.") == "ColorMAE applies losses."
    assert with_subject(passing, "Investigates games.") == "One study investigates games."


def test_a_name_that_starts_small_stays_small() -> None:
    assert capital("iBOT gains 2%.") == "iBOT gains 2%."
    assert capital("cp_measure is quick.") == "cp_measure is quick."
    assert capital("nets gain 2%.") == "Nets gain 2%."


# --- what says nothing ---


@pytest.mark.parametrize(
    "text",
    [
        "ColorMAE achieves competitive results on several benchmarks.",
        "The method improves the performance on a variety of downstream tasks.",
        "ColorMAE outperforms existing methods.",
        "Nets outperform the state of the art by large margins.",
        "Empirically, HPM brings significant improvements under both image and video benchmarks.",
        "Trained on GPT-4, nets show remarkable performance.",
    ],
)
def test_praise_without_a_figure_is_vague(text: str) -> None:
    assert is_vague(text)


@pytest.mark.parametrize(
    "text",
    [
        "ColorMAE outperforms existing methods by 2.1 points.",
        "Supervised models can outperform self-supervised ones in continual learning.",
        "FastNet outperforms TabNet and XGBoost.",
        "Nets forget what was learned first.",
    ],
)
def test_a_figure_or_a_named_rival_says_something(text: str) -> None:
    assert not is_vague(text)


# --- what a paper contributes ---


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        ("LEURN: Rules", "Proposes LEURN: a neural network that learns univariate decision rules.",
         "LEURN is a neural network that learns univariate decision rules."),
        ("Deep things", "Proposes Deep Feature Factorization (DFF2), a method that localizes concepts in an image.",
         "Deep Feature Factorization (DFF2) is a method that localizes concepts in an image."),
        ("FastDec: Masks", "Introduces a novel decoder called FastDec for the masks of many objects.",
         "FastDec is a decoder for the masks of many objects."),
        ("FastDec: Masks", "Presents a new explanation framework FastDec (of Decoders) that splits predictions.",
         "FastDec is an explanation framework that splits predictions."),
        ("FastDec: Masks", "Proposes to merge masks before they are decoded by a net.",
         "The FastDec paper proposes to merge masks before they are decoded by a net."),
        ("Leafy Tree Diagnosis", "Introduces Leafy Tree Diagnosis (LTD), an approach that weighs leaves by their age.",
         "Leafy Tree Diagnosis (LTD) is an approach that weighs leaves by their age."),
        ("On masks", "Proposes a simple yet effective and novel way to merge the masks of nets.",
         "One paper proposes a way to merge the masks of nets."),
        ("Masked Autoencoders Are Scalable Learners", "Masked autoencoders are scalable learners of most things.",
         "Masked autoencoders are scalable learners of most things."),
        ("On masks", "Proposes a method that addresses this problem by merging masks.", ""),
        ("On masks", "The framework merges masks before they are decoded by a net.", ""),
        ("On masks", "Learning from masks has become important, but current nets are slow at it.", ""),
        ("On masks", "Merges masks.", ""),
        ("Sleep of children born early", "A review of studies that tell of the sleep of children born early.", ""),
        ("Sleep of children born early", "Studies of the sleep of children born early were reviewed by two.", ""),
        ("TSIT: A Simple Framework for Image-to-Image Translation of Masks",
         "Introduces a simple framework for image-to-image translation of masks.", ""),
    ],
)  # fmt: skip
def test_a_contribution_stands_under_the_papers_name_or_stays_in_the_list(title: str, text: str, wanted: str) -> None:
    assert contribution(paper(1, title, said("contribution", text))) == wanted


def test_a_method_without_a_name_achieves_what_its_paper_reports() -> None:
    assert with_subject(MUTE, "Achieves 81.7% accuracy.") == "One method achieves 81.7% accuracy."
    assert with_subject(MUTE, "Obtains trees by cutting.") == "One paper obtains trees by cutting."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Analyses underscore its strength on trees.", "Analyses underscore its strength on trees."),
        ("Tests reveal twigs of old trees.", "Tests reveal twigs of old trees."),
        ("Tests design rules of old trees.", "One study tests design rules of old trees."),
        ("Analyses the strength of trees.", "One study analyses the strength of trees."),
    ],
)
def test_a_noun_whose_verb_comes_next_is_no_verb(text: str, told: str) -> None:
    assert with_subject(MUTE, text) == told


def test_a_verb_that_the_abstract_says_of_this_paper_has_that_as_its_subject() -> None:
    old = paper(3, "On old trees", replace(said("contribution", "Redraws maps."), quotes=("This paper redraws maps.",)))
    assert with_subject(old, "Redraws maps of old trees.") == "One paper redraws maps of old trees."
    assert with_subject(MUTE, "Redraws maps of old trees.") == "Redraws maps of old trees."


def test_it_is_no_method_that_finds() -> None:
    said_so = "On old trees, the authors find that most masks are leaves."
    assert named(COLOR, said_so) == "On old trees, the ColorMAE paper finds that most masks are leaves."
    assert named(PLAIN, "The authors observe masks on leaves.") == "One study observes masks on leaves."
    assert named(COLOR, "The best model found in tests wins.") == "ColorMAE's best model found in tests wins."
    assert named(COLOR, "On old trees, the authors achieve 3%.") == "On old trees, ColorMAE achieves 3%."


def test_what_is_one_thing_is_told_in_the_singular() -> None:
    told = is_what("TreeSet", "Introduces TreeSet, the first labelled datasets for old trees in woods.")
    assert told == "TreeSet is the first labelled dataset for old trees in woods."
    told = is_what("TreeSet", "Introduces TreeSet, a suite of datasets for old trees.")
    assert told == "TreeSet is a suite of datasets for old trees."


def test_a_name_with_its_version_keeps_its_capital_within_a_sentence() -> None:
    assert small("Sonnet 4 shows it") == "Sonnet 4 shows it"
    assert small("Over 50 trees fell") == "over 50 trees fell"


def test_a_title_starts_with_a_name_that_the_abstract_has_in_brackets() -> None:
    result = said("result", "With old leaves, the sparse oak net (Leafifier) reaches more than others.")
    assert name_of(paper(1, "Leafifier: Learning Sparse Leaves", result)) == "Leafifier"
    assert name_of(paper(1, "Leaves: Learning Sparse Twigs", result)) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        # which study of a paper's it was says nothing; on which data, something
        ("Study 1 examined memory and found that nets forget more than saws.", "Nets forget more than saws."),
        ("Experiments on herbarium datasets show that nets beat saws.", "On herbarium datasets, nets beat saws."),
        ("Experiments on several public benchmarks show that nets beat saws.", "Nets beat saws."),
        # what others suggest
        ("While other studies suggest that nets forget, saws remain unstudied.", None),
    ],
)
def test_what_was_found_is_told_with_its_data_and_without_its_study(text: str, plain: str | None) -> None:
    assert plainly(text).removeprefix("Finds that ").casefold() == (plain or text).casefold()


def test_a_noun_with_what_is_given_of_it_is_no_verb() -> None:
    text = "Masks, given by the user or drawn by a net, mark the trees."
    assert with_subject(paper(1, "Trees in Snow"), text) == text
    assert with_subject(paper(1, "Trees in Snow"), "Masks the trees.") == "One paper masks the trees."
