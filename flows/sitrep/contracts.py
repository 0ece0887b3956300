"""What every dataset holds, read from ``schemas/*.odcs.yaml`` (Open Data Contract Standard) and from nowhere else.

From a contract are derived, and never written again: the pyarrow schema, the expectation suite, the data dictionary
and the data package. The last three are made by ``expectations``, ``dictionary`` and ``datapackage``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from sitrep import patterns as re

if TYPE_CHECKING:
    import pandas
    import pyarrow

# Parents before children: a dataset refers to those before it only.
DATASETS = ("documents", "blocks", "dates", "tables", "table_cells", "troop_figures", "events", "rejects")

ENGINE = "greatExpectations"
SEVERITIES = ("critical", "warning", "info")
_PART = re.compile(r"(\w+)\.(\w+)\[(\w+):(\w+)\]")
_TABLE_RULES = ("expect_compound_columns_to_be_unique",)


class ContractError(ValueError):
    """A contract file is missing, or says something that nothing can be derived from. Names the file and the column."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold.

    ``of`` is ``row`` (a row that breaks it is quarantined) or ``table`` (the release stops).
    ``expectation`` is the Great Expectations type with its ``arguments``; ``columns`` are those of the dataset that it
    reads, ``parts`` what it reads of another.
    """

    name: str
    description: str
    severity: str
    of: str
    expectation: str
    arguments: Mapping[str, Any]
    columns: tuple[str, ...]
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """``DATASET.COLUMN[START:END]``: of the text that a row refers to, what stands between two offsets of the row."""

    name: str
    dataset: str
    column: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The column of another dataset (or of the same) that a column's values must stand in."""

    dataset: str
    column: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its types, meaning, unit, examples and what may stand in it.

    ``enum`` is (value, meaning) pairs, of the items where the column is a list. ``items`` holds the type of a list's
    items: None unless the column is a list; ``properties`` holds the fields of a struct.
    """

    name: str
    logical_type: str
    physical_type: str
    description: str
    required: bool
    unit: str | None = None
    examples: tuple[Any, ...] = ()
    enum: tuple[tuple[Any, str], ...] = ()
    unique: bool = False
    primary_key: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)
    reference: Reference | None = None
    items: Column | None = None
    properties: tuple[Column, ...] = ()
    quality: tuple[Rule, ...] = ()

    @property
    def values(self) -> tuple[Any, ...]:
        """The enumeration without its meanings."""
        return tuple(value for value, _ in self.enum)

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """The least and the greatest value that the column's rules allow, null on a side without one."""
        for rule in self.quality:
            if rule.expectation == "expect_column_values_to_be_between":
                return rule.arguments.get("min_value"), rule.arguments.get("max_value")
        return None, None

    @property
    def arrow_type(self) -> pyarrow.DataType:
        import pyarrow

        if self.items is not None:
            return pyarrow.list_(pyarrow.field("element", self.items.arrow_type))  # the name that Parquet gives items
        if self.properties:
            return pyarrow.struct([column.arrow_field for column in self.properties])
        return getattr(pyarrow, self.physical_type)()

    @property
    def arrow_field(self) -> pyarrow.Field:
        import pyarrow

        about = {"description": self.description, **({"unit": self.unit} if self.unit else {})}
        return pyarrow.field(self.name, self.arrow_type, nullable=not self.required, metadata=about)


