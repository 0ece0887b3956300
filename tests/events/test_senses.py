"""Senses told apart by company, parts that stand away from their verb, and what is no act."""

from __future__ import annotations

import pytest
from event_texts import acts, rows

Acts = list[tuple[str, str | None, str | None]]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry's goal is to advance the interests of Kenya in Africa.",
        "Companies that enter the Kenyan market must target young consumers.",
        "The law protects workers in Germany.",
        "Transport links matter to Kazakhstan, which controls its borders.",
        "Peru's exporters were holed up in a hotel in Lima.",
        "Nigeria made progress in the talks.",
        "Iran must never obtain a nuclear weapon.",
        "Officials in Chad cautioned that no date had been set.",
        "The speech speaks to the hopes of Ghana.",
        "Estonia will defend itself.",
        "The leaders discussed efforts to free the hostages in Colombia.",
        "Brazil stressed the importance of defending Bolivia.",
    ],
)
def test_no_act(text: str) -> None:
    assert [act for act in acts(text) if act[0] != "CONSULT"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya will not accept any more refugees.", [("REJECT", "KEN", None)]),
        ("Turkey said it would not tolerate a blockade.", [("REJECT", "TUR", None)]),
        ("Kenya will not allow the refugees to stay.", [("REJECT", "KEN", None)]),
        ("Norway is opposed to the treaty.", [("REJECT", "NOR", None)]),
        ("Ghana's president has so far rejected foreign troops.", [("REJECT", "GHA", None)]),
        ("Egypt blocked a statement of the Security Council.", [("REJECT", "EGY", None)]),
    ],
)
def test_refusals(text: str, expected: Acts) -> None:
    assert [act[:2] for act in acts(text)] == [act[:2] for act in expected]


def test_refusal_is_asserted_and_names_its_negation() -> None:
    (row,) = rows("Kenya will not accept any more refugees.")
    assert (row["trigger"], row["modality"]) == ("will not accept", "asserted")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting broke out between Sudan and South Sudan near Heglig.", [("ASSAULT", "SDN", "SSD")]),
        ("Clashes erupted between Armenian and Azerbaijani forces.", [("ASSAULT", "ARM", "AZE")]),
        ("A roadside bombing near Samarra on Sunday killed one U.S. soldier.", [("ASSAULT", None, "USA")]),
        ("Chad lifted on Friday its blockade of Libya.", [("CONCEDE", "TCD", "LBY")]),
        ("Sudan shortened by an hour the curfew in Khartoum.", [("CONCEDE", "SDN", "SDN")]),
        ("Iran reopened the border with Iraq.", [("CONCEDE", "IRN", "IRQ")]),
        ("France shared satellite imagery with Chad.", [("COOPERATE", "FRA", "TCD")]),
        ("Libyan fishermen were fired on by a Tunisian patrol boat.", [("ASSAULT", "TUN", "LBY")]),
        ("Pyongyang threatened to turn Seoul into ashes.", [("THREATEN", "PRK", "KOR")]),
        ("Egypt's army placed President Morsi under house arrest.", [("COERCE", "EGY", "EGY")]),
    ],
)
def test_parts_away_from_the_verb(text: str, expected: Acts) -> None:
    assert [act for act in acts(text) if act[0] == expected[0][0]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The French foreign minister met his Italian counterpart in Rome and the Polish president in Warsaw.",
            [("CONSULT", "FRA", "ITA"), ("CONSULT", "FRA", "POL")],
        ),
        ("Ukraine asked Germany to send missiles.", [("REQUEST", "UKR", "DEU"), ("AID", "DEU", "UKR")]),
        (
            "Peru freed six Chilean sailors in exchange for two Peruvian officers held by Chile.",
            [("CONCEDE", "PER", "CHL"), ("COERCE", "CHL", "PER")],
        ),
        ("Iran's president, Hassan Rouhani, plans to meet his Turkish counterpart.", [("CONSULT", "IRN", "TUR")]),
        (
            "Angela Merkel condemned the coup, Iran closed its border with Turkey, and Egypt kept silent.",
            [("ACCUSE", "DEU", None), ("COERCE", "IRN", "TUR")],
        ),
        ("The Red Cross operating in Iraq said British troops must protect civilians.", [("REQUEST", None, "GBR")]),
        ("An Angolan offer to host talks was rejected by Zambia.", [("REJECT", "ZMB", "AGO")]),
    ],
)
def test_who_does_what(text: str, expected: Acts) -> None:
    found = acts(text)
    assert all(act in found for act in expected), found


