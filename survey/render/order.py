"""A topic's findings under the subjects that its opening counts, the strongest statements of each first."""

import re
from collections.abc import Sequence

from survey.claims import Claim
from survey.words import MANY, data_key

_MANY_FINDINGS = 6
_SUBJECT = re.compile(
    rf"{MANY} (?:are about|deal with|address|work with|use|build on) (?P<what>[^\s.]+(?: [^\s.]+){{0,4}})\."
)
_FIGURE = re.compile(
    r"(?<![\w.-])\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?\s?(?:%|[x×]\b|-?fold|points?\b|times\b|dB\b|m?AP\b|mIoU\b|PQ\b)|"
    r"[(]\+\d|(?<![\w.-])\d+\.\d",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:outperform|surpass|exceed)\w*|\b(?:better|worse|higher|lower|faster|fewer|more|less) [^.;]{0,60}\bthan\b|"
    r"\bstate[- ]of[- ]the[- ]art\b|\bcompared (?:to|with)\b|\d ?fps\b"
)

_FAMILIES = (
    (re.compile(r"(?:imagenet|ilsvrc)(?:1k|2012|12)?"), "imagenet"),  # ILSVRC-2012 is ImageNet-1K, mostly told shortly
    (re.compile(r"(?:ms)?coco(?:20)?(?:14|17)?"), "coco"),
    (re.compile(r"(?:ssv2|sthsthv2|something(?:something)?v2)"), "ssv2"),
)
_NO_LETTER = re.compile(r"[^a-z\d]")


def family(name: str) -> str:
    """A key that a data set's name shares with its other names: "ILSVRC-2012", "ImageNet-1K" and "ImageNet"."""
    plain = _NO_LETTER.sub("", name.casefold())
    return next((told for of, told in _FAMILIES if of.fullmatch(plain)), data_key(name))


def subject_of(group: Claim) -> str:
    """What the papers of a ``group`` are about or work with; empty where it counts something else."""
    told = _SUBJECT.fullmatch(group.text)
    return told["what"] if told else ""


def in_parts(findings: Sequence[Claim], groups: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
    """The findings under the subject of each of the ``groups``; under "" those of other papers, or all.

    A finding that names a subject stands under it, whether or not its paper is counted for it. A subject of one finding
    makes no heading, nor does one that leaves no more than one to the others; a few findings need none.
    """
    left = list(findings)
    if len(left) < _MANY_FINDINGS:
        return [("", strongest_first(left))] if left else []
    subjects = [(what, group) for group in groups if (what := subject_of(group))]
    counted = {key for _, group in subjects for key in group.papers}
    parts: list[tuple[str, list[Claim]]] = []
    for what, group in subjects:
        own = [claim for claim in left if _belongs(claim, what, group, counted)]
        if len(own) > 1 and any(set(claim.papers) <= set(group.papers) for claim in own):
            parts.append((what, own))
            left = [claim for claim in left if claim not in own]
    if len(left) == 1 and parts:
        parts, left = parts[:-1], [*parts[-1][1], *left]
    return [(what, strongest_first(told)) for what, told in (*parts, ("", left)) if told]


def _belongs(claim: Claim, what: str, group: Claim, counted: set[str]) -> bool:
    """Whether a finding is of papers of the ``group``, or names its subject and is of none that any group counts."""
    if set(claim.papers) <= set(group.papers):
        return True
    plain = what.casefold().removesuffix("s")
    named = re.search(rf"(?<![\w-]){re.escape(plain)}", claim.text.casefold())
    return named is not None and counted.isdisjoint(claim.papers)


def strongest_first(claims: Sequence[Claim]) -> list[Claim]:
    """Measured figures first, then comparisons, then the rest; each paper's claims stay together, in their order."""
    best: dict[frozenset[str], int] = {}
    for claim in claims:
        key = frozenset(claim.papers)
        best[key] = min(_strength(claim.text), best.get(key, 2))
    first = {key: place for place, key in reversed(list(enumerate(frozenset(claim.papers) for claim in claims)))}
    return sorted(claims, key=lambda claim: (best[key := frozenset(claim.papers)], first[key]))


def _strength(text: str) -> int:
    return 0 if _FIGURE.search(text) else 1 if _COMPARED.search(text) else 2
