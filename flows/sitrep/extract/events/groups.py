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

    Most chunks are one small word, so what only groups have is set where there is one, and the same for all others.
    """

    main: int = -1
    lemmas: tuple[str, ...] = ()
    form: int = 0
    finite: bool = False
    passive: bool = False
    hedged: bool = False
    lasting: bool = False
    infinitive: bool = False
    gerund: bool = False
    negated: bool = False
    modal: str | None = None
    perfect: bool = False
    copula: bool = False
    adjective: str | None = None
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()

    def __init__(self, kind: str, start: int, end: int):
        self.kind = kind
        self.start = start
        self.end = end
