"""From the authors' voice to a reader's: "we propose X" becomes "Proposes X", "our method" becomes "the method"."""

import re

from survey.agreement import BASE_OF_PAST, DROPPED, HELPERS, OTHER_PASTS, agreed_with
from survey.gerunds import in_turn, singular
from survey.verbs import BASE_BEHIND_BY, TELLING, TELLS, present
from survey.words import TROUBLE

__all__ = ["TELLS", "in_third_person", "present", "singular", "straight"]

_PAPER = r"(?:paper|work|study|article|letter|manuscript|research|report|thesis|survey|review|technical report)"
_WE_FIRST = re.compile(
    rf"^(?P<subject>we|i|the authors?|this (?:\w+ )?{_PAPER}|the (?:present|current) {_PAPER}|the paper)\s+"
    rf"(?:(?:{DROPPED}),?\s+)*(?P<adverbs>(?:(?!apply|rely|supply|imply|multiply|comply|"
    rf"reply)\w+ly\s+)*)(?P<verb>[A-Za-z][A-Za-z-]*)\b",
    re.IGNORECASE,
)
_NAMING = (
    r"(?:will |shall )?(?:(?:call|term|name|dub|coin)(?: as)?|denote(?: as| by)?|"
    r"refer to as|abbreviate as|refer to it as)"
)
_SUBSTITUTIONS: tuple[tuple[str, re.Pattern[str], str], ...] = (  # each with what must stand in the text
    ("we", re.compile(rf"(?<!what)(?<!What)(,?) (?:(?:that|which) )?we {_NAMING}\b,?", re.I), r"\1 called"),
    ("we", re.compile(r"(,?) we (?:present|propose|introduce|describe) in (?:this|our) \w+\b", re.I), r"\1"),
    (
        "in this",
        re.compile(
            r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )\b(presented|proposed|described|introduced|developed|"
            r"reported|discussed) in this (?:paper|work|study|article|manuscript)(?=[\s,.;])",
            re.I,
        ),
        r"\1 here",
    ),
    ("in this", re.compile(r",?\s+in this (?:paper|work|study|article|manuscript)(?=[\s,.;])", re.I), ""),
    ("we", re.compile(r"\bwe,", re.I), "we"),
    ("we", re.compile(r"\b(we)['’]ve\b", re.I), r"\1 have"),
    ("we", re.compile(r"\b(we)['’]re\b", re.I), r"\1 are"),
    ("we", re.compile(r"\b(we)['’]ll\b", re.I), r"\1 will"),
    (  # "demonstrate and analyze that": one analyses no clause
        "we",
        re.compile(
            r"\bwe ((?:\w+ly |first |also )?(?:demonstrate|show|prove|find)) and (?:analy[sz]e|discuss|study|"
            r"examine|explore|investigate) that\b",
            re.I,
        ),
        r"we \1 that",
    ),
    ("we", re.compile(r"\bwe do (?:so|this|that)(?= (?:\w+ly )?(?:by|via|through)\b)", re.I), "we achieve this"),
    ("we", re.compile(r"\bwe have (?:seen|witnessed|observed) (?=an? )", re.I), "there has been "),
    ("that while", re.compile(r"\bthat while (?=[^,;:–—]+$)"), "that "),  # and no more follows
    ("open source", re.compile(r"\bopen source(?= (?:the|our|all|both|a|code|data))", re.I), "open-source"),
    ("our", re.compile(r" ?\((?:up )?to (?:the best of )?our (?:best )?knowledge\)", re.I), ""),
    ("our", re.compile(r"^to (?:the best of )?our (?:best )?knowledge,?\s*", re.I), ""),
    ("our", re.compile(r",? to (?:the best of )?our (?:best )?knowledge\b,?", re.I), ""),
    (
        "us",
        re.compile(r"\b((?:allow|enabl|permit|help|lett?)(?:s|es|ing|ed)?|to (?:allow|enable|help)) us\b", re.I),
        r"\1 one",
    ),
    ("we", re.compile(r"\b(can|could|should|do|does|may) we\b", re.I), r"\1 one"),
    ("we", re.compile(r"\b(that|whether|how|if|so that) we (can|could)\b(?! not\b)"), r"\1 one \2"),
    ("us", re.compile(r"\b((?:provid|giv|offer)(?:e?s|ing)) us\b"), r"\1 one"),
    ("we", re.compile(r"\bwe (should|must|ought)\b"), r"one \1"),
    ("we", re.compile(r"\bwe (?:still )?(understand|know)(?= (?:very |so )?(?:little|only))"), r"one \1s"),
    ("our", re.compile(r"\bour(?= and\b)"), "the proposed"),
    ("our", re.compile(r"\bour own\b", re.I), "the authors' own"),
    ("our", re.compile(r"\b([a-z]+[^suy\W]s (?:like|such as|similar to|akin to)) ours\b"), r"\1 the proposed one"),
    ("our", re.compile(r"\bours\b(?!\w)"), "the method"),
    ("our", re.compile(r",? \bourselves\b(?!\w)"), ""),
    ("our", re.compile(r"\b(the|a|an|this|these|those) our\b", re.I), r"\1"),
)


