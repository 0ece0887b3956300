"""When an act took place: the day of a speech, of another clause, or of an aside."""

from __future__ import annotations

import pytest
from event_texts import rows


def day(text: str, event_type: str) -> set[str | None]:
    return {row["date_edtf"] for row in rows(text, "2024-06-20") if row["event_type"] == event_type}


@pytest.mark.parametrize(
    ("text", "event_type", "value"),
    [
        ("A spokesman claimed on 7 June that Chadian rebels seized Moussoro.", "ASSAULT", "2024-06-07"),
        ("A spokesman said on 7 June that Chadian rebels had seized Moussoro.", "ASSAULT", None),
        ("A spokesman said on 7 June that Chad would send a battalion to Niger.", "MOBILIZE", None),
        ("Sudan demanded that Chad free the men, whom it had arrested on Monday.", "REQUEST", None),
        ("Chad condemned Libya, while Sudan has shelled the border since May.", "ACCUSE", None),
        ("Sudan threatened to attack Chad if its troops are still there in July.", "THREATEN", None),
        ("Chad urged Sudan to yield, and Libya closed its embassy on Monday.", "REQUEST", None),
        ("Chad shelled Sudanese villages that lie on the border on 7 June.", "ASSAULT", "2024-06-07"),
    ],
)
def test_the_day_is_that_of_the_act(text: str, event_type: str, value: str | None) -> None:
    assert day(text, event_type) == {value}


def test_the_day_of_one_act_is_not_that_of_a_possible_other() -> None:
    text = "Chad plans to send 600 soldiers to Niger in July and may send another 300 soldiers to Mali."
    assert [row["date_edtf"] for row in rows(text, "2024-06-20")] == ["2024-07", None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fighting in Khartoum began on Monday. Sudanese soldiers killed 40 civilians.", "2024-06-17"),
        ("The rebels have until Monday to leave. Sudanese soldiers killed 40 civilians.", None),
        ("The fighting eased on Monday and grew on Tuesday. Sudanese soldiers killed 40 civilians.", None),
    ],
)
def test_the_one_day_of_the_paragraph_is_that_of_what_follows(text: str, value: str | None) -> None:
    assert day(text, "ASSAULT") == {value}


def test_date_of_what_a_colon_adds_is_not_the_acts() -> None:
    text = "Kenya called on the rebels in Ituri to surrender: 40 of them have used the line since May 2023."
    assert [row["date_edtf"] for row in rows(text) if row["event_type"] == "REQUEST"] == [None]


def test_what_an_issuer_says_now_is_of_no_day_told_before() -> None:
    text = "Ministry of Defence of Chad\n\nThe enemy fled on 7 June. The Ministry {} the claims of Libya."
    assert day(text.format("rejects"), "REJECT") == {None}
    assert day(text.format("rejected"), "REJECT") == {"2024-06-07"}


@pytest.mark.parametrize(("when", "value"), [("in 2019", None), ("on 7 June", "2024-06-07")])
def test_what_is_said_now_is_of_no_year_told_before(when: str, value: str | None) -> None:
    assert day(f"Sudanese soldiers seized the town {when}. Chad accuses them of murder.", "ACCUSE") == {value}


@pytest.mark.parametrize(
    ("text", "event_type", "value"),
    [
        # the day that opens the next clause
        ("Angolan troops moved south, and on 7 June their jets bombed a dam in Namibia.", "MOBILIZE", None),
        # what holds by now
        ("Chad closed its border on 7 June and has rejected the plan of Sudan.", "REJECT", None),
        ("Chad has shelled Sudan since 7 June and has accused it of murder.", "ACCUSE", "2024-06-07/.."),
        # a deadline of another act
        ("Chad plans to leave the base by 1 July, although Sudan rejected the offer.", "REJECT", None),
        # violence goes on in the clause behind
        ("Sudanese jets bombed Kassala after rebels killed nine soldiers on 7 June.", "ASSAULT", "2024-06-07"),
        ("Chad alerted its army after Sudan arrested nine Chadian envoys on 7 June.", "COERCE", "2024-06-07"),
    ],
)
def test_the_day_of_another_clause_is_not_that_of_the_act(text: str, event_type: str, value: str | None) -> None:
    assert day(text, event_type) == {value}


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("Sudan has starved the city since 7 June.", None),
        ("Egypt will send rice this summer.", None),
        ("Egypt, which sent rice on 7 June, has no plan.", None),
        ("Both signed the truce of 7 June.", None),
        ("The fighting began on 7 June.", "2024-06-07"),
    ],
)
def test_no_long_or_passing_time_is_that_of_what_follows(before: str, value: str | None) -> None:
    assert day(f"{before} Chad accused Sudan of murder.", "ACCUSE") == {value}


