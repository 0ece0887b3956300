"""Tell drafts apart: title, byline, headings, captions, questions, and what is no part of the article."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sitrep import lexicons
from sitrep.folding import fold
from sitrep.layout import boilerplate, faq
from sitrep.layout.drafts import Draft
from sitrep.layout.title import find_title
from sitrep.model import Document

STOP = re.compile(r"[.!?…][\"'”’»)\]*_]*\Z")
_ENDS_OPEN = re.compile(r"[,;—–-]\Z")
_TIME = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")
_DIGIT = re.compile(r"\d")
_BY = re.compile(r"\(?(?:by|from)\s+(?:[A-ZÀ-Þ]|[a-z]+[\d_.]|[a-z]{3,}\Z)", re.I)
_AUTHOR_BOX = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]+ ){1,4}(?:is|was|has been|covers|writes|reports)\b")
_CREDIT = re.compile(
    r"(?:\A|[.)\]!?”\"]\s*[(\[]?|\()(?:file\s)?(?:photo(?:graph)?|image|picture)(?:\s(?:credit|source|by|courtesy))?\s*[:/]",
    re.I,
)
_MAX_HEADING = 160
_MAX_HEADING_WORDS = 18


class _Words(NamedTuple):
    byline_starts: tuple[str, ...]
    byline_inside: tuple[str, ...]
    issuers: frozenset[str]
    calendar: frozenset[str]
    caption_starts: frozenset[str]
    credits: tuple[str, ...]
    finite: frozenset[str]
    stop_words: frozenset[str]
    author_roles: tuple[str, ...]


@cache
def _words() -> _Words:
    lists = lexicons.load("layout_words")
    keys = {name: [" ".join(fold(str(phrase)).split()) for phrase in entries] for name, entries in lists.items()}
    return _Words(
        tuple(keys["byline_starts"]),
        tuple(f" {phrase} " for phrase in keys["byline_inside"]),
        frozenset(keys["issuers"]),
        frozenset(keys["calendar"]),
        frozenset(keys["caption_starts"]),
        tuple(f" {phrase} " for phrase in keys["credits"]),
        frozenset(keys["finite"]),
        frozenset(keys["stop_words"]),
        tuple(f" {role} " for role in lexicons.load("layout_boilerplate")["author_roles"]),
    )


def is_prose(draft: Draft) -> bool:
    """Whether a draft is one sentence of prose or more: long enough, with a stop and words of the grammar."""
    if draft.kind not in ("", "paragraph", "quote", "answer"):
        return False
    if draft.is_long:
        return True
    if draft.n_words < 8 or not STOP.search(draft.words):
        return False
    return len(_words().stop_words.intersection(draft.folded.split())) >= 2


def classify(drafts: list[Draft], document: Document) -> None:
    """Give every draft its final kind, level, section and pair, in place."""
    for draft in drafts:
        if draft.outside or (draft.kind not in ("table", "image") and boilerplate.is_boilerplate(draft)):
            draft.kind = "boilerplate"
    _mark_entries(drafts)
    prose = [i for i, draft in enumerate(drafts) if is_prose(draft)]
    body = prose[0] if prose else len(drafts)
    end = prose[-1] if prose else len(drafts) - 1
    _mark_bylines(drafts, body, end)
    title = find_title(drafts, body, document)
    _mark_boxes(drafts, title)
    _mark_top(drafts, title, body)
    _mark_captions(drafts)
    _mark_headings(drafts, title)
    _mark_tail(drafts, end)
    faq.pair(drafts)
    _finish(drafts)


def is_date_line(draft: Draft) -> bool:
    """Whether a line is a date, perhaps with a time of day, and nothing else."""
    if draft.n_words > 12 or not _DIGIT.search(draft.words):
        return False
    tokens = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", draft.folded).split()
    calendar = _words().calendar
    small = {
        "am",
        "pm",
        "a",
        "p",
        "m",
        "et",
        "gmt",
        "utc",
        "est",
        "edt",
        "bst",
        "cet",
        "cest",
        "ist",
        "at",
        "on",
        "of",
        "the",
        "local",
        "time",
        "t",
        "z",
        "h",
        "hrs",
        "kst",
        "jst",
        "pt",
        "pst",
        "pdt",
        "ct",
        "msk",
        "eet",
        "eest",
    }
    return all(token.isdigit() or token in calendar or token in small for token in tokens) and (
        any(token in calendar for token in tokens) or bool(re.search(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}", draft.words))
    )


def _is_byline(draft: Draft, near_title: bool) -> bool:
    if draft.n_words > 32 or draft.char_end - draft.char_start > 260 or not draft.folded:
        return False
    lists, words, folded = _words(), draft.words.lstrip("*_("), draft.folded
    start = next(
        (p for p in lists.byline_starts if folded.startswith(p) and folded[len(p) : len(p) + 1] in ("", " ")), None
    )
    stopped = STOP.search(words) and not words.endswith(")")
    if start in ("by", "from"):
        return bool(_BY.match(words)) and not stopped and draft.n_words <= 20 and near_title
    if start is not None:
        if " " in start and start.split()[-1] in ("by", "from", "correspondent", "reports", "on", "at", "to"):
            return near_title or not stopped
        if words[len(start) :].lstrip().startswith(":") or (
            _DIGIT.search(words) and not stopped and draft.n_words <= 14
        ):
            return near_title
    if not near_title or stopped:
        return False
    if is_date_line(draft) or draft.named_byline:
        return True
    if draft.n_words <= 14:
        tokens = folded.split()
        dated = any(t in lists.calendar for t in tokens) and any(t.isdigit() and len(t) == 4 for t in tokens)
        if dated and draft.n_words <= 9 and not lists.finite.difference(lists.calendar).intersection(tokens):
            return True
        return any(phrase in f" {folded} " for phrase in lists.byline_inside)
    return False


def _mark_bylines(drafts: list[Draft], body: int, end: int) -> None:
    for i, draft in enumerate(drafts):
        if draft.kind != "" or draft.is_long:
            continue
        near = 0 < i <= body
        if (near or i > end or (i > body and draft.words.startswith("("))) and _is_byline(draft, near):
            draft.kind = "byline"
    top = [draft for draft in drafts[:body] if draft.kind == ""]
    if len(top) >= 2 and _is_issuer(top[0]) and not top[1].words.isupper():
        top[0].kind = "byline"


def _is_issuer(draft: Draft) -> bool:
    """Whether a line in capitals is the name of a body, standing above what it issues."""
    if not draft.words.isupper() or draft.n_words > 14:
        return False
    tokens = draft.folded.split()
    lists = _words()
    pairs = {" ".join(pair) for pair in pairwise(tokens)}
    return not lists.issuers.isdisjoint({*tokens, *pairs}) and lists.finite.isdisjoint(tokens)


def _mark_boxes(drafts: list[Draft], title: int) -> None:
    """Heads of comments, other stories and authors, and what stands under them."""
    i, n = 0, len(drafts)
    prosaic = [is_prose(draft) for draft in drafts]
    while i < n:
        head = boilerplate.head_of(drafts[i]) if drafts[i].kind in ("", "heading", "boilerplate", "paragraph") else None
        if head is None or i == title:
            i += 1
            continue
        drafts[i].kind = "boilerplate"
        if head == "comments":
            if any(prosaic[:i]):
                for draft in drafts[i:]:
                    draft.kind = "boilerplate"
                return
            i += 1
            continue
        i = _end_of_box(drafts, i + 1, head)


def _end_of_box(drafts: list[Draft], i: int, head: str) -> int:
    first_sign = drafts[i].kind if i < len(drafts) else ""
    start = i
    while i < len(drafts):
        draft = drafts[i]
        if boilerplate.head_of(draft) is not None:
            break
        if draft.kind == "boilerplate":
            i += 1
            continue
        if i > start and draft.after_blank and not drafts[i - 1].after_blank and _precedes_prose(drafts, i):
            break
        if draft.kind in ("table", "question", "answer", "title") or (draft.sign == "#" and draft.link_share < 0.8):
            break
        if is_prose(draft) and not (head == "author" and i == start):
            break
        if first_sign == "bullet" and draft.kind not in ("bullet", "image", "caption"):
            break
        if draft.kind == "bullet" and STOP.search(draft.words) and draft.n_words > 12 and draft.link_share < 0.5:
            break
        draft.kind = "boilerplate"
        i += 1
    return i


def _precedes_prose(drafts: list[Draft], i: int) -> bool:
    return i + 1 < len(drafts) and is_prose(drafts[i + 1])


def _mark_entries(drafts: list[Draft]) -> None:
    """A menu entry beside what is a menu by its own words belongs to it."""
    for order in (range(1, len(drafts)), range(len(drafts) - 2, -1, -1)):
        step = -order.step
        for i in order:
            draft = drafts[i]
            beside = draft.kind in ("", "bullet", "heading") and drafts[i + step].kind == "boilerplate"
            if beside and boilerplate.is_entry(draft) and not _precedes_prose(drafts, i):
                draft.kind = "boilerplate"


def _mark_top(drafts: list[Draft], title: int, body: int) -> None:
    """Before the title nothing is the article's; between it and the first prose menus may still stand."""
    for draft in drafts[: max(title, 0)]:
        if draft.kind not in ("byline", "table"):
            draft.kind = "boilerplate"
    if title >= 0:
        drafts[title].kind, drafts[title].level = "title", 1
    run: list[Draft] = []
    for draft in [*drafts[max(title, -1) + 1 : body], None]:
        if draft is not None and draft.kind in ("", "bullet") and draft.n_words <= 4 and not STOP.search(draft.words):
            run.append(draft)
            continue
        if len(run) >= 4:
            for one in run:
                one.kind = "boilerplate"
        run = []


