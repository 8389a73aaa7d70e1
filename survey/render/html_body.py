"""The body of the page: overview, themes and topics, each statement with its citations."""

import re
from collections.abc import Iterable, Iterator, Sequence

from survey.claims import Claim
from survey.document import ThemeSection, TopicSection
from survey.lines import PaperLine
from survey.records import Record, Statement
from survey.render.halves import halves
from survey.render.html_cite import Citations
from survey.render.recurrence import across_words, theme_words
from survey.render.tags import Html, Part, joined, tag
from survey.render.view import View, row_title, short_title
from survey.render.wording import (
    BEHIND_FINDINGS,
    DATA,
    HEADINGS,
    MOST_SHARED,
    NO_CELLS,
    OPEN,
    SHARED_DATA,
    TOLD_ABOVE,
    TOUCHING,
    about,
    divided,
    lead_words,
    open_places,
    papers_heading,
    shortcomings,
    told_above,
    without_cells,
)
from survey.words import counted, ended

_MARKS = {"added": "New", "reworded": "Changed", "extended": "Changed"}
_MOST_RECURRING = 12


class Body:
    """The sections of the page that are about papers."""

    def __init__(self, view: View, citations: Citations) -> None:
        self._view = view
        self._cite = citations

    def overview(self) -> Html:
        """What the whole survey says: counts, theme by theme, what goes beyond one theme, and the data that recur."""
        view = self._view
        field = [claim for claim in view.beyond if claim.kind == "context"]
        themes = tag("ul", *(self._gist(theme) for theme in view.survey.themes), class_="findings")
        beyond = self._claims([claim for claim in view.beyond if claim not in field])
        lead = tag("p", lead_words(view))
        parts = (lead, *self._claims(field), themes, self._across(), *beyond, self._recurring())
        return tag("section", tag("h2", "Overview"), *parts, id="overview")

    def _gist(self, theme: ThemeSection) -> Html:
        """A theme in the overview: what it holds, counted, and what is said of it alone."""
        lead = tag("a", theme.name, href=f"#{theme.id}", class_="lead")
        told = [self._claim(claim, "span") for claim in self._view.overview_of(theme)]
        return tag("li", joined((lead, theme_words(self._view, theme), *told), " "))

    def _across(self) -> Part:
        """What goes beyond one theme, counted: the terms that recur, and where papers say what is left open."""
        topics, more = open_places(self._view)
        places = [joined((_linked(topic), f" ({papers})")) for topic, papers in topics]
        rest = f" and {more}." if more else "."
        left_open: list[Part] = [f"{OPEN} ", joined(places, ", "), rest] if places else []
        words = across_words(self._view)
        return tag("p", f"{words} " if words else "", *left_open) if words or left_open else ""

    def theme(self, place: int) -> Html:
        """One chapter, by its place from 1."""
        theme = self._view.survey.themes[place - 1]
        topics = (self._topic(self._view.topics[id_], f"{place}.{n}") for n, id_ in enumerate(theme.topics, 1))
        parts = (tag("h2", _number(str(place)), theme.name), self._touching(theme), *topics)
        return tag("section", *parts, id=theme.id, class_="theme")

    def _touching(self, theme: ThemeSection) -> Part:
        pairs = [joined((_linked(one), " to ", _linked(other))) for one, other in self._view.touching(theme)]
        return tag("p", f"{TOUCHING} ", joined(pairs, "; "), ".", class_="about") if pairs else ""

    def _topic(self, topic: TopicSection, number: str) -> Html:
        parts = (
            tag("h3", _number(number), topic.name),
            self._about(topic),
            *self._shortcomings(topic),
            self._opening(topic),
            *self._behind_opening(topic),
            self._shared_data(topic),
            self._comparison(topic),
            self._papers(topic),
        )
        return tag("section", *parts, id=topic.id, class_="topic")

    def _about(self, topic: TopicSection) -> Html:
        words = tag("span", joined([tag("span", word) for word in topic.keywords], " "), class_="keywords")
        near = self._view.topics.get(topic.nearest or "")
        nearest: Part = (" Closest topic: ", _linked(near), ".") if near else ""
        return tag("p", counted(len(topic.papers), "paper"), ". ", words, nearest, class_="about")

    def _shortcomings(self, topic: TopicSection) -> Iterator[Html]:
        for what, reason in shortcomings(self._view.survey, topic):
            why = (f" {reason}", ".") if reason else ()
            yield tag("p", tag("strong", what), *why, class_="warning")

    def _shared_data(self, topic: TopicSection) -> Part:
        shared = self._view.shared_data(topic, MOST_SHARED)
        named = [joined((one.name, " ", self._cite.of_papers(one.papers))) for one in shared]
        return tag("p", tag("strong", SHARED_DATA), " ", joined(named, ", "), ".", class_="kind") if named else ""

    def _opening(self, topic: TopicSection) -> Part:
        """How the topic's papers divide and what it is about, as one paragraph."""
        groups = self._view.groups(topic)
        marks = {_MARKS[self._view.changed[claim.id]] for claim in groups if claim.id in self._view.changed}
        parts = [
            tag("span", part.joint, part.words, " ", self._cite.of_claim(part.claim), id=part.claim.id)
            for part in divided(groups, len(topic.papers))
        ]
        whole = [joined((_mark(min(marks, default="")), *parts, "."))] if parts else []
        said = [*whole, *(self._claim(claim, "span") for claim in self._view.context(topic))]
        return tag("p", joined(said, " "), class_="context") if said else ""

    def _behind_opening(self, topic: TopicSection) -> Iterator[Html]:
        """What is in common, the findings under the subjects that the opening counts, then every other kind."""
        claims = self._view.behind_opening(topic)
        yield from self._kind(claims, "agreement")
        parts = self._view.findings(topic)
        for subject, findings in parts:
            if len(parts) > 1:
                yield tag("p", tag("strong", about(subject)), class_="kind")
            yield tag("ul", *(self._claim(claim, "li") for claim in findings), class_="findings")
        for kind in BEHIND_FINDINGS:
            yield from self._kind(claims, kind)

    def _claims(self, claims: Sequence[Claim]) -> Iterator[Html]:
        """Context as a paragraph, findings as a list, every other kind under its own words."""
        context = [self._claim(claim, "span") for claim in claims if claim.kind == "context"]
        if context:
            yield tag("p", joined(context, " "), class_="context")
        yield from self._kind(claims, "agreement")
        findings = [self._claim(claim, "li") for claim in claims if claim.kind == "finding"]
        if findings:
            yield tag("ul", *findings, class_="findings")
        for kind in BEHIND_FINDINGS:
            yield from self._kind(claims, kind)

    def _kind(self, claims: Sequence[Claim], kind: str) -> Iterator[Html]:
        of_kind = [self._claim(claim, "span") for claim in claims if claim.kind == kind]
        if of_kind:
            heading = next(words for name, words in HEADINGS.items() if name == kind)
            yield tag("p", tag("strong", heading), " ", joined(of_kind, " "), class_=f"kind {kind}")

    def _claim(self, claim: Claim, element: str) -> Html:
        mark = _mark(_MARKS.get(self._view.changed.get(claim.id, ""), ""))
        parts = halves(claim)
        if len(parts) == 1:
            return tag(element, mark, _sentence(parts[0], self._cite.of_claim(claim)), id=claim.id)
        told = [
            (part.rstrip("."), " ", self._cite.of_claim(claim, key))
            for part, key in zip(parts, claim.papers, strict=True)
        ]
        return tag(element, mark, *(joined(one) for one in told), ".", id=claim.id)

    def _recurring(self) -> Part:
        if not self._view.recurring:
            return ""
        rows = (
            tag("tr", tag("th", data.name, scope="row"), tag("td", str(len(data.papers)), class_="count"),
                tag("td", self._cite.of_papers(data.papers)))
            for data in self._view.recurring[:_MOST_RECURRING]
        )  # fmt: skip
        return table("Recurring data", ("Data", "Papers", "Which"), rows, caption=DATA)

    def _comparison(self, topic: TopicSection) -> Part:
        shown = self._view.comparison(topic)
        if not shown.rows:
            return ""
        rows = (
            tag("tr", self.paper_cell(row.paper, _compared(self._view.survey.records.get(row.paper)),
                                      row_title(self._view.papers[row.paper], row, topic.name)),
                *(tag("td", cell or "–") for cell in row.cells))
            for row in shown.rows
        )  # fmt: skip
        bare = without_cells(topic)
        note = tag("p", f"{NO_CELLS} ", self._cite.of_papers(bare), ".", class_="note") if bare else ""
        return tag(
            "details",
            tag("summary", f"{counted(len(shown.rows), 'paper')} side by side"),
            table(f"{topic.name}, paper by paper", ("Paper", *shown.columns), rows),
            note,
        )

    def paper_cell(self, key: str, statements: Sequence[Statement], title: str = "") -> Html:
        """The head of a table row about one paper: its ``title``, or that in short."""
        title = title or short_title(self._view.papers[key])
        return tag("th", title, " ", self._cite.of_statements(key, statements), scope="row")

    def _papers(self, topic: TopicSection) -> Part:
        lines = self._view.lines(topic)
        if not lines:
            return ""
        heading = tag("summary", papers_heading(self._view.survey.length))
        above = told_above(self._view, topic, lines)
        note = tag("p", f"{TOLD_ABOVE} ", self._cite.of_papers(above), " stands above.", class_="note") if above else ""
        return tag("details", heading, tag("ul", *map(self._line, lines), class_="papers"), note, open=True)

    def _line(self, line: PaperLine) -> Html:
        paper = self._view.papers[line.paper]
        mark = _mark("New" if self._view.is_new(line.paper) else "")
        title = tag("cite", ended(paper.title))
        if not paper.abstract:
            return tag("li", mark, title, " ", self._cite.of_papers([line.paper]))
        said = (_sentence(one.text, self._cite.of_statements(line.paper, [one])) for one in line.statements)
        return tag("li", mark, title, " ", joined(said, " "))


