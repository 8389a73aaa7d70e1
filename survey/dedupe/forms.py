"""The forms in which records are compared: text without case, accents, markup and punctuation; identifiers.

A form is for comparing alone. It is never shown, quoted or stored.
"""

import html
import re
import unicodedata
from functools import lru_cache

_ASCII = bytes(c if chr(c).isalnum() else ord(" ") for c in bytes(range(128)).lower()) + b" " * 128
_INLINE_TAG = re.compile(r"</?(?:i|b|em|strong|su[bp]|inf|it|u|tt|sc|span|jats:\w{1,20})\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_ACCENT = re.compile(r"""\\(?:["'`^~=.]|[uvHtcdbrk](?![a-zA-Z]))\s*\{?\\?([a-zA-Z])\}?""")
_LETTER = re.compile(r"\\(ae|oe|aa|ss|o|l|i|j)(?![a-zA-Z])\s*", re.IGNORECASE)  # LaTeX takes the space too
_STYLE = re.compile(
    r"\\(?:text\w{2,6}|math\w{2,6}|emph|underline|overline|mbox|ensuremath|operatorname|boldsymbol|bm|url|"
    r"rm|bf|it|sc|tt|sf|em|left|right|big|Big|xspace|displaystyle)(?![a-zA-Z])\*?\s*"
)
_MATHS = re.compile(r"[${}^_]|\\[,;:! ]")
_THOUSANDS = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))")  # begins with a plain character, which is quick to search for
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"[^\W_]+")
_IDEOGRAM = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_GREEK = {ord(c): f" {unicodedata.name(c).split()[-1].lower()} " for c in "αβγδεζηθικμνξοπρσςτυφχψω"} | {
    ord("λ"): " lambda "
}
_LETTERS = {ord(a): b for a, b in zip("øłđðþæœıħŋ", "o l d d th ae oe i h n".split(), strict=True)}
_GREEK_WORD = re.compile(r"[\u0370-\u03ff]{2}")
_DOI = re.compile(r"10\.\d+(?:\.\d+)*/\S+")
_ARXIV = re.compile(
    r"(?:^|arxiv[:./\s]|abs/|pdf/|html/)\s*(\d{4}\.\d{4,5}|[a-z][a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?/?$",
    re.IGNORECASE,
)


def comparable(text: str) -> str:
    """Lower-case words of letters and digits with single spaces; accents, LaTeX, HTML and punctuation are gone.

    A Chinese, Japanese or Korean character counts as a word; a lone Greek letter becomes its name.
    """
    return " ".join(spaced(text).split())


def spaced(text: str) -> str:
    """The comparable form but for spaces, of which there may be several in a row: much quicker for long texts."""
    if "\\" in text or "$" in text or "{" in text or "&" in text or "<" in text:
        text = _without_markup(text)
    if not text.isascii():
        text = _FOREIGN.sub(_folded, text)
    if "," in text:
        text = _THOUSANDS.sub("", text)
    if text.isascii():
        return text.encode().translate(_ASCII).decode()
    return " ".join(_WORD.findall(text.casefold()))


def _folded(found: re.Match[str]) -> str:
    return _folded_run(found[0])


@lru_cache(maxsize=10_000)
def _folded_run(run: str) -> str:
    """Characters beyond ASCII without accents; punctuation becomes a space."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", run).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "\u00ad\u200b\u200c\u200d\ufeff")
    if not _GREEK_WORD.search(plain):
        plain = plain.translate(_GREEK)
    plain = _IDEOGRAM.sub(r" \g<0> ", plain.translate(_LETTERS))
    return "".join(c if c.isalnum() else " " for c in plain)


def _without_markup(text: str) -> str:
    if "&" in text:
        text = html.unescape(html.unescape(text)).replace("\\&", "&").replace("&", " and ")
    if "<" in text:
        text = _TAG.sub(" ", _INLINE_TAG.sub("", text))
    if "\\" in text:
        text = _STYLE.sub("", _LETTER.sub(r"\1", _ACCENT.sub(r"\1", text)))
    return _MATHS.sub("", text)


def normalised_doi(doi: str | None) -> str | None:
    """The DOI in lower case without a resolver's address; None for what isn't a DOI, and for arXiv's own DOIs."""
    found = _DOI.search(doi.strip().lower().replace("%2f", "/")) if doi else None
    if not found or found[0].startswith("10.48550/"):
        return None
    return found[0].rstrip(".,;")


def normalised_arxiv_id(*texts: str | None) -> str | None:
    """The arXiv id without version from the first of the texts (an id, an arXiv DOI, an address) that holds one."""
    for text in texts:
        found = _ARXIV.search(text.strip()) if text else None
        if found:
            return found[1].lower()
    return None