def test_mission_in_a_country_is_not_the_countrys() -> None:
    (row,) = rows("The UN mission in Mali condemned the attack.")[:1]
    assert (row["event_type"], row["actor1_country"], row["place_country"]) == ("ACCUSE", None, None)


def test_date_inside_a_name_is_no_date_of_the_act() -> None:
    (row,) = rows("Norway praised the 2018 peace agreement in South Sudan.")
    assert row["date_edtf"] is None


def test_agreement_is_signed_only_where_a_treaty_is() -> None:
    roots = [row["cameo_root"] for row in rows("Peru and Chile reached a deal. Peru and Chile signed a treaty.")]
    assert roots == ["03", "05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya killed civilians in Chad.", ("ASSAULT", "KEN", "TCD")),
        ("Kenya arrested citizens of Chad.", ("COERCE", "KEN", "TCD")),
        ("Peruvian troops captured the Chilean town of Arica and killed its mayor.", ("ASSAULT", "PER", "CHL")),
        ("Kenya held a round of talks with Chad.", ("CONSULT", "KEN", "TCD")),
        ("Talks were held between Kenya and Chad in Nairobi.", ("CONSULT", "KEN", "TCD")),
        ("Kenya pulled its forces back from Chad.", ("RETREAT", "KEN", None)),
        ("Kenyan troops were withdrawn from Chad.", ("RETREAT", "KEN", None)),
        ("Kenya settled its border dispute with Chad.", ("AGREE", "KEN", "TCD")),
        ("Kenya imported wheat from Chad.", ("COOPERATE", "KEN", "TCD")),
        ("Kenya broke its agreement with Chad.", ("REJECT", "KEN", "TCD")),
        ("There has been heavy fighting between Kenya and Chad.", ("ASSAULT", "KEN", "TCD")),
        ("The arrest of three Chadian soldiers by Kenya drew criticism.", ("COERCE", "KEN", "TCD")),
        ("Cuba and Venezuela held naval exercises.", ("COOPERATE", "CUB", "VEN")),
        ("Having shelled the port for a week, Kenya seized a Chadian airfield.", ("ASSAULT", "KEN", "TCD")),
    ],
)
def test_wordings_of_the_field(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ceasefire between Kenya and Chad was broken.",
        "The president said that Kenya must have a hopeful future.",
        "Egypt's inflation advanced to 33 per cent.",
    ],
)
def test_what_came_to_nothing(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moroccan jets struck nine targets in Mali.", ("ASSAULT", "MAR", "MLI")),
        ("Kenyan troops evicted the militants from the ridge in Somalia.", ("ASSAULT", "KEN", "SOM")),
        ("Police in Chad evicted 40 families from the camp.", ("COERCE", "TCD", "TCD")),
        ("Serbian artillery engaged the Croatian trenches and positions.", ("ASSAULT", "SRB", "HRV")),
        ("Togolese guns put 40 Beninese soldiers out of action.", ("ASSAULT", "TGO", "BEN")),
        ("Chadian commandos seized the mountain pass from Libya.", ("ASSAULT", "TCD", "LBY")),
        ("Bolivia seized two foreign banks and a newspaper.", ("COERCE", "BOL", None)),
        ("Denmark has stationed six F-16s in Estonia.", ("MOBILIZE", "DNK", None)),
        ("Norway moved two minehunters to Tallinn.", ("MOBILIZE", "NOR", None)),
        ("Portugal built a base in Senegal.", ("MOBILIZE", "PRT", None)),
        ("Latvia gave 900 helmets and vests to Georgia.", ("AID", "LVA", "GEO")),
        ("Tusk called his Lithuanian counterpart.", ("CONSULT", "POL", "LTU")),
        ("Kenya sent a ship, President Ruto said after a call with Macron.", ("CONSULT", "KEN", "FRA")),
        ("Finland alerted Sweden to the submarine.", ("COOPERATE", "FIN", "SWE")),
        ("Morocco banned Algerian tomatoes.", ("SANCTION", "MAR", "DZA")),
        ("Turkey closed its market to Greek wines.", ("SANCTION", "TUR", "GRC")),
        ("The commander of Kenya again calls on the rebels to surrender.", ("REQUEST", "KEN", "KEN")),
    ],
)
def test_what_its_company_makes_of_a_verb(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana hit its target for exports.",
        "French planes took part in a search off Ghana.",
        "The union in Ghana alerted its members.",
        "Reporters in Ghana called the minister twice.",
    ],
)
def test_company_that_makes_no_act(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hamas handed over the bodies of two soldiers to the Red Cross.", ("CONCEDE", "PSE", None)),
        ("The opposition in Togo rejected the referendum.", ("REJECT", "TGO", None)),
        ("Radoslaw Sikorski called his Estonian counterpart, Margus Tsahkna.", ("CONSULT", "POL", "EST")),
        ("Kenya has forbidden any aid to Somalia.", ("SANCTION", "KEN", "SOM")),
        ("Serbian police stopped a convoy of Croatian trucks.", ("COERCE", "SRB", "HRV")),
        ("Lisbon will leave Angola by May.", ("RETREAT", "PRT", None)),
        ("In March the Libyans went home.", ("RETREAT", "LBY", None)),
        ("Kenyans protest in Mombasa.", ("PROTEST", "KEN", "KEN")),
        ("Togolese jets raided the heart of Cotonou.", ("ASSAULT", "TGO", "BEN")),
    ],
)
def test_more_company_that_makes_an_act(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana called on Togo to exercise restraint.", [("REQUEST", "GHA", "TGO")]),
        ("Ghanaian troops exercised near Tema.", [("MOBILIZE", "GHA", None)]),
        ("Ghana retaliated by banning Beninese wine.", [("SANCTION", "GHA", "BEN")]),
        ("Ghana retaliated by shelling Togo.", [("ASSAULT", "GHA", "TGO")]),
    ],
)
def test_what_is_exercised_and_how_one_answers(text: str, expected: Acts) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("idle", "told", "act"),
    [
        ("Kenya fought for better wages.", "Kenya fought for Garissa.", "ASSAULT"),
        ("Kenya is fighting to ensure fair trade.", "Kenya is fighting to retake Garissa.", "ASSAULT"),
        ("They hold their mothers in the highest regard in Kenya.", "They hold civilians in Kenya.", "COERCE"),
        ("Kenya brought down prices.", "Kenya brought down a helicopter.", "ASSAULT"),
        ("The president saved thousands of dollars for Kenyans.", "The army saved villagers in Kenya.", "AID"),
        ("Kenyans were forced to choose between two schools.", "Kenyans were forced to leave Garissa.", "COERCE"),
        ("Kenya eliminated needless programs.", "Kenya eliminated a commander in Garissa.", "ASSAULT"),
        ("Kenya's officials executed the order.", "Kenya's officials executed two rebels.", "ASSAULT"),
        ("Kenya will drill for oil.", "Kenya mined the harbour.", "MOBILIZE"),
        ("Kenya drills for oil and gas on federal land.", "Kenya gassed rebels in Garissa.", "ASSAULT"),
        ("The president returned to office in Kenya.", "The president returned to Kenya.", "CONSULT"),
        ("Kenya established a task force on tourism.", "Kenya established a brigade in Garissa.", "MOBILIZE"),
        ("The minister of Kenya submits to parliament a budget.", "Kenya submitted to the ultimatum.", "CONCEDE"),
        ("Kenyan officials are committed to helping shops.", "Kenyan officials committed to help shops.", "AGREE"),
        ("Shops in Kenya charged customers a fee.", "Kenya charged Uganda with murder.", "ACCUSE"),
        ("Kenya will no longer be taken advantage of.", "Garissa was taken by Kenya.", "ASSAULT"),
        ("Traders took advantage of people in Kenya.", "Rebels took villagers in Kenya.", "COERCE"),
        ("The president is going to tout it in Kenya.", "The president is going to Kenya.", "CONSULT"),
        ("Makers in Kenya will be hit with a tax increase.", "Garissa was hit with a missile by Kenya.", "ASSAULT"),
        ("Kenya is expanding its manufacturing base.", "Kenya is expanding its naval base.", "MOBILIZE"),
        ("Kenya will protect workers.", "Kenyan soldiers protected villagers.", "AID"),
        ("Kenya will enforce its environmental laws.", "Kenya enforced a curfew in Garissa.", "COERCE"),
        ("The president restored law and order in Kenya.", "Kenya restored electricity to Garissa.", "CONCEDE"),
        ("Kenya offers an opportunity for students.", "Kenya offered talks to Uganda.", "AGREE"),
        ("Kenyan protesters demonstrated devotion.", "Kenyan protesters demonstrated on Friday.", "PROTEST"),
        ("Makers in Kenya will remove dyes from sweets.", "Kenya removed its troops from Somalia.", "RETREAT"),
    ],
)
def test_false_friends(idle: str, told: str, act: str) -> None:
    assert act not in [found[0] for found in acts(idle)]
    assert act in [found[0] for found in acts(told)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Nurses in Ghana plan a strike for better pay.", ("PROTEST", "GHA", "GHA")),
        ("A strike by nurses paralysed Ghana.", ("PROTEST", "GHA", "GHA")),
        ("Turkish jets carried out strikes in Syria.", ("ASSAULT", "TUR", "SYR")),
        ("Turkish pilots carried out strikes in Syria.", ("ASSAULT", "TUR", "SYR")),
    ],
)
def test_a_strike_of_workers_hits_nobody(text: str, event: tuple[str, str, str]) -> None:
    assert acts(text)[:1] == [event]


