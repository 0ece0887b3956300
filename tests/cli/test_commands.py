"""Every command's help tells the truth: its example runs, and its exit codes are what it says."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitrep.cli import main

ROOT = Path(__file__).parent.parent.parent
RAW = ROOT / "raw"


def sitrep(*words: str, cwd: Path, stdin: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sitrep", *words],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **env},
        timeout=300,
    )


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """A folder as the README leaves it: raw/ beside output/ with a release."""
    home = tmp_path_factory.mktemp("home")
    (home / "raw").symlink_to(RAW)
    done = sitrep("build", cwd=home)
    assert done.returncode == 0, done.stderr
    return home


def example(name: str) -> str:
    text = CliRunner().invoke(main, [name, "--help"], terminal_width=200, max_content_width=200).output
    assert "Example:" in text, text
    return text.partition("Example:")[2].strip()


def row_id(home: Path, dataset: str) -> str:
    import pyarrow.parquet as pq

    column = {"events": "event_id", "troop_figures": "figure_id"}[dataset]
    return pq.read_table(home / "output/latest" / f"{dataset}.parquet", columns=[column])[column][0].as_py()


@pytest.mark.parametrize("name", ["build", "extract", "check", "show"])
def test_example_of_the_help_runs(home, name):
    line = example(name).replace("ROW_ID", row_id(home, "events"))
    words = shlex.split(line.rpartition("|")[2])
    assert words[0] == "sitrep"
    stdin = shlex.split(line)[1] + "\n" if "|" in line else None
    done = sitrep(*words[1:], cwd=home, stdin=stdin)
    assert done.returncode == 0, done.stderr
    if name != "build":
        assert done.stdout.strip()


def test_group_help_names_every_command():
    text = CliRunner().invoke(main, ["--help"]).output
    assert all(name in text for name in main.commands)


def test_extract_prints_rows_with_their_evidence(home):
    text = "Russia sent up to 3,000 troops to Kursk.\n"
    done = sitrep("extract", "-", cwd=home, stdin=text)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    figure = next(row for row in rows if row["dataset"] == "troop_figures")
    assert (figure["low"], figure["high"], figure["force_country"]) == (None, 3000, "RUS")
    assert text[figure["char_start"] : figure["char_end"]] == figure["quote"]


def test_extract_resolves_from_the_publication_day(home):
    done = sitrep(
        "extract", "-", "--published", "2025-03-02", cwd=home, stdin="Troops withdrew from Sumy on February 28."
    )
    dates = [row for row in map(json.loads, done.stdout.splitlines()) if row["dataset"] == "dates"]
    assert [row["date_edtf"] for row in dates] == ["2025-02-28"]


def test_extract_of_a_file_that_is_no_text_prints_a_reject(home, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    done = sitrep("extract", str(tmp_path / "a.txt"), cwd=home)
    assert done.returncode == 1
    assert json.loads(done.stdout)["reason"] == "empty"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["build", "nowhere"], "nowhere"),
        (["extract", "nowhere.txt"], "nowhere.txt"),
        (["extract", "-", "--published", "soon"], "soon"),
        (["check", "nowhere"], "nowhere"),
        (["show", "abc-e1-2", "--release", "nowhere"], "nowhere"),
        (["show", "abc-e1-2"], "abc-e1-2"),
    ],
)
def test_what_cannot_run_says_why(home, words, said):
    done = sitrep(*words, cwd=home, stdin="")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_show_marks_the_quote_in_its_context(home):
    done = sitrep("show", row_id(home, "troop_figures"), cwd=home)
    assert ">>>" in done.stdout and "<<<" in done.stdout
    assert "unit_kind" in done.stdout


def test_check_gives_all_its_forms(home, tmp_path):
    assert sitrep("check", "--json", cwd=home).returncode == 0
    assert json.loads(sitrep("check", "--json", cwd=home).stdout)
    sitrep("check", "--junit", str(tmp_path / "check.xml"), cwd=home)
    assert "<testsuite" in (tmp_path / "check.xml").read_text()


def test_a_pipe_in_place_of_a_file_is_named():
    ours, theirs = os.pipe()
    try:
        done = CliRunner().invoke(main, ["extract", f"/dev/fd/{ours}"])
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.exit_code in (1, 2)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert str(ours) in done.output


def test_extract_loads_no_engine(home):
    """What makes it start at once: neither engine, nor pandas or pyarrow, is imported."""
    program = (
        "import sys; from click.testing import CliRunner; from sitrep.cli import main;"
        "CliRunner().invoke(main, ['extract', '-'], input='Troops met.');"
        "print(sorted({'prefect', 'great_expectations', 'pandas', 'pyarrow'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=home)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
