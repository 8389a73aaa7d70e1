"""The formats: one visible list, in the order in which a file is asked whether it is of each."""

from typing import Final

from survey.dumps.atom import Atom
from survey.dumps.bibtex import Bibtex
from survey.dumps.endnote_tagged import EndNoteTagged
from survey.dumps.endnote_xml import EndNoteXml
from survey.dumps.jats import Jats
from survey.dumps.jsondocument import JsonDocument
from survey.dumps.jsonlines import JsonLines
from survey.dumps.medline import Medline
from survey.dumps.oai import Oai
from survey.dumps.parser import Parser
from survey.dumps.pubmed_text import PubmedText
from survey.dumps.pubmed_xml import PubmedXml
from survey.dumps.refworks import RefWorks
from survey.dumps.ris import Ris
from survey.dumps.table import Table
from survey.dumps.trending import Trending
from survey.dumps.wos import WebOfScience
from survey.dumps.xml_papers import XmlPapers
from survey.errors import DumpError

# From the most to the least telling beginning. A new format: one file, and one line here.
PARSERS: Final[list[Parser]] = [
    JsonLines(),
    JsonDocument(),
    Atom(),
    PubmedXml(),
    Oai(),
    EndNoteXml(),
    Jats(),
    XmlPapers(),
    Medline(),
    PubmedText(),
    WebOfScience(),
    EndNoteTagged(),
    RefWorks(),
    Ris(),
    Bibtex(),
    Table("tsv", "\t"),
    Table("csv", ",;|"),
    Trending(),
]


def register(parser: Parser) -> None:
    """Add a format. It is asked before all others; one of the same name is replaced."""
    PARSERS[:] = [parser, *(known for known in PARSERS if known.name != parser.name)]


def format_names() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(parser.name for parser in PARSERS))


def named(name: str) -> Parser:
    """The parser of this name; DumpError when there is none."""
    for parser in PARSERS:
        if parser.name == name:
            return parser
    raise DumpError(f"no format is called {name}", f"Formats: {', '.join(format_names())}.")


def recognised(head: str) -> Parser | None:
    """The first parser that knows ``head`` as its own; it is shown line ends as LF."""
    head = head.replace("\r\n", "\n").replace("\r", "\n")
    return next((parser for parser in PARSERS if parser.sniff(head)), None)
