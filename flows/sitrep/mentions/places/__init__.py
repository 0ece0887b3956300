"""Named places in a page: candidates by capital letters, namesakes by the countries that the page speaks of."""

from __future__ import annotations

import re
from collections import Counter

from sitrep.mentions import vessels
from sitrep.mentions.places import candidates
from sitrep.mentions.places.candidates import (
    Candidate,
    article_before,
    strip_possessive,
    word_after,
    word_before,
    words,
)
from sitrep.mentions.places.choose import choose, weights
from sitrep.mentions.places.gazetteer import Place
from sitrep.model import Page, PlaceMention

_SITE_OF = re.compile(r" of ((?:[A-Z][\w’'-]+|[a-z]{2}-[A-Z][\w’'-]+)(?: (?:[A-Z][\w’'-]+|al-[A-Z][\w’'-]+)){0,2})")
_POSSESSIVE = re.compile(r"['’]s")
_CONTAINED = re.compile(r"(?:,| in| in the)[ \t\xa0]{1,3}")


def read(page: Page) -> list[PlaceMention]:
    """The places named in the page's sentences, sorted, not overlapping. Demonyms are no places."""
    found_candidates = candidates.find(page)
    if ships := vessels.find(page):
        found_candidates = [c for c in found_candidates if not vessels.within(ships, c.start, c.end)]
    weight = weights(page, found_candidates)
    found: list[PlaceMention] = []
    floor = 0
    for candidate in found_candidates:
        place = choose(page.view, candidate, weight)
        if place is not None:
            mention = _mention(page.view, candidate, place, floor)
            found.append(mention)
            floor = mention.char_end
    return sorted([*found, *_unlisted(page, found, weight)], key=lambda m: m.char_start)


def _mention(view: str, candidate: Candidate, place: Place, floor: int) -> PlaceMention:
    """The place with the words around that belong to its name: "the Kursk region", "southern Lebanon"."""
    start, end, name, precision = candidate.start, candidate.end, place.name, place.precision
    floor, limit = max(floor, candidate.sentence.char_start), candidate.sentence.char_end
    kind_start, kind_end = _kind_after(view, candidate, place, limit)
    kind = view[kind_start:kind_end]
    if kind:
        end = kind_end
        if kind.split()[-1] in words("region_after"):
            precision = "region"
        if kind.lower() not in name.lower() and not (precision == "region" == place.precision):
            name = f"{name} {kind}"
    before = word_before(view, start, floor)
    if before and before[1].lower() in words("directions") and before[1] != "Upper":
        start = before[0]
        if precision == "country":
            precision = "region"
        name = f"{before[1].lower()} {name}"
    if kind or _takes_article(view, candidate, place, end, limit):
        start = article_before(view, start, floor)
    exact = precision == place.precision and name == place.name
    return PlaceMention(
        start, end, name, place.country, place.lat, place.lon, place.geonames_id if exact else None, precision
    )


def _takes_article(view: str, candidate: Candidate, place: Place, end: int, limit: int) -> bool:
    """Whether an article before the name belongs to it: "the Red Sea", not "the Myanmar" of an army."""
    following = word_after(view, end, limit)
    if following and following[1][0].isupper():
        return False
    if place.precision == "country":
        return candidate.spelling.split(" ")[0] in words("article_countries") or candidate.spelling in words(
            "article_countries"
        )
    return bool(candidate.own) and (place.precision == "region" or place.geonames_id is None)


def _kind_after(view: str, candidate: Candidate, place: Place, limit: int) -> tuple[int, int]:
    """The span of the word behind a name that says of what kind the place is ("region", "international airport")."""
    nothing = (candidate.end, candidate.end)
    if place.precision == "country":
        return nothing
    at = candidate.end
    possessive = _POSSESSIVE.match(view, at)
    following = word_after(view, possessive.end() if possessive else at, limit)
    if not following:
        return nothing
    first = following
    if following[1].lower() == "international":
        following = word_after(view, following.end(), limit)
        if not following:
            return nothing
    word = strip_possessive(following[1])
    end = following.start(1) + len(word)
    if word in words("point_after"):
        return first.start(1), end
    if possessive:
        return nothing
    return (first.start(1), end) if word in words("region_after") else nothing


def _unlisted(page: Page, found: list[PlaceMention], weight: Counter[str]) -> list[PlaceMention]:
    """Places that no list knows but the text itself says are some: "the village of X in Y".

    The country is that of the place named right behind it, else the only country that the page speaks of, else null.
    """
    starts = {mention.char_start: mention for mention in found}
    taken = [(mention.char_start, mention.char_end) for mention in found]
    added: list[PlaceMention] = []
    at = 0
    for match in _SITE_OF.finditer(page.view):
        kind = word_before(page.view, match.start() + 1, 0)
        if kind is None or kind[1] not in words("site_of") or page.sentence_at(match.start()) is None:
            continue
        start = match.start(1)
        end = start + len(strip_possessive(match[1]))
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < end:
            continue
        behind = _CONTAINED.match(page.view, end)
        container = next((starts[i] for i in (behind.end(), behind.end() - 4) if i in starts), None) if behind else None
        only = next(iter(weight)) if len(weight) == 1 else None
        added.append(
            PlaceMention(
                start, end, page.view[start:end], container.country if container else only, None, None, None, "point"
            )
        )
    return added
