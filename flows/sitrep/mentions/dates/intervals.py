"""Two resolved points as one value: intervals, choices and lists, and the year that a side without one takes."""

from __future__ import annotations

from dataclasses import dataclass

from sitrep import edtf
from sitrep.mentions.dates import calendar
from sitrep.mentions.dates.calendar import Day
from sitrep.mentions.dates.values import Expression, Point


@dataclass(slots=True, unsafe_hash=True)
class Resolved:
    """The value of one point: EDTF (null where the text fixes none), how it was found, and its parts if it has them."""

    edtf: str | None
    basis: str
    day: Day | None = None


def with_year(point: Point, year: int, basis: str) -> Resolved:
    """A month or day in a year."""
    day = Day(year, point.month, point.day)
    return Resolved(day.edtf + point.sign, basis, day)


def value(expression: Expression, first: Resolved | None, second: Resolved | None) -> tuple[str | None, str]:
    """The EDTF value and the basis of an expression of two points, of which a side may be open."""
    basis = next((r.basis for r in (second, first) if r and r.basis != "explicit"), "explicit")
    if (first and first.edtf is None) or (second and second.edtf is None):
        return None, "relative"
    one = first.edtf.partition("/")[0] if first and first.edtf else ".."
    two = second.edtf.rpartition("/")[2] if second and second.edtf else ".."
    value = one if one == two else f"{one}/{two}"
    between = expression.lower.between if expression.lower else ()
    listed = ",".join([one, *(f"{two[:-2]}{day:02d}" for day in between), two])
    if expression.kind == "choice":
        value = f"[{listed}]"
    elif expression.kind == "both" and not _unbroken(first, second, between):
        value = f"{{{listed}}}"
    return (value, basis) if edtf.is_valid(value) else ((second or first).edtf, basis)  # type: ignore[union-attr]


def _unbroken(first: Resolved | None, second: Resolved | None, between: tuple[int, ...]) -> bool:
    """Whether the days of a list follow each other."""
    if first is None or second is None or first.day is None or second.day is None:
        return False
    if not between:
        return calendar.adjoin(first.day, second.day)
    return len(between) == (second.day.day or 0) - (first.day.day or 0) - 1


def in_order(low: Point, first: Resolved, high: Point, second: Resolved) -> tuple[Resolved, Resolved]:
    """Give a side without a year the year that puts the two sides in order."""
    a, b = first.day, second.day
    if a is None or b is None:
        return first, second
    if low.weekday is not None and high.weekday is not None and not high.relation and a.calendar and b.calendar:
        # "from Monday to Friday": the first Friday behind that Monday.
        ahead = (high.weekday - a.calendar.isoweekday()) % 7
        day = calendar.add_days(a.calendar, ahead)
        return first, Resolved(day.isoformat(), second.basis, Day.of(day)) if day else second
    if (first.edtf and first.edtf.startswith("XXXX")) or (second.edtf and second.edtf.startswith("XXXX")):
        if low.year is None and second.edtf and not second.edtf.startswith("XXXX"):
            return with_year(low, b.year - ((a.month or 0) > (b.month or 13)), second.basis), second
        if low.explicit:
            return first, with_year(high, a.year + ((b.month or 13) < (a.month or 0)), first.basis)
        return first, second
    if low.year is None and not low.anchor and low.month and high.explicit:
        first = with_year(low, b.year - ((low.month, low.day or 0) > (b.month or 13, b.day or 32)), "explicit")
    elif high.year is None and not high.anchor and high.month:
        year = a.year + ((high.month, high.day or 32) < (a.month or 0, a.day or 0))
        second = with_year(high, year, first.basis if low.explicit else second.basis)
    return first, second
