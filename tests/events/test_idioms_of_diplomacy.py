"""Acts of yielding, helping, siding, meeting and joint work told in idioms, and innocent uses of the same words."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Prague spoke out in Israel's defence.", ("SUPPORT", "CZE", "ISR")),
        ("Romania has always been in Moldova's corner.", ("SUPPORT", "ROU", "MDA")),
        ("Uzbekistan argued Afghanistan's case in Moscow.", ("SUPPORT", "UZB", "AFG")),
        ("Burundi came to Congo's aid with ten battalions.", ("AID", "BDI", "COD")),
        ("Niger rallied to Mali's side in its row with Algeria.", ("SUPPORT", "NER", "MLI")),
    ],
)
def test_an_idiom_may_end_in_whose_it_is(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ghana's Mensah travelled to Lome to meet his host.", ("CONSULT", "GHA", "TGO")),
        ("Iraq's Hamdani arrived in Tehran with a ministerial delegation.", ("CONSULT", "IRQ", "IRN")),
        ("The Taliban let American John Doe go in a swap.", ("CONCEDE", "AFG", "USA")),
        ("Algeria freed Briton Mary Roe.", ("CONCEDE", "DZA", "GBR")),
    ],
)
def test_who_is_unknown_is_told_by_his_state_and_name(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("An Australian plane laden with relief goods touched down in Tonga.", ("AID", "AUS", "TON")),
        ("Egyptian trucks laden with flour and tents rolled into Gaza.", ("AID", "EGY", "PSE")),
        ("A Chinese freighter loaded with rice docked in Pyongyang.", ("AID", "CHN", "PRK")),
    ],
)
def test_who_arrives_is_told_by_what_he_brings(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


def test_arms_and_explosives_that_arrive_are_no_relief() -> None:
    assert all(event[0] != "AID" for event in acts("A Russian freighter carrying tanks docked in Tartus."))
    assert all(event[0] != "AID" for event in acts("A lorry packed with explosives rolled into Kabul."))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("North Korea returned the remains of 55 American soldiers.", ("CONCEDE", "PRK", "USA")),
        ("Yerevan turned over four abandoned villages to Baku.", ("CONCEDE", "ARM", "AZE")),
        ("Congo demanded Rwanda's withdrawal from its soil.", ("REQUEST", "COD", "RWA")),
        ("Madrid gave President Petro's peace drive its wholehearted backing.", ("SUPPORT", "ESP", "COL")),
        ("Laos stood firmly by China on Xinjiang.", ("SUPPORT", "LAO", "CHN")),
        ("A Lithuanian deputy minister is leading a trade mission to Taiwan.", ("CONSULT", "LTU", "TWN")),
        ("UN convoys brought flour and tents into Idlib.", ("AID", None, "SYR")),
    ],
)
def test_nouns_and_prepositions_inside_idioms_find_their_place(text: str, event: tuple[str, str | None, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Britain and Mauritius have a deal on the Chagos islands.", ("AGREE", "GBR", "MUS")),
        ("Swedish and Danish ministers toasted a pact on policing the Oresund.", ("AGREE", "SWE", "DNK")),
        ("Rwanda and Uganda turned over a new leaf with an accord on trade.", ("AGREE", "RWA", "UGA")),
        ("Mauritania and Senegal have settled how to divide the gas revenue.", ("AGREE", "MRT", "SEN")),
        ("Sri Lanka granted China permission to dock.", ("AGREE", "LKA", "CHN")),
        ("Tinubu kicked off a state visit to France.", ("CONSULT", "NGA", "FRA")),
        ("Kagame and Macron renewed acquaintance in Villers-Cotterets.", ("CONSULT", "RWA", "FRA")),
        ("Pretoria sent two ministers across to Maputo to hear both sides.", ("CONSULT", "ZAF", "MOZ")),
        ("Poland and Germany's leaders spoke for the first time since the election.", ("CONSULT", "POL", "DEU")),
        ("Ghana has come over to Morocco's side in the quarrel.", ("SUPPORT", "GHA", "MAR")),
        ("Meloni was effusive about Milei's reforms.", ("SUPPORT", "ITA", "ARG")),
        ("Polish lawmakers passed a resolution in support of Georgia's protesters.", ("SUPPORT", "POL", "GEO")),
        ("Cypriot commandos practised tunnel warfare with Israeli troops.", ("COOPERATE", "CYP", "ISR")),
        ("Russian and Egyptian frigates drilled in the Mediterranean.", ("COOPERATE", "RUS", "EGY")),
        ("Luxembourg and Belgium fly a joint fleet of transport planes.", ("COOPERATE", "LUX", "BEL")),
        ("Kazakhstan and China opened a new freight line through Bakhty.", ("COOPERATE", "KAZ", "CHN")),
        ("Zambia and Congo are building a battery plant as partners.", ("COOPERATE", "ZMB", "COD")),
        ("New Zealand joined Australia in a combined patrol of the Solomon Sea.", ("COOPERATE", "NZL", "AUS")),
        ("Tanzania lent Mozambique 300 troops.", ("AID", "TZA", "MOZ")),
        ("American instructors taught Ukrainians to fly the F-16.", ("AID", "USA", "UKR")),
        ("US destroyers helped shield Israel from Iranian missiles.", ("AID", "USA", "ISR")),
        ("France topped up the Central African budget with 10 million euros.", ("AID", "FRA", "CAF")),
        ("Spanish sappers dug for survivors in the Atlas villages of Morocco.", ("AID", "ESP", "MAR")),
        ("Britain surrendered sovereignty over the islands to Mauritius.", ("CONCEDE", "GBR", "MUS")),
        ("Seoul switched off its loudspeakers along the border with the North.", ("CONCEDE", "KOR", "PRK")),
        ("Caracas swapped ten jailed Americans for 252 deportees.", ("CONCEDE", "VEN", "USA")),
        ("The United States took Cuba off its terrorism list.", ("CONCEDE", "USA", "CUB")),
        ("Morocco opened the customs post at Melilla to Spanish goods.", ("CONCEDE", "MAR", "ESP")),
        ("Ukrainian forces honoured the Easter truce.", ("CONCEDE", "UKR", None)),
        ("Tehran opened the Fordow plant to UN inspectors.", ("CONCEDE", "IRN", None)),
        ("Israeli tanks rumbled back across the border from Lebanon.", ("RETREAT", "ISR", None)),
        ("The French pulled down the tricolour at Kossei.", ("RETREAT", "FRA", None)),
        ("Niger quit a regional force.", ("RETREAT", "NER", None)),
        ("Somalia's Gorgor unit backed out of Masagaway.", ("RETREAT", "SOM", None)),
        ("Hanoi wanted an account from Beijing of the beaten fishermen.", ("REQUEST", "VNM", "CHN")),
        ("Finland requested consultations under the treaty.", ("REQUEST", "FIN", None)),
        ("Japan lodged a demand with Moscow for the return of the crew.", ("REQUEST", "JPN", "RUS")),
    ],
)
def test_acts_in_the_idioms_of_foreign_ministries(text: str, event: tuple[str, str, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chinese and Indian students dined together.",
        "The Ukrainian striker was let go by his club in Italy.",
        "The Spanish king lowered the flag to half-mast after the quake in Morocco.",
        "Kenya's runners took part in the London marathon.",
        "Malta's fishermen pulled 40 kilos of tuna from the sea.",
        "The Serbian doctor looked after her mother in Austria.",
        "South Korea drew in crowds from Japan.",
        "American tourists streamed home from Italy.",
        "The Dutch museum returned visitors' bags.",
        "Toyota is building a battery plant in the United States.",
        "The Swiss watchmaker will sail away from India with a profit.",
        "Ghana's team quit the tournament in Egypt.",
        "Two Vietnamese companies have a deal with a German supplier.",
        "Britain's weather turned over a new leaf.",
        "Thailand's president made good on his promise to cut taxes.",
    ],
)
def test_people_clubs_and_companies_in_the_words_of_diplomacy_do_no_acts(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana and Togo held a call on Monday.", {("CONSULT", "GHA", "TGO")}),
        ("Iran and Iraq pledged to enhance security cooperation.", {("AGREE", "IRN", "IRQ")}),
        (
            "Iran and Iraq pledged to deepen security cooperation with Oman.",
            {("AGREE", "IRN", "OMN"), ("AGREE", "IRQ", "OMN")},
        ),
        ("Syrian families sought shelter in Turkish schools.", set()),
        ("Thousands of Syrians sought refuge in Turkey.", {("REQUEST", "SYR", "TUR")}),
    ],
)
def test_calls_promises_and_shelter(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= set(acts(text))
    assert {act[0] for act in acts(text)} <= {"CONSULT", "COOPERATE", "SUPPORT"} | {act[0] for act in expected}


def test_several_states_ask_together() -> None:
    found = acts("France, Germany, Italy and Britain met in Rome. They called on Iran to stop its raids.")
    assert {("REQUEST", who, "IRN") for who in ("FRA", "DEU", "ITA", "GBR")} <= set(found)


def test_no_effort_that_is_spared_is_made() -> None:
    assert [row["modality"] for row in rows("France will spare no effort to help Lebanon.")] == ["planned"]


def test_actions_that_are_discussed_are_their_owners() -> None:
    found = acts("Biden met Zelensky. They discussed Germany's actions to hold Putin accountable for the raids.")
    assert ("ACCUSE", "UKR", "RUS") not in found


@pytest.mark.parametrize("owner", ["Russia's", "the Russian"])
def test_forces_are_those_of_who_masses_them(owner: str) -> None:
    found = acts(f"Poland voiced concern about {owner} massing of troops threatening Georgia.")
    assert ("THREATEN", "RUS", "GEO") in found
