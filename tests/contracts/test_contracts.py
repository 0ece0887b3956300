"""The contracts keep the standard, and everything that is said of a dataset is said there once."""

import json
import re
import zipfile
from datetime import date
from pathlib import Path

import jsonschema
import pyarrow
import pytest
import yaml

from sitrep import contracts, datapackage, dictionary, edtf, ids

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STANDARD = json.loads((HERE / "odcs" / "odcs-v3.2.0.schema.json").read_text())
KNOWN = contracts.load()
FILES = sorted((ROOT / "schemas").iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_contract_keeps_the_json_schema_of_the_standard(path):
    jsonschema.validate(yaml.safe_load(path.read_text()), STANDARD)


def test_the_json_schema_does_reject():
    broken = yaml.safe_load((ROOT / "schemas" / "dates.odcs.yaml").read_text())
    broken["schema"][0]["properties"][0]["logicalType"] = "text"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, STANDARD)


def test_there_is_a_contract_for_each_dataset_and_no_other():
    assert {path.name for path in FILES} == {f"{name}.odcs.yaml" for name in contracts.DATASETS}
    assert list(KNOWN) == list(contracts.DATASETS)
    assert all(name == contract.name for name, contract in KNOWN.items())


def test_ids_are_the_primary_keys():
    assert {name: KNOWN[name].key for name in ids.ID_COLUMN} == ids.ID_COLUMN


COLUMNS = [(c, column) for c in KNOWN.values() for column in c.columns]
NAMES = [f"{contract.name}.{column.name}" for contract, column in COLUMNS]


@pytest.mark.parametrize(("contract", "column"), COLUMNS, ids=NAMES)
def test_a_column_is_described_in_full(contract, column):
    assert column.description.endswith(".")
    assert column.examples, "an example"
    if column.physical_type in ("int32", "int64", "float64", "date32"):
        assert column.unit
    for value, meaning in column.enum or (column.items.enum if column.items else ()):
        assert meaning.endswith("."), value


@pytest.mark.parametrize(("contract", "column"), COLUMNS, ids=NAMES)
def test_an_example_is_what_the_column_may_hold(contract, column):
    for example in column.examples:
        value = date.fromisoformat(example) if column.physical_type == "date32" else example
        assert pyarrow.array([value], column.arrow_type)[0].as_py() == value
        if column.enum:
            assert value in column.values
        if pattern := column.options.get("pattern"):
            assert re.search(pattern, value)
        low, high = column.bounds
        assert low is None or value >= low
        assert high is None or value <= high
        for rule in column.quality:
            if rule.expectation.endswith("edtf"):
                assert edtf.is_valid(value)


def test_a_name_means_one_thing_in_all_datasets():
    """Type, unit, enumeration and options of columns that share a name are the same, but for what is a key or count."""
    differs = {"header", "confidence", "seq", "low", "best", "high"}
    by_name = {}
    for _, column in COLUMNS:
        if column.name not in differs and not column.name.endswith(("_id", "_text")):
            by_name.setdefault(column.name, []).append(column)
    for name, columns in by_name.items():
        assert len({(c.physical_type, c.unit, c.enum, str(c.items)) for c in columns}) == 1, name


def test_references_lead_to_primary_keys_of_datasets_before():
    order = list(KNOWN)
    for contract, column in COLUMNS:
        if column.reference:
            assert column.reference.column == KNOWN[column.reference.dataset].key
            assert order.index(column.reference.dataset) <= order.index(contract.name)


def test_every_dataset_with_spans_is_grounded():
    for name in ids.ID_COLUMN:
        rules = {rule.name for rule in KNOWN[name].rules}
        assert {"quote_stands_in_text", "quote_as_long_as_span", "span_in_order", "doc_id_in_documents"} <= rules


def test_the_event_types_are_those_of_the_codebook_with_one_quad_class_each():
    events = KNOWN["events"]
    pairs = next(r for r in events.rules if r.name == "quad_class_of_event_type").arguments["combinations"]
    assert sorted(kind for kind, _ in pairs) == sorted(events.column["event_type"].values)
    roots = next(r for r in events.rules if r.name == "cameo_root_of_event_type").arguments["combinations"]
    assert {kind for kind, _ in roots} == set(events.column["event_type"].values)
    assert {root for _, root in roots} == set(events.column["cameo_root"].values)


