"""Wordings that tell one act from another by what stands beside the verb."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chile called Bolivia a terrorist state.", ("ACCUSE", "CHL", "BOL")),
        ("Kurdish fighters seized the oil city of Kirkuk.", ("ASSAULT", "IRQ", "IRQ")),
        ("Chinese ships circled Taiwan.", ("MOBILIZE", "CHN", None)),
        ("Two frigates of the Greek navy were moved into the Aegean.", ("MOBILIZE", "GRC", None)),
        ("The Armenians withdrew on Friday.", ("RETREAT", "ARM", None)),
        ("Sudan's army responded with air strikes on Nyala.", ("ASSAULT", "SDN", "SDN")),
        ("Turkey condemned the use of cluster bombs by Syria.", ("ASSAULT", "SYR", None)),
        ("A Malian patrol fell into an ambush.", ("ASSAULT", None, "MLI")),
        ("Togo stripped two dissidents of their citizenship.", ("COERCE", "TGO", "TGO")),
        ("Libyan gunmen carried off 20 Egyptian workers.", ("COERCE", "LBY", "EGY")),
        ("Russia handed Ukraine the bodies of soldiers.", ("CONCEDE", "RUS", "UKR")),
        ("Wagner marched on Moscow.", ("ASSAULT", "RUS", "RUS")),
        ("Egyptians marched through Cairo.", ("PROTEST", "EGY", "EGY")),
        ("Eritrea declared war on Ethiopia.", ("ASSAULT", "ERI", "ETH")),
        ("Algeria welcomed the mediation of the African Union.", ("SUPPORT", "DZA", None)),
        ("Denmark approved sending jets to Ukraine.", ("AID", "DNK", "UKR")),
        ("A Turkish ship unloaded missiles in Tripoli.", ("AID", "TUR", None)),
        ("Sudan's rebels looted and burned down the town of Kutum.", ("COERCE", "SDN", "SDN")),
    ],
)
def test_what_stands_beside_tells_the_act(text: str, event: tuple[str, str | None, str | None]) -> None:
    found = [(kind, doer) for kind, doer, _ in acts(text)]
    assert event[:2] in found, acts(text)


def test_what_appeared_to_be_hedges_its_noun_alone() -> None:
    assert [(r["event_type"], r["modality"]) for r in rows("Syria fired what appeared to be a missile at Turkey.")] == [
        ("ASSAULT", "possible")
    ]


def test_both_may_stand_inside_a_verb() -> None:
    assert {("REQUEST", "USA"), ("REQUEST", "CHN")} <= {
        (kind, doer) for kind, doer, _ in acts("The United States and China have both called for an end to the war.")
    }


def test_the_thing_a_clause_without_a_relative_hangs_on_is_its_object() -> None:
    assert ("COERCE", None) not in [(kind, doer) for kind, doer, _ in acts("Goma is the last port the rebels held.")]
    assert ("AGREE", "HRV") in [
        (kind, doer) for kind, doer, _ in acts("The plan, which the Croats and the Serbs have signed, failed.")
    ]


def test_a_lie_called_so_is_a_denial() -> None:
    assert acts("Syria called the charge a lie.") == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Egypt's army ousted the president.", ("COERCE", "EGY", None)),
        ("Chad took Libya to the world court.", ("ACCUSE", "TCD", "LBY")),
        ("Tajik and Kyrgyz guards exchanged mortar fire.", ("ASSAULT", "TJK", "KGZ")),
        ("Contra rebels accepted an amnesty.", ("AGREE", "NIC", None)),
        ("Cuba commuted the sentences of 500 prisoners.", ("CONCEDE", "CUB", None)),
    ],
)
def test_courts_amnesties_and_fire_exchanged(text: str, event: tuple[str, str, str | None]) -> None:
    assert event[:2] in [(kind, doer) for kind, doer, _ in acts(text)]
    assert event[2] is None or event in acts(text)


def test_what_a_deal_would_bring_leaves_it_signed() -> None:
    found = rows("Eritrea and Ethiopia signed a deal under which Eritrean troops would leave Ethiopia.")
    assert ("AGREE", "asserted") in [(r["event_type"], r["modality"]) for r in found]
