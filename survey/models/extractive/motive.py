"""Why a topic is worked on: a problem that one of its papers states and others share, where it stands alone."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from survey.evidence import content_words, sentences
from survey.keyphrases.lists import BOILERPLATE, FUNCTION
from survey.keyphrases.phrases import singular
from survey.models.extractive.alone import points_elsewhere
from survey.questions import RecordedPaper, SynthesisValues
from survey.words import TROUBLE

_LONGEST, _SHORTEST = 38, 8  # words
_WORD = re.compile(r"[\w-]+")
_TELL_NOTHING = (
    FUNCTION
    | BOILERPLATE
    | frozenset(
        "concrete conventional growing rapid increasing hinder hinders lacks prevailing remain remains despite wide "
        "challenging fundamental achieving hard avoid".split()
    )
)
_SECOND = 0.7
_START = 14  # words within which it says what it is about
_PLAINLY, _AT_ALL = 0.6, 0.5  # the share of a name that it has to hold
_SHARED_BY = 0.2
_LEAST_SHARED = 3
_KEYWORDS = 6  # how many of them are as good as a whole name
_MOSTLY, _COMMON = 0.42, 0.15  # of a problem's words: used by two papers, and by so large a share
_OF_OTHERS = re.compile(
    r"(?:(?:most|many|much|some|several) (?:of )?(?:the )?)?(?:existing|previous|prior|current|recent|traditional|"
    r"present|these) (?:\w+ )?(?:methods|approaches|works?|techniques|studies|models)\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"^(?:(?:Due to|Because of|Owing to|Given) [^,]{5,90}|"
    r"(?:While|Although|Though) (?:\w+ly )?(?:[a-z]+)(?: (?:and|but|yet) [a-z]+)?), (?=(?:[a-z-]+ ){2})"
)
"""What goes ahead of a problem without it: a cause, or "While powerful," with no verb of its own."""
_TURN = re.compile(
    r"^(?:However|Yet|But|Nevertheless|Nonetheless|Still),? "
    r"(?:(?P<they>they|it(?! (?:is|remains) [^,.;]*\b(?:to|how|whether|that)\b)) )?(?P<rest>.+)"
)
_CONCEDED = re.compile(
    r"^(?:(?:Recently|Currently|Today), )?"
    r"(?P<of>(?:(?!(?:and|or|of|in|for|that|which|with|have|has|are|is)\b)\S+ ){0,6}?"
    r"\S+(?: \([^()]*\))?) (?:(?P<one>has|is|shows|offers|provides|achieves|can|was)"
    r"|have|are|show|offer|provide|achieve|demonstrate|were|can) "
)
"""What a sentence is about that ends in a plain verb: one thing, or several."""
_AGAIN = 2  # words that go on about the same
_BACK = re.compile(r"\b(?:they|them|their|its|these|this|those|such)\b", re.IGNORECASE)
_LEANS = re.compile(r"^[^.;]{0,90}, however,")
_SOME_TROUBLE = re.compile(
    r"\b(?:ha(?:ve|s)|fac(?:e|es|ing)|suffers? from|exhibits?|encounters?) "
    rf"(?:[\w-]+ ){{0,3}}{TROUBLE}s?\.?$"
)
"""A trouble that isn't named: "face key limitations"."""
_NO_LACK = re.compile(
    r"\bto (?:overcome|address|alleviate|mitigate|tackle|solve|reduce) [^,.;]*"
    r"|(?<!not )(?<!rarely )\b(?:overcome|addresse|alleviate|mitigate|tackle|solve|reduce)s [^,.;]*"
    r"|\bremains? (?:the|an?) (?:most|widely|popular|standard|dominant|key|common)\w*"
)
_OWN = re.compile(
    r"\b(?:the authors|the (?:proposed|present)|their (?:method|approach|model)|novel|proposes?|"
    r"introduces|outperform\w*|(?:analys[ei]s|experiments?|results?|findings?|evaluations?) (?:\w+ly )?"
    r"(?:reveal|show|find|indicate|demonstrate|suggest)s?|proves? (?:to be )?insufficient"
    r"|^(?:discusses|considers|studies|previous (?:analyses|studies|works?)|prior works?)\b|(?:the|"
    r"present|current) (?:paper|study|work|article|survey|review))\b|^(?:The )?(?:approach|framework|"
    r"method|algorithm)s?\b",
    re.IGNORECASE,
)
_LACK = re.compile(
    r"\b(?:however|but|yet|although|challeng\w+|difficult\w*|limit(?:s|ed|ation|ations)|lacks?|"
    r"lacking|suffer\w*|fail\w*|hard|hinder\w*"
    r"|hamper\w*|bottleneck\w*|unclear|unknown|cannot|little|rarely|seldom|expensive|costly|poorly|gap|"
    r"struggl\w*|insufficient\w*"
    r"|inefficien\w+|vulnerab\w+|burden|leading cause|threat\w*|concern\w*|overlook\w*|ignor\w*|"
    r"neglect\w*|prone|unreliable|tedious"
    r"|laborious|time-consuming|impractical|scarc\w+|degrad\w+|prohibitive\w*|not (?:yet|clear|well|fully|"
    r"always|been)|remains?|problem of"
    r"|major (?:problem|issue|cause)|crucial|restrict\w*|under-?explored|unexplored|intensive|opaque|"
    r"biased|drawbacks?|shortcomings?)\b",
    re.IGNORECASE,
)


