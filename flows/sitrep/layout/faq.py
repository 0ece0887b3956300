"""Questions and their answers: signed ``Q:`` and ``A:``, or headings that ask, in interviews and lists of questions."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.folding import fold
from sitrep.layout.drafts import Draft

# Who speaks, before what is said: "Ada Mensah: ", "**MODERATOR:** ".
_SPEAKER = re.compile(r"[*_]{0,3}([A-ZÀ-Þ][\w.'’-]{0,24}(?: [A-ZÀ-Þ][\w.'’-]{0,24}){0,3})[*_]{0,3}:[*_]{0,3}\s+\S")
# So many turns of each of two make an interview, if one of them asks in so large a share of them and the others do not.
_MIN_TURNS, _ASKING, _TELLING = 2, 0.6, 0.34
# From so many headings that ask on, most of all headings, a text is one of questions and answers.
_MIN_ASKING = 3
_LONGEST_NAME = 120


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


def mark_interview(drafts: list[Draft]) -> None:
    """Mark the turns of an interview whose speakers are named: those of the one who asks, and those of the others."""
    turns: dict[str, list[Draft]] = {}
    for draft in drafts:
        if (
            draft.kind in ("", "paragraph")
            and ":" in draft.words[:_LONGEST_NAME]
            and (m := _SPEAKER.match(draft.words))
        ):
            turns.setdefault(m[1], []).append(draft)
    turns = {name: said for name, said in turns.items() if len(said) >= _MIN_TURNS}
    asking = {name: sum(map(_asks, said)) / len(said) for name, said in turns.items()}
    askers = [name for name, share in asking.items() if share >= _ASKING]
    tellers = [name for name, share in asking.items() if share <= _TELLING]
    if not askers or not tellers:
        return
    for name, said in turns.items():
        for draft in said:
            draft.kind = "question" if name in askers else "answer"


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
