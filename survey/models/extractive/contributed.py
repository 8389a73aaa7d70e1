"""What a paper contributes, as a statement that stands alone: "LEURN is a network that learns decision rules"."""

import re

from survey.agreement import agreed_or_cut
from survey.evidence import content_words
from survey.gerunds import doing
from survey.models.extractive.alone import DONE, GENERIC, OWN_WORK, POINTING, is_sentence, points_elsewhere
from survey.models.extractive.called import name_of
from survey.models.extractive.subject import ONE, named, with_subject
from survey.questions import RecordedPaper
from survey.verbs import present
from survey.words import capital

_LEAST_WORDS, _MOST_WORDS = 8, 45
_LIKE_THE_TITLE = 0.6
_EMPTY = re.compile(
    r"\b(?:competitive|promising|remarkable|impressive|state-of-the-art|superior|"
    r"excellent) (?:\w+ )?(?:results|performance)\b|\bvariety of\b|\b(?:called|named|termed) the\b|"
    r"\b(?:is|are) motivated by\b"
)
_ALTERNATIVE = re.compile(r"\balternatives?[.]?$")  # to what, another sentence says
_QUESTION = re.compile(r"\?$")
BACKGROUND = re.compile(
    r"\b(?:but|however|recent(?:ly)?|advanced|shifted|essential|important|crucial|challenging|has been|"
    r"have been|has become|have become|"
    r"current|existing|attracted|gained|show promise|shown promise|growing|widely|often)\b",
    re.IGNORECASE,
)
_MAKES = (
    r"(?:Proposes|Presents|Introduces|Develops|Designs|Describes|Builds|Devises|Offers|Provides|Creates|"
    r"Constructs|Releases|"
    r"Contributes|Formulates)"
)
_MARK = "\N{REFERENCE MARK}"  # stands for the paper's name, so that the patterns are made once
_DASH = "[-\N{EN DASH}\N{EM DASH}]"
_OWN = rf"{_MARK}(?: \([^()]*\))?"
_IN_FULL = rf"[A-Z][^,;:()]{{2,110}} \({_MARK}\)"
_GOES_ON = "for|to|that|which|with|based|in"
_CALLED = "(?:called|named|termed|dubbed|coined|namely)(?: as)?"
_KIND = (
    r"(?:method|approach|framework|model|network|function|algorithm|architecture|system|benchmark|data ?set|strategy|"
    r"pipeline|paradigm|plug-?in|module|technique|tool|scheme|loss|attack|defense|solution|transformer|agent)"
)
_PLAIN = r"(?:[^,;:()]|\([A-Z][\w-]*\))"
_GOES_STRAIGHT_ON = re.compile(r" (?:to|for|that)\b")
_NAME_FIRST = re.compile(
    rf"^{_MAKES} (?:the )?(?P<name>[A-Z][^,;:]{{0,110}}?{_MARK}\)?|{_OWN})(?:[,:] | ?{_DASH}+ ?)"
    r"(?P<what>(?:an?|the (?:first|largest|only|winning)) .+)$"
)
_NAME_LAST = re.compile(
    rf"^{_MAKES} (?P<what>an? [^;:()]{{4,120}}?),? {_CALLED}[:,]? (?:the )?(?P<name>{_IN_FULL}|{_OWN})"
    rf"(?P<rest>[.,]| (?:{_GOES_ON}|on|as)\b)(?P<more>.*)$"
)
_NAME_WITHIN = re.compile(
    rf"^{_MAKES} (?P<what>an? (?:[a-z]|[A-Z]{{2}}){_PLAIN}{{3,110}}?),? (?P<name>{_OWN}),?"
    rf"(?P<rest> (?:{_GOES_ON})\b)(?P<more>.*)$"
)
_IN_FULL_WITHIN = re.compile(  # "a method Tree Nets (TN) to sort leaves"
    rf"^{_MAKES} (?P<what>an? (?:{_PLAIN}{{0,110}}? )?{_KIND}),? (?P<name>{_IN_FULL}),?"
    rf"(?P<rest> (?:{_GOES_ON})\b)(?P<more>.*)$"
)
_NAME_IN_BRACKETS = re.compile(  # "a net of trees framework (LeafNet) that sorts them"
    rf"^{_MAKES} (?P<what>an? [a-z]{_PLAIN}{{0,110}}?{_KIND}) \((?P<name>{_MARK})\)(?P<rest>[.,]| (?:{_GOES_ON})\b)"
    r"(?P<more>.*)$"
)
_NAME_DOING = re.compile(  # "Proposes Tree Nets (TN), predicting leaves and determining where to cut"
    rf"^{_MAKES} (?:(?:an?|the) )?(?P<name>{_IN_FULL}|{_OWN})(?P<kind>(?: {_KIND})?), (?P<rest>[a-z]+ing\b.+)$"
)
_NAME_LATER = (_NAME_LAST, _NAME_WITHIN, _IN_FULL_WITHIN)
_COINED_NAME = re.compile(
    rf"^{_MAKES} (?P<name>(?=[a-z]*[A-Z]\S*[A-Z\d])[A-Za-z][\w+-]*[^\W_](?: \([^()]+\))?)[,:] "
    r"(?P<what>an? [a-z](?!.*;).+)$"
)
_NAME_BEHIND = re.compile(  # "Proposes a model: Deep Interest Network (DIN) which designs ..."
    rf"^{_MAKES} (?P<what>an? [a-z][a-z -]{{3,60}}): (?P<name>[A-Z][^,;:]{{0,70}}?\({_MARK}\)|{_OWN}),?"
    r"(?P<rest> (?:which|that|for|to)\b)(?P<more>.*)$"
)
_NOVEL = re.compile(
    r"\b(?P<article>[Aa])n? (?:novel|new|simple(?:,)? (?:yet|but) effective|simple and effective|"
    r"brand-new|effective|powerful|superior|pioneering|innovative)"
    r"(?:,? (?:and |yet |but )?(?:novel|simple|efficient|effective|general|flexible|"
    r"scalable),?)* (?=(?P<next>(?!(?:and|yet|but)\b)[a-zA-Z]\S*))"
)
_ROUNDABOUT = re.compile(
    r"^(?:Motivates|Develops|Designs|Describes) and (?=(?:presents|proposes|introduces) )"
    r"|^Takes (?:an?|another) (?:[\w-]+ )?(?:route|approach|view|path|perspective|look|direction|step)"
    r"(?: and(?: then)?|, and|:|,)? (?=[a-z]{3,}s )"
    r"|^(?:Delves|Dives|Digs) (?:deeper )?into [^,;]{3,60},? and (?:\w+ly )?"
    r"(?=(?:concludes|finds|shows|reveals|argues) )"
    r"|^(?:Observes|Notices|Notes|Argues|Recogni[sz]es|Hypothesi[sz]es) that [^;]{10,200}?, and (?:then |thus |\w+ly )?"
    r"(?=(?:presents|proposes|introduces|develops|designs) )"
)
_BY_AUTHORS = re.compile(r"^The authors (?P<verb>propose|present|introduce|develop|design|describe) (?=an? )")
_HERE = re.compile(r"\bthat (?:also )?here,? (?=[A-Z])")
_AN = re.compile(r"(?:[aeioAEIO]|[uU](?!ni|se|bi|[A-Z])|[FHLMNRSX](?=[A-Z\d-]))")
_PREFIXED = re.compile(r"^[^:]{2,40}: (?:[A-Z]|[a-z]+s )")
_PLURAL = re.compile(r" [A-Z]?[a-z]{3,}[^siu\W]s(?: \(|$)")  # not "Diagnosis (D)"
_OF = re.compile(r" (?:of|in|for|with|via|by|on|from) ")
_SINCE = re.compile(r"^(?:By|Using|With|Through|Via|Leveraging|Combining|Building on|Based on) [^,]{3,120}, ")

