"""The trending-page text: the two real dumps, as they are and as a person or a mail program may have left them."""

import random
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from raw_reading import DUMPS

from survey.dumps import Dump, read_dumps

Papers = list[tuple[str, str]]
COUNTS = {"000_ad8421741e4429bf.txt": 215, "001_d73312246b9bfe46.txt": 237}
BANNER = ["Get trending papers in your email inbox once a day!", "Get trending papers in your email inbox!"]


def lines_of(name: str) -> list[str]:
    """A dump's lines below its banner, the word "Subscribe" still glued to the first."""
    lines = (DUMPS / name).read_text("utf-8").rstrip("\n").split("\n")
    assert lines[:2] == BANNER
    return lines[2:]


def papers_of(name: str) -> Papers:
    """Titles and abstracts, by counting lines."""
    lines = [lines_of(name)[0].removeprefix("Subscribe"), *lines_of(name)[1:]]
    return list(zip(lines[::2], lines[1::2], strict=True))


def read(tmp_path: Path, content: str | bytes) -> Dump:
    """The one dump that ``content`` makes."""
    path = tmp_path / "page.txt"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (dump,) = read_dumps([path]).dumps
    assert dump.format == "trending"
    assert dump.read == len(dump.papers) + len(dump.rejected)
    return dump


def pairs(dump: Dump) -> Papers:
    return [(paper.title, paper.abstract) for paper in dump.papers]


@pytest.mark.parametrize("name", COUNTS)
def test_the_real_dumps_give_their_papers_untouched(name: str) -> None:
    (dump,) = read_dumps([DUMPS / name]).dumps
    assert (dump.read, len(dump.papers), len(dump.rejected)) == (COUNTS[name], COUNTS[name], 0)
    assert pairs(dump) == papers_of(name)
    assert [p.sources[0].line for p in dump.papers] == list(range(3, 3 + 2 * COUNTS[name], 2))
    assert [p.sources[0].record for p in dump.papers] == list(range(1, COUNTS[name] + 1))


def test_both_dumps_hold_427_distinct_papers() -> None:
    both = read_dumps([DUMPS])
    assert len({paper.key for dump in both.dumps for paper in dump.papers}) == 427


def _wrapped(width: int) -> Callable[[list[str]], str]:
    return lambda lines: "\n".join(textwrap.fill(line, width) for line in lines)


def _with_blanks(lines: list[str]) -> str:
    chance = random.Random(4)
    return "\n".join(line + "\n" * chance.choice([0, 0, 1, 2]) for line in lines)


def _sentences_apart(lines: list[str]) -> str:
    return "\n".join(re.sub(r"(?<=[a-z]\.) (?=[A-Z])", "\n", line) for line in lines)


def _in_two_paragraphs(lines: list[str]) -> str:
    def halved(line: str) -> str:
        ends = [m.start() for m in re.finditer(r"(?<=[a-z]\.) (?=[A-Z])", line)]
        return line if not ends else f"{line[: ends[len(ends) // 2]]}\n\n{line[ends[len(ends) // 2] + 1 :]}"

    return "\n".join(map(halved, lines))


LAYOUTS: dict[str, Callable[[list[str]], str | bytes]] = {
    "CR LF and a byte order mark": lambda lines: b"\xef\xbb\xbf" + "\r\n".join(lines).encode(),
    "UTF-16": lambda lines: "\n".join(lines).encode("utf-16"),
    "banner missing": lambda lines: "\n".join(lines[2:]),
    "banner and Subscribe missing": lambda lines: "\n".join([lines[2].removeprefix("Subscribe"), *lines[3:]]),
    "Subscribe on its own line": lambda lines: "\n".join([*lines[:2], "Subscribe", lines[2][9:], *lines[3:]]),
    "every line double-spaced": lambda lines: "\n\n".join(lines),
    "blank lines here and there": _with_blanks,
    "blank lines between papers": lambda lines: "\n".join(x + "\n" * (i % 2) for i, x in enumerate(lines)),
    "wrapped at 80": _wrapped(80),
    "wrapped at 80, abstracts only": lambda lines: "\n".join(
        textwrap.fill(x, 80) if i % 2 else x for i, x in enumerate(lines)
    ),
    "wrapped at 80, blank lines between": lambda lines: "\n\n".join(textwrap.fill(line, 80) for line in lines),
    "wrapped at 80, words kept whole": lambda lines: "\n".join(
        textwrap.fill(line, 80, break_on_hyphens=False, break_long_words=False) for line in lines
    ),
    "a sentence to a line": _sentences_apart,
    "abstracts in two paragraphs": _in_two_paragraphs,
}


