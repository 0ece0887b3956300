"""A build as a whole: reproducible, nothing lost, stopped by a broken rule, and not by one bad document."""

import filecmp
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sitrep import building, flows, ingest, pipeline
from sitrep.model import Document, Reject

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    """Inputs of which some become documents and some rejects."""
    raw = tmp_path_factory.mktemp("raw")
    (raw / "a.txt").write_text("Russia launched 83 drones at Ukraine on 3 March 2025, the air force said.\n")
    (raw / "b.md").write_text("# Rebels seize town\n\nM23 rebels captured the airport of Goma on 28 January 2025.\n")
    (raw / "empty.txt").write_text("")
    (raw / "image.png").write_bytes(b"\x89PNG\r\n")
    (raw / "feed.jsonl").write_text('{"title": "One", "body": "Two soldiers were killed in Mali."}\n{broken\n')
    return raw


@pytest.fixture(scope="module")
def output(raw, tmp_path_factory):
    output = tmp_path_factory.mktemp("output")
    assert flows.run(raw, output) == 0
    return output


def differences(compared: filecmp.dircmp) -> list[str]:
    mismatch = filecmp.cmpfiles(compared.left, compared.right, compared.common_files, shallow=False)[1]
    inner = [name for below in compared.subdirs.values() for name in differences(below)]
    return compared.left_only + compared.right_only + mismatch + inner


def test_the_same_input_gives_the_same_release_byte_for_byte(raw, output, tmp_path):
    run = f"flows.run(Path({str(raw)!r}), Path({str(tmp_path)!r}))"
    program = f"from pathlib import Path; from sitrep import flows; {run}"
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONHASHSEED": "7", "PATH": ""})
    first, second = (folder / "latest" for folder in (output, tmp_path))
    assert first.readlink() == second.readlink()
    assert differences(filecmp.dircmp(first, second)) == []


def test_every_input_is_a_document_or_a_reject(output):
    documents = pq.read_table(output / "latest/documents.parquet").to_pylist()
    rejects = pq.read_table(output / "latest/rejects.parquet").to_pylist()
    assert {(d["source_path"], d["source_record"]) for d in documents} == {
        ("a.txt", None),
        ("b.md", None),
        ("feed.jsonl", 0),
    }
    assert {(r["source_path"], r["source_record"]) for r in rejects} == {
        ("empty.txt", None),
        ("image.png", None),
        ("feed.jsonl", 1),
    }
    assert all(r["detail"] and r["action"] for r in rejects)


def test_quality_counts_the_rejects(output):
    quality = json.loads((output / "latest/quality.json").read_text())
    assert sum(quality["rejects"].values()) == 3
    assert "Rejects" in (output / "latest/quality.md").read_text()


def test_a_broken_table_rule_stops_the_release(raw, output, monkeypatch, capfd):
    before = (output / "latest").readlink()
    (raw / "c.txt").write_text("Sudan's army shelled Nyala on 2 May 2024.\n")

    def twice(document: Document) -> pipeline.Rows:
        rows = read(document)
        rows["events"] += [dict(row) for row in rows["events"]]
        return rows

    read = pipeline.read
    monkeypatch.setattr(pipeline, "read", twice)
    assert flows.run(raw, output) == 1
    said = capfd.readouterr().err
    assert "events" in said and "unique" in said and "Traceback" not in said
    assert (output / "latest").readlink() == before


def test_a_document_on_which_a_reader_fails_is_a_reject(monkeypatch):
    good, bad = (ingest.from_text(text) for text in ("Troops met.", "Troops left."))
    read = pipeline.read

    def failing(document: Document) -> pipeline.Rows:
        if document is bad:
            raise KeyError("no such word")
        return read(document)

    monkeypatch.setattr(pipeline, "read", failing)
    extracted = building.extract_batch(building.Batch([good, bad]), lambda: None)
    assert [row["doc_id"] for row in extracted.rows["documents"]] == [good.doc_id]
    (reject,) = extracted.rejects
    assert isinstance(reject, Reject) and reject.reason == "extraction_failed" and "KeyError" in reject.detail


def test_batches_keep_the_order_and_the_limit():
    documents = [ingest.from_text(f"{n} " + "x" * 40 * n) for n in range(1, 6)]
    batches = list(building.batches(list(documents), 130))
    assert [d for batch in batches for d in batch.documents] == documents
    assert all(len(b.documents) == 1 or sum(len(d.text) for d in b.documents) <= 130 for b in batches)
