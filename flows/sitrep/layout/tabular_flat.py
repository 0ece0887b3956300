"""Find tables whose columns were lost: consecutive lines that are no prose and line up in what their words are.

Evidence: a typed word (number, date, rating, mark of an empty cell) at the same place from the start or the end of
the rows; few words that join prose; no line that ends a sentence; a first line in title case that holds no value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitrep.shapes import NUMERIC, TYPED, shape

_BULLET = re.compile(r"\s*(?:[*+•▪●◦‣·>#]|[-–—]\s|\d{1,3}\)|\([a-z\d]{1,3}\)|!?\[)")
_SENTENCE_END = re.compile(r"[.?!:;,…][\"”’)\]]*$")
MIN_ROWS, MAX_WORDS, MAX_CHARS = 2, 40, 300


def find(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The (first, last) lines of the flattened tables among consecutive lines that are not blank."""
    found: list[tuple[int, int]] = []
    if len(texts) <= MIN_ROWS or sum(text[0].islower() for text in texts) * 5 > len(texts):
        return found
    start = 0
    for i in range(len(texts) + 1):
        if i < len(texts) and _may_be_row(texts[i]):
            continue
        if i - start > MIN_ROWS and _is_table(texts[start:i]):
            found.append((start, i - 1))
        start = i + 1
    return found


def _may_be_row(text: str) -> bool:
    return (
        len(text) <= MAX_CHARS
        and not _BULLET.match(text)
        and not _SENTENCE_END.search(text.rstrip())
        and " " in text.strip()
    )


def _is_table(texts: Sequence[str]) -> bool:
    rows = [[shape(word) for word in text.split()] for text in texts]
    header, body = rows[0], rows[1:]
    if max(map(len, rows)) > MAX_WORDS or min(map(len, rows)) < 2:
        return False
    n_words = sum(map(len, body))
    if (
        sum(row[0] in "lfu" for row in rows) * 5 > len(rows)
        or sum(s in "fl" for row in body for s in row) * 2 > n_words
    ):
        return False
    headed = not any(s in NUMERIC for s in header) and sum(s in "CAR(" for s in header) * 4 >= 3 * sum(
        s != "f" for s in header
    )
    share = _anchored(body if headed else rows)
    return share >= (0.8 if headed else 1.0) and (headed or len(rows) >= 3)


def _anchored(rows: list[list[str]]) -> float:
    """The greatest share of rows that hold the same typed shape at one place from the start or the end.

    Rows must have two such places, or one and as many typed words throughout.
    """
    best = 0.0
    for side in (1, -1):
        for depth in range(3):
            at = [row[::side][depth] for row in rows if len(row) > depth]
            for typed in set(at) & TYPED:
                best = max(best, at.count(typed) / len(rows))
    several = sum(sum(s in TYPED for s in row) >= 2 for row in rows) / len(rows)
    return min(best, max(several, 0.0))
