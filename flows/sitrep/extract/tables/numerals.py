"""Numbers written as words where a column of a flattened table holds numbers: "Six" under 25 and above 140."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from sitrep import lexicons
from sitrep.extract.tables.bonds import opens_amount
from sitrep.extract.tables.words import Row

_NUMBERS, _WRITTEN = frozenset("#~"), "#"
_MAY_STAND_BEFORE = frozenset("#%$~RmdtEo:")


@cache
def _numerals() -> frozenset[str]:
    groups = lexicons.load("number_words")
    return frozenset([*groups["units"], *groups["tens"]])


def read_numerals(body: Sequence[Row]) -> None:
    """Give the words for numbers of the lines under a header the shape of numbers, where other lines hold some.

    Such a word opens with a capital; it ends its line or stands before a value, another such word or a vague amount;
    and it stands as far from the start or the end of its line as a number of another line.
    """
    known = _numerals()
    found = [[i for i, word in enumerate(row.bare) if word in known and row.shapes[i] == "C"] for row in body]
    if not any(found):
        return
    places: Counter[int] = Counter()
    for row, written in zip(body, found, strict=True):
        n = len(row.words)
        held = {i for i, shape in enumerate(row.shapes) if shape in _NUMBERS} | set(written)
        places.update({*held, *(i - n for i in held)})
    for row, written in zip(body, found, strict=True):
        n, shapes, coarse = len(row.words), list(row.shapes), list(row.coarse)
        for i in reversed(written):
            alone = i + 1 == n or shapes[i + 1] in _MAY_STAND_BEFORE or opens_amount(row.bare, i + 1)
            if i and alone and max(places[i], places[i - n]) > 1:
                shapes[i] = coarse[i] = _WRITTEN
        row.shapes, row.coarse = "".join(shapes), "".join(coarse)
