"""Names in a sentence: data sets and benchmarks."""

import re
from collections.abc import Sequence
from functools import lru_cache

from survey.words import listed

# Data sets that stand without the word "dataset"; another name needs that word near, or an "on" and a digit.
_KNOWN = (
    r"(?:(?:Tiny-?\s?|mini-?)?Image[Nn]et(?:-?\d+[kK]|-[A-Z]\w*|-(?:64|100|128|256|512)\b)?|"
    r"ILSVRC(?:[- ]?\d{4})?|CIFAR(?:[-/]?\d+| 100?\b)*|"
    r"(?:Fashion-?)?MNIST|SVHN|STL-?10|"
    r"(?:MS[- ~]?)?COCO(?:[- ]?(?:20\d\d|Object|Stuff|Captions?|minitrain))?|"
    r"(?:P[Aa][Ss][Cc][Aa][Ll][- ])?VOC(?:[- ~]?(?:20)?\d\d)?|"
    r"P[Aa][Ss][Cc][Aa][Ll][- ]Context|ADE-?20[kK]|Cityscapes|LVIS|Objects?365|Open ?Images|KITTI|nuScenes|Waymo|"
    r"Argoverse(?:[- ]?2)?|BDD100K|ACDC|"
    r"ExDark|DARK FACE|DarkVision|Mapillary(?: Vistas)?|ScanNet(?:v2|200)?|ShapeNet\w*|ModelNet\d*|ScanObjectNN|"
    r"S3DIS|SemanticKITTI|"
    r"Kinetics(?:-?\d+)?|Something-Something(?:[- ]?[vV]\d)?|SSv2|UCF-?101|HMDB-?51|AVA|ActivityNet|Diving48|"
    r"Charades|EPIC-KITCHENS|Ego4D|"
    r"CrossTask|COIN|NIV|(?:Super)?GLUE|SQuAD|MMLU|GSM8K|Wiki[Tt]ext(?:-?\d+)?|Wikipedia|Penn Treebank|Stanford "
    r"Sentiment Treebank|SST-?\d?|"
    r"IMDB|AG ?News|LAMBADA|HellaSwag|TruthfulQA|(?<!\()VQA(?:-?v?2)?|GQA|Flickr30[kK]|RefCOCO[+g]?|"
    r"CUB(?:-200)?(?:-2011)?|"
    r"Oxford(?:-IIIT)? Pets|"
    r"Stanford Cars|Places(?:365)?|iNaturalist|DomainBed|PACS|Office-?Home|VisDA|VTAB(?:-1k)?|CelebA(?:-HQ)?|FFHQ|"
    r"LFW|IJB-[ABCS]|TinyFace|"
    r"MegaFace|MSMT17|Market-?1501|DukeMTMC|PA-100K|3DPW|Human3\.6M|NTU(?: RGB\+D)?(?: \d+)?|Libri[Ss]peech|AudioSet|"
    r"ESC-50|VoxCeleb\d?|"
    r"MIMIC(?:-\w+)?|CheXpert|ChestX-ray\d*|ISIC(?: ?\d+)?|BraTS|ADNI|ADReSS|ABIDE|ADHD-200|Criteo|Avazu|"
    r"MovieLens(?:-\w+)?|Atari(?: 2600)?|"
    r"MuJoCo|Habitat|Adroit|DeepMind Control|Franka Kitchen|OpenWebText|LAION(?:-\w+)?|UrbanCars|Waterbirds|TrojVQA|"
    r"SPair-71k|dSprites|"
    r"DomainNet|AIBL|MSR-?VTT|LSMDC|DiDeMo|TotalSegmentator|Food-?101|EuroSAT|SUN-?397|Caltech-?(?:101|256)|"
    r"NYU(?:-?v2| Depth(?: V2)?)|SUN RGB-?D|DTU|Tanks and Temples|LLFF|DAVIS|YouTube-VOS|TextVQA|OK-VQA|ScienceQA|"
    r"MMBench|HumanEval\+?|MBPP\+?|PIQA|WinoGrande|BoolQ|HotpotQA|Natural ?Questions|TriviaQA|MS ?MARCO|BEIR|"
    r"CNN/?Daily ?Mail|XSum|WMT-?\d+|IWSLT-?\d*|CoNLL(?:-?\d+)?|OntoNotes|QM9|ZINC|Omniglot|CLEVR|"
    r"MVT[Ee][Cc](?:[ -]?AD)?|"
    r"BTCV|LiTS\d*|KiTS\d*|UK Biobank|eICU|TCGA|NHANES|Defects4J|SWE-[Bb]ench(?: (?:Lite|Verified))?|CodeSearchNet|"
    r"CodeXGLUE|D4RL|Meta-World|RLBench|LIBERO|CALVIN|Procgen|Clothing-?1M|WebVision|METR-LA|PEMS-?\w+|"
    r"MovieQA|Visual Genome|Planck(?: \d+)?|EEG|S&P ?500|"
    r"AIME(?:[- ]?(?:20)?2[3-6](?:/(?:20)?2[3-6])?\b)?|GPQA(?:[- ]Diamond)?|MATH-?500|LiveCodeBench|MMMU|"
    r"MathVista|MathVerse|MMLU-Pro|"
    r"Video-?MME|LongVideoBench|MVBench|EgoSchema|LongBench|AlpacaEval(?:[- ]2(?:\.0)?)?|Arena-Hard|MT-Bench|WebArena|"
    r"OSWorld(?:-Verified)?|ScreenSpot(?:-Pro|-[vV]2)?|FLEURS|Common ?Voice|AISHELL-?\d|VCTK|MUSDB18|LJSpeech|IEMOCAP|"
    r"MELD|NAVSIM|Bench2Drive|RoboCasa|RoboTwin|OC20|EuRoC|TUM RGB-?D|DIV2K|Urban100|GoPro|RealEstate10[kK]|UVG|"
    r"FineWeb(?:-Edu)?|SlimPajama|LIBERO-\w+|SNU-FILM|VLSP|MIT-BIH|PTB-XL|HumanML3D|MIMIC-CXR|GenEval|DPG-Bench|POPE)"
)
_WORD = r"[A-Z][\w.+&-]*"
# A digit, capitals within, or a hyphen
_CODED = r"(?:[A-Z][^\W\d]*\d[\w.-]*|[A-Z]+[a-z]+[A-Z][\w.-]*|[A-Z]{2,}[\w-]*-[A-Z\d][\w-]*)"
_KIND = r"(?:data ?sets?|benchmarks?|challenge|corpus|corpora|competition|database|leaderboard)"
_ANY_KIND = re.compile(_KIND, re.IGNORECASE)
_KNOWN_NAME = re.compile(rf"(?<![\w-])(?=[A-Z\ddeimn]){_KNOWN}(?![\w-])")
_NO_TASK = (
    r"(?![\w-]| (?:tasks?|models?|settings?|problems?|metrics?|frameworks?|backbones?|architectures?|"
    r"networks?|modules?|algorithms?|methods?|agents?|apps?|platforms?|librar(?:y|ies)|systems?|protocols?|"
    r"solutions?)\b| \((?!(?:the )?(?:validation|test|val|dev)\b))"
)
_ON_NAME = re.compile(
    # what stands before "on" is looked at last: the other way round it would be at every letter
    rf"\b[oO]n (?<!based [oO]n )(?<!built [oO]n )(?<!uilding [oO]n )(?<!entered [oO]n )(?<!entred [oO]n )"
    rf"(?<!operates [oO]n )(?<!relies [oO]n )(?<!rely [oO]n )(?<!depends [oO]n )(?<!depend [oO]n )(?<!focus [oO]n )"
    rf"(?<!run [oO]n )(?<!focuses [oO]n )(?<!focusing [oO]n )"
    rf"(?:the |both |our )?(?P<name>{_CODED}){_NO_TASK}"
)
_NAME_KIND = re.compile(
    r"(?<![\w-])(?!(?:The|A|An|In|On|At|For|With|To|From|Our|This|These|Both|Using|By|As|Of|Across|Extensive|"
    r"Experiments) )"
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,8}})(?= (?:(?!(?:on|in|for|of|with)\b)\w+ ){{0,2}}{_KIND}\b)"
)
# "a VFL dataset", "several FSS benchmarks": the capitals name the task, not the data
_OF_A_TASK = re.compile(
    r"\b(?:an?|new|novel|real|real-world|synthetic|several|many|various|existing|public|available|standard|"
    r"popular|common|"
    r"diverse|other|multiple|different|two|three|four|five|six|seven|eight|nine|ten|\d+|challenging|large-scale|"
    r"mainstream|widely[- ]used|current|established|benchmark|proprietary)\s+$"
)
_OF_A_GENUS = re.compile(rf"[A-Z][a-z]+ (?:[a-z]\w* )+{_KIND}\b")  # "a Brassica napus dataset": what is on its images
# "a synthetic Pashto OCR dataset": an article says of what kind it is; "a SAM dataset" may be named so
_AN = re.compile(r"\b[Aa]n? (?:(?:new|novel|small|(?:[a-z]+-)?[a-z]+(?:ed|ic|al|ive|able|ous|scale|quality)),? )*$")
_A_DESCRIPTION = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)*(?: (?:[A-Z][a-z]+(?:-[A-Z][a-z]+)*|[A-Z]{2,}))+")
_PLAIN_WORD = (
    r"(?!(?:on|of|in|for|with|by|to|from|across|using|over|the|than|as|at|that|which|designed|method)\b)[\w-]+"
)
_MADE = re.compile(
    rf"(?<![\w-])(?:(?P<name>[A-Z][\w-]*(?: ?\([A-Z][\w-]+\))?), (?:an?|the first) (?:{_PLAIN_WORD},? ){{0,6}}"
    r"(?:data ?set|benchmark|corpus|database)\b"
    rf"|{_KIND},? (?:\([^()]*\) )?(?:called|named|dubbed|termed|namely) (?P<called>[A-Z][\w-]+)"
    rf"|(?:data ?set|corpus|benchmark|database), (?P<after>{_CODED})(?=,|\.(?!\w))"
    rf"|(?<=the )(?:[\w-]+ ){{0,4}}?(?:data ?set|corpus|benchmark) (?P<beside>{_CODED})(?=[,;]|\.(?!\w)| (?:and|"
    rf"show|with|to|demonstrat)\w*\b)"
    r"|(?<=the )(?P<whole>(?:[A-Z][\w-]+ ){1,4}(?:Dataset|Corpus|Benchmark|Database))\b)"
)
_KIND_LIST = re.compile(
    rf"\b{_KIND}\s*(?:,\s*)?(?:such as|including|namely|like|i\.e\.,?|e\.g\.,?|:|\()+\s*"
    rf"(?P<list>{_WORD}(?: {_WORD}){{0,2}}(?:, (?!and ){_WORD}(?: {_WORD}){{0,2}})*"
    rf"(?:,? and {_WORD}(?: {_WORD}){{0,2}})?)"
)
NOT_DATA = re.compile(
    r"(?:Net|VGG|ViT|Transformer|BERT|GPT|CLIP|MAE|CNN|Former|LSTM|GAN|RNN|SAEs?|LV?LMs?|[ML]*VLMs?|MLLMs?|"
    r"LMMs?|Mamba|Adam|SVM|S[Oo]TA|MLP|VAE|"
    r"[Ll]lama|LLaMA|DiT|DINO|"
    r"DeiT|Swin|FLOP|IoU|AUC|Shapley|XAI|GPU|TPU|NLP|CTR|DNN|GNN|CAM|CPU|API|(?<![a-z])AI|X-ray|CT|MRI|"
    r"LLaVA|LLaDA|HunyuanVideo|WAN|(?<![\w-])NeRF|Qwen|Gemini|Claude|Mistral|DeepSeek)(?:s|[-\d]\S*)?$|\d[bB]$|"
    r"^(?:QA|NER|ASR|OCR|TTS|MT|VLN|G?UI|EHRs?|KGs?|RAG|ICU|FPGA|Hindi|Urdu|Bengali|Tamil|Telugu|Thai|French|Dutch|"
    r"Greek|German|Arabic|Mandarin|Latin|Swahili|Bangla|Sinhala|Marathi|Hausa|Yoruba|Nepali|Kannada|Malayalam|"
    r"Punjabi|Czech|[A-Z]\w+-language|Challenge|Benchmark|Dataset|Center|University|Hospital|"
    r"[A-Z][a-z]+(?:[^r]ese|ish|[st]ian|ean))$|"
    r"NVIDIA|GeForce|RTX|Jetson|Raspberry|Snapdragon|[AH]100|[TV]100|^(?:PPO|GRPO|DPO|SFT|LoRA|RLHF)$|^(?:The|A|"
    r"An|This|These|"
    r"Our|Extensive|In|On|Experiments|We|"
    r"Existing|Several|Many|Most|Using|Both|Such|Recent|Large|Deep|Results|Evaluations?|Comprehensive|Other|All|New|"
    r"Public|To|For|With|Real|"
    r"Synthetic|Finally|Moreover|Furthermore|Additionally|However|Besides|Across|Notably|"
    r"Proposes|Evaluates|Introduces|Presents|Tests|Develops|Uses|Releases|Shows|Demonstrates|Finds|Trains|"
    r"Builds|Creates|"
    r"Provides|Achieves|Conducts|Constructs|Collects|Benchmarks|Analy[sz]es)\b(?!-)"
)
# A name that goes on in front: "(Clinic) Challenge"; a sentence's first word has a capital anyway
_CUT = re.compile(r"(?<=[\w,] )(?!(?:In|On|The|Our|An?|For|With)\b)[A-Z][\w-]* (?:& )?$")
_OF_A_CUT = re.compile(r"^[A-Z][\w-]* ?\(([A-Z][\w-]+)\)$")  # "the Open Dataset (OD), a": its short form is whole
_OF_A_TOOL = re.compile(r"(?: \([\w-]+\))? (?:tool|toolkit|toolbox|software|library)\b")
_SEPARATED = re.compile(r"^(?:, (?:and )?| and )|(?:, (?:and )?| and )$")
_AND = re.compile(r", (?:and )?| and ")
# One of a list of data sets, some of which no other sign tells: "Breakfast, 50 Salads, and DARai"
ITEM = r"(?:\d+ )?[A-Z](?:[\w.+/-]*[\w+])?(?: [A-Z\d](?:[\w.+-]*[\w+])?){0,3}"
_REST_OF_LIST = re.compile(
    rf"(?P<rest>(?:, {ITEM}){{0,8}},? and (?P<last>{ITEM}))"
    r"(?=[,;:)]|\.(?!\d)|$| (?:data ?sets?|benchmarks?|show|demonstrat|validat|indicat|reveal|with|while|"
    r"compared|respectively|"
    r"over|using)\w*\b)"
)
_START_OF_LIST = re.compile(
    rf"(?:\b(?:on|across|as|like|including|both|over|of|to)(?: the)?|:|\() ?"
    rf"(?P<first>{ITEM}(?:, {ITEM}){{0,5}}(?:,? and |, ))$"
)
# "PACS achieves 59.8%": who does that is no data, whatever its name
_DOES = re.compile(r" (?:achiev|outperform|surpass|attain|obtain)\w*\b")
_PLACED = re.compile(r"\b(?:on|in|for|from|of|over|across|and|both|the)\s+$|[,(]\s*$")
_LISTED = re.compile(rf"({_CODED})(?=[,.;)]| (?:show|demonstrat|and|data ?sets?|benchmarks?)\w*\b)")


