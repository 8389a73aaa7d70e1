"""Comparison tables: laid out by code, short cells, nothing in them that the records don't hold."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.comparison import COLUMNS, change, comparison, result_phrase, results_phrase, unlike
from survey.document import Survey
from survey.evidence import folded, numbers
from survey.phrasing import phrase
from survey.records import Record, Result, Statement
from survey.scorecard import statements
from survey.verbs import TELLING, present


def present_of(word: str, words: set[str]) -> bool:
    """Whether a verb in the third person stands in ``words`` in another form."""
    base = next((verb for verb in TELLING if present(verb) == word), word.removesuffix("es"))
    forms = {word.removesuffix("s"), f"{word.removesuffix('s')}ing", base, f"{base}ing", f"{base.removesuffix('e')}ing"}
    return bool(forms & words)


WORD = re.compile(r"[^\W\d_]+|\d+")


def statement(text: str) -> Statement:
    return Statement(text=text, quotes=(text,))


def result(**parts: str) -> Result:
    return Result(text="A result.", quotes=("A result.",), **parts)


FULL = Record(
    method=statement("A sparse transformer"),
    results=(result(value="72.4", unit="%", measure="mIoU", dataset="Cityscapes", baseline="DeepLab"),),
)


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"value": "72.4", "unit": "%", "measure": "mIoU", "dataset": "ADE20K"}, "72.4% mIoU on ADE20K"),
        ({"value": "12", "unit": "ms"}, "12 ms"),
        ({"value": "3", "unit": "x", "measure": "speed-up", "baseline": "DeiT"}, "3x speed-up (against DeiT)"),
        ({"value": "92.1% accuracy", "measure": "accuracy"}, "92.1% accuracy"),
        ({"measure": "accuracy", "dataset": "ADE20K"}, ""),
        ({}, ""),
    ],
)
def test_a_result_in_a_table(parts: dict[str, str], shown: str) -> None:
    assert result_phrase(result(**parts)) == shown


def test_a_table_has_a_row_for_each_paper_with_something_to_show() -> None:
    records = {"a": FULL, "b": FULL, "mute": Record()}
    table = comparison(["b", "mute", "a", "unread"], records)
    assert table.columns == COLUMNS
    assert [row.paper for row in table.rows] == ["b", "a"]
    assert table.rows[0].cells == ("A sparse transformer", "Cityscapes", "72.4% mIoU on Cityscapes (against DeepLab)")


def test_an_empty_column_is_left_out() -> None:
    plain = Record(method=statement("A sparse transformer"))
    assert comparison(["a", "b"], {"a": plain, "b": plain}).columns == ("Approach",)


@pytest.mark.parametrize("records", [{}, {"a": FULL}, {"a": FULL, "b": Record()}])
def test_there_is_no_table_where_there_is_nothing_to_compare(records: dict[str, Record]) -> None:
    table = comparison(["a", "b"], records)
    assert (table.columns, table.rows) == ((), ())


def test_a_phrase_is_short_and_stops_between_words() -> None:
    text = (
        "A very long description of an approach, which goes on and on about all of its parts and of their uses, and "
        "which says at the very end what the approach is for."
    )
    assert phrase(text) == (
        "A very long description of an approach, which goes on and on about all of its parts and of their uses"
    )
    assert phrase("Proposes a filter of weak branches that keeps the strong ones, so that trees grow and fields are "
                  "green, and rivers run all year") == "Filter of weak branches that keeps the strong ones"  # fmt: skip
    late = "Examines the comparative growth characteristics of classical orchard trees at seven stations of the north"
    assert phrase(f"{late}west.") == f"{late}west"
    assert phrase("Short.") == "Short"
    assert phrase("Proposes a method called leafing, where only the leaves of an old tree are given to a young one, "
                  "either by hand or by machines that move as slowly as the rain.") == (
        "Method called leafing, where only the leaves of an old tree are given to a young one"
    )  # fmt: skip
    assert phrase("word " * 40).endswith(" …")


@given(st.text(max_size=300))
def test_no_phrase_is_longer_than_a_cell(text: str) -> None:
    shown = phrase(text)
    assert len(shown) <= 140
    kept = shown.removesuffix(" …").casefold()
    assert kept in folded(text).casefold() or kept in text.casefold()


def test_a_word_longer_than_a_cell_is_cut() -> None:
    assert phrase("0" * 150) == "0" * 110 + " …"


def test_every_cell_of_the_real_survey_holds_only_its_papers_words(real_survey: Survey) -> None:
    texts = {paper.key: f"{paper.title} {paper.abstract}" for paper in real_survey.papers}
    said = {key: " ".join(s.text for s in statements(record)) for key, record in real_survey.records.items()}
    words = {key: set(WORD.findall(f"{texts[key]} {said[key]}".casefold())) for key in said}
    rows = [row for topic in real_survey.topics for row in topic.comparison.rows]
    assert len(rows) > 200
    for row in rows:
        shown = " ".join(row.cells).replace("(against ", "(").replace(" on ", " ").replace("x less ", "x ")
        shown = shown.replace("x faster ", "x ")  # "speeds up training 4x"
        shown = shown.replace(" and others", "").replace("up to ", "")  # "upto 70%"
        shown = re.sub(r"(?<=\d)%? (?:less|fewer|lower|shorter) ", " ", shown)  # "up to 40% less computation"
        new = set(WORD.findall(shown.casefold())) - words[row.paper]
        # "proposes to learn X" is told as "learns X"
        assert not {word for word in new if not (word.endswith("s") and present_of(word, words[row.paper]))}, row
        assert set(numbers(shown)) <= set(numbers(texts[row.paper])), row


# --- figures together ---


def test_figures_on_the_same_data_are_told_together_and_a_baseline_once() -> None:
    told = [
        result(value="54.5", measure="AP", dataset="COCO"),
        result(value="59.4", measure="PQ", dataset="COCO"),
        result(value="60.8", measure="mIoU", dataset="ADE20K"),
    ]
    assert results_phrase(told) == "54.5 AP, 59.4 PQ on COCO; 60.8 mIoU on ADE20K"
    against = [one.model_copy(update={"baseline": "MaskFormer"}) for one in told]
    assert results_phrase(against) == "54.5 AP, 59.4 PQ on COCO; 60.8 mIoU on ADE20K (against MaskFormer)"
    first, *_ = against
    assert results_phrase([first, told[2]]) == "54.5 AP on COCO (against MaskFormer); 60.8 mIoU on ADE20K"


@pytest.mark.parametrize(
    ("text", "parts", "shown"),
    [
        ("It needs 3x less memory.", {"value": "3", "unit": "x", "measure": "less memory"}, "3x less memory"),
        (
            "It saves the memory (up to 6.5x).",
            {"value": "6.5", "unit": "x", "measure": "memory"},
            "up to 6.5x less memory",
        ),
        (
            "It has 15% higher FLOPs reduction.",
            {"value": "15", "unit": "%", "measure": "FLOPs reduction"},
            "+15% FLOPs reduction",
        ),
        (
            "A 63% FLOPs reduction is had.",
            {"value": "63", "unit": "%", "measure": "FLOPs reduction"},
            "63% FLOPs reduction",
        ),
        ("It improves the loss by 21%.", {"value": "21", "unit": "%", "measure": "loss"}, "−21% loss"),
        ("Noise increases the error by 2%.", {"value": "2", "unit": "%", "measure": "error"}, "+2% error"),
        ("It is 25% more efficient.", {"value": "25", "unit": "%", "measure": "more efficient"}, "25% more efficient"),
        ("It speeds up training by 40%.", {"value": "40", "unit": "%", "measure": "training"}, "40% faster training"),
        ("It accelerates pruning by 9.6x.", {"value": "9.6", "unit": "x", "measure": "pruning"}, "9.6x faster pruning"),
        ("It improves LPIPS by 8%.", {"value": "8", "unit": "%", "measure": "LPIPS"}, "−8% LPIPS"),
        ("It has 46% faster runtime.", {"value": "46", "unit": "%", "measure": "runtime"}, "46% faster runtime"),
        (
            "It improves the word error rate by 8%.",
            {"value": "8", "unit": "%", "measure": "word error rate"},
            "−8% word error rate",
        ),
    ],
)
def test_less_is_told_as_less_and_a_loss_that_improves_falls(text: str, parts: dict[str, str], shown: str) -> None:
    assert result_phrase(Result(text=text, quotes=(text,), **parts)) == shown


@pytest.mark.parametrize("parts", [{"value": "40", "unit": "%"}, {"value": "40", "unit": "%", "baseline": "DeiT"}, {}])
def test_a_figure_of_nothing_in_particular_is_not_shown(parts: dict[str, str]) -> None:
    assert results_phrase([result(**parts)]) == ""


def test_a_cell_holds_three_figures_each_once() -> None:
    told = [result(value=str(n), measure=f"AP{n}", dataset="COCO") for n in (1, 1, 2, 3, 4)]
    assert results_phrase(told) == "1 AP1, 2 AP2, 3 AP3 on COCO"


def test_figures_that_nothing_but_their_values_tells_apart_are_told_once() -> None:
    """The reader couldn't know what the second is of; a gain and a value, or two rivals, differ."""
    alike = [result(value="81.7", measure="accuracy", dataset=data) for data in ("ImageNet-1k", "ImageNet-1K")]
    assert results_phrase([alike[0], alike[1].model_copy(update={"value": "83.2"})]) == "81.7 accuracy on ImageNet-1K"
    tasks = [result(value="54.5", measure="AP (instances)"), result(value="78.2", measure="AP (poses)")]
    assert results_phrase(tasks) == "54.5 AP (instances), 78.2 AP (poses)"
    gain = result(value="+2.1", measure="accuracy", dataset="ImageNet-1K")
    assert results_phrase([alike[0], gain]) == "81.7 accuracy, +2.1 accuracy on ImageNet-1K"
    rivals = [result(value="+2.1", measure="AP", baseline=rival) for rival in ("DeiT", "Swin")]
    assert len(unlike(rivals)) == 2


