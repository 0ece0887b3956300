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
    return [
        run.span()
        for run in _RUN.finditer(blank)
        if run.start() > 0 and run.end() < width and _parts(lines, *run.span())
    ]


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
