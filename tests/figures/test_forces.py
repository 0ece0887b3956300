"""Whose the counted are, and what names them."""

import pytest
from figures_reading import figures


def read(text: str) -> list[tuple]:
    return [(r["best"] or r["low"], r["unit_kind"], r["unit"], r["role"], r["force_country"]) for r in figures(text)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The JNIM claimed to have killed 17 Burkinabe soldiers and seized 20 motorcycles.",
            [(17, "personnel", "soldier", "killed", "BFA"), (20, "equipment", "motorcycle", "captured", "BFA")],
        ),
        (
            "Argentina lost 30 killed and 50 wounded on the hill.",
            [(30, "personnel", None, "killed", "ARG"), (50, "personnel", None, "wounded", "ARG")],
        ),
        ("The Lebanese army said three of its men were wounded.", [(3, "personnel", "man", "wounded", "LBN")]),
        (
            "Russia handed over 115 Ukrainian prisoners of war in exchange for 110 Russian ones.",
            [
                (115, "personnel", "prisoner of war", "released", "UKR"),
                (110, "personnel", "russian", "released", "RUS"),
            ],
        ),
        ("Kyiv and Moscow exchanged 95 prisoners each.", [(95, "personnel", "prisoner", "released", None)]),
        ("Washington sold 66 F-16 fighters to Taiwan.", [(66, "equipment", "f-16", "supplied", "USA")]),
        (
            "The number of US soldiers in Syria rose from 900 to 2,000.",
            [(900, "personnel", "soldier", "deployed", "USA"), (2000, "personnel", "soldier", "deployed", "USA")],
        ),
        ("The number of wounded soldiers rose to 900.", [(900, "personnel", "soldier", "wounded", None)]),
        (
            "A force of about 2,000 Chadian soldiers, led by a colonel, crossed into Nigeria.",
            [(2000, "personnel", "soldier", "deployed", "TCD")],
        ),
    ],
)
def test_force_and_role(text, rows):
    assert read(text) == rows


def test_a_rise_by_some_to_a_number_is_no_range():
    rows = figures("NATO has increased its force in Kosovo by 700 to about 4,500 troops.")
    assert [(r["best"], r["qualifier"]) for r in rows] == [(4500, "approximate")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Around 600 rifles seized from the rebels were shown.", (600, "equipment", "rifle", "captured", None)),
        ("Nine Somali colonels were accused of a plot and executed.", (9, "personnel", "colonel", "killed", "SOM")),
        ("The air force lost half of its 50-odd bombers.", (50, "equipment", "bomber", "strength", None)),
        ("The garrison beat off two brigades at the pass.", (2, "formation", "brigade", "deployed", None)),
        ("The militia handed over 14 convicts to the city.", (14, "civilian", "convict", "released", None)),
        ("Uganda affirmed that 54 of its fighters kicked the bucket.", (54, "personnel", "fighter", "killed", "UGA")),
        ("MALI WILL CALL UP TENS OF THOUSANDS OF RESERVISTS.", (20000, "personnel", "reservist", "recruited", "MLI")),
        ("Egypt conveyed a pair of drones to Benghazi.", (2, "equipment", "drone", "supplied", "EGY")),
        ("Chad keeps anywhere between 300 and 500 soldiers there.", (300, "personnel", "soldier", "deployed", "TCD")),
    ],
)  # fmt: skip
def test_what_is_told_of_a_count(text, row):
    assert read(text) == [row]


def test_the_victims_of_an_ambush_are_those_ambushed():
    rows = read("The rebels ambushed a Chadian patrol near the lake, killing a sergeant and wounding four privates.")
    assert [(r[2], r[3], r[4]) for r in rows] == [("sergeant", "killed", "TCD"), ("private", "wounded", "TCD")]


def test_a_state_in_the_present_is_dated_by_its_own_clause():
    rows = figures("Spain keeps 450 soldiers in Iraq, and Italy sent 20 trucks to Baghdad in 2022.")
    assert [(r["best"], r["date_edtf"]) for r in rows] == [(450, None), (20, "2022")]


def test_measures_are_not_what_of_them_speaks_of():
    rows = read("Paratroopers tracked 30 rebels for 60 miles and shot dead 19 of them.")
    assert [(r[0], r[3]) for r in rows][-1] == (19, "killed")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Greeks had 10,000 hoplites and the Persians perhaps 25,000 cavalrymen.",
            [
                (10000, "personnel", "hoplite", "strength", "GRC"),
                (25000, "personnel", "cavalryman", "strength", "IRN"),
            ],
        ),
        ("Norway and Denmark pledged 61 F-16s between them.", [(61, "equipment", "f-16", "supplied", None)]),
        (
            "Of the 71 warplanes that China sent, 43 crossed the line.",
            [(71, "equipment", "warplane", "deployed", "CHN"), (43, "equipment", None, "deployed", "CHN")],
        ),
        ("About 90,000 Germans went into captivity.", [(90000, "personnel", "german", "captured", "DEU")]),
    ],
)
def test_whose_they_are(text, rows):
    assert read(text) == rows


def test_a_date_of_the_next_clause_is_not_its_own():
    text = "On 20 May 2023 Baku arrested five soldiers, and the president apologised to Rome by telephone on 21 May."
    assert [(r["best"], r["date_edtf"]) for r in figures(text)] == [(5, "2023-05-20")]


def test_those_of_a_nation_are_forces_beside_its_fallen_soldiers():
    rows = read("Uganda says that 54 of its soldiers died; the rebels claim that they killed 137 Ugandans there.")
    assert [(r[0], r[1], r[4]) for r in rows] == [(54, "personnel", "UGA"), (137, "personnel", "UGA")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The IDF said that 3 soldiers fell in Jabalia.", [(3, "personnel", "soldier", "killed", "ISR")]),
        (
            "British losses amounted to 255 dead and 777 wounded.",
            [(255, "personnel", None, "killed", "GBR"), (777, "personnel", None, "wounded", "GBR")],
        ),
        ("Three Grad rockets fell near Haifa.", [(3, "equipment", "grad rocket", "deployed", None)]),
    ],
)
def test_the_fallen(text, rows):
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Ministry of Defence of Azerbaijan acknowledges only 50 dead.",
            [(50, "personnel", None, "killed", "AZE")],
        ),
        ("Some 700,000 Sudanese have crossed the border into Chad.", []),
        (
            "A Kenyan sergeant was killed and two of his colleagues were wounded.",
            [(1, "personnel", "sergeant", "killed", "KEN"), (2, "personnel", "colleague", "wounded", "KEN")],
        ),
    ],
)
def test_who_serves_is_told_by_who_speaks_and_who_stands_beside(text: str, rows: list[tuple]) -> None:
    assert read(text) == rows
