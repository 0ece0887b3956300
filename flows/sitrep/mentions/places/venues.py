"""Places that only tell where something was said or some met ("Speaking to reporters in Geneva, Chad's president ...",
"freed ahead of talks in Doha")."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.model import Page, PlaceMention

# How many code points before the place what opens a sentence may reach.
_FAR = 120
# No word that leads to a place is as long.
_LONG_WORD = 16


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicons.load("statement_venues")[group])


_OPENING = re.compile(
    lambda: (
        rf"\W{{0,3}}(?:{re.any_of(_words('speaking'))}\b|{re.any_of(_words('at'))}\s[^,;.]{{0,60}}?\b"
        rf"{re.any_of(_words('occasions'))}\b)[^,;.]{{0,60}}?\b{re.any_of(_words('before_place'))}\s\Z"
    ),
    re.IGNORECASE,
)
_TOLD = re.compile(
    lambda: (
        rf"\b{re.any_of(_words('telling'))}\s(?:[^\W\d_]+\s)?{re.any_of(_words('audiences'))}\s"
        rf"{re.any_of(_words('before_place'))}\s\Z"
    ),
    re.IGNORECASE,
)
_MET = re.compile(
    lambda: (
        rf"\b{re.any_of(_words('beside'))}\s(?:[\w’'-]+\s){{0,4}}?{re.any_of(_words('gatherings'))}\s"
        rf"{re.any_of(_words('before_place'))}\s\Z"
    ),
    re.IGNORECASE,
)


def marked(page: Page, places: list[PlaceMention]) -> list[PlaceMention]:
    """The places, those marked as ``venue`` where something was said or some met."""
    return [replace(place, venue=True) if _is_venue(page, place) else place for place in places]


@cache
def _leading() -> tuple[str, ...]:
    """The last words of what leads to a place."""
    return tuple({phrase.split()[-1] for phrase in _words("before_place")})


@cache
def _hearers() -> frozenset[str]:
    """The last words of those who are told something, and of what some meet for, of which one leads to a venue."""
    return frozenset(phrase.split()[-1] for name in ("audiences", "gatherings") for phrase in _words(name))


def _is_venue(page: Page, place: PlaceMention) -> bool:
    sentence = page.sentence_at(place.char_start)
    if sentence is None:
        return False
    start, at = sentence.char_start, place.char_start
    if not page.view[max(start, at - _LONG_WORD) : at - 1].lower().endswith(_leading()):
        return False  # what all the patterns end with
    if at - start <= _FAR and _OPENING.match(page.view, start, at):
        return True
    floor = max(start, at - _FAR)
    if _hearers().isdisjoint(page.view[floor:at].lower().split()):
        return False
    return any(pattern.search(page.view, floor, at) is not None for pattern in (_TOLD, _MET))