@dataclass(frozen=True)
class Contract:
    """One dataset: its columns in order, and every rule that its rows must keep."""

    name: str
    version: str
    description: str
    grain: str
    limitations: str | None
    columns: tuple[Column, ...]
    quality: tuple[Rule, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @cached_property
    def column(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @cached_property
    def key(self) -> str:
        """The column whose value tells a row from all others."""
        return next(column.name for column in self.columns if column.primary_key)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All rules: those that follow from the columns as described, and those written under ``quality``."""
        found = [_columns_rule(self.names)]
        for column in self.columns:
            found += _derived_rules(column)
            found += column.quality
        return (*found, *self.quality)

    @cached_property
    def arrow_schema(self) -> pyarrow.Schema:
        """Types and nullability, with the contract's name, version and all descriptions as metadata."""
        import pyarrow

        about = {
            "contract": self.name,
            "contract_version": self.version,
            "description": self.description,
            "column_descriptions": json.dumps({c.name: c.description for c in self.columns}, ensure_ascii=False),
        }
        return pyarrow.schema([column.arrow_field for column in self.columns], metadata=about)


Contracts = Mapping[str, Contract]


def _columns_rule(names: tuple[str, ...]) -> Rule:
    # Order and types are held against the Arrow schema; here columns looked up for other rules may stand beside.
    arguments = {"column_set": list(names), "exact_match": False}
    what = "All columns of the contract are there."
    return Rule("columns_of_contract", what, "critical", "table", "expect_table_columns_to_match_set", arguments, ())


def _derived_rules(column: Column) -> list[Rule]:
    name, found = column.name, []

    def add(rule: str, what: str, of: str, kind: str, **arguments: Any) -> None:
        found.append(Rule(f"{name}_{rule}", what, "critical", of, kind, {"column": name, **arguments}, (name,)))

    if column.required:
        of = "table" if column.primary_key else "row"
        add("not_null", "A value is given.", of, "expect_column_values_to_not_be_null")
    if column.unique:
        add("unique", "No value stands twice.", "table", "expect_column_values_to_be_unique")
    if column.reference:
        dataset = column.reference.dataset
        what = f"A value stands in {dataset}.{column.reference.column}."
        kind = "expect_column_values_to_be_in_set"
        where = existence(column)
        rule = Rule(
            f"{name}_in_{dataset}", what, "critical", "table", kind, {"column": where, "value_set": [True]}, (name,)
        )
        found.append(rule)
    if column.items is not None and column.items.enum:
        kind = "expect_column_values_to_be_sorted_subset"
        add(
            "sorted_of_enumeration",
            "Sorted, each once, of the enumeration.",
            "row",
            kind,
            value_set=column.items.values,
        )
    elif column.enum:
        kind = "expect_column_values_to_be_in_set"
        add("in_enumeration", "A value is one of the enumeration.", "row", kind, value_set=list(column.values))
    if pattern := column.options.get("pattern"):
        add(
            "matches_pattern",
            f"A value matches {pattern}.",
            "row",
            "expect_column_values_to_match_regex",
            regex=pattern,
        )
    if least := column.options.get("minLength"):
        what = "Text is never empty: unknown is null."
        add("not_empty", what, "row", "expect_column_value_lengths_to_be_between", min_value=least)
    return found


def existence(column: Column) -> str:
    """The name of the column, looked up for validation, that says whether a reference leads to a row."""
    return f"{column.name} in {column.reference.dataset}"


def directory() -> Path:
    """Where the contracts stand: beside the code in an installed package, else at the root of the source tree."""
    here = Path(__file__).resolve().parent
    return next((d for d in (here / "schemas", here.parents[1] / "schemas") if d.is_dir()), here / "schemas")


@cache
def load() -> dict[str, Contract]:
    """All contracts, parents before children. Raises ContractError."""
    return {name: read(directory() / f"{name}.odcs.yaml") for name in DATASETS}


def read(path: Path) -> Contract:
    """The contract in one file. Raises ContractError naming what cannot be used."""
    try:
        content = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise ContractError(f"{path}: cannot be read: {error}; restore the file") from error
    try:
        (table,) = content["schema"]
        columns = tuple(_column(path, raw) for raw in table["properties"])
        contract = Contract(
            name=table["name"],
            version=content["version"],
            description=table["description"],
            grain=table["dataGranularityDescription"],
            limitations=content["description"].get("limitations"),
            columns=columns,
            quality=tuple(_rule(path, raw) for raw in table.get("quality", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        if isinstance(error, ContractError):
            raise
        raise ContractError(f"{path}: not a contract as sitrep reads them: {error!r}") from error
    _check(path, contract)
    return contract


def _check(path: Path, contract: Contract) -> None:
    names = [rule.name for rule in contract.rules]
    doubles = {name for name in names if names.count(name) > 1}
    if doubles:
        raise ContractError(f"{path}: rules of one name: {', '.join(sorted(doubles))}; name each once")
    for rule in contract.quality:
        for name in rule.columns:
            if name not in contract.column:
                raise ContractError(f"{path}: rule {rule.name}: no column {name}; correct the rule")
    if sum(column.primary_key for column in contract.columns) != 1:
        raise ContractError(f"{path}: mark one column as primaryKey")


_SCALARS = ("string", "int32", "int64", "float64", "date32", "list", "struct")


def _column(path: Path, raw: Mapping[str, Any], name: str | None = None) -> Column:
    name = raw.get("name", name)
    if raw["physicalType"] not in _SCALARS:
        raise ContractError(f"{path}: column {name}: physicalType {raw['physicalType']!r} is none of {_SCALARS}")
    about = {entry["property"]: entry["value"] for entry in raw.get("customProperties", ())}
    return Column(
        name=name,
        logical_type=raw["logicalType"],
        physical_type=raw["physicalType"],
        description=raw.get("description", ""),
        required=raw.get("required", False),
        unit=about.get("unit"),
        examples=tuple(raw.get("examples", ())),
        enum=tuple((entry["value"], entry["description"]) for entry in raw.get("enum", ())),
        unique=raw.get("unique", False),
        primary_key=raw.get("primaryKey", False),
        options=raw.get("logicalTypeOptions", {}),
        reference=_reference(path, name, raw.get("relationships", ())),
        items=_column(path, raw["items"], "item") if raw["physicalType"] == "list" else None,
        properties=tuple(_column(path, inner) for inner in raw.get("properties", ())),
        quality=tuple(_rule(path, inner) for inner in raw.get("quality", ())),
    )


def _reference(path: Path, name: str, relationships: Any) -> Reference | None:
    if not relationships:
        return None
    (relationship,) = relationships
    parts = relationship["to"].rpartition("#")[2].strip("/").split("/")
    if len(parts) != 4 or parts[0] != "schema" or parts[2] != "properties":
        raise ContractError(
            f"{path}: column {name}: relationship to {relationship['to']!r}; write FILE#schema/.../properties/..."
        )
    return Reference(parts[1], parts[3])


def _rule(path: Path, raw: Mapping[str, Any]) -> Rule:
    name = raw["name"]
    if raw["type"] != "custom" or raw["engine"] != ENGINE or not isinstance(raw["implementation"], dict):
        raise ContractError(f"{path}: rule {name}: write type custom, engine {ENGINE}, and a mapping as implementation")
    if raw["severity"] not in SEVERITIES:
        raise ContractError(f"{path}: rule {name}: severity {raw['severity']!r} is none of {', '.join(SEVERITIES)}")
    kind, arguments = raw["implementation"]["type"], raw["implementation"]["kwargs"]
    read = [arguments[key] for key in ("column", "column_A", "column_B") if key in arguments]
    read += arguments.get("column_list", ())
    parts = tuple(Part(*found.group(0, 1, 2, 3, 4)) for column in read if (found := _PART.fullmatch(column)))
    columns = [column for column in read if not _PART.fullmatch(column)]
    columns += [column for part in parts for column in (part.start, part.end)]
    of = "table" if kind in _TABLE_RULES else "row"
    return Rule(name, raw["description"], raw["severity"], of, kind, arguments, tuple(columns), parts)


def to_table(dataset: str, rows: Sequence[Mapping[str, Any]]) -> pyarrow.Table:
    """The rows of a dataset as typed columns. Raises ``rows.RowError`` where one does not fit the contract."""
    from sitrep import rows as typed

    return typed.to_table(load()[dataset], rows)


def hold_types(dataset: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Raises ``rows.RowError`` for a value that its column cannot hold; columns may still be missing."""
    from sitrep import rows as typed

    typed.hold_types(load()[dataset], rows)


def frame(dataset: str, rows: Sequence[Mapping[str, Any]]) -> pandas.DataFrame:
    """The rows of a dataset as a typed frame (see ``rows.to_frame``)."""
    from sitrep import rows as typed

    return typed.to_frame(load()[dataset], to_table(dataset, rows))
