"""Rows that break a rule are held back with the rule and the value; tables that do stop the release."""

import copy
import json
import logging
import tempfile
from datetime import date

import pyarrow
import pytest

from sitrep import contracts, quality, validate


def gate(rows, known):
    return validate.validate({name: contracts.to_table(name, held) for name, held in rows.items()}, known)


def test_rows_that_keep_the_rules_all_pass(validated, rows):
    for name, held in rows.items():
        assert len(validated.tables[name]) == len(held)
        assert len(validated.quarantine[name]) == 0
    assert all(rule["failed"] == 0 for rule in validated.quality["rules"])


BROKEN = [
    ("documents", {"n_chars": 3}, "n_chars_is_length_of_text"),
    ("documents", {"published_edtf": "2025-02-30"}, "published_edtf_is_edtf"),
    ("documents", {"garbled_share": 1.5}, "garbled_share_in_range"),
    ("documents", {"language": "english"}, "language_matches_pattern"),
    ("documents", {"title": ""}, "title_not_empty"),
    ("documents", {"flags": ["mojibake", "garbled"]}, "flags_sorted_of_enumeration"),
    ("documents", {"flags": ["odd"]}, "flags_sorted_of_enumeration"),
    ("documents", {"flags": ["vague", "vague"]}, "flags_sorted_of_enumeration"),
    ("blocks", {"kind": "sidebar"}, "kind_in_enumeration"),
    ("blocks", {"kind": None}, "kind_not_null"),
    ("dates", {"date_edtf": "28/02/2025"}, "date_edtf_is_edtf"),
    ("dates", {"char_start": -1}, "char_start_in_range"),
    ("table_cells", {"row": -1}, "row_in_range"),
    ("troop_figures", {"low": 4000}, "low_not_above_high"),
    ("troop_figures", {"best": 4000}, "best_not_above_high"),
    ("troop_figures", {"low": 3, "best": 2}, "low_not_above_best"),
    ("troop_figures", {"low": 1, "best": 2}, "best_is_low_and_high"),
    ("troop_figures", {"qualifier": "at_least"}, "bounds_of_qualifier"),
    ("troop_figures", {"date_text": None}, "date_columns_come_together"),
    ("dates", {"date_end": date(2025, 3, 1)}, "days_of_date_edtf"),
    ("events", {"date_edtf": None}, "days_of_date_edtf"),
    ("troop_figures", {"force_country": "EUR"}, "force_country_is_country"),
    ("troop_figures", {"place_lat": 90.5}, "place_lat_in_range"),
    ("troop_figures", {"place_lon": None}, "coordinates_come_in_pairs"),
    ("troop_figures", {"quote": "up to 4,000"}, "quote_stands_in_text"),
    ("troop_figures", {"quote": "up to 3,00"}, "quote_as_long_as_span"),
    ("events", {"quad_class": 4}, "quad_class_of_event_type"),
    ("events", {"cameo_root": "19"}, "cameo_root_of_event_type"),
    ("events", {"actor2_country": "ru"}, "actor2_country_is_country"),
    ("events", {"confidence": None}, "confidence_not_null"),
    ("rejects", {"reason": "bored"}, "reason_in_enumeration"),
]


def row_of(rows, dataset, case):
    """The first row of the case's own document; a reject has none."""
    if dataset == "rejects":
        return rows[dataset][0]
    return next(row for row in rows[dataset] if row["doc_id"] == rows["documents"][case]["doc_id"])


@pytest.fixture(scope="module")
def broken(many_rows, known):
    """Every case in a document of its own, all held against the rules at once."""
    rows = copy.deepcopy(many_rows)
    for case, (dataset, change, _) in enumerate(BROKEN):
        row_of(rows, dataset, case).update(change)
    return rows, gate(rows, known)


@pytest.mark.parametrize("case", range(len(BROKEN)), ids=[rule for _, _, rule in BROKEN])
def test_a_row_that_breaks_a_rule_is_held_back_with_rule_severity_and_value(broken, known, case):
    rows, found = broken
    dataset, change, rule = BROKEN[case]
    key = known[dataset].key
    row = row_of(rows, dataset, case)
    (held,) = (e for e in found.quarantine[dataset].to_pylist() if (e["rule"], e["row_id"]) == (rule, row[key]))
    assert held["severity"] == "critical"
    value = json.loads(held["value"])
    assert all(
        value[name] == (new.isoformat() if isinstance(new, date) else new)
        for name, new in change.items()
        if name in value
    )
    assert set(change) & set(value)
    assert json.loads(held["row"])[key] == held["row_id"]
    assert row[key] not in found.tables[dataset][key].to_pylist()


def test_quality_counts_the_rows_that_failed_a_rule(broken):
    rows, found = broken
    counts = {(rule["dataset"], rule["rule"]): rule for rule in found.quality["rules"]}
    for dataset, _, rule in BROKEN:
        told = sum(entry["rule"] == rule for entry in found.quarantine[dataset].to_pylist())
        assert counts[dataset, rule]["failed"] == told >= 1
        assert counts[dataset, rule]["checked"] == len(rows[dataset])
    assert counts["documents", "text_not_empty"]["failed"] == 0


