"""What the place tests share: the places of a text, as written, with what they stand for."""

from sitrep import ingest, layout
from sitrep.mentions import places, vessels
from sitrep.model import PlaceMention


def mentions(text: str) -> list[PlaceMention]:
    page = layout.read(ingest.from_text(text))
    return places.read(page, vessels.find(page))


def named(text: str) -> dict[str, tuple[str | None, str]]:
    return {text[m.char_start : m.char_end]: (m.country, m.precision) for m in mentions(text)}
