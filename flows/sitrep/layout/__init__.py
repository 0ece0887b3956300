"""Lay a document out: which stretch of its text is what, the sentences of the article, where the text is damaged."""

from __future__ import annotations

from sitrep import patterns as re
from sitrep.layout import html_blocks, plain, quality, sentences
from sitrep.layout.damage import Damage, is_broken_url
from sitrep.layout.drafts import Draft
from sitrep.layout.kinds import classify
from sitrep.layout.view import blank_markup
from sitrep.model import Block, Document, Page, Sentence

# The word lists that tell garbled tokens are of English texts; an unknown language is taken for it.
_READ_LANGUAGES = (None, "en")
_SHORT_CAPTION = 160
# A hard space but in a number ("10 000"). It stands first, so that the engine skips to it.
_HARD_SPACE = re.compile(r"\xa0(?:(?<!\d\xa0)|(?!\d))")
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
    damage = Damage(document, garbled, drafts)
    for seq, draft in enumerate(drafts):
        flags = damage.flags(draft.char_start, draft.char_end)
        truncated = damage.is_truncated(draft)
        block_flags = (
            *flags,
            *(("truncated",) if truncated else ()),
            *(("broken_url",) if draft.url is not None and is_broken_url(draft.url) else ()),
        )
        blocks.append(
            Block(
                seq,
                draft.kind,
                draft.char_start,
                draft.char_end,
                draft.level,
                draft.section,
                draft.pair_id,
                tuple(sorted(block_flags)),
                draft.source_form,
            )
        )
        if draft.kind == "boilerplate":
            continue
        spans = _sentence_spans(view, draft)
        for start, end in spans:
            own = damage.flags(start, end) if flags else ()
            if truncated and end == spans[-1][1]:
                own = (*own, "truncated")
            found.append(Sentence(len(found), seq, start, end, sentences.case_of(view[start:end]), own))
    return Page(document, view, blocks, found, garbled, quality.count_words(text))


def _sentence_spans(view: str, draft: Draft) -> list[tuple[int, int]]:
    if draft.kind == "table":
        return draft.rows
    start, end = draft.inner, draft.char_end
    if draft.kind in _UNSPLIT or (draft.kind == "caption" and end - start <= _SHORT_CAPTION):
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
    view = "".join(pieces)
    return _HARD_SPACE.sub(" ", view) if "\xa0" in view else view
