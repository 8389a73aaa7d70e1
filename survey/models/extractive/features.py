"""What can be counted of a sentence in its abstract: place, cues, overlap with the title and the rest, length.

Pure Python on purpose: a few hundred abstracts take a fraction of a second, and nothing has to be loaded first.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from survey.models.extractive.words import stem, stems

_ADVERBS = r"(?:\w+ly |also |further |then |first |thus |therefore |hence |here |next |now |instead )*"
CUES: dict[str, str] = {
    "proposes": rf"\bwe {_ADVERBS}(?:propose|introduce|present|develop|describe|design|devise|formulate|advocate|"
    r"put forward|offer|provide|build|create|construct|contribute|release|curate|collect)[ds]?\b|"
    r"\b(?:paper|work|study|article) (?:\w+ly )?(?:proposes|introduces|presents|describes|develops|provides)\b",
    "this paper": r"\b(?:this|the present|our) (?:paper|work|study|article|manuscript|thesis|research|report|letter)\b",
    "in this paper": r"^(?:here\b|in this (?:paper|work|study|article|letter|report))",
    "shows": rf"\bwe {_ADVERBS}(?:show|demonstrate|prove|find|observe|argue|establish|reveal|discover|identify)\b",
    "shows that": rf"\bwe {_ADVERBS}(?:show|demonstrate|prove|find|observe|argue|establish|reveal|discover) that\b",
    "studies": rf"\bwe {_ADVERBS}(?:study|investigate|explore|analy[sz]e|examine|consider|address|tackle|revisit|"
    r"evaluate|compare|characteri[sz]e|focus|aim|extend|apply|use|train|learn)\b",
    "our method": r"\b(?:our|the proposed|proposed) (?:\w+ )?(?:method|approach|model|framework|algorithm|technique|"
    r"network|architecture)",
    "method first": r"^(?:this|the|our) (?:\w+ )?(?:method|approach|model|framework|algorithm|technique)",
    "to address": r"^(?:to|in order to) (?:address|tackle|overcome|solve|mitigate|alleviate|remedy|this end)",
    "however": r"^(?:however|but|yet|unfortunately|nevertheless|while|although|despite)\b",
    "furthermore": r"^(?:furthermore|moreover|additionally|in addition|finally|also|lastly|besides)\b",
    "specifically": r"^(?:specifically|in particular|concretely|more specifically|more precisely)\b",
    "thus": r"^(?:thus|therefore|hence|consequently|as a result)\b",
    "experiments": r"\b(?:experiments?|empirical(?:ly)?|experimental(?:ly)?|evaluations?)\b",
    "outperforms": r"\b(?:demonstrates?|outperforms?|achieves?|improves?|state[- ]of[- ]the[- ]art|superior|"
    r"competitive)\b",
    "code": r"\b(?:code|github|https?|publicly available|open[- ]source)\b",
    "data sets": r"\b(?:datasets?|data sets?|benchmarks?|corpus|corpora)\b",
    "points back": r"^(?:this|these|those|it|they|such|its|their)\b",
    "existing": r"\b(?:recent(?:ly)?|in recent years|has been|have been|have become|has become|traditional(?:ly)?|"
    r"existing|previous|prior|current|typically|often|widely)\b",
    "example": r"\b(?:e\.g\.|i\.e\.|for example|for instance)",
    "by doing": r"\bby \w+ing\b",
    "digit": r"\d",
    "called": r"\b(?:called|named|dubbed|termed|we call)\b",
    "finding": r"\b(?:we find|our results|results show|suggests?|indicates?)\b",
}
# Cues that are one word or one sign: found without a search
_WORDS = {
    name: frozenset(words.split())
    for name, words in (
        ("we", "we"),
        ("our", "our"),
        ("novel", "novel new first simple efficient effective"),
        ("which", "which"),
        ("can", "can"),
        ("problem", "problem challenge challenging difficult limitation suffer lack fail"),
        ("framework", "framework method algorithm approach architecture technique model"),
        ("understand", "understand insight theoretical analysis theory"),
        ("allows", "allow allows enable enables enabling allowing"),
        ("key", "key main core goal idea contribution"),
    )
}
_SIGNS = {"colon": ":", "bracket": "(", "question": "?"}
_COMPILED = {name: re.compile(pattern) for name, pattern in CUES.items()}  # for text in lower case
_PAPER = "paper work study article manuscript thesis research report letter"
_NEEDS = {  # a word that a cue can't be without: most needn't be searched for
    name: frozenset(words.split())
    for name, words in (
        ("proposes", f"we {_PAPER}"),
        ("this paper", _PAPER),
        ("shows", "we"),
        ("shows that", "we"),
        ("studies", "we"),
        ("our method", "our proposed"),
        ("finding", "we our results suggest suggests indicate indicates"),
    )
}
_WORD = re.compile(r"\w+")
_ACRONYM = re.compile(r"\([A-Z][A-Za-z-]*[A-Z][A-Za-z]*s?\)")
_STOP = frozenset(
    stem(word)
    for word in "a an the of in on to for and or we our is are be that this with by as at from it its their "
    "these which can has have been was were using use used based such also not but than more into "
    "between show propose paper work method approach new novel model results".split()
)
_DOING = frozenset({"proposes", "this paper", "shows", "studies"})
_USUAL_LENGTH = 20  # words in a human one-sentence summary, on average


def _content(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [word for word in stems(text) if word not in _STOP]


def _cues(low: str) -> dict[str, float]:
    """The cues that the sentence holds, each with a 1."""
    words = frozenset(_WORD.findall(low))
    found = {
        name: 1.0
        for name, pattern in _COMPILED.items()
        if (name not in _NEEDS or not _NEEDS[name].isdisjoint(words)) and pattern.search(low)
    }
    found |= {name: 1.0 for name, any_of in _WORDS.items() if not any_of.isdisjoint(words)}
    return found | {name: 1.0 for name, sign in _SIGNS.items() if sign in low}


def _overlap(a: set[str], b: set[str]) -> float:
    return len(a & b) / math.sqrt(len(a) * len(b)) if a and b else 0.0


class Abstract:
    """One abstract's sentences with what all of them share: word counts, the first sentence with a cue.

    ``texts`` are the trimmed sentences; ``chances`` gives for each stem of them how likely it is in a summary.
    """

    def __init__(
        self, title: str, sentences: Sequence[str], texts: Sequence[str], chances: Mapping[str, float]
    ) -> None:
        self.chances = chances
        self.sentences = sentences
        self.stems = [stems(text) for text in texts]
        self.commas = [text.count(",") for text in texts]
        self.title = set(_content(title))
        contents = [_content(sentence) for sentence in sentences]
        self.bags = [set(words) for words in contents]
        self.counts = Counter(word for words in contents for word in words)
        self.spread = Counter(word for bag in self.bags for word in bag)
        self.cues = [_cues(sentence.lower()) for sentence in sentences]
        self.proposing = [i for i, cue in enumerate(self.cues) if "proposes" in cue or "this paper" in cue]
        self.doing = [i for i, cue in enumerate(self.cues) if not _DOING.isdisjoint(cue)]

    def features(self, i: int) -> dict[str, float]:
        """The features of sentence ``i`` (from 0) by name; a cue that it doesn't hold has none."""
        return (
            self.cues[i] | self._place(i) | self._cue_place(i) | self._wording(i) | self._length(i) | self._chances(i)
        )

    def _place(self, i: int) -> dict[str, float]:
        n = len(self.sentences)
        return {
            "place": i / max(1, n - 1),
            "number": i,
            "from end": n - 1 - i,
            "first": i == 0,
            "second": i == 1,
            "last": i == n - 1,
            "last but one": i == n - 2,
            "sentences": n,
            "near start": 1 / (i + 1),
        }

    def _cue_place(self, i: int) -> dict[str, float]:
        first, doing = min(self.proposing, default=None), min(self.doing, default=None)
        return {
            "after cue": -9 if first is None else i - first,
            "at cue": i == first,
            "no cue": first is None,
            "before cue": first is not None and i < first,
            "next to cue": first is not None and i == first + 1,
            "after doing": -9 if doing is None else i - doing,
            "at doing": i == doing,
            "no doing": doing is None,
            "cues": len(self.proposing),
            "doings": len(self.doing),
        }

    def _wording(self, i: int) -> dict[str, float]:
        bag, others = self.bags[i], [b for j, b in enumerate(self.bags) if j != i]
        rest: set[str] = set().union(*others) if others else set()
        like = [_overlap(bag, other) for other in others]
        said = sum(self.counts[word] for word in bag)
        return {
            "title said": len(bag & self.title) / max(1, len(self.title)),
            "title likeness": _overlap(bag, self.title),
            "title words": len(bag & self.title),
            "centrality": sum(like) / max(1, len(like)),
            "likest": max(like, default=0.0),
            "shared": len(bag & rest) / max(1, len(bag)),
            "weight": said / max(1, self.counts.total()),
            "mean count": said / max(1, len(bag)),
            "repeated": sum(self.spread[word] > 1 for word in bag) / max(1, len(bag)),
            "acronym": bool(_ACRONYM.search(self.sentences[i])),
        }

    def _length(self, i: int) -> dict[str, float]:
        n = len(self.stems[i])
        return {
            "length": n,
            "length off": abs(n - _USUAL_LENGTH) / 10,
            "length off squared": (n - _USUAL_LENGTH) ** 2 / 100,
            "very short": n < 10,
            "long": n > 35,
            "log length": math.log(n + 1),
            "length share": n / max(1, sum(map(len, self.stems))),
            "density": len(self.bags[i]) / max(1, n),
            "commas": self.commas[i],
        }

    def _chances(self, i: int) -> dict[str, float]:
        words = self.stems[i]
        # In their order: the last digit of a sum depends on it.
        expected = sum(self.chances[word] for word in dict.fromkeys(words))
        best = sorted((self.chances[word] for word in words), reverse=True)[:8]
        return {
            "expected overlap": 2 * expected / (len(words) + _USUAL_LENGTH),
            "expected per word": expected / (len(words) + 1),
            "expected words": expected,
            "expected share": expected / max(1e-9, sum(self.chances.values())),
            "likeliest word": max(best, default=0.0),
            "likeliest words": sum(best) / max(1, len(best)),
        }
