"""A table's cells with their short forms spelled out where each first stands, as the row's own abstract does."""

from collections.abc import Mapping

from survey.document import Comparison
from survey.papers import Paper, title_shown
from survey.shortforms import short_forms, singular, with_long_forms

_SPELLED = "Approach"  # the others hold names and figures


def spelled_table(table: Comparison, papers: Mapping[str, Paper], heading: str = "") -> Comparison:
    """The ``table`` with what the short forms of its first column stand for, each once, where that says what is done.

    Not what the row's title says as it is shown, nor the ``heading`` above: a reader has that at hand.
    """
    if table.columns[:1] != (_SPELLED,):
        return table
    seen: set[str] = set()
    rows = []
    for row in table.rows:
        paper = papers[row.paper]
        shown = title_shown(paper.title)
        at_hand = f"{shown} {heading}".casefold()
        forms = {
            short: " ".join(long.replace("- ", "-").split())
            for short, long in short_forms(f"{paper.title}. {paper.abstract}").items()
            if singular(short) not in shown and long.casefold() not in at_hand
        }
        told = with_long_forms(row.cells[0], forms, seen)
        seen.update(map(singular, short_forms(told)))
        rows.append(row.model_copy(update={"cells": (told, *row.cells[1:])}))
    return table.model_copy(update={"rows": tuple(rows)})
