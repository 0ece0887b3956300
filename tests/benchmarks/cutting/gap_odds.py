"""The chance of a cut at each gap."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from cutting.examples import Example

FOLDS, STEPS, MIN_TABLES = 3, 100, 2
# How little the weights of the gaps of the header, and of the body, are held back.
FREEDOM = (0.3, 0.08)

Items = list[list[tuple[Example, list[np.ndarray]]]]


def fit_gaps(groups: Items) -> tuple[np.ndarray, np.ndarray]:
    """The checksums of gap features that stand in ``MIN_TABLES`` tables at least, and their weights."""
    seen = [np.unique(np.concatenate([gap for _, found in group for gap in found])) for group in groups]
    marks, tables = np.unique(np.concatenate(seen), return_counts=True)
    marks = marks[tables >= MIN_TABLES]
    weights = np.zeros(len(marks))
    for is_body, freedom in enumerate(FREEDOM):
        x, y = [], []
        for example, found in (item for group in groups for item in group):
            n = len(example.cut[0])
            x += found[n:] if is_body else found[:n]
            y += [is_cut for line in (example.cut[1:] if is_body else example.cut[:1]) for is_cut in line]
        model = LogisticRegression(C=freedom, solver="lbfgs", tol=1e-6, max_iter=STEPS, fit_intercept=False)
        weights += model.fit(_matrix(x, marks), y).coef_[0]
    return marks, weights


def _matrix(found: Sequence[np.ndarray], marks: np.ndarray) -> csr_matrix:
    every = np.concatenate(found)
    at = np.minimum(np.searchsorted(marks, every), len(marks) - 1)
    known = marks[at] == every
    edges = np.concatenate([[0], np.cumsum(known)])[np.cumsum([0, *map(len, found)])]
    return csr_matrix((np.ones(known.sum(), np.float32), at[known], edges), shape=(len(found), len(marks)))


def hold_out_odds(groups: Items) -> list[tuple[np.ndarray, np.ndarray]]:
    """Give every example the log odds of its gaps, fitted on the other folds; what was fitted for each fold."""
    models = []
    for fold in range(FOLDS):
        print(f"fold {fold}", flush=True)
        models.append(fit_gaps([group for i, group in enumerate(groups) if i % FOLDS != fold]))
        for group in groups[fold::FOLDS]:
            for example, found in group:
                example.fold = fold
                give_odds(example, found, models[fold])
    return models


def give_odds(example: Example, found: list[np.ndarray], model: tuple[np.ndarray, np.ndarray]) -> None:
    """Give an example the log odds of its gaps, whose features were ``found``, by the weights of a model."""
    marks, weights = model
    example.take(_matrix(found, marks) @ weights)
