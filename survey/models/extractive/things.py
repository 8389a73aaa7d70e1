"""What many papers of a topic work with, one word each, where they share no longer phrase."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from survey.keyphrases.lists import BOILERPLATE, GENERIC, WEAK
from survey.keyphrases.phrases import phrases, singular

_LEAST_SHARE = 0.3  # of the papers
_OWN = 0.5  # of a second thing's papers have to be others than the first's
_NOUN = re.compile(
    r"\b(?:of|on|in|for|from|with|between|the|across|by|into|over|via|these|many|all) (?:[a-z-]+ )?"
    r"((?![a-z-]+(?:[iy][sz]es|ates|ifies)\b)[a-z-]+s)\b"
)
_TASKS = frozenset(
    "distribution generation information selection extraction modeling processing detection recognition prediction "
    "estimation identification evaluation interaction map sensing generalization adaptation".split()
)
NO_SUBJECT = _TASKS | BOILERPLATE | GENERIC | WEAK
"""Words that tell of no subject by themselves."""
_PARTS = frozenset(
    "architecture representation classification prediction score name number set case kind state loss weight "
    "layer parameter input output space shift class label size level domain component element part dataset head "
    "end characteristic property aspect factor effect difference condition quality value measure metric step rule "
    "case limit gain error text word sentence document image video modality".split()
)
NO_THING_BY_ITSELF = _TASKS | _PARTS | WEAK
_NO_THING = NO_SUBJECT | _PARTS


def things(about: Mapping[str, Sequence[str]], keywords: Iterable[str], least: int) -> list[tuple[str, list[str]]]:
    """What many papers work with, one word each, from the topic's keywords: "graphs", which share no longer phrase.

    A thing is what its papers also name in the plural; there are at most two of them, of different papers.
    """
    words = {singular(word) for keyword in keywords for word in keyword.lower().split()} - _NO_THING
    held: dict[str, dict[str, None]] = defaultdict(dict)
    for id_, texts in about.items():
        for phrase in (phrase for text in texts for phrase in phrases(text, {})):
            for word in words.intersection(phrase.key.split()):
                held[word][id_] = None
    nouns = {word for _, *texts in about.values() for text in texts for word in _NOUN.findall(text.lower())}
    plural = {
        word: next((form for form in (f"{word}s", f"{word}es", f"{word[:-1]}ies") if form in nouns), "")
        for word in held
    }
    enough = max(_LEAST_SHARE * len(about), least)
    chosen: list[str] = []
    for word in sorted(held, key=lambda word: (-len(held[word]), word)):
        told = {id_ for other in chosen for id_ in held[other]}
        if plural[word] and len(held[word]) >= enough and len(held[word].keys() - told) > _OWN * len(held[word]):
            chosen.append(word)
    return [(plural[word], list(held[word])) for word in chosen[:2]]
