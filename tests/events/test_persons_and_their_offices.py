"""Persons whom the office beside their name tells to be somebody, and those who work for others."""

from __future__ import annotations

import pytest
from event_texts import acts

INTRODUCED = (
    "Chadian foreign minister Musa Diallo",
    "Chad's foreign minister, Musa Diallo,",
    "Musa Diallo, the Chadian foreign minister,",
    "Musa Diallo, Chad's foreign minister,",
    "Musa Diallo, the foreign minister of Chad,",
    "The foreign minister of Chad, Musa Diallo,",
    "Musa Diallo, a Chadian army spokesman,",
    "Musa Diallo, a spokesman for the Chadian army,",
    "Colonel Diallo, the Chadian army spokesman,",
    "The Chadian army chief, General Diallo,",
    "Musa Diallo, who heads the Chadian army,",
    "Musa Diallo, who is Chad's defence minister,",
    "Musa al-Diallo, the Chadian army chief,",
)


@pytest.mark.parametrize("who", INTRODUCED)
@pytest.mark.parametrize("again", ["Diallo", "He"])
def test_a_name_is_known_by_the_office_beside_it(who: str, again: str) -> None:
    told = acts(f"{who} accused Ghana of theft. {again} also condemned Togo.")
    assert told == [("ACCUSE", "TCD", "GHA"), ("ACCUSE", "TCD", "TGO")]


def test_a_surname_is_of_whom_the_page_introduced_and_not_of_a_leader_who_bears_it() -> None:
    text = "Ecuador's defence minister Luis Ortega condemned Ghana. Ortega also accused Togo of theft."
    assert acts(text) == [("ACCUSE", "ECU", "GHA"), ("ACCUSE", "ECU", "TGO")]


@pytest.mark.parametrize(
    "text",
    [
        "Mexico said France's president, Emmanuel Macron, condemned Ghana.",
        "Mexico voiced concern, while France's president, Emmanuel Macron, condemned Ghana.",
        "Mexico voiced concern, while the French defence minister, Luc Moreau, condemned Ghana.",
        "France's president, who met the Turkish foreign minister, Emre Demir, condemned Ghana.",
    ],
)
def test_who_is_named_behind_his_office_does_what_the_verb_tells(text: str) -> None:
    assert ("ACCUSE", "FRA", "GHA") in acts(text)


@pytest.mark.parametrize(
    "who",
    [
        "An official at the Kenyan foreign ministry",
        "An official with the Kenyan army",
        "A commander in the Kenyan army",
        "An adviser to the Kenyan president",
        "An aide to the Kenyan president",
    ],
)
def test_who_works_for_a_state_acts_for_it(who: str) -> None:
    assert acts(f"{who} accused Ghana of theft.") == [("ACCUSE", "KEN", "GHA")]


def test_soldiers_in_the_aircraft_of_others_are_not_theirs() -> None:
    assert acts("Morocco dispatched 1,500 soldiers in eleven French aircraft.") == [("MOBILIZE", "MAR", None)]


@pytest.mark.parametrize("who", ["Lawmakers", "The minister", "Republican lawmakers"])
def test_officials_of_an_unknown_state_are_not_of_the_one_they_speak_of(who: str) -> None:
    assert acts(f"{who} criticised Russia.") == [("ACCUSE", None, "RUS")]


def test_it_behind_a_charge_is_not_who_charges() -> None:
    text = "Sri Lanka is in the dock. India's minister accused it of shelling a village."
    charge, deed = acts(text)
    assert (charge, deed[:2]) == (("ACCUSE", "IND", "LKA"), ("ASSAULT", "LKA"))


def test_two_who_mediate_do_so_alike() -> None:
    assert acts("Qatar and Turkey mediated the talks in Doha.") == [("CONSULT", "QAT", None), ("CONSULT", "TUR", None)]


def test_a_drill_of_the_two_countries_is_a_joint_one() -> None:
    text = "Belarusian and Russian ministers met on Monday. The two countries will hold the Union Shield exercise."
    assert ("COOPERATE", "BLR", "RUS") in acts(text)
