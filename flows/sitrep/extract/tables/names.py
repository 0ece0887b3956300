"""Cut the first line of a flattened table into the names of its columns, and what a name says of the cells under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import exp, log, log1p
from zlib import crc32

import numpy as np

from sitrep.extract.tables.columns import N_NAMED, Named
from sitrep.extract.tables.pairs import NONE, bond
from sitrep.extract.tables.spans import N_CLASS, N_FIRST, N_LENGTH, Array, Spans
from sitrep.extract.tables.words import Row

N_NAME = 36
_WIDEST = 10
_NEVER = -1e9
_FEW = 1.5
_TOO_FEW = -5.0
# What words are counted as: a whole name, the last and the first of one, any of a header, two next to each other.
WHOLE, LAST, FIRST, WORD, PAIR = "N", "L", "F", "W", "I"


def mark(kind: str, words: str) -> int:
    """The checksum by which a word or name is known."""
    return crc32(f"{kind}{words}".encode())


def marks(row: Row, start: int, end: int) -> tuple[int, int, int]:
    """The marks of a name: as a whole, by its last word, by its first."""
    words = row.bare[start:end]
    return mark(WHOLE, " ".join(words)), mark(LAST, words[-1]), mark(FIRST, words[0])


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of names of columns.

    ``seen`` is in how many tables a mark stood. ``first``, ``length``, ``head`` and ``tail`` map a mark to the log of
    how much likelier each kind of cell (``spans.first_kind``, ``spans.length_kind``, ``spans.head_kind``,
    ``spans.tail_kind``) is under it than elsewhere. ``weights`` are those of ``Header.voices``.
    """

    seen: dict[int, int]
    first: dict[int, Array]
    length: dict[int, Array]
    head: dict[int, Array]
    tail: dict[int, Array]
    weights: Array

    def of_runs(self, spans: Spans, header: Row, cells: Sequence[tuple[int, int]]) -> Named:
        """What the names ``cells`` say of the runs under them."""
        runs, empty = np.zeros((N_NAMED, len(cells), spans.n), np.float32), np.zeros(len(cells), np.float32)
        for c, (start, end) in enumerate(cells):
            if end <= start:
                continue
            known = self.kinds(*marks(header, start, end))
            for voice, (kinds, of_run) in enumerate(zip(known, _of_runs(spans), strict=True)):
                if kinds is not None:
                    runs[voice, c] = kinds[of_run]
                    empty[c] = empty[c] if voice else kinds[0]
        return Named(runs, empty)

    def kinds(self, whole: int, last: int, first: int) -> tuple[Array | None, ...]:
        """How much likelier each kind of cell is.

        By first shape, by length, by first shape given the first word, by the class of the first and of the last word.
        """
        known = whole if whole in self.first else last
        tables = self.first, self.length, self.first, self.head, self.tail
        return tuple(table.get(mark) for table, mark in zip(tables, (known, known, first, known, known), strict=True))


def _of_runs(spans: Spans) -> tuple[Array, ...]:
    """The kinds of each run in the order of ``Names.kinds``."""
    return spans.first_kind, spans.length_kind, spans.first_kind, spans.head_kind, spans.tail_kind


