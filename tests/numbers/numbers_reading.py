"""What the number tests share: a page from a text, and the quantities on it."""

from sitrep import ingest, layout
from sitrep.mentions import dates, numbers
from sitrep.model import NumberMention


def quantities(text: str) -> list[NumberMention]:
    page = layout.read(ingest.from_text(text))
    return numbers.read(page, dates.read(page))


def counts(text: str) -> list[NumberMention]:
    return [n for n in quantities(text) if n.kind == "count"]


def bounds(text: str) -> list[tuple]:
    return [(n.low, n.best, n.high, n.qualifier) for n in counts(text)]
