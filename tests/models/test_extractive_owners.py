"""A figure says whose it is where that isn't the paper's own method: a variant, a model that a study tried."""

from pathlib import Path

import pytest

from survey.dumps import read_dumps
from survey.evidence import sentences
from survey.models.extractive.owners import own_names, with_owners
from survey.models.extractive.record import read_paper
from survey.models.extractive.results import figures
from survey.questions import NumberedPaper

DUMPS = Path(__file__).resolve().parents[2].parent / "shared" / "dumps"


def told(text: str, *own: str) -> list[str | None]:
    """The measures of the figures of ``text``, of a paper that calls its work by the ``own`` names."""
    return [one.measure for one in with_owners(figures(text), text, own)]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Both did well, with XGBoost achieving the lowest RMSE of 33.7.", ["RMSE (XGBoost)"]),
        ("Our Skipnet-M can achieve 1% higher accuracy than BoxNet.", ["accuracy (Skipnet-M)"]),
        ("GPT-5 (medium) reaches 55.0% accuracy and a recall of 41.0%.", ["accuracy (GPT-5)", "recall (GPT-5)"]),
        ("The highest accuracy of 90% achieved by the bagging classifier.", ["accuracy (bagging classifier)"]),
        ("UNet excels in recall (84.8%) and LinkNet shows a good IoU (64.2%).", ["recall", "IoU (LinkNet)"]),
        ("We show that Claude 3.5 Haiku scored 95.8% accuracy.", ["accuracy (Claude 3.5 Haiku)"]),
        ("The fine-tuned Mistral-7B model beats others, achieving 68.5% recall.", ["recall (fine-tuned Mistral-7B)"]),
        ("The best model, GPT-4o, achieves an accuracy of 90.8%.", ["accuracy (GPT-4o)"]),
        ("GPT-4o, a closed model, achieves an accuracy of 90.8%.", ["accuracy (GPT-4o)"]),
        ("NCM with ResNet features achieves an accuracy of 90.8%.", ["accuracy (NCM with ResNet features)"]),
        ("ResNet50 with Max Pooling and SGD got 86% accuracy.", ["accuracy (ResNet50 with Max Pooling and SGD)"]),
        ("It is good for the best LLM Phi3-Mini 3, achieving a gain of 7% in METEOR.", ["METEOR (Phi3-Mini 3)"]),
        ("We evaluate the task using PoseNet on images, achieving a recall of 0.22.", ["recall (PoseNet)"]),
        ("In contrast, human experts achieve 90.8% accuracy.", ["accuracy (human experts)"]),
        ("We find that tree-tuned LLMs give up, yet leading LLMs reach 61% accuracy.", ["accuracy (leading LLMs)"]),
        ("Few-shot prompting improves accuracy from 78% to 85%.", ["accuracy (few-shot prompting)"]),
        ("We see more, and 4-bit quantization reduced latency by 60%.", ["latency (4-bit quantization)"]),
        (
            "NCM achieves a 2% and 4% improvement on AUPR-IN and AUTC over others, respectively.",
            ["AUPR-IN (NCM)", "AUTC (NCM)"],
        ),
        ("Tests of our 10 prompts against five LLMs revealed 76% accuracy.", ["accuracy (against five LLMs)"]),
        ("Even the best models reach only around 69% accuracy, far too few.", ["accuracy (best models)"]),
        ("GPT-4o's success rate on games increased from 10% to 99%.", ["success rate (GPT-4o)"]),
        ("The best image-based learning method, DetailView, reached an accuracy of 84.3%.", ["accuracy (DetailView)"]),
        ("The highest-ranking team achieved a recall of 0.82.", ["recall (highest-ranking team)"]),
        (
            "We show that the more capable Gemini-2.5 using the same method attains a 50% recall.",
            ["recall (Gemini-2.5)"],
        ),
        ("While large models achieve an accuracy of 87.6%, they require more.", ["accuracy (large models)"]),
        ("Adversarial queries reduced recall by 8% here.", ["recall (adversarial queries)"]),
        ("Pixel hashing consistently achieves a recall of 98%.", ["recall (pixel hashing)"]),
        ("Leading agents struggle, reaching a 5% success rate.", ["success rate (leading agents)"]),
    ],
)
def test_another_name_than_the_papers_goes_with_its_figure(text: str, measures: list[str]) -> None:
    assert told(text, "FastNet") == measures


