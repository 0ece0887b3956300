"""What texts of every kind tell of forces: whose a section is, where a witness speaks, what a list goes on with."""

from figures_reading import figures, told


def _row(text: str, quote: str, **kwargs) -> dict:
    return next(r for r in figures(text, **kwargs) if r["quote"] == quote)


def test_a_heading_that_names_a_side_owns_the_forces_below_it() -> None:
    text = (
        "# The balance in Ladakh\n\n## People's Liberation Army\n\n"
        "The Western Theatre Command had around 60,000 troops facing Ladakh. "
        "Satellite images showed 24 fighter jets there.\n\n"
        "## Indian Army\n\nIndia moved 45 tanks into Ladakh.\n"
    )
    rows = figures(text, media_type="text/markdown")
    assert [r["force_country"] for r in rows] == ["CHN", "CHN", "IND"]
    assert rows[0]["role"] == "deployed"


def test_who_speaks_on_the_spot_tells_where_it_was() -> None:
    text = "A hospital official in Spin Boldak said at least 12 civilians were killed by mortar fire."
    assert _row(text, "at least 12")["place_country"] == "AFG"
    text = "In Kabul, a spokesman for the army said that 58 soldiers had been killed."
    assert _row(text, "58")["place_country"] is None


def test_a_list_goes_on_behind_what_befell_a_part() -> None:
    text = (
        "The United States has supplied 31 tanks, of which at least 19 have been lost, 186 howitzers and 39 launchers."
    )
    assert [role for *_, role in told(text)] == ["supplied", "destroyed", "supplied", "supplied"]


def test_a_list_goes_on_behind_what_nobody_counted() -> None:
    text = "Germany will provide 12 howitzers, spare parts, quantities of ammunition, and 40 armoured vehicles."
    assert [role for *_, role in told(text)] == ["supplied", "supplied"]


def test_arms_sent_to_somebody_named_are_given() -> None:
    text = "North Korea has sent Russia at least 12,000 soldiers, 100 KN-23 missiles and 200 artillery pieces."
    assert [role for *_, role in told(text)] == ["deployed", "supplied", "supplied"]


def test_who_gave_what_was_received_may_stand_far_behind() -> None:
    text = "Bamako had earlier received four L-39 jets and two Su-25 attack aircraft from Russia."
    assert [r["force_country"] for r in figures(text)] == ["RUS", "RUS"]


def test_a_participle_before_another_noun_counts_nobody() -> None:
    assert figures("Prosecutors investigate over 120,000 registered cases of war crimes by soldiers.") == []


def test_people_who_go_home_are_no_prisoners_let_go() -> None:
    text = "The army said that a truce would allow tens of thousands of Israelis to return to their homes."
    assert all(r["unit_kind"] == "civilian" for r in figures(text))


def test_the_name_of_a_class_is_no_measure() -> None:
    text = "Algeria operates 500 T-90 tanks and six Kilo-class submarines."
    assert _row(text, "six")["role"] == "strength"


def test_the_year_of_the_worst_before_dates_what_was_done_then() -> None:
    text = "It was the deadliest attack there since 1860, when mobs killed thousands of Christians in Damascus."
    assert _row(text, "thousands")["date_edtf"] == "1860"


def test_a_day_by_which_something_is_due_dates_nothing_else() -> None:
    text = "Belgium pledged 30 jets by 2028. The United States has supplied 31 tanks."
    assert _row(text, "31")["date_edtf"] is None


def test_the_whole_and_not_its_part_is_told_of_further() -> None:
    text = (
        "Hamas attacked Israel on 7 October 2023. Over 1,200 people were killed in Israel, including 46 Americans. "
        "More than 250 were taken hostage."
    )
    assert _row(text, "More than 250")["force_country"] == "ISR"


def test_counts_in_brackets_belong_to_those_named_before_them() -> None:
    text = "The largest contingents were those of Indonesia (1,231 troops), Italy (1,117) and India (903)."
    assert [(r["quote"], r["force_country"]) for r in figures(text)] == [
        ("1,231", "IDN"),
        ("1,117", "ITA"),
        ("903", "IND"),
    ]


def test_men_who_carry_arms_are_not_given() -> None:
    text = "More than 20 coast guardsmen armed with axes and knives surrounded the boat."
    assert told(text) == [("More than 20", "personnel", "coast guardsman", "deployed")]


