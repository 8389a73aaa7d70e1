"""Data sets are written in one way, however the papers write them."""

import pytest
from costs import growth
from hypothesis import given
from hypothesis import strategies as st

from survey.datasets import (
    counted_data,
    data_reported,
    each_once,
    in_short,
    may_be_data,
    names_data,
    of_others,
    pretrained_with,
    told_data,
    trained_with,
    usual_name,
    usual_names,
)


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("ImageNet-1k", "ImageNet-1K"),
        ("ImageNet1K", "ImageNet-1K"),
        ("imagenet", "ImageNet"),
        ("ADE20k", "ADE20K"),
        ("MS-COCO", "COCO"),
        ("MS COCO", "COCO"),
        ("CIFAR10", "CIFAR-10"),
        ("Pascal VOC", "PASCAL VOC"),
        ("UCF-101", "UCF101"),
        ("PIDray", "PIDray"),
        ("ImageNet-C", "ImageNet-C"),
        ("COCO 2016", "COCO 2016"),
        ("ImageNet 64times64", "ImageNet 64×64"),
        ("ImageNet 256 x 256", "ImageNet 256×256"),
    ],
)
def test_well_known_names_have_one_form(written: str, usual: str) -> None:
    assert usual_name(written) == usual
    assert usual_name(usual) == usual


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("KITTI, nuScenes and Waymo", ("KITTI", "nuScenes", "Waymo")),
        ("UCF101, HMDB51, and Diving48", ("UCF101", "HMDB51", "Diving48")),
        ("COCO and MS COCO", ("COCO",)),
        ("", ()),
    ],
)
def test_a_list_is_taken_apart_each_name_once(listed: str, names: tuple[str, ...]) -> None:
    assert usual_names(listed) == names


@given(st.text(max_size=40))
def test_a_usual_name_stays(name: str) -> None:
    assert usual_name(usual_name(name)) == usual_name(name)


@pytest.mark.parametrize(
    "name",
    ["ImageNet", "MS COCO dataset", "the Cityscapes benchmark", "Swin-T, ImageNet", "WikiText", "VGGFace2", "VGG-Face2",
     "Natural Questions", "medical images", "UCF101 and ResNet-50"],
)  # fmt: skip
def test_what_may_be_data(name: str) -> None:
    assert names_data(name)


@pytest.mark.parametrize(
    "name",
    ["ResNet-50", "ViT-B", "ViT-L/16", "ResNet-101-FPN backbone", "GPT-2 Small", "Llama 3 8B, 131K latents",
     "BERT-base", "benchmark", "the crafted dataset", "several popular benchmarks", "data", "", "ResNet-50 and ViT-B"],
)  # fmt: skip
def test_models_and_words_for_data_are_no_data(name: str) -> None:
    assert not names_data(name)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("ImageNet-1K, MS COCO and VOC 2007.", ["ImageNet-1K", "MS COCO", "VOC 2007"]),
        ("Habitat, DeepMind Control and Franka Kitchen.", ["Habitat", "DeepMind Control", "Franka Kitchen"]),
        ("UK Biobank.", ["UK Biobank"]),
        ("TotalSegmentator.", ["TotalSegmentator"]),
        ("Environment.", []),
        ("Two benchmarks.", []),
        ("PTB-XL and Python.", ["PTB-XL"]),
        ("SugarCrepe and MMVP-VLM benchmarks are hard.", ["SugarCrepe", "MMVP-VLM"]),
        ("Trains deep learning models on CSAW-M to estimate masking.", ["CSAW-M"]),
        ("Tests it on ImageNet, Places2 dataset, and CelebA-HQ.", ["ImageNet", "Places2", "CelebA-HQ"]),
        ("It rebuilds the CodeSearchNet dataset and trains CodeT5.", ["CodeSearchNet"]),
        ("The authors build a new dataset called ScanWCF.", ["ScanWCF"]),
        ("A dataset with masks named CelebAMask-HQ is built.", ["CelebAMask-HQ"]),
        ("It introduces FilmEval, a comprehensive benchmark for films.", ["FilmEval"]),
        ("Results come from the e-NDP, a corpus of registers.", ["e-NDP"]),
        ("Two public datasets, the Human Connectome Project (HCP) and ABIDE.", ["HCP", "ABIDE"]),
        ("Two cohorts (a registry [BWH RoCI, n = 200] and a study [ME ARDS, n = 243]).", ["BWH RoCI", "ME ARDS"]),
        ("Models run from 10% of ImageNet-1K to ImageNet-22K.", ["ImageNet-1K", "ImageNet-22K"]),
    ],
)
def test_a_statement_names_data_where_it_says_that_they_are(told: str, names: list[str]) -> None:
    assert told_data(told) == names


