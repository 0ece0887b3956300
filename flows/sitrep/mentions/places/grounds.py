"""Places that a nation's name and a noun for its ground tell: "on Syrian soil", "the Iranian side of the border"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.places.choose import demonyms
from sitrep.model import Page, PlaceMention

# No preposition, article and name of a nation are longer together (code points).
_FAR = 48


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicons.load("place_context")[group])


_GROUND = re.compile(lambda: rf"\b(?:({re.any_of(_words('national_grounds'))})|{re.any_of(_words('sides'))})\b")
_LED = re.compile(
    lambda: (
        rf"\b(?i:{re.any_of(_words('ground_prepositions'))})[ \t\n](?:[Tt]he[ \t\n])?"
        r"(?:[a-z]+[ \t\n])?([A-Z][\w-]{2,24}(?:[- ][A-Z][\w-]{2,24})?)[ \t\n]\Z"
    )
)
_APPOSED = re.compile(r",?[ \t\n]")
_PARTED = re.compile(lambda: rf"[ \t\n]of[ \t\n](?:[a-z]+[ \t\n]){{0,2}}{re.any_of(_words('parting_lines'))}\b")


def read(page: Page, found: list[PlaceMention]) -> Iterator[PlaceMention]:
    """The grounds of nations behind a preposition, none of which begins where one of those ``found`` does.

    A side is one where it is that of a border or the like.
    """
    view = page.view
    starts = {mention.char_start for mention in found}
    for match in _GROUND.finditer(view):
        start, end = match.span()
        led = _LED.search(view, max(0, start - _FAR), start)
        country = demonyms().get(led[1]) if led else None
        if country is None or led.start(1) in starts:
            continue
        if match[1] is None:
            parted = _PARTED.match(view, end)
            if not parted:
                continue  # "on the Indian side" tells whose people they are
            end = parted.end()
        start = led.start(1)
        if _APPOSED.match(view, end) and not starts.isdisjoint(range(end + 1, end + 3)):
            continue  # "the Kenyan capital, Nairobi": where that is
        yield PlaceMention(
            start, end, " ".join(view[start:end].split()), country, None, None, None, "country", ground=True
        )
