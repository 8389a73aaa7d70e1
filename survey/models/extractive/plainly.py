"""A sentence with its figures written as most papers write them: "F1 = 0.46", "34.3%", "AP +6.9", "1.93x speedup"."""

import re

from survey.models.extractive.measures import NUMBER

_EQUALS = re.compile(rf"(?<=[A-Za-z\d])(?<!\b[npPNr])=(?={NUMBER})")  # "F1=0.46", but not "n=53" and "p=0.01"
_IN_DOLLARS = re.compile(rf"\$ ?\\?(?P<value>\+?{NUMBER}\s?(?:\\?%)?)\$")  # "$34.3\%$"
_SET = re.compile(r"\\(?:textbf|textit|emph|underline|mathbf|text) ?\{(?P<set>[^{}]*)\}")  # "\textbf{84.4\%}"
_SIM_IN_DOLLARS = re.compile(
    rf"\$\\(?:sim|approx) ?(?:\$ ?(?=\d)|(?P<value>{NUMBER}\s?(?:\\?%|\\times)?)\$)"
)  # "$\sim$ 0.90"
_TIMES_IN_DOLLARS = re.compile(rf"\$(?P<value>{NUMBER}\s?\\times)\$")  # "$1.27\times$"
_SPREAD = re.compile(  # "$92.2 \\pm 2.4\\%$accuracy"
    rf"\$(?P<value>{NUMBER}) ?\\?%? ?\\pm ?{NUMBER} ?(?P<unit>\\?%)?\$ ?(?=[A-Za-z]{{3}})"
)
_THIN_SPACE = re.compile(r"(?<=\d)\\[,;:](?=[A-Za-z%])")  # "6.2\\,px"
_NO_SPACE = re.compile(r"(?<=\d%)(?=[a-z]{3})")  # "98%accuracy"
_ABOUT = re.compile(r"(?<![\w])\\?sim ?(?=\d)")  # "by sim2.4 AP", of which the dump lost a stroke
_ADDED = re.compile(r"(?<=\w[A-Z])\+(?=\d+\.\d)")  # "AP+6.9", but not "GPT+3"
_TIMES_AHEAD = re.compile(
    rf"(?<![\w.])(?P<times>[×x])(?P<value>{NUMBER})(?= (?:[a-z-]+ )??"
    r"(?:speed-?ups?|faster|slower|fewer|less|smaller|lower|higher|"
    r"acceleration|reductions?|improvements?|compression)\b)"
)
_TIMES_APART = re.compile(  # "3.1 X speedup"
    r"(?<=\d) ?[xX×](?= (?:[a-z-]+ )??(?:speed-?ups?|faster|slower|fewer|less|smaller|lower|higher|acceleration|"
    r"reductions?|improvements?|compression)\b)"
)


def plain_figures(text: str) -> str:
    """``text`` with its figures written plainly; each of them still stands there as it is."""
    text = _THIN_SPACE.sub(" ", text) if "\\" in text else text
    text = _SIM_IN_DOLLARS.sub(lambda m: f"~{m['value'] or ''}", text) if "$" in text else text
    text = _SPREAD.sub(r"\g<value>\g<unit> ", text) if "\\pm" in text else text
    text = _NO_SPACE.sub(" ", text) if "%" in text else text
    text = _EQUALS.sub(" = ", text) if "=" in text else text
    text = _ABOUT.sub("~", text) if "sim" in text else text
    text = _ADDED.sub(" +", text) if "+" in text else text
    text = _TIMES_AHEAD.sub(r"\g<value>\g<times>", text) if "×" in text or "x" in text else text
    text = _TIMES_APART.sub("x", text) if " X" in text or " x" in text else text
    if "\\" in text:
        text = _TIMES_IN_DOLLARS.sub(r"\g<value>", _SET.sub(r"\g<set>", text))
    return _IN_DOLLARS.sub(r"\g<value>", text) if "$" in text else text
