"""Named places in a page: candidates by capital letters, namesakes by the countries that the page speaks of."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from math import log10

from sitrep import lexicons
from sitrep.mentions.places import gazetteer
from sitrep.mentions.places.gazetteer import Place
from sitrep.model import Page, PlaceMention

_CAPITALISED = re.compile(r"(?<![\w@#/])[^\W\d_a-zß-öø-ÿ][\w’'ʼ-]*")
_WORD = re.compile(r"[^\W\d_][\w’'ʼ-]*")
# What may part the words of one name: a space, a hyphen, a full stop after an initial.
_NEXT = re.compile(r"(?:[ \t\xa0]{1,3}|[-–]|\.[ ]?)([^\W\d_][\w’'ʼ-]*)")
_NEXT_SPACED = re.compile(r"[ \t\xa0]{1,3}([^\W\d_][\w’'ʼ-]*)")
_BEFORE = re.compile(r"([^\W\d_][\w’'.-]*)[ \t\xa0]{1,3}\Z")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_THE = re.compile(r"\b[Tt]he[ \t\xa0]\Z")
_SMALLEST_ALONE = 150_000
_LOOK_BACK = 40


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicons.load("place_context")[group])


@cache
def _not_places() -> frozenset[str]:
    return frozenset(gazetteer.key(word) for word in _words("not_places"))


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return gazetteer.key(_POSSESSIVE.sub("", word))


def _parts(word: str) -> list[str]:
    return _folded(word).split(" ")


class _Candidate:
    __slots__ = ("start", "end", "spelling", "own", "cities")

    def __init__(self, start: int, end: int, spelling: str, own: tuple[Place, ...], cities: tuple[Place, ...]):
        self.start, self.end, self.spelling, self.own, self.cities = start, end, spelling, own, cities


def _at(view: str, match: re.Match[str], limit: int, case: str) -> _Candidate | None:
    """The longest known spelling that begins with a word, or None."""
    first = _parts(match[0])
    if not first or not first[0]:
        return None
    longest = gazetteer.longest_from(first[0])
    if not longest:
        return None
    words, ends = list(first), [0] * (len(first) - 1) + [match.end()]
    end = match.end()
    if not _POSSESSIVE.search(match[0]):
        while len(words) < longest:
            following = _NEXT.match(view, end, limit)
            if not following:
                break
            more = _parts(following[1])
            words += more
            end = following.end()
            ends += [0] * (len(more) - 1) + [end]
            if _POSSESSIVE.search(following[1]):
                break
    for n in range(min(longest, len(words)), 0, -1):
        if not ends[n - 1]:
            continue
        spelling = " ".join(words[:n])
        country = gazetteer.countries().get(spelling)
        own = (country,) if country else gazetteer.named().get(spelling, ())
        cities = gazetteer.cities(spelling) if case != "lower" else ()
        if not (own or cities) or (n == 1 and not own and spelling in _not_places()):
            continue
        at_end = ends[n - 1]
        tail = _POSSESSIVE.search(view, match.start(), at_end)
        return _Candidate(match.start(), tail.start() if tail else at_end, spelling, own, cities)
    return None


def _is_name_or_title(view: str, candidate: _Candidate, sentence_start: int, limit: int) -> bool:
    """Whether the words around say that this is (part of) a person's, newspaper's or organisation's name."""
    text = view[candidate.start : candidate.end]
    name_like = text in _words("name_like")
    sure = bool(candidate.own) and not name_like
    following = _NEXT_SPACED.match(view, candidate.end, limit)
    after = following[1] if following else ""
    if after in _words("organisation_after"):
        return True
    before = _BEFORE.search(view, max(sentence_start, candidate.start - _LOOK_BACK), candidate.start)
    word = before[1].rstrip(".") if before else ""
    if word == "of" or word == "Of":
        earlier = _BEFORE.search(view, max(sentence_start, before.start() - _LOOK_BACK), before.start())
        if earlier and earlier[1] in _words("organisation_of") and before.start() > sentence_start:
            return True
    if sure:
        return False
    if word in _words("first_names") or word in _words("name_before"):
        return True
    if text.isupper():
        return False
    if name_like and word[:1].isupper() and before and before.start() > sentence_start and len(word) > 3:
        return _folded(word) not in gazetteer.countries()
    if after[:1].isupper() and (name_like or text in _words("first_names")) and not _is_kind(after):
        return True
    return False


