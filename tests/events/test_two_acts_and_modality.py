"""Two acts in one sentence, and one act in every tense and modality: each keeps who did what to whom."""

from __future__ import annotations

import pytest
from event_texts import acts, rows

# Who, what he did and whom to: in the past, in the gerund.
ACTS = (
    ("Sweden", "condemned", "condemning", "Israel"),
    ("Turkish jets", "bombed", "bombing", "Aleppo"),
    ("Egypt", "freed", "freeing", "four Turks"),
    ("The Kenyan army", "arrested", "arresting", "two Somali fishermen"),
    ("Iran", "sent", "sending", "weapons to Syria"),
)
OF_TWO = (
    "{A} {did} {whom} and {b} {then} {other}.",
    "{A} {did} {whom}, and {b} {then} {other}.",
    "{A} {did} {whom}; {b} {then} {other}.",
    "{A} {did} {whom}, while {b} {then} {other}.",
    "{A} {did} {whom} as {b} {then} {other}.",
    "{A} {did} {whom} two days after {b} {then} {other}.",
    "After {b} {then} {other}, {a} {did} {whom}.",
    "When {b} {then} {other}, {a} {did} {whom}.",
    "{A} {did} {whom} because {b} {then} {other}.",
    "{A} {did} {whom} even though {b} {then} {other}.",
    "{A} {did} {whom}, whereas {b} {then} {other}.",
    "{A} {did} {whom}. {B}, however, {then} {other}.",
    "{A} {did} {whom}. In response, {b} {then} {other}.",
    "Peru said {a} {did} {whom} and {b} {then} {other}.",
    "{A} {did} {whom} the day {b} {then} {other}.",
)
OF_ONE = (
    "{A} {did} {whom} and {then} {other}.",
    "{A} {did} {whom}, {then} {other} and left the talks.",
    "{A} {did} {whom}, but also {then} {other}.",
    "After {doing} {other}, {a} {did} {whom}.",
    "{A} {did} {whom} before {doing} {other}.",
)
FORMS = {
    "{S} has {p} {o}.": "asserted",
    "{S} is {g} {o}.": "asserted",
    "{S} managed to {b} {o}.": "asserted",
    "{S} continued to {b} {o}.": "asserted",
    "{S} will {b} {o}.": "planned",
    "{S} plans to {b} {o}.": "planned",
    "{S} is set to {b} {o}.": "planned",
    "{S} agreed to {b} {o}.": "planned",
    "{S} announced it would {b} {o}.": "planned",
    "{S} might have {p} {o}.": "possible",
    "{S} reportedly {v} {o}.": "possible",
    "{S} is believed to have {p} {o}.": "possible",
    "{S} appears to have {p} {o}.": "possible",
    "Unconfirmed reports suggest {S} {v} {o}.": "possible",
    "Peru thinks {S} {v} {o}.": "possible",
    "{S} did not {b} {o}.": "negated",
    "{S} denied {g} {o}.": "negated",
    "{S} denied that it had {p} {o}.": "negated",
    "{S} failed to {b} {o}.": "negated",
    "{S} has yet to {b} {o}.": "negated",
    "{S} would {b} {o} if attacked.": "hypothetical",
    "If {S} {v} {o}, war would follow.": "hypothetical",
    "Peru urged {S} to {b} {o}.": "hypothetical",
    "Peru demanded that {S} {b} {o}.": "hypothetical",
    "{S} must {b} {o}, Peru said.": "hypothetical",
    "{S} ordered its army to {b} {o}.": "hypothetical",
    "Peru said {S} had {p} {o}.": "reported",
    "{S} {v} {o}, Peru said.": "reported",
    "According to Peru, {S} {v} {o}.": "reported",
    "Peru accused {S} of {g} {o}.": "reported",
    "Peru confirmed that {S} had {p} {o}.": "reported",
}
DONE = (
    ("SANCTION", "expel", "expelled", "expelled", "expelling", "two Kenyan diplomats"),
    ("ASSAULT", "attack", "attacked", "attacked", "attacking", "a Kenyan village"),
    ("CONCEDE", "release", "released", "released", "releasing", "ten Kenyan prisoners"),
    ("COERCE", "arrest", "arrested", "arrested", "arresting", "two Kenyan journalists"),
)


def _inside(who: str) -> str:
    return who[0].lower() + who[1:] if who.startswith("The ") else who


@pytest.mark.parametrize("form", OF_TWO)
def test_two_acts_of_two(form: str) -> None:
    for first in ACTS:
        for second in ACTS:
            if first is second:
                continue
            a, did, _, whom = first
            b, then, _, other = second
            text = form.format(A=a, a=_inside(a), did=did, whom=whom, B=b, b=_inside(b), then=then, other=other)
            told = {*acts(f"{a} {did} {whom}."), *acts(f"{b} {then} {other}.")}
            assert told <= set(acts(text)), text


@pytest.mark.parametrize("form", OF_ONE)
def test_two_acts_of_one(form: str) -> None:
    for a, did, _, whom in ACTS[:3]:
        for _, then, doing, other in ACTS[:3]:
            if then == did:
                continue
            text = form.format(A=a, a=_inside(a), did=did, whom=whom, then=then, doing=doing, other=other)
            told = {*acts(f"{a} {did} {whom}."), *acts(f"{a} {then} {other}.")}
            assert told <= set(acts(text)), text


@pytest.mark.parametrize(("form", "modality"), FORMS.items())
def test_modality_of_every_form(form: str, modality: str) -> None:
    for event_type, b, v, p, g, o in DONE:
        text = form.format(S="Chad", b=b, v=v, p=p, g=g, o=o)
        found = {
            row["modality"]
            for row in rows(text)
            if (row["event_type"], row["actor1_country"], row["actor2_country"]) == (event_type, "TCD", "KEN")
        }
        assert found == {modality}, text


@pytest.mark.parametrize(
    "text",
    [
        "France demanded that Chad withdraw and that Sudan halt its raids.",
        "France urged Chad to withdraw and Sudan to halt its raids.",
        "France urged Chad and Sudan to withdraw.",
    ],
)
def test_each_is_asked_of_whom_something_is_asked(text: str) -> None:
    asked = [act for act in acts(text) if act[0] == "REQUEST"]
    assert asked == [("REQUEST", "FRA", "TCD"), ("REQUEST", "FRA", "SDN")]


def test_a_march_to_celebrate_is_against_nobody() -> None:
    assert acts("Thousands marched in Khartoum to celebrate the victory.") == [("PROTEST", "SDN", None)]
    assert acts("Thousands marched in Khartoum to protest the coup.") == [("PROTEST", "SDN", "SDN")]
