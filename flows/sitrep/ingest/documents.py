"""A text and what is known about it, made into a Document."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from sitrep import patterns as re
from sitrep.ingest import dateline, frontmatter, head, language, repairing
from sitrep.ingest.sidecar import Provenance, timestamp_day
from sitrep.model import Document, Element

if TYPE_CHECKING:
    from sitrep.ingest.html import Rendered

MEDIA_TYPES = ("text/plain", "text/markdown", "text/html")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?![\d])")
_IS_HTML = re.compile(r"\s{0,1000}(?:<\?xml[^<>]{0,200}\?>\s{0,100})?<(?:!doctype\s+html|html)\b", re.I)
_UNSEEN = re.compile("[\ufeff\u200b]+")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from: its path and record, the bytes' encoding and their SHA-256 in hexadecimal."""

    source_path: str
    source_record: int | None
    encoding: str
    source_sha256: str
    patched: bool = False


class Ids:
    """Document ids that tell equal texts of one run apart.

    An id is the first 16 hexadecimal digits of the SHA-256 of the text (UTF-8). Where a text comes a second time in a
    run, the id is taken from the text, the source path and the record together, so that it does not depend on what
    else is in the run or how often the text came before.
    """

    def __init__(self) -> None:
        self._seen: set[bytes] = set()

    def of(self, text: str, source_path: str, source_record: int | None) -> str:
        body = text.encode("utf-8", "replace")
        digest = sha256(body).digest()[:8]
        if digest in self._seen:
            place = f"\0{source_path}\0{'' if source_record is None else source_record}"
            digest = sha256(body + place.encode("utf-8", "replace")).digest()[:8]
        self._seen.add(digest)
        return digest.hex()


def build(
    markup: str, media_type: str, source: Source, known: Provenance, ids: Ids, title: str | None = None
) -> Document:
    """The document of a decoded text. ``title`` is the headline of a feed's record, which goes before its body.

    What ``known`` does not tell is read from the text: from the metadata of HTML, else from the head of the text.
    """
    rendered = None
    elements: tuple[Element, ...] = ()
    text = repairing.folded_lines(markup)
    if media_type == "text/plain" and _IS_HTML.match(text):
        media_type = "text/html"  # saved under the wrong name, as scrapers do
    elif media_type == "text/markdown":
        before, text = frontmatter.split(text)
        known = known.over(clean(before))
    if media_type == "text/html":
        from sitrep.ingest import html  # lxml is loaded for HTML only

        rendered = html.render(text)
        text, elements = rendered.text, rendered.elements
    if title:
        text, elements = _headed(title, text, elements)
    repaired = repairing.repair(text)
    text, elements = repaired.text, repaired.moved_elements(elements)
    known = known.over(_clean(_stated(rendered))) if rendered else known
    first = head.read(text)
    published, basis = _published(known, first, text)
    mojibake = repaired.has_mojibake or source.patched
    return Document(
        doc_id=ids.of(text, source.source_path, source.source_record),
        source_path=source.source_path,
        source_record=source.source_record,
        media_type=media_type,
        encoding=source.encoding,
        text=text,
        title=known.title or first.title,
        title_guessed=not known.title,
        byline=known.byline or first.byline,
        published_edtf=published,
        published_basis=basis,
        language=language.settle(language.code(known.language), text),
        url=known.url,
        publisher=known.publisher,
        licence=known.licence,
        retrieved=known.retrieved,
        source_sha256=source.source_sha256,
        flags=("mojibake",) if mojibake else (),
        repairs=repaired.repairs,
        elements=elements,
    )


def _headed(title: str, text: str, elements: tuple[Element, ...]) -> tuple[str, tuple[Element, ...]]:
    """The text with its title before it, unless it opens with the title already."""
    if text.lstrip(" \n#*").startswith(title):
        return text, elements
    shift = len(title) + 2
    moved = tuple(
        Element(e.tag, e.char_start + shift, e.char_end + shift, e.parent + 1 if e.parent >= 0 else -1, e.attributes)
        for e in elements
    )
    if elements:
        moved = (Element("h1", 0, len(title), -1, {}), *moved)
    return f"{title}\n\n{text}", moved


def _stated(rendered: Rendered) -> Provenance:
    return Provenance(
        url=rendered.url,
        publisher=rendered.publisher,
        title=rendered.title,
        byline=rendered.byline,
        published=rendered.published_edtf,
        language=rendered.language,
    )


def _clean(known: Provenance) -> Provenance:
    """Metadata with its wrongly decoded characters put right too."""

    def right(value: str | None) -> str | None:
        return _UNSEEN.sub("", repairing.repair(value).text).strip() or None if value else None

    return Provenance(
        known.url, right(known.publisher), right(known.title), right(known.byline), known.published, known.language,
        known.licence, known.retrieved,
    )  # fmt: skip


def clean(known: Provenance) -> Provenance:
    """Metadata of a sidecar or a feed: wrongly decoded characters put right, ``published`` as an EDTF day or None."""
    cleaned = _clean(known)
    day = timestamp_day(cleaned.published) if cleaned.published else None
    return cleaned if day == cleaned.published else Provenance(published=day).over(_without_day(cleaned))


def _without_day(known: Provenance) -> Provenance:
    return Provenance(
        known.url, known.publisher, known.title, known.byline, None, known.language, known.licence, known.retrieved
    )


def _published(known: Provenance, first: head.Head, text: str) -> tuple[str | None, str | None]:
    """The publication date and its basis: metadata, else a dateline, else the day in the path of the URL."""
    if known.published:
        return known.published, "metadata"
    written = dateline.read(first, text)
    if written:
        return written, "dateline"
    match = _URL_DAY.search(known.url or "")
    day = dateline.value(f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}") if match else None
    return (day, "metadata") if day else (None, None)
