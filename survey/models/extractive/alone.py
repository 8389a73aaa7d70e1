"""Whether a text makes sense without its abstract, and whether it says anything that a reader can use."""

import re

from survey.keyphrases.lists import phrase_words

_GENERIC = (
    r"(?:the|this|its?|their|a|our)\s+(?:(?:proposed|new|novel|resulting|best|full|final|simple|overall|"
    r"complete|entire|"
    r"presented|suggested|introduced|above)\s+)*"
    r"(?:method|approach|model|framework|algorithm|system|network|technique|architecture|strategy|solution|pipeline|"
    r"scheme|tool|procedure)(?=\s)(?!\s+(?:of|that|which|for)\b)"
)
GENERIC = re.compile(rf"^{_GENERIC}", re.IGNORECASE)
"""A subject that only says "the method"."""

VERBS = (
    "shows demonstrates achieves reports improves outperforms reduces obtains reaches attains surpasses yields finds "
    "provides enables allows gains sets establishes exceeds boosts increases evaluates validates exhibits delivers "
    "proves reveals matches"
)
VERB = re.compile(rf"^(?:{VERBS.replace(' ', '|')})\s", re.IGNORECASE)
"""A verb at the start that lacks its subject, the method."""

POINTING = re.compile(
    r"\b(?:this|these|that (?:role|end|purpose|goal|gap|reason|case|respect|problem|issue|direction|setting)|"
    r"those(?! (?:of|that|who|with|from|in|by|obtained|trained|using)\b)|such an?|"
    r"such (?!as\b)[a-z-]+s?\b"
    r"|the (?:above|former|latter|same reason|aforementioned|said|following|remaining)|here|aforementioned|"
    r"respective ones?|in question"
    r"|as (?:above|follows)|the (?:hypothes[ei]s|conjecture|observation|phenomenon|insights?|"
    r"findings?)(?! (?:of|that)\b))\b",
    re.IGNORECASE,
)
"""Words that point to something outside the text."""

VAGUE_START = re.compile(
    r"^(?:the|these|this|those|such|it|its|planned|future|results?|experiments?|extensive|experimental|empirical|comprehensive|"
    r"in|on|with|for|"
    r"when|by|evaluations?|through|using|aided|also|compared|while|both|a|an|coupling|employs|leverages|"
    r"uses|similarly|improvements?|gains?"
    r"|additionally|moreover|besides|specifically|notably|overall|successfully|seeks|there|they|trained)\b",
    re.IGNORECASE,
)
COINED = re.compile(r"\b\w*[A-Za-z]\w*[A-Z0-9]\w*\b")
"""A word with a capital or a digit inside: a name or an acronym."""

_WORK = (
    r"the authors|the proposed|(?:the|its|proposed|new|novel) "
    r"(?!(?:baseline|teacher|original|underlying|vanilla|unmodified) )"
    r"(?:\w+[- ]){0,2}(?:method|approach|model|framework|"
    r"algorithm|system|network|"
    r"technique|architecture|strategy|solution|pipeline|module|mechanism|scheme|loss|dataset|tool)s?"
    r"(?! (?:of|that|which|trained|with|parameters|weights|layers|depth|width)\b)"
)
OWN_WORK = re.compile(rf"\b(?:{_WORK})\b", re.IGNORECASE)
"""Talk of the paper's own work, without its name."""

OWN = re.compile(
    rf"\b(?:{_WORK}|their|they|"
    r"it(?! (?:is|was|becomes|takes|may be|can be|happens|turns out) |"
    r" remains (?:an? |\w+ly )*(?:unclear|unknown|open|hard|difficult|challeng|possib|to be|important|essential|"
    r"necessary|crucial|uncertain)))\b",
    re.IGNORECASE,
)
"""The same, by pronouns too."""

