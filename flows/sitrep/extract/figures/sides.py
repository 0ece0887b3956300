"""Who fights whom on a page."""

from __future__ import annotations

from collections import Counter

from sitrep import patterns as re
from sitrep.model import Mentions, Page
from sitrep.territories import states_abroad

GUESSED = frozenset({"context", "setting"})
_DOMINANT = 0.6
# How often a country is named that a page is about: as the only one of an official page, and of others.
_FEW, _MANY = 3, 6
_BESIDE = 0.2
_STATES = frozenset({"state", "demonym", "force", "group", "office", "person", "pronoun", "body"})


_GROUP = re.compile(lambda: rf"\b{re.any_of(states_abroad())}\b")


class Sides:
    """Who fights whom on a page, by how often each country's forces and people are named."""

    def __init__(self, page: Page, mentions: Mentions):
        self.named: Counter[str] = Counter()
        self.rebels: Counter[str] = Counter()
        first: str | None = None
        # A page that an office of state or its army opens is its own.
        opening = next((a for a in mentions.actors if a.kind != "pronoun"), None)
        self.official = opening is not None and opening.kind == "office" and opening.role in ("GOV", "MIL")
        for actor in mentions.actors:
            if actor.country and actor.kind in _STATES and actor.via not in GUESSED:
                if first is None:
                    first = actor.country
                    self.official = self.official or (actor.role in ("GOV", "MIL") and actor.kind != "state")
                self.rebels[actor.country] += 3 * (actor.role == "REB")
                self.named[actor.country] += 3 if actor.kind in ("force", "group", "demonym") else 1
        self.issuer = first
        top = self.named.most_common(1)
        share = top[0][1] / sum(self.named.values()) if top else 0
        # A war within one country: both sides are coded to it (codebook, §3).
        second = self.named.most_common(2)[1][1] / sum(self.named.values()) if len(self.named) > 1 else 0
        enemy = " enemy " in page.folded.text
        least = _FEW if len(self.named) == 1 and self.official else _MANY
        alone = bool(top) and top[0][1] >= least and share >= _DOMINANT and second <= _BESIDE and not enemy
        self.only = top[0][0] if alone else None

    def fought_in(self, force: str, home: str | None, here: str | None) -> str | None:
        """Another state than its own that a group fights in: that of the place, else the most named one.

        ``force`` is how the group is called, or those of its men that are told of.
        """
        group = _GROUP.search(force.lower())
        states = states_abroad()[group[0]] if group is not None else frozenset()
        if not states or here in states:
            return here if states else None
        (country, times), *_ = self.named.most_common(1) or [(None, 0)]
        return country if country in states and times > self.named[home or ""] else None

    def fights(self, country: str) -> bool:
        """Whether a country is named often enough to be a side, and no mere bystander."""
        most = self.named.most_common(3)
        return not most or 3 * self.named[country] >= most[min(1, len(most) - 1)][1]

    def alone(self, country: str) -> bool:
        """Whether no other country is named half as often: the war is within this one."""
        others = [n for c, n in self.named.items() if c != country]
        return 2 * max(others, default=0) <= self.named[country]

    def beside(self, country: str) -> bool:
        """Whether another country is named a third as often: it is no mere bystander."""
        others = [n for c, n in self.named.items() if c != country]
        return 3 * max(others, default=0) >= max(self.named[country], 3)

    @property
    def foe(self) -> str | None:
        """The country of whom the issuer calls the enemy: its own where its rebels are named most beside it."""
        home = self.issuer is not None and self.torn(self.issuer)
        return self.issuer if home else self.against(self.issuer)

    def torn(self, country: str) -> bool:
        """Whether the rebels of a country are told of more than any other country is."""
        return self.rebels[country] > max((n for c, n in self.named.items() if c != country), default=1)

    def against(self, country: str | None) -> str | None:
        """The country named most often beside this one; the same where the whole page is about it."""
        if country is not None and country == self.only:
            return country
        others = [(n, c) for c, n in self.named.items() if c != country]
        if others and max(others)[0] >= 2:
            return max(others)[1]
        # A ministry that reports on a war and names no other state fights in its own.
        return country if self.official and country == self.issuer else None
