"""What befell those counted, told by what they did not do or by the wounds they came away with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sitrep import lexicons
from sitrep.extract.figures.roles import words
from sitrep.extract.figures.wounds import suffered
from sitrep.inflection import verb
from sitrep.model import Token

# Up to how many tokens a verb's object takes before the wounds are told: "escaped the blast with light burns".
_OBJECT = 4


@cache
def _denied() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for role, phrases in lexicons.load("figure_verbs")["denied_fates"].items():
        for phrase in phrases:
            head, *rest = phrase.split()
            for form in verb(head):
                found.setdefault(form, []).append((tuple(rest), role))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def denied(tokens: Sequence[Token], k: int) -> str | None:
    """The role of those of whom what the verb at ``k`` tells is denied: "did not survive", "were never found"."""
    for rest, role in _denied().get(tokens[k].lower, ()):
        if tuple(t.lower for t in tokens[k + 1 : k + 1 + len(rest)]) == rest:
            return role
    return None


def with_wounds(tokens: Sequence[Token], k: int) -> bool:
    """Whether wounds are told of behind the verb that ends at ``k``: "were flown out with shrapnel wounds"."""
    for j in range(k, min(len(tokens), k + _OBJECT)):
        if tokens[j].lower in words("bearing"):
            return suffered(tokens, j + 1)
        if not tokens[j].lower[0].isalnum() or tokens[j].lower in words("clause_ends"):
            return False
    return False
