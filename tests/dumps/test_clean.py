"""Text hygiene: what it changes, and that it leaves clean text alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raw_reading import DUMPS

from survey.dumps.clean import clean, clean_abstract

REAL = [line.strip() for path in sorted(DUMPS.iterdir()) for line in path.read_text("utf-8").splitlines()[2:]]


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        ("Schr\u00c3\u00b6dinger\u00e2\u20ac\u2122s cat", "Schrödinger\u2019s cat"),
        ("na\u00c3\u00afve  Bayes", "naïve Bayes"),
        ("R&amp;D &lt; 5 &#38; &eacute;t&eacute;", "R&D < 5 & été"),
        ("twice &amp;amp; escaped &amp;lt;", "twice & escaped <"),
        ("AT&T and &c. &unknown; stay", "AT&T and &c. &unknown; stay"),
        ("<jats:p>First.</jats:p><jats:p>Second.</jats:p>", "First. Second."),
        ("<p>H<sub>2</sub>O at 10<sup>-3</sup> mol</p>", "H2O at 10^-3 mol"),
        ("the 1<sup>st</sup> of <i>E. coli</i>", "the 1st of E. coli"),
        ("the <MASK> token, x<y and y>z", "the <MASK> token, x<y and y>z"),
        ("<script>alert('x')</script>safe<!-- hidden -->", "safe"),
        ("<img src=x onerror=alert(1)>text", "text"),
        ("soft\u00adhyphen and zero\u200bwidth", "softhyphen and zerowidth"),
        ("right\u202eleft\u202c and \u2066iso\u2069", "rightleft and iso"),
        ("hidden\U000e0041\U000e0042 tag", "hidden tag"),
        ("NUL\x00 bell\x07 end", "NUL bell end"),
        ("lone\ud800surrogate", "lonesurrogate"),
        ("line\r\nend\ttab\u00a0nbsp\u2028sep", "line end tab nbsp sep"),
        ("  two  spaces ", "two spaces"),
    ],
)
def test_clean(dirty: str, expected: str) -> None:
    assert clean(dirty) == expected


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"Schr\"odinger and Erd\H{o}s", "Schrödinger and Erdős"),
        (r"{\'E}cole, fa\c{c}ade, Ba\v{s}ta, {\o}re, \L{}\'od\'z", "École, façade, Bašta, øre, Łódź"),
        (r"G{\"{o}}del, na{\"\i}ve, \AA ngstr\"om", "Gödel, naïve, Ångström"),
        (r"a gain of 95.2\% \& more \#1", "a gain of 95.2% & more #1"),
        (r"a gain of $95.2\%$ and $3.7\times$", "a gain of 95.2% and 3.7×"),
        (r"the $\alpha$-divergence, $k \leq n$", "the α-divergence, k ≤ n"),
        (r"a 360$^\circ$ view at 45$^{\circ}$", "a 360° view at 45°"),
        (r"$O(n^2)$ and $10^{-3}$", "O(n^2) and 10^-3"),
        (r"$\mathcal{O}(n \log n)$ in $\mathbb{R}^d$", "O(n log n) in R^d"),
        (r"$\underline{Ko}rean \underline{T}est$ of $\boldsymbol{x}$", "Korean Test of x"),
        (r"$\tt A^\tt 3$, $\it i.e.$ a tree", "A^3, i.e. a tree"),
        (r"with $\text{RL-QR}_{\text{multi-modal}}$ and $a_{i-1}$", r"with RL-QR_multi-modal and $a_{i-1}$"),
        (r"$\frac{1}{2}$ stays", r"$\frac{1}{2}$ stays"),
        (r"at 768$\times$1280, 3$\times$ more", "at 768×1280, 3× more"),
        ("costs $5 to $6 million", "costs $5 to $6 million"),
        ("from $5$ to $6$", "from 5 to 6"),
        (r"A$^2$Search, MajorMark$^{+}$ and H$_{2}$O", "A²Search, MajorMark⁺ and H2O"),
        (r"a measure $R^\star$, and $x^{*}$", "a measure R*, and x*"),
        (r"an angle of {\Pi}/2, \r{ho} of 0.6 and \b{eta}-chains", "an angle of Π/2, ρ of 0.6 and β-chains"),
        (r"\emph{very} \textbf{bold \textit{both}}", "very bold both"),
        (r"{\em old} \texttt{code}", "old code"),
        (r"see \href{https://x.org}{our page}", "see our page"),
        (r"unknown \alg and \OurMethod, \vs all", r"unknown \alg and \OurMethod, \vs all"),
        (r"it\'s \"quoted text\", twice", 'it\'s "quoted text", twice'),
    ],
)
def test_latex(latex: str, expected: str) -> None:
    assert clean(latex) == expected


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        ("Abstract: We show.", "We show."),
        ("ABSTRACT We show.", "We show."),
        ("Abstract\u2014We show.", "We show."),
        ("Abstract reasoning is hard.", "Abstract reasoning is hard."),
        ("Abstracts are short.", "Abstracts are short."),
        ("AbstractYouth suffer from it.", "Youth suffer from it."),
        ("Abstract. Trees grow.", "Trees grow."),
        ("<jats:title>Abstract</jats:title><jats:p>Trees grow.</jats:p>", "Trees grow."),
        ("Trees grow. \u00a9 2019 Elsevier Ltd. All rights reserved.", "Trees grow."),
        ("Trees grow. Copyright (c) 2014 John Wiley & Sons, Ltd.", "Trees grow."),
        ("Trees grow. (C) 2003 Elsevier B.V.", "Trees grow."),
        ("Trees grow. (PsycINFO Database Record (c) 2019 APA, all rights reserved)", "Trees grow."),
        ("Trees grow. Copyright law is discussed.", "Trees grow. Copyright law is discussed."),
        ("It has (a) a roof, (b) a door. (c) The roof leaks.", "It has (a) a roof, (b) a door. (c) The roof leaks."),
        ("Case (c) 2 of 3 holds. Trees grow.", "Case (c) 2 of 3 holds. Trees grow."),
        (
            "\u00a9 marks are studied. " + "Trees grow. " * 60,
            ("\u00a9 marks are studied. " + "Trees grow. " * 60).strip(),
        ),
    ],
)
def test_clean_abstract(dirty: str, expected: str) -> None:
    assert clean_abstract(dirty) == expected


def test_the_real_dumps_are_clean_already() -> None:
    assert len(REAL) == 904
    for line in REAL:
        assert clean(line, latex=False) == clean_abstract(line, latex=False) == line


@given(st.text())
def test_clean_text_is_one_line_and_safe_to_write(text: str) -> None:
    cleaned = clean_abstract(text)
    assert cleaned == cleaned.strip()
    assert "  " not in cleaned
    assert len(cleaned.splitlines()) <= 1
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in cleaned)
    cleaned.encode("utf-8")


@given(st.text(alphabet="\\\"'`^~={}$%&#_<>/;abcosuHvl 12.-()", max_size=60))
def test_markup_of_any_kind_ends_in_some_text(text: str) -> None:
    assert isinstance(clean_abstract(text), str)


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "&",
        "$",
        "\\",
        "<p ",
        "$a",
        '\\"{',
        "<!--",
        "<script>",
        "{\\em ",
        "\u00c3",
        "(c) ",
        "*",
        "*a ",
        " **a",
        "*a* ",
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert isinstance(clean_abstract(text), str)


@pytest.mark.parametrize(
    "tail",
    [
        "[ABSTRACT FROM AUTHOR]",
        "[Author Abstract] KEY WORDS: trees; north",
        "[ABSTRACT FROM AUTHOR] Copyright of Forests is the property of Trees Ltd. and its content may not be copied "
        "or emailed to multiple sites or posted to a listserv without the holder's written permission. "
        + "However. "
        * 30,
        "This article is protected by copyright. All rights reserved.",
        "Crown Copyright \u00a9 2019",
        "(c) 2019 APA, all rights reserved",
    ],
)
def test_what_services_write_below_an_abstract_goes(tail: str) -> None:
    assert clean_abstract(f"Trees grow slowly. They grow. {tail}") == "Trees grow slowly. They grow."


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Abstract We study trees.", "We study trees."),
        ("Abstract Background: Trees grow.", "Background: Trees grow."),
        ("Abstract Meaning Representation is a graph.", "Abstract Meaning Representation is a graph."),
        ("Abstract interpretation proves it.", "Abstract interpretation proves it."),
        ("Author(s): Liu, R | Advisor(s): Adler, D | Abstract: Trees grow.", "Trees grow."),
        ("arXiv:2401.00001v1 Announce Type: replace-cross \nAbstract: Trees grow.", "Trees grow."),
        ("Our rights: all rights reserved for trees.", "Our rights: all rights reserved for trees."),
    ],
)
def test_what_services_write_before_an_abstract_goes(text: str, kept: str) -> None:
    assert clean_abstract(text) == kept
