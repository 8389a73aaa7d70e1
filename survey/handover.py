"""What each stage that asks is given of the stages before it."""

from collections.abc import Mapping

from survey.claims import Claim
from survey.naming import Nameless
from survey.overview import DigestedTopic, Whole
from survey.papers import Paper
from survey.records import Record
from survey.settings import Settings
from survey.synthesis import TopicWork
from survey.topics import OTHER, OTHER_THEME, Grouping


def nameless(
    grouping: Grouping, papers: Mapping[str, Paper], settings: Settings
) -> tuple[list[Nameless], dict[str, str]]:
    """The topics and themes to be named, and the name that each has by default.

    Those that the user named keep their name, and so does what holds the papers that fit nowhere.
    """
    topics = {topic.id: topic for topic in grouping.topics}
    things = [
        Nameless(t.id, t.keywords, t.phrases or (t.name,), tuple(papers[key].title for key in t.papers[:8]))
        for t in grouping.topics
    ]
    for theme in grouping.themes:
        inside = [topics[topic] for topic in theme.topics]
        keywords = tuple(dict.fromkeys(keyword for topic in inside for keyword in topic.keywords[:3]))
        things.append(Nameless(theme.id, keywords, (theme.name, *(topic.name for topic in inside)), ()))
    names = {topic.id: topic.name for topic in grouping.topics} | {theme.id: theme.name for theme in grouping.themes}
    fixed = {*settings.pins.names.values(), OTHER, OTHER_THEME}
    return [thing for thing in things if names[thing.id] not in fixed], names


def topic_work(
    grouping: Grouping, names: Mapping[str, str], papers: Mapping[str, Paper], records: Mapping[str, Record]
) -> list[TopicWork]:
    """What is asked about each topic: its papers that have a record and more to it than a title."""
    work = []
    for topic in grouping.topics:
        told = tuple((papers[key], records[key]) for key in topic.papers if key in records and papers[key].abstract)
        if told:
            work.append(TopicWork(topic.id, names[topic.id], topic.keywords, told))
    return work


def whole(
    grouping: Grouping, names: Mapping[str, str], claims: Mapping[str, tuple[Claim, ...]], papers: Mapping[str, Paper]
) -> Whole:
    """What the overview is asked about."""
    theme_of = {topic: names[theme.id] for theme in grouping.themes for topic in theme.topics}
    digests = (DigestedTopic(theme_of[t.id], names[t.id], len(t.papers), claims.get(t.id, ())) for t in grouping.topics)
    return Whole(tuple(digests), papers)
