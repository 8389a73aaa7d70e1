"""Dedupe on hard cases made up for the purpose: what must become one paper, and what must never."""

from dataclasses import replace

import pytest

from survey.dedupe import dedupe
from survey.papers import Paper, Source, paper_key

WETLANDS = (
    "Wetlands store a third of the carbon that soils hold, yet few of them are watched for long. We measured "
    "methane and carbon dioxide at 14 sites in three river valleys for six years with closed chambers and eddy "
    "towers. Drained sites lost 2.1 tonnes of carbon per hectare and year, and rewetted sites gained 0.4 tonnes. "
    "Water level explained 71 % of the difference, plant cover 9 %. Rewetting pays within a decade wherever the "
    "water table can be raised above 20 cm."
)
PARSING = (
    "Programs that read treebanks often fail on long sentences with nested clauses. We train a small transition "
    "parser on sentences cut at clause borders and join the pieces with a second, even smaller model. On four "
    "languages the labelled score rises by 1.8 points on average, and reading time falls by half. Most of the gain "
    "comes from German and Basque. An analysis of errors shows that coordination remains the hardest construction, "
    "whatever the size of the model."
)
REVISED = (
    "Wetlands hold a third of all soil carbon, yet few are watched for long. We measured methane and carbon dioxide"
    " at 14 sites in three river valleys for seven years with closed chambers and eddy towers. Drained sites lost "
    "2.2 tonnes of carbon per hectare and year, while rewetted sites gained 0.4 tonnes. Water level explained 70 % "
    "of the difference. We conclude that rewetting pays within a decade wherever the water table can be raised "
    "above 20 cm in summer."
)
OTHER_RESULTS = WETLANDS.replace("14", "31").replace("2.1", "5.6").replace("0.4", "1.7").replace("71", "38")
MEN = WETLANDS.replace("river valleys", "villages among men")
TITLE = "Carbon budgets of drained and rewetted wetlands in river valleys"


def record(title: str, abstract: str = "", **fields: object) -> Paper:
    return replace(Paper(paper_key(title), title, abstract), **fields)  # type: ignore[arg-type]


def papers_left(*records: Paper) -> int:
    placed = [replace(r, sources=(Source("dump", "text", n, n),)) for n, r in enumerate(records, 1)]
    deduped = dedupe(placed)
    assert len(deduped.papers) + len(deduped.merged) == len(placed)
    return len(deduped.papers)


