"""What a reader can do without inside a sentence: citations, examples in brackets, links, trailing clauses."""

import re

_CITATION = re.compile(
    r"\s*[\[(](?:[^()\[\]]*\b(?:et al\.?|arXiv:)[^()\[\]]*|[^()\[\]]*\b(?:19|20)\d{2}[a-z]?(?:;[^()\[\]]*)?|\d+(?:\s*[,–-]\s*\d+)*)[\])](?!\w)"
)
_ASIDE = re.compile(
    r"\s*\((?:e\.?g\.?|i\.?e\.?|for example|for instance|see|cf\.?|such as|or|also|including|namely|viz\.?|in terms of)[\s,.:](?:[^()]|\([^()]*\))*\)",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s*[({\[]?https?://\S+|\s*\((?:code|see|project|available|link)[^()]*\)", re.IGNORECASE)
_LATEX: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"``|''"), '"'),
    (re.compile(r"\\([%&_#$])"), r"\1"),
    (re.compile(r"(?<=\w)~(?=[(\w])"), " "),
    (re.compile(r"\\(?:emph|textbf|textit|texttt|textsc)\{([^{}]*)\}"), r"\1"),
    (re.compile(r"\s+"), " "),
)
_TRAILING = re.compile(
    r",\s+(?:(?:all )?(?:of )?which\b|where\b|whereby\b|while\b|whereas\b|(?:thereby|thus|hence|therefore|further|effectively|ultimately|significantly|"
    r"potentially|consequently|often|simultaneously|typically)\s+\w+ing\b|"
    r"(?:leading|resulting|enabling|allowing|making|yielding|ensuring|improving|providing|achieving|demonstrating|"
    r"suggesting|indicating|showing|highlighting|revealing|paving|offering|facilitating|reducing|enhancing|eliminating|giving|"
    r"opening|outperforming|surpassing|laying|limiting|hindering|causing|setting|avoiding|encouraging|supporting|"
    r"making|capturing|establishing|marking|addressing|helping|contributing|underscoring|exhibiting|failing|exceeding|"
    r"including|considering|compared)\b|such as\b|so that\b|so as to\b|especially\b|particularly\b|in particular\b|e\.g\.|i\.e\.|for example\b|for instance\b|"
    r"even (?:though|when|if|with|without)\b|although\b|though\b|despite\b|without\b|rather than\b|instead of\b|because\b|since\b|as (?:well as|opposed to)\b|"
    r"both of which\b|each of\b|by \w+ing\b|and (?:thus|thereby|hence|therefore)\b)",
)


def tidy(text: str) -> str:
    """LaTeX quotes and escapes as plain characters, single spaces, no space before a comma, no bracket left empty."""
    for pattern, instead in _LATEX:
        text = pattern.sub(instead, text)
    text = re.sub(r"\s*\(\s*\)", "", text)
    return re.sub(r"\s+([,.;:!?])(?=\s|$)", r"\1", text).strip()


def without_asides(text: str) -> str:
    """``text`` without citations, links and brackets that only give examples or explain."""
    for pattern in (_LINK, _CITATION, _ASIDE):
        text = pattern.sub("", text)
    return text


def shortenings(text: str, least: int = 8) -> tuple[str, ...]:
    """``text`` cut before each trailing clause in turn, the longest first; each keeps at least ``least`` words.

    A cut is made only outside brackets and quotes, and only where what goes is a clause up to the sentence's end.
    """
    cuts = []
    for match in _TRAILING.finditer(text):
        head = text[: match.start()]
        if len(head.split()) >= least and head.count("(") == head.count(")") and head.count('"') % 2 == 0:
            cuts.append(head.rstrip(" ,;:") + ".")
    return tuple(reversed(cuts))
