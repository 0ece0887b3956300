"""What on a page is no part of the article, told by standing on other pages of the same publisher too.

Repetition alone tells little: agencies repeat a paragraph of background in every report, and bulletins their headings.
So a repeated line is the page's only where it speaks to the reader, or where it stands among menus and prompts.
"""

from __future__ import annotations

from sitrep.layout import boilerplate, bylines
from sitrep.layout.drafts import Draft
from sitrep.layout.words import is_prose
from sitrep.model import Document

_MAX_WORDS, _MAX_PROMPT_WORDS, _MAX_ENTRY_WORDS = 14, 60, 4
# So many such lines in a row are a menu beside something else of the page, or by themselves where all are short.
_MIN_BESIDE, _MIN_ALONE = 3, 6


def mark(drafts: list[Draft], document: Document) -> None:
    """Mark the repeated lines of a document that are no part of its article, in place."""
    if not document.repeated:
        return
    starts = {start for start, _ in document.repeated}
    run: list[Draft] = []
    for draft in drafts:
        if _is_repeated(draft, starts) and _is_prompt(draft):
            draft.kind = "boilerplate"
        if draft.kind == "boilerplate" or (_is_repeated(draft, starts) and _may_be_entry(draft)):
            run.append(draft)
            continue
        # The line above a paragraph may as well be its heading.
        if run and is_prose(draft) and run[-1].kind != "boilerplate":
            run.pop()
        _mark_run(run)
        run = []
    _mark_run(run)


def _mark_run(run: list[Draft]) -> None:
    beside = any(draft.kind == "boilerplate" for draft in run)
    short = sum(draft.n_words for draft in run) <= _MAX_ENTRY_WORDS * len(run)
    if len(run) >= (_MIN_BESIDE if beside else _MIN_ALONE) and (beside or short):
        for draft in run:
            draft.kind = "boilerplate"


def _is_repeated(draft: Draft, starts: set[int]) -> bool:
    return draft.char_start in starts and starts.issuperset(draft.line_starts)


def _is_prompt(draft: Draft) -> bool:
    return (
        draft.kind in ("", "bullet", "quote")
        and draft.n_words <= _MAX_PROMPT_WORDS
        and draft.has_stop
        and boilerplate.speaks_to_reader(draft)
    )


def _may_be_entry(draft: Draft) -> bool:
    return (
        draft.kind in ("", "bullet")
        and draft.n_words <= _MAX_WORDS
        and not draft.has_stop
        and not draft.words.endswith(":")
        and not bylines.may_sign(draft)
    )
