"""LaTeX made plain text: accents, escapes and text commands decoded, simple formulas written out, the rest as it is."""

import re
import unicodedata
from typing import Final

# Accent command -> combining character.
_ACCENTS: Final = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331",
}  # fmt: skip
_LETTERS: Final = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "textregistered": "®", "texttrademark": "™", "textcopyright": "©", "textdegree": "°",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textmu": "µ", "textpm": "±",
    "textalpha": "α", "textbeta": "β", "textless": "<", "textgreater": ">", "textunderscore": "_",
    "ldots": "…", "dots": "…",
    "textellipsis": "…", "textbar": "|", "textbullet": "•", "textperiodcentered": "·", "LaTeX": "LaTeX", "TeX": "TeX",
}  # fmt: skip
_MATHS: Final = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "times": "×", "cdot": "·", "pm": "±", "mp": "∓", "sim": "~", "approx": "≈", "simeq": "≃", "leq": "≤",
    "le": "≤", "geq": "≥", "ge": "≥", "ll": "≪", "gg": "≫", "neq": "≠", "ne": "≠", "to": "→", "rightarrow": "→",
    "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "infty": "∞", "circ": "°", "degree": "°", "ell": "ℓ",
    "in": "∈", "partial": "∂", "nabla": "∇", "ldots": "…", "dots": "…", "cdots": "…", "langle": "⟨", "rangle": "⟩",
    "propto": "∝", "equiv": "≡", "div": "÷", "star": "*", "ast": "*", "prime": "′", "lesssim": "≲", "gtrsim": "≳",
    "uparrow": "↑", "downarrow": "↓", "dagger": "†", "bullet": "•", "cup": "∪", "cap": "∩", "subset": "⊂",
    "forall": "∀", "quad": " ", "lt": "<", "gt": ">", "hbar": "ħ", "odot": "⊙",
    "log": "log", "ln": "ln", "exp": "exp", "max": "max", "min": "min", "arg": "arg", "sin": "sin", "cos": "cos",
}  # fmt: skip
_ABOVE: Final = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_RAISED: Final = re.compile(
    r"(?<=[A-Za-z])\$(?:\^(?P<b>\{)?(?P<above>[-+]|[-+]?\d{1,2})|_(?P<c>\{)?(?P<below>\d{1,2}))(?(b)\})(?(c)\})\$"
)
_IN_BRACES: Final = re.compile(r"\{\\([A-Za-z]{2,})\}|\\([a-zA-Z])\{([a-z]{1,6})\}")
_SYMBOL: Final = re.compile(r"\\(?:([A-Za-z]+)|([%&#_$,;:! ]))")
_FORMULA: Final = re.compile(r"\$(?=[^\s$])([^$]{0,200}?[^\s\\$])\$(?!\d)|\\\((.{1,200}?)\\\)|\$(\\[A-Za-z]+)\$")
_WRAPPER: Final = re.compile(
    r"\\(?:text|mathrm|mathbf|mathit|mathsf|mathtt|mathcal|mathbb|mathscr|mathfrak|boldsymbol|bm|textbf|textit|textrm|"
    r"textsc|texttt|textsf|emph|underline|mbox|rm|bf|it|operatorname)\{([^{}\\$]*)\}"
)
_SIMPLE_POWER: Final = re.compile(r"(?<=[\w)])([\^_])\{([-+]?\w{1,12}|[A-Za-z]{3,12}-[A-Za-z]{3,12})\}")
_DEGREE: Final = re.compile(r"\^(?:\{\\circ\}|\\circ(?![A-Za-z]))")  # "$^\\circ$"
_FONT: Final = re.compile(r"\\(?:tt|it|bf|rm|sf|sl|sc|cal|em)(?![A-Za-z])\s*")
"""A switch within a formula: "\\tt A^\\tt 3" is "A^3"."""
_STARRED: Final = re.compile(r"(?<=\w)\^(?:\*|\{\*\})(?!\w)")
_NOT_SIMPLE: Final = re.compile(r"[\\{}^_&]")
_ANY_FORMULA: Final = re.compile(r"\$[^$]*\$")
_GROUPING: Final = re.compile(r"(?<!\\)[{}]")
_LONG_DASH: Final = re.compile(r"(?<!-)---(?!-)")
_RANGE_DASH: Final = re.compile(r"(?<=\d)--(?=\d)")
_BRACED_ACCENT: Final = re.compile(r"\{?\\([\"'`^~=.cvuHkrdb])\s*\{\s*\\?([A-Za-z])\s*\}\}?")
_BARE_ACCENT: Final = re.compile(r"\{\\([\"'`^~=.])\s*\\?([A-Za-z])\}|\\([\"'`^~=.])\\?([A-Za-z])(?:\{\})?")
_SPACED_ACCENT: Final = re.compile(r"\{\\([cvuHkrdb]) ([A-Za-z])\}|(?<=[A-Za-z])\\([cvuHkr]) ([A-Za-z])")
_LETTER: Final = re.compile(r"\{\\([A-Za-z]+)\s*\}|\\([A-Za-z]+)(?:\{\}|\s?)")  # or another command
_COMMAND: Final = re.compile(
    r"\\(?:emph|textit|textbf|texttt|textsc|textrm|textsf|textsl|textnormal|text|underline|mbox|url|mathrm|enquote)\s*\{([^{}]*)\}"
)
_SWITCH: Final = re.compile(r"\{\\(?:em|it|bf|tt|sc|rm|sf|sl|itshape|bfseries)\s+([^{}]*)\}")
_HREF: Final = re.compile(r"\\href\s*\{[^{}]*\}\s*\{([^{}]*)\}")
_ESCAPED: Final = re.compile(r"\\([%&#_$])")
_QUOTED: Final = re.compile(r"\\\"(?=[\s.,;:)!?]|$)")
_APOSTROPHE: Final = re.compile(r"(?<=[A-Za-z])\\'(?=(?:s|t|re|ll|d|ve|m)\b)")


