"""All runs of words that may be cells of the lines of a flattened table, and what can be said of each alone.

Everything is an array over the runs, so that all lines and columns of a table are scored at once. What a run looks
like is known by numbers that mean nothing beyond their table: two runs have the same one where they look the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from zlib import crc32

import numpy as np

from sitrep import patterns as re
from sitrep.extract.tables.classes import ALIKE, N_BROAD
from sitrep.extract.tables.seen import Run
from sitrep.extract.tables.words import Row

Array = np.ndarray

# What the cells of a column may share: shapes with repeats made one, all shapes, those at both ends, the number of
# words, the words, those at both ends, how these are spelt, the signs that enclose them, known names, the last letters,
# how many values stand before and behind, and the classes of the words at both ends.
MARKS = (
    *("runs", "shapes", "first", "last", "length", "value", "head", "tail", "head_spelling", "tail_spelling"),
    *("signs", "name", "ending", "digits", "values_before", "values_behind", "head_class", "tail_class"),
)
TYPED = frozenset("#%$o:~dmtE")
LETTERS = "0#y%$o:~dmwtREuAXCIqflp(j"
# Kinds of cells by shape of the first word, by length, by class of the first or last word; the empty one included.
N_FIRST, N_LENGTH = len(LETTERS) + 1, 22
N_CLASS = N_FIRST + N_BROAD
KINDS = N_FIRST, N_LENGTH, N_CLASS, N_CLASS
_TEXT = frozenset("Cl(f")
_SLACK, _LONGEST = 2, 12
_MIX = np.uint64(0x9E3779B97F4A7C15)
_BASE, _FULL = 1_000_003, (1 << 64) - 1
_LETTERS_RUN = re.compile(r"[^\W\d_]+")
_DIGITS_RUN, _DIGIT = re.compile(r"\d+"), re.compile(r"\d")
_UPPER, _LOWER = re.compile(r"[A-Z]"), re.compile(r"[^\W\dA-Z_]")
# Steps of the number of words of a cell, up to ``_LONGEST``.
_STEPS = (0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 6, 6, 6)
_POWERS = np.array(list(accumulate(range(512), lambda power, _: power * _BASE & _FULL, initial=1)), np.uint64)


@lru_cache(maxsize=1 << 14)
def _spelling(word: str, bare: str) -> tuple[int, ...]:
    """Numbers for how a word is spelt: runs of letters and digits, opening and closing sign, ending, digits, itself."""
    runs = _DIGITS_RUN.sub(
        "9", _LETTERS_RUN.sub(lambda run: "A" if run[0].isupper() else "Aa" if run[0][0].isupper() else "a", word)
    )
    exact = _DIGIT.sub("9", _UPPER.sub("A", _LOWER.sub("a", word))) if len(word) < _LONGEST else runs
    opens, closes = (0 if sign.isalnum() else ord(sign) for sign in (word[0], word[-1]))
    return crc32(runs.encode()), opens, closes, crc32(bare[-3:].encode()), crc32(exact.encode()), crc32(bare.encode())


def _mix(*parts: Array) -> Array:
    """One number for each combination of numbers."""
    mixed = np.zeros(1, np.uint64)
    with np.errstate(over="ignore"):
        for part in parts:
            mixed = (mixed ^ part.astype(np.uint64)) * _MIX
            mixed = mixed ^ (mixed >> np.uint64(29))
    return mixed


def _prefixes(numbers: Sequence[int]) -> list[int]:
    """Rolling checksums: entry ``i`` is that of the first ``i`` numbers."""
    return list(accumulate(numbers, lambda before, number: (before * _BASE + number + 1) & _FULL, initial=0))


def _compact(rows: Sequence[Array]) -> tuple[Array, int]:
    """Each row renumbered without holes, no number in two rows; and how many numbers there are."""
    found, total = [], 0
    for row in rows:
        seen, numbers = np.unique(row, return_inverse=True)
        found.append(numbers + total)
        total += len(seen)
    return np.array(found).reshape(len(rows), -1), total


def first_kind(row: Row, start: int, end: int) -> int:
    """The kind of a cell by the shape of its first word; 0 for an empty cell."""
    return LETTERS.find(row.coarse[start]) if end > start else 0


def length_kind(row: Row, start: int, end: int) -> int:
    """The kind of a cell by its number of words and whether all, some or none of them are values; 0 where empty."""
    if end <= start:
        return 0
    typed = sum(letter in TYPED for letter in row.coarse[start:end])
    size = end - start
    return 1 + 3 * _STEPS[min(size, _LONGEST)] + (0 if typed == size else 1 if typed else 2)


def head_kind(row: Row, start: int, end: int) -> int:
    """The kind of a cell by the class of its first word; 0 for an empty cell."""
    return _class_kind(row, start) if end > start else 0


def tail_kind(row: Row, start: int, end: int) -> int:
    """The kind of a cell by the class of its last word; 0 for an empty cell."""
    return _class_kind(row, end - 1) if end > start else 0


def _class_kind(row: Row, i: int) -> int:
    letter, found = row.coarse[i], row.classes[i]
    return N_FIRST + found // ALIKE if found and letter not in TYPED else 1 + LETTERS.find(letter)


class Spans:
    """The runs of words of ``rows`` whose ends are gaps with a fair chance of a cut.

    ``odds`` are the log odds of a cut at each gap. A gap is kept from ``floor`` on, and at least the ``most`` + 1 best
    of each line. ``line``, ``start``, ``end`` say which words a run has; ``from_stop``, ``to_stop`` the same in stops
    (``stops[line]`` are the words that a cell may begin at, and the end of the line); ``flat`` is its place in a cube
    of lines by stops by stops. ``seen`` holds, for each line, the runs that were cells of other tables.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        odds: Sequence[Sequence[float]],
        most: int,
        floor: float,
        seen: Sequence[Sequence[Run]],
    ):
        self.rows, self.odds, self.n_lines = rows, odds, len(rows)
        self.stops = [_stops(line, most, floor) for line in odds]
        self.last_stop = np.array([len(stops) - 1 for stops in self.stops])
        self.width = int(self.last_stop.max()) + 1
        above, below = np.triu_indices(self.width, 1)
        parts = []
        for r, stops in enumerate(self.stops):
            inside = below < len(stops)
            at = np.array(stops)
            a, b = above[inside], below[inside]
            parts.append((np.full(len(a), r), a, b, at[a], at[b]))
        self.line, self.from_stop, self.to_stop, self.start, self.end = map(np.concatenate, zip(*parts, strict=True))
        self.n = len(self.line)
        self.flat = (self.line * self.width + self.from_stop) * self.width + self.to_stop
        self._index = np.full(self.n_lines * self.width * self.width, -1)
        self._index[self.flat] = np.arange(self.n)
        self._describe(seen)

    def at(self, line: Array | int, from_stop: Array | int, to_stop: Array | int) -> Array:
        """The numbers of the runs between stops."""
        return self._index[(line * self.width + from_stop) * self.width + to_stop]

    def numbers(self, cells: Sequence[Sequence[tuple[int, int]]]) -> Array:
        """The numbers of the cells of each line (start, end); -1 where empty, -2 where an end is no stop."""
        found = np.full((self.n_lines, len(cells[0])), -1)
        for r, line in enumerate(cells):
            place = {stop: i for i, stop in enumerate(self.stops[r])}
            for c, (start, end) in enumerate(line):
                if end > start:
                    known = start in place and end in place
                    found[r, c] = self.at(r, place[start], place[end]) if known else -2
        return found

    def cells(self, numbers: Array) -> list[list[tuple[int, int]]]:
        """The words (start, end) of each cell of each line; (-1, -1) where empty."""
        start, end = self.start.tolist(), self.end.tolist()
        return [[(start[i], end[i]) if i >= 0 else (-1, -1) for i in line] for line in numbers.tolist()]

    def _describe(self, seen: Sequence[Sequence[Run]]) -> None:
        rows = self.rows
        offset = np.array(list(accumulate((len(row.words) + 1 for row in rows), initial=0)))
        self.first_gap = offset
        spelt = np.zeros((offset[-1], 6), np.int64)
        for row, at in zip(rows, offset, strict=False):
            spelt[at : at + len(row.words)] = [_spelling(*pair) for pair in zip(row.words, row.bare, strict=True)]

        def per_word(numbers: Callable[[Row], Sequence[float]]) -> Array:
            """Numbers of the words of all lines, one more (0) behind each line."""
            return np.array([n for row in rows for n in (*numbers(row), 0)])

        def sums(numbers: Callable[[Row], Sequence[float]]) -> Array:
            """Sums over the words before each word of a line, and over all behind it."""
            return np.array([n for row in rows for n in accumulate(numbers(row), initial=0)])

        def checks(numbers: Callable[[Row], Sequence[int]]) -> Array:
            return np.array([n for row in rows for n in _prefixes(numbers(row))], np.uint64)

        coarse = per_word(lambda row: [LETTERS.find(c) + 1 for c in row.coarse])
        shapes = per_word(lambda row: [LETTERS.find(c) + 1 for c in row.shapes])
        named = per_word(lambda row: [ord(c) for c in row.named])
        a, b = offset[self.line] + self.start, offset[self.line] + self.end
        last, size = b - 1, self.end - self.start
        self.size, self.word_at, self.word_to = size, a, b
        values = sums(lambda row: [c in TYPED for c in row.coarse])
        changes = sums(lambda row: [0, *(x != y for x, y in zip(row.coarse, row.coarse[1:], strict=False))])
        changed = np.array([n for row in rows for n in _changes([LETTERS.find(c) + 1 for c in row.coarse])], np.uint64)
        word_sums = checks(lambda row: [_spelling(*pair)[5] for pair in zip(row.words, row.bare, strict=True)])
        shape_sums = checks(lambda row: [LETTERS.find(c) for c in row.shapes])
        later = sums(lambda row: [c == "I" for c in row.named])
        with np.errstate(over="ignore"):
            same_words = word_sums[b] - word_sums[a] * _POWERS[size]
            same_shapes = shape_sums[b] - shape_sums[a] * _POWERS[size]
            same_runs = changed[b] - changed[a + 1] * _POWERS[changes[b] - changes[a + 1]]
        whole = np.where(size == 1, named[a] == ord("S"), (named[a] == ord("B")) & (later[b] - later[a] == size - 1))
        whole &= named[b] != ord("I")
        name = np.where(whole, 1, _name_class(named[a], named[last], size))
        line_end = offset[self.line + 1] - 1
        shown = [_mix(same_runs, coarse[a]), same_shapes, coarse[a], coarse[last], np.minimum(size, _LONGEST)]
        read = [same_words, spelt[a, 5], spelt[last, 5], spelt[a, 0], _mix(spelt[last, 0], spelt[last, 2])]
        held = [_mix(spelt[a, 1], spelt[last, 2]), name, spelt[last, 3]]
        held += [np.where(size == 1, spelt[a, 4], ~spelt[a, 0]), values[a], values[line_end] - values[b]]
        kinds = per_word(_class_or_shape)
        held += [kinds[a], kinds[last]]
        self.ids, self.n_ids = _compact([*shown, *read, *held])
        letters = sums(lambda row: [len(word) + 1 for word in row.words])
        self.log_chars = np.log(letters[b] - letters[a] + 2.0).astype(np.float32)
        self.is_text = np.isin(coarse[a] - 1, [LETTERS.index(c) for c in _TEXT])
        brackets = sums(lambda row: [word.count("(") - word.count(")") for word in row.words])
        function = LETTERS.index("f") + 1
        was_cell = self._were_cells(seen)
        self.alone = np.stack(
            [
                *(np.sqrt(size - 1.0), brackets[b] != brackets[a], coarse[a] == function, coarse[last] == function),
                *(was_cell * (size > 1), was_cell * (size == 1)),
            ]
        ).astype(np.float32)
        self.first_kind = coarse[a] - 1
        typed = values[b] - values[a]
        steps = np.array(_STEPS)[np.minimum(size, _LONGEST)]
        self.head_kind, self.tail_kind = (np.where(k > 0, N_FIRST + k // ALIKE, -k) for k in (kinds[a], kinds[last]))
        self.length_kind = 1 + 3 * steps + np.where(typed == size, 0, np.where(typed > 0, 1, 2))
        self._describe_gaps(offset, coarse, shapes, spelt)

    def _were_cells(self, seen: Sequence[Sequence[Run]]) -> Array:
        """The log of the number of tables in which each run was a cell."""
        found = np.zeros(self.n)
        for r, runs in enumerate(seen):
            place = {stop: i for i, stop in enumerate(self.stops[r])}
            for start, end, tables in runs:
                if start in place and end in place:
                    found[self.at(r, place[start], place[end])] = np.log1p(tables)
        return found

    def _describe_gaps(self, offset: Array, coarse: Array, shapes: Array, spelt: Array) -> None:
        """The gaps: their log odds (entry ``i``: behind word ``i``), and four ways in which two of them are alike.

        ``gap_ids`` number what looks alike, ``gap_line_ids`` what looks alike in one line; ``gap_others`` is how many
        gaps of other lines look like each.
        """
        self.gap_odds = np.array([o for line in self.odds for o in (*line, -9.0, -9.0)], np.float32)
        chance = 1 / (1 + np.exp(-np.clip(self.gap_odds, -12, 12)))
        before = np.concatenate([[0], np.cumsum(np.log1p(-chance))])
        self.no_cut_inside = (before[self.word_to - 1] - before[self.word_at]).astype(np.float32)
        self.is_later = self.start > 0
        self.start_odds = np.where(self.is_later, np.clip(self.gap_odds[self.word_at - 1], -9, 9), 0).astype(np.float32)
        lengths = [len(line) for line in self.odds]
        line = np.repeat(np.arange(self.n_lines), lengths)
        self.gap_at = at = np.arange(sum(lengths)) + 2 * line
        self.gap_number = np.zeros(len(self.gap_odds), np.int64)
        self.gap_number[at] = np.arange(len(at))
        self.gap_chance = chance[at]
        begins = np.where(np.isin(at, offset), 0, coarse[at - 1])
        ends = np.where(np.isin(at + 2, offset - 1), 0, coarse[np.minimum(at + 2, len(coarse) - 1)])
        self.gap_ids, self.n_gap_ids = _compact(
            [
                _mix(coarse[at], coarse[at + 1], spelt[at, 2], spelt[at + 1, 1]),
                _mix(shapes[at], shapes[at + 1], begins, ends, spelt[at, 2]),
                spelt[at, 5],
                spelt[at + 1, 5],
            ]
        )
        _, self.gap_line_ids = np.unique(line * self.n_gap_ids + self.gap_ids, return_inverse=True)
        self.gap_line_ids = self.gap_line_ids.reshape(self.gap_ids.shape)
        self.n_gap_line_ids = int(self.gap_line_ids.max(initial=-1)) + 1
        alike, own = np.bincount(self.gap_ids.ravel()), np.bincount(self.gap_line_ids.ravel())
        self.gap_others = alike[self.gap_ids] - own[self.gap_line_ids]


def _class_or_shape(row: Row) -> list[int]:
    """For each word a number for its class; below 0 for its shape where it is a value or has no class."""
    return [
        found if found and letter not in TYPED else ~LETTERS.find(letter)
        for letter, found in zip(row.coarse, row.classes, strict=True)
    ]


def _stops(odds: Sequence[float], most: int, floor: float) -> list[int]:
    n = len(odds)
    if n > most + 1:
        floor = min(floor, sorted(odds, reverse=True)[min(most - 1 + _SLACK, n - 1)])
        return [0, *(i + 1 for i, o in enumerate(odds) if o >= floor), n + 1]
    return list(range(n + 2))


def _changes(numbers: list[int]) -> list[int]:
    """Rolling checksums in which only the first of equal neighbours counts."""
    found, total, before = [0], 0, None
    for number in numbers:
        if number != before:
            total = (total * _BASE + number + 1) & _FULL
        found.append(total)
        before = number
    return found


def _name_class(first: Array, last: Array, size: Array) -> Array:
    """Numbers for runs that begin with a given name or a country, or end in a country."""
    given, country = first == ord("G"), (first == ord("S")) | (first == ord("B"))
    behind = (last == ord("S")) | (last == ord("I"))
    return np.where(given & (size > 1), 2, np.where(given, 3, np.where(country, 4, np.where(behind, 5, 0))))
