"""Which sentence of an abstract states the problem, the method, the data, a limitation, an outcome: weighed cues.

Which says how the method works is a matter of all its words first (:mod:`survey.models.extractive.wording`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from survey.hollow import praises
from survey.models.extractive.cues import CUES, ONLY_OUTCOME
from survey.models.extractive.names import data_names, makes_data
from survey.models.extractive.pointing import points_out
from survey.models.extractive.results import figures
from survey.models.extractive.trim import is_told_item
from survey.models.extractive.wording import method_wording
from survey.structured import Part

_OWN = re.compile(r"\b(?:we|our|this (?:paper|work|study|article)|(?:key|core|main|central) idea)\b")
_TURNS = re.compile(
    r"(?:however|but|yet|despite|although|while|unfortunately|nevertheless|existing|current|previous|prior|"
    r"traditional|most)\b"
)
# What comes of a step, or what it is for, in the sentence that says how it is done: no cue against that sentence
_COMES_OF_IT = re.compile(
    r",? (?:which|that) (?:can |also |\w+ly )*(?:improve|enhance|elevate|allow|enable|offer|provide|make|achieve|lead|"
    r"result|help|reflect|facilitate|reduce|ensure|boost|increase|yield)s?\b.*$|"
    r", (?:thereby |thus |hence |therefore |further |\w+ly )?(?:achiev|improv|enhanc|allow|enabl|mak|lead|result|help|"
    r"facilitat|reduc|ensur|boost|increas|yield|outperform|surpass|offer|provid)ing\b.*$|"
    r",? and (?:\w+ly )?(?:showcase|demonstrate|evaluate|validate|verify|show|report|achieve|outperform)s?\b.*$|"
    r"(?<=[\w)] )(?:in order )?to (?:\w+ly |further |better |also )*(?:improve|enhance|boost|increase|promote|elevate|"
    r"achieve|"
    r"validate|obtain|reduce|demonstrate|show|ensure)\b[^,.;]*(?=[,.;]|$)"
)
# Done by whoever wrote it, where a "we" is missing: "a search was performed"
_DONE = re.compile(
    r"\b(?:was|were) (?:[\w-]+ly |then |also )?(?:\w+ed|done|taken|chosen|drawn|built)\b|"
    r"\b(?:is|are) (?:also )?(?:proposed|presented|introduced|developed|described|investigated|studied)\b|"
    r"\bthe proposed\b"
)
# "Through experiments with X, we observe Y": X isn't how the paper does what it does
_FINDS = re.compile(
    r"(?:[^,]{0,120}, )?(?:we|i) (?:\w+ly |also |could |can |further |then |first )*(?:observe|find|found|show|note|"
    r"notice|discover|conclude|argue|hypothesi[sz]e|speculate|reveal|prove|demonstrate)\b|"
    r"(?:our|the|these) (?:\w+ ){0,3}(?:results?|findings?|analys[ei]s|experiments?|study) (?:\w+ ){0,3}(?:shows?|"
    r"reveals?|suggests?|indicates?|demonstrates?)\b"
)
_IS_GOOD = re.compile(  # "Our method scales to many trees"
    r"(?:our|the|this) (?:proposed )?(?:\w+ )?(?:approach|method|model|framework|algorithm|system) (?:also |further |"
    r"\w+ly )?(?:scales?|achieves?|outperforms?|improves?|generali[sz]es?|requires?|does not|allows?|enables?|is "
    r"(?:also )?(?:able|applicable|robust|general))\b"
)
_IS_TRIED = re.compile(  # "The method is applied to trees and evaluated on three forests"
    r"^(?:our|the|this) (?:proposed |new |resulting )?(?:method|approach|model|framework|algorithm|system|network|"
    r"technique|pipeline)s? (?:is|are|was|were|has been|have been) (?:\w+ly )?"
    r"(?:applied (?:to|on)\b.* and (?:evaluated|tested)|evaluated|tested|"
    r"validated|assessed|benchmarked|verified|demonstrated)\b(?!.*\bby \w+ing\b)"
)
_IN_NEED = re.compile(  # "First, we need to know which trees to cut": what is wanting, and no way
    r"\bwe (?:need|have|must)(?: to)? know\b|\bwe (?:do not|don't|cannot) (?:yet |always |usually )?(?:know|tell)\b"
)
_MOST_FOR, _MOST_AGAINST = 0.3, -3.0  # more than that the cues of a step neither add to the wording nor say against it
_LISTED = 0.8  # for an item of a list: what a method consists of is listed so
_RATHER_HOW = -1.3  # from this wording on a sentence says rather how than not
_IN_ITS_PART, _IN_ANOTHER = 0.8, -1.5  # for a sentence under a heading
_AMONG_RESULTS = 0.1  # for one among many, of which some only describe who took part
NEVER = -9.0  # the score of a sentence that isn't weighed at all


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence: as it stands, in lower case, trimmed, and the ``numbers`` of the sentences it rests on (from 1).

    ``place`` counts all pieces from 0; ``whole`` says whether the text makes sense on its own. ``led`` is
    the sentence before it, where that stands in front of it in the text because it points back to it. ``part``: under
    which heading of a structured abstract it stands.
    """

    place: int
    numbers: tuple[int, ...]
    raw: str
    low: str
    text: str
    whole: bool
    led: str = ""
    part: Part = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence is weighed: the contribution's place, the last place, and the name of what the paper offers.

    ``speaks``: the place of the first sentence that speaks of the paper's own work, if any.
    """

    contribution: int
    last: int
    name: str | None
    speaks: int | None = None


@lru_cache(maxsize=1024)
def _score(low: str, field: str) -> float:
    """The weight of the cues for ``field`` in a sentence in lower case; asked several times for most sentences."""
    return sum(weight for pattern, weight in CUES[field] if pattern.search(low))


def _loose(piece: Piece, penalty: float) -> float:
    """The penalty when a "this" or "these" in the trimmed sentence may point out of it."""
    return penalty if points_out(piece.text) and not piece.led else 0.0


def _headed(piece: Piece, *own: Part) -> float:
    """What the heading above a sentence says of it: whether it is in one of the parts where such sentences stand."""
    return 0.0 if not piece.part else _IN_ITS_PART if piece.part in own else _IN_ANOTHER


def problem_score(piece: Piece, at: Setting) -> float:
    """Above zero when the sentence names a gap or a difficulty before the paper says what it does about it."""
    gap = at.contribution - piece.place
    if gap < 0 and (piece.led or _OWN.search(piece.low) or not _TURNS.match(piece.low)):
        return NEVER
    near = 0.6 if gap == 1 else 0.2 if gap == 2 else 0.0 if gap > 0 else -0.6
    near -= 0.8 if not piece.led and re.match(r"(?:\w+,? )?(?:this|these|such)\b", piece.low) else 0.0
    near -= 1.5 if at.name and at.name in piece.raw and gap <= 0 else 0.0
    return _score(piece.low, "problem") + near + _headed(piece, "background") - _loose(piece, 0.5) - 0.8


@lru_cache(maxsize=256)
def step_score(piece: Piece, at: Setting) -> float:
    """Above zero when a step of the paper's method is told, by cues and place alone."""
    gap = piece.place - at.contribution
    if gap < 0 and not _OWN.search(piece.low):
        return NEVER
    near = 1.0 if gap == 1 else 0.6 if gap == 2 else 0.2 if gap > 0 else -0.5
    end = -0.7 if piece.place == at.last else 0.0
    named = 0.6 if at.name and at.name in piece.raw else 0.0
    result = -2.3 if figures(piece.text) else 0.9 if gap > 0 and is_told_item(piece.raw) else 0.0
    return _score(_COMES_OF_IT.sub("", piece.low), "method") + near + end + named + result - _loose(piece, 0.3) - 0.8


