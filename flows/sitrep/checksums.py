"""``SHA256SUMS``: the digest of every file of a release, in the form that ``sha256sum -c`` reads."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

SUMS = "SHA256SUMS"
CHANGED, MISSING, UNLISTED = "changed", "missing", "unlisted"

_ID_DIGITS = 12


class ChecksumsError(ValueError):
    """The list of checksums cannot be read. Names the line."""


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def listing(digests: Mapping[str, str]) -> str:
    """The content of ``SHA256SUMS``, sorted by path."""
    return "".join(f"{sha256}  {name}\n" for name, sha256 in sorted(digests.items()))


def content_id(release: Path) -> str:
    """The digest that names a release: of its checksums, and so of every file."""
    return digest(release / SUMS)[:_ID_DIGITS]


def read(path: Path) -> dict[str, str]:
    """Digests by path. Raises ChecksumsError for a line that is none."""
    found = {}
    for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1):
        sha256, gap, name = line.partition("  ")
        if not gap or len(sha256) != 64 or not name:
            raise ChecksumsError(f"{path}: line {number}: {line[:80]!r} is no checksum")
        found[name] = sha256
    return found


def hold(release: Path) -> dict[str, str]:
    """What is wrong with which file: ``changed``, ``missing`` or ``unlisted``; empty where all is as listed.

    Raises ChecksumsError where the list cannot be read.
    """
    listed = read(release / SUMS)
    there = {path.relative_to(release).as_posix() for path in release.rglob("*") if path.is_file()} - {SUMS}
    wrong = {name: UNLISTED for name in there - listed.keys()}
    for name, sha256 in listed.items():
        if name not in there:
            wrong[name] = MISSING
        elif digest(release / name) != sha256:
            wrong[name] = CHANGED
    return dict(sorted(wrong.items()))
