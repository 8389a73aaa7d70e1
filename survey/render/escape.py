"""The one place where text from a dump or a model is made safe for Markdown, HTML, BibTeX."""

import html
import re
from urllib.parse import quote

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~$&{}])")
_LINE_START = re.compile(r"^(\s*)([+=-](?=\s|$)|#{1,6}(?=\s|$)|[-=]{2,}|\d+(?=[.)](?:\s|$)))")
_DOMAIN = r"(?:[a-z]{2}|aero|asia|biz|com|coop|edu|gov|info|museum|name|net|org|pro|shop|web|xn--[\w-]+|xxx|рф)"
_AUTOLINK = re.compile(  # what GitHub and markdown-it take for a bare address
    rf"(?i)(?:(?<=http)|(?<=https)|(?<=ftp)|(?<=mailto)):|(?<=/)/|(?<=\w)@(?=\w)|\b(?<=www)\.|(?<=\w)\.(?={_DOMAIN}(?![^\W_]))"
)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BIBTEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_BIBTEX |= {character: f"\\{character}" for character in "#$%&_"}


def markdown(text: str) -> str:
    """``text`` as it is to be read: no markup, HTML, link, image or table cell can come out of it."""
    safe = _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
    safe = _LINE_START.sub(lambda m: f"{m[1]}{m[2]}\\" if m[2].isdigit() else f"{m[1]}\\{m[2]}", safe)
    return _AUTOLINK.sub(r"\\\g<0>", safe)


def link(url: str) -> str:
    """``url`` as the target of a link, or "" unless it is a plain web address; what could end it is percent-encoded."""
    if not re.match(r"https?://\w", url):
        return ""
    return _ENTITY.sub("%26", quote(url, safe="!#$%&*+,/:;=?@", errors="replace"))


def page(text: str) -> str:
    """``text`` within an HTML element or a quoted attribute."""
    return html.escape(text, quote=True)


def bibtex(text: str) -> str:
    """``text`` within the braces of a BibTeX field."""
    return "".join(_BIBTEX.get(character, character) for character in " ".join(text.split()))
