"""What a good model would answer, made from the text of a prompt alone: the loopback endpoint's wits."""

import re
from typing import Any

from survey.telling import HARD, leaning

_PAPER = re.compile(r"^(P\d+): (.*)$")
_SENTENCE = re.compile(r"^\[(\d+)\] (.*)$")
_SAID = re.compile(r"^- (\w+): (.*)$")
_OUTCOME = re.compile(r"\d|outperform|exceed|surpass|superior|better|state-of-the-art|on par|than", re.IGNORECASE)
POINTERS = re.compile(r"\b(?:this|these|those|such(?: an?)?)\b")
_PLAIN_CLAIM = re.compile(r"^\w+: ")
_CLAIM = re.compile(r"^- (.*) \((P\d+(?:, P\d+)*)\)$")


def good_answer(prompt: str) -> dict[str, Any]:
    """The answer to one of the four questions, told apart by what the prompt asks for."""
    data = prompt.split("\n===\n", 1)[-1]
    if '"statements"' in prompt:
        return {"papers": [_record(name, lines) for name, lines in _blocks(data)]}
    if '{"name"' in prompt:
        return {"name": _first(r"^Phrases: ([^;\n]+)", data) or "Assorted papers"}
    if re.search(r"^P\d+: ", data, re.M):
        titles = {match[1]: match[2] for line in data.splitlines() if (match := _PAPER.match(line))}
        return {"claims": [claim for name, lines in _blocks(data) for claim in _finding(name, lines, titles[name])]}
    found = [match for line in data.splitlines() if (match := _CLAIM.match(line)) and "http" not in line]
    return {"claims": [_together(one, two) for one, two in zip(found[:12:2], found[1:12:2], strict=False)]}


def _together(one: re.Match[str], two: re.Match[str]) -> dict[str, Any]:
    """What two claims come to: an overview repeats none of its sections' claims."""
    text = "; ".join(" ".join(_PLAIN_CLAIM.sub("", m[1]).rstrip(".").split()[:14]) for m in (one, two))
    return {"kind": "finding", "text": f"{text}.", "papers": list(dict.fromkeys(f"{one[2]}, {two[2]}".split(", ")))}


def _blocks(data: str) -> list[tuple[str, list[str]]]:
    """Each paper's id and the lines below it."""
    blocks: list[tuple[str, list[str]]] = []
    for line in data.splitlines():
        if line.startswith("==="):
            break
        if match := _PAPER.match(line):
            blocks.append((match[1], []))
        elif blocks:
            blocks[-1][1].append(line)
    return blocks


def _record(name: str, lines: list[str]) -> dict[str, Any]:
    sentences = [(int(m[1]), m[2]) for line in lines if (m := _SENTENCE.match(line))]
    told = [s for s in sentences if not _OUTCOME.search(s[1])] or sentences[:1]
    said = [
        {"field": field, "text": _short(text), "sentences": [number]}
        for field, (number, text) in zip(("problem", "contribution", "method"), told, strict=False)
    ]
    measured = [(number, text) for number, text in sentences[3:] if re.search(r"\d", text)]
    results = [{"text": _short(text), "sentences": [number]} for number, text in measured[:2]]
    return {"paper": name, "statements": said, "results": results}


def _finding(name: str, lines: list[str], title: str) -> list[dict[str, Any]]:
    found = {m[1]: m[2] for line in lines if (m := _SAID.match(line))}
    ranked = [found[field] for field in ("result", "contribution") if field in found] + list(found.values())
    ranked += [POINTERS.sub("the", one) for one in ranked]
    text = next((one for one in ranked if leaning(one, title) < HARD), None)  # makes sense alone
    return [{"kind": "finding", "text": text, "papers": [name]}] if text else []


def _first(pattern: str, text: str) -> str | None:
    match = re.search(pattern, text, re.M)
    return match[1].strip() if match else None


def _short(text: str) -> str:
    """At most the 25 words that the prompt allows."""
    return " ".join(text.split()[:25])
