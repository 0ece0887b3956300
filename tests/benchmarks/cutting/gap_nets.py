"""The net that weighs the gaps of all lines of a table together (``gap_net``), learnt with PyTorch."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from torch import Tensor, nn
from torch.nn import functional

from cutting.examples import Example
from sitrep.extract.tables import gap_net, gap_words
from sitrep.extract.tables.gap_net import FEW, NEIGHBOURS, PLACES, GapNet, Head, Layer
from sitrep.extract.tables.gap_words import GapWords

WIDTH, UNITS, HEAD_UNITS, LAYERS, SOFT = 40, 80, 64, 4, 3
# How many numbers each of ``gap_words.KINDS`` becomes.
NUMBERS = 12, 6, 6, 5, 4, 6, 6, 3, 4, 4, 6, 2, 2, 3
EPOCHS, EACH, BATCH, RATE, PENALTY, DROPPED = 5, 4, 8, 0.002, 0.05, 0.25
# How often it is not told what cells other tables held, and what the words alone make likely; what first cuts weigh.
UNTOLD_CELLS, UNTOLD_ODDS, EARLY = 0.2, 0.3, 0.4


@dataclass(slots=True)
class Lesson:
    """One example: its words, the odds of its gaps by words alone, where its cuts really are."""

    words: GapWords
    odds: np.ndarray
    cut: np.ndarray


def lesson(e: Example) -> Lesson:
    """What is learnt from an example."""
    odds, cut = (np.array([x for line in lines for x in line], np.float32) for lines in (e.odds, e.cut))
    return Lesson(gap_words.gap_words(e.lines), np.clip(odds, -gap_net.MOST_ODDS, gap_net.MOST_ODDS), cut)


class _Batch:
    """Some tables as one: words of all, numbered through."""

    def __init__(self, lessons: Sequence[Lesson]):
        kinds, numbers, around, groups, first, last, gaps, in_header, table, weight = ([] for _ in range(10))
        n = self.n_groups = 0
        for i, one in enumerate(lessons):
            words = one.words
            odds = np.zeros((len(words.kinds), 2), np.float32)
            odds[words.gaps + 1, 0] = odds[words.gaps, 1] = one.odds / gap_net.ODDS_SCALE
            for held, more in zip(
                (kinds, numbers, around, in_header), (words.kinds, words.numbers, odds, words.in_header), strict=True
            ):
                held.append(more)
            # Lines and tables are groups too, in which a word hears itself as well.
            line = np.cumsum(words.first == np.arange(len(words.first))) - 1
            own = np.column_stack([words.like, line, np.zeros_like(line)])
            many = np.cumsum(own.max(0) + 1)
            groups.append(own + np.append(0, many[:-1]) + self.n_groups)
            for held, more in zip((first, last, gaps), (words.first, words.last, words.gaps), strict=True):
                held.append(more + n)
            table.append(np.full(len(words.kinds), i))
            weight.append(np.full(len(words.gaps), len(words.gaps) ** -0.5))
            n, self.n_groups = n + len(words.kinds), self.n_groups + int(many[-1])
        self.tables, self.n = len(lessons), n
        self.kinds, self.numbers, self.around, self.groups, self.first, self.last, self.gaps, self.table = (
            torch.from_numpy(np.concatenate(held))
            for held in (kinds, numbers, around, groups, first, last, gaps, table)
        )
        self.in_header = torch.from_numpy(np.concatenate(in_header))
        self.cut = torch.from_numpy(np.concatenate([one.cut for one in lessons]))
        self.weight = torch.from_numpy(np.concatenate(weight).astype(np.float32))
        at = torch.arange(n)
        near = [torch.where((at + d < self.first) | (at + d > self.last), n, at + d) for d in NEIGHBOURS]
        self.near = torch.stack(near, 1)
        size = torch.bincount(self.groups.ravel())[self.groups].float()
        self.is_like = (torch.arange(size.shape[1]) < gap_words.N_LIKE).float()
        self.heard = (size - self.is_like).clamp(min=1)
        self.counts = torch.log(size[:, : gap_words.N_LIKE]) / gap_net.COUNT_SCALE


def _sums(x: Tensor, at: Tensor, many: int) -> Tensor:
    return torch.zeros(many, *x.shape[1:]).index_add_(0, at, x)


def _at(x: Tensor, at: Tensor) -> Tensor:
    """The rows of ``x`` at the numbers ``at``; the gradient takes less time than that of ``x[at]``."""
    return x.index_select(0, at.ravel()).reshape(*at.shape, -1)


def _dropped(x: Tensor, share: float) -> Tensor:
    """``x`` without a ``share`` of its numbers. One byte is drawn for each: drawing took a tenth of a step before."""
    drawn = torch.empty(x.numel() // 8 + 1, dtype=torch.int64).random_(-(2**63), None).view(torch.uint8)
    return x * ((drawn[: x.numel()] >= 256 * share).float() / (1 - share)).reshape(x.shape)


def _weights(*shape: int) -> nn.Parameter:
    """Weights for sums over all axes but the last, drawn the smaller the more is summed."""
    return nn.Parameter((torch.rand(shape) * 2 - 1) * float(np.prod(shape[:-1])) ** -0.5)


def _norm() -> nn.Parameter:
    return nn.Parameter(torch.stack([torch.ones(WIDTH), torch.zeros(WIDTH)]))


def _normed(x: Tensor, norm: Tensor) -> Tensor:
    return functional.layer_norm(x, (WIDTH,), norm[0], norm[1], gap_net.TINY)


class _Layer(nn.Module):
    def __init__(self, is_soft: bool):
        super().__init__()
        heard, counts = len(NEIGHBOURS) + 1 + gap_words.N_LIKE + 2 + 4 * is_soft, gap_words.N_LIKE + 4 * is_soft
        self.norm, self.out = _norm(), _weights(UNITS + 1, WIDTH)
        both = (torch.rand(heard * WIDTH + counts + 1, UNITS) * 2 - 1) * (heard * WIDTH + counts) ** -0.5
        self.parts = nn.Parameter(both[: heard * WIDTH].reshape(heard, WIDTH, UNITS).clone())
        self.counts = nn.Parameter(both[heard * WIDTH :].clone())

    def forward(self, x: Tensor, batch: _Batch, cuts: Tensor | None) -> Tensor:
        y = _normed(x, self.norm)
        parts, counts = _around(y, batch), [batch.counts]
        if cuts is not None:
            more, numbers = _in_columns(y, batch, cuts)
            parts, counts = [*parts, more], [*counts, numbers]
        units = torch.cat(parts, 1) @ self.parts.reshape(-1, UNITS) + torch.cat(counts, 1) @ self.counts[:-1]
        units = _dropped(functional.relu(units + self.counts[-1]), DROPPED)
        return x + units @ self.out[:-1] + self.out[-1]


def _around(y: Tensor, batch: _Batch) -> list[Tensor]:
    padded = torch.cat([y, torch.zeros(1, WIDTH)])
    many = batch.groups.shape[1]
    sums = _sums(y.repeat_interleave(many, 0), batch.groups.ravel(), batch.n_groups)
    grouped = (_at(sums, batch.groups) - y[:, None] * batch.is_like[:, None]) / batch.heard[:, :, None]
    return [y, _at(padded, batch.near).flatten(1), grouped.flatten(1)]


def _in_columns(y: Tensor, batch: _Batch, cuts: Tensor) -> tuple[Tensor, Tensor]:
    before, behind = _sums(cuts, batch.gaps + 1, batch.n), _sums(cuts, batch.gaps, batch.n)
    sums = torch.cumsum(before, 0)
    place = torch.stack([sums - sums[batch.first], sums[batch.last] - sums], 1)
    inside = place.clamp(0, PLACES - 2)
    low = inside.floor()
    share = torch.stack([1 - (inside - low), inside - low], 2)
    # Which mean of words a place is: from the start or the end, of the header or the body, of which table, how far.
    side, held, end = torch.arange(2)[:, None, None], torch.arange(2)[:, None], torch.arange(2)
    at = ((side * 2 + held) * batch.tables + batch.table[:, None, None, None]) * PLACES
    at = at + low.long()[:, :, None, None] + end
    own = at[torch.arange(batch.n), :, (~batch.in_header).long()]
    many = 4 * batch.tables * PLACES
    total = _sums((y[:, None, None] * share[..., None]).reshape(-1, WIDTH), own.ravel(), many)
    mean = total / (_sums(share.ravel(), own.ravel(), many) + FEW)[:, None]
    found = (_at(mean, at) * share[:, :, None, :, None]).sum(3)
    return found.flatten(1), torch.cat([place - place.round(), before[:, None], behind[:, None]], 1)


class _Head(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.norm, self.parts, self.bias = _norm(), _weights(3, WIDTH, HEAD_UNITS), _weights(1, HEAD_UNITS)
        self.out = nn.Parameter(torch.zeros(HEAD_UNITS + 1, 1))

    def forward(self, x: Tensor, gaps: Tensor) -> Tensor:
        y = _normed(x, self.norm)
        first, second = _at(y, gaps), _at(y, gaps + 1)
        both = torch.cat([first, second, first * second], 1)
        units = functional.relu(both @ self.parts.reshape(-1, HEAD_UNITS) + self.bias)
        return (_dropped(units, DROPPED) @ self.out[:-1] + self.out[-1])[:, 0]


class _Learnt(nn.Module):
    """``gap_net.GapNet`` for many tables at once, with what is needed to learn it."""

    def __init__(self) -> None:
        super().__init__()
        sizes = zip(gap_words.KINDS, NUMBERS, strict=True)
        self.kinds = nn.ParameterList(nn.Parameter(torch.randn(kinds, numbers) * 0.3) for kinds, numbers in sizes)
        self.entry = _weights(sum(NUMBERS) + gap_words.N_NUMBERS + 2 + 1, WIDTH)
        self.layers = nn.ModuleList(_Layer(i >= LAYERS - SOFT) for i in range(LAYERS))
        self.heads = nn.ModuleList(_Head() for _ in range(SOFT + 1))

    def forward(self, batch: _Batch) -> list[Tensor]:
        """The log odds of a cut at each gap by each head, the last word last."""
        kinds = batch.kinds.clone()
        kinds[torch.rand(batch.n) < UNTOLD_CELLS, gap_words.WERE_CELLS] = 0
        told = (torch.rand(batch.tables) > UNTOLD_ODDS)[batch.table][:, None]
        known = [table[kinds[:, j]] for j, table in enumerate(self.kinds)]
        entry = torch.cat([*known, batch.numbers, batch.around * told], 1)
        x = _dropped(entry, DROPPED / 2) @ self.entry[:-1] + self.entry[-1]
        said: list[Tensor] = []
        for i, layer in enumerate(self.layers):
            cuts = None
            if i >= LAYERS - SOFT:
                said.append(self.heads[len(said)](x, batch.gaps))
                cuts = torch.sigmoid(said[-1])
            x = layer(x, batch, cuts)
        return [*said, self.heads[-1](x, batch.gaps)]

    def net(self) -> GapNet:
        """The weights as they are now."""

        def array(part: Tensor) -> np.ndarray:
            return part.detach().numpy().copy()

        return GapNet(
            tuple(map(array, self.kinds)),
            array(self.entry),
            tuple(Layer(*(array(getattr(one, name)) for name in Layer.__slots__)) for one in self.layers),
            tuple(Head(*(array(getattr(one, name)) for name in Head.__slots__)) for one in self.heads),
            np.array([0, 1, 0], np.float32),
        )


def fit_gap_net(groups: Sequence[Sequence[Lesson]], mixed: Sequence[Sequence[Lesson]], seed: int) -> GapNet:
    """The net, from the examples of each table and those of tables made of two or invented, ``mixed``."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    rng, learnt = random.Random(seed), _Learnt()
    tables = [group for group in (*groups, *mixed) if group]
    own = {id(part) for part in learnt.kinds.parameters()}
    others = [part for part in learnt.parameters() if id(part) not in own]
    penalties = ({"params": list(learnt.kinds.parameters()), "weight_decay": 1e-4}, {"params": others})
    adam = torch.optim.AdamW(penalties, RATE, weight_decay=PENALTY, fused=True)
    steps = len(tables) * EACH // BATCH
    rates = torch.optim.lr_scheduler.OneCycleLR(adam, RATE, total_steps=EPOCHS * steps + 1, pct_start=0.1)
    for _ in range(EPOCHS):
        order = [rng.choice(group) for group in tables for _ in range(EACH)]
        rng.shuffle(order)
        for i in range(steps):
            batch = _Batch(order[i * BATCH : (i + 1) * BATCH])
            share = batch.weight / batch.weight.sum()
            lost = [
                (functional.binary_cross_entropy_with_logits(odds, batch.cut, reduction="none") * share).sum()
                for odds in learnt(batch)
            ]
            adam.zero_grad()
            (lost[-1] + EARLY * sum(lost[:-1])).backward()
            nn.utils.clip_grad_norm_(learnt.parameters(), 1.0)
            adam.step()
            rates.step()
    return learnt.net()


def fit_mixed(said: Sequence[tuple[np.ndarray, np.ndarray]], lessons: Sequence[Lesson]) -> np.ndarray:
    """What the odds by words alone, those of the net, and 1 weigh, given both for tables that neither learnt from."""
    both = np.concatenate([np.stack(pair, 1) for pair in said])
    found = LogisticRegression(C=100, tol=1e-9, max_iter=1000).fit(both, np.concatenate([one.cut for one in lessons]))
    return np.append(found.coef_[0], found.intercept_).astype(np.float32)
