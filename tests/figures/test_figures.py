"""What is counted, and what the text says of it."""

import random

import pytest
from figures_reading import figures, told

ROLES = [
    ("Shelling killed 12 soldiers near the river.", ("12", "personnel", "soldier", "killed")),
    ("Twelve soldiers were killed near the river.", ("Twelve", "personnel", "soldier", "killed")),
    ("Twelve soldiers died near the river.", ("Twelve", "personnel", "soldier", "killed")),
    ("The raid left 12 soldiers dead.", ("12", "personnel", "soldier", "killed")),
    ("The army mourned the deaths of 12 soldiers.", ("12", "personnel", "soldier", "killed")),
    ("The blast wounded 30 troops.", ("30", "personnel", "troop", "wounded")),
    ("More than 4,000 troops have been killed or wounded.", ("More than 4,000", "personnel", "troop", "casualties")),
    ("Rebels captured 40 soldiers at dawn.", ("40", "personnel", "soldier", "captured")),
    ("Forty soldiers surrendered at dawn.", ("Forty", "personnel", "soldier", "surrendered")),
    ("Forty soldiers laid down their arms.", ("Forty", "personnel", "soldier", "surrendered")),
    ("About 300 conscripts deserted in June.", ("About 300", "personnel", "conscript", "deserted")),
    ("The army withdrew 1,500 troops from the valley.", ("1,500", "personnel", "troop", "withdrawn")),
    ("Both sides exchanged 90 prisoners of war.", ("90", "personnel", "prisoner of war", "released")),
    ("The navy said that 14 sailors of the navy are missing.", ("14", "personnel", "sailor", "missing")),
    ("The ministry conscripted 23,000 soldiers.", ("23,000", "personnel", "soldier", "recruited")),
    ("Instructors trained 600 recruits for the army.", ("600", "personnel", "recruit", "trained")),
    ("The kingdom deployed 5,000 troops along the border.", ("5,000", "personnel", "troop", "deployed")),
    ("A deployment of 5,000 troops began.", ("5,000", "personnel", "troop", "deployed")),
    ("The kingdom will send 5,000 troops to the border.", ("5,000", "personnel", "troop", "reinforcing")),
    ("Gunners shot down 41 drones.", ("41", "equipment", "drone", "destroyed")),
    ("Saboteurs blew up three tanks.", ("three", "equipment", "tank", "destroyed")),
    ("The republic delivered 31 tanks to its neighbour.", ("31", "equipment", "tank", "supplied")),
    ("The fleet fired 80 cruise missiles.", ("80", "equipment", "cruise missile", "deployed")),
    ("The militia is 60,000 strong and has soldiers abroad.", ("60,000", "personnel", None, "strength")),
    ("Two brigades crossed the river.", ("Two", "formation", "brigade", "deployed")),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_role_comes_from_the_words_that_govern(text: str, expected: tuple) -> None:
    assert told(text) == [expected]


def test_second_verb_without_its_noun_keeps_the_kind() -> None:
    assert told("The ambush killed 12 soldiers and wounded 30.") == [
        ("12", "personnel", "soldier", "killed"),
        ("30", "personnel", None, "wounded"),
    ]


def test_list_shares_its_verb() -> None:
    assert told("The army lost 12 tanks, 30 armoured vehicles and five guns.") == [
        ("12", "equipment", "tank", "destroyed"),
        ("30", "equipment", "armoured vehicle", "destroyed"),
        ("five", "equipment", "gun", "destroyed"),
    ]


def test_nouns_that_share_a_number_are_one_row() -> None:
    assert told("Gunners destroyed 14 tanks and trucks of the enemy army.") == [
        ("14", "equipment", "tank and truck", "destroyed")
    ]


def test_part_of_a_whole_takes_its_role() -> None:
    rows = told("The rebels captured 20 soldiers, including three officers.")
    assert rows[1] == ("three", "personnel", "officer", "captured")


def test_of_whom_inherits_the_role() -> None:
    rows = told("Shelling killed 21 civilians, nine of them children.")
    assert rows == [("21", "civilian", "civilian", "killed"), ("nine", "civilian", "child", "killed")]


def test_noun_before_the_number_in_a_list_under_a_heading_line() -> None:
    text = "Total combat losses of the enemy army:\n\n- tanks – 10,805 (+8)\n- helicopters – 335\n"
    assert told(text) == [
        ("10,805", "equipment", "tank", "destroyed"),
        ("+8", "equipment", "tank", "destroyed"),
        ("335", "equipment", "helicopter", "destroyed"),
    ]


def test_nation_stands_for_its_people() -> None:
    (row,) = figures("The regime deployed 3,000 North Koreans near the front.")
    assert (row["unit_kind"], row["unit"], row["force_country"]) == ("personnel", "north korean", "PRK")


def test_no_troops_is_zero_and_negated() -> None:
    (row,) = figures("No troops were deployed in the province.")
    assert (row["low"], row["best"], row["high"], row["modality"]) == (0, 0, 0, "negated")


def test_formation_and_its_strength_each() -> None:
    rows = told("Two brigades of roughly 3,000 soldiers each arrived in the capital.")
    assert rows == [("Two", "formation", "brigade", "deployed"), ("roughly 3,000", "personnel", "soldier", "strength")]


def test_compound_strength() -> None:
    assert ("400", "personnel", None, "strength") in told("The general sent a 400-strong battalion of infantry.")


def test_victims_belong_to_the_side_that_was_hit() -> None:
    (row,) = figures("Iraq shelled Iran and killed 12 Iranian soldiers.")
    assert row["force_country"] == "IRN"


def test_place_and_date_come_from_an_earlier_sentence_of_the_paragraph() -> None:
    first, second = figures(
        "On 3 May 1915 Ottoman guns killed 40 soldiers near Gallipoli. The guns also wounded 90 soldiers."
    )
    assert (second["date_edtf"], second["place_name"]) == (first["date_edtf"], first["place_name"])
    assert "inferred" in second["flags"] and "inferred" not in first["flags"]


def test_table_cells_take_unit_and_force_from_header_and_row() -> None:
    text = (
        "Losses in the war\n\n"
        "| Side | Killed | Wounded | Tanks lost |\n|---|---|---|---|\n"
        "| Azerbaijan | 2,906 | over 8,000 | 40 |\n| Armenia | 3,825 | about 11,000 | 255 |\n"
    )
    rows = figures(text, media_type="text/markdown")
    assert [(r["force_country"], r["role"], r["unit_kind"], r["low"]) for r in rows] == [
        ("AZE", "killed", "personnel", 2906),
        ("AZE", "wounded", "personnel", 8000),
        ("AZE", "destroyed", "equipment", 40),
        ("ARM", "killed", "personnel", 3825),
        ("ARM", "wounded", "personnel", 11000),
        ("ARM", "destroyed", "equipment", 255),
    ]
    assert all(r["cell_id"] for r in rows)


def test_quote_is_the_text_of_the_span() -> None:
    text = "Commanders said up to 3,000 troops were deployed; at least 12 tanks were destroyed."
    for row in figures(text):
        assert text[row["char_start"] : row["char_end"]] == row["quote"]


DISTRACTORS = [
    "Shares fell 12% on Monday.",
    "The house cost $300,000.",
    "The road is 340 km long.",
    "He is 46 years old.",
    "The truce lasted 24 hours.",
    "They won 3-0 on Sunday.",
    "The bill passed by 220 votes to 190.",
    "Call +41 22 917 00 00 today.",
    "It was 35 degrees in the shade.",
    "One in three homes has no water.",
    "The 14th Army Corps has a new badge.",
    "A 152-mm calibre is common.",
    "He read chapter 12 twice.",
    "The meeting is at 08:30 on 3 May 2021.",
    "The F-16 and the T-72 are old designs.",
    "Trains ran at 120 km/h.",
    "The ratio was 3:1.",
    "Resolution 2231 was adopted in 2015.",
    "Prices rose by 2.5 percent.",
    "The 1980s were long.",
]


def test_mixed_distractors_yield_no_row() -> None:
    shuffled = random.Random(7)
    for _ in range(40):
        text = " ".join(shuffled.sample(DISTRACTORS, 6))
        assert told(text) == [], text


HOSTILE = {
    "digits": "7" * 1_000_000,
    "ands": "and " * 250_000,
    "numbers": "one hundred and " * 62_500,
    "brackets": "(" * 500_000 + "3" + ")" * 499_999,
    "groups": "1,000," * 166_666,
    "tanks": "3 tanks and " * 80_000,
    "killed": "killed 12 " * 100_000,
    "of": "of 3 of the " * 80_000,
    "articles": "a tank " * 140_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_of_a_megabyte_ends(name: str) -> None:
    from sitrep.extract import figures as reader
    from sitrep.mentions import numbers
    from sitrep.model import Block, Document, Mentions, Page, Sentence

    text = HOSTILE[name]
    document = Document("doc", "-", None, "text/plain", "utf-8", text)
    page = Page(document, text, [Block(0, "paragraph", 0, len(text))], [Sentence(0, 0, 0, len(text))])
    found = Mentions(numbers=numbers.read(page, []))
    assert isinstance(reader.read(page, found, [], []), list)


LISTED = [
    (
        "Nine gunners, two lorries and a howitzer were eliminated by the enemy army.",
        [("Nine", "personnel", "killed"), ("two", "equipment", "destroyed"), ("a howitzer", "equipment", "destroyed")],
    ),
    (
        "The rebels seized 90 rifles, three mortars and a machine gun from the army.",
        [
            ("90", "equipment", "captured"),
            ("three", "equipment", "captured"),
            ("a machine gun", "equipment", "captured"),
        ],
    ),
    (
        "The general put army losses at 11 dead and 26 wounded.",
        [("11", "personnel", "killed"), ("26", "personnel", "wounded")],
    ),
    ("The brigade lost 140 soldiers killed, wounded or missing.", [("140", "personnel", "casualties")]),
    (
        "The movement holds 70 hostages, among them nine soldiers.",
        [("70", "civilian", "captured"), ("nine", "personnel", "captured")],
    ),
    ("We'll deliver 400 artillery shells to the army.", [("400", "equipment", "supplied")]),
]


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_every_count_of_a_list_has_the_role_of_its_clause(text: str, expected: list[tuple]) -> None:
    assert [(quote, kind, role) for quote, kind, _, role in told(text)] == expected


def test_head_noun_and_not_the_force_before_it_decides_the_unit() -> None:
    rows = figures("Britain will deploy two Royal Navy ships to the gulf as the war goes on.")
    assert [(r["unit_kind"], r["force_country"]) for r in rows] == [("equipment", "GBR")]


def test_guessed_force_is_inferred() -> None:
    text = (
        "Serbian Defence Ministry\n\nBosnian troops shelled Serbian positions. Bosnian forces fled.\n\n"
        "The following have been destroyed:\n\n- 45 tanks\n- 12 howitzers\n"
    )
    rows = figures(text)
    assert rows
    assert all("inferred" in r["flags"] for r in rows if r["force_country"] and r["force_text"] is None)


@pytest.mark.parametrize(
    "text",
    [
        "The poachers killed 300 cranes in the marsh.",
        "More than a thousand multinational companies have quit the country since the invasion.",
        "The war will bring suffering to millions of people.",
    ],
)
def test_what_is_no_force_and_no_victim_makes_no_row(text: str) -> None:
    assert told(text) == []
