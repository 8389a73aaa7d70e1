"""What a paper names as a limit of its own work, as open, or as what its field can't do yet: weighed cues.

Set by hand on the abstracts marked "tune" in ``tests/data/marked_limits.json``. What the paper goes on to set right is
none of these, nor is a word of "discussing limitations". All cues are for text in lower case.
"""

import re
from functools import lru_cache

from survey.models.extractive.failing import EASILY, FAILS, GREAT, SAYS, THE_PAPER_S, TROUBLES, without_asides
from survey.models.extractive.fields import NEVER, Piece, Setting
from survey.models.extractive.shortfalls import FALLS_SHORT, FOUND_POOR


def _weighed(*pairs: tuple[float, str]) -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((re.compile(pattern), weight) for weight, pattern in pairs)


_FOUND = _weighed(  # in a sentence without what it concedes
    # what the field can't do, by what the paper found
    (2.2, rf"{SAYS}.*{FAILS}"),
    (2.2, rf"{SAYS}.*{GREAT} (?:(?!for\b|potential\b|insights?\b)[\w-]+ ){{0,3}}?{TROUBLES}\b"),
    (1.2, r"\b(?<!to )(?<!can )(?:reveal|expos|uncover|find|identif|observ|show)\w* (?:[\w-]+ ){0,2}?(?:limitations|"
          r"weaknesses|failures|"
          r"deficiencies|shortcomings) (?:in|of|on|when) (?!(?:the )?(?:current|existing|these|several)? ?(?:models?|"
          r"methods|approaches|methodologies|work|literature)\b|(?:the )?(?:current|existing) [\w-]+[,.])"),
    (2.2, rf"{SAYS}.*\b(?:exhibit|display|encounter|retain|perpetuate|amplify|captur)(?:e?s|ed|e)? (?:[\w-]+,? "
          rf"){{0,4}}?"
          r"(?:bias(?:es)?|inconsistenc(?:y|ies)|weaknesses|failures|contamination|difficulties|hallucinations)\b"),
    (2.2, r"\breports? (?:\w+ )?(?:deviations|discrepancies|inconsistencies)\b"),
    (1.2, rf"{SAYS} (?:[\w-]+ ){{0,3}}?{TROUBLES} (?:in|of|for|to|on|when|with|such as)\b"),
    (2.2, rf"{SAYS} (?:[\w-]+ ){{0,12}}?(?<!not )(?<!that )(?:the|an?|urgent|pressing|clear|critical|strong|continued|"
          rf"and) (?:\w+ )?need (?:for|to)\b"),
    (2.2, r"\b(?:rais\w+ (?:\w+ )?concerns|calls? into question|calling into question|challeng(?:es|"
          r"ing) the (?:\w+ )?(?:assum\w+|belief|notion|view|idea)(?!.* (?:by|through|with) (?:\w+ly )?(?:present|show|"
          r"introduc|propos|offer|provid|achiev|demonstrat)\w*ing\b)|room for (?:\w+ )?improvement|should (?:not (?:be|"
          r"rely|expect|assume)|be (?:viewed|taken|used|treated|interpreted|considered) (?:with|only|"
          r"as .*\brather than))|with (?:care|caution)|will persist)\b"),
    (1.5, rf"{SAYS}.*\b(?:induc|caus|result|lead|suffer|experienc)\w* [^,;]{{0,60}}(?:drops?|declines?|degradation)\b"),
    (2.2, rf"{SAYS}.*\b(?<!which is )(?<!which are )(?<!that is )(?<!that are )"
          rf"challeng\w+ (?:\w+ )?for (?:\w+ ){{0,2}}(?:current|state-of-the-art|existing|today|all|various|"
          rf"llms?|"
          r"models)\b"),
    (2.2, rf"{SAYS}.*\b(?:degrade|hurt|harm|waste|undermine|underestimate|overestimate|miss)\b"),
    (2.2, rf"{SAYS}.*\blimited (?:[\w-]+ )?(?:generali[sz]ation|performance|abilit(?:y|ies)|capabilit(?:y|ies)|"
          rf"robustness|improvements?|utility|success|effectiveness|reasoning|understanding|transfer)\b"),
    (2.2, r"\bwe (?:did|do|could|can) ?not (?:find|observe|detect|confirm|replicate|reproduce)\b"),
    (2.2, r"\bstill (?:face|lack|struggle|fail|suffer|fall short|have room|lag)\b"),
    (2.2, r"\beven (?:the |state-of-the-art |advanced |leading |frontier )[^.]{0,60}\b(?:only|struggle|fail)|"
          r"\bachiev(?:es?|ing) (?:only|less than|below|merely|no more than)\b"),
    (2.4, r"\b(?:do|does|did) not (?:yield|bring|give|lead to|improve|achieve|match|reach)\b|\bnot able to\b|"
          r"\bcannot match\b|\bthey underperform\b|\bin preparation\b|(?<!no )\bless (?:successful|effective|"
          r"accurate) than\b"),
    (2.2, rf"{SAYS}.*\b(?<!never )(?:vanish|disappear|(?<!to )(?<!to \")break down|deteriorate|diminish|plateau|"
          rf"hallucinate)s?\b"),
    (2.2, rf"{SAYS}.*\b(?:(?:is|are|be|remains?|becomes?) {EASILY}(?:highly |(?:much )?more |most |particularly )?(?:"
          rf"prone|vulnerable|susceptible|sensitive|biased|overconfident)|rel(?:y|ies|ying) {EASILY}(?:heavily |"
          rf"excessively |more )?on (?:pattern|surface|spurious|superficial|shortcut)\w*|(?:near[- ]|"
          rf"close to )(?:random|chance)|(?:below|behind|gaps? (?:between|to|with)) (?:[\w-]+ ){{0,5}}?(?:humans?|"
          rf"experts?|chance|random|proprietary))\b"),
    (2.2, r"\b(?:no (?:single|one) [\w-]+|none of the [\w-]+(?: [\w-]+)?) (?:\w+ly )?(?:outperforms?|dominates?|is|"
          r"are|excels?|wins?|works?|performs?|achieves?|was|were)\b"),
    # what is open
    (2.2, r"\bfuture (?:work|research|studies|directions?|efforts) (?:\w+ ){0,2}?(?:is|are|should|will|must|remains?|"
          r"needs?|may|could|can|would|aims?|focus\w*|address\w*|consider\w*|includ\w+|involv\w+|explor\w+|extend\w*|"
          r"comprise)\b"),
    (2.2, r"\bfurther (?:research|work|investigations?|study|studies|validation|attention) (?:\w+ ){0,3}?(?:is|are|"
          r"should|must|remains?|needed|required|warranted|necessary)\b|\bneeds? (?:for )?(?:further|future|"
          r"more) (?:attention|research|study|work|investigation)|\bwarrant\w* (?:further|future|systematic|careful|"
          r"more|additional|deeper)\b|\bneed to be (?:\w+ ){0,2}(?:validated|investigated|addressed|studied|verified|"
          r"tested|solved|resolved)\b|\bremains? to be (?:\w+ ){0,2}\w+(?:ed|en)\b|\b(?:is|are|remains?|still) in "
          r"need of\b"),
    (2.2, r"\b(?:remains?|stays?|(?:is|are) still|persists? as) (?:\w+ly |still )*(?:an? )?(?:\w+ )?(?:challenging|"
          r"challenge|obstacle|bottleneck|problem|difficult|necessary|needed|large|limited|low|poor|far|gaps?)\b"),
    (2.2, r"\b(?:is|are|remains?|stays?|remained) (?:\w+ly |still )*(?:an? )?(?:\w+ )?(?:(?<!code is )"
          r"(?<!data are )(?<!code are )(?<!models are )open(?! to\b|-|ly\b| sourced?\b| access\b)|unresolved|"
          r"unsolved|unanswered|unknown|unclear|unexplored|elusive)\b"),
    (2.0, r"\b(?:open (?:problem|question|challenge)s?|unanswered questions?|rais\w+ (?:[\w-]+ ){0,2}questions?|"
          r"remaining challenges?|key challenge for)\b"),
)  # fmt: skip
_LIMITS = _weighed(
    (2.2, r"\b(?:ha(?:s|ve) yet to|(?:is|are) yet to be|yet to be (?:\w+ ){0,2}(?:understood|explored|studied|"
          r"established|determined|seen)|it is (?:\w+ )?unclear (?:whether|how|if)|poorly understood|more (?:research|"
          r"work|studies) (?:is|are)|(?:larger|additional|prospective|more) (?:\w+ )?(?:studies|trials|validation|"
          r"cohorts) (?:\w+ ){0,2}(?:needed|required|warranted|necessary)|le(?:ave|ft) (?:\w+ ){0,8}?(?:for|"
          r"to) future)\b"),
    # the limits of the paper's own work
    (2.4, r"\b(?:performance|accuracy|agreement|scores?|correlations?|gains?|improvements?|"
          r"results) (?:[\w-]+ ){0,2}(?:is|are|was|were|remains?|remained) (?:\w+ly |still )*(?:modest|limited|low|"
          r"poor|mixed|unsatisfactory|suboptimal|inconsistent|weak)\b"),
    (2.4, r"\b(?:has|have|had|shows?|showed|exhibits?|exhibited) (?:\w+ly )?(?:insufficient|limited|poor|low|weak|"
          r"inconsistent) (?:[\w-]+ ){0,2}(?:performance|accuracy|generali[sz]ation|robustness|agreement|reliability|"
          r"sensitivity|recall|precision|coverage|abilit\w+|capabilit\w+|capacity|success)\b"),
    (2.0, r"\b(?:but (?:is|are) (?:dependent|reliant) on|at the (?:cost|expense) of|comes at (?:a|the)|"
          r"albeit(?! (?:\w+ )?(?:simple|simpler|small|short|better|effective)\b)|(?:is|"
          r"are) (?:restricted to|limited to|limited by))\b"),
    (2.4, rf"\b{THE_PAPER_S} (?:[^,;]{{0,70}} )?(?:fails?|struggles?|is limited|are limited|suffers?|falls? short|"
          r"underperforms?|(?:does not|do not|cannot|can not) (?:yet )?(?:generali[sz]e|handle|support|account|work|"
          r"cover|capture|scale|match|yield|extend|apply))\b"),
    (2.4, r"\b(?:but|although|though|however|yet)\b[^.]*\b(?:requires? (?:multiple|more|additional|large|many|longer|"
          r"several|expensive)|incurs?|falls short|cannot match|in its current form|not applicable|"
          r"(?<!preventing )(?<!avoiding )(?<!reducing )(?<!against )(?<!without )(?<!of )overfitting|"
          r"(?:it|they|performance) (?:still )?(?:struggle[sd]?|fail(?:s|ed)?)|"
          r"underperforms?|lower (?:accuracy|performance|speed|quality))\b"),
    (2.4, r"\b(?:a|one|the|main|key|its|our) limitations? of (?:our|this (?:work|study|approach|method)|"
          r"the (?:proposed|present))\b"),
)  # fmt: skip
_NO_LIMITS = _weighed(
    (-2.2, r"\b(?:overcom\w+|mitigat(?:es?|ed|ing)|alleviat\w+|bridg(?:es?|ing)|outperform\w*|surpass\w*|narrow(?:s|"
           r"ed|ing)|close[sd] the|resolv(?:es?|ed|ing)|tackle[sd]?|compensat\w+|superior\w*|avoid(?:s|ing)|"
           r"(?:successfully|can) avoid|significant gains|(?<!in the )robustness of|effectively|despite)\b"),
    (-2.5, r"\b(?:minor|minimal|negligible|slight|slightly|least|smallest|small|little|no|without|marginal|modest|"
           r"minimi[sz]\w+|only a|reduc\w+|lower) (?:[\w-]+ ){0,4}(?:drops?|degradations?|loss|declines?|gaps?)\b|"
           r"\bnot limited to\b|\b(?:less than|under|below|within|at most|<) ?\d+(?:\.\d+)?\s?\\?% (?:[\w()-]+ )"
           r"{0,4}(?:drops?|degradations?|loss|declines?)\b|\b(?:where|when) (?:[\w-]+ ){1,4}(?:fails?|degrades?|"
           r"struggles?|falls? short)\b|"
           r"\bstems? from\b|"
           r"\bwhile (?:the )?(?:other|existing|previous|prior|baseline)s? (?:[\w-]+ )?fail|\bleading us to\b"),
    (-1.5, r"\bwhereas our\b|\bwhile our\b|\bwe (?:propose|introduce|present|develop|design)\b|"
           r"\bour (?:\w+ )?(?:method|approach|framework|model) (?:\w+ly )?(?:achieves?|improves?|outperforms?|"
           r"reduces?|can|is able|addresses)\b"),
    (-2.5, r"\b(?:facilitat|support|inspir|foster|enabl|promot|incentivi[sz]|guid|driv|encourag|pav|advanc|accelerat|"
           r"benefit)\w* [^.]{0,40}\b(?:future|further)\b|\b(?:foundation|groundwork|baseline|insights?|directions?|"
           r"reference|opportunities|avenues?|resource|lens) (?:for|into|to|on) (?:\w+ )?(?:future|further)\b"),
    (-4.5, r"\b(?:discuss|outline|summari[sz]e|highlight|present|review|conclude with|address|"
           r"provide)\w* (?:[\w-]+,? ){0,6}?(?:limitations|challenges|questions)(?: and (?:[\w-]+ ){0,4}\w+)?(?:[.,]|"
           r"$)|\b(?:discuss|outline|summari[sz]e|highlight|present|provide|propose|conclude)\w* .{0,80}?(?:future|"
           r"research) directions|\b(?:discuss|outline|summari[sz]e|address|"
           r"answer)\w* (?:[\w-]+,? ){0,3}?(?:limitations|challenges|questions)\b"),
    # praise and blame at once, and not a word of which
    (-4.5, r"\b(?:both )?(?:the )?(?:[\w-]+ ){0,2}(?:feasibility|potential|promise|strengths?|capabilit(?:y|ies)|"
           r"benefits|advantages|opportunities|value) and (?:the |their |its )?(?:[\w-]+ )?(?:limits|limitations|"
           r"challenges|weaknesses|shortcomings|risks)\b(?![^.]*:)"),
    # what is offered for it, or answers it
    (-4.5, r"\b(?:demonstrate|show)s? how [^.;]{3,90} can (?:\w+ )?(?:enhance|improve|mitigate|address)\b|\b(?:prompt|"
           r"motivat|necessitat)ing (?:us to|our|the (?:introduction|design|development|use|proposal)|an? "
           r"(?:[\w-]+ ){0,4}(?:strategy|approach|method|framework|solution|exploration|design|mechanism))\b|"
           r",? and (?:\w+ly |then |thus |therefore )?(?:introduce|propose|present|develop|design|devise)s? (?:an?|the|"
           r"two|three|new|novel)\b|\b(?:answer|resolv|settl|clos)\w* (?:an?|the|this|several|two) (?:\w+ )?(?:open|"
           r"long-standing) (?:question|problem)s?\b|\b(?:emphasi[sz]e|delineate|present)s? (?:the )?(?:[\w-]+ ){0,3}"
           r"challenges (?:in|of|for) (?:this|the) (?:domain|field|area)\b"),
    (-4.5, r"\baddress\w* (?:the|this|an?) (?:[\w-]+ )?needs?\b|\b(?:minimi[sz]|eliminat|remov|reduc|obviat|lower|"
           r"alleviat|avoid)\w* (?:the|any|their|its) (?:\w+ )?need\b|\bwithout (?:the|any|a) need\b"),
    (-4.5, r"\b(?<!s to )(?<!s of )(?<!s in )(?:address|tackl|fill|overcom|bridg|resolv|solv|eliminat|clos)(?:e|es|"
          r"ed|ing|s) (?:the |this |these |a |"
           r"an )?(?:[\w-]+ ){0,2}?(?:gaps?|limitations?|shortcomings|weaknesses|deficiencies|bottlenecks?|"
           r"failure (?:modes|patterns|points?|cases))\b|"
           r"\b(?:demonstrat|show|"
           r"confirm|prov|validat)\w* (?:the|its|their) (?:\w+ )?(?:effectiveness|efficacy|superiority|ability)\b|"
           r"\bwhich (?:otherwise|often|typically) (?:struggle|fail|suffer)s?\b"),
    (-4.5, r"\b(?:challenges|issues|limitations|questions|directions|gaps|problems)\b[^.;]{0,60} (?:is|are|was|were|"
           r"ha(?:s|ve) been) (?:also )?(?:discussed|outlined|presented|highlighted|summari[sz]ed|reviewed|examined|"
           r"explored|investigated|analy[sz]ed|addressed|considered|appended|proposed)\b|"
           r"\b(?:elaborates? on|summari[sz]es?|categori[sz]es?|surveys?|reviews?|identif(?:y|ies)|"
           r"highlights?) (?:[^.;]{0,120},? )?(?:remaining|open|"
           r"key|future|main|critical|several) (?:challenges|problems|issues|questions)(?: for (?:future|further) "
           r"[^.;,:]*\.|,? and [^.;:]{0,60}\b(?:research|directions|trends|"
           r"opportunities)\b[^.;:]*|[,.]|$)|\bto (?:identify|understand|examine|"
           r"uncover|explore) [^.;]{0,60}\b(?:challenges|limitations|weaknesses|gaps)\b|"
           r"\bsolutions? (?:to|for) (?:the )?(?:[\w-]+ ){0,3}challenges\b|\bwiden(?:s|ed)? the performance gap\b|"
           r"\b(?:method|metric|measure|approach) (?:is|are) (?:\w+ )?sensitive to (?:subtle|semantic|fine)|"
           r"\b(?:drops?|declines?|degradations?) when [^.;]{0,90}\b(?:is|are|was|were) (?:removed|ablated|masked|"
           r"excluded|"
           r"omitted|disabled)\b|\b(?:whereas|while|but) (?:[\w-]+ ){1,4}(?:remains?|is|stays) (?:\w+ )?(?:robust|"
           r"stable|unaffected)\b|"
           r"\b(?:along with|as well as) (?:the )?(?:[\w-]+ ){0,4}(?:challenges|questions|directions)\.?$|"
           r"\bso that [^.;]{0,60}\b(?:cannot|can not)\b|\bno (?:\w+ly )?(?:significant|systematic|clear|notable|"
           r"substantial) (?:[\w-]+ ){0,2}?(?:bias(?:es)?|inconsistenc\w+|weaknesses|failures)\b"),
    (-2.2, r"\bcode\b.*\bavailable\b|https?:|\b(?:we|are|is) (?:\w+ )?open[- ]sourced?\b(?! \w)"),
    (-1.5, r"^(?:existing|previous|prior|current|most|many|conventional|traditional)\b"),
    (-2.5, r"^(?:\w+ly, )?(?:existing|previous|prior|conventional|traditional)\b|\bwhile (?:the )?(?:existing|previous|"
           r"prior|conventional|traditional) [^,;]*\bbut (?:\w+ly )?(?:incurs?|requires?)\b"),
)  # fmt: skip
# One of these stands in every limit: most sentences need no closer look
_MAY_LIMIT = re.compile(
    r"limit|short|weakness|blind|fail|difficult|deficien|gaps?|brittle|vulnerab|bottleneck|obstacle|challeng|degrad|"
    r"drop|declin|inconsisten|struggl|lag|underperform|not able|unable|far from|insufficient|inadequate|unreliable|"
    r"ineffective|fragile|inflated|unnecessary|not|cannot|lack|poor|better than|worse|less|need|concern|"
    r"question|assum|belief|notion|view|room for|should|caution|with care|persist|hurt|harm|waste|undermine|estimate|"
    r"miss|still|even|only|below|merely|no more|future|further|warrant|remain|open|unknown|unclear|"
    r"unexplored|elusive|unresolved|unsolved|unanswered|incur|requir|overfit|lower|preparation|persists|none|"
    r"no single|no one|vanish|disappear|collapse|break down|deteriorate|diminish|plateau|saturate|hallucinate|prone|"
    r"susceptible|sensitive|biased|overconfident|rel(?:y|ies)|near[- ]random|chance|behind|yet to|leave|left|modest|"
    r"mixed|unsatisfactory|suboptimal|weak|cost of|expense of|comes at|albeit|dependent on|restricted|n['’]t|"
    r"more (?:research|work|stud)|larger|additional|prospective|bias|contaminat|deviat|discrepan|misalign|"
    r"flaw|fragil|deficit|reliance|misconcept|risk|"
    r"pitfall|danger|preliminary|may|might|inadvertent|unintention|disappoint|"
    r"exploratory|inconclusive|anecdotal|call|inability|catastrophic|higher|greater|longer|significant|substantial|"
    r"considerable|heavier|increased|extra|additional"
)
_SAYING = re.compile(SAYS)
# half of them ask who says so: once will do
_ASKING = tuple((one, one[0].pattern.startswith(SAYS)) for one in (*_FOUND, *FOUND_POOR))
_NOT = re.compile(r"(?<=[a-z])n['’]t\b")
_DENIED = re.compile(
    r"\b(?:not|no single|none|never|fails? to (?=(?:\w+ly )?(?:outperform|surpass|overcom|mitigat|resolv|avoid|bridg|"
    r"alleviat))) ?[^,;.]{0,80}|\bstruggl(?:es?|ed|ing) to [^,;.:]{0,80}"
)
_CONCEDED = re.compile(r"\b(?:while|although|though|whereas|despite) (?!we\b)[^,;.]{3,140}, ")
LEAST = 1.9