ONE_PAPER = {
    "case and punctuation": (record(TITLE, WETLANDS), record(TITLE.upper() + ".", WETLANDS)),
    "accents": (
        record("Étude des forêts boréales près de Montréal", WETLANDS),
        record("Etude des forets boreales pres de Montreal", WETLANDS),
    ),
    "decomposed accents": (
        record("Die Wälder im Süden", WETLANDS),
        record("Die Wa\u0308lder im Su\u0308den", WETLANDS),
    ),
    "LaTeX accents": (
        record("Solving the Schrödinger equation quickly", PARSING),
        record(r"Solving the Schr{\"o}dinger equation quickly", PARSING),
    ),
    "LaTeX braces and emphasis": (
        record("The BERT of parsing", PARSING),
        record(r"The {BERT} of \emph{parsing}", PARSING),
    ),
    "LaTeX maths": (
        record("H2O and α-decay in wetlands", WETLANDS),
        record(r"H$_2$O and $\alpha$-decay in wetlands", WETLANDS),
    ),
    "HTML tags and entities": (
        record("CO2 & CH4 in wet soils", WETLANDS),
        record("CO<sub>2</sub> &amp; CH<sub>4</sub> in wet soils", WETLANDS),
    ),
    "ampersand and 'and'": (record("Parsing & cutting", PARSING), record("Parsing and cutting", PARSING)),
    "hyphens": (
        record("Pre-training parsers on treebanks", PARSING),
        record("Pretraining parsers on tree banks", PARSING),
    ),
    "dashes and quotes": (record("Wetlands – a “sink”?", WETLANDS), record('Wetlands - a "sink"?', WETLANDS)),
    "ligatures": (record("Efficient flow fields", PARSING), record("Efﬁcient ﬂow ﬁelds", PARSING)),
    "subtitle swapped": (
        record("Cut and join: parsing long sentences", PARSING),
        record("Parsing long sentences: cut and join", PARSING),
    ),
    "subtitle dropped": (record("Cut and join", PARSING), record("Cut and join: parsing long sentences", PARSING)),
    "a word added": (record(TITLE, WETLANDS), record("Long " + TITLE, WETLANDS)),
    "a typing error": (record(TITLE, WETLANDS), record(TITLE.replace("drained", "drainde"), WETLANDS)),
    "version suffix": (record(TITLE, WETLANDS), record(TITLE + " (v2)", REVISED)),
    "status in brackets": (record(TITLE, WETLANDS), record(TITLE + " [preprint]", WETLANDS)),
    "retracted": (record(TITLE, WETLANDS), record("RETRACTED ARTICLE: " + TITLE, WETLANDS)),
    "a revised abstract": (record(TITLE, WETLANDS), record(TITLE, REVISED)),
    "a revised abstract and title": (record(TITLE, WETLANDS), record("Long-term " + TITLE, REVISED)),
    "a cut-off abstract": (record(TITLE, WETLANDS), record(TITLE, WETLANDS[:190] + "…")),
    "a cut-off abstract, another title": (record(TITLE, WETLANDS), record("The " + TITLE, WETLANDS[:200] + " ...")),
    "a heading before the abstract": (record("Wet soils", WETLANDS), record("Wet soils", "Abstract: " + WETLANDS)),
    "no abstract in one": (record(TITLE, WETLANDS), record(TITLE)),
    "no abstract, in words": (record(TITLE, WETLANDS), record(TITLE, "No abstract available.")),
    "no abstract in either": (record(TITLE, year=2020, venue="A journal"), record(TITLE, year=2021)),
    "a short title, no abstract, one author": (
        record("Wet soils", WETLANDS, authors=("Ada Moor",)),
        record("Wet soils", authors=("Moor, A.",)),
    ),
    "two DOIs": (record(TITLE, WETLANDS, doi="10.1234/preprint.7"), record(TITLE, WETLANDS, doi="10.5678/journal.8")),
    "one DOI, other writing": (
        record(TITLE, WETLANDS, doi="10.1234/ABC.7"),
        record("Carbon in river valleys: budgets of wetlands", REVISED, doi="https://doi.org/10.1234/abc.7"),
    ),
    "one arXiv id, two versions": (
        record(TITLE, WETLANDS, arxiv_id="2101.00001v1"),
        record("What water tables do to carbon in valleys", REVISED, arxiv_id="arXiv:2101.00001v3"),
    ),
    "arXiv's DOI and address": (
        record(TITLE, WETLANDS, doi="10.48550/arXiv.2101.00001"),
        record("Cutting sentences at clauses", url="https://arxiv.org/abs/2101.00001v2"),
    ),
    "thousands": (record("A corpus of 10,000 treebanks", PARSING), record("A corpus of 10000 treebanks", PARSING)),
    "Chinese": (
        record("深度学习在湿地碳循环研究中的应用", WETLANDS),
        record("深度学习在湿地碳循环研究中的应用。", WETLANDS),
    ),
}


@pytest.mark.parametrize("name", ONE_PAPER)
def test_one_paper(name: str) -> None:
    assert papers_left(*ONE_PAPER[name]) == 1
    assert papers_left(*reversed(ONE_PAPER[name])) == 1


