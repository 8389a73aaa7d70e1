"""Reported results: the figures of a sentence with their measure, unit, data set and what they are compared with."""

import re
from dataclasses import dataclass

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_FIGURE = re.compile(
    rf"(?<![\w.,/^@:-])(?P<value>[+±]?{_NUMBER}(?:\s?(?:--?|–|/)\s?{_NUMBER}(?=\s?(?:%|x\b|×)))?)"
    r"(?:\s?(?P<unit>\\?%|(?:percent(?:age)? points?|points?|pp|percent|per cent|dB|FPS|fps|ms|times|fold|bits?)\b|[x×](?![\w-])|-fold\b))?"
    r"(?![\w:@^]|-[A-Za-z]|\.\d|,\d)"
)
_MEASURE_WORDS = (
    r"(?:(?:top|rank)[- ]?\d+|mean|average|overall|validation|test|box|mask|boundary|per-class|zero-shot|linear|balanced|absolute|relative|macro|micro|"
    r"weighted|classification|detection|segmentation|recognition|prediction|retrieval|training|inference|error|exact|"
    r"image|pixel|frame|instance|finetuning|fine-tuning)"
)
_MEASURES = (
    r"(?:mean (?:intersection[- ]over[- ]union|average precision|squared error|absolute error)|area under the (?:ROC )?curve|"
    r"accurac(?:y|ies)|precision|recall(?:@\d+)?|F1(?:[- ]?scores?)?|F-?(?:score|measure)s?|Dice(?: scores?| coefficients?| similarity)?|IoU|mIoU|"
    r"(?:box |mask |boundary )?(?:m?AP|APr|AP50|AP75|AR)(?:@\S+)?|mAR|mA|PQ|NDS|AUC(?:[- ]?ROC)?|ROC[- ]?AUC|AUROC|AUPRC|FID(?: scores?)?|IS|KID|PSNR|SSIM|"
    r"LPIPS|BLEU(?:-\d)?|ROUGE(?:-\w+)?|METEOR|CIDEr|perplexity|PPL|RMSE|MAE|MSE|R2(?: scores?)?|R\^2|MCC|EER|WER|CER|Kappa(?: scores?)?|"
    r"PA-MPJPE|MPJPE|NDCG(?:@\d+)?|MRR|Hit(?:s)?@\d+|error(?: rate)?s?|sensitivity|specificity|correlation(?: coefficients?)?|"
    r"FLOPs?|MACs|parameters|latency|throughput|speed[- ]?ups?|memory|bitrate|calibration error|reconstruction loss|computational costs?|storage costs?|"
    r"training (?:time|epochs|memory)|inference (?:time|speed)|performance|scores?)"
)
_AFTER = re.compile(
    rf"^\s*(?:\(?(?:absolute|relative)\)?\s+)?(?:higher|lower|better|less|fewer|more|larger|faster)?\s*(?:improvements?|gains?|reductions?|boosts?|increases?|decreases?|enhancements?|drops?|higher|lower)?\s*"
    rf"(?:in|of|on)?\s*(?:the\s+)?(?P<measure>(?:{_MEASURE_WORDS}\s+)*{_MEASURES})\b"
)
_BEFORE = re.compile(
    rf"(?P<measure>(?:{_MEASURE_WORDS}\s+)*{_MEASURES})\s*(?:\((?:[^()]*)\)\s*)?(?:scores?\s+)?"
    r"(?:(?:is|was|of|by|to|at|as|from|up|about|over|around|approximately|high|reaching|than|reached|more|nearly|almost|for [\w -]{3,30} of|"
    r"on [\w-]+ (?:by|of|to))\s+|[(:=]\s*)+(?:up to |about |sim)?$"
)
_GAIN = re.compile(
    r"\b(?:gain|improv\w*|boost\w*|increas\w*|reduc\w*|decreas\w*|outperform\w*|surpass\w*|exceed\w*|sav\w+|higher|lower|faster|fewer|less|better|drop|loss|"
    r"achiev\w*|reach\w*|obtain\w*|attain\w*|accelerat\w*|speed\w*|beat\w*|score\w*|records?|state-of-the-art|accuracy|mAP|AUC|superior\w*|match\w*|yield\w*|margin)\b",
    re.IGNORECASE,
)
_NOT_A_RESULT = re.compile(
    r"^\s*(?:of (?:the )?(?:labels?|labell?ed|data|training|images?|pixels?|ImageNet|parameters|model|samples?|trainable)|extra|trainable|training data|train\b|test data|labell?ed|"
    r"masking|sparsity|annotated|random|epochs|layers|million|billion|hours|subjects|datasets|data sets|tasks|images|classes|samples|participants|benchmarks|"
    r"settings?|confidence|public|downstream|metrics)\b",
    re.IGNORECASE,
)
_NAME = r"(?:[A-Z][\w.]*[A-Z0-9][\w.+-]*|[A-Z]{2,}[\w+-]*|[A-Z][a-z]+\d[\w-]*|(?:Pascal|MS|PASCAL|Open|Stanford|Tiny|Mini|Visual|Something|DARK)[- ][A-Z][\w-]*)(?:[ -](?:\d{2,4}k?|[A-Z][\w-]*))*"
_DATASET = re.compile(
    rf"\b(?:on|in|for|with|from|using) (?:the |both |our |challenging )*(?P<name>{_NAME}(?:(?:, (?:and )?| and |/){_NAME})*)(?P<kind>\s+(?:datasets?|data sets?|benchmarks?|challenge|corpus))?"
)
_BASELINE = re.compile(
    r"\b(?:over|compared (?:to|with)|relative to|than|against|outperform(?:s|ing|ed)?|surpass(?:es|ing|ed)?|exceed(?:s|ing)?|beat(?:s|ing)?|superior to|"
    r"competitive (?:to|with)|comparable (?:to|with))\s+(?P<name>(?:[\w@./+-]+ ?){1,9}?)(?=\s*(?:[,.;:()]|\bby\b|\bon\b|\bin\b|\bwhile\b|\bwith\b|\bacross\b|\band\b|\bat\b|\bfor\b|\bwhen\b|\busing\b|$))"
)
_MODEL_LIKE = re.compile(r"(?:Net|ViT|ResNet|Transformer|BERT|GPT|CLIP|MAE|CNN|Former|LSTM|GAN|RNN|SAE|LLM|Mamba|Adam|SVM|SOTA|SoTA|MLP|VAE|Llama|LLaMA|DiT|DINO|DeiT|Swin|RCNN|R-CNN|"
    r"FLOP|IoU|AUC|AP)(?:s|[-\d]\S*)?$")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Result:
    """One reported figure, or, with ``value`` None, a comparison without a figure."""

    measure: str | None = None
    value: str | None = None
    unit: str | None = None
    dataset: str | None = None
    baseline: str | None = None


