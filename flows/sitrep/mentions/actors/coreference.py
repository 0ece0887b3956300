"""What refers back: surnames, offices and forces without their state, pronouns."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from sitrep.model import ActorMention, Page, PlaceMention

_SURNAME = re.compile(r"[^\W\d_][\w’'-]{2,}\Z")
_ALONE = ("state", "force", "group", "body", "office")


def _home(places: list[PlaceMention]) -> str | None:
    """The state that most of the places named belong to, where it is most of them."""
    count = Counter(place.country for place in places if place.country)
    if not count:
        return None
    country, n = count.most_common(1)[0]
    return country if n * 2 > sum(count.values()) else None


def resolve(page: Page, places: list[PlaceMention], found: list[ActorMention]) -> list[ActorMention]:
    """The mentions with country and role of what they refer back to, and the surnames and pronouns added."""
    found = _surnames(page, found)
    resolved: list[ActorMention] = []
    latest: dict[str, str] = {}
    person: ActorMention | None = None
    thing: ActorMention | None = None
    many: ActorMention | None = None
    for actor in found:
        if actor.kind == "pronoun":
            which = {"person": person, "thing": thing, "plural": many or thing}[actor.name or "thing"]
            if which is None:
                resolved.append(replace(actor, name=None))
            else:
                resolved.append(
                    replace(
                        actor,
                        name=which.name,
                        country=which.country,
                        role=which.role,
                        via="coreference",
                        antecedent_start=which.char_start,
                        antecedent_end=which.char_end,
                    )
                )
            continue
        text = page.view[actor.char_start : actor.char_end]
        if actor.country is None and actor.role in ("MIL", "GOV", "COP", "SPY") and text[:4].lower() == "the ":
            country = latest.get(actor.role)
            if country:
                actor = replace(actor, country=country, via="coreference")
        elif actor.country and actor.role:
            latest[actor.role] = actor.country
            if actor.role == "STA":
                latest["GOV"] = actor.country
        if actor.kind == "person":
            person = actor
        elif actor.kind in _ALONE:
            thing = actor
        elif actor.kind == "people":
            many = actor
        resolved.append(actor)
    return resolved


def _surnames(page: Page, found: list[ActorMention]) -> list[ActorMention]:
    """Bare surnames of persons that the page introduced with name and office."""
    known: dict[str, ActorMention] = {}
    for actor in found:
        if actor.kind == "person" and actor.name and " " in actor.name:
            surname = _SURNAME.search(page.view, actor.char_start, actor.char_end)
            if surname and surname[0][0].isupper():
                known.setdefault(surname[0], actor)
    if not known:
        return found
    pattern = re.compile(r"\b(?:%s)\b" % "|".join(sorted(map(re.escape, known), key=len, reverse=True)))
    taken = sorted((a.char_start, a.char_end) for a in found)
    added, at = [], 0
    for match in pattern.finditer(page.view):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at < len(taken) and taken[at][0] < match.end():
            continue
        if page.sentence_at(match.start()) is None:
            continue
        actor = known[match[0]]
        added.append(
            replace(actor, char_start=match.start(), char_end=match.end(), via="coreference", head_start=match.start())
        )
    return sorted([*found, *added], key=lambda a: (a.char_start, a.char_end))
