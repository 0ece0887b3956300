"""What the modality tests share: the modality and source at a word of a text."""

from sitrep import ingest, layout, mentions
from sitrep.scope import modality_at


def at(text: str, word: str) -> tuple[str, str | None]:
    page = layout.read(ingest.from_text(text))
    found = mentions.read(page)
    start = text.index(word)
    sentence = page.sentence_at(start)
    modality, a, b, _ = modality_at(found, sentence, start, start + len(word))
    return modality, text[a:b] if a >= 0 else None
