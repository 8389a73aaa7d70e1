"""The cell that says what a paper makes or does: a short phrase that makes sense without its abstract, or nothing."""

import re
from collections.abc import Iterator, Sequence

from survey.cells import LEAST_OF_A_KIND, Offer, candidates
from survey.cutting import whole_end
from survey.following import kept_whole
from survey.fuller import fuller
from survey.news import ENOUGH, news, thin
from survey.passing import MOST_FOUND, is_finding

_MOST_WORDS = 24
_OF_THIN = 1  # what a mere name counts, so that another of the record's phrases is asked for


def approach(texts: Sequence[str], title: str = "") -> str:
    """What a paper makes or does, told by ``texts`` (its contribution, then its method), as a cell; else ``""``.

    Of the phrases that the texts hold the first that tells enough beside the ``title``, which stands in the same row;
    else the one that tells most. What is made comes before what is done, the contribution before the method, a phrase
    before a longer one; a finding last. A bare echo of the title is none.
    """
    head, colon, _ = title.partition(":")
    best, most, at = "", 0, 0
    for offer in _whole_first(candidates(texts, title), texts):
        cell = _without_name(offer.phrase, head.strip()) if colon else offer.phrase
        if best and (offer.spare or cell.endswith("…")):
            continue
        new = min(news(cell, title), _OF_THIN) if thin(cell) else news(cell, title)
        if offer.place > at and most >= ENOUGH - 1 and not (offer.how and new > ENOUGH):
            continue
        if new >= ENOUGH:
            return fuller(cell, texts[offer.place])
        if new > most:
            best, most, at = cell, new, offer.place
    return fuller(best, texts[at]) if best else ""


def _whole_first(told: Iterator[Offer], texts: Sequence[str]) -> Iterator[Offer]:
    """Those that are no empty text, nor a long one; those that lack what follows in their text behind the others."""
    cut = []
    for one in told:
        most = MOST_FOUND if is_finding(one.phrase) else _MOST_WORDS
        if not one.phrase or len(one.phrase.split()) > most:
            continue
        shown, whole = kept_whole(one.phrase, texts[one.place], most)
        if whole and shown and not shown.endswith("…"):
            yield one._replace(phrase=shown)
        elif shown:
            cut.append(one._replace(phrase=shown))
    yield from cut


def _without_name(cell: str, name: str) -> str:
    """``cell`` without the ``name`` that stands beside it: "SlimTree, a tree of few nodes" is "Tree of few nodes"."""
    if not cell.startswith(name) and not cell.endswith(name):
        return cell
    own = re.escape(name)
    kind = r"(?:,| -| –| is)? (?:an?|the) (?:(?:novel|new|first),? (?!and\b))?(?=[a-z])"
    cut = re.sub(rf"^{own}(?: \([^()]*\))?{kind}", "", cell)
    cut = re.sub(rf",? (?:(?:dubbed|called|named|termed)(?: as)? )?{own}$", "", cut)
    if whole_end(cut) != cut:  # "on" what?
        return cell
    return f"{cut[0].upper()}{cut[1:]}" if len(cut.split()) >= LEAST_OF_A_KIND - 1 else cell
