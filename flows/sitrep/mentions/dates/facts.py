"""What is known of the document that a date stands in: its day, whether it tells history, how it writes figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sitrep import patterns as re
from sitrep.mentions.dates import dateline
from sitrep.mentions.dates.values import Expression
from sitrep.model import Block, Page, Sentence

Found = list[tuple[Expression, Sentence]]

# The age that a year of two figures belongs to where nothing in the document tells.
_NOWADAYS = 2020
# How many dates with their year and month make a story, and how many years lie between it and its publication.
_TOLD, _LONG_BEFORE = 3, 3
_DAY_BEFORE_MONTH = re.compile(r"\D{0,24}?\d{1,2}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?[^\W\d_]{3}")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known where an expression stands.

    ``narrative`` tells whether the text tells history there. ``told`` holds the offset and the year of each explicit
    date of the document, in order.
    """

    published: date | None
    narrative: bool
    day_first: bool
    pivot: int
    told: tuple[tuple[int, int], ...] = ()


class Whereabouts:
    """The facts at each block of a page, in reading order: parts of it may be dated on their own, or tell history."""

    def __init__(self, page: Page, found: Found):
        self.facts = _of_whole(page, found)
        self._narrative = _by_part(page, found, self.facts)
        self._datelines = dateline.of_parts(page, found)
        self._local: date | None = None
        self._here = self.facts

    def at(self, block: Block) -> Facts:
        narrative = self._narrative.get(part_of(block), self.facts.narrative) and self._local is None
        published = self._local or self.facts.published
        if narrative != self._here.narrative or published != self._here.published:
            self._here = replace(self.facts, narrative=narrative, published=published)
        return self._here

    def pass_by(self, expression: Expression, day: date | None) -> None:
        """Take the day of an expression for that of what follows it, if it is the dateline of a part of the page."""
        if day is not None and expression.start in self._datelines:
            self._local = day


def part_of(block: Block) -> tuple[str | None, str | None]:
    """What holds a block: the section, and in it the question that it answers."""
    return block.section, block.pair_id


def _of_whole(page: Page, found: Found) -> Facts:
    published = page.document.published
    expressions = [expression for expression, _ in found]
    points = [p for e in expressions for p in (e.lower, e.upper) if p is not None and p.year and "X" not in p.year]
    told = [e for e in expressions if _tells(e)]
    years = sorted(int(p.year or 0) for p in points)
    middle = years[len(years) // 2] if years else None
    if published is None:
        narrative = len(told) >= _TOLD
    else:
        # History told from afar, and not news with some background: few words count from the day of publication.
        past = middle is not None and middle <= published.year - _LONG_BEFORE
        told = [e for e in told if _long_past(e, published)]
        narrative = past and len(told) >= _TOLD and 2 * sum(map(_counts_from_now, expressions)) < len(told)
    pivot = published.year if published else middle or _NOWADAYS
    explicit = tuple(sorted((p.start, int(p.year or 0)) for p in points))
    return Facts(published, narrative, _day_first(page, expressions), pivot, explicit)


def _tells(expression: Expression) -> bool:
    """Whether an expression is a month or a day with its year."""
    point = expression.lower
    closed = point is not None and expression.upper is not None
    return closed and bool(point and point.year and point.month and "X" not in point.year)


def _long_past(expression: Expression, published: date) -> bool:
    """Whether the year of an expression lies long before the day of publication."""
    point = expression.lower
    return point is not None and int(point.year or 0) <= published.year - _LONG_BEFORE


def _counts_from_now(expression: Expression) -> bool:
    point = expression.lower
    return point is not None and (point.weekday is not None or point.anchor == "published")


def _by_part(page: Page, found: Found, facts: Facts) -> dict[tuple[str | None, str | None], bool]:
    """For each part of a page that tells history and has a day of its own, whether the part does.

    A part that counts from the day of publication speaks of its own days, unless it tells as much of others.
    """
    published = facts.published
    if not facts.narrative or published is None:
        return {}
    now: dict[tuple[str | None, str | None], int] = {}
    then: dict[tuple[str | None, str | None], int] = {}
    for expression, sentence in found:
        part = part_of(page.blocks[sentence.block])
        now[part] = now.get(part, 0) + _counts_from_now(expression)
        then[part] = then.get(part, 0) + (_tells(expression) and _long_past(expression, published))
    if len(now) == 1:
        return {}
    return {part: 2 * count < then[part] for part, count in now.items()}


def _day_first(page: Page, expressions: list[Expression]) -> bool:
    """Whether the document puts the day before the month: by its unambiguous figures, else by its written dates."""
    votes = 0
    for expression in expressions:
        point = expression.lower or expression.upper
        if point is None:
            continue
        if point.written is not None and not point.written.order:
            one, two, _ = point.written.numbers
            votes += 100 * ((one > 12) - (two > 12))
        elif point.day and point.month:
            votes += 1 if _DAY_BEFORE_MONTH.match(page.view, point.start, point.end) else -1
    return votes > 0