def test_what_a_measure_has_in_brackets_changes_no_sign() -> None:
    """ "accuracy (error detection)" that improves has risen: not the accuracy is an error."""
    text = "It improves accuracy by 3% in error detection."
    shown = Result(text=text, quotes=(text,), value="3", unit="%", measure="accuracy (error detection)")
    assert result_phrase(shown) == "+3% accuracy (error detection)"


# --- gains and cuts ---


def of(text: str, value: str, **parts: str) -> Result:
    return Result(text=text, quotes=(text,), value=value, **parts)


@pytest.mark.parametrize(
    ("text", "value", "wanted"),
    [
        ("It improves the record by 28.8, 16.0, and 6.9 mIoU on three sets.", "28.8", "gain"),
        ("It improves the record by 28.8, 16.0, and 6.9 mIoU on three sets.", "16.0", "gain"),
        ("It reduces the false positives rate by 60% over the state of the art.", "60", "reduction"),
        ("It achieves gains of 10.1% mAP.", "10.1", "gain"),
        ("It provides up to a 2.5% boost in AP over HRNet using fewer MACs.", "2.5", "gain"),
        ("It achieves 81.72% accuracy, 2.01% higher than the baseline.", "2.01", "gain"),
        ("It achieves 81.72% accuracy, 2.01% higher than the baseline.", "81.72", None),
        ("It reaches 81.7% accuracy with a 41.6% reduction in FLOPs.", "41.6", "reduction"),
        ("It reaches 81.7% accuracy with a 41.6% reduction in FLOPs.", "81.7", None),
        ("Accuracy rises from 67.71% to 70.84% and exceeds the others.", "70.84", None),
        ("Mask DINO sets the best results: 54.5 AP on COCO.", "54.5", None),
        ("It uses 3 times less parameters.", "3", "reduction"),
        ("The gain is +26.6 on CIFAR10.", "+26.6", "gain"),
        ("It is 13 % better.", "13", "gain"),
    ],
)
def test_a_gain_or_a_cut_is_told_from_a_value(text: str, value: str, wanted: str | None) -> None:
    assert change(of(text, value)) == wanted


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (of("It improves mIoU by 3.1.", "3.1", measure="mIoU"), "+3.1 mIoU"),
        (of("It cuts FLOPs by 40%.", "40", unit="%", measure="FLOPs"), "−40% FLOPs"),
        (of("It brings a 40% FLOPs reduction.", "40", unit="%", measure="FLOPs reduction"), "40% FLOPs reduction"),
        (of("It is 4x faster, by 4x.", "4", unit="x", measure="speed"), "4x speed"),
        (of("The gain is +3.1 mIoU.", "+3.1", measure="mIoU"), "+3.1 mIoU"),
        (of("It improves by more than half.", "more than half", measure="mIoU"), "more than half mIoU"),
    ],
)
def test_a_change_has_its_sign_once(made: Result, shown: str) -> None:
    assert result_phrase(made) == shown


