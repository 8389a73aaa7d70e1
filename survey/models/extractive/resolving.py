"""An "It" in front of a sentence as the name of what the sentence before is about; a list's first item behind what says
that something is so."""

import re

_IT = re.compile(
    r"^(?:(?P<first>[A-Z][a-z]+(?: [a-z]+){0,3}), i|I)t "
    r"(?=(?:(?:also|further|even|can|significantly|consistently|only) )*"
    r"(?!is (?:\w+ )?(?:that|to|whether|how|clear|known|shown|important|possible|well|worth|difficult|"
    r"challenging|hard|unclear|crucial|essential|necessary|observed|found|demonstrated)\b|"
    r"(?:remains|seems|appears|turns|takes|follows|becomes|was|has been|can be|may|might|would)\b)\w)"
)
_ITS_KIND = re.compile(
    r"^(?:Proposes|Presents|Introduces|Develops|Designs|Describes) |^(?:The|This) (?:proposed |new |novel |"
    r"resulting )?(?:method|"
    r"approach|framework|model|algorithm|system|network|technique|architecture|strategy|tool)\b"
)


_KIND = r"(?:method|approach|framework|model|algorithm|system|network|technique|architecture)"
_ITS = re.compile(  # of what it has itself, and not what stands in it: "Its core ideas are", not "its leaves are"
    r"^(?P<first>(?!))?Its (?=(?:(?:core|key|main|central|primary|major|technical|overall|two|three|four) )*"
    r"(?:contributions?|innovations?|components?|ideas?|insights?|novelt(?:y|ies)|designs?|strengths?|modules?|stages?|"
    r"pipeline|workflow|features|architecture|backbone|core|training|inference|effectiveness|advantages?|parts)\b)"
)
_SAYS_THAT = re.compile(r"\b(?:that|is|are)\s*:\s*$")
_FIRST_ITEM = re.compile(r"^\(?(?:i|1|a)[).]\s+(?=(?P<first>\w[\w-]*))")


def resolved(sentence: str, before: str, before_raw: str, name: str | None) -> str:
    """``sentence`` with its first "It" or "Its" as the name of what the sentence ``before`` (trimmed) is about.

    Only where that sentence's subject is the paper's own method; "the method" where the paper gives it no ``name``. The
    first item of a list follows what announces it: "We find that: (1) Depth matters." is one sentence.
    """
    if (item := _FIRST_ITEM.match(sentence)) and _SAYS_THAT.search(before_raw):
        said = sentence[item.end() :]
        start = said if any(c.isupper() for c in item["first"][1:]) else said[:1].lower() + said[1:]
        return f"{before_raw.rstrip(' :')} {start}"
    match = _IT.match(sentence) or _ITS.match(sentence)
    if match is None:
        return sentence
    main_clause = before if name and before.startswith(f"{name} ") else before.partition(", ")[2]
    if name and (
        main_clause.startswith(f"{name} ")
        or (_ITS_KIND.match(before) and name in before)
        or (name in before and re.search(rf"\b{_KIND}(?:,| called| named)? {re.escape(name)},? [a-z]+s\b", before))
    ):
        longer = re.search(rf"\b{re.escape(name)}-[A-Z][\w-]*", before)  # "DASH-DTS" of a title on "DASH"
        subject = longer[0] if longer else name
    elif _ITS_KIND.match(before) and before.startswith("The"):
        subject = "the method"
    else:
        return sentence
    subject = f"{subject}'s" if match.re is _ITS else subject
    start = f"{match['first']}, {subject}" if match["first"] else subject[:1].upper() + subject[1:]
    return f"{start} {sentence[match.end() :]}"
