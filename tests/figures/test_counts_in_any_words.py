"""The same figure told in other words: the count changes, what it is of does not."""

from __future__ import annotations

import pytest

from sitrep import ingest, pipeline

# Words for a count, with its low, best and high.
COUNTS = {
    "500": (500, 500, 500), "about 500": (500, 500, 500), "at least 500": (500, None, None),
    "more than 500": (500, None, None), "up to 500": (None, None, 500), "fewer than 500": (None, None, 500),
    "as many as 500": (None, None, 500), "between 400 and 500": (400, None, 500), "400 to 500": (400, None, 500),
    "400-500": (400, None, 500), "five hundred": (500, 500, 500), "1,500": (1500, 1500, 1500),
    "two dozen": (24, 24, 24), "an estimated 500": (500, 500, 500), "another 500": (500, 500, 500),
    "no more than 500": (None, None, 500), "no fewer than 500": (500, None, None), "500 or so": (500, 500, 500),
    "a total of 500": (500, 500, 500), "a combined total of 500": (500, 500, 500), "500-odd": (500, 500, 500),
    "upwards of 500": (500, None, None), "10 000": (10000, 10000, 10000), "500 heavily armed": (500, 500, 500),
}  # fmt: skip
# What is told of them: role, state and place.
TOLD = {
    "Rwanda sent {} soldiers to Mozambique.": ("deployed", "RWA", "MOZ"),
    "Rwanda withdrew {} soldiers from Mozambique.": ("withdrawn", "RWA", "MOZ"),
    "The rebels killed {} Malian soldiers in Gao.": ("killed", "MLI", "MLI"),
    "Ukraine captured {} Russian soldiers in Kursk.": ("captured", "RUS", "RUS"),
    "Poland gave Ukraine {} tanks.": ("supplied", "POL", None),
    "Russia lost {} tanks in Ukraine.": ("destroyed", "RUS", "UKR"),
}


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("count", COUNTS)
def test_a_count_in_other_words_is_of_the_same(count: str, told: str) -> None:
    (row,) = pipeline.read(ingest.from_text(told.format(count)))["troop_figures"]
    assert (row["low"], row["best"], row["high"]) == COUNTS[count]
    assert (row["role"], row["force_country"], row["place_country"]) == TOLD[told]
