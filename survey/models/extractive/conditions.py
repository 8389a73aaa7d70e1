"""What a figure holds on, in or under, where its clause says so: "on ambiguous tasks", "in extreme noise".

It goes behind the measure in brackets, in the sentence's words, where no data set and no task is told there.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from survey.models.extractive.measures import ANY_MEASURE, NUMBER
from survey.models.extractive.names import data_names
from survey.models.extractive.qualified import is_implied, spans, with_setting
from survey.models.extractive.reaching import MANY
from survey.models.extractive.reported import Result
from survey.tasks import names_task
from survey.words import small

_PREPOSITION = r"(?:on|in|under|across|for|at|within|among|during)"
_JOINT = (
    r"(?:on|in|under|across|for|at|within|among|during|and|or|while|but|compared|than|over|by|with|without|using|via|"
    r"through|from|as|to|when|where|which|that|whereas|respectively|against|relative|despite|after|before|is|are|was|"
    r"were|has|have|thus|thereby|yet|even|only|based|trained|due|per|outperforming|surpassing|exceeding|"
    r"achieving|demonstrating|showing|reducing|improving|while|following|versus|vs|w\.r\.t|averaged|measured|evaluated|also|"
    r"proves?|shows?|confirms?|indicates?|suggests?|highlights?)"
)
_GIVES_SOME = r"(?:such as|including|like)"  # "on models such as ResNet": which, stands behind
_WORD = rf"(?!(?:{_JOINT}|{_GIVES_SOME})\b)[A-Za-z\d][\w@./%+'’-]*(?<![.,])"
_NOUNS = rf"(?:the |an? )?{_WORD}(?: (?:of (?:the )?)?{_WORD}){{0,5}}"
_ENDS = rf"(?=,(?!\d{{3}})|[;:)]|\.(?!\d)|$|\s(?:--|[–—])| {_JOINT}\b| \()"
_SECOND = (
    rf"(?: and (?!(?:an? |the |\+|\d|[a-z]+(?:es|ed|ing)\b|boosts|cuts|gets|runs))"
    rf"(?!\d){_WORD}(?: (?!\d){_WORD}){{0,3}}"
    r"(?=[,;)]|\.(?!\d)|$| \(| (?:compared|than|while|which|when|respectively)\b))"
)
_PLACE = rf"(?P<what>{_PREPOSITION} {_NOUNS}(?:{_SECOND}|{_ENDS}))"
_TURNED = (
    r"(?:improvement|gain|increase|boost|reduction|decrease|drop|enhancement|saving|speed-?up|higher|lower|better|less|"
    r"fewer|faster|points?|absolute|relative|improved|reduced|average|overall)s?"
)
# Right behind a figure, but for its measure and the noun of its change
_MEASURE = "MEASURE"  # in the place of what is measured
_BEHIND = re.compile(
    rf"\s?(?:\\?%|[xX×]|percent|points?|dB|ms|s|FPS|°?[CKF]\b|-?times|-?fold)?"
    rf"(?: (?:{_TURNED}|in|of|(?:[A-Z]\w+(?: \w+){{0,3}} \()?{_MEASURE}\)?))*"
    rf"(?: \([^()]*\))? {_PLACE}"
)
_BRACKETED = re.compile(r"\s?\\?%? \((?P<what>(?:[\w.-]+ )?(?:\d[\d.]*[BM](?: model)?|[a-z]+ (?:split|set|model)))\)")
_BETWEEN = re.compile(rf"(?: \([^()]*\))? {_PLACE}(?: is| was| were)? (?:by|of|to|from|reached|up to)\b[^,;]{{0,40}}$")
_OPENING = re.compile(
    r"(?:^|[.;] |: |\bthat,? )(?:[A-Z][a-z]+ly, |Further(?:more)?, |Moreover, )?"
    r"(?:(?:When )?(?:[Ee]valuated|[Tt]ested|[Vv]alidated|[Bb]enchmarked|[Mm]easured) )?"
    r"(?P<what>(?:[Oo]n|[Ii]n|[Uu]nder|[Aa]cross|[Aa]t|[Ff]or|[Dd]uring|[Ww]ithout|[Ww]ith|[Ww]hen|"
    r"[Uu]sing (?:only|just|no|fewer|a single)) "
    r"(?:(?!(?:the|we)\b[^,]*\b(?:propos|present)\w*)[^,;:.()]|\.(?=\d)){3,60}|"
    r"[Aa]s (?:the )?[^,;:.()]{3,40}? (?:increas|grow|ris|decreas|declin|drop)\w*)(?: \([^()]*\))?,(?! and\b| or\b) "
    r"(?![\w -]{2,40},? and [\w -]{2,40},)"
)
# "Experiments on social tasks show that", "Against the first reader, the net has", "Adding titles improves"
_SUBJECTS = (
    re.compile(
        rf"\b(?:[Ee]xperiments?|[Rr]esults|[Ee]valuations?|[Tt]ests?|[Tt]rials?|[Ss]tud(?:y|ies)|[Ss]imulations?)"
        rf"(?: conducted| performed| of [^,;.]{{3,40}}?)? (?P<what>(?:on|in|across|against) {_NOUNS}(?:{_SECOND})?)"
        r"(?: [a-z]+ed [^,;]{3,50})? "
        r"(?:show|demonstrate|confirm|reveal|indicate|validate|suggest|verify|prove)(?:s|e?d)?\b"
    ),
    # "the model with a larger encoder achieves"
    re.compile(
        r"\b(?:model|network|system|version|variant|classifier|detector|encoder|LLM|agent)s? (?P<what>(?:with|without|"
        rf"using|trained (?:on|with|using)|fine-?tuned (?:on|with|using)) (?:the |an? )?{_WORD}(?: {_WORD}){{0,3}}) "
        r"(?:[a-z]+ly )?(?:achiev|reach|attain|obtain|outperform|improv|yield|show|get|surpass|exceed)\w*\b[^;,]{0,80}$"
    ),
    re.compile(rf"(?:^|; )(?P<what>Against {_WORD}(?: {_WORD}){{0,2}}?),? (?:the|our|we|it) "),
    re.compile(
        r"(?:^|, |; |\bthat )(?P<what>(?:[Aa]dding|[Rr]emoving|[Aa]pplying|[Uu]sing|[Ii]ncreasing|[Rr]eplacing|"
        rf"[Ii]ncluding|[Tt]raining on|[Ff]ine-?tuning on) {_NOUNS}"
        rf"(?:(?:, {_WORD}(?: {_WORD})?){{1,2}},? (?:and|or) {_NOUNS})?"
        rf"(?: (?:to|with|from|in) {_WORD})?)(?: \([^()]*\))? (?:further |also |[a-z]+ly )?"
        r"(?:improves|increases|raises|boosts|reduces|lowers|decreases|cuts|brings|yields|gives)\b[^;]*$"
    ),
)
# What opens a sentence and says nothing of its figures, and places that are none
_SAYS_NOTHING = re.compile(
    r"(?:adding|using|on|in|under|across|for|at|within|among|during|with|without|when) (?:the |an? )?"
    r"(?:average|total|general|particular|practice|experiments?|comparison|terms?|process|row|turn|addition|contrast|"
    r"(?:\w+ )?(?:side|contrary|whole)(?![ -]\w)|inception|"
    r"fact|summary|short|conclusion|conjunction|combination|response|order|part|parallel|line|"
    r"all(?! [a-z]+-[a-z]+ )|both|each|this|that|"
    r"these|those|such|its|their|our|it|them|which|what|most|other|same|end|meantime|example|instance|first|second|"
    r"third|once|same time|cost|expense|top|state-of-the-art|further|more|fewer|less|only|"
    r"extensive|comprehensive|empirical|future|recent|doing|up|least|every|one hand|other hand|evaluation|"
    r"evaluations|tests|testing|trials|results|time|overall|speed|minimal|little|no|negligible|a factor|factor|margin|"
    r"training|inference|rate|score|accuracy|default|use|recognition of|favou?r|accordance|spite|contrast to|"
    r"(?:quantitative|qualitative|experimental|comparative|numerical|additional|further|ablation) "
    r"(?:evaluations?|analys[ei]s|experiments?|comparisons?|tests?|stud(?:y|ies)|results)|"
    r"best|worst|once|respect|regard|reference|proposed|simulations?|case|cases|return|mean|median|maximum|minimum)\b|"
    r"\w+ an? [\w-]+$|"  # "In a small, single room"
    r"\w+ (?:the |an? )?(?:(?:various|multiple|several|diverse|different|many|numerous|challenging|standard|public|"
    r"popular|common|widely[ -]used|real|real-world|benchmark|two|three|four|five|six|seven|eight|nine|ten|\d+|"
    r"publicly|available|existing|well-known|established|mainstream|representative) )+"
    r"(?:tasks?|benchmarks?|data ?sets?|settings?|domains?|scenarios?|corpora|models?|metrics?|experiments?|cases)$"
)
_A_CHANGE = re.compile(rf"\b(?:{_TURNED})$|\b(?:improvements?|reductions?|gains?|increases?|decreases?) (?:of|in)\b")
_PART_OF_IT = re.compile(r"\b(?:test|validation|held-out|dev)\b")
_OF_DATA = re.compile(r"\b(?:data ?set|corpus|cohort|benchmark)s?\b")
_AND_ITS = re.compile(r"(?P<more> and (?:its|their|other|several|\w+ other) [\w-]+(?: [\w-]+)?)(?=[,;.)]|$| [a-z]+s? )")
_CUT = re.compile(rf"[,;()]|(?<!\d)\.|\d\s?\\?%| and {NUMBER}")
_IN_TURN = re.compile(r"(?:[^.;]|\.(?=\d)){0,160}\brespectively\b")
_IN_A_LIST = re.compile(r"[^,;()\d]{2,40},? (?:and )?(?:an? (?:overall |average )?)?[+~]?")
_IN_A_PAIR = re.compile(r"\s?\\?% (?:(?!(?:on|in|for|at|under|across|over|than)\b)[\w@-]+ ){1,4}and [+~]?")
_CLEAN = re.compile(r"(?:clean|standard|natural|benign)\b", re.IGNORECASE)  # which no attack has touched
_FAR = 140  # characters from a measure to its figure
_LONGEST = 9  # words


def conditioned(results: Sequence[Result], text: str) -> list[Result]:
    """The results, each with what it holds on, in or under."""
    names = data_names(text)
    told: list[Result] = []
    places = spans(results, text)
    for one, (start, end) in zip(results, places, strict=True):
        told.append(_conditioned(one, text, start, end, names) if one.measure and start < end else one)
    return _listed(results, told, places, text)


def _listed(plain: Sequence[Result], told: list[Result], places: Sequence[tuple[int, int]], text: str) -> list[Result]:
    """The results, those of a list with what stands behind its last: "4x faster A, 2x faster B, and 3x C on videos"."""
    for i in range(len(told) - 1, 0, -1):
        last = (told[i].measure or "").partition(" (")[2][:-1]
        if not last or plain[i].measure == told[i].measure or text.find(last) < places[i][1]:
            continue
        for j in range(i - 1, -1, -1):
            one, gap = told[j], text[places[j][1] : places[j + 1][0]]
            bare = one.measure and "(" not in one.measure and one.unit == told[i].unit
            if (
                not bare
                or (_CLEAN.match(one.measure or "") and last.startswith("under "))
                or not (_IN_A_LIST if i > 1 else _IN_A_PAIR).fullmatch(gap)
            ):
                break
            told[j] = with_setting(one, last)
    return told


def _conditioned(one: Result, text: str, start: int, end: int, names: Sequence[str]) -> Result:
    one = _on_more(one, text)
    measure = (one.measure or "").partition(" (")[0]
    in_turn = _IN_TURN.search(text, end)  # each of several has one of those that are listed behind them
    found = [None if in_turn else _behind(measure, text[end:]), _between(measure, text[:start])]
    plain = "(" not in (one.measure or "") and not any(what and _fits(what, one, names) for what in found)
    opened = (what for what in _opening(text[:start]) if not (one.dataset and _OF_DATA.search(what)))
    found += [what for what in opened if (plain or MANY.search(what)) and _fits(what, one, names)][:1]
    for what in found:
        if what and _fits(what, one, names):
            one = _with(_on_that_alone(one, what, text, end), small(what))
    if sized := _BRACKETED.match(text, end):
        one = with_setting(one, sized["what"])
    brackets = (one.measure or "").partition(" (")[2]
    if one.dataset and _OF_DATA.search(brackets) and one.dataset not in brackets:
        return replace(one, dataset=None)  # "for the knee X-ray data set" isn't on another
    return one


def _on_that_alone(one: Result, what: str, text: str, end: int) -> Result:
    """``one`` without data that stand behind another place of its own: "+11.1 AR on A, and 4.5 on B"."""
    at = text.find(what, end) if what.startswith(("on ", "in ")) and not _PART_OF_IT.search(what) else -1
    further = 0 <= at < text.find(one.dataset, end) if one.dataset else False
    apart = further and re.search(r"[,;]", text[at : text.find(one.dataset or "", end)])
    return replace(one, dataset=None) if apart else one


def _on_more(one: Result, text: str) -> Result:
    """A result on a data set "and its variants": all of it is told behind the measure."""
    at = text.find(one.dataset) if one.dataset else -1
    more = _AND_ITS.match(text, at + len(one.dataset or "")) if at > 0 else None
    if more is None:
        return one
    whole = with_setting(one, f"on {one.dataset}{more['more']}")
    return one if whole == one else replace(whole, dataset=None)


def _behind(measure: str, behind: str) -> str | None:
    """What stands behind a figure, and behind its measure, which goes by ``_MEASURE`` there: one pattern for all."""
    for opened in (" ", "(") if measure else ():
        behind = behind.replace(f"{opened}{measure}", f"{opened}{_MEASURE}")
    found = _BEHIND.match(behind)
    return found["what"].replace(_MEASURE, measure) if found else None


def _between(measure: str, before: str) -> str | None:
    """What stands between a measure and its figure: "coverage on ambiguous tasks by"."""
    at = before.rfind(f"{measure} ", max(0, len(before) - _FAR))
    if at < 0 or _CUT.search(re.sub(r"\([^()]*\)", "", before[at + len(measure) :])):
        return None
    found = _BETWEEN.match(before, at + len(measure))
    return found["what"] if found else None


def _opening(before: str) -> list[str]:
    """What the sentence, or its last part, opens with; else what was tried on, or what is done, as its subject says."""
    found = list(_OPENING.finditer(before))[-1:] + [one for said in _SUBJECTS for one in [said.search(before)] if one]
    return [one["what"] for one in found if ";" not in before[one.end() :]]


def _fits(what: str, one: Result, names: Sequence[str]) -> bool:
    plain, measure = small(what), one.measure or ""
    if plain.startswith("under ") and _CLEAN.match(measure):
        return False
    if _SAYS_NOTHING.match(plain) or len(what.split()) > _LONGEST or _A_CHANGE.search(what):
        return False
    if any(name in what for name in (*names, one.dataset or "\0", one.baseline or "\0")):
        return False
    nouns = plain.partition(" ")[2].removeprefix("the ")
    if plain.startswith("for ") and " " not in nouns and not names_task(nouns):
        return False  # "57.8 PQ for panoptic and 50.1 AP for instance segmentation": half a name, or any paper's thing
    if nouns.casefold() in measure.casefold() or (names_task(nouns) and is_implied(measure, nouns)):
        return False
    plainly, _, told = measure.partition(" (")
    said = {*re.findall(r"[a-z]{4,}", (plainly if told and plain.startswith(told[:-1]) else measure).casefold())}
    return not (ANY_MEASURE.search(nouns) or said & {*re.findall(r"[a-z]{4,}", nouns.casefold())})


def _with(one: Result, what: str) -> Result:
    """``one`` with what it holds on; the whole of it where a part stands there: "for A" of "for A and B"."""
    measure, _, told = (one.measure or "").partition(" (")
    if told and what.startswith(told.rstrip(")")):
        return with_setting(replace(one, measure=measure), what)
    return with_setting(one, what)


def as_said(results: Sequence[Result], raw: str) -> list[Result]:
    """The results without conditions that stand otherwise in the ``raw`` sentence: "for the code" of "for our code"."""
    there = raw.casefold()
    return [_as_said(one, there) for one in results]


def _as_said(one: Result, there: str) -> Result:
    measure, bracket, told = (one.measure or "").partition(" (")
    if not bracket or measure.casefold() not in there:
        return one
    kept = [part for part in told.removesuffix(")").split("; ") if part.casefold() in there]
    return replace(one, measure=f"{measure} ({'; '.join(kept)})" if kept else measure)
