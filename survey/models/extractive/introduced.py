"""A method that a statement names and says nothing of, with its paper's title behind it: what it is, or is for.

'SCAN outperforms ...' of the paper "SCAN: Learning to Classify Images without Labels" becomes 'SCAN ("Learning to
Classify Images without Labels") outperforms ...': of what a title says, a reader needs no abstract.
"""

import re
from collections.abc import Callable, Collection, Sequence

from survey.casing import within
from survey.evidence import content_words, missing_numbers, sentences
from survey.keyphrases.lists import BOILERPLATE
from survey.models.extractive.attributed import TAKEN_IN
from survey.models.extractive.borne import bears_title, is_borne_out
from survey.models.extractive.called import is_offered, name_of
from survey.models.extractive.domain import in_its_domain, leaves_out_its_domain
from survey.models.extractive.leaning import wants_its_title
from survey.models.extractive.titled import TELLS_LITTLE, lacks_its_task, part_alone, task_words
from survey.models.extractive.titled import titles as titles_of
from survey.questions import ClaimAnswer, RecordedPaper
from survey.shortforms import short_forms, with_long_forms
from survey.standing import places

_MOST_SHARED, _SHARE, _SMALL_SHARE = 2, 0.45, 0.3  # of the title's words in a statement that says too little
_LONGEST, _LONGEST_OF_SEVERAL = 420, 285  # characters; of a statement of several sentences claims keep no more
_THING = (
    r"(?:models?|methods?|approach|framework|network|algorithm|system|technique|architecture|module|pipeline|paper|"
    r"benchmark|data ?set|corpus)"
)
_NAMELESS = re.compile(
    r"^(?:.{4,140}, o|O)ne (?:paper's )?(?:method|approach|model|framework|network|algorithm|system|technique|"
    r"architecture|strategy|tool)(?= [a-z])|^.{4,140}, one study(?= [a-z]+s .*\d)|"
    r"^(?!For |In ).{4,140}, one (?:study|paper)(?= (?:\w+ly )?[a-z]+(?<!s)s )|"
    r"^One paper's (?:[a-z]+ )?(?:innovations?|contributions?|findings|insights?|features|strengths?)(?= [a-z])"
)
_OF_ONE = re.compile(r"^(?:In one study(?=, )|One (?:paper|study)(?= (?:\w+ly )?[a-z]+s ))")
_COINED_FIRST = re.compile(
    r"^(?:(?:On|In|Across|With|For|Under|Using|By|At|Compared|When|Through|Without)\b[^;:]{3,110}?, )?"
    r"(?P<name>(?=[a-z]*[A-Z]\S*[A-Z\d])[A-Za-z][\w+-]*\w)(?= (?:\w+ly )?[a-z]+(?<!s)s\b)"
)
_SAYS_WHAT = re.compile(
    r"^(?: \([^()]*\))?,? (?:is|are) (?:also )?(?:an?|the|one)\b|^ (?:is|are) (?:\w+ )?(?:designed|built) "
)
# "MedSapiens adaptability", "MLE images from ...": such a name only tells which
_GOES_ON = (
    r"(?=: |, |,? (?:(?:\w+ly|also|not|first|then|pre-\w+) ){0,2}(?:can|may|could|has|does|outperform|and|with|for|on|"
    r"by|in|to|that|significantly|consists of|[a-z]+(?:s(?! (?:from|of)\b)|ed))\b)"
)
_BEHIND = re.compile(rf"(?: {_THING}\b)?{_GOES_ON}")
_BEHIND_MORE = re.compile(rf"-[A-Z\d][\w.]*(?: {_THING}\b)?{_GOES_ON}")
_WITHIN = re.compile(r"[\w(\"“'-]")  # a name behind it is a part of another word, or quoted
OFFERS = re.compile(
    r"One (?:paper|study) (?:\w+ly )?(?:proposes|introduces|presents|develops|designs|builds|releases|shows how)\b"
)
Told = Callable[[str, RecordedPaper, Sequence[RecordedPaper]], str]


