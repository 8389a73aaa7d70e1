"""What follows a phrase in its sentence: what would turn or empty it, were the phrase cut there."""

import re

from survey.cutting import splits, weak_breaks, whole_end

_TAIL = 24  # letters by which a phrase's end is found in its sentence
_TURNS = re.compile(  # says the opposite, or much less, without it
    r",? (?:while (?:not )?[a-z]+ing|without|instead of|rather than|except|excluding|unless|but not|and not|"
    r"only (?:if|when|for))\b"
)
_BELONGS = re.compile(r",? (?:as (?:an?|the)|for [a-z]+ (?:recognition|detection|segmentation))\b")
_GOES_WITH = re.compile(r",? by (?:[a-z]+ly )?[a-z-]{3,}ing\b")
_LOSES = re.compile(  # a phrase is better left than cut there; a mere "without loss" can go
    r",? (?:while (?:not|removing|dropping|discarding|ignoring|omitting|excluding|disabling|freezing)|instead of|"
    r"rather than|except|excluding|unless|but not|and not|only)\b"
)
_FIRST_OF_TWO = re.compile(r" an? [\w-]+$")  # "a small, fixed set"
_ANOTHER = re.compile(r", (?!(?:which|that|where|who|and|or|but|by|to|for|with|[a-z]+ing)\b)[a-z-]+ [a-z]")
_BETWEEN = re.compile(r"\bbetween\b(?! (?:each|all|any|every|pairs)\b)(?:(?! and )[^;])*$")
_LIMITS = re.compile(r"\b(?:restrict|limit|confin|constrain|reduc|narrow)(?:e?s|ing|ed)\b[^,;]*$")
_THEN = re.compile(r",? (?:and|then|before) ")
_END = re.compile(
    r"[,;:.](?= |$)| (?:--?-?|[–—]) |$| (?:which|that|thereby|thus|so that|in order|to|"
    r"leading|and (?:[a-z]+ly )?[a-z]+s (?:the|an?))\b"
)
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|several|pair of)(?: [\w-]+){0,2}? (?:criteria|phases|parts|ways|issues|factors|"
    r"aspects|questions|ideas|principles|steps|stages|components|mechanisms|dimensions|perspectives|kinds|types|forms|"
    r"layers|modules|challenges|properties|strategies|techniques|concepts|innovations|operators|paradigms|objectives|"
    r"tasks)$|\b(?:key|main|specific) (?:factors|ways|issues|aspects)$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"\s?(?:[:.(]|--?|[–—]|, (?:namely|i\.e)|$)")
_CLAIM = re.compile(r"\b(?:idea|intuition|notion|insight|view|hypothesis|assumption|fact|principle|observation)$")
_HALF_CLAIM = re.compile(r"\b(?:idea|claim|fact|hypothesis|intuition|notion|observation) that [^,;]+$")
_FOR_A_CLAIM = 4  # words more, since it says nothing without its verb
_BARE_LIST = re.compile(r",? (?:covering|including|spanning|focusing on|involving|concerning|regarding) [\w-]+$")
_HALF = re.compile(r"[a-z] (?:primarily|mainly|mostly|specifically|originally)$|\bhaving [\w-]+$")
_MORE = re.compile(r",? (?:in|of|on|to|for|with|from|by)\b|, [\w-]+ ")


def kept_whole(shown: str, text: str, most: int) -> tuple[str, bool]:
    """``shown``, cut out of ``text``, with what its sense needs, in up to ``most`` words; and whether that fits.

    "Stacks blocks" goes on "while removing their mixer". What announces something that doesn't fit, as "in two ways"
    does, is left out; ``""`` for a phrase that cannot stand without what follows.
    """
    at = end_in(shown, text)
    if at < 0:
        return shown, True
    following = text.rstrip(". ")[at:]
    if _HALF.search(shown) or (_CLAIM.search(shown) and following.startswith(" that")):
        claim = _goes_on(shown, following, most)
        rest = f"{shown}{following}"[len(claim) :]
        if claim and _HALF_CLAIM.search(claim) and _MORE.match(rest):
            claim = _goes_on(claim, rest, most + _FOR_A_CLAIM) or claim
        return claim or _back(shown), bool(claim)
    if _BARE_LIST.search(shown) and _MORE.match(following):
        return _BARE_LIST.sub("", shown), True
    if _COUNTED.search(shown) and _ANNOUNCED.match(following):
        return _with_the_counted(shown, following, most)
    open_end = (
        (_BETWEEN.search(shown) and following.startswith(" and "))
        or (_LIMITS.search(shown) and following.startswith(" to "))
        or (shown.endswith(" first") and _THEN.match(following))
    )
    if open_end or _TURNS.match(following):
        more = _goes_on(shown, following, most)
        return more or shown, bool(more) or not (open_end or _LOSES.match(following))
    if _HALF_CLAIM.search(shown) and _MORE.match(following):
        return _goes_on(shown, following, most + _FOR_A_CLAIM) or shown, True
    if _BELONGS.match(following) or _GOES_WITH.match(following):
        return _goes_on(shown, following, most) or shown, True
    return shown, True


def end_in(shown: str, text: str) -> int:
    """Where in ``text`` a phrase ends that was cut out of it; -1 where its end is not found."""
    low, whole = text.casefold(), shown.casefold()
    for tail in (whole, whole.partition(" ")[2], whole[-_TAIL:]):
        if tail and (start := low.find(tail)) >= 0 and not shown.endswith("…"):
            return start + len(tail)
    return -1


def _goes_on(shown: str, following: str, most: int) -> str:
    """The phrase with what follows it, up to where that ends; "" where it is too long, or ends open."""
    led = len(re.match(r",?(?: [\w-]+){0,3}", following)[0])  # type: ignore[index]  # it may be empty
    ends = [found.start() for found in _END.finditer(following, led)]
    ends += [at for at in weak_breaks(following) if at > led]
    joined = f"{shown}{following}"
    for at in sorted(ends):
        told = joined[: len(shown) + at]
        listed = splits(joined, len(told)) or (_FIRST_OF_TWO.search(told) and _ANOTHER.match(following, at))
        if at and len(told.split()) <= most and whole_end(told) == told and not (listed or _BETWEEN.search(told)):
            return told
    return ""


def _back(shown: str) -> str:
    """A phrase without its last part: up to the last place where it can be cut."""
    relative = [found.start() for found in re.finditer(r",? (?:that|which) ", shown)]
    ends = [at for at in (*weak_breaks(shown), *relative) if at > len(shown) // 3]
    return whole_end(shown[: max(ends)]) if ends else ""


def _with_the_counted(shown: str, following: str, most: int) -> tuple[str, bool]:
    """A phrase with what it counts, if that fits; else without the count; else as it is, for want of a better one."""
    told = f"{shown}{following}"
    if following.startswith((":", ", namely")) and len(told.split()) <= most and not re.search(r"\. ", following):
        return told, True
    counted = _COUNTED.search(shown)
    led = re.search(
        r",? (?:(?:based|focusing|built|relying) on|following|in|with|through|via|under|along|across|combining|"
        r"(?:that|which) \w+)$",
        shown[: counted.start()].rstrip() if counted else "",
    )
    back = whole_end(shown[: led.start()]) if led else ""
    return (back, True) if back else (shown, False)
