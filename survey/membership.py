"""Which papers are about a subject, whatever form they give it: "MAE", "Masked Auto-Encoder" and "masked autoencoding".

A subject is found as a noun phrase that papers share word for word; who is about it is told more loosely, so that a
count leaves out none that says so by its title.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from survey.evidence import content_words, sentences, stem
from survey.keyphrases.phrases import acronyms_in, bare, singular

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BETWEEN = 2  # words that may stand between a subject's words, where the last says of what kind it is
_REPEATED = 2  # sentences of its abstract in which a paper names what it is about
_LEAST_LETTERS = 3  # of an acronym that no text explains
_SHORTEST, _ENDING = 5, 3  # letters that two forms of a word share, and by which they may differ
_KINDS = frozenset(
    "model network method framework architecture system approach algorithm technique agent module".split()
)
"""Words that say of what kind a thing is, rather than which: the "models" of "diffusion models"."""


def naming(
    subject: str,
    about: Mapping[str, Sequence[str]],
    abstracts: Mapping[str, str],
    names: Iterable[str],
    acronyms: Mapping[str, str],
) -> tuple[str, ...]:
    """The :func:`members` of a ``subject``, and who names it in several sentences of its abstract; in their order.

    One word alone may be said in passing.
    """
    found = {*members(subject, about, names, acronyms)}
    words = [word.replace("-", "") for word in subject.lower().split()]
    known = _initials(subject.lower().split()) | dict(acronyms)
    for id_ in about if len(words) > 1 else ():
        if id_ not in found and _may_name(abstracts[id_], words, known):
            told = {str(n): ("", sentence) for n, sentence in enumerate(sentences(abstracts[id_]))}
            found.update([id_] if len(members(subject, told, (), acronyms)) >= _REPEATED else [])
    return tuple(id_ for id_ in about if id_ in found)


def members(
    subject: str, about: Mapping[str, Sequence[str]], names: Iterable[str], acronyms: Mapping[str, str]
) -> tuple[str, ...]:
    """The papers, by id, whose title or main sentences (``about``, the title first) name the ``subject``.

    Its words may have other endings, be joined otherwise or be an acronym's; of "diffusion models" a title need only
    hold "diffusion", where that is a word of the topic's ``names``. A subject of one word has to stand as it is.
    """
    words = [word.replace("-", "") for word in subject.lower().split()]
    acronyms = _initials(subject.lower().split()) | dict(acronyms)
    about = {id_: [text if _may_name(text, words, acronyms) else "" for text in texts] for id_, texts in about.items()}
    if len(words) == 1:
        found = (
            id_
            for id_, texts in about.items()
            if any(words[0] in forms for t in texts for forms in _forms(t, acronyms))
        )
        return tuple(found)
    of_a_kind = words[-1] in _KINDS
    known = of_a_kind and content_words(words[0]) <= content_words(" ".join(names))
    apart = subject.lower().replace("-", " ").split()
    wanted = [[stem(word) for word in form] for form in (words, apart)[: 1 + (words != apart)]]
    first = [form[:-1] if known and len(form) > 1 else form for form in wanted]
    between = _BETWEEN if of_a_kind else 0

    def names_it(text: str, asked: Sequence[Sequence[str]], lengths: Sequence[Sequence[str]]) -> bool:
        written = (text, text.replace("-", " ")) if "-" in text else (text,)
        forms = [_forms(form, acronyms) for form in written if form]
        return any(
            _holds(held, one, len(whole) + between) for held in forms for one, whole in zip(asked, lengths, strict=True)
        )

    return tuple(
        id_
        for id_, (title, *texts) in about.items()
        if names_it(title, first, wanted) or any(names_it(text, wanted, wanted) for text in texts)
    )


def acronyms_of(texts: Iterable[str]) -> dict[str, str]:
    """What the acronyms of the texts stand for, as far as these say it; none that stands for two things."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for short, long in acronyms_in(text):
            found.setdefault(bare(short), set()).add(long)
    return {short: longs.pop() for short, longs in found.items() if len(longs) == 1}


def _may_name(text: str, words: Sequence[str], acronyms: Mapping[str, str]) -> bool:
    """Whether a text holds the beginning of the first of the ``words`` at all, or of an acronym: most don't."""
    start = words[0][:_LEAST_LETTERS]
    return start in text.lower() or any(short in text for short, long in acronyms.items() if long.startswith(start))


def _initials(words: Sequence[str]) -> dict[str, str]:
    """The acronyms that a subject's first words may have: of "click-through rate prediction" CTR and CTRP."""
    found: dict[str, str] = {}
    for count in range(1, len(words) + 1):
        short = "".join(part[:1] for word in words[:count] for part in word.split("-")).upper()
        if len(short) >= _LEAST_LETTERS:
            found[short] = " ".join(words[:count])
    return found


def _forms(text: str, acronyms: Mapping[str, str]) -> list[Collection[str]]:
    """The words of a text in order, each with the forms that it may be meant as; an acronym's words in its place."""
    found: list[Collection[str]] = []
    for short, forms in _words(text):
        if long := acronyms.get(short):
            found += [_with_stems([word.replace("-", "")]) for word in long.split()]
        else:
            found.append(forms)
    return found


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each word as an acronym would stand, and with its forms: joined, and each part of it; asked for each subject."""
    found = []
    for token in _TOKEN.findall(text):
        parts = [singular(part) for part in token.lower().split("-")]
        found.append((bare(token), _with_stems(["".join(parts), *parts])))
    return tuple(found)


def _with_stems(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*words, *map(stem, words)]))


def _holds(forms: Sequence[Collection[str]], words: Sequence[str], within: int) -> bool:
    """Whether all ``words`` stand in order within so many of a text's words."""
    for start, first in enumerate(forms):
        if not any(_alike(form, words[0]) for form in first):
            continue
        left = list(words[1:])
        for later in forms[start + 1 : start + within]:
            if left and any(_alike(form, left[0]) for form in later):
                left.pop(0)
        if not left:
            return True
    return False


def _alike(word: str, other: str) -> bool:
    """Whether a ``word``, or stem, is another form of the one with the stem ``other``."""
    if word == other:
        return True
    if word[:1] != other[:1] or abs(len(word) - len(other)) > _ENDING or min(len(word), len(other)) < _SHORTEST:
        return False
    return word.startswith(other) or other.startswith(word)
