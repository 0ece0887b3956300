"""Classes of words, and other small numbers known by checksums."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.extract.tables.checksums import pack, unpack
from sitrep.extract.tables.classes import NONE, class_of


@pytest.mark.parametrize("word,other", [("Barnes", "Parkinson"), ("Vancouver", "London"), ("June", "March")])
def test_words_that_stand_in_like_places_have_one_class(word: str, other: str) -> None:
    assert class_of(word) == class_of(other) != NONE


def test_the_spelling_tells_classes_apart_where_it_is_known() -> None:
    assert class_of("March") != class_of("march")
    assert class_of("(STADIUM),") == class_of("Stadium")
    assert class_of("Barnes’s") == class_of("Barnes")
    assert class_of("Xqzwvk") == class_of("12") == class_of("–") == NONE


def test_the_classes_hold_no_words() -> None:
    stored = json.loads(files("sitrep.extract.tables").joinpath("word_classes.json").read_text(encoding="utf-8"))
    assert set(stored) == {"about", "words"}


@given(st.dictionaries(st.integers(0, 2**32 - 1), st.integers(-(2**15), 2**15 - 1)))
def test_what_is_packed_comes_back(numbers: dict[int, int]) -> None:
    assert unpack(pack(numbers)) == numbers