_SPEAKING = re.compile(
    rf"\b(?:[Ww]e|I|[Uu]s|[Oo]urs?|[Tt]he authors?|(?:[Tt]his|present|current) (?:\w+ )?{_PAPER}|[Tt]he paper)\b"
)
_ANYONE = re.compile(  # "the more trees we see, the better we prune"
    r"(?P<more>\bthe (?:more|less|fewer|larger|longer|deeper|better|worse)(?: [\w-]+){0,3}) we (?P<verb>[a-z]+)\b", re.I
)
_AGAIN = re.compile(
    r"(\bthe authors\b(?:(?:[^.;:]*?\b(?:that|where|which|as|because|since|while|when|if|how)|"
    # behind "that nets win, and" they would be the nets
    r"(?:(?!\b(?:show|find|prove|demonstrate|observe|confirm|conclude|argue|note) that\b)[^.;:])*?\band) |"
    r"[^.:]*?; (?:and )?(?:[^,.;:]{1,30}, )?))the authors\b",
    re.I,
)
_SPLICED = re.compile(  # "We train a net, we find": two sentences that only a comma joins
    r"^(The authors (?:(?!\b(?:that|how|whether|where|which|when|while|as|if)\b)(?:[^,.;:\"]|(?<=\d)[,.](?=\d)))+), "
    r"the authors (?=[a-z]+ )"
)
_LED_STEP = re.compile(  # a step of others that stand in other sentences
    r"^((?:[^,;:]+, ){1,3}the authors),? "
    r"(?:first|firstly|further|furthermore|additionally|also|then|next|therefore|thus),? "
    r"(?!(?:and|on|the|an?)\b)(?=[a-z]+ )(?!.*\b(?:then|second|finally|next|afterwards?|not only)\b)"
)
_INDEED = re.compile(r"(?<=[a-z]) indeed(?= [a-z])")
_DIGIT = re.compile(r"\d")
_NOT_ONLY = re.compile(r"(?P<first>\bnot only [^,;]{5,120}), even(?= [a-z]+s )")  # as some abstracts write it
_MORE_SO = re.compile(  # "on six more challenging datasets"
    r"(?<=[a-z\d] )more (?=(?:challenging|difficult|demanding|complex|realistic) "
    r"(?:data ?sets|benchmarks|tasks|settings|scenarios|environments)\b)"
)
_WHICH_BASELINE = re.compile(r",? compared (?:to|with) (?:the )?baselines?(?=\.?$)")
_BASE_OF_TOLD = {present(verb): verb for verb in TELLING}
_DISAGREES = re.compile(r"(\bthe authors )([a-z]+s)\b")  # "we improves" stands in some abstracts
_PAST_TOO = re.compile(
    rf"\b(?:and|but|then) (?:\w+ly )?(?:\w+[^e]ed|{'|'.join(sorted(OTHER_PASTS))})\b(?= (?:an?|the|that|to|it|how|"
    r"its|if|them|these|those|their|our|each|all|both|two|three|four|five|six|several|various|multiple|new)\b)|"
    r", then (?:\w+ly )?\w+[^e]ed\b(?! by\b)"
)
# "Addresses this issue by introducing X", "Aims to fill this gap, proposing X": the issue stands in another sentence.
_ROUNDABOUT = re.compile(
    r"^(?:(?:aims|attempts|seeks|tries|works) to |takes (?:a|one|the first) steps? towards? )?(?:addresse?s?|"
    r"answers?|shows|demonstrates|identif(?:y|ies)|"
    r"tackles?|overcomes?|solves?|resolves?|fills?|bridges?|closes?|mitigates?|alleviates?|remed(?:y|ies)|handles?|"
    r"counters?|circumvents?|(?:address|answer|tackl|overcom|solv|fill|bridg|clos|mitigat|alleviat)ing|achieves?|does|"
    r"departs from|builds (?:up)?on|draws (?:up)?on|starts from) (?:this|these|(?<!shows )(?<!demonstrates )that|such|"
    r"the(?= (?:problem|issue|challenge)s? by ))(?: [\w-]+){0,4}?"
    r"(?: with (?:the|a|its) (?:\w+ ){1,2}\w+,(?= by ))?(?:,? (?:by|via|through) |,? (?=proposing|introducing)|"
    r" (?P<joined>and ))"
    r"(?P<adverb>(?:[a-z]+ly )?)(?P<verb>[a-z-]+)\b(?! of\b)",
    re.IGNORECASE,
)

