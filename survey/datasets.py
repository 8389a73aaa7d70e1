"""The names of data sets: which a statement tells, each written in one way.

Papers write "ImageNet-1k", "ImageNet1K" and "ImageNet-1K".
"""

import re
from collections.abc import Collection, Iterable, Sequence

from survey.standing import places

_USUAL = (
    "ImageNet ImageNet-1K ImageNet-21K ImageNet-22K ImageNet-100 ImageNet-LT CIFAR-10 CIFAR-100 "
    "CIFAR-100-20 COCO MNIST SVHN STL-10 ADE20K Cityscapes LVIS BDD100K KITTI nuScenes Argoverse2 ScanNetv2 "
    "ScanObjectNN ModelNet40 Kinetics-400 Kinetics-600 Kinetics-700 UCF101 HMDB51 Diving48 ActivityNet MSR-VTT "
    "PA-100K MSMT17 CelebA CelebA-HQ FFHQ MovieLens-1M BraTS ADNI LibriSpeech SQuAD GLUE MMLU GSM8K WikiText "
    "WikiText-2 WikiText-103 OpenWebText "
).split()
_LONGER = {
    **dict.fromkeys(("mscoco", "microsoftcoco", "coco2014", "coco2017", "mscoco2014", "mscoco2017"), "COCO"),
    **dict.fromkeys(("somethingsomethingv2", "ssv2", "sthsthv2", "smthsmthv2"), "Something-Something V2"),
    **{"pascalvoc": "PASCAL VOC", "pascalcontext": "PASCAL Context"},
}
_BY = re.compile(r"(?<=\d) ?(?:x|\$?\\?times\$?) ?(?=\d)")  # "ImageNet 64times64"
_LIST = re.compile(r",? and |, ")
_A_MODEL = re.compile(
    r"(?:(?:ResNet|ResNeXt|ViT|DeiT|Swin|VGG|DenseNet|MobileNet|EfficientNet|ConvNeXt|Inception|U-?Net|BERT|RoBERTa|GPT|"
    r"Llama|Qwen|Mistral|Gemma|Pythia|T5|DINO|CLIP|DeepSeek|YOLO|Gemini|Claude|LLaVA|"
    r"SD(?:XL)?|Stable Diffusion|FLUX|SAM|LLaDA|HunyuanVideo|WAN|PixArt|NeRF)(?:-?v?\d[\w.]*)?"
    r"(?:[ /-](?:v?\d[\w.]*|base|large|huge|small|tiny|alpha|sigma|[A-Z]|FPN|C4))*"
    r"|.*\b(?:backbones?|architectures?|networks?|latents|transformers?|parameters|baselines?))",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:(?:the|a|an|our|this|these|its|both|all|several|various|multiple|\w+ed|standard|popular|public) )*"
    r"(?:bench-?marks?|data ?sets?|data|tasks?|test sets?|validation sets?|corpora|corpus|images?|experiments?)",
    re.IGNORECASE,
)
_LANGUAGE = (
    r"(?:English|Chinese|Mandarin|French|German|Spanish|Japanese|Korean|Arabic|Russian|Italian|Portuguese|Hindi|Turkish|"
    r"Persian|Vietnamese)"
)
_NO_DATA = re.compile(
    r"(?:SOTA|SoTA|CNNs?|ViTs?|[MPSTV]?L?LMs?|MLLMs?|CTR|GPUs?|RGB(?:-?[DTX])?|AI|ML|NLP|GANs?|MLPs?|API|SAEs?|MIM|MAE|LT|MR|CV"
    r"|3D|2D|OOD|QA|AUs?|ADL|GitHub|BERT|CLIP|[34]D CT|RAW|NLG|VFL|FDA|[FRDG]NNs?"
    r"|(?:\w+-)?(?:CT|MRIs?|fMRI|EEG|ECG|PET|MR)"
    r"|NLU|SFT|RL|RLHF|DPO|TTA|TTS|ASR|MT|OCR|NER|VQA|DSLR|UAVs?|F1|AUC|RAG|LoRA|KD|SSL|Hugging ?Face"
    r"|Medical|Clinical|Public|Synthetic|Multimodal|Natural|Real"
    r"|\w*[LV]LMs|VidLMs?|APIs|(?:\w+ )+APIs?|LiDAR|AutoML|SoCs?|FPGAs?|GAP\d+|NVIDIA\b.*|Jetson\b.*|Raspberry Pi\b.*"
    r"|C?FID|KID|LPIPS|PSNR|SSIM|m?AP|m?IoU|BLEU|ROUGE(?:-\w)?|CIDEr|METEOR|WER|CER|PESQ|STOI"
    r"|Python|AWS|ECoG|[A-Z]{1,2}|ICUs?|RNA|DNA|PCR|RCTs?|(?:US|UK|American|British) English|[Uu]ltrasound"
    r"|[\w-]+-(?:specific|generated|relevant|based|driven|aware|like|level|free|trained|agnostic|style|related|guided|centric|script|[a-z]{3,}(?:ed|ing))"
    rf"|{_LANGUAGE}(?:[-–/]{_LANGUAGE})*|(?:[A-Z]\w+ )*Networks?)"
)
_CAPITALS = (
    r"(?<![\w-])(?:[a-z\d]\w?-)?(?:[A-Z][a-z]*[A-Z0-9](?:[\w+-]|(?<=\d)\.(?=\d+[A-Z]))*|[A-Z]{2}[\w+-]*)"
    r"(?:[ -](?:[A-Z0-9](?:[\w.+-]*\w)?|v\d+))*"
)
_DATA_NAME = re.compile(_CAPITALS)
_KIND = (
    r"(?:[Dd]ata ?[Ss]ets?|[Bb]enchmarks?|[Cc]orpus|[Cc]orpora|[Cc]hallenge|[Cc]ompetition|[Cc]ohorts?|"
    r"[Rr]egistr(?:y|ies)|[Dd]atabases?|[Rr]epositor(?:y|ies)|[Ii]nitiative|[Cc]ollection|[Dd]ata)"
)
_WORD = r"(?:the |both |our |its )?[A-Z\d][\w./+-]*(?:(?: of(?: the)?| for)? [A-Z\d][\w./+-]*)*(?: \([A-Z][\w+-]*\))?"
_LISTED = rf"{_WORD}(?: {_KIND})?(?:(?:,? (?:and|or)|,) {_WORD}(?: {_KIND})?)*"
# Where a sentence says that what follows, or what stands before, is data
_SAYS_DATA = (
    re.compile(
        rf"\b{_KIND}(?:,|:|\(|,? (?:called|named|dubbed|namely|including|such as|like|of the|from the|is|are))*[\s(:]+"
        rf"(?P<names>{_LISTED})"
    ),
    re.compile(rf"\b{_KIND}(?: of| the| [A-Z]\w+){{0,8}} [\[(](?P<names>[A-Z][\w +-]*)"),
    re.compile(r"[\[(](?P<names>[A-Z][\w +-]*), [nN] ?= ?\d"),
    re.compile(
        r"(?i:\b(?:train|test|evaluat|experiment|benchmark|validat|assess|result|perform|conduct|appl|run|measur|"
        r"demonstrat|stud|scal|tried|tri|compar)\w*) (?:[^\s,;.]+ ){0,5}?on (?:(?:[a-z][\w-]* ){0,4})"
        rf"(?P<names>{_LISTED})"
    ),
    re.compile(
        rf"\b(?:derived|drawn|sampled|images|subsets?|versions|provided) (?:from|of|by) (?:the )?(?P<names>{_LISTED})"
    ),
    re.compile(
        rf"(?P<names>{_CAPITALS}(?:(?:,? and|,) {_CAPITALS})*)(?: \([A-Z][\w+-]*\))?(?= (?:[\w-]+ )??{_KIND}\b)"
    ),
    re.compile(rf"(?P<names>{_CAPITALS}), (?:an?|the first) (?:[\w-]+,? ){{0,5}}{_KIND}\b"),
    re.compile(rf"\b(?:called|named|dubbed|termed) (?P<names>{_CAPITALS})"),
    re.compile(r"(?P<names>(?<![\w-])[A-Z][\w-]*(?:[Bb]ench|QA|Eval)\b[\w-]*)"),
)
# "a VFL dataset", "several FSS benchmarks": the capitals name the task
_AHEAD = 200  # characters
_AN = re.compile(r"\b(?:[Aa]n?|[Nn]ew|[Nn]ovel) (?:[\w-]+ ){0,2}$")
_OF_THAT_KIND = re.compile(rf" (?:[\w-]+ )??{_KIND}\b")
_ADJECTIVE = re.compile(
    r"(?:^|\s)(?:(?:set|suite|range|variety|number|collection|series) of |"
    r"(?!(?:the|on|and|both|of|in|from|The|On) )[\w-]+ )$"
)
_TASK = re.compile(r"[A-Z]{2,} (?:[\w-]+ )??(?:datasets|data sets|benchmarks|corpora)\b")
_ONLY_NAMES = re.compile(rf"{_LISTED}\.?")
_COUNTED = re.compile(
    r"(?<![\w.,-])(?<!\d[ \u2009\u202f\xa0])\d(?:\d|,(?=\d{3})|[ \u2009\u202f\xa0](?=\d{3}(?!\d)))*\+?\s"
    r"(?:[\w/-]+\s){0,4}?(?:images|videos|participants|patients|subjects|adults|women|children|students|languages|recordings|scans|"
    r"documents)\b",
    re.IGNORECASE,
)


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


