"""How strongly pairs of words hold together."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from sitrep.extract.tables.pairs import NONE, bond


@pytest.mark.parametrize("pair", ["prime minister", "record label", "ballistic missile", "head coach"])
def test_phrases_hold_together(pair: str) -> None:
    first, second = pair.split()
    assert bond(first, second) > NONE
    assert bond(second, first) == NONE


def test_words_that_meet_by_chance_do_not() -> None:
    assert bond("label", "minister") == bond("xqzwvk", "coach") == bond("1941", "–") == NONE


def test_the_pairs_hold_no_words() -> None:
    stored = json.loads(files("sitrep.extract.tables").joinpath("word_pairs.json").read_text(encoding="utf-8"))
    assert set(stored) == {"about", "pairs"}
