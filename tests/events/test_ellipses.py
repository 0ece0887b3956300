"""What a sentence tells of several in fewer words: gapping, echoes, companions, contrasts, lists that go together."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel struck Beirut and Iran Haifa.", [("ASSAULT", "ISR", "LBN"), ("ASSAULT", "IRN", "ISR")]),
        (
            "France expelled two Russian diplomats and Germany three.",
            [("SANCTION", "FRA", "RUS"), ("SANCTION", "DEU", "RUS")],
        ),
        (
            "Ukraine shelled Belgorod and Kursk, and Russia Sumy.",
            [("ASSAULT", "UKR", "RUS"), ("ASSAULT", "RUS", "UKR")],
        ),
        (
            "Poland sent 10 tanks to Ukraine, Germany 14 and Spain six.",
            [("AID", "POL", "UKR"), ("AID", "DEU", "UKR"), ("AID", "ESP", "UKR")],
        ),
        ("Iraq released 700 prisoners and Iran 480.", [("CONCEDE", "IRQ", "IRN"), ("CONCEDE", "IRN", "IRQ")]),
        (
            "Hezbollah fired 40 rockets and Israel 60 shells.",
            [("ASSAULT", "LBN", "ISR"), ("ASSAULT", "ISR", "LBN")],
        ),
        (
            "The UN imposed an arms embargo on Ethiopia and Eritrea on 17 May.",
            [("SANCTION", None, "ETH"), ("SANCTION", None, "ERI")],
        ),
    ],
)
def test_a_verb_left_out(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Britain imposed sanctions on Russia, as did Canada.",
            [("SANCTION", "GBR", "RUS"), ("SANCTION", "CAN", "RUS")],
        ),
        ("Chad closed its border with Sudan and so did Libya.", [("COERCE", "TCD", "SDN"), ("COERCE", "LBY", "SDN")]),
        (
            "Spain recognised Palestine, and Ireland followed suit.",
            [("SUPPORT", "ESP", "PSE"), ("SUPPORT", "IRL", "PSE")],
        ),
        (
            "France, along with Germany and Italy, condemned Iran.",
            [("ACCUSE", "FRA", "IRN"), ("ACCUSE", "DEU", "IRN"), ("ACCUSE", "ITA", "IRN")],
        ),
        ("Egypt as well as Sudan rejected Ethiopia's plan.", [("REJECT", "EGY", "ETH"), ("REJECT", "SDN", "ETH")]),
        ("Iran condemned Israel as well as Greece.", [("ACCUSE", "IRN", "ISR"), ("ACCUSE", "IRN", "GRC")]),
    ],
)
def test_others_who_do_the_same(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya, but not Uganda, condemned the coup in Niger.", ("ACCUSE", "KEN", "NER", "asserted")),
        ("Moscow and not Kyiv broke the truce, the envoy said.", ("ASSAULT", "RUS", "UKR", "reported")),
        ("Not Israel but Iran fired the missiles at Erbil.", ("ASSAULT", "IRN", "IRQ", "asserted")),
    ],
)
def test_who_is_not_meant(text: str, expected: tuple[str, str, str, str]) -> None:
    columns = "event_type", "actor1_country", "actor2_country", "modality"
    assert [tuple(row[column] for column in columns) for row in rows(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow sold jets to Algeria and tanks to Vietnam.", [("AID", "RUS", "DZA"), ("AID", "RUS", "VNM")]),
        (
            "Iran fired missiles at Israel and at US bases in Iraq.",
            [("ASSAULT", "IRN", "ISR"), ("ASSAULT", "IRN", "USA")],
        ),
        ("Modi met Xi in Beijing and Putin in Moscow.", [("CONSULT", "IND", "CHN"), ("CONSULT", "IND", "RUS")]),
        (
            "Israel and Turkey bombed Lebanon and Syria respectively.",
            [("ASSAULT", "ISR", "LBN"), ("ASSAULT", "TUR", "SYR")],
        ),
    ],
)
def test_lists_that_go_together(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert acts(text) == expected


def test_a_past_in_old_is_no_adjective_of_arms() -> None:
    assert acts("Russia sold tanks to Algeria.") == [("AID", "RUS", "DZA")]


def test_what_is_welcomed_is_no_guest() -> None:
    assert ("CONSULT", "CHN", "RUS") not in acts("Moscow and Kyiv exchanged prisoners, and Beijing welcomed it.")


def test_each_of_several_is_accused_of_his_own() -> None:
    found = acts("Ukraine accused Russia of shelling Kherson and Belarus of helping it.")
    assert found == [("ACCUSE", "UKR", "RUS"), ("ACCUSE", "UKR", "BLR"), ("ASSAULT", "RUS", "UKR")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine accused Russia and Belarus of massing troops.", [("ACCUSE", "UKR", "RUS"), ("ACCUSE", "UKR", "BLR")]),
        (
            "Britain warned Iran and Syria against sharing missiles.",
            [("THREATEN", "GBR", "IRN"), ("THREATEN", "GBR", "SYR")],
        ),
    ],
)
def test_several_are_accused_of_one_thing(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert acts(text)[:2] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Kremlin accused Britain of arming Kyiv, and so did Minsk.",
            [("ACCUSE", "RUS", "GBR"), ("ACCUSE", "BLR", "GBR"), ("AID", "GBR", "UKR")],
        ),
        (
            "Turkey and Libya signed a deal, as did Egypt and Greece.",
            [("AGREE", "TUR", "LBY"), ("AGREE", "EGY", "GRC")],
        ),
        (
            "Russia attacked Ukraine in 2022 and Georgia in 2008.",
            [("ASSAULT", "RUS", "UKR"), ("ASSAULT", "RUS", "GEO")],
        ),
    ],
)
def test_what_is_told_again_is_the_main_act(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert acts(text) == expected


def test_each_sends_his_own_on_his_own_day() -> None:
    found = rows("El Salvador sent 70 soldiers in February and Guatemala 150 policemen in April.", "2025-06-20")
    sent = [(row["event_type"], row["actor1_country"], row["date_edtf"]) for row in found]
    assert sent == [("MOBILIZE", "SLV", "2025-02"), ("MOBILIZE", "GTM", "2025-04")]
