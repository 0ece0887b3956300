"""Names in compounds: who acts for whom, and arms whose maker does nothing."""

from __future__ import annotations

import pytest
from event_texts import acts


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Kremlin-appointed officials seized grain in Kherson.", "RUS"),
        ("The Moscow-installed governor of Zaporizhzhia accused Ukraine of treason.", "RUS"),
        ("Russian-installed authorities in Donetsk arrested two teachers.", "RUS"),
        ("Houthi-controlled radio accused Saudi Arabia of lying.", "YEM"),
        ("Hamas-run authorities accused Israel of lying.", "PSE"),
        ("Turkish-backed fighters captured Manbij.", "SYR"),
        ("Iran-backed militias fired rockets at a US base in Iraq.", "IRQ"),
        ("US-made missiles fired by Ukraine struck an airfield in Crimea.", "UKR"),
        ("American-made bombs dropped by Saudi jets killed 40 people in Yemen.", "SAU"),
        ("Iranian-made drones hit Kyiv overnight.", None),
        ("US-supplied missiles hit Belgorod.", None),
    ],
)
def test_whose_an_actor_is(text: str, doer: str | None) -> None:
    assert [one for _, one, _ in acts(text)][:1] == [doer]


def test_a_place_that_somebody_controls_is_no_actor() -> None:
    assert acts("Ukraine shelled Russian-controlled Donetsk.") == [("ASSAULT", "UKR", "UKR")]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("A Gaza-bound flotilla was intercepted by Israel.", None),
        ("Belarusian-registered trucks were turned back by Poland.", "BLR"),
        ("Drones hit a Turkish base near Mosul.", "TUR"),
    ],
)
def test_whose_a_thing_is(text: str, other: str | None) -> None:
    assert [two for _, _, two in acts(text)] == [other]
