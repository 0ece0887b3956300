"""Extended Date/Time Format, ISO 8601-2:2019 levels 0 to 2: read, check, write, and the days a value covers.

``parse`` gives a ``Date``, ``Interval`` or ``Choice``; ``format`` writes it back; ``is_valid`` decides. Every value
has ``start`` and ``end`` (first and last day covered, inclusive; None where open, unknown, or outside the years 1 to
9999 of ``datetime.date``) and ``precision`` (a value of the codebook's ``date_precision``).

Besides the Library of Congress profile (2019-02-04), the reduced forms of ISO 8601-1 for a decade (``193``) and a
century (``19``) are read. Spaces are allowed nowhere, a time of day not inside an interval, and ``Y`` years not in one.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sitrep import patterns as re

OPEN, UNKNOWN = "..", ""
_END_OF_TIME = (10**18, 12, 31)
_START_OF_TIME = (-(10**18), 1, 1)
_Day = tuple[int, int, int]

_DATE = re.compile(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?", re.ASCII
)
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_REDUCED = re.compile(r"(-?\d{2,3})([?~%]?)", re.ASCII)
_SIGNIFICANT = re.compile(r"(-?\d{4})S([1-9]\d?)", re.ASCII)
_LONG = re.compile(r"Y(-?[1-9]\d{4,17})(?:S([1-9]\d?))?", re.ASCII)
_EXPONENT = re.compile(r"Y(-?[1-9]\d{0,17})E([1-9]\d?)(?:S([1-9]\d?))?", re.ASCII)
_TIMED = re.compile(
    r"(-?\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)"
    r"(Z|\+(?:0\d|1[0-3])(?::?[0-5]\d)?|\+14(?::?00)?|-(?!00(?::?00)?$)(?:0\d|1[01])(?::?[0-5]\d)?|-12(?::?00)?)?",
    re.ASCII,
)
# Months that each sub-year grouping covers: first month of the year (13 is January of the next), number of months.
_GROUPS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip


class EdtfError(ValueError):
    """A string is no EDTF value. The message says which string and what is wrong with it."""


def _as_date(day: _Day) -> date | None:
    return date(*day) if 1 <= day[0] <= 9999 else None


def _days_in(year: int, month: int) -> int:
    # The Gregorian calendar repeats after 400 years; monthrange knows only the years 1 to 9999.
    return monthrange(year % 400 + 400, month)[1]


def _fits(mask: str, number: int) -> bool:
    return all(m in ("X", d) for m, d in zip(mask, f"{number:02d}", strict=True))


def _years(mask: str) -> tuple[int, int]:
    low, high = int(mask.replace("X", "0")), int(mask.replace("X", "9"))
    return (high, low) if mask[0] == "-" else (low, high)


def _nearest_leap_year(mask: str, side: int) -> int | None:
    """The first (side 0) or last (side 1) leap year that fits a mask, or None where none does."""
    low, high = _years(mask)
    fits = re.compile(mask.replace("X", r"\d")).fullmatch
    for year in range(low, high + 1) if side == 0 else range(high, low - 1, -1):
        if _days_in(year, 2) == 29 and fits(f"{year:05d}" if mask[0] == "-" else f"{year:04d}"):
            return year
    return None


@dataclass(frozen=True, slots=True)
class Date:
    """One date, down to the part that is known.

    ``year`` is as written (``1985``, ``-0538``, ``19XX``, ``Y17E7``, ``1950S2``, and ``193`` or ``19`` for a decade or
    century); ``month`` two characters (01-12, 21-41 for seasons and other groupings, ``X`` for a digit not known) and
    ``day`` likewise. ``qualifiers`` holds the signs (``?``, ``~``, ``%``) before and behind each part, in order; empty
    where there are none. ``time`` is the time of day with its zone, as written.
    """

    year: str
    month: str | None = None
    day: str | None = None
    qualifiers: tuple[str, ...] = ()
    time: str | None = None

    @property
    def first(self) -> _Day:
        """The earliest day that the date may mean, as (year, month, day)."""
        return self._edge(0)

    @property
    def last(self) -> _Day:
        """The latest day that the date may mean, as (year, month, day)."""
        return self._edge(1)

    def _edge(self, side: int) -> _Day:
        if self.year.lstrip("-") == "XXXX":
            return (_START_OF_TIME, _END_OF_TIME)[side]
        year = self._year_span()[side]
        if self.month is None:
            return (year, 1, 1) if side == 0 else (year, 12, 31)
        if "21" <= self.month <= "41":
            start, months = _GROUPS[int(self.month)]
            at = start if side == 0 else start + months - 1
            year, month = (year, at) if at <= 12 else (year + 1, at - 12)
            return (year, month, 1 if side == 0 else _days_in(year, month))
        if "X" not in f"{self.month}{self.day}" and self.day != "29":
            month = int(self.month)
            return (year, month, int(self.day) if self.day else 1 if side == 0 else _days_in(year, month))
        months = [n for n in range(1, 13) if _fits(self.month, n)]
        for month in months if side == 0 else reversed(months):
            days = range(1, _days_in(year, month) + 1)
            if self.day is None:
                return (year, month, 1 if side == 0 else days[-1])
            for day in days if side == 0 else reversed(days):
                if _fits(self.day, day):
                    return (year, month, day)
        # Only 29 February is missing from some years of a mask.
        return (_nearest_leap_year(self.year, side), 2, 29)

    def _year_span(self) -> tuple[int, int]:
        year = self.year
        if found := _EXPONENT.fullmatch(year):
            return _rounded(int(found[1]) * 10 ** int(found[2]), found[3])
        if found := _LONG.fullmatch(year) or _SIGNIFICANT.fullmatch(year):
            return _rounded(int(found[1]), found[2])
        return _years(year + "X" * (4 - len(year.lstrip("-"))))

    @property
    def start(self) -> date | None:
        return _as_date(self.first)

    @property
    def end(self) -> date | None:
        return _as_date(self.last)

    @property
    def precision(self) -> str:
        if self.day and self.day != "XX":
            return "day"
        if self.month and self.month != "XX":
            return "season" if "21" <= self.month <= "41" else "month"
        digits = self.year.lstrip("-")
        if found := _SIGNIFICANT.fullmatch(self.year):
            return {1: "unknown", 2: "century", 3: "decade"}.get(int(found[2]), "year")
        if digits.startswith("Y") or ("X" not in digits and len(digits) == 4):
            return "year"
        if len(digits) == 2 or re.fullmatch(r"\d\dXX", digits):
            return "century"
        return "decade" if len(digits) == 3 or re.fullmatch(r"\d{3}X", digits) else "unknown"


@dataclass(frozen=True, slots=True)
class Interval:
    """From one date to another; a side is a ``Date``, ``OPEN`` (``..``) or ``UNKNOWN`` (empty)."""

    lower: Date | str
    upper: Date | str

    @property
    def start(self) -> date | None:
        return None if isinstance(self.lower, str) else self.lower.start

    @property
    def end(self) -> date | None:
        return None if isinstance(self.upper, str) else self.upper.end

    @property
    def precision(self) -> str:
        return "interval"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a set of dates (``every`` false, ``[...]``) or all of them (``{...}``).

    A member is a ``Date`` or an ``Interval`` written ``a..b``, open on the outer side of the first or last member only.
    """

    members: tuple[Date | Interval, ...]
    every: bool = False

    @property
    def start(self) -> date | None:
        starts = [member.start for member in self.members]
        return None if None in starts else min(starts)  # type: ignore[type-var]

    @property
    def end(self) -> date | None:
        ends = [member.end for member in self.members]
        return None if None in ends else max(ends)  # type: ignore[type-var]

    @property
    def precision(self) -> str:
        kinds = {member.precision for member in self.members}
        return kinds.pop() if len(kinds) == 1 and not self.every else "interval"


