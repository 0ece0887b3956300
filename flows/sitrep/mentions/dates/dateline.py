"""Whether a date stands where a text is dated, so that it dates the text and no act in it."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.dates.values import Expression
from sitrep.model import Block, Page, Sentence

# "KYIV, March 3 (Agency) —": a place before the date, a dash behind it.
_DASH = re.compile(r"\s*(?:\([^()\n]{0,40}\))?\s*(?:[—–]|--|-\s)")
_PLACE = re.compile(r"[^\W\d_][^.!?\n]{0,60}[,(]\s*$")
# How many blocks at the top may hold a date of their own line, and how much else may stand on it.
_LEADING, _LONGEST_BYLINE, _BEFORE, _BEHIND = 6, 120, 60, 24

# A time of day behind a day, with its zone.
_TIME = re.compile(
    r"\A[\s,|(\[–—-]{0,4}\d{1,2}[:.h]\d{2}(?::\d\d)?\s*(?:[ap]\.?m\.?|[A-Z]{2,5}|hrs)?(?!\w)", re.IGNORECASE
)
# Kinds of blocks that may be a dateline of their own, and of those that a dateline heads; how many make a digest.
_LINES, _TEXT = frozenset({"byline", "heading", "paragraph"}), frozenset({"paragraph", "answer", "bullet", "quote"})
_NOTHING, _MIN_PARTS = " .,:;|·•—–-()[]*_", 2


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


def of_parts(page: Page, found: list[tuple[Expression, Sentence]]) -> frozenset[int]:
    """Where the datelines of the parts of a page start, if several parts of it have one: a digest, a chronicle.

    Of the lines above the first part one with a place is its own, and any where nothing dates the whole.
    """
    lines = [(e, page.blocks[s.block]) for e, s in found if _heads_part(page, page.blocks[s.block], e)]
    read_on = [block.seq for block in page.blocks if block.kind in _TEXT and not _is_short(block)]
    parts: dict[int, tuple[Expression, Block]] = {}
    for expression, block in lines:
        # What follows the line, up to the next text, is what it dates.
        below = next((seq for seq in read_on if seq >= block.seq), None)
        if below is not None:
            parts[below] = expression, block
    if len(parts) < _MIN_PARTS:
        return frozenset()
    undated, top = page.document.published is None, read_on[0]
    return frozenset(
        e.start
        for below, (e, block) in parts.items()
        if undated or below > top or _PLACE.search(page.view, block.char_start, e.start)
    )


def _is_short(block: Block) -> bool:
    return block.char_end - block.char_start <= _BEFORE + _BEHIND


def _heads_part(page: Page, block: Block, expression: Expression) -> bool:
    """Whether a day stands alone in its line or behind a place, or opens a report as agencies do."""
    point = expression.lower
    if point is None or point is not expression.upper or (point.day is None and point.written is None):
        return False
    before = page.view[block.char_start : expression.start]
    behind = page.view[expression.end : block.char_end]
    if len(before) <= 80 and _PLACE.search(before) and _DASH.match(behind[:60].lstrip(",)")):
        return True
    if block.kind not in _LINES or _TIME.sub("", behind).strip(_NOTHING):
        return False
    return not before.strip(_NOTHING) or (len(before) <= _BEFORE and _PLACE.fullmatch(before.lstrip()) is not None)
