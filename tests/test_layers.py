"""Data flows one way: no module imports one that stands above it."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "flows" / "sitrep"
# From the top down; a module may import what stands on a later line, or on its own.
LAYERS = [
    ["cli", "__main__"],
    ["flows"],
    ["building", "extraction", "__init__", "release", "showing", "report"],
    ["pipeline"],
    ["ingest"],
    ["layout"],
    ["mentions"],
    ["extract"],
    ["contracts"],
    ["validate"],
    ["publish"],
]
ENGINES = {"prefect": {"flows"}, "great_expectations": {"validate", "expectations"}}


def imports(path: Path) -> set[str]:
    """Dotted names a module imports at run time (what stands under TYPE_CHECKING does not count)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    names = set()
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def layer(part: str) -> int:
    """How far down a part of the package stands; what no line names is at the bottom."""
    return next((i for i, parts in enumerate(LAYERS) if part in parts), len(LAYERS))


MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_imports_one_above_it(path):
    part = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    used = {name.split(".")[1] for name in imports(path) if name.startswith("sitrep.") and name != "sitrep.__version__"}
    above = {name for name in used if layer(name) < layer(part)}
    assert not above, f"{path.relative_to(SOURCE)} imports from above: {sorted(above)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_engines_stay_in_their_rooms(path):
    part = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    used = {name.split(".")[0] for name in imports(path)}
    strangers = {engine for engine, rooms in ENGINES.items() if engine in used and part not in rooms}
    assert not strangers, f"{path.relative_to(SOURCE)} imports {sorted(strangers)}"
