"""Whose the counted are, and what names them."""

import pytest
from figures_reading import figures


def read(text: str) -> list[tuple]:
    return [(r["best"] or r["low"], r["unit_kind"], r["unit"], r["role"], r["force_country"]) for r in figures(text)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The JNIM claimed to have killed 17 Burkinabe soldiers and seized 20 motorcycles.",
            [(17, "personnel", "soldier", "killed", "BFA"), (20, "equipment", "motorcycle", "captured", "BFA")],
        ),
        (
            "Argentina lost 30 killed and 50 wounded on the hill.",
            [(30, "personnel", None, "killed", "ARG"), (50, "personnel", None, "wounded", "ARG")],
        ),
        ("The Lebanese army said three of its men were wounded.", [(3, "personnel", "man", "wounded", "LBN")]),
        (
            "Russia handed over 115 Ukrainian prisoners of war in exchange for 110 Russian ones.",
            [
                (115, "personnel", "prisoner of war", "released", "UKR"),
                (110, "personnel", "russian", "released", "RUS"),
            ],
        ),
        ("Kyiv and Moscow exchanged 95 prisoners each.", [(95, "personnel", "prisoner", "released", None)]),
        ("Washington sold 66 F-16 fighters to Taiwan.", [(66, "equipment", "f-16", "supplied", "USA")]),
        (
            "The number of US soldiers in Syria rose from 900 to 2,000.",
            [(900, "personnel", "soldier", "deployed", "USA"), (2000, "personnel", "soldier", "deployed", "USA")],
        ),
        ("The number of wounded soldiers rose to 900.", [(900, "personnel", "soldier", "wounded", None)]),
        (
            "A force of about 2,000 Chadian soldiers, led by a colonel, crossed into Nigeria.",
            [(2000, "personnel", "soldier", "deployed", "TCD")],
        ),
    ],
)
def test_force_and_role(text, rows):
    assert read(text) == rows


def test_a_rise_by_some_to_a_number_is_no_range():
    rows = figures("NATO has increased its force in Kosovo by 700 to about 4,500 troops.")
    assert [(r["best"], r["qualifier"]) for r in rows] == [(4500, "approximate")]
