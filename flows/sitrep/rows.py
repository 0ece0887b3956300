"""Rows as plain dicts into typed columns, and typed columns into the frames that users hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pyarrow
import pyarrow.compute as pc

if TYPE_CHECKING:
    import pandas

    from sitrep.contracts import Column, Contract

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
    arrays = [_array(contract, column, rows) for column in contract.columns]
    return pyarrow.Table.from_arrays(arrays, schema=contract.arrow_schema)


def _array(contract: Contract, column: Column, rows: Sequence[Mapping[str, Any]]) -> pyarrow.Array:
    kind = column.arrow_type
    values = [row[column.name] for row in rows]
    try:
        array = pyarrow.array(values, kind)
    except _MISFITS:
        raise _misfit(contract, column, rows, values) from None
    if pyarrow.types.is_floating(kind) and not pc.all(pc.is_finite(array)).as_py() and rows:
        at = pc.index(pc.is_finite(array), False).as_py()
        if at >= 0:
            raise RowError(_message(contract, column, rows, at, values[at], "is no finite number; write null"))
    return array


def _misfit(contract: Contract, column: Column, rows: Sequence[Mapping[str, Any]], values: list[Any]) -> RowError:
    for at, value in enumerate(values):
        try:
            pyarrow.array([value], column.arrow_type)
        except _MISFITS as error:
            why = f"does not fit {column.arrow_type}: {str(error).splitlines()[0]}"
            return RowError(_message(contract, column, rows, at, value, why))
    return RowError(f"{contract.name}: column {column.name}: the values do not fit {column.arrow_type}")


def _message(
    contract: Contract, column: Column, rows: Sequence[Mapping[str, Any]], at: int, value: Any, why: str
) -> str:
    return f"{_where(contract, rows, at)}: column {column.name}: {value!r:.200} {why}"


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
