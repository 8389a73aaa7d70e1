"""Counts, lists and names as words."""

import re
from collections.abc import Sequence

MANY = "Several papers"
"""How a statement about several papers begins; whoever shows it says how many, counted from the papers it cites."""

ONE_ABOUT = "One paper is about"
"""How a statement on the subject of one paper of a topic begins, where its papers share none."""

TROUBLE = "(?:challenge|difficult(?:y|ie)|drawback|gap|issue|limitation|problem|shortcoming)"
"""The words for a trouble, as a pattern in the singular: "s?" behind it for both."""

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def counted(count: int, noun: str) -> str:
    """ "1 paper", "9 papers"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def spelled(count: int) -> str:
    """The count as a word up to twelve, in digits above."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else str(count)


_MAKER = re.compile(r"^(?:ms|microsoft) ?(?=coco\b)|\bdata ?sets?$")


def data_key(name: str) -> str:
    """One form for the ways in which papers write one data set: "MS COCO", "MS-COCO" and "COCO"; "CIFAR10"."""
    plain = _MAKER.sub("", re.sub(r"[\s_-]+", " ", name.casefold())).replace(" ", "")
    return plain.replace("ssv2", "somethingsomethingv2")  # the only one that few papers write in full


_COUNTABLE = re.compile(
    r"\b(?:model|network|transformer|head|ticket|autoencoder|encoder|image|graph|map|token|feature|field|"
    r"system|agent|robot|"
    r"vehicle|mask|concept|embedding|function|tree|kernel|prompt|patient|video|attack|explanation|module|cloud|neuron|"
    r"circuit)$"
)


def in_plural(name: str) -> str:
    """A thing's name as one speaks of many: "attention heads", where its last word is of things that can be counted."""
    return f"{name}s" if _COUNTABLE.search(name) else name


_MASS = re.compile(r"(?:tion|ing|ment|ics|ity|ance|ence|ology|data)$")


def is_mass(name: str) -> bool:
    """Whether a thing's name is told by its ending to be of what isn't counted: "attention", "robust learning"."""
    return _MASS.search(name) is not None


def listed(words: Sequence[str]) -> str:
    """ "a, b and c"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def ended(title: str) -> str:
    """A title as a sentence of its own: with a full stop, unless it ends with a mark already."""
    return title if title.endswith(("?", "!", "…")) else f"{title.rstrip('.')}."


def in_sentence(name: str) -> str:
    """A heading as it stands within a sentence: its first letter small, in Title Case that of each word.

    An acronym or a name with capitals or digits inside ("GPT-2") stays as it is, and so does what is told by its ending
    to be of a name ("Gaussian splatting").
    """
    first, *others = name.split(" ")
    titled = bool(others) and all(word[:1].isupper() for word in others if len(word) > 3)
    return " ".join([small_first(first), *(small_first(word) if titled else word for word in others)])


def small_first(word: str) -> str:
    """A word with a small first letter, unless it is an acronym or of a name."""
    kept = any(c.isupper() or c.isdigit() for c in word[1:]) or is_of_a_name(word)
    return word if kept else word[:1].lower() + word[1:]


_OF_A_NAME = re.compile(
    r"(?!Anyone|Children|Everyone|Human|Man|Men|Nature|Patient|People|Someone|Student|Today|User|Wom[ae]n|World)"
    r"[A-Z]\w+s?['’]s?\b|(?!Civ|Custod|Guard|Mammal|Med|Pedestr|\w+(?:ic|tor|ar)ian)[A-Z][a-z]+(?:ss|[^aeiou])(?:ian|ean)(?:s|ity)?"
    r"|(?!Cheese|Geese|Obese|These)[A-Z][a-z]{2,}ese|(?:Engl|Span|Turk|Dan|Swed|Finn|Ir|Scott|Brit|Kurd|Yidd)ish"
    r"|Dutch|French|Welsh|Greek|Thai|Hindi|Urdu|Bengali|Tamil|Telugu|Swahili|Hebrew|Pashto|Yoruba|Khmer|Czech"
    r"|(?:Arab|Arct|Antarct|Atlant|Balt|Celt|German|Iceland|Ind|Nord|Olymp|Pacif|Semit|Slav|Turk)ic"
)


def is_of_a_name(word: str) -> bool:
    """Whether a word with a capital is told by its ending to be made of somebody's name: "Gaussian", "Alzheimer's"."""
    return _OF_A_NAME.fullmatch(word) is not None


def capital(text: str) -> str:
    """``text`` with a capital at its start, unless it starts with a name that is written otherwise: iBOT."""
    first = text.split(" ", 1)[0]
    return text if re.search(r"[A-Z\d_]", first[1:]) else text[:1].upper() + text[1:]


def small(text: str) -> str:
    """``text`` as it stands within a sentence: a capital stays only in a name."""
    first = text.split(" ", 1)[0]
    named = any(c.isupper() or c.isdigit() for c in first[1:]) or _OF_A_VERSION.match(text)
    return text if named else text[:1].lower() + text[1:]


_OF_A_VERSION = re.compile(  # "Sonnet 4 shows"
    r"(?!About|Across|After|Almost|Among|Around|Before|From|Nearly|Only|Over|These|Those|Under|Using|With)"
    r"[A-Z][a-z]{3,} \d{1,2}(?:\.\d)? [a-z]"
)
