"""Arithmetic on dates that are known to the day, the month, or only the year, and their EDTF form."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(slots=True, unsafe_hash=True)
class Day:
    """A date placed in time: a year, perhaps a month, perhaps a day; years before 1 are astronomical."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> Day:
        return cls(day.year, day.month, day.day)

    @classmethod
    def read(cls, value: str) -> Day | None:
        """The date of a plain EDTF value; None for an interval or one with digits not known."""
        if "X" in value or "/" in value:
            return None
        parts = value.lstrip("-").split("-")
        year = -int(parts[0]) if value[0] == "-" else int(parts[0])
        return cls(year, *(int(part) for part in parts[1:]))

    @property
    def edtf(self) -> str:
        sign = "-" if self.year < 0 else ""
        text = f"{sign}{abs(self.year):04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        return text + (f"-{self.day:02d}" if self.day is not None else "")

    @property
    def calendar(self) -> date | None:
        """The day itself, or None where it is not known to the day or outside the years of ``datetime``."""
        if self.month is None or self.day is None or not 1 <= self.year <= 9999:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether a month has a day; with no year, whether some year's has."""
    return 1 <= day <= (29 if month == 2 and year is None else monthrange((year or 2000) % 400 + 400, month)[1])


def add_days(day: date, n: int) -> date | None:
    try:
        return day + timedelta(days=n)
    except OverflowError:
        return None


def nth(base: Day, count: int, unit: str, weekday: int | None) -> str | None:
    """The EDTF value of the ``count``-th (-1: last) day, week, month or weekday of a month or year.

    A week belongs to the month, and to the year, of its Thursday (ISO 8601).
    """
    if not 1 <= base.year < 9999 or base.day is not None:
        return None
    if unit == "month":
        n = count if count > 0 else 12
        return Day(base.year, n).edtf if base.month is None and n <= 12 else None
    first = date(base.year, base.month or 1, 1)
    last = date(base.year, base.month or 12, monthrange(base.year, base.month or 12)[1])
    if unit == "day":
        day = first + timedelta(days=count - 1) if count > 0 else last
        return day.isoformat() if day <= last else None
    wanted = 4 if unit == "week" else weekday or 1
    if count > 0:
        day = first + timedelta(days=(wanted - first.isoweekday()) % 7 + 7 * (count - 1))
    else:
        day = last - timedelta(days=(last.isoweekday() - wanted) % 7)
    if day > last:
        return None
    return day.isoformat() if unit == "weekday" else shift(Day.of(day), "week", 0)


def adjoin(first: Day | None, second: Day | None) -> bool:
    """Whether a day, month or year directly follows another."""
    if first is None or second is None:
        return True
    a, b = first.calendar, second.calendar
    if a and b:
        return (b - a).days == 1
    return (second.year * 12 + (second.month or 0)) - (first.year * 12 + (first.month or 0)) in (
        1,
        12 * (not first.month),
    )


def shift(base: Day, unit: str, n: int) -> str | None:
    """The EDTF value of the unit (day, week, weekend, month, year, decade, century) ``n`` units from ``base``.

    None where ``base`` is not known as finely as the unit.
    """
    if unit in ("day", "week", "weekend"):
        day = base.calendar
        if day is None:
            return None
        if unit == "day":
            moved = add_days(day, n)
            return moved.isoformat() if moved else None
        first = add_days(day, 7 * n - day.weekday() + (5 if unit == "weekend" else 0))
        last = add_days(first, 1 if unit == "weekend" else 6) if first else None
        return f"{first.isoformat()}/{last.isoformat()}" if first and last else None
    if unit == "quarter":
        if base.month is None:
            return None
        quarters = base.year * 4 + (base.month - 1) // 3 + n
        return f"{Day(quarters // 4).edtf}-{33 + quarters % 4}"
    if unit == "month":
        if base.month is None:
            return None
        months = base.year * 12 + base.month - 1 + n
        return Day(months // 12, months % 12 + 1).edtf
    if unit == "year":
        return Day(base.year + n).edtf if abs(base.year + n) <= 9999 else None
    if base.year < 0:
        return None
    digits = 3 if unit == "decade" else 2
    head = base.year // 10 ** (4 - digits) + n
    return f"{head:0{digits}d}{'X' * (4 - digits)}" if 0 <= head < 10**digits else None
