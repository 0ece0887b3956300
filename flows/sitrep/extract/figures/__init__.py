"""Troop figures: one row per count of forces that the text states (codebook, `troop_figures`)."""

from __future__ import annotations

from typing import Any

from sitrep.extract.figures import conflicts, fractions, tabular
from sitrep.extract.figures.prose import Prose
from sitrep.extract.figures.units import Units
from sitrep.model import Mentions, Page

Row = dict[str, Any]


def read(page: Page, mentions: Mentions, tables: list[Row], cells: list[Row]) -> list[Row]:
    """The rows of ``troop_figures`` of one page, in the order of the text, without ``figure_id`` and ``claim_id``."""
    units = Units(page)
    if not units.hits and not mentions.numbers:
        return []
    prose = Prose(page, mentions, units)
    rows = prose.read()
    rows.extend(tabular.read(prose, list(rows), tables, cells))
    rows = fractions.whole(rows)
    rows.sort(key=lambda row: (row["char_start"], row["char_end"]))
    conflicts.mark(rows)
    return rows
