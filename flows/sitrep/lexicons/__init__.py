"""Words as data: one concept a file, read and checked here and nowhere else.

A ``NAME.yaml`` file is a mapping of groups to entries (for short lists that a person edits); a ``NAME.csv`` file has
one entry a row, its first column the key (for long lists). Each file opens with a comment (``#``) that says what it
holds and where the facts come from. A file is parsed and checked once, until it changes (``kept``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from sitrep.lexicons import kept

T = TypeVar("T")

FOLDER = Path(__file__).parent


class LexiconError(ValueError):
    """A lexicon file breaks a rule: no opening comment, an empty entry, or one twice. Names file, line or group."""


@cache
def load(name: str) -> dict[str, Any]:
    """The groups of ``NAME.yaml``. Raises LexiconError for an empty or a repeated entry."""
    file = f"{name}.yaml"
    source = (FOLDER / file).read_bytes()

    def parsed() -> dict[str, Any]:
        from sitrep.lexicons import reading  # what parses is loaded only where something is parsed

        return reading.groups(file, source.decode())

    return kept.value(file, source, parsed)


@cache
def rows(name: str, key: tuple[str, ...] = ()) -> tuple[dict[str, str], ...]:
    """The rows of ``NAME.csv``, in file order; ``key`` names the columns that tell rows apart (default: the first).

    An empty key or one that stands twice raises LexiconError; other columns may be empty.
    """
    file = f"{name}.csv"
    source = (FOLDER / file).read_bytes()

    def parsed() -> list[dict[str, str]]:
        from sitrep.lexicons import reading

        return reading.rows(file, source.decode(), key)

    return tuple(kept.value(" ".join((file, *key)), source, parsed))


def derived(name: str, files: Iterable[str], modules: Iterable[str], make: Callable[[], T]) -> T:
    """What ``make`` makes of lexicon files: plain data, kept as they are until one of them changes, or one of the
    modules that make it (each its ``__file__``). Raises what ``make`` raises."""
    paths = (*map(FOLDER.joinpath, files), *map(Path, modules))
    return kept.value(name, b"".join(map(_digest, paths)), make)


def _digest(path: Path) -> bytes:
    """What tells the bytes of a file: several tables are made of the same lexicons, which are read once."""
    found = path.stat()
    return _digest_of(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=1 << 10)
def _digest_of(path: Path, _changed: int, _size: int) -> bytes:
    return sha256(path.read_bytes()).digest()