def motives(values: SynthesisValues, subjects: Sequence[str], most: int) -> list[tuple[str, str]]:
    """At most so many problems, the one that most of the topic's papers share first: paper and sentence.

    ``subjects`` name what the papers are about: a problem of none of these, nor of the topic by its
    name, is one paper's own.
    """
    bags = [_words_of(paper) for paper in values.papers]
    weight = Counter(word for bag in bags for word in bag)
    common_words = {word for word, papers in weight.items() if papers >= max(2, _COMMON * len(bags))}
    names = [content_words(part) for part in (*re.split(r" and ", values.topic), *subjects)]
    keywords = content_words(" ".join(values.keywords))
    least, common = (_PLAINLY, 4) if subjects else (_AT_ALL, 2)
    shared = max(_LEAST_SHARED, _SHARED_BY * len(bags)) if len(bags) > _LEAST_SHARED else 2

    def worth(text: str) -> float:
        if _shared(text, common_words) < _MOSTLY:
            return 0.0
        found, start = content_words(text), content_words(" ".join(text.split()[:_START]))
        about = max((len(name & found) / len(name) for name in names if name & start), default=0.0)
        about = max(about, len(keywords & found) / _KEYWORDS if not subjects and keywords & start else 0.0)
        if about < least or sum(weight[word] >= shared for word in found) < min(common, len(found) / 3):
            return 0.0
        return (1 + about) * sum(weight[word] - 1 for word in found) / (4 + len(found))

    told = [(paper, text) for paper, text in _told(values.papers) if _starts_as_others(text, weight)]
    found = sorted(((worth(text), paper, text) for paper, text in told), key=lambda f: -f[0])
    chosen = [(paper, text) for value, paper, text in found[:most] if value > 0 and value >= _SECOND * found[0][0]]
    return chosen or ([] if subjects else _of_most(told, common_words)[:most])


def _of_most(told: Sequence[tuple[str, str]], common: Collection[str]) -> list[tuple[str, str]]:
    """Where nothing else says what a topic is about: the problem whose words other papers use most."""
    fit = [(_shared(text, common), paper, text) for paper, text in told if not _OF_OTHERS.match(text)]
    return [(paper, text) for value, paper, text in sorted(fit, key=lambda f: -f[0]) if value >= _MOSTLY]


def _starts_as_others(text: str, weight: Mapping[str, int]) -> bool:
    """Whether the first word of a problem that tells something is another paper's too: "BirdNET has ..." is one's own.

    ``weight``: in how many papers each content word stands.
    """
    words = (word for word in _WORD.findall(text) if not {word.lower(), singular(word.lower())} & _TELL_NOTHING)
    first = next((content_words(word) for word in words if content_words(word)), frozenset[str]())
    return any(weight.get(word, 0) > 1 for word in first)


def _shared(text: str, common: Collection[str]) -> float:
    """The share of a text's words that enough of the topic's papers use."""
    found = content_words(text)
    return sum(word in common for word in found) / max(1, len(found))


def _told(papers: Sequence[RecordedPaper]) -> Iterator[tuple[str, str]]:
    """Each paper's problem, where it stands alone and is not about what the paper does about it."""
    for paper in papers:
        for one in paper.said:
            if one.field == "problem" and (text := _alone(one.text)):
                yield paper.id, text


def _alone(text: str) -> str:
    """``text`` without the cause or what it concedes; empty when it doesn't stand alone or states no problem."""
    lacks = _LACK.search(_NO_LACK.sub("", text)) and not _SOME_TROUBLE.search(text)
    if text.endswith("?") or not lacks:
        return ""
    forms = (_CAUSE.sub("", form) for form in (without_concession(text), text))
    return next((form[:1].upper() + form[1:] for form in forms if _stands(form)), "")


def _stands(text: str) -> bool:
    """Whether a problem of a fitting length makes sense alone and says nothing of what its paper does about it."""
    said = sentences(text)
    alone = not points_elsewhere(said[0]) if said else False
    fits = _SHORTEST <= len(text.split()) <= _LONGEST and not _LEANS.match(text)
    return fits and alone and not _OWN.search(text)


def without_concession(text: str) -> str:
    """Of "Nets have grown. However, they forget." what the second sentence says, of what the first is about.

    So too of a second sentence with a subject of its own that goes on about the same; else both.
    """
    said = sentences(text)
    turned = _TURN.match(said[1]) if len(said) == 2 else None
    if not turned:
        return text
    rest = turned["rest"]
    subject = _CONCEDED.match(said[0])
    if turned["they"] and subject and (subject["one"] is None) == (turned["they"].lower() == "they"):
        return f"{subject['of']} {rest}"
    again = len(content_words(rest) & content_words(said[0])) >= _AGAIN
    if turned["they"] or not again or _BACK.search(rest):
        return text
    return f"{rest[:1].upper()}{rest[1:]}"


def _words_of(paper: RecordedPaper) -> frozenset[str]:
    return frozenset[str]().union(content_words(paper.title), *(content_words(one.text) for one in paper.said))
