"""The openings of a sentence that only make sense in its abstract: connectives, pointers back, "in this paper"."""

import re

from survey.models.extractive.enumerated import without_list_ahead
from survey.structured import without_headings


def _any(words: str) -> str:
    """A pattern that matches one of the given phrases, which stand one to a "|" in ``words``."""
    return "(?:" + "|".join(part.strip() for part in words.split("|")) + ")"


_PAPER = _any(
    "paper|work|study|article|letter|manuscript|research|report|contribution|thesis|survey|review|note|chapter|"
    "project|investigation|publication|technical report|position paper"
)
_CONNECTIVE = _any(
    "however|moreover|furthermore|additionally|besides|specifically|particularly|concretely|notably|importantly|"
    "surprisingly|interestingly|remarkably|strikingly|crucially|critically|finally|lastly|first|firstly|second|"
    "secondly|"
    "third|thirdly|fourth|next|then|also|thus|hence|therefore|consequently|accordingly|meanwhile|instead|conversely|"
    "similarly|likewise|comparatively|nevertheless|nonetheless|notwithstanding|still|yet|but|and|so|or|overall|together|"
    "indeed|here|herein|"
    "unfortunately|fortunately|intuitively|conceptually|technically|essentially|naturally|further|unsurprisingly|"
    "simultaneously|subsequently|ultimately|alternatively|recently|now|currently|collectively|encouragingly|"
    "correspondingly|formally|equally|equivalently|rather|afterwards?|otherwise|more precisely|more specifically|"
    "more concretely|more importantly|most importantly|most notably|most strikingly|more generally|more broadly|"
    "even so|in addition|in the process|in particular|in contrast|by contrast|in comparison|in this way|in doing so|"
    "in so doing|in turn|"
    "in short|in summary|in conclusion|in brief|in general|in fact|in essence|in this context|in this regard|"
    "in this respect|in this setting|in this direction|in this sense|in this case|in response|in light of this|"
    "in view of this|to sum up|to summari[sz]e|to conclude|towards? (?:this|that)|to(?:wards?)? (?:this|that) (?:end|"
    "aim|extent|effect|goal)|with that|to do so|"
    "to do this|to achieve this|to accomplish this|to our knowledge|to the best of our knowledge|for this purpose|"
    "for this reason|for this|for that purpose|for the first time|for example|for instance|as a result|"
    "as a consequence|as an example|as such|as a first step|as a step in this direction|as a remedy|as a solution|"
    "as (?:the|our|a) (?:primary|main|key|first|second|additional|final) \\w+|as we show|as we demonstrate|"
    "in detail|in this manner|in this fashion|in this light|on this basis|to be specific|briefly|"
    "on the other hand|on the contrary|on the one hand|on one hand|on top of that|at the same time|along the way|"
    "along (?:this|these) lines?|taken together|all in all|with (?:this|that) in mind|with this|with these|from this|"
    "after that|after this|that is|that said|of note|last but not least|above all|what is more|more than that|"
    "not only that|by doing so|by doing this|because of this|due to this|despite this|in spite of this|beyond this|"
    "based on this|building on this|even more surprisingly|perhaps surprisingly|somewhat surprisingly|"
    "not surprisingly|complementarily|complementary to (?:this|that|these)|analogously|"
    "without bells and whistles|it is (?:worth noting|noteworthy|worth mentioning) that"
)
_BACK = (
    r"(?:this|these|those|that|such|the (?:above|aforementioned|former|latter|said|first|second|two|gap|"
    r"(?:issue|problem|challenge|limitation|shortcoming|drawback)s?)|it|them|both)\b[^,]*?"
)
_DEAL = _any(
    "address|tackle|overcome|solve|resolve|mitigate|alleviate|bridge|fill|remedy|handle|combat|counter|deal with|"
    "cope with|answer|close|fix|rectify|reduce|avoid|circumvent|relieve|ease|meet|reach|achieve|reali[sz]e|accomplish|"
    "attain|understand|study|investigate|explore|examine|test|verify|validate|demonstrate|show|illustrate|support|"
    "facilitate|enable|exploit|leverage|confront|eliminate|break|narrow|complement|satisfy|reconcile|respond to|"
    "shed light on|improve|settle|sidestep"
)
# "In this large, long-term trial of X, ...": its comma is not the end
_LARGE = (
    r"(?: (?:large|small|single-cent\w+|multi-?cent\w+|randomi[sz]ed|prospective|retrospective|open-label|"
    r"double-blind),)*"
)
_POINTER = "|".join(
    (
        # "To address these problems," and its kin: a verb, then something that points back, up to the comma
        r"(?:in order )?to (?:\w+ly )?(?:help )?(?:better )?(?:further )?"
        + _DEAL
        + rf"(?: (?:all|both|some|each|one|many))?(?: of)? {_BACK}",
        r"(?:in order )?to (?:\w+ly )?(?!(?:the|that|our|my|an?|be)\b)[a-z]{3,} "
        r"(?:the (?:urgency|importance|severity|scope|extent|impact|roots?|root causes?|causes?) of )?"
        r"(?:this|these|such) [^,]*?",
        r"(?:towards? )?(?:addressing|answering|solving|tackling|overcoming|recogni[sz]ing|noting|observing|"
        r"exploiting|leveraging|considering|following|"
        rf"motivated by|combining|using|applying|extending|beyond) {_BACK}",
        r"(?:motivated|inspired|driven|guided|encouraged|prompted|informed|intrigued) by [^,]*?",
        r"(?:based|building|drawing|relying|capitali[sz]ing) (?:up)?on (?:this|these|those|that|such|the above|our|"
        r"(?:our |the )?(?:insights?|findings?|observations?))\b[^,]*?",
        r"(?:given|considering|in view of|in light of|against the (?:backdrop|background) of|in the face of|"
        r"in response to|because of|due to|despite|with|using|following|through|from|"
        r"under|for|in|on|by|as|beyond|unlike|after|apart from|aside from) (?:all )?(?:this|these|those|such an?|"
        rf"the (?:above|aforementioned))\b{_LARGE}[^,]*?",
    )
)
_EVIDENCE = (
    r"(?:through|via|with|by|in|from|after|based on|across|using) (?:\w+ )?(?:"
    + _any(
        "extensive|comprehensive|thorough|careful|rigorous|detailed|systematic|empirical|experimental|our|numerical|"
        "theoretical|quantitative|qualitative|broad|large-scale|a series of|a set of|a number of|various|several|and|"
        "as well as"
    )
    + r"[ ,]+)+(?:experiments?|experimentation|evaluations?|analys[ei]s|studies|study|validation|simulations?|tests|"
    r"testing|results)(?: and (?:experiments?|evaluations?|analys[ei]s|studies|theory|ablations?|simulations?|"
    r"ablation studies))?"
)
_UNLIKE_A_THING = (  # authors are like no net; but they may do what others don't
    r"(?:unlike|similar to|like|in contrast to|different from|as opposed to|analogous to) (?!(?:[\w-]+ ){0,7}?(?:"
    r"works?|methods?|approach(?:es)?|stud(?:y|ies)|literature|papers?|others|authors|frameworks|models|techniques|systems|"
    r"researchers|conventional|existing|previous|prior|current|many|most)\b)[^,;:]{2,90}?(?:,\s*|\s+)"
)
_LEADING = re.compile(
    rf"^(?:{_CONNECTIVE}(?:,\s*|\s+(?=we\b))|(?:but|and|however|moreover|furthermore|therefore|hence|thus|yet|"
    rf"so)\s+(?!far\b|that\b|as\b|much\b|many\b|few\b|called\b)"
    rf"|(?:in|throughout) (?:this|the present|the current|our) (?:\w+ )?{_PAPER}(?:,\s*|\s+(?=(?:we|the|an?|i|it)\b))"
    rf"|(?:similarly|likewise)\s+(?=(?:in|on|for|with)\b)|(?:{_POINTER})(?:,\s*|\s+(?=we\b))|{_EVIDENCE},?\s+(?=we\b)"
    rf"|by (?:\w+ly )?\w+ing (?:all |both )?(?:this|these|those|such|the (?:former|latter|above))\b[^,]*,\s*(?=we\b)"
    r"|(?:in order )?to (?:\w+ly )?[a-z]{3,} (?:(?:its|their|it|them)\b|(?:[\w-]+ ){1,5}(?:these|those) (?:two )?"
    r"(?:problem|issue|challenge|question|aspect|limitation)s\b)[^,]*,\s*(?=we\b)"
    r"|(?:resulting in|leading to|achieved by) [^,]*,\s*(?=we\b)"
    rf"|{_UNLIKE_A_THING}(?=we\b)"
    r"|(?:then|next|finally|lastly|moreover|furthermore|additionally)\s+(?=(?:an?|the|our)\s)"
    r"|(?:further|additional)\s+(?=(?:(?:empirical|ablation|theoretical) )?(?:experiments?|analys[ei]s|evaluations?|"
    r"studies|tests|results)\s+(?:on |with |in )?(?:[a-z]+ly )?(?:[A-Z]|show|reveal|suggest|demonstrat|confirm|"
    r"indicat|highlight)|(?:inspired|motivated|based)\s)"
    r"|(?:empirically|experimentally|theoretically|methodologically|practically),\s*(?=we\b))",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:which|where|whose|who|whom)\b", re.IGNORECASE)
