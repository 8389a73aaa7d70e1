"""survey.html: the survey as one self-contained page; a pure function of the document.

The page makes no request to any host: its style and its small script are part of it, and its Content-Security-Policy
allows nothing but these two, by their hashes. Without the script it lacks only the search fields.
"""

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

from survey.document import Survey
from survey.render.html_back import back_matter
from survey.render.html_body import Body
from survey.render.html_cite import Citations
from survey.render.tags import Html, Part, inline, joined, tag
from survey.render.view import View
from survey.render.wording import day, model_words, share
from survey.words import counted

_ICON = "data:,"
"""An empty icon: without one, browsers ask the host for a file."""


def render_html(survey: Survey) -> str:
    """The text of survey.html."""
    view = View(survey)
    body = Body(view, Citations(view))
    themes = [body.theme(place) for place in range(1, len(survey.themes) + 1)]
    content = (body.overview(), *themes, *back_matter(view, body))
    style, script = _shipped("page.css"), _shipped("page.js")
    page = tag("html", _head(survey, style, script), tag("body", _skip(), _masthead(view), _frame(view, content),
               inline("script", script)), lang="en")  # fmt: skip
    return f"<!DOCTYPE html>\n{page}\n"


def _shipped(name: str) -> str:
    return (Path(__file__).with_name(name)).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _head(survey: Survey, style: str, script: str) -> Html:
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content="surveyloom"),
        tag("title", survey.title),
        tag("link", rel="icon", href=_ICON),
        inline("style", style),
    )


def _skip() -> Html:
    return tag("a", "To the text", href="#overview", class_="skip")


def _masthead(view: View) -> Html:
    survey, score = view.survey, view.survey.scorecard
    facts: tuple[tuple[str, Part], ...] = (
        ("Papers", f"{score.papers}, from {counted(score.records_read, 'record')}"),
        ("Topics", f"{score.topics} in {counted(len(survey.themes), 'theme')}"),
        ("Dumps", ", ".join(dump.name for dump in survey.dumps)),
        ("Written by", model_words(survey.run.model)),
        ("Date", day(survey.refreshed or survey.created)),
        *_news(view),
        ("Trust", tag("a", f"{share(score.quotes_verbatim, score.quotes)} of the quotes are word for word, "
                      f"{score.papers_cited} of {score.papers} papers are cited", href="#trust")),
    )  # fmt: skip
    listed = (tag("div", tag("dt", name), tag("dd", value)) for name, value in facts)
    return tag(
        "header",
        tag("p", "Literature survey", class_="kicker"),
        tag("h1", survey.title),
        *_incomplete(survey),
        tag("dl", *listed),
        tag("p", "Every number in brackets opens the sentence that the statement rests on.", class_="hint"),
    )


def _news(view: View) -> Iterator[tuple[str, Part]]:
    if view.news:
        came = f"{counted(view.news.added, 'paper')} and {counted(len(view.changed), 'statement')}"
        yield "New", f"{came} by refresh {view.news.refresh}, marked New or Changed"


def _incomplete(survey: Survey) -> Iterator[Html]:
    if not survey.run.complete:
        words = "some papers or topics had to be left out; they are named at its end."
        yield tag("p", tag("strong", "This survey is not complete: "), words, class_="warning")


def _frame(view: View, content: tuple[Part, ...]) -> Html:
    return tag("div", _contents(view), tag("main", *content, id="text"), class_="frame")


def _contents(view: View) -> Html:
    """The table of contents: folded on a narrow screen, beside the text on a wide one."""
    themes = (_theme_entry(view, place) for place in range(1, len(view.survey.themes) + 1))
    rest = [("results", "Reported results")] if view.reported else []
    rest += [("undiscussed", "Papers not discussed")] if view.survey.scorecard.papers_uncited else []
    rest += [("account", "Where every record went"), ("references", "References"), ("trust", "How far to trust it")]
    after = (tag("li", tag("a", words, href=f"#{place}")) for place, words in rest)
    entries = tag("ul", tag("li", tag("a", "Overview", href="#overview")), *themes, *after)
    return tag("nav", tag("details", tag("summary", "Contents"), entries), aria_label="Contents")


def _theme_entry(view: View, place: int) -> Html:
    theme = view.survey.themes[place - 1]
    topics = (
        tag("li", tag("a", view.topics[topic].name, href=f"#{topic}"), " ", _size(view, topic))
        for topic in theme.topics
    )
    head = tag("a", joined((f"{place}. ", theme.name)), href=f"#{theme.id}")
    return tag("li", head, tag("ul", *topics))


def _size(view: View, topic: str) -> Html:
    new = sum(view.is_new(key) for key in view.topics[topic].papers)
    return tag("small", f"{view.size([topic])}, {new} new" if new else str(view.size([topic])))
