"""A trending page with all that stands on it beside titles and abstracts."""

import random
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from raw_reading import DUMPS

from survey.dumps import Dump, read_dumps

Papers = list[tuple[str, str]]
BANNER = ["Get trending papers in your email inbox once a day!", "Get trending papers in your email inbox!"]
NAMES = "Rana Liu, Dora van Adler, J. Novák and Ann Old"


def real_papers() -> Papers:
    """Titles and abstracts of the two real dumps, by counting lines."""
    found: Papers = []
    for path in sorted(DUMPS.iterdir()):
        lines = path.read_text("utf-8").rstrip("\n").split("\n")[2:]
        lines[0] = lines[0].removeprefix("Subscribe")
        found += zip(lines[::2], lines[1::2], strict=True)
    return found


REAL = real_papers()


def read(tmp_path: Path, content: str) -> Dump:
    path = tmp_path / "page.txt"
    path.write_text(content, "utf-8")
    (dump,) = read_dumps([path]).dumps
    assert dump.format == "trending"
    return dump


def page(blocks: list[str]) -> str:
    return "\n".join([*BANNER, f"Subscribe{blocks[0]}", *blocks[1:]]) + "\n"


def _hugging_face(n: int, title: str, abstract: str) -> str:
    return (
        f"Submitted by\nuser-{n}\n{title}\n{abstract}\n\u00b7\n{2 + n % 9} authors\n\u00b7\n"
        f"Published on Aug {1 + n % 28}, 2025\nUpvote\n{n * 7 % 130}\nGitHub\n{n * 13 % 99 / 10:.1f}k\narXiv Page"
    )


FURNISHED: dict[str, Callable[[int, str, str], str]] = {
    "all that the site shows": _hugging_face,
    "date": lambda n, t, a: f"{t}\n{a}\nPublished on Aug {1 + n % 28}, 2025",
    "date between": lambda n, t, a: f"{t}\nSubmitted on {1 + n % 28} March 2025\n{a}",
    "bare date": lambda n, t, a: f"2025-08-{1 + n % 28:02}\n{t}\n{a}",
    "upvotes": lambda n, t, a: f"{t}\n{a}\nUpvote\n{n * 7 % 130}",
    "stars": lambda n, t, a: f"{t}\n{a}\n\u2b50 {n}.{n % 10}k",
    "repository": lambda n, t, a: f"{t}\n{a}\nGitHub {n * 17}",
    "authors": lambda n, t, a: f"{t}\n{NAMES}\n{a}",
    "authors with a heading": lambda n, t, a: f"{t}\nAuthors: R. Liu, D. Adler\n{a}",
    "number": lambda n, t, a: f"{n}\n{t}\n{a}",
    "number before the title": lambda n, t, a: f"{n}. {t}\n{a}",
    "number in brackets": lambda n, t, a: f"[{n}] {t}\n{a}",
    "heading": lambda n, t, a: f"## {t}\n\n{a}\n",
    "bold": lambda n, t, a: f"**{t}**\n{a}\n",
    "link": lambda n, t, a: f"[{t}](https://arxiv.org/abs/2501.{n:05})\n{a}\n",
    "bullet": lambda n, t, a: f"- {t}\n  {a}\n",
    "rule": lambda n, t, a: f"{t}\n{a}\n---",
    "address": lambda n, t, a: f"{t}\nhttps://arxiv.org/abs/2501.{n:05}\n{a}",
    "labels": lambda n, t, a: f"Title: {t}\nAbstract: {a}",
    "a heading over the abstract": lambda n, t, a: f"{t}\nAbstract\n{a}",
    "tab": lambda n, t, a: f"\t{t}\n\t{a}",
}


@pytest.mark.parametrize("name", FURNISHED)
def test_furniture_is_no_part_of_a_paper(name: str, tmp_path: Path) -> None:
    dump = read(tmp_path, page([FURNISHED[name](n, *paper) for n, paper in enumerate(REAL[:120], start=1)]))
    assert [(p.title, p.abstract) for p in dump.papers] == REAL[:120]
    assert not dump.rejected
    if name == "authors":
        assert {p.authors for p in dump.papers} == {("Rana Liu", "Dora van Adler", "J. Novák", "Ann Old")}


def test_lines_of_titles_and_abstracts_are_counted_with_the_furniture(tmp_path: Path) -> None:
    content = page([FURNISHED["date"](n, *paper) for n, paper in enumerate(REAL[:10], start=1)])
    assert [p.sources[0].line for p in read(tmp_path, content).papers] == list(range(3, 33, 3))


def test_what_comes_once_may_be_a_title(tmp_path: Path) -> None:
    papers = [("2024", REAL[0][1]), ("Code", REAL[1][1]), ("Deep Trees, Wide Forests", REAL[2][1]), *REAL[3:8]]
    assert [p.title for p in read(tmp_path, page([f"{t}\n{a}" for t, a in papers])).papers] == [t for t, _ in papers]


def test_wrapped_lines_that_look_like_furniture_stay(tmp_path: Path) -> None:
    abstract = REAL[0][1] + " With\nauthors propose\nmodels\nand 3\ncode\nfor it."
    content = page([f"{t}\n{a}" for t, a in [(REAL[0][0], abstract), *REAL[1:40]]])
    assert read(tmp_path, content).papers[0].abstract.endswith("With authors propose models and 3 code for it.")


WRAPPED = (
    "date",
    "upvotes",
    "stars",
    "repository",
    "number",
    "a heading over the abstract",
    "rule",
    "all that the site shows",
)


def squeezed(papers: Papers) -> set[tuple[str, str]]:
    """Without blanks and hyphens, which wrapping may have moved."""
    return {("".join(t.split()).replace("-", ""), "".join(a.split()).replace("-", "")) for t, a in papers}


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(
    seed=st.integers(0, 10_000),
    width=st.sampled_from([0, 0, 64, 70, 72, 76, 80, 88, 100, 120, 132, 160]),
    furniture=st.sampled_from(["none", *sorted(FURNISHED)]),
    blank=st.booleans(),
    banner=st.booleans(),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_any_layout_of_real_papers(
    tmp_path_factory: pytest.TempPathFactory, seed: int, width: int, furniture: str, blank: bool, banner: bool, end: str
) -> None:
    papers = random.Random(seed).sample(REAL, 40)
    plain = furniture == "none" or (width and furniture not in WRAPPED)

    def laid(n: int, title: str, abstract: str) -> str:
        if width:
            title, abstract = (textwrap.fill(text, width, break_on_hyphens=False) for text in (title, abstract))
        block = f"{title}\n{abstract}" if plain else FURNISHED[furniture](n, title, abstract)
        return block + "\n" * blank

    blocks = [laid(n, *paper) for n, paper in enumerate(papers, start=1)]
    content = page(blocks) if banner else "\n".join(blocks)
    path = tmp_path_factory.mktemp("layout") / "page.txt"
    path.write_bytes(content.replace("\n", end).encode())
    (dump,) = read_dumps([path], format="trending").dumps
    found = [(p.title, p.abstract) for p in dump.papers]
    if not width:
        assert found == papers
    assert len(squeezed(found) & squeezed(papers)) >= 38  # of 40; wrapping may hide where a title ends
