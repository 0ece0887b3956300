"""Bytes from a file, packed or not, no more at a time than the limits allow."""

from __future__ import annotations

import codecs
import gzip
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sitrep.ingest.encoding import looks_binary, mark_of, sniff_utf16
from sitrep.ingest.limits import HARMLESS_BYTES, Limits

_CHUNK = 256 * 1024
# An input may be exchanged for a pipe or a link between the walk and the opening.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


class InputError(Exception):
    """An input cannot be read to its end. ``reason`` is that of the reject, ``detail`` what happened, where."""

    def __init__(self, reason: str, detail: str):
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file, open for reading. Raises InputError (``unreadable``)."""
    try:
        descriptor = os.open(path, _OPEN_FLAGS)
    except OSError as error:
        raise InputError("unreadable", error.strerror or "it cannot be opened") from error
    with os.fdopen(descriptor, "rb") as file:
        yield file


def chunks(file: BinaryIO, is_packed: bool, limits: Limits) -> Iterator[bytes]:
    """The content in pieces of up to 256 KiB, unpacked. Raises InputError."""
    try:
        if not is_packed:
            while data := file.read(_CHUNK):
                yield data
            return
        n_packed = os.fstat(file.fileno()).st_size
        n_read = 0
        with gzip.GzipFile(fileobj=file) as unpacked:
            while data := unpacked.read1(_CHUNK):  # what is sound before a break is kept
                n_read += len(data)
                if n_read > HARMLESS_BYTES and n_read > limits.expansion_ratio * n_packed:
                    raise InputError(
                        "gzip_bomb",
                        f"{n_packed:,} bytes expand to over {n_read:,}, "
                        f"beyond the limit expansion_ratio of {limits.expansion_ratio}",
                    )
                if n_read > limits.expanded_bytes:
                    raise InputError(
                        "gzip_bomb", f"it expands beyond the limit expanded_bytes of {limits.expanded_bytes:,} bytes"
                    )
                yield data
    except EOFError as error:
        raise InputError("broken_gzip", "the gzip data ends too early") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise InputError("broken_gzip", f"this is no sound gzip data: {error}") from error
    except OSError as error:
        raise InputError("unreadable", error.strerror or "reading it failed") from error


def whole(path: Path, is_packed: bool, limits: Limits) -> bytes:
    """All of a document's content. Raises InputError, also (``too_large``) beyond ``limits.document_bytes``."""
    pieces, size = [], 0
    with opened(path) as file:
        for piece in chunks(file, is_packed, limits):
            size += len(piece)
            if size > limits.document_bytes:
                # A bomb is told from a large document by reading on, which costs nothing but time.
                if is_packed and os.fstat(file.fileno()).st_size * limits.expansion_ratio < size:
                    raise InputError(
                        "gzip_bomb", f"it expands beyond the limit expansion_ratio of {limits.expansion_ratio}"
                    )
                raise InputError("too_large", f"it is over the limit document_bytes of {limits.document_bytes:,} bytes")
            pieces.append(piece)
    return b"".join(pieces)


class Lines:
    """The lines of a feed, one at a time. ``encoding`` is what the feed is in, ``utf-8`` unless it shows otherwise.

    Iterating gives the bytes of each line that is not blank, in UTF-8 where the feed is UTF-16 or UTF-32, or the
    number of bytes of a line that is over ``most_bytes``. Raises InputError (also ``binary``).
    """

    def __init__(self, pieces: Iterator[bytes], most_bytes: int):
        self.encoding = "utf-8"
        self._pieces = pieces
        self._most_bytes = most_bytes

    def __iter__(self) -> Iterator[bytes | int]:
        rest: list[bytes] = []
        size = 0
        for piece in self._transcoded():
            *ended, last = piece.split(b"\n")
            for line in ended:
                size += len(line)
                rest.append(line)
                if size > self._most_bytes:
                    yield size
                elif whole_line := b"".join(rest).strip():
                    yield whole_line
                rest, size = [], 0
            size += len(last)
            if size <= self._most_bytes:
                rest.append(last)
            else:
                rest = []  # too long already: only its size is kept
        if size > self._most_bytes:
            yield size
        elif whole_line := b"".join(rest).strip():
            yield whole_line

    def _transcoded(self) -> Iterator[bytes]:
        first = next(self._pieces, b"")
        kind = looks_binary(first)
        if kind:
            raise InputError("binary", f"this is {kind}")
        mark = mark_of(first)
        name = mark[0] if mark else sniff_utf16(first)
        first = first[mark[1] :] if mark else first
        if name in (None, "utf-8"):
            yield first
            yield from self._pieces
            return
        self.encoding = name
        decoder = codecs.getincrementaldecoder(name)("replace")
        yield decoder.decode(first).encode("utf-8", "replace")
        for piece in self._pieces:
            yield decoder.decode(piece).encode("utf-8", "replace")
        yield decoder.decode(b"", True).encode("utf-8", "replace")
