"""Who does what the items of a list tell, adverbs of several words, and what those mend who told of both."""

from __future__ import annotations

import pytest
from event_texts import acts, rows

STATEMENT = """Press release of the Ministry of Foreign Affairs of Peru

Ecuadorian soldiers crossed the border on 10 August. In view of this, the Ministry of Foreign Affairs of Peru further:

- Rejects the presence of Ecuadorian troops in Peru;
- Demands that Ecuador withdraw its soldiers;
- Has summoned the ambassador of Ecuador in Lima.
"""
RESOLUTION = """Resolution 12 (2023)

The Security Council,

Recalling its previous resolutions on Mali,

1. Demands that Mali cease its support for armed groups;

2. Calls on Rwanda to withdraw its forces from Burundi;
"""
NO_ACTS = """What the ministry counted

According to the Russian ministry:

- attacks on three depots in Ukraine
- a soldier captured
"""


def test_the_items_of_a_list_tell_what_those_do_whom_the_lead_names() -> None:
    found = rows(STATEMENT)
    told = {(row["event_type"], row["actor1_country"], row["actor2_country"]) for row in found}
    assert {("REJECT", "PER", "ECU"), ("REQUEST", "PER", "ECU"), ("ACCUSE", "PER", "ECU")} <= told
    assert "the Ministry of Foreign Affairs of Peru" in {row["actor1_text"] for row in found}


def test_the_paragraphs_between_a_body_and_what_it_decides_are_passed_over() -> None:
    found = [(row["event_type"], row["actor1_text"], row["actor2_country"]) for row in rows(RESOLUTION)]
    assert ("REQUEST", "The Security Council", "MLI") in found
    assert ("REQUEST", "The Security Council", "RWA") in found


def test_items_that_open_with_no_verb_are_done_by_nobody_named_before() -> None:
    assert not [row for row in rows(NO_ACTS) if row["actor1_text"] == "the Russian ministry"]


@pytest.mark.parametrize("adverb", ["at first", "at last", "at once", "once again", "once more"])
def test_an_adverb_of_several_words_parts_nobody_from_what_he_does(adverb: str) -> None:
    assert acts(f"Sweden {adverb} condemned Israel.") == [("ACCUSE", "SWE", "ISR")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who brings two to a truce is no side of it
        ("Armenia and Azerbaijan accepted a ceasefire brokered by France.", ("AGREE", "ARM", "AZE")),
        ("Sudan and Chad accepted a peace plan proposed by Libya.", ("AGREE", "SDN", "LBY")),
        # who is asked is who was met
        ("Chad's president received the Turkish ambassador and asked for trainers.", ("REQUEST", "TCD", "TUR")),
        # who frees them had arrested them, but not whoever held them
        ("The junta in Niger freed six leaders who had been jailed in May.", ("COERCE", "NER", "NER")),
        # an armed band is no orchestra
        ("A band of armed Peruvians stormed the Colombian port of Leticia.", ("ASSAULT", "PER", "COL")),
        ("Rebels began their march on Kinshasa in May 1997.", ("ASSAULT", "COD", "COD")),
        ("Russia suspended its joint commission with Norway.", ("SANCTION", "RUS", "NOR")),
        # ships are what one exercises with, not with whom
        ("The PLA drilled around Taiwan with 46 vessels.", ("MOBILIZE", "CHN", None)),
        ("An assassin killed the Haitian president.", ("ASSAULT", None, "HTI")),
        ("The Russian president ordered an end to the operation in Georgia.", ("CONCEDE", "RUS", "GEO")),
        ("Russian troops went back to their positions.", ("RETREAT", "RUS", None)),
        # who is cared for, and who is but dealt with; money, and men
        ("Turkey treated 200 Syrians in its hospitals.", ("AID", "TUR", "SYR")),
        ("The United States is targeting additional Russian elites.", ("SANCTION", "USA", "RUS")),
        ("Israeli jets targeted two banks in Beirut.", ("ASSAULT", "ISR", "LBN")),
        # the name of a paper inside that of an army, whose acronym tells whose it is
        ("The Masses' Liberation Army (PLA) shelled Kinmen.", ("ASSAULT", "CHN", "TWN")),
    ],
)
def test_sides(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


def test_a_title_that_asks_tells_nothing() -> None:
    assert acts("Will China invade Taiwan? All you need to know\n\nNobody knows.\n") == []


@pytest.mark.parametrize(
    "text",
    ["Israel treats Palestinians badly.", "The Russian Central Bank deployed its international reserves."],
)
def test_no_act(text: str) -> None:
    assert acts(text) == []
