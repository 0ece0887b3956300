"""From the tokens that a rule of the grammar took to what they say: one ``Point`` a rule. Ranges are in ``pairs``."""

from __future__ import annotations

from collections.abc import Callable

from sitrep.mentions.dates.tokens import Tok
from sitrep.mentions.dates.values import Nth, Point

# How far a relating word moves, and from which day: the one of publication, or the one last spoken of.
_RELATION = {
    "l": (-1, "published"),
    "x": (1, "published"),
    "c": (1, "published"),
    "t": (0, "published"),
    "p": (-1, "published"),
    "T": (0, "spoken"),
    "e": (0, "spoken"),
    "v": (-1, "spoken"),
    "f": (1, "spoken"),
}
_LONGEST_COUNT = 400
# "The week after next", "the year before last".
_AFTER_NEXT = {"zx": 2, "jl": -2}
# The part of the day, in the lexicon of units, that lies between two days.
_NIGHT = "night"


def year(n: int, before_christ: bool = False) -> str:
    """An EDTF year; 539 BC is the astronomical year -538."""
    if not before_christ:
        return f"{n:04d}"
    return f"-{n - 1:04d}" if n > 1 else "0000"


def calendar_date(toks: list[Tok]) -> Point | None:
    """A date from its tokens by their codes: day, month, year, season, and the words that narrow or blur it."""
    point = Point(toks[0].start, toks[-1].end)
    last = len(toks) - 1
    for i, (code, _, _, value) in enumerate(toks):
        behind = toks[i + 1].code if i < last else ""
        if behind == "." and i + 2 <= last:
            behind = toks[i + 2].code
        if code == "A":
            # "as early as 2026" is 2026.
            point.mod = point.mod or (value if i == last or toks[i + 1].value != "as" else None)
        elif code in "~?":
            point.sign = value if point.sign in ("", value) else "%"
        elif code in "Mm":
            point.month = value
        elif code in "Y1234" and (behind == "C" or (i and toks[i - 1].code == "X")):
            point.year = year(value, behind == "C") if value and value <= 9999 else None
        elif code in "12on":
            point.day = value if value and value <= 31 else None
        elif code in "39":
            point.short_year = value
        elif code == "Y":
            point.year = year(value)
        elif code in "SsQ":
            point.season = value
        elif code == "H":
            numbers = [int(n) for n in value.split("-")]
            point.month, point.day = numbers[-2:]
            point.year = year(numbers[0]) if len(numbers) == 3 else point.year
    if toks[-1].code == "." and len(toks) > 1:
        point.end = toks[-2].end
    stated = point.year or point.month or point.day or point.season or point.short_year is not None
    return point if stated else None


def _relate(point: Point, toks: list[Tok]) -> Point | None:
    """Read "last year", "of that year", ... among the tokens of a calendar date."""
    unit = next((tok for tok in toks if tok.code == "U"), None)
    word = next((tok.code for tok in reversed(toks) if tok.code in _RELATION), "")
    if unit is None or not word or unit.value != "year":
        return None
    point.shift, point.anchor = _RELATION[word]
    if toks[-2].code + toks[-1].code in _AFTER_NEXT:
        point.shift = _AFTER_NEXT[toks[-2].code + toks[-1].code]
    point.unit = "year"
    if word == "x" and any(tok.code == "D" for tok in toks[-3:]):
        point.anchor = "spoken"
    return point


def _related(toks: list[Tok]) -> Point | None:
    point = calendar_date(toks)
    return _relate(point, toks) if point and point.year is None else point


def dated(toks: list[Tok]) -> Point | None:
    """A date whose year is written, or told by "last year", "of that year"."""
    return _related(toks) if any(tok.code == "U" for tok in toks) else calendar_date(toks)


def _unstated(toks: list[Tok]) -> Point | None:
    point = calendar_date(toks)
    if point:
        point.unstated = True
    return point


