"""Spellings that are part of the name of a person, an organisation or an armed group, and so no places."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from sitrep import lexicons
from sitrep.mentions.places import gazetteer
from sitrep.mentions.places.around import Candidate, lists, parts, strip_possessive, word_before

_WORDS_OF_FORCE = 4


@cache
def named_forces() -> frozenset[str]:
    """Names of armed groups and of international bodies, which some town may share ("Hamas", "Al-Nasser")."""
    names: set[str] = set()
    for file in ("armed_groups", "peoples", "bodies"):
        for row in lexicons.rows(file):
            names.update(gazetteer.key(name) for name in (row["name"], *filter(None, row["aliases"].split("|"))))
    return frozenset(names)


@cache
def _ends_of_forces() -> frozenset[str]:
    """The last words of those names that have several."""
    return frozenset(name.rpartition(" ")[2] for name in named_forces() if " " in name)


@cache
def _pairs_in_forces() -> frozenset[tuple[str, str]]:
    """The words that follow one another in those names."""
    return frozenset(pair for name in named_forces() for pair in pairwise(name.split(" ")))


def _ends_force(view: str, candidate: Candidate) -> bool:
    """Whether the name of an armed group or a body ends with the candidate: "Tren de Aragua"."""
    before = candidate.before
    if before is None or candidate.spelling.rpartition(" ")[2] not in _ends_of_forces():
        return False
    if (parts(before[1])[-1], candidate.spelling.partition(" ")[0]) not in _pairs_in_forces():
        return False
    for _ in range(_WORDS_OF_FORCE):
        if before is None:
            return False
        if gazetteer.key(view[before[0] : candidate.end]) in named_forces():
            return True
        before = word_before(view, before[0], candidate.sentence.char_start)
    return False


def is_name(view: str, candidate: Candidate) -> bool:
    """Whether the words around say that this is (part of) a person's, newspaper's or organisation's name."""
    known, own, before = lists(), candidate.own, candidate.before
    after = candidate.following[1] if candidate.following else ""
    if strip_possessive(after) in known["organisation_after"] or _ends_force(view, candidate):
        return True
    word = before[1].rstrip(".") if before else ""
    if word == "of" or word.lower() == "of":
        earlier = word_before(view, before[0], candidate.sentence.char_start)
        if earlier and earlier[1] in known["organisation_of"]:
            return True
        if earlier and not own and earlier[1].capitalize() in known["water_after"]:
            return True
    text = view[candidate.start : candidate.end]
    first_name = text in known["first_names"]
    name_like = first_name or text in known["name_like"]
    if own and not name_like:
        return False
    if word in known["name_particles"] or word in known["first_names"] or word in known["name_before"]:
        return True
    if candidate.sentence.case != "mixed":
        return not own and not _is_introduced(view, candidate, word)
    inner = before is not None and word[:1].isupper() and len(word) > 2 and before[0] > candidate.sentence.char_start
    if inner and not own and not _is_known_before(word):
        return True
    if name_like and inner and not first_name:
        return not _is_known_before(word)
    if after[:1].isupper() and candidate.lone and (name_like or not own) and not _is_known_after(after):
        return True
    return first_name and not own and word.lower() not in known["place_prepositions"]


def _is_introduced(view: str, candidate: Candidate, before: str) -> bool:
    """Whether a town stands where one is named, where no capitals tell: after a preposition or a comma, or first."""
    opening = view[candidate.sentence.char_start : candidate.start].rstrip()
    return not opening or opening[-1] in ",:(–—-" or before.lower() in lists()["place_prepositions"]


@lru_cache(maxsize=16384)
def _is_known_before(word: str) -> bool:
    """Whether a capitalised word may stand before a place's name without being part of a person's."""
    known, name = lists(), strip_possessive(word)
    low = name.lower()
    return (
        low in known["place_prepositions"]
        or low in known["directions"]
        or low in known["known_before"]
        or gazetteer.key(name) in gazetteer.countries()
    )


@lru_cache(maxsize=16384)
def _is_known_after(word: str) -> bool:
    known, name = lists(), strip_possessive(word)
    return (
        name in known["region_after"]
        or name in known["point_after"]
        or name in known["water_after"]
        or name.lower() in known["known_after"]
        or gazetteer.key(name) in gazetteer.countries()
    )
