"""Read the dates of a text, for tests."""

from __future__ import annotations

from sitrep import layout
from sitrep.mentions import dates
from sitrep.model import DateMention, Document, Page


def page_of(text: str, published: str | None = None) -> Page:
    return layout.read(Document("d", "d", None, "text/plain", "utf-8", text, published_edtf=published, language="en"))


def read(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    page = page_of(text, published)
    return [(page.quote(m.char_start, m.char_end), m.edtf) for m in dates.read(page)]


def only(text: str, published: str | None = None) -> DateMention:
    found = dates.read(page_of(text, published))
    assert len(found) == 1, found
    return found[0]
