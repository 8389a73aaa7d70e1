"""What a reader can do without inside a sentence: citations, examples in brackets, links, trailing clauses."""

import re
import unicodedata

from survey.voice import TELLS

_CITATION = re.compile(
    r"\s*[\[(](?:[^()\[\]]*\b(?:et al\.?|arXiv:)[^()\[\]]*|[^()\[\]]*\b(?:19|20)\d{2}[a-z]?(?:;[^()\[\]]*)?|"
    r"(?<!\w\()\d+(?:\s*[,–-]\s*\d+)*)[\])](?!\w)"  # "IC(50)" and "G(2)/M" are terms
)
_PLACE = re.compile(
    r"\s*\((?:see )?(?:Tables?|Figures?|Figs?\.|Sections?|Sec\.|Appendix|Theorems?|Algorithms?)\s[^()]{1,30}\)"
)
_CITE_KEYS = re.compile(r"\s*\b[a-z]+(?:19|20)\d{2}[a-z]+(?:,\s?[a-z]+(?:19|20)\d{2}[a-z]*)*\b")  # "sokol2020one"
_ASIDE = re.compile(
    r"\s*\((?:e\.?g\.?|i\.?e\.?|for example|for instance|see|cf\.?|such as|or|also|including|namely|viz\.?)"
    r"[\s,.:](?:[^()]|\([^()]*\))*\)",
    re.IGNORECASE,
)
_QUOTED_EXAMPLES = re.compile(  # 'turns hints, e.g., "cut it", or "don't", into rules'
    r'(?<=[a-z]),? (?:e\.g\.|for example|for instance),? "[^"]{2,120}"(?:(?:, or |, and | or | and |, )"[^"]{2,120}")*'
    r",?(?= (?:into|to|as|with|for|in|on|by|from|and)\b)"
)
_DASHED = re.compile(
    r"\s+(?:--|---|[–—])\s*(?:e\.g\.|i\.e\.|for example|for instance|such as|including|namely)[^–—]{3,120}?\s*"
    r"(?:--|---|[–—])\s+"
)
_LINK = re.compile(
    r"\s*[({\[]?https?://[^\s)\]]+[)\]}]?|\s*\((?:our )?(?:code|see|project|available|link)[^()]*\)", re.IGNORECASE
)
_WITH_CITED = r"(?:[\s~]+(?:by|in|of|from|as in|see))?[\s~]*"
_LATEX: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"``|''"), '"'),
    (re.compile(r"\\(?=\d\))"), ""),
    (re.compile(r"\\([%&_#$])"), r"\1"),
    (re.compile(r"\\eg\b\.?"), "e.g."),
    (re.compile(r"\\ie\b\.?"), "i.e."),
    (
        re.compile(
            r"\\(?:(?:alg|algo|algorithm|method|approach|model|system|framework|tool|sys)(?:[Nn]ame)?|name|ours?|"
            r"our[A-Z]\w*|Our\w*)\b\s?(?:\{\})?(?=\W)"
        ),
        "the method",
    ),
    (re.compile(r"\s*\\ding\{\d+\}\s*"), " "),
    (re.compile(r"\{?\\deg\b\}?"), "°"),
    (re.compile(r"\\pm\b ?"), "±"),
    (re.compile(r"\\~ ?(?=\d)"), "~"),
    (re.compile(r"\\sim\b ?(?=\d)"), "~"),
    (re.compile(rf"{_WITH_CITED}\\cite[a-z]*\*?(?:\[[^\]]*\])*\{{[^{{}}]*\}}"), ""),
    (re.compile(r"\s*\(?\\?\bcite[pt]\b\)?"), ""),
    (re.compile(r"\\([A-Za-z]{2,})(?:\\(?=\s)|\{\})?(?=[\s,.;:)]|$)"), r"\1"),
    (re.compile(r"(?<=\w)~(?=[(\w])"), " "),
    (re.compile(r"\\(?:emph|textbf|textit|texttt|textsc)\{([^{}]*)\}"), r"\1"),
    (re.compile(r"(?<=\s)_(\w+)_(?=\W)"), r"\1"),
    (re.compile(r"\\\"([aeiouAEIOU])"), "\\1\N{COMBINING DIAERESIS}"),
    (re.compile(r"\s+"), " "),
)
_PLAIN = re.compile(r"(?:[^\s\\`'~_]| (?! ))*")
_PARTICIPLES = (
    "leading|resulting|enabling|allowing|making|yielding|ensuring|improving|providing|achieving|demonstrating|"
    "suggesting|"
    "indicating|showing|highlighting|revealing|paving|offering|facilitating|reducing|enhancing|eliminating|giving|"
    "opening|"
    "outperforming|surpassing|laying|limiting|hindering|causing|setting|avoiding|encouraging|supporting|capturing|"
    "establishing|marking|addressing|helping|contributing|underscoring|exhibiting|failing|exceeding|including|"
    "considering|"
    "compared|creating|generating|generalizing|permitting|producing|bringing"
)
_TRAILING = re.compile(
    r"(?:,|\s--|\s–|;)\s+(?:(?:all )?(?:of )?which\b|where\b|whereby\b|while\b|whereas\b|"
    r"(?:thereby|thus|hence|therefore|further|effectively|ultimately|significantly|potentially|consequently|often|"
    rf"simultaneously|typically)\s+\w+ing\b|(?:{_PARTICIPLES})\b|such as\b|so that\b|so as to\b|especially\b|"
    r"particularly\b|in particular\b|e\.g\.|i\.e\.|for example\b|for instance\b|even (?:though|when|if|with|without)\b|"
    r"although\b|though\b|despite\b|without\b|rather than\b|instead of\b|because\b|since\b|as (?:well as|opposed to)\b|"
    r"both of which\b|each of\b|by \w+ing\b|and (?:thus|thereby|hence|therefore)\b)"
)
_ONLY_NAMED = re.compile(
    r"\b(?:introduc|propos|present|develop)(?:e|es|s)? (?:an? |the )?(?=\S*[A-Z])\S+$"
)  # and not said what it is
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|can|cannot|could|may|will|does|do|did|remains?|suffers?|relies|rely|requires?|"
    r"fails?|"
    r"lacks?|outperforms?|achieves?|shows?|demonstrates?|reveals?|improves?|reaches|surpasses|reduces?|enables?|"
    r"indicates?|suggests?|yields?|leads?|allows?|consists?|often)\b"
)


