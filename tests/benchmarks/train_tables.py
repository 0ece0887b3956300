"""Train the model that cuts flattened tables, and write ``cut_model.json`` and ``gap_net.json`` beside its modules.

    pip install scikit-learn torch
    python tests/benchmarks/train_tables.py --data ../shared [--seed 1 --out DIRECTORY]

Reads ``gold/public/flat_tables_train.jsonl`` (tables of WikiTableQuestions, CC BY-SA; only sums over them are kept, by
checksum), the classes of words that ``word_classes.py`` wrote and the pairs that ``word_pairs.py`` wrote. Needs
half an hour of one core and four GB; on more, sums would be taken in another order and the weights be others.
What is learnt from are windows of the lines of each table, and the same with some of its columns
(``cutting.examples``). Each step, in a module of ``cutting``, is fitted on what the steps before say of tables they
were not fitted on (``FOLDS``):

1. the chance of a cut at each gap by the words around it: logistic regression over ``gaps``;
2. the same by all lines together: ``gap_net``, also from tables joined of two and invented ones about wars;
3. ``names``: what stands under the names of columns, and a semi-Markov conditional random field that cuts the header;
4. ``columns``: the same for the lines of the body, each given the columns of the other lines; and ``nets`` over it;
5. the choice among the cuts found for all numbers of columns: conditional logit;
6. the confidence: logistic regression of the share of right cells.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, astuple, replace
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "flows"))

from cutting.body import fit_columns, fit_nets
from cutting.choice import candidates_of, fit_choice, fit_sure
from cutting.examples import Example, cells_of, joined, of_grid, varied, windows
from cutting.gap_nets import fit_gap_net, fit_mixed, lesson
from cutting.gap_odds import FOLDS, fit_gaps, give_odds, hold_out_odds
from cutting.header import fit_header, learn_names
from cutting.war_tables import grid

from sitrep.extract.tables import cuts, eight_bits, joint, names
from sitrep.extract.tables.checksums import pack
from sitrep.extract.tables.gap_net import GapNet
from sitrep.extract.tables.seen import SeenCells

OUT = Path(cuts.__file__).parent
MOST_COLUMNS = 9
# How often columns of a table are chosen again, and how many others it is joined with, for the net over gaps.
VARIED_AGAIN, JOINED = 2, 12
# How many groups of invented tables about wars there are beside the tables, and how many tables in each; added to the
# seed, so that the draws are others than those of the tables that are tested on.
WARS, OF_WARS, OTHER_DRAWS = 480, 12, 7


def write(
    out: Path,
    gap_model: tuple,
    seen: dict[int, int],
    weights: joint.Weights,
    known: names.Names,
    choice: Sequence,
    sure: Sequence,
) -> None:
    marks, values = gap_model
    scale = np.abs(values).max() / 127
    bytes_ = np.round(values / scale).astype(int)
    tables = known.first, known.length, known.head, known.tail
    kinds = np.array([np.concatenate([table[m] for table in tables]) for m in sorted(known.first)])
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
            "known": pack(dict.fromkeys(known.first, 1)),
            "kinds": eight_bits.pack(kinds),
            "seen": pack({m: min(n, 255) for m, n in known.seen.items()}),
        },
        "cells": pack({mark: min(n, 255) for mark, n in seen.items()}),
        "gaps": pack({m: b for m, b in zip(marks.tolist(), bytes_.tolist(), strict=True) if abs(b) > 1}),
    }
    (out / "cut_model.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(f"wrote cut_model.json: {(abs(bytes_) > 1).sum()} gap weights, {len(known.first)} names and words of names")


def write_net(out: Path, net: GapNet) -> None:
    """Write ``gap_net.json``."""
    stored = {
        "about": "Weights of the net that weighs cuts of flattened tables; see train_tables.py. Learnt from tables of "
        "WikiTableQuestions (CC BY-SA 4.0) and from invented ones; holds no text of them.",
        "kinds": [eight_bits.pack(part) for part in net.kinds],
        "entry": eight_bits.pack(net.entry),
        "layers": [{name: eight_bits.pack(part) for name, part in asdict(layer).items()} for layer in net.layers],
        "heads": [{name: eight_bits.pack(part) for name, part in asdict(head).items()} for head in net.heads],
        "mixed": [round(float(v), 5) for v in net.mixed],
    }
    (out / "gap_net.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    arguments.add_argument("--out", type=Path, default=OUT)
    arguments.add_argument("--seed", type=int, default=0, help="other seeds tell how far results are chance")
    asked = arguments.parse_args()
    with threadpool_limits(1):
        train(asked.data / "gold" / "public" / "flat_tables_train.jsonl", asked.out, asked.seed)


def weigh_again(
    groups: list[list[Example]],
    again: list[list[Example]],
    joined_ones: list[list[Example]],
    wars: list[list[Example]],
    seed: int,
) -> GapNet:
    """Give the examples in ``groups`` the odds of nets that learnt from other tables; the net that learnt from all.

    Only the last learns from ``wars``: the others serve to fit what comes behind, which learns from no such tables.
    """
    lessons = [[lesson(e) for e in g if any(map(len, e.cut))] for g in groups]
    more, mixed, invented = (
        [[lesson(e) for e in g if any(map(len, e.cut))] for g in some] for some in (again, joined_ones, wars)
    )
    said: list[list[tuple]] = [[] for _ in groups]
    for fold in range(FOLDS):
        kept = [i for i in range(len(groups)) if i % FOLDS != fold]
        net = fit_gap_net([lessons[i] + more[i] for i in kept], [mixed[i] for i in kept], seed)
        for i in range(fold, len(groups), FOLDS):
            said[i] = [(one.odds, net.unmixed(one.words, one.odds)) for one in lessons[i]]
        print(f"net without fold {fold}", flush=True)
    weights = fit_mixed(*([one for group in some for one in group] for some in (said, lessons)))
    print("odds by words, by the net", np.round(weights, 3), flush=True)
    for group, pairs in zip(groups, said, strict=True):
        for e, pair in zip((e for e in group if any(map(len, e.cut))), pairs, strict=True):
            e.take(weights @ np.stack([*pair, np.ones(len(pair[0]))]))
    whole = fit_gap_net([a + b for a, b in zip(lessons, more, strict=True)], mixed + invented, seed)
    return replace(whole, mixed=weights)


def train(source: Path, out: Path, seed: int) -> None:
    """Learn from the tables of a file and write the model."""
    tables = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    tables = [table for table in tables if len(table["rows"]) > 1]
    rng = random.Random(seed)
    rng.shuffle(tables)
    own = [cells_of(table) for table in tables]
    seen = Counter(mark for one in own for mark in one)
    items, varied_again, with_others = [], [], []
    for i, (table, cells) in enumerate(zip(tables, own, strict=True)):
        seen.subtract(cells)
        known = SeenCells(seen)
        items.append([(e, e.features()) for e in (*windows(table, rng, known), *varied(table, rng, known))])
        varied_again.append([e for _ in range(VARIED_AGAIN) for e in varied(table, rng, known)])
        found = []
        for j in rng.sample([j for j in range(i % FOLDS, len(tables), FOLDS) if j != i], JOINED):
            seen.subtract(own[j])
            found.append(joined(table, tables[j], rng, known))
            seen.update(own[j])
        with_others.append([e for e in found if e])
        seen.update(cells)
    models = hold_out_odds(items)
    draw, known = random.Random(seed + OTHER_DRAWS), SeenCells(seen)
    wars = [[e for _ in range(OF_WARS) if (e := of_grid(grid(draw), known))] for _ in range(WARS)]
    for some in (varied_again, with_others, wars):
        for i, group in enumerate(some):
            for e in group:
                e.fold = i % FOLDS
                give_odds(e, e.features(), models[e.fold])
    gap_model = fit_gaps(items)
    print(f"{len(gap_model[0])} gap features", flush=True)
    groups = [[e for e, _ in g] for g in items]
    del items
    write_net(out, weigh_again(groups, varied_again, with_others, wars, seed))
    groups = [[e for e in g if 2 <= e.k <= MOST_COLUMNS] for g in groups]
    groups = [group for group in groups if group]
    first = [group[0] for group in groups]
    held = [learn_names(e for e in first if e.fold != fold) for fold in range(FOLDS)]
    known = learn_names(first)
    for one in (*held, known):
        one.weights[:] = 0
    weights = fit_header(first, held, seed)
    for one in (*held, known):
        one.weights[:] = weights
    print("header weights", np.round(weights, 2), flush=True)
    voices = fit_columns(groups, held, seed + 1)
    print("column weights", np.round(voices.voices, 2), np.round(voices.empty, 2), flush=True)
    folds = [fit_nets([g for g in groups if g[0].fold != fold], held, voices, seed + 1) for fold in range(FOLDS)]
    results = [candidates_of(e, held[e.fold], replace(voices, nets=folds[e.fold])) for e in first]
    voices = replace(voices, nets=fit_nets(groups, held, voices, seed + 1))
    choice, sure = [], []
    for used in (np.ones(cuts.N_FIT), cuts.WITHOUT_HEADER):
        choice.append(fit_choice(results, used))
        one, right = fit_sure(results, choice[-1])
        sure.append(one * np.concatenate([[1], used, np.ones(4)]))
        print(f"of training tables: cells {right[:, 0].mean():.3f}, whole tables {right[:, 1].mean():.3f}", flush=True)
    write(out, gap_model, seen, voices, known, choice, sure)


if __name__ == "__main__":
    main()
