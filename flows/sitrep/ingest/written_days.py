"""Days as the heads of texts write them, in figures and in the words of many languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re

# Any word may stand where a month does: names are looked up, which is faster than to match hundreds of them.
_MONTH = r"[^\W\d_]{2,14}(?![^\W_])"
_GAP = r"(?:[ \u00a0\u202f]{1,2})"
# Scrapers lose the space between a year and the time of day as well: "May 3, 202511:41 AM".
_YEAR = r"(?:1[5-9]|2[01])\d\d(?!\d(?!\d?:\d\d))"
_DATE = re.compile(
    # Scrapers lose the space between a name and the day: "Ada Bell3 March".
    rf"(?:(?<![\w.])|(?<=[a-z])(?=\d))(?:"
    rf"(?P<y3>{_YEAR})(?P<s>[-/.])(?P<m3>[01]?\d)(?P=s)(?P<d3>[0-3]?\d)(?!\d)"
    rf"|(?P<d1>[0-3]?\d)(?:st|nd|rd|th|er|º|ª|\.)?(?:{_GAP}|[-/.])(?:(?:de|of){_GAP}|d['’])?(?P<m1>{_MONTH})\.?,?"
    rf"(?:{_GAP}|(?P<g1>[-/.]))?(?:(?:de|del|of){_GAP})?(?P<y1>{_YEAR}|['’]?\d\d(?![\d:]))"
    rf"|(?P<m2>{_MONTH})\.?{_GAP}(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?:[,.]{_GAP}?|{_GAP})(?P<y2>{_YEAR})"
    rf"|(?P<a>[0-3]?\d)(?P<t>[./-])(?P<b>[0-3]?\d)(?P=t)(?P<y4>{_YEAR})"
    rf"|(?P<y6>{_YEAR})年{_GAP}?(?P<m6>[01]?\d)月{_GAP}?(?P<d6>[0-3]?\d)日"
    rf"|(?P<m5>{_MONTH})\.?,?{_GAP}(?:de{_GAP})?(?P<y5>{_YEAR}))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A day or a month: its half-open span, its EDTF value, both readings where figures leave the order open."""

    start: int
    end: int
    edtf: str
    is_day: bool
    readings: tuple[str, str] | None = None


@cache
def months() -> dict[str, int]:
    return {name: int(number) for number, names in lexicons.load("dateline")["months"].items() for name in names}


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def days(text: str, begin: int = 0, end: int | None = None) -> Iterator[Written]:
    """The days and months with their year in ``text[begin:end]``, in order."""
    end = len(text) if end is None else end
    while m := _DATE.search(text, begin, end):
        begin = m.start() + 1
        edtf: str | None
        is_day, readings = True, None
        name = m["m1"] or m["m2"] or m["m5"]
        month = months().get(name.lower(), 0) if name else 0
        if name and not month:
            continue
        if m["y3"]:
            edtf = _day(int(m["y3"]), int(m["m3"]), int(m["d3"]))
        elif m["m1"]:
            digits = m["y1"].lstrip("'’")
            if len(digits) == 2 and not (m["g1"] or len(m["y1"]) == 3 or name.isupper()):
                continue  # "5 March 12 soldiers": a count, not a year
            # Two figures: agencies of the last century wrote "3 JAN 90".
            year = int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 50 else 2000)
            edtf = _day(year, month, int(m["d1"]))
        elif m["m2"]:
            edtf = _day(int(m["y2"]), month, int(m["d2"]))
        elif m["y4"]:
            first, second = int(m["a"]), int(m["b"])
            day_first, month_first = _day(int(m["y4"]), second, first), _day(int(m["y4"]), first, second)
            edtf = day_first if m["t"] == "." else day_first or month_first
            if m["t"] != "." and day_first and month_first and day_first != month_first:
                # Two readings make the EDTF set of both.
                readings = day_first, month_first
                edtf = f"[{min(readings)},{max(readings)}]"
        elif m["y6"]:
            edtf = _day(int(m["y6"]), int(m["m6"]), int(m["d6"]))
        else:
            edtf, is_day = f"{m['y5']}-{month:02d}", False
        if edtf:
            begin = m.end()
            yield Written(m.start(), m.end(), edtf, is_day, readings)