Edtf = Date | Interval | Choice


def _rounded(year: int, significant: str | None) -> tuple[int, int]:
    if significant is None:
        return year, year
    step = 10 ** max(0, max(4, len(str(abs(year)))) - int(significant))
    low = abs(year) // step * step
    return (low, low + step - 1) if year >= 0 else (-(low + step - 1), -low)


def _wrong(text: str, why: str) -> EdtfError:
    return EdtfError(f"{text!r} is no EDTF value: {why}")


def _date(text: str) -> Date:
    if found := _DATE.fullmatch(text):
        before_year, year, after_year, before_month, month, after_month, before_day, day, after_day = found.groups()
        if year == "-0000":
            raise _wrong(text, "there is no year -0000; write 0000")
        parts = [before_year, after_year]
        if month is not None:
            parts += [before_month, after_month]
        if day is not None:
            parts += [before_day, after_day]
        _check_day(text, year, month, day)
        return Date(year, month, day, tuple(parts) if any(parts) else ())
    if found := _REDUCED.fullmatch(text):
        if found[1] in ("-00", "-000"):
            raise _wrong(text, "there is no century or decade before Christ numbered zero")
        return Date(found[1], qualifiers=("", found[2]) if found[2] else ())
    if _LONG.fullmatch(text) or _EXPONENT.fullmatch(text) or _SIGNIFICANT.fullmatch(text):
        return Date(text)
    if found := _TIMED.fullmatch(text):
        day = _date(found[1])
        return Date(day.year, day.month, day.day, time=text[len(found[1]) + 1 :])
    raise _wrong(text, "no form of a date is like it")


