"""Tables of forces and losses, as histories put them beside their text."""

from figures_reading import figures

PROSE = "The battle of Kars was fought by the Russian army and Ottoman troops; artillery shelled the infantry.\n\n"


def read(text: str) -> list[tuple]:
    return [(r["quote"], r["unit_kind"], r["unit"], r["role"], r["force_country"]) for r in figures(PROSE + text)]


def test_a_cell_holds_several_counts_and_a_column_is_a_side():
    rows = read(
        "| Belligerents | Russian Empire | Ottoman Empire |\n|---|---|---|\n"
        "| Strength | 12,000 men, 300 guns | 25,000 |\n"
        "| Casualties and losses | 1,200 killed, 3,000 wounded | ~2,500 killed and wounded, 17,000 captured |\n"
    )
    assert sorted(rows[-7:]) == sorted(
        [
            ("12,000", "personnel", "man", "strength", "RUS"),
            ("300", "equipment", "gun", "strength", "RUS"),
            ("1,200", "personnel", None, "killed", "RUS"),
            ("3,000", "personnel", None, "wounded", "RUS"),
            ("25,000", "personnel", None, "strength", "TUR"),
            ("~2,500", "personnel", None, "casualties", "TUR"),
            ("17,000", "personnel", None, "captured", "TUR"),
        ]
    )


def test_a_column_of_arms_without_a_role_is_the_strength_of_its_row():
    rows = read("| Side | Troops | Tanks |\n|---|---|---|\n| Ethiopia | 75,000 | 233 |\n| Somalia | 23,000+ | 250 |\n")
    assert rows == [
        ("75,000", "personnel", "troop", "strength", "ETH"),
        ("233", "equipment", "tank", "strength", "ETH"),
        ("23,000+", "personnel", "troop", "strength", "SOM"),
        ("250", "equipment", "tank", "strength", "SOM"),
    ]


def test_the_size_of_an_army_is_of_its_men():
    rows = read("| Force | Estimated Size |\n|---|---|\n| Somali National Army | 24,000 |\n| Kenyan army | 9,000 |\n")
    assert [(r[0], r[1], r[3]) for r in rows] == [
        ("24,000", "personnel", "strength"),
        ("9,000", "personnel", "strength"),
    ]


def test_a_column_of_fleets_counts_what_the_rows_name_and_one_of_the_abducted_people():
    rows = read(
        "| Craft | Country | Estimated fleet |\n|---|---|---|\n| Corvette | Russia | 4 |\n| Frigate | Oman | 6 |\n"
    )
    assert [r[:4] for r in rows] == [
        ("4", "equipment", "corvette", "strength"),
        ("6", "equipment", "frigate", "strength"),
    ]
    rows = read("| State | Place | Abducted |\n|---|---|---|\n| Niger | Agadez | 25 |\n| Mali | Gao | 38 |\n")
    assert [(r[0], r[3]) for r in rows] == [("25", "captured"), ("38", "captured")]


def test_a_caption_of_forces_tells_what_its_arms_are():
    rows = read(
        "Table 1. Forces in the valley\n\n| Unit | Tanks |\n|---|---|\n| Valley army | 18 |\n| Hill army | 7 |\n"
    )
    assert [r[:4] for r in rows] == [("18", "equipment", "tank", "strength"), ("7", "equipment", "tank", "strength")]


def test_columns_say_which_men_of_a_contingent_are_there_and_which_will_come():
    rows = read(
        "| Country | On the ground | To come |\n|---|---|---|\n| Rwanda | 155 | 237 |\n| Nigeria | 205 | 350 |\n"
    )
    assert rows == [
        ("155", "personnel", None, "deployed", "RWA"),
        ("237", "personnel", None, "reinforcing", "RWA"),
        ("205", "personnel", None, "deployed", "NGA"),
        ("350", "personnel", None, "reinforcing", "NGA"),
    ]


def test_columns_headed_by_states_count_what_the_rows_name():
    rows = read("| Type | Greece | Turkey |\n|---|---|---|\n| Frigates | 13 | 16 |\n| Howitzers | ~540 | 1,100+ |\n")
    assert rows == [
        ("13", "equipment", "frigate", "strength", "GRC"),
        ("16", "equipment", "frigate", "strength", "TUR"),
        ("~540", "equipment", "howitzer", "strength", "GRC"),
        ("1,100+", "equipment", "howitzer", "strength", "TUR"),
    ]


def test_a_column_of_the_killed_of_a_body_counts_its_men_and_one_beside_it_those_who_gave_up():
    rows = read("Province;Rebels killed;Army killed;Surrendered\nNampula;21;3;7\nTete;4;2;5\n")
    assert [r[:4] for r in rows] == [
        ("21", "personnel", "rebel", "killed"),
        ("3", "personnel", None, "killed"),
        ("7", "personnel", None, "surrendered"),
        ("4", "personnel", "rebel", "killed"),
        ("2", "personnel", None, "killed"),
        ("5", "personnel", None, "surrendered"),
    ]


def test_a_short_line_above_a_table_tells_where_and_when():
    table = (
        "| Country | On the ground | To come | Expected |\n|---|---|---|---|\n| Rwanda | 155 | 237 | 12 May 2004 |\n"
    )
    rows = figures(PROSE + "Mission in Sudan by contingent, 3 May 2004\n\n" + table)
    assert [(r["quote"], r["place_country"], r["date_edtf"]) for r in rows] == [
        ("155", "SDN", "2004-05-03"),
        ("237", "SDN", "2004-05-12"),
    ]


def test_counts_of_two_columns_side_by_side_are_two():
    rows = read("Force Battle Tanks Fighter Aircraft\nThailand Around 400 112\nCambodia Over 200 18\n")
    assert [row[:2] for row in rows] == [
        ("Around 400", "equipment"),
        ("112", "equipment"),
        ("Over 200", "equipment"),
        ("18", "equipment"),
    ]


def test_beside_counts_of_the_killed_arms_are_what_killed_them():
    rows = read(
        "| Place | Weapon | Killed | Wounded |\n|---|---|---|---|\n"
        "| Kars | Missile | 12 | 40 |\n| Van | Drone | 3 | 9 |\n"
    )
    assert [row[:4] for row in rows] == [
        ("12", "personnel", None, "killed"),
        ("40", "personnel", None, "wounded"),
        ("3", "personnel", None, "killed"),
        ("9", "personnel", None, "wounded"),
    ]
    rows = read("| Arms | Lost | Captured |\n|---|---|---|\n| Tanks | 31 | 4 |\n| Guns | 12 | 7 |\n")
    assert [row[1] for row in rows] == ["equipment"] * 4


def test_a_period_in_the_caption_dates_a_table_rather_than_the_day_as_of_which_it_counts():
    table = "\n\n| Side | Killed | Wounded |\n|:--|--:|--:|\n| Thai soldiers | 9 | 111 |\n"
    for caption, date in (
        ("Losses, 24-27 July 2025, as of 28 July 2025", "2025-07-24/2025-07-27"),
        ("Losses as of 28 July 2025", "2025-07-28"),
    ):
        rows = figures(f"Table 1. {caption}{table}", media_type="text/markdown")
        assert [r["date_edtf"] for r in rows] == [date, date]