@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_another_layout_gives_the_same_papers(name: str, layout: str, tmp_path: Path) -> None:
    dump = read(tmp_path, LAYOUTS[layout]([*BANNER, *lines_of(name)]))
    assert pairs(dump) == papers_of(name)
    assert not dump.rejected


@pytest.mark.parametrize("width", [60, 72, 100, 120])
@pytest.mark.parametrize("name", COUNTS)
def test_other_widths_lose_hardly_a_paper(name: str, width: int, tmp_path: Path) -> None:
    dump = read(tmp_path, _wrapped(width)([*BANNER, *lines_of(name)]))
    assert len(set(pairs(dump)) & set(papers_of(name))) >= 0.99 * COUNTS[name]


def test_two_dumps_joined_end_to_end(tmp_path: Path) -> None:
    joined = "".join((DUMPS / name).read_text("utf-8").rstrip("\n") + "\n" for name in COUNTS)
    assert pairs(read(tmp_path, joined)) == [pair for name in COUNTS for pair in papers_of(name)]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("SubscribeACAM-KD: A Title of Some Length", "ACAM-KD: A Title of Some Length"),
        ("Subscribe to Everything: Notification Fatigue in Social Networks", None),
        ("SubscribeSubscribe to Everything: Notification Fatigue", "Subscribe to Everything: Notification Fatigue"),
        ("Subscribers and Their Habits: A Study of Newsletters", None),
        ("Subscribe3D Scenes from One Image", "3D Scenes from One Image"),
        ("SubscribegRPC under Load: A Measurement", "gRPC under Load: A Measurement"),
    ],
)
def test_only_the_glued_word_is_taken_off(first: str, title: str | None, tmp_path: Path) -> None:
    abstract = lines_of("000_ad8421741e4429bf.txt")[1]
    dump = read(tmp_path, "\n".join([*BANNER, first, abstract, "Subscribe Buttons and Trust in Design", abstract]))
    assert [p.title for p in dump.papers] == [title or first, "Subscribe Buttons and Trust in Design"]


def test_a_title_without_an_abstract_is_rejected_with_its_line(tmp_path: Path) -> None:
    lines = lines_of("000_ad8421741e4429bf.txt")
    text = [*BANNER, *lines[:4], "A Last Title That Nobody Wrote an Abstract For"]
    dump = read(tmp_path, "\n".join(text))
    assert len(dump.papers) == 2
    (rejection,) = dump.rejected
    assert (rejection.reason, rejection.text, rejection.source.line) == ("no abstract", text[-1], 7)


def test_a_title_without_an_abstract_in_the_middle_costs_only_itself(tmp_path: Path) -> None:
    lines = [*BANNER, *lines_of("001_d73312246b9bfe46.txt")]
    orphan = "Weights That Nobody Saw Coming: A Study of Silent Failure"
    dump = read(tmp_path, "\n".join([*lines[:22], orphan, *lines[22:]]))
    assert len(dump.papers) == 237
    assert [(r.reason, r.text, r.source.line) for r in dump.rejected] == [("no abstract", orphan, 23)]


def test_an_abstract_whose_title_is_lost_costs_only_itself(tmp_path: Path) -> None:
    lines = [*BANNER, *lines_of("001_d73312246b9bfe46.txt")]
    dump = read(tmp_path, "\n".join([*lines[:22], *lines[23:]]))
    assert len(dump.papers) >= 235


@pytest.mark.parametrize(
    "path",
    [
        *sorted(Path(__file__).parents[2].glob("*.md")),
        *sorted(Path(__file__).parents[2].glob("docs/*.md")),
        Path(__file__),
        DUMPS.parent / "STYLE.md",
        DUMPS.parent / "CONTRACT.md",
        DUMPS.parent / "data" / "README.md",
        DUMPS.parent / "data" / "formats" / "medline" / "LICENSE-biopython.txt",
    ],
    ids=lambda path: str(path.name),
)
def test_other_text_is_no_dump(path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((DUMPS / "000_ad8421741e4429bf.txt").read_bytes())
    (tmp_path / "other.txt").write_bytes(path.read_bytes())
    reading = read_dumps([tmp_path])
    assert [Path(s.path).name for s in reading.skipped] == ["other.txt"]
