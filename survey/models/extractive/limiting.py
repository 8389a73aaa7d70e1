"""The sentences that may state a limit, told of the paper: "These results suggest that X" as "Suggests that X"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from survey.evidence import content_words
from survey.models.extractive.calls import without_call
from survey.models.extractive.failing import SAYS, fails_itself
from survey.models.extractive.fields import Piece
from survey.models.extractive.limits import LEAST, weight
from survey.models.extractive.mended import OWN_WORK, PROPOSES, is_set_right
from survey.models.extractive.openings import without_opening
from survey.models.extractive.pointing import points_out
from survey.models.extractive.trim import follows, stands_alone
from survey.verbs import present

_RESULTS = (
    r"(?:results?|findings?|experiments?|experimentation|analys[ei]s|evaluations?|stud(?:y|ies)|investigations?|"
    r"observations?|insights?|examinations?|tests?|testing|comparisons?|paradox|work)"
)
_BY_RESULTS = re.compile(
    rf"^(?P<lead>(?:[A-Z][\w-]*|[a-z][\w-]*|\d+)(?: [\w-]+){{0,4}}? )?(?i:{_RESULTS})(?P<on> (?:on|across|of|over|"
    rf"with|from|in|for|conducted|using)\b[^;:.]{{0,140}}?)? (?:(?:\w+ly|also|further|thus|then) )*(?P<verb>show|"
    rf"reveal|indicate|demonstrate|confirm|find|suggest|imply|hint|highlight|underscore|underline|emphasi[sz]e|expose|"
    rf"uncover|identif(?=y|ies)|raise|challenge|point(?= (?:to|out)))(?:y|ies|ed|d|s)? (?P<that>that )?(?P<rest>\S.*)$"
)
"""Something that the paper found is the subject: "These results suggest that X"."""
_BY_AUTHORS = re.compile(
    r"^(?:(?:[^;:.]|\.(?=\d)){3,160}, )?(?:\w+ly,? )?the authors (?:\w+ly |also |further |then )*(?P<verb>show|reveal|"
    r"demonstrate|find|observe|suggest|argue|believe|conclude|hypothesi[sz]e|identif(?=y)|uncover|"
    r"highlight)y? (?P<that>that )?(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_AFTER_OTHERS = re.compile(
    r"^[A-Z][a-z]+s [^;:]{10,200}?(?:,? and|,? which|,) (?:\w+ly )?(?P<verb>show|find|reveal|observ|demonstrat|argu|"
    r"conclud)(?:e?s|ing)(?: out)? that (?!(?:they|it|this|these|such)\b)(?P<rest>\S.*)$"
)
"""What was done comes first, what was found last: "Compares X with Y and finds that Z"."""
_NOT_ONLY = re.compile(
    r"^(?:The |This )?(?:work|study|paper|results|"
    r"findings) not only (?P<first>[a-z]+s? .{3,140}?),? but (?:also )?(?P<second>[a-z]+s? .+)$"
)
_ASKS = re.compile(
    r"^(?:This|These)(?: [\w-]+){0,2} (?:motivate|raise|leave|open|pose)s? (?P<what>(?:[\w-]+ ){0,3}questions? .+)$"
)
_BUT_SHOW = re.compile(  # "results show that X but highlight Y"
    r"(?<= but )(?:highlight|underscore|suggest|reveal|emphasi[sz]e|indicate|expose|raise)(?= )|"
    r"(?<= and )(?:highlight|underscore|emphasi[sz]e)(?= (?:the|an?) (?:\w+ )?(?:need|importance|necessity|value)\b)"
)
_DOES_AND_FINDS = re.compile(
    r"^(?:Conducts|Performs|Evaluates|Tests|Benchmarks|Analy[sz]es|Compares|Investigates|Examines|Applies|Runs|Assesses|"
    r"Studies|Measures|Audits) [^;:.]{10,160}, (?:thereby |thus )?(?P<verb>uncover|reveal|expos|identify)ing "
    r"(?P<rest>(?:the|an?|key|critical|fundamental|significant|substantial|clear|persistent) .+)$"
)
"""What was done comes first, what came of it last: "Conducts more walks, uncovering the limits of boots"."""
_AGREES = re.compile(r"\band (?:\w+ly )?(?:needs?|is|are|was|were|requires?|remains?|raises?) ")
_MORE = re.compile(
    r",? (?:(?:thus|thereby|while|also) )?(?:providing|offering|informing|guiding|paving|opening|contributing|serving|"
    r"laying)\b[^.]*\.?$|,? and (?:\w+ly )?(?:contributes?|provides?|offers?|proposes?|introduces?|releases?|lays?|"
    r"serves?) [^.]*\.?$"
)
"""What the paper gives besides, behind the limit that it names."""
_AS_FOUND = {
    "suggest": "Suggests", "indicate": "Indicates",
    "imply": "Suggests", "hint": "Suggests", "conclude": "Concludes", "conclud": "Concludes",
    "believe": "Argues", "argue": "Argues", "argu": "Argues", "hypothesise": "Hypothesises",
    "hypothesize": "Hypothesizes", "highlight": "Highlights", "underscore": "Underscores", "underline": "Underlines",
    "emphasise": "Emphasises", "emphasize": "Emphasizes",
}  # fmt: skip
_CAME_OF_IT = {
    "uncover": "Uncovers", "reveal": "Reveals", "expos": "Exposes", "identify": "Identifies",
}  # fmt: skip
_AS_SAID = {"demonstrate": "Finds", "show": "Finds", "find": "Finds", "identif": "Identifies"}


def stated_limit(text: str) -> str:
    """The trimmed sentence ``text`` with the paper as its subject: "These results suggest that X" as "Suggests that X".

    What the paper did to find it out, and what it gives besides, go; a sentence that says no more than that "models
    fail on X" keeps on whom it was tried out.
    """
    text = _NOT_ONLY.sub(_the_limit_of, _shorter(text))
    text = f"{text[:1].upper()}{text[1:]}"
    if asks := _ASKS.match(text):
        return f"Raises {asks['what']}"
    found = _AFTER_OTHERS.match(text)
    if found and len(found["rest"].split()) >= _LEAST_WORDS and not _MOST_OF_THEM.match(found["rest"]):
        return f"{_AS_FOUND.get(found['verb'], 'Finds')} that {found['rest']}"
    if (found := _DOES_AND_FINDS.match(text)) and _is_a_limit(f"reveals {found['rest']}"):
        return f"{_CAME_OF_IT[found['verb']]} {found['rest']}"
    found = _BY_AUTHORS.match(text) or _BY_RESULTS.match(text)
    if found is None or _MOST_OF_THEM.match(found["rest"]):
        return text
    verb, rest = found["verb"].lower(), found["rest"]
    if found["that"]:
        return f"{_AS_FOUND.get(verb, 'Finds')} that {_BUT_SHOW.sub(lambda verb: present(verb[0]), rest)}"
    if found.groupdict().get("on") or _AGREES.search(rest):
        return text
    rest = _COORDINATED.sub(lambda verb: present(verb[0]), rest)
    if verb in {"show", "demonstrate"} and rest.startswith("the "):
        return f"Shows {rest}"
    return f"{_AS_SAID.get(verb, verb.capitalize() + 's')} {rest}"


def _is_a_limit(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS and weight(text.lower()) > LEAST


_LEAST_WORDS = 7
_MOST_OF_THEM = re.compile(  # "evaluates ten nets and finds that most fail": most of these
    r"(?:most|many|some|few|all|none|both)(?: of them)? (?!of\b)(?:\w+ly )?(?:still |do |can |fail|struggle|"
    r"perform|remain|suffer|lack|lag|show|exhibit|are |have )"
)


def _the_limit_of(both: re.Match[str]) -> str:
    """Of "not only uncovers X but also shows Y" the half that states a limit."""
    half = both["first"] if weight(both["first"].lower()) > LEAST else both["second"]
    return f"{half[:1].upper()}{half[1:].rstrip(' .,')}."


def _shorter(text: str) -> str:
    short = _MORE.sub(".", text)
    return short if len(short.split()) >= _LEAST_WORDS and weight(short.lower()) > LEAST else text


def limiting(pieces: Iterable[Piece], after: int) -> Iterator[Piece]:
    """The sentences behind the place ``after`` that state a limit, told of the paper; none that it sets right."""
    pieces = tuple(pieces)
    plain = [piece for piece in pieces if not piece.led]
    for piece in pieces:
        if piece.place <= after and not _found_ahead(piece, plain, after):
            continue
        shown = _is_shown(piece, plain, after)
        if weight(piece.low) <= LEAST and shown and _goes_on(piece, plain):
            piece = replace(piece, low=f"results show that {piece.low}")  # what they show goes on
        if weight(piece.low) <= LEAST or _succeeds(piece.low):
            continue
        text, is_cut = stated_limit(piece.text), False
        if not _says_it(text, piece):  # what trimming cut off was the limit
            text, is_cut = stated_limit(follows(without_opening(piece.raw))), True
        if _says_it(text, piece) and not is_set_right(piece, plain, after, shown):
            whole = (piece.whole and not is_cut) or _stands(text)
            if not whole and (short := without_call(text)) and _stands(short):
                text, whole = short, True
            yield piece if piece.led or text == piece.text else replace(piece, text=text, whole=whole)


def _stands(text: str) -> bool:
    return stands_alone(text) and not points_out(text)


def _goes_on(piece: Piece, plain: Sequence[Piece]) -> bool:
    """Whether a sentence behind results tells of failing itself, and nothing is offered for it behind."""
    behind = plain[piece.place + 1 :]
    return (
        fails_itself(piece.low) and not OWN_WORK.search(piece.low) and not any(PROPOSES.search(p.low) for p in behind)
    )


def _is_shown(piece: Piece, plain: Sequence[Piece], after: int) -> bool:
    """Whether the sentence before it speaks of results, or one further ahead says what they are."""
    ahead = plain[after + 1 : piece.place]
    return bool(ahead) and (
        _EVIDENCE.search(ahead[-1].low) is not None
        or any(_OWN_RESULTS.match(one.low) or _TELLS_RESULTS.search(one.low) for one in ahead)
    )


def _succeeds(low: str) -> bool:
    """Whether a sentence's main clause tells a success and no lack: what failed are others, or what it says behind."""
    main = _BEHIND_IT.sub("", _UNLIKE.sub("", low))
    return _SUCCESS.search(main) is not None and not _ANY_LACK.search(main)


