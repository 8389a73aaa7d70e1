"""What the survey says beyond its claims: counts, themes, shared data, results side by side; and nothing twice."""

import re
from collections import Counter
from pathlib import Path

import pytest

from survey.claims import Claim, Evidence
from survey.comparison import result_phrase
from survey.document import Survey
from survey.records import Result
from survey.render import render
from survey.render.cite import cite
from survey.render.order import family
from survey.render.recurrence import theme_words
from survey.render.view import View
from survey.render.wording import (
    NO_CELLS,
    TOLD_ABOVE,
    claim_words,
    lead_words,
    model_words,
    open_places,
    papers_heading,
    result_cells,
    told_above,
    without_cells,
)
from survey.words import ONE_ABOUT, in_sentence, spelled

_CITED = re.compile(r"\s*\[(?:\[\d+\]\(#ref-\d+\)(?:, )?)+\]")
_FORMULAS = re.compile(r"^(?:\*|\d+ papers? in )")


def prose(markdown: str) -> list[str]:
    """The prose lines between the overview and the back matter, without what leads them in."""
    body = re.split(r"\n## (?:Reported results|Where every record)", markdown.split("\n## Overview\n", 1)[1])[0]
    lines = (line for line in body.splitlines() if line and not line.startswith(("#", "|", "<a", "*", "Data sets on")))
    return [re.sub(r"^- (?:\*[^*]+\*\s*|\*\*\[[^\]]+\]\([^)]+\)\.\*\*\s*)?", "", line) for line in lines] + [
        re.sub(r"^\*\*[^*]+\*\*\s*", "", line)
        for line in body.splitlines()
        if re.match(r"\*\*(?!Shared data|The |No synthesis|Not brought)", line)
    ]


def sentences(markdown: str) -> list[str]:
    """Every sentence of the survey's prose; the mark of a citation stays."""
    marked = (_CITED.sub(" ⟦⟧", line) for line in prose(markdown))
    found = (part for line in marked for part in re.split(r"(?<=[.!?]) (?=[A-Z“\"])", line))
    return [sentence for sentence in found if len(sentence.split()) > 3]


@pytest.fixture(scope="session")
def real_markdown(real_survey: Survey) -> str:
    return render(real_survey, "md")


# --- the headline ---


def test_no_sentence_stands_twice_in_the_survey_of_the_real_dumps(real_markdown: str) -> None:
    told = [sentence.replace("⟦⟧", "").strip(" .").casefold() for sentence in sentences(real_markdown)]
    assert len(told) > 700
    assert [sentence for sentence, times in Counter(told).items() if times > 1] == []


def test_nine_of_ten_sentences_that_state_something_cite_a_paper(real_markdown: str) -> None:
    told = [sentence for sentence in sentences(real_markdown) if not _FORMULAS.match(sentence)]
    assert sum("⟦⟧" in sentence for sentence in told) >= 0.95 * len(told)


def test_the_survey_is_far_shorter_than_its_abstracts(real_markdown: str, real_survey: Survey) -> None:
    words = sum(len(line.split()) for line in prose(real_markdown))
    assert words < 0.35 * sum(len(paper.abstract.split()) for paper in real_survey.papers)


# --- counts ---


def test_the_overview_begins_with_counts_that_hold(small_survey: Survey) -> None:
    view = View(small_survey)
    words = lead_words(view)
    assert words.startswith(f"{len(small_survey.papers)} papers in {spelled(len(small_survey.topics))} topics")
    figures = sum(any(result.value for result in record.results) for record in small_survey.records.values())
    assert f"Reported figures were read from {figures} abstracts" in words
    assert words in render(small_survey, "md").split("\n## Overview\n")[1]


def test_a_survey_of_one_theme_names_no_largest(small_survey: Survey) -> None:
    theme = small_survey.themes[0].model_copy(update={"topics": tuple(topic.id for topic in small_survey.topics)})
    alone = small_survey.model_copy(update={"themes": (theme,)})
    assert "largest" not in lead_words(View(alone))
    assert "largest" in lead_words(View(small_survey))


