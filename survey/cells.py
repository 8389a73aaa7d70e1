"""What a record's statements hold for a table's cell: phrases that make sense alone and say what a paper does."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from survey.cutting import NOUN, tells, weak_breaks, whole_end
from survey.news import news
from survey.phrasing import LONGEST, done, longer, made_of, phrase

_POINTS_OUT = re.compile(
    r"\b(?:this|these|those|such(?! as\b)|both (?:these|this|through|by|via|using|"
    r"questions|problems|issues|challenges|families|tasks)|the (?:problem|issue|gap|goal|challenge|limitation|"
    r"shortcoming|drawback)s?(?! (?:of|in)\b)|the authors|so doing|the (?:two|three|four|five|additional|proposed|"
    r"above|same|aforementioned) \w+|the (?:suspicion|hypothesis|question|phenomenon|conjecture|premise)s?"
    r"(?! (?:of|that|whether|how|in)\b)|of the (?:framework|method|approach)|each one|"
    r"(?:for|to|of|with) the others?)\b|"
    r"^(?:\S+ ){0,3}(?:it|they|them)\b|\bwhere (?:they|it)\b",
    re.IGNORECASE,
)
# What comes of a paper or is done in every one, rather than what this one does
_NO_DOING = re.compile(
    r"^(?:\w+ly )?(?:shows?|demonstrates?|finds?|achieves?|obtains?|outperforms?|observes?|reveals? (?:that|how|why)|"
    r"argues?|proves?|claims?|concludes?|confirms?|surpasses|exhibits?|gains?|reaches|attains|suggests?|sheds?|hopes?|"
    r"believes?|discovers?|notices?|takes|makes|gives|offers?|(?:addresses|tackles)(?!.* (?:using|by|"
    r"via|through) )|(?:considers|overcomes|meets|mitigates) the (?:\w+ )?(?:problem|issue|"
    r"question|limitation|challenge|demand|need|drawback|shortcoming)s?\b|uses a fraction|"
    r"aims|seeks|attempts|tries|(?:conducts?|performs?|carries out|reports?|runs?|provides?) (?:an? |"
    r"on an? )?(?:extensive|series|set|comprehensive|thorough|large number|empirical (?:study|studies|research)|"
    r"detailed analysis|experiments?)|identifies and|builds (?:up)?on the|verif\w+|validates?|\w+s that|understands|"
    r"focuses on (?:addressing|improving|reducing|solving))\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:closer|better|worse|higher|greater|fewer|less|comparable|competitive|more of)\b|^(?:perspective|idea|"
    r"alternative|insight|principle|fact)\b(?: that\b| to\b)|^the another\b|^\w+ and [a-z]+(?<!s) (?:an?|the)\b|"
    r"^(?:results?|experiments?|extensive (?:experiments|evaluations|results)|recent|existing|previous|many|most|"
    r"several)\b|^(?:[\w-]+, )?an? \w+$",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"^(?:(?!(?:that|which|whose|where)\b)\S+ ){1,12}?(?:is|are|was|were|can|has|have|may|remains?)\b(?! (?:able|"
    r"capable|designed)\b)"
)
_LISTS = re.compile(r"(?:[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|\d+) [\w -]+: ")
_HALF_SAID = re.compile(r"\b(?:hypothesis|claim|fact|assumption|conjecture|notion) that\b")
_FOREIGN = re.compile(
    r"\b(?:der|die|das|und|mit|eine?[nrs]?|les?|une?|et|pour|los|las|para|con|che|per|della?|een|het|van|uma?|"
    r"dos)\b|[^\W\d_A-Za-zÀ-ÿ]{3}"
)
_FINDING = re.compile(r"^(?:Shows|Finds|Demonstrates|Proves|Argues|Observes|Reveals|Concludes)\b(?: \w+ly)? that \S")
_KNOWN = re.compile(r"\b(?:usually|often|existing|current|previous|prior|traditional|conventional|typically)\b")
_VERB = 40  # characters more for "Demonstrates that", since a finding is not cut
_STUDY = re.compile(r"^(?:The|This) (?:study|paper|work|article|analysis) (?P<verb>[a-z]+s)(?= that\b)")

_NAME = r"(?:[A-Z][\w+-]*[A-Z\d][\w+-]*)"
_BESIDE = r"(?: \([^()]{2,60}\))?(?:, (?:an?|the) [^,]{3,50},)?"
_IS = re.compile(
    r" (?:is|are) (?:(?:an?|the|our|one) )?(?:(?:novel|new|simple|efficient|effective|fast|powerful)(?:,? and |, | ))*"
    r"(?P<what>(?!(?:able|capable|not|more|also|shown|used|trained|based|designed|built|better|the)\b)[a-z].+)",
)
_IS_MADE = re.compile(r" (?:is|are) (?P<how>(?!based)[a-z]{3,}(?:ed|wn|lt) (?:by|with|from|through|on|as|into|via) .+)")
_DOES = re.compile(r" (?:(?:therefore|thus|hence|instead|first|further|also|then|[a-z]+ly) )?(?P<does>[a-z]+s\b.+)")
_BY_MEANS = re.compile(
    r"^(?:addresses|tackles|solves|overcomes|avoids|achieves|does) (?:this|that|it|these)(?: [a-z]+)? (?:with|"
    r"by means of|by using|through|via) (?P<what>.+)"
)
_IS_DONE = re.compile(
    r"^An? (?P<what>(?:[\w-]+ ){1,6}?)(?:is|are) (?:then |also |first |further )?(?P<done>(?!(?:need|requir|reli|relat|"
    r"suppos|expect|consider|us|limit|evaluat|compar|show|observ)ed)[a-z]{3,}ed) "
    r"(?P<rest>(?:into|by|with|from|on|as|between) .+)"
)
_INSTEAD = re.compile(r" instead\b(?! of)")
_WHICH_DOES = re.compile(r"(?:,|(?<=[\w)])) (?:that|which) (?P<does>(?:\w+ly )?[a-z]{3,}s\b.+)")
_TELLS_OF = re.compile(r"(?:Reports|Shows|Finds|Reveals|Demonstrates|Observes|Argues|Proves)\b")  # what there is
_SUPPOSED = re.compile(
    r"\b(?:hypothes[ie]s|claim|idea|notion|argu\w+|assum\w+|conjecture)\b|"
    r"\b(?:one|those|ones)$|\bthat\b.* is\b|[:;] |, and (?:[a-z]+s|an?) "
)
_DONE_WITH = re.compile(
    r"^(?:Conducts|Performs|Carries out|Runs|Executes) [^,]{5,140}? (?:using|by means of|with the help of) (?P<what>.+)"
)
_FOUNDED = re.compile(
    rf"^(?:The|Our) (?:[\w-]+ )??{NOUN} (?:is|are) (?:mainly |directly )?(?P<how>based|built|founded) on (?P<what>.+)"
)
_APPOSED = re.compile(
    r"(?<!which)(?<!where)(?:,|:| -| –) an? "
    r"(?:(?:novel|new|first|simple yet effective|simple and effective)(?! and ),? )*(?=\w)"
)
_MAKES = {
    stem: f"{stem.capitalize()}{end}"
    for stem, end in (
        *((stem, "es") for stem in ("propos", "introduc", "devis", "creat", "deriv", "provid", "describ")),
        *((stem, "s") for stem in ("present", "develop", "design", "build")),
    )
}
_ARTICLE = re.compile(
    rf"\b(?P<verb>{'|'.join(_MAKES)})(?:e?[sd]|e|ing|ed)? (?:(?P<article>an?|the|two|three) )?"
    r"(?:[\w-]+,? (?:and |yet |but )?){0,4}$",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"(?i:[aeio]|un(?!i))|[AEFHILMNORSX](?:[A-Z\d]|-)")  # "an LSTM"
_START = 12  # letters
_AND_USES = re.compile(r",? and (?:then |also )?(?P<does>(?:use|employ|leverage|apply|introduce|propose|develop) .+)")
_THE_METHOD = re.compile(rf"(?:The|Our) (?:[\w-]+ ){{0,2}}?{NOUN} ")
_LEADING = 90  # characters in which the name of what is made stands
_WHERE_DONE = re.compile(r",? (?:where|in which|wherein) the authors (?:first |then |also )?(?P<does>[a-z]+ .+)")
_LED = re.compile(
    r"^(?:For|During|In|At|Instead of|Rather than|Unlike|Given|Based on|Through|To) [^,]{3,120}, (?:the )?(?=[A-Z])"
)
_TROUBLE = re.compile(
    r",? to (?:overcome|address|solve|tackle|mitigate|alleviate|remedy|handle) (?:its|their|the|this|these|such)"
    r"(?: [\w-]+){0,2} (?:shortcoming|limitation|problem|issue|drawback|challenge|gap|weakness)(?:e?s)?$"
)
_FIRST_ITEM = re.compile(r"(?:^|[\s(])(?P<mark>i|1|a)\) ")
_SECOND_ITEM = re.compile(r"(?:^|[\s(])(?:ii|2|b)\) ")
_NEXT_ITEM = {"i": r"\bii\)", "1": r"\b2\)", "a": r"\bb\)"}
_OPEN_END = re.compile(  # "of the approximate accuracy": of what?
    r"\b(?:of|in|on|for|to|with) the (?:[\w-]+ )?(?:accuracy|quality|effects?|impact|importance|role|performance|"
    r"number|"
    r"size|degree|extent|strength|presence|absence|value|need|lack|use|amount|probability|distribution|effectiveness)$"
)
_OUTCOME_OF = re.compile(
    r"[A-Z][\w-]*(?: \([^()]*\))? (?:\w+ly )?(?:outperforms|achieves|surpasses|obtains|exceeds|yields|improves)\b"
)
_OF_SEVERAL = re.compile(r"\band (?:\w+ly )?[a-z]+s (?:them|they)\b")
_SHORT_NAME = re.compile(r" \([A-Z][\w-]*\)")
LEAST_OF_A_KIND = 4  # words: "a plug-in" says nothing


def _told_by_name(text: str, title: str) -> Iterator[str]:
    """What ``text`` says of the own method by its name: "MaskFeat is a ...", "Mask Transfiner represents ..."."""
    text = _LED.sub("", re.sub(r"^(?:The|Our) (?:(?:proposed|novel|new) )?(?=[A-Z])", "", text))
    name = re.match(rf"{_NAME}{_BESIDE}(?= )", text) or _as_titled(text, title)
    if passive := _IS_DONE.match(text):
        yield f"{passive['what']}{passive['done']} {passive['rest']}"
    if name is None:
        return
    if made := _IS_MADE.match(text, name.end()):
        yield f"{name[0]} {made['how']}"
    elif (kind := _IS.match(text, name.end())) and len(kind["what"].split()) >= LEAST_OF_A_KIND:
        yield kind["what"]
    if does := _DOES.match(text, name.end()):
        means = _BY_MEANS.match(does["does"])
        yield means["what"] if means else done(f"The method {does['does']}")


def _as_titled(text: str, title: str) -> re.Match[str] | None:
    """How ``text`` starts, where that is how the title starts too: with a name of up to five words."""
    words = re.match(rf"(?:[A-Z][\w-]*)(?: [\w-]+){{1,4}}?{_BESIDE}(?= (?:is|are|[a-z]{{3,}}s) )", text)
    if words is None:
        return None
    start = re.sub(r" \(.*", "", words[0]).casefold()
    return words if " " in start and title.casefold().startswith(start) else None


class Offer(NamedTuple):
    """A phrase for a cell ("" for none of its kind), its text's number, and whether the method itself does it."""

    place: int
    how: bool
    phrase: str


