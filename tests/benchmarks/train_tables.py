"""Train the model that cuts flattened tables, and write ``flows/sitrep/extract/tables/cut_model.json``.

    python tests/benchmarks/train_tables.py --data ../shared

Reads ``gold/public/flat_tables_train.jsonl`` (tables of WikiTableQuestions, CC BY-SA; only sums over them are kept, by
checksum), the classes of words that ``word_classes.py`` wrote and the pairs that ``word_pairs.py`` wrote. Needs
scikit-learn and some ten minutes of one core. What is learnt from are windows of the lines of each table, and the same
with some of its columns (``varied``). Each step is fitted on what the steps before say of tables they were not fitted
on (``FOLDS``):

1. the chance of a cut at each gap: logistic regression over ``gaps``;
2. ``names``: what stands under the names of columns, and a semi-Markov conditional random field that cuts the header;
3. ``columns``: the same for the lines of the body, each given the columns of the other lines; and ``nets`` over it;
4. the choice among the cuts found for all numbers of columns: conditional logit;
5. the confidence: logistic regression of the share of right cells.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import astuple, replace
from itertools import pairwise
from pathlib import Path
from zlib import compress, crc32

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "flows"))

from sitrep.extract.tables import columns, cuts, gaps, joint, names, nets, spans, words
from sitrep.extract.tables.checksums import pack
from sitrep.extract.tables.numerals import read_numerals
from sitrep.extract.tables.seen import LONGEST, SeenCells, marks
from sitrep.extract.tables.words import bare

OUT = Path(cuts.__file__).with_name("cut_model.json")
SIZES, FOLDS, MOST_COLUMNS = ((3, 12), (6, 12), (4, 10), (4, 10)), 3, 9
# How little the weights of the gaps of the header, and of the body, are held back.
FREEDOM = (0.3, 0.08)
VARIED, STEPS = 6, 100
MIN_TABLES, MIN_NAME, PRIOR = 2, 3, 4.0
NET_EPOCHS, NET_RATE, UNITS = 8, 0.004, (24, 8)
EPOCHS, TRUE_SHARE, SHARPNESS, WHOLE = 5, 0.85, 12.0, 0.3
NULL = (-1, -1)
KIND_OF = spans.first_kind, spans.length_kind, spans.head_kind, spans.tail_kind


class Example:
    """Some lines of one table, with the cells they really have and where its cuts really are."""

    def __init__(self, table: dict, first: int, last: int, seen: SeenCells):
        lines = table["lines"][:1] + table["lines"][1 + first : 1 + last]
        found = table["spans"][:1] + table["spans"][1 + first : 1 + last]
        self.k = len(table["header"])
        self.rows = [words.row_of(line) for line in lines]
        read_numerals(self.rows[1:])
        self.cells = [_cells(row, line) for row, line in zip(self.rows, found, strict=True)]
        starts = [{start for start, _ in line if start > 0} for line in self.cells]
        self.cut = [[i + 1 in s for i in range(len(row.words) - 1)] for row, s in zip(self.rows, starts, strict=True)]
        self.lines = gaps.Lines(self.rows, True, [seen.runs(row) for row in self.rows])
        self.odds: list[list[float]] = []
        self.fold = 0

    def features(self) -> list[np.ndarray]:
        """The checksums of the features of each gap, line by line."""
        found = self.lines.features()
        return [np.array([crc32(f.encode()) for f in gap], np.uint32) for line in found for gap in line]

    def take(self, gap_odds: np.ndarray) -> None:
        edges = np.cumsum([0, *map(len, self.cut)])
        self.odds = [gap_odds[a:b].tolist() for a, b in pairwise(edges)]


def _cells(row: words.Row, found: list) -> list[tuple[int, int]]:
    start = {a: i for i, (a, _) in enumerate(row.spans)}
    end = {b: i + 1 for i, (_, b) in enumerate(row.spans)}
    return [(start[s[0]], end[s[1]]) if s and s[1] > s[0] else NULL for s in found]


def cells_of(table: dict) -> set[int]:
    """The checksums of the cells of one table that are short and hold no digit."""
    texts = {cell for row in table["rows"] for cell in row if not any(c.isdigit() for c in cell)}
    split = ([bare(word) for word in text.split()] for text in texts)
    return {list(marks(words))[-1] for words in split if 0 < len(words) <= LONGEST}


def windows(table: dict, rng: random.Random, seen: SeenCells) -> list[Example]:
    """Some runs of lines of one table, none twice; ``seen`` are the cells of other tables."""
    n, found = len(table["rows"]), []
    for sizes in SIZES:
        size = min(n, rng.randint(*sizes))
        first = rng.randint(0, n - size)
        if size >= 2 and (first, first + size) not in found:
            found.append((first, first + size))
    return [Example(table, *window, seen) for window in found]


def varied(table: dict, rng: random.Random, seen: SeenCells) -> list[Example]:
    """The table with some columns left out, and these in order, two of them swapped, or in any order."""
    found, k = [], len(table["header"])
    for i in range(VARIED):
        chosen = sorted(rng.sample(range(k), rng.randint(min(3, k), min(k, 6))))
        if i % 3 == 1:
            at = rng.randrange(len(chosen) - 1)
            chosen[at], chosen[at + 1] = chosen[at + 1], chosen[at]
        elif i % 3 == 2:
            rng.shuffle(chosen)
        other = _with_columns(table, chosen)
        n = len(other["rows"])
        if n >= 2 and other["lines"][0]:
            size = min(n, rng.randint(*SIZES[0]))
            first = rng.randint(0, n - size)
            found.append(Example(other, first, first + size, seen))
    return found


def _with_columns(table: dict, chosen: Sequence[int]) -> dict:
    """The chosen columns of a table, without the rows that are empty in them."""
    lines, found = [], []
    for line, cells in zip(table["lines"], table["spans"], strict=True):
        text, places = "", []
        for c in chosen:
            cell = line[slice(*cells[c])] if cells[c] else ""
            text += " " if text and cell else ""
            places.append((len(text), len(text) + len(cell)))
            text += cell
        if text or not lines:
            lines.append(text)
            found.append(places)
    rows = [[line[a:b] for a, b in cells] for line, cells in zip(lines[1:], found[1:], strict=True)]
    return {"header": [table["header"][c] for c in chosen], "rows": rows, "lines": lines, "spans": found}


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


def hold_out_odds(groups: Items) -> None:
    """Give every example the log odds of its gaps, fitted on the other folds."""
    for fold in range(FOLDS):
        print(f"fold {fold}", flush=True)
        marks, weights = fit_gaps([group for i, group in enumerate(groups) if i % FOLDS != fold])
        for group in groups[fold::FOLDS]:
            for example, found in group:
                example.fold = fold
                example.take(_matrix(found, marks) @ weights)


def learn_names(examples: Iterable[Example]) -> names.Names:
    """How often names and their words stand in headers, and what stands under them."""
    seen: Counter[int] = Counter()
    counts = [defaultdict(lambda n=n: np.zeros(n)) for n in spans.KINDS]
    all_cells = [np.zeros(n) for n in spans.KINDS]
    for e in examples:
        header, here = e.rows[0], {names.mark(names.WORD, word) for word in e.rows[0].bare}
        for c, (start, end) in enumerate(e.cells[0]):
            under = [(row, *line[c]) for row, line in zip(e.rows[1:], e.cells[1:], strict=True)]
            kinds = [
                np.bincount([kind(*cell) for cell in under], minlength=len(total)) / len(under)
                for kind, total in zip(KIND_OF, all_cells, strict=True)
            ]
            for total, kind in zip(all_cells, kinds, strict=True):
                total += kind
            if end <= start:
                continue
            marks = names.marks(header, start, end)
            here.update(marks, (names.mark(names.PAIR, f"{x} {y}") for x, y in pairwise(header.bare[start:end])))
            for mark in marks:
                for table, kind in zip(counts, kinds, strict=True):
                    table[mark] += kind
        seen.update(here)
    known = sorted(mark for mark in counts[0] if seen[mark] >= MIN_NAME)
    tables = []
    for table, total in zip(counts, all_cells, strict=True):
        share = (total + 1e-6) / (total + 1e-6).sum()
        likelier = {m: np.log((table[m] + PRIOR * share) / (table[m].sum() + PRIOR) / share) for m in known}
        tables.append({m: np.where(total > 0, np.maximum(found, -3), -1.0) for m, found in likelier.items()})
    return names.Names({m: n for m, n in seen.items() if n > 1}, *tables, np.zeros(names.N_NAME))


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


def true_numbers(e: Example, found: spans.Spans) -> np.ndarray:
    return np.maximum(found.numbers(e.cells[1:]), -1)


def spans_of(e: Example) -> spans.Spans:
    return spans.Spans(e.rows[1:], e.odds[1:], e.k, cuts.FLOOR, e.lines.seen[1:])


def fit_header(examples: Sequence[Example], known: Sequence[names.Names]) -> np.ndarray:
    """The weights of ``Header.voices``, the columns being the true ones."""
    data = []
    for e in examples:
        header = names.Header(e.rows[0], e.odds[0], known[e.fold])
        at = {run: i for i, run in enumerate(header.runs)}
        if all(cell in at for cell in e.cells[0]):
            found = spans_of(e)
            said = header.voices(found, true_numbers(e, found))
            data.append((header, said, [at[cell] for cell in e.cells[0]]))
    adam, rng = Adam(np.zeros(names.N_NAME)), random.Random(0)
    adam.weights[0] = 1.0
    for epoch in range(2 * EPOCHS):
        rng.shuffle(data)
        for header, said, truth in data:
            n = len(header.row.words)
            chance = marginals(header.cube(said @ adam.weights)[:, None], np.array([n]))[:, 0]
            start, end = np.array(header.runs).T
            error = chance[:, start, end]
            error[range(len(truth)), truth] -= 1
            adam.step(np.einsum("cs,csf->f", error, said), 0.02 * (1 - epoch / 2 / EPOCHS) + 0.001, 1e-3)
    return adam.weights


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


def fit_columns(groups: Sequence[Sequence[Example]], known: Sequence[names.Names]) -> joint.Weights:
    """The weights of ``columns``."""
    rng = random.Random(1)
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


def fit_nets(groups: Sequence[Sequence[Example]], known: Sequence[names.Names], weights: joint.Weights) -> tuple:
    """The nets over the voices of runs and of empty cells."""
    rng, draw = random.Random(1), np.random.default_rng(1)
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


def candidates_of(e: Example, known: names.Names, weights: joint.Weights) -> tuple[cuts.FlatTable, list[tuple]]:
    """The cuts found, each with its number of columns, the F1 of its cells and whether it is right throughout."""
    table = cuts.FlatTable(e.lines, e.odds, weights, known)
    truth = {(r, c, cell) for r, line in enumerate(e.cells) for c, cell in enumerate(line)}
    found = []
    for cut in table.cuts(table.counts()):
        got = {(r, c, cell) for r, line in enumerate(cut.cells) for c, cell in enumerate(line)}
        found.append((cut, 2 * len(truth & got) / (len(truth) + len(got)), truth == got))
    return table, found


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
    fitted = LogisticRegression(C=0.05, fit_intercept=False, max_iter=3000).fit(
        np.vstack([x, x]) / spread, [1] * len(y) + [0] * len(y), sample_weight=np.concatenate([y[:, 0], 1 - y[:, 0]])
    )
    return fitted.coef_[0] / spread, y


def write(
    gap_model: tuple, seen: dict[int, int], weights: joint.Weights, known: names.Names, choice: Sequence, sure: Sequence
) -> None:
    marks, values = gap_model
    scale = np.abs(values).max() / 127
    bytes_ = np.round(values / scale).astype(int)
    tables = known.first, known.length, known.head, known.tail
    kinds = np.array([np.concatenate([table[m] for table in tables]) for m in sorted(known.first)])
    kind_scale = np.abs(kinds).max() / 127
    stored = {
        "about": "Weights of the model that cuts flattened tables; see train_tables.py. Learnt from tables of "
        "WikiTableQuestions (CC BY-SA 4.0); holds no text of them.",
        "gap_scale": scale,
        "columns": [round(float(v), 5) for v in weights.voices],
        "empty": [round(float(v), 5) for v in weights.empty],
        "nets": [[np.round(part.astype(float), 4).tolist() for part in astuple(net)] for net in weights.nets],
        "choice": [[round(float(v), 6) for v in one] for one in choice],
        "sure": [[round(float(v), 6) for v in one] for one in sure],
        "names": {
            "weights": [round(float(v), 5) for v in known.weights],
            "scale": kind_scale,
            "known": pack(dict.fromkeys(known.first, 1)),
            "kinds": b64encode(compress(np.round(kinds / kind_scale).astype(np.int8).tobytes(), 9)).decode(),
            "seen": pack({m: min(n, 255) for m, n in known.seen.items()}),
        },
        "cells": pack({mark: min(n, 255) for mark, n in seen.items()}),
        "gaps": pack({m: b for m, b in zip(marks.tolist(), bytes_.tolist(), strict=True) if abs(b) > 1}),
    }
    OUT.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {OUT.name}: {(abs(bytes_) > 1).sum()} gap weights, {len(known.first)} names and words of names")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    source = arguments.parse_args().data / "gold" / "public" / "flat_tables_train.jsonl"
    tables = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    rng = random.Random(0)
    rng.shuffle(tables)
    own = [cells_of(table) for table in tables]
    seen = Counter(mark for one in own for mark in one)
    items = []
    for table, cells in zip(tables, own, strict=True):
        seen.subtract(cells)
        known = SeenCells(seen)
        items.append([(e, e.features()) for e in (*windows(table, rng, known), *varied(table, rng, known))])
        seen.update(cells)
    items = [group for group in items if group]
    hold_out_odds(items)
    gap_model = fit_gaps(items)
    print(f"{len(gap_model[0])} gap features", flush=True)
    groups = [[e for e, _ in g if 2 <= e.k <= MOST_COLUMNS] for g in items]
    groups = [group for group in groups if group]
    del items
    first = [group[0] for group in groups]
    held = [learn_names(e for e in first if e.fold != fold) for fold in range(FOLDS)]
    known = learn_names(first)
    for one in (*held, known):
        one.weights[:] = 0
    weights = fit_header(first, held)
    for one in (*held, known):
        one.weights[:] = weights
    print("header weights", np.round(weights, 2), flush=True)
    voices = fit_columns(groups, held)
    print("column weights", np.round(voices.voices, 2), np.round(voices.empty, 2), flush=True)
    folds = [fit_nets([g for g in groups if g[0].fold != fold], held, voices) for fold in range(FOLDS)]
    results = [candidates_of(e, held[e.fold], replace(voices, nets=folds[e.fold])) for e in first]
    voices = replace(voices, nets=fit_nets(groups, held, voices))
    choice, sure = [], []
    for used in (np.ones(cuts.N_FIT), cuts.WITHOUT_HEADER):
        choice.append(fit_choice(results, used))
        one, right = fit_sure(results, choice[-1])
        sure.append(one * np.concatenate([[1], used, np.ones(4)]))
        print(f"of training tables: cells {right[:, 0].mean():.3f}, whole tables {right[:, 1].mean():.3f}", flush=True)
    write(gap_model, seen, voices, known, choice, sure)


if __name__ == "__main__":
    main()