@given(st.text(max_size=60), st.text(max_size=12))
def test_any_text_and_value_can_be_shown(text: str, value: str) -> None:
    made = of(text, value, measure="mIoU")
    assert change(made) in {None, "gain", "reduction"}
    assert value.lstrip("+").strip() in result_phrase(made) or not value


# --- cells ---


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Presents Mask DINO, a unified detection framework.", "Mask DINO, a unified detection framework"),
        (
            "Proposes a simple yet efficient anchor-free detector, called Box, that adds a branch.",
            "Anchor-free detector, called Box, that adds a branch",
        ),
        (
            "Proposes to cut the semantic masks in 3D to obtain the final instances.",
            "Cuts the semantic masks in 3D to obtain the final instances",
        ),
        (
            "Aims to enhance model-based face reconstruction by avoiding outliers.",
            "Enhances model-based face reconstruction",
        ),
        ("Shows that early tokens carry most of the signal.", "Early tokens carry most of the signal"),
        (
            "By stacking blocks, the authors create RevNet, a reversible pyramid network.",
            "RevNet, a reversible pyramid network",
        ),
        (
            "The aim of this study was to assess the reporting of harms in trials.",
            "Assesses the reporting of harms in trials",
        ),
        (
            "Introduces SoloNet, a network able to certify the robustness of models.",
            "SoloNet, a network able to certify the robustness of models",
        ),
    ],
)
def test_a_cell_says_what_a_paper_makes_or_does(text: str, cell: str) -> None:
    assert phrase(text) == cell


