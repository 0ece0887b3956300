"""Tables whose columns were lost: each line a row of words, its cells apart by nothing but single spaces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sitrep.extract.tables import cuts
from sitrep.extract.tables.grid import Cell, Grid, cell
from sitrep.extract.tables.marked import Line
from sitrep.extract.tables.words import Row, row_of
from sitrep.shapes import NUMERIC

THRESHOLD = 0.35
MAX_ROWS, MAX_WORDS = 200, 60
_MOST = 0.7

_VALUES = NUMERIC | {"m"}


def read_flattened(text: str, view: str, lines: list[Line]) -> Grid:
    """The grid of a flattened table, with how sure it is.

    Below ``THRESHOLD``, and for tables too large to try, each line is kept as one cell and the table has no header.
    """
    rows = [row_of(view[a:b], a) for a, b in lines]
    whole = [[cell(text, a, b, view)] for a, b in lines]
    if not 2 <= len(rows) <= MAX_ROWS or not 2 <= max(len(row.words) for row in rows) <= MAX_WORDS:
        return Grid(whole, None, confidence=0.1)
    known = cuts.model()
    table = cuts.table_of(rows, is_headed(rows), known)
    found, sure = cuts.choose(table, known)
    if sure < THRESHOLD:
        return Grid(whole, None, confidence=min(sure, 0.3))
    grid = [_cells(text, view, lines[r], row, found.cells[r]) for r, row in enumerate(rows)]
    if table.headed:
        return Grid(grid[1:], grid[0], confidence=sure)
    return Grid(grid, None, confidence=sure)


def is_headed(rows: list[Row]) -> bool:
    """Whether the first line names the columns: its ends are no values where those of the lines under it are.

    Where the lines under it neither begin nor end in values, it must hold fewer of them; and neither begin or end in a
    rating nor quote somebody where they do.
    """
    header, body = rows[0].shapes, [row.shapes for row in rows[1:]]
    if any(header[side] == "R" and _in_most(shapes[side] == "R" for shapes in body) for side in (0, -1)):
        return False
    if "q" in header and _in_most("q" in shapes for shapes in body):
        return False
    for side in (0, -1):
        usual, many = Counter(shapes[side] in _VALUES for shapes in body).most_common(1)[0]
        if usual and many >= _MOST * len(body):
            years = Counter(shapes[side] == "y" for shapes in body)
            return header[side] not in _VALUES or (header[side] == "y" and years[False] > years[True])
    counts = sorted(sum(s in NUMERIC for s in shapes) for shapes in body)
    own = sum(s in NUMERIC for s in header)
    return own == 0 or own * 2 <= counts[len(counts) // 2]


def _in_most(found: Iterable[bool]) -> bool:
    found = list(found)
    return sum(found) >= _MOST * len(found)


def _cells(text: str, view: str, line: Line, row: Row, cells: cuts.Cells) -> list[Cell]:
    found, at = [], line[0]
    for start, end in cells:
        if end <= start:
            found.append(Cell(at, at, ""))
            continue
        found.append(cell(text, row.spans[start][0], row.spans[end - 1][1], view))
        at = found[-1].char_end
    return found
