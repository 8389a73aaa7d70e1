"""The forms in which records are compared: text without case, accents, markup and punctuation; identifiers.

A form is for comparing alone. It is never shown, quoted or stored.
"""

import html
import re
import unicodedata

_ASCII = bytes(c if chr(c).isalnum() else ord(" ") for c in bytes(range(128)).lower()) + b" " * 128
_MARKUP = re.compile(r"[\\${&<]")
_INLINE_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|inf|it|u|tt|sc|span|jats:\w+)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_ACCENT = re.compile(r"""\\(?:["'`^~=.]|[uvHtcdbrk](?![a-zA-Z]))\s*\{?\\?([a-zA-Z])\}?""")
_LIGATURE = re.compile(r"\\(ae|oe|aa|ss|o|l|i|j)(?![a-zA-Z])", re.IGNORECASE)
_STYLE = re.compile(
    r"\\(?:text\w{2,6}|math\w{2,6}|emph|underline|overline|mbox|ensuremath|operatorname|boldsymbol|bm|url|"
    r"rm|bf|it|sc|tt|sf|em|left|right|big|Big|xspace|displaystyle)(?![a-zA-Z])\*?\s*"
)
_MATHS = re.compile(r"[${}^_]|\\[,;:! ]")
_THOUSANDS = re.compile(r"(?<=\d)[,\u202f](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W_]+")
_IDEOGRAM = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_GREEK = {
    ord(c): f" {unicodedata.name(c).rsplit(' ', 1)[1].lower()} ".replace("lamda", "lambda")
    for c in "αβγδεζηθικλμνξοπρστυφχψω"
}
_LETTERS = {ord(a): b for a, b in zip("øłđðþæœıħŋ", "o l d d th ae oe i h n".split(), strict=True)} | {
    ord("ς"): " sigma "
}
_GREEK_WORD = re.compile(r"[\u0370-\u03ff]{2,}")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ARXIV = re.compile(
    r"(?:^|arxiv[:./\s]|abs/|pdf/)\s*((?:\d{4}\.\d{4,5})|(?:[a-z][a-z-]+(?:\.[a-z]{2})?/\d{7}))(?:v\d+)?(?:\.pdf)?/?$",
    re.IGNORECASE,
)


def comparable(text: str) -> str:
    """Lower-case words of letters and digits with single spaces; accents, LaTeX, HTML and punctuation are gone.

    A Chinese, Japanese or Korean character counts as a word; a lone Greek letter becomes its name.
    """
    if text.isascii() and not _MARKUP.search(text):
        return b" ".join(_thousands(text).encode().translate(_ASCII).split()).decode()
    plain = unicodedata.normalize("NFKC", _without_markup(text)).casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if not _GREEK_WORD.search(plain):
        plain = plain.translate(_GREEK)
    plain = _IDEOGRAM.sub(r" \g<0> ", plain.translate(_LETTERS))
    return " ".join(_WORD.findall(_thousands(plain)))


def _thousands(text: str) -> str:
    return _THOUSANDS.sub("", text) if "," in text or "\u202f" in text else text


def _without_markup(text: str) -> str:
    if "&" in text:
        text = html.unescape(html.unescape(text)).replace("\\&", "&").replace("&", " and ")
    if "<" in text:
        text = _TAG.sub(" ", _INLINE_TAG.sub("", text))
    if "\\" in text:
        text = _STYLE.sub("", _LIGATURE.sub(r"\1", _ACCENT.sub(r"\1", text)))
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
