"""Find tables whose columns were lost among consecutive lines: where one begins and ends, if there is one.

What tells is weighed in ``tabular_lines``: values at one place of the lines, few words that join prose, few ends of
sentences, a first line that names columns. A line or two above and below may be a title, prose or a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.layout import tabular_lines
from sitrep.layout.tabular_lines import EDGE, Line, line_of, n_names, score
from sitrep.shapes import shape

# A table has more lines than so many; 1 in 1,434 of those learnt from has a line of more words, or longer lines on
# average, in code points.
MIN_ROWS, MAX_WORDS, MAX_CHARS = 2, 120, 300
# How sure a table must be (log odds) that all lines between two blank ones hold, and one between other lines of prose:
# what ``train_regions.py`` prints of tables found and of others taken for one.
_SURE, _SURE_INSIDE = 1.5, 2.5
# Below this, lines hold no table however many at the edges are left out, but for prose that other lines part from it.
_HOPELESS = -8.0
# How many lines above a table, and below it, may be none of it.
_ABOVE, _BELOW = 2, 2

CAPTION = re.compile(
    lambda: rf"\W{{0,3}}{re.any_of(lexicons.load('layout_words')['numbered'])}\s+(?:\d+|[IVXLC]+|[A-Z])\b[.:)–— -]*",
    re.IGNORECASE,
)
_LOGGED = re.compile(r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?(?: [–—-]|:) [A-Z]")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s")


def find(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The (first, last) lines of the flattened tables among more than ``MIN_ROWS`` consecutive lines, none blank."""
    n = len(texts)
    if sum(map(len, texts)) > MAX_CHARS * n:
        return []
    if sum([_is_entry(text) for text in texts]) * 2 >= n and not _are_ranked(texts):
        return []
    lines = [line_of(text) for text in texts]
    if max([len(line.words) for line in lines]) > MAX_WORDS:
        return []
    # Headlines tell what somebody "says" or "warns", rows hardly ever: 3 of the 1,434 tables that were learnt from.
    if sum([line.tells for line in lines[1:]]) * 2 >= n - 1:
        return []
    whole = _best(texts, lines, 0, n)
    if whole is not None and whole[1] > _SURE:
        return [whole[0]]
    found: list[tuple[int, int]] = []
    start = 0
    for i in range(n + 1):
        if i < n and _may_be_row(texts[i]):
            continue
        part = _best(texts, lines, start, i) if i - start < n else None
        if part is not None and part[1] > _SURE_INSIDE:
            found.append(part[0])
        start = i + 1
    return found


def spans(n: int) -> Iterator[tuple[int, int]]:
    """The spans (first line, end) of ``n`` lines that may be a table: all, or all but some at the edges."""
    for first in range(_ABOVE + 1):
        for end in range(n, n - _BELOW - 1, -1):
            if end - first > MIN_ROWS:
                yield first, end


def _best(texts: Sequence[str], lines: Sequence[Line], start: int, end: int) -> tuple[tuple[int, int], float] | None:
    """The likeliest table among some lines, without a caption above it and notes below, and how sure it is."""
    while end - start > MIN_ROWS and lines[end - 1].words[0].strip("*(").lower() in _note_openers():
        end -= 1
    while end - start > MIN_ROWS + 1 and CAPTION.match(texts[start]):
        start += 1
    inside = lines[start:end]
    if len(inside) <= MIN_ROWS or score(inside, 0, len(inside)) < _HOPELESS:
        return None
    found = [((start + a, start + b - 1), score(inside, a, b)) for a, b in spans(len(inside))]
    return max(found, key=lambda one: one[1])


def _is_entry(text: str) -> bool:
    """Whether a line is a bullet, or an entry of a log behind its day ("4 Sept – Kayes: two trucks burned")."""
    return tabular_lines.BULLET.match(text) is not None or (text[:1].isalnum() and _LOGGED.match(text) is not None)


def _are_ranked(texts: Sequence[str]) -> bool:
    """Whether most lines are numbered in a column that the first line names ("# Date Venue"), or names some beside."""
    first, _, others = texts[0].strip().partition(" ")
    ranked = first.strip(EDGE.replace("#", "")).lower() in _rank_names()
    numbered = sum([_NUMBER.match(text) is not None for text in texts[1:]])
    return n_names(others.split()) >= (1 if ranked else 2) and numbered * 5 >= 4 * (len(texts) - 1)


def _may_be_row(text: str) -> bool:
    """Whether a line may stand in a table; one that ends a sentence must at least be short of the words of prose."""
    text = text.strip()
    if len(text) > MAX_CHARS:
        return False
    if not tabular_lines.SENTENCE_END.search(text):
        return True
    shapes = [shape(word) for word in text.split()]
    return text[-1] not in ":;," and sum(s in "fl" for s in shapes) * 5 < 2 * len(shapes)


@cache
def _rank_names() -> frozenset[str]:
    return frozenset(lexicons.load("table_words")["rank_name"])


@cache
def _note_openers() -> frozenset[str]:
    return frozenset(f"{word}:" for word in lexicons.load("table_words")["note_opener"])
