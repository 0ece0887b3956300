"""Parts of a page that headings with the name of a state open, and groups in the states where they fight."""

from __future__ import annotations

import pytest
from event_texts import acts, rows

LETTER = """Six conflicts in six minutes

1. NIGERIA: Hostages home, for a price

Boko Haram freed three lecturers on Saturday. The army raided the forest and killed 35 insurgents.

2. PHILIPPINES: A mouth too large

Rodrigo Duterte told soldiers last week to shoot female rebels.

3. SOMALIA – Soldiers for sale

Al-Shabaab beheaded two herders near the river. US drones struck the group four times.
"""


def test_a_heading_that_opens_with_a_state_heads_a_part_of_it() -> None:
    found = acts(LETTER)
    assert {("ASSAULT", "NGA", "NGA"), ("ASSAULT", "PHL", "PHL"), ("ASSAULT", "SOM", "SOM")} <= set(found)
    assert ("ASSAULT", "SOM", "USA") not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Insurgents known as al-Shabaab stormed Palma in Mozambique. Mozambican troops fled.",
            ("ASSAULT", "MOZ", "MOZ"),
        ),
        ("Al-Shabaab stormed Baidoa in Somalia.", ("ASSAULT", "SOM", "SOM")),
    ],
)
def test_a_group_is_of_the_state_that_the_page_tells_of(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The truce that Armenia and Azerbaijan signed took effect on Tuesday.",
        "The base that Israel bombed was reopened on Friday.",
        "The men whom Chad arrested were freed on Monday.",
    ],
)
def test_the_day_behind_a_relative_clause_is_none_of_its_act(text: str) -> None:
    assert rows(text, "2018-12-21")[0]["date_edtf"] is None


def test_who_is_at_a_place_and_does_something() -> None:
    text = "The United States has a dozen Green Berets in Pemba, who are drilling Mozambican marines."
    assert acts(text) == [("AID", "USA", "MOZ")]


def test_talks_are_put_off_in_a_place_and_not_with_it() -> None:
    text = "President Juan Manuel Santos of Colombia suspended peace talks in Quito on 29 January."
    assert acts(text) == [("SANCTION", "COL", None)]
