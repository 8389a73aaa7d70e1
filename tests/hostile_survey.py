"""A survey in which every text that comes from outside is hostile."""

from dataclasses import replace

import pytest

from survey.claims import Claim
from survey.document import LeftOutEntry, Survey, Uncited
from survey.papers import Rejection, Source

EVIL = (
    '<script>alert("x")</script> ![pic](http://e.org/p.png) [see](javascript:alert(1)) <img src=x onerror=y> | cell | '
    "`code` **bold** www.example.org http://example.org/a me@example.org &lt;b&gt; </td></section> =1+1 {{ x }} ${x}"
)


@pytest.fixture(scope="session")
def evil(small_survey: Survey) -> Survey:
    """The survey of examples/ with hostile titles, names, statements, reasons and file names everywhere."""
    papers = tuple(
        replace(
            paper,
            title=f"{EVIL} {paper.number}",
            abstract=f"{EVIL} {paper.abstract}",
            authors=(EVIL, f"{EVIL} B"),
            year=2024,
            venue=EVIL,
            doi='10.1/a"><script>b</script>' if paper.number % 3 == 0 else None,
            arxiv_id="2401.00001)[x](javascript:y" if paper.number % 3 == 1 else None,
            url='https://e.org/")<script>' if paper.number % 2 else "javascript:alert(1)",
            sources=tuple(replace(source, dump=f"{EVIL}.txt", format=EVIL) for source in paper.sources),
        )
        for paper in small_survey.papers
    )
    topics = tuple(
        topic.model_copy(
            update={
                "name": f"{EVIL} {topic.id}",
                "keywords": (EVIL, "plain"),
                "claims": tuple(_evil_claim(claim) for claim in topic.claims),
                "comparison": topic.comparison.model_copy(
                    update={
                        "columns": tuple(EVIL for _ in topic.comparison.columns),
                        "rows": tuple(
                            row.model_copy(update={"cells": tuple(EVIL for _ in row.cells)})
                            for row in topic.comparison.rows
                        ),
                    }
                ),
            }
        )
        for topic in small_survey.topics
    )
    records = {
        key: record.model_validate(
            record.model_dump()
            | {
                name: {"text": EVIL, "quotes": [EVIL]}
                for name in ("contribution", "problem", "method", "data", "limitations")
            }
            | {"results": [{"text": EVIL, "quotes": [EVIL], **dict.fromkeys(_PARTS, EVIL)}] * 2}
        )
        for key, record in small_survey.records.items()
    }
    source = Source(f"{EVIL}.txt", EVIL, 1, 1)
    return small_survey.model_copy(
        update={
            "title": EVIL,
            "papers": papers,
            "topics": topics,
            "themes": tuple(theme.model_copy(update={"name": f"{EVIL} {theme.id}"}) for theme in small_survey.themes),
            "records": records,
            "overview": tuple(_evil_claim(claim) for claim in small_survey.overview),
            "dumps": tuple(dump.model_copy(update={"name": EVIL, "format": EVIL}) for dump in small_survey.dumps),
            "merged": tuple(replace(m, title=EVIL, reason=EVIL, source=source) for m in small_survey.merged),
            "rejected": (Rejection(EVIL, EVIL, source),),
            "left_out": (
                LeftOutEntry(paper=papers[0].key, question="record", reason=EVIL),
                LeftOutEntry(topic=topics[0].id, question="synthesis", reason=EVIL),
            ),
            "scorecard": small_survey.scorecard.model_copy(
                update={"papers_uncited": (Uncited(key=papers[0].key, reason=EVIL),)}
            ),
            "run": small_survey.run.model_copy(update={"model": EVIL, "complete": False}),
        }
    )


_PARTS = ("measure", "value", "unit", "dataset", "baseline")


def _evil_claim(claim: Claim) -> Claim:
    evidence = tuple(one.model_copy(update={"quote": EVIL}) for one in claim.evidence)
    return claim.model_copy(update={"text": f"{EVIL} {claim.id}", "evidence": evidence})
