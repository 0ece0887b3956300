"""Constructions of newswire prose: what is stated, demanded, threatened, and by whom of whom."""

from __future__ import annotations

import pytest
from event_texts import acts


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # what is charged is said of somebody
        ("Venezuela charged that Colombian militiamen had murdered three fishermen.", ("ACCUSE", "VEN", "COL")),
        # what somebody shall do is demanded of them
        ("Lithuania insisted that Russia withdraw its paratroopers.", ("REQUEST", "LTU", "RUS")),
        ("Guatemala requested that Mexico protect the migrants.", ("REQUEST", "GTM", "MEX")),
        # a noun behind the object of a verb of blame is no verb
        ("Moscow denounced the American missile shield as a provocation.", ("ACCUSE", "RUS", "USA")),
        # a condition by inversion is no clause of the object
        ("Nigeria warned Chad of war should it shelter the rebels.", ("THREATEN", "NGA", "TCD")),
        ("Honduran troops bundled a Cuban envoy onto a plane.", ("COERCE", "HND", "CUB")),
        ("Niger ordered the French ambassador to leave.", ("SANCTION", "NER", "FRA")),
    ],
)
def test_sides_of_what_is_said(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lithuania insisted that Russia controls the base.", "REQUEST"),
        ("Kenya ordered the Somali ambassador to explain himself.", "SANCTION"),
        ("A Ukrainian drone flew into Belarus.", "MOBILIZE"),
    ],
)
def test_the_same_words_in_other_company_are_no_such_act(text: str, kind: str) -> None:
    assert kind not in [found for found, _, _ in acts(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # what a speaker will do on a condition is a threat, as is what one vows or hints at
        ("Kenya said it would shell Kismayo if the Somali rebels attacked.", ("THREATEN", "KEN", "SOM")),
        ("Hungary vowed to bomb Serbia.", ("THREATEN", "HUN", "SRB")),
        ("Turkey hinted it might send troops into Iraq.", ("THREATEN", "TUR", "IRQ")),
        # who is threatened or refused stands in what is threatened or refused
        ("Russia threatened to switch off the gas to Moldova.", ("THREATEN", "RUS", "MDA")),
        ("Washington set a Tuesday deadline for Iraq to pull back.", ("THREATEN", "USA", "IRQ")),
        ("Serb gunners were given 48 hours by France to pull back.", ("THREATEN", "FRA", "SRB")),
        # whose the thing asked for is tells of whom it is asked, what is burned at whom it is aimed
        ("Malawi formally requested Zambian help against the flood.", ("REQUEST", "MWI", "ZMB")),
        ("Cuba called for an end to the American embargo.", ("REQUEST", "CUB", "USA")),
        ("Honduran demonstrators burned an American flag.", ("PROTEST", "HND", "USA")),
        # what draws blame, and what is blamed in a place
        ("The dissolution of Fiji's courts drew sharp criticism from Australia.", ("ACCUSE", "AUS", "FJI")),
        ("Warsaw called the election in Belarus a farce.", ("ACCUSE", "POL", "BLR")),
        # what was done for somebody and is no more
        ("Nigeria has stopped supplying electricity to Niger.", ("SANCTION", "NGA", "NER")),
        ("Australia banned Zimbabwean officials from its soil.", ("SANCTION", "AUS", "ZWE")),
        # an idiom may hold its object, and a preposition what is done
        ("Baghdad sent the Swedish ambassador packing.", ("SANCTION", "IRQ", "SWE")),
        ("Taiwan has blasted China for buying off its allies.", ("ACCUSE", "TWN", "CHN")),
        # an opening without a finite verb, a land that drives somebody out, an ultimatum that gives time
        ("Denouncing Myanmar as barbarous, Malaysia's king told reporters to leave.", ("ACCUSE", "MYS", "MMR")),
        ("Two Portuguese journalists were deported from Angola.", ("COERCE", "AGO", "PRT")),
        ("An ultimatum from Egypt gave Israel until midnight to stop its flights.", ("THREATEN", "EGY", "ISR")),
        ("Ecuador gave the Swedish ambassador three days to leave.", ("SANCTION", "ECU", "SWE")),
    ],
)
def test_sides_of_what_is_threatened_asked_and_stopped(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


def test_a_condition_is_no_threat_of_those_who_stand_in_it() -> None:
    assert "THREATEN" not in [kind for kind, _, _ in acts("Oslo said it would help if Iran attacked Kuwait.")]


def test_who_is_forced_out_of_a_country_is_sent_away() -> None:
    assert acts("Indonesia forced French troops out of the country.") == [("SANCTION", "IDN", "FRA")]
