"""The same act told with other words about it, in other places: who did what to whom stays the same."""

from __future__ import annotations

import pytest
from event_texts import acts, rows

BASES = [
    ("Sweden", "condemned", "Israel"),
    ("Turkish jets", "bombed", "Aleppo"),
    ("Chad", "expelled", "the Sudanese ambassador"),
    ("The Kenyan army", "arrested", "two Somali fishermen"),
]
# Adverbs, and where they stand.
ANYWHERE = (
    "on Monday", "late on Monday", "early on Monday morning", "earlier this week", "overnight", "yesterday",
    "meanwhile", "for its part", "without warning", "in response", "in retaliation", "as expected",
    "in the early hours", "two days later", "at the weekend", "at first light", "at dawn", "before dawn",
    "under cover of darkness", "in turn", "on several occasions", "time and again", "for the third time",
    "as a result", "last month", "in recent weeks", "since then", "later that day", "the next day", "that same day",
    "of late", "in early March", "during the night", "despite the truce", "under pressure", "within hours",
    "hours later", "all the same", "in the end", "shortly before midnight", "at long last", "once again",
    "in secret", "no doubt", "again",
)  # fmt: skip
FORMS = (
    "{who} {adverb} {did} {whom}.",
    "{who}, {adverb}, {did} {whom}.",
    "{Adverb} {who} {did} {whom}.",
    "{Adverb}, {who} {did} {whom}.",
    "{who} {did} {whom} {adverb}.",
    "{who} {did} {whom}, {adverb}.",
)
TOLD_BY = (
    "officials say",
    "one official said",
    "sources said on Monday",
    "witnesses in the capital said",
    "it is said",
)


def _told(form: str, who: str, did: str, whom: str, adverb: str) -> str:
    inside = who[0].lower() + who[1:] if who.startswith("The ") and form.startswith("{A") else who
    return form.format(who=inside, did=did, whom=whom, adverb=adverb, Adverb=adverb[0].upper() + adverb[1:])


@pytest.mark.parametrize("adverb", ANYWHERE)
def test_when_and_how_it_was_done_may_stand_anywhere(adverb: str) -> None:
    for base in BASES:
        act = acts("{} {} {}.".format(*base))
        for form in FORMS:
            text = _told(form, *base, adverb)
            assert set(act) <= set(acts(text)), text


@pytest.mark.parametrize("teller", TOLD_BY)
def test_who_says_so_between_commas_is_not_who_did_it(teller: str) -> None:
    for who, did, whom in BASES:
        assert acts(f"{who}, {teller}, {did} {whom}.") == acts(f"{who} {did} {whom}.")


def test_what_a_gerund_behind_who_says_so_tells_is_done_by_who_did_the_rest() -> None:
    assert acts("Israel bombed Gaza, Hamas officials said, killing ten.") == [("ASSAULT", "ISR", "PSE")] * 2
    assert ("REQUEST", "FRA", "ISR") in acts("Israel was wrong, Paris said, demanding that it withdraw.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The day began with Russia shelling Kharkiv.", ("ASSAULT", "RUS", "UKR")),
        ("A village that Russian troops seized was burned.", ("ASSAULT", "RUS", None)),
        ("Israel intercepted rockets that Hamas had fired.", ("ASSAULT", "ISR", "PSE")),
        ("In Geneva Sweden condemned Israel.", ("ACCUSE", "SWE", "ISR")),
    ],
)
def test_sides(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


def test_a_bomb_that_does_not_explode_does_nothing() -> None:
    assert rows("The bomb did not explode in Chad.") == []
    assert acts("A bomb exploded in Chad.") == [("ASSAULT", None, "TCD")]
