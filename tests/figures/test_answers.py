"""Counts whose noun or verb stands elsewhere: in the question before, in the whole they are part of, in the ship."""

import pytest
from figures_reading import figures

INTERVIEW = """The war went on as army troops attacked the rebels.

Q: Colonel, how many Georgian tanks have you destroyed?

A: Our estimate is 40 to 45 tanks, 60 other armoured vehicles and no fewer than 30 guns.

Q: How large is the peacekeeping force now?

A: Around 2,300, of whom roughly 1,000 are Russians. Italy has some 150 observers here.

Q: How many of your soldiers were killed?

A: Twelve. Another 30 were wounded.

Q: Have you lost any aircraft?

A: Two so far.

Q: How old are you?

A: 54.
"""


def told(text):
    return [(r["low"], r["high"], r["unit_kind"], r["role"]) for r in figures(text)]


def test_an_answer_takes_its_verb_and_noun_from_the_question():
    assert told(INTERVIEW) == [
        (40, 45, "equipment", "destroyed"),
        (60, 60, "equipment", "destroyed"),
        (30, None, "equipment", "destroyed"),
        (2300, 2300, "personnel", "strength"),
        (1000, 1000, "personnel", "strength"),
        (150, 150, "personnel", "deployed"),
        (12, 12, "personnel", "killed"),
        (30, 30, "personnel", "wounded"),
        (2, 2, "equipment", "destroyed"),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Troops of the army killed 19 insurgents, including three preachers, in Helmand.",
            [("personnel", "killed"), ("personnel", "killed")],
        ),
        (
            "The shelling killed 19 soldiers, including three children of officers, the army said.",
            [("personnel", "killed"), ("civilian", "killed")],
        ),
        ("The army killed two leaders of Boko Haram in Borno.", [("personnel", "killed")]),
        ("Police arrested 14 Turks in Vienna on charges of spying.", [("civilian", "captured")]),
        ("The garrison captured 14 Turks outside the walls.", [("personnel", "captured")]),
        (
            "A frigate struck a mine in the war; nine sailors were injured.",
            [("equipment", "destroyed"), ("personnel", "wounded")],
        ),
        ("Pirates boarded the freighter and wounded nine sailors.", [("civilian", "wounded")]),
        ("Pirates freed the tanker Orion and its crew of 24 on Sunday.", [("civilian", "released")]),
    ],
)
def test_who_they_are_is_told_by_the_whole_the_verb_and_the_ship(text, rows):
    assert [row[2:] for row in told(text)] == rows


def test_a_formation_comes_with_its_men():
    text = "The army is at war. A battalion of 600 marines will arrive in the city tomorrow."
    assert told(text) == [(1, 1, "formation", "reinforcing"), (600, 600, "personnel", "reinforcing")]


def test_the_last_of_a_whole():
    text = "The army freed the last 300 of 2,000 rebel prisoners on Friday."
    assert told(text)[0] == (300, 300, "personnel", "released")


def test_arms_told_before_are_fired_again():
    text = "The army said Iran launched a Shahab missile at the base. Since the war began it has fired 30."
    assert told(text)[-1] == (30, 30, "equipment", "deployed")


def test_a_model_that_opens_with_a_word():
    text = "The United States handed over four A-29 aircraft to Kabul; ten more are to be delivered by March 2021."
    assert told(text) == [(4, 4, "equipment", "supplied"), (10, 10, "equipment", "supplied")]


@pytest.mark.parametrize(
    "text",
    [
        "The army said the war goes on. Three soldiers hid when a roadside mine exploded.",
        "Iran must never obtain a nuclear weapon, the army said in the war.",
        "The talks are to prevent Iran from acquiring a nuclear weapon, the army said in the war.",
        "The army said that a militant, Ahmad Daud, may have escaped by boat in the war.",
    ],
)
def test_one_thing_that_is_no_count_makes_no_row(text):
    assert not [r for r in figures(text) if r["quote"].lower().startswith("a")]


def test_an_answer_counts_the_people_that_were_asked_for():
    text = "The army is at war.\n\nQ: How many North Koreans are fighting in Kursk?\n\nA: We assess around 12,000.\n"
    assert told(text) == [(12000, 12000, "personnel", "deployed")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The rebels ambushed an army convoy near Bossaso, killing 12 and wounding 20.", ["personnel", "personnel"]),
        ("Gunmen attacked a church in Owo, killing 40 and wounding 60.", ["civilian", "civilian"]),
        ("The frigate Coventry was sunk with the loss of 19 men.", ["personnel"]),
        ("The junta's losses in the war: 1,562 dead, 552 wounded.", ["personnel", "personnel"]),
    ],
)
def test_those_harmed_are_forces_where_forces_were_hit(text, kinds):
    assert [row[2] for row in told(text)] == kinds


def test_a_colon_breaks_a_number_down():
    text = "Some 14,000 people died in the war in Donbas: 3,400 civilians, 4,400 servicemen and 6,200 fighters."
    assert [row[3] for row in told(text)] == ["killed"] * 4


def test_those_left_out_of_the_noun_are_still_told_of():
    text = "Twelve Russian marines surrendered. A further 30 are expected to lay down their arms. The army fights on."
    assert told(text) == [(12, 12, "personnel", "surrendered"), (30, 30, "personnel", "surrendered")]


def test_what_aid_and_losses_include_is_told_by_them():
    aid = "Allies at war have committed $50 billion in security assistance, including nearly 700 tanks and 12 jets."
    assert [row[3] for row in told(aid)] == ["supplied", "supplied"]
    losses = "The army took heavy losses, including 12 tanks and 300 soldiers."
    assert [row[3] for row in told(losses)] == ["destroyed", "casualties"]
