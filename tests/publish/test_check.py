"""The gate finds what is not as it was published, and names file, dataset, row and column."""

import json
import shutil
from xml.etree import ElementTree

import pyarrow
import pyarrow.parquet as pq
import pytest

from sitrep import checksums, publish, release, report


@pytest.fixture
def copy(published, tmp_path):
    """A release that the test may spoil, under a name that is no id."""
    return shutil.copytree(published, tmp_path / "copy")


def sign(folder):
    """Make the checksums anew, as somebody would who hides a change."""
    names = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.name != checksums.SUMS]
    text = checksums.listing({name: checksums.digest(folder / name) for name in names})
    (folder / checksums.SUMS).write_text(text)


def rewrite(folder, dataset, change):
    path = folder / f"{dataset}.parquet"
    table = change(pq.read_table(path))
    with path.open("wb") as file:
        publish.write_parquet(table, file)


def edit(column, row, value):
    def change(table):
        values = table[column].to_pylist()
        values[row] = value
        i = table.column_names.index(column)
        return table.set_column(i, table.schema.field(column), pyarrow.array(values, table.schema.field(column).type))

    return change


def findings(folder, known, check=None):
    found = release.check_release(folder, known).findings
    return [f for f in found if check in (None, f.check)]


def test_a_release_as_published_is_good(published, known):
    found = release.check_release(published.parents[1] / "latest", known)
    assert found.ok, report.plain(found)
    names = {(check.dataset, check.name) for check in found.checks}
    for name, contract in known.items():
        for rule in contract.rules:
            assert (name, rule.name) in names or rule.name == "columns_of_contract"


def test_one_flipped_byte_of_any_place_in_a_parquet_file_is_found(copy, known):
    path = copy / "events.parquet"
    sound = path.read_bytes()
    for at in (0, 5, len(sound) // 3, len(sound) // 2, len(sound) - 100, len(sound) - 1):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        found = findings(copy, known, "checksums")
        assert [(f.file, f.dataset) for f in found] == [("events.parquet", "events")]
    path.write_bytes(sound)


def test_an_edited_quote_is_found_with_checksums_made_anew(copy, known):
    rewrite(copy, "events", edit("quote", 1, "hit"))
    sign(copy)
    (found,) = findings(copy, known, "quote_stands_in_text")
    row = pq.read_table(copy / "events.parquet")["event_id"].to_pylist()[1]
    assert (found.file, found.dataset, found.row) == ("events.parquet", "events", row)
    assert "quote" in found.column
    (agrees,) = findings(copy, known, "csv_agrees")
    assert (agrees.file, agrees.row, agrees.column) == ("events.csv", row, "quote")


def test_a_dropped_column_is_found_with_checksums_made_anew(copy, known):
    rewrite(copy, "events", lambda table: table.drop_columns(["mode"]))
    sign(copy)
    (found,) = findings(copy, known, "schema")
    assert (found.file, found.dataset, found.column) == ("events.parquet", "events", "mode")
    assert "mode is missing" in found.message


@pytest.mark.parametrize("column", ["doc_id", "event_id", "char_start", "quote"])
def test_a_dropped_column_that_rules_read_is_found(copy, known, column):
    rewrite(copy, "events", lambda table: table.drop_columns([column]))
    assert column in {f.column for f in findings(copy, known, "schema")}


@pytest.mark.parametrize("column", ["doc_id", "text"])
def test_documents_without_what_others_look_up_are_found(copy, known, column):
    rewrite(copy, "documents", lambda table: table.drop_columns([column]))
    assert column in {f.column for f in findings(copy, known, "schema")}


def test_another_type_is_found(copy, known):
    def change(table):
        return table.set_column(table.column_names.index("high"), "high", table["high"].cast(pyarrow.float64()))

    rewrite(copy, "troop_figures", change)
    (found,) = findings(copy, known, "schema")
    assert found.column == "high"
    assert "double, not int64" in found.message


def test_other_metadata_is_found(copy, known):
    rewrite(copy, "dates", lambda table: table.replace_schema_metadata({"contract": "dates"}))
    assert any("contract_version" in f.message for f in findings(copy, known, "schema"))


def test_a_row_too_few_is_found(copy, known):
    rewrite(copy, "blocks", lambda table: table.slice(0, 3))
    sign(copy)
    checks = {f.check for f in findings(copy, known)}
    assert {"csv_agrees", "derived_files_agree"} <= checks


def test_a_reference_that_leads_nowhere_is_found(copy, known):
    rewrite(copy, "dates", lambda table: table.slice(0, 1))
    sign(copy)
    assert [f.column for f in findings(copy, known, "date_id_in_dates")] == ["date_id", "date_id"]


def test_an_edited_cell_of_a_csv_is_found(copy, known):
    path = copy / "events.csv"
    path.write_bytes(path.read_bytes().replace(b",CONSULT,", b",ASSAULT,", 1))
    sign(copy)
    (found,) = findings(copy, known, "csv_agrees")
    assert (found.file, found.column) == ("events.csv", "event_type")
    assert "'ASSAULT' instead of 'CONSULT'" in found.message


def test_a_spoilt_csv_is_found(copy, known):
    (copy / "dates.csv").write_bytes(b'a,b\r\n"1')
    (copy / "blocks.csv").write_bytes(b"\xff\xfe")
    (copy / "tables.csv").unlink()
    sign(copy)
    assert {f.file for f in findings(copy, known, "csv_agrees")} == {"dates.csv", "blocks.csv", "tables.csv"}


def test_an_edited_or_added_table_file_is_found(copy, known):
    path = next((copy / "tables").iterdir())
    path.write_bytes(path.read_bytes().replace(b"Losses", b"Gains"))
    (copy / "tables" / "more.csv").write_text("a\r\n")
    sign(copy)
    files = {f.file for f in findings(copy, known, "table_files_agree")}
    assert files == {f"tables/{path.name}", "tables/more.csv"}


@pytest.mark.parametrize("name", ["DICTIONARY.md", "datapackage.json", "quality.json", "quality.md"])
def test_an_edited_or_missing_derived_file_is_found(copy, known, name):
    path = copy / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("documents", "papers"), encoding="utf-8")
    sign(copy)
    assert name in {f.file for f in findings(copy, known, "derived_files_agree")}
    path.unlink()
    assert name in {f.file for f in findings(copy, known, "derived_files_agree")}


