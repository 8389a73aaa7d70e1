"""Tagged text as services write it: RIS, MEDLINE, Web of Science, EndNote and RefWorks, one paper in each."""

from pathlib import Path

import pytest
from dialects import ABSTRACT, ADLER, ARXIV, DOI, LIU, TITLE, facts, read_all, read_one

FIRST, SECOND, THIRD = (f"{s}." for s in ABSTRACT.removesuffix(".").split(". "))

SAMPLES: dict[str, tuple[str, str, tuple[object, ...]]] = {
    "Scopus": ("ris", f"""TY  - JOUR
AU  - Liu, R.
AU  - Adler, D.
TI  - {TITLE}
PY  - 2019
T2  - Forests
VL  - 3
C7  - 90
DO  - {DOI}
UR  - https://www.scopus.com/inward/record.uri?eid=2-s2.0-1&doi=10.1000%2fabc.1&partnerID=40
AD  - Univ. A
AB  - {ABSTRACT} © 2019 by the authors.
KW  - trees
J2  - For.
M3  - Article
DB  - Scopus
N1  - Export Date: 10 February 2024; Cited By: 1
ER  -
""", (("Liu, R.", "Adler, D."), 2019, "Forests", DOI, None)),
    "Web of Science": ("ris", f"""TY  - JOUR
AU  - Liu, R
AU  - Adler, D
TI  - {TITLE}
T2  - FORESTS
AB  - {ABSTRACT}
C3  - University of A
J9  - FOR
DA  - SEP
PY  - 2019
DO  - {DOI}
AN  - WOS:0004
N1  - Times Cited in Web of Science Core Collection:  5
Total Times Cited:  7
ER  -

""", (("Liu, R", "Adler, D"), 2019, "FORESTS", DOI, None)),
    "EndNote": ("ris", f"""TY  - JOUR
AU  - Liu, Rana
AU  - Adler, Dora
AB  - {ABSTRACT}
AD  - Univ. A.
AN  - 123
DA  - May 6
DO  - {DOI}
J2  - Forests (Basel)
PY  - 2019
ST  - Slow Trees
T2  - Forests
TI  - {TITLE}
UR  - <Go to ISI>://WOS:0004
ID  - 17
ER  -

""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "Mendeley": ("ris", f"""TY  - JOUR
T1  - {TITLE}
A1  - Liu, Rana
A1  - Adler, Dora
Y1  - 2019/5//
JF  - Forests
VL  - 3
DO  - {DOI}
N2  - {ABSTRACT}
ER  -
""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "PubMed through EMBASE's export": ("ris", f"""TY  - JOUR
M3  - Article
Y1  - 2019
JF  - Forests
JO  - For.
UR  - http://www.embase.com/search/results?id=L1
U2  - L1
DB  - Embase
L2  - http://dx.doi.org/{DOI}
DO  - {DOI}
LK  - http://sfx.example.org/x?sid=EMBASE&id=doi:10.1000%2Fabc.1
A1  - Liu R.
A1  - Adler D.
T1  - {TITLE}
N2  - {ABSTRACT}
ER  -
""", (("Liu R.", "Adler D."), 2019, "Forests", DOI, None)),
    "Ovid": ("ris", f"""1.
TY  - JOUR
DB  - Ovid MEDLINE(R) <2019>
AN  - 123
ID  - https://dx.doi.org/{DOI}
T1  - {TITLE}
A1  - Liu, Rana
A1  - Adler, Dora
Y1  - 2019//
N2  - {ABSTRACT}
JF  - Forests
JA  - For.
DO  - https://dx.doi.org/{DOI}
XT  - English
UR  - https://ovidsp.example.org/x?T=JS
ER  -

""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "EBSCO": ("ris", f"""TY  - JOUR
ID  - 136
T1  - {TITLE}
AU  - Liu, Rana
AU  - Adler, Dora
Y1  - 2019/05//
N1  - Accession Number: 136. Author: Liu, Rana: 1 email: r@example.org.
N2  - {ABSTRACT} [ABSTRACT FROM AUTHOR]
N2  - Copyright of Forests is the property of Trees Ltd. and its content may not be copied or emailed to multiple sites.
KW  - TREES
JF  - Forests
JA  - For.
VL  - 3
UR  - http://search.example.org/login.aspx?direct=true&db=a9h&AN=136
DO  - {DOI}
DP  - EBSCOhost
DB  - a9h
ER  -
""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "ProQuest": ("ris", f"""TY  - JOUR
T1  - {TITLE}
AN  - 221; 518
AB  - {ABSTRACT} [Author Abstract] KEY WORDS: trees; north
JF  - Forests
AU  - Liu, Rana
AU  - Adler, Dora
PY  - 2019
SN  - 0894-9867, 0894-9867
UR  - https://search.proquest.com/docview/221
L2  - http://sfx.example.org/x?rft_id=info:eric/5&rft_id=info:doi/10.1000%2Fabc.1
L2  - http://dx.doi.org/{DOI}
N1  - Date revised - 2019-05-03
DO  - http://dx.doi.org/{DOI}
ER  -



""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "Cochrane's Central": ("ris", f"""Record #1 of 1
Provider: John Wiley & Sons, Ltd.
Content: text/plain; charset="UTF-8"

TY  - JOUR
AN  - CN-01
AU  - Liu, R
AU  - Adler, D
TI  - {TITLE}
T2  - Forests
YR  - 2019
VL  - 3
M3  - Journal article
US  - https://www.cochranelibrary.example/central/doi/10.1002/central/CN-01/full
AB  - {ABSTRACT}
DOI - {DOI}
ER  -
""", (("Liu, R", "Adler, D"), 2019, "Forests", DOI, None)),
    "Rayyan": ("ris", f"""TY  - JOUR
ID  - rayyan-1
T1  - {TITLE}
AU  - Liu, Rana
AU  - Adler, Dora
Y1  - 2019
JF  - Forests
AB  - {FIRST}

{SECOND} {THIRD}
KW  - Tree
North
Growth
N1  - RAYYAN-INCLUSION: {{"A"=>"Included"}}
DO  - {DOI}
ER  -
""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "Covidence": ("ris", f"""TY  - JOUR
TI  - {TITLE}
AU  - Liu R
AU  - Adler D
PY  - 2019
JO  - Forests
AB  - {ABSTRACT}
N1  - Tags:
Notes:

DO  - {DOI}
ID  - #17
ER  -
""", (("Liu R", "Adler D"), 2019, "Forests", DOI, None)),
    "IEEE Xplore": ("ris", f"""TY  - CONF
TI  - {TITLE}
T2  - 2019 Forests Conference (FC)
SP  - 1
EP  - 9
AU  - R. Liu
AU  - D. Adler
PY  - 2019
DO  - {DOI}
JO  - 2019 Forests Conference (FC)
IS  -
SN  -
VO  -
VL  -
JA  - 2019 Forests Conference (FC)
Y1  - 1-3 May 2019
AB  - {ABSTRACT}
ER  -

""", (("R. Liu", "D. Adler"), 2019, "2019 Forests Conference (FC)", DOI, None)),
    "ScienceDirect": ("ris", f"""TY  - JOUR
T1  - {TITLE}
AU  - Liu, Rana
AU  - Adler, Dora
JO  - Forests
VL  - 3
SP  - 90
PY  - 2019
DA  - 2019/05/06/
SN  - 0000-0000
DO  - https://doi.org/{DOI}
UR  - https://www.sciencedirect.com/science/article/pii/S1
KW  - Trees
AB  - {ABSTRACT}
ER  -
""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "Springer": ("ris", f"""TY  - JOUR
AU  - Liu, Rana
AU  - Adler, Dora
PY  - 2019
DA  - 2019/05/06
TI  - {TITLE}
JO  - Forests
AB  - {ABSTRACT}
SN  - 1234-5678
UR  - https://doi.org/{DOI}
DO  - {DOI}
ID  - Liu2019
ER  -
""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "Zotero, a preprint": ("ris", f"""TY  - UNPB
TI  - {TITLE}
AU  - Liu, Rana
AU  - Adler, Dora
AB  - {ABSTRACT}
DA  - 2019/05/06/
PY  - 2019
DO  - 10.48550/arXiv.{ARXIV}
DP  - arXiv.org
PB  - arXiv
UR  - http://arxiv.org/abs/{ARXIV}
Y2  - 2024/02/01/10:00:00
N1  - Comment: 9 pages
ER  -
""", ((LIU, ADLER), 2019, "arXiv", f"10.48550/arXiv.{ARXIV}", ARXIV)),
    "the old tags, one space, lines of a body": ("ris", f"""TY - JOUR
AU - Liu, Rana
AU - Adler, Dora
TI - {TITLE}
JO - Forests
PY - 2019
DO - {DOI}
AB - {FIRST}
     {SECOND}
     {THIRD}
ER -
""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "authors on one line": ("ris", f"""TY  - JOUR
AU  - Liu, Rana; Adler, Dora
TI  - {TITLE}
JO  - Forests
PY  - 2019///
AB  - {ABSTRACT}
M3  - doi: {DOI}
ER  -
""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "PubMed": ("medline", f"""
PMID- 31052147
OWN - NLM
STAT- MEDLINE
DCOM- 20200101
IS  - 1234-5678 (Electronic)
DP  - 2019 May 6
TI  - Slow Trees of the Far
      North: A Count.
PG  - 90 LID - 10.9/x
LID - {DOI} [doi]
LID - 90 [pii]
AB  - {FIRST}
      {SECOND}
      {THIRD}
CI  - Copyright (c) 2019, Trees Ltd.
FAU - Liu, Rana
AU  - Liu R
AD  - Univ. A.
FAU - Adler, Dora
AU  - Adler D
LA  - eng
PT  - Journal Article
TA  - For
JT  - Forests
SO  - Forests. 2019 May 6;3(1):90. doi: {DOI}.

""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "Web of Science, plain text": ("wos", f"""FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Liu, R
   Adler, D
AF Liu, Rana
   Adler, Dora
TI Slow Trees of the Far
   North: A Count
SO FORESTS
LA English
DT Article
AB {FIRST} {SECOND}
   {THIRD}
C1 [Liu, Rana] Univ A.
   [Adler, Dora] Univ B.
CR OLD A, 2001, FORESTS, V1, P1, DOI 10.9/r1
   OLD B, 2002, FORESTS, V2, P1
PU TREES LTD
SN 1234-5678
PD MAY
PY 2019
VL 3
DI {DOI}
UT WOS:0004
DA 2024-02-01
ER

EF
""", ((LIU, ADLER), 2019, "FORESTS", DOI, None)),
    "CiteSpace or CSSCI in Web of Science's dress": ("wos", f"""PT J
AU Liu, R
   Adler, D
TI {TITLE}
SO FORESTS
PY 2019
AB {ABSTRACT}
DI {DOI}
ER

""", (("Liu, R", "Adler, D"), 2019, "FORESTS", DOI, None)),
    "EndNote, tagged": ("endnote", f"""%0 Journal Article
%A Liu, Rana
%A Adler, Dora
%T {TITLE}
%B Forests
%D 2019
%8 May 6, 2019
%! Slow Trees
%R {DOI}
%K trees
north
%X {FIRST}
{SECOND} {THIRD}
%U https://example.org/a
%G en
""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "Google Scholar's or CNKI's EndNote": ("endnote", f"""%0 Journal Article
%A Liu, Rana
%A Adler, Dora
%+ Univ. A
%T {TITLE}
%J Forests
%D 2019
%V 3
%K trees;north
%X {ABSTRACT}
%P 1-9
%@ 1234-5678
%U https://example.org/a
%R {DOI}
%W CNKI

""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "RefWorks": ("refworks", f"""RT Journal Article
SR 1
ID 7
A1 Liu, Rana
A1 Adler, Dora
T1 {TITLE}
JF Forests
YR 2019
FD May 6
VO 3
SP 90
K1 trees
AB {FIRST}
{SECOND} {THIRD}
LA English
DO {DOI}
UL https://example.org/a
DS CNKI

""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
    "RefWorks of ProQuest, with lines indented": ("refworks", f"""RT Journal
A1 Liu, Rana
A1 Adler, Dora
T1 {TITLE}
JF Forests
YR 2019
AB {FIRST}
   {SECOND}
   {THIRD}
NO PT: J; UT: WOS:0004; DOI {DOI}
DO {DOI}
ER
""", ((LIU, ADLER), 2019, "Forests", DOI, None)),
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_one_record(name: str, end: str, tmp_path: Path) -> None:
    form, sample, expected = SAMPLES[name]
    path = tmp_path / "export.data"
    (paper,) = read_all(tmp_path, sample.replace("\n", end), form)
    assert (paper.title.rstrip("."), paper.abstract) == (TITLE, ABSTRACT)
    assert facts(paper) == expected
    del path


@pytest.mark.parametrize("name", SAMPLES)
def test_many_records(name: str, tmp_path: Path) -> None:
    form, sample, expected = SAMPLES[name]
    sample = sample.removesuffix("EF\n") if form == "wos" else sample
    papers = read_all(tmp_path, "\ufeff" + (sample + "\n") * 3, form)
    assert [(p.title.rstrip("."), p.abstract, *facts(p)) for p in papers] == [(TITLE, ABSTRACT, *expected)] * 3
    lines = sample.count("\n") + 1
    first = papers[0].sources[0].line
    assert [p.sources[0].line for p in papers] == [first, first + lines, first + 2 * lines]


def test_a_tag_like_line_within_an_abstract_of_ris_stays_in_it(tmp_path: Path) -> None:
    text = f"TY  - JOUR\nTI  - {TITLE}\nPY  - 2019\nAB  - {ABSTRACT}\nCO2 - the gas - matters.\nER  - \n"
    (paper,) = read_all(tmp_path, text, "ris")
    assert paper.abstract == f"{ABSTRACT} CO2 - the gas - matters."


def test_lines_of_title_and_abstract_that_begin_with_two_capitals_stay_in_refworks(tmp_path: Path) -> None:
    text = f"RT Journal Article\nT1 {TITLE}\nYR 2019\nAB {ABSTRACT}\nUK trees differ.\nDO {DOI}\n"
    (paper,) = read_all(tmp_path, text, "refworks")
    assert (paper.abstract, paper.doi) == (f"{ABSTRACT} UK trees differ.", DOI)


def test_one_abstract_in_parts_and_one_given_twice(tmp_path: Path) -> None:
    parts = f"TY  - JOUR\nTI  - {TITLE}\nAB  - {FIRST}\nAB  - {SECOND}\nAB  - {THIRD}\nER  - \n"
    assert read_one(tmp_path, parts, "ris").abstract == ABSTRACT
    twice = f"TY  - JOUR\nTI  - {TITLE}\nAB  - {ABSTRACT}\nN2  - {ABSTRACT}\nER  - \n"
    assert read_one(tmp_path, twice, "ris").abstract == ABSTRACT
