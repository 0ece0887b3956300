"""Tables whose columns are kept apart by spaces (or leader dots) at the same places in every line."""

from __future__ import annotations

from itertools import pairwise

from sitrep import patterns as re
from sitrep.extract.tables.grid import Cell, Grid, cell
from sitrep.extract.tables.header import part_header
from sitrep.extract.tables.marked import Line, is_rule
from sitrep.gutters import gutters, without_leaders

_WIDE = re.compile(r"[ \t]{2,}|\t")


def read_aligned(text: str, view: str, lines: list[Line]) -> Grid:
    """The grid of aligned lines; where the gutters do not run through, each run of two spaces parts two cells."""
    blank = [without_leaders(text[a:b]) for a, b in lines]
    ruled = [is_rule(line) for line in blank]
    kept = [i for i in range(len(lines)) if not ruled[i]]
    cuts = gutters([blank[i] for i in kept])
    sure = 1.0
    if cuts:
        rows = [_cut(text, view, lines[i], blank[i], cuts) for i in kept]
        broken = sum(_crosses(blank[i], cuts) for i in kept)
        sure -= 0.5 * broken / len(kept)
    else:
        rows = [_by_runs(text, view, lines[i], blank[i]) for i in kept]
        width = max(map(len, rows))
        sure -= 0.2 + 0.6 * sum(len(row) != width for row in rows) / len(rows)
        rows = [row + [Cell(row[-1].char_end, row[-1].char_end, "")] * (width - len(row)) for row in rows]
    top = next((i for i in range(1, len(lines)) if ruled[i] and not ruled[i - 1]), None)
    named = sum(not r for r in ruled[:top]) if top is not None else 0
    if named == 1 and sum(ruled) <= 3:
        return Grid(rows[1:], rows[0], confidence=sure)
    header, body = part_header(rows)
    return Grid(body, header, confidence=sure)


def _crosses(line: str, cuts: list[tuple[int, int]]) -> bool:
    return any(line[a:b].strip() for a, b in cuts)


def _cut(text: str, view: str, span: Line, line: str, cuts: list[tuple[int, int]]) -> list[Cell]:
    edges = [0, *(stop for _, stop in cuts), len(line)]
    found = []
    for a, b in pairwise(edges):
        a, b = min(a, len(line)), min(b, len(line))
        part = line[a:b]
        start = span[0] + a + len(part) - len(part.lstrip())
        end = span[0] + a + len(part.rstrip())
        found.append(cell(text, start, end, view) if part.strip() else Cell(span[0] + a, span[0] + a, ""))
    return found


def _by_runs(text: str, view: str, span: Line, line: str) -> list[Cell]:
    found, at = [], len(line) - len(line.lstrip())
    end = len(line.rstrip())
    for gap in _WIDE.finditer(line, at, end):
        found.append(cell(text, span[0] + at, span[0] + gap.start(), view))
        at = gap.end()
    return [*found, cell(text, span[0] + at, span[0] + end, view)]
