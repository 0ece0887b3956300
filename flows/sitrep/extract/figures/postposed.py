"""Qualifiers that stand behind the noun that is counted: "fifteen vehicles at least", "40 men or so"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sitrep import lexicons
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.roles import closed, words
from sitrep.model import NumberMention, Token


@cache
def _behind() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By their first word, the other words of each qualifier of several words, and what it is."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for qualifier, phrases in lexicons.load("number_qualifiers")["after"].items():
        for phrase in phrases:
            first, *rest = phrase.split()
            # "nine missiles and more than ten drones" are two counts.
            if rest and first not in words("joints"):
                found.setdefault(first, []).append((tuple(rest), qualifier))
    return {first: tuple(sorted(rests, key=lambda r: -len(r[0]))) for first, rests in found.items()}


@cache
def _goes_on() -> frozenset[str]:
    """What shows that the qualifier is of the number behind it: "15 men at least three of whom died"."""
    return words("before_numbers") | closed("determiners") | {"than", "to"}


def qualified(group: Group, tokens: Sequence[Token]) -> NumberMention:
    """The number of a group as what stands behind its noun bounds or blurs it; as it is where nothing does."""
    number, end = group.number, group.end
    if number.qualifier != "exact" or end >= len(tokens) or tokens[end].lower not in _behind():
        return number
    for rest, qualifier in _behind()[tokens[end].lower]:
        stop = end + 1 + len(rest)
        if tuple(t.lower for t in tokens[end + 1 : stop]) != rest:
            continue
        if stop < len(tokens) and (tokens[stop].text[0].isdigit() or tokens[stop].lower in _goes_on()):
            return number
        low = None if qualifier == "at_most" else number.low
        high = None if qualifier == "at_least" else number.high
        best = number.best if qualifier == "approximate" else None
        return replace(number, low=low, best=best, high=high, qualifier=qualifier)
    return number
