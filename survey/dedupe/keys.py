"""Keys of records and papers: unique, and the same whatever the order of the input; and what pins make of them."""

from collections.abc import Sequence

from survey.dedupe.versions import abstract_form, content_order
from survey.errors import SettingsError
from survey.papers import Paper, paper_key


def unique_keys(papers: Sequence[Paper]) -> list[str]:
    """A key for each paper, from its title alone where that is enough.

    Of papers of one key, the one that comes first by the hash of its abstract keeps it; the keys of the others are
    salted with the abstract, and, where even that is the same, with a number.
    """
    keys = [paper_key(paper.title) for paper in papers]
    namesakes: dict[str, list[int]] = {}
    for n, key in enumerate(keys):
        namesakes.setdefault(key, []).append(n)
    taken = set(namesakes)
    for group in namesakes.values():
        if len(group) > 1:
            ordered = sorted(group, key=lambda n: (salted_key(papers[n]), content_order(papers[n])))
            for n in ordered[1:]:
                keys[n] = _free(papers[n], taken)
                taken.add(keys[n])
    return keys


def salted_key(paper: Paper) -> str:
    """The key of a paper that shares its title with another."""
    return paper_key(paper.title, f"abstract {abstract_form(paper)}")


def _free(paper: Paper, taken: set[str]) -> str:
    key, number = salted_key(paper), 1
    while key in taken:
        number += 1
        key = paper_key(paper.title, f"abstract {abstract_form(paper)}\n{number}")
    return key


def pinned(
    groups: Sequence[Sequence[str]], keys: Sequence[str], papers: Sequence[Paper], name: str
) -> list[list[list[int]]]:
    """The places in ``papers`` that each key of each group means.

    A key of one record means that record; a title's key means all its records but those that the group names by keys
    of their own. Raises SettingsError for a key that no record has.
    """
    if not groups:
        return []
    by_title: dict[str, list[int]] = {}
    for n, paper in enumerate(papers):
        by_title.setdefault(paper_key(paper.title), []).append(n)
    by_key: dict[str, list[int]] = {}
    for n, (key, paper) in enumerate(zip(keys, papers, strict=True)):
        for own in {key, salted_key(paper)}:
            by_key.setdefault(own, []).append(n)
    found = []
    for group in groups:
        for key in group:
            if key not in by_title and key not in by_key:
                raise SettingsError(
                    f"{name!r} names {key!r}, which is the key of no record in these dumps.",
                    "Run `survey papers DUMP... --no-dedupe --to csv` to see the key of every record, and correct survey.toml.",
                )
        own = {n for key in group if key not in by_title for n in by_key[key]}
        found.append([[n for n in by_title[key] if n not in own] if key in by_title else by_key[key] for key in group])
    return found
