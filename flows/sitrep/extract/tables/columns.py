"""What the cells of one column of a flattened table have in common, and how well one more would fit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from sitrep.extract.tables.words import Row

N_WEIGHTS = 20


@dataclass(slots=True)
class Piece:
    """A run of words that may be a cell: its shapes with repeats made one, its ends, and how long it is."""

    shape: str
    first: str
    last: str
    length: int
    value: str
    head: str
    tail: str
    chars: int


def piece(row: Row, start: int, end: int) -> Piece:
    """The words ``start`` to ``end`` (exclusive) of a line."""
    coarse = row.coarse[start:end]
    runs = coarse[0] + "".join(b for a, b in pairwise(coarse) if a != b)
    return Piece(
        runs if len(runs) <= 4 else runs[0] + "…" + runs[-1],
        coarse[0],
        coarse[-1],
        end - start,
        " ".join(row.bare[start:end]),
        row.bare[start],
        row.bare[end - 1],
        row.spans[end - 1][1] - row.spans[start][0],
    )


class Column:
    """Counts over the cells of one column; ``add`` with a sign of -1 takes a cell out again."""

    __slots__ = ("chars", "first", "head", "last", "length", "n", "nulls", "shape", "tail", "value")

    def __init__(self) -> None:
        self.n = self.nulls = self.chars = 0
        self.shape: Counter[str] = Counter()
        self.first: Counter[str] = Counter()
        self.last: Counter[str] = Counter()
        self.length: Counter[int] = Counter()
        self.value: Counter[str] = Counter()
        self.head: Counter[str] = Counter()
        self.tail: Counter[str] = Counter()

    def add(self, cell: Piece | None, sign: int = 1) -> None:
        if cell is None:
            self.nulls += sign
            return
        self.n += sign
        self.chars += sign * cell.chars
        self.shape[cell.shape] += sign
        self.first[cell.first] += sign
        self.last[cell.last] += sign
        self.length[min(cell.length, 12)] += sign
        self.value[cell.value] += sign
        self.head[cell.head] += sign
        self.tail[cell.tail] += sign

    def null_share(self) -> float:
        """The log of the share of empty cells, never less than that of one in twenty."""
        total = self.n + self.nulls
        return log(self.nulls / total + 0.05) if total else log(0.05)

    def usual(self) -> str:
        """The shape that most of its cells begin with; ``?`` where there are none."""
        best = max(self.first.items(), key=lambda item: (item[1], item[0]), default=("?", 0))
        return best[0] if best[1] > 0 else "?"

    def features(self, cell: Piece) -> tuple[float, ...]:
        """How a cell fits among the others: ``N_WEIGHTS`` numbers, all 0 where there are no others."""
        n = self.n
        if not n:
            return (0.0,) * N_WEIGHTS
        shape = self.shape.get(cell.shape, 0) / n
        first, last = self.first.get(cell.first, 0) / n, self.last.get(cell.last, 0) / n
        at = min(cell.length, 12)
        length = self.length.get(at, 0) / n
        near = (self.length.get(at - 1, 0) + self.length.get(at + 1, 0)) / n
        value = self.value.get(cell.value, 0)
        head, tail = self.head.get(cell.head, 0), self.tail.get(cell.tail, 0)
        many = cell.length > 1
        text = cell.shape[0] in "Cl(f"
        log_shape = log(shape + 0.05)
        return (
            log_shape,
            log(first + 0.05),
            log(last + 0.05),
            log(length + 0.5 * near + 0.05),
            1.0 if value else 0.0,
            log(1 + value) if value else 0.0,
            head / n if many else 0.0,
            tail / n if many else 0.0,
            abs(log((cell.chars + 3) * n / (self.chars + 3 * n))),
            0.0 if text else log_shape,
            log(length + 0.05) if text else 0.0,
            1.0 if not shape and not text else 0.0,
            0.0 if first else 1.0,
            0.0 if last else 1.0,
            log(1 - self.nulls / (n + self.nulls) + 0.05),
            (cell.length - 1) ** 0.5,
            1.0 if shape > 0.99 else 0.0,
            1.0 if value and many else 0.0,
            head / n if text and head > 1 else 0.0,
            log(1 + len(self.value) / n) if text else 0.0,
        )

    def score(self, cell: Piece, w: tuple[float, ...]) -> float:
        """``features`` times the weights ``w``, without the detour: what most of the time goes into."""
        n = self.n
        if not n:
            return 0.0
        logs, halves = _logs(n), _logs(2 * n)
        shape, first, last = self.shape.get(cell.shape, 0), self.first.get(cell.first, 0), self.last.get(cell.last, 0)
        many, at = cell.length > 1, min(cell.length, 12)
        lengths = self.length
        length = lengths.get(at, 0)
        near = lengths.get(at - 1, 0) + lengths.get(at + 1, 0)
        total = w[0] * logs[shape] + w[1] * logs[first] + w[2] * logs[last] + w[3] * halves[2 * length + near]
        total += w[8] * abs(log((cell.chars + 3) * n / (self.chars + 3 * n))) + w[15] * (cell.length - 1) ** 0.5
        total += w[14] * log(1 - self.nulls / (n + self.nulls) + 0.05)
        if value := self.value.get(cell.value, 0):
            total += w[4] + w[5] * log(1 + value) + (w[17] if many else 0.0)
        text = cell.shape[0] in "Cl(f"
        head = self.head.get(cell.head, 0)
        if many:
            total += (w[6] * head + w[7] * self.tail.get(cell.tail, 0)) / n
        if text:
            total += w[10] * logs[length] + w[19] * log(1 + len(self.value) / n)
            if head > 1:
                total += w[18] * head / n
        else:
            total += w[9] * logs[shape]
            if not shape:
                total += w[11]
        if not first:
            total += w[12]
        if not last:
            total += w[13]
        return total + w[16] if shape > 0.99 * n else total


@lru_cache(maxsize=1024)
def _logs(n: int) -> tuple[float, ...]:
    """The log of each share of ``n``, and of one in twenty more, up to twice ``n``."""
    return tuple(log(i / n + 0.05) for i in range(2 * n + 1))
