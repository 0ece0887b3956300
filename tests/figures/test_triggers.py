"""Which sentences are read for figures: those whose words can tell one."""

import pytest

from sitrep import ingest, layout, mentions
from sitrep.extract.figures.triggers import Triggers
from sitrep.extract.figures.units import Units


def triggered(text):
    page = layout.read(ingest.from_text(text, published="2025-03-03"))
    found = mentions.read(page)
    return [
        (page.view[s.char_start : s.char_end].strip(), len(numbers), articles)
        for s, numbers, articles in Triggers(page, found, Units(page)).read()
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels killed a soldier near the river on Monday.",
        "A frigate lies off the coast of the island this week.",
        "There were no troops in the town when the people came back.",
        "Not a single soldier was left in the town by the evening.",
        "None of the soldiers spoke to the press about the matter.",
    ],
)
def test_a_noun_with_an_article_that_can_count_it_is_read(text):
    assert triggered(text) == [(text, 0, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke about a student of the old school.",
        "A plan for the soldiers was presented to the parliament.",
        "Iran must never think about a nuclear weapon, he said.",
        "The year 1999 was good for the farmers of the valley.",
    ],
)
def test_a_noun_of_which_nothing_can_be_told_is_not(text):
    assert triggered(text) == []


def test_a_line_over_a_list_tells_of_what_it_lists():
    text = "Killed on Monday in the town:\n\n- a nurse of the hospital\n- a teacher of the school\n"
    assert [articles for _, _, articles in triggered(text)] == [True, True]


def test_a_number_is_read_whatever_stands_beside_it():
    (found,) = triggered("The minister called him and 40 others key citizens of the republic.")
    assert found[1] == 1
