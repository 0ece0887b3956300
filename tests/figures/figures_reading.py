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