def test_a_sentence_with_a_day_of_its_own_takes_none_from_before() -> None:
    text = "The fighting began on 7 June. Chad has accused Sudan of murder, and on 9 June Libya offered help."
    assert day(text, "ACCUSE") == {None}


def test_what_is_done_by_now_is_not_of_the_day_told_before() -> None:
    told = rows("In August 2025 rebels shelled Quetta. Islamabad has deployed two divisions.", published="2025-10-22")
    assert [row["date_edtf"] for row in told if row["event_type"] == "MOBILIZE"] == [None]


def dates(text: str, published: str = "2024-05-10") -> list[tuple[str, str | None]]:
    return [(row["event_type"], row["date_edtf"]) for row in rows(text, published)]


def test_the_day_between_an_owner_and_his_attack_is_that_of_the_attack() -> None:
    assert dates("Sudan's 7 May attack on Abéché killed 40 Chadians.") == [("ASSAULT", "2024-05-07")]
    assert ("ASSAULT", "2024-05-07") in dates("The 7 May attack on Abéché by Sudan shocked Togo.")
    assert ("ACCUSE", None) in dates("Togo condemned the brutal 7 May attack on Abéché by Sudan.")
    assert dates("Togo's premier urged Ghana to condemn Sudan's 7 May attack on Chad.")[0] == ("REQUEST", None)


def test_the_day_right_before_a_talk_is_its_day() -> None:
    text = "Togo's premier today spoke with Ghana's president on the feast of Sudan's attack on Chad on 7 April."
    assert dates(text)[0] == ("CONSULT", "2024-05-10")
    assert dates(f"{text} They discussed cocoa.")[-1] == ("CONSULT", "2024-05-10")


def test_the_day_of_an_attack_named_in_passing_is_not_that_of_what_follows() -> None:
    text = "The premier of Togo hailed the calm since Sudan's 7 April attack on Chad. He urged Ghana to act."
    assert ("REQUEST", None) in dates(text)


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("In 2014 two soldiers of Mali were killed.", "killed", "2014"),
        ("By 2019 rebels had seized Goma in Congo.", "seized", "../2019"),
        ("In May 2023 Sudan shelled Chad. Two days later Chad closed the border.", "shelled", "2023-05"),
        ("Since the Russian attack on Kharkiv on 3 May 2024, schools have closed.", "attack", "2024-05-03/.."),
    ],
)
def test_a_year_before_a_count_and_a_date_around_names(text: str, trigger: str, value: str) -> None:
    assert {row["date_edtf"] for row in rows(text) if row["trigger"] == trigger} == {value}


@pytest.mark.parametrize(
    ("text", "event_type", "value"),
    [
        ("A rights group accused Chadian troops of burning a village in March.", "ACCUSE", None),
        ("A rights group accused Chadian troops of burning a village in March.", "ASSAULT", "2024-03"),
        ("Kenya blamed Somalia for shelling a village in May and expelled its envoy.", "SANCTION", None),
        ("Chad accused Sudan on Monday of arming rebels in May and closed the border.", "COERCE", "2024-06-17"),
        ("China denied that it had armed Chad in May, and Japan urged Sudan to yield.", "REQUEST", None),
        ("Officials said that rebels had shelled Goma in May and killed ten people.", "ASSAULT", "2024-05"),
        ("The Houthis, which blockaded Taiz in May, said they had burned 50 lorries.", "ASSAULT", None),
        ("On Tuesday Sergei Shoigu visited Pyongyang for the third time since March.", "CONSULT", "2024-06-18"),
        ("Russia shelled Kharkiv in the deadliest attack on the city since 2022.", "ASSAULT", None),
        ("Russia has killed at least 40 people in Kharkiv since May.", "ASSAULT", "2024-05/.."),
        ("Ghana condemned the coup of 2020.", "ACCUSE", None),
        ("Kenya closed its border after the raid on 5 May.", "COERCE", None),
        ("Israel has killed 100 men in Gaza since the attack on 5 May.", "ASSAULT", "2024-05-05/.."),
        ("The United States urged Ethiopia not to repeat 1998.", "REQUEST", None),
        ("Egypt put off a vote, due on Saturday, and accused Israel of theft.", "ACCUSE", None),
        ("Russia struck Sumy this spring, on the night of May 7 to 8.", "ASSAULT", "2024-05-07/2024-05-08"),
    ],
)
def test_the_day_is_that_of_no_other_thing_told(text: str, event_type: str, value: str | None) -> None:
    assert day(text, event_type) == {value}


def test_a_part_of_a_day_opens_no_dateline() -> None:
    assert day("Rebels shelled Goma on the evening of May 5. The army fled.", "ASSAULT") == {"2024-05-05"}