def test_missing_added_and_unlisted_files_are_found(copy, known):
    (copy / "quarantine" / "events.parquet").unlink()
    (copy / "notes.txt").write_text("hm")
    found = {f.file: f.message for f in findings(copy, known, "checksums")}
    assert "missing" in found["quarantine/events.parquet"]
    assert "no checksum" in found["notes.txt"]
    (copy / checksums.SUMS).write_text("not a checksum\n")
    assert [f.file for f in findings(copy, known, "checksums")] == [checksums.SUMS]
    (copy / checksums.SUMS).unlink()
    assert [f.file for f in findings(copy, known, "checksums")] == [checksums.SUMS]


def test_checksums_made_anew_are_not_those_of_the_name(published, known, tmp_path):
    named = shutil.copytree(published, tmp_path / published.name)
    assert not findings(named, known)
    (named / "notes.txt").write_text("hm")
    sign(named)
    assert [f.check for f in findings(named, known)] == ["release_id"]


def test_without_a_release_there_is_nothing_to_check(known, tmp_path):
    with pytest.raises(release.ReleaseError, match="no such release"):
        release.check_release(tmp_path / "nowhere", known)
    with pytest.raises(release.ReleaseError, match="holds no dataset"):
        release.check_release(tmp_path, known)


def test_a_missing_or_unreadable_parquet_file_is_found(copy, known):
    (copy / "events.parquet").unlink()
    (copy / "documents.parquet").write_bytes(b"PAR1 is not enough")
    found = {f.file: f.message for f in findings(copy, known, "schema")}
    assert found["events.parquet"] == "the file is missing"
    assert "cannot be read" in found["documents.parquet"]


@pytest.fixture
def bad(copy, known):
    rewrite(copy, "events", edit("quote", 1, "a\nb"))
    rewrite(copy, "blocks", edit("kind", 0, "side%bar,\x01"))
    return release.check_release(copy, known)


def test_reports_as_text_and_json(bad, published, known):
    lines = report.plain(bad).splitlines()
    assert len(lines) == 1 + len(bad.findings)
    assert f"falls short: {len(bad.findings)} findings" in lines[0]
    assert any("events.parquet" in line and "quote_stands_in_text" in line for line in lines)
    content = json.loads(report.as_json(bad))
    assert content["ok"] is False
    assert content["findings"][0].keys() == {"check", "file", "message", "dataset", "row", "column", "severity"}
    assert report.plain(release.check_release(published, known)).endswith(": good")


def test_report_for_github(bad, published, known):
    lines = report.github(bad).splitlines()
    assert len(lines) == len(bad.findings)
    assert all(line.startswith("::error file=") for line in lines)
    assert any("side%25bar" in line for line in lines)
    assert report.github(release.check_release(published, known)).startswith("::notice")


def test_report_for_junit(bad, published, known):
    suite = ElementTree.fromstring(report.junit(bad))
    cases = suite.findall("testcase")
    failed = [case for case in cases if case.find("failure") is not None]
    assert int(suite.get("tests")) == len(cases) == len(bad.checks)
    assert int(suite.get("failures")) == len(failed) > 0
    assert ("events", "quote_stands_in_text") in {(case.get("classname"), case.get("name")) for case in failed}
    told = {f.check for f in bad.findings}
    assert {case.get("name") for case in failed} == told
    good = ElementTree.fromstring(report.junit(release.check_release(published, known)))
    assert good.get("failures") == "0"