_SPELLED = {_key(name): name for name in _USUAL} | _LONGER


def usual_name(name: str) -> str:
    """``name`` as most papers write it; a name that isn't well known as it stands."""
    return _SPELLED.get(_key(name), _BY.sub("×", name))


def usual_names(listed: str) -> tuple[str, ...]:
    """The names in a list such as "MS-COCO, KITTI and ImageNet-1k", each as most papers write it, each once."""
    return tuple(dict.fromkeys(usual_name(name) for name in _LIST.split(listed) if name))


def names_data(listed: str) -> bool:
    """Whether what a result is said to be on may be data: "ResNet-50" and "a backbone" are models, "benchmark" is none.

    Small models write such things down; a list may be one of which any part is data.
    """
    parts = _LIST.split(listed.strip())
    return any(part and not _A_MODEL.fullmatch(part) and not _NO_NAME.fullmatch(part) for part in parts)


def told_data(text: str) -> list[str]:
    """The names in a statement that it says are data: "the CUB-200 data set", "evaluated on COCO", "COCO and LVIS."."""
    whole = _ONLY_NAMES.fullmatch(text)
    places = (
        [whole.span()] if whole else sorted(found.span("names") for one in _SAYS_DATA for found in one.finditer(text))
    )
    if whole and _listed(text):
        return [name for name in _listed(text) if may_be_data(name)]
    named = [m for start, end in places for m in _DATA_NAME.finditer(text, start, end) if not _is_kind(text, m)]
    named += [m for m in _DATA_NAME.finditer(text) if _key(m[0]) in _SPELLED]
    names = dict.fromkeys(m[0].partition("--")[0] for m in sorted(named, key=lambda m: m.start()))
    return [name for name in names if may_be_data(name)]


