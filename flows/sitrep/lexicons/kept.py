"""What was read from lexicons, kept in the user's folder of caches, because to parse them takes longer than to read a
page by them.

An entry holds only for the very bytes it was made from and the code that made it, both named by their digest. Nothing
depends on the folder: where it cannot be written or read, or holds something else, the value is made anew.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_MADE_BY = ("reading.py", "__init__.py")
_LENGTH_OF_MARK = 32


@cache
def _folder() -> Path | None:
    """The folder of entries; None where the user has none."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base, "sitrep", "lexicons") if os.path.isabs(base) else None


@cache
def _maker() -> bytes:
    return b"".join(Path(__file__).with_name(name).read_bytes() for name in _MADE_BY)


def value(name: str, source: bytes, make: Callable[[], T]) -> T:
    """What ``make`` makes of ``source``: plain data (dicts, lists, texts, numbers). Raises what ``make`` raises."""
    folder = _folder()
    if folder is None:
        return make()
    mark = sha256(_maker() + source).digest()
    entry = folder / name
    try:
        stored = entry.read_bytes()
        if stored.startswith(mark):
            return marshal.loads(memoryview(stored)[_LENGTH_OF_MARK:])
    except (OSError, EOFError, ValueError, TypeError):
        pass  # no entry, or none that can be read: it is written anew
    made = make()
    with suppress(OSError, ValueError):  # the folder cannot be written, or the value is of no plain data
        _write(entry, mark + marshal.dumps(made))
    return made


def _write(entry: Path, data: bytes) -> None:
    """The entry, whole at once for other processes, which may write the same."""
    entry.parent.mkdir(parents=True, exist_ok=True)
    new = entry.with_name(f"{entry.name}.{os.getpid()}")
    with open(new, "xb") as file:
        file.write(data)
    os.replace(new, entry)