def _mark_captions(drafts: list[Draft]) -> None:
    lists = _words()
    for i, draft in enumerate(drafts):
        if draft.kind != "" or draft.char_end - draft.char_start > 400:
            continue
        before = drafts[i - 1].kind if i else ""
        after = drafts[i + 1].kind if i + 1 < len(drafts) else ""
        beside = before in ("image", "table") or after in ("table", "image")
        first = draft.folded.split(" ", 1)[0]
        labelled = first in lists.caption_starts and bool(re.match(r"\W*\w+(?:\s+\w{1,5})?\s*[.:–—-]", draft.words))
        credited = draft.n_words <= 60 and any(credit in f" {draft.folded} " for credit in lists.credits)
        if (
            (beside and (labelled or (draft.emphasis == "italic" and before in ("image", "table"))))
            or (before == "image" and credited)
            or (draft.n_words <= 60 and _CREDIT.search(draft.words))
        ):
            draft.kind = "caption"


def _leads_on(drafts: list[Draft], i: int) -> Draft | None:
    """The next draft that is part of the article."""
    return next((d for d in drafts[i + 1 :] if d.kind != "boilerplate"), None)


def _mark_headings(drafts: list[Draft], title: int) -> None:
    short = [_may_head(draft) for draft in drafts]
    last_content = max(
        (i for i, d in enumerate(drafts) if d.kind not in ("boilerplate", "byline") and not short[i]), default=-1
    )
    i = 0
    while i < len(drafts):
        if not short[i]:
            i += 1
            continue
        j = i
        while j + 1 < len(drafts) and short[j + 1]:
            j += 1
        for k in range(i, j + 1):
            draft = drafts[k]
            if k > last_content:
                break
            # A run of lines without sentences is a list; a heading and one below it are no run.
            if j - i >= 3 and k < j - 1 and draft.kind == "" and not draft.emphasis:
                draft.kind = "paragraph"
                continue
            draft.kind = "heading"
            if draft.level is None or draft.sign == "1":
                draft.level = 3 if k > i and drafts[k - 1].kind == "heading" and draft.sign != "1" else 2
        i = j + 1
    for i, draft in enumerate(drafts):
        if draft.kind == "bullet" and draft.sign == "1" and _is_numbered_heading(drafts, i):
            draft.kind, draft.level = "heading", 2


