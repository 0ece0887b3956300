"""Constructions of everyday prose: light verbs, verb chains, names before present verbs, quantities, causes."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey carried out air strikes on Syria.", ("ASSAULT", "TUR", "SYR")),
        ("The raids on Iraq were carried out by Turkish jets.", ("ASSAULT", "TUR", "IRQ")),
        ("Eritrea stepped up attacks on Ethiopia.", ("ASSAULT", "ERI", "ETH")),
        ("Turkey conducted dozens of raids on Syria.", ("ASSAULT", "TUR", "SYR")),
        ("Turkish jets carried out a series of strikes on Iraq.", ("ASSAULT", "TUR", "IRQ")),
        ("Thai artillery inflicted heavy losses on Cambodian units.", ("ASSAULT", "THA", "KHM")),
        ("Saudi Arabia waged an air campaign against the Houthis.", ("ASSAULT", "SAU", "YEM")),
        ("Three Syrian soldiers were killed in a Turkish airstrike.", ("ASSAULT", "TUR", "SYR")),
        ("Five Pakistani soldiers died in clashes with Indian troops.", ("ASSAULT", "IND", "PAK")),
    ],
)
def test_light_verbs_and_causes(text: str, expected: tuple[str, str, str]) -> None:
    assert set(acts(text)) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hamas fires rockets at Israel.", ("ASSAULT", "PSE", "ISR")),
        ("The Houthis attack Eilat.", ("ASSAULT", "YEM", "ISR")),
        ("The Netherlands sends tanks to Ukraine.", ("AID", "NLD", "UKR")),
        ("Laos condemns Thailand.", ("ACCUSE", "LAO", "THA")),
    ],
)
def test_names_in_s_before_a_present_verb(text: str, expected: tuple[str, str, str]) -> None:
    assert acts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad asked France for weapons.", ("REQUEST", "TCD", "FRA")),
        ("Spain provided Ukraine with four howitzers.", ("AID", "ESP", "UKR")),
        ("Iran supplied Hezbollah with rockets.", ("AID", "IRN", "LBN")),
        ("The United States imposed visa bans on Georgian officials.", ("SANCTION", "USA", "GEO")),
        ("Israel intercepted an Iranian missile.", ("ASSAULT", "ISR", "IRN")),
        ("The Indian navy intercepted a Pakistani fishing boat.", ("COERCE", "IND", "PAK")),
        ("Bahrain endorsed the agreement.", ("SUPPORT", "BHR", None)),
        ("Armenia and Azerbaijan exchanged prisoners.", ("CONCEDE", "ARM", "AZE")),
    ],
)
def test_complements_tell_the_act(text: str, expected: tuple[str, str, str | None]) -> None:
    assert acts(text) == [expected]


def test_a_refusal_is_asserted_and_what_is_refused_negated() -> None:
    found = [(row["event_type"], row["modality"]) for row in rows("Belgium ruled out sending troops to Mali.")]
    assert found == [("REJECT", "asserted"), ("MOBILIZE", "negated")]


def test_a_refusal_to_speak_is_no_act() -> None:
    assert acts("Mexico declined to comment.") == []


def test_a_denied_deed_is_negated() -> None:
    assert [(r["event_type"], r["modality"]) for r in rows("Turkey denied targeting civilians.")] == [
        ("ASSAULT", "negated")
    ]


def test_a_vow_is_told_by_what_is_vowed() -> None:
    assert acts("Erdogan vowed that Turkey would capture Manbij.") == [("ASSAULT", "TUR", "SYR")]


def test_a_demand_names_who_shall_do_it() -> None:
    assert ("REQUEST", "SYR", "ISR") in acts("Syria demanded that Israel withdraw from Quneitra.")


def test_a_verb_behind_a_relative_clause_keeps_its_subject() -> None:
    text = "Kenya condemned the attack on a base that was housing wounded soldiers, and called on Sudan to leave."
    assert ("REQUEST", "KEN", "SDN") in acts(text)


def test_units_backed_by_others_are_the_subject() -> None:
    found = acts("Syrian army units backed by Hezbollah and Iraqi militias captured Palmyra.")
    assert ("ASSAULT", "SYR", "SYR") in found
    assert ("ASSAULT", "IRQ", "SYR") not in found


def test_people_that_flee_attack_nobody() -> None:
    assert acts("Some 60,000 refugees crossed into Sudan.") == []


def test_who_repels_an_attack_faces_the_attacker() -> None:
    text = "Hamas repelled an incursion east of Khan Younis. Israel had attacked Gaza."
    assert acts(text)[0] == ("ASSAULT", "PSE", "ISR")


def test_a_date_in_a_relative_clause_or_of_the_speech_is_not_that_of_the_act() -> None:
    first = rows("Japan, which imposed sanctions on Russia in May 2022, urged India to leave Ladakh.", "2024-07-01")
    assert [r["date_edtf"] for r in first if r["event_type"] == "REQUEST"] == [None]
    second = rows("Uganda confirmed on 3 May 2024 that it had deployed soldiers to Juba.", "2024-05-04")
    assert [r["date_edtf"] for r in second if r["event_type"] == "MOBILIZE"] == [None]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya condemned as a cowardly act Somalia's shelling of the border town.", ("ACCUSE", "KEN", "SOM")),
        ("Chad dismissed as baseless the accusations of Niger.", ("REJECT", "TCD", "NER")),
    ],
)
def test_what_an_object_is_called_may_stand_before_it(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


def test_who_hosts_a_lunch_holds_no_talks_at_it() -> None:
    text = "Kenyan diplomats held their first meeting with President Xi at a lunch hosted by the Ambassador of Mali."
    assert acts(text) == [("CONSULT", "KEN", "CHN")]


def test_rebels_of_no_state_that_are_disarmed_are_those_of_the_place() -> None:
    text = "Ethnic Somali guerrillas operating in Kenya have been demobilised."
    assert acts(text) == [("RETREAT", "KEN", None)]


def test_the_date_of_a_truce_is_not_that_of_who_is_urged_to_keep_it() -> None:
    text = "Chad urged Niger to respect the ceasefire of 27 November 2024."
    assert [row["date_edtf"] for row in rows(text) if row["event_type"] == "REQUEST"] == [None]


def test_a_second_verb_behind_an_adverb_shares_subject_and_modality() -> None:
    found = rows("Erdogan vowed that Turkey would take al-Bab and then move on Manbij.")
    assert [(r["event_type"], r["actor1_country"], r["modality"]) for r in found] == [("ASSAULT", "TUR", "planned")] * 2


def test_a_bare_count_takes_the_noun_before() -> None:
    found = rows("The US has 500 troops in Syria and announced that it would send 200 more.")
    assert [(r["event_type"], r["actor1_country"], r["modality"]) for r in found] == [("MOBILIZE", "USA", "planned")]


def test_counted_ships_are_no_verb() -> None:
    assert acts("Britain will deploy two Royal Navy ships to the Red Sea.") == [("MOBILIZE", "GBR", None)]


def test_the_code_name_of_an_operation_is_no_part_of_the_doer() -> None:
    assert acts("In Operation Strangle US aircraft bombed bridges in North Korea.") == [("ASSAULT", "USA", "PRK")]


def test_two_counts_of_one_raid_are_one_act() -> None:
    assert acts("Two Turkish soldiers were killed and ten wounded in a Syrian airstrike.") == [
        ("ASSAULT", "SYR", "TUR")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukrainian forces conducted limited ground attacks in Kursk Oblast.", [("ASSAULT", "UKR", "RUS")]),
        ("Russian forces made marginal gains near Siversk.", [("ASSAULT", "RUS", "UKR")]),
        ("Estonia and Latvia closed their borders.", [("COERCE", "EST", None), ("COERCE", "LVA", None)]),
        ("Switzerland froze Russian assets.", [("SANCTION", "CHE", "RUS")]),
        ("Armenia handed back two villages to Azerbaijan.", [("CONCEDE", "ARM", "AZE")]),
        ("Ukraine downed 28 of 40 drones launched by Russia.", [("ASSAULT", "UKR", "RUS")]),
        ("Prussia signed an alliance with Russia.", [("AGREE", "DEU", "RUS")]),
    ],
)
def test_adjectives_owners_and_what_is_told_in_passing(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert acts(text) == expected


def test_the_state_that_fights_its_own_rebels_is_not_set_against_its_ally() -> None:
    text = (
        "Russian warplanes bombed rebels in Idlib. Syrian rebels and the Syrian government blamed each other. "
        "Syrian rebels withdrew. The Syrian army advanced. Syrian soldiers shelled the northern districts of Aleppo."
    )
    assert acts(text)[-1] == ("ASSAULT", "SYR", "SYR")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Korea fired warning shots at North Korean soldiers.", [("ASSAULT", "KOR", "PRK")]),
        ("Iran put its forces on high alert.", [("MOBILIZE", "IRN", None)]),
        ("A clash between Indian and Pakistani soldiers left 20 dead.", [("ASSAULT", "IND", "PAK")]),
    ],
)
def test_words_between_the_parts_of_a_verb(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Spain and Chile issued new and sweeping sanctions against Iran.", ("SANCTION", "CHL", "IRN")),
        ("A car bomb went off in Beirut on Monday.", ("ASSAULT", None, "LBN")),
        ("Hamas suicide bombers blew themselves up in Jerusalem.", ("ASSAULT", "PSE", "ISR")),
        ("President Lula of Brazil demanded in June that the Indians leave by 29 July.", ("REQUEST", "BRA", "IND")),
        ("Chadian forces backed by a Saudi-led coalition captured the airport.", ("ASSAULT", "TCD", None)),
        ("Fighters of the Sudanese army [SAF] attacked a Libyan post.", ("ASSAULT", "SDN", "LBY")),
        ("Members of the Shining Path threw dynamite at three police stations in Lima.", ("ASSAULT", "PER", "PER")),
    ],
)
def test_who_acts_beyond_asides_joined_adjectives_and_things(text, event):
    assert event in [(e["event_type"], e["actor1_country"], e["actor2_country"]) for e in rows(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The trawler, which was under attack by Houthi forces, sent a distress call.", ("ASSAULT", "YEM", None)),
        ("Pakistan carried out a military response against India.", ("ASSAULT", "PAK", "IND")),
        ("Macron has been in close contact with Netanyahu.", ("CONSULT", "FRA", "ISR")),
        ("Kamala Harris met with leaders in Munich, including with President Zelenskyy.", ("CONSULT", "USA", "UKR")),
        ("CHINA, WHICH SUSPENDED MILITARY AID TO PERU AFTER THE COUP, PROTESTED.", ("SANCTION", "CHN", "PER")),
        ("Germany exchanged five Taliban prisoners for two of its soldiers.", ("CONCEDE", "DEU", "AFG")),
        ("Putin sought authorization from the Ukrainian parliament.", ("REQUEST", "RUS", "UKR")),
        ("Hezbollah kidnapped a British nurse in May and released her in June.", ("CONCEDE", "LBN", "GBR")),
        ("Officials in Ankara say Russia shelled Kharkiv.", ("ASSAULT", "RUS", "UKR")),
        ("Ten missiles were fired from Iran at Israel.", ("ASSAULT", "IRN", "ISR")),
        ("The Chadian army launched drones targeting three Libyan ships.", ("ASSAULT", "TCD", "LBY")),
        ("Russia refused to negotiate with Kyiv.", ("REJECT", "RUS", "UKR")),
    ],
)
def test_asides_complements_and_what_stands_behind(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya has pledged 1,000 police officers.", ("MOBILIZE", "KEN", "planned")),
        ("Norway has promised $20 million.", ("AID", "NOR", "planned")),
        ("Norway, which has given 18 tanks and will convey four more, protested.", ("AID", "NOR", "asserted")),
        ("“We deployed a battery to Poland,” a U.S. official said.", ("MOBILIZE", "USA", "reported")),
    ],
)
def test_what_is_pledged_given_and_told_by_we(text: str, event: tuple[str, str, str]) -> None:
    assert event in [(row["event_type"], row["actor1_country"], row["modality"]) for row in rows(text)]


@pytest.mark.parametrize(
    "text", ["Putin authorized Russian forces to deploy.", "The army cleared a minefield; mortar rounds lay around."]
)
def test_orders_to_own_forces_concede_nothing(text: str) -> None:
    assert not {"CONCEDE", "CONSULT"} & {kind for kind, _, _ in acts(text)}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The French envoy left Doha after two days of talks with Taliban leaders.", ("CONSULT", "FRA", "AFG")),
        (
            "Envoys of Spain met Taliban leaders after talks with Omani generals, who refused aid.",
            ("REJECT", "OMN", None),
        ),
        ("Putin Warns Finland Over Border", ("THREATEN", "RUS", "FIN")),
        ("Zelenskyy Meets Scholz in Berlin", ("CONSULT", "UKR", "DEU")),
        ("TWO CAR BOMBS EXPLODED IN LIMA ON THURSDAY.", ("ASSAULT", None, "PER")),
        ("PRESIDENT AMIN AL-JUMAYYIL OF LEBANON MET AN ITALIAN ENVOY.", ("CONSULT", "LBN", "ITA")),
    ],
)
def test_titles_capitals_and_what_comes_after_talks(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


def test_the_one_who_gives_remarks_is_i_and_we() -> None:
    text = (
        "Remarks by President Biden Announcing Measures Against Russia\n\nMy fellow citizens, I’m announcing sanctions "
        "on Russia. We have sent howitzers to Ukraine."
    )
    assert {("SANCTION", "USA", "RUS"), ("AID", "USA", "UKR")} <= set(acts(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Spain announced sanctions to impose costs on Russia.", ("SANCTION", "ESP", "RUS")),
        ("The Houthis shelled Israel. The Houthis seized the M/V Amber Star.", ("COERCE", "YEM", None)),
        (
            "Curfew in Haiti\n\nThe government imposed a curfew on Sunday. Chad and Benin sent doctors.",
            ("COERCE", "HTI", "HTI"),
        ),
    ],
)
def test_what_a_purpose_a_ship_and_a_title_tell(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The representative of France spoke. She urged Libya to stop.", ("REQUEST", "FRA", "LBY")),
        ("The Under-Secretary-General today called on Sudan to stop.", ("REQUEST", None, "SDN")),
        ("Mali and Niger fought on Friday. Chad urged both states to stop.", ("REQUEST", "TCD", "MLI")),
        ("Poland flew medical supplies to Tbilisi.", ("AID", "POL", "GEO")),
        ("Russia has sent 900 paratroopers and 35 armoured vehicles to Syria.", ("MOBILIZE", "RUS", None)),
        ("France parachuted rifles to fighters in Libya.", ("AID", "FRA", "LBY")),
        ("Kiir of South Sudan sacked General Malong as chief of staff.", ("SANCTION", "SSD", "SSD")),
        ("Sudanese rebels sacked the town of Abyei.", ("ASSAULT", "SDN", "SDN")),
    ],
)
def test_offices_speak_on_and_what_is_sent_tells_what_for(text, event):
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Mali rejected the map that Chad had issued, and accused Niger of raids.", ("ACCUSE", "MLI", "NER")),
        ("Niger received 12 military vehicles from Germany in April.", ("AID", "DEU", "NER")),
        ("Turkey said that it had “neutralised” 12 Greek soldiers.", ("ASSAULT", "TUR", "GRC")),
    ],
)
def test_object_relatives_and_gifts_received(text, event):
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya and Uganda denounce the Sudanese offensive.", ("ACCUSE", "UGA", "SDN")),
        ("Macron, Merz and Tusk criticise Belarus.", ("ACCUSE", "POL", "BLR")),
        ("Oslo sent a field hospital to Amman in May and delivers food to Jordan.", ("AID", "NOR", "JOR")),
        ("Togo, whose army says that it lost 30 men, seeks help from Ghana.", ("REQUEST", "TGO", "GHA")),
        ("Baku, for its part, accuses Armenia of shelling the road.", ("ACCUSE", "AZE", "ARM")),
        ("The Kurdish rebels, for their part, attack Turkish outposts.", ("ASSAULT", "TUR", "TUR")),
        ("The pilots were captured, Rome said, demanding that Libya free them.", ("REQUEST", "ITA", "LBY")),
        ("Uganda will have to withdraw its soldiers from Ituri.", ("RETREAT", "UGA", None)),
        ("Hamas released nine living hostages to Israel.", ("CONCEDE", "PSE", "ISR")),
        ("Norway condemned in the strongest terms the attack on Syria.", ("ACCUSE", "NOR", None)),
    ],
)
def test_present_verbs_behind_joined_names_and_asides(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


def test_no_verb_behind_a_pair_that_a_preposition_leads() -> None:
    assert acts("The tariffs on Chad and Niger attack the roots of trade.") == []


def test_we_with_an_aside_on_who_we_are() -> None:
    text = "THE WHITE HOUSE\n\nAddress to the Nation\n\nWe, the heirs of the republic, condemn Libya."
    assert acts(text) == [("ACCUSE", "USA", "LBY")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The General Assembly urged Chad to negotiate.", ("REQUEST", None, "TCD")),
        ("The British killed one officer of the Argentine army.", ("ASSAULT", "GBR", "ARG")),
        ("Chad accused Niger of firing on its troops.", ("ASSAULT", "NER", "TCD")),
        ("Kenya, which blames Somalia for the raid, waited.", ("ACCUSE", "KEN", "SOM")),
        ("Chad demanded on Tuesday in a statement that Niger withdraw its soldiers.", ("RETREAT", "NER", None)),
        ("In June Iran dispatched 300 rockets toward Israel.", ("ASSAULT", "IRN", "ISR")),
        ("Thai marines drove the Cambodian troops out of the village.", ("ASSAULT", "THA", "KHM")),
        ("Britain sent HMS Endurance to the Falklands.", ("MOBILIZE", "GBR", None)),
        ("Guyana's envoy, also speaking for Chad, Mali and Niger, condemned Haiti.", ("ACCUSE", "GUY", "HTI")),
        ("Russia, citing raids on Belgorod, Kursk and Bryansk, shelled Kharkiv.", ("ASSAULT", "RUS", "UKR")),
        ("The two leaders, Emmanuel Macron and Olaf Scholz, met in Lyon.", ("CONSULT", "FRA", "DEU")),
    ],
)
def test_verbs_among_other_words(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize("text", ["The Canadian mining firm Orex left Burkina Faso.", "Norwegian fishing boats met."])
def test_trades_are_no_acts(text: str) -> None:
    assert all(kind != "ASSAULT" for kind, _, _ in acts(text))