_UNLIKE = re.compile(r"^(?:in contrast to|unlike|compared (?:to|with)|whereas) .*, (?=[\w-]+ (?:is|are|[a-z]+s)\b)")
_BEHIND_IT = re.compile(
    r", (?:highlighting|underscoring|demonstrating|showing|improving|enabling|addressing|mitigating)\b.*"
)
_SUCCESS = re.compile(
    r"\b(?:reduces|enables|improves|outperforms|surpasses|enhances|mitigates|"
    r"is (?:simple|lightweight|effective|efficient)|"
    r"(?:large|significant|substantial|consistent|clear) (?:gains|improvements))\b"
)
_ANY_LACK = re.compile(
    r"\b(?:fail|struggl|limit|not|no|nor|cannot|only|degrad|poor|worse|drop|declin|insufficien|lack|unable|"
    r"difficult|challeng|gap|below|bias|vulnerab|sensitiv|despite|although|though|but|however|yet|open|remain|"
    r"future|trade-?off|hallucinat|incorrect|inconsisten|weak|less|lower|few|hard|cost|expensive|unclear|unknown|"
    r"while|whereas|at the|risk|concern|suffer|harm|hurt|increas|overestimat|underestimat|far from|still|even|"
    r"rather|without|need|depend|var(?:y|ies)|marginal|modest|small|slight|except|under-?perform|lag|short|amplif|"
    r"oppos|conflict|contradict)\w*"
)