class Header:
    """The first line of a table, to be cut into names; ``odds`` are the log odds of a cut at each gap."""

    def __init__(self, row: Row, odds: Sequence[float], names: Names):
        self.row, self.odds, self.names = row, odds, names
        n = len(row.words)
        self.runs = [(a, b) for a in range(n) for b in range(a + 1, min(a + _WIDEST, n) + 1)]
        self._number = {run: i for i, run in enumerate(self.runs)}
        self._start, self._end = np.array(self.runs).T
        self._bonds = [bond(x, y) for x, y in pairwise(row.bare)]

    @cached_property
    def _alone(self) -> tuple[Array, ...]:
        """What is said of each run by itself, and by its words of the kinds of cells under it."""
        repeated = Counter(self.row.bare)
        uncut = [0.0]
        for o in self.odds:
            uncut.append(uncut[-1] - log1p(exp(max(-9.0, min(9.0, o)))))
        said = [self._said(a, b, repeated, uncut) for a, b in self.runs]
        known = [self.names.kinds(*marks(self.row, a, b)) for a, b in self.runs]
        tables = [
            np.array([np.zeros(size) if kinds[i] is None else kinds[i] for kinds in known])
            for i, size in enumerate((N_FIRST, N_LENGTH, N_FIRST, N_CLASS, N_CLASS))
        ]
        return np.array(said, np.float32), *tables

    @cached_property
    def _scores(self) -> Array:
        """How well each run of words is a name by itself."""
        said = self._alone[0]
        return said @ self.names.weights[: said.shape[1]]

    def _said(self, a: int, b: int, repeated: Counter[str], uncut: list[float]) -> list[float]:
        words, bare, coarse = self.row.words, self.row.bare[a:b], self.row.coarse
        seen = self.names.seen
        size, first, last = b - a, bare[0], bare[-1]
        whole, ends, begins = (seen.get(m, 0) for m in marks(self.row, a, b))
        begins_word, ends_word = (seen.get(mark(WORD, word), 0) for word in (first, last))
        depth = sum(w.count("(") + w.count("[") - w.count(")") - w.count("]") for w in words[a:b])
        again_first, again_last, several = repeated[first] > 1, repeated[last] > 1, size > 1
        return [
            max(-8.0, min(8.0, self.odds[a - 1])) if a else 0.0,
            uncut[b - 1] - uncut[a],
            *(min(3.0, log1p(whole)), whole >= 2, min(4.0, log1p(ends)), min(4.0, log1p(begins))),
            *(log((ends + 0.5) / (ends_word + 1)), log((begins + 0.5) / (begins_word + 1))),
            *(size == 1, size == 2, size == 3, size >= 4, max(0, size - 4)),
            *(depth != 0, words[a][0] in "([", words[b - 1][-1] in ")]"),
            *(coarse[a] == "f", coarse[b - 1] == "f", words[a][0].islower()),
            *(again_first, again_last, again_first and several, again_last and several),
            again_first and again_last and several,
            sum(repeated[word] > 1 for word in bare[:-1]),
            sum(repeated[word] > 1 for word in bare[1:]),
            sum(log1p(seen.get(mark(PAIR, f"{x} {y}"), 0)) for x, y in pairwise(bare)),
            sum(self._bonds[a : b - 1]),
            self._bonds[a : b - 1].count(NONE),
            self._bonds[a - 1] if a else 0,
        ]

    def voices(self, spans: Spans, cells: Array) -> Array:
        """What speaks for each run of words as the name of each column: (columns, runs, ``N_NAME``)."""
        said, under = self._alone[0], self._under(spans, cells[None])[:, 0]
        return np.concatenate([np.broadcast_to(said, (len(under[0]), *said.shape)), np.moveaxis(under, 0, 2)], 2)

    def _under(self, spans: Spans, ways: Array) -> Array:
        """What the cells under each column say of each run: (voices, ways to cut the lines, columns, runs)."""
        _, *tables = self._alone
        many, n_lines, k = ways.shape
        filled, place = ways >= 0, np.arange(many)[:, None, None] * k + np.arange(k)
        found = np.empty((len(tables) + 1, many, k, len(self.runs)), np.float32)
        for voice, kind, likelier in zip(found, _of_runs(spans), tables, strict=False):
            n_kinds = likelier.shape[1]
            kinds = np.bincount(
                (np.where(filled, kind[ways], 0) + place * n_kinds).ravel(), minlength=many * k * n_kinds
            )
            voice[:] = (kinds.reshape(-1, n_kinds) / n_lines @ likelier.T).reshape(voice.shape)
        size = self._end - self._start
        usual = np.where(filled, spans.size[ways], 0).sum(1) / np.maximum(filled.sum(1), 1)
        found[-1] = np.where(usual[:, :, None] < _FEW, np.minimum(size - 1, 3), size == 1)
        return found

    def likely(self, k: int) -> list[tuple[int, int]]:
        """The ``k`` names by the best cuts alone; the last are empty where there are too few words."""
        order = sorted(range(len(self.odds)), key=lambda i: -self.odds[i])
        found = list(pairwise([0, *(i + 1 for i in sorted(order[: k - 1])), len(self.row.words)]))
        return found + [(-1, -1)] * (k - len(found))

    def cuts(self, spans: Spans, ways: Array) -> list[tuple[list[tuple[int, int]], float, Array]]:
        """For each of the ways to cut the lines, the best names for the columns, their score and their voices.

        No name is empty while words suffice.
        """
        (many, _, k), n, said = ways.shape, len(self.row.words), self._alone[0]
        if n < k:
            return [(self.likely(k), _TOO_FEW * (k - n), np.zeros(N_NAME, np.float32))] * many
        under = self._under(spans, ways)
        by_cells = np.tensordot(self.names.weights[said.shape[1] :], under, 1)
        scores = self.cube((by_cells + self._scores).reshape(many * k, -1)).reshape(many, k, n + 1, n + 1)
        total, back = np.full((many, n + 1), _NEVER), []
        total[:, 0] = 0.0
        for c in range(k):
            reach = total[:, :, None] + scores[:, c]
            back.append(reach.argmax(1))
            total = reach.max(1)
        found = []
        for way, score in enumerate(total[:, n].tolist()):
            if score <= _NEVER / 2:
                found.append((self.likely(k), _TOO_FEW * k, np.zeros(N_NAME, np.float32)))
                continue
            names, at = [], n
            for came in reversed(back):
                names.append((int(came[way, at]), at))
                at = names[-1][0]
            names.reverse()
            runs = [self._number[run] for run in names]
            voices = np.concatenate([said[runs].mean(0), under[:, way, range(k), runs].mean(1)])
            found.append((names, score, voices))
        return found

    def cube(self, scores: Array) -> Array:
        """Scores of runs (columns, runs) as (columns, start, end)."""
        n = len(self.row.words)
        found = np.full((len(scores), n + 1, n + 1), _NEVER)
        found[:, self._start, self._end] = scores
        return found
