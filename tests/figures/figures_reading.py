"""What the figure tests share: the rows of a text."""

from typing import Any

from sitrep import ids, ingest, layout, mentions
from sitrep.extract import figures as reader
from sitrep.extract import tables
from sitrep.extract.figures import claims
from sitrep.model import Document


def linked(*documents: Document) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for document in documents:
        page = layout.read(document)
        found = mentions.read(page)
        rows.extend(reader.read(page, found, *tables.read(page, found)))
    ids.number("troop_figures", rows)
    claims.link(rows)
    return rows


def figures(text: str, published: str | None = None, media_type: str = "text/plain") -> list[dict[str, Any]]:
    return linked(ingest.from_text(text, published, media_type))


def told(text: str, **kwargs: Any) -> list[tuple]:
    return [(r["quote"], r["unit_kind"], r["unit"], r["role"]) for r in figures(text, **kwargs)]


def counted(text: str) -> list[str]:
    """The counts of a text with their kinds and roles: "12 personnel killed", "5+ ..." at least, "<5 ..." at most."""
    return sorted(f"{_bounds(r)} {r['unit_kind']} {r['role']}" for r in figures(text))


def _bounds(row: dict[str, Any]) -> str:
    low, best, high = (None if row[k] is None else int(row[k]) for k in ("low", "best", "high"))
    if best is not None:
        return str(best)
    if high is None:
        return f"{low}+"
    return f"<{high}" if low is None else f"{low}-{high}"
