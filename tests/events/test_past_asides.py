"""Who does an act told behind an aside or behind what somebody demands, and whom a relative speaks of."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maduro, in battledress, called on Trump to yield and said he was unafraid.", ("REQUEST", "VEN", "USA")),
        ("Ghana has asked that Togo yield and pay up, and has ruled out a truce.", ("REJECT", "GHA", None)),
        ("Chad has urged that Libya free the men, and has warned of war.", ("THREATEN", "TCD", "LBY")),
        ("William Lai, whom Beijing brands a separatist, has left.", ("ACCUSE", "CHN", "TWN")),
        ("The U.S. denied William Lai a stopover in New York.", ("REJECT", "USA", "TWN")),
    ],
)
def test_subjects_and_objects_past_asides_and_what_is_asked(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After Ethiopia shelled a town, Sudan shut the pass. It recalled its envoy.", ("SANCTION", "SDN", None)),
        ("Kenya recalled its envoy and accused Chad of lying.", ("SANCTION", "KEN", "TCD")),
        ("Togo threatened retaliation and denounced Ghana.", ("THREATEN", "TGO", "GHA")),
        ("Ghana recalled its envoy and urged the UN to act.", ("SANCTION", "GHA", None)),
    ],
)
def test_who_goes_on_and_against_whom(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Eritrea, which sent troops in May, has begun to withdraw, diplomats said.", ("MOBILIZE", "asserted")),
        ("Eritrea, which sent troops in May and has begun to withdraw, diplomats said.", ("MOBILIZE", "reported")),
        (
            "Trump, who threatened on 1 May to attack Chad if killing goes on, has suspended arms sales to Chad.",
            ("SANCTION", "asserted"),
        ),
    ],
)
def test_what_is_told_between_commas_is_the_texts_own(text: str, told: tuple[str, str]) -> None:
    assert told in [(row["event_type"], row["modality"]) for row in rows(text)]
