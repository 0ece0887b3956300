"""Acts that a noun names with an owner: "X's jailing of Y", "its deportation of Z", "his arrest by X"."""

from __future__ import annotations

import pytest
from event_texts import acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey's expulsion of the Dutch ambassador followed a row over rallies.", [("SANCTION", "TUR", "NLD")]),
        (
            "Washington condemned Myanmar's jailing of two reporters.",
            [("ACCUSE", "USA", "MMR"), ("COERCE", "MMR", "MMR")],
        ),
        (
            "Hamas's release of four hostages was welcomed by Israel.",
            [("CONCEDE", "PSE", "ISR"), ("SUPPORT", "ISR", "PSE")],
        ),
        (
            "Russia's annexation of Crimea was condemned by Britain.",
            [("ASSAULT", "RUS", "UKR"), ("ACCUSE", "GBR", "RUS")],
        ),
        ("Moscow condemned Kyiv's seizure of the vessels.", [("ACCUSE", "RUS", "UKR"), ("COERCE", "UKR", None)]),
        ("Spain denounced Venezuela's launch of a missile.", [("ACCUSE", "ESP", "VEN")]),
        ("Belgium condemned Belarus's forced landing of the airliner.", [("ACCUSE", "BEL", "BLR")]),
    ],
)
def test_whose_name_stands_before_the_act(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran denounced Greece over its seizure of the tanker.", [("ACCUSE", "IRN", "GRC"), ("COERCE", "GRC", None)]),
        ("Moscow condemned its seizure of the vessels.", [("ACCUSE", "RUS", None)]),
        (
            "Germany deplored Russia's bombardment of Kharkiv and its deportation of children.",
            [("ACCUSE", "DEU", "RUS"), ("ASSAULT", "RUS", "UKR"), ("COERCE", "RUS", "UKR")],
        ),
    ],
)
def test_whose_a_pronoun_is(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert acts(text) == expected


def test_who_is_arrested_is_whose_the_arrest_is() -> None:
    assert ("COERCE", "KEN", "KEN") in acts("Protests erupted in Nairobi over his arrest by Kenyan police.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last month's shelling of Goma by M23 rebels left 30 dead.", ("ASSAULT", "COD", "COD")),
        ("Wednesday's meeting between Lavrov and Blinken lasted an hour.", ("CONSULT", "RUS", "USA")),
        ("Monday's bombing of Damascus by Israel destroyed two homes.", ("ASSAULT", "ISR", "SYR")),
    ],
)
def test_a_date_in_the_genitive_is_nobody(text: str, expected: tuple[str, str, str]) -> None:
    assert acts(text) == [expected]


def test_no_deed_of_what_is_only_wanted() -> None:
    assert [kind for kind, _, _ in acts("Chad's jailing of two reporters would anger Mali.")] == []


def test_an_apostrophe_behind_an_s_tells_an_owner() -> None:
    assert ("ACCUSE", "TGO", "YEM") in acts("Togo condemned the Houthis’ repeated attacks on Eilat.")
    assert ("ASSAULT", "PSE", "ISR") in acts("Togo mourned all who died in Hamas' continued raids on Israel.")
