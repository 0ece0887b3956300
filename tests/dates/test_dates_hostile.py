"""Text made to hurt: it is read in a time that grows as its length, and gives valid rows or none."""

from __future__ import annotations

import pytest
from dates_reading import page_of
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import grows_with_length

from sitrep import edtf
from sitrep.mentions import dates
from sitrep.model import Block, Document, Page, Sentence

PIECES = [
    "1",
    "1 ",
    "1/",
    "12-",
    "2024-",
    "1984 ",
    "May ",
    "may and ",
    "and ",
    "(",
    "the end of ",
    "two days after ",
    "from May to ",
    "last ",
    "'90s ",
    "early mid-late ",
    "Monday, ",
    "January 1, 2020, ",
    "twenty ",
    "nineteen hundred and ",
    "since the coup of ",
    "5 - ",
]


def one_sentence(text: str) -> Page:
    document = Document("d", "d", None, "text/plain", "utf-8", text, published_edtf="2025-03-02", language="en")
    return Page(document, text, [Block(0, "paragraph", 0, len(text))], [Sentence(0, 0, 0, len(text))])


@pytest.mark.parametrize("piece", PIECES)
def test_steps_grow_no_faster_than_length(piece):
    assert grows_with_length(lambda text: dates.read(one_sentence(text)), piece, 20_000)


@given(
    st.lists(
        st.sampled_from([*PIECES, "3 ", "of ", "in ", "March ", "2022", "–", ". ", "BC ", "24.02.2022 "]), max_size=40
    )
)
@settings(max_examples=300, deadline=None)
def test_any_mix_of_date_words_gives_valid_rows_in_order(pieces):
    text = "".join(pieces)
    end = 0
    for mention in dates.read(page_of(text, "2025-03-02")):
        assert end <= mention.char_start < mention.char_end <= len(text)
        end = mention.char_end
        assert mention.edtf is None or edtf.is_valid(mention.edtf)
        assert mention.start is None or mention.end is None or mention.start <= mention.end