def candidates(texts: Sequence[str], title: str) -> Iterator[Offer]:
    """The phrases that may be a cell, the likeliest first.

    Each text's plain phrases come before longer ones, and those before what is told behind them; a finding comes last.
    """
    plain = [text.strip().rstrip(". ") for text in texts]
    making = [bool(made_of(text)) for text in plain]
    for place, text in enumerate(plain):
        part = place > 0 and any(making[:place])
        yield from (Offer(place, False, _as_part(one, text) if part else one) for one in _made_in(text, title))
        done_in = _done_in(text, title)
        yield from (Offer(place, how, _as_part(told, text) if part else told) for how, told in done_in)
    for place, text in enumerate(plain):
        yield from (Offer(place, False, told) for told in _else_told(text, with_behind=not making[place]))
    yield from (Offer(0, False, _finding(text)) for text in plain[:1])


def _made_in(text: str, title: str) -> Iterator[str]:
    """What a text says is made, the plainest first; all of a text that is no sentence."""
    yield (
        phrase(text)
        if _is_phrase(text) and not made_of(text) and not (_POINTS_OUT.search(text) or _BARE.match(text))
        else ""
    )
    if made := _passed(phrase(text)) if made_of(text) else "":
        yield from _of_a_kind(text, title)
        yield made
        yield from () if news(made, title) else _told_behind(text)
        yield from map(_passed, longer(text))
        yield from _told_behind(text)