def test_arrow_types_and_nullability():
    schema = KNOWN["troop_figures"].arrow_schema
    assert schema.field("high").type == pyarrow.int64()
    assert schema.field("date_start").type == pyarrow.date32()
    assert schema.field("flags").type.value_type == pyarrow.string()
    assert not schema.field("quote").nullable
    assert schema.field("date_edtf").nullable
    assert schema.field("place_lat").metadata[b"unit"] == b"degree"
    assert schema.metadata[b"contract"] == b"troop_figures"


def test_the_dictionary_tells_every_column_value_and_rule():
    page = dictionary.page(KNOWN)
    for contract, column in COLUMNS:
        assert f"| {column.name} |" in page
        for value, meaning in column.enum:
            assert f"- `{value}`: {meaning}" in page
        assert column.description.replace("|", "\\|") in page
        assert contract.grain in page
    for contract in KNOWN.values():
        assert all(f"`{rule.name}`" in page for rule in contract.rules)


def test_the_data_package_tells_keys_types_and_constraints():
    files = {f"{name}.csv": (1, "0" * 64) for name in KNOWN}
    package = datapackage.describe(KNOWN, "1.0", files)
    by_name = {resource["name"]: resource["schema"] for resource in package["resources"]}
    figures = {field["name"]: field for field in by_name["troop_figures"]["fields"]}
    assert figures["high"]["type"] == "integer"
    assert figures["high"]["constraints"] == {"minimum": 0}
    assert figures["flags"]["type"] == "array"
    assert figures["role"]["constraints"]["enum"][0] == "deployed"
    assert by_name["troop_figures"]["primaryKey"] == ["figure_id"]
    assert {"fields": ["doc_id"], "reference": {"resource": "documents", "fields": ["doc_id"]}} in by_name["blocks"][
        "foreignKeys"
    ]
    assert by_name["documents"]["foreignKeys"][0]["reference"]["resource"] == ""
    cells = {field["name"]: field for field in by_name["table_cells"]["fields"]}
    assert "required" not in cells["quote"].get("constraints", {})


BROKEN = [
    ("severity: critical", "severity: error", "severity 'error' is none of"),
    ("engine: greatExpectations", "engine: soda", "engine greatExpectations"),
    ("physicalType: date32", "physicalType: day", "physicalType 'day'"),
    ("name: quote_as_long_as_span", "name: span_in_order", "rules of one name: span_in_order"),
    ("column_list: [char_start, char_end, quote]}", "column_list: [start, char_end, quote]}", "no column start"),
    ("primaryKey: true", "primaryKey: false", "mark one column as primaryKey"),
    ("#schema/documents/", "#documents/", "write FILE#schema"),
    ("version: 1.0.0", "", "not a contract"),
    ("schema:", "schema: [", "cannot be read"),
]


@pytest.mark.parametrize(("old", "new", "message"), BROKEN, ids=[new or old for old, new, _ in BROKEN])
def test_a_contract_that_cannot_be_used_says_why(tmp_path, old, new, message):
    text = (ROOT / "schemas" / "dates.odcs.yaml").read_text()
    assert old in text
    path = tmp_path / "dates.odcs.yaml"
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(contracts.ContractError, match=re.escape(message)) as error:
        contracts.read(path)
    assert str(path) in str(error.value)


def test_a_missing_contract_is_named(tmp_path):
    with pytest.raises(contracts.ContractError, match="restore the file"):
        contracts.read(tmp_path / "none.odcs.yaml")


def test_contracts_are_found_in_an_installed_package(tmp_path, monkeypatch):
    """A wheel has schemas/ inside the package; a source tree has it at its root."""
    package = tmp_path / "site" / "sitrep"
    (package / "schemas").mkdir(parents=True)
    monkeypatch.setattr(contracts, "__file__", str(package / "contracts.py"))
    assert contracts.directory() == package / "schemas"


def test_a_wheel_ships_the_contracts(tmp_path):
    builder = pytest.importorskip("hatchling.builders.wheel").WheelBuilder(str(ROOT))
    (wheel,) = builder.build(directory=str(tmp_path), versions=["standard"])
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"sitrep/schemas/{name}.odcs.yaml" for name in contracts.DATASETS} <= names