_TROUBLE = rf"(?:{TROUBLE}|need|question|conflict)s?"
_MENDS = (
    "address|tackle|overcome|solve|resolve|mitigate|alleviate|bridge|close|fill|remediate|handle|counter|circumvent|"
    "improve"
)
_THIS_TROUBLE = (
    rf"(?:this|these|such)(?: (?:[\w-]+ ){{0,2}}?(?:{_TROUBLE}|trade-?offs?|bottlenecks?|barriers?|tensions?))?"
)
_BY_MEANS = re.compile(
    r"(?P<lead>^|^[A-Z][\w+-]*(?: \([^()]+\))? |^The (?:proposed )?(?:method|approach|framework|model|system|algorithm|"
    r"study|work|paper) |,? which |(?<=[a-z)]) that )(?:\w+ly )?(?:addresses|remedies|"
    rf"(?:{_MENDS})s|(?:aims|seeks|attempts) to (?:{_MENDS}|remedy)) {_THIS_TROUBLE}"
    r"(?:, (?P<so>(?:\w+ly )?)(?P<reached>(?:achiev|reach|obtain|attain|yield|outperform|surpass)ing)\b|"
    r" (?:with|through|via|by means of|using|by using)(?= (?!the proposed|the method|"
    r"(?:an?|the) (?:[a-z]+ )?(?:framework|approach|method|strategy|solution)s?\b)(?:an?|the|"
    r"one|two|three|its|[a-z-]+|[A-Z][\w-]*) )|"
    r" by (?P<adverb>(?:\w+ly )?)(?P<gerund>[a-z-]+ing)\b(?! of\b))",
    re.IGNORECASE,
)
_MEANT_FOR = re.compile(  # "a benchmark designed to address this gap by asking": one that asks
    r"(?P<lead>(?:(?!(?:aim|able|attempt|order|seek|way|step|need|want|likely|and|or|effort|used|is|proposed|work|applied|"
    r"that|means|power|opportunity|how|directly)\b)[\w-]*[a-rt-z]|\([^()]+\)),?)"
    r"(?: (?:specifically )?(?:designed|developed|intended|built|aimed|made|that aims|that seeks))? "
    rf"to (?:\w+ly )?(?:{_MENDS}|remedy) {_THIS_TROUBLE} by (?P<adverb>(?:\w+ly )?)(?P<gerund>[a-z-]+ing)\b(?! of\b)"
)
_AND_MENDING = re.compile(  # ", addressing this limitation and advancing trees"
    rf", (?:thereby |thus )?(?:{_MENDS.replace('e|', '|').removesuffix('e')})ing {_THIS_TROUBLE} and (?=(?:\w+ly )?"
    r"[a-z]+ing\b)"
)

# "by introducing X and proposing Y": only people propose
_OFFERS_TOO = re.compile(
    r"(?P<joint>,? and (?:then |also |further )?)(?P<verb>proposing|introducing|presenting)\b(?= )"
)


def _told(verb: str, plural: bool) -> str | None:
    """The form of the sentence's first verb when its subject goes, or None when the subject has to stay."""
    low = verb.lower()
    if low in HELPERS:
        return None
    if low in BASE_OF_PAST:
        return present(BASE_OF_PAST[low])
    if low in TELLS:  # "we improves" stands in some abstracts
        return low
    if not plural:
        return low if low.endswith("s") and not low.endswith("ss") else None
    return None if low.endswith("ed") else present(low)


