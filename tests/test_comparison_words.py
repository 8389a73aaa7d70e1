"""What a table tells of a figure: whether it rose or fell, of what there is less, what it is compared with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.comparison import (
    change,
    comparison,
    figure,
    measure_told,
    reported_on,
    result_phrase,
    results_phrase,
    signed,
    unlike,
)
from survey.records import Record, Result, Statement


def result(text: str, **parts: str) -> Result:
    return Result(text=text, quotes=(text,), **parts)


def made(text: str) -> Statement:
    return Statement(text=text, quotes=(text,))


LOW_IS_BEST = (
    "loss error errors perplexity PPL FID gFID rFID KID RMSE NRMSE MAE MSE WER CER EER DER LPIPS FPR FPR95 EPE MPJPE "
    "PA-MPJPE NLL HD HD95 ASSD ATE APE runtime time minADE minFDE ADE FDE ECE latency distance mortality"
).split()
HIGH_IS_BEST = "accuracy mAP AP mIoU PQ F1 AUC recall precision PSNR SSIM BLEU throughput".split()


@pytest.mark.parametrize("measure", [*LOW_IS_BEST, "error rate", "false positives"])
def test_what_is_improved_where_low_is_best_has_fallen(measure: str) -> None:
    one = result(f"SlimTree improves {measure} by 3.1 over FatTree.", value="3.1", measure=measure)
    assert change(one) == "reduction"
    assert signed(one) == "−3.1"
    risen = result(f"SlimTree has a higher {measure} by 3.1 than FatTree.", value="3.1", measure=measure)
    assert change(risen) in {"gain", None}


@pytest.mark.parametrize("measure", HIGH_IS_BEST)
def test_what_is_improved_where_high_is_best_has_risen(measure: str) -> None:
    one = result(f"SlimTree improves {measure} by 3.1 over FatTree.", value="3.1", measure=measure)
    assert change(one) == "gain"
    assert result_phrase(one) == f"+3.1 {measure}"
    fallen = result(f"SlimTree lowers {measure} by 3.1 against FatTree.", value="3.1", measure=measure)
    assert change(fallen) == "reduction"
    assert result_phrase(fallen) == f"−3.1 {measure}"
    reached = result(f"SlimTree reaches a {measure} of 3.1.", value="3.1", measure=measure)
    assert change(reached) is None
    assert result_phrase(reached) == f"3.1 {measure}"


@pytest.mark.parametrize(
    "measure",
    ["memory reduction", "memory saved", "memory saving", "compression", "accuracy drop", "accuracy drops",
     "accuracy loss", "precision loss", "recall loss", "performance loss", "mAP loss", "mIoU loss", "score loss"],
)  # fmt: skip
def test_a_measure_that_says_that_it_fell_needs_no_sign(measure: str) -> None:
    one = result(f"There is an 8.2% {measure} against FatTree, which lowers it by 8.2%.", value="8.2", measure=measure)
    assert signed(one) == "8.2"


@pytest.mark.parametrize("measure", ["speed-up", "speedup", "acceleration", "gain", "improvement", "increase"])
def test_times_of_a_rise_are_told_as_they_stand(measure: str) -> None:
    one = result(f"SlimTree shows a 3x {measure} over FatTree.", value="3", unit="x", measure=measure)
    assert result_phrase(one) == f"3x {measure}"


@pytest.mark.parametrize("unit", ["x", "×", "times", "-times", "-fold", "fold"])
def test_so_many_times_less_is_less_of_it(unit: str) -> None:
    one = result("SlimTree reduces memory by 3 times.", value="3", unit=unit, measure="memory")
    assert "less memory" in result_phrase(one)
    assert "−" not in result_phrase(one)
    more = result("SlimTree increases throughput by 3 times.", value="3", unit=unit, measure="throughput")
    assert "less" not in result_phrase(more)


@pytest.mark.parametrize(
    "how",
    "less lesser fewer more larger smaller bigger greater faster slower cheaper shorter higher lower better".split(),
)
def test_a_measure_with_its_direction_has_no_other(how: str) -> None:
    one = result(
        f"SlimTree needs 40% {how} memory than FatTree, a cut by 40%.", value="40", unit="%", measure=f"{how} memory"
    )
    assert result_phrase(one) == f"40% {how} memory"


@pytest.mark.parametrize(
    "verb",
    ["accelerates", "accelerating", "speeds up", "sped up", "accelerates the", "speeds up its", "accelerates their"],
)
def test_what_goes_faster_is_told_so(verb: str) -> None:
    one = result(f"SlimTree {verb} training by 40%.", value="40", unit="%", measure="training")
    assert result_phrase(one) == "40% faster training"


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"value": "3.1", "unit": "points", "measure": "mIoU"}, "3.1 points mIoU"),
        ({"value": "72%", "unit": "%", "measure": "accuracy"}, "72% accuracy"),
        ({"value": "72", "unit": "%", "measure": "accuracies"}, "72% accuracy"),
        ({"value": "72", "unit": "%", "measure": "top-1 accuracies"}, "72% top-1 accuracy"),
        ({"value": "72", "unit": "%", "dataset": "imagenet1k"}, "72% on ImageNet-1K"),
        ({"value": "72", "unit": "%", "baseline": "DeiT"}, "72% (against DeiT)"),
        ({"value": "2-fold", "measure": "memory"}, "2-fold memory"),
        ({"value": "2", "unit": "-fold", "measure": "memory"}, "2-fold memory"),
        ({"unit": "%", "measure": "accuracy"}, ""),
    ],
)
def test_a_value_with_its_unit_measure_place_and_rival(parts: dict[str, str], shown: str) -> None:
    assert result_phrase(result("It is seen.", **parts)) == shown


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("imagenet1k", "ImageNet-1K"), ("CIFAR10", "CIFAR-10"), ("CIFAR10 and CIFAR100", "CIFAR-10 and CIFAR-100"),
        ("MS COCO", "COCO"), ("MS-COCO", "COCO"), ("ade20k", "ADE20K"), ("OakBench", "OakBench"),
        ("UCF-101", "UCF101"), ("Kinetics400", "Kinetics-400"), ("Cityscapes, KITTI", "Cityscapes, KITTI"),
    ],
)  # fmt: skip
def test_data_are_written_as_most_write_them(told: str, shown: str) -> None:
    assert reported_on(told) == shown


def test_results_alike_are_told_together_and_their_rival_once() -> None:
    ap = result("It reaches 54.5 AP on COCO.", value="54.5", measure="AP", dataset="COCO", baseline="FatTree")
    pq = result("It reaches 59.4 PQ on COCO.", value="59.4", measure="PQ", dataset="COCO", baseline="FatTree")
    miou = result("It reaches 60.8 mIoU.", value="60.8", measure="mIoU", dataset="ADE20K", baseline="FatTree")
    more = result("It reaches 90 F1.", value="90", measure="F1")
    assert results_phrase([ap, pq, miou, more]) == "54.5 AP, 59.4 PQ on COCO; 60.8 mIoU on ADE20K (against FatTree)"
    assert results_phrase([ap, more]) == "54.5 AP on COCO (against FatTree); 90 F1"
    assert results_phrase([]) == ""
    assert results_phrase([result("It is good.", value="12", dataset="COCO")]) == "", "12 of what?"
    assert results_phrase([result("It is good.", value="12", unit="%", dataset="COCO")]) == "12% on COCO"


def test_results_that_only_differ_in_their_value_are_told_by_the_first() -> None:
    one = result("It reaches 84% accuracy, or 80%.", value="84", unit="%", measure="accuracy")
    other = result("It reaches 84% accuracy, or 80%.", value="80", unit="%", measure="accuracy")
    elsewhere = result("It reaches 80% accuracy.", value="80", unit="%", measure="accuracy", dataset="COCO")
    gain = result("It improves accuracy by 2%.", value="2", unit="%", measure="Accuracy")
    assert unlike([one, other, elsewhere, gain]) == [one, elsewhere, gain]
    assert unlike([result("Pruning helps."), result("Growing helps.")]) != unlike([result("Pruning helps.")])


def test_a_row_that_has_nothing_in_the_columns_that_are_shown_is_left_out() -> None:
    told = {f"p{n}": Record(method=made("Ranks the old branches of trees by age.")) for n in range(8)}
    lonely = Record(results=(result("It reaches 54.5 AP.", value="54.5", measure="AP"),))
    table = comparison([*told, "lonely"], {**told, "lonely": lonely})
    assert table.columns == ("Approach",)
    assert [row.paper for row in table.rows] == list(told)
    assert all(any(row.cells) for row in table.rows)


def test_a_data_cell_names_four_and_counts_on() -> None:
    names = ["COCO", "ADE20K", "LVIS", "KITTI", "MNIST"]
    results = tuple(result(f"It reaches 9 AP on {n}.", value="9", measure="AP", dataset=n) for n in names)
    told = comparison(["a", "b"], {key: Record(results=results) for key in "ab"})
    cells = [row.cells[told.columns.index("Data")] for row in told.rows]
    assert cells == ["COCO, ADE20K, LVIS, KITTI and others"] * 2
    four = comparison(["a", "b"], {key: Record(results=results[:4]) for key in "ab"})
    assert four.rows[0].cells[four.columns.index("Data")] == "COCO, ADE20K, LVIS, KITTI"


_PARTS = st.fixed_dictionaries(
    {},
    optional={
        "value": st.sampled_from(["3", "3.1", "+2", "1,000", "2-3", ""]),
        "unit": st.sampled_from(["%", "x", "points", "-fold"]),
        "measure": st.sampled_from(["accuracy", "FID", "memory", "less time", "speed-up"]),
        "dataset": st.sampled_from(["COCO", "imagenet1k", "COCO and LVIS"]),
        "baseline": st.sampled_from(["DeiT", "all others"]),
    },
)


@given(_PARTS, st.sampled_from(["It improves it by 3.1.", "It cuts it by 3 times.", "It reaches 3.", ""]))
def test_any_result_is_shown_with_its_own_words_alone(parts: dict[str, str], text: str) -> None:
    one = result(text, **parts)
    shown = result_phrase(one)
    assert "  " not in shown
    assert shown == shown.strip()
    assert bool(shown) == bool(parts.get("value"))
    assert figure(one).lstrip("+−").startswith((parts.get("value") or parts.get("unit") or "").lstrip("+"))
    assert results_phrase([one, one]) in {"", results_phrase([one])}


def test_what_is_shortened_is_shorter_and_costs_are_lower() -> None:
    def told(text: str, measure: str) -> str:
        return result_phrase(result(text, measure=measure, value="20", unit="%"))

    assert told("It shortens input sequences by up to 20%.", "input sequences") == "up to 20% shorter input sequences"
    assert told("It reduces costs by up to 20%.", "costs") == "up to 20% lower costs"
    assert told("It reduces tokens by up to 20%.", "tokens") == "up to 20% fewer tokens"


def test_what_is_done_faster_is_told_by_a_noun() -> None:
    text = "It converges 4x faster than OakNet."
    one = result(text, measure="faster (converges)", value="4", unit="x")
    assert measure_told(one) == "faster convergence"
    assert measure_told(one.model_copy(update={"measure": "faster (training)"})) == "faster training"
