"""A day before a colon is a day, whatever number stands behind; a model is no decade."""

from __future__ import annotations

import pytest

from sitrep import ingest, pipeline


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The rebels attacked on September 13: the army said so.", "XXXX-09-13"),
        ("May 5: 40 soldiers died near Goma.", "XXXX-05-05"),
        ("13 May 2024: 12 soldiers were killed.", "2024-05-13"),
    ],
)
def test_a_day_before_a_colon(text: str, edtf: str) -> None:
    assert [d["date_edtf"] for d in pipeline.read(ingest.from_text(text))["dates"]] == [edtf]


def test_a_time_is_no_day() -> None:
    assert (
        pipeline.read(ingest.from_text("The shelling began at 13:42 and the army fired back."))["troop_figures"] == []
    )


def test_a_model_is_no_decade() -> None:
    rows = pipeline.read(ingest.from_text("The 12 Mirage 2000s had been chased off by Pakistani jets."))
    assert rows["dates"] == []
    assert [f["best"] for f in rows["troop_figures"]] == [12]