_DASH = re.compile(r"(?<= )--(?= )|(?<=[A-Za-z)])--(?=[A-Za-z(])")  # LaTeX's; no figure's, no option's
_SPACED = re.compile(  # "multi - agent", "bound - based"
    r"(?<=[A-Za-z]) - (?=(?:based|driven|aware|guided|free|level|wise|specific|oriented|agnostic|related)\b)|"
    r"(?<=\bmulti) - (?=[a-z])|(?<=\b(?:large|small)) - (?=scale\b)|(?<=\breal) - (?=(?:time|world)\b)"
)
_TIMES = re.compile(r"(?<=\d)times\b")
# What a dump's plain text has left of "\\pm60" and "\\sim 20"; no "pm2.5", "sim2real", "in sim 20"
_ABOUT = re.compile(r"(?<![\w.-])sim(?=\d[\d.,]*(?![\w-]))|(?<=\b(?:of|by|at|to) )sim (?=\d)")
_ABOVE_OR_BELOW = re.compile(r"(?<![\w.-])pm(?=\d)(?!2\.5|10\b|1\b)")
_GLUED = re.compile(r"(?<=[a-z]{3}),(?=[a-z]{3,} )")  # "an initial prompt,which is refined"
_IN_BRACES = re.compile(r"(?<![\w\\^}$])\{([A-Za-z][\w+-]*(?: [\w+-]+){0,3})\}(?![{}$])")  # "we introduce {TreeNet}"
_AN_FOR_A = re.compile(
    r"(?:(?<![\w-])(?=a)|^(?=A))([Aa]) (?=(?!one|once|eu|ou|i\b|or\b|and\b|as\b|is\b|in\b|at\b)[aeio][a-z]{2,})"
)
_LOOSE_BRACKET = re.compile(r"(?<=[\w.%]) (?=\)(?:[\s,.;]|$))|(?<= \() (?=\w)")  # "mIoU on ACDC )"
_RAISED = re.compile(r"(?<=\w)\^\{(\w)\}")
# Markdown's: "**SENTINEL** (**S**entence-level pr**E**ference", "*schedule*"; never "10**4" or "A* and D*".
_EMPHASIS = re.compile(
    r"(?<![\w*/^])\*\*(?=[^\s*])([^*]{1,120}?)(?<=\S)\*\*(?!\*)|(?<=[a-z])\*\*([A-Z]{1,4})\*\*(?=[a-z])"
    r"|(?<![\w*/^\\])\*(?=[A-Za-z])((?:[\w-]+ ){0,5}[\w-]+)\*(?![\w*])"
)