def test_what_has_no_end_in_sight_goes_on() -> None:
    assert acts("Palestinian riots against Israel are continuing with no end in sight.") == [("PROTEST", "PSE", "ISR")]
    assert ("ASSAULT", "TUR", "SYR") in acts("Turkey pushed ahead with air strikes on Syrian positions.")


def test_a_condition_is_no_demand_on_whom_it_stands_behind() -> None:
    assert "REQUEST" not in [
        kind for kind, *_ in acts("France vowed to defend Poland should Russia make that mistake.")
    ]


def test_police_and_soldiers_sent_for_it_concede_nothing_by_ending_what_others_do() -> None:
    assert {kind for kind, *_ in acts("Togo sent soldiers to stop attacks on farms.")} == {"MOBILIZE"}
    assert acts("Ghanaian police stopped the violence in Kumasi.") == []
    assert {kind for kind, *_ in acts("Togo halted its attacks on farms in Benin.")} == {"CONCEDE"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway withdrew from naval exercises with Turkey.", ("SANCTION", "NOR", "TUR")),
        ("Peru and Cuba severed diplomatic relations.", ("SANCTION", "CUB", "PER")),
        ("The Kenyan parliament voted 90 to 60 to expel the Somali envoy.", ("SANCTION", "KEN", "SOM")),
    ],
)
def test_relations_are_broken(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


def test_what_an_accord_is_for_is_done_by_nobody() -> None:
    found = acts("Peru and Chile traded lists of prisoners under a pact barring attacks on them.")
    assert {kind for kind, *_ in found} == {"COOPERATE"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egyptian soldiers drove Libyan militants from Sollum.", ("ASSAULT", "EGY", "LBY")),
        ("Kenyan soldiers pushed back the Somali rebels.", ("ASSAULT", "KEN", "SOM")),
        ("Guatemalan soldiers pushed back the Honduran migrants.", ("COERCE", "GTM", "HND")),
        ("Norway put a 40 percent tariff on fish from Iceland.", ("SANCTION", "NOR", "ISL")),
        ("Iran released two British sailors.", ("CONCEDE", "IRN", "GBR")),
    ],
)
def test_company_tells_the_sense(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    "text", ["Iran released footage of two British sailors.", "Norway moved drilling rigs into Icelandic waters."]
)
def test_what_is_published_or_bored_is_no_act(text: str) -> None:
    assert acts(text) == []


def test_a_right_that_is_given_or_held_is_not_its_use() -> None:
    assert "REJECT" not in {kind for kind, *_ in acts("Norway granted Iceland a veto over the plan.")}
    assert "REJECT" not in {kind for kind, *_ in acts("Norway has a veto in the council.")}
    assert ("REJECT", "NOR", None) in acts("Norway cast its veto.")
