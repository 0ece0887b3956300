"""Who does what where an aside, an apposition or a place stands between those who act and what they do."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


def test_an_apposition_of_the_object_is_no_new_subject() -> None:
    found = acts(
        "Turkey freed two staff of Sputnik, a Moscow broadcaster, jailed three Georgians and expelled a Greek."
    )
    assert ("COERCE", "TUR", "GEO") in found
    assert all(doer == "TUR" for _, doer, _ in found)


def test_a_subject_with_an_apposition_is_no_object_of_the_verb_before() -> None:
    found = acts("Russia slapped a ban on Moldovan wine, and Sergei Lavrov, the foreign minister, warned Romania.")
    assert found == [("SANCTION", "RUS", "MDA"), ("THREATEN", "RUS", "ROU")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana, too, calls for calm.", ("REQUEST", "GHA", None)),
        ("Ghana, meanwhile, blames Togo.", ("ACCUSE", "GHA", "TGO")),
        ("In Odesa women blocked a road.", ("PROTEST", "UKR", "UKR")),
        ("In Hama government troops shelled a village.", ("ASSAULT", "SYR", "SYR")),
        ("Across Iran police arrested 40 protesters.", ("COERCE", "IRN", "IRN")),
    ],
)
def test_what_parts_a_subject_from_its_verb(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya blamed the assault on its old rival, President Museveni, on Friday.", ("ACCUSE", "KEN", "UGA")),
        ("Putin met his ally, President Alexander Lukashenko, in Sochi.", ("CONSULT", "RUS", "BLR")),
        ("President Macron flew to Accra, where he and his host signed a treaty.", ("AGREE", "FRA", "GHA")),
        ("Kenya blamed the kidnapping on its neighbour, Somalia.", ("ACCUSE", "KEN", "SOM")),
    ],
)
def test_who_a_rival_an_ally_or_a_host_is(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya expelled two Ugandan diplomats and demanded an apology.", ("REQUEST", "KEN", "UGA")),
        ("Mali sealed all its crossings with Niger and halted fuel exports to it.", ("SANCTION", "MLI", "NER")),
        ("Mali refuses to negotiate until Niger withdraws its guns.", ("REJECT", "MLI", "NER")),
        ("Mali ruled out talks unless Niger stops shelling Gao.", ("REJECT", "MLI", "NER")),
        ("Uganda deployed troops in Juba. Kenya denounced the deployment as an invasion.", ("ACCUSE", "KEN", "UGA")),
    ],
)
def test_whom_a_further_act_is_aimed_at(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in acts(text)


def test_terms_come_before_the_act_and_what_merely_happened_before_does_not() -> None:
    assert ("REJECT", "MLI", "NER") not in acts("Mali ruled out talks before Niger left the bloc.")


def test_arms_that_are_asked_for_are_nobody_who_is_asked() -> None:
    assert acts("Ukraine asked for 500 tanks.") == [("REQUEST", "UKR", None)]


def test_neither_of_two_did_it() -> None:
    found = rows("Neither Chad nor Niger has shelled Benin.")
    assert [(row["actor1_country"], row["modality"]) for row in found] == [("TCD", "negated"), ("NER", "negated")]


@pytest.mark.parametrize(
    "text",
    ["Australia has shipped Ukraine 49 retired Abrams.", "Australia handed Ukraine 19 used F-16s."],
)
def test_a_participle_between_a_number_and_arms_is_no_verb(text: str) -> None:
    assert acts(text) == [("AID", "AUS", "UKR")]


def test_it_may_be_a_government_that_imposes_a_ban() -> None:
    found = acts("The Kremlin was livid. It slapped a ban on Moldovan wine.")
    assert found == [("SANCTION", "RUS", "MDA")]


def test_callings_of_people_are_actors() -> None:
    assert acts("Iran jailed a trade unionist.") == [("COERCE", "IRN", "IRN")]
    assert ("REQUEST", "ISR", "ISR") in acts("In Israel, rabbis in Jerusalem urged their students to stay.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ruto has for weeks been arresting Ugandans.", ("COERCE", "KEN", "UGA")),
        ("Chad has time and again been attacked by Niger.", ("ASSAULT", "NER", "TCD")),
        ("Israel has for the past two years been bombing Syria.", ("ASSAULT", "ISR", "SYR")),
        ("Turkey has since May 2019 attacked Syria.", ("ASSAULT", "TUR", "SYR")),
        ("Egypt was on Friday attacked by Libya.", ("ASSAULT", "LBY", "EGY")),
        ("It was a plan that Ghana's president, John Mahama, opposed.", ("REJECT", "GHA", None)),
        ("Kagame, branded a liar by Congo, met Ruto.", ("ACCUSE", "COD", "RWA")),
        ("Iran went after oil depots and power plants in Iraq.", ("ASSAULT", "IRN", "IRQ")),
        ("Russia went after plants in retaliation for a raid on Belgorod.", ("ASSAULT", "RUS", None)),
        ("Togo has turned that down.", ("REJECT", "TGO", None)),
        ("Britain ought to deploy a force to Ukraine.", ("MOBILIZE", "GBR", None)),
        ("If Kyiv falls, Britain and France will send troops.", ("MOBILIZE", "GBR", None)),
    ],
)
def test_what_stands_between_a_verb_and_its_parts(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


def test_what_tells_of_the_doer_makes_the_act_no_plan() -> None:
    found = rows("Gunmen who tried to storm the barracks in Lima were shot dead by Peruvian police.")
    assert [(row["actor1_country"], row["modality"]) for row in found if row["trigger"] == "shot dead"] == [
        ("PER", "asserted")
    ]


def test_each_of_a_long_list_does_it() -> None:
    found = acts("Canada, Japan, Norway, France, Italy, Spain and Greece condemned the attack by Russia.")
    doers = ["CAN", "JPN", "NOR", "FRA", "ITA", "ESP", "GRC"]
    assert [event for event in found if event[0] == "ACCUSE"] == [("ACCUSE", doer, "RUS") for doer in doers]


def test_who_stands_in_a_list_of_doers_is_no_place_of_another_act() -> None:
    found = acts("Canada, Japan, Norway and Greece condemned the attack by Russia.")
    assert ("ASSAULT", "RUS", None) in found


def test_two_leaders_pledge_nothing_to_the_own_state_of_one() -> None:
    found = acts("Joe Biden met Volodymyr Zelenskyy. The leaders committed to repair Ukraine's power grid.")
    assert ("AGREE", "USA", "UKR") in found
    assert ("AGREE", "UKR", "UKR") not in found


def test_principles_are_not_attacked() -> None:
    assert acts("By attacking the core tenets of the UN Charter, Russia has lost its friends.") == []


def test_the_own_charge_of_who_repeats_it_is_made() -> None:
    found = rows("Russia reiterated its charge that NATO had let the province become a nursery for terrorists.")
    assert [(row["event_type"], row["modality"]) for row in found] == [("ACCUSE", "asserted")]


def test_a_line_of_a_list_that_only_counts_tells_no_act() -> None:
    text = "Thai forces fought Cambodia.\n\n- soldiers killed – 7 (+1)\n- Cambodian tanks destroyed: 4\n- Poipet bombed"
    assert [row["trigger"] for row in rows(text)] == ["fought", "bombed"]
