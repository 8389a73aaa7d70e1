"""Question + typed values -> Prompt: the Jinja2 templates, one per question, checked before anything is asked.

A template has two blocks: ``system``, which is the same for every call (endpoints can cache it), and ``user``. It may
use the fields of its question's values and nothing else. A folder given with ``--prompts`` may hold some of the
templates; the others are the shipped ones.
"""

import hashlib
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from jinja2 import StrictUndefined, TemplateSyntaxError, meta
from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel

from survey import questions
from survey.errors import TemplateError
from survey.models.base import Prompt

SUFFIX = ".j2"
_BLOCKS = ("system", "user")
_VALUES: dict[str, type] = {
    "record": questions.RecordValues,
    "topic_name": questions.TopicNameValues,
    "synthesis": questions.SynthesisValues,
    "revision": questions.RevisionValues,
    "overview": questions.OverviewValues,
}
_SCHEMAS: dict[str, type[BaseModel]] = {
    "record": questions.RecordAnswer,
    "topic_name": questions.TopicNameAnswer,
    "synthesis": questions.SynthesisAnswer,
    "revision": questions.RevisionAnswer,
    "overview": questions.OverviewAnswer,
}


def shipped_folder() -> Path:
    """Where the shipped templates stand: in the wheel ``survey/templates``, in a checkout ``prompts/``."""
    package = Path(__file__).resolve().parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "prompts"


@dataclass(frozen=True)
class Template:
    """One question's template: its text, where it stands, and the hash that enters every cache key."""

    question: str
    path: Path
    source: str

    @cached_property
    def hash(self) -> str:
        """16 hexadecimal digits over the template's text and its question's schema."""
        schema = _SCHEMAS[self.question].model_json_schema()
        return hashlib.sha256(f"{self.source}\n{schema}".encode()).hexdigest()[:16]

    def prompt(self, values: object, complaints: tuple[str, ...] = ()) -> Prompt:
        """The prompt for ``values``; ``complaints`` say what was wrong with the answer before."""
        shown = {field.name: getattr(values, field.name) for field in fields(_VALUES[self.question])}
        system, user = (self._block(name, shown) for name in _BLOCKS)
        if complaints:
            user += "\n\nYour previous answer could not be used:\n" + "\n".join(f"- {c}" for c in complaints)
        return Prompt(self.question, values, system, user, _SCHEMAS[self.question])

    def _block(self, name: str, values: dict[str, Any]) -> str:
        try:
            return "".join(self._compiled.blocks[name](self._compiled.new_context(values))).strip()
        except (JinjaError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise TemplateError(f"The template {self.path} can't be filled: {error}.", _ADVICE) from None

    @cached_property
    def _compiled(self) -> JinjaTemplate:
        return _environment().from_string(self.source)

    def check(self) -> None:
        """Raise TemplateError unless the template parses, has both blocks, and can be filled with known values only."""
        try:
            used = meta.find_undeclared_variables(_environment().parse(self.source))
            blocks = set(self._compiled.blocks)
        except TemplateSyntaxError as error:
            raise TemplateError(f"{self.path}, line {error.lineno}: {error.message}.", _ADVICE) from None
        if missing := [name for name in _BLOCKS if name not in blocks]:
            raise TemplateError(f"The template {self.path} has no block called {' or '.join(missing)}.", _ADVICE)
        known = {field.name for field in fields(_VALUES[self.question])}
        if unknown := sorted(used - known):
            what = f"The template {self.path} asks for unknown variables: {', '.join(unknown)}."
            raise TemplateError(what, f"The question {self.question!r} knows: {', '.join(sorted(known))}.")
        self.prompt(_sample(_VALUES[self.question]))


_ADVICE = "`survey prompts show NAME` prints the shipped one; `survey prompts copy DIR` takes a copy to edit."


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )


def _sample(kind: Any) -> Any:  # noqa: ANN401  # the type of any value, and a value of that type
    """A value of the type ``kind``, to try a template on: one of everything, nothing absent."""
    inside = [part for part in get_args(kind) if part not in (Ellipsis, NoneType)]
    if is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: _sample(hint) for name, hint in get_type_hints(kind).items()})
    if get_origin(kind) is tuple:
        return tuple(_sample(part) for part in inside)
    if get_origin(kind) is Literal:
        return inside[0]
    return _sample(inside[0]) if inside else kind(1)


def load_templates(folder: Path | None = None) -> dict[str, Template]:
    """All templates by question name, checked; those in ``folder`` replace the shipped ones.

    Raises TemplateError for a folder that is missing, holds no template, or holds one that belongs to no question.
    """
    own: dict[str, Path] = {}
    if folder is not None:
        if not folder.is_dir():
            raise TemplateError(f"There is no folder of templates {folder}.", "`survey prompts copy DIR` makes one.")
        own = {path.stem: path for path in sorted(folder.glob(f"*{SUFFIX}"))}
        if unknown := sorted(set(own) - set(_VALUES)) or ([] if own else ["no template at all"]):
            what = f"The folder {folder} holds {', '.join(unknown)}, which belongs to no question."
            raise TemplateError(what, f"The templates are {', '.join(f'{name}{SUFFIX}' for name in _VALUES)}.")
    templates = {}
    for question in _VALUES:
        path = own.get(question, shipped_folder() / f"{question}{SUFFIX}")
        try:
            templates[question] = Template(question, path, path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            raise TemplateError(f"The template {path} can't be read: {error}.", _ADVICE) from None
        templates[question].check()
    return templates


def template_named(question: str) -> Template:
    """The shipped template of ``question``. Raises TemplateError when there is no such question."""
    templates = load_templates()
    if question not in templates:
        raise TemplateError(f"There is no template {question!r}.", f"The templates are {', '.join(templates)}.")
    return templates[question]


def copy_templates(folder: Path) -> tuple[Path, ...]:
    """Copies of the shipped templates in ``folder``, which must not hold one of them already."""
    templates = load_templates().values()
    paths = {template.question: folder / template.path.name for template in templates}
    if there := [str(path) for path in paths.values() if path.exists()]:
        raise TemplateError(f"{there[0]} is there already; nothing was written.", "Name another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for template in templates:
            paths[template.question].write_text(template.source, encoding="utf-8")
    except OSError as error:
        raise TemplateError(f"{folder} can't be written: {error.strerror}.", "Name another folder.") from None
    return tuple(paths.values())