def test_what_a_paper_contributes_comes_before_how_it_works() -> None:
    record = Record(
        contribution=statement("Presents Mask DINO, a detection framework based on shared embeddings."),
        method=statement("Uses a mask branch with queries."),
    )
    cell = "Mask DINO, a detection framework based on shared embeddings"
    assert comparison(["a", "b"], {"a": record, "b": record}).rows[0].cells[0] == cell
    plain = record.model_copy(update={"contribution": statement("Detection works better then.")})
    assert comparison(["a", "b"], {"a": plain, "b": plain}).rows[0].cells[0] == "Uses a mask branch with queries"


def test_a_column_that_few_rows_fill_is_left_out() -> None:
    plain = Record(method=statement("A sparse transformer"))
    many = {f"p{n}": plain for n in range(9)}
    assert comparison([*many, "a"], {**many, "a": FULL}).columns == ("Approach",)
    assert comparison([*list(many)[:3], "a"], {**many, "a": FULL}).columns == COLUMNS


def test_no_cell_of_the_real_survey_breaks_off(real_survey: Survey) -> None:
    cells = [
        row.cells[0]
        for topic in real_survey.topics
        for row in topic.comparison.rows
        if topic.comparison.columns[0] == "Approach"
    ]
    assert len(cells) > 300
    assert not [cell for cell in cells if cell.endswith("…")]
    assert not [cell for cell in cells if re.search(r" (?:the|a|of|to|with|and|by|for|in)$", cell)]


def test_a_unit_that_the_value_holds_is_said_once() -> None:
    result = Result(text="It has 83.8% accuracy.", quotes=("It has 83.8% accuracy.",), value="83.8%", unit="%")
    assert result_phrase(result) == "83.8%"


