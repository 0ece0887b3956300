"""The same act told again, in one document or in several: one ``event_key``."""

from __future__ import annotations

import hashlib
from typing import Any

_EARLIEST, _LATEST = "", "9999"
# The columns that ``link`` looks at; a caller with many rows need hand over no others.
READS = (
    *("doc_id", "char_start", "event_type", "modality", "actor1_country", "actor1_name", "actor2_country"),
    *("place_name", "place_country", "place_precision", "date_start", "date_end"),
)


def _span(row: dict[str, Any]) -> tuple[str, str] | None:
    start, end = row["date_start"], row["date_end"]
    if start is None and end is None:
        return None
    return (str(start) if start else _EARLIEST, str(end) if end else _LATEST)


def _compatible(row: dict[str, Any], group: dict[str, Any]) -> bool:
    span, other = _span(row), group["span"]
    if span and other and (span[0] > other[1] or other[0] > span[1]):
        return False
    place = row["place_name"]
    if place and group["places"] and place not in group["places"]:
        fine = row["place_precision"] == "point" and group["fine"]
        if fine or row["place_country"] not in group["countries"]:
            return False
    if row["doc_id"] not in group["docs"]:
        # Another document tells the same act only where a date or a fine place says so.
        return bool(span and other) and ((bool(place) and bool(group["places"])) or row["actor2_country"] is not None)
    return True


def link(rows: list[dict[str, Any]]) -> None:
    """Give every row its ``event_key``, in place; the key is a digest of the first row of the act."""
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in rows:
        mark = row["event_type"], row["actor1_country"], row["actor2_country"], row["modality"] == "negated"
        named = row["actor1_country"] or row["actor2_country"] or row["actor1_name"]
        known = groups.setdefault(mark, [])
        group = next((g for g in known[-40:] if named and _compatible(row, g)), None)
        if group is None:
            digest = hashlib.sha256(f"{row['doc_id']}|{row['char_start']}|{mark}".encode()).hexdigest()[:12]
            group = {
                "key": f"e-{digest}",
                "span": None,
                "places": set(),
                "countries": set(),
                "fine": False,
                "docs": set(),
            }
            known.append(group)
        row["event_key"] = group["key"]
        group["docs"].add(row["doc_id"])
        if group["span"] is None:
            group["span"] = _span(row)
        if row["place_name"]:
            group["places"].add(row["place_name"])
            group["countries"].add(row["place_country"])
            group["fine"] = group["fine"] or row["place_precision"] == "point"