@lru_cache(maxsize=8192)
def weight(low: str) -> float:
    """The weight of the cues for a limit in a sentence in lower case; above :data:`LEAST` it states one."""
    if not _MAY_LIMIT.search(low):
        return 0.0
    low = without_asides(_NOT.sub(" not", low))
    plain = _CONCEDED.sub("", low)
    says = _SAYING.search(plain) is not None
    found = sum(much for (pattern, much), asks in _ASKING if (says or not asks) and pattern.search(plain))
    own = [
        (much, pattern.search(plain) is not None) for pattern, much in (*_LIMITS, *FALLS_SHORT) if pattern.search(low)
    ]
    said = found + sum(much for much, _ in own)
    if said <= LEAST:
        return 0.0
    unconceded = found + sum(much for much, stays in own if stays) > LEAST
    told = _DENIED.sub("", plain if unconceded else low)  # what is conceded says nothing against what is found
    return said + sum(much for pattern, much in _NO_LIMITS if pattern.search(told))


_CAME_OUT = re.compile(r"\b(?:did|does|do) not\b|\bno (?:statistically )?significant\b|\bcannot\b")
_OPEN = re.compile(r"\b(?:further|future|unclear|unknown|open|remain\w*|needs?|needed|limit\w*|yet|still|should)\b")


def limitation_score(piece: Piece, at: Setting) -> float:
    """Above zero when the paper states a limit or an open question, the higher where it says which.

    Under the headings of a trial, what was found not to be is a result like any other.
    """
    came_out = piece.part in {"result", "conclusion"} and _CAME_OUT.search(piece.low) and not _OPEN.search(piece.low)
    if piece.place == at.contribution or came_out or (much := weight(piece.low)) <= LEAST:
        return NEVER
    return min(much, _CLEAR) - LEAST + (_SAYS_WHICH if _WHICH.search(piece.low) else 0.0)


_CLEAR, _SAYS_WHICH = 2.4, 0.4
_WHICH = re.compile(
    rf"{FAILS}|\b(?:degrad|drop|declin)\w*|\b(?:limitations|weaknesses|challenges|failures|gaps|"
    rf"misalignment): "
)
"""What fails, or which limits there are, rather than that there are some."""