def _listed(text: str) -> list[str]:
    """The names of a list; not of one name that is a plain word: "Environment."."""
    names = [name for name in _LIST.split(text.rstrip(".")) if name]
    if any(re.search(r"(?:^| )[a-z]+$", name) for name in names):
        return []  # "Two benchmarks."
    return names if len(names) > 1 or " " in names[0] or _DATA_NAME.fullmatch(names[0]) else []


def _is_kind(text: str, name: re.Match[str]) -> bool:
    """Whether a name before "data set" is its kind's, or its task's: "an IaC benchmark", "two LDCT datasets"."""
    ahead = text[max(0, name.start() - _AHEAD) : name.start()]
    if _AN.search(ahead) and _OF_THAT_KIND.match(text, name.end()):
        return True
    return bool(_TASK.match(text, name.start()) and _ADJECTIVE.search(ahead))


def may_be_data(name: str) -> bool:
    """Whether a name may be a data set's: no model's, no task's, no word such as "UAV-relevant"."""
    return not _NO_DATA.fullmatch(name) and names_data(name)


def counted_data(text: str) -> str:
    """How many of what a statement says were looked at: "14 786 patients"; "" where it says none."""
    counts = _COUNTED.search(text)
    return counts[0] if counts else ""


_PRETRAINED_ON = re.compile(
    r"(?P<how>pre-?train(?:ed|ing)) (?:\w+ ){0,3}?(?:on|with|using) (?:(?:the|large-scale|unlabell?ed) )*$",
    re.IGNORECASE,
)
_FOR_PRETRAINING = re.compile(
    r"(?: (?:data ?set|data|images))?(?: only)? (?:for|as|during|in) (?:\w+ )??(?P<how>pre-?training)\b", re.IGNORECASE
)


def pretrained_with(name: str, sentences: Iterable[str]) -> str:
    """How the sentences that hold ``name`` say that a model was only pre-trained with it, in their word; else ``""``.

    "pre-training" for "leveraging Objects365 for pre-training": figures were reported on something else.
    """
    found = [_pretraining(name, text) for text in sentences if name in text]
    return found[0] if all(found) and found else ""


_ANOTHERS_AHEAD = re.compile(  # what others made for, or won with: "networks developed for the X challenge"
    r"\b(?:(?:developed|designed|intended|built) for|win(?:s|ners?|ning)\b[^,.;]{0,30} (?:of|in|at|on|from)) "
    r"(?:the )?$",
    re.IGNORECASE,
)
_OVER = re.compile(r"\b(?:outperform\w*|surpass\w*|beat\w*|than|against|over|compared (?:to|with)) (?:the|an?) $")
_RIVAL = re.compile(
    r"[ -](?:(?:fully[ -])?supervised )?(?:pre-?trained )?"
    r"(?:network|model|backbone|classifier|weights|checkpoint|encoder)s?\b"
)
_OWNED = re.compile(  # "an X production data set": X owns it
    r" (?:(?:real|real-world|large-scale|online) )*(?:production|proprietary|in-house|internal|private|process)\b"
)
_TRAINED_ON = re.compile(
    r"\b(?:networks?|models?|CNNs?|backbones?|extractors?|classifiers?|detectors?)"
    r"(?: (?:which|that) (?:was|were|is|are))? (?P<how>trained) (?:\w+ ){0,5}?on (?:the )?$|"
    r"\b(?P<only>trained) (?:exclusively|only|solely|purely) on (?:the )?$"
)