def _written(toks: list[Tok]) -> Point:
    point = Point(toks[0].start, toks[-1].end, written=toks[-1].value)
    point.sign = next((tok.value for tok in toks if tok.code in "~?"), "")
    return point


def _nth(toks: list[Tok]) -> Point | None:
    """ "The last week of July", "the first Monday of May 2015", "the 15th day of next month", "the 21st this month"."""
    at = next(i for i, tok in enumerate(toks) if tok.code in "ol")
    count = toks[at].value if toks[at].code == "o" else -1
    behind = at + 1 + (toks[at + 1].code in "nq1O")
    inner = toks[behind] if toks[behind].code in "UW" and toks[behind - 1].code != "O" else None
    rest = toks[behind + 2 :] if inner else toks[behind:]
    if inner is not None and inner.code == "U" and inner.end - inner.start > len(inner.value):
        # "The first days of July", "the last ten days of July": a part of it.
        point = _deictic(rest) if rest[-1].code == "U" and len(rest) > 1 else dated(rest)
        many = toks[behind - 1].value if behind > at + 1 and toks[behind - 1].code in "n1" else 0
        if point is not None and count == 1 and many and inner.value in ("day", "month"):
            point.start, point.nth = toks[0].start, Nth(1, inner.value, None, many)
            return point
        if point is not None and count in (1, -1):
            point.start, point.mod = toks[0].start, "start" if count == 1 else "end"
            return point
        return None
    month = any(tok.code in "Mm" for tok in rest)
    if not month and rest[-1].code == "U" and rest[0].code == "D" and len(rest) == 2:
        point = Point(rest[0].start, rest[-1].end, unit=rest[-1].value, anchor="either")
    else:
        point = _deictic(rest) if rest[-1].code == "U" and not month else dated(rest)
    if point is None:
        return None
    point.start, point.end = toks[0].start, toks[-1].end
    if inner is None:
        point.nth = Nth(count, "day") if point.unit == "month" else None
    elif inner.code == "W":
        point.nth = Nth(count, "weekday", inner.value)
    elif inner.value in ("day", "week", "month"):
        point.nth = Nth(count, inner.value)
    return point if point.nth else None


def _night_into(toks: list[Tok]) -> Point | None:
    """ "The night to Saturday", "overnight into 3 May": from the day before to the day."""
    at = next(i for i, tok in enumerate(toks) if tok.code in ">-")
    night = toks[at - 1].value == _NIGHT if toks[at - 1].code == "P" else toks[at - 1].value[1]
    day = _weekday(toks[at + 1 :]) if toks[-1].code == "W" else calendar_date(toks[at + 1 :])
    if day is None or not night:
        return None
    return Point(toks[0].start, toks[-1].end, unit="day", anchor="published", night=True, base=day)


def _week_of(toks: list[Tok]) -> Point | None:
    unit = next(i for i, tok in enumerate(toks) if tok.code == "U")
    day = calendar_date(toks[unit + 1 :])
    if day is None or toks[unit].value not in ("week", "weekend"):
        return None
    return Point(toks[0].start, toks[-1].end, unit=toks[unit].value, anchor="spoken", base=day)


def _bare_day(toks: list[Tok]) -> Point | None:
    if toks[-1].code == "W":
        return _weekday(toks)
    point = Point(toks[0].start, toks[-1].end, day=toks[-1].value)
    point.weekday = next((tok.value for tok in toks if tok.code in "WV"), None)
    return point


