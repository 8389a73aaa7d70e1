"""Text hygiene: what stands in a dump -> one line of clean text. For text that is clean already it is the identity."""

import html
import re
from typing import Final

from survey.dumps.latex import plain

# Invisible characters: C0 and C1 controls but white space, soft hyphen, zero-width and bidirectional marks, the tag
# characters and variation selectors that can smuggle hidden text, lone surrogates (no file could be written with them).
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_HIDDEN: Final = re.compile(r"<(script|style)\b[^>]{0,500}>.{0,2000}?</\1\s*>|<!--.{0,2000}?-->", re.S | re.I)
_NAMES: Final = (
    "jats:[a-z-]+|mml:[a-z-]+|p|i|b|u|em|strong|sub|sup|br|hr|span|div|a|ul|ol|li|sc|tt|sec|title|italic|bold|small|font|"
    "abstract|section|h[1-6]|inline-formula|tex-math|alternatives|xref|ext-link|inf|named-content|styled-content|sp|"
    "table|tr|td|th|tbody|thead|dl|dt|dd|blockquote|code|pre|img|roman|monospace|underline|label|abstracttext|"
    "math|mrow|mi|mo|mn|msub|msup|mfrac|msqrt|mtext|semantics|annotation|graphic|list|list-item|strike|s|center"
)
_TAG: Final = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]{{0,500}})?/?>", re.I)
_BLOCK_TAG: Final = re.compile(
    r"</?(?:jats:(?:p|sec|title|list|list-item)|p|br|hr|div|ul|ol|li|sec|title|h[1-6]|tr|td|th|table|dt|dd|blockquote|"
    r"abstract|section|abstracttext|list-item)(?:\s[^<>]{0,500})?/?>",
    re.I,
)
_JATS_HEADING: Final = re.compile(r"<(?:jats:)?title>\s*(?:abstract|summary)\s*</(?:jats:)?title>", re.I)
_SUPERSCRIPT: Final = re.compile(
    r"(?:(?<=[0-9)])|(?<=\b[A-Za-z]))<(?:jats:)?sup>\s*([-+\u2212]?\d+)\s*</(?:jats:)?sup>", re.I
)
_MOJIBAKE: Final = re.compile(
    "[\u00c2\u00c3\u00e2\u0102\u0413\u0432\u00d0\u00d1\u00ef\u00f0][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_PREFIX: Final = re.compile(
    r"(?:abstract|ABSTRACT|Abstract)\s*(?:[:.\u2014\u2013]|-\s)\s*(?=\S)|ABSTRACT\s+(?=[A-Z])|Abstract(?=[A-Z])|Abstract\s+(?="
    r"(?:We|The|This|These|In|An?|Our|Here|It|To|As|For|With|While|Although|Despite|There|Many|Most|Recent(?:ly)?|"
    r"Background|Objectives?|Introduction|Purpose|Aims?|Motivation|Context|Importance|Summary|Methods?|Results)\b)"
)
_RSS: Final = re.compile(r"arXiv:\S{1,30} Announce Type: \S{1,30}\s+Abstract:\s*")
_ESCHOLARSHIP: Final = re.compile(r"Author\(s\): .{0,2000}?\| Abstract: ")
_COPYRIGHT: Final = re.compile(
    r"(?:(?<=[.!?)\]\"])|(?<=\u201d))\s*(?:(?:Crown )?(?:Copyright|COPYRIGHT)\b[\s,:]*(?:\u00a9|\([cC]\)|[12]\d{3})"
    r"|\u00a9|\([cC]\)\s*(?:[12]\d{3}\b|Copyright\b)|\((?:PsycINFO|PsycInfo|APA PsycInfo) Database Record\b"
    r"|All rights reserved\b|This article is protected by copyright\b|Copyright of .{3,200} is the property of "
    r"|\[(?:ABSTRACT FROM (?:AUTHOR|PUBLISHER)|A(?:uthor|UTHOR) A(?:bstract|BSTRACT)"
    r"|(?:Authors?|Publisher)(?:'|\u2019)?s? abstract)\]).{0,650}$"
)
_RIGHTS: Final = (  # one of these stands in every such line
    *("\u00a9", "(c)", "(C)", "opyright", "OPYRIGHT", "AUTHOR]", "PUBLISHER]", "BSTRACT]", "bstract]"),
    *("rights reserved", "Database Record"),
)
_TAIL: Final = 750


def clean(text: str, *, latex: bool = True) -> str:
    """``text`` as one line: entities, tags, LaTeX, invisible characters and mojibake resolved, white space single."""
    if _is_plain(text):
        return text.strip()
    if _MOJIBAKE.search(text):
        text = _demojibaked(text)
    if "&" in text or "<" in text:
        text = _unmarked(text)
    if latex:
        text = plain(text)
    if not (text.isascii() and text.isprintable()):
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def clean_abstract(text: str, *, latex: bool = True) -> str:
    """An abstract, cleaned; without the word "Abstract" before it and the publisher's copyright line after it."""
    text = clean(_JATS_HEADING.sub("", text) if "<" in text else text, latex=latex)
    if text[:8].casefold() == "abstract":
        text = _PREFIX.sub("", text, count=1) if _PREFIX.match(text) else text
    elif text.startswith("Author(s): "):
        text = _ESCHOLARSHIP.sub("", text, count=1)
    elif text.startswith("arXiv:"):
        text = _RSS.sub("", text, count=1)
    end = text[-_TAIL:]
    if not any(sign in end for sign in _RIGHTS):  # a search for each is much quicker than one pattern for all
        return text
    tail = _COPYRIGHT.search(text, max(0, len(text) - _TAIL))
    return text[: tail.start()].rstrip() if tail else text


def _is_plain(text: str) -> bool:
    """Whether nothing stands in a text that cleaning might change: most texts, so this must be quick."""
    odd = "  " in text or "&" in text or "<" in text or "\\" in text or "$" in text
    return not odd and text.isascii() and text.isprintable()


def _unmarked(text: str) -> str:
    """Entities resolved (also those escaped twice) and known tags taken out; any other "<" stays what it is."""
    text = _entities(_entities(text))
    if "<" not in text:
        return text
    text = _SUPERSCRIPT.sub(r"^\1", _HIDDEN.sub(" ", text))
    return _TAG.sub("", _BLOCK_TAG.sub(" ", text))


def _entities(text: str) -> str:
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def _demojibaked(text: str) -> str:
    """UTF-8 once read as Latin-1 or Windows-1252, read rightly. Imported here: ftfy costs a start-up of its own."""
    import ftfy

    return ftfy.fix_encoding(text)
