"""What the flow's tasks do, free of the engine that runs them: collect inputs, extract batches, link, sum up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from traceback import extract_tb

import pyarrow

from sitrep import contracts, ingest, pipeline
from sitrep.extract.events import keys
from sitrep.extract.figures import claims
from sitrep.ingest import duplicates, repetition
from sitrep.model import Document, Reject
from sitrep.validate import Validated


class Inputs:
    """What ingest found: documents and rejects in reading order, and which document is a copy of which."""

    def __init__(self, raw: Path):
        self.documents: list[Document] = []
        self.rejects: list[Reject] = []
        for item in ingest.read(raw):
            (self.rejects if isinstance(item, Reject) else self.documents).append(item)
        self.duplicate_of = duplicates.find(self.documents)
        repetition.mark(self.documents, self.duplicate_of)


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
    """The rows of all batches so far, as columns."""

    def __init__(self, inputs: Inputs):
        self.duplicate_of = inputs.duplicate_of
        self.rejects = list(inputs.rejects)
        self._tables: dict[str, list[pyarrow.Table]] = {name: [] for name in pipeline.DATASETS}

    def add(self, extracted: Extracted) -> None:
        """Take over the rows of a batch. ``extracted`` is empty afterwards: the engine keeps what tasks return."""
        self.rejects += extracted.rejects
        for name in pipeline.DATASETS:
            self._tables[name].append(contracts.to_table(name, extracted.rows.pop(name)))

    def tables(self) -> dict[str, pyarrow.Table]:
        """One table a dataset, linked across documents. Each is in reading order."""
        self._tables["rejects"] = [contracts.to_table("rejects", pipeline.reject_rows(self.rejects))]
        found = {
            name: pyarrow.concat_tables(parts) if parts else contracts.to_table(name, [])
            for name, parts in self._tables.items()
        }
        self._tables.clear()
        ids = found["documents"]["doc_id"].to_pylist()
        found["documents"] = _with(found["documents"], "duplicate_of", [self.duplicate_of.get(id_) for id_ in ids])
        for name, column, linker in (("troop_figures", "claim_id", claims), ("events", "event_key", keys)):
            rows = found[name].select(linker.READS).to_pylist()
            linker.link(rows)
            found[name] = _with(found[name], column, [row[column] for row in rows])
        return found


def _with(table: pyarrow.Table, column: str, values: list[str | None]) -> pyarrow.Table:
    at = table.schema.get_field_index(column)
    return table.set_column(at, table.schema.field(column), pyarrow.array(values, pyarrow.string()))


class Gated:
    """What passed the gate."""

    def __init__(self, validated: Validated):
        self.validated = validated


def batches(documents: list[Document], most_chars: int) -> Iterator[Batch]:
    """The documents in order, in batches of at most ``most_chars`` code points, or of one longer document.

    What is handed out is taken off the list, so that a document's text is kept once only.
    """
    documents.reverse()
    while documents:
        batch = [documents.pop()]
        size = len(batch[0].text)
        while documents and size + len(documents[-1].text) <= most_chars:
            batch.append(documents.pop())
            size += len(batch[-1].text)
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
