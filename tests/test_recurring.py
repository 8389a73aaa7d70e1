"""What recurs among papers, and how often: rule by rule."""

from survey.document import Survey
from survey.papers import Paper
from survey.records import Record, Result, Statement
from survey.recurring import Recurring, recurring_data, recurring_terms
from survey.render.order import subject_of
from survey.render.recurrence import theme_words
from survey.render.view import View


def said(text: str) -> Statement:
    return Statement(text=text, quotes=(text,))


def result(text: str, **parts: str) -> Result:
    return Result(text=text, quotes=(text,), **parts)


def on(*data: str) -> Record:
    return Record(results=tuple(result(f"It reaches 9 AP on {name}.", value="9", dataset=name) for name in data))


def recurring(titles: list[str], least: int = 3) -> dict[str, int]:
    papers = {str(n): Paper(str(n), title, "Nothing.") for n, title in enumerate(titles)}
    records = {key: Record() for key in papers}
    return {one.name: len(one.papers) for one in recurring_terms(papers, papers, records, least)}


# --- data ---


def test_data_recur_from_so_many_papers_on_the_commonest_first() -> None:
    records = {"a": on("COCO", "LVIS"), "b": on("COCO"), "c": on("MS-COCO", "LVIS"), "d": on("KITTI")}
    found = recurring_data(["a", "b", "c", "d", "unread"], records, least=2)
    assert [(one.name, one.papers) for one in found] == [("COCO", ("a", "b", "c")), ("LVIS", ("a", "c"))]
    assert [one.name for one in recurring_data("abcd", records)] == ["COCO"]
    assert recurring_data("abcd", records, least=4) == ()
    assert recurring_data("cba", records)[0].papers == ("c", "b", "a"), "in the order given"


def test_a_paper_counts_once_however_often_it_reports() -> None:
    assert recurring_data(["a"], {"a": on("COCO", "COCO", "MS COCO")}, least=2) == ()


def test_data_told_in_one_breath_are_two() -> None:
    found = recurring_data("ab", {"a": on("COCO, LVIS"), "b": on("LVIS, COCO")}, least=2)
    assert [one.name for one in found] == ["COCO", "LVIS"]


def test_of_equals_the_first_by_name() -> None:
    found = recurring_data("ab", {"a": on("LVIS", "COCO"), "b": on("COCO", "LVIS")}, least=2)
    assert [one.name for one in found] == ["COCO", "LVIS"]


# --- terms ---


def test_a_term_of_three_titles_recurs_in_the_plural() -> None:
    titles = ["Branch pruning for oaks", "On branch pruning", "Branch pruning and rain", "Rain"]
    assert recurring(titles) == {"branch pruning": 3}
    assert recurring(titles[:2]) == {}
    trees = ["A decision tree for oaks", "On decision trees", "Decision trees and rain"]
    assert recurring(trees) == {"decision trees": 3}


def test_a_term_that_mostly_stands_within_a_longer_one_is_left_to_that() -> None:
    titles = [f"Old branch pruning {how}" for how in ("for oaks", "in rain", "by hand")]
    assert recurring(titles) == {"old branch pruning": 3}
    more = [*titles, "Branch pruning for elms", "Branch pruning in snow", "Branch pruning at night"]
    assert recurring(more)["branch pruning"] == 6


def test_a_size_without_what_has_it_is_no_term() -> None:
    assert recurring([f"Large pruning {how}" for how in ("for oaks", "in rain", "by hand")]) == {}
    assert recurring([f"Large pruning models {how}" for how in ("for oaks", "in rain", "by hand")]) == {
        "large pruning models": 3
    }


def test_acronyms_and_names_before_them_keep_their_capitals() -> None:
    assert recurring(["Mask R-CNN for oaks", "On Mask R-CNN", "Mask R-CNN in rain"]) == {"Mask R-CNN": 3}
    assert recurring(["Branch Pruning for Oaks", "On Branch Pruning", "Branch Pruning"]) == {"branch pruning": 3}


def test_a_word_alone_is_no_term() -> None:
    assert recurring(["Pruning", "Pruning oaks", "Pruning elms"]) == {}


