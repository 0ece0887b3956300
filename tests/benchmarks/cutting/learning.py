"""What is learnt by gradients: steps of Adam, and the chance of each cell of a line."""

from __future__ import annotations

import numpy as np


class Adam:
    """Steps of Adam on one array of weights."""

    def __init__(self, weights: np.ndarray):
        self.weights, self._mean, self._square, self._steps = weights, np.zeros_like(weights), np.zeros_like(weights), 0

    def step(self, gradient: np.ndarray, rate: float, penalty: float) -> None:
        gradient = gradient + penalty * self.weights
        self._steps += 1
        self._mean += 0.1 * (gradient - self._mean)
        self._square += 0.001 * (gradient * gradient - self._square)
        mean, square = self._mean / (1 - 0.9**self._steps), self._square / (1 - 0.999**self._steps)
        self.weights -= rate * mean / (np.sqrt(square) + 1e-8)


def _log_sum(x: np.ndarray, axis: int) -> np.ndarray:
    most = x.max(axis=axis, keepdims=True)
    return (np.log(np.exp(x - most).sum(axis=axis, keepdims=True)) + most).squeeze(axis)


def marginals(scores: np.ndarray, last: np.ndarray) -> np.ndarray:
    """The chance of each cell (columns, lines, stops, stops) by its score; ``last`` is the last stop of each line."""
    k, n_lines, width, _ = scores.shape
    ahead, behind = np.full((2, k + 1, n_lines, width), -1e9)
    ahead[0, :, 0] = behind[k, np.arange(n_lines), last] = 0.0
    for c in range(k):
        ahead[c + 1] = _log_sum(ahead[c][:, :, None] + scores[c], 1)
    for c in range(k - 1, -1, -1):
        behind[c] = _log_sum(scores[c] + behind[c + 1][:, None, :], 2)
    total = ahead[k, np.arange(n_lines), last][:, None, None]
    return np.exp(np.clip(ahead[:k, :, :, None] + scores + behind[1:, :, None] - total, -60, 0.1))
