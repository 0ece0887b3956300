"""Lay a document out: which stretch of its text is what, the sentences of the article, where the text is damaged."""

from __future__ import annotations

from bisect import bisect_left

from sitrep.layout import html_blocks, plain, quality, sentences
from sitrep.layout.drafts import Draft
from sitrep.layout.kinds import classify
from sitrep.layout.view import blank_markup
from sitrep.model import Block, Document, Page, Sentence

# The word lists that tell garbled tokens are of English texts; an unknown language is taken for it.
_READ_LANGUAGES = (None, "en")
_UNSPLIT = frozenset({"title", "heading", "byline", "image"})


def read(document: Document) -> Page:
    """The page of a document of any media type. Its blocks cover the text in order; see ``model.Page``."""
    text = document.text
    drafts = html_blocks.read(document) if document.elements else plain.read(text)
    classify(drafts, document)
    view = _view(text, drafts)
    garbled = quality.garbled(view) if document.language in _READ_LANGUAGES else []
    blocks: list[Block] = []
    found: list[Sentence] = []
    damage = _Damage(document, garbled)
    for seq, draft in enumerate(drafts):
        flags = damage.flags(draft.char_start, draft.char_end)
        blocks.append(
            Block(
                seq,
                draft.kind,
                draft.char_start,
                draft.char_end,
                draft.level,
                draft.section,
                draft.pair_id,
                flags,
                draft.source_form,
            )
        )
        if draft.kind == "boilerplate":
            continue
        for start, end in _sentence_spans(view, draft):
            flags = damage.flags(start, end) if damage else ()
            found.append(Sentence(len(found), seq, start, end, sentences.case_of(view[start:end]), flags))
    return Page(document, view, blocks, found, garbled, quality.count_words(text))


def _sentence_spans(view: str, draft: Draft) -> list[tuple[int, int]]:
    if draft.kind == "table":
        return draft.rows
    start, end = draft.inner, draft.char_end
    if draft.kind in _UNSPLIT:
        body = view[start:end]
        left = len(body) - len(body.lstrip())
        return [(start + left, start + len(body.rstrip()))] if body.strip() else []
    return sentences.split(view, start, end)


def _view(text: str, drafts: list[Draft]) -> str:
    """``Page.view``: markup, signs and boilerplate blanked, the lines of a block joined by spaces."""
    blanked = blank_markup(text)
    pieces: list[str] = []
    at = 0
    for draft in drafts:
        start, inner, end = draft.char_start, draft.inner, draft.char_end
        pieces.append(text[at:start])
        if draft.kind == "boilerplate":
            pieces.append(" " * (end - start))
        else:
            body = blanked[inner:end]
            if draft.kind != "table":
                body = body.replace("\n", " ")
                if draft.kind == "quote":
                    body = body.replace(" > ", "   ")
            pieces.append(" " * (inner - start) + body)
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


class _Damage:
    """Where a text is damaged, asked by stretch."""

    def __init__(self, document: Document, garbled: list[tuple[int, int]]):
        self.text = document.text
        self.garbled = [start for start, _ in garbled]
        self.repaired = sorted(repair.char_start for repair in document.repairs)
        self.lost = "\ufffd" in document.text

    def __bool__(self) -> bool:
        return bool(self.garbled or self.repaired or self.lost)

    def flags(self, start: int, end: int) -> tuple[str, ...]:
        flags = []
        if _any_in(self.garbled, start, end):
            flags.append("garbled")
        if _any_in(self.repaired, start, end) or (self.lost and self.text.find("\ufffd", start, end) >= 0):
            flags.append("mojibake")
        return tuple(flags)


def _any_in(starts: list[int], start: int, end: int) -> bool:
    i = bisect_left(starts, start)
    return i < len(starts) and starts[i] < end
