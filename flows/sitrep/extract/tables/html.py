"""HTML tables: row and column spans, nested tables, header rows, caption."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from sitrep.extract.tables.grid import Cell, Grid, cell
from sitrep.extract.tables.header import part_header
from sitrep.model import Element

MAX_SPAN = 200


@dataclass
class _Row:
    in_head: bool
    cells: list[int] = field(default_factory=list)


@dataclass
class HtmlTable:
    """One ``table`` element with the indexes (into ``Document.elements``) of its own rows and cells, no nested ones."""

    index: int
    char_start: int
    char_end: int
    caption: int | None = None
    rows: list[_Row] = field(default_factory=list)
    nested: list[int] = field(default_factory=list)

    @property
    def first_cell(self) -> int | None:
        """The index of its first cell; None where it has none."""
        return next((row.cells[0] for row in self.rows if row.cells), None)


def find_tables(elements: Sequence[Element]) -> list[HtmlTable]:
    """The tables of a document in order, nested ones as tables of their own. Linear in the elements."""
    tables: dict[int, HtmlTable] = {}
    owner, row_of, part = [-1] * len(elements), [-1] * len(elements), [""] * len(elements)
    rows: dict[int, _Row] = {}
    for i, element in enumerate(elements):
        up, tag = element.parent, element.tag
        if up >= 0:
            owner[i], row_of[i], part[i] = owner[up], row_of[up], part[up]
        if tag == "table":
            if owner[i] >= 0:
                tables[owner[i]].nested.append(i)
            tables[i] = HtmlTable(i, element.char_start, element.char_end)
            owner[i], row_of[i], part[i] = i, -1, ""
        elif owner[i] < 0:
            continue
        elif tag in ("thead", "tfoot", "tbody"):
            part[i] = tag
        elif tag == "tr":
            row_of[i] = i
            rows[i] = _Row(part[i] == "thead")
            tables[owner[i]].rows.append(rows[i])
        elif tag in ("td", "th") and row_of[i] >= 0:
            rows[row_of[i]].cells.append(i)
        elif tag == "caption" and tables[owner[i]].caption is None:
            tables[owner[i]].caption = i
    return list(tables.values())


def read_html(text: str, view: str, elements: Sequence[Element], table: HtmlTable) -> Grid:
    """The grid of one table. A cell that spans several places stands in each of them, with the same characters.

    A row of one cell over the whole width is kept as that one cell. Several header rows make one header, whose names
    are joined from top to bottom.
    """
    width = max((sum(_span(elements[c], "colspan") for c in row.cells) for row in table.rows), default=0)
    grid: list[list[Cell]] = []
    heads: list[bool] = []
    pending: dict[int, tuple[int, Cell, bool]] = {}
    for row in table.rows:
        if not row.cells and not pending:
            continue
        line, all_th = _lay(text, view, elements, table, row, pending, width)
        if not any(c.text for c in line):
            continue
        grid.append(line)
        heads.append(row.in_head or all_th)
    caption = None
    if table.caption is not None:
        span = elements[table.caption]
        caption = cell(text, span.char_start, span.char_end, view).text or None
    n_head = next((i for i, head in enumerate(heads) if not head), len(heads))
    if n_head == len(grid):
        n_head = min(1, len(grid) - 1)
    if n_head == 0:
        header, body = part_header(grid)
    else:
        if n_head < len(grid) - 1 and _are_units(grid[n_head]):
            n_head += 1
        header, body = _join(grid[:n_head]), grid[n_head:]
    return Grid(body, header, caption, 1.0)


def _span(element: Element, name: str) -> int:
    value = element.attributes.get(name, "1").strip()
    return max(1, min(MAX_SPAN, int(value))) if value.isdecimal() and len(value) < 6 else 1


def _lay(
    text: str,
    view: str,
    elements: Sequence[Element],
    table: HtmlTable,
    row: _Row,
    pending: dict[int, tuple[int, Cell, bool]],
    width: int,
) -> tuple[list[Cell], bool]:
    """One row of the grid with the cells that reach down into it, and whether it is all header cells."""
    line: list[Cell] = []
    all_th = bool(row.cells)
    queue = deque(row.cells)
    reaching: dict[int, tuple[int, Cell, bool]] = {}
    while queue or len(line) in pending:
        at = len(line)
        if at in pending:
            left, held, head = pending.pop(at)
            line.append(held)
            if left > 1:
                reaching[at] = (left - 1, held, head)
            all_th &= head
            continue
        index = queue.popleft()
        element = elements[index]
        read = _cell(text, view, elements, table, index)
        head = element.tag == "th"
        all_th &= head or not read.text
        across, down = _span(element, "colspan"), _span(element, "rowspan")
        if across >= width > 1 and len(row.cells) == 1 and not row.in_head:
            pending.update(reaching)
            return [read], False
        for k in range(across):
            if at + k in pending:
                break
            line.append(read)
            if down > 1:
                reaching[at + k] = (down - 1, read, head)
    pending.update(reaching)
    return line, all_th


def _cell(text: str, view: str, elements: Sequence[Element], table: HtmlTable, index: int) -> Cell:
    """A cell's own text: up to the first table nested in it."""
    start, end = elements[index].char_start, elements[index].char_end
    for inner in table.nested:
        if start <= elements[inner].char_start < end:
            end = elements[inner].char_start
            break
    return cell(text, start, end, view)


def _are_units(row: list[Cell]) -> bool:
    """Whether a row under the header only says in what units the columns are: "(km)", "(thousand)", "%"."""
    filled = [c.text for c in row if c.text]
    return bool(filled) and all((text[0] in "([" and text[-1] in ")]") or text in "%$€£" for text in filled)


def _join(rows: list[list[Cell]]) -> list[Cell]:
    """One header of several rows: each column named by its cells from top to bottom, at the place of the lowest."""
    named: list[Cell] = []
    for col in range(max(map(len, rows))):
        stack = [row[col] for row in rows if col < len(row) and row[col].text]
        parts = [c for i, c in enumerate(stack) if c not in stack[:i]]
        if not parts:
            end = rows[-1][-1].char_end
            named.append(Cell(end, end, ""))
            continue
        named.append(Cell(parts[-1].char_start, parts[-1].char_end, " ".join(c.text for c in parts)))
    return named
