"""The rows of one text, held together: what ``sitrep.extract`` gives."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from sitrep import ingest, pipeline

if TYPE_CHECKING:
    import pandas


class Extraction:
    """What was read from one text; each dataset is a DataFrame with the contract's types.

    ``text`` is the text as read (line ends and wrongly decoded characters put right): ``char_start`` and ``char_end``
    of every row are code points of it. ``rows`` has the same rows as plain dicts.
    """

    def __init__(self, text: str, rows: pipeline.Rows):
        self.text = text
        self.rows = rows

    def _frame(self, dataset: str) -> pandas.DataFrame:
        from sitrep import contracts

        return contracts.frame(dataset, self.rows[dataset])

    @cached_property
    def documents(self) -> pandas.DataFrame:
        return self._frame("documents")

    @cached_property
    def blocks(self) -> pandas.DataFrame:
        return self._frame("blocks")

    @cached_property
    def dates(self) -> pandas.DataFrame:
        return self._frame("dates")

    @cached_property
    def tables(self) -> pandas.DataFrame:
        return self._frame("tables")

    @cached_property
    def table_cells(self) -> pandas.DataFrame:
        return self._frame("table_cells")

    @cached_property
    def troop_figures(self) -> pandas.DataFrame:
        return self._frame("troop_figures")

    @cached_property
    def events(self) -> pandas.DataFrame:
        return self._frame("events")

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(rows)} {name}" for name, rows in self.rows.items() if name != "documents")
        return f"<Extraction of {len(self.text):,} characters: {counts}>"


def extract(text: str, published: date | str | None = None, media_type: str = "text/plain") -> Extraction:
    """See ``sitrep.extract``."""
    document = ingest.from_text(text, published=published, media_type=media_type)
    return Extraction(document.text, pipeline.read_all([document]))
