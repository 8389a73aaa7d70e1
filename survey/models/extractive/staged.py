"""A sentence without what places it among others of its abstract: the stage that it tells, a "still", a question.

"In Stage 1, we learn a tokenizer" says nothing of a stage to one who isn't told of the others.
"""

import re

from survey.words import TROUBLE

_STAGE = r"(?:[Ss]tage|[Ss]tep|[Pp]hase)"
_AT_STAGE = re.compile(
    rf"^(?:[Ii]n|[Dd]uring|[Aa]t|[Ff]or) (?:(?:the|our|its) (?:very )?(?:first|second|third|fourth|last|final|initial|"
    rf"next) (?:\w+ )?{_STAGE}|{_STAGE} (?:\d|[IVX]{{1,3}}|[A-D]|one|two|three)(?: \([^()]*\))?|"
    rf"the (?:[A-Z][\w-]* ){{1,4}}{_STAGE}), (?=\w)"
)
# What is true of that stage alone, or told beside another
_OF_IT_ALONE = re.compile(
    r"\b(?:fr[eo]ez\w*|frozen|only|alone|remains?|unchanged|fixed|stage|step|phase|first|second|third|then|while|whereas|"
    r"trial|participants?|patients?|further|\d+(?:\.\d+)?\s?\\?%)\b",
    re.IGNORECASE,
)
_STAGES_END = re.compile(
    rf" (?:in|during|at) the (?!(?:\w+ly|same|each|every|first|second|third|next|last|final|other|whole|current|"
    r"training|pre-?training|fine-?tuning|inference|test|testing|evaluation|deployment|design|planning|development|"
    r"acute|chronic|late|initial|exploratory|clinical|preclinical|luteal|follicular|learning|decoding|sampling|generation|prefill\w*|reasoning)\b)"
    rf"(?P<what>[a-z-]+) {_STAGE}(?=[.]?$)"
)
_OF_TROUBLE = re.compile(
    r"\bto (?:\w+ly )?(?:address|tackle|overcome|solve|resolve|mitigate|alleviate|handle|remedy) (?:all |both )?"
    rf"(?:of )?(?:these|this|such|the above|the aforementioned) (?:\w+ )?{TROUBLE}s? and (?=(?:\w+ly )?[a-z]+e?(?<!s) )"
)
_ANSWERS = re.compile(
    r"^(?:(?:This|The|Our) (?:paper|work|study) |[Ww]e )?[Aa]nswers? (?:this|the|that) question(?: [a-z]+){0,4}: (?=\w)"
)
_STILL = re.compile(
    r"^(?!.*\b(?:though|although|despite|even|while|whereas|but|yet|however|without|spite|if|when|not|un\w+|fail\w*)\b)"
    r"(?P<ahead>[^;:]*?[a-z\d)%]) still (?=(?:improv|achiev|outperform|yield|reach|attain|obtain|surpass|gain|"
    r"provid|boost|reduc|enabl|deliver)(?:e|es|s|ed|ing)?\b)",
    re.IGNORECASE,
)
_LEAST = 6  # words that are left


def unstaged(text: str) -> str:
    """``text`` without the stage, the question or the trouble that only other sentences of its abstract tell."""
    return _without_stage(_STILL.sub(r"\g<ahead> ", _OF_TROUBLE.sub("to ", _ANSWERS.sub("", text, count=1), count=1)))


def _without_stage(text: str) -> str:
    opening = _AT_STAGE.match(text)
    if opening and not _OF_IT_ALONE.search(text, opening.end()):
        rest = text[opening.end() :]
        text = rest if len(rest.split()) >= _LEAST else text
    end = _STAGES_END.search(text)
    if (
        end
        and end["what"].split("-")[0] not in text[: end.start()].lower()
        and len(text[: end.start()].split()) >= _LEAST
    ):
        text = f"{text[: end.start()]}{text[end.end() :]}"
    return text
