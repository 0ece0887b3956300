"""Names of ships, told by what stands before them: "the USS Mason", "the M/V Galaxy Leader", "the tanker Stena Impero".

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

# No ship's name has more words; unbounded, a run of prefixes would be read to its end from each of them. The end of a
# line may part them.
_NAME = re.compile(
    lambda: (
        r"[ \t\xa0\n]{1,12}(?:[A-Z]\.|[^\W\d_a-z][\w’'-]*)"
        r"(?:[ \t\xa0]{1,12}"
        rf"(?:{re.any_of(lexicons.load('place_context')['ship_particles'])}[ \t\xa0])?"
        r"(?:[A-Z]\.|[^\W\d_a-z][\w’'-]*|\d{1,2}(?![\d,.%]))){0,8}"
    )
)
_IN_WORD = re.compile(r"[\w/-]")
_BLANKS = (" ", "\t", "\xa0", "\n")
_POSSESSIVE = re.compile(r"['’]s\Z")


class Vessel(NamedTuple):
    """A ship as named: its half-open span in code points, with a prefix and without a noun for it ("the tanker"); and
    its navy's state (None: no navy's, or told by no prefix).
    """

    char_start: int
    char_end: int
    country: str | None


@cache
def _prefixes() -> dict[str, str | None]:
    return {row["prefix"]: row["country"] or None for row in lexicons.rows("vessel_prefixes")}


@cache
def _kinds() -> frozenset[str]:
    return frozenset(lexicons.load("vessel_kinds")["nouns"])


@cache
def _no_names() -> frozenset[str]:
    """Capitalised words behind a noun for ships with which a new clause begins: "the tanker Iran seized on Monday"."""
    found = {*map(str.capitalize, (*lexicons.load("weekdays")["names"], *lexicons.load("months")["names"]))}
    for row in lexicons.rows("countries"):
        for column in ("name", "aliases", "adjectives", "people", "seats"):
            found.update(row[column].split("|"))
    return frozenset(found)


@cache
def _folded() -> tuple[Automaton, list[list[str]]]:
    """What stands before names, folded, and for each as it is written ("MV", "M/V")."""
    found: dict[str, list[str]] = {}
    for before in (*_prefixes(), *_kinds()):
        found.setdefault(" ".join(fold(before).split()), []).append(before)
    return Automaton(found), list(found.values())


def _announced(page: Page) -> list[tuple[int, int]]:
    """Where a prefix or a noun for ships stands as a word, with a space behind it, from left to right."""
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
    for start, behind in _announced(page):
        sentence = page.sentence_at(start)
        name = _NAME.match(view, behind)
        if name is None or sentence is None or sentence.case == "lower":
            continue
        if name.start() < sentence.char_end < name.end():
            name = _NAME.match(view, behind, sentence.char_end)
        end = name.end()
        if sentence.case == "upper":
            words = name[0].split()
            end = view.index(words[0], behind) + len(words[0])
        possessive = _POSSESSIVE.search(view, behind, end)
        end = possessive.start() if possessive else end
        before = view[start:behind]
        if before not in _kinds():
            found.append(Vessel(start, end, _prefixes()[before]))
        elif sentence.case == "mixed" and not _opens_clause(view[behind:end]):
            found.append(Vessel(name.end() - len(name[0].lstrip()), end, None))
    return found


def _opens_clause(name: str) -> bool:
    words = name.split()
    return words[0] in _no_names() or " ".join(words) in _no_names()


def within(ships: list[Vessel], char_start: int, char_end: int) -> bool:
    """Whether a stretch shares a character with the name of a ship."""
    last = bisect_left(ships, char_end, key=attrgetter("char_start")) - 1
    return last >= 0 and char_start < ships[last].char_end
