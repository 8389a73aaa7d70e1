"""The overview without any model: for each theme, the figures of the findings that have most to say, put shortly.

A finding itself stands in its topic; the overview says in fewer words who reports what on which data.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, groupby

from survey.bounds import before, bound
from survey.evidence import SHARED_SUPPORT, content_words, support
from survey.keyphrases.lists import FUNCTION, phrase_words
from survey.models.extractive.alone import VERB
from survey.models.extractive.attributed import without_attribution
from survey.models.extractive.gains import is_gain, is_improvement
from survey.models.extractive.introduced import without_title
from survey.models.extractive.results import Result, figures
from survey.models.extractive.subject import small
from survey.questions import ClaimAnswer, DigestedClaim, OverviewAnswer, OverviewValues, TopicDigest
from survey.turns import turn
from survey.words import listed

_BEGINNINGS = 5
_MOST_FIGURES = 3
_SHORT, _LOOKED_AT = 22, 6
_MADE = re.compile(
    r"^One |^(?:For|In) [^,]{3,60}, one |^(?:[A-Z]\S* ){1,6}(?:\([^()]*\) )?(?:is|are) (?:an?|the first) \w"
    r"|^[A-Z][^,;]{0,90}\([A-Z][\w-]*\) (?:is|are) (?:an?|the)\b|^[A-Z][a-z-]+s an? |\w and, "
    r"|\b(?:proposes|introduces|presents|develops|explores|studies|addresses|considers)\b"
    r"|\b(?:is|are) (?:motivated|inspired|designed|built|based)\b"
)
# "MaskNet draws ...": what a thing does, which is no finding unless the verb tells of an outcome
_ACTS = re.compile(
    r"^(?:\S*[A-Z\d]\S*[A-Z]\S*(?: \([^()]*\))?|(?:\S+ ){1,6}\([A-Z][^()]*\)) (?:\w+ly |also )?(?P<verb>[a-z]+s)\b"
)
_NAMED_THING = re.compile(  # "The TreeSet benchmark has ...", "Tree Networks (TNs) sort ..."
    r"^(?:The \S*[A-Z]\S*[A-Z]\S* (?:benchmark|data ?set|framework)|(?:The )?(?:\S+ ){1,8}?\([A-Z]\S*\)"
    r"(?: (?:function|framework|model|network|method|approach|algorithm|system))?) (?:\w+ly )?(?P<verb>[a-z]+) "
)
_ITS_WORK = re.compile(r"^[A-Z][^,]*, \S*[A-Z\d]\S*[A-Z]\S* (?P<verb>[a-z]+s)\b")  # "In contrast to X, RISE works ..."
_OUTCOME = re.compile(
    r"\d|\bthan\b|\b(?:outperform|surpass|exceed|improv|reduc|match|increas|boost|find|show|reveal|learn)\w*"
)
_NAMED = re.compile(r"^(?P<name>[A-Z][^\s:,]*(?: [A-Z][^\s:,]*){0,3}|[^\s:,]{2,40}):\s")
_SUBJECT = re.compile(
    r"(?:^|, | that | where )(?P<name>[\w-]*[A-Z][\w-]*(?: [\w-]+){0,3}?) "
    r"(?:also |further |significantly |consistently )?(?:achieves|reports|improves|outperforms|obtains|"
    r"reaches|attains"
    r"|surpasses|yields|gains|sets|establishes|exceeds|boosts|provides|delivers|exhibits)\b"
)
# Ends of words that are no names
_ORDINARY = ("s", "ing", "ed", "ic", "al", "ive", "ary", "able", "ence", "ance", "tion", "ment")
_COINED = re.compile(r"\b\w*[A-Za-z]\w*[A-Z0-9]\w*\b")


def overview(values: OverviewValues) -> OverviewAnswer:
    """Findings for each theme, put shortly; where no finding can be, how the topics begin."""
    topics_in_short = [_in_short(topic) for topic in values.topics]
    themes = [list(topics) for _, topics in groupby(topics_in_short, key=lambda topic: topic.theme)]
    claims = [
        claim
        for topics, most in zip(themes, _shares(themes, values.most), strict=True)
        for claim in (list(_highlights(topics, most)) or _joined(topics))
    ]
    return OverviewAnswer(claims=claims or list(_beginnings(values.topics)))


def _in_short(topic: TopicDigest) -> TopicDigest:
    """The topic with its findings as bare as the overview words them: no titles, no "one study finds that"."""
    claims = tuple(replace(one, text=without_attribution(without_title(one.text))) for one in topic.claims)
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
    for *_, text, claim in sorted(found, key=lambda f: f[:4])[:most]:
        yield ClaimAnswer(kind="finding", text=text, papers=list(claim.papers))


def _joined(topics: Sequence[TopicDigest]) -> Iterator[ClaimAnswer]:
    """Two findings in words, brought together under their topics' names: the shortest of two of the largest topics.

    Neither may be so long beside the other that the paper of the other would not be cited for its half.
    """
    ranked = sorted(topics, key=lambda topic: -topic.size)
    told = " ".join(claim.text for topic in topics for claim in topic.claims)
    short = [
        [(topic.name, claim) for claim in sorted(topic.claims, key=lambda claim: len(claim.text)) if _fits(claim, told)]
        for topic in ranked
    ]
    ranked_claims = [*(claims[0] for claims in short if claims), *(claim for claims in short for claim in claims[1:])]
    for pair in combinations(ranked_claims[:_LOOKED_AT], 2):
        halves = [claim for _, claim in pair]
        if halves[0].papers == halves[1].papers:
            continue
        for text in _pair(pair, told):
            if all(support(text, one.text) >= SHARED_SUPPORT for one in halves):
                yield ClaimAnswer(kind="finding", text=text, papers=[*halves[0].papers, *halves[1].papers])
                return
    for name, one in ranked_claims[:1]:  # no two of them go together
        text = f"On {_within(_part_about(name, one.text), told)}, one paper finds that {_within(one.text, told)}"
        yield ClaimAnswer(kind="finding", text=text, papers=list(one.papers))


def _pair(pair: tuple[tuple[str, DigestedClaim], ...], texts: str) -> Iterator[str]:
    """Two findings, each under its topic: "On pruning, one paper finds that ...; on nets, another ..."; then bare."""
    (name, one), (beside, other) = pair
    found, too = _within(one.text.rstrip("."), texts), _within(other.text, texts)
    first = f"On {_within(_part_about(name, one.text), texts)}, one paper finds that {found}"
    second = "" if name == beside else f"; on {_within(_part_about(beside, other.text), texts)}"
    yield f"{first}{second}, another that {too}"
    yield f"One paper finds that {found}, another that {too}"


def _part_about(name: str, text: str) -> str:
    """The part of a topic's ``name`` that ``text`` is about, of "X and Y"; all of it where neither or both are."""
    parts = name.split(" and ")
    held = [part for part in parts if content_words(part) & content_words(text)]
    return held[0] if len(parts) == 2 and len(held) == 1 else name  # X and Y


