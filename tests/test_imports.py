"""Imports run one way: every module's imports are read and held to a table of layers."""

import ast
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "survey"

# The lowest first. A part (a module, or a package with all that is in it) imports only from parts further down,
# never from its own layer: so stages don't know one another.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("standing", "sound"),
    (
        "errors",
        "beside",
        "bearing",
        "bounds",
        "words",
        "structured",
        "verbs",
        "inward",
        "datasets",
        "owndata",
        "markup",
        "replies",
        "prices",
        "tokens",
        "turns",
        "tasks",
        "unowned",
    ),
    ("agreement", "gerunds", "keyphrases"),
    ("papers", "questions", "records", "cache", "history", "cutting", "voice"),
    ("evidence", "ending", "settings", "models.base", "embedders"),
    ("announcing", "asides", "casing", "hanging", "membership", "phrasing", "sharing", "shortforms"),
    ("subjects", "telling"),
    ("hollow", "news", "passing", "following"),
    ("closing", "fuller", "rounding", "tidied", "worth"),
    ("adding", "cells"),
    ("wanting",),
    ("claims", "approach", "faults", "models", "prompts"),
    (
        "models.choice",
        "embedders.wire",
        "embedders.hosted",
        "embedders.choice",
        "document",
        "ledger",
        "judging",
        "twofold",
    ),
    ("respondent",),
    ("rounds",),
    ("ask", "completing", "lines", "recurring", "comparison", "notes", "changes", "retrieval", "briefed", "spelling"),
    ("scorecard",),
    ("dumps", "dedupe", "topics", "reading", "naming", "synthesis", "revision", "overview", "checking", "render"),
    ("supplement",),
    ("assembly", "folder"),
    ("intake", "arranging", "handover"),
    ("asking",),
    ("build",),
    ("plan",),
    ("refreshing", "briefing"),
    ("refresh", "brief"),
    ("console",),
    ("cli",),
    ("__main__",),
)
STAGES = ("dumps", "dedupe", "topics", "reading", "naming", "synthesis", "revision", "overview")
NEEDS_NO_STAGE = ("render", "models", "prompts", "ask", "document", "scorecard", "comparison", "checking")


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its name below it; the package's own __init__ holds public names only."""
    files = sorted(PACKAGE.rglob("*.py"))
    names = (".".join(file.relative_to(PACKAGE).with_suffix("").parts) for file in files)
    return {name.removesuffix(".__init__"): file for name, file in zip(names, files, strict=True) if name != "__init__"}


def level(module: str) -> int | None:
    """The layer of a module: that of the longest part it belongs to."""
    parts = {part: number for number, layer in enumerate(LAYERS) for part in layer}
    steps = module.split(".")
    for length in range(len(steps), 0, -1):
        if (part := ".".join(steps[:length])) in parts:
            return parts[part]
    return None


def imported(module: str) -> Iterator[str]:
    """The package's modules that ``module`` imports, anywhere in it."""
    path = modules()[module]
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found = [name if name.removeprefix("survey.") in modules() else str(node.module) for name in names]
        elif isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        else:
            continue
        yield from (name.removeprefix("survey.") for name in found if name.startswith("survey."))


def package_of(module: str) -> str:
    return module.split(".")[0]


def test_every_module_has_a_layer() -> None:
    assert len(modules()) > 50
    assert not [name for name in modules() if level(name) is None], "give new modules a place in LAYERS"
    assert not [part for part in chain(*LAYERS) if part not in modules()], "LAYERS names modules that are gone"


@pytest.mark.parametrize("module", sorted(modules()))
def test_imports_point_down(module: str) -> None:
    own = level(module)
    assert own is not None
    for other in imported(module):
        below = level(other)
        assert below is not None
        inside = package_of(module) == package_of(other) and own >= below
        assert inside or below < own, f"{module} (layer {own}) imports {other} (layer {below})"


def test_stages_do_not_import_one_another() -> None:
    reached = {(s, package_of(o)) for s in STAGES for m in modules() if package_of(m) == s for o in imported(m)}
    assert not [(stage, other) for stage, other in reached if other in STAGES and other != stage]


def test_what_is_below_or_beside_the_stages_imports_none() -> None:
    for module in modules():
        if package_of(module) in NEEDS_NO_STAGE:
            assert not [o for o in imported(module) if package_of(o) in STAGES and o != module], module


def test_only_the_stories_compose_stages() -> None:
    composing = {m for m in modules() if len({package_of(o) for o in imported(m)} & set(STAGES)) > 1}
    stories = {"build", "intake", "handover", "plan", "refresh", "refreshing", "brief", "assembly", "console"}
    assert {package_of(module) for module in composing} <= stories


def attributes(module: str) -> set[str]:
    """Every dotted name of two parts that the module uses, as "os.environ"."""
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    return {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }


@pytest.mark.parametrize(
    ("what", "place"), [("os.environ", "settings"), ("os.getenv", "settings"), ("html.escape", "render.escape")]
)
def test_there_is_one_place_for(what: str, place: str) -> None:
    assert {module for module in modules() if what in attributes(module)} <= {place}


def test_everything_is_caught_only_around_a_foreign_reader_and_at_the_edge() -> None:
    for name, path in modules().items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                broad = node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception")
                assert not broad or package_of(name) in {"dumps", "cli"}, f"{name}, line {node.lineno}"


def test_the_story_fits_on_one_screen() -> None:
    tree = ast.parse(modules()["build"].read_text(encoding="utf-8"))
    story = next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "build_survey")
    assert story.end_lineno is not None
    assert story.end_lineno - story.lineno < 40
    assert len(modules()["build"].read_text(encoding="utf-8").splitlines()) <= 50
