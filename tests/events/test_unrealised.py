"""Acts that are refused, tried, aimed at or waited for, and what is told beside them as done."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad rejected a Libyan request to withdraw its troops.", {"REJECT"}),
        ("Iran spurned an invitation to attend a meeting in Oman.", {"REJECT"}),
        ("Syria is opposed to Turkish mediation.", {"REJECT"}),
        ("Turkey and Greece failed to reach agreement.", {"REJECT"}),
        ("Laos refused to respond to a Thai request.", {"REJECT"}),
        ("Chile and Peru held talks in Lima on a Bolivian pullback.", {"CONSULT"}),
        ("Oman hosted talks on Friday aimed at ending the Yemeni war.", {"CONSULT"}),
        ("Kenyan police are no longer tolerating rallies.", set()),
        ("Strikes on Iran would be a mistake.", set()),
        ("Simultaneously attack Oman and Qatar from Yemen.", set()),
        ("Serbian police are harassing refugees, a rights group in Kosovo protested.", {"ACCUSE", "COERCE"}),
    ],
)
def test_what_is_turned_down_or_talked_about_is_no_act(text: str, expected: set[str]) -> None:
    assert {kind for kind, _, _ in acts(text)} == expected


def test_no_longer_negates() -> None:
    assert [(r["event_type"], r["modality"]) for r in rows("Chad will no longer accept the demands of Libya.")] == [
        ("REJECT", "asserted")
    ]


def test_a_vow_not_to_yield_is_a_refusal() -> None:
    found = [(r["event_type"], r["modality"]) for r in rows("Syria vowed not to release the Turkish soldiers.")]
    assert found == [("REJECT", "asserted"), ("CONCEDE", "negated")]
    assert ("AGREE", "asserted") in [
        (r["event_type"], r["modality"]) for r in rows("Syria pledged not to attack Turkish troops.")
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru must return the ship that Chile seized in May.", ("COERCE", "CHL", "asserted")),
        ("Mali will release the soldiers captured by its army in May.", ("COERCE", "MLI", "asserted")),
        ("Turkey set a deadline for Syria to release the pilots.", ("CONCEDE", "SYR", "hypothetical")),
        ("Iran threatened to bomb Iraq, its foe.", ("THREATEN", "IRN", "asserted")),
        ("Kenya's opposition threatened to storm his residence.", ("THREATEN", "KEN", "asserted")),
        ("The Eritrean army is guilty of violating the truce.", ("ASSAULT", "ERI", "asserted")),
        ("An attempt to kill a Ukrainian general failed.", ("ASSAULT", None, "hypothetical")),
        ("Protests broke out in Tunis.", ("PROTEST", "TUN", "asserted")),
        ("Egyptian diplomats held their first meeting with Turkish officials.", ("CONSULT", "EGY", "asserted")),
        ("Chad demanded a truce before allowing Libyan convoys to leave.", ("CONCEDE", "TCD", "hypothetical")),
    ],
)
def test_what_is_told_as_done_and_what_is_not(text: str, event: tuple[str, str | None, str]) -> None:
    assert event in [(r["event_type"], r["actor1_country"], r["modality"]) for r in rows(text)]


def test_a_depot_is_set_ablaze() -> None:
    assert acts("Drones from Ukraine set a depot in Rostov ablaze.") == [("ASSAULT", "UKR", "RUS")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Libya was able to shell Chad.", "asserted"),
        ("Iran is able to bomb Iraq.", "possible"),
        ("Ukraine was not able to recapture Melitopol.", "negated"),
    ],
)
def test_who_was_able_to_did(text: str, modality: str) -> None:
    assert [r["modality"] for r in rows(text)] == [modality]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mali withdrew from the 2015 peace accord.", "REJECT"),
        ("Russia pulled out of the grain deal.", "REJECT"),
        ("Togo quit the 1992 water treaty.", "REJECT"),
        ("Japan's withdrawal from the treaty angered China.", "REJECT"),
        ("France withdrew from Chad.", "RETREAT"),
        ("Qatar welcomed the Sudanese leader's readiness for peace.", "SUPPORT"),
        ("Qatar welcomed the Sudanese leader.", "CONSULT"),
    ],
)
def test_what_is_left_or_welcomed_tells_the_act(text: str, kind: str) -> None:
    assert [found for found, _, _ in acts(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Togo condemned the attack that Libya launched on Chad.", ("ASSAULT", "LBY", "TCD")),
        ("The ruins are part of the war that Eritrea began.", ("ASSAULT", "ERI", None)),
    ],
)
def test_an_act_noun_in_a_relative_clause_has_its_doer(text: str, event: tuple[str, str, str | None]) -> None:
    assert (event[0], event[1]) in [(kind, doer) for kind, doer, _ in acts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The parties drafted a framework in Geneva.",
        "The age of Ukrainian soldiers reached 43.",
        "Inflation threatens Egypt.",
        "Turkey's lira hit a record low.",
        "India's cricket team toured Kenya.",
        "Egypt is fighting inflation.",
        "Real Madrid beat Liverpool in Paris.",
        "The Czech government helped internally displaced persons.",
        "The work undertaken by Japan is important.",
    ],
)
def test_no_act_of_war_nor_of_will(text: str) -> None:
    assert not {"ASSAULT", "MOBILIZE", "THREATEN", "COERCE", "CONSULT", "AGREE"} & {kind for kind, _, _ in acts(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police in Kenya arrested two men who may have planned attacks.", "COERCE"),
        ("Israel killed ten fighters who were said to have crossed from Lebanon.", "ASSAULT"),
        ("Chad freed 20 rebels, who will be sent home.", "CONCEDE"),
        ("Chad expelled a diplomat suspected of spying.", "SANCTION"),
        ("Chad arrested a man alleged to have killed a general.", "COERCE"),
        ("Rebels believed to be from Chad attacked Niger.", "ASSAULT"),
    ],
)
def test_doubt_about_one_side_is_none_about_the_act(text: str, kind: str) -> None:
    assert next(row["modality"] for row in rows(text) if row["event_type"] == kind) == "asserted"


def test_what_somebody_is_thought_to_have_done_is_possible() -> None:
    told = rows("Troops thought to have fled Goma attacked Bukavu.")
    assert [(row["event_type"], row["modality"]) for row in told] == [("RETREAT", "possible"), ("ASSAULT", "asserted")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Russia arrested two Ukrainian citizens, whom it accused of spying.", ("ACCUSE", "RUS", "UKR")),
        ("Chad attacked Niger, which it blames for the raid.", ("ACCUSE", "TCD", "NER")),
        ("Chad charged Niger with shelling Abeche.", ("ASSAULT", "NER", "TCD")),
        ("U.N. helicopters evacuated the wounded from the Bosnian town of Gorazde.", ("AID", None, None)),
        ("Russian troops evacuated the town of Izium.", ("RETREAT", "RUS", None)),
        ("Rebels believed to be from Chad attacked Niger.", ("ASSAULT", "TCD", "NER")),
    ],
)
def test_who_is_meant_by_a_relative(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The premiers of Togo and Ghana discussed the need to fight piracy.", "CONSULT"),
        ("Togo stands with Ghana in its grief, and will for as long as it takes.", "SUPPORT"),
        ("Togo gave Ghana the weapons it needs to win.", "AID"),
    ],
)
def test_what_is_needed_or_how_long_it_takes_makes_no_condition(text: str, event_type: str) -> None:
    assert [row["modality"] for row in rows(text) if row["event_type"] == event_type][:1] == ["asserted"]


def test_what_whoever_does_it_would_do_is_no_deed() -> None:
    told = rows("Kenya will free any man who arms Ugandan rebels.")
    assert [row["modality"] for row in told if row["event_type"] == "AID"] == ["hypothetical"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Gabon said it would return guns seized by Togo in May.", ("COERCE", "TGO", "reported")),
        ("Peru agreed to free 20 Chilean sailors captured by Bolivia.", ("COERCE", "BOL", "asserted")),
        ("Oman said it will shell Yemen if the rebels do not leave Aden.", ("ASSAULT", "OMN", "hypothetical")),
        ("Oman said it will shell Yemen if the rebels do not withdraw.", ("RETREAT", "YEM", "hypothetical")),
        ("Togo has refused to send troops and has accused Benin of lying.", ("ACCUSE", "TGO", "asserted")),
        ("Kenya rejected a request for its troops to be sent to Somalia.", ("REJECT", "KEN", "asserted")),
        ("Amid fears of a raid, Peru expelled the Chilean envoy.", ("SANCTION", "PER", "asserted")),
        ("Threatening to invade, Togo massed troops on the border with Benin.", ("MOBILIZE", "TGO", "asserted")),
        ("Chile must yield, Peru's president said as he visited Bolivia.", ("CONSULT", "PER", "reported")),
    ],
)
def test_what_is_told_beside_what_is_asked_feared_or_refused(text: str, event: tuple[str, str | None, str]) -> None:
    assert event in [(r["event_type"], r["actor1_country"], r["modality"]) for r in rows(text)]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Oman will hold Iran accountable for its attack on Duqm.", "asserted"),
        ("Kenya has not avenged Somalia's raid on Garissa.", "asserted"),
        ("Chad may respond to Libya's attack on Faya.", "asserted"),
        ("Peru would help Chile recover from Bolivia's attack on Arica.", "asserted"),
        ("Chad will hold out against Libya's attack on Faya.", "asserted"),
        ("Israel may respond to an attack by Iran.", "possible"),
        ("Libya will launch its attack on Faya.", "planned"),
        ("Libya denied its attack on Faya.", "negated"),
    ],
)
def test_an_act_that_may_be_answered_is_done_if_the_text_says_whose_it_is(text: str, modality: str) -> None:
    assert modality in [r["modality"] for r in rows(text) if r["quote"] in ("attack", "raid")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru will help Chile defend itself against Bolivia's aggression.",
        "Peru worked to build Chile's ability to defend itself against Bolivia's aggression.",
        "Chile has defended itself against Bolivia's aggression.",
    ],
)
def test_who_is_shielded_against_an_act_undergoes_it(text: str) -> None:
    assert ("ASSAULT", "BOL", "CHL") in acts(text)


def test_what_is_only_discussed_is_not_done() -> None:
    found = rows("Kenya and Ghana discussed the law of war and sending troops to Somalia.")
    assert {row["modality"] for row in found if row["event_type"] == "MOBILIZE"} == {"hypothetical"}
    found = rows("Kenya stressed the need for talks and sending troops to Somalia.")
    assert "asserted" not in {row["modality"] for row in found if row["event_type"] == "MOBILIZE"}


def test_what_goes_on_at_the_time_is_done_whatever_is_not() -> None:
    found = rows("Kenya will not abandon the Ukrainian people as they fight Russia.")
    assert {row["modality"] for row in found if row["event_type"] == "ASSAULT"} == {"asserted"}
