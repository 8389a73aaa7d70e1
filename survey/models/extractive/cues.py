"""The cues by which a sentence is known to state a problem, a method, data or an outcome, with weights.

They were set by hand on the thirty abstracts marked "tune" in ``tests/data/marked_abstracts.json``, and by reading
records of abstracts that are not marked. All are for text in lower case.
"""

import re

Weighed = tuple[tuple[re.Pattern[str], float], ...]
_ADVERBS = r"(?:\w+ly |also |further |then |first |thus |next |additionally |therefore |instead )*"


def _weighed(*pairs: tuple[float, str]) -> Weighed:
    """Cues for text in lower case: far quicker than patterns that ignore case."""
    return tuple((re.compile(pattern), weight) for weight, pattern in pairs)


_PROBLEM = _weighed(
    (2.0, r"^(?:however|but|yet|unfortunately|nevertheless|nonetheless)\b"),
    (1.0, r"^(?:despite|although|though|while|whereas|still|even)\b"),
    (
        1.0,
        r"\b(?:challeng\w+|difficult\w*|limit(?:s|ed|ation|ations|ing)|lack\w*|suffers?|fails?|failing|struggles?|"
        r"unclear|poorly|problem\w*|issues?|drawbacks?|shortcomings?|bottlenecks?|hinder\w*|hamper\w*|imped\w+|"
        r"restrict\w*|overlook\w*|neglect\w*|ignor\w+|unexplored|under-?explored|insufficient\w*|inefficien\w+|"
        r"expensive|costly|laborious|prohibitive\w*|degrad\w+|vulnerab\w+|sub-?optimal|impractical|hard to|scarc\w+|"
        r"unknown|unable|cannot|can not|not (?:well|yet|always|clear|fully|been|applicable)|remains?|little|few works|"
        r"rarely|seldom|misses|gap|incompatib\w+|inconsisten\w+|black[- ]box|opaque|(?<!not )only|biased|unreliab\w+|"
        r"untrust\w+|redundan\w+|constrained|non-trivial|ambigu\w+|confounding|sensitive to|rudimentary|not been|"
        r"concerns?|lost|manual|inevitabl[ey]|needed|oversimplif\w+|dominated by|labor[- ]intensive|time-consuming)\b",
    ),
    (
        0.8,
        r"\b(?:existing|previous|prior|current|conventional|traditional|most|many|standard|recent) (?:\w+ )?(?:\w+ )?"
        r"(?:methods?|approach\w*|works?|models?|studies|techniques?|research|solutions?|systems?)\b",
    ),
    (
        -3.0,
        r"\b(?:we|this (?:paper|work)|our (?:\w+ )?(?:method|approach|model|framework|work|paper|results?|"
        r"experiments?))\b",
    ),
    (-0.7, r"\b(?:outperform\w*|achieves?|experiments?|state-of-the-art|solves? (?:this|the|these))\b"),
    (
        -0.8,
        r"^(?![^.]*\b(?:but|however|yet|while|although)\b).*\b(?:great potential|impressive|remarkable|success\w*|"
        r"eliminat\w+)\b",
    ),
)
# An outcome, and nothing of how it came about: no model's answer may give it as the method (survey/faults.py)
_ONLY_OUTCOME = (
    r"^(?!.*\b(?:(?:develop|introduc|propos|us|train|learn|predict|represent|combin|design|build|appl|model|"
    r"process|mask|generat)(?:e|es|s|ed|ing|y|ies|ied)?|via|by \w+ing|through|framework|approach|architecture|"
    r"network|module|loss)\b).*\b(?:exceed\w*|on par|better than|times faster|(?:more|less|faster|higher|"
    r"lower) than|(?:gain|compress|improv|increas|reduc|boost|achiev|reach|attain)\w* [^.;]*\d)"
)
ONLY_OUTCOME = re.compile(_ONLY_OUTCOME)
_METHOD = _weighed(
    (
        1.5,
        rf"\bwe {_ADVERBS}(?:use|employ|leverage|utili[sz]e|adopt|design|learn|train|decompose|apply|combine|"
        rf"incorporate|present|"
        r"develop|introduce|construct|integrate|devise|formulate|build|optimi[sz]e|extend|set|propose|generate|"
        r"exploit|add|mask|represent|model|collect|equip|replace|derive|harness|encode|treat|cast|view|start|extract|"
        r"create|augment|calculate|quantify|estimate|measure|assign|split|divide|sample|cluster|group|aggregate|fuse|"
        r"align|match|rank|score|prune|quanti[sz]e|compress|initiali[sz]e|fine-tune|transfer|distill?|simulate|solve|"
        r"generali[sz]e|parametri[sz]e|model|regulari[sz]e|inject|embed|finetune|project|search|recruit|interview|"
        r"survey|"
        r"establish|adapt|implement|transform|select|feed|predict|reconstruct|reformulate|map|compute|pre-?train)\b",
    ),
    (0.7, rf"\bwe {_ADVERBS}(?:investigate|examine|analy[sz]e|measure|trace|compare|study)\b"),
    (
        0.8,
        r"\b(?:our|the proposed|this|the) (?!(?:neural|student|teacher|original|whole|same|language|base|trained|"
        r"target|dense)\b)(?:\w+ )?(?:method|approach|model|framework|algorithm|technique|network|architecture|module|"
        r"mechanism|system|pipeline|strategy|idea|design|unit|encoder|decoder)\b",
    ),
    (
        0.6,
        r"\b(?:consists? of|comprises?|composed of|is based on|based on|by (?:\w+ly )?\w+ing|via|through|module|"
        r"layers?|loss|objective|encoder|decoder|mechanism|components?|stages?|steps?|maps?|trained|incorporat\w+|"
        r"integrat\w+|leverag\w+|employ\w*|utili[sz]\w+|adaptive\w*)\b",
    ),
    (
        0.8,
        r"\b(?:was|were|is|are|then|and) (?:\w+ly |then |first |also |further |jointly )*(?:used|applied|employed|"
        r"trained|performed|collected|analy[sz]ed|calculated|computed|extracted|selected|randomi[sz]ed|assigned|"
        r"recruited|searched|interviewed|estimated|simulated|modell?ed|constructed|built|fed|fused|aggregated|split|"
        r"divided|grouped|clustered|structured|decomposed|encoded|projected|optimi[sz]ed|adopted|integrated|"
        r"formulated|implemented|introduced|fitted|measured|added|fine-tuned|computed|leveraged|learn(?:ed|t)|"
        r"deployed|masked|sampled|mapped|generated|combined|proposed to|obtained by|treated as|converted|transformed|"
        r"embedded|summari[sz]ed|produced)\b",
    ),
    (1.0, r"^(?:specifically|in particular|concretely|more specifically|more precisely|in detail|to do so|first)\b"),
    (
        0.8,
        r"^(?:[^ ,]+ ){1,8}?(?:first |then |simply |also |further |\w+ly )?(?:employs|uses|utili[sz]es|leverages|"
        r"encodes|computes|learns|estimates|maps|models|combines|integrates|applies|aligns|extracts|treats|adopts|"
        r"decomposes|predicts|generates|fuses|identifies|fits?|exploits|constructs|builds|projects|splits|assigns|"
        r"trains|updates|replaces|transforms|converts|masks|ranks|selects|samples|optimi[sz]es|minimi[sz]es|"
        r"maximi[sz]es|represents|formulates|extends|adds|aggregates|involves|operates|relies on|builds on|"
        r"works by)\b",
    ),
    (1.6, r"\b(?:conduct|perform|carry out|run)\w* (?:[\w-]+ ){1,5}(?:using|with|by \w+ing)\b"),
    (0.6, r"\bfirst\b.{3,120}\b(?:then|followed by|next|second|finally)\b"),
    (
        1.4,
        r"\b(?:with|has|have|contains?|consists? of|comprises?|includes?|features?|introduces|via|through|into|in) "
        r"(?:the following |its )?(?:two|three|four|five|several) (?:\w+[ -]){0,2}(?:components?|modules?|stages?|"
        r"steps?|parts|phases|branches|streams|techniques|strategies|ideas|criteria|levels)\b",
    ),
    (1.0, r"\b(?:key idea|core idea|main idea|insight|intuition)\b"),
    (
        -1.2,
        r"\b(?<!to )(?:outperform\w*|state[- ]of[- ]the[- ]art|sota|superior\w*|experiments?|results?|"
        r"demonstrat\w+|show(?:s|ed|n)?|find|found|achiev\w+|competitive|"
        r"we (?:hope|believe)|reveal\w*|surpass\w*|observ\w+|finding|conclusion|serves|practitioners)\b",
    ),
    (
        -0.7,
        r"\b(?<!to )(?:improv\w+|benchmarks?|evaluat\w+|accuracy|effectiveness|significant\w*|beneficial)\b",
    ),
    (
        -1.0,
        r"\bcan (?:also )?be (?:\w+ )?(?:incorporated|applied|integrated|plugged|used|combined|adapted)\b|"
        r"\bseamless\w*|\bplug-and-play|\bonly relies\b|\bwithout (?:any )?additional\b|\bappealing\b|\badvantages?\b",
    ),
    (
        -1.2,
        r"^(?:in order )?to (?:\w+ and )?(?:verify|evaluate|validate|show|prove|demonstrate|assess|test|"
        r"support|illustrate)\b",
    ),
    (-3.0, _ONLY_OUTCOME),
    (
        -1.2,
        r"(?:ha(?:ve|s)|are|is|w(?:ere|as)|remains?) (?:an? )?(?:more|less|higher|lower|better|worse|larger|"
        r"smaller|sparser|closer)\b|er than\b|\b(?:more|less) (?:\w+ ){1,3}than\b|\byields?\b|^we (?:\w+ )?(?:show|"
        r"demonstrate|find|observe|prove) that\b",
    ),
    (-0.8, r"\bdoes not (?:require|need|rely)\b"),
    (-1.0, r"\b(?:show|reveal|indicate|suggest|demonstrate|find)s? (?:that|how)\b"),
    (-1.5, r"\d ?\\?%|\b(?<!to )(?:obtains?|reach(?:es)?|attains?)\b"),
    (
        -1.2,
        r"\b(?:ablations?|(?:lower|upper|tight|error|generali[sz]ation) bounds?|theorems?|guarantees?)\b|\ballows? "
        r"(?:researchers|users|practitioners|developers|engineers|clinicians|designers)\b",
    ),
    (
        -1.2,
        r"\b(?:introduce|release|collect|curate|build|construct|create|present|provide)s? "
        r"(?:(?!(?:on|from|for|with|of|using|in|to|by|that|which)\b)[\w-]+,? ){1,7}?(?:data ?sets?|benchmarks?|"
        r"corpora|corpus)\b|"
        r"\bdata ?sets? (?:was|were|is|are) (?:\w+ly )?(?:collected|recorded|gathered|released)\b",
    ),
    (-4.0, r"\b(?:code|https?|publicly available|we (?:refer to|mean|denote|call))\b"),
    (
        -0.8,
        r"\b(?:existing|previous|prior|traditional|recent|conventional) \w+\b|"
        r"\bcurrent (?:\w+ )?(?:methods?|approach\w*|models?|works?|studies|practices?|research|systems?)\b",
    ),
    (-1.0, r"^(?:however|although|while|despite|yet|current|existing|previous|prior|there (?:is|are|was|were))\b"),
    (
        -1.0,
        rf"\bwe {_ADVERBS}(?:discover|notice|note|conclude|argue|posit|reckon|discuss|hypothesi[sz]e|speculate|"
        r"believe)\b|\b(?:is|are) (?:\w+ )?(?:crucial|essential|important|necessary|critical|prevalent|valuable)\b|"
        r"\brequir(?:es|ing) (?:no|only|little|less|fewer)\b|\bwe (?:validate|verify)\b|^results?\b|"
        r"^(?:the|our|its) (?:main |ultimate |overall )?(?:goal|aim|objective|purpose)s?\b",
    ),
)
_COUNTED = (
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|various|multiple|diverse) "
    r"(?:[\w-]+ ){0,4}(?:data ?sets?|benchmarks?|corpora)\b"
)
_DATA = _weighed(
    (0.8, r"\b(?:data ?sets?|benchmarks?|corpus|corpora|database)\b"),
    (
        0.3,
        r"\b(?:evaluat\w+|test(?:ed|s)?|experiments?|validat\w+|trained|train|collect\w*|annotat\w+|using|use|"
        r"assess\w*|conduct\w*|on|leveraging)\b",
    ),
    (
        0.8,
        r"\b(?:participants|patients|subjects|individuals|images from|recordings|annotators|machine learning "
        r"researchers|practitioners|volunteers|questionnaires?|survey of|user study)\b",
    ),
    (0.7, _COUNTED),
    (
        0.8,
        r"\b(?:a|the|our|public|new|real-world|this|an?) (?:[\w-]+ ){0,3}data ?set\b(?: (?:of|that|which|compris|"
        r"contain|with|consist))",
    ),
    (
        0.9,
        r"\b(?:introduc|releas|collect|curat|buil|construct|creat|annotat|contribut|compil|present|"
        r"gather)\w* (?:an?|the|our|two|three|new) (?:[\w-]+,? ){0,4}(?:data ?set|corpus|database)s?\b",
    ),
    (0.5, r"\b[\w-]+-trained\b|\bextracted from\b"),
    (
        -0.7,
        r"\b(?:existing|previous|prior|traditional|recent|agnostic|regardless|family of|number of|new benchmarks|"
        r"sets? (?:a )?benchmarks?|scarc\w+|labels?)\b",
    ),
    (-0.8, rf"\bwe {_ADVERBS}(?:show that|study the effect)\b|^(?:when|despite|although|while)\b"),
    (-3.0, r"\b(?:code|https?)\b"),
)
_NO_OUTCOME = (
    r"(?!.*\b(?:show|demonstrat|find|found|outperform|achiev|improv|reveal|observ|indicat|yield|lead|result|"
    r"reduc|higher|better|state[- ]of))"
)
_OUTCOME = _weighed(
    (
        1.2,
        rf"\bwe {_ADVERBS}(?:find|found|show|showed|prove|observe|demonstrate|discover|reveal|conclude|confirm|"
        rf"verify|achieve|"
        r"outperform|improve|obtain|reach|argue|validate|establish a)\b",
    ),
    (
        1.0,
        r"\b(?:results?|experiments?|experimentation|evaluations?|analys[ei]s|study|studies|investigations?|findings|"
        r"observations|survey|theory)(?: [^,;:]{0,140})?(?:, [^,;:]{0,80},)? (?:show|demonstrate|reveal|suggest|"
        r"indicate|verify|validate|confirm|highlight|prove|identif|are remarkable)(?:s|ed|ies)?\b",
    ),
    (
        1.2,
        r"\b(?:outperform\w*|surpass\w*|exceeds?|exceeding|state[- ]of[- ]the[- ]art|sota|superior\w*|competitive|"
        r"comparable|better (?:\w+ )?(?:\w+ )?than|on par|favorably|higher|lower|faster|best performance)\b",
    ),
    (
        0.8,
        r"\b(?:achiev\w+|improv\w+|boost\w*|reduc\w+|attain\w*|yield\w*|leads? to|leading to|results? in|resulting in|"
        r"obtains?|effectiveness|matches|saves?|enhances?|robust\w*|generali[sz]es?|reach(?:es)?|certify|preserv\w+|"
        r"prefer\w*)\b",
    ),
    (1.2, rf"\bwe {_ADVERBS}report (?!on\b)[^,;:]{{0,80}} \d"),  # "we report transmission at 28 kbps"
    (0.8, r"\b(?:finding|demonstrating|showing|revealing|proving|verifying) (?:that|the|how|\w+s?)\b"),
    (0.5, r"^(?:surprisingly|interestingly|notably|remarkably|strikingly|importantly|in particular)\b"),
    (0.9, r"\band (?:\w+ly )?(?:show|demonstrate|find|observe|prove) (?:that|how|it)\b|\bholds (?:both )?for\b"),
    (-1.2, r"\b(?:we|i) (?:\w+ )?(?:discuss|hope|believe|plan|aim|propose|introduce|present)\b"),
    (-0.5, r"\b(?:we|i) (?:\w+ )?(?:conduct|perform|evaluate)\b"),
    (
        -0.5,
        rf"\b(?:we|i) (?:\w+ )?(?:explore|query|feed|consider|extend|give|provide|test|use|utili[sz]e)\b{_NO_OUTCOME}",
    ),
    (-0.8, r"^(?:in order )?to (?:\w+ly )?(?:further )?(?:improve|enhance|boost|reduce|achieve|obtain|increase)\b"),
    (-0.8, r"^(?:many |most |some |the )?(?:prior|previous|existing|recent|current|traditional|conventional)\b"),
    (
        -0.8,
        r"\b(?:is|are|was|were) (?:also |further )?(?:proposed|introduced|developed|designed|presented) (?:to|"
        r"for|that|as)\b" + _NO_OUTCOME,
    ),
    (-0.8, r"\b(?:the|an?) (?:main |key |primary )?(?:objective|goal|aim|idea|purpose)\b" + _NO_OUTCOME),
    (
        -0.8,
        r"\b(?:we hope|can serve|paves? the way|speculate|hypothesi[sz]e|opens? (?:up )?|inspires?|to (?:investigate|"
        r"evaluate|validate|isolate))\b",
    ),
    (-4.0, r"https?:|\bcode (?:is|will be|and)\b"),
)


CUES = {"problem": _PROBLEM, "method": _METHOD, "data": _DATA, "outcome": _OUTCOME}
