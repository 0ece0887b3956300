"""Rows become typed columns, or an error that names dataset, row, column and value."""

import datetime
from datetime import date

import pandas
import pytest

from sitrep import contracts
from sitrep.rows import RowError

KNOWN = contracts.load()


def example(dataset):
    """A row made of the contract's own examples."""
    row = {column.name: column.examples[0] for column in KNOWN[dataset].columns}
    days = [column.name for column in KNOWN[dataset].columns if column.physical_type == "date32"]
    return {**row, **{name: date.fromisoformat(row[name]) for name in days}}


@pytest.mark.parametrize("dataset", contracts.DATASETS)
def test_the_examples_of_a_contract_make_a_row(dataset):
    row = example(dataset)
    table = contracts.to_table(dataset, [row, row])
    assert table.schema.equals(KNOWN[dataset].arrow_schema, check_metadata=True)
    assert table.to_pylist() == [row, row]


@pytest.mark.parametrize("dataset", contracts.DATASETS)
def test_no_rows_make_an_empty_table_and_frame(dataset):
    assert contracts.to_table(dataset, []).schema == KNOWN[dataset].arrow_schema
    assert list(contracts.frame(dataset, []).columns) == list(KNOWN[dataset].names)


MISFITS = [
    ("troop_figures", "high", 2.5, "does not fit int64"),
    ("troop_figures", "high", "3,000", "does not fit int64"),
    ("troop_figures", "high", 2**70, "does not fit int64"),
    ("troop_figures", "confidence", float("nan"), "no finite number; write null"),
    ("table_cells", "value_number", float("inf"), "no finite number; write null"),
    ("troop_figures", "unit", 7, "does not fit string"),
    ("troop_figures", "quote", "\ud800", "does not fit string"),
    ("dates", "date_start", "2025-02-28", "does not fit date32"),
    ("events", "flags", "garbled", "does not fit list"),
    ("events", "quad_class", 2**40, "does not fit int32"),
    ("documents", "repairs", [3], "does not fit list"),
]


@pytest.mark.parametrize(("dataset", "column", "value", "why"), MISFITS)
def test_a_value_of_another_type_is_named(dataset, column, value, why):
    rows = [example(dataset), {**example(dataset), column: value}]
    with pytest.raises(RowError) as error:
        contracts.to_table(dataset, rows)
    message = str(error.value)
    assert message.startswith(f"{dataset}: row 1 ({KNOWN[dataset].key} {rows[1][KNOWN[dataset].key]!r})")
    assert f"column {column}: {value!r}" in message
    assert why in message


def test_columns_missing_or_unknown_are_named():
    row = example("dates")
    del row["date_mod"]
    with pytest.raises(RowError, match=r"dates: row 0 .*missing: \['date_mod'\], not in the contract: \['mod'\]"):
        contracts.to_table("dates", [{**row, "mod": None}])


def test_whole_numbers_written_as_floats_and_nulls_fit():
    row = {**example("troop_figures"), "high": 3000.0, "quote": None}
    assert contracts.to_table("troop_figures", [row])["high"].to_pylist() == [3000]


def test_frames_keep_unknown_apart_from_every_value():
    known, unknown = example("troop_figures"), example("troop_figures")
    for name in ("low", "unit", "date_start", "place_lat", "date_mod"):
        unknown[name] = None
    frame = contracts.frame("troop_figures", [known, unknown])
    assert {name: str(frame[name].dtype) for name in ("low", "seq", "unit") if name in frame} == {
        "low": "Int64",
        "unit": "string",
    }
    assert frame["low"].tolist() == [1000, pandas.NA]
    assert frame["unit"][1] is pandas.NA
    assert frame["date_start"].dtype == "datetime64[s]"
    assert pandas.isna(frame["date_start"][1])
    assert pandas.isna(frame["place_lat"][1])
    assert list(frame["date_mod"].cat.categories) == ["start", "mid", "end"]
    assert frame["flags"].tolist() == [[], []]


def test_days_of_any_year_stand_in_a_frame():
    row = {**example("dates"), "date_start": date(1, 1, 1), "date_end": date(9999, 12, 31)}
    frame = contracts.frame("dates", [row])
    assert frame["date_start"][0].year == 1
    assert frame["date_end"][0].to_pydatetime() == datetime.datetime(9999, 12, 31)


def test_types_are_held_before_rows_are_complete():
    row = example("troop_figures")
    del row["claim_id"]
    contracts.hold_types("troop_figures", [row])
    with pytest.raises(RowError, match="column high"):
        contracts.hold_types("troop_figures", [{**row, "high": 2**70}])
    contracts.hold_types("events", [])
