"""The cuts of the lines of the body: weights of ``columns``, and ``nets`` over the same voices."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

import numpy as np

from cutting.examples import Example, spans_of
from cutting.learning import Adam, marginals
from sitrep.extract.tables import columns, joint, names, nets

NET_EPOCHS, NET_RATE, UNITS = 8, 0.004, (24, 8)
EPOCHS, TRUE_SHARE = 5, 0.85


class Lesson:
    """The lines of one example, the other lines cut as they should be or, where ``loose``, as found."""

    def __init__(self, e: Example, known: names.Names, weights: joint.Weights, rng: random.Random, may_be_loose: bool):
        self.runs = spans_of(e)
        truth = self.runs.numbers(e.cells[1:])
        sound = ~(truth == -2).any(1)
        self.k, self._truth, self._share, self.sound = e.k, truth, sound / max(sound.sum(), 1), sound.any()
        if self.sound:
            header = names.Header(e.rows[0], e.odds[0], known)
            self.named = known.of_runs(self.runs, e.rows[0], e.cells[0] if rng.random() < 0.5 else header.likely(e.k))
            self.cells = np.maximum(truth, -1)[None]
            if may_be_loose and rng.random() > TRUE_SHARE:
                self.cells = joint.cut(self.runs, e.k, self.named, weights, 0)[0][:1]

    def errors(self, runs: np.ndarray, empty: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The chance by the scores less the truth: of each run (columns, runs), of empty cells (lines, columns)."""
        chance = marginals(joint.cube(self.runs, runs[None], empty[None])[0], self.runs.last_stop)
        error = chance.reshape(self.k, -1)[:, self.runs.flat]
        stops = np.arange(self.runs.width)
        error_empty = chance[:, :, stops, stops].sum(2).T
        for r, c in zip(*np.nonzero(self._truth >= 0), strict=True):
            error[c, self._truth[r, c]] -= 1
        error_empty[self._truth == -1] -= 1
        return error * self._share[self.runs.line], error_empty * self._share[:, None]


def fit_columns(groups: Sequence[Sequence[Example]], known: Sequence[names.Names], seed: int) -> joint.Weights:
    """The weights of ``columns``."""
    rng = random.Random(seed)
    runs, empty = Adam(np.zeros(columns.N_VOICES, np.float32)), Adam(np.zeros(columns.N_EMPTY, np.float32))
    runs.weights[[0, 2, 3, 4]] = 0.25, 0.2, 0.15, 0.25
    runs.weights[[18, 30, 31]] = -0.6, 0.5, 0.3
    empty.weights[:2] = -2, 1
    weights = joint.Weights(runs.weights, empty.weights)
    for epoch in range(EPOCHS):
        rate = 0.01 * (1 - epoch / EPOCHS) + 0.0005
        for e in rng.sample([rng.choice(group) for group in groups], len(groups)):
            lesson = Lesson(e, known[e.fold], weights, rng, epoch > 0)
            if not lesson.sound:
                continue
            told = lesson.runs, lesson.cells, lesson.named
            said = [np.broadcast_to(v[0], (e.k, lesson.runs.n)) for v in _three(columns.voices(*told))]
            said_empty = columns.empty_voices(*told)[0]
            score = sum(w * v for w, v in zip(runs.weights, said, strict=True))
            error, error_empty = lesson.errors(score, said_empty @ empty.weights)
            runs.step(np.array([(error * v).sum() for v in said], np.float32), rate, 1e-4)
            empty.step(np.einsum("rc,rcf->f", error_empty, said_empty).astype(np.float32), rate, 1e-4)
    return weights


class LearntNet:
    """A net with the steps it is learnt by; its straight sum begins with weights known."""

    def __init__(self, straight: np.ndarray, units: int, draw: np.random.Generator):
        many = len(straight)
        parts = straight, draw.normal(0, many**-0.5, (many, units)), np.zeros(units), draw.normal(0, 0.05, units)
        self._parts = [Adam(part.astype(np.float32)) for part in parts]

    @property
    def net(self) -> nets.Net:
        return nets.Net(*(part.weights for part in self._parts))

    def step(self, said: np.ndarray, error: np.ndarray, rate: float) -> None:
        """One step, given the voices (n, voices) and the error of each entry."""
        net, error = self.net, error.astype(np.float32)
        hidden = said @ net.hidden + net.bias
        back = np.outer(error, net.out) * (hidden > 0)
        for part, gradient in zip(
            self._parts, (error @ said, said.T @ back, back.sum(0), error @ np.maximum(hidden, 0)), strict=True
        ):
            part.step(gradient, rate, 1e-4)


def fit_nets(
    groups: Sequence[Sequence[Example]], known: Sequence[names.Names], weights: joint.Weights, seed: int
) -> tuple:
    """The nets over the voices of runs and of empty cells."""
    rng, draw = random.Random(seed), np.random.default_rng(seed)
    runs, empty = (LearntNet(w, n, draw) for w, n in zip((weights.voices, weights.empty), UNITS, strict=True))
    steps = NET_EPOCHS * len(groups)
    for epoch in range(NET_EPOCHS):
        for i, e in enumerate(rng.sample([rng.choice(group) for group in groups], len(groups))):
            lesson = Lesson(e, known[e.fold], weights, rng, True)
            if not lesson.sound:
                continue
            told = lesson.runs, lesson.cells, lesson.named
            said, said_empty = nets.dense(*told)[0], columns.empty_voices(*told)[0]
            errors = lesson.errors(runs.net(said), empty.net(said_empty))
            rate = NET_RATE * (1 - (epoch * len(groups) + i) / steps) + 1e-5
            for one, voices, error in zip((runs, empty), (said, said_empty), errors, strict=True):
                one.step(voices.reshape(-1, voices.shape[-1]), error.ravel(), rate)
    return runs.net, empty.net


def _three(found: Iterable[np.ndarray]) -> Iterable[np.ndarray]:
    """Arrays of fewer dimensions as (1, 1, n)."""
    return (v.reshape((1,) * (3 - v.ndim) + v.shape) for v in found)
