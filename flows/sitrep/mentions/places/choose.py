"""Which of several namesakes a page means."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache, lru_cache, partial
from math import log10

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.places import gazetteer
from sitrep.mentions.places.around import Candidate, words
from sitrep.mentions.places.gazetteer import Place
from sitrep.model import Page

# A settlement of a country that the page does not name otherwise is believed from this many people on.
_SMALLEST_ALONE = 150_000
# In countries whose towns share their names with many people, a small town needs a preposition before it.
_SMALLEST_BARE = 400_000
# From this many people on, the name of a settlement says which country a page speaks of.
_LARGE = 1_000_000
_LISTED, _KNOWN = 7.5, 4.0
# What a seat of government has beside its size, so that one of over a million outdoes a region that is listed.
_SEAT = 1.5


@cache
def demonyms() -> dict[str, str]:
    """Adjectives and names of peoples, as written, with their country."""
    found: dict[str, str] = {}
    for row in lexicons.rows("countries"):
        for name in (*row["adjectives"].split("|"), *row["people"].split("|")):
            if name:
                found.setdefault(name, row["country"])
    return found


# What a listed site has beside a town of its name, before a word for what it is ("the Torkham crossing"): it outdoes
# towns of up to some 300,000, the common logarithm of whose people is so much above that of none (see ``_size``).
_SITE = 3.0
_WORD_END = re.compile(r"[ -]")
# The capital stands first, and is looked back at behind it: the engine then skips all other characters at once.
_CAPITALISED_WORD = re.compile(r"[A-Z](?<!\w.)[a-z]+(?:[- ][A-Z][a-z]+)?\b")


def weights(page: Page, candidates: list[Candidate]) -> Counter[str]:
    """How often the page names each country: by name, by a place that only one has, by demonym."""
    weight: Counter[str] = Counter()
    for candidate in candidates:
        own = candidate.own
        if own:
            country = own[0].country
            alone = len(own) == 1 or all(place.country == country for place in own)
            if country is not None and alone and not _named_elsewhere(candidate, country):
                weight[country] += 1
        elif candidate.cities[0].population > _LARGE:
            weight[candidate.cities[0].country] += 1
    for word, n in Counter(_CAPITALISED_WORD.findall(page.view)).items():
        country = _country_of(word)
        if country:
            weight[country] += n
    return weight


def _named_elsewhere(candidate: Candidate, country: str) -> bool:
    """Whether a large city of another country has the name too ("La Paz", a department of El Salvador)."""
    return any(city.country != country and city.population > _LARGE for city in candidate.cities[:1])


@lru_cache(maxsize=65536)
def _country_of(words: str) -> str | None:
    """The country that a demonym tells, which is one word or two, or the first of two."""
    return demonyms().get(words) or demonyms().get(_WORD_END.split(words, 1)[0])


def choose(candidate: Candidate, weight: Counter[str]) -> Place | None:
    """The likeliest place of a spelling, or None where the evidence is thin."""
    best, best_score = None, 0.0
    own = candidate.own
    settled = len(own) > 1 and all(place.precision == "point" for place in own)  # towns that share a name
    for place in map(partial(_with_details, candidate=candidate), own) if settled else own:
        known = place.country is None or weight.get(place.country, 0) > (place.precision != "country")
        if not known and (candidate.spelling in _needs_country() or _names_site(candidate)):
            continue
        score = (_size(place) if settled else _LISTED) + _bonus(place, weight)
        if score > best_score:
            best, best_score = place, score
    for place in candidate.cities:
        known = place.country in weight
        seat = (candidate.spelling, place.country) in _seats()
        if not known and ((place.population < _SMALLEST_ALONE and not seat) or _names_site(candidate)):
            continue
        if (
            place.country in words("surname_states")
            and place.population < _SMALLEST_BARE
            and not _introduced(candidate)
        ):
            continue
        score = _size(place) + _bonus(place, weight) + (_SEAT if seat else 0)
        score += _SITE if place.geonames_id is None and _is_site(candidate) else 0
        if score > best_score:
            best, best_score = place, score
    if best is not None and best.precision == "point" and best.geonames_id is None:
        best = _with_details(best, candidate)
    return best


def _size(place: Place) -> float:
    return log10(place.population + 300)


def _bonus(place: Place, weight: Counter[str]) -> float:
    n = weight.get(place.country, 0)
    return _KNOWN + min(2.0, log10(1 + n)) if n else 0.0


@cache
def _seats() -> frozenset[tuple[str, str]]:
    """The capitals by folded spelling and country, which are known however small they are."""
    rows = lexicons.rows("countries")
    return frozenset((gazetteer.key(seat), row["country"]) for row in rows for seat in row["seats"].split("|") if seat)


@cache
def _needs_country() -> frozenset[str]:
    return frozenset(gazetteer.key(word) for word in words("needs_country"))


def _is_site(candidate: Candidate) -> bool:
    following = candidate.following
    return following is not None and following[1].lower() in words("border_sites")


def _introduced(candidate: Candidate) -> bool:
    before = candidate.before
    return before is not None and before[1].lower() in words("place_prepositions")


def _names_site(candidate: Candidate) -> bool:
    """Whether it stands before a building or street, which bear the names of people and of places far away ("Nasser
    hospital")."""
    following = candidate.following
    return following is not None and following[1].lower() in words("named_sites")


def _with_details(place: Place, candidate: Candidate) -> Place:
    """A place of our own list with what GeoNames knows of the settlement of that name in that country."""
    for city in (*candidate.cities, *gazetteer.cities(gazetteer.key(place.name))):
        if city.country == place.country:
            return replace(place, lat=city.lat, lon=city.lon, geonames_id=city.geonames_id, population=city.population)
    return place