@lru_cache(maxsize=256)
def method_score(piece: Piece, at: Setting) -> float:
    """Above zero when the sentence is worded like one that says how the method works, and cues don't speak against."""
    own = piece.place >= at.contribution or _OWN.search(piece.low) or _DONE.search(piece.low) or piece.part == "method"
    if not own or any(one.search(piece.low) for one in (ONLY_OUTCOME, _IS_TRIED, _IN_NEED)) or praises(piece.text):
        return NEVER
    listed = _LISTED if piece.place > at.contribution and is_told_item(piece.raw) else 0.0
    worded = method_wording(piece.raw) - _RATHER_HOW + listed + _headed(piece, "method") - _loose(piece, 0.3)
    if worded <= -_MOST_FOR:  # no cues can make up for that
        return worded
    step = step_score(piece, at)
    cued = min(_MOST_FOR, 0.2 * step) if step > 0 else 0.4 * max(_MOST_AGAINST, step if step > NEVER else -1.0)
    if worded + cued > 0 and (_FINDS.match(piece.low) or _IS_GOOD.match(piece.low)):
        return NEVER
    return worded + cued - (_something_else(piece, at) if worded + cued > 0 else 0.0)


def _something_else(piece: Piece, at: Setting) -> float:
    """What speaks against a method: an outcome that the sentence reports, data that it presents."""
    return 0.4 * max(0.0, outcome_score(piece, at)) + (1.0 if makes_data(piece.text) else 0.0)


def first_own(pieces: Sequence[Piece]) -> int | None:
    """The place of the first sentence that speaks of the paper's own work, if any."""
    return next((piece.place for piece in pieces if _OWN.search(piece.low)), None)


@lru_cache(maxsize=256)
def data_score(piece: Piece, at: Setting) -> float:
    """Above zero when the sentence names data sets, benchmarks or subjects that the paper uses."""
    named = min(2, len(data_names(piece.text)))
    after = 0.3 if piece.place >= at.contribution else -0.6
    return _score(piece.low, "data") + 0.8 * named + after - 1.3


_GETS_WORSE = re.compile(
    r"\d[^.;]{0,50}\b(?:degradation|deterioration|decline|drops?)\b|"
    r"\b(?:degrad|deteriorat|declin|dropp?)\w* [^.;]{0,40}\d"
)


@lru_cache(maxsize=256)
def outcome_score(piece: Piece, at: Setting) -> float:
    """Above zero when the sentence reports an outcome of the paper's own work."""
    found = bool(figures(piece.text))
    told = found and at.speaks is not None and at.speaks < piece.place  # no background any more
    if piece.place <= at.contribution and not _OWN.search(piece.low) and piece.part != "result" and not told:
        return NEVER
    if found and piece.place < at.contribution and _GETS_WORSE.search(piece.low):
        return NEVER  # how much worse things are that the paper then sets out to mend
    numbers = 1.5 if found else 0.0
    after = 0.3 if piece.place > at.contribution else -0.7
    headed = _AMONG_RESULTS if piece.part == "result" else _headed(piece, "conclusion")
    return numbers + after + headed - _loose(piece, 0.2) + _score(piece.low, "outcome") - 0.6
