"""What a paper names as a limit of its own work, as open, or as what its field can't do yet: weighed cues.

Set by hand on the abstracts marked "tune" in ``tests/data/marked_limits.json``. What the paper goes on to set right is
none of these, nor is a word of "discussing limitations". All cues are for text in lower case.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from survey.models.extractive.fields import NEVER, Piece, Setting
from survey.models.extractive.pointing import points_out
from survey.models.extractive.trim import stands_alone

_SAYS = (
    r"\b(?:(?:show|reveal|indicate|suggest|demonstrate|observe|highlight|underscore|underline|expose|uncover|"
    r"conclude|"
    r"argue|confirm|hypothesi[sz]e|believe|discover|emphasi[sz]e|imply|find|note|hint)(?:s|d|ed)?|found|shown|"
    r"identif(?:y|ies|ied)|points? (?:out|to)|(?:show|reveal|indicat|suggest|demonstrat|highlight|underscor|underlin|"
    r"expos|uncover|emphasi[sz]|imply|find|hint|confirm)ing)\b"
)
_EASILY = r"(?:(?:\w+ly|still|often|also|even|all|yet|far|too|may|might) )*"
_FAILS = (
    rf"\b{_EASILY}(?:struggl(?:es?|ed|ing) (?!cues|detection)|fail(?:s|ed|ing)?\b|falls? short\b|"
    rf"falling short\b|lag(?:s|ging)? behind\b|"
    rf"underperforms?\b|(?:is|are|was|were|be|remains?) {_EASILY}(?:unable|not able|far from|insufficient|inadequate|"
    r"unreliable|inconsistent|ineffective|brittle|fragile|inflated|unnecessary|not (?:sufficient|better|"
    r"reliable|robust|"
    r"enough|superior|applicable|eliminated)|difficult(?! tasks?\b))\b|but not eliminated\b|"
    r"(?<!that )(?<!which )(?:cannot|can not|(?:do|does|did) not) (?!only|requir|need|depend|rely|degrad|"
    r"affect|hurt|suffer|increas|lose|harm|"
    r"introduc|compromis|sacrific|assum|involv|use|chang|matter|incur|rest|play|differ|vary|correlat|contain|"
    r"incorporat|modify|fine-?tun|be naively|help but)|"
    r"lacks?\b(?! of| thereof)|(?:generali[sz]es?|performs?|scores?|transfers?) (?:\w+ )?poorly\b|(?:no|"
    r"not) better than\b|"
    r"do no better\b|(?<!no )less (?:successful|effective|accurate|reliable|robust|stable|faithful) (?:than|"
    r"in|for|on|when)\b|"
    r"(?:perform\w*|far|much|significantly|result\w* in) worse\b)"
)
_TROUBLE = (
    r"(?:limitations?|limits|shortcomings?|weaknesse?s?|blind spots?|failures?|difficult(?:y|ies)|deficienc(?:y|ies)|"
    r"gaps?|brittleness|vulnerabilit(?:y|ies)|bottlenecks?|obstacles?|challenges?|degradations?|drops?|declines?|"
    r"inconsistenc(?:y|ies)|failure modes)"
)
_GREAT = (
    r"\b(?:significant|substantial|notable|considerable|pronounced|persistent|fundamental|critical|key|clear|"
    r"severe|major|"
    r"consistent|profound|serious|important|remaining|large|robustness|performance|deep(?:er)?|core|inherent|sharp|"
    r"marked|systematic|stark|dramatic|striking|crucial|pressing|common|broader)"
)
_THE_PAPER_S = (
    r"(?:our|the proposed|the present|this) (?:\w+ )?(?:methods?|approach(?:es)?|models?|framework|algorithm|system|"
    r"technique|pipeline|study|analysis|results|evaluation|design|work)"
)


def _weighed(*pairs: tuple[float, str]) -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((re.compile(pattern), weight) for weight, pattern in pairs)


_FOUND = _weighed(
        # what the field can't do, by what the paper found
        (2.2, rf"{_SAYS}.*{_FAILS}"),
        (2.2, rf"{_SAYS}.*{_GREAT} (?:[\w-]+ ){{0,2}}?{_TROUBLE}\b"),
        (1.2, rf"{_SAYS} (?:[\w-]+ ){{0,3}}?{_TROUBLE} (?:in|of|for|to|on|when|with|such as)\b"),
        (2.2, rf"{_SAYS} (?:[\w-]+ ){{0,12}}?(?<!not )(?<!that )(?:the|an?|urgent|pressing|clear|critical|"
              rf"strong|continued|and) (?:\w+ )?need (?:for|to)\b"),
        (2.2, r"\b(?:rais\w+ (?:\w+ )?concerns|calls? into question|calling into question|challeng(?:es|"
              r"ing) the (?:\w+ )?"
              r"(?:assum\w+|belief|notion|view|idea)|room for (?:\w+ )?improvement|should (?:not|be (?:viewed|"
              r"taken|used|treated|"
              r"interpreted|considered) (?:with|as|only))|with (?:care|caution)|will persist)\b"),
        (1.5, rf"{_SAYS}.*\b(?:induc|caus|result|lead|suffer|experienc)\w* [^,;]{{0,60}}(?:drops?|declines?|"
              rf"degradation)\b"),
        (2.2, rf"{_SAYS}.*\b(?:degrade|hurt|harm|waste|undermine|underestimate|overestimate|miss)\b"),
        (2.2, r"\bstill (?:face|lack|struggle|fail|suffer|fall short|have room|lag)\b"),
        (2.2, r"\beven (?:the |state-of-the-art |advanced |leading |frontier )[^.]{0,60}\b(?:only|struggle|fail)|"
              r"\bachiev(?:es?|ing) (?:only|less than|below|merely|no more than)\b"),
)  # fmt: skip
_LIMITS = _weighed(
        # what is open
        (2.2, r"\bfuture (?:work|research|studies|directions?|efforts) (?:\w+ ){0,2}?(?:is|are|should|will|"
              r"must|remains?|"
              r"needs?|may|could|includ\w+|involv\w+|explor\w+|extend\w*|comprise)\b"),
        (2.2, r"\bfurther (?:research|work|investigations?|study|studies|validation|"
              r"attention) (?:\w+ ){0,3}?(?:is|are|"
              r"should|must|remains?|needed|required|warranted|necessary)\b|\bneeds? (?:for )?(?:further|"
              r"future|more) "
              r"(?:attention|research|study|work|investigation)|\bwarrant\w* (?:further|systematic|careful|more|"
              r"additional|deeper)\b|\bneed to be (?:\w+ ){0,2}(?:validated|investigated|addressed|studied|verified|"
              r"tested|solved|resolved)\b|\bremains? to be (?:\w+ ){0,2}\w+(?:ed|en)\b|\bin need of\b"),
        (2.2, r"\b(?:remains?|stays?|(?:is|are) still|persists? as) (?:\w+ly |"
              r"still )*(?:an? )?(?:\w+ )?(?:challenging|challenge|"
              r"obstacle|bottleneck|problem|difficult|necessary|needed|large|limited|low|poor|far|gaps?)\b"),
        (2.2, r"\b(?:is|are|remains?|stays?|remained) (?:\w+ly |still )*(?:an? )?(?:\w+ )?(?:open(?! to\b|-)|"
              r"unresolved|unsolved|"
              r"unanswered|unknown|unclear|unexplored|elusive)\b"),
        (2.0, r"\b(?:open (?:problem|question|challenge)s?|unanswered questions?|rais\w+ (?:[\w-]+ ){0,2}questions?|"
              r"remaining challenges?|key challenge for)\b"),
        # the limits of the paper's own work
        (2.4, rf"\b{_THE_PAPER_S} (?:[^,;]{{0,70}} )?(?:fails?|struggles?|is limited|are limited|suffers?|"
              rf"falls? short|"
              r"underperforms?|(?:does not|do not|cannot|can not) (?:yet )?(?:generali[sz]e|handle|support|"
              r"account|work|cover|"
              r"capture|scale|match|yield|extend|apply))\b"),
        (2.4, r"\b(?:but|although|though|however|yet)\b[^.]*\b(?:requires? (?:multiple|more|additional|large|"
              r"many|longer|"
              r"several|expensive)|incurs?|falls short|cannot match|in its current form|not applicable|"
              r"overfitting|underperforms?|lower (?:accuracy|performance|speed|quality))\b"),
        (2.4, r"\b(?:do|does|did) not (?:yield|bring|give|lead to|improve|achieve|match|reach)\b|\bnot able to\b|"
              r"\bcannot match\b|\bthey underperform\b|\bin preparation\b|(?<!no )\bless (?:successful|effective|"
              r"accurate) than\b"),
        (2.4, r"\b(?:a|one|the|main|key|its|our) limitations? of (?:our|this (?:work|study|approach|method)|the "
              r"(?:proposed|present))\b"),
        # none of these
        (-2.2, r"\b(?:overcom\w+|mitigat(?:es?|ed|ing)|alleviat\w+|bridg(?:es?|ing)|outperform\w*|surpass\w*|"
               r"narrow(?:s|ed|ing)|close[sd] the|resolv(?:es?|ed|ing)|tackle[sd]?|compensat\w+|superior\w*|"
               r"avoid(?:s|ing)|"
               r"significant gains|robustness of|effectively|despite)\b"),
        (-2.5, r"\b(?:minor|minimal|negligible|slight|slightly|least|smallest|small|little|no|without|"
               r"marginal|modest|minimi[sz]\w+|only a|"
               r"reduc\w+|lower) (?:[\w-]+ ){0,4}(?:drops?|degradations?|loss|declines?|gaps?)\b|\bnot limited to\b|"
               r"\b(?:where|when) (?:[\w-]+ ){1,4}(?:fails?|degrades?|struggles?)\b|\bstems? from\b|"
               r"\bleading us to\b"),
        (-1.5, r"\bwhereas our\b|\bwhile our\b|\bwe (?:propose|introduce|present|develop|design)\b|"
               r"\bour (?:\w+ )?(?:method|"
               r"approach|framework|model) (?:\w+ly )?(?:achieves?|improves?|outperforms?|reduces?|can|"
               r"is able|addresses)\b"),
        (-2.5, r"\b(?:facilitat|support|inspir|foster|enabl|promot|incentivi[sz]|guid|driv|encourag|pav|"
               r"advanc|accelerat|"
               r"benefit)\w* [^.]{0,40}\b(?:future|further)\b|\b(?:foundation|groundwork|baseline|insights?|"
               r"directions?|"
               r"reference|opportunities|avenues?|resource|lens) (?:for|into|to|on) (?:\w+ )?(?:future|further)\b"),
        (-2.5, r"\b(?:discuss|outline|summari[sz]e|highlight|present|review|conclude with|address|"
               r"provide)\w* (?:[\w-]+,? ){0,6}?"
               r"(?:limitations|challenges|questions)(?: and (?:[\w-]+ ){1,4}\w+)?(?:[.,]|$)|"
               r"\b(?:discuss|outline|summari[sz]e|highlight|present|provide|propose|"
               r"conclude)\w* .{0,80}?(?:future|research) directions|"
               r"\b(?:discuss|outline|summari[sz]e|address|answer)\w* (?:[\w-]+,? ){0,3}?(?:limitations|"
               r"challenges|questions)\b"),
        (-2.2, r"\bcode\b.*\bavailable\b|https?:|\bopen[- ]sourced?\b"),
        (-1.5, r"^(?:existing|previous|prior|current|most|many|conventional|traditional)\b"),
)  # fmt: skip
_CONCEDED = re.compile(r"\b(?:while|although|though|whereas) (?!we\b)[^,;.]{3,140}, ")
_LEAST = 1.9
_SET_RIGHT = re.compile(
    r"(?:\w+,? )?(?:in order )?to (?:\w+ )?(?:address|tackle|overcome|solve|resolve|mitigate|alleviate|bridge|"
    r"fill|remedy|"
    r"handle|combat|counter|deal with|cope with|close|fix|reduce|avoid|circumvent|compensate|enhance|improve|"
    r"advance)\b|"
    r"(?:based|building|motivated|inspired|driven|informed)\b.{3,60}, we\b|(?:thus|hence|therefore),? we\b|"
    r"to this end\b|.{0,60}\b(?:instead employs|instead uses)\b|we (?:\w+ )?(?:address|tackle|overcome|solve|"
    r"resolve|mitigate) (?:this|these|the)\b"
)
"""How a sentence starts that says what the paper does about what the one before it names."""


@lru_cache(maxsize=1024)
def _weight(low: str) -> float:
    plain = _CONCEDED.sub("", low)
    found = sum(weight for pattern, weight in _FOUND if pattern.search(plain))
    return found + sum(weight for pattern, weight in _LIMITS if pattern.search(low))


def limitation_score(piece: Piece, at: Setting) -> float:
    """Above zero when the paper states a limit or an open question; only after the contribution."""
    return _weight(piece.low) - _LEAST if piece.place > at.contribution else NEVER


_RESULTS = (
    r"(?:results?|findings?|experiments?|experimentation|analys[ei]s|evaluations?|stud(?:y|ies)|investigations?|"
    r"observations?|insights?|examinations?|tests?|testing|comparisons?|paradox|work)"
)
_BY_RESULTS = re.compile(
    rf"^(?P<lead>(?:[A-Z][\w-]*|[a-z][\w-]*|\d+)(?: [\w-]+){{0,4}}? )?(?i:{_RESULTS})"
    rf"(?: (?:on|across|of|over|with|from|in|for|conducted|using)\b[^;:.]{{0,140}}?)? (?:(?:\w+ly|also|"
    rf"further|thus|then) )*"
    rf"(?P<verb>show|reveal|indicate|demonstrate|confirm|find|suggest|imply|hint|highlight|underscore|"
    rf"underline|emphasi[sz]e|"
    rf"expose|uncover|identif(?=y|ies)|raise|challenge|point(?= (?:to|out)))(?:y|ies|"
    rf"s)? (?P<that>that )?(?P<rest>\S.*)$"
)
"""Something that the paper found is the subject: "These results suggest that X"."""
_BY_AUTHORS = re.compile(
    r"^(?:[^;:.]{3,120}, )?(?:\w+ly,? )?the authors (?:\w+ly |also |further |then )*(?P<verb>show|reveal|"
    r"demonstrate|find|"
    r"observe|suggest|argue|believe|conclude|hypothesi[sz]e|identif(?=y)|uncover|"
    r"highlight)y? (?P<that>that )?(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_AFTER_OTHERS = re.compile(
    r"^[A-Z][a-z]+s [^;:]{10,200}?(?:,? and|,? which|,) (?:\w+ly )?(?P<verb>show|find|reveal|observ|"
    r"demonstrat|argu|conclud)"
    r"(?:e?s|ing) that (?P<rest>\S.*)$"
)
"""What was done comes first, what was found last: "Compares X with Y and finds that Z"."""
_AGREES = re.compile(r"\band (?:\w+ly )?(?:needs?|is|are|was|were|requires?|remains?|raises?) ")
_MORE = re.compile(
    r",? (?:(?:thus|thereby|while|also) )?(?:providing|offering|informing|guiding|paving|opening|contributing|"
    r"serving|laying)\b"
    r"[^.]*$|,? and (?:\w+ly )?(?:contributes?|provides?|offers?|proposes?|introduces?|releases?|lays?|"
    r"serves?) [^.]*$"
)
"""What the paper gives besides, behind the limit that it names."""
_AS_FOUND = {
    "suggest": "Suggests", "imply": "Suggests", "hint": "Suggests", "conclude": "Concludes", "conclud": "Concludes",
    "believe": "Argues", "argue": "Argues", "argu": "Argues", "hypothesise": "Hypothesises",
    "hypothesize": "Hypothesizes", "highlight": "Highlights", "underscore": "Underscores", "underline": "Underlines",
    "emphasise": "Emphasises", "emphasize": "Emphasizes",
}  # fmt: skip
_AS_SAID = {"indicate": "Finds", "demonstrate": "Finds", "show": "Finds", "find": "Finds", "identif": "Identifies"}


def stated_limit(text: str) -> str:
    """The trimmed sentence ``text`` with the paper as its subject: "These results suggest that X" as "Suggests that X".

    What the paper did to find it out, and what it gives besides, go.
    """
    text = _shorter(text)
    if (found := _AFTER_OTHERS.match(text)) and len(found["rest"].split()) >= _LEAST_WORDS:
        return f"{_AS_FOUND.get(found['verb'], 'Finds')} that {found['rest']}"
    found = _BY_RESULTS.match(text) or _BY_AUTHORS.match(text)
    if found is None or (_AGREES.search(found["rest"]) and not found["that"]):
        return text
    verb = found["verb"].lower()
    if found["that"]:
        return f"{_AS_FOUND.get(verb, 'Finds')} that {found['rest']}"
    return f"{_AS_SAID.get(verb, verb.capitalize() + 's')} {found['rest']}"


_LEAST_WORDS = 7


def _shorter(text: str) -> str:
    short = _MORE.sub(".", text)
    return short if len(short.split()) >= _LEAST_WORDS and _weight(short.lower()) > _LEAST else text


def limiting(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The sentences that may state a limit, told of the paper; none whose next one sets right what it names."""
    pieces = tuple(pieces)
    following = {piece.place: piece.low for piece in pieces if not piece.led}
    for piece in pieces:
        if _SET_RIGHT.match(following.get(piece.place + 1, "")):
            continue
        text = stated_limit(piece.text)
        if piece.led or text == piece.text:
            yield piece
        else:
            yield replace(piece, text=text, whole=piece.whole or (stands_alone(text) and not points_out(text)))
