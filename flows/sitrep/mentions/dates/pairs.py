"""Ranges and choices in which one day or year is only a bare number: "3 to 5 May 2024", "1941-45", "499-493 BC"."""

from __future__ import annotations

from dataclasses import replace

from sitrep.mentions.dates.build import calendar_date, dated, year
from sitrep.mentions.dates.tokens import Tok
from sitrep.mentions.dates.values import Point


def read(name: str, toks: list[Tok]) -> tuple[str, Point, Point] | None:
    """The two ends of a range that the rule ``name`` took, and what they make of it (see ``Expression``)."""
    days: tuple[int, ...] = ()
    if name in ("month_list", "list_month"):
        toks, days = _ends(toks)
    link = next((i for i, tok in enumerate(toks) if tok.code in "-&|/u" and i), 0)
    if name == "month_days":
        link = next(i for i in range(len(toks)) if toks[i].code in "-&|u")
    first, second = toks[:link], toks[link + 1 :]
    kind = {"|": "choice", "&": "both"}.get(toks[link].code, "interval")
    if name == "years":
        low = calendar_date(first)
        if low is None or low.year is None:
            return None
        high = Point(second[0].start, second[0].end)
        century, tail = int(low.year[:2]), second[0].value
        if second[0].end - second[0].start != 2:
            return None
        if tail <= 12 and tail != int(low.year[2:]) + 1:
            low.month, low.end = tail, second[0].end
            return ("single", low, low) if toks[link].code == "-" and tail and low.season is None else None
        if tail <= int(low.year[2:]) and low.season is None and tail > 12:
            return None
        high.year = year((century + (tail <= int(low.year[2:]))) * 100 + tail)
        if low.season:
            return ("single", low, low)
        return kind, low, high
    if name == "slash_days":
        days = next(tok.value for tok in toks if tok.code == "5").numbers
        low = dated([tok for tok in toks if tok.code != "5"])
        if low is None or days[0] >= days[1]:
            return None
        low.start, low.end = toks[0].start, toks[-1].end
        high = replace(low, day=days[1])
        low.day = days[0]
        return kind, low, high
    if name == "centuries":
        unit = [tok for tok in toks if tok.code == "U"]
        if any(tok.value != "century" for tok in unit):
            return None
        low_n, high_n = (tok.value for tok in toks if tok.code == "o")
        sign = "-" if toks[-1].code == "C" else ""
        low = Point(toks[0].start, toks[link].start, year=f"{sign}{low_n - 1:02d}XX")
        return kind, low, Point(toks[link].end, toks[-1].end, year=f"{sign}{high_n - 1:02d}XX")
    if name == "eras":
        years = [tok.value for tok in (first[-1], second[0])]
        if not all(years) or years[0] <= years[1]:
            return None
        low = Point(toks[0].start, toks[link].start, year=year(years[0], True))
        return kind, low, Point(toks[link].end, toks[-1].end, year=year(years[1], True))
    low, high = dated(first), dated(second)
    if low is None or high is None:
        return None
    if name == "bare_days":
        return ("interval", low, high) if (low.day or 0) < (high.day or 0) else None
    low.month, high.month = low.month or high.month, high.month or low.month
    if name == "months_year" and low.year is None and high.year and (low.month or 0) > (high.month or 0):
        low.year = year(int(high.year) - 1)
    for end, other in ((low, high), (high, low)):
        if end.year is None and end.short_year is None and not end.anchor:
            end.year, end.short_year = other.year, other.short_year
            end.unit, end.shift, end.anchor = other.unit, other.shift, other.anchor
    if low.day is not None and high.day is not None and low.month == high.month and low.day >= high.day:
        return None
    if days and list(days) != sorted({*days, low.day or 0, high.day or 0})[1:-1]:
        return None
    low.between = days
    return kind, low, high


def _ends(toks: list[Tok]) -> tuple[list[Tok], tuple[int, ...]]:
    """The tokens of a list of days without those between the first and the last, and the days between."""
    link = next(i for i, tok in enumerate(toks) if tok.code in "&|")
    comma = next(i for i, tok in enumerate(toks) if tok.code == ",")
    between = tuple(tok.value for tok in toks[comma:link] if tok.code in "12o")
    return toks[:comma] + toks[link:], between
