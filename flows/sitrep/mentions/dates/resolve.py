"""Place each expression in time: from itself, from the text before it, or from the day of publication.

Order (codebook, Dates): what is written wins; a year fixed by the text around wins over the publication date; then the
publication date, to the nearest year or day on the side that the tense tells, the past preferred; then, in a narrative,
the last year of the section; else the year stays ``XXXX`` and a relative day has no value.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import lru_cache

from sitrep import edtf
from sitrep.mentions.dates import calendar, figures, intervals, nearest
from sitrep.mentions.dates.calendar import Day
from sitrep.mentions.dates.facts import Facts
from sitrep.mentions.dates.intervals import Resolved, with_year
from sitrep.mentions.dates.values import Expression, Point
from sitrep.model import Sentence

# A date without a year takes that of an earlier date this near before it, in characters; in a story of so many years
# before the day of publication, of one in the paragraphs before.
_NEAR, _NEAR_IN_STORY = 300, 1500
_LONG_AGO, _PARAGRAPHS = 5, 2
# A year this near before a day, in the same sentence, is that of the day.
_JOINED = 8
# A year opens its sentence behind no more than a preposition.
_OPENING = 7
# A calendar month so much earlier than the one before it belongs to the next year.
_ROLLOVER = 8


@lru_cache(maxsize=65536)
def bounds(value: str) -> tuple[date | None, date | None, str]:
    """First and last day, and precision, of an EDTF value."""
    read = edtf.parse(value)
    return read.start, read.end, read.precision


class Resolver:
    """Resolves the expressions of one document in their order, remembering what was spoken of."""

    def __init__(self, facts: Facts):
        self.facts = facts
        self._year: Day | None = None
        self._year_at = self._year_block = self._year_sentence = -1
        self._year_is_far = self._is_story = False
        self._within: tuple[Day, Day] | None = None
        self._spoken: dict[str, Day] = {}
        self._spoken_block: dict[str, int] = {}
        self._part: tuple[str | None, str | None] = None, None
        self._aside: Day | None = None
        self._sentence = self._sentence_start = -1
        self._year_opens = False

    def enter(self, part: tuple[str | None, str | None], sentence: Sentence, facts: Facts) -> None:
        """Tell which part and which sentence the next expressions stand in, and what is known there."""
        self.facts = facts
        if sentence.seq != self._sentence:
            self._sentence, self._sentence_start, self._aside = sentence.seq, sentence.char_start, None
        if part != self._part:
            self._part = part
            if not self.facts.narrative or self.facts.published is not None:
                self._year = None

    def resolve(self, expression: Expression, block: int, tense: str) -> tuple[str | None, str]:
        """The EDTF value and the basis of an expression in block number ``block``, in a clause of a ``tense``."""
        low, high = expression.lower, expression.upper
        if low is high and low is not None:
            found = self._point(low, block, tense)
            self._remember(found, low, block, background=False)
            return found.edtf, found.basis
        tense = "past" if expression.kind == "since" else tense
        first = self._point(low, block, tense) if low else None
        if low and first and high:
            first = self._winter(low, first, high)
            if first.basis == "resolved" and (year := self._around(low, high)) is not None:
                both = with_year(low, year, "resolved"), with_year(high, year, "resolved")
                for point, found in zip((low, high), both, strict=True):
                    self._remember(found, point, block, background=False)
                return intervals.value(expression, *both)
            self._remember(first, low, block, background=False)
        second = self._point(high, block, tense) if high else None
        if first and second and low and high:
            first, second = intervals.in_order(low, first, high, second)
        for point, found in ((low, first), (high, second)):
            if point and found:
                self._remember(found, point, block, background=high is None)
        if first and second and first.day and second.day and second.basis == "explicit":
            self._within = first.day, second.day
        return intervals.value(expression, first, second)

    def _around(self, low: Point, high: Point) -> int | None:
        """The year of publication, where two months without a year lie around its day."""
        published = self.facts.published
        if published is None or low.explicit or high.explicit or low.unit or high.unit or self.facts.narrative:
            return None
        inside = (low.month or 13) <= published.month <= (high.month or 0)
        return published.year if inside and not low.relation and not high.relation else None

    def _winter(self, low: Point, first: Resolved, high: Point) -> Resolved:
        """ "From October to March", told in a story that has reached January: the winter that ends in that year."""
        known = self._aside or self._year
        if first.basis != "context" or first.day is None or known is None or high.explicit or high.unit:
            return first
        crosses = (low.month or 0) > (high.month or 13)
        if crosses and first.day.year == known.year and (known.month or 13) < (low.month or 0):
            return with_year(low, known.year - 1, first.basis)
        return first

    def _remember(self, found: Resolved, point: Point, block: int, background: bool) -> None:
        day = found.day
        if day is None or found.edtf is None or found.edtf.startswith("XXXX"):
            return
        last = self._spoken.get("day")
        if day.month and not day.day and not background and last and (last.year, last.month) != (day.year, day.month):
            self._spoken.pop("day")  # what comes "two days later" than a month has no day
        for unit, known in (("year", True), ("month", day.month), ("day", day.day)):
            if known is not None and not (background and point.explicit and self._spoken.get(unit)):
                self._spoken[unit] = day
                self._spoken_block[unit] = block
        if not background and not (point.anchor == "spoken" and point.shift < 0):
            published = self.facts.published
            if self.facts.narrative and point.explicit and self._is_aside(point, day.year):
                self._aside = day
                return
            if self._year and day.month is None and day.year == self._year.year:
                day = self._year
            self._year, self._year_at, self._year_block = day, point.end, block
            self._year_sentence = self._sentence
            self._year_opens = point.explicit and point.start - self._sentence_start <= _OPENING
            earlier = published is not None and day.year < published.year and day.month is not None
            self._year_is_far = earlier and point.explicit
            told = point.explicit or (self._is_story and found.basis in ("context", "resolved"))
            self._is_story = earlier and told and published.year - day.year >= _LONG_AGO
            self._within = None

    def _next_year(self, at: int) -> int | None:
        """The year of the next explicit date behind an offset."""
        told = self.facts.told
        n = bisect_right(told, (at, 10**9))
        return told[n][1] if n < len(told) else None

    def _is_aside(self, point: Point, year: int) -> bool:
        """Whether a year leaves the story for a moment: ahead or behind both of the year before it and the one next."""
        before, after = self._year, self._next_year(point.start)
        if before is None or after is None:
            return False
        return year > max(before.year, after) or year < min(before.year, after)

    def _point(self, point: Point, block: int, tense: str) -> Resolved:
        if point.nth is not None:
            nth, point.nth = point.nth, None
            whole = self._point(point, block, tense)
            value = calendar.nth(whole.day, nth.count, nth.unit, nth.weekday) if whole.day and whole.edtf else None
            last = calendar.nth(whole.day, nth.many, nth.unit, None) if whole.day and nth.many > 1 else None
            if value is not None and last is not None and not (whole.edtf or "").startswith("XXXX"):
                return Resolved(f"{value}/{last}", whole.basis, whole.day)
            if value is None or (whole.edtf or "").startswith("XXXX"):
                return whole
            return Resolved(value, whole.basis, Day.read(value))
        if point.written is not None and point.written.numbers[2] == 0:
            return self._slash(point, block, tense)
        if point.written is not None:
            return self._figures(point)
        if point.day is not None and point.month is None and point.unit is None and point.year is None:
            return self._bare_day(point, block, tense)
        if point.short_year is not None:
            point.year = f"{figures.long_year(point.short_year, self.facts.pivot):04d}"
        if point.year is not None:
            return self._explicit(point)
        if point.weekday is not None:
            return self._weekday(point, block, tense)
        if point.unit is not None:
            return self._relative(point, block, tense)
        if point.relation:
            return self._by_relation(point, block)
        return self._yearless(point, block, tense)

    def _figures(self, point: Point) -> Resolved:
        placed = figures.place(point.written, self.facts.day_first, self.facts.pivot) if point.written else None
        if placed is None:
            return Resolved(None, "relative")
        point.year = placed.edtf[:4]
        return Resolved(placed.edtf + point.sign, "explicit", placed)

    def _slash(self, point: Point, block: int, tense: str) -> Resolved:
        """A day and a month in figures."""
        if point.written is None:
            return Resolved(None, "relative")
        one, two, _ = point.written.numbers
        day_first = one > 12 or (two <= 12 and self.facts.day_first)
        point.day, point.month = (one, two) if day_first else (two, one)
        return self._yearless(point, block, tense)

    def _bare_day(self, point: Point, block: int, tense: str) -> Resolved:
        """A day of a month that is not named: "on the 18th", "Tuesday the 11th"."""
        published = self.facts.published
        base = self._base("month", block)
        if base is None or base.month is None or point.weekday is not None or (published and not self.facts.narrative):
            base = Day.of(published) if published else None
        if base is None or base.month is None:
            return Resolved(None, "relative")
        told = None if published is None or self.facts.narrative else published
        best = nearest.day_of_month(base, told, point, tense)
        if best is None:
            return Resolved(None, "relative")
        return Resolved(best.isoformat(), "resolved", Day.of(best))

    def _explicit(self, point: Point) -> Resolved:
        year = point.year or ""
        if "X" in year:
            return Resolved(year + point.sign, "explicit")
        n = int(year)
        if point.season:
            return Resolved(f"{year}-{point.season}{point.sign}", "explicit", Day(n))
        if point.day and point.month and not calendar.exists(n, point.month, point.day):
            point.day = None
        day = Day(n, point.month, point.day if point.month else None)
        return Resolved(day.edtf + point.sign, "explicit", day)

    def _yearless(self, point: Point, block: int, tense: str) -> Resolved:
        month = point.month
        if month is None and point.season is None:
            return Resolved(None, "relative")
        if month and point.day and not calendar.exists(None, month, point.day):
            point.day = None
        published, known = self.facts.published, self._aside or self._year
        if known is not None and self._joins(point, tense):
            day = Day(known.year, month, point.day)
            return Resolved(day.edtf + point.sign, "context", day)
        if point.unstated:
            return Resolved(f"XXXX-{month:02d}", "partial")
        fixed = known is not None and (
            self.facts.narrative
            or (published is None and (known.month is not None or block == self._year_block))
            or (tense != "future" and self._goes_on(point, block))
        )
        if fixed and known is not None:
            year, basis = self._context_year(known, point), "context"
        elif published is not None:
            year, basis = nearest.year(published, point, tense), "resolved"
        elif point.season is not None:
            return Resolved(None, "partial")
        else:
            tail = f"-{point.day:02d}" if point.day else ""
            return Resolved(f"XXXX-{month:02d}{tail}{point.sign}", "partial", Day(1, month, point.day))
        if point.season is not None:
            return Resolved(f"{Day(year).edtf}-{point.season}{point.sign}", basis, Day(year))
        if point.day and not calendar.exists(year, month or 1, point.day):
            year -= 1
            while year > 4 and not calendar.exists(year, month or 1, point.day):
                year -= 1
        day = Day(year, month, point.day)
        return Resolved(day.edtf + point.sign, basis, day)

    def _joins(self, point: Point, tense: str) -> bool:
        """Whether a day has the year before it in its sentence: right behind it, or where the year opens the sentence.

        "A year ago, on 2 March"; "in 2019 he was freed after a battle on 2 March".
        """
        year = self._year
        if year is None or year.month is not None or self._year_sentence != self._sentence or point.relation:
            return False
        behind = 0 <= point.start - self._year_at <= _JOINED
        return point.month is not None and (behind or (self._year_opens and tense != "future"))

    def _goes_on(self, point: Point, block: int) -> bool:
        """Whether a date goes on from one of an earlier year: soon behind it, or further on in a story of long ago."""
        if self._is_story and 0 <= block - self._year_block <= _PARAGRAPHS:
            return self._follows(point, _NEAR_IN_STORY)
        return self._year_is_far and block == self._year_block and self._follows(point, _NEAR)

    def _follows(self, point: Point, reach: int) -> bool:
        """Whether a date within ``reach`` goes on from the one before it: within that, or not back in the calendar."""
        known = self._year
        if known is None or not 0 <= point.start - self._year_at <= reach:
            return False
        at = point.month or 0, point.day or 31
        if self._within is not None:
            low, high = self._within
            if low.year == high.year and (low.month or 13) <= at[0] <= (high.month or 0):
                return True  # "Between March and October 2011 ... On 7 April"
        return (known.month or 13, known.day or 0) <= at

    def _context_year(self, known: Day, point: Point) -> int:
        if known.month is None or point.month is None:
            return known.year
        year = known.year + (known.month - point.month >= _ROLLOVER)
        after = self._next_year(point.start)
        return known.year if after is not None and year > after else year

    def _weekday(self, point: Point, block: int, tense: str) -> Resolved:
        base = self.facts.published
        if point.anchor == "spoken" or point.relation in ("f", "T", "e", "v") or base is None or self.facts.narrative:
            spoken = self._base("day", block)
            if spoken is None and base is not None and not self.facts.narrative:
                spoken = Day.of(base)
            base = spoken.calendar if spoken else None
            if base is not None and point.relation == "" and point.anchor == "" and self.facts.published is None:
                point.relation = "near"
        if base is None or point.weekday is None:
            return Resolved(None, "relative")
        moved = nearest.weekday(base, point, tense)
        day = calendar.add_days(base, moved)
        return Resolved(day.isoformat(), "resolved", Day.of(day)) if day else Resolved(None, "relative")

    def _base(self, unit: str, block: int) -> Day | None:
        """The date last spoken of that is known as finely as a unit needs."""
        need = {"day": "day", "week": "day", "weekend": "day", "month": "month"}.get(unit, "year")
        found = self._spoken.get(need)
        if found is None or (need == "day" and block - self._spoken_block[need] > 2):
            return None
        return found

    def _relative(self, point: Point, block: int, tense: str) -> Resolved:
        unit, published = point.unit or "", self.facts.published
        base: Day | None = None
        basis, spoken = "resolved", False
        if point.base is not None:
            found = self._point(point.base, block, tense)
            base, basis = found.day, found.basis
        elif point.anchor == "published" or (point.anchor == "either" and not self.facts.narrative and published):
            base = Day.of(published) if published else None
        if base is None and point.base is None and point.anchor in ("spoken", "either"):
            base = self._base(unit, block)
            spoken = base is not None
            if base is None and published and not self.facts.narrative and point.shift:
                base, spoken = Day.of(published), True
        if base is None:
            return Resolved(None, "relative")
        if point.night:
            day = base.calendar
            before = calendar.add_days(day, -1) if day else None
            return Resolved(f"{before}/{day}", "resolved", base) if before else Resolved(None, "relative")
        shift = point.shift
        if point.relation == "near" and base.calendar and base.calendar.isoweekday() < 6 and tense != "future":
            shift -= 1
        elif (
            unit == "weekend"
            and point.anchor == "published"
            and not shift
            and tense in ("past", "announced")
            and base.calendar
        ):
            # "missed this weekend", said on a Monday.
            shift -= base.calendar.isoweekday() <= 2
        value = calendar.shift(base, unit, shift)
        if value is None or (spoken and shift > 0 and self._ahead(value, tense)):
            return Resolved(None, "relative")
        if point.same_day and base.calendar and value.isdigit():
            day = Day(
                int(value),
                base.month,
                base.day if calendar.exists(int(value), base.month or 1, base.day or 1) else None,
            )
            return Resolved(day.edtf, basis, day)
        if unit == "year" and (point.month or point.season):
            tail = f"-{point.month or point.season:02d}" + (f"-{point.day:02d}" if point.day and point.month else "")
            if point.day and point.month and not calendar.exists(int(value), point.month, point.day):
                tail = f"-{point.month:02d}"
            day = Day(int(value), point.month, point.day if len(tail) > 3 else None)
            return Resolved(value + tail + point.sign, basis, day)
        return Resolved(value + point.sign, basis, Day.read(value))

    def _ahead(self, value: str, tense: str) -> bool:
        """Whether "N years later" ends up behind the day of a news text without a word of the future: a wrong base."""
        published, start = self.facts.published, bounds(value)[0]
        return tense != "future" and not self.facts.narrative and bool(published and start and start > published)

    def _by_relation(self, point: Point, block: int) -> Resolved:
        """A month or season behind "last", "next", "this", "the following", ..."""
        spoken = point.relation in ("f", "v", "T", "e")
        base = self._base("month", block) or self._base("year", block) if spoken else None
        if point.relation == "T" and (self._aside or self._year) is not None:
            # "In 2019 the truce broke. That June ...": the year spoken of last.
            base = self._aside or self._year
        if base is None:
            base = Day.of(self.facts.published) if self.facts.published else None
        if base is None:
            return Resolved(None, "relative")
        year = nearest.related_year(base, point)
        if point.season is not None:
            return Resolved(f"{year:04d}-{point.season}{point.sign}", "resolved", Day(year))
        known = point.day if point.month and calendar.exists(year, point.month, point.day or 1) else None
        day = Day(year, point.month or 1, known)
        return Resolved(day.edtf + point.sign, "resolved", day)
