"""The words of failing: who says that something fails, how it fails, and what only stands beside it in a sentence.

All patterns are for text in lower case.
"""

import re

from survey.words import TROUBLE

SAYS = (
    r"\b(?:(?:show|reveal|indicate|suggest|demonstrate|observe|highlight|underscore|underline|expose|uncover|conclude|"
    r"argue|confirm|hypothesi[sz]e|believe|discover|emphasi[sz]e|imply|find|note|hint)(?:s|d|ed)?|found|shown|"
    r"identif(?:y|ies|ied)|points? (?:out|to)|(?:show|reveal|indicat|suggest|demonstrat|highlight|underscor|underlin|"
    r"expos|uncover|emphasi[sz]|imply|find|hint|confirm)ing|(?:conclusion|evidence|finding|informs us|tells us) that)\b"
)
EASILY = r"(?:(?:\w+ly|still|often|also|even|all|yet|far|too|may|might) )*"
FAILS = (
    rf"\b{EASILY}(?:struggl(?:es?|ed|ing) (?!cues|detection)|fail(?:s|ed|ing)?\b|suffer(?:s|ed)? from\b|"
    rf"falls? short\b|falling short\b|lag(?:s|ging)? behind\b|(?<!that )lag(?:s|ging)? (?:significantly|far)\b|"
    rf"underperforms?\b|"
    rf"fac(?:e|es|ed) {EASILY}(?:greater |more |significant |considerable )?(?:difficult(?:y|ies)|challenges)\b|"
    rf"limited in (?:its|their) abilit(?:y|ies)\b|not be an? (?:good|suitable|reliable|robust|adequate)\b|"
    rf"(?<!that )(?<!which )(?:is|are|was|"
    rf"were|be|remains?|becomes?) {EASILY}(?:unable|not able|far (?:from|below)|well below|insufficient|inadequate|"
    r"unreliable|inconsistent|ineffective|brittle|fragile|inflated|unnecessary|not (?:sufficient|better|reliable|"
    r"robust|enough|superior|applicable|eliminated|an? (?:\w+ )?(?:robust|reliable|good|suitable|adequate)|"
    r"(?!only )(?:\w+ly )?(?:effective|optimal|adequate|satisfactory|suitable|consistent|accurate|stable|capable|"
    r"reliable|trustworthy|aligned|yet|always|necessarily|able|feasible|generali[sz]able))|"
    r"difficult(?! tasks?\b))\b|but not eliminated\b|(?<!that )(?<!which )(?<!we )(?:cannot|can not|(?:do|does|"
    r"did) not) (?!exhibit an? (?!clear|strong|robust|consistent|good)|\w+ly (?:determine|define|dictate)|only|"
    r"requir|need|depend|rely|degrad|affect|hurt|suffer|increas|lose|harm|introduc|compromis|"
    r"sacrific|assum|involv|use|chang|matter|incur|rest|play|differ|vary|correlat|contain|incorporat|modify|fine-?tun|"
    r"be naively|help but|know\b)|lacks?\b(?! of| thereof)|(?:generali[sz]es?|performs?|scores?|"
    r"transfers?) (?:\w+ )?(?:poorly|inconsistently)\b|(?:no|not) better than\b|do no better\b|"
    r"(?<!no )less (?:successful|effective|accurate|reliable|robust|stable|faithful|capable) (?:than|in|for|on|when|"
    r"of)\b|(?:perform\w*|far|much|significantly|result\w* in)(?: even)? worse\b)"
)
TROUBLES = (
    rf"(?:{TROUBLE}s?|limits|weaknesse?s?|blind spots?|failures?|deficienc(?:y|ies)|"
    r"brittleness|vulnerabilit(?:y|ies)|bottlenecks?|obstacles?|degradations?|drops?|declines?|"
    r"inconsistenc(?:y|ies)|misalignments?|failure modes|bias(?:es)?(?! (?:reduc|mitigat|detect)))"
)
GREAT = (
    r"\b(?:significant|substantial|notable|considerable|pronounced|persistent|fundamental|critical|key|clear|severe|"
    r"major|consistent(?! with)|profound|serious|important|remaining|large|robustness|performance|deep(?:er)?|core|"
    r"inherent|"
    r"sharp|marked|systematic|stark|dramatic|striking|crucial|pressing|common|broader|concerning|alarming|systemic)"
)
THE_PAPER_S = (
    r"(?:our|the proposed|the present|this) (?:\w+ )?(?:methods?|approach(?:es)?|models?|framework|algorithm|system|"
    r"technique|pipeline|study|analysis|results|evaluation|design|work)"
)
_WHERE = r"(?:cases|scenarios|settings|situations|conditions|domains|regions|areas|environments|applications|tasks)"
_ASIDES = tuple(
    re.compile(one)
    for one in (
        # where it holds: "improves the speed in scenarios with large gaps", "even in cases where scores are low"
        rf"\b(?:in|including|for|on|under|across|with|handl\w+|address\w*) (?:[\w-]+ ){{0,3}}{_WHERE} (?:(?:where|"
        r"in which|when|for which)(?! (?:they|it|we)\b)|with|involving|characteri[sz]ed by|exhibiting|containing) "
        r"[^,;.]*",
        # what others do there: "where existing walkers often fail"
        r",? \b(?:where|whereas|while) (?:the |most |many )?(?:existing|previous|prior|traditional|conventional|"
        r"classical|standard|other|baselines?|competing|alternative) [^,;.]*",
        r"\b(?:unlike|in contrast to|compared (?:to|with)) [^,;.]*",
        r"\b(?:challenges|tasks|cases|scenarios|issues|problems|patterns|details|features|errors|aspects|attacks|"
        r"objects) "
        r"(?:that|which|where) (?:existing|previous|prior|traditional|conventional|other|current|standard) [^,;.]*",
        # what it doesn't do
        r"\b(?:(?:do|does|did) not|less likely to|unlikely to|never) (?:\w+ly )?(?:suffer|struggle|fail|degrade|lag|"
        r"collapse|hurt|harm)\w*[^,;.]*",
        # what something else lacks, or would without it
        r"(?<!finding )(?<!findings )(?<!trend )\b(?:that|which) (?:otherwise |still |often |typically |usually |may |"
        r"might |can |could )*(?:lacks?|raises? "
        r"(?:\w+ )?concerns|remains? limited)\b(?! of\b)[^,;.]*",
        r"\botherwise\b[^.;]*",
        r"(?<!unclear )(?<!unknown )(?<!question )(?<!question of )(?<!open )(?<!established )(?<!^)\bwhether [^,;.]*",
        r"\b(?:when|if|where|in which) [^,;.]{3,90} (?:is|are) (?:not (?:feasible|possible|available)|insufficient|"
        r"unavailable|missing|limited|restricted|uncertain|"
        r"unreliable)\b",
        # what may help against it in part
        r", (?:while|though|although) (?!our\b|the proposed)[^;,.]{3,60} (?:can|could|may) (?:\w+ )?(?:alleviat|"
        r"mitigat|improv|help|reduc)\w*[^;.]*",
        # against what it holds, and what it helps to find
        r"(?:(?<=robustness )|(?<=robust )|(?<=resilience )|(?<=resilient ))(?:to|under|against) [^,;.]*",
        r"\b(?:allow|enabl|facilitat|support|help)\w* (?:the |to |us to |for )?(?:[\w-]+ )?(?:identif|detect|discover|"
        r"diagnos|locat|uncover|reveal)\w* [^,;.]*",
        r"\b(?:suppression|reduction|mitigation|correction|elimination|removal|alleviation) of [^,;.]*",
        r"\b(?:images|scenes|inputs|data|samples|videos|frames) with (?:\w+ )?(?:degradations?|noise|biases)\b",
        # what doesn't come about
        r"\brather than (?:to )?(?:undermin|harm|hurt|degrad|worsen|amplify|limit|weaken)\w*[^,;.]*",
        r"\b(?:when|if|where|once|whenever) [^,;.]{3,50} (?:rais|voic|express)(?:e|es|ed) (?:\w+ )?concerns\b",
        # what the paper gives besides
        r"(?:,? and|, while|, thereby|, thus|,) (?:\w+ly )?(?:offers?|offering|provides?|providing|lays?|laying|paves?|"
        r"paving|establish(?:es|ing)|serves?|serving|contributes?|contributing) [^,;.]*",
        # what is looked for, and not what was found
        r"\bto (?:highlight|reveal|show|expose|identify|quantify|measure|detect|diagnose|uncover|understand|examine|"
        r"investigate|assess|evaluate|analy[sz]e) [^,;.]{0,60}\b(?:gaps?|bias(?:es)?|failure modes|limitations|"
        r"weaknesses|failures|"
        r"vulnerabilities|inconsistenc(?:y|ies)|difficult(?:y|ies))\b",
    )
)
_BY_OTHERS = re.compile(
    r"^(?:the |these |such |most )?(?:[\w-]+ )?(?:approaches|methods|models|techniques|systems|algorithms|frameworks) "
    rf"(?:that|which) {SAYS}|"
    r"\b(?:recent|prior|previous|earlier|existing|several|many|other|numerous|some) (?:studies|works?|research|papers?|"
    rf"researchers|findings|evidence|literature|reports?) (?:(?:ha(?:s|ve)|also|\w+ly) )*{SAYS}|"
    rf"\b(?:studies|researchers|it) ha(?:s|ve) (?:\w+ )?(?:been )?{SAYS}"
)
"""Who says so is not the paper."""


