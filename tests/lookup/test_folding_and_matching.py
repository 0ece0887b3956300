"""Lookup: folding moves no offset, and phrases are found whole, longest first, where they stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.folding import Folded, fold, keys
from sitrep.matcher import Automaton, Matcher


@given(st.text())
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@given(st.lists(st.text(alphabet=" .,-_'aéÖKİßЖ\n9")))
def test_many_phrases_fold_as_each_does(phrases):
    assert keys(phrases) == [" ".join(fold(phrase).split()) for phrase in phrases]


@given(st.text(alphabet=" .,-'aéÖKİß\n9"))
def test_every_folded_character_leads_back_to_its_own(text):
    folded = Folded(text)
    for i, char in enumerate(folded.text):
        if char != " ":
            assert fold(text)[folded.offset(i)] == char


def found(phrases, text):
    return [(text[start:end], value) for start, end, value in Matcher(phrases).find(Folded(text), text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korea and Korea", [("North Korea", 2), ("Korea", 1)]),
        ("SOUTH  KOREA", [("KOREA", 1)]),
        ("north\nkorea", [("north\nkorea", 2)]),
        ("North. Korea", [("Korea", 1)]),
        ("the North, Korea", [("Korea", 1)]),
        ("Koreans", []),
        ("Korea's", [("Korea", 1)]),
        ("U.S.-Korea", [("U.S", 3), ("Korea", 1)]),
        ("Kórea", [("Kórea", 1)]),
    ],
)
def test_phrases_are_found_as_whole_words_longest_first(text, expected):
    assert found({"Korea": 1, "North Korea": 2, "U.S.": 3}, text) == expected


def test_a_phrase_with_nothing_to_find_is_an_error():
    with pytest.raises(ValueError, match="no letter or digit"):
        Matcher({"—": 1})
    with pytest.raises(ValueError, match="no letter or digit"):
        Matcher.of_keys(dict.fromkeys(keys(["Korea", "—"]), 1))


def test_folded_phrases_are_found_as_those_they_come_from_are():
    phrases, text = ["North Korea", "U.S.", "Al-Qaeda"], "The U.S. of al Qaeda and NORTH KOREA"
    known = dict(zip(keys(phrases), phrases, strict=True))
    assert Matcher.of_keys(known).find(Folded(text), text) == Matcher(zip(phrases, phrases, strict=True)).find(
        Folded(text), text
    )
    assert len(Matcher.of_keys(known).find(Folded(text), text)) == 3


def test_a_phrase_that_stands_for_two_things_is_an_error():
    with pytest.raises(ValueError, match=re.escape("stands for both")):
        Matcher([("Al-Qaeda", 1), ("al qaeda", 2)])


@given(st.lists(st.sampled_from(["army", "the army", "air force", "force", "navy,", "air", "x"]), max_size=30))
def test_matches_do_not_overlap_and_agree_with_a_plain_search(words):
    text = " ".join(words)
    phrases = ["army", "the army", "air force", "force"]
    pattern = re.compile("|".join(rf"\b{phrase}\b" for phrase in sorted(phrases, key=len, reverse=True)))
    expected = [m[0] for m in pattern.finditer(text)]
    assert [quote for quote, _ in found({phrase: phrase for phrase in phrases}, text)] == expected


@given(st.lists(st.sampled_from(["army", "the", "air", "force", "Kraków", "x"]), max_size=30))
def test_what_is_looked_up_by_words_is_found_as_what_is_compiled(words):
    phrases = ["army", "the army", "air force", "force", "krakow air force", "army", "й"]
    folded, looking = Folded(" ".join(words)), Automaton(phrases)
    by_word = looking.hits(folded)
    looking.hits(Folded("x " * 2000))
    assert looking.hits(folded) == by_word
