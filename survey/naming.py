"""What would a person call these papers? The question ``topic_name``, for topics and for themes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from survey import evidence
from survey.ask import Asker, Verdict
from survey.papers import normalised_title
from survey.questions import TopicNameAnswer, TopicNameValues
from survey.replies import foreign_markup, plain

_LONGEST_NAME = 80
_LONG_PART = 6  # words
_BREAKS_OFF = re.compile(
    r" (?:an?|the|and|or|of|in|on|for|to|by|with|via|using|from|towards?|as|its|their|more|less|better|worse|faster|"
    r"slower|higher|lower|larger|smaller|stronger|weaker|deeper|wider|cheaper|easier)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Nameless:
    """A topic or theme to be named: ``id`` in the survey, ``titles`` its most central papers'."""

    id: str
    keywords: tuple[str, ...]
    phrases: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicNameQuestion:
    """The question ``topic_name`` as :mod:`survey.ask` sees it."""

    language: str = "English"
    name: str = "topic_name"
    part: type[TopicNameAnswer] = TopicNameAnswer

    def label(self, item: Nameless) -> str:
        """The topic's or theme's id."""
        return item.id

    def identity(self, item: Nameless) -> object:
        """All but the id: the same papers get the same name."""
        return [item.keywords, item.phrases, item.titles, self.language]

    def values(self, items: Sequence[Nameless]) -> TopicNameValues:
        """The one topic's values."""
        (item,) = items
        return TopicNameValues(item.keywords, item.phrases, item.titles, self.language)

    def parts(self, answer: dict[str, object], items: Sequence[Nameless]) -> Mapping[int, object]:  # noqa: ARG002
        """The whole answer is about the one topic."""
        return {0: answer}

    def check(self, item: Nameless, part: TopicNameAnswer) -> Verdict[TopicNameAnswer]:
        """A name has letters, fits on a line, and is not one paper's title."""
        name = plain(part.name).strip(" .\"'“”*#`")
        if not any(c.isalpha() for c in name):
            return Verdict(None, ("the name was empty",))
        if len(name) > _LONGEST_NAME:
            return Verdict(None, (f"the name had {len(name)} characters; two to six words are enough",))
        source = "\n".join((*item.titles, *item.phrases, *item.keywords))
        if foreign := [*evidence.missing_numbers(name, [source]), *filter(None, [foreign_markup(name, source)])]:
            return Verdict(None, (f"the name held “{foreign[0]}”, which no title does",))
        if normalised_title(name) in {normalised_title(title) for title in item.titles}:
            return Verdict(None, ("the name was the title of one paper; name what the papers share",))
        if _BREAKS_OFF.search(name):
            return Verdict(None, (f"“{name}” breaks off; a name ends with what the papers are about",))
        if title := _part_of_title(name, item.titles):
            return Verdict(None, (f"the name was a part of one paper's title, “{title}”; name what the papers share",))
        return Verdict(TopicNameAnswer(name=name))


def _part_of_title(name: str, titles: Iterable[str]) -> str:
    """The title that ``name`` is a long part of, or all of it up to where an answer was cut off; else empty.

    A few words that stand in a title too may well be what all are about.
    """
    told = normalised_title(name)
    long = len(told.split()) >= _LONG_PART or ":" in name
    return next((title for title in titles if long and told in normalised_title(title)), "")


def name_all(
    asker: Asker, topics: Sequence[Nameless], defaults: Mapping[str, str], language: str, taken: Iterable[str] = ()
) -> dict[str, str]:
    """A name for every id, no two alike; one that the model can't name keeps its default, so nothing is left out.

    ``taken`` are names that others have already.
    """
    return unique_names(topics, asker.ask(TopicNameQuestion(language), topics).parts, defaults, taken)


def unique_names(
    topics: Sequence[Nameless],
    answers: Mapping[str, TopicNameAnswer],
    defaults: Mapping[str, str],
    others: Iterable[str] = (),
) -> dict[str, str]:
    """A name for every id, no two alike: the answer, else the default, else a phrase, else one with the id."""
    names: dict[str, str] = {}
    taken = {name.casefold() for name in others}
    for topic in topics:
        wanted = [answers[topic.id].name] if topic.id in answers else []
        candidates = [
            *wanted,
            defaults[topic.id],
            *topic.phrases,
            f"{(wanted or [defaults[topic.id]])[0]} ({topic.id})",
        ]
        names[topic.id] = next(name for name in candidates if name.casefold() not in taken)
        taken.add(names[topic.id].casefold())
    return names
