"""What a refresh changed, taken from the survey before and after it, and how CHANGES.md tells of it."""

from dataclasses import replace

import pytest

from survey.changes import OVERVIEW, After, entry
from survey.claims import Claim
from survey.document import Survey, TopicSection
from survey.history import Dropped, Refresh, StatementChange, TopicChange
from survey.papers import Merge, Rejection, Source
from survey.render import render


def after(survey: Survey, **more: object) -> After:
    """Nothing changed, but for ``more``."""
    same = After("2026-05-02T10:00:00+00:00", (), (), 0, 0, (), (), survey.topics, survey.overview, renewed=False)
    return replace(same, **more)  # type: ignore[arg-type]


def with_claims(survey: Survey, place: int, claims: tuple[Claim, ...]) -> tuple[TopicSection, ...]:
    topics = list(survey.topics)
    topics[place] = topics[place].model_copy(update={"claims": claims})
    return tuple(topics)


def dropped(survey: Survey, key: str) -> Dropped:
    paper = survey.by_key()[key]
    return Dropped(key=key, number=paper.number, title=paper.title, reason="on request")


# --- from before and after to the entry ---


def test_where_nothing_changed_nothing_is_told(small_survey: Survey) -> None:
    told = entry(small_survey, after(small_survey))
    assert (told.refresh, told.topics, told.statements) == (1, (), ())
    assert entry(small_survey.model_copy(update={"history": (told,)}), after(small_survey)).refresh == 2


def test_each_way_in_which_a_topic_can_change(small_survey: Survey) -> None:
    first, second, third, *rest = small_survey.topics
    topics = (
        first.model_copy(update={"papers": (*first.papers[1:], "n1", "n2")}),
        TopicSection(id="t90", name="Pebbles", keywords=(), papers=("n3",)),
        TopicSection(id="t91", name="Part", keywords=(), papers=second.papers, lineage=(second.id,)),
        *rest,
    )
    found = entry(small_survey, after(small_survey, topics=topics, added=("n1", "n2", "n3"))).topics
    assert found == (
        TopicChange(id=first.id, name=first.name, kind="changed", added=2, removed=1),
        TopicChange(id="t90", name="Pebbles", kind="new", added=1),
        TopicChange(id="t91", name="Part", kind="split", lineage=(second.id,)),
        TopicChange(id=second.id, name=second.name, kind="gone", removed=len(second.papers)),
        TopicChange(id=third.id, name=third.name, kind="gone", removed=len(third.papers)),
    )


def test_each_way_in_which_a_statement_can_change(small_survey: Survey) -> None:
    topic = small_survey.topics[0]
    kept, reworded, extended, gone, *rest = topic.claims
    other = small_survey.topics[1].claims[0].evidence
    claims = (
        kept,
        reworded.model_copy(update={"text": "Said otherwise."}),
        extended.model_copy(update={"evidence": (*extended.evidence, *other)}),
        Claim(id=f"{topic.id}-c99", kind="finding", text="Said anew.", evidence=other),
        *rest,
    )
    found = entry(small_survey, after(small_survey, topics=with_claims(small_survey, 0, claims))).statements
    assert [(change.claim, change.kind, change.topic) for change in found] == [
        (reworded.id, "reworded", topic.id),
        (extended.id, "extended", topic.id),
        (f"{topic.id}-c99", "added", topic.id),
        (gone.id, "withdrawn", topic.id),
    ]
    assert (found[0].before, found[0].text) == (reworded.text, "Said otherwise.")
    assert set(found[1].papers) > set(extended.papers)


def test_a_statement_that_only_moved_to_another_topic_is_not_told(small_survey: Survey) -> None:
    one, other, *rest = small_survey.topics
    moved = (
        one.model_copy(update={"claims": one.claims[1:]}),
        other.model_copy(update={"claims": (*other.claims, one.claims[0])}),
    )
    assert entry(small_survey, after(small_survey, topics=(*moved, *rest))).statements == ()


