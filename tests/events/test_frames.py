"""One act told in every way that English has of putting a clause: who does what to whom must not depend on it."""

from __future__ import annotations

import pytest
from event_texts import acts, rows

# type, base, past and participle in one, -ing form
VERBS = [
    ("ASSAULT", "attack", "attacked", "attacking"),
    ("THREATEN", "threaten", "threatened", "threatening"),
    ("ASSAULT", "shell", "shelled", "shelling"),
    ("ASSAULT", "invade", "invaded", "invading"),
    ("ACCUSE", "condemn", "condemned", "condemning"),
    ("COERCE", "blockade", "blockaded", "blockading"),
    ("SUPPORT", "praise", "praised", "praising"),
]
SIDES = [("Russia", "RUS", "Ukraine", "UKR"), ("the Iranian army", "IRN", "Iraq", "IRQ")]
FRAMES = [
    "{X} {past} {y} on Monday.",
    "{Y} was {past} on Monday by {x}.",
    "{Y} is being {past} by {x}.",
    "{Y} got {past} by {x}.",
    "{X}, which {past} {y} on Monday, held elections.",
    "{Y}, which {x} {past} on Monday, lies nearby.",
    "{Y}, {past} by {x} on Monday, lies nearby.",
    "It was {x} that {past} {y}.",
    "{X} is {ing} {y}.",
    "{X} continued to {base} {y}.",
    "{X} late on Monday {past} {y}.",
    "After talks failed, {x} {past} {y}.",
    "{X} admitted having {past} {y}.",
    "{X} is believed to have {past} {y}.",
    "Poland accused {x} of {ing} {y}.",
    "{X} denied that it had {past} {y}.",
    "{X} plans to {base} {y}.",
    "Poland urged {x} not to {base} {y}.",
    "With {x} {ing} {y}, the talks were put off.",
    "Having {past} {y}, {x} held elections.",
    "{X} broke the truce by {ing} {y}.",
    "{X}, a neighbour of Poland, {past} {y}.",
    "{X}'s promise to {base} {y} was a shock.",
    "The fact that {x} {past} {y} angered many.",
    "Reports that {x} {past} {y} were confirmed.",
    "This came after {x} {past} {y}.",
    "Thousands fled because {x} {past} {y}.",
    "{X} became the first country to {base} {y}.",
    "{X} retaliated by {ing} {y}.",
    "{X}, along with Poland, {past} {y}.",
    "The decision by {x} to {base} {y} was a shock.",
    "The leaders discussed the decision of {x} to {base} {y}.",
    "{X} -- a neighbour -- {past} {y}.",
    "{X} - a neighbour - {past} {y}.",
    "{X} — despite the truce — {past} {y}.",
    "Not only did {x} {base} {y}, it also closed the border.",
    "Only then did {x} {base} {y}.",
    "Poland called on {x} to {base} {y}.",
    "{X}, not Poland, {past} {y}.",
    "{X} not only {past} {y} but burned it.",
    "{X} has been {ing} {y} for weeks.",
]


@pytest.mark.parametrize("frame", FRAMES)
def test_who_does_what_to_whom_in_every_frame(frame: str) -> None:
    for kind, base, past, ing in VERBS:
        for doer, source, patient, target in SIDES:
            parts = {"x": doer, "X": doer[0].upper() + doer[1:], "y": patient, "Y": patient}
            text = frame.format(**parts, base=base, past=past, ing=ing)
            assert (kind, source, target) in acts(text), text


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Never did Russia shell Ukraine.", "negated"),
        ("Not only did Russia shell Ukraine, it also closed the border.", "asserted"),
        ("Iran's refusal to release the British sailors angered London.", "negated"),
        ("Poland welcomed Germany's decision to send tanks to Ukraine.", "planned"),
        ("Germany made good on its promise to send tanks to Ukraine.", "planned"),
        ("Towns shelled by Russia in Ukraine will be rebuilt.", "asserted"),
        ("Those arrested by Turkish police may have been Syrians.", "asserted"),
    ],
)
def test_how_a_decision_and_an_inversion_are_meant(text: str, modality: str) -> None:
    assert modality in [row["modality"] for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Russia, a neighbour of Poland, hit Kharkiv.", ("ASSAULT", "RUS", "UKR")),
        ("Kharkiv, hit by Russia on Monday, lies nearby.", ("ASSAULT", "RUS", "UKR")),
        ("It was Russia that hit Kharkiv.", ("ASSAULT", "RUS", "UKR")),
        ("US struck Iran, the Kremlin said.", ("ASSAULT", "USA", "IRN")),
        ("The refusal of Iran to release British sailors angered London.", ("CONCEDE", "IRN", "GBR")),
        ("Russia attacked Ukraine for its stance.", ("ACCUSE", "RUS", "UKR")),
    ],
)
def test_forms_that_mean_several_things(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)
