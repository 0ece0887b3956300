"""What one verb of a sentence has from another, from a participle or from the noun that it stands beside."""

from __future__ import annotations

import pytest
from event_texts import acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ethiopian troops shot and killed Eritrean soldiers.", ("ASSAULT", "ETH", "ERI")),
        ("Rebels ambushed, captured and killed Ugandan soldiers in Congo.", ("ASSAULT", "COD", "UGA")),
        ("A Taiwanese boat was boarded and towed away by the Chinese coast guard.", ("COERCE", "CHN", "TWN")),
        ("The raid by Turkish troops wounded Syrian civilians.", ("ASSAULT", "TUR", "SYR")),
        ("Shelling by Russian troops damaged a hospital in Kherson.", ("ASSAULT", "RUS", "UKR")),
        ("Eritrean troops who entered Tigray looted hospitals.", ("COERCE", "ERI", "ETH")),
        ("Israel hit a tent sheltering Palestinians.", ("ASSAULT", "ISR", "PSE")),
        ("An attack blamed on Al-Shabaab killed six Kenyan soldiers.", ("ASSAULT", "SOM", "KEN")),
        ("The strike, carried out by a Ukrainian missile, sank a Russian cruiser.", ("ASSAULT", "UKR", "RUS")),
        ("Police turned back two Kenyan journalists in Uganda.", ("COERCE", "UGA", "KEN")),
        ("Senafe fell to Ethiopian troops, Eritrea said.", ("ASSAULT", "ETH", "ERI")),
        ("Chad's parliament voted to close the French embassy.", ("SANCTION", "TCD", "FRA")),
        ("Two Malian soldiers died in an ambush laid by Burkinabe rebels.", ("ASSAULT", "BFA", "MLI")),
        ("A Turkish airstrike killed nine people in Syria.", ("ASSAULT", "TUR", "SYR")),
        ("Saudi jets bombed a prison run by the Houthis.", ("ASSAULT", "SAU", "YEM")),
        ("Iran is holding the crew of a Dutch tanker.", ("COERCE", "IRN", "NLD")),
        ("Turkey went ahead with air strikes on Syrian positions.", ("ASSAULT", "TUR", "SYR")),
        ("Farmers drove tractors into Berlin to protest against a tax.", ("PROTEST", "DEU", "DEU")),
        ("A general strike brought Nigeria's main cities to a standstill.", ("PROTEST", "NGA", "NGA")),
    ],
)
def test_parts_that_verbs_share(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


def test_both_sides_trade_fire() -> None:
    found = acts("Afghan and Pakistani border guards exchanged fire at Torkham.")
    assert {("ASSAULT", "AFG", "PAK"), ("ASSAULT", "PAK", "AFG")} <= set(found)


@pytest.mark.parametrize(
    "text",
    [
        "A rocket fired from Lebanon caused no casualties in Israel.",
        "Israel barred Palestinians from entering the compound.",
    ],
)
def test_what_did_not_happen_is_no_further_act(text: str) -> None:
    assert len([kind for kind, *_ in acts(text) if kind == "ASSAULT"]) <= ("fired" in text)


def test_a_subject_behind_and_is_no_object_of_the_verb_before() -> None:
    found = acts("Kamala Harris praised Israel and she and President Herzog discussed Gaza.")
    assert found == [("SUPPORT", "USA", "ISR"), ("CONSULT", "USA", "ISR")]


def test_who_signs_together_agrees_with_the_other_signer() -> None:
    assert acts("Chad and Niger signed a deal to supply food to Mali.") == [("AGREE", "TCD", "NER")]


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger each blamed the other.",
        "Chad and Niger each accuse the other of firing first.",
        "Chad and Niger each put the blame on the other side.",
        "Chad and Niger both blame each other.",
    ],
)
def test_each_does_it_to_the_other(text: str) -> None:
    assert set(acts(text)) == {("ACCUSE", "TCD", "NER"), ("ACCUSE", "NER", "TCD")}


def test_a_quantifier_may_part_joint_doers_from_their_verb() -> None:
    assert acts("Ghana and Togo both condemned Mali.") == [("ACCUSE", "GHA", "MLI"), ("ACCUSE", "TGO", "MLI")]
    assert ("AID", "IRN", "IRN") not in acts("Iran gave the Iraqis both attack drones and money.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police in Ghana rounded up 12 suspects overnight on 3 May.", ("COERCE", "GHA", "GHA")),
        ("Togo freed six Malians; the other 18 it will free in May.", ("CONCEDE", "TGO", "MLI")),
    ],
)
def test_a_bare_count_is_no_subject_of_what_it_counts(text: str, expected: tuple[str, str, str]) -> None:
    assert acts(text)[0] == expected


def test_both_are_those_whom_the_act_before_named_together() -> None:
    found = acts("Macron accused Ghana and Togo of spying and threatened both with sanctions.")
    assert {("THREATEN", "FRA", "GHA"), ("THREATEN", "FRA", "TGO")} <= set(found)
