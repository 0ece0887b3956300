"""Counts of the same thing in one document that cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest, nsmallest
from typing import Any

Row = dict[str, Any]
Bounds = tuple[float, float]

_SAME = ("unit_kind", "role", "force_country", "place_name", "date_edtf")
_APPROXIMATE = 0.25
# What counts of every unit are filed under, besides their own.
_ANY = object()


def mark(rows: Sequence[Row]) -> None:
    """Flag ``conflict`` on rows of one document that different sources give for the same thing, in place.

    The same source counts different parts of a thing, so two of its numbers are no conflict. What is denied conflicts
    with the same count told as a fact. Time is linear in the rows: each is held against what the others say in sum.
    """
    alike: dict[tuple, list[Row]] = defaultdict(list)
    for row in rows:
        if row["cell_id"] is None:
            alike[tuple(row[name] for name in _SAME)].append(row)
    for group in alike.values():
        if len(group) > 1:
            _mark_group(group)


def _mark_group(group: Sequence[Row]) -> None:
    told: dict[tuple, _Told] = defaultdict(_Told)
    stated: dict[tuple, _Stated] = defaultdict(_Stated)
    for row in group:
        for unit in (_ANY, row["unit"]):
            told[row["modality"] == "negated", unit].add(row)
            if row["modality"] != "hypothetical":
                stated[row["modality"] == "negated", _stretch(row), unit].add(row)
    for row in group:
        denied = row["modality"] == "negated"
        against = [told.get((not denied, unit)) for unit in _units(row)]
        if row["modality"] != "hypothetical":
            against += [stated.get((denied, _stretch(row), unit)) for unit in _units(row)]
        if any(counts.contradict(row) for counts in against if counts is not None):
            row["flags"] = sorted({*row["flags"], "conflict"})


class _Told:
    """All counts of a unit that are denied, or all that are not."""

    def __init__(self) -> None:
        self._bounds: set[Bounds] = set()
        self._none = False

    def add(self, row: Row) -> None:
        self._bounds.add(_bounds(row))
        self._none = self._none or row["high"] == 0

    def contradict(self, row: Row) -> bool:
        """Whether one of them is the count that ``row`` speaks of the other way; none at all is any count."""
        return self._none or row["high"] == 0 or _bounds(row) in self._bounds


class _Stated:
    """The counts of a unit that sources state, as far as they reach: per source the highest low and the lowest high."""

    def __init__(self) -> None:
        self._reach: dict[str | None, Bounds] = {}
        self._farthest: tuple[list, list] | None = None

    def add(self, row: Row) -> None:
        low, high = _bounds(row)
        known = self._reach.get(row["source_text"], (low, high))
        self._reach[row["source_text"]] = max(low, known[0]), min(high, known[1])

    def contradict(self, row: Row) -> bool:
        """Whether a count of another source than that of ``row`` lies wholly above or below; for when all are added."""
        if self._farthest is None:
            # Of two sources one is another than that of any row.
            reach = self._reach.items()
            self._farthest = nlargest(2, reach, key=lambda r: r[1][0]), nsmallest(2, reach, key=lambda r: r[1][1])
        low, high = _bounds(row)
        above, below = self._farthest
        return any(reach[0] > high for source, reach in above if source != row["source_text"]) or any(
            reach[1] < low for source, reach in below if source != row["source_text"]
        )


def _stretch(row: Row) -> str | None:
    """The block that a count is to be compared in, None where its place or date tells it apart in all of the text."""
    return row["block_id"] if row["place_name"] is None and row["date_edtf"] is None else None


def _units(row: Row) -> tuple[object, ...]:
    """The units that the counts which may be of the same noun as ``row`` are filed under: one left out may be any."""
    return (row["unit"], None) if row["unit"] is not None else (_ANY,)


def _bounds(row: Row) -> Bounds:
    low = float(row["low"]) if row["low"] is not None else 0.0
    high = float(row["high"]) if row["high"] is not None else float("inf")
    if row["qualifier"] == "approximate":
        return low * (1 - _APPROXIMATE), high * (1 + _APPROXIMATE)
    return low, high
