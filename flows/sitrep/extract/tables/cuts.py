"""The learnt model that cuts flattened tables: its weights, and what they say of a table.

``cut_model.json`` and ``gap_net.json`` hold numbers only: words are known by a checksum, never by their text. Both are
written by ``tests/benchmarks/train_tables.py``, from tables under CC BY-SA.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import islice, repeat
from math import exp, log1p
from zlib import crc32

import numpy as np

from sitrep.extract.tables import eight_bits, joint
from sitrep.extract.tables.bonds import bind
from sitrep.extract.tables.checksums import unpack
from sitrep.extract.tables.columns import Named, nameless
from sitrep.extract.tables.gap_net import GapNet, shipped
from sitrep.extract.tables.gap_words import gap_words
from sitrep.extract.tables.gaps import Lines
from sitrep.extract.tables.names import N_NAME, Header, Names
from sitrep.extract.tables.nets import Net
from sitrep.extract.tables.numerals import read_numerals
from sitrep.extract.tables.seen import SeenCells
from sitrep.extract.tables.spans import KINDS, Array, Spans
from sitrep.extract.tables.words import Row

MAX_COLUMNS = 14
MARGIN_MOST = 3.0
N_FIT = 21 + 2 * N_NAME
# Which numbers of a fit hold for a table without a header.
WITHOUT_HEADER = np.array([i not in (1, 3, 6) and i < 19 for i in range(N_FIT)], float)
# How far from the numbers of columns expected others are tried: more cost time and made no more tables whole.
_SPREAD = 0.4
FLOOR = -3.5
Cells = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Model:
    """``gaps`` maps the checksum of a feature of a gap to its weight; ``net`` weighs the gaps of all lines again.

    ``choice`` and ``sure`` weigh ``fit`` of a way to cut; the first of each is for tables with a header, the other for
    those without.
    """

    gaps: dict[int, float]
    net: GapNet
    columns: joint.Weights
    names: Names
    seen: SeenCells
    choice: tuple[Array, Array]
    sure: tuple[Array, Array]


@cache
def model() -> Model:
    """The model that is shipped."""
    stored = json.loads(files(__package__).joinpath("cut_model.json").read_text(encoding="utf-8"))
    scale, names = stored["gap_scale"], stored["names"]
    known = sorted(unpack(names["known"]))
    kinds = eight_bits.unpack(names["kinds"])
    tables = [dict(zip(known, part, strict=True)) for part in np.split(kinds, np.cumsum(KINDS)[:-1], axis=1)]
    return Model(
        {mark: weight * scale for mark, weight in unpack(stored["gaps"]).items()},
        shipped(),
        joint.Weights(
            *(np.array(stored[name], np.float32) for name in ("columns", "empty")),
            tuple(Net(*(np.array(part, np.float32) for part in net)) for net in stored["nets"]),
        ),
        Names(unpack(names["seen"]), *tables, np.array(names["weights"])),
        SeenCells(unpack(stored["cells"])),
        tuple(map(np.array, stored["choice"])),
        tuple(map(np.array, stored["sure"])),
    )


def odds(lines: Lines, known: Model) -> list[list[float]]:
    """For each line, for each gap between two words, the log odds that a cell ends there."""
    none, weight = repeat(0.0), known.gaps.get
    by_words = [sum(map(weight, map(crc32, map(str.encode, gap)), none)) for line in lines.features() for gap in line]
    weighed = iter(known.net(gap_words(lines), np.array(by_words)).tolist())
    found = [list(islice(weighed, len(row.words) - 1)) for row in lines.rows]
    bind(lines.rows, found, lines.headed)
    return found


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to cut a table: for each line, the header first, the words (start, end) of its cells.

    A cell is (-1, -1) where it is empty; ``fit`` is what the cut is chosen by.
    """

    cells: list[Cells]
    fit: Array


