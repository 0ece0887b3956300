"""Who does an act and to whom: owners, crowds, inner groups and what the setting leaves open."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Zambia's leader met his Malawian counterpart Peter Banda in Mbeya.", ("CONSULT", "ZMB", "MWI")),
        ("Riot police beat marchers in Harare and detained 90 of them.", ("COERCE", "ZWE", "ZWE")),
        ("Oman summoned the Yemeni charge d'affaires on Monday.", ("ACCUSE", "OMN", "YEM")),
        ("THE ARMY ATTACKED CHADIAN AND LIBYAN SOLDIERS NEAR AOUZOU.", ("ASSAULT", "LBY", "TCD")),
        ("Tony Blair met Vladimir Putin and urged him to withdraw.", ("REQUEST", "GBR", "RUS")),
    ],
)
def test_the_owner_is_not_who_is_owned(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Thousands of teachers marched through Harare.", ("PROTEST", "ZWE", None)),
        ("The government of Zambia imposed a curfew in Lusaka.", ("COERCE", "ZMB", None)),
        ("Ghana closed its borders.", ("COERCE", "GHA", None)),
    ],
)
def test_a_place_alone_is_no_other_side(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


def test_gunmen_are_those_of_a_land_whose_rebels_fight_there() -> None:
    told = "The rebels took Kasese in Uganda. Ugandan soldiers fled. Gunmen killed three soldiers in Mbarara."
    assert acts(told)[-1] == ("ASSAULT", "UGA", "UGA")
    assert ("ASSAULT", None, "UGA") in acts("Gunmen killed three traders in Mbarara.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Colombian army captured Dario Perez Zuleta, leader of the Gulf Clan.", ("COERCE", "COL", "COL")),
        ("Chadian police arrested Jean Ndonga, a Cameroonian officer, on Monday.", ("COERCE", "TCD", "CMR")),
    ],
)
def test_an_office_tells_who_an_unknown_name_is(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


def test_a_list_renames_nobody() -> None:
    told = rows("Chadian police arrested Jean Ndonga, Cameroonian officers and others.")
    assert "Jean Ndonga" not in {row["actor2_text"] for row in told if row["actor2_country"]}
