"""What a sentence is cut into: noun groups, verb groups and the small words between them."""

from __future__ import annotations

from sitrep.model import ActorMention, PlaceMention

# Kinds of chunk: noun group, verb group, preposition, comma, coordinator, relative, subordinator, adverb, date,
# stronger stop, quotation mark or bracket.
NP, VG, P, COMMA, CONJ, REL, SUB, ADV, DATE, STOP, MARK = "NP VG P COMMA CONJ REL SUB ADV DATE STOP MARK".split()

# What opens and what closes an aside in brackets.
BRACKETS, CLOSING_BRACKETS = frozenset("(["), frozenset(")]")


class Chunk:
    """Words ``start`` to ``end`` (half-open). A verb group has its main verb at ``main``, and what auxiliaries say;
    ``hedged`` is set where its passive is only told ("was reported killed"), ``lasting`` where it tells what still
    holds ("remains committed to").
    """

    __slots__ = (  # noqa: RUF023 (as they are set)
        "kind", "start", "end", "actors", "places", "main", "lemmas", "form", "finite", "passive", "hedged", "lasting",
        "infinitive", "gerund", "negated", "modal", "perfect", "copula", "adjective",
    )  # fmt: skip

    def __init__(self, kind: str, start: int, end: int):
        self.kind = kind
        self.start = start
        self.end = end
        self.actors: tuple[ActorMention, ...] = ()
        self.places: tuple[PlaceMention, ...] = ()
        self.main = -1
        self.lemmas: tuple[str, ...] = ()
        self.form = 0
        self.finite = self.passive = self.hedged = self.lasting = False
        self.infinitive = self.gerund = self.negated = self.perfect = self.copula = False
        self.modal: str | None = None
        self.adjective: str | None = None
