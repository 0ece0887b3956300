"""Markup in sentences is taken out before they are read, and what is found is told by its place in the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep import ingest, layout, pipeline
from sitrep.layout import reading


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            '[Sudan](http://a.b)\'s army met [Senegalese](http://a.b/c "A title") troops.',
            "Sudan's army met Senegalese troops.",
        ),
        ("Kenya**'s** army left **en masse** on *Friday*.", "Kenya's army left en masse on Friday."),
        ("On June 13<sup>th</sup>, 2024<br>they left.", "On June 13th, 2024 they left."),
        ("Niger  and Chad met (see [map](http://x.y)).", "Niger and Chad met (see map)."),
        ("Kenya     and Chad met.", "Kenya     and Chad met."),
        ("Niger and Chad met.", "Niger and Chad met."),
    ],
)
def test_what_is_read(text: str, read: str) -> None:
    page = reading.of(layout.read(ingest.from_text(text)))
    first = page.sentences[0]
    assert page.view[first.char_start : first.char_end] == read
    assert "http" not in page.quote(first.char_start, first.char_end)


def test_a_table_keeps_its_columns() -> None:
    text = "| Force | Men |\n|---|---|\n| [SAF](http://a.b)  | 300 |\n"
    page = layout.read(ingest.from_text(text))
    assert reading.of(page) is page


def test_rows_quote_the_document() -> None:
    text = "**[Sudan](http://a.b/c)**'s army killed *30* [Chadian](http://d.e) soldiers on 3<sup>rd</sup> June 2024."
    rows = pipeline.read(ingest.from_text(text))
    assert [row["actor2_country"] for row in rows["events"]] == ["TCD"]
    assert [row["quote"] for row in rows["dates"]] == ["3<sup>rd</sup> June 2024"]
    for name in ("events", "dates", "troop_figures"):
        for row in rows[name]:
            assert text[row["char_start"] : row["char_end"]] == row["quote"]
    assert [row["force_text"] for row in rows["troop_figures"]] == ["30 Chadian soldiers"]


@given(
    st.lists(
        st.sampled_from(["Sudan", " ", "  ", "\n", "**", "[", "](http://a.b/c)", "'s", ".", "<br>", "3"]), max_size=40
    )
)
def test_every_place_on_the_page_has_one_in_the_document(pieces: list[str]) -> None:
    page = layout.read(ingest.from_text("".join(pieces)))
    read = reading.of(page)
    origin = read.origin
    if origin is None:
        assert read is page
        return
    for i, char in enumerate(read.view):
        assert page.view[origin.start(i)] == char
        assert origin.here(origin.start(i)) == i
    for there, here in zip(page.sentences, read.sentences, strict=True):
        squeezed = page.view[origin.start(here.char_start) : origin.end(here.char_end)]
        assert squeezed.split() == page.view[there.char_start : there.char_end].split()
