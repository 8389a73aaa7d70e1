"""The end of the page: reported results, papers not discussed, the account, the references, the scorecard."""

from collections.abc import Iterator

from survey.document import ListedPaper
from survey.markup import ACCOUNT
from survey.render.html_body import Body, table
from survey.render.html_cite import outside
from survey.render.tags import Html, Part, joined, tag
from survey.render.view import View
from survey.render.wording import RESULT_COLUMNS, RESULTS, limits_of_trust, result_cells, share, trust_rows
from survey.scorecard import statements
from survey.words import counted, listed

_MOST_AUTHORS = 6


def back_matter(view: View, body: Body) -> Iterator[Part]:
    """The sections behind the last topic, in their order."""
    yield _reported(view, body)
    yield _undiscussed(view)
    yield _account(view)
    yield _references(view)
    yield _trust(view)


def _reported(view: View, body: Body) -> Part:
    if not view.reported:
        return ""
    rows = []
    for paper, result in view.reported:
        data, measure, value, baseline = (tag("td", cell or "–") for cell in result_cells(result, paper.title))
        rows.append(tag("tr", data, measure, value, body.paper_cell(paper.key, [result]), baseline))
    return tag(
        "section",
        tag("h2", "Reported results"),
        tag("p", RESULTS),
        _filter("results-table", "Find a measure, a data set or a paper", len(rows), "results"),
        table("Reported results", RESULT_COLUMNS, rows, class_="results-table"),
        id="results",
    )


def _filter(what: str, label: str, whole: int, noun: str) -> Html:
    """A search field, shown only where the page's script runs."""
    field = tag("input", type="search", id=f"find-{what}", data_filter=what, autocomplete="off", spellcheck="false")
    count = tag("output", f"{whole} {noun}", for_=f"find-{what}", data_noun=noun)
    return tag("p", tag("label", label, for_=f"find-{what}"), " ", field, " ", count, class_="filter", hidden=True)


def _undiscussed(view: View) -> Part:
    missed = view.survey.scorecard.papers_uncited
    if not missed:
        return ""
    items = (
        tag("li", _inner(view.papers[entry.key]), " ", tag("cite", view.papers[entry.key].title), ": ", entry.reason)
        for entry in missed
    )
    return tag("section", tag("h2", "Papers not discussed"), tag("ul", *items), id="undiscussed")


def _inner(paper: ListedPaper) -> Html:
    return tag("a", f"[{paper.number}]", href=f"#ref-{paper.number}")


def _account(view: View) -> Html:
    survey = view.survey
    rows = (
        tag("tr", tag("th", dump.name, scope="row"), tag("td", dump.format),
            *(tag("td", str(n), class_="count") for n in (dump.read, dump.papers, dump.merged, dump.rejected)))
        for dump in survey.dumps
    )  # fmt: skip
    merged = [
        tag("li", tag("cite", m.title), f" ({m.source.dump}, line {m.source.line})",
            (" into ", _inner(view.papers[m.kept])) if m.kept in view.papers else "", ": ", m.reason)
        for m in survey.merged
    ]  # fmt: skip
    rejected = [
        tag("li", f"{r.source.dump}, line {r.source.line}: {r.reason}", f": “{r.text}”" if r.text.strip() else "")
        for r in survey.rejected
    ]
    return tag(
        "section",
        tag("h2", ACCOUNT),
        table(ACCOUNT, ("Dump", "Format", "Read", "Papers", "Merged", "Rejected"), rows),
        _folded(f"{counted(len(merged), 'record')} merged, as the same paper again", merged),
        _folded(f"{counted(len(rejected), 'record')} rejected", rejected),
        id="account",
    )


def _folded(summary: str, items: list[Html]) -> Part:
    return tag("details", tag("summary", summary), tag("ul", *items)) if items else ""


def _references(view: View) -> Html:
    items = (_reference(view, paper) for paper in view.listed)
    return tag(
        "section",
        tag("h2", "References"),
        _filter("reference-list", "Find a paper", len(view.listed), "papers"),
        tag("ol", *items, class_="reference-list"),
        id="references",
    )


def _reference(view: View, paper: ListedPaper) -> Html:
    topic = view.topics[paper.topic]
    found = "; ".join(f"{source.dump}, line {source.line}" for source in paper.sources)
    where = ", ".join(str(part) for part in (paper.venue, paper.year) if part)
    parts: tuple[Part, ...] = (
        tag("cite", paper.title),
        tag("span", _authors(paper), class_="authors") if paper.authors else "",
        f"{where}." if where else "",
        joined(outside(paper), " "),
        tag("span", "In ", tag("a", topic.name, href=f"#{topic.id}"), f". {found}.", class_="origin"),
    )
    line = joined([joined(part) for part in parts if joined(part)], " ")
    return tag("li", line, _abstract(view, paper), value=paper.number, id=f"ref-{paper.number}")


def _authors(paper: ListedPaper) -> str:
    if len(paper.authors) > _MOST_AUTHORS:
        return f"{', '.join(paper.authors[:_MOST_AUTHORS])} et al."
    return f"{listed(paper.authors).rstrip('.')}."


def _abstract(view: View, paper: ListedPaper) -> Part:
    if not paper.abstract:
        return tag("p", "Title only: no abstract was given.")
    text = tag("p", _marked(paper.abstract, _quotes(view, paper.key)), id=f"abs-{paper.number}")
    return tag("details", tag("summary", "Abstract"), text)


def _quotes(view: View, key: str) -> set[str]:
    record = view.survey.records.get(key)
    own = {quote for statement in (statements(record) if record else ()) for quote in statement.quotes}
    return own | view.quoted.get(key, set())


def _marked(text: str, quotes: set[str]) -> Html:
    """The text with every quoted sentence marked, overlapping ones as one."""
    inside = [False] * (len(text) + 1)
    for quote in quotes:
        start = text.find(quote)
        if quote and start >= 0:
            inside[start : start + len(quote)] = [True] * len(quote)
    parts, start = [], 0
    for end in range(1, len(text) + 1):
        if end == len(text) or inside[end] != inside[start]:
            parts.append(tag("mark", text[start:end]) if inside[start] else text[start:end])
            start = end
    return joined(parts)


def _trust(view: View) -> Html:
    survey, run = view.survey, view.survey.run
    rows = (
        tag("tr", tag("th", name, scope="row"), tag("td", str(count), class_="count"),
            tag("td", str(whole), class_="count"), tag("td", _meter(count, whole), class_="count"))
        for name, count, whole in trust_rows(survey.scorecard)
    )  # fmt: skip
    left = [tag("li", f"{one.paper or one.topic} (question {one.question}): {one.reason}") for one in survey.left_out]
    last = (
        f"The last run: {counted(run.calls, 'call')}, {counted(run.cached, 'answer')} from the cache, "
        f"{counted(run.tokens_in + run.tokens_out, 'token')}, {counted(run.rejected_answers, 'answer')} refused, "
        f"{counted(run.retried, 'call')} tried again."
    )
    return tag(
        "section",
        tag("h2", "How far to trust this survey"),
        tag("p", "Counted by code from the finished survey; ", tag("code", "survey check"), " counts again."),
        table("Scorecard", ("What was counted", "Count", "Of", "Share"), rows, class_="trust"),
        (tag("h3", "Left out"), tag("ul", *left)) if left else "",
        tag("p", limits_of_trust(view.survey)),
        tag("p", last, class_="about"),
        id="trust",
    )


def _meter(count: int, whole: int) -> Part:
    shown = share(count, whole)
    return (tag("meter", value=count, max=whole or 1, aria_hidden="true"), " ", shown)