def _starts(rest: str) -> str:
    """The sentence with its "we" gone and its first verb in the third person, or with "The authors" in front."""
    match = _WE_FIRST.match(rest)
    if match is None:
        return rest
    adverbs, verb, tail = match["adverbs"], match["verb"], rest[match.end() :]
    plural = match["subject"].lower() in {"we", "i", "the author", "the authors"}
    told = _told(verb, plural)
    agreed = (agreed_with(tail) if plural else tail) if told else None
    if agreed and plural and verb.lower() in BASE_OF_PAST and _PAST_TOO.search(agreed):
        agreed = None
    if agreed is not None:
        return f"{adverbs}{told}{agreed}"
    if plural:
        return f"The authors {adverbs}{verb}{tail}"
    return re.sub(r"^this (?=\w+ (?:is|was|has|does)\b)", "The ", rest, flags=re.IGNORECASE)


def in_third_person(sentence: str) -> str:
    """``sentence`` with no "we", "us" or "our" left; a subject "we" at the start goes and its verb is made to agree."""
    text = sentence
    if not _SPEAKING.search(text):
        return text
    low = text.lower()
    for needed, pattern, instead in _SUBSTITUTIONS:
        text = pattern.sub(instead, text) if needed in low else text
    text = _starts(_ANYONE.sub(lambda one: f"{one['more']} one {present(one['verb'])}", text))
    theirs = "their" if re.match(r"the authors\b", text, re.I) else "the"
    text = re.sub(r"\b(?:we|We)\b|(?<!\.)\bus\b", "the authors", text)
    text = _SPLICED.sub(r"\1, and ", text) if text.startswith("The authors ") else text
    text = _DISAGREES.sub(lambda found: f"{found[1]}{_BASE_OF_TOLD.get(found[2], found[2])}", text)
    text = re.sub(r"\b[oO]ur\b", theirs, text)
    return straight(_AGAIN.sub(r"\1they", text))


def by_itself(text: str) -> str:
    """``text`` without an "indeed", and of authors who do it "first" or "further" without that: the rest isn't told.

    Nor is it told than which data others are "more challenging", nor, where no figure says by how much, which is "the
    baseline".
    """
    text = _INDEED.sub("", _LED_STEP.sub(r"\1 ", text))
    text = text if _DIGIT.search(text) else _WHICH_BASELINE.sub("", text)
    text = _NOT_ONLY.sub(r"\g<first>, but even", text)
    return without_more(text)


def without_more(text: str) -> str:
    """``text`` with data that are "more challenging" as challenging, where it doesn't say than which."""
    return text if " than " in text else _MORE_SO.sub("", text)


def straight(text: str) -> str:
    """``text`` without a start that leans on another sentence: "Addresses this by using X" becomes "Uses X"."""
    match = _ROUNDABOUT.match(text)
    if match is None:
        return text
    verb = match["verb"].lower()
    if match["joined"]:
        return text[match.start("adverb") :] if verb in TELLS else text
    base = BASE_BEHIND_BY.get(verb)
    told = present(base) if base else None
    behind = _OFFERS_TOO.sub(lambda too: f"{too['joint']}{singular(too['verb'])}", text[match.end() :])
    agreed = in_turn(behind)
    return f"{match['adverb']}{told}{agreed}" if told and agreed is not None else text


def by_its_means(text: str) -> str:
    """What is done in place of what for: "FastNet addresses this with masks" becomes "FastNet uses masks"."""
    if not _THIS.search(text):
        return text
    text = _AND_MENDING.sub(", ", text)
    means = _BY_MEANS.search(text) or _MEANT_FOR.search(text)
    if means is None:
        return text
    behind = text[means.end() :]
    agreed = behind if means.groupdict().get("reached") else in_turn(behind) if means["gerund"] else behind
    if agreed is None:
        return text
    told = f"{text[: means.start()]}{_doing(means)}{agreed}"
    return told if told == text else re.sub(r"(?<=,) and with (?=an?|the)", " and ", told, count=1)


_THIS = re.compile(r"\b(?:this|these|such)\b", re.IGNORECASE)


def _doing(means: re.Match[str]) -> str:
    """The means under its verb, behind what the sentence is about: "FastNet uses", "a net that ranks"."""
    found = means.groupdict()
    gerund = found.get("reached") or found["gerund"]
    base = BASE_BEHIND_BY.get(gerund.lower()) if gerund else None
    if gerund and base is None:
        return means[0]
    said = f"{found.get('so') or found['adverb'] or ''}{present(base) if base else 'uses'}"
    if means.re is _MEANT_FOR:
        return f"{found['lead']} that {said}"
    return f"{found['lead']}{said}" if found["lead"] else f"{said[0].upper()}{said[1:]}"
