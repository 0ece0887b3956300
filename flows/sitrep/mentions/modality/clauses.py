"""Where the clauses of a sentence begin and end, as far as punctuation and conjunctions tell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.matcher import Automaton
from sitrep.model import Page


@dataclass(slots=True, unsafe_hash=True)
class Boundary:
    """A place where a clause may end.

    ``kind`` is ``hard``, ``comma_and``, ``conjunction``, ``condition``, ``relative``, ``comma``, ``and`` or ``that``.
    """

    start: int
    end: int
    kind: str


_PUNCTUATION = {";": "hard", "–": "hard", "—": "hard", "-": "hard", ":": "hard", ",": "comma"}
_KINDS = {
    "conjunctions": "conjunction",
    "conditions": "condition",
    "relatives": "relative",
    "coordinators": "coordinator",
    "joining": "and",
    "complementizers": "that",
    "pairing": "pairing",
}
_COORDINATORS = ("and", "coordinator")
_SIGN = re.compile(r"[;,:–—-](?:(?<=;)|(?<=[,:])(?=\s|$)|(?<=[–—])(?!\d)|(?<=\s-)(?=\s))")


@cache
def _words() -> dict[str, str]:
    groups = lexicons.load("clauses")
    return {word: kind for group, kind in _KINDS.items() for word in groups[group]}


@cache
def _kinds() -> dict[str, str]:
    """The kinds of signs and of words, as they may be written."""
    words = _words()
    return {**_PUNCTUATION, **words, **{word[0].upper() + word[1:]: kind for word, kind in words.items()}}


@cache
def _automaton() -> Automaton:
    return Automaton(_words())


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(lexicons.load('clauses')['prepositions'])})\s")


@cache
def fronting() -> frozenset[str]:
    """Words that open a phrase which may stand before the main clause."""
    return frozenset(lexicons.load("clauses")["fronting"])


class Boundaries:
    """The signs and words of a page that may part clauses, found at once."""

    def __init__(self, page: Page):
        view, kinds, ends, shifts = page.view, _kinds(), page.folded.ends, page.folded.shifts
        marks = [(*match.span(), kinds[match[0]]) for match in _SIGN.finditer(view)]
        for _, a, b in _automaton().hits(page.folded):
            start = a + 1 + shifts[bisect_right(ends, a + 1)]
            kind = kinds.get(view[start : start + b - a - 2])
            if kind is not None:
                marks.append((start, start + b - a - 2, kind))
        marks.sort()
        self._view, self._marks, self._starts = view, marks, [mark[0] for mark in marks]

    def within(self, start: int, end: int) -> list[Boundary]:
        """The boundaries of a sentence in order. A dash between figures, a comma inside a number and the "and" of a
        pair ("talks between X and Y") are none."""
        view, found, comma_end, paired = self._view, [], -1, False
        for a, b, kind in self._marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if kind == "pairing" or (kind == "and" and paired):
                paired = kind == "pairing"
            elif kind == "comma" or kind == "hard" or kind == "that":
                found.append(Boundary(a, b, kind))
            elif comma_end >= 0 and not view[comma_end:a].strip():
                found[-1] = Boundary(found[-1].start, b, "comma_and" if kind in _COORDINATORS else kind)
            elif kind == "and" or (kind != "coordinator" and a > start):
                found.append(Boundary(a, b, kind))
            else:
                continue
            comma_end = b if kind == "comma" else -1
        return found


def clause_start(parts: list[Boundary], at: int, sentence_start: int) -> int:
    """Where the clause around ``at`` begins, its subject with it."""
    for part in reversed(parts):
        if part.end <= at:
            return part.end
    return sentence_start


def clause_end(parts: list[Boundary], at: int, sentence_end: int, stops: tuple[str, ...]) -> int:
    """The first boundary of one of the kinds ``stops`` behind ``at``, or the end of the sentence."""
    for part in parts:
        if part.start >= at and part.kind in stops:
            return part.start
    return sentence_end


def last_end(parts: list[Boundary], at: int, sentence_start: int, stops: tuple[str, ...]) -> int:
    """The end of the last boundary of one of the kinds ``stops`` before ``at``, or the start of the sentence."""
    for part in reversed(parts):
        if part.end <= at and part.kind in stops:
            return part.end
    return sentence_start


def noun_group_end(view: str, at: int, limit: int) -> int:
    """Where a noun group that begins at ``at`` ends at the latest: before the next preposition."""
    found = _preposition().search(view, at, limit)
    return found.start() if found else limit


def noun_group_start(view: str, start: int, at: int) -> int:
    """Where the last noun group before ``at`` begins at the earliest: behind the last preposition."""
    return max((found.end() for found in _preposition().finditer(view, start, at)), default=start)