class FlatTable:
    """The lines of a flattened table with the log odds of a cut at each gap; ``headed`` says the first is a header."""

    def __init__(self, lines: Lines, gap_odds: list[list[float]], columns: joint.Weights, names: Names):
        rows, headed = lines.rows, lines.headed
        self.rows, self.odds, self.headed, self._columns, self._names = rows, gap_odds, headed, columns, names
        self.body = rows[1:] if headed else rows
        self._body_odds, self._seen = gap_odds[headed:], lines.seen[headed:]
        self.header = Header(rows[0], gap_odds[0], names) if headed else None
        self._uncut = [sum(_log_sigmoid(-o) for o in line) for line in gap_odds]

    @cached_property
    def expected_columns(self) -> tuple[float, float]:
        """How many columns the cuts of the header alone, and of the middle line of the body, make on average."""
        counts = [1 + sum(1 / (1 + exp(-o)) for o in line) for line in self._body_odds]
        middle = sorted(counts)[len(counts) // 2]
        return (1 + sum(1 / (1 + exp(-o)) for o in self.odds[0]) if self.headed else middle), middle

    def counts(self) -> range:
        """The numbers of columns worth trying."""
        header, body = self.expected_columns
        most = len(self.rows[0].words) if self.headed else max(len(row.words) for row in self.rows)
        low = max(2, round(min(header, body) - _SPREAD))
        high = min(most, round(max(header, body) + _SPREAD), MAX_COLUMNS)
        return range(low, max(low, high) + 1)

    def cuts(self, counts: Sequence[int]) -> list[Cut]:
        """The best ways to cut the table into each number of columns."""
        spans = Spans(self.body, self._body_odds, max(counts), FLOOR, self._seen)
        return [cut for k in counts for cut in self._cuts(spans, k)]

    def _cuts(self, spans: Spans, k: int) -> list[Cut]:
        over = _Over(spans, self.header, self._names) if self.header else None
        named = over.said_of(self.header.likely(k)) if over else nameless(spans, k)
        found = []
        ways = joint.cut(spans, k, named, self._columns, renamed=over.named if over else None)
        headers = over.cuts(ways[0]) if over else [([], 0.0, np.zeros(N_NAME))] * len(ways[0])
        for cells, score, (names, name_score, said) in zip(*ways, headers, strict=True):
            lines = spans.cells(cells)
            fit = np.concatenate([self._fit(spans, cells, lines, names), [score / len(lines), score / len(lines) / k]])
            found.append(
                Cut(
                    [names, *lines] if over else lines,
                    np.concatenate([fit, [name_score, name_score / k], said, said * k]),
                )
            )
        return found

    def _fit(self, spans: Spans, cells: Array, lines: list[Cells], names: Cells) -> Array:
        n, k = cells.shape
        header, middle = self.expected_columns
        empty = cells < 0
        nulls = empty.sum(0)
        alike, varied = [], []
        for c in range(k):
            held = cells[:, c][~empty[:, c]]
            shapes, values = spans.ids[1].take(held).tolist(), spans.ids[5].take(held).tolist()
            alike.append(max(map(shapes.count, set(shapes))) / len(held) if shapes else 0.0)
            varied.append(len(set(values)) / len(held) if values else 0.0)
        return np.array(
            [
                *(k, abs(k - header), abs(k - middle), k - header, k - middle),
                sum(map(_likelihood, self._body_odds, self._uncut[self.headed :], lines)) / n,
                _likelihood(self.odds[0], self._uncut[0], names) if names else 0.0,
                *(empty.mean(), nulls.sum() / n, (~empty).all(1).mean(), (nulls > n / 2).sum(), (nulls == n).sum()),
                *(np.mean(alike), np.sum(alike), np.min(alike), np.mean(varied), np.max(varied)),
            ]
        )


class _Over:
    """The header over ways to cut the body; what is found of one way, or said by one set of names, is found once."""

    def __init__(self, spans: Spans, header: Header, names: Names):
        self._spans, self._header, self._names = spans, header, names
        self._cut: dict[bytes, tuple[Cells, float, Array]] = {}
        self._said: dict[tuple[tuple[int, int], ...], Named] = {}

    def cuts(self, ways: Array) -> list[tuple[Cells, float, Array]]:
        """As ``Header.cuts``."""
        new = {key: way for key, way in ((way.tobytes(), way) for way in ways) if key not in self._cut}
        if new:
            self._cut.update(zip(new, self._header.cuts(self._spans, np.array(list(new.values()))), strict=True))
        return [self._cut[way.tobytes()] for way in ways]

    def named(self, ways: Array) -> Named:
        """What the names of the columns say, the header cut for each of the ways to cut the body."""
        runs, empty = zip(*(self.said_of(names) for names, _, _ in self.cuts(ways)), strict=True)
        return Named(np.stack(runs, 1), np.stack(empty)[:, None])

    def said_of(self, names: Cells) -> Named:
        """What the names say of the runs of words under them."""
        key = tuple(names)
        if key not in self._said:
            self._said[key] = self._names.of_runs(self._spans, self._header.row, names)
        return self._said[key]


def _likelihood(line: Sequence[float], uncut: float, cells: Cells) -> float:
    """The log likelihood of a line's cuts by the odds of each gap alone; ``uncut`` is that of no cut at all."""
    return uncut + sum(line[start - 1] for start, _ in cells if start > 0)


def _log_sigmoid(x: float) -> float:
    return -log1p(exp(-x)) if x > -30 else x


def table_of(rows: list[Row], headed: bool, known: Model) -> FlatTable:
    """The lines of a table, ready to be cut."""
    read_numerals(rows[headed:])
    lines = Lines(rows, headed, [known.seen.runs(row) for row in rows])
    return FlatTable(lines, odds(lines, known), known.columns, known.names)


def choose(table: FlatTable, known: Model, counts: Sequence[int] | None = None) -> tuple[Cut, float]:
    """The best cut over the numbers of columns, and the share of its cells that is likely to be right (0 to 1)."""
    cuts = table.cuts(counts or table.counts())
    choice, sure = (weights[not table.headed] for weights in (known.choice, known.sure))
    scores = np.array([cut.fit @ choice for cut in cuts])
    first = int(scores.argmax())
    return cuts[first], float(1 / (1 + np.exp(-sure @ doubt(table, cuts, scores))))


def doubt(table: FlatTable, cuts: list[Cut], scores: Array) -> Array:
    """What the confidence is read from: the fit of the cut chosen, its share among all, its lead, how many lines."""
    first = int(scores.argmax())
    fit, n = cuts[first].fit, len(table.body)
    share = 1 / np.exp(np.minimum(scores - scores[first], 0)).sum()
    others = np.delete(scores, first)
    lead = min(MARGIN_MOST, float(scores[first] - others.max())) if len(others) else MARGIN_MOST
    words = sum(len(row.words) for row in table.body) / n
    return np.array([1.0, *fit, fit[5] / words, min(n, 8), share, lead])
