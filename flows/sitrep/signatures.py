"""Lines that sign a text with a person's name alone: "Ann Roe", "Ann Roe in Marwa and Bo Li in Lagos"."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.folding import fold

_LONGEST, _MAX_PART_WORDS = 120, 6
_OPENING = re.compile(r"\A[—–\-*_ ]+")
_PART = re.compile(r"\s*(?:[|•·;/]|—|\s–\s|\s-\s)\s*")
_NAME = re.compile(
    lambda: (
        r"[A-ZÀ-ÞĀ-Ž][\w'’-]*\.?"
        rf"(?: (?:[A-ZÀ-ÞĀ-Ž][\w'’-]*\.?|al-\w+|{re.any_of(lexicons.load('dateline')['name_particles'])})){{1,4}}"
        r"(?=\Z|,| in | and | & |\d)"
    )
)
_JOINT = re.compile(r",\s*| and | & ")
_POSSESSIVE = re.compile(r"['’]s\b")


@cache
def _given() -> frozenset[str]:
    return frozenset(row["name"] for row in lexicons.rows("given_names"))


def name_in(line: str) -> str | None:
    """The first name in a line that says nothing but names, with places, offices and days behind them; else None.

    A name opens with a given name that is known: a headline of two words is none.
    """
    if len(line) > _LONGEST:
        return None
    for part in _PART.split(_OPENING.sub("", line).rstrip("*_ ")):
        match = _NAME.match(part)
        if match and _POSSESSIVE.search(part):
            return None
        if match and any(piece.count(" ") >= _MAX_PART_WORDS for piece in _JOINT.split(part)):
            return None
        if match and fold(match[0]).split()[0] in _given():
            return match[0]
    return None
