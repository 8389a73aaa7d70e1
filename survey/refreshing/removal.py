"""Papers taken out of a survey: by key, or because a list says that they were retracted."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from survey.document import DumpAccount, ListedPaper, Survey
from survey.errors import SettingsError
from survey.history import Dropped
from survey.papers import Merge, Paper, Rejection, normalised_title
from survey.refreshing.incoming import identifiers

_PREFIX = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*|https?://arxiv\.org/abs/|arxiv:\s*)", re.IGNORECASE)
_COLUMNS = ("key", "doi", "originalpaperdoi", "arxiv_id", "arxiv", "title")
ON_REQUEST = "on request"


def refused_papers(keys: Iterable[str], lists: Sequence[Path]) -> dict[str, str]:
    """Why a paper is to be taken out, by each identifier in ``keys`` and in retraction ``lists``.

    A list holds one key, DOI, arXiv id or title a line (# starts a comment), or is a CSV table with a header that has a
    column of one of these, as the Retraction Watch database does. Raises SettingsError for a list that can't be read.
    """
    reasons = {_identifier(key): ON_REQUEST for key in keys}
    for path in lists:
        reasons |= dict.fromkeys(_listed(path), f"retracted, by {path.name}")
    return reasons


def _listed(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise SettingsError(f"The retraction list {path} can't be read: {error.strerror}.", "Check its path.") from None
    header = [name.strip().casefold() for name in next(csv.reader(io.StringIO(text)), [])]
    columns = [n for n, name in enumerate(header) if name in _COLUMNS]
    if columns:
        rows = list(csv.reader(io.StringIO(text)))[1:]
        found = [row[n] for row in rows for n in columns if n < len(row)]
    else:
        found = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    return [_identifier(name) for name in found if name.strip()]


def _identifier(text: str) -> str:
    """A key, DOI or arXiv id in one spelling; a title (it has white space) as titles are compared."""
    plain = _PREFIX.sub("", text.strip()).casefold()
    return normalised_title(plain) if " " in plain else plain


@dataclass(frozen=True, slots=True)
class Removal:
    """The papers taken out, and the account without them: each of their records is now a rejection."""

    dropped: tuple[Dropped, ...]
    papers: tuple[ListedPaper, ...]
    dumps: tuple[DumpAccount, ...]
    merged: tuple[Merge, ...]
    rejected: tuple[Rejection, ...]


def removed(survey: Survey, reasons: Mapping[str, str], keys: Iterable[str]) -> Removal:
    """``survey`` without the papers that ``reasons`` name by an identifier.

    Raises SettingsError when one of ``keys``, which the user typed, names no paper of the survey.
    """
    gone = [(p, why) for p in survey.papers if (why := _reason(p, reasons))]
    _check(keys, gone, survey)
    dropped = {paper.key: _dropped(paper, why) for paper, why in gone}
    merges = [merge for merge in survey.merged if merge.kept in dropped]
    merged_at = {(merge.source.dump, merge.source.record) for merge in merges}
    rejections = [_rejection(merge.title, dropped[merge.kept].reason, merge) for merge in merges]
    papers_gone: dict[str, int] = {}
    for paper, why in gone:
        source = next(s for s in paper.sources if (s.dump, s.record) not in merged_at)
        rejections.append(Rejection(f"dropped: {why}", paper.title[:200], source))
        papers_gone[source.dump] = papers_gone.get(source.dump, 0) + 1
    return Removal(
        dropped=tuple(dropped.values()),
        papers=tuple(paper for paper in survey.papers if paper.key not in dropped),
        dumps=tuple(_account(dump, papers_gone.get(dump.name, 0), merges) for dump in survey.dumps),
        merged=tuple(merge for merge in survey.merged if merge.kept not in dropped),
        rejected=_in_order(survey, (*survey.rejected, *rejections)),
    )


def _reason(paper: Paper, reasons: Mapping[str, str]) -> str | None:
    return next((reasons[name] for name in identifiers(paper) if name in reasons), None)


def _check(keys: Iterable[str], gone: Sequence[tuple[ListedPaper, str]], survey: Survey) -> None:
    known = {name for paper, _ in gone for name in identifiers(paper)}
    known |= {name for paper in survey.dropped for name in identifiers(paper)}
    if unknown := [key for key in keys if _identifier(key) not in known]:
        what = f"No paper of this survey has the key, DOI, arXiv id or title {unknown[0]!r}."
        raise SettingsError(what, "references.bib and `survey render DIR --to csv` show the keys.")


def _dropped(paper: ListedPaper, why: str) -> Dropped:
    same = {name: getattr(paper, name) for name in ("key", "number", "title", "abstract", "doi", "arxiv_id")}
    return Dropped(**same, reason=why)


def _rejection(title: str, why: str, merge: Merge) -> Rejection:
    return Rejection(f"dropped: {why}", title[:200], merge.source)


def _account(dump: DumpAccount, papers: int, merges: Iterable[Merge]) -> DumpAccount:
    merged = sum(merge.source.dump == dump.name for merge in merges)
    counts = {
        "papers": dump.papers - papers,
        "merged": dump.merged - merged,
        "rejected": dump.rejected + papers + merged,
    }
    return dump.model_copy(update=counts)


def _in_order(survey: Survey, rejected: Iterable[Rejection]) -> tuple[Rejection, ...]:
    place = {dump.name: n for n, dump in enumerate(survey.dumps)}
    return tuple(sorted(rejected, key=lambda r: (place[r.source.dump], r.source.record)))