def _found_ahead(piece: Piece, plain: Sequence[Piece], after: int) -> bool:
    """Whether the paper found it in a study of its own, and only then says what else it offers: no motive of that."""
    if piece.place >= after or piece.led or not _OWN_RESULTS.match(piece.low):
        return False
    studied = any(_OWN_STUDY.search(one.low) for one in plain[: piece.place])
    return studied and not _OFFERS.search(plain[after].low)


_OWN_RESULTS = re.compile(
    rf"(?:\w+,? )?(?:our|(?:the |these )?(?:\w+ )?(?:results|findings|experiments))\b[^,;.]{{0,60}}? {SAYS}|"
    rf"(?:through|in|across|from) (?:our |these )?(?:\w+ ){{0,2}}(?:experiments|evaluations?|"
    rf"analys[ei]s)\b[^,;]{{0,40}}, we {SAYS}"
)
_TELLS_RESULTS = re.compile(
    r"\b(?:our|the|these) (?:[\w-]+ ){0,2}(?:results|findings|experiments|evaluations?)\b|\b(?:experiments|results|"
    r"evaluations?|findings) (?:[\w-]+ ){0,6}(?:show|reveal|demonstrat|indicat|suggest|confirm)\w*|"
    r"\bwe (?:\w+ )?(?:find|found|observed?|show)\b"
)
_OWN_STUDY = re.compile(
    r"\b(?:we|this (?:paper|work|study|article)) (?:\w+ly |also |first )?(?:stud|investigat|evaluat|examin|assess|"
    r"benchmark|analy[sz]|compar|conduct|explor|test|audit|dive|perform|present|introduc|report)\w*"
)
_OFFERS = re.compile(
    r"^(?!(?:finally|additionally|furthermore|moreover|overall|in addition|in summary|lastly)\b).*\b(?:we|our|this "
    r"(?:paper|work|study|article)) [^.;]{0,40}?\b(?:propos|introduc|present|develop|design)\w*|^(?:our|the) "
    r"proposed\b|\b(?:is|are) (?:proposed|introduced|developed|designed)\b"
)


