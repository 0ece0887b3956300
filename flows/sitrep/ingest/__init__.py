"""Files, feeds and texts to documents. Nothing is lost: every input is a Document or a Reject that says why not.

``read`` takes a folder or a file, ``from_text`` and ``from_bytes`` what a caller holds. Metadata is taken, in this
order, from a sidecar or the fields of a feed, from the caller, from HTML, and from the head of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from sitrep.ingest import documents, encoding, feeds, sidecar, streaming
from sitrep.ingest.documents import MEDIA_TYPES, Ids, Source
from sitrep.ingest.limits import DEFAULT_LIMITS, Limits
from sitrep.ingest.rejecting import reject
from sitrep.ingest.sidecar import Provenance
from sitrep.ingest.walking import SIDECAR_SUFFIX, Found, RootError, printable, walk
from sitrep.model import Document, Reject

__all__ = ["MEDIA_TYPES", "Limits", "MediaTypeError", "PublishedError", "RootError", "from_bytes", "from_text", "read"]

_FEED = "application/x-ndjson"
_SUFFIXES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".jsonl": _FEED,
    ".ndjson": _FEED,
}


class MediaTypeError(ValueError):
    """A media type that is not read. Names it and those that are."""


class PublishedError(ValueError):
    """A publication date from a caller that is none. Names it and the form to write."""


def read(
    root: Path, limits: Limits = DEFAULT_LIMITS, published: date | str | None = None
) -> Iterator[Document | Reject]:
    """The documents of a folder (in the order of names, depth first) or of one file, and what could not be read.

    ``source_path`` is relative to ``root``, with ``/`` between names. Files are told by suffix: ``.txt``, ``.md``,
    ``.html``, ``.htm``, and the feeds ``.jsonl`` and ``.ndjson``, each also with ``.gz`` behind it; names that open
    with a dot are passed over. ``published`` is the publication day of documents whose sidecar or feed tells none.
    One document is in memory at a time. Raises RootError where ``root`` does not exist, PublishedError.
    """
    given = Provenance(published=_given(published))
    ids = Ids()
    for found in walk(root):
        if isinstance(found, Reject):
            yield found
        else:
            yield from _read_file(found, limits, given, ids)


def from_bytes(
    data: bytes,
    source_path: str = "-",
    media_type: str = "text/plain",
    published: date | str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Document | Reject]:
    """The document in some bytes, or the reject they become; of ``application/x-ndjson`` one for each record.

    Raises MediaTypeError, PublishedError.
    """
    given = Provenance(published=_given(published))
    ids = Ids()
    if media_type == _FEED:
        yield from _read_feed(iter([data]), source_path, given, limits, ids, len(data))
        return
    _check(media_type)
    if len(data) > limits.document_bytes:
        detail = f"it is over the limit document_bytes of {limits.document_bytes:,} bytes"
        yield reject("too_large", source_path, detail, len(data))
        return
    yield _one(data, media_type, source_path, given, ids, sha256(data).hexdigest(), len(data))


def from_text(
    text: str, published: date | str | None = None, media_type: str = "text/plain", source_path: str = "-"
) -> Document:
    """The document of a text that is decoded already. Raises MediaTypeError, PublishedError."""
    _check(media_type)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Source(source_path, None, "utf-8", digest)
    return documents.build(text, media_type, source, Provenance(published=_given(published)), Ids())


def _check(media_type: str) -> None:
    if media_type not in MEDIA_TYPES:
        raise MediaTypeError(f"media type {media_type!r} is not read; use one of {', '.join(MEDIA_TYPES)}")


def _given(published: date | str | None) -> str | None:
    if published is None:
        return None
    if isinstance(published, date):
        return published.isoformat()[:10]
    day = sidecar.timestamp_day(published)
    if day is None:
        raise PublishedError(f"published={published!r} is no date; write it as 2025-03-03")
    return day


def _media_type_of(name: str) -> tuple[str | None, bool]:
    """The media type that a file name tells (None: not read), and whether the file is packed."""
    lower = name.lower()
    is_packed = lower.endswith(".gz")
    return _SUFFIXES.get(Path(lower.removesuffix(".gz")).suffix), is_packed


def _read_file(found: Found, limits: Limits, given: Provenance, ids: Ids) -> Iterator[Document | Reject]:
    media_type, is_packed = _media_type_of(found.path.name)
    if media_type is None:
        suffix = printable(found.path.suffix) or "no suffix"
        yield reject("unsupported", found.source_path, f"files with {suffix} are not read", found.n_bytes)
        return
    known = given
    if found.sidecar is not None:
        beside, rejected = _read_sidecar(found, limits)
        yield from rejected
        known = documents.clean(beside).over(given)
    try:
        if media_type == _FEED:
            with streaming.opened(found.path) as file:
                pieces = streaming.chunks(file, is_packed, limits)
                yield from _read_feed(pieces, found.source_path, known, limits, ids, found.n_bytes)
        else:
            data = streaming.whole(found.path, is_packed, limits)
            digest = _sha256_of(found.path) if is_packed else sha256(data).hexdigest()
            yield _one(data, media_type, found.source_path, known, ids, digest, found.n_bytes)
    except streaming.InputError as error:
        yield reject(error.reason, found.source_path, error.detail, found.n_bytes)


def _sha256_of(path: Path) -> str:
    with streaming.opened(path) as file:
        return sha256(file.read()).hexdigest()


def _read_sidecar(found: Found, limits: Limits) -> tuple[Provenance, list[Reject]]:
    source_path = found.source_path + SIDECAR_SUFFIX
    if found.sidecar.is_symlink() and not found.sidecar.resolve().is_relative_to(found.path.parent.resolve()):
        return Provenance(), [reject("link_outside", source_path, "the link points outside the folder of its file")]
    if not found.sidecar.is_file():
        return Provenance(), [reject("broken_sidecar", source_path, "it is no regular file")]
    try:
        known, faults = sidecar.read(found.sidecar, limits)
    except OSError as error:
        return Provenance(), [reject("broken_sidecar", source_path, error.strerror or "it cannot be read")]
    if not faults:
        return known, []
    return known, [reject("broken_sidecar", source_path, "; ".join(faults), found.sidecar.stat().st_size)]


def _one(
    data: bytes, media_type: str, source_path: str, known: Provenance, ids: Ids, digest: str, n_bytes: int
) -> Document | Reject:
    decoded = encoding.decode(data, source_path, is_html=media_type == "text/html")
    if isinstance(decoded, Reject):
        return Reject(source_path, None, decoded.reason, decoded.detail, decoded.action, n_bytes)
    source = Source(source_path, None, decoded.encoding, digest, decoded.patched)
    document = documents.build(decoded.text, media_type, source, known, ids)
    if not document.text.strip():
        return reject("empty", source_path, "the markup holds no text that a reader would see", n_bytes)
    return document


def _read_feed(
    pieces: Iterator[bytes], source_path: str, known: Provenance, limits: Limits, ids: Ids, n_bytes: int
) -> Iterator[Document | Reject]:
    """One Document or Reject for each line that is not blank; one more Reject where the feed breaks off."""
    # A feed's own title or author would be that of no record.
    known = Provenance(
        None, known.publisher, None, None, known.published, known.language, known.licence, known.retrieved
    )
    lines = streaming.Lines(pieces, limits.document_bytes)
    record = -1
    try:
        for record, line in enumerate(lines):
            yield _record(line, lines.encoding, source_path, record, known, limits, ids)
    except streaming.InputError as error:
        after = f" after record {record}" if record >= 0 else ""
        yield reject(error.reason, source_path, error.detail + after, n_bytes, record + 1 if record >= 0 else None)
        return
    if record < 0:
        yield reject("empty", source_path, "the feed holds no record", n_bytes)


def _record(
    line: bytes | int, feed_encoding: str, source_path: str, position: int, known: Provenance, limits: Limits, ids: Ids
) -> Document | Reject:
    if isinstance(line, int):
        detail = f"the record is over the limit document_bytes of {limits.document_bytes:,} bytes"
        return reject("too_large", source_path, detail, line, position)
    decoded = encoding.decode(line, source_path, position)
    if isinstance(decoded, Reject):
        return decoded
    try:
        record = feeds.parse(decoded.text)
    except feeds.RecordError as error:
        return reject(error.reason, source_path, error.detail, len(line), position)
    in_encoding = decoded.encoding if feed_encoding == "utf-8" else feed_encoding
    source = Source(source_path, position, in_encoding, sha256(line).hexdigest(), decoded.patched)
    own = documents.clean(record.known)
    document = documents.build(record.body, record.media_type, source, own.over(known), ids, title=own.title)
    if not document.text.removeprefix(own.title or "").strip():
        return reject("no_text", source_path, "the body is markup without text", len(line), position)
    return document