@lru_cache(maxsize=8192)
def data_names(text: str) -> tuple[str, ...]:
    """The names in ``text`` that are data sets or benchmarks, in the order in which they stand, each once."""
    found = [(m.start(), m.group()) for m in _KNOWN_NAME.finditer(text) if not _does(text, m)]
    known = {name for _, name in found}
    found += [(m.start("name"), m["name"]) for m in _ON_NAME.finditer(text)]
    if kind := _ANY_KIND.search(text):
        found += [(m.start("name"), m["name"]) for m in _NAME_KIND.finditer(text) if not _names_a_task(text, m)]
        made = [(m.start(m.lastgroup), m[m.lastgroup]) for m in _MADE.finditer(text) if m.lastgroup]
        found += made
        known |= {name for _, name in made}
    # a first word's capital says nothing
    found = [(at, name) for at, name in found if at > 0 or name in known or re.search(r"[A-Z\d].*[A-Z\d]", name)]
    for match in _KIND_LIST.finditer(text) if kind else ():
        at = match.start("list")
        found += [(at + match["list"].find(name), name) for name in _AND.split(match["list"])]
    names: list[str] = []
    for _, name in sorted(found, key=lambda f: (f[0], -len(f[1]))):
        plain = _OF_A_CUT.sub(r"\1", name.strip(" .,-"))
        wanted = plain in known or (plain and not NOT_DATA.search(plain) and not _CUT.search(text[: text.find(plain)]))
        wanted = wanted and not _OF_A_TOOL.match(text, text.find(plain) + len(plain))
        if wanted and re.search(r"[A-Za-z]{2}", plain) and not any(plain in other for other in names):
            names.append(plain)
    return tuple(names)


