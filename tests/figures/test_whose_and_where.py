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
        "Berlin, which has delivered 14 tanks to the army, will send no more.",
        "The soldiers reported 14 prisoners; Damascus denied the charge.",
        "Venezuela sank a boat with 12 men of the Venezuelan gang Tren de Aragua.",
        "ZINDER, Niger, May 3 (Wire) - Rebel fighters killed 12 soldiers on Monday.",
        "Gunmen struck in Zinder, in a war that has killed 9,000 soldiers.",
        "The army shelled Zinder. The war of 2013 killed 9,000 soldiers.",
        "The army got 12 tanks from Germany. Rebel fighters killed 12 soldiers.",
    ],
)
def test_a_name_or_a_seat_that_acts_is_no_place(text):
    assert figures(text)[-1]["place_text"] is None


@pytest.mark.parametrize("text", ["Rebels attacked army posts in Goma.", "Shelling was reported in Goma."])
def test_where_something_is_noted_is_where_it_was(text):
    assert figures(f"{text} The rebels killed 12 soldiers.")[0]["place_text"] == "Goma"


def test_the_toll_of_a_war_is_where_the_war_is():
    text = "Chad buried its dead in Zinder after the war in Darfur, which has killed 9,000 soldiers."
    assert [r["place_text"] for r in figures(text)] == ["Darfur"]


def test_the_city_spoken_of_again_is_the_one_before():
    text = "The enemy army attacked Mariupol. Some 400 marines will arrive in the city tomorrow."
    assert [r["place_country"] for r in figures(text, published="2022-03-02")] == ["UKR"]


def test_the_date_of_a_paper_dates_nothing_else():
    text = "The army kept to the agreement of 29 February 2020. Taliban fighters killed 12 soldiers in Ghazni."
    assert [r["date_edtf"] for r in figures(text)] == [None]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Soldiers shot an American dead near Nablus.", ("an American", "civilian", "american", "killed", "USA")),
        (
            "Gunmen abducted a Frenchman in Niger; police ran.",
            ("a Frenchman", "civilian", "frenchman", "captured", "FRA"),
        ),
    ],
)
def test_one_of_a_nation_is_counted_where_harm_is_told(text, row):
    rows = figures(text)
    assert [(r["quote"], r["unit_kind"], r["unit"], r["role"], r["force_country"]) for r in rows] == [row]


@pytest.mark.parametrize("text", ["A Turkish-led patrol met soldiers.", "A Syrian opened fire on soldiers."])
def test_one_of_a_nation_of_whom_no_harm_is_told_is_not(text):
    assert figures(text) == []


def test_hostages_are_of_the_other_side():
    text = (
        "Hamas took 251 hostages to Gaza. Israel says that Israeli troops search for them; Hamas denies it to Israel."
    )
    assert sides(text) == [(251, "ISR")]


def test_hostages_of_a_war_within_a_state_are_of_that_state():
    assert sides("Boko Haram took 30 hostages in Borno. Nigeria's army fights Boko Haram.") == [(30, "NGA")]


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Germany will base 4,800 soldiers of a new brigade in Lithuania by 2027.", "DEU"),
        ("The Chinese warplanes, 45 in all, crossed the line.", "CHN"),
        ("The Pentagon announced a package, including 200 missiles.", "USA"),
        ("India said that 16 people died in shelling by Pakistani troops.", "IND"),
    ],
)
def test_whose_by_the_clause(text, force):
    assert sides(text)[-1][1] == force


def test_a_state_whose_verb_is_left_out_gives_what_is_told_of_it():
    assert sides("Canada will send 40 guns to Kyiv, and Norway 8 tanks.") == [(40, "CAN"), (8, "NOR")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A spokesman claimed on 7 June that rebels killed 14 soldiers near Goma.", "2024-06-07"),
        ("A spokesman said on 7 June that rebels had killed 14 soldiers near Goma.", None),
        ("A spokesman said on 7 June that 14 soldiers will be sent to Goma.", None),
    ],
)
def test_what_is_said_of_its_own_day_has_the_day_of_the_speech(text, day):
    assert [r["date_edtf"] for r in figures(text, published="2024-06-20")] == [day]


def test_where_somebody_spoke_is_no_place_of_what_was_spoken_of():
    text = "The bloc plans a force of 500 soldiers, its chief said in Niamey."
    assert [r["place_text"] for r in figures(text)] == [None]


@pytest.mark.parametrize(
    ("text", "best", "country"),
    [
        ("Indonesia has offered to send 2,000 peacekeepers to Gaza.", 2000, "IDN"),
        ("Turkey, whose 500 soldiers guard the airport of Kabul, stays.", 500, "TUR"),
        ("Botswana's contingent, numbering 371, left Mozambique in April.", 371, "BWA"),
    ],
)
def test_whose_contingents_are_is_told_by_those_who_have_or_send_them(text, best, country):
    rows = figures("The war goes on and the army of France shelled the rebels. " + text)
    assert (best, country) in [(r["best"], r["force_country"]) for r in rows]


def test_where_the_source_speaks_is_no_place_of_what_follows():
    rows = figures(
        "The army of Nigeria took Maiduguri from the rebels, a source in Niamey said. About 200 insurgents were killed."
    )
    assert [(r["best"], r["place_country"]) for r in rows] == [(200, "NGA")]


def test_the_line_over_a_list_tells_whose_losses_they_are():
    rows = figures(
        "Ministry of Defence of India\n\nThe Indian Army fights the Pakistan Army. Pakistani troops hold on.\n\n"
        "Enemy losses (estimated)\n\n– killed: 635 regulars and about 180 irregulars\n– captured: 3\n"
        "– heavy mortars destroyed: 14\n\nThe Indian Army goes on.\n"
    )
    assert {(r["best"], r["force_country"]) for r in rows} == {(635, "PAK"), (180, "PAK"), (3, "PAK"), (14, "PAK")}


def test_a_ministry_that_names_no_other_state_fights_in_its_own():
    rows = figures(
        "Ministry of Defence of Sri Lanka\n\nThe army fights the terrorists. Our soldiers destroyed four trucks."
    )
    assert [(r["best"], r["force_country"]) for r in rows] == [(4, "LKA")]


def test_the_caption_of_a_table_tells_where():
    rows = figures(
        "The army and the rebels shelled the front.\n\nTable 1. Forces in Georgia, 2008\n\n"
        "| Force | Soldiers | Tanks |\n|---|---|---|\n| Russian army | 9,000 | 120 |\n| Georgian army | 8,000 | 90 |\n"
    )
    assert {r["place_country"] for r in rows} == {"GEO"}


def test_a_name_in_the_caption_of_a_table_is_not_where_armies_are():
    rows = figures(
        "The army and the rebels shelled the front.\n\nTable 1. Forces, less Poti's garrison\n\n"
        "| Force | Soldiers | Tanks |\n|---|---|---|\n| Russian army | 9,000 | 120 |\n| Georgian army | 8,000 | 90 |\n"
    )
    assert {r["place_country"] for r in rows} == {None}


def test_where_captives_were_bound_is_not_where_they_were_taken():
    text = "Across the border in Niger, troops arrested nine gunmen who were trying to slip into Chad with mules."
    assert [r["place_country"] for r in figures(text)] == ["NER"]
