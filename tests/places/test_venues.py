"""Where something was said is no place of what was said, nor where those belong whom it names."""

from __future__ import annotations

import pytest

from sitrep import ingest, pipeline
from sitrep.layout import read as laid_out
from sitrep.mentions import places


@pytest.mark.parametrize(
    ("text", "venues"),
    [
        ("Speaking to reporters in Geneva, Chad's president praised Mali.", ["Geneva"]),
        ("At a news conference in Oslo on Monday, rebels said they had seized a town in Mali.", ["Oslo"]),
        ("Rebels will lay down their arms in Bamako, he told journalists in the capital Oslo.", ["Oslo"]),
        ("Rebels will lay down their arms in Bamako, he told reporters in Oslo.", ["Oslo"]),
        ("The army told residents in Bamako to leave.", []),
        ("Rebels freed six men in Bamako ahead of talks in Oslo.", ["Oslo"]),
        ("Forty people were killed at a wedding in Gao before talks broke down.", []),
        ("At a checkpoint in Gao, soldiers shot two men.", []),
    ],
)
def test_venues(text: str, venues: list[str]) -> None:
    found = places.read(laid_out(ingest.from_text(text)), [])
    assert [place.name for place in found if place.venue] == venues


def test_rebels_are_not_of_the_state_in_which_they_are_spoken_of() -> None:
    rows = pipeline.read(
        ingest.from_text("Speaking to reporters in Oslo, Mali's king sought Togo's help against rebels.")
    )
    assert "NOR" not in {row[side] for row in rows["events"] for side in ("actor1_country", "actor2_country")}
