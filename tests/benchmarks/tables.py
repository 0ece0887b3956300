"""How well tables are found and cut, and at what speed.

    python tests/benchmarks/tables.py --data ../shared

``gold/public/flat_tables_dev.jsonl``: tables whose columns were lost, the number of columns unknown (as in a run) and
known. A cell is right when its row, column and text are; a table is whole when all its cells are. Tables kept as one
column below the threshold count as wrong. "From a page" reads each table as users do, between two paragraphs of a page,
where it has to be found first; what is not found counts as wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "flows"))

from sitrep import ingest, pipeline
from sitrep.extract.tables import cuts, flattened, words
from sitrep.layout import tabular

PAGE = """What was published this year

The ministry published the list on 3 May 2024, and the army said that it was complete. It will be updated again.

{table}

It will be updated again before the end of the year, the ministry said, and the army agreed.
"""
PEERS = {"alignment of lines without a corpus (TEGRA)": (0.31, 0.13), "a learnt cut model": (0.64, 0.39)}


def cells_of(lines: list[list[str]]) -> set[tuple[int, int, str]]:
    return {(r, c, " ".join(text.split())) for r, line in enumerate(lines) for c, text in enumerate(line)}


def scored(truth: set, got: set) -> tuple[int, int, int, bool]:
    return len(truth & got), len(truth), len(got), truth == got


def line_spans(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def report(name: str, scores: list[tuple[int, int, int, bool]]) -> None:
    right, truth, got = (sum(s[i] for s in scores) for i in range(3))
    mean = sum(2 * s[0] / (s[1] + s[2]) for s in scores) / len(scores)
    whole = sum(s[3] for s in scores) / len(scores)
    print(f"{name:44} cell F1 {2 * right / (truth + got):.3f} (mean of tables {mean:.3f})  whole tables {whole:.3f}")


def from_page(table: dict, truth: set) -> set:
    """The cells of the table of a page that holds most of the true ones, read from the page as a whole."""
    rows = pipeline.read(ingest.from_text(PAGE.format(table="\n".join(table["lines"]))))
    found: dict[str, set] = {one["table_id"]: set() for one in rows["tables"]}
    for cell in rows["table_cells"]:
        found[cell["table_id"]].add((cell["row"], cell["col"], " ".join((cell["text"] or "").split())))
    return max(found.values(), key=lambda cells: len(cells & truth), default=set())


def flat_tables(path: Path) -> None:
    tables = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    truths = [cells_of([t["header"], *t["rows"]]) for t in tables]
    cuts.model()
    unknown, known, sure, region = [], [], [], 0
    start = process_time()
    for table, truth in zip(tables, truths, strict=True):
        text = "\n".join(table["lines"])
        grid = flattened.read_flattened(text, text, line_spans(text))
        lines = [[c.text for c in line] for line in ([grid.header] if grid.header else []) + grid.rows]
        unknown.append(scored(truth, cells_of(lines)))
        sure.append((grid.confidence, 2 * unknown[-1][0] / (unknown[-1][1] + unknown[-1][2]), grid.n_cols > 1))
    rate = len(tables) / (process_time() - start)
    for table, truth in zip(tables, truths, strict=True):
        rows = [words.row_of(line) for line in table["lines"]]
        flat = cuts.table_of(rows, flattened.is_headed(rows), cuts.model())
        cut, _ = cuts.choose(flat, cuts.model(), [len(table["header"])])
        lines = [[" ".join(row.words[a:b]) for a, b in cells] for row, cells in zip(rows, cut.cells, strict=True)]
        known.append(scored(truth, cells_of(lines)))
        text = "\n".join(table["lines"])
        alone = tabular.regions(table["lines"])
        region += any(r.last - r.first + 1 == len(table["lines"]) for r in alone)
    pages = [scored(truth, from_page(table, truth)) for table, truth in zip(tables, truths, strict=True)]
    print(f"{len(tables)} flattened tables, {rate:.0f} a second of one core")
    report("number of columns unknown", unknown)
    report("number of columns unknown, from a page", pages)
    report("number of columns known", known)
    for name, (cell, whole) in PEERS.items():
        print(f"{name:44} cell F1 {cell:.3f}  whole tables {whole:.3f}")
    print(f"found whole as a region, alone on a page: {region / len(tables):.3f}")
    print("confidence  tables  cells right")
    for low in (0.0, 0.45, 0.6, 0.7, 0.8, 0.9):
        high = {0.0: 0.45, 0.45: 0.6, 0.6: 0.7, 0.7: 0.8, 0.8: 0.9, 0.9: 1.01}[low]
        inside = [f1 for c, f1, cut in sure if low <= c < high]
        if inside:
            print(f"{low:.2f}-{min(high, 1):.2f}  {len(inside):8}  {sum(inside) / len(inside):.3f}")


def prose(path: Path) -> None:
    documents = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    pages = [text.split("\n") for text in documents]
    start = perf_counter()
    found = [(page, region) for page in pages for region in tabular.regions(page)]
    took = perf_counter() - start
    size = sum(map(len, documents)) / 1e6
    print(f"{len(found)} tables in {len(documents)} documents of prose, {1000 * took / size:.1f} ms per MB")
    for page, region in found[:10]:
        print(f"  {region.source_form}: {page[region.first].strip()[:90]!r}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    data = arguments.parse_args().data
    flat_tables(data / "gold" / "public" / "flat_tables_dev.jsonl")
    prose(data / "scale" / "statements.jsonl")


if __name__ == "__main__":
    main()
