"""A statement on what "one paper" offers, opened with the name that it gives there: "TreeNet sorts leaves"."""

import re

from survey.models.extractive.contributed import is_short_for, without_novelty
from survey.verbs import DOING, present
from survey.words import capital

_MAKES = r"(?:proposes|introduces|presents|develops|designs|devises|describes|constructs|builds|releases)"
_KIND = (
    r"(?:method|approach|framework|model|network|function|algorithm|architecture|system|benchmark|data ?set|strategy|"
    r"pipeline|module|technique|tool|loss)"
)
_COINED = r"(?=[^\s,]*[A-Z][^\s,]*[A-Z\d])[A-Za-z][\w^+-]*\w"
_HEAD = rf"^(?P<ahead>(?:(?:For|In|To) [^,]{{3,120}}, )?)[Oo]ne paper {_MAKES} "
_ARTICLE = r"(?:(?P<article>an?|the(?: first)?) )?"
_NO_PREPOSITION = (
    r"(?!(?:an?|the|for|of|with|on|in|by|to|via|using|from|that|which|based|called|named|termed|and|where)\b)"
)
_TITLED = r"[A-Z][\w-]*(?: (?:[A-Z][\w-]*|via|for|with|of|and|in|on|by)){0,8}? [A-Z][\w-]*"  # "Sorting via Ladders"
_LONG = rf"{_TITLED}|(?:{_NO_PREPOSITION}[\w^-]+ ){{1,8}}?{_NO_PREPOSITION}[\w^-]+|{_KIND}"
_GOES_ON = r"(?:,? (?:that|which) (?P<does>(?P<adverb>(?:more |also )?(?:\w+ly )?)(?P<verb>[a-z]+) .+))$"
_NAME_DOES = re.compile(rf"{_HEAD}{_ARTICLE}(?P<name>{_COINED})(?P<kind>(?: {_KIND})?){_GOES_ON}")
_LONG_DOES = re.compile(
    rf"{_HEAD}{_ARTICLE}(?P<long>{_LONG}) ?\((?P<name>[\w^+-]{{2,16}})\)(?P<kind>(?: {_KIND})?){_GOES_ON}"
)
_APPOSED = re.compile(  # "an ensembling method, Tree Merging (TM), which merges ..."
    rf"{_HEAD}an? (?:[\w-]+ ){{0,4}}{_KIND},(?: (?:called|named|termed|dubbed|namely))? (?P<article>)"
    rf"(?P<long>(?=[A-Z])(?:{_LONG})) ?\((?P<name>[\w^+-]{{2,16}})\)(?P<kind>){_GOES_ON}"
)
_EFFECT = re.compile(
    r"^One study (?:shows|demonstrates) the effectiveness of (?P<name>[A-Z][\w-]+(?: \([^()]+\))?) (?=(?:in|on|for) )"
)
_IS_A = re.compile(
    rf"{_HEAD}{_ARTICLE}(?P<what>{_COINED}|(?P<long>{_LONG}) ?\((?P<name>[\w^+-]{{2,16}})\)|"
    rf"[A-Z]\w+(?: [A-Z]\w+)* {_COINED})(?P<kind>(?: {_KIND})?), (?P<is>an? .+)$"
)
_NAMED_LAST = re.compile(
    rf"{_HEAD}(?P<what>an? [^,;:()]{{4,160}}),? \(?(?:called|named|termed|dubbed)(?: as)? (?P<name>{_COINED})\)?\.$"
)
_KIND_TO = re.compile(  # "a Tree Sorting (TS) strategy to sort leaves by weighing them"
    rf"{_HEAD}(?P<article>an?) (?P<long>{_LONG}) ?\((?P<name>[\w^+-]{{2,16}})\) (?P<kind>{_KIND}) "
    r"(?P<rest>(?:to|for) .*\b(?:by|via|through|using) .+)$"
)
_TO_DO = re.compile(rf"an? (?:\w+ )?(?:alternative|way|means|{_KIND}) to (?P<verb>[a-z]+) (?P<what>.+)$")
_ENDS_OTHERWISE = re.compile(
    r",? and (?:\w+ly )?(?:shows?|demonstrates?|finds?|evaluates?|validates?|investigates?|proposes|presents|provides? "
    r"(?:an?|the) (?:analysis|theor))"
)
_NO_VERBS = frozenset("this its as his us thus always perhaps besides".split())
_CAN = frozenset("can could is are has have does do may".split())
_SAYS_LITTLE = _CAN | {"overcomes", "serves", "aims", "achieves", "improves", "outperforms"}


