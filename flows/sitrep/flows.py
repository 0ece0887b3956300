"""The build as a Prefect flow: ingest, extract in batches, validate, publish. Nothing else imports prefect.

Tasks are few and large, because each task run costs about 20 ms; what they hand to each other is wrapped in plain
objects that Prefect neither inspects nor stores. Annotations are real types here, not strings: a worker that loads the
flow from its file reads the parameters' types from them.
"""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

# Settings are read when the engine is imported. A slow machine needs longer than the default to start the embedded
# server, and nothing is reported to anybody.
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")

import uvicorn
from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.server.api.server import create_app
from prefect.settings import PREFECT_API_URL, temporary_settings

from sitrep import __version__, building, contracts, publish, quality, validate
from sitrep.progress import Progress

# Text a batch holds at the most (code points): large enough to make task runs rare, small enough to bound memory.
BATCH_CHARS = 2_000_000
_FALLS_SHORT = 1
_CANNOT_RUN = 2


class ServerError(RuntimeError):
    """The server that a schedule needs did not start."""


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
    # Absolute: a scheduled run starts in a folder of the engine's.
    parameters = {"raw": str(raw.absolute()), "output": str(output.absolute())}
    with _server():
        build.serve(name="scheduled", cron=cron, parameters=parameters, limit=1)


@contextmanager
def _server() -> Iterator[None]:
    """The configured server, or one in a thread of this process while it stays.

    The server that the engine embeds for a single run has no scheduler, so a schedule needs a whole one.
    """
    if PREFECT_API_URL.value():
        yield
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(), host="127.0.0.1", port=port, log_level="error"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise ServerError("the embedded server did not start; set PREFECT_API_URL to one that runs")
        time.sleep(0.1)
    try:
        with temporary_settings({PREFECT_API_URL: f"http://127.0.0.1:{port}/api"}):
            yield
    finally:
        server.should_exit = True
        thread.join(timeout=30)