_STUCK = re.compile(  # a dash that lost its spaces: "a score of 0.58-over twice the second-best", "R1-the first model"
    r"(?<=\d)-(?=(?:over|more than|nearly|almost|well above|up) )|"
    r"(?<=[\w)])-(?=the (?:first|largest|only|smallest) [a-z])"
)


def tidy(text: str) -> str:
    """Without emphasis, double spaces, a space before a comma, an empty bracket; LaTeX escapes as plain characters."""
    if not _PLAIN.fullmatch(text):
        for pattern, instead in _LATEX:
            text = pattern.sub(instead, text)
        text = unicodedata.normalize("NFC", text)
    if "*" in text:
        text = _EMPHASIS.sub(lambda found: found[1] or found[2] or found[3], text)
    if "--" in text:
        text = _DASH.sub("–", text)
    if "-" in text:
        text = _STUCK.sub(" – ", text)
    if " - " in text:
        text = _SPACED.sub("-", text)
    if "times" in text:
        text = _TIMES.sub(" times", text)
    if "sim" in text:
        text = _ABOUT.sub("~", text)
    if "pm" in text:
        text = _ABOVE_OR_BELOW.sub("±", text)
    if "^{" in text:
        text = _RAISED.sub(r"^\1", text)
    text = _GLUED.sub(", ", text)
    if "the the " in text:
        text = text.replace("the the ", "the ")
    if "{" in text:
        text = _IN_BRACES.sub(r"\1", text)
    if text.count("{") != text.count("}"):  # what is left of a command
        text = re.sub(r"(?<![_^])[{}]", "", text)
    text = _AN_FOR_A.sub(r"\1n ", text)
    if "()" in text or "( )" in text:
        text = re.sub(r"\s*\(\s*\)", "", text)
    text = _LOOSE_BRACKET.sub("", text) if " )" in text or "( " in text else text
    return re.sub(r"\s+([,.;:!?])(?=\s|$)", r"\1", text).strip()


def without_asides(text: str) -> str:
    """``text`` without citations, links and brackets that only give examples or explain."""
    if "19" in text or "20" in text:
        text = _CITE_KEYS.sub("", text)
    if '"' in text:
        text = _QUOTED_EXAMPLES.sub("", text)
    if "(" in text or "[" in text or "http" in text:
        text = _ASIDE.sub(_kept_where_vague, _CITATION.sub("", _LINK.sub("", text)))
        text = _PLACE.sub("", text)
    if "--" in text or "–" in text or "—" in text:
        text = _DASHED.sub(" ", text)
    return text


def _kept_where_vague(aside: re.Match[str]) -> str:
    """Examples in brackets where nothing else tells which: "various states (i.e., moods and ages)"; else nothing."""
    inner = aside[0].strip()
    vague = _EXAMPLES.match(inner) and _VAGUE.search(aside.string[max(0, aside.start() - 60) : aside.start()])
    return aside[0] if vague and len(inner) <= _SHORT_ASIDE else ""


