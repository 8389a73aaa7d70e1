"""How a phrase is written within a sentence: small, but for acronyms and for what is a name."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain

from survey.keyphrases.lists import BOILERPLATE, FUNCTION, phrase_words
from survey.keyphrases.phrases import bare, is_acronym, singular
from survey.words import is_of_a_name, small_first

_STEM = 5  # letters
_NOUNS = 2  # that may follow a phrase
_MOSTLY, _NEARLY_ALWAYS, _REPEATED = 0.6, 0.9, 3  # of the times it stands, and times
# Ends of words that are no names
_ORDINARY = ("s", "ing", "ed", "ic", "al", "ive", "ary", "able", "ous", "ics", "ity", "ness", "ence", "ance", "tion")
_MENT = "ment"


def running(phrase: str, texts: str) -> str:
    """A ``phrase`` of a title as it stands within a sentence, told from how ``texts`` write its words.

    A word is a name where they have it with a capital between small words and never small ("Kalman filters"), in front
    of an acronym ("Mask R-CNN"), or where it is made of one ("Gaussian").
    """
    words = phrase.split()
    followed = zip(words, [*words[1:], ""], strict=True)
    return " ".join(word if _is_name(word, after, texts) else _named(_small(word), texts) for word, after in followed)


def _named(word: str, texts: str) -> str:
    """A word that is made of a name, with the capital that it has somewhere in ``texts``: "Gaussian"."""
    name = word.capitalize()
    return name if word.islower() and name.isalpha() and is_of_a_name(name) and name in texts else word


def going_on(phrase: str, texts: Sequence[str]) -> str:
    """A ``phrase`` with the words that mostly stand beside it, in each of ``texts``: of "state space" its "models".

    None where it never stands without another noun, and these differ: what "large audio" is cut off from can't be told.
    """
    for _ in range(_NOUNS):
        one = singular(phrase)
        found = _beside(rf"(?<![\w-]){re.escape(one)}s?(?![\w-])(?: ([A-Za-z][\w-]*))?", texts)
        behind = Counter(singular(word) for word in chain(*found) if word and not _ends(word))
        if not (noun := _mostly(behind, found, singular)):
            cut = " " in phrase and behind.total() >= max(_REPEATED, _NEARLY_ALWAYS * sum(map(len, found)))
            return "" if cut else _led(phrase, texts)
        phrase = f"{one} {noun}"
    return _led(phrase, texts)


def _led(phrase: str, texts: Sequence[str]) -> str:
    """A ``phrase`` with the word that mostly stands ahead of it: of "slide images", "whole slide images"."""
    found = _beside(rf"(?:(?<![A-Za-z\d])(\d?[A-Za-z]+)[ -])?\b{re.escape(singular(phrase))}s?(?![\w-])", texts)
    ahead = Counter(word for word in chain(*found) if word and word not in _LEADS_NONE)
    word = _mostly(ahead, found)
    leads = word and not word.endswith(("ing", "ed", "ly", "s")) and word not in phrase_words()[0]
    return f"{word.upper() if word[:1].isdigit() else word} {phrase}" if leads else phrase


def _beside(pattern: str, texts: Sequence[str]) -> list[list[str]]:
    """What stands beside a phrase in each text that holds it, small; empty where nothing does."""
    found = ([word.lower() for word in re.findall(pattern, text, re.IGNORECASE)] for text in texts)
    return [words for words in found if words]


def _mostly(words: Counter[str], found: Sequence[Sequence[str]], form: Callable[[str], str] = str) -> str:
    """The word that stands there mostly, and in each text once at least; else empty."""
    word, times = words.most_common(1)[0] if words else ("", 0)
    enough = times >= max(_REPEATED, _MOSTLY * sum(map(len, found)))
    return word if enough and all(word in map(form, one) for one in found) else ""


_LEADS_NONE = (FUNCTION | BOILERPLATE | {"of"}) - {"whole"}


def _ends(word: str) -> bool:
    """Whether a word is no noun that goes on with those ahead of it."""
    return word == "of" or word in FUNCTION or word in phrase_words()[0] or word.endswith(("ed", "ly"))


def within(text: str, texts: str = "") -> str:
    """A sentence, or a heading, within a sentence: small at its start where that can be no name.

    What can be none its ending tells, or ``texts`` that have it small. A term in capitals stays ("Text Semantics
    Augmentation (TSA)").
    """
    first, _, rest = text.partition(" ")
    if (rest[:1].isupper() or _TITLED.match(rest)) and first.lower() not in FUNCTION | _COUNTS:
        return text
    lower = first.lower()
    known = lower in FUNCTION | _COUNTS or lower in phrase_words()[1]
    ordinary = known or lower.endswith((*_ORDINARY, _MENT)) or f" {lower} " in texts
    return f"{small_first(first)}{text[len(first) :]}" if ordinary else text


_TITLED = re.compile(r"(?:of|in|for|and|to|the|by|with|as|is) [A-Z][a-z]")  # "Geometry in Style"
_COUNTS = frozenset({"many", "most", "some", "several", "existing", "recent", "current", "traditional"})


def _small(word: str) -> str:
    """A word of a title within a sentence: "Mean-Shifted" is "mean-shifted", "Text-to-SQL" "text-to-SQL"."""
    parts = word.split("-")
    if len(parts[0]) == 1:  # "U-Net", "X-ray"
        return word
    return "-".join(part if len(part) == 1 or is_acronym(bare(part)) else part.lower() for part in parts)


def _is_name(word: str, after: str, texts: str) -> bool:
    if word.islower() or "'" in word or "’" in word:
        return not word.islower()
    lower = word.lower()
    if re.search(rf"(?<![\w-]){re.escape(lower)}(?![\w-])", texts):
        return False
    if is_of_a_name(word):
        return True
    if lower.endswith((*_ORDINARY[1:], _MENT)) or lower in BOILERPLATE:
        return False
    if is_acronym(after) and after[:1].isupper():
        return lower not in phrase_words()[1]
    if "-" in word and re.search(rf"[a-z]{{2}}[,;)]? {re.escape(word)}\b", texts):  # "the Kolmogorov-Arnold Network"
        return not any(re.search(rf"(?<!\w){re.escape(part.lower())}", texts) for part in word.split("-"))
    behind = re.escape(after[:_STEM].lower()) if after else "[a-z]"
    before = re.findall(rf"([\w-]+)[,;)]? {re.escape(word)} {behind}", texts)
    return any(one[0].islower() or one.lower() in FUNCTION or is_acronym(one) for one in before)
