"""Words of the language stand in lexicons: no pattern and no collection in code lists them."""

import ast
import re
from pathlib import Path

import pytest

from sitrep import lexicons

SOURCE = Path(__file__).parent.parent.parent / "flows" / "sitrep"
READERS = [path for part in ("ingest", "layout", "mentions", "extract") for path in (SOURCE / part).rglob("*.py")]
MODULES = sorted([*READERS, SOURCE / "inflection.py"])
ALTERNATIVES = re.compile(r"(?<![\w\\<:])[a-z’' ]{2,}(?:\|[a-z’' ]{2,}){2,}(?![\w>])")
# What computers write and not people: elements of HTML, endings of files, endings of figures.
NO_WORDS = frozenset(
    "article blockquote br div em figure img li ol section span strong table td tr ul".split()
) | frozenset("gif jpe png webp st nd rd th".split())


def strings(path: Path) -> list[tuple[int, str]]:
    """The strings of a module less its docstrings, with the lines they stand on."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_pattern_lists_words(path):
    listed = [
        f"line {line}: {found[0]}"
        for line, text in strings(path)
        for found in ALTERNATIVES.finditer(text)
        if not NO_WORDS.intersection(found[0].split("|"))
    ]
    assert not listed, f"{path.relative_to(SOURCE)}: move the words to a lexicon: {listed}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_collection_lists_words_of_the_grammar(path):
    grammar = frozenset(lexicons.load("syntax")["prepositions"]) | frozenset(lexicons.load("syntax")["determiners"])
    listed = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Tuple | ast.Set | ast.List):
            words = [e.value.strip() for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            if len(words) == len(node.elts) and sum(word in grammar for word in words) > 2:
                listed.append(f"line {node.lineno}: {words}")
    assert not listed, f"{path.relative_to(SOURCE)}: move the words to a lexicon: {listed}"
