"""Write a release and swap ``latest`` to it, so that a reader sees the old one or the new one and nothing between.

Everything is written into a hidden folder beside the releases, made durable, and renamed. A build that was cut off
leaves that folder behind; the next one, holding the lock, removes it.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pyarrow.parquet as pq

from sitrep import agreement, csvtext, datapackage, dictionary, quality
from sitrep import patterns as re
from sitrep.checksums import SUMS, content_id, digest, hold, listing

if TYPE_CHECKING:
    import pyarrow

    from sitrep.contracts import Contracts
    from sitrep.validate import Validated

LOCK_WAIT_SECONDS = 60.0

_LOCK, _RELEASES, _LATEST = ".lock", "releases", "latest"
_BUILDING, _SWAPPING, _BROKEN = ".building-", ".latest-", ".broken-"
_POLL_SECONDS = 0.1
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9.+_-]")
# Trying again does not help against these, so they are told at once.
_LASTING = {
    errno.ENOSPC: "the disk is full; free some space and build again",
    errno.EDQUOT: "the disk quota is used up; free some space and build again",
    errno.EFBIG: "a file grows over the size allowed; raise the limit and build again",
    errno.EROFS: "the file system is read-only; name another output",
    errno.EACCES: "permission denied; name another output or change its permissions",
    errno.EPERM: "not permitted; name another output or change its permissions",
    errno.ENOTDIR: "a file stands where a folder is needed; name another output",
    errno.EISDIR: "a folder stands where latest is to point from; move it away",
    errno.EEXIST: "a file stands where a folder is needed; name another output",
}


class PublishError(RuntimeError):
    """The release cannot be written. Says where and why; ``latest`` is what it was."""


class BusyError(PublishError):
    """Another build is publishing to the same output, and did not end in time."""


def publish(
    validated: Validated, output: Path, contracts: Contracts, version: str, wait: float = LOCK_WAIT_SECONDS
) -> Path:
    """Publish below ``output`` and return the folder of the release, ``output/releases/VERSION-DIGEST``.

    The digest is of the content, so the same content and version is the same release: one that stands already is
    verified and kept. Raises BusyError after ``wait`` seconds for another build, PublishError where the release
    cannot be written, and OSError where another try may help.
    """
    try:
        (output / _RELEASES).mkdir(parents=True, exist_ok=True)
        with _lock(output / _LOCK, wait):
            _remove_leftovers(output)
            building = output / _RELEASES / f"{_BUILDING}{os.getpid()}"
            try:
                building.mkdir()
                _write_all(building, validated, contracts, version)
                release = _settle(building, version)
            finally:
                shutil.rmtree(building, ignore_errors=True)
            _swap(output, release)
    except OSError as error:
        if error.errno not in _LASTING:
            raise
        where = error.filename or output
        raise PublishError(f"{where}: {_LASTING[error.errno]} ({error}); {output / _LATEST} is what it was") from error
    return release


@contextmanager
def _lock(path: Path, wait: float) -> Iterator[None]:
    """Hold the output alone. The lock ends with the process, however that ends."""
    give_up = time.monotonic() + wait
    with path.open("ab") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= give_up:
                    raise BusyError(
                        f"{path.parent}: another build has been publishing here for {wait:g} s; "
                        "wait until it ends and build again, or name another output"
                    ) from None
                time.sleep(_POLL_SECONDS)
        yield


def _remove_leftovers(output: Path) -> None:
    for leftover in (*(output / _RELEASES).glob(f"{_BUILDING}*"), *(output / _RELEASES).glob(f"{_BROKEN}*")):
        shutil.rmtree(leftover)
    for leftover in output.glob(f"{_SWAPPING}*"):
        leftover.unlink()


def _write_all(folder: Path, validated: Validated, contracts: Contracts, version: str) -> None:
    files: dict[str, tuple[int, str]] = {}

    def put(name: str, fill: Callable[[IO[Any]], None], **how: Any) -> None:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        with path.open(**how) as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        files[name] = (path.stat().st_size, digest(path))

    def put_text(name: str, text: str) -> None:
        put(name, lambda file: file.write(text), mode="w", encoding="utf-8", newline="")

    def put_csv(name: str, fill: Callable[[IO[str]], None]) -> None:
        put(name, fill, mode="w", encoding="utf-8", newline="")

    for name, contract in contracts.items():
        table = validated.tables[name].replace_schema_metadata(contract.arrow_schema.metadata)
        put(f"{name}.parquet", lambda file, table=table: write_parquet(table, file), mode="wb")
        held = validated.quarantine[name]
        put(f"quarantine/{name}.parquet", lambda file, held=held: write_parquet(held, file), mode="wb")
        put_csv(f"{name}.csv", lambda file, c=contract, table=table: csvtext.write(file, c, table))
    for table_id, rows in agreement.recovered(validated.tables["table_cells"]):
        put_csv(f"tables/{table_id}.csv", lambda file, rows=rows: csvtext.write_rows(file, rows))
    put_text("quality.json", as_json(validated.quality))
    put_text("quality.md", quality.page(validated.quality))
    put_text("datapackage.json", as_json(datapackage.describe(contracts, version, files)))
    put_text("DICTIONARY.md", dictionary.page(contracts))
    put_text(SUMS, listing({name: sha256 for name, (_, sha256) in files.items()}))
    for made in {folder, *(folder / name for name in ("quarantine", "tables") if (folder / name).is_dir())}:
        _sync_folder(made)


def write_parquet(table: pyarrow.Table, file: IO[bytes]) -> None:
    """The one way Parquet is written, every choice that shapes the bytes fixed."""
    pq.write_table(
        table.combine_chunks(),
        file,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        compression_level=3,
        use_dictionary=True,
        write_statistics=True,
        write_page_checksum=True,
        row_group_size=131_072,
        store_schema=True,
    )


def as_json(content: Any) -> str:
    """JSON as it stands in a release."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _settle(building: Path, version: str) -> Path:
    """Give the finished folder its id; where that release stands already and is whole, keep the one that stands."""
    release = building.parent / f"{_NOT_IN_NAMES.sub('_', version)}-{content_id(building)}"
    if release.exists():
        if (release / SUMS).is_file() and digest(release / SUMS) == digest(building / SUMS) and not hold(release):
            return release
        broken = building.parent / f"{_BROKEN}{release.name}"
        release.rename(broken)
        building.rename(release)
        shutil.rmtree(broken)
    else:
        building.rename(release)
    _sync_folder(release.parent)
    return release


def _swap(output: Path, release: Path) -> None:
    pointer = output / f"{_SWAPPING}{os.getpid()}"
    pointer.symlink_to(Path(_RELEASES) / release.name, target_is_directory=True)
    os.replace(pointer, output / _LATEST)
    _sync_folder(output)


def _sync_folder(folder: Path) -> None:
    """Make names durable: a rename that the disk does not know yet is undone by a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
