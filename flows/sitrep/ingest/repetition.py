"""Lines that stand in several documents of the same publisher: menus, prompts, footers, and some headings.

Which of them are no part of an article is for layout to say; here they are only found. Copies of a document count as
one with it. Lines are compared without regard to case, white space and the addresses of Markdown links.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit
from zlib import crc32

from sitrep import patterns as re
from sitrep.model import Document

LEAST_DOCUMENTS = 3
# A menu entry or a prompt is no longer (code points); longer lines are paragraphs, which agencies repeat too.
_LONGEST = 240
_ADDRESS = re.compile(r"\]\([^()\n]{0,2000}\)")
_BUCKETS = 1 << 20


def mark(documents: list[Document], duplicate_of: Mapping[str, str]) -> None:
    """Give each document its ``repeated`` lines, in place: those of three documents of its publisher, or more.

    ``duplicate_of`` maps the ``doc_id`` of a copy to that of the first document with its body. Documents are of one
    publisher where they share the host of their URL, else the name of the publisher, else the folder or feed they
    stand in. Takes time linear in the texts, and memory for a count of one byte a line and the repeated lines.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for position, document in enumerate(documents):
        groups[_publisher(document)].append(position)
    for positions in groups.values():
        firsts = [documents[i] for i in positions if documents[i].doc_id not in duplicate_of]
        if len(firsts) < LEAST_DOCUMENTS:
            continue
        repeated = _repeated(firsts)
        for i in positions if repeated else ():
            spans = tuple((start, end) for start, end, key in _lines(documents[i].text) if key in repeated)
            documents[i] = replace(documents[i], repeated=spans)


def _publisher(document: Document) -> str:
    host = _host(document.url)
    if host:
        return f"host {host}"
    if document.publisher:
        return f"publisher {document.publisher.casefold()}"
    if document.source_record is not None:
        return f"feed {document.source_path}"
    return f"folder {document.source_path.rpartition('/')[0]}"


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:  # brackets that hold no address: the URL tells no publisher
        return ""


def _repeated(documents: list[Document]) -> frozenset[str]:
    """The lines that stand in enough documents. Few do: the others are sorted out by rough counts of their hashes."""
    rough = bytearray(_BUCKETS)
    for document in documents:
        for bucket in {crc32(key.encode("utf-8", "replace")) % _BUCKETS for _, _, key in _lines(document.text)}:
            rough[bucket] = min(rough[bucket] + 1, LEAST_DOCUMENTS)
    counts: Counter[str] = Counter()
    for document in documents:
        keys = {key for _, _, key in _lines(document.text)}
        counts.update(key for key in keys if rough[crc32(key.encode("utf-8", "replace")) % _BUCKETS] >= LEAST_DOCUMENTS)
    return frozenset(key for key, count in counts.items() if count >= LEAST_DOCUMENTS)


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """The lines that may be a page's, each with its span (without the white space around it) and what it is told by."""
    at = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            shown = _ADDRESS.sub("]", line) if "](" in line else line
            if len(shown) <= _LONGEST:
                start = at + len(raw) - len(raw.lstrip())
                yield start, start + len(line), " ".join(shown.lower().split())
        at += len(raw) + 1
