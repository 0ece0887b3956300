"""The things that are counted: nouns for people, formations and arms, found once on a page."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, partial
from typing import Any, NamedTuple

from sitrep import folding, lexicons
from sitrep.matcher import Matcher
from sitrep.model import Page

_SAME = "="
_KINDS = {"personnel": "units_personnel", "formation": "units_formation", "civilian": "units_civilian"}
_EQUIPMENT = "units_equipment"


class Unit(NamedTuple):
    """A noun for things that are counted.

    ``noun`` is its singular; ``kind`` the codebook's ``unit_kind``; ``group`` the class of equipment ("" else).
    ``soft`` nouns mean forces in a military context only; ``either`` ones are forces or civilians by what is told of
    them. ``plural`` is None where singular and plural are the same.
    """

    noun: str
    kind: str
    group: str
    soft: bool
    either: bool
    plural: bool | None
    model: bool = False


class Hit(NamedTuple):
    char_start: int
    char_end: int
    unit: Unit


# Of what a page has dozens of, the tuple is made as such: that halves the time.
_hit = partial(tuple.__new__, Hit)


def plural_of(noun: str) -> str:
    """The regular plural of an English noun."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


@cache
def _matcher() -> Matcher[Unit]:
    files = ("units_context.yaml", "equipment_models.csv", *(f"{name}.csv" for name in (*_KINDS.values(), _EQUIPMENT)))
    known = lexicons.derived("units", files, (__file__, folding.__file__), _units)
    return Matcher.of_keys({key: Unit(*told) for key, told in known.items()})


def _units() -> dict[str, tuple[Any, ...]]:
    """What may be counted (each the fields of a ``Unit``) by its folded forms."""
    soft = set(lexicons.load("units_context")["soft"])
    civilian = {row["noun"] for row in lexicons.rows("units_civilian")}
    forms: list[tuple[str, Unit]] = []
    for kind, name in _KINDS.items():
        for row in lexicons.rows(name):
            noun = row["noun"]
            either = kind == "personnel" and (noun in civilian)
            gentle = row.get("soft") == "yes" or noun in soft
            forms += _forms(noun, row["plural"], kind, "", gentle, either)
    for row in lexicons.rows(_EQUIPMENT):
        forms += _forms(row["noun"], row["plural"], "equipment", row["class"], row["noun"] in soft)
    for row in lexicons.rows("equipment_models"):
        forms += _forms(row["noun"].lower(), row["plural"], "equipment", row["class"], model=True)
    known: dict[str, tuple[Any, ...]] = {}
    for key, (_, unit) in zip(folding.keys(form for form, _ in forms), forms, strict=True):
        known.setdefault(key, tuple(unit))
    return known


def _forms(
    noun: str, plural: str, kind: str, group: str, soft: bool = False, either: bool = False, model: bool = False
) -> list[tuple[str, Unit]]:
    """The singular and the plurals of a noun with what each counts."""
    lower = noun.lower()
    if plural == _SAME:
        return [(lower, Unit(noun, kind, group, soft, either, None, model))]
    many = Unit(noun, kind, group, soft, either, True, model)
    plurals = (plural or plural_of(lower)).split("|")
    return [(lower, Unit(noun, kind, group, soft, either, False, model)), *((form, many) for form in plurals)]


class Units:
    """The unit nouns of a page, by where they begin."""

    def __init__(self, page: Page):
        view = page.view
        self.hits: list[Hit] = [
            _hit(found)
            for found in _matcher().find(page.folded, view)
            if not (found[2].model and view[found[0]].islower())
        ]
        self._starts = [hit.char_start for hit in self.hits]
        self._at = {hit.char_start: hit for hit in self.hits}

    def at(self, char_start: int) -> Hit | None:
        return self._at.get(char_start)

    def hits_in(self, char_start: int, char_end: int) -> list[Hit]:
        """The nouns that begin in a range."""
        return self.hits[bisect_left(self._starts, char_start) : bisect_left(self._starts, char_end)]
