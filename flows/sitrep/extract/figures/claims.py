"""Which figures, in any document, state the same count (codebook, `claim_id`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

Row = dict[str, Any]

_KEY = ("low", "best", "high", "unit_kind", "role", "force_country")
# The columns that ``link`` looks at; a caller with many rows need hand over no others.
READS = (
    *_KEY,
    *("figure_id", "doc_id", "cell_id", "place_name", "place_country", "place_precision"),
    *("date_edtf", "date_start", "date_end"),
)


def link(rows: Sequence[Row]) -> None:
    """Set ``claim_id`` on the figures of all documents, in place and in their order.

    Figures share a claim where the numbers, unit kind, role and force are the same and no place or date of one speaks
    against those of another. The id is that of the first figure of the claim.
    """
    claims: dict[tuple, list[list[Row]]] = defaultdict(list)
    for row in rows:
        known = claims[tuple(row[name] for name in _KEY)]
        latest = known[-_CLAIMS_COMPARED:]
        claim = next((members for members in latest if all(_compatible(row, member) for member in members)), None)
        if claim is None:
            claim = []
            known.append(claim)
        if len(claim) < _MEMBERS_COMPARED:
            claim.append(row)
        row["claim_id"] = f"claim-{claim[0]['figure_id']}"


# Bounds the work on a round number that is told of thousands of places and days: the latest are looked through.
_CLAIMS_COMPARED = 200
# Bounds the work on a count that thousands of documents repeat: the first of them decide who may join.
_MEMBERS_COMPARED = 64


def _compatible(a: Row, b: Row) -> bool:
    if a["doc_id"] == b["doc_id"] and a["cell_id"] != b["cell_id"] and None not in (a["cell_id"], b["cell_id"]):
        return False
    return _same_place(a, b) and _same_time(a, b)


def _same_place(a: Row, b: Row) -> bool:
    if a["place_name"] is None or b["place_name"] is None or a["place_name"] == b["place_name"]:
        return True
    if None not in (a["place_country"], b["place_country"]) and a["place_country"] != b["place_country"]:
        return False
    return a["place_precision"] != b["place_precision"]


def _same_time(a: Row, b: Row) -> bool:
    if a["date_edtf"] is None or b["date_edtf"] is None or a["date_edtf"] == b["date_edtf"]:
        return True
    if (a["date_start"] is None and a["date_end"] is None) or (b["date_start"] is None and b["date_end"] is None):
        return False
    return _start(a) <= _end(b) and _start(b) <= _end(a)


def _start(row: Row) -> date:
    return row["date_start"] or date.min


def _end(row: Row) -> date:
    return row["date_end"] or date.max
