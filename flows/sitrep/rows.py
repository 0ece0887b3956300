"""Rows as plain dicts into typed columns, and typed columns into the frames that users hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pyarrow
import pyarrow.compute as pc

if TYPE_CHECKING:
    import pandas

    from sitrep.contracts import Column, Contract

# The Python types of a column's values; a whole number may come as a float.
_TYPES = {
    "string": (str,),
    "int32": (int, float),
    "int64": (int, float),
    "float64": (float, int),
    "date32": (date,),
    "list": (list, tuple),
}
_MISFITS = (pyarrow.ArrowException, TypeError, ValueError, OverflowError)


class RowError(ValueError):
    """A row that does not fit its contract. Names dataset, row, column and value."""


def to_table(contract: Contract, rows: Sequence[Mapping[str, Any]]) -> pyarrow.Table:
    """The rows as a table of the contract's schema, in their order.

    Raises RowError for a column too many or too few, and for a value of another type, NaN and infinity among them.
    A null is let through everywhere: whether it may stand is a rule, and rules quarantine.
    """
    names = set(contract.names)
    for i, row in enumerate(rows):
        if row.keys() != names:
            missing, extra = sorted(names - row.keys()), sorted(row.keys() - names)
            raise RowError(f"{_where(contract, rows, i)}: columns missing: {missing}, not in the contract: {extra}")
    schema = contract.arrow_schema
    arrays = [_array(contract, *typed, rows) for typed in zip(contract.columns, schema.types, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def hold_types(contract: Contract, rows: Sequence[Mapping[str, Any]]) -> None:
    """Raises RowError for a value that no column of the contract's type can hold; columns may still be missing."""
    if rows:
        for column, kind in zip(contract.columns, contract.arrow_schema.types, strict=True):
            if column.name in rows[0]:
                _array(contract, column, kind, rows)


def _array(
    contract: Contract, column: Column, kind: pyarrow.DataType, rows: Sequence[Mapping[str, Any]]
) -> pyarrow.Array:
    values = [row[column.name] for row in rows]
    fits = _TYPES[column.physical_type]
    # Arrow makes 2 of 2.5 and a list of letters of a word; the types are held first so that nothing is lost silently.
    if not set(map(type, values)) <= {fits[0], type(None)}:
        for at, value in enumerate(values):
            if not _fits(value, fits):
                raise _misfit(contract, column, rows, at, f"does not fit {kind}")
    try:
        array = pyarrow.array(values, kind)
    except _MISFITS:
        raise _first_misfit(contract, column, kind, rows) from None
    if column.physical_type == "float64":
        at = pc.index(pc.is_finite(array), False).as_py()
        if at >= 0:
            raise _misfit(contract, column, rows, at, "is no finite number; write null")
    return array


def _fits(value: Any, types: tuple[type, ...]) -> bool:
    if isinstance(value, (bool, datetime)):
        return False
    if types == _TYPES["int64"] and isinstance(value, float):
        return value.is_integer()
    return value is None or isinstance(value, types)


def _first_misfit(
    contract: Contract, column: Column, kind: pyarrow.DataType, rows: Sequence[Mapping[str, Any]]
) -> RowError:
    for at, row in enumerate(rows):
        try:
            pyarrow.array([row[column.name]], kind)
        except _MISFITS as error:
            why = f"does not fit {kind}: {str(error).splitlines()[0]}"
            return _misfit(contract, column, rows, at, why)
    return RowError(f"{contract.name}: column {column.name}: the values do not fit {kind}")


def _misfit(contract: Contract, column: Column, rows: Sequence[Mapping[str, Any]], at: int, why: str) -> RowError:
    value = rows[at][column.name]
    return RowError(f"{_where(contract, rows, at)}: column {column.name}: {value!r:.200} {why}")


def _where(contract: Contract, rows: Sequence[Mapping[str, Any]], at: int) -> str:
    return f"{contract.name}: row {at} ({contract.key} {rows[at].get(contract.key)!r})"


def to_frame(contract: Contract, table: pyarrow.Table) -> pandas.DataFrame:
    """The table as a pandas frame that keeps unknown apart from every value.

    Integers are nullable (``Int64``, ``Int32``), enumerations categories in the contract's order, other text
    ``string``, days ``datetime64[s]`` (so that any year fits), numbers ``float64``; lists stay Python lists.
    """
    import pandas

    columns = {name: _series(contract.column[name], table.column(name)) for name in table.column_names}
    return pandas.DataFrame(columns, copy=False)


def _series(column: Column, values: pyarrow.ChunkedArray) -> pandas.Series:
    import pandas

    if column.items is not None:
        series = pandas.Series(index=range(len(values)), dtype=object)
        series[:] = values.to_pylist()
        return series
    if column.physical_type in ("int32", "int64"):
        mapped = {pyarrow.int32(): pandas.Int32Dtype(), pyarrow.int64(): pandas.Int64Dtype()}
        return values.to_pandas(types_mapper=mapped.get)
    if column.physical_type == "date32":
        return values.cast(pyarrow.timestamp("s")).to_pandas()
    if column.enum:
        return pandas.Series(pandas.Categorical(values.to_pylist(), categories=list(column.values)))
    if column.physical_type == "string":
        return pandas.Series(values.to_pylist(), dtype="string")
    return values.to_pandas()
