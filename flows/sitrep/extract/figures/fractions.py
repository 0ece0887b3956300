"""Counts in whole numbers: of "one and a half battalions" the whole numbers it lies between.

Forces come in whole numbers, and the columns hold such. The text's fraction is still in the quote.
"""

from __future__ import annotations

from math import ceil, floor
from typing import Any

_BOUNDS = ("low", "best", "high")
# What a column holds; a number beyond it is a slip or a hoax, and no count of anybody.
_MOST = 2**63 - 1


def whole(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with whole numbers: one with a fraction gets bounds, as a range, flagged ``inferred``.

    Rows whose number is too large for any column are left out.
    """
    kept = [row for row in rows if all(row[name] is None or row[name] <= _MOST for name in _BOUNDS)]
    for row in kept:
        if all(row[name] is None or row[name] == int(row[name]) for name in _BOUNDS):
            row.update((name, int(row[name])) for name in _BOUNDS if row[name] is not None)
            continue
        low, high = row["low"], row["high"]
        row["low"] = None if low is None else floor(low)
        row["best"] = None
        row["high"] = None if high is None else ceil(high)
        if low is not None and high is not None:
            row["qualifier"] = "range"
        row["flags"] = sorted({*row["flags"], "inferred"})
    return kept
