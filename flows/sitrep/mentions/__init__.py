"""Read once per page what all extractors need: dates, numbers, places, actors, cues of modality."""

from __future__ import annotations

from sitrep.mentions import actors, dates, modality, numbers, places, vessels
from sitrep.model import Mentions, Page


def read(page: Page) -> Mentions:
    """All mentions of a page outside its boilerplate, each list sorted by ``char_start``."""
    found = Mentions(dates=dates.read(page))
    found.numbers = numbers.read(page, found.dates)
    ships = vessels.find(page)
    found.places = places.read(page, ships)
    found.actors = actors.read(page, found.places, ships)
    found.cues = modality.read(page, found.actors)
    return found
