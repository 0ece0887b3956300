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
        ("A Ukrainian convoy will be attacked by Russian forces.", ("ASSAULT", "RUS", "UKR")),
        ("Two Iranian banks will be sanctioned by Canada.", ("SANCTION", "CAN", "IRN")),
        ("Poland on Tuesday put its army on alert.", ("MOBILIZE", "POL", None)),
        ("Canada also cut ties with Iran.", ("SANCTION", "CAN", "IRN")),
        ("Sudan, which had kept quiet for weeks, agreed on a truce with Egypt.", ("AGREE", "SDN", "EGY")),
        ("After having urged Russia to withdraw, Ukraine went silent.", ("REQUEST", "UKR", "RUS")),
        ("Israel's army is on the verge of storming Rafah.", ("ASSAULT", "ISR", "PSE")),
        ("Al-Shabaab claimed responsibility for a raid on a Kenyan base.", ("ASSAULT", "SOM", "KEN")),
        ("Niger gave French troops a month to leave.", ("THREATEN", "NER", "FRA")),
        ("A strike by Nigerian dockers shut the port of Lagos.", ("PROTEST", "NGA", "NGA")),
        ("Turkey is in the process of withdrawing its troops from Syria.", ("RETREAT", "TUR", None)),
    ],
)
def test_acts_told_plainly(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        'Trump called Kim "rocket man".',
        "Obama called Assad a killer.",
        'Trump called the Colombian president, Gustavo Petro, a "drug leader".',
        "Sudan called its ambassador home.",
    ],
)
def test_to_call_somebody_something_is_no_talk(text: str) -> None:
    assert "CONSULT" not in {kind for kind, *_ in acts(text)}


def test_the_neighbour_that_is_accused_is_not_the_accuser() -> None:
    assert ("ASSAULT", "TJK", None) not in acts("Tajikistan accused its neighbour of attacking a village.")


def test_an_attack_that_nobody_claims_is_not_denied() -> None:
    assert acts("Nobody has claimed the attack on the Russian consulate.") == []


def test_what_somebody_is_called_is_nobody_else() -> None:
    assert acts('Trump called the Colombian president, Gustavo Petro, a "drug leader".') == [("ACCUSE", "USA", "COL")]


def test_what_is_fired_is_not_hit() -> None:
    found = acts("The USS Indianapolis was targeted by a barrage of missiles launched by Houthi forces.")
    assert ("ASSAULT", "YEM", "USA") in found
    assert ("ASSAULT", "YEM", "YEM") not in found