def _does(text: str, match: re.Match[str]) -> bool:
    """Whether a known name is said to achieve or outperform something, as a method does."""
    return bool(_DOES.match(text, match.end())) and not _PLACED.search(text[: match.start()])


def _names_a_task(text: str, match: re.Match[str]) -> bool:
    """Whether capitals before "dataset" or "benchmarks" are a kind of task: "a VFL dataset", "FSS benchmarks"."""
    if re.search(r"\b[Aa]n? $", text[: match.start()]) and _OF_A_GENUS.match(text, match.start()):
        return True
    if _A_DESCRIPTION.fullmatch(match["name"]) and _AN.search(text[: match.start()]):
        return True
    if re.search(r"\d|[a-z]", match["name"]) and not re.fullmatch(r"[A-Z]\d[A-Z]", match["name"]):
        return False
    plural = re.match(r" (?:\w+ ){0,2}(?:data ?sets|benchmarks|corpora)\b", text[match.end() :])
    listed = re.search(r"(?:, |\band )$", text[: match.start()])
    return bool(_OF_A_TASK.search(text[: match.start()]) or (plural and not listed))


def all_data(listed: str) -> bool:
    """Whether each name of a list may be one of data: no model, no hardware, no figure ("107 FPS")."""
    unknown = (name for name in _AND.split(listed) if not _KNOWN_NAME.fullmatch(name))
    return not any(NOT_DATA.search(name) or re.fullmatch(r"\d+ [A-Z]+", name) for name in unknown)


