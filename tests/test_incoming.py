"""What a refresh takes in of new dumps: what was seen before is known again, what was taken out stays out."""

import json
from pathlib import Path

import pytest
from conftest import EPOCH

from survey.build import build_survey
from survey.document import Survey
from survey.dumps import Dump, read_dumps
from survey.history import Dropped
from survey.refreshing.incoming import Incoming, incoming
from survey.settings import Settings

TITLES = ("Masked autoencoders for pebbles", "Contrastive views of rivers", "Diffusion of sand")
Record = dict[str, str]


def record(title: str, **more: str) -> Record:
    return {"title": title, "abstract": f"We present {title.lower()} and measure it on a benchmark of ours.", **more}


def dumped(path: Path, *records: Record) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return path


KNOWN = tuple(record(title) for title in TITLES)
REFUSED: Record = {"title": "Only a title", "abstract": ""}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """Three papers and a record that was refused."""
    here = tmp_path_factory.mktemp("incoming")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return build_survey([dumped(here / "first.jsonl", *KNOWN, REFUSED)], Settings(cache=here / "cache"))


def came(survey: Survey, *dumps: Path, **refused: str) -> Incoming:
    return incoming(survey, read(*dumps), refused)


def read(*dumps: Path) -> tuple[Dump, ...]:
    return read_dumps(list(dumps)).dumps


def titles(found: Incoming) -> list[str]:
    return [paper.title for paper in found.records]


def test_the_same_records_in_another_order_or_place_are_known(survey: Survey, tmp_path: Path) -> None:
    again = dumped(tmp_path / "again.jsonl", REFUSED, *reversed(KNOWN))
    part = dumped(tmp_path / "part.jsonl", KNOWN[1])
    found = came(survey, again, part)
    assert found == Incoming(("again.jsonl", "part.jsonl"), (), (), ())


def test_the_same_file_is_known_though_a_record_of_it_was_merged_away(tmp_path: Path) -> None:
    """Of a copy cut short no text is left in the survey; the file's hash is."""
    cut = KNOWN[0] | {"abstract": KNOWN[0]["abstract"][:-10]}
    dump = dumped(tmp_path / "first.jsonl", *KNOWN, cut)
    built = build_survey([dump], Settings(cache=tmp_path / "cache"))
    assert len(built.papers) == 3
    again = tmp_path / "renamed.jsonl"
    again.write_bytes(dump.read_bytes())
    assert came(built, again).seen == ("renamed.jsonl",)


def test_a_dump_that_holds_anything_new_is_taken_in_as_a_whole(survey: Survey, tmp_path: Path) -> None:
    """Its known records are met by the papers that are there; its account is of all its records."""
    longer = KNOWN[0] | {"abstract": KNOWN[0]["abstract"] + " It is also fast."}
    for n, new in enumerate((record("Glaciers in motion"), longer, {"title": "Another title alone", "abstract": ""})):
        found = came(survey, dumped(tmp_path / f"new{n}.jsonl", *KNOWN[1:], new))
        assert found.seen == ()
        assert [(dump.read, len(dump.papers) + len(dump.rejected)) for dump in found.dumps] == [(3, 3)]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("10.1000/xyz", {"doi": "10.1000/XYZ"}),
        ("2401.00001", {"arxiv_id": "2401.00001"}),
        ("glaciers in motion", {}),
    ],
)
def test_a_paper_may_be_kept_out_by_any_of_its_names(survey: Survey, tmp_path: Path, name: str, given: Record) -> None:
    wanted, unwanted = record("Deserts at rest"), record("Glaciers in motion", **given)
    found = came(survey, dumped(tmp_path / "new.jsonl", wanted, unwanted), **{name: "retracted, by list.txt"})
    assert titles(found) == ["Deserts at rest"]
    (kept_out,) = found.rejected
    assert (kept_out.reason, kept_out.text) == ("retracted, by list.txt", "Glaciers in motion")
    assert kept_out.source.record == 2


def test_what_was_taken_out_before_stays_out_with_its_reason(survey: Survey, tmp_path: Path) -> None:
    paper = survey.papers[0]
    gone = Dropped(
        key=paper.key, number=paper.number, title=paper.title, abstract=paper.abstract, reason="retracted, by list.txt"
    )
    without = survey.model_copy(update={"papers": survey.papers[1:], "dropped": (gone,)})
    back = dumped(tmp_path / "back.jsonl", record(paper.title), record("Glaciers in motion"))
    found = came(without, back)
    assert titles(found) == ["Glaciers in motion"]
    assert [one.reason for one in found.rejected] == ["dropped before: retracted, by list.txt"]
    assert came(without, dumped(tmp_path / "alone.jsonl", record(paper.title))).seen == ("alone.jsonl",)


def test_dumps_of_one_name_are_told_apart_however_many_come(survey: Survey, tmp_path: Path) -> None:
    paths = []
    for n in range(2):
        (tmp_path / str(n)).mkdir()
        paths.append(dumped(tmp_path / str(n) / "first.jsonl", record(f"Glaciers in motion, part {n}")))
    names = [dump.name for dump in read(*paths)]
    one = came(survey, paths[0])
    assert [dump.name for dump in one.dumps] == ["first.jsonl (refresh 1)"]
    assert {paper.sources[0].dump for paper in one.records} == {"first.jsonl (refresh 1)"}
    both = came(survey, *paths)
    found = [dump.name for dump in both.dumps]
    assert len({*found, "first.jsonl"}) == 3, names
    assert [paper.sources[0].dump for paper in both.records] == found


def test_refusals_stand_in_reading_order(survey: Survey, tmp_path: Path) -> None:
    one = dumped(tmp_path / "b.jsonl", record("Glaciers in motion"), {"title": "First title alone", "abstract": ""})
    other = dumped(tmp_path / "a.jsonl", {"title": "Second title alone", "abstract": ""}, record("Deserts at rest"))
    found = came(survey, one, other, **{"glaciers in motion": "on request", "deserts at rest": "on request"})
    places = [(one.source.dump, one.source.record) for one in found.rejected]
    assert places == [("b.jsonl", 1), ("b.jsonl", 2), ("a.jsonl", 1), ("a.jsonl", 2)]
