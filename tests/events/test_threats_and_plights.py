"""Threats told by one's own, people as something has befallen them, particles, and clauses behind prepositions."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey would bomb Syria if it did not expel him, Erdogan said.", ("THREATEN", "TUR", "SYR")),
        (
            "Egypt may withdraw its ambassador from Qatar unless it hands over fugitives, an Egyptian official said.",
            ("THREATEN", "EGY", "QAT"),
        ),
        ("Union leaders in Ecuador vowed to block roads.", ("THREATEN", "ECU", None)),
        ("Thailand accorded Cambodia 48 hours to withdraw.", ("THREATEN", "THA", "KHM")),
    ],
)
def test_threats(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in acts(text)


def test_who_warns_threatens_once() -> None:
    found = acts("Iran's president warned that Iran would close the strait if it was attacked.")
    assert [act[0] for act in found].count("THREATEN") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia frees captured Ukrainian soldiers.", ("CONCEDE", "RUS", "UKR")),
        ("Germany treats wounded Ukrainian soldiers.", ("AID", "DEU", "UKR")),
        ("France airlifts stranded Malians from Niamey.", ("AID", "FRA", "MLI")),
        ("Israel strikes wounded Syrian civilians.", ("ASSAULT", "ISR", "SYR")),
    ],
)
def test_plights_before_people(text: str, expected: tuple[str, str, str]) -> None:
    assert acts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Merkel struck Budapest off her itinerary.", [("SANCTION", "DEU", "HUN")]),
        ("Negotiators for Mali and the rebels thrashed out the agenda of their meeting.", []),
        (
            "Ukraine fended off Russian raids near Kharkiv.",
            [("ASSAULT", "UKR", "RUS"), ("ASSAULT", "RUS", "UKR")],
        ),
    ],
)
def test_particles_make_other_verbs(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serbia, on which Washington imposed sanctions, complained.", ("SANCTION", "USA", "SRB")),
        ("Kabul reported a Pakistani strike on Paktika, in which ten Afghans died.", ("ASSAULT", "PAK", "AFG")),
    ],
)
def test_relative_clauses_behind_prepositions(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels clashed with troops in Chad in 1964, and Sudan attacked Egypt.",
        "Somali troops attacked Ethiopia, and Sudan mediated between Mogadishu and Addis Ababa.",
    ],
)
def test_who_opens_a_clause_behind_a_verb_without_an_object(text: str) -> None:
    found = acts(text)
    assert ("ASSAULT", "SDN", "EGY") in found or ("CONSULT", "SDN", "SOM") in found
    assert ("ASSAULT", "SOM", "SDN") not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The White House accused Belgrade of massing tanks and called on it to stop.", ("REQUEST", "USA", "SRB")),
        ("Israel bombed Iran and accused it of building a bomb.", ("MOBILIZE", "IRN", None)),
        ("France condemned Israel over the raid and urged it to pull back.", ("RETREAT", "ISR", None)),
    ],
)
def test_it_is_whom_the_subject_did_something_to(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in acts(text)


def test_the_two_sides_are_none_of_a_list_that_goes_on() -> None:
    text = "Russia, China and five EU members have not. Serbia and Kosovo met. He urged both governments to step back."
    assert ("REQUEST", None, "RUS") not in acts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France reiterated its condemnation of Iran's attack on Israel.", ("ACCUSE", "FRA", "IRN")),
        ("Canada condemned the Russian invasion of Georgia.", ("ASSAULT", "RUS", "GEO")),
        ("Israel killed a Lebanese soldier and wounded three others.", ("ASSAULT", "ISR", "LBN")),
        ("Two Kenyan officers were killed and three others injured in Somalia.", ("ASSAULT", None, "KEN")),
    ],
)
def test_what_is_condemned_and_how_many_more(text: str, expected: tuple[str | None, ...]) -> None:
    found = acts(text)
    assert expected in found
    assert {act[2] for act in found if act[0] == expected[0]} <= {expected[2], "ISR" if expected[2] == "IRN" else None}


def test_the_army_affirms() -> None:
    found = rows("Armed men attacked three camps in Burundi. The army affirms to have killed 79 assailants.")
    assert [(row["actor1_country"], row["modality"]) for row in found if row["trigger"] == "killed"] == [
        ("BDI", "reported")
    ]


def test_the_adversary_is_the_opponent() -> None:
    head = "Statement of the Ministry of Defence of Armenia\n\n"
    text = f"{head}Azerbaijan attacked us. Six servicemen were captured by the adversary."
    assert ("COERCE", "AZE", "ARM") in acts(text)


def test_a_thing_told_by_a_pronoun_is_handed_to_somebody() -> None:
    assert ("CONCEDE", "GBR", "ETH") in acts("The Ogaden was British. London handed it back to Ethiopia.")


def test_where_a_pact_is_signed_is_no_home_of_fighters() -> None:
    text = "Ethiopia and its rebels signed a peace deal in Asmara, and some 1,700 fighters laid down their arms in May."
    assert ("RETREAT", "ERI", None) not in acts(f"Addis Ababa and Mekelle were calm. {text}")
