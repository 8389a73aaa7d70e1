"""Citations on the page: a number that opens the quotes it stands for, each with the way to its paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from survey.claims import Claim
from survey.document import ListedPaper
from survey.records import Statement
from survey.render.escape import link
from survey.render.tags import Html, joined, tag
from survey.render.view import View


@dataclass(frozen=True, slots=True)
class Quoted:
    """One paper and the sentences of it that a citation shows."""

    paper: ListedPaper
    quotes: tuple[str, ...]


class Citations:
    """Makes the citations of one page: each has an id of its own, in the order of the page."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._made = 0

    def of_claim(self, claim: Claim, paper: str = "") -> Html:
        """The citation of a claim, with the sentence of each paper, or of this one, that bears it out."""
        held = (one for one in claim.evidence if not paper or one.paper == paper)
        return self._group(self._quoted((one.paper, one.quote) for one in held))

    def of_statements(self, key: str, statements: Iterable[Statement]) -> Html:
        """The citation of one paper for some of its own statements."""
        return self._group(self._quoted((key, quote) for one in statements for quote in one.quotes))

    def of_papers(self, keys: Iterable[str]) -> Html:
        """The citation of papers as such: it shows their titles."""
        return self._group([Quoted(self._view.papers[key], ()) for key in keys])

    def _quoted(self, pairs: Iterable[tuple[str, str]]) -> list[Quoted]:
        by_paper: dict[str, dict[str, None]] = {}
        for key, quote in pairs:
            by_paper.setdefault(key, {})[quote] = None
        return [Quoted(self._view.papers[key], tuple(quotes)) for key, quotes in by_paper.items()]

    def _group(self, quoted: Iterable[Quoted]) -> Html:
        """Brackets and commas stick to their numbers, so that lines break between citations only."""
        cited = sorted(quoted, key=lambda one: one.paper.number)
        last = len(cited) - 1
        inside = [self._one(one, "" if n else "[", "]" if n == last else ",") for n, one in enumerate(cited)]
        return tag("span", joined(inside, " "), class_="cites") if inside else Html()

    def _one(self, quoted: Quoted, before: str, after: str) -> Html:
        self._made += 1
        card, number = f"q{self._made}", quoted.paper.number
        label = f"Reference {number}: show {'what it says' if quoted.quotes else 'it'}"
        button = tag("button", str(number), type="button", popovertarget=card, aria_label=label)
        shown = tag("span", _card(quoted), class_="card", popover=True, id=card)
        return tag("span", before, button, after, shown, class_="cite")


def _card(quoted: Quoted) -> Iterator[Html]:
    number = quoted.paper.number
    for quote in quoted.quotes:
        yield tag("q", quote)
    yield tag("a", f"[{number}] {quoted.paper.title}", class_="source", href=f"#ref-{number}")
    if quoted.paper.abstract:
        yield tag("a", "Read its abstract", href=f"#abs-{number}")


def outside(paper: ListedPaper) -> Iterator[Html]:
    """The links that lead to the paper itself: the only ones of the page that leave it."""
    if paper.doi and (target := link(f"https://doi.org/{paper.doi}")):
        yield _outside(f"doi:{paper.doi}", target)
    if paper.arxiv_id and (target := link(f"https://arxiv.org/abs/{paper.arxiv_id}")):
        yield _outside(f"arXiv:{paper.arxiv_id}", target)
    if paper.url and not (paper.doi or paper.arxiv_id) and (target := link(paper.url)):
        yield _outside("link", target)


def _outside(text: str, target: str) -> Html:
    return tag("a", text, href=target, rel="noreferrer noopener external")
