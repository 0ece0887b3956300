"""Whether a date stands where a text is dated, so that it dates the text and no act in it."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.dates.values import Expression
from sitrep.model import Block, Page

# "KYIV, March 3 (Agency) —": a place before the date, a dash behind it.
_DASH = re.compile(r"\s*(?:\([^()\n]{0,40}\))?\s*(?:[—–]|--|-\s)")
_PLACE = re.compile(r"[^\W\d_][^.!?\n]{0,60}[,(]\s*$")
# How many blocks at the top may hold a date of their own line, and how much else may stand on it.
_LEADING, _LONGEST_BYLINE, _BEFORE, _BEHIND = 6, 120, 60, 24


@cache
def _prose() -> tuple[str, ...]:
    """How what stands before a date ends where it is a sentence."""
    return (".", *(f" {word}" for word in lexicons.load("date_links")["before_days_in_prose"]))


def stands_at(page: Page, block: Block, expression: Expression) -> bool:
    """True in a short byline, behind a place and before a dash, and on a line of its own at the top of the page."""
    point, view = expression.lower, page.view
    if block.kind == "byline" and block.char_end - block.char_start <= _LONGEST_BYLINE:
        return True
    if point is None or point is not expression.upper or (point.day is None and point.written is None):
        return False
    before = view[block.char_start : expression.start]
    behind = view[expression.end : block.char_end]
    if len(before) <= 80 and _PLACE.search(before) and _DASH.match(behind[:60].lstrip(",)")):
        return True
    short = len(before.strip()) <= _BEFORE and len(behind.strip()) <= _BEHIND
    return (
        block.seq < _LEADING
        and short
        and block.kind not in ("title", "heading")
        and not before.rstrip().endswith(_prose())
    )
