"""Helpers of the tests of events: a text read as a document of its own."""

from __future__ import annotations

from typing import Any

from sitrep import layout, mentions
from sitrep.extract import events
from sitrep.model import Document


def rows(text: str, published: str | None = None, doc_id: str = "d") -> list[dict[str, Any]]:
    document = Document(doc_id, "d.txt", None, "text/plain", "utf-8", text, published_edtf=published, language="en")
    page = layout.read(document)
    return events.read(page, mentions.read(page))


def acts(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(row["event_type"], row["actor1_country"], row["actor2_country"]) for row in rows(text)]
