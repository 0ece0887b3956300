"""Tables whose columns were lost."""

from __future__ import annotations

from sitrep.extract.tables.grid import Grid, cell
from sitrep.extract.tables.marked import Line


def read_flattened(text: str, view: str, lines: list[Line]) -> Grid:
    """One column, until the cuts are known."""
    return Grid([[cell(text, a, b, view)] for a, b in lines], None, confidence=0.1)
