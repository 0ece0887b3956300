"""The gazetteer: every known spelling of a place, and what it may stand for.

Cities are looked up in a sorted list by bisection, so nothing is built at start; the shorter lists of countries,
regions and sites are dicts. Spellings are folded (``folding.fold``), words parted by one space.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from itertools import takewhile
from typing import NamedTuple

from sitrep import lexicons
from sitrep.folding import fold
from sitrep.mentions.places.sorted_lines import SortedLines

_ARTICLES = ("the", "in")


class Place(NamedTuple):
    """One thing a spelling may stand for. ``population`` is 0 where unknown or where it is no settlement."""

    name: str
    country: str | None
    precision: str
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    population: int = 0


def key(text: str) -> str:
    """A spelling as the gazetteer's lists have it."""
    return " ".join(fold(text).split())


@cache
def countries() -> dict[str, Place]:
    """Names of states, folded, with the state as a place."""
    found = {}
    for row in lexicons.rows("countries"):
        place = Place(row["name"], row["country"], "country")
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found[key(name)] = place
    return found


@cache
def named() -> dict[str, tuple[Place, ...]]:
    """Regions, seas, sites and other places of our own list by folded spelling."""
    return _listed("places")


@cache
def local() -> dict[str, tuple[Place, ...]]:
    """Places of our own list that are no better known than a small town, by folded spelling."""
    return _listed("local_places")


def _listed(file: str) -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for row in lexicons.rows(file, ("name", "country")):
        place = Place(row["name"], row["country"] or None, row["precision"])
        for name in dict.fromkeys(key(n) for n in (row["name"], *filter(None, row["spellings"].split("|")))):
            found[name] = (*found.get(name, ()), place)
    return found


@cache
def _cities() -> SortedLines:
    return SortedLines(files(lexicons).joinpath("cities.csv").read_bytes())


def _city(line: str) -> Place:
    _, name, country, lat, lon, geonames_id, population = line.split(",")
    return Place(name, country, "point", float(lat), float(lon), int(geonames_id), int(population))


@lru_cache(maxsize=65536)
def cities(spelling: str) -> tuple[Place, ...]:
    """The settlements of a folded spelling, largest first, with detail from GeoNames; then the little known places."""
    start = f"{spelling},"
    found = map(_city, takewhile(lambda line: line.startswith(start), _cities().since(start)))
    return (*found, *local().get(spelling, ()))


@cache
def _listed_from() -> dict[str, list[list[str]]]:
    """The spellings of our own lists, in words, by the first of these."""
    found: dict[str, list[list[str]]] = {}
    for name in (*countries(), *named(), *local()):
        words = name.split(" ")
        if words[0] not in _ARTICLES:
            found.setdefault(words[0], []).append(words)
    return found


class Opening(NamedTuple):
    """What a folded word may open: ``longest`` counts the words of the longest spelling, 0 where there is none;
    ``alone`` tells whether it is a spelling by itself, ``seconds`` are the words that may be next in one.
    """

    longest: int
    alone: bool
    seconds: frozenset[str]


_NOTHING = Opening(0, False, frozenset())


@lru_cache(maxsize=65536)
def opening(word: str) -> Opening:
    """The spellings that open with a folded word."""
    listed = _listed_from().get(word, [])
    if word in _ARTICLES or (len(word) < 3 and not listed):
        return _NOTHING
    # In the list a space sorts before a comma, and both before letters and digits.
    starts = (f"{word} ", f"{word},")
    cities = takewhile(lambda line: line.startswith(starts), _cities().since(starts[0]))
    spellings = [*listed, *(line.split(",", 1)[0].split(" ") for line in cities)]
    if not spellings:
        return _NOTHING
    lengths = [len(words) for words in spellings]
    return Opening(max(lengths), 1 in lengths, frozenset(words[1] for words in spellings if len(words) > 1))