_MEASURED = re.compile(r"\d ?%|\baccurac|\bscores?\b|\bmAP\b")  # what was trained on it may be measured on it too


def data_named(results: Iterable[str], statement: str, sentences: Collection[str], own: str = "") -> list[str]:
    """The data sets of a paper's record, each once and as most papers write it; not what others have.

    ``results``: what its figures are on; ``statement``: what it says of its data, apart from its ``own`` name;
    ``sentences``: those that both were taken from.
    """
    told = [name for listed in results for name in usual_names(listed)]
    told += [usual_name(name) for name in told_data(statement) if name != own]
    kept = (name for name in dict.fromkeys(told) if may_be_data(name) and not of_others(name, sentences))
    return each_once(list(dict.fromkeys(in_short(name, sentences) for name in kept)), sentences)


def data_reported(results: Iterable[str], statement: str, sentences: Collection[str]) -> tuple[str, ...]:
    """Of :func:`data_named` those that a paper reports on: not what a model was only trained with."""
    named = data_named(results, statement, sentences)
    return tuple(name for name in named if not (pretrained_with(name, sentences) or trained_with(name, sentences)))


def of_others(name: str, sentences: Iterable[str]) -> bool:
    """Whether the sentences with ``name`` tell only of others by it: "outperforms the ImageNet network"."""
    found = [_of_others(name, text) for text in sentences if name in text]
    return bool(found) and all(found)


def _of_others(name: str, text: str) -> bool:
    spans = [(at, at + len(name)) for at in places(name, text)]
    return bool(spans) and all(_is_of_others(text[:at], text[end:]) for at, end in spans)


def _is_of_others(ahead: str, behind: str) -> bool:
    rival = _OVER.search(ahead) and _RIVAL.match(behind)
    return bool(rival or _ANOTHERS_AHEAD.search(ahead) or _OWNED.match(behind))


def trained_with(name: str, sentences: Iterable[str]) -> str:
    """ "trained" where the sentences with ``name`` say of it only that a network was trained on it; else ``""``."""
    ends = [
        None if _MEASURED.search(text) else _TRAINED_ON.search(text[:at])
        for text in sentences
        for at in places(name, text)
    ]
    return (ends[0]["how"] or ends[0]["only"]) if ends and all(ends) and ends[0] else ""


def in_short(name: str, sentences: Iterable[str]) -> str:
    """The short name behind a name that was cut short: "General Tree Growth" of "General Tree Growth Test (GTGT)"."""
    cut = re.compile(rf"{re.escape(name)}(?: [A-Z][a-z]+){{1,2}} \((?P<short>[A-Z][A-Za-z]*[A-Z][\w-]*)\)")
    found = (cut.search(text) for text in sentences)
    return next((one["short"] for one in found if one), name)


_PART = re.compile(r"[\w-]")
_IS_COUNTED = re.compile(r"(?:\w+) [\w-]+ (?:data ?sets|benchmarks)")  # "4 LeafQA datasets": LeafQA is no further one


def _pretraining(name: str, text: str) -> str:
    """The word of the one sentence; "" where one place of the name says nothing of it."""
    spans = [(at, at + len(name)) for at in places(name, text)]
    spans = [(at, end) for at, end in spans if not _PART.match(text[at - 1 : at]) and not _PART.match(text, end)]
    told = [_PRETRAINED_ON.search(text[:start]) or _FOR_PRETRAINING.match(text, end) for start, end in spans]
    return told[0]["how"] if told and all(told) and told[0] else ""


def each_once(names: Sequence[str], sentences: Iterable[str]) -> list[str]:
    """The names without one that stands there in short too, or with its size, or a year's: of "COCO, COCO 2016" one."""
    text = " ".join(sentences)
    short = {
        name for name in names for other in names if other != name and f"{name} ({other})" in text and len(other) > 1
    }
    sized = {name for name in names for other in names if re.fullmatch(rf"{re.escape(name)} \d+×\d+", other)}
    years = {name for name in names if (of := re.fullmatch(r"(.+?)[ -]?20\d\d", name)) and of[1] in names}
    counted = {name for name in names for other in names if _IS_COUNTED.fullmatch(other) and f" {name} " in other}
    return [name for name in names if name not in short | sized | years | counted]