def joined_names(text: str, names: tuple[str, ...], start: int) -> str:
    """The names that are listed together with the one at ``start``, as they stand: "COCO and BDD100K"."""
    end = start + max((len(name) for name in names if text.startswith(name, start)), default=0)
    first = _START_OF_LIST.search(text[:start])
    begin = first.start("first") if first and all_data(_SEPARATED.sub("", first["first"])) else start
    whole = _REST_OF_LIST.match(text, end)
    if whole and all_data(_SEPARATED.sub("", whole["rest"])):
        return text[begin : whole.end("rest")]
    while match := _AND.match(text, end):
        following = [name for name in names if text.startswith(name, match.end())]
        if not following and (other := _LISTED.match(text, match.end())) and not NOT_DATA.search(other[1]):
            following = [other[1]]
        if not following:
            break
        end = match.end() + max(map(len, following))
        if " and " in match.group() or match.group().endswith("and "):
            break
    return text[begin:end]


_MOST_NAMES = 6
_NUMBERS = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
# of a number: "786" is none in "14 786", "grade 4 students" and "as few as 16 images" count no data
_FIRST = r"(?<![\w.,*×-])(?<!\d[ \u2009\u202f\xa0])(?<!grade )(?<!little as )(?<!few as )"
_THOUSANDS = r"\d{1,3}(?:[,\u2009\u202f\xa0 ]\d{3}(?!\d))"
_COUNTED = re.compile(
    rf"{_FIRST}{_NUMBERS} (?:{_PLAIN_WORD} ){{0,4}}(?:data ?sets?|benchmarks?|corpora)\b|"
    rf"{_FIRST}(?:{_THOUSANDS}+|\d+|two|three|four|five|six|ten) (?:[a-z][\w-]*[a-rt-z\d] ){{0,3}}(?:participants|"
    r"patients|"
    r"subjects|individuals|researchers|practitioners|recordings|students|volunteers|respondents|adults|children|women|"
    r"developers|interviews)\b|"
    rf"{_FIRST}(?:{_THOUSANDS}+|\d{{2,}}|\d+[KkM])\+? (?:[a-z][\w-]* ){{0,3}}(?:images|videos|scans|articles|documents|"
    r"papers|"
    r"records|cases|samples|questions|trials|tweets|repositories|pairs|clips|projects|apps|examples|annotations)\b",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"\b(?P<data>(?:an?|the|this) (?:(?!authors\b)[\w-]+ ){0,6}(?:data ?set|corpus|database|cohort)"
    r"(?: \([A-Z][\w-]+\))?,? (?:of|that|which|comprising|containing|consisting of|with|from|"
    r"covering)\b(?:[^.;:]|(?<=\d)\.(?=\d)){8,170}?)"
    r"(?=,? (?:(?:and |which )?the authors|and (?:\w+ly )?\w+s (?:that|the|an?|how))\b|, \w+ing\b|"
    r",? (?:where )?(?:the )?[\w-]+ (?:model |network )?(?:achieve[sd]?|attain(?:s|ed)|demonstrate[sd]?|"
    r"outperform\w*)\b|"
    r"[;:]|\.(?!\d)|$)",
    re.IGNORECASE,
)
_SAYS_NOTHING = (
    r"(?:several|various|multiple|diverse|many|numerous|different|widely[- ]used|popular|common|challenging|"
    r"well-known|"
    r"other)"
)
_OF_SOME_KIND = re.compile(
    rf"\b(?:both|{_SAYS_NOTHING}|publicly|public|standard|real-world|synthetic|simulated|large-scale|clinical|"
    rf"photographed) "
    rf"(?:{_PLAIN_WORD} ){{0,5}}(?:data ?sets|benchmarks|corpora)\b",
    re.IGNORECASE,
)
_NO_KIND = re.compile(rf"(?:both )?(?:{_SAYS_NOTHING} )*(?:data ?sets|benchmarks|corpora)", re.IGNORECASE)


