"""Bytes to text: which encoding they are in, found in a fixed order, and what could not be decoded.

The order: a byte order mark; UTF-16 without a mark, by where its zero bytes stand; valid UTF-8; the encoding that a
document declares; UTF-8 with some bytes of Windows-1252 among it; Windows-1251, KOI8-R or Windows-1252 by the letters
they would give; whatever charset-normalizer finds.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from sitrep import patterns as re
from sitrep.ingest.rejecting import reject
from sitrep.model import Reject

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "gzip data without the suffix .gz"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a database"),
)
_SAMPLE = 64 * 1024
_LEAST_COHERENCE = 0.2
# The share of control characters that no text has; stray ones are met in texts that went through a terminal.
_MOST_CONTROLS = 0.02
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})|<\?xml[^>]{0,100}?encoding=[\"']([\w.-]{2,40})",
    re.I,
)
_CYRILLIC_RUN = re.compile(rb"[\xa8\xb8\xc0-\xff]{3,}")
# Letters that make up two thirds of any Russian, Ukrainian or Bulgarian text.
_COMMON_CYRILLIC = frozenset("оеаинтсрвлкмд")
_BAD_RUN = re.compile("[\udc80-\udcff]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the encoding it was in (IANA name, lower case).

    A byte that fits no encoding is U+FFFD in the text. ``patched`` tells that some bytes were in another encoding
    than the rest.
    """

    text: str
    encoding: str
    patched: bool = False


def looks_binary(data: bytes) -> str | None:
    """What the bytes are where they are no text in any encoding, else None."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return None
    sample = data[:_SAMPLE]
    if sniff_utf16(sample):
        return None
    n_controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if n_controls > max(1, len(sample) * _MOST_CONTROLS):
        return f"data with {n_controls} control characters in its first {len(sample):,} bytes"
    return None


def sniff_utf16(data: bytes) -> str | None:
    """``utf-16le`` or ``utf-16be`` where the bytes can be nothing else, though no mark says so."""
    sample = data[: min(len(data), 4096) // 2 * 2]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    for name, high, low in (("utf-16le", sample[1::2], sample[0::2]), ("utf-16be", sample[0::2], sample[1::2])):
        # The high bytes of a text come from few alphabets: Latin (00), Cyrillic (04), punctuation (20).
        usual = sum(high.count(page) for page in (0x00, 0x03, 0x04, 0x05, 0x06, 0x20))
        if high.count(0) * 20 >= len(high) and usual >= 0.95 * len(high) and low.count(0) * 10 <= len(low):
            try:
                text = sample.decode(name)
            except UnicodeDecodeError:
                continue
            if sum(c.isprintable() or c in "\n\r\t" for c in text) >= 0.98 * len(text):
                return name
    return None


def mark_of(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark tells, and the length of the mark."""
    return next(((name, len(mark)) for mark, name in _MARKS if data.startswith(mark)), None)


def decode(data: bytes, source_path: str, source_record: int | None = None, is_html: bool = False) -> Decoded | Reject:
    """The text of the bytes; a reject (``empty``, ``binary``, ``undecodable``) where they have none."""

    def refuse(reason: str, detail: str) -> Reject:
        return reject(reason, source_path, detail, len(data), source_record)

    if not data:
        return refuse("empty", "the input has no bytes")
    kind = looks_binary(data)
    if kind:
        return refuse("binary", f"this is {kind}")
    decoded = _decode(data, is_html)
    if decoded is None:
        return refuse("undecodable", "the bytes are text in no encoding that is known here")
    if not decoded.text.strip("\ufeff \t\r\n\f\v\u00a0"):
        return refuse("empty", "the input holds nothing but white space")
    return decoded


def _decode(data: bytes, is_html: bool) -> Decoded | None:
    mark = mark_of(data)
    if mark:
        name, length = mark
        text = data[length:].decode(name, "replace")
        return Decoded(text, name, "\ufffd" in text)
    wide = sniff_utf16(data)
    if wide:
        text = data.decode(wide, "replace")
        return Decoded(text, wide, "\ufffd" in text)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass  # not valid UTF-8: the next guesses are below
    declared = _declared(data) if is_html else None
    if declared:
        return declared
    return _mostly_utf8(data) or _single_byte(data) or _by_statistics(data)


def _declared(data: bytes) -> Decoded | None:
    match = _DECLARED.search(data, 0, 4096)
    if not match:
        return None
    name = (match[1] or match[2]).decode("ascii").lower()
    # Browsers read these as their Windows supersets (WHATWG Encoding Standard, 4.2).
    name = {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252"}.get(name, name)
    try:
        if name.startswith("utf-") or not codecs.lookup(name)._is_text_encoding:
            return None  # it said UTF-8 and is not; or names a codec that makes no text
        return Decoded(data.decode(name), name)
    except (LookupError, UnicodeDecodeError):
        return None  # the declaration is wrong, as many are: the bytes themselves decide


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which some bytes are broken or Windows-1252, as where texts were pasted together or cut off."""
    text = data.decode("utf-8", "surrogateescape")
    n_bad = sum(len(run) for run in _BAD_RUN.findall(text))
    n_good = len(text) - n_bad - len(text.encode("ascii", "ignore"))
    if n_good < 2 * n_bad and not (n_bad <= 3 and n_good and _BAD_RUN.search(text, len(text) - 3)):
        return None
    return Decoded(_BAD_RUN.sub(lambda m: _bytes_of(m[0]).decode("windows-1252", "replace"), text), "utf-8", True)


def _bytes_of(run: str) -> bytes:
    return run.encode("utf-8", "surrogateescape")


def _single_byte(data: bytes) -> Decoded | None:
    sample = data[:_SAMPLE]
    runs = b" ".join(_CYRILLIC_RUN.findall(sample))
    n_high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    if len(runs) - runs.count(b" ") >= 0.6 * n_high:
        scores = {}
        for name in ("windows-1251", "koi8-r"):
            letters = runs.decode(name, "ignore")
            # Capitals are rare in text; the other encoding's small letters would come out as capitals.
            scores[name] = sum(c in _COMMON_CYRILLIC for c in letters) / max(1, len(letters) - letters.count(" "))
        best = max(scores, key=lambda name: scores[name])
        if scores[best] >= 0.45:
            text = data.decode(best, "replace")
            return Decoded(text, best, "\ufffd" in text)
    text = data.decode("windows-1252", "replace")
    plain = sum(c < 128 for c in sample)
    # Western text is at least four fifths ASCII, and its other letters stand between ASCII ones.
    if plain >= 0.8 * len(sample) and text.count("\ufffd") <= 0.01 * len(text):
        return Decoded(text, "windows-1252", "\ufffd" in text)
    return None


def _by_statistics(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # slow to load, and needed for few inputs

    best = from_bytes(data[:_SAMPLE], threshold=0.2).best()
    # Of bytes that are no text some Asian encoding always makes characters, but no words.
    if best is None or best.coherence < _LEAST_COHERENCE:
        return None
    text = data.decode(best.encoding, "replace")
    if text.count("\ufffd") > 0.01 * len(text):
        return None
    name = best.encoding.replace("_", "-").replace("cp125", "windows-125")
    return Decoded(text, name, "\ufffd" in text)
