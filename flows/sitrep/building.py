"""What the flow's tasks do, free of the engine that runs them: collect inputs, extract batches, link, sum up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from traceback import extract_tb

import pyarrow

from sitrep import contracts, ingest, pipeline
from sitrep.ingest import duplicates
from sitrep.model import Document, Reject
from sitrep.validate import Validated

# Linked across documents, so kept as rows until all are there; every other dataset becomes columns batch by batch.
_LINKED = ("documents", "troop_figures", "events")


class Inputs:
    """What ingest found: documents and rejects in reading order, and which document is a copy of which."""

    def __init__(self, raw: Path):
        self.documents: list[Document] = []
        self.rejects: list[Reject] = []
        for item in ingest.read(raw):
            (self.rejects if isinstance(item, Reject) else self.documents).append(item)
        self.duplicate_of = duplicates.find(self.documents)


class Batch:
    """Consecutive documents that are extracted in one go."""

    def __init__(self, documents: list[Document]):
        self.documents = documents


class Extracted:
    """The rows of one batch, and the documents whose extraction failed, as rejects."""

    def __init__(self) -> None:
        self.rows: pipeline.Rows = {name: [] for name in pipeline.DATASETS}
        self.rejects: list[Reject] = []


class Collected:
    """The rows of all batches so far."""

    def __init__(self, inputs: Inputs):
        self.duplicate_of = inputs.duplicate_of
        self.rejects = list(inputs.rejects)
        self._rows: pipeline.Rows = {name: [] for name in _LINKED}
        self._tables: dict[str, list[pyarrow.Table]] = {}

    def add(self, extracted: Extracted) -> None:
        self.rejects += extracted.rejects
        for name, rows in extracted.rows.items():
            if name in _LINKED:
                self._rows[name] += rows
            elif name != "rejects":
                self._tables.setdefault(name, []).append(contracts.to_table(name, rows))

    def tables(self) -> dict[str, pyarrow.Table]:
        """One table a dataset, linked across documents. Each is in reading order."""
        pipeline.link(self._rows, self.duplicate_of)
        self._rows["rejects"] = pipeline.reject_rows(self.rejects)
        found = {}
        for name in pipeline.DATASETS:
            if name in self._rows:
                found[name] = contracts.to_table(name, self._rows.pop(name))
            else:
                parts = self._tables.pop(name, [])
                found[name] = pyarrow.concat_tables(parts) if parts else contracts.to_table(name, [])
        return found


class Gated:
    """What passed the gate."""

    def __init__(self, validated: Validated):
        self.validated = validated


def batches(documents: list[Document], most_chars: int) -> Iterator[Batch]:
    """The documents in order, in batches of at most ``most_chars`` code points, or of one longer document."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        if batch and size + len(document.text) > most_chars:
            yield Batch(batch)
            batch, size = [], 0
        batch.append(document)
        size += len(document.text)
    if batch:
        yield Batch(batch)


def extract_batch(batch: Batch, advance: Callable[[], None]) -> Extracted:
    """The rows of each document. A document on which a reader fails becomes a reject that says where it failed."""
    extracted = Extracted()
    for document in batch.documents:
        try:
            rows = pipeline.read(document)
            for name, read in rows.items():
                contracts.hold_types(name, read)
        except Exception as error:  # one document must not cost the others; the reject carries the failure
            extracted.rejects.append(_failed(document, error))
        else:
            for name, more in rows.items():
                extracted.rows[name] += more
        advance()
    return extracted


def _failed(document: Document, error: Exception) -> Reject:
    frame = extract_tb(error.__traceback__)[-1]
    return Reject(
        source_path=document.source_path,
        source_record=document.source_record,
        reason="extraction_failed",
        detail=f"{type(error).__name__}: {error} ({Path(frame.filename).name}, line {frame.lineno})",
        action="Report it with this input: a reader of sitrep fails on it.",
        n_bytes=None,
    )