def _as_part(made: str, text: str) -> str:
    """What the method makes for what the contribution made, under its verb: "Proposes a filter", which is a part."""
    at = text.casefold().find(made[:_START].casefold()) if made else -1
    led = _ARTICLE.search(text[:at]) if at > 0 else None
    if led is None:
        return made
    verb, article = _MAKES[led["verb"].casefold()], (led["article"] or "").lower()
    if article in {"a", "an"}:
        article = "an" if _VOWEL.match(made) else "a"
    return " ".join(filter(None, (verb, article, f"{text[at]}{made[1:]}")))


def _done_in(text: str, title: str) -> Iterator[tuple[bool, str]]:
    """What a text says is done, and whether by the method (under its name, say) or by the paper."""
    for told in filter(None, _told_by_name(text, title)):
        yield True, _passed(phrase(_INSTEAD.sub("", told)))
        yield from ((True, _passed(one)) for one in longer(_INSTEAD.sub("", told)))
    does = done(text)
    if does and not _NO_DOING.match(does):
        by_method = bool(_THE_METHOD.match(text))
        yield by_method, _passed(phrase(does))
        yield from ((by_method, _passed(one)) for one in longer(text))
        yield from ((False, one) for one in _told_behind(text))


def _else_told(text: str, with_behind: bool) -> Iterator[str]:
    """What else a text tells: behind what it is about, what that is based on, what is used along with it."""
    if with_behind:
        yield from _told_behind(text)
    yield from (_passed(phrase(f"{one['how'].capitalize()} on {one['what']}")) for one in _FOUNDED.finditer(text))
    yield from (_passed(phrase(f"Uses {one['what']}")) for one in _DONE_WITH.finditer(text))
    yield from (_passed(phrase(done(f"The authors {one['does']}"))) for one in _AND_USES.finditer(text))


