"""A count that is no whole number is given the whole numbers around it."""

import pytest

from sitrep import ingest, pipeline
from sitrep.extract.figures import fractions


@pytest.mark.parametrize(
    ("qualifier", "values", "expected"),
    [
        ("exact", (1.5, 1.5, 1.5), ("range", 1, None, 2)),
        ("range", (1.5, None, 3), ("range", 1, None, 3)),
        ("at_least", (2.5, None, None), ("at_least", 2, None, None)),
        ("at_most", (None, None, 2.5), ("at_most", None, None, 3)),
    ],
)
def test_a_fraction_becomes_bounds(qualifier, values, expected):
    row = {"qualifier": qualifier, "low": values[0], "best": values[1], "high": values[2], "flags": ["vague"]}
    assert fractions.whole([row]) == [row]
    assert (row["qualifier"], row["low"], row["best"], row["high"]) == expected
    assert row["flags"] == ["inferred", "vague"]


def test_whole_numbers_are_whole():
    row = {"qualifier": "exact", "low": 3000.0, "best": 3000.0, "high": 3000, "flags": []}
    assert fractions.whole([row]) == [row]
    assert all(type(row[name]) is int and row[name] == 3000 for name in ("low", "best", "high"))
    assert row["flags"] == []


def test_a_number_that_no_column_holds_is_no_count():
    row = {"qualifier": "exact", "low": 10**20, "best": 10**20, "high": 10**20, "flags": []}
    assert fractions.whole([row]) == []


def test_every_count_read_is_a_whole_number():
    text = "One and a half brigades withdrew on 3 May. About 2.5 battalions stayed. Some 2.5 million men were drafted."
    rows = pipeline.read_all([ingest.from_text(text)])["troop_figures"]
    values = [row[name] for row in rows for name in ("low", "best", "high")]
    assert values
    assert all(value is None or type(value) is int for value in values)
