"""The contracts as a Frictionless Data Package: one tabular resource a dataset, with keys and constraints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sitrep.contracts import Column, Contract, Contracts


def describe(contracts: Contracts, version: str, files: Mapping[str, tuple[int, str]]) -> dict[str, Any]:
    """The content of ``datapackage.json``; ``files`` has the size in bytes and the SHA-256 of each CSV."""
    return {
        "profile": "tabular-data-package",
        "name": "sitrep",
        "title": "Events, troop figures, dates and tables read from conflict news",
        "version": version,
        "resources": [_resource(contract, *files[f"{name}.csv"]) for name, contract in contracts.items()],
    }


def _resource(contract: Contract, size: int, sha256: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": contract.name,
        "path": f"{contract.name}.csv",
        "description": contract.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{sha256}",
        "schema": _schema(contract),
    }


def _schema(contract: Contract) -> dict[str, Any]:
    keys = [
        {
            "fields": [column.name],
            "reference": {
                "resource": "" if column.reference.dataset == contract.name else column.reference.dataset,
                "fields": [column.reference.column],
            },
        }
        for column in contract.columns
        if column.reference
    ]
    return {
        "fields": [_field(column) for column in contract.columns],
        "missingValues": [""],
        "primaryKey": [contract.key],
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    field = {"name": column.name, "type": column.logical_type, "description": column.description}
    if column.unit:
        field["unit"] = column.unit
    constraints = _constraints(column)
    return {**field, **({"constraints": constraints} if constraints else {})}


def _constraints(column: Column) -> dict[str, Any]:
    low, high = column.bounds
    # A CSV cannot tell empty text from null, so a column in which text may be empty cannot be called required.
    may_be_empty = column.options.get("minLength") == 0
    wanted = {
        "required": (column.required and not may_be_empty) or None,
        "unique": column.unique or None,
        "enum": list(column.values) or None,
        "pattern": column.options.get("pattern"),
        "minLength": column.options.get("minLength") or None,
        "minimum": low,
        "maximum": high,
    }
    return {name: value for name, value in wanted.items() if value is not None}
