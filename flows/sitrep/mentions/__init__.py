"""Read once per page what all extractors need: dates, numbers, places, actors, cues of modality."""

from __future__ import annotations

from bisect import bisect_right

from sitrep.mentions import actors, dates, modality, numbers, places, vessels
from sitrep.model import DateMention, Mentions, Page, PlaceMention


def read(page: Page) -> Mentions:
    """All mentions of a page outside its boilerplate, each list sorted by ``char_start``."""
    found = Mentions(dates=dates.read(page))
    found.numbers = numbers.read(page, found.dates)
    ships = vessels.find(page)
    found.places = _undated(places.read(page, ships), found.dates)
    found.actors = actors.read(page, found.places, ships)
    found.cues = modality.read(page, found.actors)
    return found


def _undated(found: list[PlaceMention], known: list[DateMention]) -> list[PlaceMention]:
    """The places less those inside a date, whose month has a namesake ("on Nov 6")."""
    starts = [date.char_start for date in known]
    kept = []
    for place in found:
        at = bisect_right(starts, place.char_start) - 1
        if at < 0 or known[at].char_end < place.char_end:
            kept.append(place)
    return kept
