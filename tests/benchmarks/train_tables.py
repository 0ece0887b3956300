"""Train the model that cuts flattened tables, and write ``flows/sitrep/extract/tables/cut_model.json``.

    python tests/benchmarks/train_tables.py --data ../shared

Reads ``gold/public/flat_tables_train.jsonl`` (tables of WikiTableQuestions, CC BY-SA; only sums over them are kept, by
checksum). Needs numpy, scipy and scikit-learn. Everything is fitted on this file, each step on what the step before
says of tables it was not fitted on:

1. the chance of a cut at each gap: logistic regression over ``gaps``, in folds;
2. the voices of ``joint``: a semi-Markov conditional random field per line, given the columns of the other lines;
3. the number of columns: conditional logit over ``cuts.fit_features`` of the candidates;
4. the confidence: logistic regression of the share of right cells.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from base64 import b64encode
from collections import Counter, defaultdict
from multiprocessing import Pool
from pathlib import Path
from struct import pack
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "flows"))

from sitrep.extract.tables import cuts, gaps, words
from sitrep.extract.tables.columns import N_WEIGHTS, Column
from sitrep.extract.tables.joint import NULL, FlatTable, Weights, header_mark

OUT = Path(cuts.__file__).with_name("cut_model.json")
SIZES, FOLDS, MIN_TABLES, PENALTY = ((3, 12), (3, 5), (6, 12)), 3, 5, 0.08
EPOCHS, RATE, GOLD_SHARE, MIN_HEADER = 2, 0.2, 0.8, 4
MOST_COLUMNS = 7


class Example:
    """Some lines of one table, with the cells they really have and where its cuts really are."""

    def __init__(self, table: dict, first: int, last: int):
        lines = table["lines"][:1] + table["lines"][1 + first : 1 + last]
        spans = table["spans"][:1] + table["spans"][1 + first : 1 + last]
        self.k = len(table["header"])
        self.rows = [words.row_of(line) for line in lines]
        self.cells = [_cells(row, line) for row, line in zip(self.rows, spans, strict=True)]
        starts = [{start for start, _ in line if start > 0} for line in self.cells]
        self.cut = [[i + 1 in s for i in range(len(row.words) - 1)] for row, s in zip(self.rows, starts, strict=True)]
        self.odds: list[list[float]] = []

    def features(self) -> list[list[list[int]]]:
        lines = gaps.Lines(self.rows, True).features()
        return [[[crc32(f.encode()) for f in gap] for gap in line] for line in lines]


def _cells(row: words.Row, spans: list) -> list[tuple[int, int]]:
    start = {a: i for i, (a, _) in enumerate(row.spans)}
    end = {b: i + 1 for i, (_, b) in enumerate(row.spans)}
    return [(start[s[0]], end[s[1]]) if s and s[1] > s[0] else NULL for s in spans]


def windows(table: dict, rng: random.Random) -> list[Example]:
    """Some runs of lines of one table, none twice."""
    n, found = len(table["rows"]), []
    for sizes in SIZES:
        size = min(n, rng.randint(*sizes))
        first = rng.randint(0, n - size)
        if size >= 2 and (first, first + size) not in found:
            found.append((first, first + size))
    return [Example(table, *window) for window in found]


def fit_gaps(groups: list[list[tuple]]) -> tuple[dict[int, float], float]:
    """Weights of gap features that stand in ``MIN_TABLES`` tables at least; the bias."""
    tables = Counter()
    for group in groups:
        tables.update({f for features, _ in group for line in features for gap in line for f in gap})
    index = {f: i for i, f in enumerate(sorted(f for f, n in tables.items() if n >= MIN_TABLES))}
    indices, starts, cut = [], [0], []
    for group in groups:
        for features, example in group:
            for line, truth in zip(features, example.cut, strict=True):
                for gap, is_cut in zip(line, truth, strict=True):
                    indices += [index[f] for f in gap if f in index]
                    starts.append(len(indices))
                    cut.append(is_cut)
    x = csr_matrix((np.ones(len(indices), np.float32), indices, starts), shape=(len(cut), len(index)))
    fitted = LogisticRegression(C=PENALTY, solver="liblinear").fit(x, cut)
    return {f: float(fitted.coef_[0][i]) for f, i in index.items()}, float(fitted.intercept_[0])


_groups: list[list[tuple]] = []


def held_out(fold: int) -> list[tuple[int, list[list[float]]]]:
    """The log odds of the first window of every table of one fold, fitted on the other folds."""
    groups = _groups
    weights, bias = fit_gaps([g for i, g in enumerate(groups) if i % FOLDS != fold])
    return [
        (i, [[bias + sum(weights.get(f, 0.0) for f in gap) for gap in line] for line in groups[i][0][0]])
        for i in range(fold, len(groups), FOLDS)
    ]


class Field:
    """The conditional random field: weights, and the gradient of one line's log likelihood."""

    def __init__(self) -> None:
        self.column = np.zeros(N_WEIGHTS)
        self.column[:4] = 0.5, 0.3, 0.3, 0.5
        self.other = np.array([1.0, -2.0, 1.0])
        self.header: dict[tuple[str, str], float] = defaultdict(float)
        self._seen = np.ones(N_WEIGHTS), np.ones(3), defaultdict(lambda: 1.0)

    def weights(self) -> Weights:
        header = {header_mark(*key): value for key, value in self.header.items()}
        return Weights(tuple(map(float, self.column)), *map(float, self.other), header)

    def gradient(self, table: FlatTable, r: int, k: int, columns: list[Column], names: list[str], truth) -> tuple:
        """Truth less expectation, for the three kinds of weight."""
        stops = sorted({*table.stops(r, k), *(at for cell in truth if cell != NULL for at in cell)})
        m, at = len(stops), {stop: i for i, stop in enumerate(stops)}
        odds = np.array([0.0, *(table.odds[r][stop - 1] for stop in stops[1:-1]), 0.0])
        score, seen, marks = np.full((k, m, m), -1e9), np.zeros((k, m, m, N_WEIGHTS)), {}
        shares = np.array([column.null_share() for column in columns])
        for c, column in enumerate(columns):
            for a in range(m):
                marks[c, a, a] = ("0", names[c])
                for b in range(a + 1, m):
                    cell = table.piece(r, stops[a], stops[b])
                    seen[c, a, b] = column.features(cell)
                    marks[c, a, b] = (cell.first, names[c])
                    named = self.header.get(marks[c, a, b], 0.0)
                    score[c, a, b] = self.column @ seen[c, a, b] + self.other[0] * odds[a] + named
            empty = self.other[1] + self.other[2] * shares[c] + self.header.get(("0", names[c]), 0)
            score[c, range(m), range(m)] = empty
        chance = _marginals(score)
        null = chance[:, range(m), range(m)]
        filled = chance.sum(2) - null
        column = -np.einsum("cab,cabf->f", chance, seen)
        other = -np.array([(filled.sum(0) * odds).sum(), null.sum(), (null.sum(1) * shares).sum()])
        header: dict[tuple[str, str], float] = defaultdict(float)
        for c, a, b in np.argwhere(chance > 0.02):
            header[marks[c, a, b]] -= chance[c, a, b]
        for c, cell in enumerate(truth):
            if cell == NULL:
                other += 0, 1, shares[c]
                header["0", names[c]] += 1
            else:
                a, b = at[cell[0]], at[cell[1]]
                column += seen[c, a, b]
                other[0] += odds[a]
                header[marks[c, a, b]] += 1
        return column, other, header

    def step(self, column: np.ndarray, other: np.ndarray, header: dict, n: int, known: set[str]) -> None:
        """One step of AdaGrad along the gradient of a table of ``n`` lines."""
        column, other = column / n - 0.002 * self.column, other / n
        self._seen[0].__iadd__(column**2)
        self._seen[1].__iadd__(other**2)
        self.column += RATE * column / np.sqrt(self._seen[0])
        self.other += RATE * other / np.sqrt(self._seen[1])
        for key, value in header.items():
            if key[1] in known:
                value = value / n - 0.02 * self.header[key]
                self._seen[2][key] += value * value
                self.header[key] += RATE * value / self._seen[2][key] ** 0.5


