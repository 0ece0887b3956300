"""Acts told in the idioms of newswires, with states named together, and innocent uses of the same words."""

from __future__ import annotations

import pytest
from event_texts import acts


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Baghdad and Ankara ironed out the last wrinkles in a water-sharing pact and initialled it on Sunday.",
            ("AGREE", "IRQ", "TUR"),
        ),
        ("Ecuador climbed aboard a regional pact on drug trafficking.", ("AGREE", "ECU", None)),
        ("The Dutch trade minister is in Beijing for talks on chip curbs.", ("CONSULT", "NLD", "CHN")),
        ("Israel's spy chief was in Cairo on Sunday to discuss a truce.", ("CONSULT", "ISR", "EGY")),
        ("Sweden's leader travelled to Budapest in a bid to win over Hungary's Orban.", ("CONSULT", "SWE", "HUN")),
        ("Copenhagen is hosting an emergency meeting of Nordic leaders.", ("CONSULT", "DNK", None)),
        ("A Nigerian delegation of clerics got an audience with Niger's coup leader.", ("CONSULT", "NGA", "NER")),
        ("China went in to bat for Pakistan at the Security Council.", ("SUPPORT", "CHN", "PAK")),
        ("Britain nailed its colours to Ukraine's mast.", ("SUPPORT", "GBR", "UKR")),
        ("South Korea came down on Ukraine's side.", ("SUPPORT", "KOR", "UKR")),
        ("The Czech government pinned its colours to Israel's cause.", ("SUPPORT", "CZE", "ISR")),
        ("Bangladesh's interim leader sang China's praises in Beijing.", ("SUPPORT", "BGD", "CHN")),
        ("Beijing, long Pyongyang's protector, shielded North Korea from new sanctions.", ("SUPPORT", "CHN", "PRK")),
        ("China and Laos threw open a 1,000-km railway linking their capitals.", ("COOPERATE", "CHN", "LAO")),
        ("Canada's intelligence agency passed on satellite images to Ukraine.", ("COOPERATE", "CAN", "UKR")),
        ("Dutch and Belgian customs joined up to crack down on cocaine at their ports.", ("COOPERATE", "NLD", "BEL")),
        ("Finland struck up a fighter-pilot training tie-up with Sweden.", ("COOPERATE", "FIN", "SWE")),
        ("Kathmandu awarded China a contract to build an airport in Pokhara.", ("COOPERATE", "NPL", "CHN")),
        ("Southeast Asian leaders leaned on Myanmar's generals to end the violence.", ("REQUEST", None, "MMR")),
        ("Manila challenged China to take its claims to court.", ("REQUEST", "PHL", "CHN")),
        ("Pakistan knocked on the IMF's door for another bailout.", ("REQUEST", "PAK", None)),
        ("Poland put in a claim for war damages against Germany.", ("REQUEST", "POL", "DEU")),
        ("Bosnia's peace envoy sought extra powers from the Security Council.", ("REQUEST", "BIH", None)),
        ("Hungary is holding out for more EU cash.", ("REQUEST", "HUN", None)),
        ("Iran pinned the riots on the United States.", ("ACCUSE", "IRN", "USA")),
        ("Russia came in for sharp criticism from Western ministers at the G20.", ("ACCUSE", None, "RUS")),
        ("Venezuela's Maduro fired a warning shot across Guyana's bows.", ("THREATEN", "VEN", "GUY")),
        ("West African states gave Niger's junta a week to restore the president.", ("THREATEN", None, "NER")),
        ("Rwanda's Kagame said he was ready for war with Congo.", ("THREATEN", "RWA", "COD")),
        ("Nigeria's leader kept the option of force against Niger on the table.", ("THREATEN", "NGA", "NER")),
        ("Egypt opened its hospitals to wounded Palestinians.", ("AID", "EGY", "PSE")),
        ("Copenhagen emptied its arsenal for Kyiv, giving it all its howitzers.", ("AID", "DNK", "UKR")),
        ("Sweden upped its military aid to Ukraine.", ("AID", "SWE", "UKR")),
        ("Romania kept Moldova's lights on with emergency power.", ("AID", "ROU", "MDA")),
        ("Serbia's government ditched a lithium mine after protests.", ("CONCEDE", "SRB", None)),
        ("Germany owned up to genocide in Namibia.", ("CONCEDE", "DEU", "NAM")),
        ("Thailand sent home 18 Cambodian soldiers.", ("CONCEDE", "THA", "KHM")),
        ("West African states lifted their embargo on Mali.", ("CONCEDE", None, "MLI")),
        ("France packed up its last base in Chad.", ("RETREAT", "FRA", None)),
        ("Somali troops ran for it when al-Shabaab stormed the town.", ("RETREAT", "SOM", None)),
        ("Riga has been knocking on Tallinn's door for spare power.", ("REQUEST", "LVA", "EST")),
        (
            "Czech lawmakers tore strips off the prime minister over a bitcoin donation from a convicted dealer.",
            ("ACCUSE", "CZE", "CZE"),
        ),
        (
            "Papua New Guinea and the Solomon Islands have tied the knot on a treaty that redraws their sea frontier.",
            ("AGREE", "PNG", "SLB"),
        ),
        (
            "Tashkent and Astana have put to bed a row over pasture land that had simmered since Soviet days.",
            ("AGREE", "UZB", "KAZ"),
        ),
        (
            "Ghana's president drove across the frontier to Lome for lunch with his Togolese colleague.",
            ("CONSULT", "GHA", "TGO"),
        ),
        (
            "The Marshall Islands has remained true to Taiwan, its president told parliament.",
            ("SUPPORT", "MHL", "TWN"),
        ),
        (
            "El Salvador's Nayib Bukele had harsh words on Tuesday for American senators.",
            ("ACCUSE", "SLV", "USA"),
        ),
        (
            "In a letter to the United Nations, Athens listed 400 violations of its airspace by Turkish jets.",
            ("ACCUSE", "GRC", "TUR"),
        ),
        (
            "Reservists of Israel's air force stayed away from training over the government's plan for the courts.",
            ("PROTEST", "ISR", "ISR"),
        ),
        (
            "In Belgrade, thousands fell silent for 15 minutes outside parliament for the dead of Novi Sad.",
            ("PROTEST", "SRB", "SRB"),
        ),
        (
            "Vilnius is sowing its border with mines, having left the treaty that forbids them.",
            ("MOBILIZE", "LTU", None),
        ),
        ("Luxembourg's bourse struck two Belarusian bonds off its list.", ("SANCTION", "LUX", "BLR")),
        (
            "Rabat has left its embassy in Paris without an ambassador since January.",
            ("SANCTION", "MAR", "FRA"),
        ),
        ("Eritrean gunners sent mortar bombs over Ras Doumeira at Djibouti's soldiers.", ("ASSAULT", "ERI", "DJI")),
        (
            "An Armenian sniper's bullet ended the life of a conscript in Nakhchivan, Azerbaijan said.",
            ("ASSAULT", "ARM", "AZE"),
        ),
        (
            "A gunman turned his rifle on worshippers at two mosques in Christchurch, New Zealand.",
            ("ASSAULT", None, "NZL"),
        ),
        ("A rocket from Gaza found the roof of a house in Ashkelon.", ("ASSAULT", "PSE", "ISR")),
        ("A Thai gunship turned its cannon on a Burmese post across the Moei.", ("ASSAULT", "THA", "MMR")),
    ],
)
def test_idioms_of_newswires(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Arsenal bombed out of the Champions League in Lisbon.",
        "Shares in Toyota took a pounding in Tokyo on Monday.",
        "Wall Street rallied behind technology stocks.",
        "A heatwave swept through Spain and Portugal at the weekend.",
        "Storm Boris battered Poland and the Czech Republic.",
        "Snow choked off traffic on the road to Kathmandu.",
        "Wildfires tore through pine forests near Athens.",
        "The orchestra threw its weight behind Mahler's crescendos in Vienna.",
        "The Japanese carmaker pulled the plug on its electric van.",
        "Nokia threw in the towel on smartphones.",
        "Ryanair opened new routes to Morocco.",
        "The Danish brewer raised its glass to record profits.",
        "The Italian lit up the stage in Milan.",
        "Kenya's runners broke away from the pack at the 30-km mark.",
        "Norway is home to 5 million people.",
        "Argentina's coach rang the changes for the match with Chile.",
        "Bakers in Paris fear higher butter prices.",
        "A Belgian court heard a divorce case on Monday.",
        "Moscow's skyline lit up for New Year.",
        "Tourists poured into Venice for the carnival.",
        "The dollar held its ground against the yen.",
        "Oil prices gave up ground on Friday as traders in London took profits.",
        "Swiss watchmakers are going back to basics.",
        "The Polish zloty fell back after the central bank's decision.",
        "The book turns a page in the history of Egypt.",
        "The two Kenyan runners embraced at the finish line.",
        "Dutch farmers are sowing early this year.",
        "Chelsea's Brazilian winger put the game to bed in the last minute.",
        "The Greek economy has turned a corner.",
        "Portugal's captain was shown a red card in Lisbon.",
        "An avalanche cut off a village in Nepal.",
        "Vietnam's coffee crop came in for praise at a fair in Milan.",
        "Mexico is the biggest buyer of American corn.",
        "The museum in Cairo opened its doors to schoolchildren.",
        '"From Nairobi, this is James Copnall," the correspondent signed off.',
        "French cinema turned its back on Hollywood in the 1960s.",
        "India's cricketers laid siege to Australia's batting order.",
        "The Swedish singer took Berlin by storm.",
        "The Ukrainian boxer knocked out his opponent in the third round.",
        "The Canadian band signed off with an encore in Toronto.",
        "The Danish architect drew up plans for an opera house in Sydney.",
        "South Korea's pop idols are taking Tokyo by storm.",
        "An Egyptian tomb gave up its secrets.",
    ],
)
def test_sport_weather_culture_and_business_in_the_words_of_war_are_no_acts(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Russia fired missiles at Kyiv in a bid to break the siege.", ("ASSAULT", "RUS", "UKR")),
        ("Rebels attacked a base in Mali in a campaign against its junta.", ("ASSAULT", "MLI", "MLI")),
    ],
)
def test_what_an_act_is_for_does_not_change_its_sense(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


def test_states_named_together_belong_to_none() -> None:
    assert acts("Gulf Arab states cut ties with Qatar.") == [("SANCTION", None, "QAT")]
    assert acts("Western donors suspended aid to Ethiopia.") == [("SANCTION", None, "ETH")]


def test_what_is_done_in_an_exercise_is_no_attack() -> None:
    assert ("ASSAULT", "RUS", None) not in acts("Russian jets struck mock targets during drills.")
    assert acts("Russian jets struck a base during the battle in Syria.") == [("ASSAULT", "RUS", "SYR")]


def test_a_plan_that_one_state_draws_up_is_no_agreement() -> None:
    assert acts("Denmark drew up a plan for the Arctic.") == []
    assert ("AGREE", "DNK", "NOR") in acts("Denmark and Norway drew up a plan for the Arctic.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Israel came under fire on Monday from Iran.", ("ASSAULT", "IRN", "ISR")),
        ("Iraq gave the cold shoulder on Wednesday to a US proposal.", ("REJECT", "IRQ", "USA")),
        ("Estonia gave three Russian envoys the boot.", ("SANCTION", "EST", "RUS")),
    ],
)
def test_dates_and_recipients_stand_inside_idioms(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)