_WE = re.compile(r"(?<=, )we\b")
_TAIL = re.compile(
    rf"(?:,?\s+(?:specifically |specially |carefully )?(?:designed|aimed|intended|built|developed|tailored|proposed|"
    rf"created|made))?,?\s+(?:in order )?to (?:\w+ly )?(?:help )?{_DEAL}(?: (?:all|both|some))?(?: of)? "
    r"(?:(?:this|that) (?:role|void|gap)|"
    r"(?:this|these|those|such) (?:\w+ ){0,3}?(?:problem|issue|challenge|limitation|shortcoming|drawback|gap|need|"
    r"question|concern|goal|task|difficult(?:y|ie)|pitfall|obstacle|bottleneck|weakness(?:e)?|deficienc(?:y|ie))s?"
    r"|the (?:above|aforementioned) \w+|it|them)\s*[.]?$",
    re.IGNORECASE,
)
_MIDST = re.compile(
    r"(?<!sufficient)(?<!able)(?<!fail)(?<!fails)(?<!hard)(?<!difficult)(?<!attempt)(?<!attempts)(?<!enough)(?<!how)"
    rf"(?: (?:designed|tailored|aimed|intended))?\s+(?:in order )?to (?:\w+ly )?{_DEAL} (?:this|(?:this|these|such|"
    r"the above|the aforementioned) (?:\w+ )?(?:problem|issue|challenge|limitation|"
    r"shortcoming|drawback|gap|concern|difficult(?:y|ie)|pitfall|bottleneck)s?)(?=, )"
)
_ABLE_TO = re.compile(
    r",? [a-z]+ing (?:our|the|their|its|an?) (?:ability|capability|capacity|power|efforts?|attempts?)$"
)
_ABOVE = re.compile(
    r",? [a-z]+ing (?:all |both )?(?:of )?the (?:[\w-]+ ){0,3}above\s*[.]?$|"
    r",? (?:making|with|offering) (?:two|three|four|five|several) (?:\w+ ){0,2}contributions\s*[.:]?$"
)
_AHEAD = re.compile(
    r",?\s+(?:(?:with \w+ )?(?:in|from|with|for|by|on|via|through|along|under) )?(?:the following|following (?:two|"
    r"three|four|five)) (?:\w+ ){0,2}\w+\s*[.:]?$|,?\s+as follows\s*[.:]?$",
    re.IGNORECASE,
)
_FIRST_MARKER = re.compile(r"(?<=:) ?\(?(?:1|i)[.)]\s*$")  # a list that was split behind its first number
_MARKER = re.compile(r"^(?:\(?(?:[ivx]{1,4}|\d{1,2}|[a-h])\)|[-•*·]|\d{1,2}\.(?=\s+[A-Z]))\s*", re.IGNORECASE)
_HEADINGS = (
    r"(?:background|introduction|motivation|rationale|context|importance|objectives?(?: of (?:the )?review)?|"
    r"(?:study )?aims?|purpose|goals?|hypothesis|(?:study )?design|setting|participants|patients|interventions?|"
    r"(?:main )?outcome measures?|(?:materials and |patients and |data and )?methods?|methodology|approach|"
    r"(?:main |key )?results?|(?:key )?findings|conclusions?|discussion|significance|interpretation|summary|"
    r"contributions?|limitations?|implications)"
)
_HEADING = re.compile(
    rf"^(?:abstract\s+)?{_HEADINGS}(?:\s*(?:/|&|and)\s*{_HEADINGS}){{0,2}}\s*"
    r"(?:[:.—–-]\s+(?=[A-Z(])|\s(?=(?-i:[A-Z][a-z]*\s|[A-Z]\w*-|[A-Z]{2,})))",
    re.IGNORECASE,
)


