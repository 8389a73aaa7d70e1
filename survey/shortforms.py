"""What a short form stands for, by its paper's own words, at its first use: "multi-task learning (MTL)" for "MTL".

An abstract spells a term out once, often in another sentence than the one that is told. The pairs of long and short
form are found as in Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text" (2003), with one more demand: each word of the long form gives its first letter, function words apart.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from survey.standing import places
from survey.words import is_of_a_name

_BRACKET = re.compile(r"\((?P<short>[A-Za-z][A-Za-z\d-]{1,7}s?)(?:[;,][^()]{0,40})?\)")
_BREAK = re.compile(r"[.;:,()\[\]\"“”?!]|\s[-–—]+\s")  # no long form goes past one
_WORD = re.compile(r"\S+")
_FUNCTION = frozenset("a an and as at by for from in of on or the to via with".split())
_NO_START = _FUNCTION | frozenset("called dubbed named our termed that their this these novel new proposed".split())
_KNOWN = re.compile(
    r"AI|API|AIDS|BERT|CLIP|CNN|CPU|CT|DNA|GPT|GPU|GUI|HIV|HTML|LLM|MLP|MRI|NLP|PDF|QR|RNA|ReLU|SQL|UK|US|USB|"
    r"m?AP|AUC|AUROC|BLEU|FID|FLOP|FPS|m?IoU|MSE|PSNR|RMSE|SSIM"
)
"""What readers know by its letters, better than by its words."""
_NEXT_NOUN = re.compile(
    r" (?!(?:is|are|was|were|can|could|may|might|will|has|have|do|does|did|and|or|but|as|at|by|for|from|in|into|of|"
    r"on|than|that|to|under|using|via|when|where|which|while|with|without|through|across|over|after|before)\b)"
    r"(?![a-z]+(?:[^s]s|ed)\b)[a-z]"
)
_OF_ONE = re.compile(r"\b[Aa]n? (?:[\w-]+ ){0,3}$")
_PLURAL = re.compile(r"(?<!ic)(?<!len)(?:(?<=[A-Za-z][^suiyaeo\W])|(?<=[a-z][^isxzho\W]e))s$|(?<=ss)es$")
_AN = re.compile(r"[aeioAEIO]|[uU](?!ni|se|bi)|[Hh]our")


_OF_TWO = re.compile(r"[A-Z]{2,}-[A-Z]{2,}")  # "ARC-AGI" isn't short for its last three words alone


@lru_cache(maxsize=4096)
def short_forms(text: str) -> Mapping[str, str]:
    """What the short forms that ``text`` spells out stand for: {"MTL": "multi-task learning"}; the first of each."""
    found: dict[str, str] = {}
    if "(" not in text:
        return MappingProxyType(found)
    for bracket in _BRACKET.finditer(text):
        short = bracket["short"]
        long = _long_form(short, text[: bracket.start()]) if sum(c.isupper() for c in short) > 1 else ""
        if long and not (_OF_TWO.fullmatch(short) and len(_parts(long)) < len(short) - 2):
            found.setdefault(short, long)
    return MappingProxyType(found)


_OF_DATA = re.compile(r"data|bench|corp(?:us|ora)\b|suite|collection|challenge|exam", re.IGNORECASE)


def is_a_term(short: str, text: str) -> bool:
    """Whether ``text`` spells ``short`` out in small letters, as a term of its field and not as a name.

    "Abstract visual reasoning (AVR)" is what data are made for; "the Human Connectome Project (HCP)" may be data.
    """
    long = short_forms(text).get(short, "")
    return long[:1].islower() and long == long.lower() and not _OF_DATA.search(long)


def _long_form(short: str, ahead: str) -> str:
    """The words at the end of ``ahead`` that ``short`` is made of; empty where there are none, or perhaps more."""
    letters = [c.lower() for c in singular(short) if c.isalnum()]
    clause = _BREAK.split(ahead[-_FARTHEST:])[-1]
    words = [*_WORD.finditer(clause)][-2 * len(letters) :]
    for n, word in reversed([*enumerate(words)]):
        first, said = word[0].lower(), clause[word.start() :].rstrip()
        if first not in _NO_START and first[0] == letters[0] and _is_made_of(letters, said):
            parts = len(_parts(said))
            more = n > 0 and parts < len(letters) and words[n - 1][0][0].lower() == letters[0]
            return "" if parts == 1 or more else _as_within(said, opens=not clause[: word.start()].strip())
    return _by_capitals(letters, clause) or _with_one_more(letters, clause)


def _by_capitals(letters: Sequence[str], clause: str) -> str:
    """The last words of ``clause`` whose capitals spell the letters, with small words among them that give none.

    "Unified Multimodal understanding and generation Models (UMMs)".
    """
    words = [*_WORD.finditer(clause)]
    capital = [n for n, word in enumerate(words) if word[0][0].isupper()][-len(letters) :]
    if len(capital) < len(letters) or len(letters) < _LEAST_CAPITALS or capital[-1] != len(words) - 1:
        return ""
    among = [words[n][0] for n in range(capital[0], capital[-1]) if n not in capital]
    if [words[n][0][0].lower() for n in capital] != list(letters) or len(among) > len(letters) or _ARTICLES & {*among}:
        return ""
    return clause[words[capital[0]].start() :].rstrip()


_LEAST_CAPITALS = 3
_ARTICLES = {"a", "an", "the"}


def _with_one_more(letters: Sequence[str], clause: str) -> str:
    """The words behind the last article of ``clause``, where one among them gives no letter; empty where more don't.

    "We propose a cross-refinement adaptive feature modulation transformer (CRAFT)".
    """
    led = _LED.search(clause)
    words = led["said"].split() if led else []
    if len(letters) < _ENOUGH_LETTERS or not led or "to" in words:
        return ""
    without = (" ".join([*words[:n], *words[n + 1 :]]) for n in range(1, len(words) - 1))
    return _as_within(led["said"]) if any(_is_made_of(letters, said) for said in without) else ""


_ENOUGH_LETTERS = 4
_LED = re.compile(
    r".*\b(?:an?|the|our|called|named|termed|dubbed) (?:(?:novel|new|proposed|simple|efficient|effective) )*"
    r"(?P<said>\S+(?: \S+){2,7}?) ?$"
)


_FARTHEST = 120  # characters


def singular(short: str) -> str:
    """The letters of a short form without the "s" of its plural: "LLMs" is "LLM"."""
    return short[:-1] if short[-1:] == "s" and short[-2:-1].isupper() else short


_WRITTEN = {"2": "to", "4": "for"}  # "Space-to-Channel (S2C)"


def _is_made_of(letters: Sequence[str], said: str) -> bool:
    """Whether the letters stand in ``said`` in their order, the first letter of each word among them: none goes without
    but function words and what a hyphen joins on."""
    parts = _parts(said)

    def fits(part: int, letter: int) -> bool:
        if part == len(parts) or letter == len(letters):
            return part == len(parts) and letter == len(letters)
        word = parts[part].lstrip("-")
        if (
            (word in _FUNCTION or word != parts[part])
            and word != _WRITTEN.get(letters[letter])
            and fits(part + 1, letter)
        ):
            return True
        if word == _WRITTEN.get(letters[letter]):
            return fits(part + 1, letter + 1)
        if word[0] != letters[letter]:
            return False
        return any(fits(part + 1, end) for end in _taken(word, letters, letter))

    return fits(0, 0)


def _parts(said: str) -> list[str]:
    """The words of ``said``, small; those that a hyphen joins on with it in front."""
    return re.findall(r"-?[^\s/-]+", said.lower())


def _taken(word: str, letters: Sequence[str], first: int) -> Iterator[int]:
    """How far the letters from ``first`` on can come from ``word`` alone."""
    at, end = 0, first + 1
    yield end
    while end < len(letters) and (at := word.find(letters[end], at + 1)) > 0:
        end += 1
        yield end


_CAPITAL = re.compile(r"[A-Z][a-z]")


def _as_within(long: str, *, opens: bool = True) -> str:
    """A long form as it stands within a sentence: "Masked image modeling" small, "Masked Image Modeling" as it is.

    So is one that doesn't open its clause: "solves Markov decision processes (MDPs)".
    """
    first, *others = long.split(" ")
    name = (
        not opens or any(c.isupper() for c in first[1:]) or any(_CAPITAL.match(word) for word in others) or "'" in first
    )
    name = name or is_of_a_name(first)
    return long if name else " ".join([first.lower(), *others])


def with_long_forms(text: str, forms: Mapping[str, str], known: Collection[str] = ()) -> str:
    """``text`` with each short form of ``forms`` spelled out where it first stands.

    But for those ``known`` to the reader and for what every reader knows by its letters.
    """
    for short, long in forms.items():
        letters = singular(short)
        if letters in text and letters not in known and not _KNOWN.fullmatch(letters) and not _HAS_FIGURE.search(long):
            text = _with_long_form(text, letters, _PLURAL.sub("", long) if short != letters else long)
    return text


_HAS_FIGURE = re.compile(r"\d")  # no number stands in a statement but in the quoted sentence


_JOINED = (  # "(MTL)-based" can be read
    "(?:based|like|guided|driven|derived|style|aware|specific|generated|enhanced|augmented|assisted|powered|trained)\\b"
)

_ARTICLE_AHEAD = re.compile(r"(?:\b[Aa]n? |(?<![\w(/-]))$")
_NOT_LONGER = re.compile(rf"(?P<many>s?)(?![\w/)@’']|-(?!{_JOINED})| \([\w-]+\))")


def _with_long_form(text: str, short: str, long: str) -> str:
    """``text`` with the long form before the first ``short`` in it, in its number and with the article that it wants;
    as it is where that stands in brackets or within a longer word, or where the long form is there already."""
    starts, ends, article, many = _standing(short, text)
    if not ends or long.lower() in text.lower() or f"({short}" in text:
        return text
    if text.count("(", 0, starts) > text.count(")", 0, starts):
        return text
    one = _NEXT_NOUN.match(text, ends) or _OF_ONE.search(text[:starts])
    long = _several(_PLURAL.sub("", long)) if many else _PLURAL.sub("", long) if one else long
    article = f"{article[0]}{'n' if _AN.match(long) else ''} " if article else ""
    told = f"{article}{long} ({short}{many})"
    told = told[0].upper() + told[1:] if not starts else told
    return f"{text[:starts]}{told}{text[ends:]}"


def _several(long: str) -> str:
    """A long form in the plural: "memories" of "memory", "processes" of "process"."""
    if re.search(r"(?:[sxz]|ch|sh)$", long):
        return f"{long}es"
    return f"{long[:-1]}ies" if re.search(r"[^aeiou]y$", long) else f"{long}s"


def _standing(short: str, text: str) -> tuple[int, int, str, str]:
    """From where to where ``short`` first stands by itself, with its article and its plural's "s"; zeros if nowhere."""
    for at in places(short, text):
        ahead, behind = _ARTICLE_AHEAD.search(text[:at]), _NOT_LONGER.match(text, at + len(short))
        if ahead and behind:
            return ahead.start(), behind.end(), ahead[0], behind["many"]
    return 0, 0, "", ""
