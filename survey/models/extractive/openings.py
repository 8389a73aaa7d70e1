"""The openings of a sentence that only make sense in its abstract: connectives, pointers back, "in this paper"."""

import re

_PAPER = (
    r"(?:paper|work|study|article|letter|manuscript|research|report|contribution|thesis|survey|review|note|chapter|"
    r"project|investigation|publication|technical report|position paper)"
)
_ADVERBS = (
    "however|moreover|furthermore|additionally|besides|specifically|particularly|concretely|notably|importantly|"
    "surprisingly|interestingly|remarkably|strikingly|crucially|critically|finally|lastly|first|firstly|second|secondly|"
    "third|thirdly|fourth|next|then|also|thus|hence|therefore|consequently|accordingly|meanwhile|instead|conversely|"
    "similarly|likewise|nevertheless|nonetheless|still|yet|but|and|so|or|overall|together|indeed|here|herein|"
    "unfortunately|fortunately|intuitively|conceptually|technically|essentially|naturally|further|importantly|"
    "unsurprisingly|simultaneously|subsequently|ultimately|alternatively|recently|now|currently|collectively|"
    "encouragingly|correspondingly|formally|equally|rather|afterwards?|otherwise|more precisely|more specifically|"
    "more concretely|more importantly|most importantly|most notably|most strikingly|more generally|more broadly|even so"
)
_PHRASES = (
    "in addition|in particular|in contrast|by contrast|in comparison|in this way|in doing so|in so doing|in turn|in short|"
    "in summary|in conclusion|in brief|in general|in fact|in essence|in this context|in this regard|in this respect|"
    "in this setting|in this direction|in this sense|in this case|in response|in light of this|in view of this|"
    "to sum up|to summari[sz]e|to conclude|to this end|to that end|to this aim|to do so|to do this|to achieve this|"
    "to accomplish this|to our knowledge|to the best of our knowledge|for this purpose|for this reason|for this|"
    "for that purpose|for example|for instance|as a result|as a consequence|as an example|as such|as a first step|"
    "as a step in this direction|as a remedy|as a solution|on the other hand|on the contrary|on the one hand|"
    "on top of that|at the same time|along the way|along this line|along these lines|taken together|all in all|"
    "with this in mind|with that in mind|with this|with these|from this|after that|after this|that is|that said|"
    "of note|last but not least|above all|what is more|more than that|not only that|by doing so|by doing this|"
    "because of this|due to this|despite this|in spite of this|beyond this|based on this|building on this|"
    "even more surprisingly|perhaps surprisingly|somewhat surprisingly|not surprisingly|without bells and whistles"
)
_POINTERS = (
    # "To address these problems," and its kin: a verb, then something that points back, up to the comma
    r"(?:in order )?to (?:help )?(?:better )?(?:further )?(?:address|tackle|overcome|solve|resolve|mitigate|alleviate|bridge|fill|remedy|handle|"
    r"combat|counter|deal with|cope with|answer|close|fix|rectify|reduce|avoid|circumvent|relieve|ease|meet|achieve|realise|realize|"
    r"accomplish|attain|understand|study|investigate|explore|examine|test|verify|validate|demonstrate|show|illustrate|support|"
    r"facilitate|enable|exploit|leverage|confront|eliminate|break|narrow|complement|satisfy|reconcile|respond to|shed light on)"
    r"(?: (?:all|both|some|each|one|many))?(?: of)? (?:this|these|those|that|such|the (?:above|aforementioned|former|latter|said|first|second|two|"
    r"gap|issue|issues|problem|problems|challenge|challenges|limitation|limitations|shortcomings?|drawbacks?)|it|them|both)\b[^,]*"
    r"|(?:motivated|inspired|driven|guided|encouraged|prompted|informed|intrigued) by [^,]*"
    r"|(?:based|building|drawing|relying|capitali[sz]ing) (?:up)?on (?:this|these|those|that|such|the (?:above|aforementioned)|our)\b[^,]*"
    r"|(?:given|considering|in view of|in light of|because of|due to|despite|with|using|following|through|from|under|for|in|on|by|as|beyond|unlike|"
    r"after|apart from|aside from) "
    r"(?:all )?(?:this|these|those|such an?|the (?:above|aforementioned))\b[^,]*"
)
_LEADING = re.compile(
    rf"^(?:(?:{_ADVERBS}|{_PHRASES})(?:,\s*|(?<=here) (?=we\b)|(?<=thus) (?=we\b)|(?<=then) (?=we\b)|(?<=but) |(?<=and) |(?<=so) (?=we\b)"
    rf"|(?<=also) (?=we\b)|(?<=therefore) (?=we\b)|(?<=hence) (?=we\b)|(?<=finally) (?=we\b)|(?<=to this end) (?=we\b))"
    rf"|in (?:this|the present|the current|our) (?:\w+ )?{_PAPER}(?:,\s*|\s+(?=(?:we|the|an?|i|it)\b))"
    rf"|throughout this {_PAPER},\s*|(?:{_POINTERS}),\s*"
    r"|(?:through|via|with|by|in|from|after|based on|across|using) (?:\w+ )?(?:(?:extensive|comprehensive|thorough|careful|rigorous|detailed|systematic|empirical|"
    r"experimental|our|numerical|theoretical|quantitative|qualitative|broad|large-scale|a series of|a set of|a number of|various|several|and|as well as)[ ,]+)+"
    r"(?:experiments?|experimentation|evaluations?|analys[ei]s|studies|study|validation|simulations?|tests|testing|results)"
    r"(?: and (?:experiments?|evaluations?|analys[ei]s|studies|theory|ablations?|simulations?|ablation studies))?,?\s+(?=we\b)"
    r"|(?:empirically|experimentally|theoretically|methodologically|practically),\s*(?=we\b)"
    r")",
    re.IGNORECASE,
)
_MARKER = re.compile(r"^(?:\(?(?:[ivx]{1,4}|\d{1,2}|[a-h])\)|[-•*·]|\d{1,2}\.(?=\s+[A-Z]))\s*", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:background|introduction|motivation|objectives?|aims?|purpose|goals?|methods?|methodology|materials and methods|approach|results?|findings|"
    r"conclusions?|discussion|significance|summary|main results|contributions?)\s*[:.—–-]\s+(?=[A-Z(])",
    re.IGNORECASE,
)


def without_opening(sentence: str) -> str:
    """``sentence`` without list marker, heading, connectives and phrases that point back; may start in lower case."""
    rest = sentence.strip()
    while True:
        shorter = rest
        for pattern in (_MARKER, _LABEL, _LEADING):
            shorter = pattern.sub("", shorter, count=1)
        if shorter == rest or len(shorter.split()) < 3:
            return rest
        rest = shorter.lstrip(" ,;:")
