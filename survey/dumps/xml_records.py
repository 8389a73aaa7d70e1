"""XML dumps, record by record.

Each record's text is cut out and parsed alone: no entity is ever defined, and damage costs one record.
"""

import html
import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, Final, Protocol, cast

from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable

_RECORD_LIMIT: Final = 4_000_000
_SHOWN: Final = 1000
_TAG_LENGTH: Final = 200
_ENTITY: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_OWN: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element_texts(content: Content, *tags: str) -> Iterator[tuple[int, str | Unusable]]:
    """Each element of one of these tags (any prefix), as text, with its first line; an overlong one as Unusable."""
    opening = re.compile(rf"<(?:[\w.-]+:)?(?:{'|'.join(tags)})(?=[\s>])")
    closing = re.compile(rf"</(?:[\w.-]+:)?(?:{'|'.join(tags)})\s*>")
    buffer, at, line = "", 0, 1
    for block in chain(content.blocks(), [""]):
        buffer, at = buffer[at:] + block, 0
        while start := opening.search(buffer, at):
            line, at = line + buffer.count("\n", at, start.start()), start.start()
            if not (end := closing.search(buffer, start.end())):
                break
            yield line, buffer[at : end.end()]
            line, at = line + buffer.count("\n", at, end.end()), end.end()
        if not start:
            kept = max(at, len(buffer) - _TAG_LENGTH)
            line, at = line + buffer.count("\n", at, kept), kept
        elif not block:
            yield line, Unusable(line, "the file breaks off within a record", buffer[at : at + _SHOWN])
        elif len(buffer) - at > _RECORD_LIMIT:
            yield line, Unusable(line, f"a record of more than {_RECORD_LIMIT:,} characters", buffer[at : at + _SHOWN])
            at = start.end()


class Element(Protocol):
    """What is used of an lxml element."""

    tag: Any
    text: str | None
    tail: str | None

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator["Element"]: ...

    def get(self, name: str, default: str = "") -> str:
        """An attribute's value."""
        ...

    def iterdescendants(self) -> Iterator["Element"]:
        """Every element within, in the document's order."""
        ...


def parsed(text: str) -> Element | None:
    """The element that ``text`` holds, damage mended where it can be; None where it can't."""
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    text = _UNWRITABLE.sub("", _ENTITY.sub(_named_entity, text))
    try:
        return cast("Element | None", etree.fromstring(text.encode("utf-8", "ignore"), parser))
    except etree.XMLSyntaxError:
        return None


def _named_entity(found: re.Match[str]) -> str:
    if found[1] in _XML_OWN:
        return found[0]
    character = html.unescape(found[0])
    return found[0].replace("&", "&amp;") if character == found[0] else character


def local(element: Element) -> str:
    """An element's tag without its namespace or prefix."""
    tag = element.tag
    return re.split(r"[}:]", tag)[-1] if isinstance(tag, str) else ""


def children(element: Element, *path: str) -> list[Element]:
    """The elements reached from ``element`` by the local names of ``path``; "**" before a name means at any depth."""
    found = [element]
    deep = False
    for name in path:
        if name == "**":
            deep = True
            continue
        found = [c for e in found for c in (e.iterdescendants() if deep else e) if local(c) == name]
        deep = False
    return found


def text_of(element: Element) -> str:
    """All the text within an element; sub- and superscripts keep their tags, for the cleaning to decide."""
    parts = [element.text or ""]
    for child in element:
        inner = text_of(child) if len(child) else child.text or ""
        parts.append(f"<sup>{inner}</sup>" if local(child) in ("sup", "superscript") else inner)
        parts.append(child.tail or "")
    return "".join(parts)


def texts(element: Element, *path: str) -> list[str]:
    """The texts, stripped, of the elements at ``path`` that hold any."""
    return [text for child in children(element, *path) if (text := text_of(child).strip())]


def first(element: Element, *path: str) -> str:
    """The first text at ``path``, or ""."""
    return next(iter(texts(element, *path)), "")


def xml_records(
    content: Content, tags: tuple[str, ...], made: Callable[[Element, int], Raw | Unusable]
) -> Iterator[Raw | Unusable]:
    """A record for each element of one of ``tags``, made by ``made``."""
    for line, text in element_texts(content, *tags):
        if isinstance(text, Unusable):
            yield text
            continue
        element = parsed(text)
        if element is None:
            yield Unusable(line, "not readable as XML", text[:_SHOWN])
        else:
            yield made(element, line)
