"""Headings and captions, told by their form and by what stands beside them."""

from __future__ import annotations

from sitrep import patterns as re
from sitrep.layout.bylines import is_time_line
from sitrep.layout.drafts import Draft
from sitrep.layout.words import words

_OPEN_ENDS = frozenset(",;—–-")
_ENDS_AS_SENTENCE = re.compile(r"[.!…,;:]\W*\Z")
_TIME = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")
# Who speaks, in a transcript.
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,30}(?:, [A-Z ]{2,20})?: \S")
# A sentence that another one follows.
_TELLS = re.compile(r"[a-z]{3}\. [A-Z]")
_LABEL = re.compile(r"\W*\w+(?:\s+\w{1,5})?\s*[.:–—-]")
_CREDIT = re.compile(
    lambda: (
        rf"(?:\A|[.)\]!?”\"]\s*[(\[]?|\()(?:file\s)?{re.any_of(words().pictures)}"
        rf"(?:\s{re.any_of(words().behind_pictures)})?\s*[:/]"
    ),
    re.I,
)
_SOURCE = re.compile(lambda: rf"\({re.any_of(words().caption_starts)}\s*:", re.I)
_ENDS_IN_CREDIT = re.compile(
    lambda: rf"[.!?]\s*[(\[]?{re.any_of(words().before_pictures)} {re.any_of(words().pictures)}[)\]]?\.?\Z", re.I
)
_GREETS = frozenset(":,!")
_MAX_CHARS, _MAX_WORDS = 160, 18
_MAX_CAPTION_CHARS, _MAX_CREDIT_WORDS = 400, 60
# So many lines without sentences in a row are a list, whatever they look like.
_LIST_RUN = 4


def mark_labelled_captions(drafts: list[Draft]) -> None:
    """Mark lines that say themselves that they are captions."""
    for draft in drafts:
        if (
            draft.kind == ""
            and draft.words
            and draft.words[0] in "[CIPcip"
            and draft.char_end - draft.char_start <= _MAX_CAPTION_CHARS
        ):
            bracketed = draft.words[0] == "[" and draft.words[-1] == "]" and _LABEL.match(draft.words)
            if draft.folded.startswith(words().caption_labels) or (
                bracketed and not words().pictures.isdisjoint(draft.tokens[:1])
            ):
                draft.kind = "caption"


def mark_captions(drafts: list[Draft]) -> None:
    """Mark what captions a picture or a table beside it, and lines that say whose picture it is."""
    for i, draft in enumerate(drafts):
        if draft.kind != "" or draft.char_end - draft.char_start > _MAX_CAPTION_CHARS:
            continue
        before = drafts[i - 1].kind if i else ""
        after = drafts[i + 1].kind if i + 1 < len(drafts) else ""
        italic = draft.emphasis == "italic" and before in ("image", "table")
        if italic or _is_labelled(draft, before, after) or _is_credit(draft, before) or _is_over_table(drafts, i):
            draft.kind = "caption"


def _is_over_table(drafts: list[Draft], i: int) -> bool:
    """Whether a line names the table right below it: no blank line parts the two, or it names the table's source."""
    draft = drafts[i]
    below = drafts[i + 1] if i + 1 < len(drafts) else None
    if (
        below is None
        or below.kind != "table"
        or draft.has_stop
        or draft.words[-1] in _OPEN_ENDS
        or draft.words[-1] == ":"
    ):
        return False
    glued = draft.after_blank and not below.after_blank and draft.n_words <= _MAX_WORDS
    return glued or (not draft.is_long and bool(_SOURCE.search(draft.words)))


def _is_labelled(draft: Draft, before: str, after: str) -> bool:
    beside = before in ("image", "table") or after in ("table", "image")
    return beside and not words().caption_starts.isdisjoint(draft.tokens[:1]) and bool(_LABEL.match(draft.words))


def _is_credit(draft: Draft, before: str) -> bool:
    """Whether a line says whose picture it is."""
    if not words().pictures.isdisjoint(draft.tokens[-1:]) and _ENDS_IN_CREDIT.search(draft.words):
        return True
    if before != "image" and ":" not in draft.words and "/" not in draft.words:
        return False
    if draft.n_words > _MAX_CREDIT_WORDS:
        return False
    if before == "image" and any(credit in f" {draft.folded} " for credit in words().credits):
        return True
    return not words().pictures.isdisjoint(draft.tokens) and bool(_CREDIT.search(draft.words))