def test_a_withdrawn_statement_has_its_reason(small_survey: Survey) -> None:
    claim = small_survey.topics[0].claims[0]
    topics = with_claims(small_survey, 0, small_survey.topics[0].claims[1:])
    key = claim.papers[0]

    def reason(**more: object) -> str | None:
        (told,) = entry(small_survey, after(small_survey, topics=topics, **more)).statements
        return told.reason

    assert reason() == "new papers changed it"
    assert reason(renewed=True) == "the survey was renewed"
    assert reason(new_versions=(key,), renewed=True) == "a new version of a paper that it rested on came"
    assert reason(dropped=(dropped(small_survey, key),)) == "a paper that it rested on was taken out"
    assert reason(dropped=(dropped(small_survey, small_survey.papers[-1].key),)) == "new papers changed it"
    (told,) = entry(small_survey, after(small_survey, overview=small_survey.overview[1:])).statements
    assert (told.topic, told.reason) == (OVERVIEW, "the overview was renewed")


def test_statements_of_a_topic_that_is_gone_are_told_as_withdrawn(small_survey: Survey) -> None:
    gone, *rest = small_survey.topics
    found = entry(small_survey, after(small_survey, topics=tuple(rest))).statements
    assert [(change.claim, change.kind, change.topic) for change in found] == [
        (claim.id, "withdrawn", gone.id) for claim in gone.claims
    ]


# --- from the entry to CHANGES.md ---


def told(survey: Survey, **more: object) -> str:
    """CHANGES.md of ``survey`` with one refresh more."""
    known = {"refresh": len(survey.history) + 1, "date": "2026-05-02T10:00:00+00:00", "dumps": (), "added": 0}
    refresh = Refresh.model_validate({**known, **more})
    return render(survey.model_copy(update={"history": (*survey.history, refresh)}), "changes")


def test_before_the_first_refresh_it_says_so(small_survey: Survey) -> None:
    assert "never refreshed" in render(small_survey, "changes")
    assert "never refreshed" not in told(small_survey)


def test_the_newest_refresh_comes_first_with_its_date_and_its_sums(small_survey: Survey) -> None:
    text = told(small_survey, dumps=("a.jsonl", "b_c.jsonl"), added=2, merged=1, rejected=3)
    assert "## Refresh 1, 2 May 2026\n" in text
    assert (
        "2 new papers, 1 record of papers already there and 3 rejected, from a.jsonl and b\\_c.jsonl. No topic changed."
        in text
    )
    once = small_survey.model_copy(update={"history": (Refresh(refresh=1, date="2026-05-01", dumps=(), added=0),)})
    again = told(once, renewed=True)
    assert again.index("## Refresh 2, 2 May 2026") < again.index("## Refresh 1, 1 May 2026")
    assert "Everything was asked anew" in again


def test_a_heading_says_what_became_of_a_topic_and_leads_to_it(small_survey: Survey) -> None:
    one, two, three, *_ = small_survey.topics
    changes = (
        TopicChange(id=one.id, name=one.name, kind="changed", added=2, removed=1),
        TopicChange(id=two.id, name=two.name, kind="split", lineage=(one.id, "t77")),
        TopicChange(id=three.id, name=three.name, kind="changed"),
        TopicChange(id="t99", name="Old & <b>gone</b>", kind="gone", removed=4),
    )
    lines = told(small_survey, topics=changes).splitlines()
    headings = [line.removeprefix("### ").replace("\\", "") for line in lines if line.startswith("### ")]
    assert headings[:2] == [f"[{two.name}](survey.md#{two.id}): split off from {one.name} and t77", headings[1]]
    assert headings[1].endswith(": no longer a topic")
    assert "](survey.md#t99)" not in headings[1]
    assert headings[2:] == [
        f"[{one.name}](survey.md#{one.id}): 2 new papers, 1 paper left",
        f"[{three.name}](survey.md#{three.id}): statements changed",
    ], "topics that only changed come last"
    assert "Topics: 1 split off, 2 changed and 1 gone." in "\n".join(lines)


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("added", "It is fast.", "- It is fast {cited}."),
        ("added", "Is it fast?", "- Is it fast {cited}?"),
        ("added", "It is fast", "- It is fast {cited}."),
        ("extended", "It is fast.", "- It is fast {cited}."),
        ("reworded", "It is fast.", "- It is fast {cited}.  \n  Before: It was *slow*\\."),
        ("withdrawn", "It is fast.", "- It is fast {cited}. (new papers changed it)"),
    ],
)
def test_a_statement_stands_with_its_citation_and_what_it_was_before(
    small_survey: Survey, kind: str, text: str, shown: str
) -> None:
    topic, paper = small_survey.topics[0], small_survey.papers[0]
    change = {
        **{"claim": "c", "topic": topic.id, "kind": kind, "text": text, "papers": (paper.key,)},
        **({"before": "It was *slow*."} if kind == "reworded" else {}),
        **({"reason": "new papers changed it"} if kind == "withdrawn" else {}),
    }
    changes = TopicChange(id=topic.id, name=topic.name, kind="changed")
    found = told(small_survey, topics=(changes,), statements=(change,))
    cited = f"[[{paper.number}](survey.md#ref-{paper.number})]"
    plain = found.replace("\\", "")
    assert shown.format(cited=cited).replace("\\", "") in plain
    heading = {"added": "Added", "extended": "Now of more papers", "reworded": "Reworded", "withdrawn": "Withdrawn"}
    assert f"**{heading[kind]}**\n" in found
    assert f"Statements: 1 {'now of more papers' if kind == 'extended' else kind}." in found