def _within(text: str, texts: str) -> str:
    """``text`` within a sentence: small at its start where that can be no name, for its ending or as ``texts`` show."""
    first = text.split(" ", 1)[0]
    ordinary = first.lower() in FUNCTION or first.lower() in phrase_words()[1] or first.endswith(_ORDINARY)
    return small(text) if ordinary or f" {first.lower()} " in texts else text


def _fits(claim: DigestedClaim, texts: str) -> bool:
    """Whether a claim can be told as found: what begins with a method's name must tell of an outcome."""
    return _is_short(claim) and (_within(claim.text, texts) != claim.text or _OUTCOME.search(claim.text) is not None)


def _is_short(claim: DigestedClaim) -> bool:
    """Whether a claim says in few words and one sentence what was found, rather than what was made."""
    text = claim.text.rstrip(".")
    whole = claim.kind == "finding" and not re.search(r"[:;?]|\. ", text) and len(text.split()) <= _SHORT
    acts = _ACTS.match(text) or _ITS_WORK.search(text) or _NAMED_THING.match(text)
    made = _MADE.search(text) or (
        acts and not (VERB.match(f"{acts['verb'].removesuffix('s')}s ") and _OUTCOME.search(text))
    )
    return whole and not made


def _on_data(text: str) -> list[Result]:
    """The figures of ``text`` that have a data set, each with a measure or a unit."""
    return [one for one in figures(text) if one.value and one.dataset and (one.measure or one.unit)]


def shortly(claim: DigestedClaim) -> str:
    """Who reports what on which data, in a few words; empty where the claim doesn't say it that plainly."""
    found = _NAMED.match(claim.text) or _SUBJECT.search(claim.text)
    shown = _on_data(claim.text)[:_MOST_FIGURES]
    if claim.kind != "finding" or not found or not shown or not _COINED.search(found["name"]):
        return ""
    if not is_gain(claim.text):
        return f"{found['name']} reports {_figures(shown, claim.text)}." if all(one.measure for one in shown) else ""
    if not is_improvement(claim.text) or any(_turned(claim.text, one) != "gain" for one in shown):
        return ""
    baseline = shown[0].baseline
    over = f" over {baseline}" if baseline and all(one.baseline == baseline for one in shown) else ""
    return f"{found['name']} gains {_figures(shown, claim.text)}{over}."


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
