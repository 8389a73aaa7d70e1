"""HTML built safe by its types: a str is text and is escaped, only Html is markup, and only this module makes it."""

from collections.abc import Iterable

from survey.render.escape import page

_VOID = frozenset({"meta", "input", "link"})
_OPTIONAL = str | int | float | bool | None


class Html(str):
    """Markup that the program made."""

    __slots__ = ()


Part = str | Html | Iterable["Part"]
"""What an element may hold: text, markup, or several of these."""


def tag(name: str, /, *content: Part, **attributes: _OPTIONAL) -> Html:
    """One element. ``class_`` stands for class, ``data_x`` for data-x.

    An attribute that is True stands alone; one that is None or False is left out.
    """
    given = "".join(
        _attribute(key, value) for key, value in attributes.items() if value is not None and value is not False
    )
    return Html(f"<{name}{given}>" if name in _VOID else f"<{name}{given}>{joined(content)}</{name}>")


def inline(name: str, text: str) -> Html:
    """A style or script element: its text is the program's own, is no markup, and stands as it is."""
    return Html(f"<{name}>{text}</{name}>")


def joined(parts: Part, between: str = "") -> Html:
    """Several parts as one, with the text ``between`` them."""
    if isinstance(parts, Html):
        return parts
    if isinstance(parts, str):
        return Html(page(parts))
    return Html(page(between).join(joined(part) for part in parts))


def _attribute(key: str, value: _OPTIONAL) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{page(str(value))}"'