_KNOWN_BEFORE = re.compile(r"^The (?P<what>(?:[\w-]+ ){1,3})(?:is|are|was|were|can|could|has|have|may|will)\b")
_LETTERED = re.compile(r"\$[A-Z]\$[a-z]")  # "$D$ual"
_IS_MANY = re.compile(  # "TreeSet is the first datasets for trees"
    r"(?P<one> is (?:an?|the first) (?:(?!(?:of|that|which|for|with|to|in|and|on)\b)[\w-]+,? ){0,7}?"
    r"(?:dataset|data set|benchmark|framework|model|method|network|algorithm|system|tool))s"
    r"(?= (?:for|that|which|of|with|in|to|on|designed|built|based)\b|[,.])"
)
_UNFIT = (_QUESTION, POINTING, OWN_WORK, GENERIC, _SINCE, _PREFIXED, _EMPTY, _LETTERED)


def contribution(paper: RecordedPaper) -> str:
    """The paper's contribution under its name; empty when that would make no sense without its abstract."""
    told = next((one.text for one in paper.said if one.field == "contribution"), "")
    told = _of_one(_HERE.sub("that ", told))
    text = without_novelty(_ROUNDABOUT.sub("", told))
    name = name_of(paper)
    text = is_what(name, text) or is_what(name, _without_aim(text)) or with_subject(paper, named(paper, text))
    return text if _fits(paper, text) else ""


