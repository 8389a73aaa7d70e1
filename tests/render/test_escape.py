"""Escaping: no markup comes out of hostile text, and what a reader sees is the text as it stands in the dump.

Markdown is read by markdown-it with raw HTML, tables, strikethrough and bare addresses all switched on: what that most
lenient reader takes for plain text, others do too.
"""

import html
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from survey.render import escape

READER = MarkdownIt("commonmark", {"html": True, "linkify": True, "typographer": False}).enable(
    ["table", "linkify", "strikethrough"]
)
HOSTILE = (
    "##",
    "###### heading",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- -->",
    "<![CDATA[x]]>",
    "<?php ?>",
    "<b",
    "</p>",
    "&lt;b&gt;",
    "&#60;",
    "&amp;",
    "![x](http://e.org/x.png)",
    "[x](javascript:alert(1))",
    "[x][1]",
    "[1]: http://e.org",
    "[x]",
    "<http://e.org>",
    "<me@e.org>",
    "http://e.org/a_b",
    "HTTPS://e.org",
    "ftp://e.org",
    "mailto:me@e.org",
    "me@example.org",
    "www.example.org",
    "//example.org",
    "example.com/path",
    "e.org",
    "`code`",
    "``",
    "```\nfence\n```",
    "~~~",
    "~~x~~",
    "*x*",
    "**x**",
    "_x_",
    "__x__",
    "# x",
    "#x",
    "> x",
    "- x",
    "+ x",
    "* x",
    "1. x",
    "1) x",
    "---",
    "===",
    "***",
    "a | b",
    "|---|---|",
    "    code",
    "\tcode",
    "\\",
    "\\<b>",
    "\\\\<b>",
    "$x$",
    "$$x$$",
    "{{ x }}",
    ":smile:",
    "@user",
    "\u2028",
    "\x0b",
    "\x00",
    "\u202e",
    "a\nb",
    "a\n\nb",
    "a\n===",
    "a\r\nb",
    "[^1]",
    "[^1]: note",
    ": x",
    "- [ ] x",
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*HOSTILE, " ", "x", "1", "."]), max_size=6).map("".join),
    st.text(alphabet="<>[]()!\\`*_~|#+-=.:/@&;$w \n\t1ahtps", max_size=40),
)
PLACES = {
    "a paragraph": "{}",
    "a list": "- {}",
    "a numbered list": "1. {}",
    "a heading": "## {}",
    "emphasis": "- before *{}.* after",
    "a table": "| Paper | What |\n|---|---|\n| x {} y | {} |",
    "quotes": "- line: “{}”",
    "a link": "[{}](#t1)",
}


def tokens(markdown: str) -> Iterator[Token]:
    for token in READER.parse(markdown):
        yield token
        yield from token.children or ()


def shape(markdown: str) -> list[str]:
    """The kinds of all tokens but text: what the document is built of."""
    texts = {"text", "text_special", "softbreak"}
    return [f"{token.type}:{token.attrGet('href') or ''}" for token in tokens(markdown) if token.type not in texts]


def seen(markdown: str) -> str:
    """The text that a reader of the rendered page sees, white space folded."""
    collected = Seen()
    collected.feed(READER.render(markdown))
    return " ".join("".join(collected.text).split())


class Seen(HTMLParser):
    """The text of a page, and its tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_no_structure(place: str, text: str) -> None:
    pattern = PLACES[place]
    filled = pattern.replace("{}", escape.markdown(f"a {text}"))
    assert shape(filled) == shape(pattern.replace("{}", "a plain text"))
    at_start = pattern.replace("{}", escape.markdown(text) or "plain")
    assert shape(at_start) == shape(pattern.replace("{}", "plain"))


@pytest.mark.parametrize("place", PLACES)
@given(text=TEXTS)
@settings(max_examples=150)
def test_any_text_changes_no_structure(place: str, text: str) -> None:
    pattern = PLACES[place]
    filled = pattern.replace("{}", escape.markdown(text) or "plain")
    assert shape(filled) == shape(pattern.replace("{}", "plain"))


@given(text=TEXTS)
@settings(max_examples=300)
def test_what_a_reader_sees_is_the_text_itself(text: str) -> None:
    whole = f"x {text} x"
    assert seen(f"- {escape.markdown(whole)}") == " ".join(whole.replace("\x00", "\ufffd").split())


@given(first=TEXTS, second=TEXTS)
@settings(max_examples=150)
def test_two_texts_beside_one_another_make_no_markup(first: str, second: str) -> None:
    joined = f"- [[3](#ref-3)] *{escape.markdown(first) or 'x'}.* {escape.markdown(second)}"
    assert shape(joined) == shape("- [[3](#ref-3)] *x.* y")


@given(text=TEXTS)
def test_a_page_holds_no_tag_of_the_texts(text: str) -> None:
    parsed = Seen()
    parsed.feed(f'<p title="{escape.page(text)}">{escape.page(text)}</p>')
    assert parsed.tags == ["p"]
    assert html.unescape(escape.page(text)) == text
    assert '"' not in escape.page(text)
    assert "'" not in escape.page(text)


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//e.org", "http://", "https:e.org", ""),
        *(" http://e.org", "vbscript:x", "HTTP ://x"),
    ],
)
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    assert escape.link(url) == ""


@given(rest=TEXTS)
@example(rest=") <script>")
@example(rest='" onclick="x')
@settings(max_examples=200)
def test_a_link_ends_where_the_program_says(rest: str) -> None:
    target = escape.link(f"https://e.org/{rest}")
    assert shape(f"[link]({target})")[2:4] == [f"link_open:{READER.normalizeLink(target)}", "link_close:"]
    assert target.isascii()
    assert target.isprintable()
    parsed = Seen()
    parsed.feed(f'<a href="{escape.page(target)}">x</a>')
    assert parsed.tags == ["a"]
