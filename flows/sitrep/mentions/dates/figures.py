"""Dates in figures: which number is the day, and which century a year of two figures belongs to."""

from __future__ import annotations

from sitrep.mentions.dates import calendar
from sitrep.mentions.dates.calendar import Day
from sitrep.mentions.dates.tokens import Written

# A year of two figures lies within the hundred years around the one this long before the document's own.
_BEFORE = 40


def long_year(n: int, pivot: int) -> int:
    """The year that two figures mean in a document of about the year ``pivot``."""
    century = pivot // 100 * 100
    return min((century + n + k for k in (-100, 0, 100)), key=lambda year: (abs(year - pivot + _BEFORE), -year))


def place(written: Written, day_first: bool, pivot: int) -> Day | None:
    """The date of three numbers, or None where there is none. Points part a day from the month behind it always."""
    one, two, three = written.numbers
    if one == 0:
        return Day(three, two)
    order = written.order
    if not order:
        first = one > 12 or (two <= 12 and (written.separator == "." or day_first))
        order = "dmy" if first else "mdy"
    day, month, year = {"dmy": (one, two, three), "mdy": (two, one, three), "ymd": (three, two, one)}[order]
    if year < 100:
        year = long_year(year, pivot)
    return Day(year, month, day) if 1000 <= year <= 2999 and calendar.exists(year, month, day) else None
