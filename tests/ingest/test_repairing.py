"""Wrongly decoded characters are put right, and what stood there can be found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.ingest.repairing import repair
from sitrep.model import Element


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("the rebelsâ€™ camp", "the rebels’ camp"),
        ("â€œwe heldâ€\x9d, he said", "“we held”, he said"),
        ("â€œwe heldâ€\ufffd, he said", "“we held”, he said"),
        ("General TraorÃ© of SÃ©gou", "General Traoré of Ségou"),
        ("4Â\u00a0500 men", "4\u00a0500 men"),
        ("MiloÅ¡ and KuraÄ‡", "Miloš and Kurać"),
        ("the armyвЂ™s claim", "the army’s claim"),
        ("twice: donÃ¢â‚¬â„¢t", "twice: don’t"),
        ("РџСЂРёРІРµС‚", "Привет"),
        ("don\x92t", "don’t"),
        ("victims&#8217; families &mdash; &ldquo;all&rdquo;", "victims’ families — “all”"),
        ("R&amp;D, &amp;#8217; too", "R&D, ’ too"),
        ("isn\\u2019t", "isn’t"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("bell\x07", "bell\ufffd"),
    ],
)
def test_what_was_read_wrongly_is_put_right(written, right):
    repaired = repair(written)
    assert repaired.text == right
    assert repaired.has_mojibake


@pytest.mark.parametrize(
    "text",
    [
        "“LIBERTÉ”, «CITÉ», VOILÀ…, São Paulo — Ñuble, naïve, Zoë, Bâle",
        "Привет, «Рим» — “С”… №5 і їжак, Ґанок",
        "Ελλάδα: «Όχι»",
        "AT&T; fish & chips; &notanentity; A&B",
        "C:\\users\\new",
        "5\u00a0000 and 25 °C, £30m, €5",
    ],
)
def test_sound_text_is_left_alone(text):
    repaired = repair(text)
    assert (repaired.text, repaired.repairs, repaired.has_mojibake) == (text, (), False)


def test_a_replacement_character_of_the_source_is_kept_and_flagged():
    repaired = repair("5\ufffd000 soldiers")
    assert (repaired.text, repaired.repairs, repaired.has_mojibake) == ("5\ufffd000 soldiers", (), True)


PIECES = st.sampled_from(
    ["men ", "â€™", "Ã©", "é", "&mdash;", "Â\u00a0", "\n", "5", "\ufffd", "“", "A&B ", "вЂ“", "\x07", "Ñ”"]
)


@given(st.lists(PIECES, max_size=40))
def test_the_source_can_be_put_together_again_from_text_and_repairs(pieces):
    written = "".join(pieces)
    repaired = repair(written)
    source, position = [], 0
    for change in repaired.repairs:
        assert position <= change.char_start <= change.char_end
        source += repaired.text[position : change.char_start], change.original
        position = change.char_end
    assert "".join(source) + repaired.text[position:] == written


def test_elements_move_with_the_text_that_they_hold():
    text = "Â©â€™abc dâ€™e"
    elements = (Element("p", 0, len(text), -1, {}), Element("b", 5, 8, 0, {}), Element("i", 9, 14, 0, {}))
    repaired = repair(text)
    moved = repaired.moved_elements(elements)
    assert [repaired.text[e.char_start : e.char_end] for e in moved] == ["©’abc d’e", "abc", "d’e"]


def test_a_million_suspicious_characters_take_no_more_than_their_length():
    assert repair("Ã©" * 500_000).text == "é" * 500_000
    assert len(repair("&" * 1_000_000).text) == 1_000_000
