"""Whose figure it is, where a sentence says that of another name than the paper's own: a variant, a model it tried.

The name goes behind the measure in brackets, in the sentence's words: "RMSE (XGBoost)", "accuracy (SkipNet-M)".
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from survey.models.extractive.measures import ANY_MEASURE
from survey.models.extractive.names import data_names
from survey.models.extractive.qualified import spans, with_setting
from survey.models.extractive.reaching import KIND, MANY, reacher
from survey.models.extractive.reported import Result
from survey.words import small

_NAME = (
    r"(?P<who>(?!(?:Our|The|Their|Its|This|These)\b)(?:[A-Z][\w.+/-]*|[a-z]{1,3}[A-Z][\w.+/-]*)"
    r"(?: (?:[A-Z][\w.+/-]*|\d[\w.]*)){0,2})"
)
_VERBS = (
    "achieve reach attain obtain yield deliver outperform surpass exceed improve boost reduce increase provide "
    "demonstrate show gain".split()
)
_REACHES = (
    "|".join(f"{verb}e?s|{verb.rstrip('e')}(?:ed|ing)" for verb in _VERBS) + "|gets|had|has|beats|scores|scored|scoring"
)
_CAN = rf"(?:can|could|may|does) (?:{'|'.join(_VERBS)})"
# "XGBoost achieving the lowest RMSE of": from who reaches something up to the figure, within one clause
_SUBJECT = re.compile(
    rf"(?:^|[,;:] (?:and |while |whereas |but |where )?|(?<=[)%]) and |\b(?:that|with|while|whereas) )"
    rf"(?:[Oo]ur |[Tt]he )?"
    rf"{_NAME}(?: \([^()]*\))? (?:also |further |even |only |[a-z]+ly )*(?:{_REACHES}|{_CAN})\b"
    r"(?P<said>(?:(?!\b(?:it|we|they|which|that|while|whereas|but)\b)(?:[^;.]|\.(?=\d)))*)$"
)
# "GPT-4o's success rate on games rose from 10% to"
_POSSESSED = re.compile(
    r"(?:^|[,;:] (?:and |while |where )?|\b(?:that|while|whereas) )(?P<who>[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,2})'s? "
    r"[^,;.()]{3,70}? (?:increas|improv|ris|rose|jump|drop|fell|fall|climb|grew|grow|reach|doubl|declin|decreas)\w*\b"
    r"(?P<said>[^;,]*)$"
)
# "Perceptual hashing consistently achieves": a sentence's plain subject, the way that is told of
_PLAINLY = re.compile(
    r"^(?:[A-Z]\w+ly, |In contrast, |By contrast, )?(?P<who>"
    r"(?!(?i:the|an?|our|its|their|this|these|those|it|we|they|both|all|each|such|some|many|most|no|other|one|two|more|"
    r"three|several|another|any|every|either|neither)\b)[A-Z]?[a-z-]+"
    r"(?: (?!(?:and|or|that|which|is|are|was|were|to|we|our|the|it|this|these|by|as|from|if|when|not|than|both|can|"
    r"could|may|might|will|would|have|has|had|do|does|must|should|also|only|further|even|exhibits?|offers?|remains?|"
    r"[a-z]+ly)\b)[a-z][\w-]*){0,3}?) "
    r"(?:[a-z]+ly |also |further |even )*"
    rf"(?:{_REACHES}|achieve|reach|attain|obtain|improve|reduce|increase|boost|outperform)\b"
    r"(?P<said>(?:(?!\b(?:it|we|they|which|that|while|whereas|but|our)\b)(?:[^;.]|\.(?=\d)))*)$"
)
_NO_SUBJECT = re.compile(
    r"^(?:On|In|For|At|By|With|Using|Under|Across|When|While|As|To|From|Over|After|Among|Both|There|Here)\b|"
    r"\b(?:experiments?|analys[ei]s|results?|evaluations?|assessments?|tests?|testing|stud(?:y|ies)|simulations?|"
    r"quality|speed|robustness|efficiency|comparisons?|ablations?|findings?|validations?|improvements?|gains?|accuracy|performance|metrics?|scores?|work|"
    r"benchmarking|trials?|cases?|data|methods?|approach(?:es)?|frameworks?|systems?|models?|pipelines?|authors|paper)$",
    re.IGNORECASE,
)
_LIST_AHEAD = re.compile(r"(?:^|,|\b(?:of|and|combining|both)) (?:[\w-]+ )?[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*)?,?$")
_FINITE = re.compile(
    r"with (?:the |our )?\S+(?: \S+){0,3}? (?:[a-z]+ly )?"
    r"(?:achieves|reaches|attains|obtains|yields|gets)\b"
)
_COMPARATIVE = re.compile(r"\b(?:vs\.?|versus|[Cc]ompar(?:ing|ison|ative)|[Bb]enchmarking)\b|\bor\b[^?]*\?")
_TITLED = re.compile(r"[A-Z][\w-]*(?=:)")
# "an accuracy of 90% achieved by the bagging classifier"
_DONE_BY = re.compile(
    r"\s?\\?%?(?: [\w@-]+){0,2},? (?:(?:is|was|were|are|which was) )?(?:achieved|obtained|reached|attained) "
    r"(?:by|with|using) (?:the |an? )?"
    r"(?P<who>(?:(?!(?:and|on|in|for|at|with|by|which|that|using|when)\b)[\w./+-]+ ?){1,4}?)"
    r"(?=[,;)]|\.(?!\d)|$| (?:and|on|in|for|at|with|which|that|using|when|model)\b)"
)
# "raises GPT-4o-mini's accuracy from 40% to", "cuts the error rate of the SOT model by"
_CHANGED = re.compile(
    r"\b(?:improv|boost|rais|increas|reduc|lower|cut|decreas|enhanc|lift|speed|accelerat|elevat|push|bring|driv)\w* "
    r"(?:the |up )*"
    r"(?:(?P<one>[A-Z][\w.+-]*[A-Z\d][\w.+-]*(?: \d[\w.]*)?)'s? [^,;]{3,40}|"
    r"[^,;]{3,40} of (?:the )?(?P<two>[A-Z][\w.+-]*[A-Z\d][\w.+-]*(?: [A-Z\d][\w.]*)?)(?: models?)?)"
    r" (?:from [^,;]{1,30} to|by|to) (?:up to |about |over |around |an average of )?[+~]?$"
)
_NO_OWNER = re.compile(
    r"(?:Experiments?|Results?|Evaluations?|Tests?|Simulations?|Analys[ei]s|Findings|It|This|That|The|These|Our|We|"
    r"They|Using|With|When|On|In|For|By|An?|Both|All|Each|One|Training|Extensive|Empirical|Overall|Notably|Model|"
    r"Compared|Finally|Moreover|Further|Methods?|Combined|Combining|Applied|Adding|Fig|Table|Section|SOTA|"
    r"State-of-the-art|Specifically|Additionally|Consequently|Ours|Validation|Accuracy)\b"
)
_THE_PAPERS = re.compile(
    r"\b(?:our|proposed|approach|method|framework|pipeline|system|ours|this|it|them|we)\b", re.IGNORECASE
)
_LONGEST = 8  # words of a measure with a subject that has no name
_PLAIN_WORD = re.compile(r"[A-Z][a-z]+")  # "the Medium model": no name without its kind
_WITH = re.compile(r" (?:with|using|on|trained|tuned|fine-?tuned) ")
_NO_NAME = re.compile(r"[A-Z][a-z-]+(?: [a-z-]+)+")  # "Human participants"
_PLAIN_KIND = re.compile(rf" {KIND}\b")
_OUR_KIND = re.compile(rf"\b(?:[Oo]ur|[Tt]he (?:resulting|obtained|proposed)) (?P<what>(?:[\w-]+ ){{1,3}}{KIND})\b")
_SPEAKS = re.compile(r"\b(?:[Ww]e|[Oo]ur|authors|[Pp]aper|work|study|article|method|approach|framework|model)\b")
_OFFERS = re.compile(
    r"\b(?:propos|present|introduc|develop|design|call|nam|term|dub|coin|creat|build|train|formulat)\w*\b"
)
_COINED = re.compile(
    r"\b(?:called|named|termed|dubbed|coined|call|dub|name|term)(?: as| it| this \w+)? (?P<one>[a-z]{0,3}[A-Z][\w-]+)|"
    r"\((?P<two>[A-Za-z][\w-]*[A-Z][\w-]*)\)|"
    r"\b(?:[Oo]ur|the proposed) (?P<three>(?!\S+-(?:[A-Z]|\d+[BM]?|[Bb]ase|[Ll]arge|[Ss]mall|[Tt]iny)\b)"
    r"\w*[A-Za-z]\w*[A-Z\d][\w-]*)"
)
_FIRST = re.compile(
    r"\s*(?P<name>[^\WA-Za-z]*[A-Za-z][^\WA-Z\d]*[A-Z\d][\w-]*|"
    r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?(?=(?: \([A-Z]+\))?,? (?:an?|the first|which)\b))"
    r"(?=[,.:]| (?:\(|[-–—]|for|to|that|which|with|by|on|via|as|in|based)|$)"
)


def own_names(title: str, sentences: Sequence[str]) -> set[str]:
    """What a paper calls what it offers: the words of its title, and the names that its sentences introduce."""
    named = _TITLED.match(title)
    found = ({named[0]} if named else set()) if _COMPARATIVE.search(title) else {title}
    for sentence in filter(_SPEAKS.search, sentences):
        offers = [match.end() for match in _OFFERS.finditer(sentence)]
        if offers:
            found |= {name for match in _COINED.finditer(sentence, offers[0]) for name in match.groups() if name}
            found |= {match["name"] for match in (_FIRST.match(sentence, at) for at in offers) if match}
        found |= {match["three"] for match in _COINED.finditer(sentence) if match["three"]}
    found |= {match["what"] for sentence in sentences for match in _OUR_KIND.finditer(sentence)}
    return found


def with_owners(results: Sequence[Result], text: str, own: Collection[str]) -> list[Result]:
    """The results of a sentence, each with whose it is where that has another name than the paper's ``own``."""
    if not any(one.measure for one in results):
        return list(results)
    data = {name.casefold() for name in data_names(text)}
    told: list[Result] = []
    for one, (start, end) in zip(results, spans(results, text), strict=True):
        who = _who(text, start, end) if one.measure and end else None
        if who and (way := _WITH.search(who)) and _is_own(who, own):
            one, who = with_setting(one, who[way.start() :]), None
        who = who and who.partition(" (")[0]
        known = who is None or _is_own(who, own) or who.casefold() in data or who in (one.dataset or "", one.baseline)
        whole = one if known or who is None else with_setting(one, who)
        long = (
            len((whole.measure or "").split()) > _LONGEST and who is not None and who.islower() and not MANY.search(who)
        )
        whole = one if long else whole
        told.append(replace(whole, baseline=None) if who and who in (one.baseline or "") else whole)
    return told


