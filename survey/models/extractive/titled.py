"""A paper's title as it can stand in quotation marks behind a name: whole, a part, or cut where its task stays."""

import re
from collections.abc import Collection, Iterator, Sequence

from survey.evidence import content_words
from survey.keyphrases.lists import BOILERPLATE
from survey.models.extractive.called import NAME_AHEAD, name_of
from survey.questions import RecordedPaper

_LONGEST_TITLE, _SHORTEST_TITLE, _MUCH = 16, 3, 9  # words
_SHORTEST_END = 2
_SEVERAL = 2
_LETTERS = 3  # of a name
_MARKUP = re.compile(r"[$\\{}_^*<>\[\]`|]")
_BREAK = re.compile(r"[:?!](?=\s)|\s[-–—]+\s")
_PREPOSITION = re.compile(r" (?:for|from|via|with|in|by|through|under|using|on|over|towards?) ", re.IGNORECASE)
_JOINT = re.compile(r", | (?:--?|[–—]) ")  # "TreeNet, a Net of Trees", "TreeNet -- A Net of Trees"
_FOR = re.compile(r" for (?=\S+ )")
WHERE = re.compile(r" (?:in|on) (?=\S+ )(?!the (?:Wild|Loop|Age|Era|Presence|Context|Face)\b)")
_MEANS = re.compile(  # not "from leaves to trees"
    r" (?:via|with|using|by|through|from(?! (?:\S+ ){1,3}to )|under|without|based on|as|exploiting|leveraging) ",
    re.IGNORECASE,
)
_REAL = re.compile(r"\S*\w\S*")  # words, and no dots
_NO_NEWS = frozenset(
    "learning deep network networks model models modelling modeling training method approach framework towards toward "
    "efficient effective simple novel new improved better via large language vision based using data neural".split()
)
TELLS_LITTLE = content_words(" ".join(_NO_NEWS))
"""The words of a title that any paper of its field could have there."""
ANY_TASK = content_words(
    "generation understanding modeling estimation prediction analysis time scale benchmark dataset image video text"
)
_ONLY_HOW = re.compile(
    r"(?:Findings|Results|Evidence|Lessons|Insights|Data) (?:from|of)\b|An? (?:\w+ )?\w*study\b", re.I
)


def titles(paper: RecordedPaper, longest: int = _LONGEST_TITLE) -> list[str]:
    """What the title says behind the name, or all of it, as it can stand in quotation marks; then less of it.

    Of a long title in two parts the one that says more: "Memorize, Factorize, or be Naive: Learning Optimal ...".
    """
    title = re.sub(r"\s+", " ", paper.title).strip().rstrip(".")
    name = name_of(paper)
    ahead = NAME_AHEAD.match(title)
    if name and ahead and ahead[1].casefold() == name.casefold():
        title = ahead["after"].strip()
    elif name and title.startswith(name) and (joint := _JOINT.match(title, len(name))):
        title = title[joint.end() :]
    if title.isupper() or _MARKUP.search(title):
        return []
    title = re.sub(r'["“”]', "'", title)
    broken = [title[: found.start()].strip() for found in _BREAK.finditer(title)]
    if len(broken) == 1 and len(title.split()) > _MUCH and (parts := re.split(r":\s+", title))[1:]:
        broken = sorted(parts, key=lambda part: (not _spells(part, name), _says_little(part)))
        told = title if any(map(_ONLY_HOW.match, parts)) else broken[0]
        whole = [title] if _tells_in_both(title, told, paper.abstract) else []
        return [one for one in (*whole, told, *broken[:1], *_cut(told), *broken[1:]) if _fits(one, longest)]
    return [one for one in (title, *broken[:1], *_cut(title), *broken[1:]) if _fits(one, longest)]


def _tells_in_both(title: str, told: str, abstract: str) -> bool:
    """Whether what ``told`` leaves out of a title tells of the paper too: its task, or words of the abstract."""
    left_out = title.replace(told, "")
    if _FOR.search(f"{left_out} .") and not end_of(told):
        return True
    telling = content_words(left_out) - content_words(told) - TELLS_LITTLE - BOILERPLATE
    return len(telling & content_words(abstract)) >= _SEVERAL


def part_alone(found: Sequence[str]) -> bool:
    """Whether behind a long title whole, as :func:`titles` has found it, stands the part of it that says more."""
    return len(found) > 1 and len(found[0].split()) > _MUCH and found[1] in re.split(r":\s+", found[0])


def _fits(title: str, longest: int) -> bool:
    least = _SHORTEST_END if title.startswith("...") else _SHORTEST_TITLE
    return least <= len(_REAL.findall(title)) <= longest


def _cut(title: str) -> Iterator[str]:
    """``title`` cut at its end where its task stays, in the middle, and at its start: "... for Sorting Trees"."""
    end = end_of(title)
    cuts = [found.start() for found in _PREPOSITION.finditer(title)]
    kept = [not end or _task_in(title[:at]) for at in cuts]
    yield from (f"{title[:at]} ..." for at, keeps in reversed([*zip(cuts, kept, strict=True)]) if keeps)
    if end and cuts and cuts[0] < end.start():
        yield f"{title[: cuts[0]]} ...{without_means(title[end.start() :])}"
    if end and end[0] != " on ":
        yield f"...{without_means(title[end.start() :])}"
    yield from (f"{title[:at]} ..." for at, keeps in reversed([*zip(cuts, kept, strict=True)]) if not keeps)


def end_of(title: str) -> re.Match[str] | None:
    """Where the end of a title starts that names its task or its field: the last "for ...", else the last "in ..."."""
    found = [*_FOR.finditer(title)] or [*WHERE.finditer(title)]
    return found[-1] if found else None


def _task_in(head: str) -> bool:
    return end_of(f"{head} .") is not None


def without_means(end: str) -> str:
    """``end`` up to where it goes on with means: "via trees", "using saws"."""
    return _MEANS.split(end, maxsplit=1)[0]


def _spells(part: str, name: str | None) -> bool:
    """Whether the first words of ``part`` begin with the first letters of ``name``: "Gated Oak Trees ..." of GOTM."""
    letters = "".join(letter for letter in name or "" if letter.isupper())[:_LETTERS]
    starts = "".join(word[0] for word in re.split(r"[ -]", part) if word)
    return len(letters) == _LETTERS and starts.upper().startswith(letters)


def _says_little(part: str) -> int:
    """How little a part of a title says: the more, the later it stands among the parts."""
    cut = _ONLY_HOW.match(part) or part[:1].islower()
    return 0 if cut else -len(content_words(part) - TELLS_LITTLE - BOILERPLATE)


def task_words(title: str) -> frozenset[str]:
    """The words of a title that tell what it is about, rather than by which means."""
    return content_words(without_means(title.rpartition(": ")[2])) - TELLS_LITTLE - BOILERPLATE


def lacks_its_task(text: str, title: str, topic: Collection[str]) -> bool:
    """Whether neither ``text`` nor the ``topic`` has the last telling word of a title's task.

    Or ``text`` nothing of what the title is "for" or "in", and the topic not all of it.
    """
    told = content_words(text)
    title = title.rpartition(": ")[2]
    task = without_means(title)
    telling = (content_words(word) - TELLS_LITTLE - BOILERPLATE - ANY_TASK for word in task.split())
    last = [words for words in telling if words][-1:]
    if last and not last[0] & (told | set(topic)):
        return True
    end = end_of(title)
    of_it = content_words(without_means(title[end.start() :]) if end else "") - TELLS_LITTLE - BOILERPLATE - ANY_TASK
    return bool(of_it) and not of_it & told and not of_it <= set(topic)
