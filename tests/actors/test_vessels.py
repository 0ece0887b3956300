"""Ships: a warship acts for its state, and no ship's name is a place or a person."""

import pytest
from actors_reading import mentions

from sitrep import ingest, layout
from sitrep import mentions as reader


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The USS Carney fired at the boats.", [("USS Carney", "USA", "MIL")]),
        ("HMS Diamond and HMS Richmond fired.", [("HMS Diamond", "GBR", "MIL"), ("HMS Richmond", "GBR", "MIL")]),
        ("The USS Dwight D. Eisenhower turned back.", [("USS Dwight D. Eisenhower", "USA", "MIL")]),
        ("THE USS MASON FIRED TWO MISSILES.", [("USS MASON", "USA", "MIL")]),
        ("The crew of the M/V Galaxy Leader was held.", []),
        ("- The crew of the M/V Galaxy\n    Leader was held.\n- It was freed.", []),
    ],
)
def test_warships_act(text, found):
    named = [(a.name, a.country, a.role) for a in mentions(text) if a.via == "vessel prefix"]
    assert named == found


@pytest.mark.parametrize(
    "text",
    [
        "The M/V Marlin Luanda burned.",
        "The USS Cole was hit.",
        "HMS London sailed.",
        "The destroyer that shelled the port on Monday was, the navy says, the HMS\nLondon.",
        "The oil tanker Princess Luanda burned.",
        "Divers found the ferry Pride of Manila.",
        "They boarded the cargo ship Maria Lima.",
    ],
)
def test_the_name_of_a_ship_is_no_place_and_no_person(text):
    found = reader.read(layout.read(ingest.from_text(text)))
    assert [p.name for p in found.places] == []
    assert [a.name for a in found.actors if a.kind in ("person", "state", "seat")] == []


@pytest.mark.parametrize(
    ("text", "place"), [("The tanker Iran seized was empty.", "Iran"), ("The vessel Saturday left Odesa.", "Odesa")]
)
def test_a_clause_behind_a_noun_for_ships_is_no_name(text, place):
    assert [p.name for p in reader.read(layout.read(ingest.from_text(text))).places] == [place]