def _who(text: str, start: int, end: int) -> str | None:
    """Who reaches the figure from ``start`` to ``end``, as its clause says; None where it doesn't, or only loosely."""
    behind = _DONE_BY.match(text, end)
    if behind:
        who = behind["who"].strip()
        return None if _THE_PAPERS.search(who) else who
    return _improved(text[:start]) or reached_by(text[:start])


def _improved(before: str) -> str | None:
    """Whose measure was changed to, or by, the figure behind ``before``: "raises GPT-4o-mini's accuracy to"."""
    found = _CHANGED.search(before)
    return found["one"] or found["two"] if found else None


def reached_by(before: str) -> str | None:
    """Who reaches the figure that stands behind ``before``, as its clause says."""
    named, told = None, reacher(before)
    told = None if told and ANY_MEASURE.search(told["who"]) else told  # "with mAP scores of"
    for match in (*_PLAINLY.finditer(before), *_SUBJECT.finditer(before), *_POSSESSED.finditer(before)):
        later = named is None or match.start("said") >= named.start("said")
        named = match if later and not ANY_MEASURE.search(match["who"]) else named
    found = told if told and (named is None or told.start("said") >= named.start("said")) else named
    if (
        found is None
        or _NO_OWNER.match(found["who"])
        or (found.re is _PLAINLY and _NO_SUBJECT.search(found["who"]))
        or _is_listed(before, found)
    ):
        return None
    who = found["who"].strip()
    who = small(who) if found.re is _PLAINLY else who
    kind = _PLAIN_KIND.match(before, found.end("who")) if _PLAIN_WORD.fullmatch(who) else None
    who += kind[0] if kind else ""
    way = _WITH.search(who)
    if way and _THE_PAPERS.search(who, way.end()):
        who = who[: way.start()]
    who = who if way else who.partition(" (")[0]
    return (
        None if ANY_MEASURE.search(who) or _THE_PAPERS.search(who) else small(who) if _NO_NAME.fullmatch(who) else who
    )


