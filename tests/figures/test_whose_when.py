"""Whose those counted are, when, and how sure it is, where the sentence alone does not say."""

import pytest
from figures_reading import figures


def _row(text: str, quote: str, **kwargs) -> dict:
    return next(r for r in figures(text, **kwargs) if r["quote"] == quote)


def test_the_enemy_of_a_president_may_be_rebels_of_his_own() -> None:
    text = (
        "Somalis! The war against Al-Shabaab goes on. Al-Shabaab attacked us in May. Turkey stands with us.\n\n"
        "In February the enemy attacked our bases with more than 2,000 fighters. Al-Shabaab lost. "
        "Since January 420 soldiers have fallen; I will not hide our losses."
    )
    assert _row(text, "more than 2,000")["force_country"] == "SOM"
    assert _row(text, "420")["force_country"] == "SOM"


def test_seafarers_and_staff_of_the_un_belong_to_no_side() -> None:
    text = (
        "The Houthis of Yemen sank a cargo ship and killed three seafarers. They hold 21 United Nations staff members."
    )
    assert [r["force_country"] for r in figures(text) if r["unit_kind"] == "civilian"] == [None, None]


def test_where_forces_are_moved_from_does_not_own_them() -> None:
    text = "Russia has moved 900 soldiers from Syria to Libya since the war began."
    assert _row(text, "900")["force_country"] == "RUS"


def test_officers_who_only_put_a_number_to_losses_do_not_bear_them() -> None:
    text = (
        "The war in Ukraine goes on. Russian brigades took the town of Huliaipole, at a cost that Ukrainian officers "
        "put at 9,000 killed and wounded. Russian artillery fired on soldiers."
    )
    assert _row(text, "9,000")["force_country"] == "RUS"


def test_what_has_gone_on_since_fighting_began_is_open() -> None:
    text = "At least 70 soldiers have been killed since fighting broke out on 2 December 2025."
    assert _row(text, "At least 70")["date_edtf"] == "2025-12-02/.."


def test_an_answer_with_arms_is_dated_and_a_pact_dates_nothing() -> None:
    text = "Russia answered on 14 November 2025 with 430 drones. "
    text += "Burundi has had ten battalions there under a pact signed in 2023."
    assert _row(text, "430")["date_edtf"] == "2025-11-14"
    assert _row(text, "ten")["date_edtf"] != "2023"


def test_those_who_try_are_there_and_those_ordered_will_come() -> None:
    text = (
        "Troops tried to storm the town with 12 tanks. The 2nd Army has been ordered to send two battalions to Surin."
    )
    assert _row(text, "12")["modality"] == "asserted"
    assert _row(text, "two")["modality"] == "planned"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 2 May 2024 Poland declared that it would send 500 policemen to Gdynia.", None),
        ("Egypt pledged in January 2024 to send 500 policemen.", None),
        ("In July 2024 Poland will send 500 policemen to Gdynia.", "2024-07"),
        ("The fighting began on 2 May 2024. About 500 more Egyptian soldiers are on their way.", None),
    ],
)
def test_the_day_of_a_promise_is_not_that_of_what_is_promised(text: str, value: str | None) -> None:
    assert [row["date_edtf"] for row in figures(text) if row["best"] == 500] == [value]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Britain called up 25,000 reservists, and a brigade flew to Cyprus.", None),
        ("Chad recruited 700 soldiers, who train at Moussoro.", None),
        ("Ghana delivered 60 lorries to Bamako on Monday.", "Bamako"),
    ],
)
def test_where_the_clause_behind_plays_is_not_where_men_are_raised_or_arms_given(text: str, place: str | None) -> None:
    assert figures(text)[0]["place_text"] == place


def test_the_day_of_what_was_over_by_then_is_carried_on_to_nothing() -> None:
    text = "Having lost Gao on 3 May 2024, Mali's army turned north. It led 500 soldiers to Kidal."
    assert [row["date_edtf"] for row in figures(text) if row["best"] == 500] == [None]
    text = "Mali's army lost Gao on 3 May 2024 and turned north. It led 500 soldiers to Kidal."
    assert [row["date_edtf"] for row in figures(text) if row["best"] == 500] == ["2024-05-03"]
