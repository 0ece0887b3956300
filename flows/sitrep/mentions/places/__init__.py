"""Named places in a page: candidates by capital letters, namesakes by the countries that the page speaks of."""

from __future__ import annotations

from sitrep.mentions import vessels
from sitrep.mentions.places import candidates, grounds, unlisted, venues
from sitrep.mentions.places.around import (
    Candidate,
    article_before,
    lists,
    strip_possessive,
    word_after,
    word_before,
)
from sitrep.mentions.places.choose import choose, weights
from sitrep.mentions.places.gazetteer import Place
from sitrep.mentions.vessels import Vessel
from sitrep.model import Page, PlaceMention

_POSSESSIVES = ("'s", "’s")


def read(page: Page, ships: list[Vessel]) -> list[PlaceMention]:
    """The places named in the page's sentences, sorted, not overlapping. Demonyms and ``ships`` are no places."""
    found_candidates = candidates.find(page)
    if ships:
        found_candidates = [c for c in found_candidates if not vessels.within(ships, c.start, c.end)]
    weight = weights(page, found_candidates)
    found: list[PlaceMention] = []
    floor = 0
    for candidate in found_candidates:
        place = choose(candidate, weight)
        if place is not None:
            mention = _mention(page.view, candidate, place, floor)
            found.append(mention)
            floor = mention.char_end
    added = [*unlisted.read(page, found, weight), *grounds.read(page, found)]
    return venues.marked(page, sorted([*found, *added], key=lambda m: m.char_start) if added else found)


def _mention(view: str, candidate: Candidate, place: Place, floor: int) -> PlaceMention:
    """The place with the words around that belong to its name: "the Kursk region", "southern Lebanon"."""
    start, end, name, precision = candidate.start, candidate.end, place.name, place.precision
    known, limit = lists(), candidate.sentence.char_end
    span = _kind_after(view, candidate, limit) if precision != "country" else None
    if span is not None:
        kind, end = view[span[0] : span[1]], span[1]
        if kind.split()[-1] in known["region_after"]:
            precision = "region"
        if kind.lower() not in name.lower() and not (precision == "region" == place.precision):
            name = f"{name} {kind}"
    before = candidate.before
    if before is not None and before[0] < floor:
        before = word_before(view, start, floor)
    direction = before[1].lower() if before is not None else ""
    if direction in known["directions"] and before[1] not in known["direction_names"]:
        start = before[0]
        if precision == "country":
            precision = "region"
        name = f"{direction} {name}"
    if start < candidate.start or direction.endswith("the"):
        if span is not None or _takes_article(view, candidate, place, end, limit):
            start = article_before(view, start, max(floor, candidate.sentence.char_start))
    exact = precision == place.precision and name == place.name
    return PlaceMention(
        start, end, name, place.country, place.lat, place.lon, place.geonames_id if exact else None, precision
    )


def _takes_article(view: str, candidate: Candidate, place: Place, end: int, limit: int) -> bool:
    """Whether an article before the name belongs to it: "the Red Sea", not "the Myanmar" of an army."""
    following = word_after(view, end, limit)
    if following and following[1][0].isupper():
        return False
    if place.precision == "country":
        known = lists()["article_countries"]
        return candidate.spelling.split(" ")[0] in known or candidate.spelling in known
    return bool(candidate.own) and (place.precision == "region" or place.geonames_id is None)


def _kind_after(view: str, candidate: Candidate, limit: int) -> tuple[int, int] | None:
    """The span of the word behind a name that says of what kind the place is ("region", "international airport")."""
    known, at = lists(), candidate.end
    possessive = view.startswith(_POSSESSIVES, at)
    first = following = word_after(view, at + len("'s"), limit) if possessive else candidate.following
    if following is not None and following[1].lower() in known["before_kinds"]:
        following = word_after(view, following.end(), limit)
    if following is None:
        return None
    word = strip_possessive(following[1])
    if word in known["point_after"] or (word in known["region_after"] and not possessive):
        return first.start(1), following.start(1) + len(word)
    return None