def test_a_start_after_its_end_is_held_back(rows, known):
    rows["dates"][0]["date_start"] = rows["dates"][0]["date_end"].replace(year=2026)
    found = gate(rows, known)
    assert "date_start_not_after_date_end" in found.quarantine["dates"]["rule"].to_pylist()


def test_rows_that_refer_to_a_row_held_back_are_held_back_too(rows, known):
    rows["documents"][0]["n_words"] = -1
    lost = rows["documents"][0]["doc_id"]
    found = gate(rows, known)
    for name in contracts.DATASETS[:-1]:
        assert lost not in found.tables[name]["doc_id"].to_pylist()
        assert len(found.tables[name]) + found.quality["datasets"][name]["quarantined"] == len(rows[name])
    assert set(found.quarantine["events"]["rule"].to_pylist()) == {"doc_id_in_documents"}
    gate({name: table.to_pylist() for name, table in found.tables.items()}, known)


def test_a_row_whose_date_is_held_back_goes_with_it(rows, known):
    rows["dates"][0]["date_edtf"] = "soon"
    found = gate(rows, known)
    assert found.quarantine["events"]["rule"].to_pylist() == ["date_id_in_dates"]
    assert len(found.tables["blocks"]) == len(rows["blocks"])


def test_every_rule_that_a_row_breaks_is_told(rows, known):
    rows["events"][0].update(quad_class=4, place_country="ZZZ", trigger=None)
    entries = gate(rows, known).quarantine["events"].to_pylist()
    assert {e["rule"] for e in entries} == {"quad_class_of_event_type", "place_country_is_country", "trigger_not_null"}


STOPPED = [
    ("events", lambda held: held.append(dict(held[0])), "event_id_unique"),
    ("events", lambda held: held[0].update(date_id="x-d1-2"), "date_id_in_dates"),
    ("blocks", lambda held: held[0].update(doc_id="nowhere"), "doc_id_in_documents"),
    ("documents", lambda held: held[0].update(duplicate_of="nowhere"), "duplicate_of_in_documents"),
    ("table_cells", lambda held: held[0].update(col=1), "one_cell_per_position"),
    ("tables", lambda held: held[0].update(table_id=None), "table_id_not_null"),
    ("blocks", lambda held: held[1].update(seq=0), "seq_unique_in_document"),
]


@pytest.mark.parametrize(("dataset", "breaks", "rule"), STOPPED, ids=[rule for _, _, rule in STOPPED])
def test_a_table_rule_stops_the_release_and_names_rule_dataset_and_rows(rows, known, dataset, breaks, rule):
    breaks(rows[dataset])
    with pytest.raises(validate.GateError) as stopped:
        gate(rows, known)
    assert f"{dataset}: rule {rule}" in str(stopped.value)
    row = rows[dataset][0][known[dataset].key]
    assert row is None or row in str(stopped.value)


def test_another_schema_stops_the_release(rows, known):
    tables = {name: contracts.to_table(name, held) for name, held in rows.items()}
    short = {**tables, "events": tables["events"].drop_columns(["mode"])}
    with pytest.raises(validate.GateError, match=r"events: .*column mode is missing"):
        validate.validate(short, known)
    text = tables["blocks"]["seq"].cast(pyarrow.string())
    wrong = {**tables, "blocks": tables["blocks"].set_column(2, "seq", text)}
    with pytest.raises(validate.GateError, match=r"blocks: .*column seq is string, not int32"):
        validate.validate(wrong, known)
    with pytest.raises(validate.GateError, match=r"dates: .*missing"):
        validate.validate({name: table for name, table in tables.items() if name != "dates"}, known)


def test_no_rows_at_all_are_valid(known):
    found = gate({name: [] for name in known}, known)
    assert found.quality["datasets"]["events"]["rows"] == 0
    assert found.quality["datasets"]["events"]["null_shares"]["mode"] is None


def test_validation_leaves_no_files_and_says_nothing(rows, known, tmp_path, monkeypatch, caplog, capfd):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with caplog.at_level(logging.INFO, logger="great_expectations.data_context"):
        gate(rows, known)
    assert not list(tmp_path.iterdir())
    assert not caplog.records
    assert capfd.readouterr() == ("", "")


def test_quality_counts_rows_nulls_and_rejects(validated):
    about = validated.quality["datasets"]["documents"]
    assert (about["rows"], about["quarantined"]) == (2, 0)
    assert about["null_shares"]["title"] == 0.5
    assert about["null_shares"]["text"] == 0.0
    assert validated.quality["rejects"] == {"binary": 1}
    page = quality.page(validated.quality)
    assert "| documents | title | 50.0% |" in page
    assert "| binary | 1 |" in page