def with_domains(
    claims: Sequence[ClaimAnswer], papers: Sequence[RecordedPaper], topic: Collection[str]
) -> list[ClaimAnswer]:
    """The findings about one paper of another domain behind that, where its paper bears it out; others as they are.

    ``topic``: the content words of what the topic is about.
    """

    def led(text: str, paper: RecordedPaper, others: Sequence[RecordedPaper]) -> str:
        told = in_its_domain(text, paper, others, topic)
        return told if is_borne_out(told, paper) else text

    return of_each(claims, papers, led)


def with_titles(
    claims: Sequence[ClaimAnswer], papers: Sequence[RecordedPaper], topic: Collection[str] = frozenset()
) -> list[ClaimAnswer]:
    """The findings and limits of one paper with its title where they say too little of it; other claims as they are.

    ``topic``: the content words of what the topic is about.
    """
    told = of_each(
        claims,
        papers,
        lambda text, paper, others: introduced(text, paper, leaves_out_its_domain(text, paper, others, topic), topic),
    )
    by_id = {paper.id: paper for paper in papers}
    return [_of_its_paper(claim, by_id[claim.papers[0]]) if claim.kind == "gap" else claim for claim in told]


def _of_its_paper(gap: ClaimAnswer, paper: RecordedPaper) -> ClaimAnswer:
    """What a paper leaves open with the paper's title, told before or not, where that says a word more."""
    titles = titles_of(paper) or titles_of(paper, _LONGEST_OF_A_GAP)
    nameless = _OF_A_GAP.match(gap.text)
    place = nameless.end() if nameless else place_of(gap.text, paper)
    if place is None or not (nameless or says_too_little(gap.text, paper)):
        return gap
    said = [quote for one in paper.said if one.field == "limitations" for quote in one.quotes]
    telling = [title for title in titles if tells_more(title, gap.text) and not missing_numbers(title, said)]
    return gap.model_copy(update={"text": with_title(gap.text, paper, place, telling, said)})


def tells_more(title: str, text: str) -> bool:
    """Whether a title, or as much of it as is left, has a word that says more than ``text``; two where it is cut."""
    more = content_words(title) - TELLS_LITTLE - BOILERPLATE - content_words(text)
    return len(more) > title.endswith("...")


_LONGEST_OF_A_GAP = 20  # words of a title that nothing could be cut of
_OF_A_GAP = re.compile(
    r"(?:One|Another) (?:study|paper)(?= [a-z])|According to (?:one|another) paper(?=,)|In (?:one|another) paper(?=,)|"
    r"(?:One|Another) paper's [^;()\"]{0,70}?(?:method|approach|model|framework|algorithm|system|technique|pipeline|"
    r"architecture|work|study)(?= [a-z])"
)


_OWNED = re.compile(r"(?P<one>One|Another) paper's (?=(?:[\w-]+,? )+[\w-]+$)")  # "one paper's search-based approach"

_OWNED_WITHIN = re.compile(r"(?<=, )one paper's (?P<what>(?:[\w-]+ )*[\w-]+)$")
_THE_NAME = re.compile(r"The [A-Z][\w-]*[A-Z][\w-]*$")  # "The TreeNet grows"


def of_each(claims: Sequence[ClaimAnswer], papers: Sequence[RecordedPaper], told: Told) -> list[ClaimAnswer]:
    """The claims, the first finding of each paper by what ``told`` makes of its text."""
    by_id = {paper.id: paper for paper in papers}
    seen: set[str] = set()
    found = []
    for claim in claims:
        paper = by_id[claim.papers[0]] if len(claim.papers) == 1 and claim.kind == "finding" else None
        text = claim.text
        if paper and paper.id not in seen:
            seen.add(paper.id)
            text = told(text, paper, [other for other in papers if other is not paper])
        found.append(claim if text == claim.text else claim.model_copy(update={"text": text}))
    return found