@pytest.mark.parametrize(
    ("title", "told", "shown"),
    [
        ("SlimTree: Pruning Forests", "The tests on MRI scans and on SlimTree and CIFAR-10.", "CIFAR-10"),
        ("PIDray: A Large-Scale Benchmark", "The data set PIDray is collected.", "PIDray"),
        ("Pruning Forests", "Results on Convolutional Neural Networks and EEG are shown.", ""),
        ("Pruning Forests", "It is tried on VGG16, DeepSeek V3 and CIFAR-10 by F1.", "CIFAR-10"),
        ("SlimTree: Dataset Distillation", "The tests on SlimTree and CIFAR-10.", "CIFAR-10"),
        ("Pruning Forests", "Results on T2V-specific and UAV-relevant tasks are shown.", ""),
    ],
)
def test_data_are_no_tool_no_kind_of_picture_and_no_network(title: str, told: str, shown: str) -> None:
    data = Statement(text=told, quotes=(told,))
    made = Statement(text="Proposes SlimTree, a pruning framework for trees.", quotes=("q",))
    kept = {key: Record(contribution=made, data=data) for key in ("a", "b")}
    table = comparison(kept, kept, dict.fromkeys(kept, title))
    assert [row.cells[1:] for row in table.rows] == [(shown,) if shown else ()] * 2


def test_a_bare_count_on_some_data_is_not_shown() -> None:
    assert results_phrase([result(value="12", dataset="ImageNet")]) == ""
    assert results_phrase([result(value="12", unit="%", dataset="ImageNet")]) == "12% on ImageNet"
    assert results_phrase([result(value="12", measure="nets", dataset="ImageNet")]) == "12 nets on ImageNet"


@pytest.mark.parametrize(
    ("measure", "shown"),
    [("top-1 accuracy loss", "0.76% top-1 accuracy loss"), ("reconstruction loss", "−0.76% reconstruction loss")],
)
def test_a_loss_of_accuracy_has_no_second_sign(measure: str, shown: str) -> None:
    text = f"It reduces the {measure} by 0.76%."
    assert result_phrase(Result(text=text, quotes=(text,), value="0.76", unit="%", measure=measure)) == shown


def test_data_of_a_pretraining_is_told_from_data_that_figures_are_of() -> None:
    told = "By leveraging the Objects365 dataset for pre-training, it reaches 63.9 mAP on COCO."
    record = Record(
        contribution=statement("Presents a ladder of hemp for early pears."),
        data=Statement(text="Objects365 and COCO.", quotes=(told,)),
    )
    table = comparison(["a", "b"], {"a": record, "b": record})
    assert table.columns[1] == "Data"
    assert table.rows[0].cells[1] == "Objects365 (pre-training), COCO"


@pytest.mark.parametrize(
    ("told", "quote", "shown"),
    [
        ("ILSVRC13.", "Uses a network which was trained to sort leaves on ILSVRC13.", ("ILSVRC13 (trained on)",)),
        ("ImageNet.", "The ladder outperforms the ImageNet network by 3%.", ()),
        ("ImageNet and COCO.", "It outperforms the ImageNet network on COCO.", ("COCO",)),
    ],
)
def test_data_that_only_others_were_trained_on_are_told_as_that_or_not_at_all(
    told: str, quote: str, shown: tuple[str, ...]
) -> None:
    record = Record(
        contribution=statement("Presents a ladder of hemp for early pears."),
        data=Statement(text=told, quotes=(quote,)),
    )
    table = comparison(["a", "b"], {"a": record, "b": record})
    assert table.rows[0].cells[1:] == shown


def test_data_that_a_result_names_are_not_told_as_trained_on() -> None:
    quote = "A deep network trained on ImageNet is tried there."
    tried = Result(text=quote, quotes=(quote,), dataset="ImageNet")
    record = Record(contribution=statement("Presents a ladder of hemp for early pears."), results=(tried,))
    assert comparison(["a", "b"], {"a": record, "b": record}).rows[0].cells[1] == "ImageNet"


def test_a_term_that_the_abstract_spells_out_in_small_letters_is_no_data() -> None:
    told = "We study tree grain segmentation (TGS) on data sets of the Human Forest Project (HFP)."
    data = Statement(text="HFP and TGS.", quotes=(told,))
    made = Statement(text="Proposes a saw that cuts trees.", quotes=("q",))
    kept = {key: Record(contribution=made, data=data) for key in ("a", "b")}
    assert [row.cells[-1] for row in comparison(kept, kept).rows] == ["HFP", "HFP"]
