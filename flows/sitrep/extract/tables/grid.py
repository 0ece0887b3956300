"""A table as read, whatever its form: cells with their characters, and how sure the grid is."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its half-open span (of zero length where the cell is empty), and its text with white space folded."""

    char_start: int
    char_end: int
    text: str


@dataclass(slots=True)
class Grid:
    """The cells of a table, row by row. ``header`` is None where the table has none; a row may be shorter than others.

    ``confidence`` is the chance, from 0 to 1, that the cells are cut as the author meant.
    """

    rows: list[list[Cell]]
    header: list[Cell] | None = None
    caption: str | None = None
    confidence: float = 1.0
    flags: list[str] = field(default_factory=list)

    @property
    def n_cols(self) -> int:
        return max((len(row) for row in [*self.rows, self.header or []]), default=0)


def cell(text: str, char_start: int, char_end: int, shown: str | None = None) -> Cell:
    """The cell between two offsets of ``text``, white space and empty ends cut off.

    ``shown`` is the text to read it from where that is not the text itself (markup blanked; same offsets).
    """
    raw = text[char_start:char_end]
    start = char_start + len(raw) - len(raw.lstrip())
    end = char_start + len(raw.rstrip())
    if end <= start:
        return Cell(char_start, char_start, "")
    words = (shown or text)[start:end].split()
    if not words and "](" not in text[start:end]:
        words = text[start:end].split()  # an address is all that the cell holds
    return Cell(start, end, " ".join(words))
