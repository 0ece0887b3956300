"""What stands under the names of columns, and the cuts of the header."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from cutting.examples import Example, spans_of, true_numbers
from cutting.learning import Adam, marginals
from sitrep.extract.tables import names, spans

MIN_NAME, PRIOR, EPOCHS = 3, 4.0, 5
KIND_OF = spans.first_kind, spans.length_kind, spans.head_kind, spans.tail_kind


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


def fit_header(examples: Sequence[Example], known: Sequence[names.Names], seed: int) -> np.ndarray:
    """The weights of ``Header.voices``, the columns being the true ones."""
    data = []
    for e in examples:
        header = names.Header(e.rows[0], e.odds[0], known[e.fold])
        at = {run: i for i, run in enumerate(header.runs)}
        if all(cell in at for cell in e.cells[0]):
            found = spans_of(e)
            said = header.voices(found, true_numbers(e, found))
            data.append((header, said, [at[cell] for cell in e.cells[0]]))
    adam, rng = Adam(np.zeros(names.N_NAME)), random.Random(seed)
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
