"""Paper, its stable key and its sources: the record that every stage passes on."""

import base64
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_KEY_WORDS = 4
_KEY_WORD_LETTERS = 30
_STOP_WORDS = frozenset(
    "a an and are as at by can do does for from how in into is it its not of on or our the their this to toward "
    "towards using via we what when why with without".split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record stands: the dump's file name, its format, the record's number and its first line, both from 1."""

    dump: str
    format: str
    record: int
    line: int


@dataclass(frozen=True, slots=True)
class Paper:
    """One distinct paper.

    ``title`` and ``abstract`` are clean text (no markup, no line ends); every quote of a survey is a substring of one
    of the two. ``sources`` names every record that this paper was made from, the one that gave the abstract first.
    """

    key: str
    title: str
    abstract: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    venue: str | None = None
    doi: str | None = None
    arxiv_id: str | None = None
    url: str | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """A record that turned out to be a paper already there: ``kept`` is that paper's key."""

    kept: str
    title: str
    reason: str
    source: Source


@dataclass(frozen=True, slots=True)
class Rejection:
    """A record that can't be used; ``text`` holds at most the first 200 characters of what stood there."""

    reason: str
    text: str
    source: Source


@lru_cache(maxsize=4096)
def normalised_title(title: str) -> str:
    """The title as it is compared: NFKC, case folded, accents off, letters and digits only, single spaces.

    A title without any letter or digit is compared as it stands.
    """
    plain = title.casefold()
    if not title.isascii():
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", title).casefold())
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain)) or title.strip()


def paper_key(title: str, salt: str = "") -> str:
    """The paper's key, made from its title alone: a few readable words and a short hash of the normalised title.

    ASCII letters, digits and hyphens, first a letter: valid as a BibTeX key and as an HTML id. The hash has 40 bits.
    ``salt`` tells apart two papers of one title (the dedupe stage passes the abstract's normal form).
    """
    normal = normalised_title(title)
    plain = re.findall(r"[a-z0-9]+", normal.encode("ascii", "ignore").decode())
    words = [word for word in plain if word not in _STOP_WORDS]
    readable = "-".join(words[:_KEY_WORDS])[:_KEY_WORD_LETTERS].strip("-")
    if not readable or not readable[0].isalpha():
        readable = f"paper-{readable}".strip("-")
    digest = hashlib.sha256(f"{normal}\n{salt}".encode() if salt else normal.encode()).digest()
    return f"{readable}-{base64.b32encode(digest[:5]).decode().lower()}"


def title_shown(title: str) -> str:
    """A title as a table's row shows it: the name before its colon, else its first words."""
    head, colon, _ = title.partition(": ")
    name = head.strip() if colon else ""
    words = title.split()
    return name if 0 < len(name) <= 40 else " ".join(words[:6]) + (" …" if len(words) > 6 else "")
