"""Each format says the same, in the types of its own world, and a spreadsheet runs nothing."""

import csv
import datetime
import json

import duckdb
import frictionless
import pandas
import polars
import pyarrow
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep import contracts, csvtext


def test_the_data_package_is_valid(published):
    report = frictionless.validate(str(published / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note", "rowNumber", "fieldName"])
    assert len(report.tasks) == len(contracts.DATASETS)


@pytest.mark.parametrize(
    ("dataset", "old", "new"),
    [
        ("blocks", ",paragraph,", ",sidebar,"),
        ("events", ",CONSULT,04,1,", ",CONSULT,04,7,"),
        ("dates", ",2025-02-28,2025-02-28,2025-02-28,", ",2025-02-28,2025-02-31,2025-02-28,"),
        ("troop_figures", ",51.73733,", ",151.73733,"),
    ],
)
def test_the_data_package_tells_a_value_that_the_contract_forbids(published, tmp_path, dataset, old, new):
    for path in [*published.glob("*.csv"), published / "datapackage.json"]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    package = json.loads((tmp_path / "datapackage.json").read_text())
    for resource in package["resources"]:
        del resource["hash"], resource["bytes"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package))
    text = (tmp_path / f"{dataset}.csv").read_bytes().decode()
    assert old in text
    (tmp_path / f"{dataset}.csv").write_bytes(text.replace(old, new, 1).encode())
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_the_data_package_tells_a_reference_that_leads_nowhere(published, tmp_path):
    for path in [*published.glob("*.csv"), published / "datapackage.json"]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    package = json.loads((tmp_path / "datapackage.json").read_text())
    for resource in package["resources"]:
        del resource["hash"], resource["bytes"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package))
    lines = (tmp_path / "dates.csv").read_bytes().splitlines(keepends=True)
    (tmp_path / "dates.csv").write_bytes(b"".join(lines[:-1]))
    found = frictionless.validate(str(tmp_path / "datapackage.json")).flatten(["type"])
    assert ["foreign-key"] in found


def test_pandas_loads_the_types(published):
    frame = pandas.read_parquet(published / "troop_figures.parquet", dtype_backend="pyarrow")
    assert str(frame["high"].dtype) == "int64[pyarrow]"
    assert frame["low"].isna().all()
    assert str(frame["place_lat"].dtype) == "double[pyarrow]"
    assert str(frame["date_start"].dtype) == "date32[day][pyarrow]"
    assert frame["date_start"][0] == datetime.date(2025, 2, 28)
    assert list(frame["flags"][0]) == []


def test_duckdb_loads_the_types(published):
    connection = duckdb.connect()
    described = connection.execute(f"DESCRIBE SELECT * FROM '{published}/troop_figures.parquet'").fetchall()
    types = {row[0]: row[1] for row in described}
    assert types["high"] == "BIGINT"
    assert types["confidence"] == "DOUBLE"
    assert types["date_start"] == "DATE"
    assert types["flags"] == "VARCHAR[]"
    assert types["quote"] == "VARCHAR"
    repairs = connection.execute(f"SELECT repairs FROM '{published}/documents.parquet'").fetchall()
    assert repairs[1][0] == [{"char_start": 14, "char_end": 15, "original": "â€œ"}]
    kept = connection.execute(f"SELECT key, value FROM parquet_kv_metadata('{published}/events.parquet')").fetchall()
    assert {bytes(k): bytes(v) for k, v in kept}[b"contract"] == b"events"


def test_polars_loads_the_types(published):
    schema = polars.read_parquet(published / "troop_figures.parquet").schema
    assert schema["high"] == polars.Int64
    assert schema["place_lat"] == polars.Float64
    assert schema["date_start"] == polars.Date
    assert schema["flags"] == polars.List(polars.String)
    assert polars.read_parquet(published / "events.parquet").schema["quad_class"] == polars.Int32


def test_parquet_carries_the_contract(published, known):
    for name, contract in known.items():
        file = pq.ParquetFile(published / f"{name}.parquet")
        assert file.schema_arrow.equals(contract.arrow_schema, check_metadata=True), name
        about = file.schema_arrow.metadata
        assert about[b"contract_version"].decode() == contract.version
        assert json.loads(about[b"column_descriptions"]).keys() == contract.column.keys()
        for column in range(file.metadata.num_columns) if file.metadata.num_row_groups else ():
            chunk = file.metadata.row_group(0).column(column)
            assert chunk.compression == "ZSTD"
            assert "RLE_DICTIONARY" in chunk.encodings


def test_csv_is_rfc_4180(published):
    for path in published.rglob("*.csv"):
        content = path.read_bytes()
        assert content.endswith(b"\r\n")
        assert not content.startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8", newline="") as file:
            widths = {len(row) for row in csv.reader(file, strict=True)}
        assert len(widths) == 1, path


def test_csv_gives_every_text_back(published, known):
    for name, contract in known.items():
        table = pq.read_table(published / f"{name}.parquet")
        with (published / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *found = csvtext.read_rows(file)
        for i, column in enumerate(header):
            if contract.column[column].physical_type == "string":
                texts = [csvtext.restore(row[i]) for row in found]
                assert texts == [value or "" for value in table[column].to_pylist()]


def test_no_text_cell_of_a_csv_is_a_formula(published, known):
    for name, contract in known.items():
        with (published / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *found = csvtext.read_rows(file)
        for row in found:
            for column, cell in zip(header, row, strict=True):
                numeric = contract.column[column].physical_type in ("int32", "int64", "float64")
                assert numeric or not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")), (name, column, cell)


def test_negative_numbers_stay_numbers(published):
    with (published / "troop_figures.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["place_lon"] == "-36.18735"


def test_each_recovered_table_is_a_file(published):
    tables = pq.read_table(published / "tables.parquet").to_pylist()
    for table in tables:
        with (published / "tables" / f"{table['table_id']}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csvtext.read_rows(file)
        assert header == table["header"]
        assert len(rows) == table["n_rows"]
    assert rows == [["'@x", "2"], ["'-", ""]]


def test_a_table_with_holes_keeps_its_shape():
    assert csvtext.grid([(0, 0, "a"), (2, 2, "b"), (0, 1, None)]) == [["a", "", ""], ["", "", "b"]]


@given(st.text())
def test_inert_text_comes_back(text):
    cell = csvtext.inert(text)
    assert csvtext.restore(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2, max_size=2)))
def test_any_cells_come_back_from_a_csv(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "cells.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csvtext.write_rows(file, rows)
    with path.open(encoding="utf-8", newline="") as file:
        assert csvtext.read_rows(file) == rows


def test_quarantine_says_what_its_columns_are(published):
    schema = pq.read_schema(published / "quarantine" / "events.parquet")
    assert schema.names == ["row_id", "rule", "severity", "value", "row"]
    assert all(pyarrow.types.is_string(field.type) and field.metadata[b"description"] for field in schema)
