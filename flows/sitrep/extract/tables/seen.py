"""Runs of words that were whole cells of the tables learnt from: "Los Angeles" is one cell, "Angeles Kings" is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

from sitrep.extract.tables.words import Row

LONGEST = 5
_BASE, _FULL = 1_000_003, (1 << 32) - 1


class Run(NamedTuple):
    """Words ``start`` to ``end`` of a line were a cell of so many ``tables``."""

    start: int
    end: int
    tables: int


@dataclass(frozen=True, slots=True)
class SeenCells:
    """In how many tables a cell stood, by its checksum."""

    tables: Mapping[int, int]

    def runs(self, row: Row) -> list[Run]:
        """The runs of a line that were cells."""
        found, get = [], self.tables.get
        for start in range(len(row.bare)):
            for size, mark in enumerate(marks(row.bare[start : start + LONGEST]), 1):
                tables = get(mark)
                if tables:
                    found.append(Run(start, start + size, tables))
        return found


def marks(bare: Sequence[str]) -> Iterator[int]:
    """The checksums of the first word, the first two, and so on."""
    total = 0
    for word in bare:
        total = (total * _BASE + crc32(word.encode()) + 1) & _FULL
        yield total


def gap_marks(runs: Sequence[Run], n_words: int) -> list[str]:
    """For each gap of a line: the longest run seen across it, and the longest that end before and begin behind it."""
    across, ends, begins = [0] * n_words, [0] * n_words, [0] * n_words
    for start, end, _ in runs:
        size = end - start
        for gap in range(start, end - 1):
            across[gap] = max(across[gap], size)
        ends[end - 1] = max(ends[end - 1], size)
        begins[start] = max(begins[start], size)
    return [f"{min(across[i], 4)}{min(ends[i], 3)}{min(begins[i + 1], 3)}" for i in range(n_words - 1)]
