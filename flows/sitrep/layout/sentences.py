"""Sentences of a stretch of prose, by rule: where a stop ends one and where it ends an abbreviation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re

# The sign stands first, and is looked back at behind it: the engine then skips all that is none at once, and to a full
# stop, which is all that most texts have, in no time.
_BEHIND_STOP = (
    r"(?:(?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+(?:\s?\[\d{1,3}\]){0,5}(?=\s)"
    r"|(?<=[a-z]{2}[.!?])[\"”’)]?(?=[\"“‘(]?[A-Z][a-z]*(?:['’][a-z]+)?[\s,;:]))"
)
_STOP, _FULL_STOP = re.compile(rf"[.!?…]{_BEHIND_STOP}"), re.compile(rf"\.{_BEHIND_STOP}")
_OTHER_STOPS = "!?…"
_BEFORE_WORD = re.compile(r"[\s(\[“\"‘—–/]")
_NEXT = re.compile(r"\s*([\"“‘'«(\[—–-]*)\s?([^\W\d_]+|\d|\S)?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){1,5}[^\W\d_]?\Z")
_LOWER_PAIR = re.compile(r"[a-zß-öø-ÿа-я]{2}")
_UPPER_PAIR = re.compile(r"[A-ZÀ-ÖØ-ÞА-Я]{2}")
_CAPITALISED = re.compile(r"[A-Z][a-z]{2}")
_UPPER = re.compile(r"[A-ZÀ-ÖØ-ÞА-Я]")
# How far a word before a stop is looked back for: longer ones are no abbreviation.
_REACH = 24
# No reporter's sentence is longer. A stretch without stops is cut here, so that what is read sentence by sentence takes
# time linear in the text.
_LONGEST = 2_000


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], re.Pattern[str]]:
    words = lexicons.load("abbreviations")
    names = "|".join(words["speech_verbs"])
    spoken = re.compile(r"\s+(?:[A-Z][\w.'’-]{0,30}\s+){1,4}(?:" + names + r")\b")
    groups = (frozenset(words[name]) for name in ("before_name", "before_number", "anywhere", "starters"))
    return *groups, spoken


@cache
def _abbreviations() -> frozenset[str]:
    """What a stop behind it may not end a sentence, where a word follows."""
    before_name, _, anywhere, _, _ = _lists()
    return before_name | anywhere


def split(text: str, char_start: int, char_end: int) -> list[tuple[int, int]]:
    """The spans of the sentences of ``text[char_start:char_end]``, without the white space around them.

    Offsets are code points, half-open. Line breaks count as spaces. Time is linear in the text.
    """
    others = any([text.find(sign, char_start, char_end) >= 0 for sign in _OTHER_STOPS])
    spans: list[tuple[int, int]] = []
    start = char_start
    for stop in (_STOP if others else _FULL_STOP).finditer(text, char_start, char_end):
        at, end = stop.span()
        if end < char_end and _ends_sentence(text, at, end, start, char_end):
            _add(spans, text, start, end)
            start = end
    _add(spans, text, start, char_end)
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    for a, b in _cut(text, start, end) if end - start > _LONGEST else ((start, end),):
        if a < b and (text[a].isspace() or text[b - 1].isspace()):
            a, b = _strip(text, a, b)
        if a < b:
            spans.append((a, b))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def case_of(text: str) -> str:
    """``upper`` where a text has no lower-case word, ``lower`` where it has no capital at all, else ``mixed``."""
    if _CAPITALISED.match(text):
        return "mixed"
    if not _LOWER_PAIR.search(text):
        return "upper" if _UPPER_PAIR.search(text) else "mixed"
    return "mixed" if _UPPER.search(text) else "lower"


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    body = text[start:end].lstrip()
    start = end - len(body)
    return start, start + len(body.rstrip())


def _ends_sentence(text: str, at: int, end: int, start: int, limit: int) -> bool:
    if end - at == 1 and text[at] == "." and text[end] == " " and end + 1 < limit and text[end + 1].isalpha():
        # Nearly all stops: one behind a word, and a space and a word behind it.
        if text[end + 1].islower():
            return False
        before = _word_before(text, at, start)
        if len(before) > 1 and before.isalpha() and before.lower() not in _abbreviations():
            return True
    after = _NEXT.match(text, end, min(limit, end + 40))
    opening, word = after[1], after[2] or ""
    if not word:
        return False
    if word[0].islower() and not opening:
        return False
    mark = text[at]
    before_name, before_number, anywhere, starters, spoken = _lists()
    if mark != ".":
        closed = text[end - 1] in "\"”’'»"
        return not (closed and spoken.match(text, end, min(limit, end + 120)))
    if end - at >= 3 and text.startswith("..", at + 1):
        return not word[0].islower()
    before = _word_before(text, at, start)
    lowered = before.lower()
    if lowered in before_name or (lowered in before_number and word.isdigit()):
        return False
    if opening and word[0].islower():
        return opening[0] in "([" or opening[0] not in "—–-"
    if end - at > 1 and text[end - 1] in "\"”’'»)]":
        return not (text[end - 1] in "\"”’'»" and spoken.match(text, end, min(limit, end + 120)))
    if not before:
        return at > start and text[at - 2 : at] != ". " and word != "."
    if before.isdigit():
        return at - len(before) > start
    if len(before) == 1 and before.isalpha():
        return word.lower() in starters and at - 1 > start and not word.isupper()
    if _DOTTED.match(before) or lowered in anywhere:
        if word[0].isdigit():
            return False
        if lowered in lexicons.load("abbreviations")["units"] and text[: at - len(before)].rstrip()[-1:].isdigit():
            return word[0].isupper()
        return word.lower() in starters or opening[:1] in ("“", '"')
    return True


def _word_before(text: str, at: int, start: int) -> str:
    piece = text[max(start, at - _REACH) : at]
    word = piece[piece.rfind(" ") + 1 :]
    return word if word.isalnum() else _BEFORE_WORD.split(word)[-1]
