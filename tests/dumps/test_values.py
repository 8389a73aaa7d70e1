"""The shapes in which values come, one by one."""

import pytest

from survey.dumps.objects import is_record, is_whole, raw_of_object, record_lists, rows_of
from survey.dumps.values import authors_of, text_of, title_of

PAPER = {"title": "Slow Trees", "abstract": "Trees grow slowly.", "authors": ["Rana Liu"]}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Trees", "Trees"),
        ("NaN", ""),
        ("N/A", ""),
        (None, ""),
        (True, ""),
        (2019, "2019"),
        (["Trees grow.", "They stop."], "Trees grow. They stop."),
        ({"value": "Trees"}, "Trees"),
        ({"#text": "Trees", "@lang": "en"}, "Trees"),
        ([{"text": "Trees", "section": "A"}, {"text": "grow", "section": "B"}], "Trees grow"),
        ([{"value": "One", "source": "arXiv"}, {"value": "Two", "source": "Springer"}], "One"),
        (
            [
                {"description": "Methods", "descriptionType": "Methods"},
                {"description": "Abs", "descriptionType": "Abstract"},
            ],
            "Abs",
        ),
        ({"Trees": [0, 2], "and": [1]}, "Trees and Trees"),
        ({"IndexLength": 2, "InvertedIndex": {"grow": [1], "Trees": [0]}}, "Trees grow"),
        ({"date-parts": [[2019, 5]]}, "2019 5"),
        ({"AbstractText": "Trees"}, "Trees"),
        ({"source": {"display_name": "Forests"}}, "Forests"),
        ({}, ""),
        ([], ""),
    ],
)
def test_text(value: object, text: str) -> None:
    assert text_of(value) == text


def test_the_keys_that_are_asked_first() -> None:
    info = {"journal_title": "Forests", "year": 2019}
    assert text_of(info, ("year",)) == "2019"
    assert text_of(info, ("journal_title",)) == "Forests"


def test_text_within_text_has_an_end() -> None:
    value: object = "deep"
    for _ in range(20):
        value = {"value": value}
    assert text_of(value) == ""


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("Slow Trees", "Slow Trees"),
        (["Slow Trees"], "Slow Trees"),
        (["", "Slow Trees", "Les arbres lents"], "Slow Trees"),
        ([{"title": "Slow Trees"}, {"title": "Arbres"}], "Slow Trees"),
        ("['Slow Trees']", "Slow Trees"),
        ('["Slow Trees"]', "Slow Trees"),
        ("['Slow', 'Trees']", "Slow"),
        ("[Slow Trees]", "[Slow Trees]"),
        ("['", "['"),
    ],
)
def test_title(value: object, title: str) -> None:
    assert title_of(value) == title


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Liu, Rana; Adler, Dora", ("Liu, Rana", "Adler, Dora")),
        ("Liu, Rana and Adler, Dora", ("Liu, Rana", "Adler, Dora")),
        ("Rana Liu, Dora Adler and Jan Novak", ("Rana Liu", "Dora Adler", "Jan Novak")),
        ("Rana Liu, Dora Adler", ("Rana Liu", "Dora Adler")),
        ("Liu R, Adler D.", ("Liu R", "Adler D")),
        ("Liu R., Adler D.G.", ("Liu R.", "Adler D.G.")),
        ("Liu R.", ("Liu R.",)),
        ("Liu, Rana", ("Liu, Rana",)),
        ("Rana Liu|Dora Adler", ("Rana Liu", "Dora Adler")),
        ("Araz R. AlievNigar T. Ismayilova", ("Araz R. Aliev", "Nigar T. Ismayilova")),
        ("['Rana Liu', \"Dora O'Hara\"]", ("Rana Liu", "Dora O'Hara")),
        ('["Rana Liu", "Dora Adler"]', ("Rana Liu", "Dora Adler")),
        ("[{'authorId': '1', 'name': 'Rana Liu'}, {'authorId': None, 'name': \"O'Hara\"}]", ("Rana Liu", "O'Hara")),
        ('[{"name": "Rana Liu", "id": 1}]', ("Rana Liu",)),
        ("[['Liu', 'Rana', ''], ['Adler', 'Dora', '']]", ("Liu, Rana", "Adler, Dora")),
        ("[Rana Liu, Dora Adler]", ("Rana Liu", "Dora Adler")),
        (["Rana Liu", " ", "Dora  Adler;"], ("Rana Liu", "Dora Adler")),
        ([{"name": "Rana Liu"}], ("Rana Liu",)),
        ([{"family": "Liu", "given": "Rana"}], ("Liu, Rana",)),
        ([{"lastName": "Liu", "firstName": "Rana"}], ("Liu, Rana",)),
        ([{"LastName": "Liu", "ForeName": "Rana", "Initials": "R"}], ("Liu, Rana",)),
        ([{"lastname": "Liu", "initials": "R"}], ("Liu, R",)),
        ([{"first": "Rana", "middle": ["G.", "H."], "last": "Liu"}], ("Liu, Rana G. H.",)),
        ([{"author": {"display_name": "Rana Liu"}, "raw_author_name": "R. Liu"}], ("Rana Liu",)),
        ([{"literal": "The Tree Group"}], ("The Tree Group",)),
        ({"author": [{"text": "Rana Liu"}, {"text": "Dora Adler"}]}, ("Rana Liu", "Dora Adler")),
        ({"Author": [{"LastName": "Liu", "ForeName": "Rana"}]}, ("Liu, Rana",)),
        ({"author": {"text": "Rana Liu"}}, ("Rana Liu",)),
        ({"value": ["Rana Liu"]}, ("Rana Liu",)),
        ({"name": "Rana Liu"}, ("Rana Liu",)),
        ([["Liu", "Rana", ""]], ("Liu, Rana",)),
        (7, ()),
        ([None, 7], ()),
        ("", ()),
    ],
)
def test_authors(value: object, names: tuple[str, ...]) -> None:
    assert authors_of(value) == names