def _of_a_kind(text: str, title: str) -> Iterator[str]:
    """What kind of thing is made, without a name that the title has: "Net (N), a filter that ..." is a filter."""
    made = made_of(text)
    for one in _APPOSED.finditer(made[:_LEADING]):
        if not news(made[: one.start()], title):
            told = made[one.end() :]
            shown = phrase(f"Proposes a {told}")
            yield from map(_passed, longer(f"Proposes a {told}"))
            yield "" if re.match(r" (?:that|which)\b", told[len(shown) :]) else _passed(shown)


def _told_behind(sentence: str) -> Iterator[str]:
    """What a sentence says of a thing behind its name: "a filter, which ranks branches" gives "Ranks branches"."""
    if _TELLS_OF.match(sentence):
        return
    text = _LED.sub("", sentence)
    for one in _WHICH_DOES.finditer(text):
        told = "" if _SUPPOSED.search(text[: one.start()]) else done(f"The method {one['does']}")
        if told and not _NO_DOING.match(told):
            yield _passed(phrase(told))
            yield from map(_passed, longer(told))
    for one in _WHERE_DONE.finditer(text):
        told = done(f"The authors {one['does']}")
        yield _passed(phrase(told)) if told and not _NO_DOING.match(told) else ""


def _is_phrase(text: str) -> bool:
    """Whether a text is no English sentence: a noun phrase, or in another language."""
    return bool(_FOREIGN.search(text)) or not (_STATES.match(text) or re.search(r"\b[a-z]+(?:s|ed)\b", text))


def _passed(shown: str) -> str:
    """``shown``, if it makes sense alone; else nothing."""
    if points := _POINTS_OUT.search(shown):
        shown = next((whole_end(shown[:at]) for at in reversed(weak_breaks(shown)) if at <= points.start()), "")
    shown = _TROUBLE.sub("", shown.removesuffix(" only"))
    first = _FIRST_ITEM.search(shown)
    refused = (
        _half_said(shown)
        or _OPEN_END.search(shown)
        or (first and not re.search(rf"{_NEXT_ITEM[first['mark']]} \w", shown))
        or (_SECOND_ITEM.search(shown) and not first)
        or _OF_SEVERAL.search(shown)
        or _BARE.match(shown)
        or _OUTCOME_OF.match(shown)
        or _NO_DOING.match(shown)
        or _STATES.match(shown)
    )
    return "" if refused or _LISTS.match(shown) or not tells(shown) else shown


def _half_said(shown: str) -> bool:
    """Whether a claim is told of without what it says: "the hypothesis that powerful models"."""
    claim = _HALF_SAID.search(shown)
    return claim is not None and not re.search(r" (?:is|are|can|has|have) \S+ \S+", shown[claim.end() :])


def _finding(text: str) -> str:
    """A finding that fits whole, under its verb: "Shows that early tokens carry most of the signal"."""
    told = _STUDY.sub(lambda led: led["verb"].capitalize(), text.strip().rstrip(". "))
    whole = _FINDING.match(told) and len(told) <= LONGEST + _VERB and not _POINTS_OUT.search(told)
    whole = whole and not _KNOWN.search(told)
    return told if whole else ""