def test_a_paper_counts_in_whatever_form_it_names_a_term() -> None:
    titles = ["Class-incremental learning of oaks", "On class-incremental learning", "Class-incremental learning"]
    assert recurring([*titles, "Class Incremental Learning in Rain", "Learning of a class"]) == {
        "class-incremental learning": 4
    }
    papers = {str(n): Paper(str(n), f"Branch pruning {word}", "") for n, word in enumerate(("now", "then", "ever"))}
    papers["3"] = Paper("3", "Saws", "")
    problem = Record(problem=said("The pruning of branches is hard, and so is branch-pruning of oaks."))
    (found,) = recurring_terms(papers, papers, {**dict.fromkeys(papers, Record()), "3": problem})
    assert found.papers == tuple(papers)


def test_who_is_counted_by_a_topic_is_counted_beside_others() -> None:
    papers = {str(n): Paper(str(n), title, "") for n, title in enumerate(["Oak trees", "On oak trees", "Saws", "Rain"])}
    records = dict.fromkeys(papers, Record())
    assert recurring_terms(papers, papers, records) == ()
    counted = [Recurring("Oak tree", ("1", "2", "elsewhere"))]
    assert recurring_terms(papers, papers, records, 3, counted) == (Recurring("oak trees", ("0", "1", "2")),)


def test_of_two_terms_of_the_same_papers_one_is_told() -> None:
    titles = ["Oak pruning with sharp saws", "Oak pruning by sharp saws", "Oak pruning, sharp saws", "Oak pruning"]
    assert recurring(titles) == {"oak pruning": 4}


# --- themes ---


def of_theme(sizes: list[int], papers: int, survey: Survey) -> str:
    """What is told of a theme of so many papers of which so many share each of some terms."""

    class Shared(View):
        def keys_of(self, theme: object) -> list[str]:
            return [str(n) for n in range(papers)]

        def terms_of(self, theme: object) -> tuple[Recurring, ...]:
            named = zip(("oaks", "elms", "ash"), sizes, strict=False)
            return tuple(Recurring(name, tuple(map(str, range(size)))) for name, size in named)

    words = theme_words(Shared(survey), survey.themes[0])
    return words.partition(",")[2].strip(" .")


def test_only_what_many_papers_of_a_theme_share_is_what_they_are_often_on(small_survey: Survey) -> None:
    assert of_theme([12, 5], 60, small_survey) == "often on oaks (12), also on elms (5)"
    assert of_theme([12, 11, 5], 60, small_survey) == "often on oaks (12) and elms (11), also on ash (5)"
    assert of_theme([8], 60, small_survey) == "with eight papers on oaks"
    assert of_theme([8, 6, 5], 60, small_survey) == "with eight papers on oaks, six on elms and five on ash"
    assert of_theme([], 60, small_survey) == ""


def test_no_theme_counts_fewer_papers_of_a_subject_than_one_of_its_topics(real_survey: Survey) -> None:
    view, compared = View(real_survey), 0
    for theme in real_survey.themes:
        terms = {term.name: len(term.papers) for term in view.terms_of(theme)}
        assert all(size >= 0.08 * len(view.keys_of(theme)) for size in terms.values())
        for topic in (view.topics[name] for name in theme.topics):
            for claim in view.groups(topic):
                if (subject := subject_of(claim)) in terms:
                    compared += 1
                    assert terms[subject] >= len(claim.papers), (theme.name, subject)
    assert compared > 5


def test_a_term_that_names_a_topic_is_not_told_of_few_of_its_papers(real_survey: Survey) -> None:
    view = View(real_survey)
    theme, term, large = next(
        (theme, term, topic)
        for theme in real_survey.themes
        for term in view.terms_of(theme)
        for topic in (view.topics[name] for name in theme.topics)
        if len(term.papers) < len(topic.papers) / 2
    )
    named = [topic.model_copy(update={"name": term.name}) if topic == large else topic for topic in real_survey.topics]
    renamed = View(real_survey.model_copy(update={"topics": tuple(named)}))
    assert [one.name for one in renamed.terms_of(theme)] == [
        one.name for one in view.terms_of(theme) if one.name != term.name
    ]


def test_a_term_that_names_the_theme_is_not_told_of_it(real_survey: Survey) -> None:
    view = View(real_survey)
    theme, term = next((theme, term) for theme in real_survey.themes for term in view.terms_of(theme))
    told = View(real_survey).terms_of(theme.model_copy(update={"name": term.name}))
    assert [one.name for one in told] == [one.name for one in view.terms_of(theme) if one != term]
