"""The words of all lines of a flattened table as numbers: how each looks, where it stands, which others are like it.

``gap_net`` reads them. Hardly a word is known by itself here, so that what is learnt of the order of tables holds for
tables with other words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from sitrep.extract.tables.classes import ALIKE, N_BROAD
from sitrep.extract.tables.gaps import Lines
from sitrep.extract.tables.pairs import bond
from sitrep.extract.tables.seen import gap_marks
from sitrep.extract.tables.spans import LETTERS, TYPED, Array
from sitrep.extract.tables.words import Row

_NAMED, _COMMON = "-BISGdD", "01234"
_SIGNS = "\"'“”‘’()[].,;:!?-–/%$€£*†+=#&≈"
_LONGEST, _FEW = 9, 3
# How many kinds there are of each column of ``GapWords.kinds``: shape, coarse shape, group of classes, part in a name,
# how common, first sign, last sign, length, whether in the header, bond with the next word, which runs of words around
# the gap behind it were cells, whether that gap is inside brackets, how often it stands in its line, capitals. Some
# are a few more than can occur.
KINDS = 27, 27, N_BROAD + 6, 8, 6, 36, 36, 10, 2, 11, 80, 2, 4, 7
WERE_CELLS = 10
N_NUMBERS, N_LIKE = 12, 11


@dataclass(frozen=True, slots=True)
class GapWords:
    """The words of a table in reading order.

    ``kinds`` (words, ``KINDS``) and ``numbers`` (words, ``N_NUMBERS``) describe each; ``like`` (words, ``N_LIKE``) are
    the numbers, without holes, of the groups of words that look alike or stand in like places. ``first`` and ``last``
    are the first and the last word of the line of each, ``gaps`` the words that have another behind them in their line;
    ``in_header`` whether a word stands in the header.
    """

    kinds: Array
    numbers: Array
    like: Array
    first: Array
    last: Array
    gaps: Array
    in_header: Array


def gap_words(lines: Lines) -> GapWords:
    """The words of the lines of a table."""
    words = _Words(lines)
    gaps = words.at[words.behind > 0]
    return GapWords(words.kinds(), words.numbers(), words.like(), words.first, words.last, gaps, words.in_header)


class _Words:
    """Where each word stands: in its line, and among the values of its line."""

    def __init__(self, lines: Lines):
        self._lines, self._rows, headed = lines, lines.rows, lines.headed
        sizes = np.array([len(row.words) for row in self._rows])
        ends = np.cumsum(sizes)
        self._n_body, self._usual = len(sizes) - headed, int(np.sort(sizes[headed:])[(len(sizes) - headed) // 2])
        self._line = line = np.repeat(np.arange(len(sizes)), sizes)
        self.at, self._size = np.arange(len(line)), sizes[line]
        self.first, self.last = (ends - sizes)[line], ends[line] - 1
        self._place, self.behind = self.at - self.first, self.last - self.at
        self.in_header = (line == 0) & headed
        numbered: dict[str, int] = {}
        self._word = np.array([numbered.setdefault(bare, len(numbered)) for row in self._rows for bare in row.bare])
        self._n_words = len(numbered)
        self._class = np.array([c for row in self._rows for c in row.classes])
        self._coarse = _codes(self._rows, LETTERS, lambda row: row.coarse)
        typed = np.isin(self._coarse, [LETTERS.index(c) + 1 for c in TYPED])
        self._before = np.cumsum(typed) - typed
        self._before -= self._before[self.first]
        self._values = np.bincount(line, typed, len(sizes)).astype(np.int64)[line] - self._before
        last_value = np.concatenate([[-1], np.maximum.accumulate(np.where(typed, self.at, -1))[:-1]])
        next_value = np.minimum.accumulate(np.where(typed, self.at, len(line))[::-1])[::-1]
        self._since = self.at - np.maximum(last_value, self.first - 1) - 1
        self._until = np.minimum(next_value, self.last + 1) - self.at

    def kinds(self) -> Array:
        """As ``GapWords.kinds``."""
        spelt = np.array([_spelling(word) for row in self._rows for word in row.words])
        broad = np.where(self._class > 0, self._class // ALIKE + 1, 0)
        _, in_line, again = np.unique(self._line * self._n_words + self._word, return_inverse=True, return_counts=True)
        shapes, named, common = (
            _codes(self._rows, letters, of)
            for letters, of in (
                (LETTERS, lambda row: row.shapes),
                (_NAMED, lambda row: row.named),
                (_COMMON, lambda row: row.common),
            )
        )
        often = np.minimum(again[in_line], _FEW)
        return np.column_stack(
            [
                *(shapes, self._coarse, broad, named, common, spelt[:, :3], self.in_header),
                *(_around_gaps(self._lines), often, spelt[:, 3]),
            ]
        )

    def numbers(self) -> Array:
        """As ``GapWords.numbers``: places in the line and among its values, lengths, in how many other lines it is."""
        pairs = np.unique(self._line * self._n_words + self._word)
        of_body = pairs[pairs // self._n_words >= self._lines.headed] % self._n_words
        own = ~self.in_header
        others = np.bincount(of_body, minlength=self._n_words)[self._word] - own
        n_body = np.full(len(self.at), self._n_body)
        place, behind = (np.minimum(n, 10) / 10 for n in (self._place, self.behind))
        before, values, since, until = (
            np.minimum(n, 8) / 8 for n in (self._before, self._values, self._since, self._until)
        )
        return np.column_stack(
            [
                *(self._place / self._size, self.behind / self._size, place, behind),
                *(np.log(self._size) / 3, np.log(n_body) / 3, others / np.maximum(n_body - own, 1)),
                *(before, values, (self._size - self._usual) / 10, since, until),
            ]
        ).astype(np.float32)

    def like(self) -> Array:
        """As ``GapWords.like``."""
        patterns: dict[str, int] = {}
        pattern = np.array([patterns.setdefault(row.coarse, len(patterns)) for row in self._rows])[self._line]
        is_later, has_next, none = self._place > 0, self.behind > 0, len(LETTERS) + 1
        left = np.where(is_later, np.append(0, self._coarse[:-1]), none)
        right = np.where(has_next, np.append(self._coarse[1:], 0), none)
        following = np.where(has_next, np.append(self._word[1:], 0), self._n_words)
        looks = np.where(self._class > 0, self._class, -self._coarse)
        head, coarse = self.in_header, self._coarse
        groups = (
            *((head, self._place), (head, self.behind)),
            *((head, self._before, coarse), (head, self._values, coarse), (self._word,), (head, left, coarse, right)),
            *((head, self._before, self._since), (head, self._values, self._until)),
            *((head, pattern, self._place), (looks,), (self._word, following)),
        )
        return np.column_stack([_groups(*one) for one in groups])


def _codes(rows: Sequence[Row], letters: str, of: Callable[[Row], Sequence[str]]) -> Array:
    """The place of each word's letter among ``letters``, from 1; 0 for none of them."""
    place = {letter: i for i, letter in enumerate(letters, 1)}
    return np.array([place.get(letter, 0) for row in rows for letter in of(row)])


