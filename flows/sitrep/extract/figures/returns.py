"""Those given for others and those brought back: "freed X in exchange for two Y", "repatriated its last 300 men"."""

from __future__ import annotations

from collections.abc import Sequence

from sitrep.extract.figures.roles import Verb, words
from sitrep.model import Token

# How many tokens the phrase may take that opens what is given for others, and how many before a count tell whose it is.
_PHRASE, _OWNED = 4, 4


def in_exchange(tokens: Sequence[Token], start: int) -> bool:
    """Whether what opens at ``start`` is given for others: "in exchange for two Azerbaijanis convicted in Paris"."""
    before = " ".join(token.lower for token in tokens[max(0, start - _PHRASE) : start])
    return before.endswith(tuple(words("in_exchange")))


def brings_back(verb: Verb | None, tokens: Sequence[Token], start: int) -> bool:
    """Whether somebody's own forces are brought home: "repatriated its remaining 1,041 soldiers"."""
    if verb is None or verb.passive or verb.lemma not in words("repatriating"):
        return False
    own = tokens[max(verb.end, start - _OWNED) : start]
    return any(token.lower in words("possessors") for token in own)
