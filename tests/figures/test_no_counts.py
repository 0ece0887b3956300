"""What looks like a count of forces and is none."""

import pytest
from figures_reading import figures

WAR = "Troops of the army shelled the front; the infantry and artillery held the trenches. "


@pytest.mark.parametrize(
    "text",
    [
        "We, the Leaders of the Group of Seven (G7), met.",
        "The allies maintain a balanced division of responsibility.",
        "The police seized billions in assets.",
        "Iran can never obtain a nuclear weapon.",
        "The minister met his guest, and the two exchanged views.",
        "The drone struck a car near the market.",
    ],
)
def test_no_row(text):
    assert figures(WAR + text) == []


def test_who_is_named_by_an_adjective_is_no_place():
    rows = figures("Hamas killed at least 31 U.S. citizens in Israel.")
    assert [(r["best"] or r["low"], r["force_country"], r["place_country"]) for r in rows] == [(31, "USA", "ISR")]


def test_an_owner_is_no_place():
    rows = figures("Fifteen months of Russia's aggression killed thousands of people in Kharkiv.")
    assert [r["place_name"] for r in rows] == ["Kharkiv"]


def test_a_clause_behind_a_list_has_its_own_verb():
    rows = figures(
        "The army lost. Britain sent 127 frigates, and 255 British and 649 Argentine sailors were killed in the war."
    )
    assert [(r["best"], r["role"]) for r in rows] == [(127, "deployed"), (255, "killed"), (649, "killed")]


@pytest.mark.parametrize(
    "text",
    [
        "The package includes ammunition for 155mm artillery systems and 30mm guns.",
        "The Houthis launched a large-scale missile and drone attack on the port.",
        "Millions more Ukrainians remain without power.",
    ],
)
def test_calibres_acts_and_whole_peoples_are_no_counts(text):
    assert figures(WAR + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The plan would save thousands of lives.",
        "They work for a hostage release.",
        "The two pastors discussed efforts to free those held by the gunmen.",
        "Drivers bought 16 million cars.",
    ],
)
def test_lives_saved_hostage_deals_speakers_and_cars_sold_make_no_row(text):
    assert figures("The ministers met in the capital. " + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ship was, as one general put it, a coffin.",
        "The camp was empty, according to a local information official.",
        "Two lawmakers who held up signs left.",
        "The rebels deny sheltering a single one of them.",
        "The raid killed Musa Keita, a local official.",
    ],
)
def test_sources_adjectives_and_doers_are_no_counts(text):
    assert figures(WAR + text) == []


def test_those_who_say_how_many_died_are_not_among_them():
    rows = figures(WAR + "The raid killed nine soldiers, according to two survivors.")
    assert [r["quote"] for r in rows] == ["nine"]


def test_a_month_behind_a_count_is_no_march():
    assert [r["role"] for r in figures("Chad has lost 20 trucks since March.")] == ["destroyed"]
