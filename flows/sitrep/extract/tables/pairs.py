"""How strongly two words hold together in English: "record label" is a phrase, "label chart" is none.

``word_pairs.json`` holds numbers only: pairs of words are known by a checksum. It is written by
``tests/benchmarks/word_pairs.py``, from the counts in ``wordsegment`` (Apache-2.0).
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from zlib import crc32

from sitrep.extract.tables.checksums import unpack

NONE = 0
# How many bits of a checksum are dropped.
SHORTER = 8


def mark(first: str, second: str) -> int:
    """The checksum by which a pair of words in lower case is known."""
    return crc32(f"{first} {second}".encode()) >> SHORTER


@cache
def _bonds() -> dict[int, int]:
    stored = json.loads(files(__package__).joinpath("word_pairs.json").read_text(encoding="utf-8"))
    return unpack(stored["pairs"])


def bond(first: str, second: str) -> int:
    """The log of how much commoner the pair is than chance makes it, 1 to 9; ``NONE`` for any other pair."""
    return _bonds().get(mark(first, second), NONE)