_BARE_HEADING = re.compile(
    r"^(?:Background|Introduction|Objectives?|Aims?|Purpose|Methods?|Results?|Findings|Conclusions?|Discussion) "
    r"(?=(?:Overall|We|Our|The|This|These|A|An|In|To|Of|There|Among|Most|Both|No|It|All|Using|With|From)\b)"
    r"|^(?:Background|Introduction|Objectives?|Methods|Results|Conclusions?|Discussion)(?=[A-Z][a-z]+ [a-z])"
)


def without_opening(sentence: str) -> str:
    """``sentence`` without list marker, heading, connectives and phrases that point back; may start in lower case."""
    rest = sentence.strip()
    while True:
        shorter = without_headings(rest)
        for pattern in (_MARKER, _HEADING, _BARE_HEADING, _LEADING):
            shorter = pattern.sub("", shorter, count=1)
        shorter = shorter.lstrip(" ,;:")
        if _CLAUSE.match(shorter):  # the phrase that went had a clause of its own, which has to go with it
            shorter = shorter[match.start() :] if (match := _WE.search(shorter)) else rest
        if shorter == rest or len(shorter.split()) < 3:
            return rest
        rest = shorter


def without_tail(sentence: str) -> str:
    """``sentence`` without an end that points back ("to address these problems") or announces a list ("two parts:")."""
    if any(word in sentence for word in (" this ", " this,", " these ", " such ", " above", " aforementioned ")):
        sentence = _MIDST.sub("", sentence)
    rest = _FIRST_MARKER.sub("", _AHEAD.sub("", _ABLE_TO.sub("", _without_what_for(_ABOVE.sub("", sentence)))))
    shorter = without_list_ahead(rest) if rest.rstrip().endswith(":") else rest
    return shorter if len(shorter.split()) >= 6 else rest


def _without_what_for(sentence: str) -> str:
    """``sentence`` without an end such as "proposed to solve this", but not of what "is proposed to solve this"."""
    rest = _A_STEP.sub("", _TAIL.sub("", sentence))
    return sentence if _IS_WHAT.search(rest) else rest


_A_STEP = re.compile(  # "models that make a step towards this vision"
    r",? (?:(?:which|that) )?(?:mak|tak|mark|represent)\w* an? (?:[\w-]+ )?steps? towards? (?:this|that|these|such)\b"
    r"[^,;.]*[.]?$"
)
_IS_WHAT = re.compile(r"\b(?:is|are|was|were|be|been)$")
