"""A small neural net that weighs the cuts of a flattened table by what all its lines hold at like places.

Each word hears its neighbours, its line, and the mean of the words that look like it or stand in a like place in the
other lines (``gap_words.GapWords.like``). The later layers cut the lines by what was heard so far, softly: a word then
hears the words of the body and of the header that stand so many cuts from the start and from the end of their lines.

``gap_net.json`` holds its weights, numbers only. It is written by ``tests/benchmarks/train_tables.py``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from sitrep.extract.tables.eight_bits import unpack
from sitrep.extract.tables.gap_words import GapWords
from sitrep.extract.tables.spans import Array

MOST_ODDS, ODDS_SCALE, COUNT_SCALE = 12.0, 4.0, 3.0
NEIGHBOURS = -2, -1, 1, 2
# How many cuts from the start or the end of a line are told apart, and what keeps the mean over few words near 0.
PLACES, FEW = 24, 0.1
TINY = 1e-5
_BLOCK = 64


@dataclass(frozen=True, slots=True)
class Layer:
    """What a word makes of what it hears.

    ``norm`` (2, width): scale and shift of what comes in. ``parts`` (kinds of what is heard, width, units), ``counts``
    (numbers beside them and 1, units) and ``out`` (units and 1, width) are weights.
    """

    norm: Array
    parts: Array
    counts: Array
    out: Array


@dataclass(frozen=True, slots=True)
class Head:
    """The log odds of a cut between two words: ``norm`` (2, width), ``parts`` (3, width, units), ``bias`` (1, units).

    ``out`` (units and 1, 1).
    """

    norm: Array
    parts: Array
    bias: Array
    out: Array


@dataclass(frozen=True, slots=True)
class GapNet:
    """The weights of the net.

    ``kinds`` are numbers for each of ``gap_words.KINDS``; ``entry`` (numbers of a word and 1, width) leads in. Each of
    the last ``layers`` has one of ``heads`` before it; the last head has the last word. ``mixed`` weighs the odds that
    are given, those of the net, and 1.
    """

    kinds: tuple[Array, ...]
    entry: Array
    layers: tuple[Layer, ...]
    heads: tuple[Head, ...]
    mixed: Array

    def __call__(self, words: GapWords, odds: Array) -> Array:
        """The log odds of a cut at each of ``words.gaps``, given those that words alone make likely (gaps)."""
        given = np.clip(odds, -MOST_ODDS, MOST_ODDS).astype(np.float32)
        return self.mixed @ np.stack([given, self.unmixed(words, given), np.ones_like(given)])

    def unmixed(self, words: GapWords, given: Array) -> Array:
        """The log odds of the net alone."""
        around = np.zeros((len(words.first), 2), np.float32)
        around[words.gaps + 1, 0] = around[words.gaps, 1] = given / ODDS_SCALE
        known = [table[words.kinds[:, j]] for j, table in enumerate(self.kinds)]
        x = np.concatenate([*known, words.numbers, around], 1) @ self.entry[:-1] + self.entry[-1]
        heard = _Heard(words)
        first_soft = len(self.layers) - len(self.heads) + 1
        for i, layer in enumerate(self.layers):
            y = _normed(x, layer)
            parts, counts = heard.around(y), [heard.counts]
            if i >= first_soft:
                cuts = _sigmoid(_odds(x, words.gaps, self.heads[i - first_soft]))
                more, numbers = heard.in_columns(y, cuts)
                parts += more
                counts.append(numbers)
            units = _product(np.stack(parts), layer.parts) + np.concatenate(counts, 1) @ layer.counts[:-1]
            x = x + np.maximum(units + layer.counts[-1], 0) @ layer.out[:-1] + layer.out[-1]
        return _odds(x, words.gaps, self.heads[-1])


class _Heard:
    """What the words of a table hear of each other."""

    def __init__(self, words: GapWords):
        self._words, n = words, len(words.like)
        self._at, order, starts, sizes, total = [], [], [], [], 0
        for like in words.like.T:
            size = np.bincount(like)
            self._at.append(like + total)
            starts.append(np.cumsum(size) - size + len(order) * n)
            order.append(np.argsort(like, kind="stable"))
            sizes.append(size)
            total += len(size)
        self._order, self._starts = np.concatenate(order), np.concatenate(starts)
        size = np.concatenate(sizes)[np.array(self._at)].astype(np.float32)
        self._others = np.maximum(size - 1, 1)[:, :, None]
        self.counts = (np.log(size) / COUNT_SCALE).T
        at = np.arange(n)
        self._near = [np.where((at + d < words.first) | (at + d > words.last), n, at + d) for d in NEIGHBOURS]
        self._lines = np.flatnonzero(words.first == at)

    def around(self, y: Array) -> list[Array]:
        """The words themselves, their neighbours, the words like them, the mean of their line and of the table."""
        words, padded = self._words, np.concatenate([y, np.zeros((1, y.shape[1]), y.dtype)])
        sums = np.add.reduceat(y[self._order], self._starts)
        alike = (sums[np.array(self._at)] - y) / self._others
        size = (words.last - words.first + 1)[:, None].astype(np.float32)
        line = np.repeat(np.add.reduceat(y, self._lines), np.diff([*self._lines, len(y)]), axis=0) / size
        return [y, *(padded[near] for near in self._near), *alike, line, np.broadcast_to(y.mean(0), y.shape)]

    def in_columns(self, y: Array, cuts: Array) -> tuple[list[Array], Array]:
        """The mean of the words of the body, and of the header, as many ``cuts`` from the start, and from the end.

        And how far each word is from a whole number of cuts on both sides, and the chance of a cut before and behind.
        """
        words, n = self._words, len(y)
        before, behind = np.zeros((2, n), np.float32)
        before[words.gaps + 1] = behind[words.gaps] = cuts
        sums = np.cumsum(before, dtype=np.float32)
        parts, numbers = [], []
        for place in (sums - sums[words.first], sums[words.last] - sums):
            numbers.append(place - np.round(place))
            inside = np.clip(place, 0, PLACES - 2)
            low = inside.astype(np.int64)
            share = np.zeros((PLACES, n), np.float32)
            share[low, np.arange(n)] = 1 - (inside - low)
            share[low + 1, np.arange(n)] = inside - low
            for held in (words.in_header, ~words.in_header):
                own = share * held
                parts.append(share.T @ (own @ y / (own.sum(1, keepdims=True) + FEW)))
        return parts, np.stack([*numbers, before, behind], 1)


def _normed(x: Array, by: Layer | Head) -> Array:
    away = x - x.mean(1, keepdims=True)
    return away / np.sqrt((away * away).mean(1, keepdims=True) + TINY) * by.norm[0] + by.norm[1]


def _odds(x: Array, gaps: Array, head: Head) -> Array:
    y = _normed(x, head)
    first, second = y[gaps], y[gaps + 1]
    units = _product(np.stack([first, second, first * second]), head.parts) + head.bias
    return (np.maximum(units, 0) @ head.out[:-1] + head.out[-1])[:, 0]


def _product(parts: Array, weights: Array) -> Array:
    """The sum of the products of the parts (parts, n, width) with their weights (parts, width, units)."""
    # In blocks: a library of matrices would set all cores on products as small as these, and lose by it.
    many, n, width = parts.shape
    whole = n - n % _BLOCK
    blocks = parts[:, :whole].reshape(many, -1, _BLOCK, width) @ weights[:, None]
    rest = parts[:, whole:] @ weights
    return np.concatenate([blocks.sum(0).reshape(whole, weights.shape[2]), rest.sum(0)])


def _sigmoid(x: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


@cache
def shipped() -> GapNet:
    """The net that is shipped."""
    stored = json.loads(files(__package__).joinpath("gap_net.json").read_text(encoding="utf-8"))
    layers, heads = (
        tuple(one(**{name: unpack(part) for name, part in parts.items()}) for parts in stored[name])
        for one, name in ((Layer, "layers"), (Head, "heads"))
    )
    kinds = tuple(map(unpack, stored["kinds"]))
    return GapNet(kinds, unpack(stored["entry"]), layers, heads, np.array(stored["mixed"], np.float32))
