"""Modality, place, date, target, keys and confidence of events."""

from __future__ import annotations

import pytest
from event_texts import rows
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.extract.events import keys


@pytest.mark.parametrize(
    ("text", "event_type", "modality"),
    [
        ("Chad did not attack Libya.", "ASSAULT", "negated"),
        ("Chad will send a battalion to Sudan.", "MOBILIZE", "planned"),
        ("Chad may send a battalion to Sudan.", "MOBILIZE", "possible"),
        ("Ukraine urged Germany to send tanks to Kyiv.", "AID", "hypothetical"),
        ("Libya attacked Chad.", "ASSAULT", "asserted"),
        ("Libya attacked Chad, the foreign ministry said.", "ASSAULT", "reported"),
        ("Iran accused Iraq of arming rebels.", "AID", "reported"),
        ("Rwanda made no attempt to attack Congo.", "ASSAULT", "negated"),
    ],
)
def test_modality(text: str, event_type: str, modality: str) -> None:
    found = {row["modality"] for row in rows(text) if row["event_type"] == event_type}
    assert found == {modality}


def test_demand_itself_is_asserted() -> None:
    found = {row["event_type"]: row["modality"] for row in rows("Russia said that Sudan must return the helicopter.")}
    assert found["REQUEST"] == "asserted"


def test_date_of_own_clause_not_of_the_speech() -> None:
    row = next(
        row
        for row in rows("The minister said on 3 May 2024 that Chad will send troops to Sudan.", "2024-05-04")
        if row["event_type"] == "MOBILIZE"
    )
    assert row["date_edtf"] is None


def test_date_and_place_are_inferred_within_the_paragraph() -> None:
    found = rows("On 3 May 2024 Chad shelled Tripoli. Libyan troops shot down two drones.")
    assert [row["date_edtf"] for row in found] == ["2024-05-03", "2024-05-03"]
    assert "inferred" in found[1]["flags"]
    assert found[0]["place_name"] == "Tripoli"


def test_target_is_what_is_no_actor() -> None:
    row = rows("Yemen destroyed two oil refineries in Saudi Arabia.")[0]
    assert row["target_text"].startswith("two oil refineries")
    assert (row["actor2_country"], row["actor2_text"]) == ("SAU", None)


def test_missing_side_is_the_opponent_and_says_so() -> None:
    found = rows("Armenian forces attacked Azerbaijani positions. The Armenian army shelled three villages.")
    assert found[-1]["actor2_country"] == "AZE"
    assert "inferred" in found[-1]["flags"]


def test_same_act_told_again_has_one_key() -> None:
    found = rows("On 3 May 2024 Chad shelled Tripoli.\n\nChad bombarded Tripoli on 3 May 2024.", doc_id="a")
    found += rows("Chad shelled Tripoli on 3 May 2024.", doc_id="b")
    found += rows("Chad shelled Tripoli on 9 June 2021.", doc_id="c")
    keys.link(found)
    assert len({row["event_key"] for row in found[:3]}) == 1
    assert found[3]["event_key"] != found[0]["event_key"]


def test_named_doer_is_surer_than_a_pronoun() -> None:
    found = rows("Turkey attacked Syria. It shelled Aleppo.")
    assert found[0]["confidence"] > found[1]["confidence"]


def test_spans_are_grounded() -> None:
    text = "Kyiv — Russian forces, which had crossed the border, seized two villages and took 12 soldiers prisoner."
    for row in rows(text):
        assert text[row["char_start"] : row["char_end"]] == row["quote"]
        for column in ("actor1_text", "actor2_text", "target_text", "place_text", "source_text"):
            assert row[column] is None or row[column] in text


_WORDS = (
    "and who which that said Russia Ukraine attacked to , by of the not ( ) “ ” — if will strike on talks with . | 5 "
    "killing agreed U.S."
).split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=60))
def test_broken_grammar_never_breaks_the_reader(words: list[str]) -> None:
    text = " ".join(words)
    found = rows(text)
    assert found == rows(text)
    for row in found:
        assert text[row["char_start"] : row["char_end"]] == row["quote"]
        assert 0 < row["confidence"] < 1


@pytest.mark.parametrize("piece", ["and ", "Russia attacked ", "which ", "(", "1 ", "to attack ", "“strike” , "])
def test_long_hostile_sentences_end(piece: str) -> None:
    assert isinstance(rows("Russia attacked " + piece * 20_000), list)


def test_what_a_source_did_itself_is_not_its_report() -> None:
    found = rows("Rebels burned a depot, according to the Togolese army, which shelled Ghana on Monday.")
    assert {row["event_type"] + row["modality"] for row in found if row["actor2_country"] == "GHA"} == {
        "ASSAULTasserted"
    }


def test_a_claim_that_the_next_sentence_denies_is_no_less_denied_for_the_place_it_names() -> None:
    text = "An earlier post said that Malian rebels had killed nine soldiers near Gao. That was wrong."
    assert [row["modality"] for row in rows(text) if row["event_type"] == "ASSAULT"] == ["negated"]
    text = "Chadian jets hit targets in a town with no military purpose."
    assert [row["modality"] for row in rows(text)] == ["asserted"]


def test_words_between_two_of_one_state_are_less_sure_than_between_two() -> None:
    at_home, abroad = rows("Kenya urged Kenyan officials to act. Kenya urged Ugandan officials to act.")
    assert at_home["confidence"] < 0.8 < abroad["confidence"]
