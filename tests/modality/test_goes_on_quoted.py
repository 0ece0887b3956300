"""Quotations that go on behind who speaks, and phrases that only look like a report."""

from __future__ import annotations

import pytest

from sitrep import ingest, pipeline


def read(text: str) -> dict[str, list[dict]]:
    return pipeline.read(ingest.from_text(text))


def test_a_quotation_goes_on_behind_who_speaks() -> None:
    text = (
        "“We heard a whistle,” said Lina Abu Rahma, a surgeon. “Israeli troops killed three nurses in Gaza. They "
        "burned two ambulances.” The army shelled Rafah on Monday."
    )
    rows = read(text)
    assert {(e["modality"], e["source_text"]) for e in rows["events"][:2]} == {("reported", "Lina Abu Rahma")}
    assert rows["events"][-1]["modality"] == "asserted"
    assert [(f["modality"], f["source_text"]) for f in rows["troop_figures"]] == [("reported", "Lina Abu Rahma")] * 2


def test_what_is_done_by_saying_so_is_done() -> None:
    (demand,) = [
        e
        for e in read("“We call on Beijing to return it,” Secretary Teodoro said.")["events"]
        if e["trigger"] == "call on"
    ]
    assert (demand["event_type"], demand["modality"]) == ("REQUEST", "asserted")


@pytest.mark.parametrize(
    ("told", "modality"),
    [
        ("Russia keeps up to 5,000 troops at Gyumri.", "asserted"),
        ("The US military maintains approximately 900 troops in Syria.", "asserted"),
        ("The armies concluded three days of drills off Palawan with 1,200 soldiers.", "asserted"),
        ("The war has claimed more than 14,000 Ukrainian lives.", "asserted"),
        ("Local sources contend that a strike killed nine soldiers.", "reported"),
        ("By the words of the governor, 90 soldiers were killed in Batken.", "reported"),
        ("France would reinforce its 2,800-strong base should fighting resume.", "asserted"),
        ("The Kremlin denied that it would pull its 3,000 troops out of Gyumri.", "asserted"),
    ],
)
def test_what_is_a_report_and_what_only_looks_so(told: str, modality: str) -> None:
    (figure,) = read(told)["troop_figures"]
    assert figure["modality"] == modality


def test_a_column_of_sources_tells_who_says_so() -> None:
    table = (
        "| Date | What happened | Killed | Source |\n|---|---|---|---|\n"
        "| 9 October 2025 | shelling near Paktika | 12 soldiers | Kabul |\n"
        "| 12 October 2025 | ambush at Kurram | 23 soldiers | Islamabad |\n"
    )
    rows = read("The army fought rebels on the border.\n\n" + table)["troop_figures"]
    assert [(r["best"], r["role"], r["modality"], r["source_text"], r["force_country"]) for r in rows] == [
        (12, "killed", "reported", "Kabul", "AFG"),
        (23, "killed", "reported", "Islamabad", "PAK"),
    ]
