"""What can be counted of a sentence in its abstract: place, cues, overlap with the title and the rest, length.

Pure Python on purpose: a few hundred abstracts take a fraction of a second, and nothing has to be loaded first.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

_ADVERBS = r"(?:\w+ly |also |further |then |first |thus |therefore |hence |here |next |now |instead )*"
_CUES: dict[str, str] = {
    "proposes": rf"\bwe {_ADVERBS}(?:propose|introduce|present|develop|describe|design|devise|formulate|advocate|put forward|offer|provide|build|create|"
    r"construct|contribute|release|curate|collect)[ds]?\b|\b(?:paper|work|study|article) (?:\w+ly )?(?:proposes|introduces|presents|describes|develops|provides)\b",
    "this paper": r"\b(?:this|the present|our) (?:paper|work|study|article|manuscript|thesis|research|report|letter)\b",
    "in this paper": r"^(?:here\b|in this (?:paper|work|study|article|letter|report))",
    "shows": rf"\bwe {_ADVERBS}(?:show|demonstrate|prove|find|observe|argue|establish|reveal|discover|identify)\b",
    "shows that": rf"\bwe {_ADVERBS}(?:show|demonstrate|prove|find|observe|argue|establish|reveal|discover) that\b",
    "studies": rf"\bwe {_ADVERBS}(?:study|investigate|explore|analy[sz]e|examine|consider|address|tackle|revisit|evaluate|compare|characteri[sz]e|focus|"
    r"aim|extend|apply|use|train|learn)\b",
    "we": r"\bwe\b",
    "our": r"\bour\b",
    "our method": r"\b(?:our|the proposed|proposed) (?:\w+ )?(?:method|approach|model|framework|algorithm|technique|network|architecture)",
    "method first": r"^(?:this|the|our) (?:\w+ )?(?:method|approach|model|framework|algorithm|technique)",
    "novel": r"\b(?:novel|new|first|simple|efficient|effective)\b",
    "to address": r"^(?:to|in order to) (?:address|tackle|overcome|solve|mitigate|alleviate|remedy|this end)",
    "however": r"^(?:however|but|yet|unfortunately|nevertheless|while|although|despite)\b",
    "furthermore": r"^(?:furthermore|moreover|additionally|in addition|finally|also|lastly|besides)\b",
    "specifically": r"^(?:specifically|in particular|concretely|more specifically|more precisely)\b",
    "thus": r"^(?:thus|therefore|hence|consequently|as a result)\b",
    "experiments": r"\b(?:experiments?|empirical(?:ly)?|experimental(?:ly)?|evaluations?)\b",
    "outperforms": r"\b(?:demonstrates?|outperforms?|achieves?|improves?|state[- ]of[- ]the[- ]art|superior|competitive)\b",
    "code": r"\b(?:code|github|https?|publicly available|open[- ]source)\b",
    "data sets": r"\b(?:datasets?|data sets?|benchmarks?|corpus|corpora)\b",
    "points back": r"^(?:this|these|those|it|they|such|its|their)\b",
    "existing": r"\b(?:recent(?:ly)?|in recent years|has been|have been|have become|has become|traditional(?:ly)?|existing|previous|prior|current|typically|"
    r"often|widely)\b",
    "example": r"\b(?:e\.g\.|i\.e\.|for example|for instance)",
    "which": r"\bwhich\b",
    "by doing": r"\bby \w+ing\b",
    "colon": r":",
    "bracket": r"\(",
    "digit": r"\d",
    "can": r"\bcan\b",
    "question": r"\?",
    "problem": r"\b(?:problem|challenge|challenging|difficult|limitation|suffer|lack|fail)\b",
    "called": r"\b(?:called|named|dubbed|termed|we call)\b",
    "framework": r"\b(?:framework|method|algorithm|approach|architecture|technique|model)\b",
    "understand": r"\b(?:understand|insight|theoretical|analysis|theory)\b",
    "allows": r"\b(?:allows?|enables?|enabling|allowing)\b",
    "key": r"\b(?:key|main|core|goal|idea|contribution)\b",
    "finding": r"\b(?:we find|our results|results show|suggests?|indicates?)\b",
}
_COMPILED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _CUES.items()}
_ACRONYM = re.compile(r"\([A-Z][A-Za-z-]*[A-Z][A-Za-z]*s?\)")
_STOP = frozenset(
    "a an the of in on to for and or we our is are be that this with by as at from it its their these which can has have been "
    "was were using use used based such also not but than more into between show propose paper work method approach new novel "
    "model result".split()
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A rough stem, enough to see that "learning" and "learned" are one word."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ers", "ed", "es", "er", "ly", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def words(text: str) -> list[str]:
    """The text's words in lower case, letters and digits only."""
    return re.findall(r"[a-z0-9]+", text.lower())


