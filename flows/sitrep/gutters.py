"""Columns of spaces that run through consecutive lines: what keeps the cells of an aligned table apart."""

from __future__ import annotations

from collections.abc import Sequence

from sitrep import patterns as re

MAX_WIDTH = 1000

_LEADER = re.compile(r"(?:[ .]{7,})")
_BEFORE_NUMBERS = "+-–—~<>$€£"
_RUN = re.compile(rb"\x01+")


def has_leader(text: str) -> bool:
    """Whether leader dots may stand in a text."""
    return "....." in text or ". . . ." in text


def without_leaders(text: str) -> str:
    """A line with its leader dots ("Africa . . . . . 7,000") made spaces, of the same length."""
    return _LEADER.sub(lambda dots: " " * len(dots[0]), text) if has_leader(text) else text


def gutters(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The (start, end) positions of the spaces that run through all lines and part their cells.

    A gutter is two spaces wide in most lines; a single space parts no two words, only numbers pushed against each
    other. The blank margins on either side are none. Empty where the lines do not align, or are wider than
    ``MAX_WIDTH``. A tab counts as one character.
    """
    width = max(map(len, lines), default=0)
    if width > MAX_WIDTH:
        return []
    blank = bytearray(b"\x01") * width
    for line in lines:
        for at, char in enumerate(line):
            if char not in " \t":
                blank[at] = 0
    runs = [run.span() for run in _RUN.finditer(blank) if run.start() > 0 and run.end() < width]
    found = [run for run in runs if _parts(lines, *run)]
    starts = [0] + [end for _, end in found]
    ends = [start for start, _ in found[1:]] + [width]
    return [
        gutter
        for gutter, left, right in zip(found, starts, ends, strict=False)
        if gutter[1] - gutter[0] > 1 or not _inside(lines, left, gutter[0], right)
    ]


def _inside(lines: Sequence[str], left: int, at: int, right: int) -> bool:
    """Whether the one space at ``at``, taken to part two cells, parts two words of one: all lines with anything on one
    of its sides, from ``left`` or up to ``right``, have but that space there ("Alternate 2" over empty cells)."""
    before = [line[left:at] for line in lines]
    behind = [line[at + 1 : right] for line in lines]
    tight = [bool(a[-1:].strip() and b[:1].strip()) for a, b in zip(before, behind, strict=True)]
    if not any(tight):
        return False
    return any(all(near for side, near in zip(s, tight, strict=True) if side.strip()) for s in (before, behind))


def _parts(lines: Sequence[str], start: int, end: int) -> bool:
    wide = left = right = 0
    for line in lines:
        before, after = line[:start].rstrip(), line[end:].lstrip()
        left += bool(before)
        right += bool(after)
        gap = len(line) - len(before) - len(after) if after else 2
        if gap >= 2 or not before:
            wide += 1
        elif not (before[-1].isdigit() or after[0].isdigit() or after[0] in _BEFORE_NUMBERS):
            return False
    return wide * 2 > len(lines) and left >= 2 and right >= 2
