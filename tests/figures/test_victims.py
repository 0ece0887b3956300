"""Counts of people harmed, by the ways reports tell of them."""

import pytest
from figures_reading import figures


def read(text: str) -> list[tuple]:
    return [(r["quote"], r["unit_kind"], r["unit"], r["role"]) for r in figures(text)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The massacre [of five Franciscan friars] went unpunished.", ("five", "civilian", "friar", "killed")),
        ("A court looked into the murder of the four MSF [a charity] nurses.", ("four", "civilian", "nurse", "killed")),
        ("At least [14] persons died during the riots.", ("At least [14]", "civilian", "person", "killed")),
        ("A judge is to look into the nine villagers' deaths.", ("nine", "civilian", "villager", "killed")),
        ("Three people have shrapnel wounds.", ("Three", "civilian", "person", "wounded")),
        ("The death of six carpenters shocked the town.", ("six", "civilian", "carpenter", "killed")),
        ("The death of 40 llamas ruined the herders.", None),
    ],
)  # fmt: skip
def test_who_was_harmed(text, row):
    assert read(text) == ([row] if row else [])


def test_a_bracket_does_not_part_those_harmed_from_their_verb():
    text = 'At least 16 members of "Rondas" (the militia that guards the valley) died and 30 were hurt.'
    assert [(r[0], r[3]) for r in read(text)] == [("At least 16", "killed"), ("30", "wounded")]


def test_names_stand_before_a_count_in_a_list():
    text = "The killing of six of its members, including rector Anna Lopez and two women, was condemned."
    assert [(r[0], r[2], r[3]) for r in read(text)] == [("six", "member", "killed"), ("two", "woman", "killed")]


def test_a_garbled_noun_is_people_beside_people():
    rows = read("Five policemen and two civilizans were injured in the blast.")
    assert rows[1] == ("two", "civilian", "civilizan", "wounded")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Some 15,000 people were newly displaced in Rakhine.", "Some 15,000"),
        ("The fighting has displaced more than 1.2 million people.", "more than 1.2 million"),
        ("The authorities evacuated 500 residents of the town.", "500"),
    ],
)
def test_uprooted_people_are_counted_as_other(text, quote):
    assert [(r[0], r[1], r[3]) for r in read(text)] == [(quote, "civilian", "other")]


@pytest.mark.parametrize("text", ["Airlines carried 2 million passengers last year.", "The city has 40,000 residents."])
def test_people_of_whom_nothing_of_war_is_told_make_no_row(text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The battle left 40 dead on the Ukrainian side.",
        "The regiment had 40 killed and 36 wounded.",
        "The French army listed 40 killed.",
        "The army counted 40 dead in its ranks.",
    ],
)
def test_those_whom_a_side_or_an_army_numbers_as_its_own_are_forces(text: str) -> None:
    assert figures(text)[0]["unit_kind"] == "personnel"
