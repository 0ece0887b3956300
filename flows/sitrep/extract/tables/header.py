"""Tell whether the first row of a table names its columns."""

from __future__ import annotations

from sitrep import patterns as re
from sitrep.extract.tables.grid import Cell
from sitrep.shapes import NUMERIC, TYPED, shape

_WORD = re.compile(r"[^\W\d_]{3}")


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
    votes, kinds = 0, set()
    for at, text in enumerate(texts):
        under = [row[at].text for row in body if at < len(row) and row[at].text]
        if not under or not text:
            continue
        below = list(map(_kind, under))
        usual = max(sorted(set(below)), key=below.count)
        kind = "text" if _names(text, usual, under) else _kind(text)
        kinds.add(kind)
        alike = below.count(usual) * 3 >= len(below) * 2
        if kind == "period" and usual != "period":
            votes += 1
        elif kind in ("value", "period"):
            votes -= 2
        elif usual != "text" and alike:
            votes += 1
    if votes < 0 or (votes == 0 and kinds != {"text"}):
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


def _names(text: str, usual: str, under: list[str]) -> bool:
    """Whether what has the form of a value names the column: "Pledged" over counts or "Winner" over names, which are no
    ratings, "Team 1" over names, "1st leg" over scores."""
    if _kind(text) != "value":
        return False
    if not _has_digit(text):
        return usual != "value" or all(map(_has_digit, under))
    if not _WORD.search(text):
        return False
    return usual == "text" or sum(_WORD.search(cell) is None for cell in under) * 2 > len(under)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _titled(texts: list[str]) -> bool:
    return all(len(text.split()) <= 5 and (text[0].isupper() or not text[0].isalpha()) for text in texts)