def _quarter(toks: list[Tok]) -> Point | None:
    point = Point(toks[0].start, toks[-1].end)
    point.mod = next((tok.value for tok in toks if tok.code == "A"), None)
    point.sign = next((tok.value for tok in toks if tok.code in "~?"), "")
    point.year = next((year(tok.value) for tok in toks if tok.code == "Y"), None)
    part = next((tok for tok in toks if tok.code == "h"), None)
    short = next((tok for tok in toks if tok.code == "Q"), None)
    count = next((tok.value for tok in toks if tok.code == "o"), 0)
    if part is not None and not count:
        # "the latter half"
        count = 2 if part.value == 39 and point.mod == "end" else 9
    word = next((tok.code for tok in toks if tok.code in "lxtcpfv"), "")
    if word and part is not None and not any(tok.code == "U" for tok in toks):
        point.unit, (point.shift, point.anchor) = "quarter", _RELATION[word]
        return point if part.value == 32 else None
    if short is not None:
        point.season = short.value
    elif part is None or count > (4 if part.value == 32 else 2):
        return None
    else:
        point.season = part.value + count
    if any(tok.code == "U" for tok in toks):
        if _relate(point, toks) is None:
            point.unit, point.anchor = "year", "either"
    elif point.year is None and (part is None or part.value != 32):
        return None
    return point


def _century(toks: list[Tok]) -> Point | None:
    point = Point(toks[0].start, toks[-1].end)
    if next(tok.value for tok in toks if tok.code == "U") != "century":
        return None
    n = next(tok.value for tok in toks if tok.code == "o")
    point.year = f"{'-' if toks[-1].code == 'C' else ''}{n - 1:02d}XX"
    point.mod = next((tok.value for tok in toks if tok.code == "A"), None)
    return point


def _decade(toks: list[Tok]) -> Point | None:
    point = Point(toks[0].start, toks[-1].end, sign=next((tok.value for tok in toks if tok.code in "~?"), ""))
    point.mod = next((tok.value for tok in toks if tok.code == "A"), None)
    at = next((i for i, tok in enumerate(toks) if tok.code in "rd"), -1)
    value = toks[at].value
    if toks[at].code == "r":
        named = next((tok.value for tok in toks[at:] if tok.code == "o"), 20)
        point.year = f"{named - 1:02d}{value}X"
    else:
        point.year = f"{value[:2]}XX" if value.endswith("0") else f"{value}X"
    return point


def _count(toks: list[Tok]) -> int | None:
    values = [tok.value for tok in toks if tok.code in "n12345Y34"]
    if not values:
        return 1
    total = sum(value for value in values if value)
    return total if total <= _LONGEST_COUNT else None


def _shifted(toks: list[Tok], anchor: str, sign: int) -> Point | None:
    unit = next(tok.value for tok in toks if tok.code == "U")
    count = _count(toks)
    if unit in ("hour", "weekend") or count is None:
        return None
    if unit == "fortnight":
        unit, count = "week", 2 * count
    point = Point(toks[0].start, toks[-1].end, unit=unit, shift=sign * count, anchor=anchor)
    point.sign = "~" if toks[0].code in "~q" else ""
    # Weeks away from a day is a day.
    if unit == "week":
        point.unit, point.shift = "day", 7 * point.shift
    return point


def _ago(toks: list[Tok]) -> Point | None:
    today = toks[-1] if toks[-1].code == "K" else None
    if today is not None and today.value[0]:
        return None
    point = _shifted(toks, "published", -1 if toks[-1 - (today is not None)].code == "g" else 1)
    if point is not None:
        point.same_day = today is not None and point.unit == "year"
    return point


def _offset(toks: list[Tok]) -> Point | None:
    return _shifted(toks, "spoken", 1 if toks[-1].code in "LzF" else -1)


def _weekday(toks: list[Tok]) -> Point | None:
    point = Point(toks[0].start, toks[-1].end)
    point.weekday = next(tok.value for tok in toks if tok.code in "WV")
    unit = next((tok for tok in toks if tok.code == "U"), None)
    word = next((tok.code for tok in toks if tok.code in _RELATION), "")
    # Without an article "previous" and "following" count from the day of writing, like "last" and "next".
    if not any(tok.code == "D" for tok in toks):
        word = {"v": "l", "f": "x"}.get(word, word)
    if unit is None:
        point.relation = word
        return point
    if unit.value not in ("week", "month") or not word:
        return None
    point.unit, (point.shift, point.anchor) = "week", _RELATION[word]
    return point


