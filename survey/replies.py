"""What a model wrote, made usable: the JSON in it (models fence it, think aloud before it, add a sentence after it)."""

import json
import re
import unicodedata

_THINKING = re.compile(r"<(think|thinking|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_LONGEST = 1_000_000


class NotJson(ValueError):
    """There is no JSON object in the reply; the message is a complaint that the model can act on."""


def json_in(text: str) -> dict[str, object]:
    """The last complete JSON object at the top level of ``text``.

    Raises NotJson when there is none, or when the reply is longer than a million characters.
    """
    if len(text) > _LONGEST:
        raise NotJson(f"the answer had {len(text)} characters; a few hundred words are enough")
    found = _objects(_THINKING.sub("", text))
    if not found:
        raise NotJson("the answer was not a JSON object" if text.strip() else "the answer was empty")
    return found[-1]


def _objects(text: str) -> list[dict[str, object]]:
    decoder, found, at = json.JSONDecoder(), [], text.find("{")
    while at >= 0:
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            found.append(value)
        at = text.find("{", end)
    return found


def plain(text: str) -> str:
    """A model's text on one line, without control or formatting characters."""
    return " ".join("".join(" " if unicodedata.category(c).startswith("C") else c for c in text).split())
