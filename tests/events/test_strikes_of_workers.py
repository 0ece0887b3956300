"""Strikes, walkouts and unrest told by what they bring to a halt, with nobody named who takes part."""

from __future__ import annotations

import pytest
from event_texts import acts


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("A two-day walkout shut schools across Nigeria.", "NGA"),
        ("A hartal called by the opposition brought Dhaka to a halt.", "BGD"),
        ("A sit-in outside parliament in Baghdad entered its second week.", "IRQ"),
        ("Shops were shuttered across Kathmandu during a general strike.", "NPL"),
        ("Flights were grounded by a strike of air traffic controllers in Belgium.", "BEL"),
        ("A 24-hour strike halted trains across Italy on Friday.", "ITA"),
        ("A nationwide strike by doctors in Kenya entered its third week.", "KEN"),
        ("Mass protests against the president entered a fourth day in Kinshasa.", "COD"),
        ("Protests swept Kenya.", "KEN"),
        ("Unrest gripped Haiti for a third week.", "HTI"),
        ('"Hands off Venezuela," protesters shouted in Caracas.', "VEN"),
    ],
)
def test_what_a_strike_or_unrest_stirs(text: str, land: str) -> None:
    assert acts(text) == [("PROTEST", land, land)]


@pytest.mark.parametrize(
    "text", ["A truce halted shelling across Sudan.", "A general strike might shut ports across Chile."]
)
def test_no_protest(text: str) -> None:
    assert "PROTEST" not in [kind for kind, _, _ in acts(text)]


def test_who_breaks_up_a_rally_is_told_by_its_verb() -> None:
    assert ("COERCE", "ESP") in [
        act[:2] for act in acts("A rally by exiles in Madrid was broken up by Spanish police.")
    ]
