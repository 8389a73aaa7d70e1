"""Citations and references in Markdown: numbers linked to the reference list."""

from collections.abc import Iterable, Iterator

from survey.document import ListedPaper
from survey.render.escape import link, markdown
from survey.render.view import View
from survey.words import listed

_MOST_AUTHORS = 6


def cite(view: View, keys: Iterable[str]) -> str:
    """The citation of some papers: "[[3](#ref-3), [7](#ref-7)]", in ascending order; empty for none."""
    numbers = view.numbers(keys)
    return f"[{', '.join(f'[{number}](#ref-{number})' for number in numbers)}]" if numbers else ""


def cited(view: View, text: str, keys: Iterable[str]) -> str:
    """A sentence with its citation before the full stop."""
    body = text.strip()
    stop = body[-1:] if body.endswith((".", "!", "?")) else ""
    citation = cite(view, keys)
    return f"{markdown(body.removesuffix(stop))}{f' {citation}' if citation else ''}{stop or '.'}"


def reference(paper: ListedPaper) -> str:
    """A paper in the reference list: authors, title, venue, year, links, and the dump and line of each record."""
    named = [markdown(author) for author in paper.authors[:_MOST_AUTHORS]]
    authors = f"{', '.join(named)} et al" if len(paper.authors) > _MOST_AUTHORS else listed(named)
    where = ", ".join(markdown(str(part)) for part in (paper.venue, paper.year) if part)
    found = "; ".join(f"{markdown(source.dump)}, line {source.line}" for source in paper.sources)
    title = f"*{markdown(paper.title.rstrip('.'))}*." + (
        "" if paper.abstract else " Title only: no abstract was given."
    )
    parts = (
        f"{authors.rstrip('.')}." if authors else "",
        title,
        f"{where}." if where else "",
        *_links(paper),
        f"({found})",
    )
    return " ".join(part for part in parts if part)


def _links(paper: ListedPaper) -> Iterator[str]:
    if paper.doi and (target := link(f"https://doi.org/{paper.doi}")):
        yield f"[doi:{markdown(paper.doi)}]({target})"
    if paper.arxiv_id and (target := link(f"https://arxiv.org/abs/{paper.arxiv_id}")):
        yield f"[arXiv:{markdown(paper.arxiv_id)}]({target})"
    if paper.url and not (paper.doi or paper.arxiv_id) and (target := link(paper.url)):
        yield f"[link]({target})"