def _log_sum(x: np.ndarray, axis: int) -> np.ndarray:
    most = x.max(axis=axis)
    return most + np.log(np.exp(x - np.expand_dims(most, axis)).sum(axis=axis))


def _marginals(score: np.ndarray) -> np.ndarray:
    k, m, _ = score.shape
    ahead, behind = np.full((k + 1, m), -1e9), np.full((k + 1, m), -1e9)
    ahead[0, 0] = behind[k, m - 1] = 0.0
    for c in range(k):
        ahead[c + 1] = _log_sum(ahead[c][:, None] + score[c], 0)
    for c in range(k - 1, -1, -1):
        behind[c] = _log_sum(score[c] + behind[c + 1][None, :], 1)
    total = ahead[:-1][:, :, None] + score + behind[1:][:, None, :] - ahead[k, m - 1]
    return np.exp(np.clip(total, -50, 0))


def fit_joint(examples: list[Example], log_line=print) -> Weights:
    """The voices of ``joint``; the columns of the other lines are the true ones for most tables, else as found."""
    field, rng, average = Field(), random.Random(5), []
    tables = Counter(w for e in examples for w in {e.rows[0].bare[b - 1] for a, b in e.cells[0] if b > a})
    known = {w for w, n in tables.items() if n >= MIN_HEADER}
    for epoch in range(EPOCHS):
        examples = rng.sample(examples, len(examples))
        for e in examples:
            table = FlatTable(e.rows, e.odds, True, field.weights())
            cells = e.cells if rng.random() < GOLD_SHARE else table.cut(e.k).cells
            columns = [Column() for _ in range(e.k)]
            for r in table.body:
                table.add(columns, r, cells[r], 1)
            names = [e.rows[0].bare[b - 1] if b > a else "" for a, b in cells[0]]
            column, other, header = np.zeros(N_WEIGHTS), np.zeros(3), defaultdict(float)
            for r in table.body:
                table.add(columns, r, cells[r], -1)
                more = field.gradient(table, r, e.k, columns, names, e.cells[r])
                table.add(columns, r, cells[r], 1)
                column += more[0]
                other += more[1]
                for key, value in more[2].items():
                    header[key] += value
            field.step(column, other, header, len(e.rows), known)
            if epoch:
                average.append((field.column.copy(), field.other.copy()))
        log_line(f"joint, epoch {epoch}: cut and null {np.round(field.other, 2)}", flush=True)
    field.column = np.mean([a for a, _ in average], axis=0)
    field.other = np.mean([b for _, b in average], axis=0)
    return field.weights()


