"""What governs a count where several words of its clause could."""

import pytest
from figures_reading import figures, told


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The frigate shot down 14 drones launched by the rebels.", ("14", "equipment", "drone", "destroyed")),
        ("Rebels killed 30 soldiers deployed to the north.", ("30", "personnel", "soldier", "killed")),
        ("The helicopter crashed, and the nine soldiers aboard died.", ("nine", "personnel", "soldier", "killed")),
        ("The rebels had hit the tanker with six rockets.", ("six", "equipment", "rocket", "deployed")),
        ("Cuba has 900 soldiers on the island.", ("900", "personnel", "soldier", "deployed")),
        ("Cuba has 900 soldiers.", ("900", "personnel", "soldier", "strength")),
        ("Norway keeps 400 troops overseas.", ("400", "personnel", "troop", "deployed")),
        ("Italy sent 300 troops and may send up to 150 people.", ("up to 150", "personnel", "person", "reinforcing")),
    ],
)
def test_a_governor_gives_the_role(text, row):
    assert row in told(text)


def test_another_before_a_number_counts_nothing_of_its_own():
    assert told("Bonn will deliver another four Gepard systems.") == [("four", "equipment", "gepard", "supplied")]


@pytest.mark.parametrize("among", ["most of them civilians", "all of whom were civilians"])
def test_those_who_are_mostly_civilians_are_civilians(among):
    assert told(f"Some 300 people, {among}, have been killed in the fighting.")[0][1] == "civilian"


def test_those_who_are_not_the_civilians_among_them_are_forces():
    assert told("Some 300 people, 40 of them civilians, have been killed in the fighting.")[0][1] == "personnel"


def test_one_of_those_killed_may_be_told_apart():
    assert ("a child", "civilian", "child", "killed") in told("The blast killed four passers-by, among them a child.")


def test_who_says_so_is_not_counted():
    text = "The gunmen freed 300 inmates, a lawyer for the prison staff said on Monday."
    assert [r[0] for r in told(text)] == ["300"]


def test_what_is_strong_behind_a_number_is_no_force():
    assert told("The two armies fought on. There are 23 strong agreements between them.") == []


def test_a_firm_of_a_trade_is_no_company_of_soldiers():
    text = "The army's drones destroyed the depot, a refinery and a state-owned company."
    assert all(r[1] != "formation" for r in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The army fought on. Soldiers seized the port and shut down Channel One Russia.",
        "The war goes on and the army advances. Almost 900 private sector companies have left Russia.",
        "The army fought on. The ministry put nearly 90 companies on the list of sanctioned entities.",
        "One in every six combat fatalities was a cook.",
    ],
)
def test_what_is_no_force_makes_no_row(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Its army counts fewer than 2,000 soldiers.", ("fewer than 2,000", "personnel", "soldier", "strength")),
        ("Two car bombs exploded in the port.", ("Two", "equipment", "car bomb", "deployed")),
        ("The observers counted 40 tanks at the border.", ("40", "equipment", "tank", "deployed")),
    ],
)
def test_what_the_verb_says_depends_on_what_is_counted(text, row):
    assert row in told(text)


def test_missiles_belong_to_those_they_are_fired_from():
    assert figures("Some 200 ballistic missiles were fired from Iran at the port.")[0]["force_country"] == "IRN"


WAR = " The war goes on, with shelling and combat along the front."


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The blast brought to 34 the number of soldiers killed.", ("34", "personnel", "soldier", "killed")),
        ("The jets downed 42 of 55 drones.", ("55", "equipment", "drone", "deployed")),
        ("The whereabouts of 17 soldiers remain unknown.", ("17", "personnel", "soldier", "missing")),
        ("Ten guerrillas handed in their weapons.", ("Ten", "personnel", "guerrilla", "surrendered")),
        ("Russian losses now total 43 aircraft.", ("43", "equipment", "aircraft", "destroyed")),
        ("Losses in Aleppo reached 300 soldiers.", ("300", "personnel", "soldier", "casualties")),
        ("The 30 captives were swapped for one soldier.", ("one", "personnel", "soldier", "released")),
        ("In all, 27 warships were sunk and six captured.", ("six", "equipment", None, "captured")),
        ("Six sailors are missing after the frigate sank.", ("Six", "personnel", "sailor", "missing")),
        ("The navy intercepted four boats.", ("four", "equipment", "boat", "captured")),
        ("The warplanes, 45 in all, crossed the line.", ("45", "equipment", "warplane", "deployed")),
        ("The invaders, some 20 divisions, crossed the river.", ("some 20", "formation", "division", "deployed")),
        ("The army shot down 12 drones, and two more fell on a farm.", ("two", "equipment", None, "deployed")),
        ("Oslo unveiled aid for Kyiv, including 4 launchers.", ("4", "equipment", "launcher", "supplied")),
    ],
)
def test_constructions_of_reports(text, row):
    assert row in told(text + WAR)


def test_a_toll_is_no_death():
    assert [r[0] for r in told("The bombing left a death toll of 40.")] == ["40"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The rebels stormed the hill and took four guns.", ("four", "equipment", "gun", "captured")),
        ("The general surrendered at Gao with 300 men.", ("300", "personnel", "man", "surrendered")),
        ("The engineers exploded 38 mines.", ("38", "equipment", "mine", "destroyed")),
        ("Two Malian frigates captured it at Gao.", ("Two", "equipment", "frigate", "deployed")),
        ("The envoys will train up to 900 recruits.", ("up to 900", "personnel", "recruit", "trained")),
        ("Two battalions are already on their way to Gao.", ("Two", "formation", "battalion", "reinforcing")),
        ("The force, composed of 900 soldiers, fights on.", ("900", "personnel", "soldier", "strength")),
        ("The town fell at the price of 900 dead.", ("900", "personnel", None, "killed")),
        ("The losses of the adversary rise to some 40 killed.", ("some 40", "personnel", None, "killed")),
    ],
)
def test_what_is_won_and_lost_gives_the_role(text, row):
    assert row in told(text)


def test_men_who_are_taken_somewhere_are_not_told_to_be_captured():
    assert all(role != "captured" for *_, role in told("The army took 40 soldiers to the hill."))
