"""The build as a Prefect flow: ingest, extract in batches, validate, publish. Nothing else imports prefect.

Tasks are few and large, because each task run costs about 20 ms; what they hand to each other is wrapped in plain
objects that Prefect neither inspects nor stores.
"""

from __future__ import annotations

import os
from pathlib import Path

# Settings are read when the engine is imported. A slow machine needs longer than the default to start the embedded
# server; nothing is reported to anybody; and with no server to show them, logs would only repeat what the build prints.
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")
if "PREFECT_API_URL" not in os.environ:
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State

from sitrep import __version__, building, contracts, publish, quality, validate
from sitrep.progress import Progress

# Text a batch holds at the most (code points): large enough to make task runs rare, small enough to bound memory.
BATCH_CHARS = 2_000_000
_FALLS_SHORT = 1
_CANNOT_RUN = 2


def _is_io_error(_task: object, _run: object, state: State) -> bool:
    """Only what another try may mend is tried again: input and output, never a broken rule."""
    return isinstance(state.data.exception if hasattr(state.data, "exception") else state.data, OSError)


_IO = {"retries": 2, "retry_delay_seconds": [1, 5], "retry_condition_fn": _is_io_error}


@task(name="ingest", **_IO)
def ingest_inputs(raw: Path) -> building.Inputs:
    """Read every input below a folder into documents and rejects."""
    return building.Inputs(raw)


@task(name="extract")
def extract_batch(batch: building.Batch, progress: Progress) -> building.Extracted:
    """The rows of one batch of documents."""
    return building.extract_batch(batch, progress.advance)


@task(name="validate")
def validate_tables(collected: building.Collected) -> building.Gated:
    """Hold all rows against the contracts. Raises validate.GateError where a rule stops the release."""
    return building.Gated(validate.validate(collected.tables(), contracts.load()))


@task(name="publish", **_IO)
def publish_release(gated: building.Gated, output: Path) -> Path:
    """Write the release and swap ``latest`` to it. Returns the release's folder."""
    return publish.publish(gated.validated, output, contracts.load(), __version__)


@flow(name="build")
def build(raw: Path = Path("raw"), output: Path = Path("output")) -> Path:
    """Read everything below ``raw`` and publish a validated release below ``output``. Returns the release's folder.

    Raises validate.GateError where the data broke a rule that stops a release, publish.PublishError where it cannot
    be written; the previous release then stays as it was.
    """
    inputs = ingest_inputs(raw)
    collected = building.Collected(inputs)
    with Progress() as progress:
        progress.say(f"ingest: {len(inputs.documents)} documents, {len(inputs.rejects)} rejects")
        progress.start(len(inputs.documents))
        for batch in building.batches(inputs.documents, BATCH_CHARS):
            collected.add(extract_batch(batch, progress))
    gated = validate_tables(collected)
    release = publish_release(gated, output)
    create_markdown_artifact(
        key="sitrep-build",
        markdown=quality.page(gated.validated.quality),
        description=f"Rows, quality and rejects of release {release.name}",
    )
    progress.say(f"publish: {release}")
    return release


def run(raw: Path, output: Path) -> int:
    """One build, for the command line: prints what stopped it and returns the exit code."""
    progress = Progress()
    try:
        build(raw, output)
    except validate.GateError as error:
        progress.say(f"no release: {error}")
        return _FALLS_SHORT
    except (publish.PublishError, OSError) as error:
        progress.say(f"cannot build: {error}")
        return _CANNOT_RUN
    return 0


def serve(cron: str, raw: Path, output: Path) -> None:
    """Stay and build on a schedule, until interrupted."""
    build.serve(name="scheduled", cron=cron, parameters={"raw": str(raw.absolute()), "output": str(output.absolute())})
