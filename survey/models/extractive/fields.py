"""Which sentence of an abstract states the problem, the method, the data and the limitations: cues, weighed."""

import re
from dataclasses import dataclass

from survey.models.extractive.names import data_names

Weighed = tuple[tuple[re.Pattern[str], float], ...]


def _weighed(*pairs: tuple[str, float]) -> Weighed:
    return tuple((re.compile(pattern, re.IGNORECASE), weight) for pattern, weight in pairs)


_PROBLEM = _weighed(
    (r"^(?:however|but|yet|unfortunately|nevertheless|nonetheless|despite|although|though|while|whereas|still)\b", 2.0),
    (r"\b(?:challeng\w+|difficult\w*|limit(?:s|ed|ation|ations|ing)|lack\w*|suffers?|fails?|failing|struggles?|unclear|poorly|problem\w*|issues?|"
     r"drawbacks?|shortcomings?|bottlenecks?|hinder\w*|hamper\w*|imped\w+|restrict\w*|overlook\w*|neglect\w*|ignor\w+|unexplored|under-?explored|"
     r"insufficient\w*|inefficien\w+|expensive|costly|laborious|prohibitive\w*|degrad\w+|vulnerab\w+|sub-?optimal|impractical|hard to|scarc\w+|"
     r"unknown|unable|cannot|can not|not (?:well|yet|always|clear|fully|been|applicable)|remains?|little|few works|rarely|seldom|misses|gap|incompatib\w+|inconsisten\w+|"
     r"black[- ]box|opaque|heav(?:y|ily)|only|biased|unreliab\w+|untrust\w+|harmful|noise|redundan\w+)\b", 1.0),
    (r"\b(?:existing|previous|prior|current|conventional|traditional|most|many|standard|recent) (?:\w+ )?(?:\w+ )?(?:methods?|approach\w*|works?|models?|"
     r"studies|techniques?|research|solutions?|systems?)\b", 0.8),
    (r"\b(?:we|our)\b", -2.0),
    (r"\b(?:outperform\w*|achieves?|experiments?|state-of-the-art)\b", -0.7),
)  # fmt: skip
_METHOD = _weighed(
    (r"\bwe (?:\w+ly |also |further |then |first |thus |next |additionally )*(?:use|employ|leverage|utili[sz]e|adopt|design|learn|train|decompose|apply|combine|"
     r"incorporate|develop|introduce|construct|integrate|devise|formulate|build|optimi[sz]e|extend|set|propose|generate|exploit|add|mask|represent|model|"
     r"collect|analy[sz]e|equip|replace|derive|harness|encode|treat|cast|view|start|extract|create|augment)\b", 1.5),
    (r"\b(?:our|the proposed|this|the) (?:\w+ )?(?:method|approach|model|framework|algorithm|technique|network|architecture|module|mechanism|system|"
     r"pipeline|strategy|idea|design|unit|encoder|decoder)\b", 0.8),
    (r"\b(?:consists? of|comprises?|composed of|is based on|based on|by (?:\w+ly )?\w+ing|via|through|module|layers?|loss|objective|encoder|decoder|mechanism|"
     r"components?|stages?|steps?|maps?|trained|incorporat\w+|integrat\w+|leverag\w+|employ\w*|utili[sz]\w+|adaptive\w*)\b", 0.6),
    (r"^(?:specifically|in particular|concretely|more specifically|more precisely|in detail|to do so|first)\b", 1.0),
    (r"\b(?:key idea|core idea|main idea|insight|intuition)\b", 1.0),
    (r"\b(?:outperform\w*|state[- ]of[- ]the[- ]art|sota|superior\w*|experiments?|results?|improv\w+|benchmarks?|evaluat\w+|accuracy|demonstrat\w+|"
     r"show(?:s|ed|n)?|find|found|achiev\w+|competitive|effectiveness|we (?:hope|believe)|significant\w*|reveal\w*|surpass\w*|observe)\b", -1.2),
    (r"\b(?:code|https?|publicly available)\b", -4.0),
    (r"\b(?:existing|previous|prior|traditional|recent|conventional) \w+\b", -0.8),
    (r"^(?:however|although|while|despite|yet)\b", -1.0),
)  # fmt: skip
_DATA = _weighed(
    (r"\b(?:data ?sets?|benchmarks?|corpus|corpora)\b", 1.0),
    (r"\b(?:evaluat\w+|test(?:ed|s)?|experiments?|validat\w+|trained|train|collect\w*|annotat\w+|using|use|assess\w*|conduct\w*|on)\b", 0.3),
    (r"\b(?:participants|patients|subjects|individuals|images from|recordings|records|samples|annotators|machine learning researchers|practitioners|"
     r"volunteers|simulations?|questionnaires?|survey of)\b", 0.8),
    (r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:[\w-]+ ){0,4}(?:data ?sets?|benchmarks?|corpora|tasks)\b", 1.0),
    (r"\b(?:existing|previous|prior|traditional|recent)\b", -0.5),
    (r"\b(?:code|https?)\b", -3.0),
)  # fmt: skip
_LIMITATION = _weighed(
    (r"\b(?:a|one|the|main|key|its|their|our|some|several|current|potential|important) limitations? (?:of (?:our|this|the (?:proposed|present))|is\b|are\b|include)", 3.0),
    (r"\b(?:discuss|outline|acknowledge|highlight)\w* (?:the |its |their |some |several |current )*limitations\b", 2.5),
    (r"\b(?:future (?:work|research|studies)|further (?:research|work|investigation|study)) (?:\w+ )?(?:is|are|should|will|must|remains?|needs?|may|could|would)\b", 2.5),
    (r"\b(?:is|are|remains?|still) (?:an? )?(?:open|unresolved|unsolved|unanswered|unknown)\b", 2.0),
    (r"\bneeds? to be (?:\w+ ){0,2}(?:validated|investigated|addressed|studied|verified|tested)\b", 2.5),
    (r"\b(?:open (?:problem|question|challenge)s?|remaining challenges?)\b", 1.5),
    (r"\b(?:our|the proposed) (?:\w+ )?(?:method|approach|model|framework)s? (?:\w+ )?(?:fails?|struggles?|does not|cannot|can not|is limited|suffers?)\b", 2.5),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence: its number in the abstract (from 1), as it stands, and trimmed; ``place`` runs over all pieces."""

    place: int
    number: int
    raw: str
    text: str
    whole: bool


def _score(text: str, cues: Weighed) -> float:
    return sum(weight for pattern, weight in cues if pattern.search(text))


def problem_score(piece: Piece, contribution: int, last: int) -> float:
    """Above zero when the sentence names a gap or a difficulty before the paper says what it does about it."""
    cues = _score(piece.raw, _PROBLEM)
    gap = contribution - piece.place
    near = 0.6 if gap == 1 else 0.2 if gap == 2 else 0.0 if gap > 0 else -0.8
    return cues + near - 1.2


def method_score(piece: Piece, contribution: int, last: int) -> float:
    """Above zero when the sentence says how the paper's method works."""
    gap = piece.place - contribution
    near = 0.8 if gap == 1 else 0.5 if gap == 2 else 0.2 if gap > 0 else -1.2
    end = -0.5 if piece.place == last else 0.0
    return _score(piece.raw, _METHOD) + near + end - 1.0


def data_score(piece: Piece, contribution: int, last: int) -> float:
    """Above zero when the sentence names data sets, benchmarks or subjects that the paper uses."""
    names = min(3, len(data_names(piece.raw)))
    after = 0.3 if piece.place >= contribution else -0.8
    return _score(piece.raw, _DATA) + 0.7 * names + after - 1.2


def limitation_score(piece: Piece, contribution: int, last: int) -> float:
    """Above zero when the paper states a limit of its own work or an open question; only after the contribution."""
    after = 0.0 if piece.place > contribution else -2.0
    return _score(piece.raw, _LIMITATION) + after - 1.9
