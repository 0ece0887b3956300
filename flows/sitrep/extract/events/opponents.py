"""Who fights whom in a document: the other side of a state, as its own sentences pair them."""

from __future__ import annotations

from collections import Counter


class Opponents:
    """Pairs of countries that a document names together as doer and patient of conflict."""

    def __init__(self) -> None:
        self.pairs: Counter[tuple[str, str]] = Counter()

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
