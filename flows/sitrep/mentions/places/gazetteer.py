"""The gazetteer: every known spelling of a place, and what it may stand for.

Cities are looked up in a sorted list by bisection, so nothing is built at start; the shorter lists of countries,
regions and sites are dicts. Spellings are folded (``folding.fold``), words parted by one space.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import takewhile
from typing import TypeVar

from sitrep import folding, lexicons
from sitrep.mentions.places.sorted_lines import SortedLines

T = TypeVar("T")


@dataclass(slots=True, unsafe_hash=True)
class Place:
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
    return " ".join(folding.fold(text).split())


@cache
def countries() -> dict[str, Place]:
    """Names of states, folded, with the state as a place."""
    found = {}
    for row in lexicons.rows("countries"):
        place = Place(row["name"], row["country"], "country")
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found[key(name)] = place
    return found


_Listed = dict[str, list[tuple[str, str | None, str]]]


@lru_cache(maxsize=65536)
def named(spelling: str) -> tuple[Place, ...]:
    """Regions, seas, sites and other places of our own list by a folded spelling."""
    return tuple(Place(*told) for told in _places().get(spelling, ()))


@cache
def _places() -> _Listed:
    """Name, country and precision of the places of our own list, by folded spelling."""
    return _derived("places", partial(_listed, "places"))


@cache
def _local() -> _Listed:
    """Those of our own list that are no better known than a small town."""
    return _derived("local places", partial(_listed, "local_places"))


def _derived(name: str, make: Callable[[], T]) -> T:
    files = ("countries.csv", "places.csv", "local_places.csv")
    return lexicons.derived(name, files, (__file__, folding.__file__), make)


def _listed(file: str) -> _Listed:
    pairs: list[tuple[str, tuple[str, str | None, str]]] = []
    for row in lexicons.rows(file, ("name", "country")):
        place = row["name"], row["country"] or None, row["precision"]
        pairs.append((row["name"], place))
        if row["spellings"]:
            pairs.extend((name, place) for name in row["spellings"].split("|"))
    found: _Listed = {}
    for name, (_, place) in zip(folding.keys(name for name, _ in pairs), pairs, strict=True):
        known = found.setdefault(name, [])
        if not known or known[-1] is not place:  # two spellings of one place may fold to one
            known.append(place)
    return found


@cache
def _cities() -> SortedLines:
    return SortedLines((lexicons.FOLDER / "cities.csv").read_bytes())


def _city(line: str) -> Place:
    _, name, country, lat, lon, geonames_id, population = line.split(",")
    return Place(name, country, "point", float(lat), float(lon), int(geonames_id), int(population))


@lru_cache(maxsize=65536)
def cities(spelling: str) -> tuple[Place, ...]:
    """The settlements of a folded spelling, largest first, with detail from GeoNames; then the little known places."""
    start = f"{spelling},"
    found = map(_city, takewhile(lambda line: line.startswith(start), _cities().since(start)))
    return (*found, *(Place(*told) for told in _local().get(spelling, ())))


@cache
def _listed_from() -> dict[str, list[str]]:
    """The spellings of our own lists by their first word."""
    return _derived("openings of places", _by_first_word)


def _by_first_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in (*countries(), *_places(), *_local()):
        found.setdefault(name.split(" ", 1)[0], []).append(name)
    return found


@dataclass(slots=True, unsafe_hash=True)
class Opening:
    """What a folded word may open: ``longest`` counts the words of the longest spelling; ``alone`` tells whether it is
    a spelling by itself, ``seconds`` are the words that may be next in one.
    """

    longest: int
    alone: bool
    seconds: frozenset[str]


@cache
def _no_openings() -> frozenset[str]:
    return frozenset(lexicons.load("place_context")["no_openings"])


@lru_cache(maxsize=65536)
def opening(word: str) -> Opening | None:
    """The spellings that open with a folded word; None where none does."""
    listed = _listed_from().get(word, [])
    if word in _no_openings() or (len(word) < 3 and not listed):
        return None
    # In the list a space sorts before a comma, and both before letters and digits.
    starts = (f"{word} ", f"{word},")
    cities = takewhile(lambda line: line.startswith(starts), _cities().since(starts[0]))
    spellings = [name.split(" ") for name in (*listed, *(line.split(",", 1)[0] for line in cities))]
    if not spellings:
        return None
    lengths = [len(words) for words in spellings]
    return Opening(max(lengths), 1 in lengths, frozenset(words[1] for words in spellings if len(words) > 1))
