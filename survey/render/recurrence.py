"""What recurs in the papers of a theme, and across themes, in words."""

from collections.abc import Iterable, Sequence

from survey.document import ThemeSection
from survey.recurring import Recurring
from survey.render.view import View
from survey.words import counted, listed, spelled

ACROSS = "Counted by title and abstract, across themes recur"
_MOST_NAMED = 4
_MOST_ACROSS = 5
_WHAT = ("papers on", *["on"] * (_MOST_NAMED - 1))
_OFTEN = 1 / 6  # of a theme's papers


def theme_words(view: View, theme: ThemeSection) -> str:
    """What a theme holds, counted: papers, topics, what its papers work with, the data they share."""
    keys = view.keys_of(theme)
    topics = "one topic" if len(theme.topics) == 1 else f"{spelled(len(theme.topics))} topics"
    data = _named(view.data_of(keys, 3))
    shared = f"; results recur on {data}" if data else ""
    return f"{counted(len(keys), 'paper')} in {topics}{_often(view.terms_of(theme), len(keys))}{shared}."


def _often(terms: Sequence[Recurring], papers: int) -> str:
    """What so many papers work with: "often on pruning (12), also on trees (5)"; "five papers on trees"."""
    shown = terms[:_MOST_NAMED]
    often = [term for term in shown if len(term.papers) >= _OFTEN * papers]
    also = [term for term in shown if term not in often]
    if not often:
        told = [f"{spelled(len(one.papers))} {what} {one.name}" for one, what in zip(also, _WHAT, strict=False)]
        return f", with {listed(told)}" if told else ""
    return f", often on {_named(often)}{f', also on {_named(also)}' if also else ''}"


def across_words(view: View) -> str:
    """What recurs in the papers of several themes, counted; empty where nothing does."""
    told = [
        f"{term.name} ({counted(len(term.papers), 'paper')}, {spelled(themes)} themes)"
        for term, themes in view.crossing[:_MOST_ACROSS]
    ]
    return f"{ACROSS} {listed(told)}." if told else ""


def _named(found: Iterable[Recurring]) -> str:
    """The commonest, each with its number of papers."""
    return listed([f"{one.name} ({len(one.papers)})" for one in list(found)[:_MOST_NAMED]])
