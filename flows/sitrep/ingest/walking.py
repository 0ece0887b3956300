"""The files of a folder in a stable order, each told apart from what is no file to read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitrep.ingest.rejecting import reject
from sitrep.model import Reject

SIDECAR_SUFFIX = ".meta.yaml"


class RootError(OSError):
    """The input to read does not exist or cannot be opened. Names the path and what to do."""


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file to read. ``source_path`` is relative to the root, POSIX; ``sidecar`` is None where none stands."""

    path: Path
    source_path: str
    n_bytes: int
    sidecar: Path | None


def printable(name: str) -> str:
    """A path as text that UTF-8 can hold: a byte of it that is no UTF-8 is written as ``\\xNN``."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def walk(root: Path) -> Iterator[Found | Reject]:
    """Every entry below ``root``, sorted by name in each folder, depth first; or ``root`` itself where it is a file.

    Names that open with a dot are passed over. No device, pipe or socket is opened, no link to a folder is followed,
    and a link to a file only where that file lies below ``root``. Raises RootError.
    """
    try:
        base = root.resolve(strict=True)
        mode = os.stat(base).st_mode
    except (OSError, RuntimeError) as error:
        raise RootError(f"{root}: {_why(error)}; name a folder or a file that exists") from error
    if stat.S_ISDIR(mode):
        yield from _walk_folder(base)
        return
    beside = base.name + SIDECAR_SUFFIX
    names = frozenset({base.name, beside} if os.path.lexists(base.with_name(beside)) else {base.name})
    entry = _entry(base, base.name, base.parent, names)
    if entry is not None:
        yield entry


def _walk_folder(base: Path) -> Iterator[Found | Reject]:
    # One frame a folder that is open: its path from the root, its names, and those still to come.
    stack = [_Frame(base, "")]
    while stack:
        frame = stack[-1]
        if frame.failure is not None:
            yield reject("unreadable", printable(frame.relative) or ".", frame.failure)
            stack.pop()
            continue
        name = next(frame.ahead, None)
        if name is None:
            stack.pop()
            continue
        path = frame.path / name
        relative = f"{frame.relative}/{name}" if frame.relative else name
        if _is_folder(path):
            stack.append(_Frame(path, relative))
            continue
        entry = _entry(path, relative, base, frame.names)
        if entry is not None:
            yield entry


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:  # told as a reject where the entry itself is looked at
        return False


class _Frame:
    def __init__(self, path: Path, relative: str):
        self.path = path
        self.relative = relative
        self.failure: str | None = None
        names: list[str] = []
        try:
            names = sorted(name for name in os.listdir(path) if not name.startswith("."))
        except OSError as error:
            self.failure = _why(error)
        self.names = frozenset(names)
        self.ahead = iter(names)


def _entry(path: Path, relative: str, base: Path, siblings: frozenset[str]) -> Found | Reject | None:
    source_path = printable(relative)
    name = path.name
    if name.endswith(SIDECAR_SUFFIX):
        owner = name.removesuffix(SIDECAR_SUFFIX)
        if owner in siblings and not _is_folder(path.with_name(owner)):
            return None  # read with the file that it describes
        return reject("orphan_sidecar", source_path, f"there is no file {printable(owner)} beside it")
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            target = path.resolve(strict=True)
            if not target.is_relative_to(base):
                return reject("link_outside", source_path, "the link points outside the folder that is read")
            status = os.stat(target)
            if stat.S_ISDIR(status.st_mode):
                return reject("link_to_folder", source_path, "the link points to a folder")
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        return reject("unreadable", source_path, _why(error))
    if not stat.S_ISREG(status.st_mode):
        return reject("unreadable", source_path, "it is no regular file but a pipe, a socket or a device")
    sidecar = path.with_name(name + SIDECAR_SUFFIX) if name + SIDECAR_SUFFIX in siblings else None
    return Found(path, source_path, status.st_size, sidecar)


def _why(error: Exception) -> str:
    """What the system says of a failure, without the path (it differs from machine to machine)."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return "the link leads to itself"
