"""Who a statement is about: a paper's method by its name, else "one paper"; without talk of experiments."""

import re
from functools import lru_cache

from survey.evidence import content_words
from survey.models.extractive.alone import COINED, GENERIC, POINTING, VAGUE_START, VERB
from survey.questions import RecordedPaper
from survey.verbs import present
from survey.voice import TELLS

_NAME = re.compile(r"^\s*([^\s:,.?!]+(?:[ -][^\s:,.?!]+){0,2})\s*:(?P<after>.*)", re.DOTALL)
_INTRODUCED = re.compile(
    r"^(?:(?:[^.;()]{3,120}, )?(?:[Tt]he authors |this paper )?(?:[Pp]ropose|[Pp]resent|[Ii]ntroduce|[Dd]evelop|"
    r"[Dd]esign)s?)\s+"
    r"(?:[^.;()]{0,90}?(?:called|named|termed|dubbed)(?: as)?\s+|(?:(?!\b(?:with|using|via|for|of|on|by|that|which|"
    r"based|in|from|to|through|leveraging|and|as|into|between|where|under)\b)[^.;()]){0,90}?\b[A-Z][\w-]*\s?\()?"
    r"(?P<name>\w*[A-Za-z]\w*[A-Z0-9]\w*(?:-\w+)?)(?=[,.()]| \(| for | to | that | which |$)"
)
_SHORT_FOR = re.compile(
    r"^(?:The )?(?P<long>[A-Z][\w-]*(?: [\w-]+){0,5}) \((?P<name>(?=\w*[a-z\d])\w{4,})\) (?:is|are) (?:an?|the|one) "
    r"(?!(?:[\w-]+ ){0,3}(?:task|field|problem|area|topic|challenge|paradigm|process|technology|discipline)\b)"
)
_COINED_NAME = r"(?P<name>\w*[A-Za-z]\w*[A-Z0-9]\w*(?:-\w+)?)"
_THING = (
    r"(?:method|approach|framework|model|network|algorithm|system|technique|architecture|strategy|pipeline|"
    r"transformer|tool)"
)
_PROPOSED = re.compile(
    r"\b(?:[Ww]e|[Tt]his (?:paper|work|study|article)|[Tt]he authors)(?: thus| therefore| hence)? "
    rf"(?:propose|present|introduce|develop|design)s? {_COINED_NAME}(?=,| \(|:| [-–—]| (?:for|to|that|which)\b)"
)
_CALLED = re.compile(
    rf"\b(?:novel|new|proposed|[Oo]ur|[Tt]his|an?) (?:(?!dataset|benchmark|metric|loss)[\w-]+ ){{0,6}}?{_THING},? "
    rf"(?:called|named|termed|dubbed|coined)(?: as)? {_COINED_NAME}(?=[,.:;]| )"
)
_OWN_SHORT = re.compile(
    r"\b(?:[Ww]e (?:thus |therefore )?(?:propose|present|introduce|develop|design)|[Oo]ur proposed|"
    r"[Tt]his (?:paper|work|study) (?:proposes|presents|introduces|develops)),? "
    r"(?:(?:an?|the|novel|new|simple|yet|but|and|effective|efficient|approach|termed|called|framework),? )*"
    r"(?P<long>(?:[\w-]+ ){1,6}?[\w-]+) \((?P<name>(?=\w*[a-z\d-]|[A-Z]{3})[\w-]{3,})\)"
    r"(?! (?:module|layer|loss|block|component|head|mechanism|stage|branch|unit|metric|score)s?\b)"
)
_PART = r"(?:module|layer|loss|block|component|head|mechanism|attention|stage|branch|unit)s?\b"
_NO_NAME = re.compile(
    r"(?:covid|sars|hiv|aids|dna|rna|ai|ml|xai|nlp|llms?|cnns?|dnns?|gnns?|gans?|vlms?|mllms?|3d|2d|4d|rl|"
    r"iot|mri|ct|eeg|ecg|usa?|uk"
    r"|covid-19|sars-cov-2|mirnas?|qos|moe|mi|ast|apis?|rag|rlhf|sft|kgs?|ner|nmt|vqa|ocr|saes?|sdk|gui|lora|vits?|"
    r"gpts?|bert|clip|sgd|mcts|mdps?|pdes?|odes?|svms?|rnns?|lstms?|mlps?|vaes?|ddpms?|nerfs?|slam|eda|cot)",
    re.IGNORECASE,
)
_NO_START = re.compile(
    r"(?:towards?|on|an?|the|how|why|what|when|where|which|is|are|do|does|can|should|beyond|from|not|all|one|just|"
    r"learning|rethinking|revisiting|reconsidering|understanding|demystifying|improving|exploring|bridging|breaking|"
    r"unveiling|unlocking|evaluating|benchmarking|let's|i|we|you)\b ",
    re.IGNORECASE,
)
_OVERVIEW = re.compile(r"\b(?:survey|review|overview|tutorial|perspective|meta-analysis|case study)\b", re.IGNORECASE)
_DOES = (
    r"(?:outperform|achieve|obtain|improve|report|surpass|reduce|attain|exceed|gain|reach|show|demonstrate|find|use|"
    r"provide|observe|increase|boost|outrank|match|need|require)"
)
_AUTHORS = re.compile(rf"^the authors (?P<verb>{_DOES})(?= )", re.IGNORECASE)
_SUBJECT_INSIDE = re.compile(
    r"^(?P<head>(?:On|In|For|With|When|By|Using|Without|Compared|After|At|Under|Across|Trained|Through|[A-Z][a-z]+ing|"
    r"Despite)\b.{4,140}?), "
    rf"(?:(?:it|the (?:proposed )?(?:method|model|approach|network|framework|system|algorithm|technique))(?= [a-z]+)"
    rf"|(?:the authors|they) (?P<verb>{_DOES})(?= ))"
)
_ADVERB = re.compile(
    r"^(?:Empirically|Experimentally|Notably|Remarkably|Overall|Importantly|Interestingly|Surprisingly|"
    r"Moreover|Furthermore|"
    r"Additionally|In addition|Finally|As a result|Specifically|Quantitatively),? (?P<next>\w)"
)
_ALSO = re.compile(r"^(?!.*\bnot only\b)((?:[^\s,;]+ ){0,6}(?!but )[^\s,;]+) also (?=[a-z\d])")
"""That a paper does it as well says nothing without what it does besides."""
_INDEED = re.compile(r"(?<=[a-z]) indeed(?= [a-z])")
_PAPER = re.compile(
    r"^(?:The|This) (?:present |current |systematic )?(?:paper|work|study|article|survey|review|research|thesis) "
    r"(?=(?:\w+ly )?[a-z]+s (?!of\b))"
)
_RESULTS_SHOW = re.compile(
    r"^(?:[A-Z]?[a-z-]+ ){0,3}(?:[Rr]esults|[Ee]xperiments|[Ee]valuations?) (?:show|demonstrate|"
    r"indicate)s? (?=(?:up to|an?|over|about) )"
)
_PEOPLE = (
    r"(?:experiments?|results?|evaluations?|experimentation|stud(?:y|ies)|comparisons?|findings|analys[ei]s|tests|"
    r"simulations?|observations)"
)
_SHOW = r"(?:show|demonstrate|indicate|reveal|confirm|validate|verify|prove|establish|highlight)(?:s|ed)?"
_EXPERIMENTS = re.compile(
    rf"^(?:[A-Z]?[a-z-]+,? ){{0,5}}(?:(?i:{_PEOPLE}))(?: [a-z-]+){{0,6}}? (?:also |further |"
    rf"clearly )?{_SHOW} that (?=\w)"
)
_HEDGED = re.compile(
    rf"^(?:[A-Z]?[a-z-]+,? ){{0,5}}(?:(?i:{_PEOPLE}|evidence|data))(?: (?!that\b)[\w-]+,?){{0,14}}? "
    r"(?:also |further |strongly |thus |clearly |together |therefore )*"
    r"(?P<verb>suggest|indicate|hint|imply|implie)(?:s|ed)?(?: at)? that,? (?P<told>\w.*)$"
)
"""What results only suggest is no fact."""
_OPINION = re.compile(r"\b(?:should(?! (?:have been|be expected to))|must|ought to|needs? to be)\b")
_MEASURED = re.compile(r"\d(?:\.\d+)?\s?\\?%|\d\.\d|\b(?:outperform|surpass|exceed)")
_ON_DATA = re.compile(
    rf"^(?:[A-Z]?[a-z-]+,? ){{0,5}}(?:(?i:{_PEOPLE}))(?: (?:conducted|performed|carried out|"
    rf"obtained))? (?:on|across|over|with) "
    rf"(?P<data>[^.;:]{{3,90}}?) (?:also |further |clearly |consistently )?{_SHOW} that (?P<told>.+)$"
)
_FOUND = re.compile(
    r"^(?:Finds|Shows|Demonstrates|Observes|Reveals|Proves|Confirms|Discovers|Concludes|Establishes|"
    r"(?:The authors|It is|It was) (?:find|show|demonstrate|observe|reveal|prove|confirm|discover|"
    r"conclude|shown|found))(?: [a-z]+ly)?,?"
    r"(?: (?:with|through|by|via|both|for|in) [a-z -]{3,50}?)? that (?P<found>\S.{40,})$"
)
_AND_THAT = re.compile(r"(?<=,) and that (?=[a-z])")  # "shows that X, and that Y" without "shows that"
_TITLE_END = re.compile(r"\s(?:for|via|with|in|of|is|are|on|by|from|through|using|to|as|at|beyond|without)\s|[?!.:,]")
_REACHES_IT = re.compile(
    rf"(?:^|, |\bthat ){_COINED_NAME} (?:\w+ly )?(?:achieves|reaches|exceeds|outperforms|surpasses|obtains|attains|"
    r"sets|improves|yields)\b"
)
_TITLE_WORDS, _QUOTED_WORDS = 5, 7
_SAYS = re.compile(
    r"[?!]|\w (?:is|are|can|cannot|could|may|might|should|must|will|was|were|do|does|did|has|have|isn't|aren't|doesn't|"
    r"don't|can't|needs?|matters?|helps?|makes?|meets?|enhances?|improves?|learns?|finds?|beats?|surpasses|goes|"
    r"knows?|leads?|shows?|reveals?|outperforms?|enables?)\b",
    re.IGNORECASE,
)
"""The verb of a title that is a sentence."""
_NOUN = re.compile(
    r"^(?:Studies|Reports|Reviews|Results|Measures|Estimates|Tests|Surveys|Updates|Designs|Models|"
    r"Approaches|Benchmarks|Samples"
    r"|Scores|Uses|Aims|Attempts|Ranks|Masks) (?:of|in|on|can|could|may|were|was|are|is|[a-z]+ing|[a-z]+ed|with|from|"
    r"have|had|found|and|that)\b|^Approaches (?:to|such|like|for|which|can|may|by)\b"
)
_VERB_LIKE = re.compile(r"^[A-Z][a-z]+[^s\W]s (?:the|an?|how|whether|its|only|no|all) ")
_OF_US = re.compile(r"\bwe (?:\w+ly |also |then |further |first |therefore |thus |hence |here )?([a-z]{3,})\b")
_NO_OBJECT = re.compile(r"(?:can|could|may|might|will|do|is|are|was|were|have|had|of|and|which)\b")  # behind a noun
_NO_ADVERBS = frozenset({"Early", "Only", "Likely", "Daily", "Family", "Assembly", "Anomaly", "Monthly", "Weekly"})
_STUDIES = frozenset(
    "studies investigates analyses analyzes examines evaluates compares explores assesses tests measures probes "
    "revisits reexamines questions identifies estimates quantifies finds shows demonstrates observes reveals "
    "suggests indicates".split()
)
HELD = frozenset("suggests indicates argues hypothesizes hypothesises conjectures posits speculates believes".split())
"""What a paper holds rather than shows."""
_ALSO_TELLS = frozenset(
    "indicates hypothesizes hypothesises conjectures speculates believes "
    "questions motivates starts delves dives begins lays sheds discovers observes aims seeks asks puts applies "
    "evaluates carries takes approaches".split()
)
_OF_AUTHORS = frozenset(
    "proposes introduces presents describes discusses studies investigates explores examines analyses analyzes "
    "revisits reexamines questions argues takes aims seeks asks addresses considers releases constructs curates "
    "collects motivates starts begins evaluates compares gives assumes approaches focuses makes advocates delves "
    "conducts performs shows demonstrates finds observes proves reviews surveys develops designs devises establishes "
    "formulates curates".split()
)
"""What people do with a method rather than it by itself."""
_SURVEYS = frozenset("surveys reviews summarises summarizes categorises categorizes".split())


