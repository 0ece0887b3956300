"""A small neural net over the voices of ``columns``: the last word on how well a run of words fits a column."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sitrep.extract.tables import columns
from sitrep.extract.tables.columns import Named
from sitrep.extract.tables.spans import Array, Spans

_BLOCK = 64


@dataclass(frozen=True, slots=True)
class Net:
    """One hidden layer beside a straight sum.

    ``straight`` (voices), ``hidden`` (voices, units), ``bias`` (units), ``out`` (units).
    """

    straight: Array
    hidden: Array
    bias: Array
    out: Array

    def __call__(self, said: Array) -> Array:
        """The score of each entry of ``said`` (..., voices)."""
        flat = said.reshape(-1, said.shape[-1])
        # In blocks: a library of matrices would set all cores on products as small as these, and lose by it.
        whole = len(flat) - len(flat) % _BLOCK
        parts = flat[:whole].reshape(-1, _BLOCK, flat.shape[1]), flat[None, whole:]
        return np.concatenate([self._of_blocks(part) for part in parts]).reshape(said.shape[:-1])

    def _of_blocks(self, said: Array) -> Array:
        units = said @ self.hidden
        units += self.bias
        np.maximum(units, 0, out=units)
        return (said @ self.straight + units @ self.out).ravel()


def score(spans: Spans, cells: Array, named: Named, runs: Net, empty: Net) -> tuple[Array, Array]:
    """As ``columns.score``: of each run in each column, and of an empty cell."""
    return runs(dense(spans, cells, named)), empty(columns.empty_voices(spans, cells, named))


def dense(spans: Spans, cells: Array, named: Named) -> Array:
    """The voices of ``columns`` as (starts, columns, runs, voices)."""
    shape = len(cells), cells.shape[2], spans.n
    said = np.empty((columns.N_VOICES, *shape), np.float32)
    for i, voice in enumerate(columns.voices(spans, cells, named)):
        said[i] = voice.reshape((1,) * (3 - voice.ndim) + voice.shape)
    return said.reshape(columns.N_VOICES, -1).T.reshape(*shape, columns.N_VOICES)
