"""What every format's parser gives and takes: the Parser protocol, and the records that come out of one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from survey.dumps.content import Content


@dataclass(frozen=True, slots=True)
class Raw:
    """One record as its format gives it, before any cleaning; "" stands for what the format doesn't give.

    ``line`` is the record's first line, from 1, in the decompressed file. ``year`` may be any text that holds a year,
    ``doi``, ``arxiv_id`` and ``url`` any text that holds one. ``text`` is how the record stood in the dump (its first
    200 characters are shown when it has to be rejected and has no title). ``latex`` says
    whether LaTeX in title and abstract is to be made plain text.
    """

    line: int
    title: str = ""
    abstract: str = ""
    authors: tuple[str, ...] = ()
    year: str = ""
    venue: str = ""
    doi: str = ""
    arxiv_id: str = ""
    url: str = ""
    text: str = ""
    latex: bool = True


@dataclass(frozen=True, slots=True)
class Unusable:
    """A record that could not be read: where it starts, why, and its first characters."""

    line: int
    reason: str
    text: str = ""


class Parser(Protocol):
    """One format. A new one is a file with a class like this, and a line in ``registry.PARSERS``."""

    @property
    def name(self) -> str:
        """The format's name, as ``--format`` takes it."""
        ...

    def sniff(self, head: str) -> bool:
        """Whether ``head``, the first characters of a file (decoded, without a byte order mark), is of this format."""
        ...

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """Every record of the dump in its order: each one is yielded, those that can't be read as Unusable."""
        ...
