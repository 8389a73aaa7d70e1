"""What markup a finished survey holds: any that the program did not make itself is a fault, in words."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

ACCOUNT = "Where every record went"
"""The heading of the account."""

_OWN_HTML = re.compile(r'<a id="(?:ref-\d+|m\d+|t\d+|trust|results)"></a>')
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_OTHER_HTML = re.compile(r"<[A-Za-z/!?]")
_OTHER_LINK = re.compile(r"\]\((?!#|https?://[^\s()]+\))|\]\[[^\]]|^ {0,3}\[[^\]]+\]:", re.MULTILINE)
_ACCOUNT = re.compile(rf"^## {re.escape(ACCOUNT)}$.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_IMAGE = re.compile(r"!\[")
_OUTSIDE = re.compile(r"https?://\w")
_TAGS = frozenset(
    "html head meta title link style script body header nav main section div span p h1 h2 h3 dl dt dd ul ol li details "
    "summary a small strong mark cite q button table caption thead tbody tr th td label input output code meter".split()
)
_REQUESTS = frozenset("src srcset style action formaction ping background poster data".split())


def without_account(markdown: str) -> str:
    """survey.md without the section that says where each record went: naming a paper there is no citation of it."""
    return _ACCOUNT.sub("", markdown)


def markdown_faults(markdown: str) -> Iterator[str]:
    """HTML, links and images in survey.md that the program did not make."""
    rest = _ESCAPED.sub("", _OWN_HTML.sub("", markdown))
    for name, pattern in (("HTML", _OTHER_HTML), ("a link", _OTHER_LINK), ("an image", _IMAGE)):
        if found := pattern.search(rest):
            yield f"survey.md holds {name} that the program did not make: {rest[found.start() : found.start() + 60]!r}"


def page_faults(html: str) -> Iterator[str]:
    """Tags and attributes in survey.html that the program does not make, and what would ask a host for anything."""
    page = _Page(html)
    yield from (f"survey.html holds {name} that the program did not make" for name in page.foreign)
    for name, times in (("script", page.tags["script"]), ("style", page.tags["style"])):
        if times != 1:
            yield f"survey.html holds {times} {name} elements instead of one"
    if not page.policy.startswith("default-src 'none';"):
        yield "survey.html has no Content-Security-Policy that forbids requests"


def dangling(html: str) -> Iterator[str]:
    """Citations and links of survey.html that lead to nothing on the page."""
    page = _Page(html)
    yield from (f"survey.html leads to #{place}, which isn't there" for place in sorted(page.targets - set(page.ids)))
    yield from (f"survey.html has the place #{place} {n} times" for place, n in page.ids.items() if n > 1)


class _Page(HTMLParser):
    """A page's tags, its places, where its links lead, and what is foreign in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.targets: set[str] = set()
        self.foreign: list[str] = []
        self.policy = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        if tag not in _TAGS:
            self.foreign.append(f"<{tag}>")
        for name, value in attrs:
            self._attribute(tag, name, value or "")
        given = dict(attrs)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given.get("content") or ""

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name == "id":
            self.ids[value] += 1
        elif name == "popovertarget" or (name == "href" and value.startswith("#")):
            self.targets.add(value.removeprefix("#"))
        elif name in _REQUESTS or name.startswith("on"):
            self.foreign.append(f'<{tag} {name}="…">')
        elif name == "href" and not (_OUTSIDE.match(value) if tag == "a" else value == "data:,"):
            self.foreign.append(f"<{tag}> that leads to {value[:60]!r}")

    def handle_comment(self, data: str) -> None:
        self.foreign.append(f"the comment {data[:40]!r}")
