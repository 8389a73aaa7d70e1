"""Papers taken out of a survey: which a list means, and an account that still adds up."""

from pathlib import Path

import pytest

from survey.document import ListedPaper, Survey
from survey.errors import SettingsError
from survey.refreshing.removal import ON_REQUEST, refused_papers, removed


@pytest.fixture
def survey(small_survey: Survey) -> Survey:
    """The survey of examples/, its first papers with identifiers."""
    first, second, *rest = small_survey.papers
    named = (
        _with(first, doi="10.1000/ABC.1", arxiv_id="2401.00001"),
        _with(second, doi="10.1000/other"),
    )
    return small_survey.model_copy(update={"papers": (*named, *rest)})


def _with(paper: ListedPaper, **fields: str) -> ListedPaper:
    known = {name: getattr(paper, name) for name in ListedPaper.__dataclass_fields__}
    return ListedPaper(**{**known, **fields})


def listed(path: Path, text: str) -> dict[str, str]:
    path.write_text(text, encoding="utf-8")
    return refused_papers((), [path])


def gone(survey: Survey, reasons: dict[str, str]) -> list[str]:
    return [one.key for one in removed(survey, reasons, ()).dropped]


# --- which papers a list means ---


@pytest.mark.parametrize(
    "line",
    [
        "10.1000/abc.1",
        "https://doi.org/10.1000/ABC.1",
        "http://dx.doi.org/10.1000/abc.1",
        "DOI: 10.1000/abc.1 ",
        "2401.00001",
        "arXiv:2401.00001",
        "https://arxiv.org/abs/2401.00001",
        "{key}",
        "  {title}  ",
        "{TITLE}",
        "{dashed}",
    ],
)
def test_a_paper_is_named_by_any_of_its_identifiers(survey: Survey, tmp_path: Path, line: str) -> None:
    paper = survey.papers[0]
    text = line.format(key=paper.key, title=paper.title, TITLE=paper.title.upper(), dashed=f"“{paper.title}.”")
    assert gone(survey, listed(tmp_path / "list.txt", f"# a comment\n\n{text}\n")) == [paper.key]
    assert gone(survey, refused_papers([text], ())) == [paper.key]


@pytest.mark.parametrize(
    "table",
    [
        "DOI\n10.1000/abc.1\n10.1000/other\n",
        "\ufeffRecord ID,Title,OriginalPaperDOI,Reason\n1,Some title,10.1000/abc.1,Fraud\n2,,10.1000/other,Error\n",
        "reason,key\nfraud,{0}\nerror,{1}\n",
        "arxiv,doi\n2401.00001,\n,10.1000/other\nshort row\n",
    ],
    ids=["one column", "Retraction Watch", "keys", "several columns"],
)
def test_a_table_is_read_by_the_columns_it_names(survey: Survey, tmp_path: Path, table: str) -> None:
    keys = [paper.key for paper in survey.papers[:2]]
    reasons = listed(tmp_path / "watch.csv", table.format(*keys))
    assert gone(survey, reasons) == keys
    assert set(reasons.values()) == {"retracted, by watch.csv"}


def test_a_comment_names_nobody(survey: Survey, tmp_path: Path) -> None:
    assert gone(survey, listed(tmp_path / "list.txt", f"# {survey.papers[0].key}\n  #{survey.papers[1].key}\n")) == []


def test_a_list_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"missing\.txt can't be read"):
        refused_papers((), [tmp_path / "missing.txt"])


# --- what is left ---


def test_without_some_papers_the_account_still_adds_up(survey: Survey) -> None:
    merged = {merge.kept for merge in survey.merged}
    twice = next(paper for paper in survey.papers if paper.key in merged)
    once = next(paper for paper in survey.papers if paper.key not in merged)
    left = removed(survey, refused_papers([twice.key, once.key], ()), [twice.key])
    assert {one.key: (one.number, one.reason) for one in left.dropped} == {
        paper.key: (paper.number, ON_REQUEST) for paper in (twice, once)
    }
    assert [paper.key for paper in left.papers] == [paper.key for paper in survey.papers if paper not in (twice, once)]
    assert not any(merge.kept == twice.key for merge in left.merged)
    sources = {source for paper in (twice, once) for source in paper.sources}
    new = [rejection for rejection in left.rejected if rejection not in survey.rejected]
    assert {rejection.source for rejection in new} == sources
    assert len(new) == len(sources), "each record is refused once"
    assert {rejection.reason for rejection in new} == {f"dropped: {ON_REQUEST}"}
    for before, after in zip(survey.dumps, left.dumps, strict=True):
        assert after.read == before.read == after.papers + after.merged + after.rejected
        assert after.merged == sum(merge.source.dump == after.name for merge in left.merged)
        assert after.rejected == sum(one.source.dump == after.name for one in left.rejected)
    places = [(one.source.dump, one.source.record) for one in left.rejected]
    order = {dump.name: n for n, dump in enumerate(survey.dumps)}
    assert places == sorted(places, key=lambda place: (order[place[0]], place[1])), "in reading order"


def test_a_key_that_the_user_typed_must_name_a_paper_but_a_list_need_not(survey: Survey) -> None:
    with pytest.raises(SettingsError, match="'no-such-key'"):
        removed(
            survey, refused_papers([survey.papers[0].key, "no-such-key"], ()), [survey.papers[0].key, "no-such-key"]
        )
    assert removed(survey, {"no-such-key": "retracted"}, ()).dropped == ()


def test_a_paper_taken_out_before_may_be_named_again(survey: Survey) -> None:
    """The same command twice is no error."""
    key = survey.papers[0].key
    left = removed(survey, refused_papers([key], ()), [key])
    after = survey.model_copy(update={"papers": left.papers, "dropped": left.dropped})
    assert removed(after, refused_papers([key], ()), [key]).dropped == ()
