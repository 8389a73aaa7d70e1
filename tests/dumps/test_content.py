"""Bytes made text: line ends, byte order marks, encodings, bounds."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.dumps import content as content_module
from survey.dumps.content import Bounded, Content, CutLine, TooLarge


def content(data: bytes) -> Content:
    return Content(lambda: io.BytesIO(data))


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", []),
        (b"a", ["a"]),
        (b"a\nb\n", ["a", "b"]),
        (b"a\r\nb\r\n", ["a", "b"]),
        (b"a\rb\rc", ["a", "b", "c"]),
        (b"a\r\n\rb\nc", ["a", "b", "c"]),  # a stray CR is no line of its own where LF ends lines
        (b"\n\na\n\n", ["", "", "a", ""]),
        (b"\xef\xbb\xbfa\nb", ["a", "b"]),
        (b"\xef\xbb\xbf\nb", ["", "b"]),
        ("a\u2028b\x0bc\x85d\ne".encode(), ["a\u2028b\x0bc\x85d", "e"]),  # what str.splitlines() would split
    ],
)
def test_lines(data: bytes, lines: list[str]) -> None:
    assert list(content(data).lines()) == lines


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(codec: str) -> None:
    text = "Title of the paper\nÉtude des chênes, naïve\nthird line of this\n"
    dump = content(text.encode(codec))
    assert list(dump.lines()) == text.split("\n")[:-1]
    assert dump.text() == "".join(dump.blocks()) == dump.head == text


@pytest.mark.parametrize("name", ["ISO-8859-1", "windows-1251", "gb2312", "utf-16", "no-such-encoding"])
def test_an_xml_declaration_is_believed_where_it_can_be_true(name: str) -> None:
    text = f'<?xml version="1.0" encoding="{name}"?><a>plain text</a>'
    assert content(text.encode("ascii")).text() == text


def test_a_declared_encoding_is_used() -> None:
    text = '<?xml version="1.0" encoding="windows-1251"?><a>Рост</a>'
    assert content(text.encode("cp1251")).text() == text


def test_bytes_that_are_no_utf_8_are_windows_1252() -> None:
    assert content("naïve – “so”".encode("cp1252")).text() == "naïve – “so”"
    assert content("é".encode() + b"\x93 and \x81 the rest of it").text() == "é\u201c and \x81 the rest of it"


def test_a_character_cut_by_the_end_of_the_head_is_no_reason_to_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_module, "HEAD_BYTES", 101)
    dump = content("é".encode() * 200)
    assert dump.codec == "utf-8"
    assert dump.text() == "é" * 200


def test_an_overlong_line_is_cut_and_the_next_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_module, "LINE_LIMIT", 10)
    found = list(content(b"short\n" + b"x" * 35 + b"\nnext\n" + b"y" * 10 + b"\nend").lines())
    assert found == ["short", "x" * 10, "next", "y" * 10, "end"]
    assert [isinstance(line, CutLine) for line in found] == [False, True, False, True, False]


def test_a_document_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_module, "DOCUMENT_LIMIT", 100)
    assert content(b"x" * 100).text() == "x" * 100
    with pytest.raises(TooLarge, match="more than 100 characters"):
        content(b"x" * 101).text()


def test_a_stream_that_grows_too_far_or_breaks_ends_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_module, "_BOMB_FLOOR", 1000)
    troubles: list[str] = []
    assert len(io.BufferedReader(Bounded(lambda: io.BytesIO(b"x" * 999), 5, troubles)).read()) == 999
    assert troubles == []
    assert len(io.BufferedReader(Bounded(lambda: io.BytesIO(b"x" * 99_999), 5, troubles), 100).read()) <= 1000
    assert troubles == ["it unpacks to more than 100 times its size"]

    io.BufferedReader(Bounded(lambda: io.BytesIO(b"x"), 5, troubles)).close()  # unread: there is nothing to let go of
    opened = io.BytesIO(b"x" * 50)
    with io.BufferedReader(Bounded(lambda: opened, 5, troubles)) as reader:
        reader.read(1)
    assert opened.closed

    def refuse() -> io.BytesIO:
        raise NotImplementedError("an unknown method of compression")

    assert io.BufferedReader(Bounded(refuse, 5, troubles)).read() == b""
    assert troubles[-1] == "the file is damaged (an unknown method of compression)"


@given(st.binary(max_size=300))
def test_any_bytes_give_the_same_text_by_lines_and_as_a_whole(data: bytes) -> None:
    dump = content(data)
    whole = dump.text()
    joined = "".join(line.replace("\r", "") for line in dump.lines())
    assert joined == whole.lstrip("\ufeff").replace("\r", "").replace("\n", "")
