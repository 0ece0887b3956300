"""Who fights whom in a document: the other side of a state, as its own sentences pair them."""

from __future__ import annotations

from collections import Counter

from sitrep.model import Mentions


class Opponents:
    """Pairs of countries that a document names together as doer and patient of conflict."""

    def __init__(self) -> None:
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.named: Counter[str] = Counter()
        self.divided: set[str] = set()

    def count(self, mentions: Mentions) -> None:
        """Who is named how often, and which states fight rebels of their own."""
        self.named.update(a.country for a in mentions.actors if a.country)
        rebels = Counter(a.country for a in mentions.actors if a.country and a.role in ("REB", "OPP"))
        state = Counter(a.country for a in mentions.actors if a.country and a.role in ("MIL", "GOV"))
        self.divided = {c for c, n in rebels.items() if n >= 2 and state[c] >= 2 and 3 * n >= state[c]}

    def prevails(self, country: str, enemy: str | None) -> bool:
        """Is a country named more often than its foe from abroad?"""
        return enemy is None or self.named[country] > self.named[enemy]

    def add(self, one: str, other: str, weight: int = 1) -> None:
        self.pairs[one, other] += weight
        if one != other:
            self.pairs[other, one] += weight

    def of(self, country: str | None, least: int = 1) -> str | None:
        """The country that stands against this one most often (``least`` times or more), or None."""
        if country is None:
            return None
        known = [(n, b) for (a, b), n in self.pairs.items() if a == country and n >= least]
        if not known:
            return None
        return max(known, key=lambda pair: (pair[0], pair[1] != country, pair[1]))[1]
