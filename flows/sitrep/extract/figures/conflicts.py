"""Counts of the same thing in one document that cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]

_SAME = ("unit_kind", "role", "force_country", "place_name", "date_edtf")
_APPROXIMATE = 0.25


def mark(rows: Sequence[Row]) -> None:
    """Flag ``conflict`` on rows of one document that different sources give for the same thing, in place.

    The same source counts different parts of a thing, so two of its numbers are no conflict. What is denied conflicts
    with the same count told as a fact.
    """
    alike: dict[tuple, list[Row]] = defaultdict(list)
    for row in rows:
        alike[tuple(row[name] for name in _SAME)].append(row)
    for group in alike.values():
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                if _contradict(a, b):
                    for row in (a, b):
                        row["flags"] = sorted({*row["flags"], "conflict"})


def _contradict(a: Row, b: Row) -> bool:
    if a["cell_id"] is not None or b["cell_id"] is not None:
        return False
    if a["unit"] is not None and b["unit"] is not None and a["unit"] != b["unit"]:
        return False
    denied = (a["modality"] == "negated") != (b["modality"] == "negated")
    if denied:
        return _bounds(a) == _bounds(b) or 0 in (a["high"], b["high"])
    if a["source_text"] == b["source_text"] or a["modality"] == "hypothetical" or b["modality"] == "hypothetical":
        return False
    if a["place_name"] is None and a["date_edtf"] is None and a["block_id"] != b["block_id"]:
        return False
    (low_a, high_a), (low_b, high_b) = _bounds(a), _bounds(b)
    return low_a > high_b or low_b > high_a


def _bounds(row: Row) -> tuple[float, float]:
    low = float(row["low"]) if row["low"] is not None else 0.0
    high = float(row["high"]) if row["high"] is not None else float("inf")
    if row["qualifier"] == "approximate":
        return low * (1 - _APPROXIMATE), high * (1 + _APPROXIMATE)
    return low, high
