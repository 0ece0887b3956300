"""Idioms of asking, blaming, refusing, threatening, yielding and leaving, and the same words where they tell none."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Armenia went to Moscow cap in hand for gas at the old price.", ("REQUEST", "ARM", "RUS")),
        ("Chile served a list of demands on Bolivia in March 1920.", ("REQUEST", "CHL", "BOL")),
        ("Lebanon has made clear it wants Israel out of the five hilltops.", ("REQUEST", "LBN", "ISR")),
        ("Finland approached Russia about renting the Saimaa canal.", ("REQUEST", "FIN", "RUS")),
        ("Britain called in vain for Iran to free the 15 sailors.", ("REQUEST", "GBR", "IRN")),
        ("Kuwait keeps asking Iraq for the remains of its missing.", ("REQUEST", "KWT", "IRQ")),
        (
            "Chad's president, Idriss Deby, called Paris for help as the column neared N'Djamena.",
            ("REQUEST", "TCD", "FRA"),
        ),
        ("Panamanians want the Americans to compensate the victims of the 1989 invasion.", ("REQUEST", "PAN", "USA")),
        (
            "Tuvalu's foreign minister used his speech to Glasgow to appeal to the big polluters for money.",
            ("REQUEST", "TUV", None),
        ),
        (
            "Lesotho's ousted army chief was behind the attempted putsch, Prime Minister Tom Thabane alleged.",
            ("ACCUSE", "LSO", "LSO"),
        ),
        ("Armenia said Azerbaijan was behind the shelling of Sotk.", ("ACCUSE", "ARM", "AZE")),
        ("Kenya's foreign minister called Sudan's air raids barbaric.", ("ACCUSE", "KEN", "SDN")),
        ("Pakistan sees India's hand in the bombings in Quetta.", ("ACCUSE", "PAK", "IND")),
        ("Museveni's government laid the assassinations at Kigali's door.", ("ACCUSE", "UGA", "RWA")),
        ("Egypt's press poured venom on Qatar for broadcasting the sermons.", ("ACCUSE", "EGY", "QAT")),
        ("Israel said the bombing of the bus in Burgas bore the fingerprints of Iran.", ("ACCUSE", "ISR", "IRN")),
        ("Boric called Maduro's re-election a fraud.", ("ACCUSE", "CHL", "VEN")),
        ("Lula compared Israel's war in Gaza to the Holocaust.", ("ACCUSE", "BRA", "ISR")),
        ("Pretoria told the court in The Hague that Israel was starving Gaza.", ("ACCUSE", "ZAF", "ISR")),
        ("The Swiss say no to joining the European Economic Area.", ("REJECT", "CHE", None)),
        ("Opposition parties in Bangladesh wanted no part in January's election.", ("REJECT", "BGD", None)),
        ("Uganda's supreme court threw out a petition by Kizza Besigye to annul the vote.", ("REJECT", "UGA", "UGA")),
        ("In 1939 Poland would not hear of Soviet troops crossing its territory.", ("REJECT", "POL", "RUS")),
        ("Cuba said thanks but no thanks to American relief after the hurricane.", ("REJECT", "CUB", "USA")),
        ("Egypt will have nothing to do with Israel's plan to move Gazans into Sinai.", ("REJECT", "EGY", "ISR")),
        ("Pakistan has declined to give the CIA access to the house in Abbottabad.", ("REJECT", "PAK", "USA")),
        ("Ethiopia walked out on the Egyptians in Kinshasa.", ("REJECT", "ETH", "EGY")),
        ("Marcos said the Philippines would not yield an inch of territory to China.", ("REJECT", "PHL", "CHN")),
        ("Nicaragua's Ortega told the OAS to keep its nose out of his country's affairs.", ("REJECT", "NIC", None)),
        ("Kim vows a merciless blow if Seoul resumes leaflet drops.", ("THREATEN", "PRK", "KOR")),
        (
            "Any ship sailing to Ukrainian ports will be treated as a carrier of arms, Russia's defence ministry said.",
            ("THREATEN", "RUS", None),
        ),
        ("Beijing has told Taipei that independence means war.", ("THREATEN", "CHN", "TWN")),
        ("Saddam Hussein shook his fist at Kuwait over its oil quotas.", ("THREATEN", "IRQ", "KWT")),
        (
            "Israel's defence minister warned that Beirut would burn if Hezbollah fired again.",
            ("THREATEN", "ISR", "LBN"),
        ),
        ("Germany handed Belgium an ultimatum demanding free passage on 2 August 1914.", ("THREATEN", "DEU", "BEL")),
        ("Bashir pledged to teach South Sudan a final lesson by force.", ("THREATEN", "SDN", "SSD")),
        ("Beijing told Vilnius it would bear the consequences.", ("THREATEN", "CHN", "LTU")),
        ("Nasrallah promised to strike Haifa if Israel hit Beirut.", ("THREATEN", "LBN", "ISR")),
        ("Beijing said it would take all necessary measures if Pelosi landed in Taiwan.", ("THREATEN", "CHN", "TWN")),
        ("Britain gave Hong Kong back to China in 1997.", ("CONCEDE", "GBR", "CHN")),
        ("Thailand sent 18 captured Cambodian soldiers home on Wednesday.", ("CONCEDE", "THA", "KHM")),
        ("India and Bangladesh swapped 162 enclaves in 2015.", ("CONCEDE", "IND", "BGD")),
        ("Pakistan returned the captured pilot to India at Wagah.", ("CONCEDE", "PAK", "IND")),
        ("Jordan's king froze a rise in the price of fuel after four nights of protests.", ("CONCEDE", "JOR", "JOR")),
        ("Canada is doing away with visas for Mexicans.", ("CONCEDE", "CAN", "MEX")),
        ("The Obama administration took Cuba off the list of state sponsors of terrorism.", ("CONCEDE", "USA", "CUB")),
        ("The Iraqi battalion on Faylaka Island hoisted white flags to a U.S. helicopter.", ("RETREAT", "IRQ", "USA")),
        ("The Americans slipped out of Bagram air base in the night.", ("RETREAT", "USA", None)),
        ("Gotabaya Rajapaksa emailed his resignation from Singapore.", ("RETREAT", "LKA", None)),
        ("Iraqi army units broke and ran as the jihadists reached Mosul.", ("RETREAT", "IRQ", None)),
        ("Assad's soldiers shed their uniforms and melted away.", ("RETREAT", "SYR", None)),
        (
            "The Fijian military commander gave Prime Minister Laisenia Qarase until noon on Friday to drop the bill.",
            ("THREATEN", "FJI", "FJI"),
        ),
        ("Lula said Brazil would hit back at U.S. tariffs.", ("THREATEN", "BRA", "USA")),
        ("Rabat hinted at consequences for Spain if the Polisario leader was let go.", ("THREATEN", "MAR", "ESP")),
        ("Sanctions on Syria were lifted by the United States in May.", ("CONCEDE", "USA", "SYR")),
        ("Kenya has lifted its ban on khat flights to Somalia.", ("CONCEDE", "KEN", "SOM")),
        ("Iraq handed back eight tonnes of stolen archives to Kuwait.", ("CONCEDE", "IRQ", "KWT")),
        ("Japan wants the four islands back from Russia.", ("REQUEST", "JPN", "RUS")),
        ("Canberra pleaded for clemency six weeks ago.", ("REQUEST", "AUS", None)),
        ("Greek Cypriots overwhelmingly voted down the U.N. reunification blueprint.", ("REJECT", "CYP", None)),
    ],
)
def test_idiom_tells_its_act(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text), acts(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("El Nino was behind the drought in Somalia, scientists said.", "ACCUSE"),
        ("The Italian coach was behind the team's success, said Juventus.", "ACCUSE"),
        ("Ethiopia is behind Kenya in the medal table, the federation said.", "ACCUSE"),
        ("Iran said that it was behind the attack on Erbil.", "ACCUSE"),
        ("The Canadian singer called her mother for help with the recipe.", "REQUEST"),
        ("A Polish chef approached the stove with care.", "REQUEST"),
        ("Turkey pulled the plug on an old television channel for children.", "REJECT"),
        ("The Swedish band walked out on stage in Oslo.", "REJECT"),
        ("Iran says it has nothing to do with the ship.", "REJECT"),
        ("Rain will turn Spain's fields into mud, forecasters said.", "THREATEN"),
        ("The Australian batsman shook his fist at the sky.", "THREATEN"),
        ("The Argentine striker gave the ball back to Brazil.", "CONCEDE"),
        ("Portugal's hotels cut prices of rooms in winter.", "CONCEDE"),
        ("The Greek singer turned and ran off the stage in Athens.", "RETREAT"),
        ("The Irish carpenter cleared his desk on Friday.", "RETREAT"),
        ("Chile's coach gave his team until Monday off.", "THREATEN"),
        ("Mexico's president was involved in the talks, his office said.", "ACCUSE"),
        ("The Peruvian actress called it a day as a singer.", "RETREAT"),
        ("Denmark's queen would not miss the concert in Oslo.", "REJECT"),
    ],
)
def test_the_same_words_elsewhere_tell_no_such_act(text: str, kind: str) -> None:
    assert kind not in [found for found, _, _ in acts(text)], acts(text)


def test_what_somebody_takes_an_occasion_to_say_is_said() -> None:
    text = "Thousands of Romanians thronged Victory Square to denounce the government."
    assert [r["modality"] for r in rows(text) if r["event_type"] == "ACCUSE"] == ["asserted"]


def test_a_preposition_that_no_verb_follows_leads_a_noun() -> None:
    text = "Gambia hauled Myanmar before the World Court for genocide."
    assert ("ACCUSE", "GMB", "MMR") in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Lifting the ban on Somali exports is out of the question, Kenya's minister said.", ("REJECT", "KEN", "SOM")),
        ("Talks with Israel are off the table, Iran said.", ("REJECT", "IRN", "ISR")),
    ],
)
def test_what_is_said_to_be_out_of_the_question_is_refused(text: str, event: tuple[str, str, str]) -> None:
    assert acts(text) == [event]


def test_nobody_refuses_what_is_out_of_reach() -> None:
    assert acts("A win for Ghana is out of the question, the coach said.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana said it would pull its troops out of Togo unless it was paid.", ("THREATEN", "GHA", "TGO")),
        (
            "Ghana's opposition said it would boycott the vote unless the president resigned.",
            ("THREATEN", "GHA", "GHA"),
        ),
    ],
)
def test_to_leave_unless_something_is_done_is_a_threat(text, expected):
    assert expected in acts(text)
    assert {r["modality"] for r in rows(text) if r["event_type"] == "THREATEN"} == {"reported"}


def test_to_leave_on_a_condition_is_none():
    assert "THREATEN" not in {kind for kind, _, _ in acts("Ghana said it would pull its troops out of Togo in May.")}
    assert "THREATEN" not in {kind for kind, _, _ in acts("Ghana said it would withdraw if Togo signed the truce.")}
