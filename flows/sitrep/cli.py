"""The commands. Thin: each parses its arguments, calls one function, prints, and sets the exit code.

Nothing heavy is imported before a command needs it, so ``sitrep extract`` and ``--help`` start at once.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

_FALLS_SHORT = 1
_CANNOT_RUN = 2
# Lexicons and code are three hundred thousand objects, and grow: this leaves room.
_BEYOND_LEXICONS = 1_000_000


class _Command(click.Command):
    """A command whose help ends in an example that can be pasted into a shell."""

    def __init__(self, *args: Any, example: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.example = example

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Example"):
            formatter.write_text(self.example)


def _stop(message: str, code: int) -> None:
    click.echo(f"sitrep: {message}", err=True)
    raise SystemExit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="sitrep", prog_name="sitrep")
def main() -> None:
    """From raw conflict news to analysis-ready data, each row with its evidence."""


@main.command(cls=_Command, example="sitrep build raw output")
@click.argument("raw", type=click.Path(path_type=Path), default="raw")
@click.argument("output", type=click.Path(path_type=Path), default="output")
def build(raw: Path, output: Path) -> None:
    """Read everything below RAW and publish a validated release below OUTPUT.

    RAW (default: raw) is a folder or a file: .txt, .md, .html, .jsonl or .ndjson, each also .gz. OUTPUT (default:
    output) gets releases/ID/ and latest, which points at the new release once it is whole. Exit code 0: published;
    1: the data broke a rule that stops a release, and latest is what it was; 2: cannot run.
    """
    if not raw.exists():
        _stop(f"{raw}: no such file or folder; name what to read, as in `sitrep build raw output`", _CANNOT_RUN)
    # The engine's log repeats what the build prints, and is set when the engine is imported.
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    from sitrep import flows

    raise SystemExit(flows.run(raw, output))


@main.command(cls=_Command, example='echo "Russia sent up to 3,000 troops to Kursk." | sitrep extract -')
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--published", metavar="YYYY-MM-DD", help="Publication day, where no sidecar or feed field tells it.")
@click.option(
    "--media-type",
    type=click.Choice(["text/plain", "text/markdown", "text/html"]),
    default="text/plain",
    show_default=True,
    help="What standard input is; a file's name tells it.",
)
def extract(file: str, published: str | None, media_type: str) -> None:
    """Print the rows of FILE (or of standard input, -) as JSON lines, each with the name of its dataset.

    Exit code 0: read; 1: an input could not be read (its row of `rejects` is printed); 2: cannot run.
    """
    # What is allocated first are lexicons, which stay: a collector that walks them costs a tenth of a short run.
    gc.set_threshold(_BEYOND_LEXICONS)

    from sitrep import ingest, pipeline
    from sitrep.ids import ID_COLUMN
    from sitrep.model import Reject

    try:
        day = date.fromisoformat(published) if published else None
    except ValueError:
        _stop(f"--published {published}: no such day; write it as 2025-03-03", _CANNOT_RUN)
    if file == "-":
        inputs = ingest.from_bytes(sys.stdin.buffer.read(), "-", media_type=media_type, published=day)
    elif Path(file).exists():
        inputs = ingest.read(Path(file), published=day)
    else:
        _stop(f"{file}: no such file; name a file, or - for standard input", _CANNOT_RUN)
    documents, rejects = [], []
    try:
        for item in inputs:
            (rejects if isinstance(item, Reject) else documents).append(item)
    except ingest.RootError as error:
        _stop(str(error), _CANNOT_RUN)
    for dataset, rows in pipeline.read_all(documents, rejects).items():
        key = ID_COLUMN.get(dataset)
        for row in rows:
            first = {"dataset": dataset, key: row[key]} if key else {"dataset": dataset}
            click.echo(json.dumps({**first, **row}, ensure_ascii=False, default=date.isoformat))
    # The process ends here: the collections that Python makes at its end would walk all lexicons and free nothing.
    gc.freeze()
    if rejects:
        raise SystemExit(_FALLS_SHORT)


@main.command(cls=_Command, example="sitrep check output/latest --junit check.xml")
@click.argument("release", type=click.Path(path_type=Path), default="output/latest")
@click.option("--junit", type=click.Path(path_type=Path), metavar="FILE", help="Also write the findings as JUnit XML.")
@click.option("--github", is_flag=True, help="Print the findings as GitHub annotations.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def check(release: Path, junit: Path | None, github: bool, as_json: bool) -> None:
    """Hold RELEASE (default: output/latest) against its contracts: the gate.

    Verifies checksums, schemas, every expectation, and that each quote stands in its document where the row says.
    Exit code 0: good; 1: falls short, with what and where; 2: cannot run.
    """
    from sitrep import contracts, report
    from sitrep.release import ReleaseError, check_release

    try:
        found = check_release(release, contracts.load())
    except ReleaseError as error:
        _stop(str(error), _CANNOT_RUN)
    if junit:
        junit.write_text(report.junit(found), encoding="utf-8")
    click.echo(report.as_json(found) if as_json else report.github(found) if github else report.plain(found))
    raise SystemExit(0 if found.ok else _FALLS_SHORT)


@main.command(cls=_Command, example="sitrep show ROW_ID --release output/latest")
@click.argument("row_id")
@click.option("--release", type=click.Path(path_type=Path), default="output/latest", show_default=True)
def show(row_id: str, release: Path) -> None:
    """Print the row ROW_ID of a release with its evidence in context.

    For an event also what named it: trigger, lexicon entry, how its actors were found, and the cue of its modality.
    """
    from sitrep.release import ReleaseError
    from sitrep.showing import show as text_of

    try:
        click.echo(text_of(release, row_id))
    except ReleaseError as error:
        _stop(str(error), _CANNOT_RUN)


@main.command(cls=_Command, example='sitrep serve --cron "0 6 * * *"')
@click.option("--cron", required=True, metavar="CRON", help='When to build, as in "0 6 * * *" (every day at six).')
@click.option("--raw", type=click.Path(path_type=Path), default="raw", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), default="output", show_default=True)
def serve(cron: str, raw: Path, output: Path) -> None:
    """Stay and build on a schedule, until interrupted.

    With PREFECT_API_URL set, the runs are that server's and show in its pages; else an embedded server is started.
    """
    from sitrep import flows

    flows.serve(cron, raw, output)


if __name__ == "__main__":
    main()
