"""What the words around a count say of those counted."""

import pytest
from figures_reading import told


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