_NAMED_TWICE = re.compile(r"^(?P<name>[\w+-]+) is (?P<what>an? [^().;]{4,90}) \((?P=name)\)(?= )")


def opened(text: str) -> str:
    """ "One paper proposes TreeNet that sorts" as "TreeNet sorts"; ``text`` as it is where it doesn't name it so.

    "TN is a tree net (TN) that sorts" has its letters once.
    """
    return _NAMED_TWICE.sub(r"\g<name> is \g<what>", _opened(text))


def _opened(text: str) -> str:
    if (found := _NAME_DOES.match(text)) and _does(found) and not (found["kind"] and found["article"] in {"a", "an"}):
        what = f"{found['name']}{found['kind']}"
        return _led(found, f"{'the ' if found['kind'] else ''}{what} {found['does']}")
    if (
        (found := _LONG_DOES.match(text) or _APPOSED.match(text))
        and _does(found)
        and _names(found["name"], found["long"])
        and not (found["kind"] and found["long"].islower() and found["article"] in {"a", "an"})  # "an RL framework"
    ):
        return _led(found, f"{_in_full(found)} {found['does']}")
    if (found := _IS_A.match(text)) and (found["long"] is None or _names(found["name"], found["long"])):
        if found["article"] and not found["kind"] and found["article"] != "the":
            return text
        the = "the " if found["kind"] or found["article"] == "the" else ""
        is_what = re.sub(r"^an? (?:novel|new) and ", "a ", found["is"])
        return _led(found, without_novelty(f"{the}{found['what']}{found['kind']} is {is_what}"))
    if (found := _KIND_TO.match(text)) and _names(found["name"], found["long"]):
        long = without_novelty(f"a {found['long']}").partition(" ")[2]
        if not long[:1].isupper():  # "a reinforcement learning (RL) approach": nobody's own
            return text
        return _led(found, f"{long} ({found['name']}) is {_a(found['kind'])} {found['rest']}")
    if found := _NAMED_LAST.match(text):
        acts = _TO_DO.match(found["what"])
        if acts and acts["verb"] in DOING:
            return _led(found, f"{found['name']} {present(acts['verb'])} {acts['what']}.")
        return _led(found, without_novelty(f"{found['name']} is {found['what']}."))
    return _EFFECT.sub(r"\g<name> is effective ", text)


def by_its_name(text: str, name: str | None) -> str:
    """``text`` opened with ``name``, that of the paper's method, where it goes on to say what that does."""
    told = opened(text)
    does = (
        re.match(rf"(?:The )?(?:[\w-]+ ){{0,9}}\(?{re.escape(name)}\)?(?: {_KIND})? (?P<verb>[a-z]+) ", told)
        if name
        else None
    )
    what = does is not None and _IS_WHAT.match(told, does.start("verb")) is not None
    return told if does and (what or does["verb"] not in _SAYS_LITTLE) else text


_IS_WHAT = re.compile(r"is an? (?:\S+ ){7}")


def _does(found: re.Match[str]) -> bool:
    """Whether what stands behind "that" or "which" is what the named thing does, and nothing else is told."""
    if _ENDS_OTHERWISE.search(found["does"]):
        return False
    verb = found["verb"]
    plural = found["name"].endswith("s") and not found["kind"]
    return verb in _CAN or (verb in DOING if plural else verb.endswith("s") and verb not in _NO_VERBS)


def _names(name: str, long: str) -> bool:
    """Whether ``name`` is short for ``long``, or a coined one behind what it is: "a method (TreeNet)"."""
    return bool(_ENDS_AS_KIND.search(long) and re.fullmatch(_COINED, name)) or is_short_for(name, long)


_ENDS_AS_KIND = re.compile(rf"(?:^| ){_KIND}$")


def _in_full(found: re.Match[str]) -> str:
    """The name behind what it is short for, "the Tree Network (TN)"; alone where that says "a method"."""
    if re.fullmatch(_KIND, found["long"]):
        return found["name"]
    long = without_novelty(f"a {found['long']}").partition(" ")[2]
    bare = not (found["article"] or found["kind"])
    return f"{'' if bare else 'the '}{long} ({found['name']}){found['kind']}"


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _led(found: re.Match[str], told: str) -> str:
    return f"{found['ahead']}{_small_the(told)}" if found["ahead"] else capital(told)


def _small_the(told: str) -> str:
    return f"the {told[4:]}" if told.startswith("The ") else told
