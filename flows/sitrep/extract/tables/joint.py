"""Cut all lines of a flattened table at once: every cell must look like the other cells of its column.

The chance of a cut at each gap is one voice; the others are how alike the cells of a column are in shape, length,
words and values, and whether they suit the word that heads the column. For a given number of columns the lines are
cut one by one against what the columns of the other lines hold, a few times over. Empty cells are allowed (as in
TEGRA, Chu et al., SIGMOD 2015, whose objective is over pairs of lines; the voices here are learnt).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from zlib import crc32

from sitrep.extract.tables import columns as shapes_of
from sitrep.extract.tables.columns import Column, Piece
from sitrep.extract.tables.words import Row

Cells = list[tuple[int, int]]

NULL = (-1, -1)
_NEVER = -1e9
_ROUNDS = 2
_SLACK = 1
_STOP_FLOOR = -2.0
_FIRST_FLOORS = (-99.0, -1.0)
_HEADER_VOICE, _HEADER_MOST = 0.5, 6


@dataclass(frozen=True, slots=True)
class Weights:
    """The learnt voices: of ``Column.features``, of a cut's log odds, of an empty cell, and of header words.

    ``header`` maps ``header_mark`` of a word that ends a column's name and of the shape that a cell under it begins
    with (``0`` for an empty cell) to a score.
    """

    column: tuple[float, ...]
    cut: float
    null: float
    null_share: float
    header: dict[int, float]


def header_mark(shape: str, name: str) -> int:
    """The checksum by which ``Weights.header`` knows a shape under a name."""
    return crc32(f"{shape} {name}".encode())


@dataclass(slots=True)
class Cut:
    """The lines cut into columns: for each line, for each column, its words (start, end), or (-1, -1) where empty."""

    cells: list[Cells]
    columns: list[Column]
    score: float


@dataclass(slots=True)
class FlatTable:
    """The lines of a flattened table with the log odds of a cut at each gap; ``headed`` says the first is a header."""

    rows: list[Row]
    odds: list[list[float]]
    headed: bool
    weights: Weights
    _pieces: list[dict[tuple[int, int], Piece]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._pieces = [{} for _ in self.rows]

    @property
    def body(self) -> range:
        return range(1 if self.headed else 0, len(self.rows))

    def cut(self, k: int) -> Cut:
        """The best cut into ``k`` columns that was found."""
        found: list[Cut] = []
        tried: list[list[Cells]] = []
        for floor in _FIRST_FLOORS:
            first = [self._first_cells(r, k, floor) for r in range(len(self.rows))]
            if first in tried:
                continue
            tried.append([list(cells) for cells in first])
            found.append(self._refine(k, first))
        return max(found, key=lambda cut: cut.score)

    def piece(self, r: int, start: int, end: int) -> Piece | None:
        if end <= start:
            return None
        known = self._pieces[r].get((start, end))
        if known is None:
            known = self._pieces[r][start, end] = shapes_of.piece(self.rows[r], start, end)
        return known

    def _first_cells(self, r: int, k: int, floor: float) -> Cells:
        """The cells by the best cuts alone, none worse than ``floor``; the last are empty where there are too few."""
        odds = self.odds[r]
        best = sorted(i for i in sorted(range(len(odds)), key=lambda i: -odds[i])[: k - 1] if odds[i] > floor)
        cells = list(pairwise([0, *(i + 1 for i in best), len(odds) + 1]))
        return cells + [NULL] * (k - len(cells))

    def stops(self, r: int, k: int) -> list[int]:
        """Where a line may be cut: the gaps with a fair chance, the ``k`` + 2 best at least."""
        odds = self.odds[r]
        if len(odds) <= k + 1:
            return list(range(len(odds) + 2))
        floor = min(_STOP_FLOOR, sorted(odds, reverse=True)[min(k + 1, len(odds) - 1)])
        return [0, *(i + 1 for i, o in enumerate(odds) if o >= floor), len(odds) + 1]

    def _refine(self, k: int, cells: list[Cells]) -> Cut:
        full = [r for r in self.body if NULL not in cells[r]]
        used = set(full if len(full) >= max(1.0, 0.3 * len(self.rows)) else self.body)
        columns = [Column() for _ in range(k)]
        for r in used:
            self.add(columns, r, cells[r], 1)
        total = 0.0
        for _ in range(_ROUNDS):
            names = [self.rows[0].bare[end - 1] if end > 0 else "" for _, end in cells[0]] if self.headed else None
            total, changed = 0.0, False
            for r in self.body:
                if r in used:
                    self.add(columns, r, cells[r], -1)
                used.add(r)
                score, best = self._cut_line(r, k, columns, names)
                changed |= best != cells[r]
                cells[r] = best
                total += score
                self.add(columns, r, best, 1)
            if self.headed:
                cells[0] = self._cut_header(k, columns)
            if not changed:
                break
        return Cut(cells, columns, total)

    def add(self, columns: list[Column], r: int, cells: Cells, sign: int) -> None:
        for column, (start, end) in zip(columns, cells, strict=True):
            column.add(self.piece(r, start, end), sign)

    def _cut_line(self, r: int, k: int, columns: list[Column], names: list[str] | None) -> tuple[float, Cells]:
        """The best cells of one line against the columns of the others, by dynamic programming."""
        stops, odds, w = self.stops(r, k), self.odds[r], self.weights
        header, column_weights, end = w.header, w.column, len(stops) - 1
        slack = max(_SLACK, k - end + 1)
        best = [_NEVER] * (end + 1)
        best[0] = 0.0
        back: list[list[int]] = []
        cut = [0.0, *(w.cut * odds[stop - 1] for stop in stops[1:-1])]
        for c, column in enumerate(columns):
            name = names[c] if names else None
            named: dict[str, float] = {}
            empty = w.null + w.null_share * column.null_share()
            if name is not None:
                empty += header.get(header_mark("0", name), 0.0)
            there, came = [_NEVER] * (end + 1), [0] * (end + 1)
            least = max(1, end - (k - 1 - c) - slack) if c == k - 1 else 1
            for a in range(max(0, c - slack), end + 1):
                base = best[a]
                if base == _NEVER:
                    continue
                if base + empty > there[a]:
                    there[a], came[a] = base + empty, a
                if a == end:
                    continue
                base += cut[a]
                for b in range(max(a + 1, least), end + 1):
                    if c == k - 1 and b != end:
                        continue
                    cell = self.piece(r, stops[a], stops[b])
                    score = base + column.score(cell, column_weights)
                    if name is not None:
                        suits = named.get(cell.first)
                        if suits is None:
                            suits = named[cell.first] = header.get(header_mark(cell.first, name), 0.0)
                        score += suits
                    if score > there[b]:
                        there[b], came[b] = score, a
            best = there
            back.append(came)
        cells, at = [], end
        for came in reversed(back):
            start = came[at]
            cells.append((stops[start], stops[at]) if start < at else NULL)
            at = start
        return best[end], cells[::-1]

    def _cut_header(self, k: int, columns: list[Column]) -> Cells:
        """The best names for the columns: no name is empty, unless the header has too few words."""
        odds, bare = self.odds[0], self.rows[0].bare
        n = len(bare)
        if n < k:
            return self._first_cells(0, k, _FIRST_FLOORS[0])
        header = self.weights.header
        best, back = [0.0] + [_NEVER] * n, []
        for c, column in enumerate(columns):
            shape = column.usual()
            filled, empty = min(column.n, _HEADER_MOST), min(column.nulls, _HEADER_MOST)
            there, came = [_NEVER] * (n + 1), [0] * (n + 1)
            for b in range(c + 1, n - (k - 1 - c) + 1):
                for a in range(c, b):
                    score = best[a] + (odds[a - 1] if a else 0.0)
                    if score > there[b]:
                        there[b], came[b] = score, a
                name = bare[b - 1]
                there[b] += _HEADER_VOICE * (
                    header.get(header_mark(shape, name), 0.0) * filled + header.get(header_mark("0", name), 0.0) * empty
                )
            best = there
            back.append(came)
        cells, at = [], n
        for came in reversed(back):
            cells.append((came[at], at))
            at = came[at]
        return cells[::-1]
