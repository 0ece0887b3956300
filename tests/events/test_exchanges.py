"""What two sides do to one another: exchanges of fire, blame and prisoners, "each other", "each"."""

from __future__ import annotations

import pytest
from event_texts import acts


@pytest.mark.parametrize(
    ("text", "kind", "one", "other"),
    [
        ("Fire was exchanged between Thai and Cambodian troops near the temple.", "ASSAULT", "THA", "KHM"),
        ("Blows were traded by Indian and Chinese soldiers at the lake.", "ASSAULT", "IND", "CHN"),
        ("India and Pakistan exchanged heavy artillery and small-arms fire.", "ASSAULT", "IND", "PAK"),
        ("Iran and Israel swapped missile salvos overnight.", "ASSAULT", "IRN", "ISR"),
        ("Russia and Ukraine swapped 150 prisoners each on Saturday.", "CONCEDE", "RUS", "UKR"),
        ("Russia and Ukraine each returned 90 soldiers.", "CONCEDE", "RUS", "UKR"),
        ("Israel and Hamas each freed ten captives.", "CONCEDE", "ISR", "PSE"),
        ("China and Japan slapped tariffs on each other.", "SANCTION", "CHN", "JPN"),
        ("Algeria and France expelled each other's diplomats.", "SANCTION", "DZA", "FRA"),
        ("Greece and Turkey shot down one another's drones.", "ASSAULT", "GRC", "TUR"),
    ],
)
def test_both_ways(text: str, kind: str, one: str, other: str) -> None:
    assert acts(text) == [(kind, one, other), (kind, other, one)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel and Lebanon both condemned the raid.", [("ACCUSE", "ISR", None), ("ACCUSE", "LBN", None)]),
        ("Washington and Beijing traded barbs at the council.", [("ACCUSE", "USA", "CHN")]),
        ("Eritrea exchanged accusations with Ethiopia over the border.", [("ACCUSE", "ERI", "ETH")]),
        ("Bodies of 500 soldiers were exchanged between Russia and Ukraine.", [("CONCEDE", "RUS", "UKR")]),
        ("India and Nepal exchanged information.", [("COOPERATE", "IND", "NPL")]),
        ("Chad gave France each document.", []),
    ],
)
def test_one_row(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert acts(text) == expected
