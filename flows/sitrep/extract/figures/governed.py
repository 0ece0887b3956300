"""A role that is told of a group, with what tells it and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sitrep import lexicons
from sitrep.extract.figures.roles import Verb, words
from sitrep.inflection import BASE, THIRD
from sitrep.model import Token

# Roles of what becomes of men and arms, other than being there or sent.
HARM = frozenset(
    {
        "killed",
        "wounded",
        "captured",
        "missing",
        "surrendered",
        "released",
        "destroyed",
        "casualties",
        "deserted",
        "recruited",
        "withdrawn",
    }
)
# How many tokens away a governor may stand.
FAR = 14
# What opens and closes an aside.
ASIDE_MARKS = frozenset({(",", ","), ("(", ")"), ("–", "–"), ("—", "—")})


@dataclass
class Governed:
    """A role and what gave it: ``how`` is ``adjective``, ``object``, ``passive``, ``subject``, ``noun``, ``list``,
    ``have``, ``inherent``, ``earlier`` or ``far``; ``verb`` where a verb did; ``token`` where the governor stands.
    """

    role: str
    how: str
    token: int
    verb: Verb | None = None

    def resizes(self, tokens: Sequence[Token]) -> bool:
        """Whether a force is told to come to a size: "raised its strength from 45,000"."""
        at = self.how == "noun" and self.role == "strength"
        return at and tokens[self.token].lower in words("resizing_links")

    def lasts(self, tokens: Sequence[Token]) -> bool:
        """Whether what is told is told of the present or until then: "has had ten battalions there"."""
        if self.present(tokens):
            return True
        verb = self.verb
        far = verb is not None and self.how == "far" and verb.forms in (BASE, THIRD) and not verb.future
        had = self.how == "have" and self.token > 0 and tokens[self.token - 1].lower in words("have_present")
        return far or had

    def present(self, tokens: Sequence[Token]) -> bool:
        """Whether a finite verb in the present is the governor: "has 900 soldiers there", "keep 40 tanks"."""
        if self.how == "have":
            return tokens[self.token].lower in words("have_present")
        verb = self.verb
        return (
            verb is not None
            and self.how in ("object", "subject", "list")
            and verb.forms in (BASE, THIRD)
            and not verb.future
        )


@cache
def inherent() -> dict[str, str]:
    """Nouns that tell a role by themselves ("captive"), with that role."""
    return {noun: role for role, nouns in lexicons.load("figure_verbs")["inherent"].items() for noun in nouns}