def _deictic(toks: list[Tok]) -> Point | None:
    point = Point(toks[0].start, toks[-1].end, anchor="published")
    by_code = {tok.code: tok for tok in toks}
    if "K" in by_code:
        point.unit, (point.shift, point.night) = "day", by_code["K"].value
        return point
    unit = by_code["U"].value if "U" in by_code else ""
    if "2" in by_code or ("p" in by_code and unit in ("day", "hour")):
        whole_day = (unit == "day" and "2" not in by_code) or (
            unit == "hour" and by_code.get("2", by_code["U"]).value == 24
        )
        point.unit, point.night = "day", True
        return point if whole_day else None
    word = next((tok.code for tok in toks if tok.code in "lxtpcv"), "")
    if len(toks) == 3 and toks[0].code == "I" and not word:
        # "over the weekend": the one nearest.
        point.unit, point.relation = "weekend", "near"
        return point if by_code["U"].value == "weekend" else None
    if "P" in by_code:
        point.unit, point.shift = "day", _RELATION[word][0]
        return point
    point.mod = by_code["A"].value if "A" in by_code else None
    if unit in ("hour", "fortnight") or (unit == "day" and word in ("l", "t", "")):
        return None
    if not word:
        point.unit, point.anchor = unit, "either"
        return point if unit in ("week", "month", "year", "decade", "century") else None
    point.unit, (point.shift, point.anchor) = unit, _RELATION[word]
    if unit == "day" or (word == "x" and "D" in by_code):
        point.anchor = "spoken"
    return point


def _spoken(toks: list[Tok]) -> Point | None:
    point = Point(toks[0].start, toks[-1].end, anchor="spoken")
    by_code = {tok.code: tok for tok in toks}
    point.mod = by_code["A"].value if "A" in by_code else None
    word = next((tok.code for tok in reversed(toks) if tok.code in "fvexT"), "")
    if word == "e" and "T" in by_code:
        word = "T"
    if len(toks) > 2 and toks[-2].code + toks[-1].code in _AFTER_NEXT:
        unit = "day" if "P" in by_code else by_code["U"].value
        point.unit, point.shift, point.anchor = unit, _AFTER_NEXT[toks[-2].code + toks[-1].code], "published"
        return point
    if toks[-1].code == "f":
        word = "f"
    point.shift = {"f": 1, "x": 1, "v": -1}.get(word, 0) if word else (1 if toks[-1].code == "z" else -1)
    if "W" in by_code:
        point.weekday, point.relation, point.shift = by_code["W"].value, word, 0
        point.anchor = ""
        return point
    point.unit = "day" if "P" in by_code else by_code["U"].value
    if point.unit in ("hour", "fortnight") or "N" in by_code:
        return None
    return point


def _related_month(toks: list[Tok]) -> Point | None:
    point = calendar_date(toks)
    if point:
        point.relation = next(tok.code for tok in reversed(toks) if tok.code in "lxtcvfpT")
    return point


def _related_season(toks: list[Tok]) -> Point | None:
    point = calendar_date(toks)
    if point:
        point.relation = next(tok.code for tok in toks if tok.code in "lxtcvfTe")
    return point


RULES: dict[str, Callable[[list[Tok]], Point | None]] = {
    "written": _written,
    "date": calendar_date,
    "related_day": _related,
    "slash": _written,
    "nth": _nth,
    "day_of_related": _related_month,
    "night_into": _night_into,
    "week_of": _week_of,
    "bare_day": _bare_day,
    "unstated": _unstated,
    "day": calendar_date,
    "month": dated,
    "season": dated,
    "quarter": _quarter,
    "century": _century,
    "decade": _decade,
    "holiday": dated,
    "ago": _ago,
    "offset": _offset,
    "weekday_week": _weekday,
    "weekday": _weekday,
    "deictic": _deictic,
    "spoken": _spoken,
    "related_month": _related_month,
    "related_season": _related_season,
    "loose_season": calendar_date,
    "loose_month": calendar_date,
    "year": calendar_date,
}
