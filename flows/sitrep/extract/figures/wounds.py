"""What is told of wounds by the part of the body that is hit, or by the wounds that somebody suffers."""

from __future__ import annotations

from collections.abc import Sequence

from sitrep.extract.figures.roles import closed, words
from sitrep.model import Token

# The longest noun group, in tokens, that a wound or a limb may end: "in both of his lower legs".
_REACH = 6


def in_limb(tokens: Sequence[Token], k: int) -> bool:
    """Whether a part of the body that people live without being hit in stands at ``k``: "in the left leg"."""
    if k + 1 >= len(tokens) or tokens[k].lower not in words("into_limbs"):
        return False
    return any(t.lower in words("limbs") for t in tokens[k + 1 : k + _REACH])


def suffered(tokens: Sequence[Token], k: int) -> bool:
    """Whether the object that begins at ``k`` is a wound: "light shrapnel wounds", "a concussion"."""
    for t in tokens[k : k + _REACH]:
        if t.lower in words("wound_nouns"):
            return True
        if not t.lower[0].isalnum() or t.lower in words("clause_ends") or t.lower in closed("prepositions"):
            return False
    return False
