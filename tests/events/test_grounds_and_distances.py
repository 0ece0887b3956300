"""Where an act was, told by whose ground it is, how far it is from a place, and what others call its object."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("on Iranian soil", "Iranian soil"),
        ("on the Iranian side of the frontier", "Iranian side of the frontier"),
        ("in the Iranian capital", "Iranian capital"),
        ("off the Iranian coast", "Iranian coast"),
        ("in the Iranian capital, Tehran", "Tehran"),
        ("close to Isfahan", "Isfahan"),
        ("some 30 kilometres from Isfahan", "Isfahan"),
        ("30 km north of Isfahan", "Isfahan"),
    ],
)
def test_place_of_an_act(where: str, text: str) -> None:
    row = rows(f"Norwegian troops killed two guards {where}.")[0]
    assert (row["place_text"], row["place_country"], row["actor2_country"]) == (text, "IRN", "IRN")


@pytest.mark.parametrize("where", ["close to Mosul", "30 km north of Mosul", "some 30 kilometres from Mosul"])
def test_how_far_it_was_parts_no_attack_from_its_place(where: str) -> None:
    assert acts(f"Norwegian forces carried out an attack {where}.") == [("ASSAULT", "NOR", "IRQ")]


@pytest.mark.parametrize("where", ["Mombasa, Kenya", "Mombasa, Kenya,", "the Kenyan capital, Nairobi,"])
def test_who_does_it_stands_behind_the_state_of_a_place(where: str) -> None:
    assert acts(f"Ten people were killed in {where} by Norwegian troops.") == [("ASSAULT", "NOR", "KEN")]


def test_a_side_without_a_border_is_no_place() -> None:
    row = rows("Shelling killed ten people on the Indian side.")[0]
    assert (row["actor2_country"], row["place_text"]) == ("IND", None)


def test_the_country_is_where_others_are() -> None:
    text = "Chad is at war. About 1,000 French soldiers were deployed across the country."
    row = next(row for row in rows(text) if row["event_type"] == "MOBILIZE")
    assert (row["actor1_country"], row["place_text"], row["place_country"]) == ("FRA", "the country", "TCD")


@pytest.mark.parametrize(
    ("text", "sides", "target"),
    [
        ("Turkish jets struck what Ankara called a hideout in Iraq.", ("TUR", "IRQ"), "a hideout"),
        ("Indian jets bombed what Delhi described as a camp near Lahore.", ("IND", "PAK"), "a camp"),
        ("Russian troops seized what Ukraine says is the last mine in Donetsk.", ("RUS", "UKR"), "the last mine"),
    ],
)
def test_what_others_call_it_is_what_is_struck(text: str, sides: tuple[str, str], target: str) -> None:
    row = rows(text)[0]
    assert (row["actor1_country"], row["actor2_country"], row["target_text"]) == (*sides, target)


def test_day_of_what_somebody_speaks_of_is_not_his() -> None:
    head = "PARIS, Nov 20, 2025 (Agency) - "
    text = f"{head}Chad demanded an inquiry into the killings of July, in which, monitors say, ten Kenyans were slain."
    row = next(row for row in rows(text) if row["event_type"] == "REQUEST")
    assert (row["date_edtf"], row["modality"]) == (None, "asserted")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Chad closed its schools for two weeks on 26 October. Two days later it expelled a Kenyan envoy.",
            "2025-10-28",
        ),
        ("Chad will leave the bloc; on 22 September, however, it expelled two Kenyan diplomats.", "2025-09-22"),
    ],
)
def test_day_by_the_clause_it_stands_in(text: str, day: str) -> None:
    found = rows(f"NDJAMENA, Nov 20, 2025 (Agency) - {text}")
    assert next(row["date_edtf"] for row in found if row["event_type"] == "SANCTION") == day
