"""What the place tests share: the places of a text, as written, with what they stand for."""

from sitrep import ingest, layout
from sitrep.mentions import places
from sitrep.model import PlaceMention


def mentions(text: str) -> list[PlaceMention]:
    return places.read(layout.read(ingest.from_text(text)))


def named(text: str) -> dict[str, tuple[str | None, str]]:
    return {text[m.char_start : m.char_end]: (m.country, m.precision) for m in mentions(text)}
