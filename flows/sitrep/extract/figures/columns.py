"""Whose the columns of a table are, where a row names the belligerents, or the header the states, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sitrep import lexicons
from sitrep.extract.figures.sides import GUESSED
from sitrep.extract.figures.surroundings import Force
from sitrep.folding import fold
from sitrep.model import Mentions, Page

Row = dict[str, Any]


def of_columns(
    page: Page, mentions: Mentions, header: dict[int, Row], lines: Sequence[dict[int, Row]]
) -> dict[int, Force]:
    """Whose each column is, where a row names the belligerents, or the header the states, side by side."""
    for line in [header, *lines]:
        if (
            len(line) > 2
            and 0 in line
            and fold(line[0]["text"]).strip() in lexicons.load("figure_tables")["belligerents"]
        ):
            return _parties(page, mentions, line)
    known = _parties(page, mentions, header)
    # "Item", "Algeria", "Morocco"; a column beside theirs is of nobody: "Ratio".
    return known if 0 in header and _named(page, mentions, header[0]) is None else {}


def _parties(page: Page, mentions: Mentions, line: dict[int, Row]) -> dict[int, Force]:
    """Whom the cells of a row name behind its first, where they are different ones."""
    made = {col: _named(page, mentions, cell) for col, cell in line.items() if col}
    known = {col: force for col, force in made.items() if force is not None}
    return known if len({force.country for force in known.values()}) > 1 else {}


def _named(page: Page, mentions: Mentions, cell: Row) -> Force | None:
    """The first actor or place of a cell."""
    for what in ("actors", "places"):
        for x in mentions.within(what, cell["char_start"], cell["char_end"]):
            if x.country and getattr(x, "via", "") not in GUESSED:
                return Force(page.quote(x.char_start, x.char_end), x.name, x.country)
    return None
