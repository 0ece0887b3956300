"""Verbal acts: who demands, refuses, threatens, accuses, backs and meets whom, in wordings of the news."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("In a telephone call with President Paul Biya, Macron praised the army.", ("CONSULT", "FRA", "CMR")),
        ("Chad's president and Niger's president called for a truce after talks in Zinder.", ("CONSULT", "TCD", "NER")),
        ("Mali's premier flew to Doha for talks with his Algerian counterpart.", ("CONSULT", "MLI", "DZA")),
        ("Ghana's foreign minister is visiting Togo.", ("CONSULT", "GHA", "TGO")),
        ("Peru sent an envoy to Chile.", ("CONSULT", "PER", "CHL")),
        ("Peru, Chile in talks", ("CONSULT", "PER", "CHL")),
        ("Peru, Chile leaders meet", ("CONSULT", "PER", "CHL")),
        ("Peru's president praised the army on a visit to Chile.", ("CONSULT", "PER", "CHL")),
        ("Malian and Chadian ministers, who met in Kayes, praised the army.", ("CONSULT", "MLI", "TCD")),
    ],
)
def test_meetings_in_passing(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ana Diaz, the OAS chief, calls on Haiti to hold elections.", ("REQUEST", None, "HTI")),
        ('"Chad must pull back its troops," said Sudan\'s foreign minister.', ("REQUEST", "SDN", "TCD")),
        ("Chile said Bolivia should hand over the suspects.", ("REQUEST", "CHL", "BOL")),
        ("Oman repeated its demand that Yemen withdraw from the port.", ("REQUEST", "OMN", "YEM")),
        ("Malawi's request for a meeting was backed by Zambia.", ("REQUEST", "MWI", None)),
        ("Peru told Chile it must pull back its ships.", ("REQUEST", "PER", "CHL")),
        ("Ghana urged neighbouring Togo to open the border.", ("REQUEST", "GHA", "TGO")),
        ("Oman demanded the release of sailors by Yemen.", ("REQUEST", "OMN", "YEM")),
    ],
)
def test_demands(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Togo will not accept Benin's proposal.", ("REJECT", "TGO", "BEN")),
        ("The offer from Benin was turned down by Togo.", ("REJECT", "TGO", "BEN")),
        ("Togo is not ready to negotiate with Benin.", ("REJECT", "TGO", "BEN")),
        ("Togo has no intention of talking to Benin.", ("REJECT", "TGO", "BEN")),
        ("Togo withdrew from a treaty with Benin.", ("REJECT", "TGO", "BEN")),
        ("Norway presented a draft that Iran dismissed.", ("REJECT", "IRN", "NOR")),
        ("The proposal was met with a flat refusal from Belgrade.", ("REJECT", "SRB", None)),
    ],
)
def test_refusals_and_whose_wish_is_refused(text: str, event: tuple[str, str, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru told Chile that further raids would be met with force.", ("THREATEN", "PER", "CHL")),
        ("Peru said Chile would be punished.", ("THREATEN", "PER", "CHL")),
        ("Peru threatened to take action against Chile.", ("THREATEN", "PER", "CHL")),
        ("Chile was given an ultimatum by Peru.", ("THREATEN", "PER", "CHL")),
        ("Ghana said it was ready to attack Togo.", ("THREATEN", "GHA", "TGO")),
        ("Ghana's threat to attack Togo angered Mali.", ("THREATEN", "GHA", "TGO")),
        ("Ghana gave Togo two months to comply.", ("THREATEN", "GHA", "TGO")),
    ],
)
def test_threats(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad incurred the wrath of Sudan.", ("ACCUSE", "SDN", "TCD")),
        ("Chad expressed its deep disappointment to Sudan.", ("ACCUSE", "TCD", "SDN")),
        ("Chad regrets that Sudanese ministers praised the coup.", ("ACCUSE", "TCD", "SDN")),
        ("A furious Chad summoned Sudan's envoy.", ("ACCUSE", "TCD", "SDN")),
        ("Oman was outraged by Yemen's decision.", ("ACCUSE", "OMN", "YEM")),
        ("Oman described the Yemeni port deal with Iran as an outrage.", ("ACCUSE", "OMN", "YEM")),
        ("Oman vetoed the deal, and Yemen condemned the move.", ("ACCUSE", "YEM", "OMN")),
        ("Ghana joined Togo in condemning Mali.", ("ACCUSE", "GHA", "MLI")),
        ("Peru stood by Chile.", ("SUPPORT", "PER", "CHL")),
        ("Peru won the backing of Chile.", ("SUPPORT", "CHL", "PER")),
        ("Ghana called Togo's premier to thank him.", ("SUPPORT", "GHA", "TGO")),
        ("Chad, accusing Sudan of lies, left the talks.", ("ACCUSE", "TCD", "SDN")),
        ("Togo recalled its envoy from Benin, a move that Ghana condemned.", ("ACCUSE", "GHA", "TGO")),
    ],
)
def test_blame_and_support(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad's police chief said that thieves would be punished.",
        "Oman's president ordered the ministry to cut prices.",
        "Oman did not rule out talks with Yemen.",
        "Ghana will meet every challenge.",
        "Exports rose thanks to Ghana.",
        "Chad's weather office warned of floods.",
        "“Ghana must win the race for growth,” Ghana's president said.",
        "The agreement between Ghana and Togo is a milestone.",
    ],
)
def test_law_order_and_idioms_are_no_acts(text: str) -> None:
    assert acts(text) == []


def test_what_is_backed_is_no_wish_of_who_backs_it() -> None:
    told = {r["event_type"]: r["modality"] for r in rows("Malawi's request for a meeting was backed by Zambia.")}
    assert told["SUPPORT"] == "asserted"


def test_who_serves_a_body_acts_for_no_state() -> None:
    assert ("CONSULT", None, "SRB") in acts("NATO Secretary General Mark Rutte met Serbia's president.")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Ghana would like to thank Togo for its help.", "asserted"),
        ("Ghana wishes to congratulate Togo.", "asserted"),
        ("Ghana does not want to thank Togo.", "negated"),
        ("Ghana wants to visit Togo.", "hypothetical"),
    ],
)
def test_a_wish_to_say_something_says_it(text: str, modality: str) -> None:
    assert [r["modality"] for r in rows(text)] == [modality]


def test_how_gladly_something_is_done_is_no_act() -> None:
    assert acts("Ghana is honoured to welcome Togo's president.") == [("CONSULT", "GHA", "TGO")]
    assert acts("Ghana was honoured by Togo.") == [("SUPPORT", "TGO", "GHA")]


def test_who_is_told_behind_to_what_he_should_do() -> None:
    assert ("REQUEST", "KEN", "UGA") in acts("Kenya had signalled to Uganda that it should leave.")
