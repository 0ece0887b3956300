"""Named places in a page: candidates by capital letters, namesakes by the countries that the page speaks of."""

from __future__ import annotations

from sitrep import patterns as re
from sitrep.mentions import vessels
from sitrep.mentions.places import candidates, unlisted
from sitrep.mentions.places.candidates import (
    Candidate,
    article_before,
    strip_possessive,
    word_after,
    word_before,
    words,
)
from sitrep.mentions.places.choose import choose, weights
from sitrep.mentions.places.gazetteer import Place
from sitrep.model import Page, PlaceMention

_POSSESSIVE = re.compile(r"['’]s")


def read(page: Page) -> list[PlaceMention]:
    """The places named in the page's sentences, sorted, not overlapping. Demonyms are no places."""
    found_candidates = candidates.find(page)
    if ships := vessels.find(page):
        found_candidates = [c for c in found_candidates if not vessels.within(ships, c.start, c.end)]
    weight = weights(page, found_candidates)
    found: list[PlaceMention] = []
    floor = 0
    for candidate in found_candidates:
        place = choose(page.view, candidate, weight)
        if place is not None:
            mention = _mention(page.view, candidate, place, floor)
            found.append(mention)
            floor = mention.char_end
    return sorted([*found, *unlisted.read(page, found, weight)], key=lambda m: m.char_start)


def _mention(view: str, candidate: Candidate, place: Place, floor: int) -> PlaceMention:
    """The place with the words around that belong to its name: "the Kursk region", "southern Lebanon"."""
    start, end, name, precision = candidate.start, candidate.end, place.name, place.precision
    floor, limit = max(floor, candidate.sentence.char_start), candidate.sentence.char_end
    kind_start, kind_end = _kind_after(view, candidate, place, limit)
    kind = view[kind_start:kind_end]
    if kind:
        end = kind_end
        if kind.split()[-1] in words("region_after"):
            precision = "region"
        if kind.lower() not in name.lower() and not (precision == "region" == place.precision):
            name = f"{name} {kind}"
    before = word_before(view, start, floor)
    if before and before[1].lower() in words("directions") and before[1] != "Upper":
        start = before[0]
        if precision == "country":
            precision = "region"
        name = f"{before[1].lower()} {name}"
    if kind or _takes_article(view, candidate, place, end, limit):
        start = article_before(view, start, floor)
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
        return candidate.spelling.split(" ")[0] in words("article_countries") or candidate.spelling in words(
            "article_countries"
        )
    return bool(candidate.own) and (place.precision == "region" or place.geonames_id is None)


def _kind_after(view: str, candidate: Candidate, place: Place, limit: int) -> tuple[int, int]:
    """The span of the word behind a name that says of what kind the place is ("region", "international airport")."""
    nothing = (candidate.end, candidate.end)
    if place.precision == "country":
        return nothing
    at = candidate.end
    possessive = _POSSESSIVE.match(view, at)
    following = word_after(view, possessive.end() if possessive else at, limit)
    if not following:
        return nothing
    first = following
    if following[1].lower() == "international":
        following = word_after(view, following.end(), limit)
        if not following:
            return nothing
    word = strip_possessive(following[1])
    end = following.start(1) + len(word)
    if word in words("point_after"):
        return first.start(1), end
    if possessive:
        return nothing
    return (first.start(1), end) if word in words("region_after") else nothing
