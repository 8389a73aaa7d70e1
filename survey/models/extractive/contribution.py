"""Which sentence says what a paper contributes: the fitted selector's choice, less what a reader would hold against it.

Off the expected ROUGE-1 of a sentence come small amounts that cost nothing on the train part of SciTLDR (the order of
its sentences as summaries hardly changes) and spare a reader backgrounds, outcomes and sentences that lean on others.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from survey.hanging import leans_on_another
from survey.hollow import praises
from survey.models.extractive.fields import Piece
from survey.models.extractive.pointing import points_out
from survey.models.extractive.selector import contribution_scores
from survey.models.extractive.stated import OWN
from survey.questions import NumberedPaper

_NOT_ITS_OWN = 0.02  # for a sentence that doesn't speak of the paper
_TOO_EARLY = 0.1  # and for one before the first that does
_BACKGROUND = 0.1  # and for one that tells what others have done
_ELSEWHERE = 0.1  # for an outcome or an addition, where another sentence says what is offered
_ARGUED = 0.1  # for a view or an observation that leads to what is offered, where a later sentence says that
_LED_TO = 0.1  # so much less may what it leads to be worth, to stand in its place
_IN_PASSING = 0.06  # for one that names only the question, or only what "the method" is good for
_BESIDE_ITS_NAME = 0.25  # of an abstract in the third person: for a sentence that doesn't start with its method's name
_HEADED = {"background": 0.2, "result": 0.15, "measure": 0.3, "method": 0.2, "formal": 1.0}  # under such a heading
_FIRST, _MUCH_LESS = 3, 0.06  # so many sentences may do instead of the best one, and are worth so much less at most
_LOOSE_END = 0.06  # for a "this" or "these" that may point out of the sentence
_SPEAKS = re.compile(
    r"\bwe (?:\(?[1ia]\) )?(?:\w+ly |also |further |then |first |thus |therefore |here )*(?:propose|introduce|present|"
    r"develop|"
    r"describe|design|review|survey|"
    r"show|study|demonstrate|investigate|prove|explore|address|argue|find|analy[sz]e|examine|evaluate|compare|report|"
    r"conduct|discuss|test|measure)\b|"
    r"\b(?:this|the (?:current|present)) (?:paper|work|study|article|chapter|report|thesis|review|survey)\b"
)
_TELLS_OF_OTHERS = re.compile(
    r"\b(?:recent(?:ly)?|typically|ha(?:s|ve) (?:been|shown|emerged|become)|(?<!in )advances?|promising|popular|widely|"
    r"often|(?:is|are) (?:rapidly |increasingly |constantly )?(?:growing|increasing|expanding)|"
    r"usually|commonly|traditional(?:ly)?|existing|current|requires?|poorly|"
    r"(?:remains?|is|are) (?:still )?(?:difficult|challenging|unclear|unknown|hard|an open))\b|"
    r"^(?:many|most|several|some|numerous) (?:[\w-]+ )?(?:methods|approaches|models|techniques|works|studies)\b"
)
_ANYONE = re.compile(  # the "we" of a textbook: "where we provide feature vectors", "we understand very little about"
    r"\b(?:where|which|whom) we (?:provide|pass|feed|give|know|have|call)\b|"
    r"\bwe (?:still |currently )?(?:know|understand) (?:very |so |relatively )?little\b"
)
_ONE_CAN = re.compile(r"\b(?:that|how|what|where|when|so) we (?:can|could|may|might|must|should|need)\b")
_OWN_BESIDES = re.compile(
    r"(?<!that )(?<!how )(?<!what )(?<!where )(?<!when )(?<!so )\bwe\b|\bour\b|\bthis (?:paper|work)\b"
)
_OUTCOME = re.compile(
    r"(?:(?:extensive|comprehensive|the|our|these) )*(?:experiments?|experimental results|empirical \w+|evaluations?|"
    r"results) "
)
_REACHED = re.compile(
    r"[\w+-]+(?: \([^()]+\))? (?:outperforms|achieves|reaches|attains|obtains|surpasses|exceeds|equals|matches|"
    r"is (?:competitive|compatible|comparable|superior|ahead|better|on par))\b"
)
_BESIDES = re.compile(r"[^,.]{3,60} (?:(?:is|are|can|does|do) )?also\b")
_GOOD_FOR = re.compile(
    r"(?:our|the|this) (?:proposed )?(?:[\w-]+ ){0,2}(?:frameworks?|methods?|approach|models?|systems?|algorithms?|"
    r"theorem|tool|methodology|technique) (?:also |further |not only |\w+ly )?(?:can|allows?|enables?|provides?|"
    r"unlocks?|achieves?|outperforms?|improves?|is able|enhances?|offers?|reduces?|shows?|demonstrates?|leads?|"
    r"yields?|helps?)\b"
)
_ABOUT_WHAT_STOOD_BEFORE = re.compile(r"(?:[^,]{0,100}, )?(?:this|these|such) ", re.IGNORECASE)
_ARGUES = re.compile(  # "We argue that animals learn by touch", and then "we build a robot that pokes"
    r"(?:[^,]{0,70}, )?(?:we|i) (?:\w+ly |also |first |further |then |therefore |thus )*(?:argue|hypothesi[sz]e|"
    r"highlight|emphasi[sz]e|conjecture|posit|postulate|speculate|believe|contend|observe|notice|note|advocate)\b"
    r"(?!.*\b(?:propose|introduce|present|develop|design|devise|build)\b)"
)
_MAKES = re.compile(
    r"\bwe (?:\(?[1ia]\) )?(?:\w+ly |first |then |thus |therefore |hence |here |next )*(?:propose|introduce|present|"
    r"develop|design|devise|build|construct|create) (?:an?|the first|one of the first|two|three|four)\b"
)
_EARLIER = re.compile(
    r"\bwe (?:have )?(?:recently|previously|earlier) (?:introduced|proposed|presented|developed|showed)\b|"
    r"\b(?:recently|previously|in (?:our |an? )?(?:previous|prior|earlier) (?:work|paper|study)), we (?:have )?"
    r"(?:introduced|proposed|presented|developed|showed)\b"
)
_VIEW = re.compile(  # "Nonetheless, we propose that our approach offers a new avenue"
    r"(?:[^,]{0,40}, )?(?:we|i) (?:\w+ly |also |thus |therefore )*(?:propose|suggest|believe|hope) that "
    r"(?:our|the|this) "
)
_ONLY_ASKS = re.compile(
    r"(?:addresses|considers|tackles) (?:the (?:problem|task|question|issue)|these)\b", re.IGNORECASE
)
_ASKS = re.compile(  # "We address a harder setting, learning in forests", and then "we introduce TreeNet, a framework"
    r"(?:[^,]{0,70}, )?(?:we|this (?:paper|work|study)) (?:\w+ly |also |first |then |thus )*(?:address(?:es)?|"
    r"consider(?:s)?|tackle(?:s)?|stud(?:y|ies)|investigates?|explores?|focus(?:es)? on|formulates?|formali[sz]es?|"
    r"identif(?:y|ies)|revisits?) (?:an?|the|this) (?:[\w-]+,? (?:and |but |yet |of )?){0,5}?"
    r"(?:problem|task|question|issue|setting|scenario|challenge)\b"
    r"(?!.*\b(?:propose|introduce|present|develop|by|with|through|via)\b)"
)
_NAMES_IT = re.compile(
    r"\b[Ww]e (?:\w+ly |then |thus |therefore |hence |also )*(?:propose|introduce|present|develop) "
    r"(?=[a-z]*[A-Z])[\w+-]+(?: [A-Z][\w+-]*){0,4}(?: \([^()]+\))?,? an? "
)
_CLAUSE_AHEAD = re.compile(
    r"(?:rather than|instead of|unlike|based on|building on|to|through|as|inspired by|motivated by) [^,]{3,90}, "
)
_COINED_FIRST = re.compile(r"[A-Z](?:[+-]|[^\WA-Z\d])*[A-Z\d][\w+-]*(?= [a-z(])")
_TITLE_START = re.compile(
    r"[A-Z][\w+-]*(?: [A-Z][\w+-]*){0,3}?(?=(?: ?:| for | via | with | in | by | from | as | on ))"
)
_NAMED = re.compile(
    r"\b(?:called|named|dubbed|termed|coined)\s+([A-Z][\w-]+)|\(([A-Z][\w-]*[A-Z][\w-]*)\)|"
    r"\b(?:propose|present|introduce|develop|design|describe)s?\s+(\w*[A-Za-z]\w*[A-Z][\w-]*)(?=,| \(|:| -)"
)


def contribution_of(paper: NumberedPaper, pieces: Sequence[Piece], led: Sequence[Piece] = ()) -> Piece | None:
    """The sentence with the highest score that makes sense alone, the first of equals; None where none does.

    Of an abstract that never speaks of its paper, one that makes sense behind the sentence before it (``led``) may do.
    """
    scores = contribution_scores(paper.title, [p.raw for p in pieces], [p.text for p in pieces])
    speaks = min((p.place for p in pieces if _SPEAKS.search(p.low)), default=None)
    named = title_name(paper.title)
    makes = max((p.place for p in pieces if p.whole and _MAKES.search(p.low)), default=-1)

    def worth(piece: Piece) -> tuple[float, int]:
        said = scores[piece.place] - _foreign(piece, named, speaks) - (_aside(piece) if speaks is not None else 0.0)
        told = _starts_with(piece, subjects) and not points_out(piece.text) and not _REACHED.match(piece.low)
        said -= _HEADED.get(piece.part, 0.0) + (_ARGUED if piece.place < makes and _ARGUES.match(piece.low) else 0.0)
        beside = _BESIDE_ITS_NAME if subjects and not told else 0.0
        return said - beside - (_LOOSE_END if points_out(piece.text) else 0.0), -piece.place

    silent = not any(OWN.search(p.low) for p in pieces)
    subjects = _own_names(paper.title, pieces) if silent else frozenset()
    whole = (p for p in (*pieces, *(led if silent else ())) if p.whole)
    ranked = sorted(((worth(p), p) for p in whole), key=lambda one: one[0], reverse=True)
    if ranked and speaks is not None and _foreign(ranked[0][1], named, speaks):
        views = [p for (much, _), p in ranked if _is_view(p) and much + _ELSEWHERE > ranked[0][0][0]]
        ranked = [(worth(p), p) for p in views[:1]] or ranked  # better than what others have done
    if ranked and (built := _built(ranked)):
        return built
    if ranked and leans_on_another(ranked[0][1].text, paper.title):  # "Extends the previous study": which one?
        enough = ranked[0][0][0] - _MUCH_LESS
        own = (p for (much, _), p in ranked[1:_FIRST] if much >= enough and OWN.search(p.low))
        return next((p for p in own if not leans_on_another(p.text, paper.title)), ranked[0][1])
    return ranked[0][1] if ranked else None


def _built(ranked: Sequence[tuple[tuple[float, int], Piece]]) -> Piece | None:
    """What an argument or a setting, the best of the ``ranked``, leads to: the best sentence behind it that offers.

    None where that is worth much less, or the best is neither.
    """
    (most, _), best = ranked[0]
    if _ASKS.match(best.low):
        offers = (p for (much, _), p in ranked if much >= most - _LED_TO and p.place > best.place)
        return next((p for p in offers if _NAMES_IT.search(p.raw) or _MAKES.search(p.low)), None)
    if not _ARGUES.match(best.low):
        return None
    offers = (p for (much, _), p in ranked if much >= most - _LED_TO and p.place > best.place)
    return next((p for p in offers if _MAKES.search(p.low)), None)


def _own_names(title: str, pieces: Sequence[Piece]) -> frozenset[str]:
    """What an abstract calls its method, small: how its title begins, or a coined word that two sentences start with.

    Empty where no sentence begins with one.
    """
    starts = Counter(found[0].casefold() for p in pieces if (found := _COINED_FIRST.match(p.raw)))
    begun = _TITLE_START.match(title)
    names = {name for name, times in starts.items() if times > 1} | ({begun[0].casefold()} if begun else set())
    return frozenset(name for name in names if any(_starts_with(piece, (name,)) for piece in pieces))


def _starts_with(piece: Piece, names: Collection[str]) -> bool:
    """Whether one of the ``names`` is what the sentence is about: "X ranks ...", "Rather than sort, X ranks ..."."""
    ahead = _CLAUSE_AHEAD.match(piece.low)
    return piece.low[ahead.end() if ahead else 0 :].startswith(tuple(f"{name}{end}" for name in names for end in " ,"))


def _foreign(piece: Piece, named: str | None, speaks: int | None) -> float:
    """What comes off a sentence that doesn't speak of the paper, which first does so at the place ``speaks``."""
    if _ANYONE.search(piece.low) and not _SPEAKS.search(piece.low):
        return _BACKGROUND + _TOO_EARLY
    if _ONE_CAN.search(piece.low) and _TELLS_OF_OTHERS.search(piece.low) and not _OWN_BESIDES.search(piece.low):
        return _BACKGROUND + _TOO_EARLY
    own = OWN.search(piece.low) or re.match(r"(?:Proposes|Presents|Describes)\b", piece.text)
    if speaks is not None and piece.place < speaks and _of_all(piece):
        return _BACKGROUND + _TOO_EARLY
    if own or (named and named.casefold() in piece.low):
        return 0.0
    early = _TOO_EARLY if piece.place < (speaks or 0) else 0.0
    others = _BACKGROUND if _TELLS_OF_OTHERS.search(piece.low) else 0.0
    return _NOT_ITS_OWN * (3 if named else 1) + early + others


