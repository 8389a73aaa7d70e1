"""The cells of a table with their short forms spelled out."""

from survey.document import Comparison, Row
from survey.papers import Paper
from survey.spelling import spelled_table

PAPERS = {
    "1": Paper(
        key="1",
        title="BarkNet: Sorting What Storms Leave",
        abstract="Orchard Twig Layouts (OTLs) are old. We sort OTLs with Leaf Color Maps (LCMs).",
    ),
    "2": Paper(
        key="2",
        title="Leaf Color Maps for Old Trees",
        abstract="We draw Leaf Color Maps (LCMs). Orchard Twig Layouts (OTLs) help.",
    ),
}


def test_a_short_form_is_spelled_out_once_where_its_row_does_not_say_it() -> None:
    table = Comparison(
        columns=("Approach", "Data"),
        rows=(
            Row(paper="1", cells=("Sorts each of the OTLs", "OTLs")),
            Row(paper="2", cells=("Draws LCMs of OTLs", "")),
        ),
    )
    told = spelled_table(table, PAPERS)
    assert [row.cells for row in told.rows] == [
        ("Sorts each of the Orchard Twig Layouts (OTLs)", "OTLs"),
        ("Draws LCMs of OTLs", ""),
    ]
    assert spelled_table(table, PAPERS, "Orchard twig layouts") == table


def test_only_what_is_done_is_spelled_out() -> None:
    table = Comparison(columns=("Data",), rows=(Row(paper="1", cells=("OTLs",)),))
    assert spelled_table(table, PAPERS) == table