def listed_names(texts: Sequence[str]) -> str | None:
    """The data that the sentences name, as one list: "COCO, LVIS and Cityscapes."; None when they name none."""
    names = tuple(dict.fromkeys(name for text in texts for name in data_names(text)))
    names = tuple(name for name in names if not any(name in other for other in names if other != name))[:_MOST_NAMES]
    return f"{listed(names)}." if names else None


@lru_cache(maxsize=1024)
def data_phrase(text: str, vague: bool = True) -> str | None:
    """The data of a sentence as a phrase: "COCO and LVIS.", "A corpus of court decisions.", "Three public datasets.".

    None without one; ``vague`` allows phrases that only give the kind of the data: "Several image benchmarks.".
    """
    if named := listed_names([text]):
        return named
    low = text.lower()
    kind = any(word in low for word in ("data", "corp", "cohort", "benchmark"))  # one stands in what most patterns find
    match = (_DESCRIBED.search(text) if kind else None) or _COUNTED.search(text)
    match = match or (_OF_SOME_KIND.search(text) if vague and kind else None)
    if match is None or _NO_KIND.fullmatch(match.group()):
        return None
    return f"{match.group()[:1].upper()}{match.group()[1:].rstrip(' ,')}."


_MAKES_DATA = re.compile(
    r"\b(?:introduc|releas|collect|curat|buil[dt]|construct|creat|annotat|contribut|compil|propos|present|gather)\w* "
    r"(?:(?:an?|the|our|two|three|several|new|novel) )*(?:[\w-]+,? ){0,4}(?:data ?sets?|corpus|corpora|database|"
    r"benchmark)\b",
    re.IGNORECASE,
)


def makes_data(text: str) -> bool:
    """Whether a sentence says that a data set is made or released."""
    return bool(_MAKES_DATA.search(text))
