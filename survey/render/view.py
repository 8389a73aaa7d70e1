"""What every rendering of a survey needs to look up, worked out once."""

from collections.abc import Iterable
from functools import cached_property

from survey.claims import Claim
from survey.comparison import unlike
from survey.document import Comparison, ListedPaper, Row, Survey, ThemeSection, TopicSection
from survey.evidence import content_words, shares_words
from survey.history import Refresh
from survey.keyphrases.lists import BOILERPLATE
from survey.lines import PaperLine, in_order, paper_lines, spelled_out
from survey.papers import title_shown
from survey.records import Result
from survey.recurring import Recurring, recurring_data, recurring_terms
from survey.render.order import family, in_parts, subject_of
from survey.spelling import spelled_table
from survey.words import MANY, ONE_ABOUT, data_key

_MOST_GROUPS = 4
_LEAST_RECURRING = 3  # papers
_OF_ITS_NAME = 0.5
_ACROSS, _IN_THEME = 0.02, 0.08  # of the papers share a term that recurs


class View:
    """A survey with its look-ups; it holds nothing that isn't in the document."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey

    @cached_property
    def papers(self) -> dict[str, ListedPaper]:
        """The papers by key."""
        return self.survey.by_key()

    @cached_property
    def topics(self) -> dict[str, TopicSection]:
        """The topics by id."""
        return self.survey.by_topic()

    @cached_property
    def listed(self) -> tuple[ListedPaper, ...]:
        """The papers by number."""
        return tuple(sorted(self.survey.papers, key=lambda paper: paper.number))

    def numbers(self, keys: Iterable[str]) -> list[int]:
        """The citation numbers of some papers, ascending."""
        return sorted(self.papers[key].number for key in keys)

    def themes_of(self, keys: Iterable[str]) -> list[ThemeSection]:
        """The themes that some papers belong to, in reading order."""
        topics = {self.papers[key].topic for key in keys}
        return [theme for theme in self.survey.themes if topics.intersection(theme.topics)]

    def size(self, topic_ids: Iterable[str]) -> int:
        """How many papers some topics hold."""
        return sum(len(self.topics[topic].papers) for topic in topic_ids)

    @cached_property
    def news(self) -> Refresh | None:
        """The last refresh, when what it brought is to be marked."""
        return self.survey.last_refresh() if self.survey.settings.get("marks", True) else None

    def is_new(self, key: str) -> bool:
        """Whether a paper came with the last refresh, and is to be marked."""
        return self.news is not None and self.papers[key].added == self.news.refresh

    @cached_property
    def changed(self) -> dict[str, str]:
        """The claims to be marked, by id: what the last refresh did to each."""
        statements = self.news.statements if self.news else ()
        return {change.claim: change.kind for change in statements if change.kind != "withdrawn"}

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {paper.key: paper.title for paper in self.listed}

    def lines(self, topic: TopicSection) -> tuple[PaperLine, ...]:
        """The line on each paper of a topic."""
        told = paper_lines(topic.papers, self.survey.records, topic.claims, self._titles, self.survey.length)
        language = str(self.survey.settings.get("language", "English"))
        return spelled_out(in_order(told, self.papers), topic.claims, self.papers) if shares_words(language) else told

    def comparison(self, topic: TopicSection) -> Comparison:
        """The table of a topic, its short forms spelled out."""
        language = str(self.survey.settings.get("language", "English"))
        return spelled_table(topic.comparison, self.papers, topic.name) if shares_words(language) else topic.comparison

    @cached_property
    def recurring(self) -> tuple[Recurring, ...]:
        """The data sets that recur across the survey."""
        return recurring_data((paper.key for paper in self.listed), self.survey.records)

    @cached_property
    def reported(self) -> tuple[tuple[ListedPaper, Result], ...]:
        """Every result that says what it is of: first those on data that several papers report on, side by side."""
        records = self.survey.records
        results = (
            (paper, result)
            for paper in self.listed
            if paper.key in records
            for result in unlike(records[paper.key].results)
        )
        found = [(paper, result) for paper, result in results if result.value and _says_what(result)]
        shared: dict[str, tuple[int, str]] = {}
        for one in self.data_of(self.papers, 2):  # the commonest first
            shared.setdefault(family(one.name), (-len(one.papers), one.name))

        def place(entry: tuple[ListedPaper, Result]) -> tuple[bool, tuple[int, str], str, int]:
            paper, result = entry
            known = shared.get(family(result.dataset or ""))
            return known is None, known or (0, ""), (result.measure or "") if known else "", paper.number

        return tuple(sorted(found, key=place))

    def keys_of(self, theme: ThemeSection) -> list[str]:
        """The papers of a theme, topic by topic."""
        return [key for topic in theme.topics for key in self.topics[topic].papers]

    @cached_property
    def crossing(self) -> list[tuple[Recurring, int]]:
        """What papers of several themes work with, the commonest first, each with the number of these themes."""
        least = max(_LEAST_RECURRING, -int(-len(self.papers) * _ACROSS // 1))
        terms = recurring_terms(self.papers, self.papers, self.survey.records, least, self._counted)
        counted = ((term, len(self.themes_of(term.papers))) for term in terms)
        return [(term, themes) for term, themes in counted if themes > 1]

    @cached_property
    def _counted(self) -> tuple[Recurring, ...]:
        """The subjects that the topics' openings count."""
        groups = (claim for topic in self.survey.topics for claim in self.groups(topic))
        return tuple(Recurring(subject, claim.papers) for claim in groups if (subject := subject_of(claim)))

    @cached_property
    def open_in(self) -> list[tuple[TopicSection, int]]:
        """The topics whose papers say what is left open, in reading order, each with the number of these papers."""
        gaps = (
            (topic, {key for c in topic.claims if c.kind == "gap" for key in c.papers}) for topic in self.survey.topics
        )
        return [(topic, len(keys)) for topic, keys in gaps if keys]

    def terms_of(self, theme: ThemeSection) -> tuple[Recurring, ...]:
        """What the papers of a theme work with: what so large a share of them does that it is worth telling."""
        keys = self.keys_of(theme)
        least = max(_LEAST_RECURRING, -int(-len(keys) * _IN_THEME // 1))
        terms = recurring_terms(keys, self.papers, self.survey.records, least, self._counted)
        named = [(content_words(self.topics[name].name), len(self.topics[name].papers)) for name in theme.topics]

        whole = content_words(theme.name)

        def seems_few(term: Recurring) -> bool:
            """Whether it stands beside a topic of its name, or under a theme of it, many of whose papers say else."""
            words = content_words(term.name)
            return words == whole or any(
                words == name and len(term.papers) < _OF_ITS_NAME * size for name, size in named
            )

        return tuple(term for term in terms if not seems_few(term))

    def data_of(self, keys: Iterable[str], least: int) -> tuple[Recurring, ...]:
        """The data on which at least so many of some papers report."""
        return recurring_data(keys, self.survey.records, least)

    def shared_data(self, topic: TopicSection, most: int) -> list[Recurring]:
        """The data on which at least two of a topic's papers report, but for those that its opening counts."""
        told = {data_key(claim.text.rstrip(".").rpartition(" on ")[2]) for claim in self.groups(topic)}
        return [one for one in self.data_of(topic.papers, 2)[:most] if data_key(one.name) not in told]

    def groups(self, topic: TopicSection) -> list[Claim]:
        """The claims that say how a topic's papers divide: how it opens.

        Each is about several of its papers, or about one whose subject none of these counts, as before a refresh found
        more; what single papers are about stands first where the others are no subjects.
        """
        said = (claim for claim in topic.claims if claim.kind == "agreement" and claim.text.startswith(MANY))
        shared = [claim for claim in said if set(claim.papers) <= set(topic.papers)][:_MOST_GROUPS]
        single = (claim for claim in topic.claims if claim.kind == "context" and claim.text.startswith(ONE_ABOUT))
        counted = {key for claim in shared if subject_of(claim) for key in claim.papers}
        alone = [claim for claim in single if len(claim.papers) == 1 and not counted & {*claim.papers}]
        return [*shared, *alone] if counted else [*alone, *shared]

    def context(self, topic: TopicSection) -> list[Claim]:
        """What a topic's opening says behind how its papers divide."""
        said = (claim for claim in topic.claims if claim.kind == "context")
        return [claim for claim in said if not (claim.text.startswith(ONE_ABOUT) and len(claim.papers) == 1)]

    def behind_opening(self, topic: TopicSection) -> list[Claim]:
        """The claims of a topic that stand behind its opening."""
        groups = self.groups(topic)
        return [claim for claim in topic.claims if claim not in groups and claim.kind != "context"]

    def findings(self, topic: TopicSection) -> list[tuple[str, list[Claim]]]:
        """A topic's findings under the subjects that its opening counts; under "" those of other papers, or all."""
        return in_parts([claim for claim in topic.claims if claim.kind == "finding"], self.groups(topic))

    def touching(self, theme: ThemeSection) -> tuple[tuple[TopicSection, TopicSection], ...]:
        """The theme's topics whose closest topic is one of another theme, each with that one."""
        own = (self.topics[topic] for topic in theme.topics)
        pairs = ((topic, self.topics.get(topic.nearest or "")) for topic in own)
        return tuple((topic, near) for topic, near in pairs if near and near.id not in theme.topics)

    def overview_of(self, theme: ThemeSection) -> list[Claim]:
        """The overview's claims about this theme alone."""
        return [claim for claim in self.survey.overview if self.themes_of(claim.papers) == [theme]]

    @cached_property
    def beyond(self) -> list[Claim]:
        """The overview's claims about several themes, or about no paper."""
        return [claim for claim in self.survey.overview if len(self.themes_of(claim.papers)) != 1]

    @cached_property
    def quoted(self) -> dict[str, set[str]]:
        """The sentences that claims rest on, by paper."""
        topics = (claim for topic in self.survey.topics for claim in topic.claims)
        found: dict[str, set[str]] = {}
        for claim in (*self.survey.overview, *topics):
            for one in claim.evidence:
                found.setdefault(one.paper, set()).add(one.quote)
        return found


def short_title(paper: ListedPaper) -> str:
    """The name before the colon of a title, else the title's first words."""
    return title_shown(paper.title)


def row_title(paper: ListedPaper, row: Row, topic: str) -> str:
    """As ``short_title``; whole, or nearly, where the rest says what neither the cells nor the ``topic``'s name do."""
    shown = title_shown(paper.title)
    rest = content_words(paper.title.removeprefix(shown.removesuffix(" …"))) - BOILERPLATE
    told = content_words(" ".join((shown, topic, *row.cells)))
    if len(rest - told) <= _MOSTLY_TOLD * len(rest):
        return shown
    words = paper.title.split()
    return " ".join(words[:_TITLE_WORDS]) + (" …" if len(words) > _TITLE_WORDS else "")


_MOSTLY_TOLD = 0.5
_TITLE_WORDS = 16

_VAGUE = {"performance", "quality", "results"}  # say nothing without data


def _says_what(result: Result) -> bool:
    """Whether a value's measure is known, or its data, or whom it beats; "performance" alone is of nothing known."""
    measure = "" if result.measure in _VAGUE and not result.dataset else result.measure
    return bool(measure or result.dataset or (result.baseline and not result.measure))