def test_each_theme_has_a_line_in_the_overview_whatever_was_found(small_survey: Survey) -> None:
    mute = small_survey.model_copy(update={"overview": (), "records": {}})
    text = render(mute, "md").split("\n## Overview\n")[1].split("\n## 1. ")[0]
    for theme in small_survey.themes:
        (line,) = [line for line in text.splitlines() if f"](#{theme.id})" in line]
        size = sum(len(topic.papers) for topic in small_survey.topics if topic.id in theme.topics)
        assert f"{size} papers in " in line


def test_a_themes_line_counts_what_recurs(real_survey: Survey) -> None:
    view = View(real_survey)
    theme = real_survey.themes[0]
    words = theme_words(view, theme)
    data = view.data_of(view.keys_of(theme), 3)
    assert data, "the first theme of the real survey shares data"
    assert f"{data[0].name} ({len(data[0].papers)})" in words
    for name, count in re.findall(r"([\w][\w .-]*) \((\d+)\)", words.split(", often on ")[1].split(";")[0]):
        (found,) = [t for t in view.terms_of(theme) if name.removeprefix("and ").endswith(t.name)]
        assert len(found.papers) == int(count)


@pytest.mark.parametrize(
    ("name", "within"), [("Vision nets", "vision nets"), ("GANs", "GANs"), ("3D scenes", "3D scenes")]
)
def test_a_heading_within_a_sentence(name: str, within: str) -> None:
    assert in_sentence(name) == within


# --- the overview's claims ---


def saying(number: int, kind: str, *keys: str) -> Claim:
    evidence = tuple(Evidence(paper=key, quote="q", support=1.0) for key in keys)
    return Claim.model_validate(
        {"id": f"o-c{number}", "kind": kind, "text": f"Told {number} of it.", "evidence": evidence}
    )


def test_claims_of_one_theme_stand_in_its_line_and_others_around_the_themes(small_survey: Survey) -> None:
    first, second = (
        [k for t in theme.topics for k in small_survey.by_topic()[t].papers] for theme in small_survey.themes[:2]
    )
    claims = (
        saying(1, "context", first[0], second[0]),
        saying(2, "finding", first[0]),
        saying(3, "agreement", first[1], second[1]),
    )
    survey = small_survey.model_copy(update={"overview": claims})
    text = render(survey, "md").split("\n## Overview\n")[1].split("\n## 1. ")[0]
    lines = text.splitlines()
    places = [next(n for n, line in enumerate(lines) if f"Told {number} " in line) for number in (1, 2, 3)]
    assert places == sorted(places)
    assert f"](#{small_survey.themes[0].id})" in lines[places[1]]
    assert lines[places[2]].startswith("**In common.**")
    page = render(survey, "html")
    assert [page.count(f'id="o-c{number}"') for number in (1, 2, 3)] == [1, 1, 1]


def test_topics_that_touch_other_themes_are_named_both_ways(real_survey: Survey) -> None:
    view = View(real_survey)
    pairs = [pair for theme in real_survey.themes for pair in view.touching(theme)]
    assert pairs
    text = render(real_survey, "md")
    theme_of = {topic: theme.id for theme in real_survey.themes for topic in theme.topics}
    for one, other in pairs:
        assert one.nearest == other.id
        assert theme_of[one.id] != theme_of[other.id]
        assert f"(#{one.id}) to [" in text


# --- shared data and results ---


def test_a_topic_names_the_data_that_several_of_its_papers_report_on(real_survey: Survey, real_markdown: str) -> None:
    view = View(real_survey)
    numbers = {paper.key: paper.number for paper in real_survey.papers}
    sharing = [(topic, view.data_of(topic.papers, 2)) for topic in real_survey.topics]
    assert sum(bool(data) for _, data in sharing) >= 3
    for topic, data in sharing:
        section = section_of(real_markdown, topic.id)
        for one in data[:5]:
            cited = ", ".join(f"[{n}](#ref-{n})" for n in sorted(numbers[key] for key in one.papers))
            assert section.count(f"{one.name} [{cited}]") == 1, "in the opening or behind the findings, never in both"


