"""Examples of flattened tables with their true cuts: runs of lines, and the same with some columns only."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np

from sitrep.extract.tables import cuts, gaps, spans, words
from sitrep.extract.tables.numerals import read_numerals
from sitrep.extract.tables.seen import LONGEST, SeenCells, marks
from sitrep.extract.tables.words import bare

SIZES = (3, 12), (6, 12), (4, 10), (4, 10)
VARIED = 6
# How many columns of each of two tables are joined at most, and how often in their order, and how often side by side.
JOINED, IN_ORDER, BESIDE = 4, 0.6, 0.6
NULL = (-1, -1)


class Example:
    """Some lines of one table, with the cells they really have and where its cuts really are."""

    def __init__(self, table: dict, first: int, last: int, seen: SeenCells):
        lines = table["lines"][:1] + table["lines"][1 + first : 1 + last]
        found = table["spans"][:1] + table["spans"][1 + first : 1 + last]
        self.k = len(table["header"])
        self.rows = [words.row_of(line) for line in lines]
        read_numerals(self.rows[1:])
        self.cells = [_cells(row, line) for row, line in zip(self.rows, found, strict=True)]
        starts = [{start for start, _ in line if start > 0} for line in self.cells]
        self.cut = [[i + 1 in s for i in range(len(row.words) - 1)] for row, s in zip(self.rows, starts, strict=True)]
        self.lines = gaps.Lines(self.rows, True, [seen.runs(row) for row in self.rows])
        self.odds: list[list[float]] = []
        self.fold = 0

    def features(self) -> list[np.ndarray]:
        """The checksums of the features of each gap, line by line."""
        found = self.lines.features()
        return [np.array([crc32(f.encode()) for f in gap], np.uint32) for line in found for gap in line]

    def take(self, gap_odds: np.ndarray) -> None:
        edges = np.cumsum([0, *map(len, self.cut)])
        self.odds = [gap_odds[a:b].tolist() for a, b in pairwise(edges)]


def _cells(row: words.Row, found: list) -> list[tuple[int, int]]:
    start = {a: i for i, (a, _) in enumerate(row.spans)}
    end = {b: i + 1 for i, (_, b) in enumerate(row.spans)}
    return [(start[s[0]], end[s[1]]) if s and s[1] > s[0] else NULL for s in found]


def cells_of(table: dict) -> set[int]:
    """The checksums of the cells of one table that are short and hold no digit."""
    texts = {cell for row in table["rows"] for cell in row if not any(c.isdigit() for c in cell)}
    split = ([bare(word) for word in text.split()] for text in texts)
    return {list(marks(words))[-1] for words in split if 0 < len(words) <= LONGEST}


def windows(table: dict, rng: random.Random, seen: SeenCells) -> list[Example]:
    """Some runs of lines of one table, none twice; ``seen`` are the cells of other tables."""
    n, found = len(table["rows"]), []
    for sizes in SIZES:
        size = min(n, rng.randint(*sizes))
        first = rng.randint(0, n - size)
        if size >= 2 and (first, first + size) not in found:
            found.append((first, first + size))
    return [Example(table, *window, seen) for window in found]


def varied(table: dict, rng: random.Random, seen: SeenCells) -> list[Example]:
    """The table with some columns left out, and these in order, two of them swapped, or in any order."""
    found, k = [], len(table["header"])
    for i in range(VARIED):
        chosen = sorted(rng.sample(range(k), rng.randint(min(3, k), min(k, 6))))
        if i % 3 == 1:
            at = rng.randrange(len(chosen) - 1)
            chosen[at], chosen[at + 1] = chosen[at + 1], chosen[at]
        elif i % 3 == 2:
            rng.shuffle(chosen)
        other = _with_columns(table, chosen)
        n = len(other["rows"])
        if n >= 2 and other["lines"][0]:
            size = min(n, rng.randint(*SIZES[0]))
            first = rng.randint(0, n - size)
            found.append(Example(other, first, first + size, seen))
    return found


def joined(table: dict, other: dict, rng: random.Random, seen: SeenCells) -> Example | None:
    """Some columns of two tables side by side; ``seen`` are the cells of tables that are neither.

    None where that leaves no header or fewer than two lines under it.
    """
    both = table, other
    n = min(len(table["rows"]), len(other["rows"]), rng.randint(*SIZES[0]))
    firsts = [rng.randint(0, len(one["rows"]) - n) for one in both]
    chosen = [rng.sample(range(k), rng.randint(1, min(JOINED, k))) for k in (len(one["header"]) for one in both)]
    if rng.random() < IN_ORDER:
        chosen = list(map(sorted, chosen))
    columns = [(i, c) for i, some in enumerate(chosen) for c in some]
    if rng.random() > BESIDE:
        rng.shuffle(columns)
    grid = [[_cell(both[i], r and firsts[i] + r, c) for i, c in columns] for r in range(n + 1)]
    return of_grid(grid, seen) if any(grid[0]) else None


def of_grid(grid: Sequence[Sequence[str]], seen: SeenCells) -> Example | None:
    """The cells of a table, the header first, as an example without the lines that are empty; None for fewer than 3."""
    lines, found = zip(*(line for line in map(_line, grid) if line[0]), strict=True)
    made = {"header": grid[0], "rows": lines[1:], "lines": lines, "spans": found}
    return Example(made, 0, len(lines) - 1, seen) if len(lines) > 2 else None


def _cell(table: dict, line: int, column: int) -> str:
    span = table["spans"][line][column]
    return table["lines"][line][slice(*span)] if span else ""


def _line(cells: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The cells as one line, and where each stands in it."""
    text, places = "", []
    for cell in cells:
        text += " " if text and cell else ""
        places.append((len(text), len(text) + len(cell)))
        text += cell
    return text, places


def _with_columns(table: dict, chosen: Sequence[int]) -> dict:
    """The chosen columns of a table, without the rows that are empty in them."""
    lines, found = [], []
    for r in range(len(table["lines"])):
        text, places = _line([_cell(table, r, c) for c in chosen])
        if text or not lines:
            lines.append(text)
            found.append(places)
    rows = [[line[a:b] for a, b in cells] for line, cells in zip(lines[1:], found[1:], strict=True)]
    return {"header": [table["header"][c] for c in chosen], "rows": rows, "lines": lines, "spans": found}


def true_numbers(e: Example, found: spans.Spans) -> np.ndarray:
    return np.maximum(found.numbers(e.cells[1:]), -1)


def spans_of(e: Example) -> spans.Spans:
    return spans.Spans(e.rows[1:], e.odds[1:], e.k, cuts.FLOOR, e.lines.seen[1:])