def without_asides(low: str) -> str:
    """A sentence without what it says of where something holds, of others, or of what is only looked for."""
    low = _BY_OTHERS.sub("", low)
    for aside in _ASIDES:
        low = aside.sub("", low)
    return low


_CLAUSE = re.compile(
    r"\b(?:which|where|that|when|if|whose|why|how|without|lacking|(?:minimi[sz]|avoid|prevent|address|eliminat|"
    r"mitigat|reduc)\w*)\b"
)
_FAILS_ITSELF = re.compile(
    rf"{FAILS}|\blacked\b|\b(?:drops?|degrade[sd]?|declines?|deteriorate[sd]?|collapse[sd]?|decrease[sd]?|dropped|"
    r"declined|fell|falls) (?:\w+ly ?|further ?)*(?:(?:from|to|by|on|under|as|in|over|across|with)\b|$)|"
    r"\b(?:\w+ly|often|can|may|even) (?:degrade|harm|hurt|worsen)(?:s|ed|d)? (?:[\w-]+ ){0,3}(?:performance|accuracy|"
    r"quality|reasoning|robustness|results)\b|"
    r"\b(?:gains|improvements|benefits|returns) (?:\w+ )?(?:diminish|plateau|vanish|saturate)s?\b|"
    r"\b(?:below|near|close to) (?:random|chance)\b|\b(?:but|achieves?|achieving|reach(?:es|ing)|scor(?:es|ing)) "
    r"(?:\w+ly )?only (?:an? |about |around )?\d|"
    r"\bonly (?:one|two|three|\d+) (?:of|out of) (?:the )?"
)


def fails_itself(low: str) -> bool:
    """Whether the main clause of a sentence tells of failing, and not what is only said of something in it."""
    return _FAILS_ITSELF.search(_CLAUSE.split(low, maxsplit=1)[0]) is not None
