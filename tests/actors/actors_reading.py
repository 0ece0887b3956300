"""What the actor tests share: the actors of a text by what is written."""

from sitrep import ingest, layout
from sitrep.mentions import actors, places, vessels
from sitrep.model import ActorMention


def mentions(text: str) -> list[ActorMention]:
    page = layout.read(ingest.from_text(text))
    ships = vessels.find(page)
    return actors.read(page, places.read(page, ships), ships)


def written(text: str) -> dict[str, ActorMention]:
    return {text[m.char_start : m.char_end]: m for m in mentions(text)}
