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
