"""Plain clauses of the news: who is asked, charged, called and sent, where pronouns and common nouns stand between."""

from __future__ import annotations

import pytest
from event_texts import acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine's foreign minister demanded their immediate release.", ("REQUEST", "UKR", None)),
        ("Tajikistan accused its neighbour of firing on an outpost.", ("ACCUSE", "TJK", None)),
        ("Putin telephoned both men and urged them to prevent any escalation.", ("REQUEST", "RUS", None)),
        ("The Serbian general excluded all negotiation.", ("REJECT", "SRB", None)),
        ("The Serbian general will not open the border.", ("REJECT", "SRB", None)),
        ("Serbia swore never to withdraw its troops.", ("REJECT", "SRB", None)),
        ("Merkel called the Turkish president.", ("CONSULT", "DEU", "TUR")),
        ("Two battalions of the Kyrgyz National Guard were on their way to Osh.", ("MOBILIZE", "KGZ", None)),
        ("150 tanks crossed from Russia.", ("MOBILIZE", "RUS", None)),
        ("Russian troops made the mistake of attacking Kharkiv.", ("ASSAULT", "RUS", "UKR")),
        ("India took the unusual step of recalling its ambassador from Canada.", ("SANCTION", "IND", "CAN")),
        ("Pakistan sent 300 drones against an Indian airfield.", ("ASSAULT", "PAK", "IND")),
        ("India is building submarines with France.", ("COOPERATE", "IND", "FRA")),
        ("Egyptian police searched the camp.", ("COERCE", "EGY", None)),
    ],
)
def test_acts_told_plainly(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        'Trump called Kim "rocket man".',
        "Obama called Assad a killer.",
        "Sudan called its ambassador home.",
    ],
)
def test_to_call_somebody_something_is_no_talk(text: str) -> None:
    assert "CONSULT" not in {kind for kind, *_ in acts(text)}


def test_the_neighbour_that_is_accused_is_not_the_accuser() -> None:
    assert ("ASSAULT", "TJK", None) not in acts("Tajikistan accused its neighbour of attacking a village.")
