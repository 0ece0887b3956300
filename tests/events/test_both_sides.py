"""Who both sides, the two countries and they are, and whose the missiles are that are shot down."""

from __future__ import annotations

import pytest
from event_texts import acts

WAR = "Pakistani jets bombed Kabul. Afghan troops shelled Chaman. "


@pytest.mark.parametrize("sides", ["both sides", "the two countries", "the neighbours", "both governments"])
def test_both_sides_whom_others_speak_to_are_those_who_fight(sides: str) -> None:
    found = acts(f"{WAR}India stood by. Iran and China urged {sides} to hold their fire.")
    for asking in ("IRN", "CHN"):
        assert {("REQUEST", asking, "AFG"), ("REQUEST", asking, "PAK")} <= set(found)


def test_all_parties_are_nobody_known() -> None:
    assert ("REQUEST", "IRN", None) in acts(f"{WAR}Iran urged all parties to hold their fire.")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Thai and Cambodian troops clashed. Both armies attacked villages.",
            [("ASSAULT", "KHM", "THA"), ("ASSAULT", "THA", "KHM")],
        ),
        ("Thai and Cambodian troops clashed. The two armies last fought in 2011.", [("ASSAULT", "THA", "KHM")]),
        ("Russia and Ukraine met in Ankara. The two sides last traded captives in May.", [("CONCEDE", "RUS", "UKR")]),
        ("Russia and Ukraine are at war. Officials of the two countries met in Ankara.", [("CONSULT", "RUS", "UKR")]),
        (f"{WAR}Qatar hosted two rounds of talks between the foes.", [("CONSULT", "AFG", "PAK")]),
        ("Azerbaijan shelled the town. Karabakh's separatists surrendered.", [("RETREAT", "ARM", None)]),
        ("Russian and Ukrainian officials met in Geneva. They signed a truce.", [("AGREE", "RUS", "UKR")]),
        (
            "Thailand and Cambodia signed a truce. Trump threatened to raise tariffs on both countries.",
            [("THREATEN", "USA", "THA"), ("THREATEN", "USA", "KHM")],
        ),
    ],
)
def test_two_sides_told_as_one(text: str, events: list[tuple[str, str, str]]) -> None:
    assert set(events) <= set(acts(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Iran fired rockets at Tel Aviv. Jordan's air force downed some of the rockets.", ("ASSAULT", "JOR", "IRN")),
        ("Russia launched 90 drones at Ukraine. Ukraine shot down 80 drones over Lviv.", ("ASSAULT", "UKR", "RUS")),
        ("Poland shot down three drones that had come from Belarus.", ("ASSAULT", "POL", None)),
    ],
)
def test_what_is_shot_down_is_of_who_launched_it(text: str, event: tuple[str, str, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Planes hit Khan Younis. The military said it had struck Hamas militants.", ("ASSAULT", "ISR", "PSE")),
        ("Militants in the West Bank shot dead a settler near Hebron.", ("ASSAULT", "PSE", "ISR")),
        ("Gunmen in Gaza fired at soldiers near Rafah.", ("ASSAULT", "PSE", "ISR")),
    ],
)
def test_where_there_is_no_army_of_ones_own_the_army_is_another_states(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)