ONE = "One "
"""How a statement about a paper without a name begins."""


@lru_cache(maxsize=4096)
def name_of(paper: RecordedPaper) -> str | None:
    """What a paper calls its method: in its title before the colon, else where it says what it proposes."""
    if (found := _NAME.match(paper.title)) and _is_name(found[1], found["after"], paper):
        return found[1]
    told = [one.text for one in paper.said if one.field in {"contribution", "method"}]
    names = [match["name"] for match in map(_INTRODUCED.match, told) if match]
    names += [match["name"] for match in map(_SHORT_FOR.match, told) if match and _in_title(match["long"], paper)]
    names += _names_quoted(paper)
    return next((name for name in names if not _NO_NAME.fullmatch(name)), None)


def _names_quoted(paper: RecordedPaper) -> list[str]:
    """The names that the paper's own sentences give to what it proposes.

    Of other sentences than the contribution's only one that comes again, and what its title is short for.
    """
    told = [quote for one in paper.said if one.field == "contribution" for quote in one.quotes]
    quotes = tuple(dict.fromkeys(quote for one in paper.said for quote in one.quotes))
    names = [found["name"] for way in (_PROPOSED, _CALLED) for quote in told for found in way.finditer(quote)]
    again = (found["name"] for quote in quotes for found in _PROPOSED.finditer(quote))
    names += [name for name in again if sum(name in quote for quote in quotes) > 1]
    short = (found for quote in quotes for found in _OWN_SHORT.finditer(quote))
    return names + [found["name"] for found in short if _is_short_for(found, paper)]


