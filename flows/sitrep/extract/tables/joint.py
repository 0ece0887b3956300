"""Cut all lines of a flattened table at once: every cell must look like the other cells of its column.

The chance of a cut at each gap is one voice; the others are how alike the cells of a column are (``columns``). For a
given number of columns the lines are cut against what the columns of the other lines hold, a few times over, from
several starts: the best cuts of each line alone, and the likeliest cells of one line taken for the columns of all (the
anchor of TEGRA, Chu et al., SIGMOD 2015, whose objective is over pairs of lines; the voices here are learnt). Empty
cells are allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np

from sitrep.extract.tables import nets
from sitrep.extract.tables.columns import Named, score
from sitrep.extract.tables.spans import Array, Spans

_NEVER = np.float32(-1e9)
_ANCHORED = 8
# How many ways are kept after each round, and how many rounds the voices and then the nets have: with four ways no
# more tables came back whole.
_KEPT, _ROUNDS = 3, 2
_FULL_SHARE = 0.3
_FLOORS = (-99.0, -1.0)


@dataclass(frozen=True, slots=True)
class Weights:
    """The learnt weights of ``columns.voices`` and ``columns.empty_voices``; the nets over them have the last word."""

    voices: Array
    empty: Array
    nets: tuple[nets.Net, nets.Net] | None = None


def cut(
    spans: Spans,
    k: int,
    named: Named,
    weights: Weights,
    anchored: int = _ANCHORED,
    renamed: Callable[[Array], Named] | None = None,
) -> tuple[Array, Array]:
    """The best ways to cut the lines into ``k`` columns: numbers of runs (ways, lines, columns), -1 for an empty cell.

    And the score of each, best first. ``anchored`` is how many starts are made of one line; ``renamed`` tells what the
    names of the columns say once these are known.
    """
    starts = np.array([*_alone(spans, k), *_anchors(spans, k, anchored)])

    def heard(cells: Array) -> tuple[Array, Array]:
        return score(spans, cells, named, weights.voices, weights.empty)

    cells, totals = _settle(spans, starts, heard)
    if not weights.nets:
        return cells, totals

    def told(cells: Array) -> tuple[Array, Array]:
        return nets.score(spans, cells, renamed(cells) if renamed else named, *weights.nets)

    return _settle(spans, cells, told)


def _settle(spans: Spans, starts: Array, scored: Callable[[Array], tuple[Array, Array]]) -> tuple[Array, Array]:
    """Cut each line against what the columns of the others hold, a few rounds."""
    cells = list({one.tobytes(): one for one in starts}.values())
    totals, settled = [0.0] * len(cells), [False] * len(cells)
    for _ in range(_ROUNDS):
        moving = [i for i, done in enumerate(settled) if not done]
        if not moving:
            break
        before = np.array([cells[i] for i in moving])
        found, sums = best(spans, cube(spans, *scored(before)))
        for i, one, total, old in zip(moving, found, sums.tolist(), before, strict=True):
            cells[i], totals[i], settled[i] = one, total, bool((one == old).all())
        first = _ranked(cells, totals)[:_KEPT]
        cells, totals, settled = ([those[i] for i in first] for those in (cells, totals, settled))
    return np.array(cells), np.array(totals)


def _ranked(cells: Sequence[Array], totals: Sequence[float]) -> list[int]:
    """The numbers of the ways to cut, best first, each way once."""
    order: dict[bytes, int] = {}
    for i in sorted(range(len(cells)), key=lambda i: -totals[i]):
        order.setdefault(cells[i].tobytes(), i)
    return list(order.values())


def _alone(spans: Spans, k: int) -> list[Array]:
    """Each line cut at its best gaps, none worse than a floor; lines with too few cells are left open."""
    found: list[Array] = []
    for floor in _FLOORS:
        cells = np.full((spans.n_lines, k), -1)
        for r, stops in enumerate(spans.stops):
            odds = [spans.odds[r][stop - 1] for stop in stops[1:-1]]
            chosen = sorted(i for i in sorted(range(len(odds)), key=lambda i: -odds[i])[: k - 1] if odds[i] > floor)
            cells[r, : len(chosen) + 1] = _between(spans, r, chosen)
        full = (cells >= 0).all(1)
        if full.sum() >= max(1, _FULL_SHARE * spans.n_lines):
            cells[~full] = -1
        if not found or (found[0] != cells).any():
            found.append(cells)
    return found


def _anchors(spans: Spans, k: int, many: int) -> list[Array]:
    """The likeliest ways to cut the line with the fewest gaps to choose from, the other lines left open."""
    lines = [r for r, stops in enumerate(spans.stops) if len(stops) > k]
    if not lines or not many:
        return []
    r = min(lines, key=lambda r: (len(spans.stops[r]), r))
    found = []
    for chosen in _likeliest([spans.odds[r][stop - 1] for stop in spans.stops[r][1:-1]], k - 1, many):
        cells = np.full((spans.n_lines, k), -1)
        cells[r] = _between(spans, r, chosen)
        found.append(cells)
    return found


def _between(spans: Spans, r: int, chosen: list[int]) -> Array:
    """The runs of a line between the chosen inner stops."""
    edges = np.array([0, *(i + 1 for i in chosen), len(spans.stops[r]) - 1])
    return spans.at(r, edges[:-1], edges[1:])


def _likeliest(odds: list[float], size: int, many: int) -> list[list[int]]:
    """The ``many`` choices of ``size`` entries with the greatest sums, best first."""
    order = sorted(range(len(odds)), key=lambda i: -odds[i])
    waiting, seen, found = [(0.0, tuple(range(size)))], set(), []
    while waiting and len(found) < many:
        loss, chosen = heappop(waiting)
        if chosen in seen:
            continue
        seen.add(chosen)
        found.append(sorted(order[i] for i in chosen))
        for j, i in enumerate(chosen):
            if i + 1 < len(order) and (j == size - 1 or i + 1 < chosen[j + 1]):
                more = loss + odds[order[i]] - odds[order[i + 1]]
                heappush(waiting, (more, (*chosen[:j], i + 1, *chosen[j + 1 :])))
    return found


def cube(spans: Spans, runs: Array, empty: Array) -> Array:
    """Scores as (starts, columns, lines, stops, stops): of the cell between two stops, of an empty cell at a stop."""
    x, k, _ = runs.shape
    found = np.full((x, k, spans.n_lines * spans.width * spans.width), _NEVER)
    found[:, :, spans.flat] = runs
    found = found.reshape(x, k, spans.n_lines, spans.width, spans.width)
    diagonal = np.arange(spans.width)
    found[:, :, :, diagonal, diagonal] = empty.transpose(0, 2, 1)[..., None]
    return found


def best(spans: Spans, scores: Array) -> tuple[Array, Array]:
    """The best cells of each line (starts, lines, columns) by dynamic programming, and the sum of the scores."""
    x, k, n_lines, width, _ = scores.shape
    total = np.full((x, n_lines, width), _NEVER)
    total[:, :, 0] = 0
    back = np.empty((k, x, n_lines, width), np.int64)
    for c in range(k):
        reach = total[..., None] + scores[:, c]
        back[c] = reach.argmax(2)
        total = reach.max(2)
    stop = np.broadcast_to(spans.last_stop, (x, n_lines)).copy()
    sums = np.take_along_axis(total, stop[..., None], 2)[..., 0].sum(1)
    cells = np.empty((x, n_lines, k), np.int64)
    lines = np.arange(n_lines)
    for c in range(k - 1, -1, -1):
        start = np.take_along_axis(back[c], stop[..., None], 2)[..., 0]
        cells[:, :, c] = np.where(start < stop, spans.at(lines, start, stop), -1)
        stop = start
    return cells, sums