def test_statements_of_the_overview_come_before_those_of_topics(small_survey: Survey) -> None:
    topic, papers = small_survey.topics[0], (small_survey.papers[0].key,)
    changes = tuple(
        StatementChange(claim=place, topic=place, kind="added", text=f"Of {place}.", papers=papers)
        for place in (topic.id, OVERVIEW)
    )
    text = told(small_survey, topics=(TopicChange(id=topic.id, name=topic.name, kind="changed"),), statements=changes)
    assert text.index("### The overview") < text.index("Of overview") < text.index(f"Of {topic.id}")


def test_only_this_refreshs_records_are_accounted_for(small_survey: Survey) -> None:
    paper = small_survey.papers[0]
    source, earlier = Source("new.jsonl", "jsonl", 3, 7), Source("old.jsonl", "jsonl", 1, 1)
    survey = small_survey.model_copy(
        update={
            "merged": (Merge(paper.key, "A copy", "same DOI", source), Merge(paper.key, "Earlier", "same", earlier)),
            "rejected": (
                Rejection("no abstract", "<i>Only</i> a title", source),
                Rejection("no title", " ", replace(source, line=9)),
                Rejection("no abstract", "Earlier refused", earlier),
            ),
        }
    )
    text = told(survey, dumps=("new.jsonl",), merged=1, rejected=2).replace("\\", "")
    assert f"- [[{paper.number}](survey.md#ref-{paper.number})] *A copy* (new.jsonl, line 7): same DOI\n" in text
    assert "- new.jsonl, line 7: no abstract: “<i>Only</i> a title”\n" in text
    assert "- new.jsonl, line 9: no title\n" in text
    assert "Earlier" not in text


def test_papers_taken_out_and_new_versions_are_listed(small_survey: Survey) -> None:
    gone, renewed = small_survey.papers[0], small_survey.papers[1]
    out = dropped(small_survey, gone.key)
    left = small_survey.model_copy(update={"papers": small_survey.papers[1:], "dropped": (out,)})
    text = told(left, dropped=(out,), new_versions=(renewed.key, gone.key)).replace("\\", "")
    assert f"- [{gone.number}] *{gone.title}*: on request\n" in text
    assert f"- [[{renewed.number}](survey.md#ref-{renewed.number})] *{renewed.title.rstrip('.')}.*\n" in text
    assert f"- [{gone.number}] (taken out since)\n" in text, "of a paper that is no more, only the number is left"


def test_a_statement_on_several_papers_says_how_many_as_the_survey_does(small_survey: Survey) -> None:
    topic, papers = small_survey.topics[0], tuple(paper.key for paper in small_survey.papers[:3])
    change = StatementChange(
        claim="c", topic=topic.id, kind="extended", text="Several papers are about masks.", papers=papers
    )
    changed = TopicChange(id=topic.id, name=topic.name, kind="changed")
    assert "- Three papers are about masks [" in told(small_survey, topics=(changed,), statements=(change,))
