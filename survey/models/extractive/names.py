"""Names in a sentence: data sets and benchmarks, and what a result is compared with."""

import re
from functools import lru_cache

# Data sets that stand without the word "dataset"; another name needs that word near, or an "on" and a digit.
_KNOWN = (
    r"(?:(?:Tiny-?\s?|mini-?)?Image[Nn]et(?:-?\d+[kK]|-[A-Z]\w*)?|ILSVRC(?:[- ]?\d{4})?|CIFAR(?:[-/]?\d+)*|"
    r"(?:Fashion-?)?MNIST|SVHN|STL-?10|"
    r"(?:MS[- ~]?)?COCO(?:[- ]?(?:20\d\d|Object|Stuff|Captions?|minitrain))?|"
    r"(?:P[Aa][Ss][Cc][Aa][Ll][- ])?VOC(?:[- ~]?(?:20)?\d\d)?|"
    r"P[Aa][Ss][Cc][Aa][Ll][- ]Context|ADE-?20[kK]|Cityscapes|LVIS|Objects?365|Open ?Images|KITTI|nuScenes|Waymo|"
    r"Argoverse-?2?|BDD100K|ACDC|"
    r"ExDark|DARK FACE|DarkVision|Mapillary(?: Vistas)?|ScanNet(?:v2|200)?|ShapeNet\w*|ModelNet\d*|ScanObjectNN|"
    r"S3DIS|SemanticKITTI|"
    r"Kinetics(?:-?\d+)?|Something-Something(?:[- ]?[vV]\d)?|SSv2|UCF-?101|HMDB-?51|AVA|ActivityNet|Diving48|"
    r"Charades|EPIC-KITCHENS|Ego4D|"
    r"CrossTask|COIN|NIV|(?:Super)?GLUE|SQuAD|MMLU|GSM8K|Wiki[Tt]ext(?:-?\d+)?|Wikipedia|Penn Treebank|Stanford "
    r"Sentiment Treebank|SST-?\d?|"
    r"IMDB|AG ?News|LAMBADA|HellaSwag|TruthfulQA|VQA(?:-?v?2)?|GQA|Flickr30[kK]|RefCOCO[+g]?|CUB(?:-200)?(?:-2011)?|"
    r"Oxford(?:-IIIT)? Pets|"
    r"Stanford Cars|Places(?:365)?|iNaturalist|DomainBed|PACS|Office-?Home|VisDA|VTAB(?:-1k)?|CelebA(?:-HQ)?|FFHQ|"
    r"LFW|IJB-[ABCS]|TinyFace|"
    r"MegaFace|MSMT17|Market-?1501|DukeMTMC|PA-100K|3DPW|Human3\.6M|NTU(?: RGB\+D)?(?: \d+)?|LibriSpeech|AudioSet|"
    r"ESC-50|VoxCeleb\d?|"
    r"MIMIC(?:-\w+)?|CheXpert|ChestX-ray\d*|ISIC(?: ?\d+)?|BraTS|ADNI|ADReSS|ABIDE|ADHD-200|Criteo|Avazu|"
    r"MovieLens(?:-\w+)?|Atari(?: 2600)?|"
    r"MuJoCo|Habitat|Adroit|DeepMind Control|Franka Kitchen|OpenWebText|LAION(?:-\w+)?|UrbanCars|Waterbirds|TrojVQA|"
    r"SPair-71k|dSprites|"
    r"MovieQA|Visual Genome|Planck(?: \d+)?|EEG|S&P ?500)"
)
_WORD = r"[A-Z][\w.+&-]*"
# A digit, capitals within, or a hyphen
_CODED = r"(?:[A-Z]\w*\d[\w.-]*|[A-Z]+[a-z]+[A-Z][\w.-]*|[A-Z]{2,}[\w-]*-[A-Z\d][\w-]*)"
_KIND = r"(?:data ?sets?|benchmarks?|challenge|corpus|corpora|competition|database|leaderboard)"
_KNOWN_NAME = re.compile(rf"(?<![\w-]){_KNOWN}(?![\w-])")
_ON_NAME = re.compile(rf"\b(?:on|On) (?:the |both |our )?(?P<name>{_CODED})")
_NAME_KIND = re.compile(rf"(?<![\w-])(?P<name>{_WORD}(?: {_WORD}){{0,3}})(?= (?:\w+ ){{0,2}}{_KIND}\b)")
_KIND_LIST = re.compile(
    rf"\b{_KIND}\s*(?:,\s*)?(?:such as|including|namely|like|i\.e\.,?|e\.g\.,?|:|\()+\s*"
    rf"(?P<list>{_WORD}(?: {_WORD}){{0,2}}(?:(?:, (?:and )?| and ){_WORD}(?: {_WORD}){{0,2}})*)"
)
_NOT_DATA = re.compile(
    r"(?:Net|ViT|Transformer|BERT|GPT|CLIP|MAE|CNN|Former|LSTM|GAN|RNN|SAEs?|LLMs?|Mamba|Adam|SVM|S[Oo]TA|MLP|VAE|"
    r"[Ll]lama|LLaMA|DiT|DINO|"
    r"DeiT|Swin|FLOP|IoU|AUC|Shapley|XAI|GPU|TPU|NLP|CTR|DNN|GNN|CAM|API|AI)(?:s|[-\d]\S*)?$|^(?:The|A|An|This|These|"
    r"Our|Extensive|In|On|Experiments|We|"
    r"Existing|Several|Many|Most|Using|Both|Such|Recent|Large|Deep|Results|Evaluations?|Comprehensive|Other|All|New|"
    r"Public|To|For|With|Real|"
    r"Synthetic|Finally|Moreover|Furthermore|Additionally|However|Besides|Across|Notably)\b"
)
_GAIN = re.compile(
    r"(?:gain|improv\w+|boost\w*|increas\w+|advantage|superior\w*|%|points?|mAP|AP|mIoU|\d|margin|better|speed-?up|"
    r"reduction|"
    r"enhancement|preferred|benefit)s?[^,;.]{0,30}$"
)
_AND = re.compile(r", (?:and )?| and ")
_AGAINST = re.compile(
    r"\b(?:over|compared (?:to|with)|relative to|wrt|w\.r\.t\.|than|against|outperform(?:s|ing|ed)?|surpass(?:es|ing|"
    r"ed)?|exceed(?:s|ing)?|"
    r"beat(?:s|ing)?|superior to|competitive (?:to|with)|comparable (?:to|with)|improv(?:es?|ing) (?:up)?on|on par "
    r"with)\s+"
)
_STOPS = re.compile(
    r"[,;:()]|\.(?:\s|$)| (?:by|on|in|while|with|without|across|at|for|when|using|under|despite|demonstrating|"
    r"achieving|quantitatively|"
    r"qualitatively|significantly|consistently|and (?:is|are|has|have|can|\w+s)|as|such|including|although|though|if|"
    r"were|was|"
    r"is|are|whereas|"
    r"which|that|from|"
    r"during|due|to|both|terms|trained|"
    r"even|because|especially|particularly|after|tested|fined?-tuned|where|via|through|among|regarding|w\.r\.t|yet|"
    r"but|not)\b"
)
_VAGUE = re.compile(
    r"\d|(?:methods?|models?|networks?|approach(?:es)?|works?|techniques?|algorithms?|frameworks?|systems?|ones|"
    r"training)$"
)
_COMPARABLE = re.compile(
    r"[A-Z]|\b(?:baselines?|methods?|models?|state[- ]of[- ]the[- ]art|approach(?:es)?|counterparts?|records?|works?|"
    r"alternatives?|"
    r"algorithms?|techniques?|networks?|detectors?|best|supervised|competitors?|prior|previous|existing|metrics?|"
    r"representations?|losses|"
    r"explanations?|selection|architectures?|descriptors?|systems?|frameworks?|training|pre-?training|masking|"
    r"fine-?tuning)\b"
)