SEVERAL_PAPERS = {
    "editions of one year and the next": (
        record("Overview of the SemEval-2018 task on parsing", PARSING + " It ran in 2018."),
        record("Overview of the SemEval-2019 task on parsing", PARSING + " It ran in 2019."),
    ),
    "editions told by the abstract": (
        record("Overview of the shared task on parsing", PARSING + " It ran in 2018."),
        record("Overview of the shared task on parsing", PARSING + " It ran in 2019."),
    ),
    "editions without abstracts": (
        record("Findings of the shared task on parsing", year=2018),
        record("Findings of the shared task on parsing", year=2019),
    ),
    "editions spelt out": (
        record("The third workshop on parsing long sentences", PARSING),
        record("The fourth workshop on parsing long sentences", PARSING),
    ),
    "model versions": (
        record("YOLOv3: an incremental improvement", PARSING),
        record("YOLOv4: an incremental improvement", PARSING),
    ),
    "model versions, decimal": (record("GPT-3.5 technical report", PARSING), record("GPT-4 technical report", PARSING)),
    "a sequel": (
        record("Segmenting anything in wet soils", WETLANDS),
        record("Segmenting anything in wet soils 2", REVISED),
    ),
    "parts, Roman": (record("Carbon in wet soils, part I", WETLANDS), record("Carbon in wet soils, part II", WETLANDS)),
    "parts, Arabic": (
        record("Carbon in wet soils. Part 1: methods", WETLANDS),
        record("Carbon in wet soils. Part 2: results", WETLANDS),
    ),
    "parts, letters": (
        record("Carbon in wet soils: part A", WETLANDS),
        record("Carbon in wet soils: part B", WETLANDS),
    ),
    "a part and the whole": (
        record("Carbon in wet soils of the north", WETLANDS),
        record("Carbon in wet soils of the north, part II", WETLANDS),
    ),
    "parts under one DOI": (
        record("Carbon, part I", WETLANDS, doi="10.1234/a"),
        record("Carbon, part II", REVISED, doi="10.1234/a"),
    ),
    "letters": (
        record("Vaccination against hepatitis B in wet regions", WETLANDS),
        record("Vaccination against hepatitis C in wet regions", WETLANDS),
    ),
    "dimensions": (
        record("Optimized minimal 3D splatting of scenes", PARSING),
        record("Optimized minimal 4D splatting of scenes", PARSING),
    ),
    "a reply": (record(TITLE, WETLANDS), record("Reply to: " + TITLE, WETLANDS)),
    "a comment": (record(TITLE, WETLANDS), record(f"Comment on “{TITLE}”", WETLANDS)),
    "a comment and its reply": (record(f"Comment on {TITLE}"), record(f"Reply to comment on {TITLE}")),
    "a response": (record(TITLE, WETLANDS), record(f"{TITLE}: a response", WETLANDS)),
    "authors' reply": (record(TITLE, WETLANDS), record(f"{TITLE} – Authors’ reply")),
    "an erratum": (record(TITLE, WETLANDS), record(f"Erratum: {TITLE}", WETLANDS)),
    "an erratum in brackets": (record(TITLE, WETLANDS), record(f"{TITLE} [Erratum]", WETLANDS)),
    "an erratum under the paper's DOI": (
        record(TITLE, WETLANDS, doi="10.1234/a"),
        record(f"Erratum to: {TITLE}", WETLANDS, doi="10.1234/a"),
    ),
    "a correction": (record(TITLE, WETLANDS), record(f"Publisher Correction: {TITLE}", WETLANDS)),
    "a corrigendum": (record(TITLE), record(f"Corrigendum to “{TITLE}”")),
    "a retraction notice": (record(TITLE, WETLANDS), record(f"Retraction: {TITLE}", WETLANDS)),
    "a letter about it": (record(TITLE, WETLANDS), record(f"Re: {TITLE}", WETLANDS)),
    "two comments": (
        record(f"Comment on {TITLE}", authors=("A. Reed",)),
        record(f"Comment on {TITLE}", authors=("B. Sedge",)),
    ),
    "a short title, other abstracts": (record("Introduction", WETLANDS), record("Introduction", PARSING)),
    "a short title, no abstract in one": (record("Editorial", WETLANDS), record("Editorial")),
    "a short title, no abstracts": (record("Editorial"), record("Editorial")),
    "a long title, other abstracts": (record(TITLE, WETLANDS), record(TITLE, PARSING)),
    "one title, no abstracts, other authors": (
        record(TITLE, authors=("Ada Moor",)),
        record(TITLE, authors=("Bo Fen",)),
    ),
    "one title, no abstracts, long apart": (record(TITLE, year=1998), record(TITLE, year=2020)),
    "one abstract, other titles": (record(TITLE, WETLANDS), record("Cutting sentences at clauses", WETLANDS)),
    "one abstract form, other subjects": (
        record("Effects of rewetting on carbon in northern men", MEN),
        record("Effects of rewetting on carbon in northern women", MEN.replace("men", "women")),
    ),
    "one form, other results": (
        record("Carbon of drained wetlands in the river valleys", WETLANDS),
        record("Carbon of drained wetlands in these river valleys", OTHER_RESULTS),
    ),
    "an arXiv id given to another paper": (
        record(TITLE, WETLANDS, arxiv_id="2101.00001"),
        record("Cutting sentences at clauses", PARSING, arxiv_id="2101.00001"),
    ),
    "one title, nearly, long apart": (record(TITLE, WETLANDS, year=2006), record("The " + TITLE, WETLANDS, year=2014)),
    "a volume's DOI": (
        record("Cutting sentences", PARSING, doi="10.1234/v"),
        record("Carbon in wet soils", WETLANDS, doi="10.1234/v"),
    ),
}


@pytest.mark.parametrize("name", SEVERAL_PAPERS)
def test_several_papers(name: str) -> None:
    records = SEVERAL_PAPERS[name]
    assert papers_left(*records) == len(records)
    assert papers_left(*reversed(records)) == len(records)