def _fits(paper: RecordedPaper, text: str) -> bool:
    """Whether ``text`` makes sense without its abstract, and says more than the paper's title."""
    if not _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS or any(one.search(text) for one in _UNFIT):
        return False
    title, said = content_words(paper.title), content_words(text)
    known = _KNOWN_BEFORE.match(text)  # "The hidden representation is ...": which one, its title may say
    if said <= title or (known and not content_words(known["what"]) <= title):
        return False
    name = name_of(paper)
    if (name and name in text) or _COINED_IS.match(text):
        return True
    if text.startswith(ONE):
        return bool(title & said) and not _ALTERNATIVE.search(text)
    tells = is_sentence(text) and not points_elsewhere(text) and not any(one.search(text) for one in (DONE, BACKGROUND))
    return tells and len(title & said) >= _LIKE_THE_TITLE * len(title)


def _without_aim(told: str) -> str:
    """What the authors offer by its name, without what for: "To cut trees, the authors propose X" as "Proposes X"."""
    found = _AIM.match(told)
    return without_novelty(f"{present(found['verb']).capitalize()} {told[found.end() :]}") if found else ""


_AIM = re.compile(
    r"^(?:To|Building on|Based on|Inspired by|Motivated by|Following|From|In|Under|With|For) [^;:]{5,200}?, "
    r"the authors (?:\w+ly |thus |then |therefore )?"
    r"(?P<verb>propose|present|introduce|develop|design|describe|devise|build) "
)
_COINED_IS = re.compile(r"(?=[a-z]*[A-Z]\S*[A-Z\d])[\w+-]+ (?:\([^()]+\) )?is an? ")


def is_what(name: str | None, text: str) -> str:
    """ "Proposes LEURN: a network that ..." as "LEURN is a network that ..."; empty where it isn't said like that.

    ``name`` is what the paper calls its method, where it has a name.
    """
    coined = _COINED_NAME.match(text)
    if coined and not (name and name in text and name not in coined["name"]):
        return f"{coined['name']} is {coined['what']}"
    if name is None:
        return ""
    marked = text.replace(name, _MARK)
    if told := _NAME_FIRST.match(marked):
        said = f"{told['name']} {'are' if _PLURAL.search(_OF.split(told['name'])[0]) else 'is'} {told['what']}"
    elif told := _NAME_BEHIND.match(marked):
        said = f"{told['name']} is {told['what']}{told['rest']}{told['more']}"
    elif told := next(filter(None, (one.match(marked) for one in _NAME_LATER)), None) or _in_brackets(name, marked):
        rest = "" if told["rest"] == "," and _GOES_STRAIGHT_ON.match(told["more"]) else told["rest"]
        whose = _MARK if told["name"].startswith(_MARK) else told["name"]
        said = f"{whose} is {told['what']}{rest}{told['more']}"
    elif told := _NAME_DOING.match(marked):
        many = _PLURAL.search(_OF.split(told["name"])[0]) and not told["kind"]
        does = None if many else doing(told["rest"])
        said = f"{'The ' if told['kind'] else ''}{told['name']}{told['kind']} {does}" if does else ""
    else:
        return ""
    return _IS_MANY.sub(r"\g<one>", said).replace(_MARK, name)


def _in_brackets(name: str, marked: str) -> re.Match[str] | None:
    """A name that stands in brackets behind what it is, and isn't short for that: that is told "the Tree Net (TN)"."""
    told = _NAME_IN_BRACKETS.match(marked)
    return None if told is None or is_short_for(name, told["what"]) else told


def without_novelty(text: str) -> str:
    """ "a novel approach" as "an approach": that it is new goes without saying."""
    return capital(_NOVEL.sub(lambda m: f"{m['article']}{'n' if _AN.match(m['next']) else ''} ", text))


def _of_one(told: str) -> str:
    """What the authors make as what one paper does: its other verbs agree, or go where that would be in doubt."""
    found = _BY_AUTHORS.match(told)
    if found is None:
        return told
    return f"{found['verb'].capitalize()}s{agreed_or_cut(told[found.end('verb') :]).rstrip('.')}."


def is_short_for(name: str, long: str) -> bool:
    """Whether ``name`` is made of the words of ``long``, from one of them on."""
    letters = re.sub(r"\W|\d", "", name.rstrip("s")).lower()
    words = re.findall(r"[A-Za-z]+", long)
    return len(letters) > 1 and any(
        words[at][0].lower() == letters[0] and _runs_through(letters, "".join(words[at:]).lower())
        for at in range(len(words))
    )


def _runs_through(letters: str, text: str) -> bool:
    there = iter(text)
    return all(letter in there for letter in letters)
