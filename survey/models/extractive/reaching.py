"""Who reaches a figure, where that is told by more than a bare name: a tuned model, a kind of models, people, a way.

"the fine-tuned Mistral-7B model reaches", "the best model, GPT-4o, reaches", "human experts reach", "sparse training
cuts".
"""

import re

_BARE_NAME = (
    r"(?!(?:Our|The|Their|Its|This|These|We|It|They|No|AI|ML|DL)\b)(?:[A-Z][\w.+/-]*|[a-z]{1,3}[A-Z][\w.+/-]*)"
    r"(?: (?:\+ )?(?:[A-Z][\w.+/-]*|\d[\w.]*B?|v\d[\w.]*)){0,3}"
)
_VERBS = (
    "achieve reach attain obtain yield deliver outperform surpass exceed improve boost reduce increase provide enhance "
    "demonstrate show gain retain maintain match score perform exhibit produce offer raise lower cut lead".split()
)
_ONE_DOES = "|".join(f"{verb}e?s|{verb.rstrip('e')}(?:ed|ing)" for verb in _VERBS) + "|gets|got|had|has|beats|led|cut"
_SEVERAL_DO = f"{_ONE_DOES}|{'|'.join(_VERBS)}|get|have|beat|struggled?"
_ADVERBS = r"(?:also |further |even |only |still |[a-z]+ly )*"
_FROM = (
    r"(?:^(?:[A-Z][a-z]+(?:ly)?, |In contrast, |By contrast, |For (?:example|instance), )?"
    r"(?:(?:[Ee]ven )?(?:[Ww]hile|[Aa]lthough|[Tt]hough|[Ww]hereas) )?|"
    r"[,;:] (?:and |while |whereas |but |yet |where |with )?|(?<=[)%]) and |\b(?:that|while|whereas) )"
)
# Up to the figure, within one clause in which nobody else reaches anything
_SAID = r"(?P<said>(?:(?!\b(?:it|we|they|which|that|while|whereas|but|our)\b)(?:[^;.]|\.(?=\d)))*)$"
KIND = (
    r"(?:models?|variants?|versions?|[A-Z]*L[LMR]Ms?|[A-Z]*VLMs?|LALMs?|agents?|classifiers?|networks?|encoders?|"
    r"detectors?|baselines?|systems?|teams?|submissions?|entr(?:y|ies))"
)
_NAMED_KIND = KIND.replace("(?:models?", "(?:methods?|approach(?:es)?|algorithms?|models?")
_PEOPLE = (
    r"(?:humans?|participants?|experts?|annotators?|raters?|readers?|radiologists?|clinicians?|physicians?|doctors|"
    r"students|evaluators|crowd-?workers|pathologists?|dermatologists?|players|volunteers)"
)
MANY = re.compile(rf"(?:{KIND.replace('s?', 's')}|{_PEOPLE})$")
_RANK = (
    r"(?:best(?:[- ](?:performing|scoring))?|top(?:[- ](?:performing|scoring|ranked))?|strongest|leading|winning|"
    r"highest-(?:scoring|ranking)|"
    r"most (?:capable|accurate|advanced))"
)
_SORT = (
    rf"(?:{_RANK}|all|current|existing|frontier|state-of-the-art|SOTA|today's|popular|commercial|proprietary|advanced|"
    r"powerful|modern|recent|open-?(?:source|weights?)|closed(?:-source)?|general-purpose|off-the-shelf|multimodal|"
    r"large|larger|small|smaller|language|vision|vision-language|reasoning|non-reasoning|"
    r"[\w]+-tuned|fine-?tuned|pre-?trained|zero-shot|domain-specific|speciali[sz]ed)"
)
OF_A_SORT = re.compile(rf"(?i:{_SORT}) (?:[\w-]+ )*{KIND}|(?i:(?:[a-z]+ ){{0,2}}{_PEOPLE})")  # they have no names
_OF_THE_PAPER = r"(?:proposed|novel|new|our|resulting|developed|presented|introduced|final|full|same|other|own)\b"
_LIKE = rf"(?: (?:such as|like|including) {_BARE_NAME})?"
_NO_PART = (
    r"(?!(?:and|or|of|on|in|for|with|by|to|from|the|an?|our|this|these|its|via|as|at|that|than|both|not|is|are)\b)"
)
_WITH = (
    r"(?: (?:with|using|on|trained on|fine-?tuned on|tuned on)(?: the| an?)?"
    rf"(?: {_NO_PART}[\w-]+| and(?= [A-Z])){{1,5}}?)?"
)
_ASIDE = r"(?: \([^()]*\))?"
_WAY = (
    r"(?:prompting|tuning|training|pre-?training|learning|augmentation|distillation|quanti[sz]ation|pruning|retrieval|"
    r"fusion|decoding|sampling|ensembling|voting|optimi[sz]ation|decomposition|supervision|initiali[sz]ation|"
    r"regulari[sz]ation|normali[sz]ation|re-?ranking|filtering|search|inference|adaptation)"
)
# Each has the name, or what stands for one, in "who"
_WHO = (
    # "the best performing model, GPT-4o, achieves", "for the best LLM Phi3-Mini 3.2B, achieving"
    rf"(?:{_FROM}(?:[Tt]he |[Oo]ur )?|\bfor (?:the )?)(?i:{_RANK}) (?:[a-z-]+ ){{0,4}}{_NAMED_KIND}"
    rf"(?:, | \(| )(?P<who>{_BARE_NAME})[,)]?",
    # "GPT-4o, a closed model, achieves"
    rf"{_FROM}(?P<who>{_BARE_NAME}){_ASIDE}, (?:an?|the) [^,;()]{{3,90}},",
    # "the fine-tuned Mistral-7B model outperforms", "NCM with ImageNet features achieves"
    rf"{_FROM}(?:[Tt]he |[Aa]n? )?(?:(?:more|most|less|least) capable )?"
    rf"(?P<who>(?:(?!{_OF_THE_PAPER}){_NO_PART}[a-z][\w-]+ )?{_BARE_NAME}{_ASIDE}{_WITH})"
    rf"{_ASIDE}(?:(?: [a-z-]+)? {KIND}(?: with (?!the\b)[a-z-]+ [a-z-]+)?)?{_ASIDE}",
    # "sparse training cuts"
    rf"{_FROM}(?P<who>(?:(?!{_OF_THE_PAPER}){_NO_PART}[A-Za-z\d][\w-]* ){{0,4}}(?:[\w-]+-)?{_WAY})",
    # "even the best LLMs reach", "human experts achieve"
    rf"{_FROM}(?:[Ee]ven )?(?:[Tt]he )?(?P<who>(?i:{_SORT}) (?:{_SORT} ){{0,2}}(?:[a-z-]+ )?{KIND}){_LIKE}{_ASIDE}",
    rf"{_FROM}(?:[Ee]ven )?(?:[Tt]he )?"
    rf"(?P<who>(?i:(?:(?:human|expert|medical|experienced|junior|senior|novice) ){{0,2}}{_PEOPLE})){_ASIDE}",
)
_REACHING = tuple(
    re.compile(rf"{who} {_ADVERBS}(?:can |could |may )?(?:{verbs})\b{_SAID}")
    for who, verbs in zip(_WHO, (*[_ONE_DOES] * 4, *[_SEVERAL_DO] * 2), strict=True)
)
# "we evaluate the task using FoundationPose on RGB images, achieving"
_TRIED_WITH = re.compile(
    r"\b(?:evaluat|benchmark|test|assess)\w* [^;.()]{3,90}? (?:using|with) (?:the |[A-Z]\w+'s )?"
    rf"(?P<who>{_BARE_NAME})(?: (?:on|in) [^,;]{{3,40}})?, (?:achiev|obtain|reach|attain|yield)ing\b{_SAID}"
)


def reacher(before: str) -> re.Match[str] | None:
    """Who reaches the figure behind ``before``, as the match that says so last; None where nobody does."""
    found = filter(None, (_last(pattern, before) for pattern in (*_REACHING, _TRIED_WITH)))
    return max(found, key=lambda one: one.start("said"), default=None)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match that starts last; each runs up to the end of ``text``."""
    found, at = None, 0
    while match := pattern.search(text, at):
        found, at = match, match.start() + 1
    return found
