"""Direct speech: what somebody is told to do, and who "you" is."""

from __future__ import annotations

import pytest
from event_texts import acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Withdraw your troops from our soil," Kinshasa told Kigali.', ("REQUEST", "COD", "RWA")),
        ('"Stop arming the rebels," Khartoum told Chad.', ("REQUEST", "SDN", "TCD")),
        ('Zelensky told Scholz: "Give us the missiles."', ("REQUEST", "UKR", "DEU")),
        ('"Surrender or die," the rebels told soldiers in Goma.', ("REQUEST", "COD", "COD")),
        ('"Let our children come home," Kyiv told Moscow.', ("REQUEST", "UKR", "RUS")),
        ('"Do not touch our ships," Athens told Ankara.', ("REQUEST", "GRC", "TUR")),
    ],
)
def test_an_order_or_a_plea_is_a_demand(text: str, expected: tuple[str, str, str]) -> None:
    assert acts(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        '"Talks will go on," Oman told Iran.',
        '"Fire swept the camp," the UN told Bangladesh.',
        "Ankara told Athens it would answer.",
        '"Peace will come," Macron told reporters.',
    ],
)
def test_no_demand(text: str) -> None:
    assert "REQUEST" not in [kind for kind, _, _ in acts(text)]


def test_you_is_who_is_told() -> None:
    assert acts('"You bombed our hospitals," Kyiv told Moscow.')[0][:2] == ("ASSAULT", "RUS")


def test_two_who_met_are_both_told_of() -> None:
    assert acts("Trump and Xi, who met in Busan, agreed to cut tariffs.")[0] == ("CONSULT", "USA", "CHN")
