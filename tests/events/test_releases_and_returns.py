"""Captives and bases that change hands, truces of a war at home, moves that others judge; their days and places."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Russia handed over 95 servicemen to Ukraine.", ("CONCEDE", "RUS", "UKR")),
        ("Peru freed 20 Chilean prisoners and received 15 in return.", ("CONCEDE", "CHL", "PER")),
        ("Chad received 30 soldiers from Libya in return.", ("CONCEDE", "LBY", "TCD")),
        ("Kenya handed back two bases to Somalia and plans to hand back a further six.", ("CONCEDE", "KEN", None)),
        ("Eritrea and Ethiopia, which met in Asmara, exchanged 60 prisoners.", ("CONCEDE", "ERI", "ETH")),
        ("In all, 60 detainees were exchanged between Eritrea and Ethiopia.", ("CONCEDE", "ERI", "ETH")),
        ("The last French soldiers departed Niger.", ("RETREAT", "FRA", None)),
        ("The World Food Programme resumed distributions in Hajjah, Yemen.", ("AID", None, "YEM")),
    ],
)
def test_what_is_given_back_and_got_back(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


def test_soldiers_whom_rebels_free_are_those_of_their_state() -> None:
    told = "Colombian rebels freed two soldiers on Tuesday. Venezuela welcomed the release."
    assert acts(told) == [("CONCEDE", "COL", "COL"), ("SUPPORT", "VEN", "COL")]


def test_a_move_is_judged_for_who_made_it() -> None:
    assert ("ACCUSE", "ETH", "EGY") in acts("Egypt sent arms to Somalia, a move that Ethiopia denounced.")


def test_the_country_that_arms_are_sent_to_is_not_the_one_that_sends_them() -> None:
    told = "Armenia said it was grateful. Paris has already shipped 24 armoured vehicles to the country."
    assert ("AID", "FRA", "ARM") in acts(told)


def test_a_delegation_does_not_meet_its_own_leaders() -> None:
    told = "The Houthis fought in Yemen. A Saudi delegation met its leaders a week earlier."
    assert ("CONSULT", "SAU", "YEM") in acts(told)


def test_an_army_that_spares_rebels_spares_those_of_its_state() -> None:
    told = "The FARC had pledged to leave Colombia. The Colombian government will halt attacks on the group."
    assert ("CONCEDE", "COL", "COL") in acts(told)


@pytest.mark.parametrize(
    ("text", "event_type", "value"),
    [
        ("Egypt vowed in May to leave Libya.", "RETREAT", None),
        ("Rebels freed a Kenyan nurse whom they had seized in February.", "CONCEDE", None),
        ("Algiers, which Mali has accused of fraud, will host talks on April 30.", "ACCUSE", None),
        ("Chad freed two pilots and plans to leave Darfur by June.", "CONCEDE", None),
        ("Chadian rebels have seized the town of Faya, officers said on Monday.", "ASSAULT", None),
        ("Chad left Bangui in March, the first such step since the 2018 accord.", "RETREAT", "2024-03"),
    ],
)
def test_the_day_of_another_act_is_not_the_acts(text: str, event_type: str, value: str | None) -> None:
    found = {row["date_edtf"] for row in rows(text, "2024-06-20") if row["event_type"] == event_type}
    assert found == {value}


def test_what_is_brought_to_a_country_is_given_there() -> None:
    assert [row["place_text"] for row in rows("France will sell three radars to Armenia.")] == ["Armenia"]
    assert [row["place_text"] for row in rows("Belarus alerted Poland to three drones.")] == [None]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Congo and the M23 signed a truce. Both sides will release detainees.", ("CONCEDE", "COD", None)),
        ("Eritrea and Ethiopia signed a pact. Norway brokered the text.", ("CONSULT", "NOR", "ERI")),
        ("France proposed new talks with Israel. Israel has rejected it.", ("REJECT", "ISR", None)),
        ("India and Pakistan accused each other of shelling.", ("ACCUSE", "PAK", "IND")),
        ("India and Pakistan met. The two countries' armies blamed each other.", ("ACCUSE", "PAK", "IND")),
        ("Refugees from Myanmar arrived. Dhaka took them in.", ("AID", "BGD", "MMR")),
        ("Chad fed 90 Congolese villagers, and Norway treated them.", ("AID", "NOR", "COD")),
        (
            "North Korea told South Korea to wait. Japan called on the North to free a Japanese.",
            ("CONCEDE", "PRK", "JPN"),
        ),
        ("The coup in Niger shook Niamey and Agadez. ECOWAS eased its sanctions on Monday.", ("CONCEDE", None, "NER")),
    ],
)
def test_who_is_told_of_before(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in [(kind, one, other if event[2] else None) for kind, one, other in acts(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Chad freed 40 rebels under a truce signed in Doha on Nov. 2.", None),
        ("Chad frees a woman whom it detained on Sunday.", None),
        ("Chad evacuated 90 villagers after the attack of 14 July.", None),
    ],
)
def test_the_day_of_a_pact_or_an_earlier_deed_is_not_the_acts(text: str, value: str | None) -> None:
    found = {row["date_edtf"] for row in rows(text, "2024-07-20") if row["event_type"] in ("CONCEDE", "AID")}
    assert found == {value}


def test_a_commanders_men_are_of_his_force() -> None:
    told = rows("The FARC withdrew in Colombia. Its commander said his men had left their positions.")
    assert {row["actor1_role"] for row in told if row["event_type"] == "RETREAT"} == {"REB"}


def test_police_whom_a_state_trains_abroad_are_not_its_own() -> None:
    told = "Rebels took Davao, Cotabato and Marawi in the Philippines. Australia trained police officers there."
    assert ("AID", "AUS", "PHL") in acts(told)


def test_both_sides_of_a_war_at_home_accuse_one_another() -> None:
    told = "Chadian rebels fought the Chadian army. Both sides accused each other of massing troops."
    assert ("ACCUSE", "TCD", "TCD") in acts(told)


def test_what_somebody_went_on_to_do_is_not_what_he_refused() -> None:
    told = rows("The FARC refused to sign and killed six soldiers in Cali.")
    assert {row["modality"] for row in told if row["event_type"] == "ASSAULT"} == {"asserted"}


def test_he_may_be_whom_forces_are_called_after() -> None:
    told = "Khalifa Haftar's troops released 35 captives. Paris freed 20 of his fighters."
    assert ("CONCEDE", "FRA", "LBY") in acts(told)
