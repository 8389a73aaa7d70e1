"""The names of data sets, each written in one way: papers write "ImageNet-1k", "ImageNet1K" and "ImageNet-1K"."""

import re

_USUAL = (
    "ImageNet ImageNet-1K ImageNet-21K ImageNet-22K ImageNet-100 ImageNet-LT CIFAR-10 CIFAR-100 "
    "CIFAR-100-20 COCO MNIST SVHN STL-10 ADE20K Cityscapes LVIS BDD100K KITTI nuScenes Argoverse2 ScanNetv2 "
    "ScanObjectNN ModelNet40 Kinetics-400 Kinetics-600 Kinetics-700 UCF101 HMDB51 Diving48 ActivityNet MSR-VTT "
    "PA-100K MSMT17 CelebA CelebA-HQ FFHQ MovieLens-1M BraTS ADNI LibriSpeech SQuAD GLUE MMLU GSM8K WikiText "
    "WikiText-2 WikiText-103 OpenWebText "
).split()
_LONGER = {"mscoco": "COCO", "microsoftcoco": "COCO", "pascalvoc": "PASCAL VOC", "pascalcontext": "PASCAL Context"}
_BY = re.compile(r"(?<=\d) ?(?:x|\$?\\?times\$?) ?(?=\d)")  # "ImageNet 64times64"
_LIST = re.compile(r",? and |, ")
_A_MODEL = re.compile(
    r"(?:(?:ResNet|ResNeXt|ViT|DeiT|Swin|VGG|DenseNet|MobileNet|EfficientNet|ConvNeXt|Inception|U-?Net|BERT|RoBERTa|GPT|"
    r"Llama|Qwen|Mistral|Gemma|Pythia|T5|DINO|CLIP|DeepSeek|YOLO|Gemini|Claude|LLaVA)(?:-?v?\d[\w.]*)?"
    r"(?:[ /-](?:v?\d[\w.]*|base|large|huge|small|tiny|[A-Z]|FPN|C4))*"
    r"|.*\b(?:backbones?|architectures?|networks?|latents|transformers?|parameters|baselines?))",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:(?:the|a|an|our|this|these|its|both|all|several|various|multiple|\w+ed|standard|popular|public) )*"
    r"(?:bench-?marks?|data ?sets?|data|tasks?|test sets?|validation sets?|corpora|corpus|images?|experiments?)",
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