def _is_numbered_heading(drafts: list[Draft], i: int) -> bool:
    draft = drafts[i]
    if draft.n_words > _MAX_HEADING_WORDS or re.search(r"[.!…,;:]\W*\Z", draft.words) or i + 1 >= len(drafts):
        return False
    return drafts[i + 1].kind in ("", "paragraph", "caption", "table", "heading") and (
        i == 0 or not (drafts[i - 1].kind == "bullet" and drafts[i - 1].sign == "1")
    )


def _may_head(draft: Draft) -> bool:
    if draft.kind == "heading":
        return True
    words = draft.words
    if draft.kind != "" or len(words) > _MAX_HEADING or not draft.folded or len(draft.rows) > 1:
        return False
    if draft.n_words > _MAX_HEADING_WORDS or _ENDS_OPEN.search(words):
        return False
    if _TIME.match(words) and not words.endswith("."):
        return True
    if words[-1] == ":":
        if draft.emphasis == "bold" or words.isupper():
            return True
        return _words().finite.isdisjoint(draft.folded.split()) and draft.n_words <= 16
    if STOP.search(words):
        return words.rstrip("\"'”’»)*_")[-1:] == "?" or (draft.emphasis == "bold" and draft.n_words <= 12)
    return words[0].isupper() or words[0].isdigit() or words[0] in "“\"‘'«(¿" or draft.emphasis == "bold"


def _mark_tail(drafts: list[Draft], end: int) -> None:
    """After the last prose: what is no sentence, list, table or answer is the page's, and so is who the author is."""
    lists = _words()
    for i in range(len(drafts) - 1, max(end - 1, 0), -1):
        draft = drafts[i]
        if draft.kind in ("boilerplate", "byline", "caption", "image"):
            continue
        if draft.kind in ("", "heading") and not STOP.search(draft.words) and i > end and not draft.is_long:
            if draft.kind == "heading" and draft.sign == "#" and draft.link_share < 0.5 and _leads_on(drafts, i):
                break
            if _leads_on(drafts, i) is not None and draft.kind == "heading":
                break
            if draft.n_words <= 14:
                draft.kind = "boilerplate"
                continue
        if draft.kind == "" and _AUTHOR_BOX.match(draft.words) and draft.n_words <= 80:
            opening = f" {' '.join(draft.folded.split()[:24])} "
            if any(role in opening for role in lists.author_roles) and _is_biography(opening):
                draft.kind = "boilerplate"
                continue
        break


def _is_biography(opening: str) -> bool:
    return any(f" {verb} {article} " in opening for verb in ("is", "was") for article in ("a", "an", "the", "our")) or (
        " covers " in opening or " writes " in opening
    )


def _finish(drafts: list[Draft]) -> None:
    section: str | None = None
    for draft in drafts:
        if draft.kind == "":
            draft.kind = "paragraph"
        if draft.kind != "heading":
            draft.section = section
        if draft.kind != "bullet" and draft.kind not in ("heading", "title"):
            draft.level = None
        if draft.kind == "heading":
            draft.level = draft.level or 2
            draft.section = section
            section = " ".join(draft.words.split())
