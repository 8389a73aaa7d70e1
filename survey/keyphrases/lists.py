"""Words that tell nothing of a subject, and words that can't begin or end the name of one."""

from functools import cache
from importlib.resources import files

FUNCTION = frozenset(
    """
    a about above across after again against all almost along already also although always am among amongst an and
    another any are around as at be because been before being below beneath between beyond both but by can cannot could
    did do does doing done due during each either else enough especially et etc even ever every few first for from
    further furthermore had has have having he hence her here him his how however i i.e e.g ie eg if in instead into is
    it its itself just last later least less let like made mainly make makes making many may me might more moreover most
    much must my namely near nearly need neither new no nor not notably now off often on once one only onto or other
    others our ours out over overall own per rather respectively s same second see several she should since so some
    something still such t than that the their them themselves then there thereby therefore these they third this those
    though three through throughout thus to together too toward towards two under until up upon us use used uses using
    various versus very via vs was we well were what when where whereas whether which while who whole whom whose why
    will with within without would yet you your al and/or com http https www github io arxiv org including
    """.split()
)

BOILERPLATE = frozenset(
    """
    ability able abstract academic accuracy achieve addition additional advance advancement advantage aim analysis
    approach area aspect attempt author available average baseline benchmark benefit best better capability capable case
    challenge challenging choice code common community comparable comparison competitive complete complex complexity
    component comprehensive concern conclusion condition considerable consistent context contrast contribution
    conventional core correct cost criterion critical crucial current dataset deep degree demonstration desirable detail
    development difference different difficult difficulty direct direction diverse drawback effect effective
    effectiveness efficacy efficient efficiency effort emerging end-to-end entire essential evaluation evidence example
    excellent existing experiment experimental extensive extent fact factor field final finding flexible flexibility
    focus following form formulation framework fundamental future gain general generic given goal good great ground high
    higher highly hypothesis idea impact implementation implication importance important improvement increase individual
    initial innovative insight intuition inspired issue key kind lack large-scale leading level limitation limited
    literature little long low lower main major manner many means mechanism method methodology metric minimal modern
    motivation multiple natural necessary need novel novelty number numerous objective observation opportunity order
    original outcome overview paper part particular performance perspective pipeline point popular position possible
    possibility potential powerful practical practice practitioner present previous principle prior problem procedure
    process progress promising property proposal proposed publicly purpose quality quantitative qualitative question
    range rate real real-world reason recent recently related relevant remarkable representative requirement research
    researcher respect result rich robust role same sample scenario scheme scope section series set setting setup
    significance significant similar simple simplicity single situation small solution source special specific
    standard state-of-the-art sota step straightforward strategy strength strong study subsequent success successful
    suitable superior superiority survey systematic task technique term test theory thorough time title today
    top total traditional trade-off tradeoff train training trend type typical unified unique use useful user utility
    validation value variety various version view way weakness wide widespread widely work world years year art recipe
    top-1 top-5 downstream publicly-available well-known cutting-edge plug-and-play ablation ablations pros cons
    amount met show topic intersection-over-union miou iou auc auroc f1 f1-score psnr ssim rmse
    come comes found seen fail fails lead leads revisiting revisit encompassing underlying ensuing resulting remaining
    prone counterpart aforementioned consisting existence emergence phenomenon notion proximity usage inner workings
    million thousand hundred dozen relative
    anything everything nothing someone people human humans input inputs output outputs varying vary varies
    gained popularity shown promise ones containing
    """.split()
)
"""Not words to name a topic by on their own, nor to begin or to end a name with; inside one they may stand."""

MEASURES = frozenset(
    phrase.strip()
    for line in """
    wer|cer|eer|word error rate|character error rate|equal error rate|psnr|ssim|lpips|fid|kid|miou|iou|dice
    dice score|map|ap|average precision|mean average precision|mae|mse|rmse|auc|auroc|auprc|bleu|rouge|meteor|cider
    perplexity|f1|f1 score|f1-score|accuracy|precision|recall|mrr|ndcg|mpjpe|epe|pesq|stoi|mos|pq|nds|db|flop|macs
    latency|dice similarity coefficient|dice coefficient
    """.strip().split("\n")
    for phrase in line.split("|")
)
"""What is measured: a keyword of many topics, and the name of none."""

