"""Who a claim is about: a paper by its name, never by an id; several papers as several, whoever was asked about.

Small models write "P2 proposes X" of the paper that they cite as P2, take over "We propose X" as it stands, write
"Proposes X", or say "All papers" of those they cite: where it is beyond doubt which papers are meant, the text says so.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from survey import evidence
from survey.papers import Paper, normalised_title
from survey.questions import ClaimAnswer
from survey.replies import plain
from survey.voice import TELLS, in_third_person
from survey.words import MANY

_BY_ID = re.compile(r"(?P<id>[A-Z]\d+)(?P<rest> [a-z].*)", re.DOTALL)
_ID = re.compile(r"\b[A-Z]\d+\b")
_ALL_PAPERS = re.compile(
    r"^(?:(?:all|most|many|several|some|both|two|three|four)(?: of)?(?: the| these)?(?: \w+)?|(?:the|these)(?: \w+)?) "
    r"papers(?: in this (?:section|topic|survey|part))?(?= (?!(?:of|by|in|on|from|that|which|with)\b)[a-z])",
    re.IGNORECASE,
)
_VERB_FIRST = re.compile(
    r"(?P<verb>[A-Z][a-z]+s) (?!(?:of|in|on|for|to|from|with|at|by|and|or|is|are|was|were|has|have|can|show)\b)"
)
_ITS_METHOD = re.compile(
    r"(?:The|This) (?:(?:proposed|presented|suggested|introduced|new|novel) )?"
    r"(?P<what>method|approach|framework|model|technique|system|algorithm|architecture|network|paper|study|work)"
    r"(?= (?!of\b|in\b|on\b|for\b|by\b|from\b|to\b|with\b|that\b|which\b|and\b|or\b)[a-z])"
)
_NAMED = re.compile(r"(?P<name>[^\s:\d]+(?: [^\s:\d]+)?)\s*:\s")
"""A title that begins with a name of one or two words; without a figure, which no quoted sentence might hold."""

_LONG_TITLE = 5  # words
_COINED = re.compile(r"(?P<name>(?=[^\s:]*[A-Z][^\s:]*[A-Z\d])[^\s:]+)\s*:\s")
"""A title that begins with a name of one word with two capitals, or a capital and a figure, in it."""


def said_of(claim: ClaimAnswer, papers: Mapping[str, Paper]) -> str:
    """The claim's text with its papers named; ``papers`` are those of the prompt by its ids."""
    return _of_several(_with_names(_by_name(claim, papers), claim.papers, papers))


def of_one_paper(text: str) -> str:
    """A statement on a paper that nothing beside it names: "Suggests that X" as "One paper suggests that X"."""
    verb = _VERB_FIRST.match(text)
    return f"One paper {text[:1].lower()}{text[1:]}" if verb and verb["verb"].lower() in TELLS else text


def id_in(text: str, papers: Mapping[str, Paper]) -> str:
    """The first id of the prompt in ``text``, unless a paper has that word itself; else empty."""
    found = (name for name in _ID.findall(text) if name in papers)
    return next((name for name in found if not any(name in line for line in _all_lines(papers))), "")


def named_besides(text: str, cited: Collection[str], papers: Mapping[str, Paper]) -> str:
    """The first name in ``text`` that the title of a paper not cited gives, and no cited paper holds; else empty."""
    own = " ".join(line for name in cited for line in evidence.lines(papers[name]))
    titles = (_COINED.match(paper.title) for name, paper in papers.items() if name not in cited)
    names = (found["name"] for found in titles if found)
    return next((name for name in names if re.search(rf"\b{re.escape(name)}\b", text) and name not in own), "")


def titled_besides(text: str, cited: Collection[str], papers: Mapping[str, Paper]) -> str:
    """The title of a paper that is not cited, where ``text`` names a paper by it; else empty."""
    told = f" {normalised_title(text)} "
    others = (paper.title for name, paper in papers.items() if name not in cited)
    return next((title for title in others if _is_long(title) and f" {normalised_title(title)} " in told), "")


def begins_as_title(text: str, cited: Collection[str], papers: Mapping[str, Paper]) -> bool:
    """Whether ``text`` is a cited paper's title and, behind a comma, something else that has another subject."""
    ahead = text.casefold()
    titles = (papers[name].title.casefold().rstrip(".") for name in cited)
    return any(
        _is_long(title) and re.match(r"\s*,", ahead[len(title) :]) for title in titles if ahead.startswith(title)
    )


def _is_long(title: str) -> bool:
    """Whether a title is long enough to be no topic's name as well."""
    return len(title.split()) >= _LONG_TITLE


def named_in_titles(papers: Iterable[Paper]) -> tuple[str, ...]:
    """The names with which titles begin: what "MaskFormer: ..." calls its method."""
    return tuple(found["name"] for paper in papers if (found := _NAMED.match(paper.title)))


def _all_lines(papers: Mapping[str, Paper]) -> Iterator[str]:
    return (line for paper in papers.values() for line in evidence.lines(paper))


def _by_name(claim: ClaimAnswer, papers: Mapping[str, Paper]) -> str:
    """The claim's text, with the paper that it cites alone by its name where the text lacks that."""
    cited = set(claim.papers)
    paper = papers.get(next(iter(cited))) if len(cited) == 1 else None
    if paper is None:
        return claim.text
    text = plain(claim.text)
    found = _BY_ID.fullmatch(text)
    if found and {found["id"]} == cited and not any(found["id"] in line for line in evidence.lines(paper)):
        return _named(paper, found["rest"])
    told = in_third_person(text)
    tells = text.startswith("We ") and told.split(" ", 1)[0].endswith("s")
    verb = _VERB_FIRST.match(text)
    if tells or (verb and verb["verb"].lower() in TELLS):
        return _named(paper, f" {told[:1].lower()}{told[1:]}")
    return _ITS_METHOD.sub(_whose, claim.text, count=1) if _ITS_METHOD.match(claim.text) else claim.text


def _whose(found: re.Match[str]) -> str:
    """A method that no reader has met, "The proposed method", as one paper's."""
    return "One paper" if found["what"] in {"paper", "study", "work"} else f"One paper's {found['what']}"


def _with_names(text: str, cited: Collection[str], papers: Mapping[str, Paper]) -> str:
    """``text`` with the names that titles give in the place of ids, where it cites every paper whose id it holds."""
    ids = {id_ for id_ in _ID.findall(text) if id_ in papers and id_in(id_, papers)}
    named = {id_: found["name"] for id_ in ids if (found := _NAMED.match(papers[id_].title))}
    if not ids or ids - set(cited) or ids - named.keys():
        return text
    return _ID.sub(lambda found: named.get(found[0], found[0]), text)


def _of_several(text: str) -> str:
    """A statement that begins with "All papers" or "The papers" as one about several.

    Which papers were asked about is no reader's business; how many a claim is about, is counted from those it cites.
    """
    return _ALL_PAPERS.sub(MANY, text, count=1)


def _named(paper: Paper, rest: str) -> str:
    named = _NAMED.match(paper.title)
    return f"{named['name'] if named and named['name'] not in rest else 'One paper'}{rest}"  # never "X introduces X"