def _is_listed(before: str, found: re.Match[str]) -> bool:
    """Whether the name that was found is the last of a list, or goes with another: "combining A with B achieves"."""
    ahead = before[: found.start("who")].removesuffix("the ")
    ahead, joint = ahead.rstrip(), re.search(r"(?P<word>\band|\bwith|,) $", ahead)
    if joint is None:
        return False
    if joint["word"] == "with":
        return bool(_FINITE.match(before, found.start("who") - 5))
    return joint["word"] == "and" and bool(_LIST_AHEAD.search(ahead[: -len("and")].rstrip()))


def _is_own(who: str, own: Collection[str]) -> bool:
    """Whether ``who`` is one of the paper's names, or a part or a kind of it: "CenterMask-Lite" of "CenterMask".

    Of many alike, "leading LLMs", a title may well speak.
    """
    plain = _plain(_WITH.split(who)[0])
    if MANY.search(who):
        return plain in {_plain(name) for name in own}
    known = any(plain in _plain(name) or _plain(name) in plain for name in own if _plain(name))
    return known or any(_is_short_for(who, name) for name in own)


def _is_short_for(who: str, name: str) -> bool:
    """Whether ``who`` abbreviates words of ``name``: "CoT Hijacking", "RKDO"."""
    first = "".join(word[0] for word in re.split(r"[\s-]+", name) if word).casefold()
    there = name.casefold()
    return all((len(part) > 2 and part in first) or part in there for part in who.casefold().split())


def _plain(name: str) -> str:
    return re.sub(r"[^a-z\d]", "", name.casefold())
