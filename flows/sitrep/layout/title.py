"""Find the title among the lines above the article."""

from __future__ import annotations

import re

from sitrep.folding import fold
from sitrep.layout.drafts import Draft
from sitrep.model import Document

_STOP = re.compile(r"[.;,][\"'”’»)\]*_]*\Z")
_MAX_CHARS, _MAX_WORDS = 240, 34
_BODY_CHARS = 3000
# How far below the best score the first candidate may stay and still be the title.
_SLACK = 0.3


def find_title(drafts: list[Draft], body: int, document: Document) -> int:
    """The index of the title, -1 where the text has none; ``body`` is the index of the first prose."""
    if document.title:
        wanted = _fold(document.title)
        same = [
            i for i, d in enumerate(drafts) if d.kind in ("", "heading", "boilerplate", "byline") and _same(d, wanted)
        ]
        if same:
            return next((i for i in same if not drafts[i].outside), same[0])
    candidates = [i for i in range(min(body, len(drafts))) if _may_be_title(drafts[i])]
    if not candidates:
        return -1
    if len(candidates) == 1 and candidates[0] == 0 and body == 0:
        return -1
    text = drafts[0].text
    start = drafts[body].char_start if body < len(drafts) else drafts[candidates[-1]].char_end
    vocabulary = {word[:6] for word in fold(text[start : start + _BODY_CHARS]).split() if len(word) > 3}
    scores = [_score(drafts, i, vocabulary, candidates) for i in candidates]
    best = max(scores)
    return next(i for i, score in zip(candidates, scores, strict=True) if score >= best - _SLACK)


def _fold(text: str) -> str:
    return " ".join(fold(text).split())


def _same(draft: Draft, wanted: str) -> bool:
    if draft.char_end - draft.char_start > 2 * len(wanted) + 60:
        return False
    return draft.folded == wanted or (len(wanted) > 20 and draft.n_words > 3 and draft.folded.startswith(wanted))


def _may_be_title(draft: Draft) -> bool:
    if draft.kind not in ("", "heading") or draft.outside or draft.char_end - draft.char_start > _MAX_CHARS:
        return False
    if not 1 <= draft.n_words <= _MAX_WORDS or _STOP.search(draft.words) or draft.words.endswith(":"):
        return False
    return draft.kind == "heading" or not draft.words[0].islower()


def _score(drafts: list[Draft], i: int, vocabulary: set[str], candidates: list[int]) -> float:
    draft = drafts[i]
    content = [word[:6] for word in draft.folded.split() if len(word) > 3]
    shared = sum(word in vocabulary for word in content) / len(content) if content else 0.0
    score = shared + 0.5 * (draft.n_words >= 4) + 1.0 * (draft.kind == "heading" and draft.level == 1)
    score += 0.25 * (draft.kind == "heading" and draft.level != 1)
    following = next((d for d in drafts[i + 1 :] if d.kind != "boilerplate"), None)
    if following is not None and following.kind == "byline":
        score += 0.4
    if draft.link_share > 0.8:
        score -= 0.5
    return score
