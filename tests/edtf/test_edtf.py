"""EDTF: what is valid, what days a value covers, and that writing undoes reading."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep import edtf

VALID = [
    "1943-02-02",
    "1943-02",
    "1943",
    "-0043",
    "0000",
    "1943-02-02T06:00:00Z",
    "1943-02-02T06:00:00+05:45",
    "1943/1945",
    "1943-02-02/1943-05",
    "Y-98000",
    "1943-24",
    "1943?",
    "1943-02~",
    "1943-02-02%",
    "194X",
    "19XX",
    "1943-XX",
    "1943-02-XX",
    "1943/..",
    "../1943-05",
    "1943/",
    "/1943",
    "-0538/-0330",
    "Y-4E9",
    "1950S2",
    "Y33880S3",
    "1943-34",
    "[1939,1941..1945]",
    "[..1945-05-08]",
    "{1914-07..}",
    "1943?-02-~02",
    "?-0043-03",
    "XXXX-02-28",
    "15XX-02-29",
    "1943-1X-02",
    "XXXX-02-28/..",
    "1943-XX-02/1943-XX-01",
    "193",
    "19~",
]
INVALID = [
    "",
    "..",
    "1943-13",
    "1943-00",
    "1943-02-29",
    "1900-02-29",
    "1943-2-2",
    "19430202",
    "-0000",
    "Y1943",
    "Y-9999",
    "12345",
    "1945/1943",
    "1943-02-05/1943-02",
    "1943-05/1943",
    "1943-24/1943-21",
    "1943-24-01",
    "[1943",
    "[1943}",
    "{1943, 1944}",
    "1943/1944/1945",
    "1943-02-02T25:00:00",
    "1943-02-02T24:00:01",
    "1943-02-02T06:00:00-13:00",
    "1943-02-02T06:00:00z",
    "1943-02-02T06:00:00/1944",
    "Y-98000/1943",
    " 1943",
    "1943 ",
    "(1943)?",
    "19X3-2X",
    "1943-3X-01",
    "XXX1-02-29",
    "1943-21^x",
    "[1945..1943]",
    "[1943,..1945]",
    "[..]",
    "1943//",
    "circa 1943",
    "１９４３",
]


@pytest.mark.parametrize("text", VALID)
def test_valid_values_are_written_back_as_they_were(text):
    assert edtf.is_valid(text)
    assert edtf.format(edtf.parse(text)) == text


@pytest.mark.parametrize("text", INVALID)
def test_invalid_values_are_refused_with_the_string_in_the_message(text):
    assert not edtf.is_valid(text)
    with pytest.raises(edtf.EdtfError, match="is no EDTF value"):
        edtf.parse(text)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("1943-02-02", date(1943, 2, 2), date(1943, 2, 2), "day"),
        ("1944-02", date(1944, 2, 1), date(1944, 2, 29), "month"),
        ("1943~", date(1943, 1, 1), date(1943, 12, 31), "year"),
        ("194X", date(1940, 1, 1), date(1949, 12, 31), "decade"),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31), "century"),
        ("1943-21", date(1943, 3, 1), date(1943, 5, 31), "season"),
        ("1943-24", date(1943, 12, 1), date(1944, 2, 29), "season"),
        ("1943-36", date(1943, 10, 1), date(1943, 12, 31), "season"),
        ("1943/..", date(1943, 1, 1), None, "interval"),
        ("../1943-05", None, date(1943, 5, 31), "interval"),
        ("[1943-02-02,1943-02-03]", date(1943, 2, 2), date(1943, 2, 3), "day"),
        ("[..1943]", None, date(1943, 12, 31), "interval"),
        ("XXXX-02-28", None, None, "day"),
        ("XXXX-02", None, None, "month"),
        ("-0538", None, None, "year"),
        ("-0001/0044", None, date(44, 12, 31), "interval"),
        ("15XX-02-29", date(1504, 2, 29), date(1596, 2, 29), "day"),
        ("1950S2", date(1900, 1, 1), date(1999, 12, 31), "century"),
        ("Y-98000", None, None, "year"),
        ("9999-24", date(9999, 12, 1), None, "season"),
        ("1943-02-02T06:00:00Z", date(1943, 2, 2), date(1943, 2, 2), "day"),
    ],
)
def test_bounds_and_precision(text, start, end, precision):
    value = edtf.parse(text)
    assert (value.start, value.end, value.precision) == (start, end, precision)


signs = st.sampled_from(["", "", "", "?", "~", "%"])


@st.composite
def dates(draw: st.DrawFn) -> edtf.Date:
    year = draw(st.one_of(st.integers(0, 9999).map("{:04d}".format), st.integers(1, 9999).map("-{:04d}".format)))
    masked = draw(st.integers(0, 4))
    if masked:
        year = year[: len(year) - masked] + "X" * masked
    month = draw(st.none() | st.integers(1, 12).map("{:02d}".format) | st.integers(21, 41).map(str) | st.just("XX"))
    day = None
    if month and (month == "XX" or int(month) <= 12):
        day = draw(st.none() | st.integers(1, 28).map("{:02d}".format) | st.just("XX"))
    parts = tuple(draw(signs) for _ in range(2 * sum(part is not None for part in (year, month, day))))
    return edtf.Date(year, month, day, parts if any(parts) else ())


@given(dates())
def test_a_date_written_and_read_again_is_the_same(value):
    assert edtf.parse(edtf.format(value)) == value
    assert value.start is None or value.end is None or value.start <= value.end


@given(st.lists(dates(), min_size=1, max_size=4), st.booleans())
def test_a_choice_written_and_read_again_is_the_same(members, every):
    value = edtf.Choice(tuple(members), every)
    assert edtf.parse(edtf.format(value)) == value


@given(dates(), st.sampled_from([edtf.OPEN, edtf.UNKNOWN]), st.booleans())
def test_an_open_interval_written_and_read_again_is_the_same(side, other, first):
    value = edtf.Interval(side, other) if first else edtf.Interval(other, side)
    assert edtf.parse(edtf.format(value)) == value


@given(dates(), dates())
def test_an_interval_is_valid_or_refused_never_else(lower, upper):
    value = edtf.Interval(lower, upper)
    if edtf.is_valid(text := edtf.format(value)):
        assert edtf.parse(text) == value


@given(st.text(alphabet="0123456789X-/.,[]{}?~%YESTZ:+ ", max_size=24))
def test_any_string_is_decided_and_what_is_read_is_written_back(text):
    if edtf.is_valid(text):
        assert edtf.format(edtf.parse(text)) == text
