"""Words for numbers, and amounts without a figure, in columns of numbers."""

from __future__ import annotations

import pytest
from pages import grids, text_page

from sitrep.extract.tables import bonds, words
from sitrep.extract.tables.numerals import read_numerals


@pytest.mark.parametrize(
    "lines,at,read",
    [
        (["Dorn Corvette Four High", "Tarn Boat 30 Low"], 2, True),
        (["Marran Six", "Bir Salem 12", "Halem 7"], 1, True),
        (["Halem Front Twelve Forty", "Dorn Front 20 35"], 3, True),
        (["Barges Burnt Nine A Few Dozen", "Lorries Burnt 14 120"], 2, True),
        (["Seven Hills Camp 40", "Old Customs House 12"], 0, False),
        (["Group of Five Contested", "Lake of Tears Stable"], 2, False),
        (["Camp Nine Gate 310", "Camp North 12"], 1, False),
    ],
)
def test_a_word_for_a_number_is_one_where_other_lines_hold_numbers(lines: list[str], at: int, read: bool) -> None:
    rows = [words.row_of(line) for line in lines]
    read_numerals(rows)
    assert (rows[0].shapes[at] == rows[0].coarse[at] == "#") is read


@pytest.mark.parametrize(
    "line,at,opens",
    [
        ("Lost A Few Dozen", 1, True),
        ("Lost a dozen", 1, True),
        ("Lost several", 1, True),
        ("Lost A Bridge", 1, False),
        ("Lost a", 1, False),
        ("Lost dozen", 1, False),
    ],
)
def test_vague_amounts_open_with_a_word_for_them_or_an_article(line: str, at: int, opens: bool) -> None:
    assert bonds.opens_amount(words.row_of(line).bare, at) is opens


def test_numbers_in_words_part_columns() -> None:
    text = (
        "Loss Low Estimate High Estimate Reliability\n"
        "Infantry Killed 1,100 2,300 Moderate\n"
        "Bridges Blown Up Three Five Low\n"
        "Barges in Harbour Eight A Few Dozen Low"
    )
    assert grids(text_page(f"What was lost?\n\n{text}\n\nThe river was crossed.")) == [
        (
            ["Loss", "Low Estimate", "High Estimate", "Reliability"],
            [
                ["Infantry Killed", "1,100", "2,300", "Moderate"],
                ["Bridges Blown Up", "Three", "Five", "Low"],
                ["Barges in Harbour", "Eight", "A Few Dozen", "Low"],
            ],
        )
    ]
