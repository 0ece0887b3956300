"""Read the tables of a page: HTML, Markdown, delimited, aligned and flattened ones, cell by cell."""

from __future__ import annotations

from typing import Any

from sitrep.extract.tables.aligned import read_aligned
from sitrep.extract.tables.grid import Grid
from sitrep.extract.tables.html import find_tables, read_html
from sitrep.extract.tables.marked import Line, read_delimited, read_markdown
from sitrep.extract.tables.values import value_of
from sitrep.model import Block, Mentions, Page

Row = dict[str, Any]


def read(page: Page, mentions: Mentions) -> tuple[list[Row], list[Row]]:
    """The rows of ``tables`` and ``table_cells``, with their ids, in reading order.

    Row 0 is the header; where a table has none its rows count from 1 all the same and ``header`` is empty. A cell
    over several places of the grid has a row for each. A table whose columns could not be told keeps each line as one
    cell, with a low ``confidence``.
    """
    blocks = [block for block in page.blocks if block.kind == "table"]
    tables: list[Row] = []
    cells: list[Row] = []
    if not blocks:
        return tables, cells
    html = find_tables(page.document.elements) if page.document.elements else []
    seen: dict[tuple[str, int, int], int] = {}
    for block in blocks:
        if block.source_form == "html":
            grids = [
                (
                    read_html(page.document.text, page.view, page.document.elements, t),
                    max(t.char_start, block.char_start),
                    min(t.char_end, block.char_end),
                )
                for t in html
                if t.first_cell is not None
                and block.char_start <= page.document.elements[t.first_cell].char_start < block.char_end
            ]
        else:
            grids = [(_read_text(page, block), block.char_start, block.char_end)]
        for grid, start, end in grids:
            if grid.rows:
                _emit(page, mentions, block, grid, start, end, tables, cells, seen)
    return tables, cells


def _read_text(page: Page, block: Block) -> Grid:
    text, view = page.document.text, page.view
    lines = _lines(text, block)
    if block.source_form == "markdown":
        grid = read_markdown(text, view, lines)
    elif block.source_form == "delimited":
        grid = read_delimited(text, view, lines)
    elif block.source_form == "aligned":
        grid = read_aligned(text, view, lines)
    else:
        from sitrep.extract.tables import flattened  # needs numpy and a model, which few documents need

        grid = flattened.read_flattened(text, view, lines)
    grid.caption = _caption(page, block)
    return grid


def _lines(text: str, block: Block) -> list[Line]:
    """The spans of the block's lines that are not blank, the first from where its line begins."""
    at = text.rfind("\n", 0, block.char_start) + 1
    if text[at : block.char_start].strip():
        at = block.char_start
    found = []
    for line in text[at : block.char_end].split("\n"):
        if line.strip():
            found.append((at, at + len(line.rstrip("\r"))))
        at += len(line) + 1
    return found


def _caption(page: Page, block: Block) -> str | None:
    """The caption just above the table, else just below it."""
    for seq in (block.seq - 1, block.seq + 1):
        if 0 <= seq < len(page.blocks) and page.blocks[seq].kind == "caption":
            near = page.blocks[seq]
            return " ".join(page.view[near.char_start : near.char_end].split()) or None
    return None


def _emit(
    page: Page,
    mentions: Mentions,
    block: Block,
    grid: Grid,
    start: int,
    end: int,
    tables: list[Row],
    cells: list[Row],
    seen: dict[tuple[str, int, int], int],
) -> None:
    doc_id = page.document.doc_id
    table_id = _id(seen, "tables", page, start, end)
    names = [c.text for c in grid.header or []]
    tables.append(
        {
            "table_id": table_id,
            "doc_id": doc_id,
            "block_id": page.row_id("blocks", block.char_start, block.char_end),
            "seq": len(tables),
            "caption": grid.caption,
            "header": names,
            "n_rows": len(grid.rows),
            "n_cols": grid.n_cols,
            "source_form": block.source_form,
            "confidence": round(grid.confidence, 3),
            "flags": sorted({*block.flags, *grid.flags}),
            "char_start": start,
            "char_end": end,
            "quote": page.quote(start, end),
        }
    )
    rows = [(0, grid.header)] if grid.header else []
    for row, line in [*rows, *enumerate(grid.rows, 1)]:
        for col, found in enumerate(line):
            header = names[col] or None if col < len(names) else None
            value = value_of(
                found,
                None if row == 0 else header,
                mentions.within("dates", found.char_start, found.char_end),
                mentions.within("numbers", found.char_start, found.char_end),
            )
            if row == 0 and value.type not in ("text", "empty"):
                value = type(value)("text")
            cells.append(
                {
                    "cell_id": _id(seen, "table_cells", page, found.char_start, found.char_end),
                    "table_id": table_id,
                    "doc_id": doc_id,
                    "row": row,
                    "col": col,
                    "header": header,
                    "text": found.text,
                    "value_type": value.type,
                    "value_number": value.number,
                    "value_unit": value.unit,
                    "value_edtf": value.edtf,
                    "char_start": found.char_start,
                    "char_end": found.char_end,
                    "quote": page.quote(found.char_start, found.char_end),
                }
            )


def _id(seen: dict[tuple[str, int, int], int], dataset: str, page: Page, start: int, end: int) -> str:
    nth = seen[dataset, start, end] = seen.get((dataset, start, end), -1) + 1
    return page.row_id(dataset, start, end, nth)
