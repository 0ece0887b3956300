"""Row ids: readable, stable, the same for the same document and characters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

LETTER = {"blocks": "b", "dates": "d", "tables": "t", "table_cells": "c", "troop_figures": "f", "events": "e"}
ID_COLUMN = {
    "blocks": "block_id",
    "dates": "date_id",
    "tables": "table_id",
    "table_cells": "cell_id",
    "troop_figures": "figure_id",
    "events": "event_id",
}


def row_id(dataset: str, doc_id: str, char_start: int, char_end: int, nth: int = 0) -> str:
    """``DOC-LETTER-START-END``, with ``-N`` behind it from the second row of the same characters on."""
    return f"{doc_id}-{LETTER[dataset]}{char_start}-{char_end}" + (f"-{nth + 1}" if nth else "")


def number(dataset: str, rows: Iterable[dict[str, Any]]) -> None:
    """Give each row its id, in the order of the rows."""
    column, seen = ID_COLUMN[dataset], {}
    for row in rows:
        span = row["doc_id"], row["char_start"], row["char_end"]
        nth = seen[span] = seen.get(span, -1) + 1
        row[column] = row_id(dataset, *span, nth)
