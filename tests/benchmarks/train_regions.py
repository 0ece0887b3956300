"""Learn which lines are a table that lost its columns, and write ``tabular_lines.json`` beside its module.

    pip install torch
    python tests/benchmarks/train_regions.py --data ../shared

Reads ``gold/public/flat_tables_train.jsonl`` (tables of WikiTableQuestions, CC BY-SA), and pages without tables: the
texts of ``scale`` and our own in ``tests/raw``. Of each group of lines the spans are compared that ``tabular_flat``
compares: the net is to make the right one, or none, the likeliest of them (conditional logit). Prints what nets reach
on groups of tables and pages that they did not learn from. Needs some three minutes of one core.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "flows"))

from regions.groups import Group, by_year, prose_of, texts_of, with_table, without_table

from sitrep.layout import tabular_flat, tabular_lines

ROOT = Path(__file__).resolve().parents[2]
OUT = Path(tabular_lines.__file__).with_name("tabular_lines.json")
FOLDS, UNITS, EPOCHS, BATCH, RATE, PENALTY, DROPPED = 5, 12, 8, 128, 0.01, 1e-5, 0.2


class Choice:
    """A group: the marks of its spans as numbers, and which span is right (behind the last, where it is no table)."""

    def __init__(self, group: Group, numbers: dict[str, int]):
        lines = [tabular_lines.line_of(text) for text in group.lines]
        spans = list(tabular_flat.spans(len(lines)))
        self.marks = [
            [numbers.setdefault(m, len(numbers)) for m in tabular_lines.marks(lines, *span)] for span in spans
        ]
        self.right = spans.index(group.table) if group.table else len(spans)
        self.weight = group.weight


class Net(nn.Module):
    """The log odds of spans: a straight sum over their marks and what units find in them."""

    def __init__(self, marks: int):
        super().__init__()
        self.straight = nn.EmbeddingBag(marks, 1, mode="sum")
        self.units = nn.EmbeddingBag(marks, UNITS, mode="sum")
        self.out = nn.Linear(UNITS, 1, bias=False)
        nn.init.zeros_(self.straight.weight)
        nn.init.normal_(self.units.weight, std=0.1)

    def forward(self, marks: Tensor, starts: Tensor) -> Tensor:
        units = nn.functional.dropout(torch.relu(self.units(marks, starts)), DROPPED, self.training)
        return (self.straight(marks, starts) + self.out(units))[:, 0]


def scores(net: Net, choices: Sequence[Choice]) -> Tensor:
    """The log odds of the spans of each group, and 0 for none behind them; -inf where a group has no more spans."""
    flat = [marks for choice in choices for marks in choice.marks]
    starts = torch.tensor([0, *(len(marks) for marks in flat[:-1])]).cumsum(0)
    said = net(torch.tensor([m for marks in flat for m in marks]), starts)
    sizes = [len(choice.marks) for choice in choices]
    rows = [torch.cat([part, part.new_zeros(1)]) for part in said.split(sizes)]
    return nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=-torch.inf)


def fit(choices: Sequence[Choice], marks: int) -> Net:
    """The net that makes the right spans the likeliest."""
    torch.manual_seed(0)
    rng, net = random.Random(0), Net(marks)
    adam = torch.optim.AdamW(net.parameters(), RATE, weight_decay=PENALTY)
    steps = EPOCHS * (len(choices) // BATCH)
    rates = torch.optim.lr_scheduler.OneCycleLR(adam, RATE, total_steps=steps)
    for _ in range(EPOCHS):
        order = rng.sample(choices, len(choices))
        for i in range(len(choices) // BATCH):
            batch = order[i * BATCH : (i + 1) * BATCH]
            right, weight = (torch.tensor([getattr(one, name) for one in batch]) for name in ("right", "weight"))
            loss = nn.functional.cross_entropy(scores(net, batch), right, reduction="none")
            adam.zero_grad()
            ((loss * weight).sum() / weight.sum() + 1e-6 * net.straight.weight.square().sum()).backward()
            adam.step()
            rates.step()
    return net.eval()


@torch.no_grad()
def report(net: Net, choices: Sequence[Choice]) -> list[tuple[bool, bool, float]]:
    """Of each group whether it holds a table, whether its likeliest span is right, and the log odds of that."""
    said = []
    for i in range(0, len(choices), 1000):
        part = choices[i : i + 1000]
        for choice, row in zip(part, scores(net, part).tolist(), strict=True):
            row = row[: len(choice.marks)]
            best = max(row)
            said.append((choice.right < len(row), row.index(best) == choice.right, best))
    return said


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=ROOT.parent / "shared")
    data = arguments.parse_args().data
    torch.set_num_threads(1)
    rng = random.Random(0)
    source = data / "gold" / "public" / "flat_tables_train.jsonl"
    tables = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    tables = [table for table in tables if len(table["lines"]) > tabular_flat.MIN_ROWS]
    prose = prose_of(texts_of(data, ROOT / "tests"), rng)
    groups = [(i % FOLDS, group) for i, table in enumerate(tables) for group in with_table(table, prose, rng)]
    groups += [(rng.randrange(FOLDS), group) for made in (by_year, without_table) for group in made(prose, rng)]
    numbers: dict[str, int] = {}
    choices = [(fold, Choice(group, numbers)) for fold, group in groups]
    print(f"{len(choices)} groups, {len(tables)} tables, {len(numbers)} marks", flush=True)
    said: list[tuple[bool, bool, float]] = []
    for fold in range(FOLDS):
        net = fit([choice for at, choice in choices if at != fold], len(numbers))
        said += report(net, [choice for at, choice in choices if at == fold])
    for least in (0, 1, 2, 3):
        right = [ok and score > least for is_table, ok, score in said if is_table]
        wrong = [score > least for is_table, _, score in said if not is_table]
        print(
            f"score over {least}: {sum(right) / len(right):.4f} of tables found as they are, "
            f"{sum(wrong) / len(wrong):.4f} of other groups taken for one"
        )
    net = fit([choice for _, choice in choices], len(numbers))
    rows = torch.cat([net.straight.weight, net.units.weight], 1).tolist()
    stored = {
        "about": "Weights of what lines hold that are a flattened table; see train_regions.py. Learnt from tables of "
        "WikiTableQuestions (CC BY-SA 4.0) and pages without tables; holds no text of them.",
        "out": [round(v, 3) for v in net.out.weight[0].tolist()],
        "marks": {name: [round(v, 3) for v in rows[i]] for name, i in sorted(numbers.items())},
    }
    OUT.write_text(json.dumps(stored, separators=(",", ":")).replace("],", "],\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
