"""A release is whole or not there: written the same each time, swapped in one step, safe from what cuts a build off."""

import errno
import fcntl
import filecmp
import json
import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow
import pytest

from sitrep import checksums, contracts, publish, release

DATASETS = contracts.DATASETS


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_release_holds_every_file_and_latest_points_at_it(published, validated):
    assert published.name.startswith("1.2.3-")
    output = published.parents[1]
    assert os.readlink(output / "latest") == f"releases/{published.name}"
    expected = {f"{name}.{form}" for name in DATASETS for form in ("parquet", "csv")}
    expected |= {f"quarantine/{name}.parquet" for name in DATASETS}
    expected |= {f"tables/{table}.csv" for table in validated.tables["tables"]["table_id"].to_pylist()}
    expected |= {"quality.json", "quality.md", "datapackage.json", "DICTIONARY.md", "SHA256SUMS"}
    assert tree(published).keys() == expected


def test_the_same_content_is_the_same_release_byte_for_byte(published, validated, known, tmp_path):
    again = publish.publish(validated, tmp_path, known, "1.2.3")
    assert again.name == published.name
    assert tree(again) == tree(published)


def test_chunks_do_not_show(published, validated, known, tmp_path):
    """Batches of another size make the same files."""
    cut = {name: contracts.to_table(name, []) for name in DATASETS}
    for name, table in validated.tables.items():
        parts = [table.slice(i, 1) for i in range(len(table))]
        cut[name] = pyarrow.concat_tables([cut[name], *parts]) if parts else table
    other = type(validated)(cut, validated.quarantine, validated.quality)
    assert tree(publish.publish(other, tmp_path, known, "1.2.3")) == tree(published)


def test_another_version_or_content_is_another_release(published, validated, known, tmp_path):
    newer = publish.publish(validated, tmp_path, known, "1.2.4")
    assert newer.name != published.name
    fewer = {**validated.tables, "rejects": validated.tables["rejects"].slice(0, 0)}
    other = publish.publish(type(validated)(fewer, validated.quarantine, validated.quality), tmp_path, known, "1.2.4")
    assert other.name != newer.name
    assert newer.is_dir()
    assert (tmp_path / "latest").resolve() == other.resolve()


def test_a_release_that_stands_is_kept_and_a_broken_one_is_put_right(validated, known, tmp_path):
    first = publish.publish(validated, tmp_path, known, "1.2.3")
    before = (first / "events.csv").stat().st_ino
    assert publish.publish(validated, tmp_path, known, "1.2.3") == first
    assert (first / "events.csv").stat().st_ino == before
    (first / "events.csv").write_text("spoilt")
    assert publish.publish(validated, tmp_path, known, "1.2.3") == first
    assert not checksums.hold(first)
    assert [p.name for p in first.parent.iterdir()] == [first.name]


def test_checksums_are_those_that_sha256sum_reads(published):
    done = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=published, check=False)
    assert done.returncode == 0


STEPS = ["os.fsync", "os.replace", "Path.rename", "Path.symlink_to", "publish.write_parquet", "csvtext.write_rows"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("nth", [1, 5])
def test_a_disk_that_fills_up_at_any_step_leaves_latest_whole_and_old(
    validated, known, tmp_path, monkeypatch, step, nth
):
    old = publish.publish(validated, tmp_path, known, "1.0")
    was = tree(old)
    owner, name = step.split(".")
    owner = {"os": os, "Path": Path, "publish": publish, "csvtext": publish.csvtext}[owner]
    real, calls = getattr(owner, name), []

    def full(*args, **kwargs):
        calls.append(name)
        if len(calls) == nth:
            raise OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "some"))
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, name, full)
    if nth > 1 and name in ("replace", "rename", "symlink_to"):
        publish.publish(validated, tmp_path, known, "2.0")
        return
    with pytest.raises(publish.PublishError, match="disk is full; free some space"):
        publish.publish(validated, tmp_path, known, "2.0")
    monkeypatch.undo()
    assert (tmp_path / "latest").resolve() == old.resolve()
    assert tree(old) == was
    new = publish.publish(validated, tmp_path, known, "2.0")
    assert (tmp_path / "latest").resolve() == new.resolve()
    assert {p.name for p in (tmp_path / "releases").iterdir()} == {old.name, new.name}
    assert {p.name for p in tmp_path.iterdir()} == {".lock", "latest", "releases"}


def test_other_failures_of_the_disk_are_left_to_be_tried_again(validated, known, tmp_path, monkeypatch):
    def broken(*args):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="Input/output error"):
        publish.publish(validated, tmp_path, known, "1.0")
    assert not (tmp_path / "latest").exists()


