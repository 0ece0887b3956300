"""Questions and their answers: signed ``Q:`` and ``A:``, or headings that ask, in interviews and lists of questions."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons
from sitrep.folding import fold
from sitrep.layout.drafts import Draft

# From so many headings that ask on, most of all headings, a text is one of questions and answers.
_MIN_ASKING = 3


@cache
def _faq_heads() -> frozenset[str]:
    return frozenset(" ".join(fold(head).split()) for head in lexicons.load("layout_words")["faq_heads"])


def _asks(draft: Draft) -> bool:
    return draft.words.rstrip("\"'”’»)*_ ").endswith("?")


def pair(drafts: list[Draft]) -> None:
    """Mark questions and answers and give each pair its id, in place."""
    _mark_questions(drafts)
    number, answered, most = 0, 0, 1
    last_question = max((i for i, draft in enumerate(drafts) if draft.kind == "question"), default=-1)
    question: Draft | None = None
    for i, draft in enumerate(drafts):
        if draft.kind == "question":
            number, answered, question = number + 1, 0, draft
            draft.pair_id = f"q{number}"
            last = i == last_question
        elif draft.kind == "answer":
            if question is None:
                draft.kind = ""
                continue
            draft.pair_id, answered = question.pair_id, answered + 1
        elif question is not None and draft.kind in ("", "paragraph", "bullet", "quote"):
            if last and answered >= most:
                question = None
                continue
            answered += 1
            draft.pair_id = question.pair_id
            if draft.kind in ("", "paragraph"):
                draft.kind = "answer"
            most = max(most, answered) if not last else most
        elif draft.kind in ("heading", "title"):
            question = None


def _mark_questions(drafts: list[Draft]) -> None:
    headings = [d for d in drafts if d.kind == "heading"]
    asking = [d for d in headings if _asks(d)]
    many = len(asking) >= _MIN_ASKING and 2 * len(asking) > len(headings)
    level: int | None = None
    inside = False
    for i, draft in enumerate(drafts):
        if draft.kind == "heading":
            if draft.folded in _faq_heads() or any(draft.folded.endswith(f" {head}") for head in _faq_heads()):
                inside, level = True, draft.level
            elif _asks(draft) and (inside or many):
                draft.kind = "question"
            elif inside and level is not None and (draft.level or 2) <= level:
                inside = False
        elif draft.kind in ("", "bullet") and inside and _asks(draft) and draft.n_words <= 30:
            following = drafts[i + 1] if i + 1 < len(drafts) else None
            if following is not None and following.kind in ("", "paragraph", "answer"):
                draft.kind = "question"
