"""The overview without any model: for each theme, the figures of the findings that have most to say, put shortly.

A finding itself stands in its topic; the overview says in fewer words who reports what on which data.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from survey.bounds import before, bound
from survey.models.extractive.gains import is_gain, is_improvement
from survey.models.extractive.glossed import bare, glosses, with_gloss
from survey.models.extractive.joined import joined
from survey.models.extractive.results import Result, figures
from survey.questions import ClaimAnswer, DigestedClaim, OverviewAnswer, OverviewValues, TopicDigest
from survey.turns import turn
from survey.words import listed

_BEGINNINGS = 5
_MOST_FIGURES = 3
_NAMED = re.compile(r"^(?P<name>[A-Z][^\s:,]*(?: [A-Z][^\s:,]*){0,3}|[^\s:,]{2,40}):\s")
_IN_THE_PAPER = re.compile(r"^In the (?P<name>[^,:]{2,60}?) paper, ")
_SUBJECT = re.compile(
    r"(?:^|, | that | where )(?P<name>[\w-]*[A-Z][\w-]*(?: [\w-]+){0,3}?) "
    r"(?:also |further |significantly |consistently )?(?:achieves|reports|improves|outperforms|obtains|"
    r"reaches|attains"
    r"|surpasses|yields|gains|sets|establishes|exceeds|boosts|provides|delivers|exhibits)\b"
)
_CHANGES = re.compile(r"\b(?:gains?|improvements?|increases?|speed-?ups?|growth|margins?)\b", re.IGNORECASE)
_HOW_MUCH = re.compile(r" (?:substantially|notably|consistently|significantly|further|also) (?=[a-z]+s\b)")
_WANTS_ARTICLE = re.compile(r"(?:current|previous|prior|latest|best|strongest|second|base|vanilla|original|standard)\b")
_COINED = re.compile(r"\b\w*[A-Za-z]\w*[A-Z0-9]\w*\b")


def overview(values: OverviewValues) -> OverviewAnswer:
    """Findings for each theme, put shortly; where no finding can be, how the topics begin."""
    topics_in_short = [_in_short(topic) for topic in values.topics]
    themes = [list(topics) for _, topics in groupby(topics_in_short, key=lambda topic: topic.theme)]
    claims = [
        claim
        for topics, most in zip(themes, _shares(themes, values.most), strict=True)
        for claim in (list(_highlights(topics, most)) or joined(topics))
    ]
    return OverviewAnswer(claims=claims or list(_beginnings(values.topics)))


def _in_short(topic: TopicDigest) -> TopicDigest:
    """The topic with its findings as bare as the overview words them: no titles, no "one study finds that"."""
    claims = tuple(replace(one, text=bare(one)) for one in topic.claims)
    return replace(topic, claims=claims)


def _shares(themes: Sequence[Sequence[TopicDigest]], most: int) -> list[int]:
    """How many findings each theme may have: one, and the largest ones more of what is left of ``most``."""
    each, left = divmod(max(most, len(themes)), max(1, len(themes)))
    ranked = sorted(range(len(themes)), key=lambda n: (-sum(topic.size for topic in themes[n]), n))
    return [each + (ranked.index(n) < left) for n in range(len(themes))]


def _beginnings(topics: Sequence[TopicDigest]) -> Iterator[ClaimAnswer]:
    """The first claim of each of the first topics."""
    for claim in [claim for topic in topics for claim in topic.claims[:1]][:_BEGINNINGS]:
        yield ClaimAnswer(kind=claim.kind, text=claim.text, papers=list(claim.papers))


def _highlights(topics: Sequence[TopicDigest], most: int) -> Iterator[ClaimAnswer]:
    """The findings with most figures on named data, from the largest topics first, one a topic before a second."""
    found: list[tuple[int, int, int, str, DigestedClaim]] = []
    for topic in topics:
        told = [(text, len(on_data), claim) for claim in topic.claims if (text := shortly(claim))
                for on_data in [_on_data(claim.text)]]  # fmt: skip
        for place, (text, count, claim) in enumerate(sorted(told, key=lambda t: -t[1])):
            found.append((place, -min(count, _MOST_FIGURES), -topic.size, text, claim))
    # a name that no title explains only for want of others
    for *_, text, claim in sorted(found, key=lambda f: (_is_unexplained(f[3], f[4]), *f[:4]))[:most]:
        yield ClaimAnswer(kind="finding", text=text, papers=list(claim.papers))


def _is_unexplained(text: str, claim: DigestedClaim) -> bool:
    return bool(glosses(claim)) and '("' not in text


def _on_data(text: str) -> list[Result]:
    """The figures of ``text`` that have a data set, each with a measure or a unit."""
    return [one for one in figures(text) if one.value and one.dataset and (one.measure or one.unit)]


def shortly(claim: DigestedClaim) -> str:
    """Who reports what on which data, in a few words; empty where the claim doesn't say it that plainly."""
    claim = replace(claim, text=_IN_THE_PAPER.sub(r"\g<name>: ", claim.text))
    found = _NAMED.match(claim.text) or _SUBJECT.search(_HOW_MUCH.sub(" ", claim.text))
    shown = _on_data(claim.text)[:_MOST_FIGURES]
    if claim.kind != "finding" or not found or not shown or not _COINED.search(found["name"]):
        return ""
    if len({(one.measure, one.dataset) for one in shown}) < len(shown):  # what sets them apart isn't told
        return ""
    if not is_gain(claim.text):
        told = f"{found['name']} reports {_figures(shown, claim.text)}." if all(one.measure for one in shown) else ""
        return with_gloss(told, len(found["name"]), claim) if told else ""
    if not is_improvement(claim.text) or any(_turned(claim.text, one) != "gain" for one in shown):
        return ""
    baseline = shown[0].baseline
    over = f" over {_with_article(baseline)}" if baseline and all(one.baseline == baseline for one in shown) else ""
    return with_gloss(f"{found['name']} {_gains(shown, claim.text)}{over}.", len(found["name"]), claim)