def candidates_of(job: tuple[Example, Weights]) -> tuple[int, list[tuple]]:
    """For each number of columns tried: it, its fit, the F1 of its cells, and whether it is right throughout."""
    example, weights = job
    table = FlatTable(example.rows, example.odds, True, weights)
    truth = {(r, c, cell) for r, line in enumerate(example.cells) for c, cell in enumerate(line)}
    found = []
    for k in cuts.candidates(table):
        cut = table.cut(k)
        got = {(r, c, cell) for r, line in enumerate(cut.cells) for c, cell in enumerate(line)}
        fit = cuts.fit_features(table, cut)
        f1 = 2 * len(truth & got) / (len(truth) + len(got))
        found.append((k, fit, f1, truth == got, cuts.sure_features(table, fit)))
    return example.k, found


def fit_choice(results: list[tuple]) -> np.ndarray:
    """Conditional logit: the true number of columns among those tried."""
    x = [np.array([fit for _, fit, *_ in found]) for _, found in results]
    spread = np.vstack(x).std(0) + 1e-6
    data = [
        (features / spread, [k for k, *_ in found].index(truth))
        for features, (truth, found) in zip(x, results, strict=True)
        if truth in [k for k, *_ in found]
    ]
    w = np.zeros(len(spread))
    for _ in range(400):
        gradient = -1e-3 * w
        for features, right in data:
            p = np.exp(features @ w - (features @ w).max())
            p /= p.sum()
            gradient += (features[right] - p @ features) / len(data)
        w += 0.5 * gradient
    return w / spread


