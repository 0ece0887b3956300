"""The choice among the cuts of a table, and how sure it is."""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression

from cutting.examples import Example
from cutting.learning import Adam
from sitrep.extract.tables import cuts, joint, names

SHARPNESS, WHOLE = 12.0, 0.3
# How far from the numbers of columns expected those lie that are learnt from; fewer are tried when a table is read.
SLACK = 0.1


def candidates_of(e: Example, known: names.Names, weights: joint.Weights) -> tuple[cuts.FlatTable, list[tuple]]:
    """The cuts found, each with its number of columns, the F1 of its cells and whether it is right throughout."""
    table = cuts.FlatTable(e.lines, e.odds, weights, known)
    truth = {(r, c, cell) for r, line in enumerate(e.cells) for c, cell in enumerate(line)}
    found = []
    for cut in table.cuts(counts_of(table)):
        got = {(r, c, cell) for r, line in enumerate(cut.cells) for c, cell in enumerate(line)}
        found.append((cut, 2 * len(truth & got) / (len(truth) + len(got)), truth == got))
    return table, found


def counts_of(table: cuts.FlatTable) -> range:
    """The numbers of columns whose cuts are learnt from."""
    low, high = (int(of(table.expected_columns) + slack) for of, slack in ((min, -SLACK), (max, 1 + SLACK)))
    low = max(2, low)
    return range(low, max(low, min(high, len(table.rows[0].words), cuts.MAX_COLUMNS)) + 1)


def fit_choice(results: list[tuple], used: np.ndarray) -> np.ndarray:
    """Conditional logit over the cuts of each table, its target the better the more cells are right."""
    x = np.vstack([cut.fit for _, found in results for cut, *_ in found]) * used
    sizes = [len(found) for _, found in results]
    edges, group = np.cumsum([0, *sizes])[:-1], np.repeat(np.arange(len(sizes)), sizes)

    def softmax(scores: np.ndarray) -> np.ndarray:
        e = np.exp(scores - np.maximum.reduceat(scores, edges)[group])
        return e / np.add.reduceat(e, edges)[group]

    target = softmax(SHARPNESS * np.array([f1 + WHOLE * whole for _, found in results for _, f1, whole in found]))
    spread = x.std(0) + 1e-6
    adam = Adam(np.zeros(x.shape[1]))
    for _ in range(400):
        adam.step((softmax(x / spread @ adam.weights) - target) @ (x / spread) / len(sizes), 0.05, 3e-3)
    return adam.weights / spread * used


def fit_sure(results: list[tuple], choice: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Logistic regression of the share of right cells of the cut chosen; and (share, whole) of each table."""
    x, y = [], []
    for table, found in results:
        scores = np.array([cut.fit @ choice for cut, *_ in found])
        x.append(cuts.doubt(table, [cut for cut, *_ in found], scores))
        y.append(found[int(scores.argmax())][1:])
    x, y = np.array(x), np.array(y, float)
    spread = x.std(0) + 1e-6
    spread[0] = 1.0
    # To the end: weights from a search that stops half way hang on the last bits of the numbers.
    fitted = LogisticRegression(C=0.05, fit_intercept=False, solver="newton-cholesky", tol=1e-9).fit(
        np.vstack([x, x]) / spread, [1] * len(y) + [0] * len(y), sample_weight=np.concatenate([y[:, 0], 1 - y[:, 0]])
    )
    return fitted.coef_[0] / spread, y
