"""Whom a promise, an assent, a gift or a concession is for, and pairs of states in headlines."""

from __future__ import annotations

import pytest
from event_texts import acts


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # assent, by light verbs and to what somebody owns
        ("Fiji gave its full assent to a New Zealand plan for a patrol.", ("AGREE", "FJI", "NZL")),
        ("Cuba consented to a Mexican request for a meeting.", ("AGREE", "CUB", "MEX")),
        ("Norway has pledged to help Malawi restock its lakes.", ("AGREE", "NOR", "MWI")),
        ("Malawi has pledged to reopen its markets to Mozambique.", ("AGREE", "MWI", "MOZ")),
        ("The Dominican Republic gave Haiti its word that no canes would be cut.", ("AGREE", "DOM", "HTI")),
        ("Guyana and Suriname ironed out their differences.", ("AGREE", "GUY", "SUR")),
        # meetings
        ("Malta to host Libyan, Italian negotiators", ("CONSULT", "MLT", "ITA")),
        ("Iraq, Turkey open talks on river", ("CONSULT", "IRQ", "TUR")),
        ("No consultations had taken place between Kuwait and Qatar.", ("CONSULT", "KWT", "QAT")),
        # support
        ("Romania endorses Moldova's bid to join the bloc.", ("SUPPORT", "ROU", "MDA")),
        ("Cuba sprang to the defence of Venezuela's president.", ("SUPPORT", "CUB", "VEN")),
        ("Poland's reforms won the praise of the United States.", ("SUPPORT", "USA", "POL")),
        ("South Korea's president described Vietnam as a trusted friend.", ("SUPPORT", "KOR", "VNM")),
        ("Jordan voiced its unwavering support for the Palestinians.", ("SUPPORT", "JOR", "PSE")),
        # cooperation
        ("Iran and Armenia jointly built a bridge over the Araks.", ("COOPERATE", "IRN", "ARM")),
        ("Turkey restored rail links with Georgia.", ("COOPERATE", "TUR", "GEO")),
        ("Joint drills by Chad and Niger have begun.", ("COOPERATE", "TCD", "NER")),
        ("Libya sold Malta oil at a discount.", ("COOPERATE", "LBY", "MLT")),
        # aid
        ("Qatar wired 50 million dollars to Sudan's central bank.", ("AID", "QAT", "SDN")),
        ("Uganda took in a further 9,000 South Sudanese.", ("AID", "UGA", "SSD")),
        ("China is training and equipping Zimbabwe's presidential guard.", ("AID", "CHN", "ZWE")),
        ("Sweden wrote off Ethiopia's debt.", ("AID", "SWE", "ETH")),
        # concessions
        ("Mexico has dropped visa requirements for Peruvian tourists.", ("CONCEDE", "MEX", "PER")),
        ("Iran lifted its siege of Hodeidah.", ("CONCEDE", "IRN", "YEM")),
        ("Britain unfroze Iranian assets.", ("CONCEDE", "GBR", "IRN")),
        ("Hungary backed down on its tax on the internet.", ("CONCEDE", "HUN", "HUN")),
        ("Pardoned by the king, some 300 Moroccan prisoners walked out of jail.", ("CONCEDE", "MAR", "MAR")),
        ("Syrian troops slipped out of Idlib overnight.", ("RETREAT", "SYR", None)),
    ],
)  # fmt: skip
def test_whom_it_is_for(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Togo has a trade pact with Benin.", "AGREE"),
        ("Chad built a bridge over the Logone.", "COOPERATE"),
        ("The king of Jordan stood up for Jordanian workers.", "SUPPORT"),
    ],
)
def test_what_is_no_act_of_the_kind(text: str, kind: str) -> None:
    assert kind not in [found for found, _, _ in acts(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Syrian leader conferred by telephone with the emir of Kuwait.", ("CONSULT", "SYR", "KWT")),
        ("Iceland was the first state to recognise Lithuania.", ("SUPPORT", "ISL", "LTU")),
        ("Ethiopia and Djibouti strengthened their ties at a ceremony in Rome.", ("SUPPORT", "ETH", "DJI")),
        ("Japan expressed deep remorse to South Korea.", ("SUPPORT", "JPN", "KOR")),
        ("Libya let a jailed British nurse go.", ("CONCEDE", "LBY", "GBR")),
        ("Israeli rescuers pulled a Turkish girl from the rubble.", ("AID", "ISR", "TUR")),
        ("Tajik fighters have begun to disarm.", ("RETREAT", "TJK", None)),
    ],
)
def test_how_and_where_it_is_done_does_not_hide_it(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Morocco refused to discuss autonomy.", ("REJECT", "MAR", None)),
        ("Ethiopia consented to withdraw its troops from Somalia.", ("RETREAT", "ETH", None)),
        ("Washington denied that it had helped the uprising in Cuba.", ("AID", "USA", "CUB")),
        ("Indonesia took delivery of three Turkish drones.", ("AID", "TUR", "IDN")),
        ("Spanish aircraft dropped mustard gas on markets in Morocco.", ("ASSAULT", "ESP", "MAR")),
        ("Chile disembarked 10,000 men at Pisagua.", ("MOBILIZE", "CHL", None)),
        ("Turkish troops turned up in Libya.", ("MOBILIZE", "TUR", None)),
        ("Russian troops took flight.", ("RETREAT", "RUS", None)),
        ("Peru ceded Tarapacá to Chile.", ("CONCEDE", "PER", "CHL")),
        ("Ukraine attributes most of the killings to Russian soldiers.", ("ACCUSE", "UKR", "RUS")),
    ],
)
def test_what_is_done_is_told_by_whom_or_what_it_is_done_to(
    text: str, event: tuple[str, str | None, str | None]
) -> None:
    assert event in acts(text)


def test_a_case_that_nobody_will_discuss_is_no_deal_refused() -> None:
    assert ("REJECT", "MAR", None) not in acts("Morocco refused to discuss the case.")


def test_who_is_willing_agrees_and_who_pledges_a_deed_does_it() -> None:
    assert [kind for kind, _, _ in acts("Syria says it is willing to withdraw its troops from Lebanon.")] == [
        "AGREE", "RETREAT",
    ]  # fmt: skip
