"""The learnt model that cuts flattened tables: its weights, and what they say of a table.

``cut_model.json`` holds numbers only: features are known by a checksum, never by their text. It is written by
``tests/benchmarks/train_tables.py``, from tables under CC BY-SA.
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log1p
from operator import mul
from struct import iter_unpack
from zlib import crc32

from sitrep import lexicons
from sitrep.extract.tables.gaps import Lines
from sitrep.extract.tables.joint import NULL, Cut, FlatTable, Weights
from sitrep.extract.tables.words import Row

MAX_COLUMNS = 14
MARGIN_MOST = 3.0
_SPREAD = 0.3
_HELD = -4.0
_QUALIFIED = 2.5


@dataclass(frozen=True, slots=True)
class Model:
    """``gaps`` maps the checksum of a feature to its weight; ``choice`` and ``sure`` weigh ``fit_features``."""

    gaps: dict[int, float]
    bias: float
    joint: Weights
    choice: tuple[float, ...]
    sure: tuple[float, ...]


@cache
def model() -> Model:
    """The model that is shipped."""
    stored = json.loads(files(__package__).joinpath("cut_model.json").read_text(encoding="utf-8"))
    scale = stored["gap_scale"]
    joint = stored["joint"]
    return Model(
        {mark: weight * scale for mark, weight in iter_unpack("<Ib", b64decode(stored["gaps"]))},
        stored["gap_bias"],
        Weights(
            tuple(joint["column"]),
            joint["cut"],
            joint["null"],
            joint["null_share"],
            {mark: weight * joint["header_scale"] for mark, weight in iter_unpack("<Ib", b64decode(joint["header"]))},
        ),
        tuple(stored["choice"]),
        tuple(stored["sure"]),
    )


def odds(lines: Lines, gaps: dict[int, float], bias: float) -> list[list[float]]:
    """For each line, for each gap between two words, the log odds that a cell ends there.

    What the tables learnt from hardly hold is added: a designation is never cut from what it designates ("Samad-3
    Drone"), and a name of a column seldom behind a word that only qualifies one, or before one that only ends one.
    """
    found = [[bias + sum(gaps.get(crc32(f.encode()), 0.0) for f in gap) for gap in line] for line in lines.features()]
    for row, line in zip(lines.rows, found, strict=True):
        for i in range(len(line)):
            if row.named[i] == "d":
                line[i] = min(line[i], _HELD)
    if lines.headed:
        modifiers, tails = _qualifiers()
        bare = lines.rows[0].bare
        for i in range(len(bare) - 1):
            if bare[i] in modifiers or bare[i + 1] in tails:
                found[0][i] -= _QUALIFIED
    return found


@cache
def _qualifiers() -> tuple[frozenset[str], frozenset[str]]:
    groups = lexicons.load("table_words")
    return frozenset(groups["column_modifier"]), frozenset(groups["column_tail"])


def table_of(rows: list[Row], headed: bool, known: Model) -> FlatTable:
    """The lines of a table, ready to be cut."""
    return FlatTable(rows, odds(Lines(rows, headed), known.gaps, known.bias), headed, known.joint)


def expected_columns(table: FlatTable) -> tuple[float, float]:
    """How many columns the cuts of the header alone, and of the middle line of the body, make on average."""
    counts = [1 + sum(1 / (1 + exp(-o)) for o in line) for line in table.odds]
    body = sorted(counts[r] for r in table.body)
    middle = body[len(body) // 2]
    return (counts[0] if table.headed else middle), middle


def candidates(table: FlatTable) -> range:
    """The numbers of columns worth trying."""
    header, body = expected_columns(table)
    most = len(table.rows[0].words) if table.headed else max(len(row.words) for row in table.rows)
    low = max(2, int(min(header, body) - _SPREAD))
    high = min(most, int(max(header, body) + _SPREAD) + 1, MAX_COLUMNS)
    return range(low, max(low, high) + 1)


def fit_features(table: FlatTable, cut: Cut) -> list[float]:
    """How well a cut fits: what the number of columns is chosen by, and how sure the choice is."""
    k, body = len(cut.columns), table.body
    n = len(body)
    cells = [c for r in body for c in cut.cells[r]]
    columns = cut.columns
    filled = [max(1, column.n) for column in columns]
    alike = sum(max(column.shape.values(), default=0) / many for column, many in zip(columns, filled, strict=True))
    even = sum(max(column.length.values(), default=0) / many for column, many in zip(columns, filled, strict=True))
    header, middle = expected_columns(table)
    return [
        sum(_likelihood(table.odds[r], cut.cells[r]) for r in body) / n,
        _likelihood(table.odds[0], cut.cells[0]) if table.headed else 0.0,
        cut.score / n,
        cut.score / n / k,
        cells.count(NULL) / n,
        alike / k,
        alike,
        sum(column.nulls > column.n for column in columns),
        k,
        even,
        sum(NULL not in cut.cells[r] for r in body) / n,
        abs(k - header),
        abs(k - middle),
    ]


def _likelihood(line: Sequence[float], cells: list[tuple[int, int]]) -> float:
    """The log likelihood of a line's cuts by the chance of each gap alone."""
    starts = {start for start, _ in cells if start > 0}
    return sum(_log_sigmoid(o if i + 1 in starts else -o) for i, o in enumerate(line))


def _log_sigmoid(x: float) -> float:
    return -log1p(exp(-x)) if x > -30 else x


def choose(table: FlatTable, known: Model) -> tuple[Cut, float]:
    """The best cut over all numbers of columns, and the share of its cells that is likely to be right (0 to 1)."""
    found = []
    for k in candidates(table):
        cut = table.cut(k)
        features = fit_features(table, cut)
        found.append((sum(map(mul, known.choice, features)), -k, cut, features))
    found.sort(key=lambda item: item[:2], reverse=True)
    score, _, cut, features = found[0]
    margin = score - found[1][0] if len(found) > 1 else MARGIN_MOST
    return cut, confidence(with_margin(sure_features(table, features), margin), known.sure)


def sure_features(table: FlatTable, features: list[float]) -> list[float]:
    """What the confidence is read from, but for the lead: the fit, and how many lines there are."""
    words = sum(len(table.rows[r].words) for r in table.body) / len(table.body)
    return [1.0, *features, features[0] / words, min(len(table.body), 8), float(table.headed)]


def with_margin(features: list[float], margin: float) -> list[float]:
    """The same with the lead over the next best number of columns."""
    return [*features, min(margin, MARGIN_MOST)]


def confidence(features: list[float], weights: Sequence[float]) -> float:
    """The expected share of right cells."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, sum(map(mul, weights, features))))))