def fit_sure(results: list[tuple], choice: np.ndarray) -> tuple[np.ndarray, list[tuple]]:
    """Logistic regression of the share of right cells of the table chosen."""
    x, y, chosen = [], [], []
    for truth, found in results:
        ranked = sorted(found, key=lambda item: (-(choice @ item[1]), item[0]))
        lead = choice @ (np.array(ranked[0][1]) - ranked[1][1]) if len(ranked) > 1 else cuts.MARGIN_MOST
        x.append(cuts.with_margin(ranked[0][4], float(lead)))
        y.append(ranked[0][2])
        chosen.append((ranked[0][0] == truth, ranked[0][2], ranked[0][3]))
    x, y = np.array(x), np.array(y)
    spread = x.std(0) + 1e-6
    spread[0] = 1.0
    fitted = LogisticRegression(C=0.3, fit_intercept=False, max_iter=2000).fit(
        np.vstack([x, x]) / spread, [1] * len(y) + [0] * len(y), sample_weight=np.concatenate([y, 1 - y])
    )
    return fitted.coef_[0] / spread, chosen


def packed(weights: dict[int, float], least: float) -> tuple[str, float, int]:
    """Weights of ``least`` and more as base64 of (checksum, signed byte), sorted, with the scale of the byte."""
    scale = max(abs(v) for v in weights.values()) / 127
    kept = [(f, round(v / scale)) for f, v in sorted(weights.items()) if abs(v) >= least and round(v / scale)]
    return b64encode(b"".join(pack("<Ib", f, v) for f, v in kept)).decode(), scale, len(kept)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    source = arguments.parse_args().data / "gold" / "public" / "flat_tables_train.jsonl"
    tables = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    rng = random.Random(0)
    rng.shuffle(tables)
    groups = [[(e.features(), e) for e in windows(table, rng)] for table in tables]
    groups = [group for group in groups if group]
    _groups.extend(groups)
    with Pool(2) as pool:
        for some in pool.imap(held_out, range(FOLDS)):
            for i, odds in some:
                groups[i][0][1].odds = odds
    weights, bias = fit_gaps(groups)
    examples = [group[0][1] for group in groups if group[0][1].k <= MOST_COLUMNS]
    print(f"{len(weights)} gap features, {len(examples)} tables", flush=True)
    voices = fit_joint(examples)
    with Pool(2) as pool:
        results = pool.map(candidates_of, [(e, voices) for e in examples], chunksize=20)
    choice = fit_choice(results)
    sure, chosen = fit_sure(results, choice)
    right = [np.mean([c[i] for c in chosen]) for i in range(3)]
    print(f"of training tables: columns {right[0]:.3f}, cells {right[1]:.3f}, whole tables {right[2]:.3f}")
    stored, scale, n = packed(weights, 0.05)
    header, header_scale, n_header = packed(voices.header, 0.05)
    OUT.write_text(
        json.dumps(
            {
                "about": "Weights of the model that cuts flattened tables; see train_tables.py. Learnt from tables of "
                "WikiTableQuestions (CC BY-SA 4.0); holds no text of them.",
                "gap_bias": round(bias, 5),
                "gap_scale": scale,
                "joint": {
                    "column": [round(v, 5) for v in voices.column],
                    "cut": round(voices.cut, 5),
                    "null": round(voices.null, 5),
                    "null_share": round(voices.null_share, 5),
                    "header_scale": header_scale,
                    "header": header,
                },
                "choice": [round(float(v), 6) for v in choice],
                "sure": [round(float(v), 6) for v in sure],
                "gaps": stored,
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )
    print(f"wrote {OUT.name}: {n} gap weights, {n_header} header weights")


if __name__ == "__main__":
    main()
