"""The contracts as a page to read: what every column means."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sitrep.contracts import Column, Contract, Contracts

_OPENING = """# Data dictionary

Every dataset is `NAME.parquet` and `NAME.csv`, with the same rows in the same order. Each recovered table is also a CSV
of its own, `tables/TABLE_ID.csv`. Rows that broke a rule are in `quarantine/NAME.parquet`, each with the rule, its
severity and the value; they are in no other file. `quality.json` and `quality.md` count what was checked.

Offsets are Unicode code points into `documents.text`, half-open: `text[char_start:char_end] == quote`. Unknown is null,
and an empty cell in CSV. Lists are JSON in CSV. In CSV, a text whose first character (after any apostrophes) is `=`,
`+`, `-`, `@`, one of their full-width forms, a tab or a line end has one more apostrophe before it, so that no
spreadsheet runs it; take that apostrophe away to have the text back. Parquet has every text as it is.
"""


def page(contracts: Contracts) -> str:
    """All datasets in Markdown."""
    return "\n".join([_OPENING, *(_dataset(contract) for contract in contracts.values())])


def _dataset(contract: Contract) -> str:
    lines = [f"## {contract.name}", "", f"{contract.description} {contract.grain} Contract version {contract.version}."]
    if contract.limitations:
        lines.append(contract.limitations)
    lines += ["", "| column | type | unit | null | meaning | example |", "|:--|:--|:--|:--|:--|:--|"]
    lines += [_row(column) for column in contract.columns]
    for column in contract.columns:
        if enum := column.items.enum if column.items else column.enum:
            lines += ["", f"`{column.name}`:", ""]
            lines += [f"- `{value}`: {meaning}" for value, meaning in enum]
        if column.items and column.items.properties:
            lines += ["", f"`{column.name}` holds objects of:", ""]
            lines += [
                f"- `{inner.name}` ({inner.physical_type}): {inner.description}" for inner in column.items.properties
            ]
    lines += ["", "Rules:", ""]
    lines += [f"- `{rule.name}` ({rule.severity}, {rule.of}): {rule.description}" for rule in contract.rules]
    return "\n".join(lines) + "\n"


def _row(column: Column) -> str:
    meaning = column.description
    if column.primary_key:
        meaning += " Primary key."
    if column.reference:
        meaning += f" Refers to `{column.reference.dataset}.{column.reference.column}`."
    kind = f"list of {column.items.physical_type}" if column.items else column.physical_type
    null = "no" if column.required else "yes"
    example = ", ".join(f"`{_example(value)}`" for value in column.examples)
    return (
        "| " + " | ".join(_cell(text) for text in (column.name, kind, column.unit or "", null, meaning, example)) + " |"
    )


def _example(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