_VAGUE = re.compile(
    r"\b(?:various|certain|several|particular)(?: [\w-]+){1,2}$|"
    r"\ban? (?:(?:much|far|even) )?(?:small|larg|bigg|weak|strong|simpl|light|short|long|high|low|old)er "
    r"(?:[\w-]+ )?[\w-]+$"
)
_EXAMPLES = re.compile(r"\((?:e\.?g|i\.?e|for example|for instance|such as|namely|including)\b")
_SHORT_ASIDE = 90  # characters


def _is_whole(head: str) -> bool:
    """Whether what stands before a trailing clause is a sentence: it starts with a telling verb or has a finite one."""
    return head.split(" ", 1)[0].lower() in TELLS or bool(_FINITE.search(head))


_HOW_MUCH = re.compile(
    r"\d|\b(?:(?:only|just|merely) (?:an? )?(?:one|two|three|four|five|six|seven|eight|nine|ten|few|half|third|quarter|"
    r"fraction|single)|orders?[ -]of[ -]magnitude|twice|half (?:of )?the)\b",
    re.IGNORECASE,
)


_WITHIN = re.compile(  # examples within a sentence that goes on: "properties, including X, Y, and Z, vary"
    r", (?:including|such as) (?!.*\d)[^,;:.]{2,50}(?:(?:, [^,;:.]{2,50}){0,4},? (?:and|or) [^,;:.]{2,50}), "
    r"(?!(?:which|that|where|while|whereas|who|whose|as|and|or|but|yet|so|thus|thereby|hence|with|without|to|by|for|in|on|"
    r"at|from|into|under|using|based|via|through|such|even|though|although|because|since|after|before|when|if|"
    r"both|all|each|including|the|an?)\b|[a-z]+(?:ing|ly|ed)\b)(?=[a-z]+ )"
)
_BETWEEN_DASHES = re.compile(  # "twigs -- although still thin -- can bear snow"
    r" (?:--|–) (?:although|though|even|despite|without|while|such as|including|which|as well as|"
    r"especially|particularly)\b[^–\d]{3,90}? (?:--|–),? (?=[a-z])"
)
_NO_END = re.compile(rf",? and that (?!.*{_FINITE.pattern})[^,]*$")  # of a clause without its verb
_COUNTED_LIST = re.compile(r"\b(?:two|three|four|five|six|seven|several)\b[^.;:]{3,60}?:[^.]*$", re.IGNORECASE)
_MARKED_LIST = re.compile(r"\((?:i|a|1)\)[^.]*$", re.IGNORECASE)
_LAST_ITEM = re.compile(r"[,;] (?:and|or)\b")
_MARKED_ITEM = re.compile(r"\((?:ii|iii|iv|v|b|c|d|e|2|3|4|5)\)", re.IGNORECASE)


_SENTENCE = re.compile(r"\. (?=[A-Z])")
_PERCENT = re.compile(r"\d\s?\\?%")
_RIVAL = re.compile(  # whom a percentage beats goes with it
    r"\b(?:compared (?:to|with)|relative to|(?:over|than) (?:the )?(?:\w+ )?"
    r"(?:baselines?|state|previous|prior|existing|current))\b"
)


def _loses_an_item(head: str, tail: str) -> bool:
    """Whether a cut would take a list apart: "three modules: (a) ..." without the third."""
    counted = _COUNTED_LIST.search(head) and _LAST_ITEM.search(tail)
    return bool(counted or (_MARKED_LIST.search(head) and _MARKED_ITEM.search(tail)))