@pytest.mark.parametrize(
    "told",
    [
        "Charcoal had little effect in patients with severe PQ poisoning.",
        "The usual care group lost 1.04 points on the ADAS-Cog at the end.",
        "The system relied on SOX3 dosage.",
        "Blood samples of ICU patients were looked at.",
        "A longitudinal dataset comprising more than 21,000 near-infrared (NIR) images.",
        "Experiments on acted emotion datasets, using WavLM and XLSR representations.",
        "Several publicly available FSS benchmarks.",
        "Introduces a real VFL dataset for images.",
        "A dataset of multi-subject PET-MR scans.",
        "A large dataset of US English conversations.",
        "Scans of 125 COPD patients were read.",
        "Benchmarks on NVIDIA Jetson devices confirm it.",
        "It is evaluated on metrics such as FID, KID, and LPIPS.",
        "It is tested on LLaDA, HunyuanVideo, and WAN2.1.",
        "It is evaluated on APIs, WebArena APIs, and LiDAR.",
        "We consider a wide set of AVR benchmarks.",
    ],
)
def test_genes_wards_scales_drugs_models_and_tasks_are_no_data(told: str) -> None:
    assert told_data(told) == []


def test_a_name_with_a_point_is_whole() -> None:
    assert told_data("Experiments on Human3.6M and MPI-INF-3DHP show it.") == ["Human3.6M", "MPI-INF-3DHP"]


@pytest.mark.parametrize(
    ("name", "may"),
    [
        *[("PQ", False), ("ICU", False), ("FDG-PET", False), ("HCP", True), ("SA-1B", True)],
        *[("Olympiad-focused", False), ("IMX500-achieving", False), ("RGB-T", False), ("SD2.1", False)],
    ],
)
def test_a_name_alone(name: str, may: bool) -> None:
    assert may_be_data(name) == may


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("The trial enrolled 14 786 patients who bled.", "14 786 patients"),
        ("The trial enrolled 14\u2009786 patients.", "14\u2009786 patients"),
        ("The trial enrolled 3,882 patients.", "3,882 patients"),
        ("A trial of 2458 ambulatory postmenopausal women.", "2458 ambulatory postmenopausal women"),
        ("In 2010, 100 patients came.", "100 patients"),
        ("Several patients came.", ""),
    ],
)
def test_how_many_of_what(told: str, shown: str) -> None:
    """Thousands with a space are one number: never "786 patients"."""
    assert counted_data(told) == shown


@given(st.text(alphabet="AaB1 ,.-()of", max_size=80))
def test_any_statement_can_be_looked_at(told: str) -> None:
    assert all(name in told for name in told_data(told))


@pytest.mark.parametrize("repeated", ["Data Set of Aa1 ", "Data Set The ", "A"])
def test_a_long_list_costs_in_proportion(repeated: str) -> None:
    assert growth(lambda times: told_data("Tested on Data " + repeated * times), 1600) < 3


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (["By leveraging the Objects365 dataset for pre-training, it achieved 63.9 mAP."], "pre-training"),
        (["It reaches 63.9 mAP with a backbone pretrained on Objects365."], "pretrained"),
        (["It is pre-trained only on the unlabelled Objects365 data."], "pre-trained"),
        (["It is trained on Objects365 and reaches 63.9 mAP there."], ""),
        (["It is pre-trained on Objects365.", "It reaches 63.9 mAP on Objects365."], ""),  # and tested there
        (["It is pre-trained on Objects365 and tested on Objects365-small."], "pre-trained"),
        (["It reaches 63.9 mAP."], ""),
        ([], ""),
    ],
)
def test_data_that_a_model_was_only_pretrained_with(sentences: list[str], told: str) -> None:
    assert pretrained_with("Objects365", sentences) == told