def _groups(*parts: Array) -> Array:
    """The numbers of the groups of entries that are the same in all ``parts``."""
    mixed = np.zeros(len(parts[0]), np.int64)
    for part in parts:
        mixed = mixed * (int(part.max()) - int(part.min()) + 1) + part - part.min()
    return np.unique(mixed, return_inverse=True)[1]


@lru_cache(maxsize=1 << 14)
def _spelling(word: str) -> tuple[int, int, int, int]:
    """Numbers for the first and the last sign of a word, its length and its capitals."""
    return _sign(word[0]), _sign(word[-1]), min(len(word), _LONGEST), _capitals(word)


def _sign(char: str) -> int:
    return 0 if char.isalnum() else 2 + _SIGNS.find(char)


def _capitals(word: str) -> int:
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 0
    if all(map(str.isupper, letters)):
        return 1 if len(letters) > 1 else 2
    if letters[0].isupper():
        return 3 if all(map(str.islower, letters[1:])) else 4
    return 5 if all(map(str.islower, letters)) else 6


def _around_gaps(lines: Lines) -> Array:
    """What is known of the gap behind each word: the bond over it, runs around it that were cells, whether inside."""
    found = []
    for r, row in enumerate(lines.rows):
        marks = ["000"] * (len(row.words) - 1) if lines.headed and not r else gap_marks(lines.seen[r], len(row.words))
        for (x, y), (across, ends, begins), inside in zip(pairwise(row.bare), marks, row.inside, strict=True):
            found.append((bond(x, y) + 1, int(across) * 16 + int(ends) * 4 + int(begins), inside))
        found.append((0, 0, False))
    return np.array(found, np.int64)