def _gains(shown: Sequence[Result], text: str) -> str:
    """ "improves mIoU by 1.2 on COCO and 0.9 on ADE20K"; "gains 3% on MNIST" where what was measured isn't said."""
    measures = [one.measure or "" for one in shown]
    if not any(measures) or all(_CHANGES.fullmatch(measure) for measure in measures):
        return f"gains {listed([f'{_amount(one, text)} on {one.dataset}' for one in shown])}"
    if not all(measures) or any(is_gain(measure) or _CHANGES.search(measure) for measure in measures):
        verb = "reports" if any(_CHANGES.search(measure) for measure in measures) else "gains"  # a gain of a gain
        return f"{verb} {_figures(shown, text)}"
    if len(set(measures)) == 1:
        amounts = [f"{_amount(one, text)} on {one.dataset}" for one in shown]
        return f"improves {measures[0]} by {listed(amounts)}"
    groups = [list(group) for _, group in groupby(shown, key=lambda one: one.dataset)]
    parts = [
        f"{listed([f'{one.measure} by {_amount(one, text)}' for one in group])} on {group[0].dataset}"
        for group in groups
    ]
    return f"improves {listed(parts)}"


def _amount(one: Result, text: str) -> str:
    """By how much: "5.3%", "up to 5.3%", "3.5 on average"."""
    told = _figure(replace(one, measure=None), text)
    told = told.replace(" to +", " to ")
    return f"{told.removeprefix('average ')} on average" if told.startswith("average ") else told


def _with_article(rival: str) -> str:
    """What is beaten, as a phrase of a sentence: "current record" with "the", a name or a plural as it is."""
    if rival.casefold() in {"state-of-the-art", "sota"}:
        return "the state of the art"
    return f"the {rival}" if _WANTS_ARTICLE.match(rival) and not rival.endswith("s") else rival


def _turned(text: str, one: Result) -> str | None:
    value = one.value or ""
    return "gain" if value.startswith("+") else turn(text, value)


def _figures(shown: Sequence[Result], text: str) -> str:
    """ "57.8 PQ and 50.1 AP on COCO and 57.7 mIoU on ADE20K": figures on the same data are told together."""
    parts = [
        f"{listed([_figure(one, text) for one in group])} on {dataset}"
        for dataset, group in groupby(shown, key=lambda one: one.dataset)
    ]
    return listed(parts)


def _figure(one: Result, text: str) -> str:
    unit = one.unit or ""
    told = bound((text,), one.value or "", unit)
    value = f"{(one.value or '').lstrip('+')}{'' if unit in {'%', 'x', '×'} or not unit else ' '}{unit}"
    return before("" if told in (one.measure or "") else told, f"{value} {one.measure}" if one.measure else value)
