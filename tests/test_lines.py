"""The list of a topic's papers, and what recurs among papers: counted by code, nothing said that a claim says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.claims import Claim, Evidence
from survey.document import Survey
from survey.lines import paper_lines
from survey.papers import Paper
from survey.questions import Kind
from survey.records import Record, Result, Statement
from survey.recurring import recurring_data, recurring_terms
from survey.words import data_key

MADE = "We propose FastNet, a sparse network that prunes tokens."
HOW = "Early layers score tokens by attention."
FASTER = "FastNet reaches 72.4% mIoU on Cityscapes."
BETTER = "Extensive experiments show its superiority."
FOUND = "Early tokens carry most of the signal."
TITLE = "Tokens that matter early"
LIMITS = "FastNet needs large batches."


def said(text: str) -> Statement:
    return Statement(text=text, quotes=(text,))


def result(text: str, **parts: str) -> Result:
    return Result(text=text, quotes=(text,), **parts)


MEASURED = result(FASTER, value="72.4", unit="%", measure="mIoU", dataset="Cityscapes")
RECORD = Record(contribution=said(MADE), method=said(HOW), limitations=said(LIMITS), results=(result(BETTER), MEASURED))


def claim(quote: str, kind: Kind = "finding", *, paper: str = "fast") -> Claim:
    return Claim(id="t1-c1", kind=kind, text=quote, evidence=(Evidence(paper=paper, quote=quote, support=1.0),))


def texts(record: Record, *claims: Claim, length: str = "standard") -> list[str]:
    lines = paper_lines(["fast"], {"fast": record}, claims, {"fast": TITLE}, length)  # type: ignore[arg-type]
    return [one.text for line in lines for one in line.statements]


# --- the list ---


def test_a_paper_is_told_by_what_it_contributes_and_its_best_result() -> None:
    assert texts(RECORD) == [MADE, FASTER]


def test_what_a_claim_says_is_not_said_again() -> None:
    assert texts(RECORD, claim(FASTER)) == [MADE, HOW]
    assert texts(RECORD, claim(MADE, "context")) == [HOW, FASTER]
    assert texts(RECORD, claim(FASTER, paper="other")) == [MADE, FASTER]
    assert texts(Record(contribution=said(MADE)), claim(MADE)) == []


def test_a_claim_that_sets_papers_side_by_side_does_not_say_what_each_of_them_says() -> None:
    assert texts(RECORD, claim(FASTER, "difference")) == [MADE, FASTER]


def test_praise_alone_is_no_result_worth_a_sentence() -> None:
    assert texts(Record(contribution=said(MADE), results=(result(BETTER),))) == [MADE]
    assert texts(Record(contribution=said(MADE), results=(result(BETTER), result(FOUND)))) == [MADE, FOUND]
    assert texts(Record(results=(result(BETTER),))) == [BETTER], "better than nothing"


def test_what_is_left_open_is_told_where_no_result_is_and_no_claim_says_it() -> None:
    record = Record(contribution=said(MADE), limitations=said(LIMITS))
    assert texts(record) == [MADE, LIMITS]
    assert texts(record, claim(LIMITS, "gap")) == [MADE]
    assert texts(record.model_copy(update={"results": (MEASURED,)})) == [MADE, FASTER]
    hanging = said("These settings of it remain an open question.")
    assert texts(record.model_copy(update={"limitations": hanging})) == [MADE], "of what, its abstract says"


def test_an_announcement_that_adds_next_to_nothing_to_the_title_yields_to_what_the_paper_does() -> None:
    again = said("We present a novel method for early tokens, known as token training.")
    does = said("Masks out tokens that matter in early layers of attention.")
    assert texts(Record(contribution=again, method=does)) == [does.text]
    for step in ("Then masks out tokens in early layers.", "The method also uses masks in early layers."):
        assert texts(Record(contribution=again, method=said(step)))[0] == again.text
    both = [MADE, does.text]
    assert texts(Record(contribution=said(MADE), method=does)) == both, "the first says more than the title"


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Finds that pretrained nets can be competitive with larger ones.", True),
        ("Finds that the proposed method is competitive with larger ones.", False),
        ("Shows that these nets outperform larger ones.", False),
        ("Ablation studies validate each component.", False),
        ("FastNet significantly improves on larger nets.", False),
    ],
)
def test_what_was_found_of_things_that_are_not_the_papers_own_is_no_praise(text: str, is_told: bool) -> None:
    assert texts(Record(contribution=said(MADE), results=(result(text),))) == [MADE, text][: 1 + is_told]


def test_a_paper_that_a_claim_tells_of_gets_no_line_that_says_next_to_nothing() -> None:
    told = Record(contribution=said(MADE), problem=said("Nets are slow."), results=(result(BETTER),))
    assert texts(told, claim(MADE)) == []
    assert texts(told, claim(MADE), length="long") == [BETTER]
    assert texts(told.model_copy(update={"results": (result(FOUND),)}), claim(MADE)) == [FOUND]
    assert texts(told.model_copy(update={"limitations": said(LIMITS), "results": ()}), claim(MADE)) == []
    assert texts(told.model_copy(update={"method": said(HOW)}), claim(MADE)) == [HOW]
    away = said("Around this point a mask grows.")
    assert texts(told.model_copy(update={"method": away}), claim(MADE)) == [], "of what point, its abstract says"
    assert texts(told, claim("Nets are slow.", "context")) == [MADE], "what it is has not been told"


def test_a_short_survey_lists_only_papers_that_no_claim_cites() -> None:
    assert texts(RECORD, length="short") == [MADE]
    assert texts(RECORD, claim(FASTER, "difference"), length="short") == []


def test_a_long_survey_says_what_there_is_to_say_once() -> None:
    assert texts(RECORD, length="long") == [MADE, HOW, FASTER, BETTER, LIMITS]
    same = RECORD.model_copy(update={"method": said(MADE)})
    assert texts(same, length="long") == [MADE, FASTER, BETTER, LIMITS]


def test_papers_keep_their_order_and_one_without_a_record_has_no_line() -> None:
    lines = paper_lines(["b", "mute", "a"], {"a": RECORD, "b": RECORD, "empty": Record()}, (), {})
    assert [line.paper for line in lines] == ["b", "a"]


@pytest.mark.parametrize("length", ["short", "standard", "long"])
def test_no_paper_of_the_real_survey_is_lost_at_any_length(real_survey: Survey, length: str) -> None:
    titles = {paper.key: paper.title for paper in real_survey.papers}
    for topic in real_survey.topics:
        lines = paper_lines(topic.papers, real_survey.records, topic.claims, titles, length)  # type: ignore[arg-type]
        told = {line.paper for line in lines} | {key for claim in topic.claims for key in claim.papers}
        assert told == set(topic.papers)


# --- what recurs ---


def on(*datasets: str) -> Record:
    return Record(results=tuple(result(f"On {name}.", dataset=name) for name in datasets))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("COCO", "MS COCO"),
        ("COCO", "MS-COCO"),
        ("COCO", "Microsoft COCO"),
        ("ImageNet-1K", "ImageNet-1k"),
        ("CIFAR10", "CIFAR-10"),
        ("Kinetics 400", "Kinetics-400"),
    ],
)
def test_the_spellings_of_one_data_set_are_one(one: str, other: str) -> None:
    assert data_key(one) == data_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ImageNet", "ImageNet-1K"), ("CIFAR-10", "CIFAR-100"), ("COCO", "COCO-LVIS")]
)
def test_other_data_sets_stay_others(one: str, other: str) -> None:
    assert data_key(one) != data_key(other)


@given(st.text(max_size=40))
def test_a_data_sets_form_is_its_own_form(name: str) -> None:
    assert data_key(data_key(name)) in {data_key(name), data_key(data_key(data_key(name)))}


def test_data_that_recur_come_the_commonest_first_under_their_usual_name() -> None:
    records = {"a": on("COCO", "ADE20K"), "b": on("MS COCO"), "c": on("COCO, KITTI"), "d": on("ADE20K", "ADE20K")}
    found = recurring_data("abcd", records, least=2)
    assert [(one.name, one.papers) for one in found] == [("COCO", ("a", "b", "c")), ("ADE20K", ("a", "d"))]
    assert [one.name for one in recurring_data("abcd", records)] == ["COCO"]
    assert recurring_data("abcd", {}) == ()


def test_papers_count_once_and_only_those_asked_about() -> None:
    records = {"a": on("COCO", "MS COCO"), "b": on("COCO"), "c": on("COCO")}
    (found,) = recurring_data("ab", records, least=2)
    assert found.papers == ("a", "b")


def about(title: str, contribution: str) -> tuple[Paper, Record]:
    return Paper(title.casefold(), title, contribution), Record(contribution=said(contribution))


TOLD = {
    "a": about("Sparse autoencoders at scale", "We train sparse autoencoders on language models."),
    "b": about("What features mean", "A sparse autoencoder finds features in neural networks."),
    "c": about("Circuits", "Circuits are found by sparse autoencoders and neural networks."),
    "d": about("Chess", "Neural networks play chess."),
}
PAPERS = {key: paper for key, (paper, _) in TOLD.items()}
RECORDS = {key: record for key, (_, record) in TOLD.items()}


def test_terms_that_recur_are_counted_in_titles_and_in_what_papers_say_they_do() -> None:
    (found,) = recurring_terms("abcd", PAPERS, RECORDS)
    assert (found.name, found.papers) == ("sparse autoencoders", ("a", "b", "c"))


def test_phrases_that_tell_nothing_of_a_field_are_no_terms() -> None:
    names = {one.name for one in recurring_terms("abcd", PAPERS, RECORDS, least=2)}
    assert "neural networks" not in names


def test_a_term_within_a_longer_one_gives_way_to_it() -> None:
    longer = {key: about(f"Paper {key}", "Masked image modeling works.") for key in "abc"}
    found = recurring_terms("abc", {k: p for k, (p, _) in longer.items()}, {k: r for k, (_, r) in longer.items()})
    assert [one.name for one in found] == ["masked image modeling"]


def test_acronyms_keep_their_capitals_and_other_words_are_small() -> None:
    told = {key: about(f"Paper {key}", "Mask R-CNN Training Schedules work.") for key in "abc"}
    found = recurring_terms("abc", {k: p for k, (p, _) in told.items()}, {k: r for k, (_, r) in told.items()})
    assert "Mask R-CNN" in {one.name for one in found}, "a name, as no paper writes it small"
    written = {**told, "a": about("Paper a", "A mask R-CNN and a Graph Model work."), "b": told["b"], "c": told["c"]}
    small = recurring_terms("abc", {k: p for k, (p, _) in written.items()}, {k: r for k, (_, r) in written.items()})
    assert "mask R-CNN" in {one.name for one in small}


def test_things_that_can_be_counted_are_told_in_the_plural() -> None:
    told = {key: about(f"Paper {key}", "An attention module works.") for key in "abc"}
    (found,) = recurring_terms("abc", {k: p for k, (p, _) in told.items()}, {k: r for k, (_, r) in told.items()})
    assert found.name == "attention modules"


def test_terms_do_not_hang_on_the_language_of_what_is_said() -> None:
    german = {key: replace_texts(record, "Etwas anderes.") for key, record in RECORDS.items()}
    assert recurring_terms("abcd", PAPERS, german) == recurring_terms("abcd", PAPERS, RECORDS)


def replace_texts(record: Record, text: str) -> Record:
    assert record.contribution is not None
    return Record(contribution=Statement(text=text, quotes=record.contribution.quotes))


def test_the_real_themes_have_terms_and_counts_that_hold(real_survey: Survey) -> None:
    papers = real_survey.by_key()
    for theme in real_survey.themes:
        keys = [key for topic in theme.topics for key in real_survey.by_topic()[topic].papers]
        terms = recurring_terms(keys, papers, real_survey.records)
        assert terms, theme.name
        for term in terms:
            assert len(set(term.papers)) == len(term.papers) >= 3
            assert set(term.papers) <= set(keys)
            last = term.name.split()[-1].casefold()[:4]
            assert all(last in f"{papers[key].title} {papers[key].abstract}".casefold() for key in term.papers)


def test_the_order_of_papers_changes_no_count() -> None:
    forth, back = recurring_terms("abcd", PAPERS, RECORDS), recurring_terms("dcba", PAPERS, RECORDS)
    assert [(one.name, set(one.papers)) for one in forth] == [(one.name, set(one.papers)) for one in back]
    assert replace(forth[0], papers=()) == replace(back[0], papers=())


# --- what only announces, and what leans ---

ANNOUNCED = "Proposes FastNet, a network for small devices."
PRAISED = "FastNet is fast on many devices and easy to train."
SHOWN = "Shows that early tokens carry most of the signal."


def test_a_line_that_only_announces_goes_on_with_how() -> None:
    record = Record(contribution=said(ANNOUNCED), method=said(HOW), results=(result(PRAISED),))
    assert texts(record) == [ANNOUNCED, HOW]
    assert texts(record.model_copy(update={"method": None})) == [ANNOUNCED, PRAISED]


def test_what_was_found_or_how_much_comes_before_how() -> None:
    record = Record(contribution=said(ANNOUNCED), method=said(HOW), results=(result(SHOWN),))
    assert texts(record) == [ANNOUNCED, SHOWN]
    assert texts(record.model_copy(update={"results": (MEASURED,)})) == [ANNOUNCED, FASTER]


def test_a_line_that_says_how_goes_on_with_the_result() -> None:
    assert texts(Record(contribution=said(MADE), method=said(HOW), results=(result(PRAISED),))) == [MADE, PRAISED]


@pytest.mark.parametrize(
    "method",
    ["To prove the link between these two problems, tokens are dropped.", "Proposes a framework for small devices."],
)
def test_a_method_that_points_back_or_announces_again_does_not_follow(method: str) -> None:
    assert texts(Record(contribution=said(ANNOUNCED), method=said(method))) == [ANNOUNCED]


def test_a_method_that_a_claim_tells_does_not_follow() -> None:
    record = Record(contribution=said(ANNOUNCED), method=said(HOW), results=(result(PRAISED),))
    assert texts(record, claim(HOW)) == [ANNOUNCED, PRAISED]


def test_a_paper_whose_contribution_leans_is_told_by_what_was_found() -> None:
    leans = "Studies whether this observation holds for others."
    assert texts(Record(contribution=said(leans), results=(result(SHOWN),))) == [SHOWN]
    assert texts(Record(contribution=said(leans), results=(result("These cells show that it works."),))) == [leans]


def test_of_a_paper_whose_contribution_leans_praise_is_better_than_nothing() -> None:
    leans = "Studies whether this observation holds for others."
    assert texts(Record(contribution=said(leans), results=(result(PRAISED),))) == [PRAISED]


def test_what_all_know_is_no_first_sentence_where_another_says_more() -> None:
    known = "Pocket transformers (PTs) are quickly becoming the usual choice for small devices."
    assert texts(Record(contribution=said(known), method=said(HOW)))[0] == HOW
    assert texts(Record(contribution=said(known))) == [known]
