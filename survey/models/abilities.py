"""What an endpoint can do: supposed to be everything, until an error teaches otherwise; remembered for the run."""

import re
from dataclasses import dataclass, replace

SCHEMA, JSON, PLAIN = "schema", "json", "plain"
_LADDER = (SCHEMA, JSON, PLAIN)
_CAPS = ("max_tokens", "max_completion_tokens", "")


@dataclass(frozen=True, slots=True)
class Abilities:
    """``form``: how JSON is asked for. ``cap``: the name of the limit on tokens, empty where there is none."""

    form: str = SCHEMA
    cap: str = "max_tokens"
    temperature: bool = True
    seed: bool = True
    system: bool = True

    def after(self, about: str) -> "Abilities | None":
        """What is left after a refusal that said ``about`` (small letters); None when it names nothing we can spare."""
        if _CAP.search(about) and (cap := _other_cap(self.cap, about)) != self.cap:
            return replace(self, cap=cap)
        if self.temperature and "temperature" in about:
            return replace(self, temperature=False)
        if self.seed and _SEED.search(about):
            return replace(self, seed=False)
        if self.system and _SYSTEM.search(about):
            return replace(self, system=False)
        if _FORM.search(about):
            return self.humbler()
        return None

    def humbler(self) -> "Abilities | None":
        """The next way down of asking for JSON; None below plain text."""
        rung = _LADDER.index(self.form) + 1
        return replace(self, form=_LADDER[rung]) if rung < len(_LADDER) else None

    def meet(self, other: "Abilities") -> "Abilities":
        """What both leave: two calls that learn at the same time lose neither lesson."""
        return Abilities(
            max(self.form, other.form, key=_LADDER.index),
            max(self.cap, other.cap, key=_CAPS.index),
            self.temperature and other.temperature,
            self.seed and other.seed,
            self.system and other.system,
        )


_CAP = re.compile(r"max_tokens|max_completion_tokens|max_output_tokens")
_SEED = re.compile(r"\bseed\b")
_SYSTEM = re.compile(
    r"system (role|message|prompt|instruction)|role.{0,20}system|developer instruction"
    r"|only user and assistant|roles must alternate"
)
_FORM = re.compile(r"response_format|json_schema|json_object|json mode|structured output|guided|grammar|schema")


def _other_cap(present: str, about: str) -> str:
    """max_tokens, then max_completion_tokens when that is what the refusal offers, then no cap at all."""
    if present == "max_tokens" and "max_completion_tokens" in about:
        return "max_completion_tokens"
    return "" if present in about else present
