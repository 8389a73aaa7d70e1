"""The dumps in examples/: real titles, abstracts in our own words that say nothing the real abstracts don't.

"Real" means the dumps in ../shared/dumps, read in place.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from survey.evidence import sentences

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
REAL_DUMPS = ROOT.parent / "shared" / "dumps"
BANNER = ("Get trending papers in your email inbox once a day!", "Get trending papers in your email inbox!")
GLUED = "Subscribe"
LONGEST_SHARED_RUN = 7  # words: beyond this a sentence counts as copied

# One number may be written as a word on one side and in digits on the other.
NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
}

Records = list[tuple[str, str]]


def read(path: Path) -> Records:
    """The (title, abstract) pairs of a dump, after asserting its layout line by line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    assert tuple(lines[:2]) == BANNER
    assert lines[2].startswith(GLUED)
    body = [lines[2].removeprefix(GLUED), *lines[3:]]
    assert len(body) % 2 == 0, "titles and abstracts take turns, and no line is left over"
    assert all(line and line == line.strip() for line in body)
    return list(zip(body[::2], body[1::2], strict=True))


@cache
def examples() -> tuple[Records, Records]:
    return read(EXAMPLES / "trending-1.txt"), read(EXAMPLES / "trending-2.txt")


@cache
def real_abstracts() -> dict[str, str]:
    dumps = sorted(REAL_DUMPS.glob("*.txt"))
    assert dumps, f"no dumps in {REAL_DUMPS}"
    return {title: abstract for dump in dumps for title, abstract in read(dump)}


def papers() -> dict[str, str]:
    return dict(examples()[0] + examples()[1])


def words(text: str) -> list[str]:
    """Lower-case words and numbers; hyphens part words, so that no run hides behind one."""
    return re.findall(r"[^\W_]+(?:[.,]\d+)*", text.casefold())


def longest_shared_run(text: str, other: str) -> list[str]:
    """The longest run of words that stands in both texts, by the usual table of common suffixes."""
    left, right = words(text), words(other)
    best: list[str] = []
    above = [0] * (len(right) + 1)
    for i, word in enumerate(left):
        row = [0] * (len(right) + 1)
        for j, candidate in enumerate(right):
            if word == candidate:
                row[j + 1] = above[j] + 1
                if row[j + 1] > len(best):
                    best = left[i + 1 - row[j + 1] : i + 1]
        above = row
    return best


def numbers(text: str) -> set[str]:
    """Numbers as written, with their per cent sign; the real dumps escape some of these signs as in TeX."""
    return set(re.findall(r"\d+(?:[.,]\d+)*%?", text.replace("\\%", "%")))


def number_words(text: str) -> set[str]:
    return {word for word in words(text) if word in NUMBER_WORDS}


def names(text: str) -> set[str]:
    """What looks like the name of a method, data set or measure: a capital or a digit beyond the first letter."""
    parts = re.findall(r"[^\W_]+", text)
    return {part for part in parts if not part.isdigit() and any(c.isupper() or c.isdigit() for c in part[1:])}


def test_each_file_holds_26_records_and_four_papers_stand_in_both() -> None:
    first, second = examples()
    assert (len(first), len(second)) == (26, 26)
    assert len(set(first)) == len(set(second)) == 26
    assert len(set(first) & set(second)) == 4
    assert len({title for title, _ in first + second}) == 48, "the four that overlap are identical in both"


def test_the_files_end_as_the_real_dumps_do() -> None:
    for path in (*EXAMPLES.glob("*.txt"), *REAL_DUMPS.glob("*.txt")):
        assert not path.read_bytes().endswith(b"\n"), path.name


def test_every_title_is_real() -> None:
    assert papers().keys() <= real_abstracts().keys()


@pytest.mark.parametrize("title", sorted(papers()))
def test_an_abstract_has_three_to_six_sentences(title: str) -> None:
    assert 3 <= len(sentences(papers()[title])) <= 6


@pytest.mark.parametrize("title", sorted(papers()))
def test_an_abstract_is_in_our_own_words(title: str) -> None:
    run = longest_shared_run(papers()[title], real_abstracts()[title])
    assert len(run) <= LONGEST_SHARED_RUN, " ".join(run)


@pytest.mark.parametrize("title", sorted(papers()))
def test_every_number_stands_in_the_real_abstract(title: str) -> None:
    ours, real = papers()[title], real_abstracts()[title]
    assert numbers(ours) <= numbers(real)
    in_digits = {word for word, digits in NUMBER_WORDS.items() if digits in numbers(real)}
    assert number_words(ours) <= number_words(real) | in_digits


@pytest.mark.parametrize("title", sorted(papers()))
def test_every_name_stands_in_the_real_record(title: str) -> None:
    assert names(papers()[title]) <= names(f"{title} {real_abstracts()[title]}")


def test_at_least_half_of_the_abstracts_report_numbers() -> None:
    # A name such as GPT-2 is no result: only percentages and numbers with a decimal point count here.
    with_results = [title for title, abstract in papers().items() if re.search(r"\d%|\b\d+\.\d", abstract)]
    assert len(with_results) >= len(papers()) / 2


@pytest.mark.parametrize(
    ("text", "other", "run"),
    [
        ("We propose a state-of-the-art method.", "It is a state of the art one.", "a state of the art"),
        ("gains 1.4 mAP", "improves by 1.4 mAP", "1.4 map"),
        ("gains 1.4 mAP", "gains 1.5 mAP", "gains"),
        ("nothing", "shared", ""),
    ],
)
def test_the_check_for_copied_runs_sees_through_hyphens_and_keeps_numbers_whole(
    text: str, other: str, run: str
) -> None:
    assert " ".join(longest_shared_run(text, other)) == run


def test_a_real_abstract_would_be_caught_as_copied() -> None:
    abstract = next(iter(real_abstracts().values()))
    assert longest_shared_run(abstract, abstract) == words(abstract)


def test_the_check_of_numbers_tells_a_percentage_from_a_count() -> None:
    assert numbers(r"10\% of 420,000") == {"10%", "420,000"}
    assert not numbers("10 papers") <= numbers("10% of papers")
