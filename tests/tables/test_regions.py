"""Where a flattened table begins and ends among lines that are none of it, and which lines are no table at all."""

from __future__ import annotations

import json
import random
from importlib.resources import files

import pytest
from test_random_tables import grid_of

from sitrep.layout import tabular, tabular_flat, tabular_lines

TABLES = 300
PROSE = "The guns of the garrison fell silent on Friday, and the town was handed over to the militia."
# The least share of tables found as they are, by what stands right above and below them; rounded down from the reached.
FLOORS = {
    ("", ""): 0.99,
    ("What each side holds", ""): 0.9,
    ("Losses by Province, 2024", "Source: Ministry of War"): 0.8,
    (PROSE, PROSE): 0.99,
}


@pytest.mark.parametrize(("above", "below"), FLOORS)
def test_random_tables_are_found_as_they_are(above: str, below: str) -> None:
    draw, found = random.Random(1), 0
    for i in range(TABLES):
        lines = [" ".join(row) for row in grid_of(draw, ("known", "invented")[i % 2])]
        page = [*filter(None, [above]), *lines, *filter(None, [below])]
        first = bool(above)
        found += (first, first + len(lines) - 1) in [(r.first, r.last) for r in tabular.regions(page)]
    assert found / TABLES >= FLOORS[above, below]


@pytest.mark.parametrize(
    "text",
    [
        "MARWA WAR MONITOR\nWeekly Bulletin No. 5\nReporting period: 27 January – 2 February 2025\nIssued: 3 February",
        "Julian Roe in Marwa\nFri 3 May 2024 14.05 BST\nLast modified on Fri 3 May 2024 18.37 BST",
        "Sign in\nSubscribe\nMenu\nHome\nWorld\nAfrica\nAsia\nEurope\nLive\nVideo\nCulture\nSport",
        "The Gazette\n12 Harbour Road\nMarwa 40113\nTel 0171 4455",
        "Ada Mensah, Minister of War\nIvo Marin, Chief of Staff\nJan Olsen, Head of Supply",
        f"{PROSE}\n{PROSE}\n{PROSE}",
    ],
)
def test_what_stands_on_pages_beside_articles_is_no_table(text: str) -> None:
    assert tabular.regions(text.split("\n")) == []


def test_the_lines_of_a_table_are_likelier_one_without_what_stands_around_them() -> None:
    table = ["Town County Shells", "Arvik Dorn 1,204", "Kessel Dorn 310", "Halem Sarit 95"]
    lines = [tabular_lines.line_of(text) for text in ("What each side holds", *table, PROSE)]
    spans = list(tabular_flat.spans(len(lines)))
    assert max(spans, key=lambda span: tabular_lines.score(lines, *span)) == (1, 5)


def test_the_weights_are_numbers_by_what_is_graded() -> None:
    stored = json.loads(files("sitrep.layout").joinpath("tabular_lines.json").read_text(encoding="utf-8"))
    names = {"all", "above", "below", *tabular_lines.GRADES, *tabular_lines.SHAPES}
    assert {mark.split()[0] for mark in stored["marks"]} == names
    assert {len(row) for row in stored["marks"].values()} == {1 + len(stored["out"])}
