"""The verbs that say what a paper does, and their forms."""

import re

# Verbs that say what a paper does. The first verb after "we" may be any; these may also follow an "and".
TELLING = frozenset(
    "achieve add address adopt advocate aim analyse analyze apply argue assess ask attempt attribute augment automate "
    "build calculate call categorise categorize characterise characterize clarify classify collect combine compare "
    "compile "
    "compute conclude conduct confirm connect consider construct contribute create curate decompose define delineate "
    "demonstrate deploy derive describe design detect determine develop devise discover discuss disentangle distil "
    "distill draw employ enable encode enhance ensure establish estimate evaluate examine exploit explain explore "
    "expose "
    "extend extract find fine-tune formalise formalize formulate gather group generalise generalize generate give "
    "frame harness "
    "highlight identify illustrate implement improve incorporate infer inspect integrate interpret introduce "
    "investigate "
    "isolate launch learn leverage maintain make measure minimise minimize notice observe obtain offer optimise "
    "optimize "
    "outline outperform perform pinpoint point predict present prioritise prioritize probe produce propose prove "
    "provide "
    "quantify re-examine reach recommend reduce reexamine reformulate release represent resort reveal revisit rethink "
    "seek select share shed show simplify simulate solve study suggest summarise summarize synthesise synthesize "
    "systematise systematize tackle take test theorise theorize trace train transform treat try uncover understand "
    "unearth unify unveil use utilise utilize validate verify visualise visualize contrast adjust report review focus "
    "redesign reshape reweight "
    "advance align benchmark cast contend correlate decouple embed exhibit fuse hypothesise hypothesize implement "
    "initialise initialize inject mask merge open-source pose posit project prune quantise quantize rank reconstruct "
    "refine repeat replace retrain reuse sample scale score showcase simplify stress survey underscore update"
    .split()
)  # fmt: skip


def present(verb: str) -> str:
    """The third person singular of a base verb: "propose" gives "proposes", "study" gives "studies"."""
    if verb == "have":
        return "has"
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        return f"{verb}es"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}s"


TELLS = frozenset(present(verb) for verb in TELLING)
_DOUBLING = re.compile(r"(?:[^aeiou]*[aeiou][^aeiouwxy]|.*(?:fer|mit|trol|bed|cur|pel|til|split|model|label|equip))$")


def gerunds(verb: str) -> tuple[str, ...]:
    """How a base verb may read behind "by": "rank" gives "ranking", "map" also "mapping"."""
    plain = re.sub(r"(?<!e)e$", "", verb) if verb != "see" else verb
    return (f"{plain}ing", f"{verb}{verb[-1]}ing") if _DOUBLING.match(verb) else (f"{plain}ing",)


BASE_OF_GERUND = {gerund: verb for verb in TELLING for gerund in gerunds(verb)}
_MORE = (
    "accelerate adapt alleviate assist balance boost calibrate capture correct delve detail encode enrich "
    "extrapolate guide include increase induce interpolate invert localise localize map mitigate model move "
    "narrow overcome personalise personalize prevent process prompt protect recast recover regularise regularize "
    "relate relax remove resolve restore revise rotate search segment send shift split steer store supervise "
    "support transfer translate tune upscale weigh consist re-examine reformulate target question rely assign "
    "decide learn motivate adjust keep discard filter "
)
DOING = TELLING | frozenset(_MORE.split())
"""These, and verbs that say what a thing does."""
_BY_DOING = (
    "partition divide pair crop cut compress condition couple attend match sort pool average sum encourage "
    "penalise penalize constrain enforce force guide blend mix swap perturb warp freeze expand insert append "
    "concatenate aggregate maximise maximize rewrite track schedule allocate route retrieve query traverse iterate "
    "bootstrap pre-train pretrain finetune factorise factorize smooth denoise weight reweigh stack bridge link replay "
    "add allow drop ground transfer exchange inspect monitor plan reason recognise recognize reward select sparsify "
    "spread subtract swap tie toggle unroll vary vote embed encourage establish feed fit fold "
    "cover span mine annotate simulate "
    "equip exploit endow impose join lower raise reorder reorganise reorganize set solve train turn unify view write"
)
BASE_BEHIND_BY = BASE_OF_GERUND | {gerund: verb for verb in DOING | {*_BY_DOING.split()} for gerund in gerunds(verb)}
"""The verbs that may stand behind "by", by their gerunds: "by dividing the woods" tells who divides them."""
