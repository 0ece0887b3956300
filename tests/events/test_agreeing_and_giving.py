"""How accords, meetings, support, work together and help are told: idioms, papers, goods, and who takes part."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Under a memorandum signed in Ashgabat, Turkmenistan will lend Iran engines.", ("AGREE", "TKM", "IRN")),
        ("Britain will send migrants to Rwanda under a deal signed in Kigali.", ("AGREE", "GBR", "RWA")),
        ("Egypt closed the border under a deal reached with Israel.", ("AGREE", "EGY", "ISR")),
        ("Kyiv and Budapest put their names to an agreement on schools.", ("AGREE", "UKR", "HUN")),
        ("Norway and Russia divided up the Barents Sea.", ("AGREE", "NOR", "RUS")),
    ],
)
def test_accords_are_of_those_who_act_under_them(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text), acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The king of Bhutan and India's foreign minister went over plans for a railway.", ("CONSULT", "BTN", "IND")),
        ("After hours of haggling in Geneva, Slovenia and Croatia settled on a text.", ("CONSULT", "SVN", "HRV")),
        ("The Indian foreign secretary is due in Colombo on Tuesday.", ("CONSULT", "IND", "LKA")),
        ("Talks between Chad and Cameroon were under way in Douala.", ("CONSULT", "TCD", "CMR")),
        ("Putin had Erdogan to dinner in Sochi.", ("CONSULT", "RUS", "TUR")),
        ("Envoys of Ecuador and Peru were locked in talks.", ("CONSULT", "ECU", "PER")),
        ("Canada's minister compared notes with her Mexican counterpart ahead of the vote.", ("CONSULT", "CAN", "MEX")),
        ("An Australian delegation called on the Fijian prime minister.", ("CONSULT", "AUS", "FJI")),
    ],
)
def test_meetings_are_told_in_many_ways(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text), acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("It was Iceland that first recognised Lithuania's independence.", ("SUPPORT", "ISL", "LTU")),
        ("Iceland first recognised Lithuania.", ("SUPPORT", "ISL", "LTU")),
        ("Estonia's parliament passed a resolution declaring solidarity with Georgia.", ("SUPPORT", "EST", "GEO")),
        ("Poland signed a letter backing Ukraine.", ("SUPPORT", "POL", "UKR")),
        ("Roosevelt lent Churchill moral support.", ("SUPPORT", "USA", "GBR")),
        ("Germany stands at Israel's side.", ("SUPPORT", "DEU", "ISR")),
        ("The UAE conferred its highest award on Modi.", ("SUPPORT", "ARE", "IND")),
        ("Angola and Portugal turned the page on years of quarrels.", ("SUPPORT", "AGO", "PRT")),
        ("The Dutch king offered Indonesia an apology for violence.", ("SUPPORT", "NLD", "IDN")),
    ],
)
def test_support_is_given_by_those_who_pass_the_paper(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text), acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya and Uganda are to build a railway together.", ("COOPERATE", "KEN", "UGA")),
        ("Albania and Montenegro run a single customs post.", ("COOPERATE", "ALB", "MNE")),
        ("Greece and Bulgaria opened a gas interconnector.", ("COOPERATE", "GRC", "BGR")),
        ("The central banks of Turkey and Qatar traded $3 billion in lira.", ("COOPERATE", "TUR", "QAT")),
        ("Mozambique has shipped a cargo of liquefied natural gas to South Korea.", ("COOPERATE", "MOZ", "KOR")),
        ("Iraqi oil is flowing to Turkey again.", ("COOPERATE", "IRQ", "TUR")),
        ("A Bahraini footballer was extradited from Thailand to Australia.", ("COOPERATE", "THA", "AUS")),
        ("Mexico shipped two men to the United States to stand trial.", ("COOPERATE", "MEX", "USA")),
        ("Swiss police handed German investigators bank data.", ("COOPERATE", "CHE", "DEU")),
        ("Flights between Tajikistan and Uzbekistan resumed.", ("COOPERATE", "TJK", "UZB")),
    ],
)
def test_work_together_takes_two_sides(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text), acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Turkish drones were supplied to Azerbaijan.", ("AID", "TUR", "AZE")),
        ("Indian wheat was trucked to Afghanistan.", ("AID", "IND", "AFG")),
        ("India came to Nepal's rescue.", ("AID", "IND", "NPL")),
        ("Japan will finance two bridges on the Sindhuli road in Nepal.", ("AID", "JPN", "NPL")),
        ("Romania made Ukraine a gift of radars.", ("AID", "ROU", "UKR")),
        ("Saudi Arabia parked $3 billion in Pakistan's central bank.", ("AID", "SAU", "PAK")),
        ("Uganda has been host to Congolese refugees.", ("AID", "UGA", "COD")),
        ("Kuwait is rebuilding Beirut's grain silos.", ("AID", "KWT", "LBN")),
    ],
)
def test_goods_and_idioms_tell_who_gives(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text), acts(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A storm is due in Ireland on Friday.", "CONSULT"),
        ("The Swedish singer is due in Berlin on Monday.", "CONSULT"),
        ("France called on Germany to pay more.", "CONSULT"),
        ("Turkish and Greek voters weigh the issues.", "CONSULT"),
        ("Polish builders opened a bridge in Leeds.", "COOPERATE"),
        ("Water flows into Iraq from Turkey.", "COOPERATE"),
        ("Russia and Ukraine trade blame over the dam.", "COOPERATE"),
        ("German shoppers opened their homes to burglars.", "AID"),
        ("The Spanish coach embraced his keeper.", "SUPPORT"),
        ("Police arrested a man under a law adopted in Peru in May.", "AGREE"),
    ],
)
def test_weather_sport_and_trade_are_no_such_acts(text: str, kind: str) -> None:
    assert kind not in [act[0] for act in acts(text)], acts(text)


def test_a_deal_that_is_signed_is_no_plan() -> None:
    told = {
        r["event_type"]: r["modality"]
        for r in rows("Britain will send migrants to Rwanda under a deal signed in Kigali.")
    }
    assert told["AGREE"] == "asserted"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Russia said it fully supports Mali's junta.", ("SUPPORT", "RUS", "MLI")),
        ("Iran and Oman jointly patrol the strait.", ("COOPERATE", "IRN", "OMN")),
        ("Malian soldiers were fatally shot by rebels.", ("ASSAULT", "MLI", "MLI")),
        ("Canberra and Port Moresby elevated their ties to an alliance.", ("SUPPORT", "AUS", "PNG")),
        ("Iceland became the first country to recognise Lithuania.", ("SUPPORT", "ISL", "LTU")),
        ("Hungary's Orban took Moscow's side.", ("SUPPORT", "HUN", "RUS")),
        ("Dutch nurses lit candles in solidarity with Ukrainians.", ("SUPPORT", "NLD", "UKR")),
        ("Modi, Xi meet on sidelines of summit", ("CONSULT", "IND", "CHN")),
        ("Sadat's journey to Jerusalem stunned the Arabs.", ("CONSULT", "EGY", "ISR")),
        ("Egyptian mediators brought Hamas back to the table.", ("CONSULT", "EGY", "PSE")),
        ("Berlin and Copenhagen are agreed that the tunnel should be built.", ("AGREE", "DEU", "DNK")),
        ("Russia and India are co-producing the BrahMos missile.", ("COOPERATE", "RUS", "IND")),
        ("Argentine and Chilean peacekeepers formed a joint brigade.", ("COOPERATE", "ARG", "CHL")),
        ("Tanzania opened its borders to Congolese refugees.", ("AID", "TZA", "COD")),
        ("Algerian planes carried tents to Aleppo.", ("AID", "DZA", "SYR")),
        ("Athens sent two frigates to Cyprus's aid.", ("AID", "GRC", "CYP")),
    ],
)
def test_what_parts_a_verb_from_its_parts_is_read_over(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text), acts(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Negotiators from Hanoi and Washington resume trade talks on Monday.", "COOPERATE"),
        ("Putin's visit to Ankara was cancelled.", "CONSULT"),
        ("Ethiopia hosts 400,000 Sudanese refugees.", "CONSULT"),
        ("Drones reached Kyiv.", "CONSULT"),
    ],
)
def test_longer_words_and_their_heads_decide(text: str, kind: str) -> None:
    assert kind not in [act[0] for act in acts(text)], acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Japan gave Mali $5m.",
        "Japan gave Mali €20m in military aid.",
        "Japan has lent Mali £1.9bn.",
        "Japan sent 20m euros to Mali.",
    ],
)
def test_money_in_short_is_money(text: str) -> None:
    assert acts(text) == [("AID", "JPN", "MLI")]


def test_aid_in_short_tells_whom_an_agreement_is_with() -> None:
    assert ("AGREE", "JPN", "MLI") in acts("Japan agreed in May to give Mali €20m in aid.")