@pytest.mark.parametrize(
    "value",
    [
        PAPER,
        {"paper": PAPER},
        {"citedPaper": PAPER, "contexts": []},
        {"MedlineCitation": {"Article": {"ArticleTitle": "Slow Trees", "Abstract": {"AbstractText": "Trees."}}}},
        {"_source": {"data": {"content": PAPER}}},
        {"content": {"title": {"value": "Slow Trees"}, "abstract": {"value": "Trees."}}},
        {"id": 1, "attributes": {"titles": [{"title": "Slow Trees"}], "descriptions": [{"description": "Trees."}]}},
    ],
)
def test_what_is_a_paper_wherever_it_lies(value: dict[str, object]) -> None:
    assert is_record(value)
    assert is_whole(value)
    assert raw_of_object(value, 1).title == "Slow Trees"


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"name": "pip", "description": "A tool."},
        {"title": ""},
        {"paper": "Slow Trees"},
        [PAPER],
        "Slow Trees",
        None,
        {"a": {"b": {"c": PAPER}}},
    ],
)
def test_what_is_no_paper(value: object) -> None:
    assert not is_record(value)


@pytest.mark.parametrize(
    ("document", "count"),
    [
        ([PAPER, PAPER], 2),
        ({"data": [PAPER, PAPER]}, 2),
        ({"a": PAPER, "b": PAPER}, 2),
        ({"uids": ["a", "b"], "a": PAPER, "b": PAPER}, 2),
        ({"status": "ok", "message": PAPER}, 1),
        ({**PAPER, "references": [PAPER, PAPER, PAPER]}, 1),
        ({"title": "Cites much", "reference": [PAPER, PAPER]}, 1),
        ({"hits": {"total": 2, "hits": [{"_source": PAPER}, {"_source": PAPER}]}}, 2),
        ({"2019": [PAPER], "2020": [PAPER, PAPER]}, 3),
        ({"feed": {"title": "A feed", "entry": [PAPER]}}, 1),
        ([[PAPER], [PAPER]], 2),
        ({"name": "x", "dependencies": {"y": "1.0"}}, 0),
        ([1, 2, 3], 0),
    ],
)
def test_papers_in_a_document(document: object, count: int) -> None:
    found = [value for values in record_lists(document) for value in values]
    assert len(found) == count


def test_rows_of_columns() -> None:
    rows = rows_of({"title": {"0": "A", "1": "B"}, "abstract": {"0": "a", "1": "b"}, "meta": 3})
    assert rows == [{"title": "A", "abstract": "a"}, {"title": "B", "abstract": "b"}]
    assert rows_of({"title": ["A", "B"], "abstract": ["a", "b"]}) == rows
    assert rows_of({"title": ["A", "B"], "abstract": ["a"]}) == []
    assert rows_of({"title": {"value": "A"}, "abstract": {"value": "a"}}) == [{"title": "A", "abstract": "a"}]
    assert rows_of(PAPER) == []
