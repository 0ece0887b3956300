"""Find tables whose columns were lost: consecutive lines that are no prose and line up in what their words are.

Evidence: a typed word (number, date, rating, mark of an empty cell) at the same place from the start or the end of
the rows; few words that join prose; few lines that end a sentence; a first line that names columns and holds no value.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.inflection import third
from sitrep.shapes import NUMERIC, TYPED, shape

MIN_ROWS, MAX_WORDS, MAX_CHARS = 2, 40, 300
MAX_TITLE = 10
_LITTLE_PROSE, _MUCH_PROSE = 0.35, 0.5

CAPTION = re.compile(
    lambda: rf"\W{{0,3}}{re.any_of(lexicons.load('layout_words')['numbered'])}\s+(?:\d+|[IVXLC]+|[A-Z])\b[.:)–— -]*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[*+•▪●◦‣·>#]|[-–—]\s|\d{1,3}[.)]\s|\([a-z\d]{1,3}\)|!?\[)")
_LOGGED = re.compile(r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?(?: [–—-]|:) [A-Z]")
# A sign alone is the mark of an empty cell, and the stop behind initials or "p.m." is part of the word.
_SENTENCE_END = re.compile(r"(?<![\s–—-])(?<!\s\?)(?<![^\w][A-Za-z])(?<!\.[A-Za-z])[.?!:;,…][\"”’)\]]*$")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s")
_VALUES = re.compile(f"[{re.escape(''.join(sorted(TYPED)))}]+")
_VALUE = re.compile(r"[#o]?m[#o]?y?|[dwt]+|.")
_EDGE = "\"'“”‘’()[]:,*#"


def find(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The (first, last) lines of the flattened tables among more than ``MIN_ROWS`` consecutive lines, none blank."""
    found: list[tuple[int, int]] = []
    n = len(texts)
    if sum(map(len, texts)) > MAX_CHARS * n:
        return found
    if sum([_is_entry(text) for text in texts]) * 2 >= n and not _are_ranked(texts):
        return found
    rows = [_may_be_row(text) for text in texts]
    refused = n - sum(rows)
    inside = rows[0] and rows[-1] and 0 < refused * 4 <= n
    if inside and max(map(len, texts)) <= MAX_CHARS and _is_table(texts, sure=True):
        return [(0, n - 1)]
    start = 0
    for i in range(n + 1):
        if i < n and rows[i]:
            continue
        first, end = _bare(texts, start, i)
        if end - first > MIN_ROWS and _is_table(texts[first:end]):
            found.append((first, end - 1))
        start = i + 1
    return found


def _is_entry(text: str) -> bool:
    """Whether a line is a bullet, or an entry of a log behind its day ("4 Sept – Kayes: two trucks burned")."""
    return _BULLET.match(text) is not None or (text[:1].isalnum() and _LOGGED.match(text) is not None)


def _are_ranked(texts: Sequence[str]) -> bool:
    """Whether lines are numbered in a column that the first line names before another ("# Date Venue")."""
    first, _, others = texts[0].strip().partition(" ")
    ranked = first.strip(_EDGE.replace("#", "")).lower() in _rank_names()
    return ranked and _n_names(others) > 0 and all(map(_NUMBER.match, texts[1:]))


