"""What a cell holds."""

from __future__ import annotations

from datetime import date

import pytest

from sitrep.extract.tables.grid import Cell
from sitrep.extract.tables.values import Value, value_of
from sitrep.model import DateMention, NumberMention


def value(text: str, header: str | None = None) -> Value:
    return value_of(Cell(0, len(text), text), header)


@pytest.mark.parametrize(
    "text,expected",
    [
        ("2,906", Value("number", 2906)),
        ("[255?]", Value("number", 255)),
        ("about 11,000", Value("number", 11000)),
        ("over 8,000", Value("number")),
        ("15-20", Value("number")),
        ("3,000+", Value("number")),
        ("-4.5", Value("number", -4.5)),
        ("1.2 million", Value("number", 1200000)),
        ("45 civilians", Value("quantity", 45, "civilians")),
        ("54–270 civilians", Value("quantity", None, "civilians")),
        ("12 km", Value("quantity", 12, "km")),
        ("40%", Value("quantity", 40, "%")),
        ("$5 million", Value("quantity", 5000000, "$")),
        ("Moderate", Value("rating")),
        ("Very High", Value("rating")),
        ("Low to Moderate", Value("rating")),
        ("TBD", Value("rating")),
        ("--", Value("empty")),
        ("n/a", Value("empty")),
        ("Unknown", Value("empty")),
        ("", Value("empty")),
        ("14th Army Corps", Value("text")),
        ("Mi-24", Value("text")),
        ("Stalled north of the river", Value("text")),
    ],
)
def test_a_cell_has_the_value_it_shows(text: str, expected: Value) -> None:
    assert value(text) == expected


def test_a_year_is_a_date_where_the_header_says_so() -> None:
    assert value("1943", "Year") == Value("date", edtf="1943")
    assert value("1941–45", "Date") == Value("date", edtf="1941/1945")
    assert value("1943", "Rounds fired") == Value("number", 1943)


def test_a_cell_filled_by_one_date_has_its_value() -> None:
    mention = DateMention(0, 8, "XXXX-03-20", None, date(2025, 3, 20), "day", "partial")
    assert value_of(Cell(0, 8, "20 March"), "Date", [mention]) == Value("date", edtf="XXXX-03-20")
    assert value_of(Cell(0, 40, "20 March the garrison gave up its guns"), None, [mention]).type == "text"


def test_a_number_in_words_is_read_as_the_page_reads_it() -> None:
    few = NumberMention(0, 11, 0, 11, 36, None, None, "vague")
    assert value_of(Cell(0, 11, "a few dozen"), None, [], [few]) == Value("number")
    two = NumberMention(0, 3, 0, 3, 2, 2, 2, "exact")
    assert value_of(Cell(0, 9, "two tanks"), None, [], [two]) == Value("quantity", 2, "tanks")
