"""What the words around a count say of those counted."""

import pytest
from figures_reading import figures, told


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The rebels still hold 42 officers.", ("42", "personnel", "officer", "captured")),
        ("The army holds 300 tanks.", ("300", "equipment", "tank", "strength")),
        ("Norway has some 400 troops here.", ("some 400", "personnel", "troop", "deployed")),
        ("The navy keeps five to eight warships off the coast.", ("five to eight", "equipment", "warship", "deployed")),
        ("As many as 900 guerrillas shelter in the zone.", ("As many as 900", "personnel", "guerrilla", "deployed")),
        ("The Council authorised a mission of up to 70 troops.", ("up to 70", "personnel", "troop", "reinforcing")),
        ("Chad is to ask the Council for 900 soldiers.", ("900", "personnel", "soldier", "requested")),
    ],
)
def test_a_verb_gives_the_role(text, row):
    assert row in told(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Mali answered with 40 marines.", ("40", "personnel", "marine", "deployed")),
        ("The photographs show about 60 tanks at Gao.", ("about 60", "equipment", "tank", "deployed")),
    ],
)
def test_forces_of_which_nothing_else_is_told_are_there(text, row):
    assert row in told(text)


def test_those_named_before_are_the_ones_that_one_of_them_speaks_of():
    text = "Marines attacked the pirates aboard the tanker, killed one of them and captured ten."
    assert [(r[0], r[1], r[3]) for r in told(text)] == [
        ("one", "personnel", "killed"),
        ("ten", "personnel", "captured"),
    ]
    text = "Gunmen fired at the farmers and killed one of them."
    assert [(r[0], r[1]) for r in told(text)] == [("one", "civilian")]


def test_a_column_of_strengths_counts_the_men_of_the_units():
    text = (
        "The troops fought on.\n\n| Unit | Arrived | Strength | Killed |\n|:--|:--|--:|--:|\n"
        "| 1st Infantry Division | 23 May 2017 | 3,400 | 51 |\n| Light Reaction Regiment | 25 May 2017 | 500 | 12 |\n"
    )
    rows = [(r[0], r[1], r[3]) for r in told(text, media_type="text/markdown")]
    assert rows == [
        ("3,400", "personnel", "strength"),
        ("51", "personnel", "killed"),
        ("500", "personnel", "strength"),
        ("12", "personnel", "killed"),
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The feud has cost some 25,000 lives.", ("some 25,000", "civilian", "killed")),
        ("Six gunmen stopped a bus near the pass.", ("Six", "personnel", "deployed")),
        ("Soldiers captured 200 wounded men in the hospital.", ("200", "personnel", "captured")),
        ("Oman sent 900 paratroopers and 30 trucks to the border.", ("30", "equipment", "deployed")),
        ("The militia attacked the city, 200 missiles and 40 drones.", ("200", "equipment", "deployed")),
        ("Around 2,000 Eritreans withdrew to the hills.", ("Around 2,000", "personnel", "withdrawn")),
        ("The emir led some 500 fighters into the valley.", ("some 500", "personnel", "deployed")),
        ("The decree drafted 1,200,000 Ukrainians.", ("1,200,000", "personnel", "recruited")),
        ("The army discharged 80 soldiers over the mutiny.", ("80", "personnel", "other")),
        ("Bonn sent aid to Kyiv: rifles, mortars, radios and 40 howitzers.", ("40", "equipment", "supplied")),
    ],
)
def test_roles_by_what_is_counted_and_what_stands_beside(text, row):
    rows = [(r["quote"], r["unit_kind"], r["role"]) for r in figures("The war went on; shelling and combat. " + text)]
    assert row in rows
