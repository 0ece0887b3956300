"""Constructions of newswire prose: what is stated, demanded, threatened, and by whom of whom."""

from __future__ import annotations

import pytest
from event_texts import acts


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # what is charged is said of somebody
        ("Venezuela charged that Colombian militiamen had murdered three fishermen.", ("ACCUSE", "VEN", "COL")),
        # what somebody shall do is demanded of them
        ("Lithuania insisted that Russia withdraw its paratroopers.", ("REQUEST", "LTU", "RUS")),
        ("Guatemala requested that Mexico protect the migrants.", ("REQUEST", "GTM", "MEX")),
        # a noun behind the object of a verb of blame is no verb
        ("Moscow denounced the American missile shield as a provocation.", ("ACCUSE", "RUS", "USA")),
        # a condition by inversion is no clause of the object
        ("Nigeria warned Chad of war should it shelter the rebels.", ("THREATEN", "NGA", "TCD")),
        ("Honduran troops bundled a Cuban envoy onto a plane.", ("COERCE", "HND", "CUB")),
        ("Niger ordered the French ambassador to leave.", ("SANCTION", "NER", "FRA")),
    ],
)
def test_sides_of_what_is_said(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lithuania insisted that Russia controls the base.", "REQUEST"),
        ("Kenya ordered the Somali ambassador to explain himself.", "SANCTION"),
        ("A Ukrainian drone flew into Belarus.", "MOBILIZE"),
    ],
)
def test_the_same_words_in_other_company_are_no_such_act(text: str, kind: str) -> None:
    assert kind not in [found for found, _, _ in acts(text)]
