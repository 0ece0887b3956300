"""Parts of a page that names of states head, as digests of several states have them."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from sitrep import patterns as re
from sitrep.model import Page, PlaceMention

# What may stand between the states that a heading names.
_BETWEEN = re.compile(r"[\s,&:/.|#*-]*(?:and[\s]+)?", re.IGNORECASE)
# The number before what a heading names, and what ends the names that a heading opens with.
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.)]\s+)?")
_LABEL_END = re.compile(r"\s*(?::|\s[–—|-])\s+\S")
# So many states or more head parts of a page that tells of each by itself.
_SEVERAL = 2
# A part of the page that is of the whole page again.
WHOLE = ""

# Where a part begins, in code points, and its state: None where it is of several.
Part = tuple[int, str | None]


def parts(page: Page, places: list[PlaceMention]) -> tuple[Part, ...]:
    """The parts of a page that names of states head, in the order of the text; none of a page that has but one."""
    states = [place for place in places if place.precision == "country" and place.country]
    found: list[Part] = []
    level = None
    for block in page.blocks:
        if block.kind != "heading":
            continue
        named = _named(page, block.char_start, block.char_end, states)
        if named:
            level = block.level
            found.append((block.char_start, named[0] if len(named) == 1 else None))
        elif level is not None and (block.level or 0) <= level:
            level = None
            found.append((block.char_start, WHOLE))
    return tuple(found) if len({state for _, state in found if state}) >= _SEVERAL else ()


def _named(page: Page, start: int, end: int, states: list[PlaceMention]) -> list[str]:
    """The states of a heading that is but their names or opens with them ("SYRIA: Turkey bleeds"), else none."""
    inside = [place for place in states if start <= place.char_start and place.char_end <= end]
    at, led = start, _NUMBERED.match(page.view, start, end)
    at = led.end() if led else start
    found: list[str] = []
    for place in inside:
        if not _BETWEEN.fullmatch(page.view, at, place.char_start):
            return []
        at = place.char_end
        found.append(place.country)
        if _LABEL_END.match(page.view, at, end):
            return list(dict.fromkeys(found))
    return list(dict.fromkeys(found)) if _BETWEEN.fullmatch(page.view, at, end) else []


def state_of(parts: tuple[Part, ...], char_start: int, whole: str | None) -> str | None:
    """The state of the part that a place is in, or that of the ``whole`` page."""
    at = bisect_right(parts, char_start, key=itemgetter(0)) - 1
    return whole if at < 0 or parts[at][1] == WHOLE else parts[at][1]
