"""Lexicon files read and checked, which is slow: ``lexicons`` keeps what comes of it."""

from __future__ import annotations

import csv
from typing import Any

import yaml

from sitrep.lexicons import LexiconError

_STRING = "tag:yaml.org,2002:str"


class _Strict(yaml.CSafeLoader):
    """YAML in which a key may stand once only."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = _value(loader, key_node)
        if key in found:
            raise LexiconError(f"line {key_node.start_mark.line + 1}: {key!r} stands twice; keep one")
        found[key] = _value(loader, value_node)
    return found


def _value(loader: _Strict, node: yaml.Node) -> Any:
    """What a node stands for. Strings, nearly all there is, need no constructor: that halves the time of a load."""
    if node.tag == _STRING:
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(loader, inner) for inner in node.value]
    return loader.construct_object(node, deep=True)


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def _check(name: str, where: str, value: Any) -> None:
    if value is None or value == "" or value == [] or value == {}:
        raise LexiconError(f"lexicons/{name}: {where} is empty; fill it in or remove it")
    if isinstance(value, dict):
        for key, inner in value.items():
            _check(name, f"{where}.{key}" if where else str(key), inner)
    elif isinstance(value, list):
        if all(type(inner) is str and inner for inner in value) and len(set(value)) == len(value):
            return
        seen = set()
        for inner in value:
            if isinstance(inner, bool):  # what YAML makes of a bare yes, no, on or off
                raise LexiconError(f"lexicons/{name}: {where} holds {inner!r} for a word; write the word in quotes")
            _check(name, f"an entry of {where}", inner)
            mark = repr(inner)
            if mark in seen:
                raise LexiconError(f"lexicons/{name}: {where} holds {inner!r} twice; keep one")
            seen.add(mark)


def _opened(file: str, text: str) -> None:
    if not text.startswith("#"):
        raise LexiconError(f"lexicons/{file}: open the file with a comment that says what it holds and its source")


def groups(file: str, text: str) -> dict[str, Any]:
    """The groups of a YAML lexicon. Raises LexiconError."""
    _opened(file, text)
    try:
        found = yaml.load(text, Loader=_Strict)
    except LexiconError as error:
        raise LexiconError(f"lexicons/{file}: {error}") from None
    except yaml.YAMLError as error:
        raise LexiconError(f"lexicons/{file}: no YAML: {error}") from error
    if not isinstance(found, dict):
        raise LexiconError(f"lexicons/{file}: the file must be a mapping of groups")
    _check(file, "", found)
    return found


def rows(file: str, text: str, key: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a CSV lexicon. Raises LexiconError."""
    _opened(file, text)
    lines = text.splitlines()
    first = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    reader = csv.reader(lines[first:])
    columns = next(reader, [])
    names = key or tuple(columns[:1])
    found, seen = [], set()
    for cells in filter(None, reader):
        line = first + reader.line_num
        row = dict(zip(columns, cells, strict=False))
        if len(cells) != len(columns) or not row[names[0]]:
            raise LexiconError(f"lexicons/{file}: line {line}: an empty key or a wrong number of cells: {cells}")
        mark = tuple(row[name] for name in names)
        if mark in seen:
            raise LexiconError(f"lexicons/{file}: line {line}: {mark} stands twice; keep one")
        seen.add(mark)
        found.append(row)
    if not found:
        raise LexiconError(f"lexicons/{file}: no entries")
    return found