def section_of(markdown: str, topic: str) -> str:
    return re.split(r'<a id="[mt]\d+"></a>', markdown.split(f'<a id="{topic}"></a>')[1])[0]


# --- how a topic's papers divide ---


def dividing(survey: Survey, *claims: Claim) -> Survey:
    """``survey`` with these claims in its first topic."""
    first, *others = survey.topics
    return survey.model_copy(update={"topics": (first.model_copy(update={"claims": claims}), *others)})


def about(number: int, text: str, *keys: str) -> Claim:
    said = tuple(Evidence(paper=key, quote="Said.", support=1) for key in keys)
    return Claim(id=f"t1-c{number}", kind="agreement", text=text, evidence=said)


def test_the_groups_of_a_topic_are_one_sentence_with_their_counts_before_its_problem(small_survey: Survey) -> None:
    first, second, third = small_survey.topics[0].papers[:3]
    why = saying(99, "context", first)
    claims = (about(1, "Several papers are about pruning.", first, second, third),
              about(2, "Several papers report on COCO.", second, third), why)  # fmt: skip
    survey = dividing(small_survey, *claims)
    numbers = {paper.key: paper.number for paper in survey.papers}

    def cited(*keys: str) -> str:
        return f"[{', '.join(f'[{n}](#ref-{n})' for n in sorted(numbers[key] for key in keys))}]"

    size = len(survey.topics[0].papers)
    count = "all three" if size == 3 else f"at least three of the {spelled(size)}"
    opening = (
        f"By title and abstract, {count} papers are about pruning {cited(first, second, third)} "
        f"and {'at least ' if size == 3 else ''}two report on COCO"
    )
    assert f"\n{opening} {cited(second, third)}. Told 99" in render(survey, "md")
    page = render(survey, "html")
    assert all(page.count(f'id="{claim.id}"') == 1 for claim in claims)


def test_how_many_papers_is_counted_from_the_citations_wherever_the_statement_stands(small_survey: Survey) -> None:
    first, second, *_ = small_survey.topics[0].papers
    elsewhere = small_survey.topics[1].papers[0]
    behind = about(2, "Several papers are about masks.", first, second)
    finding = Claim(id="t1-c1", kind="finding", text="Masks help.", evidence=behind.evidence[:1])
    size = len(small_survey.topics[0].papers)
    text = render(dividing(small_survey, finding, behind), "md")
    opening = f"\nBy title and abstract, at least two of the {spelled(size)} papers are about masks ["
    assert opening in text, "what a refresh adds joins the opening"
    many = [about(n, f"Several papers are about thing{n}.", first, second) for n in range(1, 7)]
    text = render(dividing(small_survey, *many), "md")
    assert " and two are about thing4 [" in text
    assert "**In common.** Two papers are about thing5 [" in text, "a sentence has an end"
    moved = about(1, "Several papers are about masks.", first, second, elsewhere)
    text = render(dividing(small_survey, moved), "md")
    assert "**In common.** Three papers are about masks [" in text, "not of this topic's papers alone"


def test_the_overview_says_what_recurs_across_themes_and_where_it_is_told_what_is_open(real_survey: Survey) -> None:
    view = View(real_survey)
    overview = render(real_survey, "md").split("\n## Overview\n")[1].split("\n## 1. ")[0]
    term, themes = view.crossing[0]
    assert themes == len(view.themes_of(term.papers)) > 1
    assert f"across themes recur {term.name} ({len(term.papers)} papers, {spelled(themes)} themes)" in overview
    gaps = {key for topic in real_survey.topics for c in topic.claims if c.kind == "gap" for key in c.papers}
    assert gaps
    assert sum(papers for _, papers in view.open_in) == len(gaps)
    assert f"{spelled(len(gaps))} were found to name limits or open questions" in overview
    for topic, papers in open_places(view)[0]:
        assert f"](#{topic.id}) ({papers})" in overview
        assert f'href="#{topic.id}"' in render(real_survey, "html").split('id="overview"')[1].split("</section>")[0]


