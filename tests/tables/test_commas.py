"""Tables whose values are parted by commas, as spreadsheets write them, and what only looks like one."""

from __future__ import annotations

import pytest

from sitrep import ingest, pipeline

ABOVE, BELOW = "The ministry published its figures on Monday.\n\n", "\n\nMore will follow next week.\n"


def cells(lines: str) -> list[tuple[int, int, str]]:
    rows = pipeline.read(ingest.from_text(ABOVE + lines + BELOW))["table_cells"]
    return [(row["row"], row["col"], row["text"]) for row in rows]


def test_values_parted_by_commas() -> None:
    found = cells('Force,Country,Strength\nM23,"Congo, DR","8,000"\nSAF,Sudan,"100,000"\n"The ""Tigers""",Chad,40')
    assert [text for _, _, text in found[:6]] == ["Force", "Country", "Strength", "M23", "Congo, DR", "8,000"]
    assert found[-3:] == [(3, 0, 'The "Tigers"'), (3, 1, "Chad"), (3, 2, "40")]


def test_cells_quote_the_document() -> None:
    document = ingest.from_text(ABOVE + 'Force,Country,Men\nM23,"Congo, DR",80\nSAF,Sudan,90' + BELOW)
    for row in pipeline.read(document)["table_cells"]:
        assert document.text[row["char_start"] : row["char_end"]] == row["quote"]


@pytest.mark.parametrize(
    "lines",
    [
        "Chad, Mali, Niger\nTogo, Ghana, Benin\nKenya, Uganda, Sudan",
        "1,000,000\n2,000,000\n3,000,000",
        "Troops left Goma,Sake and Minova.\nThey went on.\nNobody knows where to.",
    ],
)
def test_lists_and_numbers_are_no_such_table(lines: str) -> None:
    assert cells(lines) == []


def test_empty_cells_at_the_end_of_a_row_parted_by_tabs() -> None:
    found = cells("Force\tStrength\tNote\nM23\t8000\tin Goma\nSAF\t100000\tat home\nRSF\t90000")
    assert (3, 0, "RSF") in found and (3, 1, "90000") in found
