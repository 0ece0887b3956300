"""CSV as RFC 4180 has it (UTF-8, CRLF, a header row), with text that a spreadsheet would run made inert.

A null is an empty cell; lists are JSON. Of a text cell, the first character after any apostrophes decides: if it is
one of ``= + - @``, their full-width forms, a tab or a line end, one more apostrophe is put before the cell. ``inert``
does so and ``restore`` takes it away, so that every text comes back as it was. Numbers and days are left alone.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any

from sitrep import patterns as re

if TYPE_CHECKING:
    import pyarrow

    from sitrep.contracts import Column, Contract

_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_MADE_INERT = re.compile("'+[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def inert(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def restore(cell: str) -> str:
    """The text that ``inert`` made this cell of."""
    return cell[1:] if _MADE_INERT.match(cell) else cell


def cells(column: Column, values: Iterable[Any]) -> list[str]:
    """The values of one column as they stand in the CSV, formulas made inert."""
    form = _form(column)
    return ["" if value is None else form(value) for value in values]


def _form(column: Column) -> Callable[[Any], str]:
    if column.items is not None:
        return lambda value: json.dumps(value, ensure_ascii=False)
    if column.physical_type == "string":
        return inert
    if column.physical_type == "float64":
        return repr
    return str


def write(file: IO[str], contract: Contract, table: pyarrow.Table) -> None:
    """The table with its header. Open the file with ``newline=""``."""
    columns = [cells(column, table[column.name].to_pylist()) for column in contract.columns]
    write_rows(file, [contract.names, *zip(*columns, strict=True)])


def write_rows(file: IO[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows of cells that are ready to stand in a file."""
    csv.writer(file, lineterminator="\r\n").writerows(rows)


def read_rows(file: IO[str]) -> list[list[str]]:
    """All rows of cells, as they stand in the file. Raises csv.Error where it is no CSV."""
    csv.field_size_limit(2**31 - 1)
    return list(csv.reader(file, strict=True))


def grid(table_cells: Iterable[tuple[int, int, str | None]]) -> list[list[str]]:
    """A recovered table from its (row, col, text): its rows in order, cells that are not there empty."""
    placed = {(row, col): text or "" for row, col, text in table_cells}
    width = max(col for _, col in placed) + 1
    rows = sorted({row for row, _ in placed})
    return [[inert(placed.get((row, col), "")) for col in range(width)] for row in rows]
