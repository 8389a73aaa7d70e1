"""A method by its name alone: "The MGM model achieves" and "the approach (MGM) achieves" as "MGM achieves"."""

import re

from survey.models.extractive.alone import VERBS


def without_article(name: str, text: str) -> str:
    """ "The MGM achieves ..." and "The MGM model achieves ..." as "MGM achieves ...": a name needs no article."""
    text = re.sub(
        rf"\b[Tt]he (?:proposed )?{_KINDS} \({re.escape(name)}\)(?= (?:\w+ly )?[a-z]+s\b)", name, text, count=1
    )
    if kind := re.match(rf"The {re.escape(name)} (?:model|framework|approach|method|network) (?=surpass)", text):
        return f"{name} {text[kind.end() :]}"
    if text.startswith(f"The {name} ") and _ACTS.match(text, len(name) + 5):
        return text.removeprefix("The ")
    if not text.startswith(f"The proposed {name}"):
        return text
    bare = text.removeprefix("The proposed ")
    return f"The {bare}" if _KIND.match(bare, len(name)) else bare


_KINDS = r"(?:model|framework|approach|method|network|system|algorithm|architecture|module)"
_KIND = re.compile(rf" {_KINDS}\b")
_ACTS = re.compile(
    rf"(?:(?:\w+ly|also|not only) )*(?:(?:can|could|may|will|is|has|was|does|{VERBS.replace(' ', '|')})\b|"
    r"(?:[a-z]+(?:[^s\Wu]s) (?:an?|the|its|their|both|all|to|up|on|from|\d\S*|[a-z]+ing|[a-z]+ly)\b))"
)
