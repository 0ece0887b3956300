"""Names of ships, told by what stands before them: "the USS Mason", "the M/V Northern Star".

A ship's name is often that of a place or a person, and is neither; a warship acts for its state.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.folding import fold
from sitrep.matcher import Automaton
from sitrep.model import Page

# No ship's name has more words; unbounded, a run of prefixes would be read to its end from each of them.
_NAME = re.compile(
    lambda: (
        r"[ \t\xa0]{1,2}(?:[A-Z]\.|[^\W\d_a-z][\w’'-]*)"
        rf"(?:[ \t\xa0](?:{re.any_of(lexicons.load('place_context')['ship_particles'])}[ \t\xa0])?"
        r"(?:[A-Z]\.|[^\W\d_a-z][\w’'-]*|\d{1,2}(?![\d,.%]))){0,8}"
    )
)
_IN_WORD = re.compile(r"[\w/-]")
_BLANKS = (" ", "\t", "\xa0")
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
def _folded() -> tuple[Automaton, list[list[str]]]:
    """The prefixes folded, and for each as they are written ("MV", "M/V")."""
    found: dict[str, list[str]] = {}
    for prefix in _prefixes():
        found.setdefault(" ".join(fold(prefix).split()), []).append(prefix)
    return Automaton(found), list(found.values())


def _prefixed(page: Page) -> list[tuple[int, int]]:
    """Where a prefix stands as a word, with a space behind it, from left to right."""
    view, found = page.view, []
    automaton, written = _folded()
    for index, at, _ in automaton.hits(page.folded):
        start = page.folded.offset(at + 1)
        for prefix in written[index]:
            end = start + len(prefix)
            stands = view.startswith(prefix, start) and view[end : end + 1] in _BLANKS
            if stands and not _IN_WORD.match(view, start - 1, start):
                found.append((start, end))
    return sorted(found)


def find(page: Page) -> list[Vessel]:
    """The ships named in a page, in order. In upper-case text a name is one word: where it ends is not told."""
    view = page.view
    found: list[Vessel] = []
    for start, behind in _prefixed(page):
        name = _NAME.match(view, behind)
        sentence = page.sentence_at(start)
        if name is None or sentence is None or sentence.case == "lower":
            continue
        end = name.end()
        if sentence.case == "upper":
            words = name[0].split()
            end = view.index(words[0], behind) + len(words[0])
        possessive = _POSSESSIVE.search(view, behind, end)
        country = _prefixes()[view[start:behind]]
        found.append(Vessel(start, possessive.start() if possessive else end, country))
    return found


def within(ships: list[Vessel], char_start: int, char_end: int) -> bool:
    """Whether a stretch shares a character with the name of a ship."""
    last = bisect_left(ships, char_end, key=attrgetter("char_start")) - 1
    return last >= 0 and char_start < ships[last].char_end
