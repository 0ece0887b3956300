"""Tell whether the first row of a table names its columns."""

from __future__ import annotations

from sitrep.extract.tables.grid import Cell
from sitrep.shapes import NUMERIC, TYPED, shape


def part_header(rows: list[list[Cell]]) -> tuple[list[Cell] | None, list[list[Cell]]]:
    """The header and the rows under it; None and all rows where the first row holds values like the others.

    A header is text over columns of values. Years and months may head columns that hold none.
    """
    if len(rows) < 2:
        return None, rows
    first, body = rows[0], rows[1:]
    texts = [c.text for c in first]
    filled = [text for text in texts if text]
    if not filled or len({text.lower() for text in filled}) * 4 < len(filled) * 3:
        return None, rows
    votes = 0
    for at, text in enumerate(texts):
        below = [_kind(row[at].text) for row in body if at < len(row) and row[at].text]
        if not below or not text:
            continue
        kind = _kind(text)
        if kind == "value" and not _has_digit(text) and all(_has_digit(row[at].text) for row in body if at < len(row)):
            kind = "text"  # "Pledged" over counts is no rating
        usual = max(sorted(set(below)), key=below.count)
        alike = below.count(usual) * 3 >= len(below) * 2
        if kind == "period" and usual != "period":
            votes += 1
        elif kind in ("value", "period"):
            votes -= 2
        elif usual != "text" and alike:
            votes += 1
    if votes < 0 or (votes == 0 and any(_kind(text) != "text" for text in filled)):
        return None, rows
    return (first, body) if votes > 0 or _titled(filled) else (None, rows)


def _kind(text: str) -> str:
    words = [shape(word) for word in text.split()]
    if not words:
        return "empty"
    if all(s in "yEfm" for s in words) and ("y" in words or "m" in words):
        return "period"
    if (
        words[0] in NUMERIC
        or words[0] in "Em"
        or (any(s in NUMERIC for s in words) and sum(s in TYPED for s in words) * 2 >= len(words))
    ):
        return "value"
    return "value" if all(s in "RE" for s in words) else "text"


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _titled(texts: list[str]) -> bool:
    return all(len(text.split()) <= 5 and (text[0].isupper() or not text[0].isalpha()) for text in texts)
