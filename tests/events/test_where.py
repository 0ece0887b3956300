"""Where an act took place: never whom it was said to or done with."""

from __future__ import annotations

import pytest
from event_texts import rows


def places(text: str, event_type: str) -> set[str | None]:
    return {row["place_text"] for row in rows(text) if row["event_type"] == event_type}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Turkey warned Athens on Monday.", "THREATEN"),
        ("Chad accused Libya of arming rebels.", "ACCUSE"),
        ("Sudan recalled its ambassador from Nairobi.", "SANCTION"),
        ("France suspended military aid to Burkina Faso.", "SANCTION"),
        ("Algeria broke off relations with Rabat.", "SANCTION"),
        ("Kenya shut its border with Somalia.", "COERCE"),
        ("Peru demanded that Quito withdraw its troops.", "REQUEST"),
        ("Rebels shelled Goma, and Belgium condemned the attack.", "ACCUSE"),
        ("Ghana will give Togo five boats.", "AID"),
        ("China severed the military hotline with the Pentagon.", "SANCTION"),
        ("The Houthis fired two missiles at a U.S. destroyer.", "ASSAULT"),
    ],
)
def test_whom_it_is_said_to_or_done_with_is_no_place(text: str, event_type: str) -> None:
    assert places(text, event_type) == {None}


@pytest.mark.parametrize(
    ("text", "event_type", "place"),
    [
        ("Egypt accused Israel of aggression in Geneva.", "ACCUSE", "Geneva"),
        ("The Chadian foreign minister flew to Khartoum and met General Burhan.", "CONSULT", "Khartoum"),
        ("Ethiopia and Eritrea signed a treaty in Jeddah.", "AGREE", "Jeddah"),
        ("Japan's foreign minister visited Kyiv.", "CONSULT", "Kyiv"),
        ("Uganda urged the rebels to lift the siege of Bunia.", "REQUEST", "Bunia"),
        ("Chad will send a battalion to its border with Darfur.", "MOBILIZE", "Darfur"),
        ("Ghana delivered tents to refugees in Lomé.", "AID", "Lomé"),
    ],
)
def test_where_it_is_said_or_done_is_one(text: str, event_type: str, place: str) -> None:
    assert places(text, event_type) == {place}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        # where another act of the sentence is done
        ("Chad put its navy on alert and moved 300 gendarmes to Abéché.", "MOBILIZE"),
        ("Ghana shares intelligence with Togo and flies drones from Tamale.", "COOPERATE"),
        ("Uganda accused Rwanda of holding four officers in Kigali.", "ACCUSE"),
        ("Ugandan police detained two men, whom Kampala calls spies.", "COERCE"),
        # where somebody comes from
        ("Togo freed a trader from Parakou.", "CONCEDE"),
        # where an act is told that may never be done
        ("In Lomé, a minister met rebels who promised to withdraw their men.", "RETREAT"),
    ],
)
def test_where_another_act_is_done_is_not_this_ones_place(text: str, event_type: str) -> None:
    assert next(row["place_text"] for row in rows(text) if row["event_type"] == event_type) is None


def test_two_acts_of_one_retreat_or_attack_share_their_place() -> None:
    assert places("Some 90 Chadian rebels laid down their arms and crossed into Cameroon.", "RETREAT") == {"Cameroon"}
    assert places("Sudanese jets hit a market and killed nine people in Nyala.", "ASSAULT") == {"Nyala"}


@pytest.mark.parametrize(
    ("told", "event_type", "place"),
    [
        ("Rebels killed nine Sudanese soldiers.", "ASSAULT", "Nyala"),
        ("Sudan will withdraw its troops.", "RETREAT", None),
        ("Egypt sent 400 soldiers.", "MOBILIZE", "Nyala"),
        ("Sudan called up 400 reservists.", "MOBILIZE", None),
        ("Egypt, whose base at Aswan is full, sent 400 soldiers.", "MOBILIZE", None),
    ],
)
def test_the_place_told_before_is_that_of_what_follows_there(told: str, event_type: str, place: str | None) -> None:
    assert places(f"Sudanese jets bombed Nyala on Monday. {told}", event_type) == {place}


def test_whose_the_speaking_ministry_is_is_not_where_an_act_was_done() -> None:
    found = rows("The Ministry of National Defence of Togo said that its forces had shot down a Ghanaian drone.")
    assert [row["place_text"] for row in found if row["event_type"] == "ASSAULT"] == [None]


def test_a_vessel_is_not_sunk_where_the_act_before_was_done() -> None:
    found = rows("Yemeni rebels fired rockets at Eilat in Israel. They sank two vessels.")
    assert found[-1]["place_text"] is None


def test_an_office_is_not_given_up_where_the_act_before_was_done() -> None:
    found = rows("Ghanaian rebels shelled Kumasi. The president of Ghana stepped down.")
    assert [row["place_text"] for row in found] == ["Kumasi", None]


def test_nobody_fights_where_others_met() -> None:
    told = rows("Kabul and Islamabad signed a truce in Doha. The fighting killed 30 Afghan soldiers.")
    assert [row["place_country"] for row in told if row["event_type"] == "ASSAULT"] == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("President Ruto spoke with the Emir of Qatar to discuss developments in Darfur.", None),
        ("The Kenyan foreign minister discussed the progress in Somalia with his Ethiopian counterpart.", None),
        ("Macron met President Tinubu on Friday to prepare for the ECOWAS summit in Abuja.", None),
        ("Scholz and Macron held talks on the war in Yemen in Lyon.", "Lyon"),
        ("In Cairo, the Egyptian president discussed the situation in Sudan with the Emir of Qatar.", "Cairo"),
        ("The Japanese foreign minister will discuss the Sahel at a forum in Dakar.", "Dakar"),
    ],
)
def test_what_a_talk_is_about_is_not_where_it_was_held(text: str, place: str | None) -> None:
    assert places(text, "CONSULT") == {place}


def test_the_state_that_a_compound_opens_with_is_not_where_what_it_tells_of_was_hit() -> None:
    assert places("Yemeni rebels fired on U.S.-affiliated tankers on Monday.", "ASSAULT") == {None}
    assert places("The Kenyan and Ugandan ministers discussed raids against Bunia.", "CONSULT") == {None}


def test_whose_the_victims_are_is_not_where_they_were_killed() -> None:
    assert places("A raid in Abéché killed U.S. service members.", "ASSAULT") == {"Abéché"}


@pytest.mark.parametrize(
    ("text", "event_type", "country"),
    [
        ("A Russian bomb hit a bakery on the western edge of Sumy.", "ASSAULT", "UKR"),
        ("Norway's minister has spoken to his counterparts in Cairo and Riyadh.", "CONSULT", None),
    ],
)
def test_a_part_of_a_place_and_the_seats_of_counterparts(text: str, event_type: str, country: str | None) -> None:
    assert {row["place_country"] for row in rows(text) if row["event_type"] == event_type} == {country}


def test_where_a_state_denies_an_attack_on_another_is_no_place_of_it() -> None:
    found = rows("In Niamey, the president of Niger denied that his army had attacked Chadian troops.")
    assert [row["place_country"] for row in found if row["event_type"] == "ASSAULT"] == [None]


def test_a_group_of_states_named_after_a_town_is_no_place() -> None:
    assert places("Joe Biden met the leaders of the Bucharest Nine in Warsaw.", "CONSULT") == {"Warsaw"}
