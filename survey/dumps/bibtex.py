"""BibTeX, as the ACL Anthology, PMLR, Scopus, ACM, DBLP, Zotero, Mendeley and others write it."""

import re
from collections.abc import Iterator
from typing import Final

from survey.dumps.content import Content
from survey.dumps.latex import without_braces
from survey.dumps.parser import Raw, Unusable

_ENTRY: Final = re.compile(r"(?:^[ \t]*|(?<=\})[ \t]*)@[ \t]*([A-Za-z]{3,40})\s*[{(]", re.M)
_KEY: Final = re.compile(r"\s*([^\s,={}\"]*)\s*,")
_NAME: Final = re.compile(r"[\s,]*([A-Za-z][\w:.+\-]*)\s*=\s*")
_BARE: Final = re.compile(r"[^\s,#{}()\"]+")
_JOINT: Final = re.compile(r"\s*#\s*")
_MONTHS: Final = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_ENTRY_LIMIT: Final = 2_000_000
_SHOWN: Final = 1000
_WITHIN: Final = 3
_WITHIN_LENGTH: Final = 100_000


class Bibtex:
    """Entries such as @article{key, title = {...}}; @string is resolved, @comment and @preamble are no records."""

    name = "bibtex"

    def sniff(self, head: str) -> bool:
        """An entry with a key and a field, or a @string, near the beginning."""
        return (
            re.search(
                r"(?m)^[ \t]*@[ \t]*[A-Za-z]{3,40}[ \t]*[{(]\s*[^\s,={}\"]*\s*[,=]\s*(?:[A-Za-z][\w-]*\s*=|[{\"])", head
            )
            is not None
        )

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each entry; one whose braces don't balance costs only itself."""
        text = content.text()
        strings: dict[str, str] = {}
        line, counted = 1, 0
        entry = _ENTRY.search(text)
        while entry:
            body, following = _body(text, entry)
            start = entry.end(0) - len(entry[0].lstrip())
            line, counted = line + text.count("\n", counted, start), start
            kind = entry[1].casefold()
            if kind == "string":
                strings.update(_fields(body, strings)[0])
            elif kind not in ("comment", "preamble"):
                yield _record(body, strings, line)
            entry = following


def _body(text: str, entry: re.Match[str]) -> tuple[str, re.Match[str] | None]:
    """What stands between an entry's opening and the next entry, and that next entry.

    What looks like an entry within a value that is closed only after it is none: an abstract may have a line "@home{".
    """
    following = _ENTRY.search(text, entry.end())
    body, after = text[entry.end() : following.start() if following else len(text)], following
    for _ in range(_WITHIN + 1):
        if not _fields(_unkeyed(body), {})[1]:
            return body, after
        if not after or after.start() - entry.end() > _WITHIN_LENGTH:
            break
        after = _ENTRY.search(text, after.end())
        body = text[entry.end() : after.start() if after else len(text)]
    return text[entry.end() : following.start() if following else len(text)], following


def _unkeyed(body: str) -> str:
    key = _KEY.match(body)
    return body[key.end() :] if key else body


def _record(body: str, strings: dict[str, str], line: int) -> Raw | Unusable:
    if len(body) > _ENTRY_LIMIT:
        return Unusable(line, f"a record of more than {_ENTRY_LIMIT:,} characters", body[:_SHOWN])
    fields, flaw = _fields(_unkeyed(body), strings)
    if flaw:
        return Unusable(line, flaw, body[:_SHOWN])
    return _raw(fields, line, body)


def _raw(fields: dict[str, str], line: int, body: str) -> Raw:
    def first(*names: str) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    def text(*names: str) -> str:
        return without_braces(first(*names))

    eprint = first("eprint", "arxivid", "arxiv")
    if "arxiv" in (fields.get("archiveprefix", "") + fields.get("eprinttype", "")).casefold():
        eprint = f"arXiv:{eprint}"
    title = ": ".join(filter(None, (text("title"), text("subtitle")))) or text("booktitle")
    return Raw(
        line=line,
        title=title,
        abstract=text("abstract", "abstractnote", "annote", "summary"),
        authors=_authors(first("author", "editor")),
        year=first("year", "date", "issue_date", "pubstate"),
        venue=text("journal", "journaltitle", "booktitle", "series", "howpublished", "school", "institution"),
        doi=_unescaped(first("doi") or first("url", "link", "ee", "note")),
        arxiv_id=_unescaped(f"{eprint} {first('url', 'ee')} {first('journal')} {_corr(first('volume'))}"),
        url=_unescaped(first("url", "link", "ee", "biburl", "howpublished")),
        text=body[:_SHOWN],
    )


def _corr(volume: str) -> str:
    """DBLP and Semantic Scholar give arXiv's number as a volume: abs/2401.12345."""
    return f"arXiv:{volume[4:]}" if volume.startswith("abs/") else ""


def _unescaped(text: str) -> str:
    return re.sub(r"\\([%&#_{}~])|[{}]", r"\1", text)


def _authors(text: str) -> tuple[str, ...]:
    """The names between "and"s outside braces."""
    names: list[str] = []
    words: list[str] = []
    depth = 0
    for word in text.split():
        if word.casefold() == "and" and depth <= 0:
            names.append(" ".join(words))
            words = []
        else:
            words.append(word)
            depth += word.count("{") - word.count("}")
    names.append(" ".join(words))
    return tuple(made for name in names if (made := " ".join(without_braces(name).split()).strip(" ,")))


def _fields(body: str, strings: dict[str, str]) -> tuple[dict[str, str], str]:
    """Field -> value as written, and what is wrong with the entry ("" for nothing)."""
    fields: dict[str, str] = {}
    at = 0
    while found := _NAME.match(body, at):
        value, at = _value(body, found.end(), strings)
        if at < 0:
            return fields, f"the braces or quotes of {found[1][:40]} don't balance"
        fields.setdefault(found[1].casefold(), " ".join(value.split()))
    return fields, ""


def _value(body: str, at: int, strings: dict[str, str]) -> tuple[str, int]:
    """The value that begins at ``at``, its parts joined where # joins them, and where it ends; -1 when it doesn't."""
    parts = []
    while True:
        mark = body[at : at + 1]
        if mark in ("{", '"') and mark:
            end = _closing(body, at)
            if end < 0:
                return "", -1
            parts.append(body[at + 1 : end])
            at = end + 1
        elif bare := _BARE.match(body, at):
            word = bare[0].casefold()
            parts.append(bare[0] if word.isdigit() or word in _MONTHS else strings.get(word, bare[0]))
            at = bare.end()
        joint = _JOINT.match(body, at)
        if not joint:
            return "".join(parts), at
        at = joint.end()


_PAIRED: Final = (re.compile(r"[{}\"]"), re.compile(r"\\.|[{}\"]", re.S))


def _closing(body: str, at: int) -> int:
    """Where the brace or quote that opens at ``at`` closes: by BibTeX's rule, else with escaped braces not counted."""
    opening = body[at]
    for marks in _PAIRED:
        depth = 0
        for mark in marks.finditer(body, at + 1):
            if mark[0] == "{":
                depth += 1
            elif mark[0] == "}":
                if depth == 0 and opening == "{":
                    return mark.start()
                depth = max(0, depth - 1)
            elif mark[0] == '"' and opening == '"' and depth == 0 and body[mark.start() - 1] != "\\":
                return mark.start()
    return -1