def test_every_count_of_the_real_survey_is_the_number_of_its_citations(real_markdown: str) -> None:
    parts = re.findall(
        r"(?:, | and )(?:at least )?(\w+) (?:of the \w+ papers |\w+ papers )?(?:are about|work with|report on)[^\[]*"
        r"\[((?:\[\d+\]\(#ref-\d+\)(?:, )?)+)\]",
        real_markdown,
    )
    assert len(parts) > 20
    for count, citations in parts:
        assert count in {"all", spelled(citations.count("#ref-"))}


def test_every_paper_of_a_topic_has_a_row_and_a_line_or_it_is_said_that_it_has_none(real_survey: Survey) -> None:
    view = View(real_survey)
    markdown, page = render(real_survey, "md"), render(real_survey, "html")
    for topic in real_survey.topics:
        section = markdown.split(f'<a id="{topic.id}"></a>')[1].split("\n<a id=")[0]
        bare, above = without_cells(topic), told_above(view, topic, view.lines(topic))
        assert set(bare).isdisjoint(row.paper for row in topic.comparison.rows)
        assert (f"*{NO_CELLS} {cite(view, bare)}.*" in section) is bool(bare)
        assert (f"*{TOLD_ABOVE} {cite(view, above)} stands above.*" in section) is bool(above)
        claims = {e.paper for claim in topic.claims for e in claim.evidence}
        assert set(above) <= claims, "what is told above is told"
    assert page.count(NO_CELLS) == markdown.count(NO_CELLS) > 0
    assert page.count(TOLD_ABOVE) == markdown.count(TOLD_ABOVE) > 0


def test_results_on_shared_data_come_first_those_of_one_measure_together(real_survey: Survey) -> None:
    shown = View(real_survey).reported
    keys = [family(result.dataset) if result.dataset else "" for _, result in shown]
    papers: dict[str, set[str]] = {}
    for key, (paper, _) in zip(keys, shown, strict=True):
        papers.setdefault(key, set()).add(paper.key)
    shared = [key and len(papers[key]) > 1 for key in keys]
    last = max(n for n, one in enumerate(shared) if one)
    assert last < len(keys) // 2 + len(keys) // 3
    for key in {key for key, one in zip(keys, shared, strict=True) if one}:
        places = [n for n, one in enumerate(keys) if one == key]
        assert places == list(range(places[0], places[-1] + 1)), key
        measures = [shown[n][1].measure or "" for n in places]
        assert measures == sorted(measures), key


VAGUE = ("performance", "quality", "results")
"""What figures are of says nothing in these words, unless data stand beside them."""


def test_every_result_that_says_what_it_is_of_is_in_the_table_of_both_renderings(
    real_survey: Survey, real_markdown: str
) -> None:
    table = real_markdown.split("\n## Reported results\n")[1].split("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ") and not line.startswith("| Data")]
    told = [
        result
        for record in real_survey.records.values()
        for result in record.results
        if result.value
        and (result.dataset or (result.measure not in VAGUE if result.measure else result.baseline is not None))
    ]
    assert len(rows) == len(told) > 150
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in rows)


def test_a_gain_in_the_table_has_its_sign(small_survey: Survey) -> None:
    key = small_survey.topics[0].papers[0]
    text = "FastNet improves mIoU on Cityscapes by 3.1 over DeepLab."
    made = Result(text=text, quotes=(text,), value="3.1", measure="mIoU", dataset="Cityscapes", baseline="DeepLab")
    record = small_survey.records[key].model_copy(update={"results": (made,)})
    survey = small_survey.model_copy(update={"records": {**small_survey.records, key: record}})
    assert "| Cityscapes | mIoU | +3.1 |" in render(survey, "md")
    assert "<td>+3.1</td>" in render(survey, "html")


# --- length ---