def _is_short_for(found: re.Match[str], paper: RecordedPaper) -> bool:
    return found["long"][0].lower() == found["name"][0].lower() and _in_title(found["long"], paper)


def is_titled(paper: RecordedPaper, name: str) -> bool:
    """Whether the paper's title holds ``name``, or what it is short for by the paper's own words."""
    if name.casefold() in paper.title.casefold():
        return True
    short = re.compile(rf"(?P<long>[A-Z][\w-]*(?:[ -][A-Za-z]\w*){{0,6}}) ?\({re.escape(name)}\)(?! {_PART})")
    found = (match for one in paper.said if one.field == "contribution" for match in short.finditer(one.text))
    return any(_in_title(match["long"], paper) for match in found)


def _in_title(phrase: str, paper: RecordedPaper) -> bool:
    """Whether most words of ``phrase`` stand in the paper's title: then what it is short for is the paper's own."""
    words = content_words(phrase)
    return 2 * len(words & content_words(paper.title)) > len(words)


def _is_name(name: str, after: str, paper: RecordedPaper) -> bool:
    """Whether what stands before a title's colon is a name: a coined word, or one that the paper writes as a name."""
    if _NO_NAME.fullmatch(name) or _OVERVIEW.search(after) or _NO_START.match(name):
        return False
    if COINED.search(name):
        return True
    used = re.compile(rf"[a-z,(] {re.escape(name)}\b|^{re.escape(name)} (?:is|[a-z]+s)\b")
    return name[:1].isupper() and any(used.search(quote) for one in paper.said for quote in (*one.quotes, one.text))