def introduced(
    text: str, paper: RecordedPaper, of_another_domain: bool = False, topic: Collection[str] = frozenset()
) -> str:
    """``text`` with the paper's title behind its first name, where it holds too few of the title's own words.

    As much of the title as leaves the statement borne out by a sentence of the abstract. Of a title that names another
    domain than the topic's (``of_another_domain``) nothing else need be missing; nor of one whose task is neither told
    nor among the words of the ``topic``.
    """
    titles = [title for title in titles_of(paper) if tells_more(title, text)]
    wanted = of_another_domain or says_too_little(text, paper, topic)
    if not titles or not (wanted or wants_its_title(text, paper.title, paper.abstract)):
        return _by_long_form(text, paper)
    place = place_of(text, paper, topic)
    if place is not None:
        return with_title(text, paper, place, titles)
    led = with_title(_led_in(text, paper), paper, len(_IN_ONE), titles) if _can_be_led_in(text, paper) else text
    return led if led.startswith(f'{_IN_ONE} ("') else _by_long_form(text, paper)


_IN_ONE = "In one paper"
_CAN_BE_LED_IN = re.compile(
    r"(?!(?:One|Another|On|For|According|In one|(?:In t|T)he (?:\S+ ){1,6}paper)\b)"
    r"(?!(?:\S+ ){1,6}?(?:is|are) (?:also )?(?:an?|the|one)\b)[^:]{40}"  # what is a thing says what it is
)


def _can_be_led_in(text: str, paper: RecordedPaper) -> bool:
    """Whether "In one paper" can stand ahead of ``text``, which says little of the title and not whose it is."""
    words, shared = _of_the_title(text, paper)
    if text.startswith(f"{name_of(paper)} ("):  # "TreeNet (Tree Networks) grows"
        return False
    return _CAN_BE_LED_IN.match(text) is not None and "the authors" not in text and shared < _SHARE * words


def _led_in(text: str, paper: RecordedPaper) -> str:
    return f"{_IN_ONE}, {within(text, f'{paper.title}. {paper.abstract}')}"


def with_title(
    text: str, paper: RecordedPaper, place: int, titles: Sequence[str], said: Sequence[str] | None = None
) -> str:
    """``text`` with as much of the paper's title at ``place`` as leaves it borne out by a sentence of the abstract.

    Of a title in two parts one, where both would be too much to take in, or the other is told already. By one of what
    is ``said`` and by no other as well, where that is given.
    """
    told = [_titled(text, place, title) for title in titles]
    if part_alone(titles) and (len(told[0].split()) > TAKEN_IN or not tells_more(titles[0], f"{titles[1]} {text}")):
        told = told[1:]
    return next((one for one in told if _fits(one) and bears_title(one, paper, said)), text)


def _fits(text: str) -> bool:
    """Whether claims keep all of ``text``; a title that was cut ends a sentence, to the splitter."""
    return len(text) <= (_LONGEST_OF_SEVERAL if len(sentences(text)) > 1 else _LONGEST)


def _titled(text: str, place: int, title: str) -> str:
    """``text`` with the title at ``place``; a method of "one paper" would read as if that were its name."""
    if owned := _OWNED.match(text, 0, place):
        return f'In {owned["one"].lower()} paper ("{title}"), the {text[owned.end() :]}'
    if owned := _OWNED_WITHIN.search(text, 0, place):
        return f'{text[: owned.start()]}the {owned["what"]} of one paper ("{title}"){text[place:]}'
    text, place = (text[4:], place - 4) if _THE_NAME.match(text, 0, place) else (text, place)
    return f'{text[:place]} ("{title}"){text[place:]}'


def _by_long_form(text: str, paper: RecordedPaper) -> str:
    """``text`` with what the paper's name is short for, by its abstract, where the title doesn't have that name."""
    name = name_of(paper)
    long = short_forms(paper.abstract).get(name) if name and name.casefold() not in paper.title.casefold() else None
    if not name or not long or long[-1] == "s" != name[-1] or content_words(long) <= content_words(text):
        return text
    told = with_long_forms(text, {name: long}, set())
    return told if is_borne_out(told, paper) else text