_LEADING_ON = re.compile(
    r"(?:it(?! (?:is|remains) (?:[\w-]+ ){1,5}(?:to|how|whether|that)\b)|they|both|its|"
    r"their|there|in order|in case|not only|notwithstanding|despite|to|compared|unlike|"
    r"based on|given|another|other|one (?:key |major |main )?(?:of|such)|even so|also|the (?:authors|"
    r"methods?|approach|models?|process"
    r"|performance|issue|problem|task|challenge|idea|goal|key|former|latter|two|dataset|system|network|"
    r"framework|technique)s?\b"
    r"(?! of\b)|"
    r"recent studies|previous works?|prior works?|the current approaches|when|if|as|then|so|such)\b",
    re.IGNORECASE,
)
_HYPE = re.compile(
    r"\b(?:variety of|wide range of|range of|various|numerous|several (?:important )?(?:insights|"
    r"advantages)|different settings"
    r"|promising|impressive|remarkabl[ey]|convincing\w*|substantial(?:ly)?|large margins?|wide margins?|"
    r"significant margins?"
    r"|effectiveness|efficacy|usefulness|feasibility|utility|validity|versatility|potential|"
    r"top results|favou?rabl[ey]|advantages?"
    r"|shed light|insights|improv\w+ (?:the )?(?:\w+ )?performance|performance (?:gains?|improvements?|boosts?)"
    r"|(?:significant|considerable|notable|consistent|clear)(?:ly)? (?:better|improv\w+|gain\w*|enhanc\w+|"
    r"boost\w*|increas\w+|perform\w+)"
    r"|performs? (?:well|better)|works? well|excellent|outstanding|superior(?:ity)?|"
    r"strong(?:er)? performance|good performance"
    r"|(?:^|that )certain (?:[a-z]+ )?(?:methods|models|cases|aspects|settings|conditions|tasks|types|properties|"
    r"scenarios|features)"
    r"|(?:is|are) an? (?:[\w-]+ )?(?:useful|valuable|versatile|helpful|strong|solid) (?:tool|approach|framework|"
    r"method|technique|resource|paradigm|basis|baseline)s?"
    r"|viable (?:option|alternative|solution|approach|method)"
    r"|high(?:ly)? (?:effective|performance|accuracy)|further enhanc\w+|improvements are|gains are|"
    r"^improvements|^gains|qualitatively|"
    r"visualizations? (?:show|demonstrate)"
    r"|state[- ]of[- ]the[- ]art|sota|competitive|benefits? of|great|effective|efficiently|robustly)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\d+(?:\.\d+)?\s?(?:\\?%|x\b|×|times\b|-?fold|points?\b|dB\b|pp\b|fps\b)|\d+\.\d|[+−±]\s?\d", re.IGNORECASE
)
_COMPARES = re.compile(
    r"\b(?:outperform\w*|surpass\w*|exceed\w*|better|comparable|on par|superior|higher|lower|improv\w+|best)\b",
    re.IGNORECASE,
)
_ON_WHAT = re.compile(r" (?:in|on|for|across|by|when|while|under|with|without)\b")
_RIVALS = re.compile(
    r"\b(?:state[- ]of[- ]the[- ]arts?|sota|existing|baselines?|previous|prior|others?|(?:most )?advanced|competing|"
    r"competitors|current|alternatives?|conventional|traditional|counterparts?|recent|all|best|strong|methods)\b",
    re.IGNORECASE,
)

DONE = re.compile(
    r"\b(?:will be|(?:was|were|is|are) (?:\w+ly |then |first |also |further )?(?:performed|excluded|included|extracted|"
    r"reviewed|collected|conducted|used|searched|"
    r"recruited|measured|assessed|analy[sz]ed|presented|discussed|provided|introduced|proposed|described|"
    r"explored|published|created))\b"
)
"""What was done rather than found: "were excluded"."""

_RELATIVE = re.compile(r",? (?:that|which|who|whose|where|published|reporting|based|used|using)\b.*")
_FINITE = re.compile(
    r"is|are|was|were|has|have|had|can|cannot|could|may|might|will|does|do|did|"
    r"(?:tend|offer|provide|present|show|improve|reduce|remain|depend|require|need|suffer|lead|help|persist|exist|"
    r"arise|emerge|occur|fail)s?|[a-z]{3,}ed"
)


def points_elsewhere(text: str) -> bool:
    """Whether ``text`` opens with, or speaks of, something that only its abstract explains."""
    return bool(GENERIC.match(text) or POINTING.search(text) or _LEADING_ON.match(text))


def is_vague(text: str) -> bool:
    """Whether ``text`` praises without a figure, or compares with nothing in particular."""
    if _FIGURE.search(text):
        return False
    text = _SCOPE.sub("", _CONCEDED.sub("", text))
    if _HYPE.search(text):
        return True
    compared = _COMPARES.search(text)
    rivals = _ON_WHAT.split(text[compared.start() :], maxsplit=1)[0] if compared else ""
    named = COINED.search(rivals) or _SUCH_AS.search(rivals)
    return bool(_RIVALS.search(rivals)) and not named


_CONCEDED = re.compile(r", (?:though|although|while|whereas) [^,;]+[.]?$")  # praise of others by the way
_SCOPE = re.compile(r"\b[Aa]cross an? (?:(?:wide|broad) )?(?:range|variety) of [a-z-]+")  # where it was found to hold
_SUCH_AS = re.compile(r"\b(?:like|such as|including|namely) (?!(?:those|these|ours|the|other)\b)[a-z]")


def is_sentence(text: str) -> bool:
    """Whether ``text`` is a sentence rather than a noun with a clause: "Patterns that reflect a type" is none."""
    head = _RELATIVE.sub("", text)
    words = [word.rstrip(",") for word in head.split()[1:] if not word.endswith("ing")]
    return head == text or any(_FINITE.fullmatch(word) or word in phrase_words()[0] for word in words)