def table(label: str, columns: Sequence[str], rows: Iterable[Html], *, caption: str = "", class_: str = "") -> Html:
    """A table that scrolls by itself where the screen is narrow; ``label`` names it to those who can't see it."""
    head = tag("thead", tag("tr", *(tag("th", column, scope="col") for column in columns)))
    words = tag("caption", caption) if caption else ""
    whole = tag("table", words, head, tag("tbody", *rows), class_=class_ or None)
    return tag("div", whole, class_="scroll", tabindex=0, role="region", aria_label=label)


def _linked(topic: TopicSection) -> Html:
    return tag("a", topic.name, href=f"#{topic.id}")


def _number(number: str) -> Html:
    return tag("span", f"{number} ", class_="number")


def _mark(word: str) -> Part:
    return (tag("mark", word, class_="news"), " ") if word else ""


def _sentence(text: str, citation: Html) -> Html:
    """A sentence with its citation before the full stop."""
    found = re.fullmatch(r"(.*?)([.!?]?)", text.strip(), re.DOTALL)
    body, stop = found.groups() if found else (text, "")
    return joined((body, (" ", citation) if citation else "", stop or "."))


def _compared(record: Record | None) -> list[Statement]:
    """The statements that a row of a comparison was laid out from."""
    if record is None:
        return []
    fields = [record.method or record.contribution, record.data]
    return [*(field for field in fields if field), *record.results[:2]]
