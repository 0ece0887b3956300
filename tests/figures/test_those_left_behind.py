"""What is counted and what befell it: those of a body of men, those left behind, those told of beside others."""

import pytest
from figures_reading import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad sent in two battalions. Its foes said that their gunners killed 28 of them.", ("personnel", "killed")),
        ("Tanks rolled into the town, and gunners destroyed six of them.", ("equipment", "destroyed")),
        ("A Kenyan officer who had been wounded in an ambush died in hospital.", ("personnel", "killed")),
        ("Three soldiers who were wounded on Monday were flown home.", ("personnel", "wounded")),
        ("The rebels took 25 posts at the cost of nine of their own fighters.", ("personnel", "killed")),
        ("The army retook the town at the cost of 12 tanks.", ("equipment", "destroyed")),
        ("Chad will post two battalions at Bol.", ("formation", "reinforcing")),
        ("Chad posted two battalions at Bol.", ("formation", "deployed")),
        ("The rebels fled from Badme, leaving 40 dead behind.", ("personnel", "killed")),
        ("The rebels fled from Badme, leaving nine prisoners behind.", ("personnel", "captured")),
        ("A shell killed 12 soldiers and four fighters who were stationed there.", ("personnel", "killed")),
    ],
)
def test_what_befell_whom(text, expected):
    row = figures(text)[-1]
    assert (row["unit_kind"], row["role"]) == expected
