"""XML that is none of the known formats, but whose elements are named like a paper's fields."""

import re
from collections.abc import Iterator

from survey.dumps.content import Content
from survey.dumps.fields import fields_named
from survey.dumps.objects import raw_of_object
from survey.dumps.parser import Raw, Unusable
from survey.dumps.xml_records import Element, local, text_of, xml_records

_TAGS = ("paper", "result", "item", "doc", "record", "publication", "document", "inproceedings")
_DEPTH = 6
_FOLLOWING = tuple(
    re.compile(rf"<(?:[\w-]{{1,20}}:)?(?:{names})[\s>]", re.I)
    for names in ("|".join(_TAGS), "(?:article)?title", "abstract(?:text)?|description|summary")
)


class XmlPapers:
    """The ACL Anthology, Europe PMC, RSS, and anything whose records have a title and an abstract."""

    name = "xml"

    def sniff(self, head: str) -> bool:
        """XML in which an element that may be a record, a title and an abstract follow one another."""
        if not re.match(r"\s*<", head):
            return False
        at = 0
        for element in _FOLLOWING:
            found = element.search(head, at)
            if not found:
                return False
            at = found.end()
        return True

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each element that may be one."""
        return xml_records(content, _TAGS, _raw)


def _raw(element: Element, line: int) -> Raw:
    return raw_of_object(as_object(element), line, text_of(element))


def as_object(element: Element, depth: int = 0) -> dict[str, object]:
    """An element's children by name, those of one name as a list: texts, or such objects again."""
    found: dict[str, object] = {}
    for child in element:
        name = local(child)
        known = {field for field, _ in fields_named(name)} & {"title", "abstract"}
        value = as_object(child, depth + 1) if len(child) and not known and depth < _DEPTH else text_of(child).strip()
        if name in found:
            before = found[name]
            found[name] = [*before, value] if isinstance(before, list) else [before, value]
        elif name:
            found[name] = value
    return found
