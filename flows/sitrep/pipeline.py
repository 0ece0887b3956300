"""One document to the rows of all datasets: the order of the stages, and nothing else. Pure: no files, no clock."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from sitrep import layout, mentions
from sitrep.extract import events, figures, tables
from sitrep.extract.events import keys
from sitrep.extract.figures import claims
from sitrep.ids import ID_COLUMN, number
from sitrep.ingest import duplicates, repetition
from sitrep.layout import reading
from sitrep.model import Block, DateMention, Document, Page, Reject

Rows = dict[str, list[dict[str, Any]]]

DATASETS = ("documents", "blocks", "dates", "tables", "table_cells", "troop_figures", "events", "rejects")
_READ_LANGUAGE = "en"
_AS_INGESTED = (
    "doc_id",
    "source_path",
    "source_record",
    "media_type",
    "encoding",
    "title",
    "byline",
    "published_edtf",
    "published_basis",
    "language",
    "url",
    "publisher",
    "licence",
    "retrieved",
    "source_sha256",
    "text",
)

# What is found on the page without markup.
_GROUNDED = ("dates", "tables", "table_cells", "troop_figures", "events")

# What a row quotes beside its own span: as written, but for line breaks and other runs of white space.
_AS_WRITTEN = {
    "troop_figures": ("force_text", "place_text", "date_text", "source_text"),
    "events": ("actor1_text", "actor2_text", "target_text", "place_text", "date_text", "source_text"),
}


def read(document: Document) -> Rows:
    """The rows of one document, by dataset.

    A document in another language than English has a row in ``documents`` and no other. ``claim_id``, ``event_key``
    and ``duplicate_of`` speak of all documents together: until ``link`` sets them, each row stands for itself.
    """
    with _uncollected():
        return _read(document)


@contextmanager
def _uncollected() -> Iterator[None]:
    """The collector of cycles at rest: one document leaves none, and to look for them costs a twentieth of the time."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()


def _read(document: Document) -> Rows:
    rows: Rows = {name: [] for name in DATASETS}
    page = layout.read(document)
    rows["documents"].append(_document(page))
    if document.language not in (_READ_LANGUAGE, None):
        return rows
    rows["blocks"] = _blocks(page)
    bare = reading.of(page)
    found = mentions.read(bare)
    rows["dates"] = [_date(bare, mention) for mention in found.dates]
    rows["tables"], rows["table_cells"] = tables.read(bare, found)
    rows["troop_figures"] = figures.read(bare, found, rows["tables"], rows["table_cells"])
    rows["events"] = events.read(bare, found)
    if bare is not page:
        for name in _GROUNDED:
            _ground(page, bare, rows[name])
    for name in ("blocks", "dates", "troop_figures", "events"):
        number(name, rows[name])
    for name, key in (("troop_figures", "claim_id"), ("events", "event_key")):
        for row in rows[name]:
            row[key] = row[ID_COLUMN[name]]
            for column in _AS_WRITTEN[name]:
                if row[column]:
                    row[column] = " ".join(row[column].split())
    return rows


def _ground(page: Page, bare: Page, rows: list[dict[str, Any]]) -> None:
    """Give rows found on the bare page their places in the document and the quotations of them, in place."""
    for row in rows:
        row["char_start"], row["char_end"] = bare.span(row["char_start"], row["char_end"])
        row["quote"] = page.quote(row["char_start"], row["char_end"])


def link(rows: Rows, duplicate_of: Mapping[str, str]) -> Rows:
    """Fill in what only all documents together can tell: copies, claims that say the same, acts told again. In place.

    ``duplicate_of`` maps the ``doc_id`` of a copy to that of the first document with its body.
    """
    for row in rows["documents"]:
        row["duplicate_of"] = duplicate_of.get(row["doc_id"])
    claims.link(rows["troop_figures"])
    keys.link(rows["events"])
    return rows


def read_all(documents: Iterable[Document], rejects: Iterable[Reject] = ()) -> Rows:
    """The linked rows of several documents, in their order, and the rows of ``rejects``."""
    documents = list(documents)
    duplicate_of = duplicates.find(documents)
    repetition.mark(documents, duplicate_of)
    rows: Rows = {name: [] for name in DATASETS}
    for document in documents:
        for name, more in read(document).items():
            rows[name].extend(more)
    rows["rejects"] = reject_rows(rejects)
    return link(rows, duplicate_of)


def reject_rows(rejects: Iterable[Reject]) -> list[dict[str, Any]]:
    """The rows of ``rejects``, each with an id from what was rejected and why."""
    rows: list[dict[str, Any]] = []
    seen: Counter[str] = Counter()
    for reject in rejects:
        row = asdict(reject)
        mark = f"{reject.source_path}\0{reject.source_record}\0{reject.reason}"
        digest = sha256(mark.encode("utf-8", "surrogateescape")).hexdigest()[:16]
        seen[digest] += 1
        row["reject_id"] = f"{digest}-r" + (str(seen[digest]) if seen[digest] > 1 else "")
        rows.append(row)
    return rows


def _document(page: Page) -> dict[str, Any]:
    document = page.document
    row: dict[str, Any] = {name: getattr(document, name) for name in _AS_INGESTED}
    if document.title_guessed:
        row["title"] = _title(page)
    row["n_chars"] = len(document.text)
    row["n_words"] = page.n_words
    row["garbled_share"] = round(len(page.garbled) / page.n_words, 6) if page.n_words else 0.0
    row["duplicate_of"] = None
    row["flags"] = sorted({*document.flags, *(("garbled",) if page.garbled else ())})
    row["repairs"] = [
        {"char_start": r.char_start, "char_end": r.char_end, "original": r.original} for r in document.repairs
    ]
    return row


def _title(page: Page) -> str | None:
    """The title as layout tells it; else the guess of ingest, unless its line turned out to be no part of the text."""
    told = next((_words(page, block) for block in page.blocks if block.kind == "title"), None)
    guess = page.document.title
    if told or guess is None:
        return told
    at = page.document.text.find(guess)
    outside = any(b.kind == "boilerplate" and b.char_start <= at < b.char_end for b in page.blocks)
    return None if outside else guess


def _words(page: Page, block: Block) -> str:
    return " ".join(page.view[block.char_start : block.char_end].split())


def _blocks(page: Page) -> list[dict[str, Any]]:
    return [
        {
            "doc_id": page.document.doc_id,
            "seq": block.seq,
            "kind": block.kind,
            "level": block.level,
            "section": block.section,
            "pair_id": block.pair_id,
            "flags": sorted(block.flags),
            "char_start": block.char_start,
            "char_end": block.char_end,
            "quote": page.quote(block.char_start, block.char_end),
        }
        for block in page.blocks
    ]


def _date(page: Page, mention: DateMention) -> dict[str, Any]:
    quote = page.quote(mention.char_start, mention.char_end)
    return {
        "doc_id": page.document.doc_id,
        "date_text": quote,
        "date_edtf": mention.edtf,
        "date_start": mention.start,
        "date_end": mention.end,
        "date_precision": mention.precision,
        "date_basis": mention.basis,
        "date_mod": mention.mod,
        "flags": sorted(mention.flags),
        "char_start": mention.char_start,
        "char_end": mention.char_end,
        "quote": quote,
    }
