"""Words as data: one concept a file, read and checked here and nowhere else.

A ``NAME.yaml`` file is a mapping of groups to entries (for short lists that a person edits); a ``NAME.csv`` file has
one entry a row, its first column the key (for long lists). Each file opens with a comment (``#``) that says what it
holds and where the facts come from.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


class LexiconError(ValueError):
    """A lexicon file breaks a rule: no opening comment, an empty entry, or one entry twice. Names file, line or group."""


def _text(name: str) -> str:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    if not text.startswith("#"):
        raise LexiconError(f"lexicons/{name}: open the file with a comment that says what it holds and its source")
    return text


class _Strict(yaml.CSafeLoader):
    """YAML in which a key may stand once only."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in found:
            raise LexiconError(f"line {key_node.start_mark.line + 1}: {key!r} stands twice; keep one")
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def _check(name: str, where: str, value: Any) -> None:
    if value is None or value == "" or value == [] or value == {}:
        raise LexiconError(f"lexicons/{name}: {where} is empty; fill it in or remove it")
    if isinstance(value, dict):
        for key, inner in value.items():
            _check(name, f"{where}.{key}" if where else str(key), inner)
    elif isinstance(value, list):
        seen = set()
        for inner in value:
            _check(name, f"an entry of {where}", inner)
            mark = repr(inner)
            if mark in seen:
                raise LexiconError(f"lexicons/{name}: {where} holds {inner!r} twice; keep one")
            seen.add(mark)


@cache
def load(name: str) -> dict[str, Any]:
    """The groups of ``NAME.yaml``. Raises LexiconError for an empty or a repeated entry."""
    file = f"{name}.yaml"
    try:
        groups = yaml.load(_text(file), Loader=_Strict)
    except LexiconError as error:
        raise LexiconError(f"lexicons/{file}: {error}") from None
    if not isinstance(groups, dict):
        raise LexiconError(f"lexicons/{file}: the file must be a mapping of groups")
    _check(file, "", groups)
    return groups


@cache
def rows(name: str, key: tuple[str, ...] = ()) -> tuple[dict[str, str], ...]:
    """The rows of ``NAME.csv``, in file order; ``key`` names the columns that tell rows apart (default: the first).

    An empty key or one that stands twice raises LexiconError; other columns may be empty.
    """
    file = f"{name}.csv"
    lines = _text(file).splitlines()
    first = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    reader = csv.DictReader(lines[first:])
    names = key or tuple((reader.fieldnames or [""])[:1])
    found, seen = [], set()
    for row in reader:
        line = first + reader.line_num
        mark = tuple(row[name] for name in names)
        if not mark[0] or None in row or None in row.values():
            raise LexiconError(f"lexicons/{file}: line {line}: an empty key or a wrong number of cells: {row}")
        if mark in seen:
            raise LexiconError(f"lexicons/{file}: line {line}: {mark} stands twice; keep one")
        seen.add(mark)
        found.append(row)
    if not found:
        raise LexiconError(f"lexicons/{file}: no entries")
    return tuple(found)
