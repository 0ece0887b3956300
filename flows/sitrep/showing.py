"""One row of a release and its evidence, as a person wants to read it."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill
from typing import Any

import pyarrow.parquet as pq

from sitrep.ids import ID_COLUMN, LETTER
from sitrep.release import ReleaseError

_WIDTH = 100
_CONTEXT = 240
_ID_COLUMN = {**ID_COLUMN, "documents": "doc_id", "rejects": "reject_id"}
_HIDDEN = ("text", "quote", "char_start", "char_end")


def show(release: Path, row_id: str) -> str:
    """The row, its columns that hold something, and its quote in context marked with ``>>> <<<``.

    Raises ReleaseError where the release cannot be read or holds no such row.
    """
    if not release.is_dir():
        raise ReleaseError(f"{release}: no such release; build one with `sitrep build`, or name another with --release")
    dataset = dataset_of(row_id)
    row = _row(release, dataset, _ID_COLUMN[dataset], row_id)
    lines = [f"{dataset}  {row_id}"]
    width = max(len(name) for name in row)
    lines += [
        f"  {name:{width}}  {value}" for name, value in row.items() if name not in _HIDDEN and value not in (None, [])
    ]
    if "char_start" in row:
        document = _row(release, "documents", "doc_id", row["doc_id"])
        lines += ["", f"In {_where(document)}, characters {row['char_start']} to {row['char_end']}:", ""]
        lines.append(_in_context(document["text"], row["char_start"], row["char_end"]))
    return "\n".join(lines)


def dataset_of(row_id: str) -> str:
    """The dataset that an id is of: its letter tells (``DOC-e120-127`` is an event)."""
    _, dash, rest = row_id.partition("-")
    if not dash:
        return "documents"
    return next((name for name, letter in LETTER.items() if rest.startswith(letter)), "rejects")


def _row(release: Path, dataset: str, column: str, value: str) -> dict[str, Any]:
    path = release / f"{dataset}.parquet"
    if not path.exists():
        raise ReleaseError(f"{path}: missing; hold the release against its checksums with `sitrep check {release}`")
    rows = pq.read_table(path, filters=[(column, "==", value)]).to_pylist()
    if not rows:
        raise ReleaseError(f"{path}: no row whose {column} is {value}; take an id from that column")
    return rows[0]


def _where(document: dict[str, Any]) -> str:
    record = document["source_record"]
    return document["source_path"] + ("" if record is None else f", record {record}")


def _in_context(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _CONTEXT) : start].rpartition("\n\n")[2]
    after = text[end : end + _CONTEXT].partition("\n\n")[0]
    marked = f"{before}>>>{text[start:end]}<<<{after}"
    return "\n".join(
        fill(line, _WIDTH, initial_indent="    ", subsequent_indent="    ") for line in marked.splitlines()
    )
