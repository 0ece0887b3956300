"""Constructions in which reports, translations and histories count, one sentence for each."""

import pytest
from figures_reading import figures

WAR = "The war went on, with shelling and combat along the front. "


def read(text, **kwargs):
    return [(r["quote"], r["unit_kind"], r["role"]) for r in figures(WAR + text, **kwargs)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Two frigates were moved into the strait.", ("Two", "equipment", "deployed")),
        ("The clans probably number 1,500 to 2,000 fighters.", ("1,500 to 2,000", "personnel", "strength")),
        ("Cairo plans to send 500 soldiers and may send a further 90 next year.", ("90", "personnel", "reinforcing")),
        ("The troops, up to 900 of whom are stationed there, must go.", ("up to 900", "personnel", "deployed")),
        ("The fleet withdrew its vessels, 16 of which had anchored off the reef.", ("16", "equipment", "deployed")),
        ("Oslo has promised 40 more trucks.", ("40", "equipment", "supplied")),
        ("Analysts put the state's active forces at 361,000.", ("361,000", "personnel", "strength")),
        ("It called up 400,000 militiamen, but only 90,000 really exist.", ("90,000", "personnel", "strength")),
        ("The envoy spoke of the arrest of 22 dignitaries.", ("22", "civilian", "captured")),
        ("Eight motorboats surrounded two patrol boats.", ("two", "equipment", "deployed")),
        ("One cutter intruded into the lagoon.", ("One", "equipment", "deployed")),
        ("Some 300 cavalrymen under Major Ibarra burned Fort Prado.", ("Some 300", "personnel", "deployed")),
        ("Under the pact each army was cut to 5,000 men.", ("5,000", "personnel", "strength")),
        ("Roughly 1,200 reservists were recalled for a week.", ("Roughly 1,200", "personnel", "recruited")),
        ("The troops captured nine guerrillas, two of them minors.", ("two", "personnel", "captured")),
        ("The staff reported that 500 soldiers were displaced to the zone.", ("500", "personnel", "deployed")),
        ("One sailor lost a thumb.", ("One", "personnel", "wounded")),
        ("Gunmen slew 64 folks.", ("64", "civilian", "killed")),
        ("The rebels, with around 600 combatants, hold talks.", ("around 600", "personnel", "strength")),
        ("Its defenders, perhaps 3,000 men, ran out of shells.", ("perhaps 3,000", "personnel", "strength")),
        ("Oman massed 900 troops there, an officer estimates, with 40 guns.", ("40", "equipment", "deployed")),
        ("Jets began patrolling the coast: 18 F-16s and 14 Mirages.", ("14", "equipment", "deployed")),
        ("Too many people have been killed, including thousands of pupils.", ("thousands", "civilian", "killed")),
        ("The ally has 9,000 forces there.", ("9,000", "personnel", "deployed")),
        ("The raid killed six Britons and twelve Frenchmen.", ("twelve", "civilian", "killed")),
        ("Some 20 of the besiegers were dead or wounded.", ("Some 20", "personnel", "casualties")),
    ],
)  # fmt: skip
def test_a_construction(text, row):
    assert row in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Oman hosted two rounds of talks.",
        "The two opposing forces met at the river.",
        "They will make more Standard Missile 3 rounds.",
        "The sanctions name 150 vessels that move oil.",
        "The bombs fell, and not one of the bombs went off.",
        "Two relief planes took off, one German and one Canadian.",
        "The gang landed on the islet in a rubber boat.",
    ],
)
def test_no_count_of_its_own(text):
    assert [r for r in read(text) if r[0] not in ("Two",)] == []


def test_a_toll_beside_arms_is_of_people():
    text = "The ministry admitted the loss of 12 soldiers and three tanks; the rebels put the toll at 59."
    assert ("59", "personnel", "killed") in read(text)


def test_a_model_opens_with_letters_that_are_units_elsewhere():
    assert ("38", "equipment", "supplied") in read("The army delivered the first 38 of 108 M1A2T tanks.")


@pytest.mark.parametrize("span", ["Over the past 24 hours", "In the last 24 hours"])
def test_the_past_day_dates_what_happened_in_it(span):
    rows = figures(f"{span}, the army killed 62 insurgents.", published="2020-10-12")
    assert [r["date_edtf"] for r in rows] == ["2020-10-11/2020-10-12"]


def test_a_clause_that_has_ended_dates_nothing_behind_it():
    text = "The bloc, which Mali founded on 16 September 2023, lost 500 soldiers."
    assert [r["date_edtf"] for r in figures(text)] == [None]


def test_what_lasts_takes_no_date_from_before():
    text = "Ten Cuban soldiers died on 24 November 2016. Cuba has 500 soldiers in the north."
    assert [r["date_edtf"] for r in figures(text)] == ["2016-11-24", None]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("\n\n• 1 amphibious assault ship off Trinidad\n", ("1", "equipment", "deployed")),
        ("\n\n• Up to 10,000 troops expected by May\n", ("Up to 10,000", "personnel", "reinforcing")),
    ],
)
def test_a_fragment_without_a_verb(text, row):
    assert row in read(text)