def _of_all(piece: Piece) -> bool:
    """Whether a sentence's "we" are all people, or what is proposed there is a field's: "WTTA is proposed to adapt"."""
    return bool(_FIELDS.match(piece.raw) or _ALL_PEOPLE.search(piece.low)) and not _OURS.search(piece.low)


_FIELDS = re.compile(
    r"(?:The )?(?:\S+ ){1,6}?(?:is|are|was|were|has been|have been) (?:recently )?"
    r"(?:proposed|introduced) (?:to|for|as)\b"
)
_ALL_PEOPLE = re.compile(
    r"\bwe (?:(?:\w+ly|also|still|now|often|all|can|may|must|should|would|do|not) )*"
    r"(?:write|communicate|expect|live|know|need|"
    r"want|perceive|think|interact|consume|rely|face|speak|travel|eat|hear|encounter|trust|care|remember|read)\b"
)
_OURS = re.compile(
    r"\bthis (?:paper|work|study|article)\b|^(?:here|in this)\b|"
    r"\bwe (?:\w+ly |also |then |first )*(?:propose|introduce|present|develop|show|find|use|train|build)\b"
)


def _aside(piece: Piece) -> float:
    """What comes off a sentence that says something else than what is offered."""
    others = _EARLIER.search(piece.low) or (" also " in piece.low and _BESIDES.match(piece.low))
    if others or _OUTCOME.match(piece.low) or _is_view(piece):
        return _ELSEWHERE
    if points_out(piece.text) and _ABOUT_WHAT_STOOD_BEFORE.match(piece.text):
        return _IN_PASSING
    return _IN_PASSING if _GOOD_FOR.match(piece.low) or _ONLY_ASKS.match(piece.text) else 0.0


def _is_view(piece: Piece) -> bool:
    """Whether the sentence praises what is offered."""
    return bool(_VIEW.match(piece.low)) or praises(piece.text)


def title_name(title: str) -> str | None:
    """The name before the colon of a title that is one word: a sentence that says it speaks of the paper itself."""
    head, colon, _ = title.partition(":")
    return head.strip() if colon and len(head.split()) == 1 else None


def name_given(title: str, contribution: Piece) -> str | None:
    """The name that the paper gives to what it offers: "X" of a title "X: ..." or of "called X", "(X)"."""
    if head := title_name(title):
        return head
    match = _NAMED.search(contribution.raw)
    return next(filter(None, match.groups())) if match else None
