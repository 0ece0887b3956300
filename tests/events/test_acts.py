"""What counts as an act, of which type, done by whom to whom."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "event_type", "actor1", "actor2"),
    [
        ("Ukrainian forces shelled a Russian depot near Belgorod.", "ASSAULT", "UKR", "RUS"),
        ("A Russian depot near Belgorod was shelled by Ukrainian forces.", "ASSAULT", "UKR", "RUS"),
        ("A Turkish drone struck a convoy in northern Iraq.", "ASSAULT", "TUR", "IRQ"),
        ("Eritrea fired rockets at Ethiopia.", "ASSAULT", "ERI", "ETH"),
        ("Ethiopia launched an attack on Eritrea.", "ASSAULT", "ETH", "ERI"),
        ("Turkish troops crossed into Syria.", "ASSAULT", "TUR", "SYR"),
        ("Indian soldiers arrested two Pakistani fishermen.", "COERCE", "IND", "PAK"),
        ("Israel imposed a naval blockade on Lebanon.", "COERCE", "ISR", "LBN"),
        ("France deployed 300 soldiers to Mali.", "MOBILIZE", "FRA", None),
        ("Finland called up 5,000 reservists.", "MOBILIZE", "FIN", None),
        ("French troops withdrew from Gao.", "RETREAT", "FRA", None),
        ("Armenia released three Azerbaijani soldiers.", "CONCEDE", "ARM", "AZE"),
        ("Norway delivered artillery shells to Ukraine.", "AID", "NOR", "UKR"),
        ("Norway gave Ukraine 50 million euros in aid.", "AID", "NOR", "UKR"),
        ("France gave Benin two transport planes.", "AID", "FRA", "BEN"),
        ("Peru rejected any loss of land.", "REJECT", "PER", None),
        ("Shelling of Nikopol by Russian artillery.", "ASSAULT", "RUS", "UKR"),
        ("Arrest of two smugglers by the Egyptian army.", "COERCE", "EGY", None),
        ("Killing of six soldiers in Sinai, Egypt.", "ASSAULT", None, "EGY"),
        ("Hamas declared the truce over.", "REJECT", "PSE", None),
        ("Chile put ashore 10,000 men at Pisagua.", "MOBILIZE", "CHL", None),
        ("Iran shipped uniforms to Sudan's army.", "AID", "IRN", "SDN"),
        ("Turkey donated mattresses and stoves to Syria.", "AID", "TUR", "SYR"),
        ("Japan and Australia held joint naval drills.", "COOPERATE", "JPN", "AUS"),
        ("Serbia signed a peace agreement with Croatia.", "AGREE", "SRB", "HRV"),
        ("Iran's foreign minister met with Iraqi officials in Baghdad.", "CONSULT", "IRN", "IRQ"),
        ("Talks between Sudan and Egypt took place in Cairo.", "CONSULT", "SDN", "EGY"),
        ("Poland praised Ukraine.", "SUPPORT", "POL", "UKR"),
        ("Ukraine urged Germany to send tanks.", "REQUEST", "UKR", "DEU"),
        ("Greece condemned Turkey for the incursion.", "ACCUSE", "GRC", "TUR"),
        ("Prosecutors in Kenya opened an investigation.", "ACCUSE", "KEN", None),
        ("Syria rejected an Israeli offer of talks.", "REJECT", "SYR", "ISR"),
        ("North Korea threatened South Korea with a new test.", "THREATEN", "PRK", "KOR"),
        ("Chile broke off diplomatic relations with Bolivia.", "SANCTION", "CHL", "BOL"),
        ("Protesters in Tunisia took to the streets.", "PROTEST", "TUN", None),
    ],
)
def test_act_and_parties(text: str, event_type: str, actor1: str, actor2: str | None) -> None:
    found = [(t, a, b) for t, a, b in acts(text) if t == event_type]
    assert found, acts(text)
    assert found[0][1] == actor1
    if actor2 is not None:
        assert found[0][2] == actor2


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The president of Peru fired the minister.", "ASSAULT"),
        ("Chile and Peru struck a deal on fishing.", "ASSAULT"),
        ("Canada launched a programme for farmers.", "ASSAULT"),
        ("The economy of Spain was hit by inflation.", "ASSAULT"),
        ("Germany entered the third year of recession.", "ASSAULT"),
        ("Iran is a country of strategic importance.", "ASSAULT"),
        ("Did Russia attack Ukraine?", "ASSAULT"),
        ("It is right to help Sudan defend itself.", "AID"),
    ],
)
def test_senses_told_apart(text: str, wrong: str) -> None:
    assert wrong not in [t for t, _, _ in acts(text)]


def test_joint_doers_and_recipients_make_a_row_each() -> None:
    assert acts("France and Britain condemned Iran.") == [("ACCUSE", "FRA", "IRN"), ("ACCUSE", "GBR", "IRN")]
    assert acts("Denmark condemned Iran and Syria.") == [("ACCUSE", "DNK", "IRN"), ("ACCUSE", "DNK", "SYR")]


def test_coordinated_verbs_share_their_subject() -> None:
    found = acts("Ethiopian troops shelled Eritrean positions and captured 30 Eritrean soldiers.")
    assert found == [("ASSAULT", "ETH", "ERI"), ("COERCE", "ETH", "ERI")]


def test_relative_clause_and_apposition() -> None:
    assert acts("Rwandan troops, who crossed the border on Monday, attacked Congo.")[-1] == ("ASSAULT", "RWA", "COD")
    assert ("CONSULT", "FRA", "DEU") in acts("Emmanuel Macron, the French president, met the German chancellor.")


def test_participle_consequence_keeps_the_doer() -> None:
    found = acts("A Russian missile hit a market in Kherson, killing five Ukrainian civilians.")
    assert found == [("ASSAULT", "RUS", "UKR"), ("ASSAULT", "RUS", "UKR")]


def test_noun_acts() -> None:
    assert ("ASSAULT", "ISR", "LBN") in acts("Israel's shelling of Lebanon killed four people.")
    assert ("ASSAULT", "TUR", "IRQ") in acts("A strike on Iraq by Turkey destroyed a bridge.")


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_case_does_not_matter(change) -> None:
    plain = "Turkish forces attacked Syrian positions near Aleppo."
    assert ("ASSAULT", "TUR", "SYR") in acts(plain)
    assert "ASSAULT" in [t for t, _, _ in acts(change(plain))]


def test_football_makes_no_war() -> None:
    text = "City opened fire early. The striker shot past the keeper and the defence surrendered the midfield."
    assert rows(text) == []


def test_root_quad_and_rule_explain_the_row() -> None:
    row = rows("Sudan bombed a market in Darfur.")[0]
    assert (row["cameo_root"], row["quad_class"], row["event_type"]) == ("19", 4, "ASSAULT")
    assert row["rule"] == "ASSAULT:verb:bomb"
    assert row["quote"] == row["trigger"] == "bombed"


@pytest.mark.parametrize(
    ("text", "event_type", "actor1", "actor2"),
    [
        ("Nepal switched recognition from Taiwan to China.", "SUPPORT", "NPL", "CHN"),
        ("Chad said yes to a truce with Libya.", "AGREE", "TCD", None),
        ("Jordan and Egypt opened a joint operations centre.", "COOPERATE", "JOR", "EGY"),
        ("Morocco rushed medicine to Senegal.", "AID", "MAR", "SEN"),
        ("Italian coastguards pulled 40 survivors from the sea off Libya.", "AID", "ITA", None),
        ("Tunisia set up a field hospital in Libya.", "AID", "TUN", None),
        ("Peru dropped its objections to the Bolivian bid.", "CONCEDE", "PER", None),
        ("The prime minister of Peru fled the country.", "RETREAT", "PER", None),
        ("FARC fighters handed in their rifles.", "RETREAT", "COL", None),
        ("The Chadian fleet sailed out of Port Sudan.", "RETREAT", "TCD", None),
        ("Sudan asked Qatar for consultations.", "REQUEST", "SDN", "QAT"),
        ("Niger lodged a strongly worded protest with Benin.", "ACCUSE", "NER", "BEN"),
        ("Algeria pinned the attack on Moroccan agents.", "ACCUSE", "DZA", "MAR"),
        ("Sudan's government boycotted the peace talks.", "REJECT", "SDN", None),
        ("Turkey gave Syria 72 hours to pull back.", "THREATEN", "TUR", "SYR"),
        ("Ethiopia hinted at strikes on Eritrea.", "THREATEN", "ETH", "ERI"),
        ("Chileans rallied in Santiago.", "PROTEST", "CHL", None),
        ("Peruvian students blockaded a road.", "PROTEST", "PER", None),
        ("Finland summoned 5,000 reservists.", "MOBILIZE", "FIN", None),
        ("Chad recalled its envoy from Sudan.", "SANCTION", "TCD", None),
        ("Togo shut down the internet.", "COERCE", "TGO", None),
        ("Iranian hackers broke into Albanian servers.", "COERCE", "IRN", "ALB"),
        ("A Russian missile slammed into a market in Kherson.", "ASSAULT", "RUS", "UKR"),
        ("Syrian soldiers died as a result of torture.", "ASSAULT", None, "SYR"),
    ],
)
def test_more_ways_of_saying_it(text: str, event_type: str, actor1: str | None, actor2: str | None) -> None:
    found = [(t, a, b) for t, a, b in acts(text) if t == event_type]
    assert found, acts(text)
    assert (found[0][1], found[0][2] if actor2 else None) == (actor1, actor2)


@pytest.mark.parametrize(
    "text",
    [
        "Iran mobilised pressure groups in Europe.",
        "Turkish police smashed windows and furniture.",
        "Kenya prevented a civil war.",
        "Rising costs pushed up Egyptian exports.",
    ],
)
def test_things_that_make_another_sense(text: str) -> None:
    assert not {"ASSAULT", "COERCE", "MOBILIZE", "REQUEST"} & {kind for kind, _, _ in acts(text)}