def plain(text: str) -> str:
    """Text with LaTeX in it as a reader would have it.

    A formula is written out when nothing but symbols, letters and digits stands in it (``$95.2\\%$``, ``$\\alpha$``);
    any other formula, and any command that isn't known, stays as it is.
    """
    if "\\" not in text and "$" not in text:
        return text
    text = _RAISED.sub(_raised, text)
    pieces, end = [], 0
    for formula in _FORMULA.finditer(text):
        pieces += [_text(text[end : formula.start()]), _formula(formula)]
        end = formula.end()
    return "".join([*pieces, _text(text[end:])])


def without_braces(text: str) -> str:
    """BibTeX's text: ``plain``, then grouping braces, ties and TeX's dashes and quotes resolved outside formulas."""
    text = plain(text)
    if "$" not in text:
        return _ungrouped(text)
    pieces, end = [], 0
    for formula in _ANY_FORMULA.finditer(text):
        pieces += [_ungrouped(text[end : formula.start()]), formula[0]]
        end = formula.end()
    return "".join([*pieces, _ungrouped(text[end:])])


def _ungrouped(text: str) -> str:
    if "{" in text or "}" in text:
        text = _GROUPING.sub("", text)
    if "--" in text:
        text = _LONG_DASH.sub("\u2014", _RANGE_DASH.sub("\u2013", text))
    if "\\" in text:
        for escaped, meant in (("\\{", "{"), ("\\}", "}"), ("\\\\", " "), ("\\-", ""), ("\\/", ""), ("\\ ", " ")):
            text = text.replace(escaped, meant)
    return text.replace("~", " ").replace("``", '"').replace("''", '"')


def _formula(found: re.Match[str]) -> str:
    inside = found[1] or found[2] or found[3] or ""
    inside = _DEGREE.sub("°", inside)
    simple = _SIMPLE_POWER.sub(r"\1\2", _WRAPPER.sub(r"\1", inside))
    simple = _FONT.sub("", simple)
    simple = _STARRED.sub("*", _SYMBOL.sub(_symbol, simple))
    bare = re.sub(r"(?<=[\w)])[\^_](?:[A-Za-z]{3,12}-[A-Za-z]{3,12}|[-+]?\w{1,12})(?!\w)", "", simple)
    return found[0] if _NOT_SIMPLE.search(bare) or not simple.strip() else simple.strip()


def _symbol(found: re.Match[str]) -> str:
    if found[1] is None:
        return " " if found[2] in ",;: " else "" if found[2] == "!" else found[2]
    name: str = found[1]
    return _MATHS.get(name, found[0])


def _raised(found: re.Match[str]) -> str:
    """A figure or a sign above a name, or a figure below it: "A$^2$Search" is "A²Search", and "H$_2$O" is "H2O"."""
    return found["above"].translate(_ABOVE) if found["above"] else found["below"]


def _greek(found: re.Match[str]) -> str:
    """A symbol in braces, or a letter that an export split: "{\\Pi}" and "\\P{i}" are "Π"."""
    return _MATHS.get("".join(group for group in found.groups() if group), found[0])


def _text(text: str) -> str:
    if "\\" not in text:
        return text
    text = _IN_BRACES.sub(_greek, text)
    if _QUOTED.search(text):  # quotation marks escaped twice, no accents
        text = text.replace('\\"', '"')
    text = _APOSTROPHE.sub("'", text)
    text = _BRACED_ACCENT.sub(_accented, text)
    text = _SPACED_ACCENT.sub(_accented, text)
    text = _BARE_ACCENT.sub(_accented, text)
    text = _LETTER.sub(lambda found: _LETTERS.get(found[1] or found[2], found[0]), text)
    for command in (_SWITCH, _HREF, _COMMAND, _COMMAND):
        text = command.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", text)


def _accented(found: re.Match[str]) -> str:
    accent, letter = (group for group in found.groups() if group)
    made = unicodedata.normalize("NFC", letter + _ACCENTS[accent])
    return made if len(made) == 1 else found[0]