def _says_it(text: str, piece: Piece) -> bool:
    """Whether the limit is still in the ``text`` that trimming left of the sentence, where that is much shorter."""
    if any(_FAILING.search(half["half"]) and _is_lost(half["half"], text) for half in _TURNS.finditer(piece.raw)):
        return False
    told = text.lower()
    return len(text) > _MOSTLY * len(piece.raw) or max(weight(told), weight(f"results show that {told}")) > LEAST


def _is_lost(half: str, text: str) -> bool:
    """Whether most of the words of a part of a sentence are not in what is left of that."""
    words = content_words(half)
    return 2 * len(words & content_words(text)) < len(words)


_MOSTLY = 0.85
_TURNS = re.compile(r"[,;] (?:while|but|yet|although|though|whereas) (?P<half>[^;]+)")
_FAILING = re.compile(
    r"\b(?:struggl|fail|neglect|ignor|poor|lack|limited|weak|worse|suffer|degrad|drop|declin|remain|miss|err|short of|"
    r"unable|cannot|rarely|hardly|zero|only)\w*\b|\b(?:not|no|un\w+ed)\b",
    re.IGNORECASE,
)
"""What fails, in the half of a sentence behind its turn: no part of it goes."""


_EVIDENCE = re.compile(
    r"\b(?:results|experiments?|evaluat\w+|findings?|finds?|found|reveal\w*|observe[sd]?|analys[ei]s)\b"
)
_COORDINATED = re.compile(
    r"(?:(?<= and )|(?<= but )|(?<= and also )|(?<= but also ))"
    r"(?:highlight|underscore|suggest|show|emphasi[sz]e|point|call|raise|indicate|motivate|expose|"
    r"reveal)(?= )"
)