def called(paper: RecordedPaper, text: str = "") -> str:
    """What to call a paper among others: its method's name, else how its title begins, up to its first preposition.

    ``text`` is the figure's sentence: what reaches the figure by its words is the name to give.

    A title that is a sentence or a question names nothing, least of all its first words ("X is Not All You Need"): of
    it as much as stands before a colon is quoted.
    """
    if name := name_of(paper):
        return name
    if reaches := _REACHES_IT.search(text):
        return reaches["name"]
    head = re.split(r"(?<=[?!])\s|[:.](?=\s)|\s[-–—]+\s", paper.title.strip(), maxsplit=1)[0]
    if _NO_START.match(head) or _SAYS.search(head) or re.match(r"[A-Z][a-z]+ing\b", head):
        words = head.split()
        return f'"{" ".join(words[:_QUOTED_WORDS])}{" ..." if len(words) > _QUOTED_WORDS else ""}"'
    start = _TITLE_END.split(f"{paper.title} ", maxsplit=1)[0]
    return " ".join(start.split()[:_TITLE_WORDS])


def plainly(text: str) -> str:
    """``text`` without its talk of experiments and of finding out; the data that they name stay, in front.

    What is only suggested stays so: "Our results suggest that X" gives "Suggests that X".
    """
    if (hedged := _HEDGED.match(text)) and not (hedged["verb"] == "indicate" and _is_measured(hedged["told"])):
        return f"{_HEDGES[hedged['verb']]} that {hedged['told']}"
    told = _EXPERIMENTS.sub("", text)
    if told != text:
        told = _AND_THAT.sub(" and ", told)
        if _OPINION.search(told):
            return f"Argues that {told}"
    if found := _ON_DATA.match(told):
        told = found["told"] if _names_again(found) else f"On {found['data'].rstrip(' ,')}, {small(found['told'])}"
    if found := _FOUND.match(told):
        told = _AND_THAT.sub(" and ", found["found"])
        if _OPINION.search(told) and not text.startswith("Proves"):
            return f"Argues that {told}"
    return text if told == text else capital(told)


_HEDGES = {
    "suggest": "Suggests", "indicate": "Indicates", "hint": "Suggests", "imply": "Suggests", "implie": "Suggests"
}  # fmt: skip


def is_opinion(text: str) -> bool:
    """Whether ``text`` says what should be rather than what is."""
    return _OPINION.search(text) is not None


