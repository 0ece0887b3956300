"""Which places of earlier sentences, labels and headings tell where those counted were, and whose they were."""

import pytest
from figures_reading import figures


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Eritrea and Ethiopia signed a truce in Algiers in June 2000. Some 4,200 soldiers were killed.", None),
        ("The minister flew to Cairo. Twelve soldiers were killed.", None),
        ("The rebels had come from Kigali. Twelve soldiers were killed.", None),
        ("Fighting raged in Goma. Twelve soldiers were killed.", "Goma"),
        ("Rebels shelled Goma on Monday. The army withdrew 900 soldiers.", None),
    ],
)
def test_a_place_of_talks_or_of_departure_is_not_passed_on(text, place):
    assert [r["place_name"] for r in figures(text)] == [place]


def test_a_label_tells_where_and_the_heading_whose_they_are():
    text = (
        "# Bulletin\n\nArmed groups raided villages and army posts in May, and soldiers died.\n\n## MALI\n\n"
        "- 2 June, Timbuktu: attackers shelled the airport. The army said that it had killed 13 militants.\n"
        "- An ambush killed 12 soldiers.\n\n## NIGER\n\n- An ambush killed 14 soldiers.\n"
    )
    rows = [(r["place_name"], r["force_country"]) for r in figures(text, media_type="text/markdown")]
    assert rows == [("Timbuktu", "MLI"), (None, "MLI"), (None, "NER")]


def test_where_a_count_is_only_told_is_no_place_of_it() -> None:
    row = figures("Speaking to reporters in Geneva, an official said at least 100 people had been killed.")[0]
    assert (row["place_country"], row["force_country"]) == (None, None)
