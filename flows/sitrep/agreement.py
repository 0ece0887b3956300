"""Whether the files of a release say the same: CSV, Parquet, recovered tables, what is derived from contracts."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow

from sitrep import checksums, csvtext, datapackage, dictionary, quality

if TYPE_CHECKING:
    from sitrep.contracts import Contract, Contracts

_MOST = 20
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a file says something else than the Parquet files; ``row`` is an id, or a line where no id is known."""

    file: str
    message: str
    row: str | None = None
    column: str | None = None


def csv_differences(path: Path, contract: Contract, table: pyarrow.Table) -> list[Difference]:
    """Where the CSV differs from the Parquet table, the first twenty places."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *found = csvtext.read_rows(file)
    except (OSError, UnicodeDecodeError, csv.Error, ValueError) as error:
        return [Difference(path.name, f"cannot be read as CSV: {error}")]
    if header != list(contract.names):
        missing, extra = sorted(set(contract.names) - set(header)), sorted(set(header) - set(contract.names))
        message = f"the header is not the contract's: missing {missing}, not in the contract {extra}"
        return [Difference(path.name, message, column=", ".join(missing or extra) or None)]
    if table.column_names != header:
        return []
    columns = [csvtext.cells(contract.column[name], table[name].to_pylist()) for name in header]
    expected = list(zip(*columns, strict=True))
    differences = list(_first(_cell_differences(path.name, contract, expected, found)))
    if len(found) != len(expected):
        differences.append(Difference(path.name, f"{len(found)} rows, but the Parquet file has {len(expected)}"))
    return differences


def _cell_differences(
    file: str, contract: Contract, expected: list[tuple[str, ...]], found: list[list[str]]
) -> Iterator[Difference]:
    key = contract.names.index(contract.key)
    for want, have in zip(expected, found, strict=False):
        if list(want) == have:
            continue
        if len(have) != len(want):
            yield Difference(file, f"{len(have)} cells instead of {len(want)}", want[key])
            continue
        for name, a, b in zip(contract.names, want, have, strict=True):
            if a != b:
                yield Difference(file, f"{_short(b)} instead of {_short(a)} as in the Parquet file", want[key], name)


def _first(differences: Iterator[Difference]) -> Iterator[Difference]:
    for count, difference in enumerate(differences):
        if count == _MOST:
            yield Difference(difference.file, f"and more after these {_MOST}")
            return
        yield difference


def _short(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


def recovered(cells: pyarrow.Table) -> Iterator[tuple[str, list[list[str]]]]:
    """Each recovered table as (table_id, rows of cells ready for a file), in the order of the cells."""
    by_table: dict[str, list[tuple[int, int, str | None]]] = {}
    columns = (cells[name].to_pylist() for name in ("table_id", "row", "col", "text"))
    for table_id, row, col, text in zip(*columns, strict=True):
        by_table.setdefault(table_id, []).append((row, col, text))
    for table_id, placed in by_table.items():
        yield table_id, csvtext.grid(placed)


def table_file_differences(release: Path, cells: pyarrow.Table) -> Iterator[Difference]:
    """Where ``tables/*.csv`` differ from ``table_cells``."""
    if not {"table_id", "row", "col", "text"} <= set(cells.column_names):
        return
    listed = set()
    for table_id, expected in recovered(cells):
        name = f"tables/{table_id}.csv"
        listed.add(name)
        try:
            with (release / name).open(encoding="utf-8", newline="") as file:
                found = csvtext.read_rows(file)
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            yield Difference(name, f"cannot be read as CSV: {error}", table_id)
            continue
        if found != expected:
            line = next((i for i, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b), None)
            where = f"row {line} differs" if line is not None else f"{len(found)} rows instead of {len(expected)}"
            yield Difference(name, f"not as table_cells has it: {where}", table_id)
    for path in sorted((release / "tables").glob("*")):
        if (name := f"tables/{path.name}") not in listed:
            yield Difference(name, "a table that table_cells does not have")


def derived_file_differences(
    release: Path, contracts: Contracts, tables: Mapping[str, pyarrow.Table]
) -> Iterator[Difference]:
    """Where ``DICTIONARY.md``, ``datapackage.json`` and the quality report differ from what they are derived from."""
    try:
        if (release / "DICTIONARY.md").read_text(encoding="utf-8") != dictionary.page(contracts):
            yield Difference("DICTIONARY.md", "not what the contracts say")
    except (OSError, UnicodeDecodeError) as error:
        yield Difference("DICTIONARY.md", f"cannot be read: {error}")
    package = _json(release / "datapackage.json")
    sizes = {path.name: (path.stat().st_size, checksums.digest(path)) for path in release.glob("*.csv")}
    if isinstance(package, Difference):
        yield package
    elif sizes.keys() >= {f"{name}.csv" for name in contracts} and package != datapackage.describe(
        contracts, str(package.get("version")), sizes
    ):
        yield Difference("datapackage.json", "not what the contracts and the CSV files say")
    report = _json(release / "quality.json")
    if isinstance(report, Difference):
        yield report
        return
    try:
        rows = {name: about["rows"] for name, about in report["datasets"].items()}
        page = quality.page(report)
    except (KeyError, TypeError, AttributeError) as error:
        yield Difference("quality.json", f"no quality report: {error!r}")
        return
    for name, table in tables.items():
        if rows.get(name) != len(table):
            yield Difference("quality.json", f"{name}: {rows.get(name)} rows, but the Parquet file has {len(table)}")
    try:
        if (release / "quality.md").read_text(encoding="utf-8") != page:
            yield Difference("quality.md", "not what quality.json says")
    except (OSError, UnicodeDecodeError) as error:
        yield Difference("quality.md", f"cannot be read: {error}")


def _json(path: Path) -> Any:
    """The mapping in a JSON file, or what is wrong with it."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return Difference(path.name, f"cannot be read: {error}")
    return content if isinstance(content, dict) else Difference(path.name, "holds no mapping")