@lru_cache(maxsize=8192)
def data_names(text: str) -> tuple[str, ...]:
    """The names in ``text`` that are data sets or benchmarks, in the order in which they stand, each once."""
    found = [(m.start(), m.group()) for m in _KNOWN_NAME.finditer(text)]
    known = {name for _, name in found}
    found += [(m.start("name"), m["name"]) for p in (_NAME_KIND, _ON_NAME) for m in p.finditer(text)]
    found = [
        (at, name) for at, name in found if at > 0 or name in known or re.search(r"[A-Z\d].*[A-Z\d]", name)
    ]  # a first word's capital says nothing
    for match in _KIND_LIST.finditer(text):
        at = match.start("list")
        found += [(at + match["list"].find(name), name) for name in _AND.split(match["list"])]
    names: list[str] = []
    for _, name in sorted(found, key=lambda f: (f[0], -len(f[1]))):
        plain = name.strip(" .,-")
        wanted = plain in known or (plain and not _NOT_DATA.search(plain))
        if wanted and not any(plain in other for other in names):
            names.append(plain)
    return tuple(names)


def joined_names(text: str, names: tuple[str, ...], start: int) -> str:
    """The names from ``start`` on that are listed together, as they stand: "COCO and BDD100K"."""
    end = start + max((len(name) for name in names if text.startswith(name, start)), default=0)
    while match := _AND.match(text, end):
        following = [name for name in names if text.startswith(name, match.end())]
        if not following:
            break
        end = match.end() + max(map(len, following))
    return text[start:end]


def baseline(text: str) -> str | None:
    """What the first comparison in ``text`` is made with, at most eight words; None when it is not clear."""
    for match in _AGAINST.finditer(text):
        if match.group().startswith("over ") and not _GAIN.search(text[: match.start()]):
            continue
        rest = text[match.end() :]
        stop = _STOPS.search(f" {rest}")
        phrase = rest[: max(0, stop.start() - 1)] if stop else rest.rstrip(".")
        phrase = re.sub(r"^(?:or \w+s |the|all|its|their|other|both|those|that of|any) ", "", phrase.strip())
        if phrase and len(phrase.split()) <= 8 and not _VAGUE.match(phrase) and _COMPARABLE.search(phrase):
            return phrase
    return None


_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:[\w-]+ ){0,4}(?:data ?sets?|"
    r"benchmarks?|corpora)\b|(?<![\w.-])(?:\d+(?:,\d{3})*|two|three|four|five|six|ten) (?:[a-z][\w-]* "
    r"){0,3}(?:participants|patients|"
    r"subjects|individuals|researchers|practitioners|recordings)\b",
    re.IGNORECASE,
)


def data_phrase(text: str) -> str | None:
    """The data of a sentence as a phrase: the names as they are listed, or "Three public datasets."; None without."""
    names = data_names(text)
    names = tuple(name for name in names if not any(name in other for other in names if other != name))
    if names:
        listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
        return f"{listed}."
    match = _COUNTED.search(text)
    return f"{match.group()[:1].upper()}{match.group()[1:]}." if match else None
