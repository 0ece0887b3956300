"""The list of words that tokens are looked up in."""

import pytest

from sitrep.layout.word_list import WordList, english, joined

WORDS = ["war", "wards", "ward", "zone", "über", "a", "ice-cream"]


@pytest.mark.parametrize("word", WORDS)
def test_each_word_is_found_wherever_it_stands(word):
    assert word in WordList(joined(WORDS))


@pytest.mark.parametrize("word", ["", "wa", "war\nward", "warding", "zones", "ub", "~", "\udc80"])
def test_no_other_is(word):
    assert word not in WordList(joined(WORDS))


@pytest.mark.parametrize("words", [[], ["war"]])
def test_of_no_word_or_one(words):
    assert ("war" in WordList(joined(words))) is bool(words)


def test_english_words_are_known():
    assert "soldiers" in english()
    assert "qkzvxtli" not in english()
