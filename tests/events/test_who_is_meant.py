"""Who does it to whom, where a noun group, a clause or a name between them could be taken for another side."""

from __future__ import annotations

import pytest
from event_texts import acts


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "The ministers of Ghana and Togo, Ama Mensah and Koffi Adjei, met and made a pact.",
            ("CONSULT", "GHA", "TGO"),
        ),
        (
            "The presidents of the two countries, Evo Morales and Michelle Bachelet, met and agreed to trade.",
            ("CONSULT", "BOL", "CHL"),
        ),
        ("The leaders of Ghana and Togo, who met in Accra, signed a pact.", ("CONSULT", "GHA", "TGO")),
        ("Ruto and the leaders of Ghana and Togo, who met in Accra, plan drills.", ("CONSULT", "KEN", "TGO")),
        ("Turkey, which backs the rebels, and Russia condemned the raid on Chad by Libya.", ("ACCUSE", "TUR", "LBY")),
        ("The ministers of Ghana and Togo met and signed a pact.", ("CONSULT", "GHA", "TGO")),
        ("Ruto met and praised Museveni.", ("CONSULT", "KEN", "UGA")),
        ("Indian and Chinese soldiers fought, leaving 20 Indians dead.", ("ASSAULT", "CHN", "IND")),
        ("Ghana and Togo began a joint exercise with 900 Ghanaian troops.", ("COOPERATE", "GHA", "TGO")),
        ("Ghana and Togo began a joint exercise with 900 Beninese troops.", ("COOPERATE", "TGO", "BEN")),
        ("Jordan and India have agreed to reinforce the mission with a battalion each.", ("AGREE", "IND", None)),
        ("Jordan and India have agreed to recognise each other.", ("AGREE", "JOR", "IND")),
    ],
)
def test_several_told_as_one(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ghana accused Togo of sending two agents who attacked a post in Accra.", ("ASSAULT", "TGO", "GHA")),
        (
            "Peruvian troops fought Chilean troops. Peru accused its neighbour of shelling three villages.",
            ("ASSAULT", "CHL", "PER"),
        ),
        ("Chad condemned Niger, which broke a pact that it signed with Mali.", ("AGREE", "NER", "MLI")),
        ("Chad broke with Niger, which it accuses of theft.", ("ACCUSE", "TCD", "NER")),
        ("Chad eased its blockade of Niger, which it had imposed in May.", ("COERCE", "TCD", "NER")),
        ("Peru retorted that he was a liar and warned that Chile would pay.", ("THREATEN", "PER", "CHL")),
        ("Peru recalled its envoy from Quito, and Bolivia closed its airspace to Chile.", ("COERCE", "BOL", "CHL")),
        ("Israel bombed Sanaa. Iran condemned the strikes on Yemen.", ("ACCUSE", "IRN", "ISR")),
        ("Peru accused Chile of spying and expelled its ambassador.", ("SANCTION", "PER", "CHL")),
        ("After Rwanda denied sending troops, Kinshasa expelled its diplomats.", ("SANCTION", "COD", "RWA")),
        ("Ten Greeks were killed in Cyprus and 40 others surrendered.", ("RETREAT", "GRC", None)),
        ("Chad swapped 40 men with Libya in an exchange mediated by Qatar.", ("CONSULT", "QAT", "LBY")),
        (
            "Russian warships left port. Ukraine warned that it might bar them from returning.",
            ("THREATEN", "UKR", "RUS"),
        ),
        ("A bus carrying Kenyan soldiers was hit by a bomb in Somalia.", ("ASSAULT", None, "KEN")),
        ("Rebels ambushed a convoy carrying Kenyan police in Haiti.", ("ASSAULT", "HTI", "KEN")),
        ("Iran jailed a man it accused of spying.", ("COERCE", "IRN", "IRN")),
        ("The United States offered to mediate, but India declined.", ("REJECT", "IND", "USA")),
        ("Pakistan closed its border crossings in Afghanistan.", ("COERCE", "PAK", "AFG")),
        ("Chad handed over ten prisoners to Libya.", ("CONCEDE", "TCD", "LBY")),
        ("Chilean officials said Peruvian soldiers took a post before they were driven out.", ("ASSAULT", None, "PER")),
        ("GENEVA, 3 May – Rebels killed ten villagers in Chad, the UN said.", ("ASSAULT", "TCD", "TCD")),
        (
            "Ministry of Defence of Peru. Chilean troops shelled our posts. Chile accuses us of bombing its villages.",
            ("ASSAULT", "PER", "CHL"),
        ),
        ("British troops drove the Italians out of Asmara.", ("ASSAULT", "GBR", "ITA")),
        ("Libya fired 300 drones at Chad. The drones that Chad says it shot down were old.", ("ASSAULT", "TCD", "LBY")),
        (
            "Chad bombed Niger. Niger shelled Chad. Most of the Chadians had been captured in Abeche in Chad.",
            ("COERCE", "NER", "TCD"),
        ),
        (
            "Chad bombed Niger. Niger shelled Chad. Two Chadians were arrested in Abeche in Chad.",
            ("COERCE", "TCD", "TCD"),
        ),
    ],
)
def test_who_acts(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad denied that it had armed Niger, and Libya, which lies near, called for calm.", ("AID", "TCD", "LBY")),
        ("Peru recalled its envoy from Quito, and Bolivia closed its airspace to Chile.", ("COERCE", "PER", "CHL")),
        (
            "Israel bombed Sanaa. Iran condemned the strikes on Syria.",
            ("ACCUSE", "IRN", "ISR"),
        ),
        ("Indian and Chinese soldiers fought, leaving 20 Indians dead.", ("ASSAULT", "IND", "IND")),
        (
            "Thailand and Cambodia fought. Clashes left 48 people dead before Malaysia brokered a ceasefire.",
            ("ASSAULT", None, "MYS"),
        ),
    ],
)
def test_who_has_no_part_in_it(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event not in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The West Papua National Liberation Army and Indonesian soldiers clashed.", ("ASSAULT", "IDN", "IDN")),
        ("Malawi blames Zambia for arming the FPL, a Malawian rebel group.", ("AID", "ZMB", "MWI")),
        ("The Black Star front, a faction of Chadian rebels, freed 20 Togolese soldiers.", ("CONCEDE", "TCD", "TGO")),
        ("We announce that our National Defence Forces took Mekelle in Ethiopia.", ("ASSAULT", "ETH", "ETH")),
    ],
)
def test_names_of_forces(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


def test_weapons_of_whoever_strikes_in_the_same_breath() -> None:
    text = "Russia shelled Odesa. Ukrainian missiles hit Novorossiysk, and drones destroyed a radar in Crimea."
    assert acts(text).count(("ASSAULT", "UKR", "RUS")) == 2


def test_what_is_turned_down_in_a_war_at_home() -> None:
    war = "Chadian rebels shelled Faya. Chad's army fought the rebels. The rebels killed ten Chadian soldiers. "
    assert ("REJECT", "TCD", "TCD") in acts(war + "The army rejected the demand.")
    assert ("REJECT", "TCD", "TCD") not in acts(war + "The army rejected the plan of the United Nations.")
