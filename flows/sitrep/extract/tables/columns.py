"""How well a run of words fits a column, given the cells that the column has in the other lines.

Each voice is an array over starts (ways to cut the table tried side by side), columns and runs of words; their weighted
sum is the score of the run as a cell of the column. No line has a say in its own cells: what a column holds is counted
without the line that is scored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from sitrep.extract.tables.spans import MARKS, Array, Spans

_SHARES = len(MARKS)
N_NAMED, N_EMPTY = 5, 8
N_VOICES = _SHARES + 27 + N_NAMED
_RUNS, _LENGTH, _VALUE, _HEAD = (MARKS.index(name) for name in ("runs", "length", "value", "head"))
_LITTLE = 0.05


class Named(NamedTuple):
    """What the names of the columns say of each run (``N_NAMED``, columns, runs), and of an empty cell (columns).

    Where each start has its own names, its number stands before that of the column.
    """

    runs: Array
    empty: Array


def nameless(spans: Spans, k: int) -> Named:
    """Columns without names."""
    return Named(np.zeros((N_NAMED, k, spans.n), np.float32), np.zeros(k, np.float32))


def score(spans: Spans, cells: Array, named: Named, weights: Sequence[float], empty: Array) -> tuple[Array, Array]:
    """The score of each run in each column (starts, columns, runs), and of an empty cell (starts, lines, columns)."""
    shape = len(cells), cells.shape[2], spans.n
    total, weighted = np.zeros(shape, np.float32), np.empty(shape, np.float32)
    sums: dict[tuple[int, ...], Array] = {}
    for weight, voice in zip(weights, voices(spans, cells, named), strict=True):
        if voice.shape == shape:
            np.multiply(voice, np.float32(weight), out=weighted, casting="unsafe")
            total += weighted
        else:
            small = np.float32(weight) * voice
            sums[small.shape] = sums[small.shape] + small if small.shape in sums else small
    for one in sums.values():
        total += one
    return total, empty_voices(spans, cells, named) @ empty


def voices(spans: Spans, cells: Array, named: Named) -> Iterator[Array]:
    """The ``N_VOICES`` voices, each broadcasting to (starts, columns, runs).

    ``cells`` (starts, lines, columns) are numbers of runs, -1 for an empty cell.
    """
    x, n_lines, k = cells.shape
    filled = cells >= 0
    at_start, _, at_column = np.nonzero(filled)
    held = cells[filled]
    place = (at_start * k + at_column) * spans.n_ids
    counts = np.bincount((place + spans.ids[:, held]).ravel(), minlength=x * k * spans.n_ids)
    counts = counts.reshape(x * k, spans.n_ids)
    n_filled = filled.sum(1)
    per_line = n_filled[:, :, None] - filled.transpose(0, 2, 1)
    others = per_line.take(spans.line, 2)
    own = cells.take(spans.line, 1).transpose(0, 2, 1).reshape(x * k, spans.n)
    ids = np.concatenate([spans.ids, np.full((_SHARES, 1), -1)], 1)
    row, logs = others * (n_lines + 1), _logs(n_lines + 1)
    grown = np.log1p(np.arange(n_lines * k + 1)).astype(np.float32)
    kept: dict[int, Array] = {}
    for j in range(_SHARES):
        count = counts.take(spans.ids[j], 1)
        count -= ids[j].take(own) == spans.ids[j]
        count = count.reshape(x, k, spans.n)
        share = logs.take(row + count)
        if j in (_RUNS, _LENGTH):
            kept[j] = share
        elif j in (_VALUE, _HEAD):
            kept[j] = count
        yield share
    counts, own = counts.reshape(x, k, spans.n_ids), own.reshape(x, k, spans.n)
    several, some = spans.size > 1, others > 0
    value = kept[_VALUE]
    yield from _lengths(spans, cells, held, (at_start, at_column), own, others)
    yield grown.take(value) * several
    yield (value > 0) * several
    yield (kept[_HEAD] > 1) * (several & spans.is_text)
    yield kept[_RUNS] * ~spans.is_text
    yield kept[_LENGTH] * spans.is_text
    filled_least = np.maximum(n_filled, 1)
    first, stop = spans.ids[_VALUE].min(), spans.ids[_VALUE].max() + 1
    yield ((counts[:, :, first:stop] > 0).sum(2) / filled_least)[:, :, None] * spans.is_text
    for j in (_RUNS, _LENGTH):
        first, stop = spans.ids[j].min(), spans.ids[j].max() + 1
        yield (counts[:, :, first:stop].max(2) / filled_least)[:, :, None]
    yield some
    yield np.log(per_line / max(n_lines - 1, 1) + _LITTLE).astype(np.float32).take(spans.line, 2)
    yield spans.start_odds
    yield spans.no_cut_inside
    yield from spans.alone
    yield from _gaps(spans, cells, filled)
    yield from named.runs
    anywhere = counts.sum(1).take(spans.ids[_VALUE], 1)
    mine = (ids[_VALUE].take(own) == spans.ids[_VALUE]).sum(1)
    yield grown.take(anywhere - mine)[:, None, :]


def empty_voices(spans: Spans, cells: Array, named: Named) -> Array:
    """What speaks for an empty cell: (starts, lines, columns, ``N_EMPTY``)."""
    x, n_lines, k = cells.shape
    empty = cells < 0
    others = empty.sum(1)[:, None, :] - empty
    found = np.zeros((x, n_lines, k, N_EMPTY), np.float32)
    found[..., 0] = 1
    found[..., 1] = np.log(others / max(n_lines - 1, 1) + _LITTLE)
    found[..., 2] = others == 0
    found[:, :, 0, 3] = 1
    found[:, :, -1, 4] = 1
    found[..., 5] = (spans.last_stop < k)[:, None]
    found[..., 6] = np.log1p(n_lines)
    found[..., 7] = named.empty
    return found


@lru_cache(maxsize=256)
def _logs(size: int) -> Array:
    """The log of the share that a count has of a number, at number * ``size`` + count; 0 where the number is 0."""
    number, count = np.divmod(np.arange(size * (size + 1)), size)
    return np.where(number > 0, np.log(count / np.maximum(number, 1) + _LITTLE), 0).astype(np.float32)


def _lengths(spans: Spans, cells: Array, held: Array, place: tuple, own: Array, others: Array) -> Iterator[Array]:
    """How far the number of letters is from the mean of the column (of logs), and how far above it."""
    x, _, k = cells.shape
    at = place[0] * k + place[1]
    sums = np.bincount(at, weights=spans.log_chars[held], minlength=x * k).reshape(x, k, 1)
    letters = np.append(spans.log_chars, np.float32(0))
    mean = (sums - letters.take(own)) / np.maximum(others, 1)
    above = np.where(others > 0, spans.log_chars - mean, 0).astype(np.float32)
    yield np.abs(above)
    yield above


def _gaps(spans: Spans, cells: Array, filled: Array) -> Iterator[Array]:
    """Whether gaps that look like the one before the run are cut in other lines, and those like the ones inside."""
    x = len(cells)
    at_start, held = np.nonzero(filled)[0], cells[filled]
    later = spans.is_later[held]
    start, gap = at_start[later], spans.gap_number[spans.word_at[held[later]] - 1]
    cuts = (
        np.bincount((start * many + ids[:, gap]).ravel(), minlength=x * many).reshape(x, many)[:, ids]
        for ids, many in ((spans.gap_ids, spans.n_gap_ids), (spans.gap_line_ids, spans.n_gap_line_ids))
    )
    share = np.clip((next(cuts) - next(cuts) + spans.gap_chance) / (spans.gap_others + 1), 0.01, 0.99)
    odds, uncut = np.zeros((2, x, len(share[0]), len(spans.gap_odds) + 1), np.float32)
    odds[:, :, spans.gap_at + 1] = np.log(share / (1 - share))
    uncut[:, :, spans.gap_at + 1] = np.log(1 - share)
    before = np.where(spans.is_later, odds.take(spans.word_at, 2), 0)
    uncut = np.cumsum(uncut[:, :2], 2)
    inside = uncut.take(spans.word_to - 1, 2) - uncut.take(spans.word_at, 2)
    yield before[:, :1]
    yield inside[:, :1]
    yield before[:, 1:2]
    yield inside[:, 1:]
    yield before[:, 2:3]
    yield before[:, 3:]