def test_a_name_and_its_short_form_or_its_year_are_one() -> None:
    spelled = ["Leaves are read from the Stanford Question Answering Dataset (SQuAD) v1.1."]
    assert each_once(["Stanford Question Answering Dataset", "SQuAD"], spelled) == ["SQuAD"]
    assert each_once(["COCO", "COCO 2016", "ImageNet-1K"], []) == ["COCO", "ImageNet-1K"]
    assert each_once(["AIME 2024", "AIME 2025"], []) == ["AIME 2024", "AIME 2025"]  # two tests
    assert each_once(["4 LeafQA datasets", "LeafQA", "COCO"], []) == ["4 LeafQA datasets", "COCO"]
    assert each_once(["ImageNet 64×64", "ImageNet"], []) == ["ImageNet 64×64"]


def test_languages_are_no_data() -> None:
    assert not may_be_data("English-Chinese")
    assert not may_be_data("Hindi")
    assert may_be_data("WMT English-Chinese")


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("The ladder outperforms the ImageNet network on recall by 3%.", True),
        ("Architectures developed for the ImageNet challenge are applied to leaves.", True),
        ("The frost net was adopted by the winning entries of ImageNet challenge.", True),
        ("Trials on an ImageNet real production dataset with a billion leaves.", True),
        ("The ladder outperforms shears on ImageNet.", False),
        ("Probes are tried on an ImageNet model of leaves.", False),  # its own
        ("The ladder outperforms the ImageNet network, on ImageNet too.", False),
    ],
)
def test_a_name_that_tells_of_others_is_no_data_of_the_paper(sentence: str, others: bool) -> None:
    assert of_others("ImageNet", [sentence]) is others


def test_one_sentence_that_reports_on_a_set_is_enough() -> None:
    rival = "The ladder outperforms the ImageNet network."
    assert of_others("ImageNet", [rival])
    assert not of_others("ImageNet", [rival, "Results on ImageNet are given."])
    assert not of_others("ImageNet", [])
    assert not of_others("ImageNet", ["No name at all."])


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("The code of the network which was trained to sort leaves on ILSVRC13.", "trained"),
        ("Inverting a deep network trained on ILSVRC13 tells of its leaves.", "trained"),
        ("The ladder, trained exclusively on ILSVRC13, is tried without labels.", "trained"),
        ("A network trained on ILSVRC13 reaches 72% accuracy.", ""),  # measured on it too
        ("The ladder is tried on ILSVRC13.", ""),
    ],
)
def test_data_that_a_network_was_only_trained_on(sentence: str, how: str) -> None:
    assert trained_with("ILSVRC13", [sentence]) == how
    assert trained_with("ILSVRC13", [sentence, "It is tried on ILSVRC13."]) == ""
    assert trained_with("ILSVRC13", []) == ""


def test_a_name_cut_short_gives_way_to_its_short_form() -> None:
    spelled = ["Tried on benchmarks, including General Tree Growth Evaluation (GTGE) and leaves."]
    assert in_short("General Tree Growth", spelled) == "GTGE"
    assert in_short("General Tree", ["The General Tree (a pear) grows."]) == "General Tree"
    assert in_short("COCO", spelled) == "COCO"


def test_what_a_model_is_only_trained_on_or_beats_a_supervised_model_of_is_not_reported_on() -> None:
    trained = "TreeNet advances segmentation, trained exclusively on COCO panoptic data."
    assert data_reported(["COCO"], "", [trained]) == ()
    assert data_reported(["COCO"], "", ["TreeNet reaches 5% on COCO."]) == ("COCO",)
    rival = "TreeNet reaches 93% on UCF101, and outperforms the ImageNet supervised pre-trained model."
    assert data_reported(["UCF101", "ImageNet"], "", [rival]) == ("UCF101",)
