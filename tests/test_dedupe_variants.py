"""Dedupe on real arXiv papers, each beside a variant of itself: as another export gives it, or as a record about it."""

import gzip
import html
import json
import random
import re
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from survey.dedupe import dedupe
from survey.papers import Paper, Source, paper_key

SCALE = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "scale" / "arxiv_8000.jsonl.gz"
COUNT = 150
AUTHORS = (("Rana Liu", "Dora Adler"), ("Jan Novak", "Ann Old", "Wei Chen"), ("Omar Haddad", "Lena Fischer"))
NOTICE = "The original version of this article contained a mistake in Table 2, which has been corrected since then."


def _sample() -> list[tuple[str, str]]:
    with gzip.open(SCALE, "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for line in islice(lines, 0, 20 * COUNT, 20)]
    return [(" ".join(item["title"].split()), " ".join(item["abstract"].split())) for item in items]


REAL = _sample()


def _cut(text: str, length: int) -> str:
    return text[:length].rsplit(" ", 1)[0]


def _short(title: str) -> str:
    return _cut(title, max(40, 7 * len(title) // 10))


def _mistyped(title: str) -> str:
    at = random.Random(title).randrange(2, len(title) - 1)
    return title[:at] + title[at + 1 :]


def _with_headings(abstract: str) -> str:
    sentences = re.split(r"(?<=[.!?]) (?=[A-Z])", abstract)
    size = max(1, len(sentences) // 4)
    headings = dict(
        zip(range(0, 4 * size, size), ("BACKGROUND: ", "METHODS: ", "RESULTS: ", "CONCLUSIONS: "), strict=True)
    )
    return " ".join(headings.get(n, "") + sentence for n, sentence in enumerate(sentences))


Variant = Callable[[str, str], tuple[str, str]]
SAME: dict[str, Variant] = {
    "capitals": lambda t, a: (t.upper(), a),
    "entities": lambda t, a: (html.escape(html.escape(t)), html.escape(a)),
    "tags": lambda t, a: (t.replace(" of ", " <i>of</i> "), f"<p>{a}</p>"),
    "a cut-off title": lambda t, a: (_short(t) + "...", a),
    "a cut-off title and abstract": lambda t, a: (_short(t) + "\u2026", _cut(a, 200) + "..."),
    "a cut-off abstract": lambda t, a: (t, _cut(a, 200)),
    "brackets and a full stop": lambda t, a: (f"[{t}].", a),
    "another subtitle": lambda t, a: (t.split(": ")[0] if ": " in t else f"{t}: A Systematic Study", a),
    "a letter lost": lambda t, a: (_mistyped(t), _cut(a, 500)),
    "headings": lambda t, a: (t, _with_headings(a)),
    "headings and a letter lost": lambda t, a: (_mistyped(t), _with_headings(a)),
    "a copyright line": lambda t, a: (t, f"{a} (c) 2023 The Authors. Published by Elsevier Ltd. All rights reserved."),
    "an article": lambda t, a: (f"The {t}", a),
    "no blanks between sentences": lambda t, a: (t, a.replace(". ", ".")),
}
ABOUT: dict[str, Variant] = {
    "erratum": lambda t, a: (f"Erratum: {t}", ""),
    "erratum with the abstract": lambda t, a: (f"Erratum to: {t}", a),
    "correction": lambda t, _: (f"Author Correction: {t}", NOTICE),
    "retraction": lambda t, _: (f"Retraction Note: {t}", NOTICE),
    "corrigendum": lambda t, _: (f"{t} (Corrigendum)", ""),
    "comment": lambda t, _: (f'Comment on "{t}"', NOTICE),
    "reply": lambda t, _: (f"{t}: Reply", NOTICE),
    "second part": lambda t, a: (f"{t} II", a.replace("We", "Here, we")),
}


def _merged(variant: Variant, suffix: str, *, dated: bool) -> int:
    """How many papers were merged with their variants; the variant has the authors in another form, a year later."""
    records = []
    for n, (title, abstract) in enumerate(REAL):
        authors = AUTHORS[n % len(AUTHORS)]
        initials = tuple(f"{name.split()[1]}, {name[0]}." for name in authors)
        for k, (t, a) in enumerate(((title + suffix, abstract), variant(title, abstract))):
            source = Source("dump", "text", 2 * n + k + 1, 2 * n + k + 1)
            paper = Paper(paper_key(t), t, a, sources=(source,))
            if dated:
                paper = Paper(paper_key(t), t, a, initials if k else authors, 2019 + k, sources=(source,))
            records.append(paper)
    deduped = dedupe(records)
    together = [sorted(source.record for source in paper.sources) for paper in deduped.papers if len(paper.sources) > 1]
    assert all(len(group) == 2 and group[1] == group[0] + 1 and group[0] % 2 for group in together), "strangers merged"
    return len(together)


@pytest.mark.parametrize("dated", [False, True])
@pytest.mark.parametrize("name", SAME)
def test_a_variant_is_the_same_paper(name: str, dated: bool) -> None:
    assert _merged(SAME[name], "", dated=dated) >= 0.95 * COUNT


@pytest.mark.parametrize("dated", [False, True])
@pytest.mark.parametrize("name", ABOUT)
def test_a_record_about_a_paper_is_another(name: str, dated: bool) -> None:
    assert _merged(ABOUT[name], " I" if name == "second part" else "", dated=dated) == 0
