"""PubMed's text of abstracts ("Save, Format: Abstract (text)"): numbered citations whose parts have no tags."""

import re
from collections.abc import Iterator
from typing import Final

from survey.dumps.content import Content, CutLine
from survey.dumps.parser import Raw, Unusable

_RECORD_LIMIT: Final = 2_000_000
_SHOWN: Final = 1000
_FIRST: Final = re.compile(r"(\d{1,7})(?:\.|:) (?=\S)")
_CITED: Final = re.compile(r"\d{1,7}(?:\.|:) \S[^\n]{2,300}?\b(?:1[89]|20)\d\d\b")
_ID: Final = re.compile(r"(?:DOI|PMCID|PMID): ?\S")
_PMID: Final = re.compile(r"PMID: ?(\d+)")
_YEAR: Final = re.compile(r"\.\s+((?:1[89]|20)\d\d)\b")
_AUTHORS: Final = re.compile(r"[^\n:]{0,80}?\b[A-Z][A-Za-z]{0,3}\b(?:\(\d+\))*(?:, |[.;]|$)")
_MARKS: Final = re.compile(r"\((?:\d+|#)\)")
# What stands between authors and abstract, or after it, and is neither.
_ASIDE: Final = re.compile(
    r"Author information:|Collaborators|(?:Comment|Erratum|Update|Summary|Republished|Corrected|Original|Retraction|"
    r"Expression|Reprint|Cited|Associated|Dataset)[a-z ]{0,30} (?:in|on|of|from|for|with)\b|\[(?:Article|Indexed) in |"
    r"Conflict of interest statement|(?:Copyright )?\u00a9|\([cC]\) ?\d|Copyright\b|Published by |"
    r"This article is (?:protected|a U\.S\.)|"
    r"(?:Trial registration number|DOI|PMCID|PMID|Publication Types?|MeSH Terms?|Substances):"
)


class PubmedText:
    """A numbered citation, then blocks between blank lines: title, authors, addresses, abstract, identifiers."""

    name = "pubmed-text"

    def sniff(self, head: str) -> bool:
        """It begins with a numbered citation, and a PubMed number stands on a line of its own further on."""
        text = head.lstrip()
        return _CITED.match(text) is not None and re.search(r"(?m)^PMID: ?\d+", text) is not None

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each citation."""
        return (_made(number, lines) for number, lines in _citations(content.lines()))


def _citations(lines: Iterator[str]) -> Iterator[tuple[int, list[str]]]:
    """Each citation's first line number and its lines; one begins after the last one's numbers, or two blank lines."""
    began, kept, size, numbered, blanks = 0, list[str](), 0, False, 2
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            blanks += 1
            kept += [""] if kept and kept[-1] else []  # one parts two blocks as well as a million do
            continue
        if _FIRST.match(line) and blanks and (numbered or blanks > 1):
            if any(kept):
                yield began, kept
            began, kept, size, numbered = number, [], 0, False
        if size <= _RECORD_LIMIT:
            kept.append(line if isinstance(line, CutLine) else line.rstrip())
            size += len(line)
        began, blanks = began or number, 0
        numbered = numbered or _ID.match(line) is not None
    if any(kept):
        yield began, kept


def _made(number: int, lines: list[str]) -> Raw | Unusable:
    if any(isinstance(line, CutLine) for line in lines) or sum(map(len, lines)) > _RECORD_LIMIT:
        return Unusable(number, f"a record of more than {_RECORD_LIMIT:,} characters", "\n".join(lines)[:_SHOWN])
    citation, *blocks = _blocks(lines)
    citation = _FIRST.sub("", citation, count=1)
    title, *rest = blocks or [""]
    authors = rest[0] if rest and _AUTHORS.match(rest[0]) and not _ASIDE.match(rest[0]) else ""
    numbers = " ".join(block for block in rest if _ID.match(block))
    year, pmid = _YEAR.search(citation), _PMID.search(numbers)
    return Raw(
        line=number,
        title=title,
        abstract=" ".join(block for block in rest[bool(authors) :] if not _ASIDE.match(block)),
        authors=tuple(name for part in _MARKS.sub("", authors).rstrip(" .").split(",") if (name := part.strip())),
        year=year[1] if year else citation,
        venue=citation.split(". ")[0].rstrip("."),
        doi=f"{numbers} {citation}",
        url=f"https://pubmed.ncbi.nlm.nih.gov/{pmid[1]}/" if pmid else "",
        text=" ".join([citation, *blocks])[:_SHOWN],
    )


def _blocks(lines: list[str]) -> list[str]:
    """What stands between blank lines, each block on one line."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line.strip())
        else:
            blocks.append([])
    return [" ".join(block) for block in blocks if block]
