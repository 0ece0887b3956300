"""Tell drafts apart: title, byline, headings, captions, questions, and what is no part of the article."""

from __future__ import annotations

from sitrep import clock
from sitrep import patterns as re
from sitrep.layout import bylines, faq, headings, shared_lines, surroundings
from sitrep.layout.drafts import Draft
from sitrep.layout.title import find_title
from sitrep.layout.words import is_prose
from sitrep.model import Document

# One question and nothing else, as a headline asks it.
_ASKS_ONCE = re.compile(r"[^.!?…]{1,200}\?[\"'”’»)*_]{0,3}")
# A stop between two sentences.
_SENTENCES = re.compile(r"[a-z)\d][.!?][\"”’)]?\s+[“\"‘(]?[A-Z]")


def classify(drafts: list[Draft], document: Document) -> None:
    """Give every draft its final kind, level, section and pair, in place."""
    for i in clock.hours((i, draft.words) for i, draft in enumerate(drafts)):
        drafts[i].at_hour = True
    headings.mark_labelled_captions(drafts)
    surroundings.mark_own_words(drafts)
    shared_lines.mark(drafts, document)
    prose = [i for i, draft in enumerate(drafts) if is_prose(draft)]
    body = _first_prose(drafts, prose)
    faq.mark_interview(drafts)
    bylines.mark_statements(drafts)
    surroundings.mark_contents(drafts, body)
    bylines.mark_top(drafts, body)
    title = find_title(drafts, body, document)
    surroundings.mark_top(drafts, title, body)
    if title >= 0:
        drafts[title].kind, drafts[title].level = "title", 1
        _mark_standfirst(drafts, title, body)
    surroundings.mark_boxes(drafts, title)
    surroundings.mark_end(drafts)
    end = max((i for i in prose if is_prose(drafts[i])), default=len(drafts) - 1)
    bylines.mark_end(drafts, body, end)
    surroundings.mark_writers(drafts, body)
    end = max((i for i in prose if is_prose(drafts[i])), default=len(drafts) - 1)
    headings.mark_captions(drafts)
    headings.mark_headings(drafts)
    surroundings.mark_tail(drafts, end)
    faq.pair(drafts)
    _mark_numbered_paragraphs(drafts)
    _finish(drafts)


def _first_prose(drafts: list[Draft], prose: list[int]) -> int:
    """The index of the first prose: a headline at the very top may ask, and is none."""
    if len(prose) > 1 and prose[0] == 0 and not drafts[0].is_long and _ASKS_ONCE.fullmatch(drafts[0].words):
        return prose[1]
    return prose[0] if prose else len(drafts)


def _mark_standfirst(drafts: list[Draft], title: int, body: int) -> None:
    """A line between title and byline goes on with the title; a sentence sums the article up, and heads nothing."""
    later = [i for i in range(title + 1, body) if drafts[i].kind != "boilerplate"]
    if len(later) > 1 and drafts[later[0]].kind == "" and drafts[later[1]].kind == "byline":
        line = drafts[later[0]]
        line.kind = "byline" if bylines.has_parts(line) else "paragraph" if line.has_stop else "heading"


def _mark_numbered_paragraphs(drafts: list[Draft]) -> None:
    """The numbered paragraphs of a statement are no list: most have several sentences, and blank lines part them."""
    numbered = [draft for draft in drafts if draft.kind == "bullet" and draft.sign == "1" and not draft.in_html]
    several = sum(draft.after_blank and _SENTENCES.search(draft.words) is not None for draft in numbered)
    if 2 * several > len(numbered):
        for draft in numbered:
            draft.kind = "paragraph"


def _finish(drafts: list[Draft]) -> None:
    section: str | None = None
    indents: list[int] = []
    for draft in drafts:
        draft.section = section
        if draft.kind == "":
            draft.kind = "paragraph"
        if draft.kind == "heading":
            draft.level = draft.level or 2
            section = " ".join(draft.words.split()) or None
        if draft.kind == "bullet":
            draft.level = _nesting(indents, draft.level or 0)
            continue
        indents = []
        if draft.kind not in ("heading", "title"):
            draft.level = None


def _nesting(indents: list[int], indent: int) -> int:
    """How deep a bullet is nested, from 1, by the indents of the list so far; keeps them up to date."""
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents)