def test_a_short_survey_lists_the_other_papers_alone(small_survey: Survey) -> None:
    assert papers_heading("short") != papers_heading("standard") == papers_heading("long")
    short = small_survey.model_copy(update={"settings": {**small_survey.settings, "length": "short"}})
    text = render(short, "md")
    assert "**The other papers**" in text
    assert "**The papers**" not in text
    assert len(text) < len(render(small_survey, "md"))
    told = [claim for topic in small_survey.topics for claim in topic.claims if not claim.text.startswith(ONE_ABOUT)]
    cited = {key for claim in told for key in claim.papers}
    listed = {line.paper for topic in short.topics for line in View(short).lines(topic)}
    assert listed == {paper.key for paper in small_survey.papers} - cited


def test_the_page_says_what_the_text_says(small_survey: Survey, tmp_path: Path) -> None:
    page = re.sub(r"<[^>]+>", "", render(small_survey, "html"))
    view = View(small_survey)
    assert lead_words(view) in page
    for theme in small_survey.themes:
        assert theme_words(view, theme).replace("'", "&#x27;") in page


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("gguf:/home/me/models/small.gguf", "gguf:small.gguf"),
        ("gguf:C:\\m\\small.gguf", "gguf:small.gguf"),
        ("org/chat", "org/chat"),
    ],
)
def test_a_survey_tells_no_reader_where_a_model_lies(model: str, told: str) -> None:
    assert model_words(model) == told


def test_a_statement_about_several_papers_says_how_many_wherever_it_is_read(small_survey: Survey) -> None:
    first, second, *_ = small_survey.topics[0].papers
    assert claim_words(about(1, "Several papers are about masks.", first, second)) == "Two papers are about masks."
    assert claim_words(about(1, "Masks are for several papers.", first, second)) == "Masks are for several papers."


def test_the_table_of_results_tells_what_a_topics_table_tells() -> None:
    """The sign, and how a data set is written, are the same in both."""
    saving = Result(
        text="It is better, with about 8.2% bitrate saving.", quotes=(), measure="bitrate saving", value="8.2", unit="%"
    )
    gain = Result(text="It improves mIoU by 3.1.", quotes=(), measure="mIoU", value="3.1", dataset="ade20k")
    assert result_cells(saving) == (None, "bitrate saving", "8.2%", None)
    assert result_cells(gain) == ("ADE20K", "mIoU", "+3.1", None)
    assert result_phrase(saving) == "8.2% bitrate saving"
    assert result_phrase(gain) == "+3.1 mIoU on ADE20K"


@pytest.mark.parametrize("topics", [7, 12])
def test_where_papers_leave_something_open_is_named_for_the_topics_where_most_do(
    real_survey: Survey, topics: int
) -> None:
    gap = next(c for topic in real_survey.topics for c in topic.claims if c.kind == "gap")
    others = [key for key in real_survey.records if key != gap.evidence[0].paper]

    def leaving(n: int, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        """In every third topic two papers leave something open, in the others one."""
        papers = (gap.evidence[0].paper, others[n])[: 1 + (n % 3 == 0)]
        told = tuple(c for c in claims if c.kind != "gap")
        evidence = [gap.evidence[0].model_copy(update={"paper": key}) for key in papers]
        return (*told, gap.model_copy(update={"evidence": tuple(evidence)}))

    survey = real_survey.model_copy(
        update={
            "topics": tuple(
                topic.model_copy(update={"claims": leaving(n, topic.claims)})
                if n < topics
                else topic.model_copy(update={"claims": tuple(c for c in topic.claims if c.kind != "gap")})
                for n, topic in enumerate(real_survey.topics)
            )
        }
    )
    places, more = open_places(View(survey))
    if topics == 7:
        assert ([papers for _, papers in places], more) == ([2, 1, 1, 2, 1, 1, 2], "")
    else:
        assert ([papers for _, papers in places], more) == ([2, 1, 1, 2, 2, 2], "six other topics")
        assert "and six other topics." in render(survey, "md")
        assert "and six other topics." in render(survey, "html")