def _is_measured(told: str) -> bool:
    """Whether what is indicated is what the paper's own method reached: that was measured."""
    return bool(GENERIC.match(told) or _MEASURED.search(told))


def _names_again(found: re.Match[str]) -> bool:
    return any(name in found["told"] for name in COINED.findall(found["data"]))


def named(paper: RecordedPaper, text: str) -> str:
    """``text`` without its talk of experiments, under the name that the paper gives its method, if it gives one.

    "The method achieves ...", "Experiments show that it achieves ..." and "Achieves ..." all become "ColorMAE achieves
    ..."; "On CIFAR-10 it ..." becomes "ColorMAE: On CIFAR-10 it ...".
    """
    text = _INDEED.sub("", _ALSO.sub(r"\1 ", plainly(text), count=1))
    text = capital(_PAPER.sub("", _ADVERB.sub(lambda m: m["next"].upper(), text, count=1)))
    name = name_of(paper)
    if name is None:
        return text
    text = text.removeprefix("The proposed ") if text.startswith(f"The proposed {name}") else text
    if found := _RESULTS_SHOW.match(text):
        return f"{name} shows {text[found.end() :]}"
    if found := _AUTHORS.match(text):
        return f"{name} {_agreed(found['verb'])}{text[found.end() :]}"
    if GENERIC.match(text):
        return GENERIC.sub(lambda _: name, text, count=1)
    if name.casefold() in text.casefold():
        return text
    if found := _SUBJECT_INSIDE.match(text):
        verb = f" {_agreed(found['verb'])}" if found["verb"] else ""
        return f"{found['head']}, {name}{verb}{text[found.end() :]}"
    if VERB.match(text):
        return f"{name} {small(text)}"
    if _first_verb(text):
        return with_subject(paper, text)
    return f"{name}: {text}" if VAGUE_START.match(text) and _NAME.match(paper.title) else text


def _agreed(verb: str) -> str:
    return f"{verb}es" if verb.endswith("ch") else f"{verb}s"


def with_subject(paper: RecordedPaper, text: str) -> str:
    """``text`` with a subject before the verb that it starts with: the name, where it lacks that, else the paper."""
    verb = _first_verb(text) or _done_by_authors(paper, text)
    if not verb:
        return text
    name = name_of(paper)
    if name and (verb in HELD or name.casefold() not in text.casefold()):
        if verb not in _OF_AUTHORS | HELD:
            return f"{name} {small(text)}"
        if is_titled(paper, name):
            return f"The {name} paper {small(text)}"
    who = "survey" if verb in _SURVEYS - {"surveys"} else "study" if verb in _STUDIES - {"studies"} else "paper"
    return f"{ONE}{who} {small(text)}"


def _first_verb(text: str) -> str:
    """The verb that ``text`` starts with, behind an adverb at most; empty when it starts with its subject."""
    first, *others = text.split()[:2] or [""]
    is_adverb = first.endswith("ly") and first not in _NO_ADVERBS and not COINED.search(first)
    word = (others[0] if is_adverb and others else first).lower().rstrip(",")
    tells = word in TELLS or word in _ALSO_TELLS or _VERB_LIKE.match(text) or (is_adverb and re.search("[^s]s$", word))
    return word if tells and not _NOUN.match(text) else ""


def _done_by_authors(paper: RecordedPaper, text: str) -> str:
    """The verb that ``text`` starts with, where a sentence of the paper says it of "we"; else empty."""
    first, _, rest = text.lower().partition(" ")
    if _NO_OBJECT.match(rest):
        return ""
    said = (quote.lower() for one in paper.said for quote in one.quotes)
    return first if any(first == present(verb) for quote in said for verb in _OF_US.findall(quote)) else ""


def stands_alone(paper: RecordedPaper, text: str) -> bool:
    """Whether a reader learns from ``text`` alone whose result it is: by a name, and without pointing elsewhere."""
    if POINTING.search(text):
        return False
    name = name_of(paper)
    if name and name.casefold() in text.casefold():
        return True
    return not VAGUE_START.match(text) and not VERB.match(text) and bool(COINED.search(" ".join(text.split()[:9])))


def capital(text: str) -> str:
    """``text`` with a capital at its start, unless it starts with a name that is written otherwise: iBOT."""
    first = text.split(" ", 1)[0]
    return text if re.search(r"[A-Z\d_]", first[1:]) else text[:1].upper() + text[1:]


def small(text: str) -> str:
    """``text`` as it stands within a sentence: a capital stays only in a name."""
    first = text.split(" ", 1)[0]
    return text if any(c.isupper() or c.isdigit() for c in first[1:]) else text[:1].lower() + text[1:]
