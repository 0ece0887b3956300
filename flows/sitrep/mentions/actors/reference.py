"""The words that refer back and those around them, in groups that the lexicon ``reference`` names."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons


@cache
def listed(group: str) -> frozenset[str]:
    """A group of ``reference``."""
    return frozenset(lexicons.load("reference")[group])
