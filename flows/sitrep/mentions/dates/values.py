"""What a date expression says before it is placed in time."""

from __future__ import annotations

from dataclasses import dataclass

from sitrep.mentions.dates.tokens import Written


@dataclass(frozen=True, slots=True)
class Nth:
    """Which of the units inside a longer date: "the last week of July" is -1, week.

    ``many`` counts them from there: "the first ten days of July" are 1, day and 10.
    """

    count: int
    unit: str
    weekday: int | None = None
    many: int = 0


@dataclass(slots=True)
class Point:
    """One date as spoken, half-open span in code points.

    ``year`` is an EDTF year (``1942``, ``194X``, ``-0538``); ``season`` an EDTF season. ``unit``, ``shift`` and
    ``anchor`` place it relative to the publication (``published``) or to the date last spoken of (``spoken``):
    "last week" is week, -1, published; "two days later" is day, 2, spoken; "August of that year" is month 8 of year,
    0, spoken. ``relation`` is the word before a month, season or weekday without a year. ``short_year`` is a year of
    two figures. ``base`` is the date that the shift starts from, where it is spoken of in the expression itself
    ("two days after 3 May"); ``nth`` picks a unit inside the date, ``same_day`` the day that is so many years away to
    the day. ``between`` are the days of a list behind its first and before its last ("3, 5 and 9 May").
    """

    start: int
    end: int
    year: str | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    weekday: int | None = None
    short_year: int | None = None
    unit: str | None = None
    shift: int = 0
    anchor: str = ""
    relation: str = ""
    mod: str | None = None
    sign: str = ""
    night: bool = False
    same_day: bool = False
    unstated: bool = False
    written: Written | None = None
    base: Point | None = None
    nth: Nth | None = None
    between: tuple[int, ...] = ()

    @property
    def explicit(self) -> bool:
        return self.year is not None


@dataclass(slots=True)
class Expression:
    """A whole expression: one point (``single``), or two.

    Two are the bounds of an ``interval`` (None: an open side), a ``choice``, or ``both`` of a pair;
    ``since`` is an interval that has begun.
    """

    start: int
    end: int
    kind: str
    lower: Point | None
    upper: Point | None
