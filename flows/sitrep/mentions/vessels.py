"""Names of ships, told by what stands before them: "the USS Mason", "the M/V Northern Star".

A ship's name is often that of a place or a person, and is neither; a warship acts for its state.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sitrep import lexicons
from sitrep.model import Page

_NAME = re.compile(
    r"[ \t\xa0]{1,2}(?:[A-Z]\.|[^\W\d_a-z][\w’'-]*)"
    r"(?:[ \t\xa0](?:(?:of|the|de|del|la|al)[ \t\xa0])?(?:[A-Z]\.|[^\W\d_a-z][\w’'-]*|\d{1,2}(?![\d,.%])))*"
)
_POSSESSIVE = re.compile(r"['’]s\Z")


class Vessel(NamedTuple):
    """A ship as named: its half-open span in code points, with the prefix, and its navy's state (None: no navy's)."""

    char_start: int
    char_end: int
    country: str | None


@cache
def _prefixes() -> dict[str, str | None]:
    return {row["prefix"]: row["country"] or None for row in lexicons.rows("vessel_prefixes")}


@cache
def _prefixed(known: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, known))})(?=[ \t\xa0])")


def find(page: Page) -> list[Vessel]:
    """The ships named in a page, in order. In upper-case text a name is one word: where it ends is not told."""
    view = page.view
    known = tuple(prefix for prefix in _prefixes() if prefix in view)
    found: list[Vessel] = []
    for match in _prefixed(known).finditer(view) if known else ():
        name = _NAME.match(view, match.end())
        sentence = page.sentence_at(match.start())
        if name is None or sentence is None or sentence.case == "lower":
            continue
        end = name.end()
        if sentence.case == "upper":
            words = name[0].split()
            end = view.index(words[0], match.end()) + len(words[0])
        possessive = _POSSESSIVE.search(view, match.end(), end)
        found.append(Vessel(match.start(), possessive.start() if possessive else end, _prefixes()[match[0]]))
    return found


def within(ships: list[Vessel], char_start: int, char_end: int) -> bool:
    """Whether a stretch shares a character with the name of a ship."""
    return any(ship.char_start < char_end and char_start < ship.char_end for ship in ships)