def shortened(text: str, most: int = 35, least: int = 10) -> str:
    """``text`` without trailing clauses, cut no further than needed to have ``most`` words; whole, or as it was.

    A cut is made only outside brackets and quotation marks, keeps at least ``least`` words, and drops no figure.
    """
    if len(text.split()) <= most:
        return text
    best = text = _WITHIN.sub(" ", _BETWEEN_DASHES.sub(" ", text))
    for match in reversed(list(_TRAILING.finditer(text))):
        head, tail = text[: match.start()].rstrip(" ,;:"), text[match.start() :]
        if _HOW_MUCH.search(tail) or any(
            m.group(1) in TELLS for m in re.finditer(r"\band (?:\w+ly )?([a-z]+s)\b", tail)
        ):
            break
        if _loses_an_item(head, tail):
            continue
        if _PERCENT.search(head) and _RIVAL.search(_SENTENCE.split(tail)[0]) and not _RIVAL.search(head):
            break
        balanced = head.count("(") == head.count(")") and head.count('"') % 2 == 0
        whole = _is_whole(head) and not (_ONLY_NAMED.search(head) or _NO_END.search(head))
        if balanced and len(head.split()) >= least and whole:
            best = f"{head}."
            if len(head.split()) <= most:
                break
    return best


_TRIED = re.compile(  # what "achieving" is said of: not those who evaluate
    r"^(?:Evaluates|Tests|Validates|Assesses|Benchmarks) (?P<what>(?:the )?(?:[A-Z][\w-]*[A-Z\d][\w-]*|"
    r"(?:method|approach|model|framework|system))) on (?P<data>[^,;:]{3,80}), "
    r"(?P<verb>achieving|reaching|obtaining|attaining|outperforming|surpassing) (?P<rest>.+)$"
)
_REACHES = {
    "achieving": "achieves", "reaching": "reaches", "obtaining": "obtains", "attaining": "attains",
    "outperforming": "outperforms", "surpassing": "surpasses",
}  # fmt: skip


def attained(text: str) -> str:
    """What a thing achieves, said of that thing: "Evaluates X on Y, achieving Z" as "On Y, X achieves Z"."""
    return _TRIED.sub(
        lambda tried: f"On {tried['data']}, {tried['what']} {_REACHES[tried['verb']]} {tried['rest']}", text
    )


_AS_KNOWN = re.compile(r"\bto (?:the best of )?our (?:best )?knowledge\b", re.IGNORECASE)
_WE_ARE_FIRST = re.compile(r"\bwe are the first to (?=[a-z])", re.IGNORECASE)
_FIRST_TO = re.compile(r"\b(?P<is>is|are|be|being) the first (?=to [a-z])", re.IGNORECASE)
_FIRST_TIME = re.compile(r",? for the first time(?=[,.;]| [a-z])")
_THE_FIRST = re.compile(
    r"\b(?P<the>[Tt]he) (?:very )?first (?!(?:of|one|time|two|three|to|and)\b)(?P<what>[^,.;:()]{3,100}?)"
    r"(?= (?:that|which|to|for|of|on|in|with|by|using|capable|designed|specifically|based|where|and|from|trained|"
    r"[a-z]+ing)\b| ?[,.;:(]|$)"
)
_PLURAL = re.compile(r"[^\Wsui]s$")
_VOWEL = re.compile(r"[aeioAEIO]|[uU](?!n[i]|s|t)|[FHLMNRSX](?=[A-Z\d])")


def unclaimed(text: str) -> str:
    """``text`` without what it claims only as far as its authors know: "the first net", so they say, is "a net"."""
    if "knowledge" not in text or not _AS_KNOWN.search(text):
        return text
    text = _FIRST_TIME.sub("", _FIRST_TO.sub(r"\g<is> among the first ", _WE_ARE_FIRST.sub("we ", text)))
    return _THE_FIRST.sub(_any_such, text)


def _any_such(found: re.Match[str]) -> str:
    article = "" if _PLURAL.search(found["what"]) else "an " if _VOWEL.match(found["what"]) else "a "
    told = f"{article}{found['what']}"
    return f"{told[0].upper()}{told[1:]}" if found["the"] == "The" else told