def _publish_and_die(validated, output, die_at):
    """Publish in a process that is killed, without a chance to tidy up, at its nth durable write."""
    real, calls = os.fsync, []

    def fsync(handle):
        calls.append(handle)
        if len(calls) == die_at:
            os.kill(os.getpid(), signal.SIGKILL)
        real(handle)

    os.fsync = fsync
    publish.publish(validated, output, contracts.load(), "2.0")


@pytest.mark.parametrize("die_at", [1, 4, 13, 29, 33, 34, 35])
def test_a_build_that_is_killed_leaves_latest_whole(validated, known, tmp_path, die_at):
    old = publish.publish(validated, tmp_path, known, "1.0")
    process = multiprocessing.get_context("fork").Process(target=_publish_and_die, args=(validated, tmp_path, die_at))
    process.start()
    process.join()
    pointed = (tmp_path / "latest").resolve()
    assert pointed == old.resolve() or (process.exitcode in (0, -signal.SIGKILL) and pointed.name.startswith("2.0-"))
    assert not checksums.hold(pointed)
    new = publish.publish(validated, tmp_path, known, "2.0")
    assert not checksums.hold(new)
    assert {p.name for p in (tmp_path / "releases").iterdir()} == {old.name, new.name}


def test_a_second_build_waits_and_then_says_why_it_cannot_go_on(validated, known, tmp_path):
    with (tmp_path / ".lock").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(publish.BusyError, match="another build"):
            publish.publish(validated, tmp_path, known, "1.0", wait=0.3)
        assert not (tmp_path / "latest").exists()
    assert publish.publish(validated, tmp_path, known, "1.0", wait=0.3).is_dir()


def test_two_builds_at_once_both_end_and_leave_one_whole_release(validated, known, tmp_path):
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=publish.publish, args=(validated, tmp_path, known, v)) for v in ("1.0", "2.0")]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
        assert run.exitcode == 0
    assert len(list((tmp_path / "releases").iterdir())) == 2
    assert not checksums.hold((tmp_path / "latest").resolve())


def test_a_place_that_cannot_be_written_is_named(validated, known, tmp_path):
    (tmp_path / "output").write_text("a file")
    with pytest.raises(publish.PublishError, match="name another output"):
        publish.publish(validated, tmp_path / "output", known, "1.0")
    (tmp_path / "other" / "latest").mkdir(parents=True)
    with pytest.raises(publish.PublishError, match="move it away"):
        publish.publish(validated, tmp_path / "other", known, "1.0")


def test_nothing_of_the_machine_or_the_clock_is_in_a_release(published, tmp_path):
    for name, content in tree(published).items():
        assert str(published.parents[1]).encode() not in content, name


def test_a_version_cannot_lead_out_of_the_folder(validated, known, tmp_path):
    made = publish.publish(validated, tmp_path, known, "../../1")
    assert made.parent == tmp_path / "releases"


def test_the_quality_report_is_published(published, validated):
    assert json.loads((published / "quality.json").read_text()) == validated.quality
    assert (published / "quality.md").read_text().startswith("# Quality")


def test_another_hash_seed_makes_the_same_release(published, tmp_path):
    program = (
        "import sys, pickle; from pathlib import Path; from sitrep import contracts, publish, release;"
        "import pyarrow.parquet as pq; from sitrep.validate import Validated; import json;"
        f"old = Path({str(published)!r}); names = contracts.DATASETS;"
        "kept = {n: pq.read_table(old / f'{n}.parquet') for n in names};"
        "held = {n: pq.read_table(old / f'quarantine/{n}.parquet') for n in names};"
        "quality = json.loads((old / 'quality.json').read_text());"
        f"publish.publish(Validated(kept, held, quality), Path({str(tmp_path)!r}), contracts.load(), '1.2.3')"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={**os.environ, "PYTHONHASHSEED": "77"})
    made = (tmp_path / "latest").resolve()
    same, *different = filecmp.cmpfiles(published, made, sorted(tree(published)), shallow=False)
    assert not any(different)
    assert len(same) == len(tree(made))


def test_reading_gives_typed_frames(published):
    events = release.read(published, "events")
    assert str(events["quad_class"].dtype) == "Int32"
    assert str(events["event_type"].dtype) == "category"
    assert events["date_start"].dtype.kind == "M"
    assert events["flags"][0] == ["inferred"]
    with pytest.raises(release.ReleaseError, match="no dataset; take one of documents"):
        release.read(published, "event")
    with pytest.raises(release.ReleaseError, match="no such file"):
        release.read(published.parent, "events")
