"""A date of the sentence that is not the count's: of another clause, of an aside, of when it was told."""

import pytest
from figures_reading import figures


def dates(text: str) -> list[str | None]:
    return [r["date_edtf"] for r in figures(text, published="2025-11-12")]


@pytest.mark.parametrize(
    "text",
    [
        "The war, which broke out in April 2023 over a plan, has killed 4,000 soldiers.",
        "Turkey has asked for 12 launchers, but the request has gone nowhere since Ankara bought jets in July 2019.",
        "Riyadh said that 100 warplanes were taking part; the Emirates sent armour to Aden in July 2015.",
        "Denmark promised 60 F-16s, and in May 2025 the Dutch gave Kyiv the last of theirs.",
        "Last Thursday the minister claimed that 40 soldiers had been killed in an air strike.",
        "The United Nations today condemned an attack in which 12 soldiers were killed.",
        "Milosevic yielded on 3 June 1999, and his army of 40,000 soldiers quit the province within weeks.",
    ],
)
def test_a_date_of_another_clause(text):
    assert dates(text) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two officers have died since the team came in June 2024: one soldier was shot on February 23.", "2025-02-23"),
        ("The army has drafted 20,000 reservists since late 2021, when the rebels came near.", "2021/.."),
        ("Canada delivered eight tanks in 2023, and has since donated another six.", "2023/.."),
        ("On Monday the army said that 40 soldiers were killed near Goma.", "2025-11-10"),
        ("On Monday, the army said, it killed 40 rebels.", "2025-11-10"),
        ("Iran, with which it broke in 2020, has deployed 12 tanks.", None),
        ("Mali, which has lost 1,200 men and got ten jets this month, deployed 300 soldiers.", None),
    ],
)
def test_its_own_date(text, expected):
    assert dates(text)[-1] == expected