def _check_day(text: str, year: str, month: str | None, day: str | None) -> None:
    if month is None:
        return
    if "X" not in month and 21 <= int(month) <= 41:
        if day is not None:
            raise _wrong(text, "a season has no days")
        return
    if "X" not in f"{month}{day}" and "01" <= month <= "12" and (day is None or "01" <= day <= "28"):
        return
    months = [n for n in range(1, 13) if _fits(month, n)]
    if not months:
        raise _wrong(text, f"there is no month {month}")
    if day is None:
        return
    longest = max(29 if n == 2 else _days_in(2000, n) for n in months)
    if months == [2] and _nearest_leap_year(year, 0) is None:
        longest = 28
    if not any(_fits(day, n) for n in range(1, longest + 1)):
        raise _wrong(text, f"the month has no day {day}")


def _ordered(text: str, lower: Date, upper: Date) -> None:
    for side in (lower, upper):
        if side.time or side.year[0] == "Y" or "S" in side.year:
            raise _wrong(text, "a side of an interval is a date of a four-digit year, without a time of day")
    masked = "X" in f"{lower.year}{lower.month}{lower.day}{upper.year}{upper.month}{upper.day}"
    # Where digits are not known the order is wrong only if no choice of them puts it right.
    if lower.first > (upper.last if masked else upper.first):
        raise _wrong(text, "it ends before it starts")


def _interval(text: str) -> Interval:
    low, _, high = text.partition("/")
    lower: Date | str = low if low in (OPEN, UNKNOWN) else _date(low)
    upper: Date | str = high if high in (OPEN, UNKNOWN) else _date(high)
    for side, other in ((lower, upper), (upper, lower)):
        if isinstance(side, Date) and isinstance(other, str):
            _ordered(text, side, side)
    if isinstance(lower, Date) and isinstance(upper, Date):
        _ordered(text, lower, upper)
    return Interval(lower, upper)


def _choice(text: str) -> Choice:
    if text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise _wrong(text, "the bracket is not closed by its pair")
    parts = text[1:-1].split(",")
    members: list[Date | Interval] = []
    for i, part in enumerate(parts):
        low, dots, high = part.partition("..")
        if not dots:
            members.append(_date(part))
            continue
        if (not low and i > 0) or (not high and i < len(parts) - 1) or not (low or high):
            raise _wrong(text, "only the first member may open to the past and only the last to the future")
        lower = _date(low) if low else OPEN
        upper = _date(high) if high else OPEN
        if isinstance(lower, Date) and isinstance(upper, Date):
            _ordered(text, lower, upper)
        members.append(Interval(lower, upper))
    return Choice(tuple(members), text[0] == "{")


def parse(text: str) -> Edtf:
    """Read an EDTF string. Raises EdtfError where it is none."""
    if not text:
        raise _wrong(text, "it is empty")
    if text[0] in "[{":
        return _choice(text)
    return _interval(text) if "/" in text else _date(text)


@lru_cache(maxsize=65536)
def _decide(text: str) -> bool:
    try:
        parse(text)
    except EdtfError:
        return False
    return True


def is_valid(text: str) -> bool:
    """Whether a string is an EDTF value of level 0, 1 or 2; plain dates are decided without building anything."""
    found = _PLAIN.fullmatch(text)
    if found:
        day = found[3]
        return day is None or day <= "28" or int(day) <= _days_in(int(found[1]), int(found[2]))
    return _decide(text)


def format(value: Edtf) -> str:
    """Write a value as EDTF: ``parse(format(value)) == value`` and ``format(parse(text)) == text``."""
    if isinstance(value, Choice):
        inner = ",".join(_member(member) for member in value.members)
        return f"{{{inner}}}" if value.every else f"[{inner}]"
    if isinstance(value, Interval):
        return f"{_side(value.lower)}/{_side(value.upper)}"
    return _side(value)


def _member(member: Date | Interval) -> str:
    if isinstance(member, Date):
        return _side(member)
    lower, upper = ("" if side == OPEN else _side(side) for side in (member.lower, member.upper))
    return f"{lower}..{upper}"


def _side(side: Date | str) -> str:
    if isinstance(side, str):
        return side
    parts = [part for part in (side.year, side.month, side.day) if part is not None]
    if side.qualifiers:
        parts = [side.qualifiers[2 * i] + part + side.qualifiers[2 * i + 1] for i, part in enumerate(parts)]
    return "-".join(parts) + (f"T{side.time}" if side.time else "")