def test_another_number_of_what_was_supplied_is_to_be_supplied():
    text = "The firm delivered the first 38 of 108 tanks, and another 42 will arrive next year."
    assert ("42", "equipment", "supplied") in read(text)


def test_civilians_listed_with_soldiers_are_of_their_country():
    rows = figures(WAR + "The army said that one Thai soldier and 13 civilians had died.")
    assert [r["force_country"] for r in rows] == ["THA", "THA"]


def test_sailors_beside_an_aircraft_carrier_are_forces():
    text = "Some 400 sailors are deployed there, and the carrier Oriskany was ordered to the gulf."
    assert ("Some 400", "personnel", "deployed") in read(text)


TABLE = WAR + "\n\n| {0} |\n|---|---|\n| {1} |\n| {2} |\n"


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        (
            ("Date | Deaths", "3 May 2024 | 11", "4 May 2024 | 6"),
            [("11", "civilian", "killed"), ("6", "civilian", "killed")],
        ),
        (
            ("Type | Detected", "J-10 fighters | 101", "H-6 bombers | 6"),
            [("101", "equipment", "deployed"), ("6", "equipment", "deployed")],
        ),
    ],
)
def test_columns_of_deaths_and_of_sightings(cells, rows):
    assert read(TABLE.removeprefix(WAR).format(*cells)) == rows


def test_a_name_that_ends_in_what_may_be_a_time_is_passed():
    rows = read("Some 200,000 AK47s and 40 tanks fell into the hands of rebels.")
    assert ("40", "equipment") in [row[:2] for row in rows]


def test_sizes_go_on_in_a_sentence_that_lists_them():
    text = "Chad has 30,000 troops, of whom barely 9,000 are in combat units. "
    rows = figures(text + "These are five armoured brigades and a dozen infantry battalions.")
    assert [(r["quote"], r["role"]) for r in rows] == [
        ("30,000", "strength"),
        ("barely 9,000", "strength"),
        ("five", "strength"),
        ("a dozen", "strength"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Police found six .22 rifles and two mortars.",
            [("six", "equipment", "captured"), ("two", "equipment", "captured")],
        ),
        ("The navy flies 20 fighters.", [("20", "equipment", "strength")]),
        ("Twelve howitzers have been on order since 2019.", [("Twelve", "equipment", "requested")]),
        ("A rocket killed two tankers near Homs.", [("two", "personnel", "killed")]),
        ("Its tanks sank two tankers near Basra.", [("two", "equipment", "destroyed")]),
        ("The rebels lost a twenty of combatants near Gao.", [("twenty", "personnel", "killed")]),
        ("Syria is said to have moved 700 commandos into Idlib.", [("700", "personnel", "deployed")]),
        ("Kyiv will have sent 700 commandos by May.", [("700", "personnel", "reinforcing")]),
        ("The insurgents, some 600 by their own count, hold Kidal.", [("some 600", "personnel", "strength")]),
        (
            "The raid took to eleven the number of Spaniards they hold as hostages.",
            [("eleven", "civilian", "captured")],
        ),
        (
            "Three battalions' worth of Russian conscripts are camped at Brest.",
            [("Three", "formation", "deployed")],
        ),
        ("Some 90 tanks are mothballed, most of them old.", [("Some 90", "equipment", "strength")]),
        (
            "Losses: killed 12 soldiers; missing 5.",
            [("12", "personnel", "killed"), ("5", "personnel", "missing")],
        ),
        ("It keeps 7,000 navy and marine troops in Jizan.", [("7,000", "personnel", "deployed")]),
        ("It keeps 7,000 Army and Coastal Guards troops in Jizan.", [("7,000", "personnel", "deployed")]),
        ("Italy has supplied the Kurds with 40 mortars since May.", [("40", "equipment", "supplied")]),
        (
            "Sudan says 90 Chadians were killed and 12 taken prisoner.",
            [("90", "personnel", "killed"), ("12", "personnel", "captured")],
        ),
        (
            "The raid killed nine Chadians and destroyed two tanks.",
            [("nine", "personnel", "killed"), ("two", "equipment", "destroyed")],
        ),
        (
            "The station raised the toll of the raid on Gao to seven: five women and two girls.",
            [("seven", "civilian", "killed"), ("five", "civilian", "killed"), ("two", "civilian", "killed")],
        ),
        (
            "The garrison has nine companies on the ridge, besides 800 marines.",
            [("nine", "formation", "deployed"), ("800", "personnel", "deployed")],
        ),
    ],
)
def test_what_is_told_of_sizes_totals_and_arms(text, told):
    rows = figures(f"The army and the rebels fought on. {text}")
    assert [(r["quote"], r["unit_kind"], r["role"]) for r in rows] == told
