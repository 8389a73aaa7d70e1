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
_LIST = re.compile(r",? and |, ")


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


_SPELLED = {_key(name): name for name in _USUAL} | _LONGER


def usual_name(name: str) -> str:
    """``name`` as most papers write it; a name that isn't well known as it stands."""
    return _SPELLED.get(_key(name), name)


def usual_names(listed: str) -> tuple[str, ...]:
    """The names in a list such as "MS-COCO, KITTI and ImageNet-1k", each as most papers write it, each once."""
    return tuple(dict.fromkeys(usual_name(name) for name in _LIST.split(listed) if name))