def says_too_little(text: str, paper: RecordedPaper, topic: Collection[str] | None = None) -> bool:
    """Whether ``text`` has too few of the words of its paper's title for a reader to know what it is about."""
    words, shared = _of_the_title(text, paper)
    most = _SHARE if shared <= _MOST_SHARED or _stays_letters(text, paper) else _SMALL_SHARE
    lacks = topic is not None and shared < _TASK_SHARE * words and lacks_its_task(text, paper.title, topic)
    return words > 1 and (shared < most * words or lacks or (topic is not None and _is_for_nothing(text, paper, topic)))


def _stays_letters(text: str, paper: RecordedPaper) -> bool:
    """Whether ``text`` has the paper's name as mere letters, "TN", and neither what they stand for nor what it is."""
    name = name_of(paper)
    if not name or not _LETTERS.fullmatch(name):
        return False
    return not re.search(
        rf"\({re.escape(name)}\)|\b{re.escape(name)}s?(?:,? (?:is|are) (?:an?|the)\b|, an? | \()", text
    )


_LETTERS = re.compile(r"[A-Z][A-Z\d-]{2,7}s?")


def _is_for_nothing(text: str, paper: RecordedPaper, topic: Collection[str]) -> bool:
    """Whether ``text`` offers "an approach using X" and not what for, which the title's other words tell."""
    return _FOR_NOTHING.match(text) is not None and bool(task_words(paper.title) - content_words(text) - set(topic))


_FOR_NOTHING = re.compile(
    r"One (?:paper|study) (?:proposes|introduces|presents|develops|designs|builds) an? (?:[\w-]+ ){0,5}?"
    r"(?:approach|method|framework|model|network|algorithm|system|technique|architecture|strategy|pipeline)"
    r"(?:,? (?:using|that|which|based|with|built)\b)(?!.*\b(?:for|to) [a-z]+(?:ing|e)?\b)"
)


_TASK_SHARE = 0.6


def _of_the_title(text: str, paper: RecordedPaper) -> tuple[int, int]:
    """How many words of the paper's title tell something, and how many of them ``text`` has."""
    words = content_words(paper.title) - content_words(name_of(paper) or "") - TELLS_LITTLE - BOILERPLATE
    return len(words), len(words & content_words(text))


def place_of(
    text: str, paper: RecordedPaper, topic: Collection[str] = frozenset(), defined_too: bool = False
) -> int | None:
    """Where the title goes: behind the first name, and the noun that it stands before; None where it can't.

    ``defined_too``: also behind a name that the text goes on to say what it is.
    """
    name = name_of(paper)
    if found := _NAMELESS.match(text) or _OF_ONE.match(text):
        by_name = name and name in text and OFFERS.match(text)
        if not by_name or lacks_its_task(text, paper.title, topic):
            return found.end()
    if not name:
        coined = _COINED_FIRST.match(text)
        says_what = coined and not defined_too and _says_what(text, coined.end(), paper)
        return coined.end() if coined and not says_what and is_offered(paper, coined["name"]) else None
    starts, end = _standing(name, text)
    if end is None or OFFERS.match(text) or (not defined_too and _says_what(text, end, paper)):
        return None
    ahead = text[:starts]
    return end if ahead.count("(") == ahead.count(")") else None


def _says_what(text: str, end: int, paper: RecordedPaper) -> bool:
    """Whether ``text`` goes on behind a name by saying what that is, and by more than one word of the title."""
    name = name_of(paper)
    words = content_words(paper.title) - content_words(name or "")
    tells_more = len(words & content_words(text)) < _MOST_SHARED < _of_the_title(text, paper)[0]
    another = name is not None and f"{name}-" in text[:end]  # "EmoNet-DB is a dataset" of the paper of EmoNet
    return (another or not tells_more) and _SAYS_WHAT.match(text[end:]) is not None


def _standing(name: str, text: str) -> tuple[int, int | None]:
    """Where ``text`` first has ``name`` as a word of its own that the sentence goes on from, and where that ends.

    As a part of another name, "TreeNet-Eval", only where it stands nowhere by itself.
    """
    stands = [at for at in places(name, text) if not _WITHIN.search(text[max(0, at - 1) : at])]
    for pattern in (_BEHIND, _BEHIND_MORE):
        for at in stands:
            if behind := pattern.match(text, at + len(name)):
                return at, behind.end()
    return 0, None
