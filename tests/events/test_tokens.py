"""The words of a sentence: what is joined, what is parted, and what one occurrence must not tell another."""

from __future__ import annotations

import pytest

from sitrep import layout, mentions
from sitrep.extract.events.tokens import Tokens, tokens_of
from sitrep.model import Document


def read(text: str, most: int = 160) -> list[Tokens]:
    document = Document("d", "d.txt", None, "text/plain", "utf-8", text, language="en")
    page = layout.read(document)
    found = mentions.read(page)
    return [tokens_of(page, sentence, found, most) for sentence in page.sentences]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A rebel-led U.S. force left.", ["A", "rebel-led", "U.S.", "force", "left", "."]),
        ("The J. K. Otto brigade met.", ["The", "J.", "K.", "Otto", "brigade", "met", "."]),
        ("A U.S.-led force met Hamas’ men.", ["A", "U.S.-led", "force", "met", "Hamas’", "men", "."]),
        ("The M/V Orla sank.", ["The", "M/V", "Orla", "sank", "."]),
        ("The north / south road.", ["The", "north", "/", "south", "road", "."]),
        ("We're late, they’ve left.", ["We", "'re", "late", ",", "they", "’ve", "left", "."]),
        ("Rebels - all of them - left.", ["Rebels", "-", "all", "of", "them", "-", "left", "."]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    (tokens,) = read(text)
    assert [word.text for word in tokens.words] == words


@pytest.mark.parametrize(
    "text",
    [
        "The ex-rebels say we're in the U.S. now.",
        "The  ex-rebels say   we're, they said, in\u00a0 \n the U.S.  now.",
        "Rebels  took  Ash,  we've   heard .",
    ],
)
def test_spans_are_those_of_the_text(text: str) -> None:
    (tokens,) = read(text)
    words = enumerate(tokens.words)
    assert all(text[tokens.starts[i] : tokens.end(i)] == word.text for i, word in words)


def test_a_mention_covers_its_own_words_only() -> None:
    first, second = read("The 40 men came in May 2021.\n\nThe men may come.")
    counted, dated = first.words[1], first.words[-2]
    assert counted.number and dated.date
    men, again = first.words[2], second.words[1]
    assert men.text == again.text == "men"
    assert not any(word.number or word.date for word in second.words)


def test_no_more_words_than_asked_for() -> None:
    (tokens,) = read("Rebels took the town of Ash.", most=3)
    assert [len(tokens.words), len(tokens.starts)] == [3, 3]
