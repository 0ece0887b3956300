"""Who does an act and whom it is done to, where the sentence before or the clause beside tells it."""

from __future__ import annotations

import pytest
from event_texts import acts, rows

Event = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Eritrea expelled three Ethiopian diplomats. Addis Ababa has threatened to retaliate.",
            ("THREATEN", "ETH", "ERI"),
        ),
        ("An Israeli strike killed two Iranian officers. Tehran vowed to avenge them.", ("THREATEN", "IRN", "ISR")),
        ("Kosovo police arrested three Serbs. Belgrade called it a provocation.", ("ACCUSE", "SRB", "XKX")),
        ("Chad accused Sudan of arming bandits. Khartoum rejected the charge.", ("REJECT", "SDN", "TCD")),
        ("Japan lodged a protest with Moscow. The Kremlin rejected the protest.", ("REJECT", "RUS", "JPN")),
        (
            "Brazil rammed a Peruvian boat. Lima lodged a protest, and Chile denounced the incident.",
            ("ACCUSE", "CHL", "BRA"),
        ),
        ("Venezuela offered to mediate. Bogota rejected the offer.", ("REJECT", "COL", "VEN")),
        ("Libyan troops shelled a Chadian post. The soldiers returned fire.", ("ASSAULT", "TCD", "LBY")),
        ("Peruvian soldiers attacked an Ecuadorean post. The garrison beat them back.", ("ASSAULT", "ECU", "PER")),
        (
            "Kyiv said Russian troops had attacked near Pokrovsk. They lost 12 tanks, it said.",
            ("ASSAULT", "UKR", "RUS"),
        ),
        ("Germany suspended arms sales to Israel in August. In November it lifted the ban.", ("CONCEDE", "DEU", "ISR")),
        (
            "Peru told Bolivia's Lidia Gueiler to wait. Bolivia accused its neighbour of theft.",
            ("ACCUSE", "BOL", "PER"),
        ),
    ],
)
def test_what_answers_an_act_right_before(text: str, event: Event) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Eritrea expelled three Ethiopian diplomats.\n\nAddis Ababa has threatened to retaliate.",
            ("THREATEN", "ETH", None),
        ),
        ("Chad accused Sudan of theft. Togo rejected the charge.", ("REJECT", "TGO", None)),
        ("Togo put a ban on Ghanaian maize in May. In June it lifted fuel taxes.", ("CONCEDE", "TGO", "GHA")),
    ],
)
def test_what_answers_nothing(text: str, event: Event) -> None:
    found = acts(text)
    assert (event in found) is (event[2] is None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Malians were killed when Chadian soldiers stormed a depot.", [("ASSAULT", "TCD", "MLI")] * 2),
        ("Two Malian soldiers were killed when a drone hit a depot.", [("ASSAULT", None, "MLI")]),
        (
            "Chilean police arrested a Peruvian and charged him with spying.",
            [("COERCE", "CHL", "PER"), ("ACCUSE", "CHL", "PER")],
        ),
        (
            "Somali pirates sank a Greek ship and seized its crew.",
            [("ASSAULT", "SOM", "GRC"), ("COERCE", "SOM", "GRC")],
        ),
        (
            "Moscow demands that Georgian troops first leave Ossetia.",
            [("REQUEST", "RUS", "GEO"), ("RETREAT", "GEO", None)],
        ),
        (
            "President Ndayishimiye flew to Cairo to ask for aid.",
            [("CONSULT", "BDI", "EGY"), ("REQUEST", "BDI", "EGY")],
        ),
        (
            "India and Pakistan each expelled ten of the other's diplomats.",
            [("SANCTION", "IND", "PAK"), ("SANCTION", "PAK", "IND")],
        ),
        ("The Kenyan parliament passed a law which outlaws two Somali parties.", [("COERCE", "KEN", "SOM")]),
        ("British aircraft using missiles killed four Iraqis.", [("ASSAULT", "GBR", "IRQ")]),
        ("Two Rwandan officers were arrested in Kinshasa.", [("COERCE", "COD", "RWA")]),
    ],
)
def test_what_the_clause_beside_tells(text: str, expected: list[Event]) -> None:
    found = acts(text)
    assert all(found.count(event) >= expected.count(event) for event in expected)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The United Nations said Chadian soldiers had stopped its patrol near Abeche.", ("COERCE", "TCD", None)),
        ("Rebels shot at peacekeepers near Goma, and Congo's army fled.", ("ASSAULT", "COD", None)),
        (
            "Fire broke out in Mali. Russian peacekeepers left Gao. The peacekeepers attacked Kati.",
            ("ASSAULT", "RUS", "MLI"),
        ),
        (
            "No lorry reached Tigray in Ethiopia, the UN said, and it accused the authorities of theft.",
            ("ACCUSE", None, "ETH"),
        ),
    ],
)
def test_bodies_are_of_no_state(text: str, event: Event) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("ANN RUHL (Chad) said that Libya had held 13 of her country's soldiers.", ("COERCE", "LBY", "TCD")),
        ("ANN RUHL (Chad) said that talks had failed. She called on Libya to leave.", ("REQUEST", "TCD", "LBY")),
        (
            '"Our forces hit two of their depots," Chad\'s army chief said after clashes with Libyan troops.',
            ("ASSAULT", "TCD", "LBY"),
        ),
    ],
)
def test_who_speaks(text: str, event: Event) -> None:
    assert event in acts(text)


def test_a_place_heads_a_line() -> None:
    (row,) = rows("2 June, Timbuktu: attackers shelled the airport.")
    assert (row["place_text"], row["actor2_country"]) == ("Timbuktu", "MLI")


def test_what_befell_somebody_was_where_the_attack_was() -> None:
    found = rows("Two Malians were killed when Chadian soldiers stormed a market in Gao.")
    assert {row["place_text"] for row in found} == {"Gao"}


def test_nothing_said_is_dated_by_a_time_that_goes_on() -> None:
    (row,) = rows("Machado, in hiding since May 2024, urged Venezuela's army to rise.")
    assert row["date_edtf"] is None


def test_a_dateline_is_whom_no_pronoun_stands_for() -> None:
    found = acts("NAIROBI, May 3 (Agency) — Somali pirates let a boat go. They had seized it in April.")
    assert not any("KEN" in event for event in found)
