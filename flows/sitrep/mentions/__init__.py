"""Read once per page what all extractors need: dates, numbers, places, actors, cues of modality."""

from __future__ import annotations

from bisect import bisect_right

from sitrep import patterns as re
from sitrep.mentions import actors, dates, modality, numbers, places, vessels
from sitrep.model import DateMention, Mentions, Page, PlaceMention

# A day behind or before the name of a month, and the code points that the one before takes at most.
_DAY_BEHIND, _DAY_BEFORE = re.compile(r"\.?\s{1,2}\d"), re.compile(r"\d\s{1,2}\Z")
_LONGEST_DAY = 3


def read(page: Page) -> Mentions:
    """All mentions of a page outside its boilerplate, each list sorted by ``char_start``."""
    found = Mentions(dates=dates.read(page))
    found.numbers = numbers.read(page, found.dates)
    ships = vessels.find(page)
    found.places = _undated(page.view, places.read(page, ships), found.dates)
    found.actors = actors.read(page, found.places, ships)
    found.cues = modality.read(page, found.actors)
    return found


def _undated(view: str, found: list[PlaceMention], known: list[DateMention]) -> list[PlaceMention]:
    """The places less those inside a date, whose month has a namesake ("on Nov 6"); one that a date only goes around
    stays ("since the attack on Gao on 3 May")."""
    starts = [date.char_start for date in known]
    kept = []
    for place in found:
        at = bisect_right(starts, place.char_start) - 1
        inside = at >= 0 and place.char_end <= known[at].char_end
        if not (inside and _is_month(view, place)):
            kept.append(place)
    return kept


def _is_month(view: str, place: PlaceMention) -> bool:
    """Whether a day stands beside a name that a date holds: it is that of the month."""
    before = _DAY_BEFORE.search(view, max(0, place.char_start - _LONGEST_DAY), place.char_start)
    return bool(before or _DAY_BEHIND.match(view, place.char_end))
