"""Which year, month or day a part of a date means, seen from a day: the codebook's rules of nearness and tense."""

from __future__ import annotations

from datetime import date

from sitrep.mentions.dates.calendar import Day
from sitrep.mentions.dates.values import Point

# First month of each season and quarter (EDTF codes).
_FIRST = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
# Days so soon past are meant whatever the verb: "hopes that what was agreed on 26 January lasts", on the 27th.
_JUST_PAST = 14
# A date ahead is meant without a word of the future if it is nearer than this many days, and so many times nearer
# than the one behind, by the tense: more times where a verb of the past stands by ("announced a vote in May"), and
# within a month where that announces nothing ("the envoy named 3 June"). A month by such a verb is past ("took the town
# in January").
_AHEAD_DAYS, _TIMES = 100, {"": 2, "announced": 6, "past": 12}


def year(published: date, point: Point, tense: str) -> int:
    """The year of a month, day, season or quarter without one: the nearest to publication on the side of the tense."""
    if point.season is not None:
        begun = _FIRST[point.season] <= published.month
        return published.year + begun if tense == "future" else published.year - (not begun)
    here = (published.month, published.day if point.day else 0)
    there = (point.month or 1, point.day or 0)
    if there == here:
        return published.year
    behind = published.year if there < here else published.year - 1
    past = (published.year - behind) * 365 + (here[0] - there[0]) * 30.4 + (here[1] - there[1] if point.day else 0)
    if tense == "future":
        return behind if point.day and past <= _JUST_PAST else behind + 1
    if tense == "past" and not point.day:
        return behind
    return behind + 1 if 365 - past < min(_AHEAD_DAYS, past / _TIMES[tense]) else behind


def related_year(base: Day, point: Point) -> int:
    """The year of a month or season behind "last", "next", "this", "the following", seen from ``base``."""
    month = base.month or 1
    if point.season is not None:
        first = _FIRST[point.season]
        if point.relation in ("l", "p", "v"):
            return base.year - (first + 3 > month)
        if point.relation in ("x", "f") and first <= month:
            return base.year + 1
        # January and February belong to the winter that began in the year before.
        return base.year - (point.season == 24 and month <= 2)
    there = point.month or 1
    if point.relation in ("l", "p", "v"):
        return base.year - (there >= month)
    if point.relation in ("x", "f", "c"):
        return base.year + (there <= month)
    return base.year


def weekday(base: date, point: Point, tense: str) -> int:
    """How many days from ``base`` a weekday is. "next Friday" is that of the next week, Monday to Sunday."""
    wanted, here = point.weekday or 1, base.isoweekday()
    ahead = (wanted - here) % 7
    if point.unit is not None:
        return 7 * point.shift + wanted - here
    if point.relation == "x":
        return 7 + wanted - here
    if point.relation in ("c", "f"):
        return ahead or 7
    if point.relation in ("l", "p", "v"):
        return ahead - 7
    if point.relation == "t":
        return wanted - here
    if point.relation in ("T", "e", "near"):
        return ahead if ahead <= 3 else ahead - 7
    return ahead if tense == "future" or not ahead else ahead - 7


def day_of_month(base: Day, published: date | None, point: Point, tense: str) -> date | None:
    """The day of "the 18th" or "Tuesday the 11th": nearest to publication, else in ``base``'s month or later."""
    found = []
    for step in range(-24, 25):
        year_, month = divmod(base.year * 12 + (base.month or 1) - 1 + step, 12)
        day = Day(year_, month + 1, point.day).calendar
        if day and point.weekday in (None, day.isoweekday()):
            found.append(day)
    if not found:
        return None
    if published is None:
        return next((day for day in found if (day.year, day.month) >= (base.year, base.month)), found[-1])
    side = [day for day in found if (day >= published if tense == "future" else day <= published)]
    pool = found if point.weekday is not None else side or found
    return min(pool, key=lambda day: abs((day - published).days))