def _is_kind(word: str) -> bool:
    return word in _words("region_after") or word in _words("point_after") or word in _words("water_after")


def _extend(view: str, candidate: _Candidate, sentence_start: int, limit: int, precision: str) -> tuple[int, int, str, str]:
    """The span with the kind word behind it ("Kursk region") and its article, the precision, and the kind word."""
    start, end, kind = candidate.start, candidate.end, ""
    following = _NEXT_SPACED.match(view, end, limit)
    if following:
        word = _POSSESSIVE.sub("", following[1])
        if word in _words("region_after") and precision != "country":
            end, precision, kind = following.start(1) + len(word), "region", word
    article = _THE.search(view, max(sentence_start, start - 5), start)
    if article and (kind or candidate.own):
        start = article.start()
    return start, end, precision, kind


def _choose(candidate: _Candidate, weight: Counter[str]) -> Place | None:
    """The likeliest place of a spelling, or None where the evidence is thin."""
    best, best_score = None, 0.0
    for place in (*candidate.own, *candidate.cities):
        known = place.country is None or weight[place.country] > 0
        if place.precision == "point" and place.geonames_id is not None:
            if not known and place.population < _SMALLEST_ALONE:
                continue
            score = log10(place.population + 300)
        else:
            score = 7.5
        if place.country is not None and known:
            score += 4 + min(2.0, log10(1 + weight[place.country]))
        if score > best_score:
            best, best_score = place, score
    return best


def _weights(page: Page, candidates: list[_Candidate]) -> Counter[str]:
    weight: Counter[str] = Counter()
    for candidate in candidates:
        countries = {place.country for place in candidate.own}
        if len(countries) == 1 and None not in countries:
            weight[countries.pop()] += 1
        elif not candidate.own and candidate.cities and candidate.cities[0].population > 1_000_000:
            weight[candidate.cities[0].country] += 1
    for match in _demonym().finditer(page.view):
        weight[_demonyms()[match[0]]] += 1
    return weight


@cache
def _demonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in lexicons.rows("countries"):
        for name in (*row["adjectives"].split("|"), *row["people"].split("|")):
            if name:
                found.setdefault(name, row["country"])
    return found


@cache
def _demonym() -> re.Pattern[str]:
    return re.compile(r"\b(?:%s)\b" % "|".join(sorted(map(re.escape, _demonyms()), key=len, reverse=True)))


def read(page: Page) -> list[PlaceMention]:
    """The places named in the page's sentences, sorted, not overlapping. Demonyms are no places."""
    view, candidates, spans = page.view, [], []
    for sentence in page.sentences:
        pattern = _WORD if sentence.case == "lower" else _CAPITALISED
        at = sentence.char_start
        while match := pattern.search(view, at, sentence.char_end):
            candidate = _at(view, match, sentence.char_end, sentence.case)
            at = candidate.end if candidate else match.end()
            if candidate and not _is_name_or_title(view, candidate, sentence.char_start, sentence.char_end):
                candidates.append(candidate)
                spans.append((sentence.char_start, sentence.char_end))
    weight = _weights(page, candidates)
    found: list[PlaceMention] = []
    for candidate, (sentence_start, sentence_end) in zip(candidates, spans, strict=True):
        place = _choose(candidate, weight)
        if place is None:
            continue
        start, end, precision, kind = _extend(view, candidate, sentence_start, sentence_end, place.precision)
        if found and start < found[-1].char_end:
            start = candidate.start
        name = f"{place.name} {kind}" if kind and kind.lower() not in place.name.lower() else place.name
        exact = precision == place.precision
        found.append(
            PlaceMention(
                start, end, name, place.country, place.lat, place.lon, place.geonames_id if exact else None, precision
            )
        )
    return found
