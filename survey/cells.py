"""What a record's statements hold for a table's cell: phrases that make sense alone and say what a paper does."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from survey.asides import claimed, done_beside, named_part, passive
from survey.cutting import NOUN
from survey.fuller import told_twice
from survey.news import news
from survey.passing import asks, finding, is_bare, is_of_any, is_phrase, passed
from survey.phrasing import done, longer, made_of, phrase
from survey.verbs import DOING, present

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
    r"(?P<rest>(?:into|by|with|from|on|as|between|in|using|via|through) .+)"
)
_INSTEAD = re.compile(r" instead\b(?! of)")
_WHICH_DOES = re.compile(r"(?:,|(?<=[\w)])) (?:that|which) (?P<does>(?:\w+ly )?[a-z]{3,}s\b.+)")
_OF_OTHERS = re.compile(r"(?:Unlike|In contrast|Contrary|Compared|Different|As opposed|Whereas|Although|Despite)\b")
_IT_DOES = re.compile(r"[:;] it (?:[a-z]+ly |first |then )?(?P<does>[a-z]{3,}s\b(?! that\b).+)")
_TELLS_OF = re.compile(  # what there is, or is looked for
    r"(?:Reports|Shows|Finds|Reveals|Demonstrates|Observes|Argues|Proves)\b|"
    r"(?:[^,]{3,120}, the authors )?(?:[Ii]dentif(?:y|ies)|[Dd]iscovers?|[Uu]ncovers?|[Aa]ttempts?|[Ss]eeks?|finds?)\b"
    r"(?!.*\b(?:propos|introduc|present|develop|design)e?s? )"
)
_SUPPOSED = re.compile(
    r"\b(?:hypothes[ie]s|claim|idea|notion|argu\w+|assum\w+|conjecture)\b|"
    r"\b(?:grounded in|based (?:up)?on|inspired by|built (?:up)?on|motivated by|rooted in|drawing (?:up)?on)\b[^,]*$|"
    r"\b(?:one|those|ones)$|\bthat\b.* is\b|[:;] |, and (?:[a-z]+s|an?|[a-z]+ (?:an?|the)) |"
    r"(?:, including|\bsuch as|\bsupported by) "
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
    r"(?:(?!an? )[\w-]+,? (?:and |yet |but )?){0,4}?(?:(?P<kind>an?) (?:[\w-]+,? (?:and |yet |but )?){0,4})?$",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"(?i:[aeio]|un(?!i))|[AEFHILMNORSX](?:[A-Z\d]|-)")  # "an LSTM"
_START = 12  # letters
_PART_DOES = re.compile(  # "An attention module conditions the diffusion": a part that does what it says
    r"(?:An?|The) (?P<part>(?!(?:authors|key|main|results?|experiments?|proposed)\b)"
    r"(?:(?!(?:of|in|for|that|which|with)\b)[\w-]+ ){2,5}?)"
    r"(?<!method )(?<!approach )(?<!framework )(?<!model )(?<!system )(?<!architecture )(?<!evaluation )"
    r"(?:then |also |[a-z]+ly )?(?P<verb>[a-z]{3,}s) (?=the|an?|its|each|[a-z-]+)"
)
THIRD_PERSON = frozenset(
    present(verb) for verb in DOING | set("condition pull restrict cluster precompute constrain perturb".split())
)
"""Verbs that say what a thing does, as they stand behind its name."""
_AND_USES = re.compile(
    r",? and (?:then |also )?(?P<does>(?:(?:use|employ|introduce|propose|develop)s?|leverage|appl(?:y|ies)) .+)"
)
_KIND_ALONE = re.compile(rf"(?:[\w-]+ )?{NOUN}", re.IGNORECASE)  # "a method that ranks" says what kind of thing does
_RELATIVE = re.compile(r",? (?:which|that) ")
SOME_VERB = re.compile(
    r"(?:[a-z]+ly )?(?!(?:needs|requires|allows|enables|performs|has|does|lacks|is|was|leads|remains|shows|works|"
    r"provides|offers|gives|serves|makes|becomes|marks|holds|plays|sets|opens)\b)"
    r"[a-z]{3,}s (?:the|an?|its|each|all|both|two|several|multiple)\b"
)
_VERB = re.compile(r"(?:[a-z]+ly )?(?!(?:provid|offer|improv|enhanc|enabl|allow|support|reduc|achiev)\w*)([a-z]+)")
_THE_METHOD = re.compile(rf"(?:The|Our) (?:[\w-]+ ){{0,2}}?{NOUN} ")
_LEADING = 90  # characters in which the name of what is made stands
_WHERE_DONE = re.compile(
    r",? (?:where|in which|wherein) (?:the authors|they) (?:first |then |also )?(?P<does>[a-z]+ .+)"
)
_OF_THE_PAPER = re.compile(  # "The models learn where the authors give labels" is about any models
    r"(?:[^,]{3,120}, |.{3,160}: )?[Tt]he authors\b|[A-Z][a-z]+s (?:the|an?|its|how|two|three|[a-z-]+)\b|"
    r"(?:The|An?) [^,]{3,60} (?:is|are|was|were) (?:then )?[a-z]+ed\b|(?:The|This|Our) (?:[\w-]+ ){0,2}?(?:"
    + NOUN
    + r"|paper|study|work|article|experiment|analysis)\b",
)
_LED = re.compile(
    r"^(?:For|During|In|At|Instead of|Rather than|Unlike|Given|Based on|Through|To|"
    r"[A-Z][a-z]{3,}ing (?:with|on|from|in|up)) [^,]{3,120}, (?:the )?(?=[A-Z])"
)
_FIRST_STEP = re.compile(
    r"(?:[\w-]+ ){0,3}(?:[Ss]tart|[Bb]egin)s? (?:by|with|from)\b(?!.*\b(?:(?:then|before) [a-z]+ing|followed by)\b)"
)
_MEASURES = re.compile(r"(?:[\w-]+ ){0,3}(?:metrics?|measures?|scores?)\b")
AND_MAKES = re.compile(
    r",? and (?:then )?(?:propos|introduc|present|develop|provid|devis|build)e?s "
    r"(?P<made>(?:corresponding )?(?:an? |[A-Z][\w-]+, an? ).+)"
)
"""What is made beside what a sentence is about."""
_ITS_KIND = re.compile(rf" (?:{NOUN}|benchmark|data ?set|corpus|database|suite)(?= )")
_HOLDS = re.compile(
    r"(?:contains|comprises|consists of|covers|includes|spans) (?!(?:both|all|these|this)\b)\S+ \S+ \S+"
)
_SHORT_NAME = re.compile(r" \([A-Z][\w-]*\)")
_LEAST_DONE_TO = 5  # words: "Pose of the object optimized" doesn't say how
LEAST_OF_A_KIND = 4  # words: "a plug-in" says nothing


def _told_by_name(text: str, title: str) -> Iterator[str]:
    """What ``text`` says of the own method by its name: "MaskFeat is a ...", "Mask Transfiner represents ..."."""
    text = _LED.sub("", re.sub(r"^(?:The|Our) (?:(?:proposed|novel|new) )?(?=[A-Z])", "", text))
    head, colon, _ = title.partition(":")
    given = re.match(rf"{re.escape(head)}{_BESIDE}(?= )", text) if colon and head and text.startswith(head) else None
    name = given or re.match(rf"{_NAME}{_BESIDE}(?= )", text) or _as_titled(text, title)
    if passive := _IS_DONE.match(text):
        yield f"{passive['what']}{passive['done']} {passive['rest']}"
    if name is None:
        return
    kind_of = _ITS_KIND.match(text, name.end())
    end = kind_of.end() if kind_of else name.end()
    if made := _IS_MADE.match(text, end):
        yield f"{name[0]} {made['how']}"
    elif (kind := _IS.match(text, end)) and len(kind["what"].split()) >= LEAST_OF_A_KIND:
        yield kind["what"]
    if does := _DOES.match(text, end):
        means = _BY_MEANS.match(does["does"])
        told = "" if means else done(f"The method {does['does']}")
        verb = _VERB.match(does["does"])
        said = SOME_VERB.match(does["does"]) or _HOLDS.match(does["does"]) or (verb and verb[1] in THIRD_PERSON)
        yield means["what"] if means else told or (does["does"] if said else "")


def _as_titled(text: str, title: str) -> re.Match[str] | None:
    """How ``text`` starts, where that is how the title starts too: with a name of up to five words."""
    words = re.match(rf"(?:[A-Z][\w-]*)(?: [\w-]+){{1,4}}?{_BESIDE}(?= (?:is|are|[a-z]{{3,}}s) )", text)
    if words is None:
        return None
    start = re.sub(r" \(.*", "", words[0]).casefold()
    if start.rpartition(" ")[2] in THIRD_PERSON:  # "Cyclin A Regulates" is a sentence's start
        return None
    return words if " " in start and title.casefold().startswith(start) else None


class Offer(NamedTuple):
    """A phrase for a cell ("" for none of its kind), its text's number, and whether the method itself does it.

    A ``spare`` one is for a record that tells nothing else.
    """

    place: int
    how: bool
    phrase: str
    spare: bool = False


def candidates(texts: Sequence[str], title: str) -> Iterator[Offer]:
    """The phrases that may be a cell, the likeliest first.

    Each text's plain phrases come before longer ones, and those before what is told behind them; a finding comes last.
    """
    plain = [text.strip().rstrip(". ") for text in texts]
    plain = [*plain[:1], *("" if plain and claimed(text, plain[0]) else text for text in plain[1:])]
    plain = [*plain[:1], *("" if _FIRST_STEP.match(text) else text for text in plain[1:])]
    making = [bool(made_of(text)) for text in plain]
    for place, text in enumerate(plain):
        part = place > 0 and any(making[:place])
        yield from (Offer(place, False, as_part(one, text) if part else one) for one in _made_in(text, title))
        done_in = _done_in(text, title)
        yield from (Offer(place, how, as_part(told, text) if part else told) for how, told in done_in)
    for place, text in enumerate(plain):
        yield from (
            Offer(place, False, told)
            for told in _else_told(text, with_behind=not (making[place] and passed(phrase(text))))
        )
    yield from (Offer(0, False, finding(text)) for text in plain[:1])
    yield from (Offer(0, False, _asked(text), spare=True) for text in plain[:1])
    for place, text in enumerate(plain):
        done_to = passed(phrase(passive(text, True)))
        yield Offer(place, False, done_to if len(done_to.split()) > _LEAST_DONE_TO else "", spare=True)


def _asked(text: str) -> str:
    """What a study asks: "Studies how trees grow", "Demonstrates which shears are best"."""
    told = (phrase(one) for one in (done(text), *done_beside(text)) if one)
    return next((passed(one, asking=True) for one in told if asks(one)), "")


def _made_in(text: str, title: str) -> Iterator[str]:
    """What a text says is made, the plainest first; all of a text that is no sentence."""
    yield (phrase(text) if is_phrase(text) and not made_of(text) and not is_bare(text) else "")
    second = AND_MAKES.search(text)
    beside = passed(phrase(f"Proposes {second['made']}")) if second and made_of(text) else ""
    if made := passed(phrase(text)) if made_of(text) else "":
        yield beside if _MEASURES.match(made) else ""
        yield from _of_a_kind(text, title)
        head = _RELATIVE.split(made, maxsplit=1)[0]
        yield from () if _KIND_ALONE.fullmatch(head) or news(head, title) else _told_behind(text)
        yield made
        yield from map(passed, longer(text))
        yield from _told_behind(text)
        yield passed(told_twice(text))
    yield beside


def as_part(made: str, text: str) -> str:
    """What the method makes for what the contribution made, under its verb: "Proposes a filter", which is a part."""
    at = text.casefold().find(made[:_START].casefold()) if made else -1
    led = _ARTICLE.search(text[:at]) if at > 0 else None
    if led is None:
        return made
    if made.split(" ", 1)[0].casefold() in THIRD_PERSON:  # what is done by it
        return made
    verb, article = _MAKES[led["verb"].casefold()], (led["kind"] or led["article"] or "").lower()
    if article in {"a", "an"}:
        article = "an" if _VOWEL.match(made) else "a"
    return " ".join(filter(None, (verb, article, f"{text[at]}{made[1:]}")))


def _done_in(text: str, title: str) -> Iterator[tuple[bool, str]]:
    """What a text says is done, and whether by the method (under its name, say) or by the paper."""
    for told in filter(None, _told_by_name(text, title)):
        plain = _INSTEAD.sub("", told)
        yield from ((True, as_part(passed(one), plain)) for one in (phrase(plain), *longer(plain)))
    does = done(text)
    if does and not is_of_any(does):
        by_method = bool(_THE_METHOD.match(text))
        yield by_method, passed(phrase(does))
        yield from ((by_method, passed(one)) for one in longer(text))
        yield from ((False, one) for one in _told_behind(text))


def _else_told(text: str, with_behind: bool) -> Iterator[str]:
    """What else a text tells: behind what it is about, what that is based on, what is used along with it."""
    if with_behind:
        yield from _told_behind(text)
    yield from (passed(phrase(f"{one['how'].capitalize()} on {one['what']}")) for one in _FOUNDED.finditer(text))
    yield from (passed(phrase(f"Uses {one['what']}")) for one in _DONE_WITH.finditer(text))
    yield from (passed(phrase(_by_whom(one))) for one in _AND_USES.finditer(text))
    for told in done_beside(text):
        yield as_part(passed(phrase(told)), told)
    yield passed(phrase(named_part(text)))
    if (part := _PART_DOES.match(text)) and part["verb"] in THIRD_PERSON:
        yield passed(phrase(text[part.start("part") :]))


def _by_whom(second: re.Match[str]) -> str:
    """What a second verb says is done: by the authors, or, in the third person, by what the sentence starts with."""
    agrees = second["does"].split(" ", 1)[0].endswith("s")
    if agrees and _RELATIVE.search(second.string, 0, second.start()):  # what a part of it does
        return ""
    return done(f"The {'method' if agrees else 'authors'} {second['does']}")


def _of_a_kind(text: str, title: str) -> Iterator[str]:
    """What kind of thing is made, without a name that the title has: "Net (N), a filter that ..." is a filter."""
    made = made_of(text)
    for one in _APPOSED.finditer(made[:_LEADING]):
        if not news(made[: one.start()], title):
            told = made[one.end() :]
            shown = phrase(f"Proposes a {told}")
            yield from map(passed, longer(f"Proposes a {told}"))
            yield "" if re.match(r" (?:that|which)\b", told[len(shown) :]) else passed(shown)


def _told_behind(sentence: str) -> Iterator[str]:
    """What a sentence says of a thing behind its name: "a filter, which ranks branches" gives "Ranks branches"."""
    if _TELLS_OF.match(sentence) or _OF_OTHERS.match(sentence):
        return
    text = _LED.sub("", sentence)
    for one in _IT_DOES.finditer(text):
        yield passed(phrase(done(f"The method {one['does']}")))
    for one in _WHICH_DOES.finditer(text):
        told = "" if _SUPPOSED.search(text[: one.start()]) else done(f"The method {one['does']}")
        if told and not is_of_any(told):
            yield passed(phrase(told))
            yield from map(passed, longer(told))
    for one in _WHERE_DONE.finditer(text if _OF_THE_PAPER.match(text) or made_of(text) else ""):
        told = done(f"The authors {one['does']}")
        yield passed(phrase(told)) if told and not is_of_any(told) else ""
