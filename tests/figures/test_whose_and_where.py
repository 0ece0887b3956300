"""Whose the counted are, where and when: sides within a state, seats that act, places in names, dates of papers."""

import pytest
from figures_reading import figures


def sides(text, **kwargs):
    return [(r["best"], r["force_country"]) for r in figures(text, **kwargs)]


def test_those_whom_an_army_fights_at_home_belong_to_its_country():
    text = (
        "U.S. forces and U.S. aircraft backed the Nigerian army on Monday. Nigerian forces killed 62 terrorists and "
        "wounded 31 in Borno, and destroyed 14 motorcycles."
    )
    assert sides(text) == [(62, "NGA"), (31, "NGA"), (14, "NGA")]


def test_who_owns_up_to_a_loss_lost_it():
    text = "The Israeli army killed eight commanders of the IRGC. Iranian state media acknowledged the death of five."
    assert sides(text)[-1] == (5, "IRN")


def test_a_part_belongs_to_whom_the_whole_does():
    assert sides("The government freed the last 300 of 2,000 Taliban prisoners in the war.")[0] == (300, "AFG")


@pytest.mark.parametrize(
    "text",
    [
        "The army fights on. The Revolutionary Armed Forces of Colombia (FARC) released 42 soldiers.",
        "The war went on. Ethiopia accused Asmara of holding 700 soldiers.",
        "The Pentagon keeps roughly 4,000 troops under arms.",
    ],
)
def test_a_name_or_a_seat_that_acts_is_no_place(text):
    assert [r["place_text"] for r in figures(text)] == [None]


def test_the_city_spoken_of_again_is_the_one_before():
    text = "The enemy army attacked Mariupol. Some 400 marines will arrive in the city tomorrow."
    assert [r["place_country"] for r in figures(text, published="2022-03-02")] == ["UKR"]


def test_the_date_of_a_paper_dates_nothing_else():
    text = "The army kept to the agreement of 29 February 2020. Taliban fighters killed 12 soldiers in Ghazni."
    assert [r["date_edtf"] for r in figures(text)] == [None]
