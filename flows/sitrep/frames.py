"""A table as the expectations read it: a pandas frame, with what they look up in other datasets as further columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pyarrow
import pyarrow.compute as pc

if TYPE_CHECKING:
    import pandas

    from sitrep.contracts import Column, Contract, Part


def frame(contract: Contract, tables: Mapping[str, pyarrow.Table]) -> pandas.DataFrame:
    """The table of a dataset. Text is Python strings, integers are nullable, lists are tuples.

    For each reference ``COLUMN in DATASET`` says whether it leads to a row (or is null); for each part of a text that
    a rule reads, a column of the part's name has it. Where the dataset or column that is looked up is not in
    ``tables``, so is the further column.
    """
    import pandas

    table = tables[contract.name]
    held = {name: _series(contract.column[name], table.column(name)) for name in table.column_names}
    for column in contract.columns:
        reference = column.reference
        if reference and column.name in held and reference.column in _columns(tables, reference.dataset):
            keys = tables[reference.dataset][reference.column].combine_chunks()
            values = table[column.name]
            there = pc.or_(pc.is_null(values), pc.is_in(values, keys.drop_null()))
            held[f"{column.name} in {reference.dataset}"] = there.to_pandas()
    for part in {part for rule in contract.quality for part in rule.parts}:
        through = next(c for c in contract.columns if c.reference and c.reference.dataset == part.dataset)
        there = {through.reference.column, part.column} <= set(_columns(tables, part.dataset))
        if there and {through.name, part.start, part.end} <= held.keys():
            held[part.name] = _objects(_parts(table, through, part, tables[part.dataset]))
    return pandas.DataFrame(held, copy=False)


def _parts(table: pyarrow.Table, through: Column, part: Part, of: pyarrow.Table) -> list[str | None]:
    texts = dict(zip(of[through.reference.column].to_pylist(), of[part.column].to_pylist(), strict=True))
    spans = (table[name].to_pylist() for name in (through.name, part.start, part.end))
    return [
        None if texts.get(key) is None or start is None or end is None else texts[key][max(start, 0) : max(end, 0)]
        for key, start, end in zip(*spans, strict=True)
    ]


def _columns(tables: Mapping[str, pyarrow.Table], dataset: str) -> list[str]:
    return tables[dataset].column_names if dataset in tables else []


def _series(column: Column, values: pyarrow.ChunkedArray) -> pandas.Series:
    import pandas

    if column.physical_type in ("int32", "int64"):
        nullable = {pyarrow.int32(): pandas.Int32Dtype(), pyarrow.int64(): pandas.Int64Dtype()}
        return values.to_pandas(types_mapper=nullable.get)
    if column.physical_type == "date32":
        return values.cast(pyarrow.timestamp("s")).to_pandas()
    if column.physical_type == "float64":
        return values.to_pandas()
    if column.items is not None:
        # Great Expectations takes a fingerprint of the frame, and can of values without a hash only by pickling them.
        return _objects([value if value is None else tuple(map(_hashable, value)) for value in values.to_pylist()])
    return _objects(values.to_pylist())


def _objects(values: list[Any]) -> pandas.Series:
    import numpy
    import pandas

    array = numpy.empty(len(values), dtype=object)
    array[:] = values
    return pandas.Series(array, dtype=object)


def _hashable(item: Any) -> Any:
    return tuple(item.items()) if isinstance(item, dict) else item
