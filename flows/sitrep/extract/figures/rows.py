"""What stands in a row of ``troop_figures``, and what later figures take from earlier ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sitrep.extract.figures.binding import NO_DATE, NO_PLACE
from sitrep.extract.figures.governed import HARM, Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.surroundings import Force
from sitrep.model import Cue, DateMention, NumberMention, Page, PlaceMention, Sentence

Row = dict[str, Any]

FORCES = frozenset(
    {
        "recruited",
        "deployed",
        "surrendered",
        "deserted",
        "withdrawn",
        "trained",
        "reinforcing",
        "strength",
        "casualties",
        "released",
    }
)
TOLD = frozenset({"killed", "wounded", "captured", "missing", "casualties", "released"})
STRONG = frozenset(
    {
        "killed",
        "wounded",
        "captured",
        "destroyed",
        "missing",
        "reinforcing",
        "recruited",
        "supplied",
        "requested",
        "released",
        "deserted",
        "withdrawn",
        "surrendered",
        "casualties",
    }
)


@dataclass
class Figure:
    """A figure on its way to a row: what later figures may take from it."""

    group: Group
    kind: str
    role: str
    unit: str | None
    force: Force
    place: PlaceMention | None
    date: DateMention | None
    sentence: Sentence
    governed: Governed | None

    @property
    def number_start(self) -> int:
        return self.group.number.number_start

    @property
    def harmed(self) -> bool:
        """Whether it is told as the object of a harm."""
        return self.role in HARM and self.governed is not None and self.governed.how == "object"


@dataclass
class Lead:
    """What the line over a list tells of its bullets ("Total losses of the enemy from ... to ...:").

    ``kind`` is the kind of those whom it speaks of, where it tells.
    """

    role: str | None
    force: Force
    date: DateMention | None
    kind: str | None


def row(
    page: Page,
    number: NumberMention,
    block: int,
    cell_id: str | None,
    kind: str,
    unit: str | None,
    role: str,
    force: Force,
    place: PlaceMention | None,
    date: DateMention | None,
    modality: str,
    source: tuple[int, int],
    cue: Cue | None,
    flags: set[str],
    confidence: float,
) -> Row:
    """A row of the dataset with every column but ``figure_id``."""
    doc_id = page.document.doc_id
    b = page.blocks[block]
    row: Row = {
        "claim_id": None,
        "doc_id": doc_id,
        "block_id": page.row_id("blocks", b.char_start, b.char_end),
        "cell_id": cell_id,
        "low": number.low,
        "best": number.best,
        "high": number.high,
        "qualifier": number.qualifier,
        "unit_kind": kind,
        "unit": unit,
        "role": role,
        "force_text": force.text,
        "force_name": force.name,
        "force_country": force.country,
        **NO_PLACE,
        **NO_DATE,
        "modality": modality,
        "source_text": page.quote(*source) if source[0] >= 0 else None,
        "modality_cue": page.quote(cue.char_start, cue.char_end) if cue is not None else None,
        "flags": sorted(flags),
        "confidence": confidence,
        "char_start": number.char_start,
        "char_end": number.char_end,
        "quote": page.quote(number.char_start, number.char_end),
    }
    if place is not None:
        row.update(
            place_text=page.quote(place.char_start, place.char_end),
            place_name=place.name,
            place_country=place.country,
            place_lat=place.lat,
            place_lon=place.lon,
            geonames_id=place.geonames_id,
            place_precision=place.precision,
        )
    if date is not None:
        row.update(
            date_id=page.row_id("dates", date.char_start, date.char_end),
            date_text=page.quote(date.char_start, date.char_end),
            date_edtf=date.edtf,
            date_start=date.start,
            date_end=date.end,
            date_precision=date.precision,
            date_basis=date.basis,
            date_mod=date.mod,
        )
    return row
