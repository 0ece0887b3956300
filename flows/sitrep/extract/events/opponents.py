"""Who fights whom in a document: the other side of a state, as its own sentences pair them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sitrep.extract.events.acts import kinds
from sitrep.model import ActorMention, Mentions, Page
from sitrep.territories import sovereign

# Of how many acts between two states the word of one of them makes up.
_DECLARED = 3
# A state is told of clearly more often than another if it is named so many times as often.
_CLEARLY = 1.5
# Of how many acts, or more, a state that fights at home has a foe abroad as well.
_ABROAD = 4
# A state fights at home if one in so many of its forces and offices, or more, is of its rebels.
_REBELS = 6
# From this many penalties on that name a state, others of the page are laid on it too.
_PENALTIES = 2
# Of how many acts the foe of a side is sure to be whom it means, or who struck it, where nobody is named.
_SURE = 2


class Opponents:
    """Pairs of countries that a document names together as doer and patient of conflict."""

    def __init__(self) -> None:
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.named: Counter[str] = Counter()
        self.divided: set[str] = set()
        self.punished: Counter[str] = Counter()

    def count(self, mentions: Mentions, parted: bool = False) -> None:
        """Who is named how often, and which states fight rebels of their own.

        ``parted``: the page tells of several states, each in a part of its own.
        """
        self.named.update(a.country for a in mentions.actors if a.country)
        rebels = Counter(a.country for a in mentions.actors if a.country and a.role in ("REB", "OPP"))
        state = Counter(a.country for a in mentions.actors if a.country and a.role in ("MIL", "GOV"))
        fought = {c for c, n in rebels.items() if n >= 2 and state[c] >= 2 and _REBELS * n >= state[c]}
        self.divided = {c for c in fought if self._leads(c, fought if parted else set())}

    def declare(self, page: Page, mentions: Mentions, ours: str | None) -> bool:
        """Count the enemy that a page speaks of against the state that speaks in it; is there one?"""
        enemy = next((a.country for a in mentions.actors if a.kind == "force" and _is_enemy(page, a)), None)
        if not ours or not enemy:
            return False
        self.add(ours, enemy, _DECLARED)
        return True

    def penalised(self) -> str | None:
        """The state that most penalties of the page are laid on, where it names that in several, or None."""
        most = self.punished.most_common(1)
        return most[0][0] if most and most[0][1] >= _PENALTIES else None

    def _leads(self, country: str, apart: set[str]) -> bool:
        """Is a state named clearly more often than any other, but for those of other parts?"""
        others = (n for c, n in self.named.items() if c != country and c not in apart)
        return self.named[country] >= _CLEARLY * max(others, default=0)

    def prevails(self, country: str, enemy: str | None) -> bool:
        """Is a country named more often than its foe from abroad?"""
        return enemy is None or self.named[country] > self.named[enemy]

    def add(self, one: str, other: str, weight: int = 1) -> None:
        """Count two sides against each other: the states that act for them; a state fights no land of its own."""
        at_home, one, other = one == other, sovereign(one) or one, sovereign(other) or other
        if one == other and not at_home:
            return
        self.pairs[one, other] += weight
        if one != other:
            self.pairs[other, one] += weight

    def two(self) -> tuple[str, ...]:
        """The two states that stand against each other in most of the acts between states, or none.

        None, too, where more of the acts are within one of the two.
        """
        between = {pair: n for pair, n in self.pairs.items() if pair[0] < pair[1]}
        if not between:
            return ()
        pair, most = max(between.items(), key=lambda item: (item[1], item[0]))
        at_home = max(self.pairs[state, state] for state in pair)
        return pair if 2 * most > sum(between.values()) and at_home <= most else ()

    def alone(self, country: str | None) -> bool:
        """Are all acts between two sides of which a document tells those of a country and one other?"""
        return bool(self.pairs) and all(country in pair and pair[0] != pair[1] for pair in self.pairs)

    def of(self, country: str | None, least: int = 1) -> str | None:
        """The country that stands against this one most often (``least`` times or more), or None.

        Of many that do, none is its foe: it takes half of the acts, or a war at home.
        """
        if country is None:
            return None
        known = [(n, b) for (a, b), n in self.pairs.items() if a == country and n >= least]
        if not known:
            return None
        most, foe = max(known, key=lambda pair: (pair[0], pair[1] != country, pair[1]))
        if foe != country and country in self.divided and most < _ABROAD:
            return country
        if 2 * most >= sum(n for n, _ in known):
            return foe
        return country if (most, country) in known else None

    def only_other(self, side: Iterable[str | None]) -> str | None:
        """The one other state that a page speaks of beside one state, or None."""
        own = set(side)
        others = self.named.keys() - own
        return next(iter(others)) if len(own) == len(others) == 1 else None

    def sure_foe(self, side: Iterable[str | None]) -> str | None:
        """The other state that stands against those of one state surely enough to be meant unnamed, or None."""
        own = set(side)
        foe = self.of(next(iter(own)), least=_SURE) if len(own) == 1 else None
        return None if foe in own else foe


def _is_enemy(page: Page, actor: ActorMention) -> bool:
    words = page.view[actor.char_start : actor.char_end].lower().split()
    return actor.via == "coreference" and not kinds()["enemies"].isdisjoint(words)