def mark_headings(drafts: list[Draft]) -> None:
    """Mark the headings among lines that are no sentences, and give each its level."""
    may_head = [_may_head(draft) for draft in drafts]
    last = max(
        (i for i, d in enumerate(drafts) if d.kind not in ("boilerplate", "byline") and not may_head[i]), default=-1
    )
    spaced = 2 * sum(draft.after_blank for draft in drafts) > len(drafts)
    i = 0
    while i <= last:
        if not may_head[i]:
            i += 1
            continue
        j = i
        while may_head[j + 1]:
            j += 1
        for k in range(i, j + 1):
            if drafts[k].kind == "heading" or _heads(drafts, i, j, k, spaced):
                _mark_heading(drafts, k, below=k > i and drafts[k - 1].kind == "heading")
            else:
                drafts[k].kind = "paragraph"
        i = j + 1
    for i, draft in enumerate(drafts):
        if draft.kind == "bullet" and draft.sign == "1" and _is_numbered_heading(drafts, i):
            draft.kind, draft.level = "heading", 2


def _mark_heading(drafts: list[Draft], i: int, below: bool) -> None:
    draft = drafts[i]
    if draft.level is None or draft.sign == "1":
        draft.level = 3 if below and draft.sign != "1" else 2
    draft.kind = "heading"


def _heads(drafts: list[Draft], i: int, j: int, k: int, spaced: bool) -> bool:
    """Whether line ``k`` of a run ``i`` to ``j`` of lines without sentences is a heading and no entry of a list."""
    if drafts[k].emphasis or _timed(drafts[k]) or (k > i and is_time_line(drafts[k - 1])):
        return True
    if drafts[k].after_blank and drafts[k].words.isupper() and k + 1 < len(drafts) and not _in_capitals(drafts[k + 1]):
        return True
    if spaced:
        listed = (k > i and not drafts[k].after_blank) or (k < j and not drafts[k + 1].after_blank)
        followed_by_list = k + 2 <= j and drafts[k + 1].after_blank and not drafts[k + 2].after_blank
        if listed and not (k == j and drafts[j + 1].kind == "" and not drafts[j + 1].after_blank):
            return drafts[k].words.endswith(":") and k == i
        if followed_by_list:
            return True
    return j - i + 1 < _LIST_RUN or k >= j - 1


def _timed(draft: Draft) -> bool:
    """Whether a line opens with a time of day."""
    return draft.at_hour or bool(_TIME.match(draft.words))


def _in_capitals(draft: Draft) -> bool:
    """Whether a line in capitals goes on the one above it."""
    return not draft.after_blank and draft.words.isupper()


def _is_numbered_heading(drafts: list[Draft], i: int) -> bool:
    draft = drafts[i]
    if draft.n_words > _MAX_WORDS or _ENDS_AS_SENTENCE.search(draft.words) or i + 1 >= len(drafts):
        return False
    in_list = i > 0 and drafts[i - 1].kind == "bullet" and drafts[i - 1].sign == "1"
    listed = drafts[i + 1].kind == "bullet" and drafts[i + 1].sign != "1" and drafts[i + 1].after_blank
    return (listed or drafts[i + 1].kind in ("", "paragraph", "caption", "table", "heading")) and not in_list


def _may_head(draft: Draft) -> bool:
    if draft.kind == "heading":
        return True
    text = draft.words
    if draft.kind != "" or len(text) > _MAX_CHARS or not draft.folded or len(draft.line_starts) > 1:
        return False
    if text[-1] in _OPEN_ENDS or draft.n_words > _MAX_WORDS:
        return False
    if text[0] == "(" and text[-1] == ")":
        return False  # a note
    if f"{draft.folded} ".startswith(words().salutations) and text[-1] in _GREETS:
        return False
    if _timed(draft) and not text.endswith("."):
        return True
    if text[-1] == ":":
        return draft.emphasis == "bold" or text.isupper() or words().finite.isdisjoint(draft.tokens)
    if draft.has_stop:
        asks = text.rstrip("\"'”’»)*_")[-1:] == "?" and not (_SPEAKER.match(text) or _TELLS.search(text))
        return asks or (draft.emphasis == "bold" and draft.n_words <= 12)
    return text[0].isupper() or text[0].isdigit() or text[0] in "“\"‘'«(¿" or draft.emphasis == "bold"