GENERIC = frozenset(
    phrase.strip()
    for line in """
    machine learning|deep learning|neural network|deep neural network|deep network|deep model|deep learning model
    machine learning model|artificial intelligence|computer vision|computer vision model|ai model|ai system|ml model
    black-box model|representation learning|feature representation|feature map|feature space|latent space
    latent representation|input data|training data|input image|model prediction|model performance|model behavior
    pre-trained model|pretrained model|learning algorithm|learning model|loss function|objective function|test set
    network architecture|model architecture|ground truth|computational complexity|computational overhead
    computational efficiency|memory usage|experimental result|large model|neural model|vision task|vision model
    extracted feature|input feature|natural language|natural language processing|supervised learning|model parameter
    language model|language processing|real data|synthetic data|transfer learning|model training|feature extraction
    convolutional network|internal representation|visual feature|image feature|learned representation|data point
    data distribution|visual representation|natural image|neural network model|information loss
    convolutional neural network|strong performance|data type|inference time|high-level feature|low-level feature
    learned feature|deep feature|feature learning|relevant feature|important feature|feature vector|feature set
    zero-shot performance|neural net|feature extractor|embedding space|learning representation
    imagenet classification|fine-tuning|pre-training|unlabeled data|labeled data|learning method
    unsupervised learning|large language model|image classification|gradient descent|deep feature representation
    convolutional layer|hidden layer|student model|self-attention|computer|large dataset|embedding
    semantic information|imagenet dataset|classification model|loss|classification|recognition|information
    representation|activation|feature|image|object|class|vector|label|weight|prediction|architecture|space|token
    parameter|transformer|attention|encoder|decoder|classifier|vision|video|segmentation model|contrastive loss
    training set|self-supervised learning|learning paradigm|sequence|score|network layer|model size
    supervisory signal|final prediction|prediction model|regression model|dataset shift|feature value
    model explanation|neural representation|edge feature|hidden state|model weight|large margin|feature detector
    graph node|edge feature|segmentation mask|random masking|generated image|long-range dependency|multi-modal data
    trainable parameter|activation space|model behavior|vision-language model|semantic mask
    sensitive information|inner working|forward pass|visual understanding
    systematic review|meta-analysis|meta-analyses|meta-analyse|literature review|systematic literature review|review
    published systematic review|network meta-analysis|scoping review|review article|randomized controlled trial
    randomised controlled trial|controlled trial|randomized trial|clinical trial|confidence interval|odds ratio|trial
    hazard ratio|risk ratio|relative risk|mean difference|standard deviation|inclusion criterion|inclusion criteria
    exclusion criterion|exclusion criteria|articles met|article met|papers met|studies met|risk of bias|data extraction
    longer duration|shorter duration|national knowledge infrastructure|electronic database|cochrane library
    search strategy|primary outcome|secondary outcome|outcome measure|statistical significance|sample size
    control group|placebo group|treatment group|study design|cross-sectional study|cohort study|observational study
    retrospective study|prospective study|case report|case series|follow-up|increased risk|higher risk|patient
    quality of evidence|methodological quality|intention-to-treat analysis|subgroup analysis|sensitivity analysis
    project page|project website|source code|code repository|supplementary material|supplementary video
    future research|further research|research question|case study|empirical study|present study|regression analysis
    multivariate analysis|statistical analysis|significant difference|literature search|included study|study
    prisma guideline|prisma statement|preferred reporting item|web of science|treatment option|treatment effect
    patient outcome|adverse event|clinical practice|systematic search|search term|eligible study|eligibility criterion
    mean age|median age|age group|baseline characteristic|study population|study participant|primary endpoint
    secondary endpoint|absolute risk|hospital stay|data suggest|management of patient|year of age|wild-type mice
    person-year|technical report
    """.splitlines()
    for phrase in line.split("|")
)
"""Phrases that fit half a library: fine as a last resort."""

SUBJECTS = frozenset(
    """
    convolutional neural network|convolutional network|graph neural network|large language model|language model
    vision-language model|image classification|representation learning|synthetic data|transfer learning|fine-tuning
    pre-training|unsupervised learning|self-supervised learning|natural language processing|multi-modal data
    clinical trial|network meta-analysis|machine learning|deep learning|artificial intelligence
    """.replace("\n", "|")
    .replace("    ", "")
    .split("|")
)
"""Generic phrases that a part of a corpus is about all the same, where most of its papers hold it and few others do."""

COMPOUNDS = frozenset(
    """
    point cloud|point tracking|point process|time sery|view synthesis|novel view|world model|world modeling
    world knowledge|code generation|code completion|code review|code search|source code|question answering
    question generation|topic model|topic modeling|community detection|community structure|quality of life
    quality of service|quality assessment|quality estimation|quality control|quality improvement|human pose
    human motion|human activity|human action|human mesh|human avatar|human body|human feedback|human preference
    human behavior|human mobility|human right|human immunodeficiency|human papillomavirus|human interaction
    metric learning|metric depth|metric space|multiple instance|multiple sclerosis|multiple myeloma|part segmentation
    value alignment|position embedding|position encoding|context length|context window|context compression
    dataset distillation|low back|low birth|high blood|deep vein|deep brain|source separation|source localization
    single cell|single image|general relativity|special relativity|general anesthesia|standard model|field theory
    order parameter|critical care|complex network|natural gas|natural selection|natural disaster|natural killer
    natural language|mechanism design|role play|process mining|process supervision|process control|hypothesis testing
    total knee|total hip|set theory|direct numerical|work stress|main memory|key exchange
    train station|sample complexity|key management|long covid|relative humidity
    """.replace("\n", "|")
    .replace("    ", "")
    .split("|")
) - {""}
"""Beginnings of terms (keys, in the singular) whose first word otherwise begins none."""

ENDS_SO = frozenset({"time sery"})
"""Those that are a term by themselves though their last word otherwise ends none."""

WEAK = frozenset("data model network learning system algorithm method layer training function language domain".split())
"""Words that end many a good name and are none by themselves."""

KEPT = frozenset("design control training search estimate compute feed mirror".split())
"""Told to be verbs by what stands around them, and good nouns all the same."""

EPONYMS = frozenset(
    """
    arnold banach bayes bellman bernstein boltzmann canny carlo chebyshev cox delaunay dirichlet doppler fisher fourier
    frobenius gabor gauss grassmann gumbel hamilton hausdorff hessian hilbert hoeffding hopfield hough huffman jacobi
    kalman kolmogorov koopman lagrange langevin laplace legendre lipschitz lorentz lyapunov mahalanobis markov monte
    nash navier neumann newton pareto poisson rademacher raman riccati schrodinger shannon shapley sinkhorn sobel
    sobolev stein stokes taylor turing vapnik voronoi wasserstein wigner zipf
    """.split()
)
"""Persons and places that no ending tells from words: "Monte Carlo"."""


@cache
def phrase_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words that begin no noun phrase (verbs, adverbs), and all that end none (adjectives too)."""
    text = files("survey.data").joinpath("phrase_words.txt").read_text(encoding="utf-8")
    _, verbs, enders = text.splitlines()[:3]
    begin_none = frozenset(verbs.split()) - KEPT
    return begin_none, begin_none | frozenset(enders.split())