def test_what_is_asked_of_others_is_requested_only_where_it_is_to_be_sent() -> None:
    assert _row("Washington wants the army to recruit 6,000 men.", "6,000")["role"] == "recruited"
    assert _row("Kyiv asked its allies to send 12 tanks.", "12")["role"] == "requested"


def test_the_enemy_is_whom_those_fight_who_count_him() -> None:
    text = "The Red Army attacked. 11,000 Finns destroyed two Soviet divisions. The Finns counted 27,500 enemy dead."
    assert _row(text, "27,500")["force_country"] == "RUS"


def test_a_ministry_that_names_no_other_state_tells_of_its_own() -> None:
    text = (
        "Ministry of Defence of the Republic of Mali\n\nBamako, 22 September 2025\n\n"
        "The General Staff of Mali informs the public that a convoy escorted by two companies came under attack. "
        "The armed forces recovered 14 motorcycles."
    )
    assert {r["force_country"] for r in figures(text)} == {"MLI"}


def test_arms_supplied_with_men_are_supplied() -> None:
    text = "Sweden supplied 8,000 volunteers, 29 aircraft and 90,000 rifles to Finland during the war with the army."
    assert [role for _, kind, _, role in told(text) if kind == "equipment"] == ["supplied", "supplied"]


def test_who_approached_is_there() -> None:
    text = "Six soldiers armed with rifles approached an outpost of the army before opening fire."
    assert _row(text, "Six")["role"] == "deployed"


def test_the_dead_of_a_bus_are_no_soldiers_of_the_nation_that_has_an_army_there() -> None:
    text = (
        "Some 2,500 American soldiers are in Iraq, the army said. In August 2003 a bomb blew up a bus in Jerusalem, "
        "killing five Americans."
    )
    assert _row(text, "five")["unit_kind"] == "civilian"


def test_guns_on_a_truck_leave_it_captured() -> None:
    text = "The army seized 70 motorcycles and two pickup trucks mounted with machine guns."
    assert [role for *_, role in told(text)] == ["captured", "captured"]


def test_a_day_that_opens_a_clause_is_that_of_the_clause() -> None:
    text = (
        "On 11 May 2024, an airstrike killed 17 people, and on 3 May 2024 rebels captured a base of the army. "
        "Some 1,000 men were recruited in April 2024, 120 of whom deserted in June 2024."
    )
    dates = {r["quote"]: r["date_edtf"] for r in figures(text)}
    assert dates["17"] == "2024-05-11"
    assert dates["Some 1,000"] == "2024-04"


def test_a_nation_whose_verb_is_left_out_lost_its_own() -> None:
    text = "Eritrea lost an estimated 19,000 soldiers in the war of 1998-2000 and Ethiopia perhaps 60,000."
    assert [r["force_country"] for r in figures(text)] == ["ERI", "ETH"]


def test_ships_with_a_carrier_are_no_men() -> None:
    text = "The navy has deployed an aircraft carrier with eight escorts. The war goes on; soldiers shelled the enemy."
    assert _row(text, "eight")["unit_kind"] == "equipment"


def test_the_country_is_a_place() -> None:
    text = "Burkina Faso is at war. Russia sent about 100 military instructors to the country last year."
    assert _row(text, "about 100")["place_country"] == "BFA"


def test_a_group_is_of_the_state_in_which_it_fights() -> None:
    text = (
        "Cameroonian soldiers fought back. The army of Cameroon killed 60 Boko Haram fighters near Maroua in Cameroon."
    )
    assert _row(text, "60")["force_country"] == "CMR"


def test_whom_somebody_went_to_arrest_was_not_taken() -> None:
    assert figures("The police had gone to El Aguaje to arrest a man when they were surrounded.") == []


def test_those_whom_officers_of_another_state_train_are_of_the_place() -> None:
    assert _row("Emirati officers continue to train 4,000 recruits in Mukalla.", "4,000")["force_country"] == "YEM"


def test_the_holy_see_sees_nobody() -> None:
    text = "Ten civilians were released with the help of the Holy See on 28 June 2024."
    assert _row(text, "Ten")["date_edtf"] == "2024-06-28"


def test_a_part_of_those_detained_is_detained() -> None:
    assert _row("The UN counts 59 of its staff among those detained by the Houthis.", "59")["role"] == "captured"