def content(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [s for w in words(text) if w not in _STOP and (s := stem(w)) not in _STOP]


def _overlap(a: set[str], b: set[str]) -> float:
    return len(a & b) / math.sqrt(len(a) * len(b)) if a and b else 0.0


class Abstract:
    """One abstract's sentences with what all of them share: word counts, the first cue sentence."""

    def __init__(self, title: str, sentences: Sequence[str], texts: Sequence[str]) -> None:
        self.sentences, self.texts = sentences, texts
        self.title = set(content(title))
        self.bags = [set(content(s)) for s in sentences]
        self.counts = Counter(w for s in sentences for w in content(s))
        self.spread = Counter(w for bag in self.bags for w in bag)
        self.cues = [{n: float(bool(p.search(s))) for n, p in _COMPILED.items()} for s in sentences]
        self.lengths = [len(words(t)) for t in texts]
        self.proposing = [i for i, c in enumerate(self.cues) if c["proposes"] or c["this paper"]]
        self.doing = [
            i for i, c in enumerate(self.cues) if c["proposes"] or c["this paper"] or c["shows"] or c["studies"]
        ]

    def features(self, i: int) -> dict[str, float]:
        """The features of sentence ``i`` (from 0) by name."""
        return self.cues[i] | self._place(i) | self._wording(i) | self._length(i)

    def _place(self, i: int) -> dict[str, float]:
        n, first, doing = len(self.sentences), min(self.proposing, default=None), min(self.doing, default=None)
        return {
            "place": i / max(1, n - 1), "number": i, "from end": n - 1 - i, "first": i == 0, "second": i == 1, "last": i == n - 1,
            "last but one": i == n - 2, "sentences": n, "near start": 1 / (i + 1),
            "after cue": -9 if first is None else i - first, "at cue": i == first, "no cue": first is None,
            "before cue": first is not None and i < first, "next to cue": first is not None and i == first + 1,
            "after doing": -9 if doing is None else i - doing, "at doing": i == doing, "no doing": doing is None,
            "cues": len(self.proposing), "doings": len(self.doing),
        }  # fmt: skip

    def _wording(self, i: int) -> dict[str, float]:
        bag, others = self.bags[i], [b for j, b in enumerate(self.bags) if j != i]
        rest: set[str] = set().union(*others) if others else set()
        total = max(1, sum(self.counts.values()))
        like = [_overlap(bag, other) for other in others]
        return {
            "title said": len(bag & self.title) / max(1, len(self.title)), "title likeness": _overlap(bag, self.title),
            "title words": len(bag & self.title), "centrality": sum(like) / max(1, len(like)), "likest": max(like, default=0.0),
            "shared": len(bag & rest) / max(1, len(bag)), "weight": sum(self.counts[w] for w in bag) / total,
            "mean count": sum(self.counts[w] for w in bag) / max(1, len(bag)),
            "repeated": sum(self.spread[w] > 1 for w in bag) / max(1, len(bag)),
            "acronym": bool(_ACRONYM.search(self.sentences[i])),
        }  # fmt: skip

    def _length(self, i: int) -> dict[str, float]:
        n = self.lengths[i]
        return {
            "length": n, "length off": abs(n - 20) / 10, "length off squared": (n - 20) ** 2 / 100, "very short": n < 10, "long": n > 35,
            "log length": math.log(n + 1), "length share": n / max(1, sum(self.lengths)), "density": len(self.bags[i]) / max(1, n),
            "commas": self.texts[i].count(","),
        }  # fmt: skip
