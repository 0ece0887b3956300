"""What befalls somebody told by "get", "have" or a report of it, and what somebody no longer does."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An opposition leader got arrested in Kampala.", ("COERCE", "UGA", "UGA")),
        ("Twelve Chadian soldiers got killed in a Boko Haram ambush.", ("ASSAULT", "NGA", "TCD")),
        ("Syria was getting bombed by Israel.", ("ASSAULT", "ISR", "SYR")),
        ("Two Kenyan policemen were confirmed killed in Haiti.", ("ASSAULT", None, "KEN")),
        ("Two Canadian hikers are being held by Iran.", ("COERCE", "IRN", "CAN")),
        ("Three Mexican judges were found shot dead in Culiacan.", ("ASSAULT", None, "MEX")),
        ("A Dutch engineer is being held in Venezuela.", ("COERCE", "VEN", "NLD")),
    ],
)
def test_passives_with_get_and_of_those_held(text: str, expected: tuple[str, str | None, str]) -> None:
    assert acts(text) == [expected]


def test_no_passive_where_an_object_follows() -> None:
    assert acts("Ukraine got trained pilots from Poland.") == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Six Malian soldiers were reported killed on Monday.", "possible"),
        ("Ten Congolese rebels were believed killed by Rwandan jets.", "possible"),
        ("Six Malian soldiers were confirmed killed on Monday.", "asserted"),
    ],
)
def test_what_is_only_told_is_possible(text: str, modality: str) -> None:
    assert [(row["event_type"], row["modality"]) for row in rows(text)] == [("ASSAULT", modality)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ugandan president had him arrested.", ("COERCE", "UGA", "UGA")),
        ("Iran had two prisoners executed.", ("ASSAULT", "IRN", "IRN")),
        ("The king of Jordan had the newspaper shut down.", ("COERCE", "JOR", "JOR")),
        ("Mali's army had ten soldiers killed in the raid.", ("ASSAULT", None, "MLI")),
        ("Russia had two of its ships sunk by Ukraine.", ("ASSAULT", "UKR", "RUS")),
        ("Kim had his uncle executed.", ("ASSAULT", "PRK", "PRK")),
    ],
)
def test_what_somebody_has_done_or_undergoes(text: str, expected: tuple[str, str | None, str]) -> None:
    assert acts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The United States has 900 troops deployed in Syria.",
        "Chad has had ten battalions there since a war lost in 2023.",
    ],
)
def test_what_somebody_has_somewhere_is_no_act(text: str) -> None:
    assert acts(text) == []


def test_the_accuser_may_stand_behind_the_charge() -> None:
    assert acts("Russia was accused of bombing a hospital by Ukraine.")[0] == ("ACCUSE", "UKR", "RUS")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The United States suspended sharing intelligence with Ukraine.", ("SANCTION", "USA", "UKR")),
        ("Poland quit training Ukrainian soldiers.", ("SANCTION", "POL", "UKR")),
        ("Uganda stopped backing the M23 rebels.", ("SANCTION", "UGA", "COD")),
        ("Israel stopped shelling southern Lebanon on Friday.", ("CONCEDE", "ISR", "LBN")),
        ("Saudi Arabia paused bombing Sanaa.", ("CONCEDE", "SAU", "YEM")),
        ("Rwanda desisted from shelling Goma.", ("CONCEDE", "RWA", "COD")),
        ("Russia resumed bombing Kharkiv.", ("ASSAULT", "RUS", "UKR")),
        ("New Delhi suspended trade with Pakistan and says that it will not restore it.", ("SANCTION", "IND", "PAK")),
    ],
)
def test_what_somebody_no_longer_does(text: str, expected: tuple[str, str, str]) -> None:
    assert acts(text) == [expected]


def test_what_somebody_is_asked_to_stop_is_hypothetical() -> None:
    found = [(row["event_type"], row["modality"]) for row in rows("Egypt asked Israel to stop bombing Gaza.")]
    assert found == [("REQUEST", "asserted"), ("CONCEDE", "hypothetical")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia fired late on Monday dozens of drones at Odesa.", ("ASSAULT", "RUS", "UKR")),
        ("China launched early on Saturday a missile over Taiwan.", ("ASSAULT", "CHN", "TWN")),
        ("Israel continued striking Hezbollah on Monday.", ("ASSAULT", "ISR", "LBN")),
    ],
)
def test_a_date_or_a_verb_before_the_object(text: str, expected: tuple[str, str, str]) -> None:
    assert acts(text) == [expected]


def test_what_somebody_decides_against_is_negated() -> None:
    found = [
        (row["event_type"], row["modality"]) for row in rows("Pakistan decided against expelling the Indian envoy.")
    ]
    assert found == [("SANCTION", "negated")]


def test_what_somebody_vows_to_go_on_doing_is_a_threat() -> None:
    assert acts("Israel vowed to go on striking Hezbollah.")[0] == ("THREATEN", "ISR", "LBN")
    assert "THREATEN" not in [kind for kind, _, _ in acts("Armenia vowed to stop shelling Azerbaijani villages.")]


def test_those_sent_to_do_something_undergo_what_is_told_of_them() -> None:
    found = acts("Ugandan troops sent to fight rebels in Congo were ambushed on Monday.")
    assert ("ASSAULT", None, "UGA") in found
    assert ("ASSAULT", None, "COD") not in found