@pytest.mark.parametrize(
    "text",
    [
        "FastNet achieves 82.1% accuracy on COCO.",
        "FastNet-Large achieves 82.1% accuracy on COCO.",
        "Experiments show 82.1% accuracy on COCO.",
        "ImageNet shows 82.1% accuracy for it.",
        "A test on 50 identity MFR has achieved 95% accuracy.",
        "With a validation F1 score of 0.88 it gets a precision of 0.90.",
        "XGBoost and LightGBM outperform others by 3% accuracy.",
        "It was found that SAM could not compete with UNet, achieving a Dice score of 0.81.",
        "The proposed method, Semi2, improves the precision by 2.3%.",
        "An accuracy of 90% was achieved by the proposed method.",
        "The proposed FastNet model achieves 82.1% accuracy on COCO.",
        "The final model achieves 82.1% accuracy on COCO.",
        "Experiments on COCO show 82.1% accuracy.",
        "With fine-tuning it achieves 82.1% accuracy.",
        "The combination of MobileNetV2, LDA, and SVC achieved an accuracy of 97.9%.",
        "A two-stage way combining Gemini-1.5 with Claude-3.7 achieves an accuracy of 48.6%.",
        "Extensive experiments achieved an accuracy of 82.1%.",
        "Ablation studies with mAP50 scores reach a recall of 82.1%.",
    ],
)
def test_the_papers_own_and_what_is_no_name_go_without(text: str) -> None:
    assert told(text, "FastNet")
    assert not [one for one in told(text, "FastNet") if "(" in (one or "")]


def test_what_a_paper_calls_its_work() -> None:
    title = "BoxNet: Nets for Boxes"
    said = (
        "We introduce SkipNet, a family of nets.",
        "We train it with a loss called LossNet (LN).",
        "Our RayNet wins.",
    )
    assert {"SkipNet", "LossNet", "LN", "RayNet", title} <= own_names(title, said)
    assert not own_names(title, ("Others use GanNet.", "Our SkipNet-M wins.")) - {title}


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Recursive Tree Depth Ordering for Woods", "RTDO"),
        ("Chain-of-Thought Felling", "CoT Felling"),
    ],
)
def test_a_name_that_is_short_for_the_title_is_the_papers_own(title: str, who: str) -> None:
    text = f"{who} achieves 82.1% accuracy on COCO."
    assert told(text, title) == ["accuracy"]
    assert told(text, "A Study of Trees") == [f"accuracy ({who})"]


def test_many_alike_are_not_the_papers_own_because_its_title_speaks_of_them() -> None:
    text = "Large language models achieve 61.0% accuracy."
    assert told(text, "Can Large Language Models Fell Trees?") == ["accuracy (large language models)"]
    assert told("Small language models achieve 61.0% accuracy.", "small language models") == ["accuracy"]
    assert {"small language models", "best net model"} <= own_names(
        "Trees", ("Our small language models win.", "The resulting best net model wins.")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Compared to the training method with 77.6% clean accuracy and 52.9% robust accuracy, ours is a trade-off.",
        "Humans reach 95%.",
        "Even the best models reach only around 69%.",
    ],
)
def test_whom_the_paper_is_compared_with_and_who_has_no_measure_is_not_told(text: str) -> None:
    assert not figures(text)


def test_a_figure_without_a_measure_stays_as_it_is() -> None:
    text = "XGBoost achieves 85.7% on CIFAR-100."
    assert with_owners(figures(text), text, []) == list(figures(text))


def test_in_the_real_dumps_a_rivals_or_a_variants_figure_is_told_as_such() -> None:
    titles = {
        "Predicting the duration of traffic incidents": "RMSE (for predicting incident duration; XGBoost)",
        "Bias Loss for Mobile Neural Networks": "classification accuracy (Skipnet-M)",
        "Predicting Thermoelectric Power Factor": "accuracy (bagging classifier model)",
    }
    papers = [paper for dump in read_dumps([DUMPS]).dumps for paper in dump.papers]
    for start, measure in titles.items():
        paper = next(one for one in papers if one.title.startswith(start))
        answer = read_paper(NumberedPaper("P1", paper.title, sentences(paper.abstract)))
        assert measure in [one.measure for one in answer.results], start


def test_a_title_that_compares_names_nothing_of_its_own() -> None:
    assert own_names("A Study: Tuning vs. Prompting", []) == set()
    assert own_names("TreeBench: Comparing Trees", []) == {"TreeBench"}