def _bare(texts: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """The lines ``start`` to ``end`` without a caption or heading right above the columns and notes right below."""
    while end - start > MIN_ROWS and texts[end - 1].split()[0].strip("*(").lower() in _note_openers():
        end -= 1
    while end - start > MIN_ROWS + 1 and (CAPTION.match(texts[start]) or _heads(texts[start:end])):
        start += 1
    return start, end


def _heads(texts: Sequence[str]) -> bool:
    """Whether the first line is a heading and the second names the columns."""
    title, header, *body = texts
    words, shapes = header.split(), [shape(word) for word in header.split()]
    years = shapes.count("y") if _n_names(words[0]) else 0
    if len(title.split()) > MAX_TITLE or sum(s in NUMERIC for s in shapes) > years:
        return False
    named, titled = _n_names(header), _n_names(title)
    if named >= 2 > titled and named * 3 >= len(words) and titled * len(words) < named * len(title.split()):
        return True
    if named + (years > 1) <= titled or any(shape(word) in NUMERIC for word in title.split()):
        return False
    return all(any(shape(word) in NUMERIC for word in row.split()) for row in body)


def _n_names(text: str) -> int:
    return sum(word.strip(_EDGE).lower() in _column_names() for word in text.split())


def _may_be_row(text: str) -> bool:
    """Whether a line may stand in a table; one that ends a sentence must at least be short of the words of prose."""
    text = text.strip()
    if len(text) > MAX_CHARS or " " not in text:
        return False
    if not _SENTENCE_END.search(text) or _are_named(text):
        return True
    shapes = [shape(word) for word in text.split()]
    return text[-1] not in ":;," and sum(s in "fl" for s in shapes) * 5 < 2 * len(shapes)


def _are_named(text: str) -> bool:
    """Whether most words of a line end in a colon, as names of columns may ("Winner: Score: Date:")."""
    names = text.split()
    return len(names) > 1 and sum(name.endswith(":") for name in names) * 2 > len(names)


@cache
def _rank_names() -> frozenset[str]:
    return frozenset(lexicons.load("table_words")["rank_name"])


@cache
def _column_names() -> frozenset[str]:
    return frozenset(lexicons.load("table_words")["column_name"])


@cache
def _note_openers() -> frozenset[str]:
    return frozenset(f"{word}:" for word in lexicons.load("table_words")["note_opener"])


def _is_table(texts: Sequence[str], sure: bool = False) -> bool:
    """Whether lines are a table; ``sure`` asks for two names of columns in the first and a value in every other."""
    rows = [[shape(word) for word in text.split()] for text in texts]
    header, body = rows[0], rows[1:]
    if max(map(len, rows)) > MAX_WORDS or min(map(len, rows)) < 2:
        return False
    if sum(row[0] in "lfu" for row in rows) * 5 > len(rows):
        return False
    if _prose(body) > _MUCH_PROSE:
        return False
    if _is_loud_prose(texts) or sum(map(_tells, texts[1:])) * 2 >= len(body):
        return False
    if sum(_SENTENCE_END.search(text.rstrip()) is not None for text in texts) * 3 > len(texts):
        return False
    names = [word.strip(_EDGE).lower() in _column_names() for word in texts[0].split()]
    known = sum(names)
    values = sum(s in NUMERIC for s in header)
    years = names[0] and values == header.count("y")
    titled = sum(s in "CARXo(p" for s in header) * 4 >= 3 * sum(s != "f" for s in header if not (years and s == "y"))
    headed = titled and (values == 0 or years or (known >= 2 and values * 4 <= len(header)))
    valued = sum(any(s in NUMERIC for s in row) for row in body)
    named = (headed and known >= 2) or (known >= 3 and not values and header[0] in "CAX")
    if named and valued == len(body) and _prose(body) <= _LITTLE_PROSE:
        return True
    if sure:
        return False
    # Names that the field knows stand for a header that is spelt like none; the fewer, the more must the lines agree.
    share = _anchored(body if headed or known >= 2 or not values else rows)
    if known >= 2 and _prose(body) <= _LITTLE_PROSE and _prose([header]) <= _MUCH_PROSE:
        if share >= 0.9 or (known >= 3 and valued >= 0.8 * len(body)):
            return True
    spelt_small = not values and header[0] in "CAX" and sum(s in "fl" for s in header) * 2 <= len(header)
    if not headed and spelt_small and share >= 0.8 and _several(body) >= 0.8:
        return True
    if not headed:
        return share >= 0.9 and len(rows) >= 3 and _several(rows) >= 0.9
    if known >= 2 and known * 2 >= len(names) and len(header) <= 15:
        return share >= 0.6 or not any(len(row) > 20 for row in rows)
    return share >= (0.6 if known >= 2 else 0.8) and (known >= 1 or _several(body) >= 0.8)


def _prose(rows: list[list[str]]) -> float:
    """The share of words in lower case, those that only join others included."""
    return sum(s in "fl" for row in rows for s in row) / sum(map(len, rows))


def _anchored(rows: list[list[str]]) -> float:
    """The greatest share of rows that hold the same typed shape at one place from the start or the end."""
    best = 0.0
    for side in (1, -1):
        for depth in range(3):
            at = [row[::side][depth] for row in rows if len(row) > depth]
            for typed in set(at) & TYPED:
                best = max(best, at.count(typed) / len(rows))
    return best


def _several(rows: list[list[str]]) -> float:
    """The share of rows with two values or more; the words of one date are one value."""
    return sum(_n_values(row) >= 2 for row in rows) / len(rows)


def _n_values(row: list[str]) -> int:
    return sum(len(_VALUE.findall(run)) for run in _VALUES.findall("".join(row)))


def _tells(text: str) -> bool:
    """Whether a line tells that somebody "says" or "warns", as headlines do and rows hardly ever."""
    return any(word.strip(_EDGE).lower() in _present_verbs() for word in text.split()[1:])


@cache
def _present_verbs() -> frozenset[str]:
    """Verbs in the third person of the present that are no nouns."""
    groups = lexicons.load("never_nouns")
    return frozenset(third(verb) for name in ("never_nouns", "no_plurals") for verb in groups[name])


def _is_loud_prose(texts: Sequence[str]) -> bool:
    """Whether upper-case lines hold the words that join prose, which their shapes do not show."""
    loud = [word.lower() for text in texts if text.isupper() for word in text.split()]
    return sum(shape(word) == "f" for word in loud) * 5 > len(loud) > 0
