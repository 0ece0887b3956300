"""Classes of words that stand in like places in texts: surnames, towns, kinds of buildings and so on.

``word_classes.json`` holds numbers only: words are known by a checksum. It is written by
``tests/benchmarks/word_classes.py``, from the Brown clusters of ``spacy-lookups-data`` (MIT licence). Classes with
like numbers are alike.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.resources import files
from zlib import crc32

from sitrep.extract.tables.checksums import unpack

NONE = 0
# How many bits of a checksum are dropped.
SHORTER = 8
# So many classes next to each other may be taken for one, and how many there are then.
ALIKE, N_BROAD = 16, 64
_EDGE = "\"'“”‘’«»()[]{}.,;:!?*†‡^"
_OWNER = ("'s", "’s")


def mark(word: str) -> int:
    """The checksum by which a word is known."""
    return crc32(word.encode()) >> SHORTER


@cache
def _classes() -> dict[int, int]:
    stored = json.loads(files(__package__).joinpath("word_classes.json").read_text(encoding="utf-8"))
    return unpack(stored["words"])


@lru_cache(maxsize=1 << 14)
def class_of(word: str) -> int:
    """The class of a word as it is spelt, else with a capital, else in lower case; ``NONE`` where it has none."""
    bare = word.strip(_EDGE)
    if bare.endswith(_OWNER):
        bare = bare[:-2]
    known = _classes()
    for form in (bare, bare.title(), bare.lower()):
        found = known.get(mark(form), NONE)
        if found:
            return found
    return NONE