def data_names(text: str) -> tuple[str, ...]:
    """The names in ``text`` that look like data sets, in order: capitals or digits within, after "on", "dataset" near."""
    found = []
    for match in _DATASET.finditer(text):
        name = match.group("name")
        if match.group("kind") or not _MODEL_LIKE.search(name):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _measure(before: str, after: str) -> str | None:
    match = _AFTER.match(after) or _BEFORE.search(before)
    if match:
        return match.group("measure")
    listed = re.match(
        rf"^(?:\s*(?:,|and|,\s*and)\s*{_NUMBER}%?)+\s*(?P<measure>(?:{_MEASURE_WORDS}\s+)*{_MEASURES})\b", after
    )
    return listed.group("measure") if listed else None


def _dataset(text: str, start: int, end: int, stop: int) -> str | None:
    after = data_names(text[end:stop])
    if after:
        return after[0]
    before = data_names(text[:start])
    return before[-1] if before else None


def _baseline(text: str) -> str | None:
    match = _BASELINE.search(text)
    if match is None:
        return None
    name = match.group("name").strip(" .,")
    return name if name and not re.match(r"^(?:\d|that|those|it|ever|a\b|an\b)", name) else None


def figures(text: str) -> tuple[Result, ...]:
    """The results with a number in one sentence; empty when it holds none. Years, sizes and counts are not results."""
    if not _GAIN.search(text):
        return ()
    matches = list(_FIGURE.finditer(text))
    found = []
    for i, match in enumerate(matches):
        before, after = text[: match.start()], text[match.end() :]
        unit = match.group("unit")
        measure = _measure(before, after)
        if (unit is None and measure is None) or _NOT_A_RESULT.match(after):
            continue
        if (
            unit is None
            and not re.search(r"[.]", match.group("value"))
            and re.fullmatch(r"parameters|memory|performance|scores?|FLOPs?", measure or "")
        ):
            continue
        stop = matches[i + 1].start() if i + 1 < len(matches) else len(text)
        dataset = _dataset(text, match.start(), match.end(), stop)
        found.append(Result(measure, match.group("value"), unit and unit.lstrip("\\"), dataset, _baseline(text)))
    return tuple(found)


def comparison(text: str) -> Result:
    """A result without a number: what is outperformed and on which data, where the sentence says so."""
    names = data_names(text)
    return Result(dataset=names[0] if names else None, baseline=_baseline(text))
