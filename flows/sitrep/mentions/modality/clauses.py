"""Where the clauses of a sentence begin and end, as far as punctuation and conjunctions tell."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sitrep import lexicons
from sitrep import patterns as re


class Boundary(NamedTuple):
    """A place where a clause may end.

    ``kind`` is ``hard``, ``comma_and``, ``conjunction``, ``relative``, ``comma``, ``and`` or ``that``.
    """

    start: int
    end: int
    kind: str


_PUNCTUATION = {";": "hard", "–": "hard", "—": "hard", "-": "hard", ":": "hard", ",": "comma"}
_SIGN = r"[;,:–—-](?:(?<=;)|(?<=[,:])(?=\s|$)|(?<=[–—])(?!\d)|(?<=\s-)(?=\s))"


@cache
def _words() -> dict[str, str]:
    kinds = {"conjunctions": "conjunction", "relatives": "relative"}
    groups = lexicons.load("clauses")
    found = {word: kind for group, kind in kinds.items() for word in groups[group]}
    return {**found, **dict.fromkeys(groups["coordinators"], "coordinator"), "that": "that"}


@cache
def _sign_or_word() -> re.Pattern[str]:
    """What may part clauses. Words stand by their first letter, which the engine looks for before all else."""
    rest: dict[str, list[str]] = {}
    for word in _words():
        rest.setdefault(word[0], []).append(word[1:])
    firsts = "".join(f"{a}{a.upper()}" for a in rest)
    words = "|".join(rf"(?<=[{a}{a.upper()}])(?:{'|'.join(ends)})" for a, ends in rest.items())
    return re.compile(rf"{_SIGN}|[{firsts}](?<!\w.)(?:{words})\b")


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(lexicons.load('clauses')['prepositions'])})\s")


def boundaries(view: str, start: int, end: int) -> list[Boundary]:
    """The boundaries of a sentence in order. A dash between figures and a comma inside a number are none."""
    words, found = _words(), []
    for match in _sign_or_word().finditer(view, start, end):
        text = match[0]
        kind = _PUNCTUATION.get(text) or words[text.lower()]
        a, b = match.span()
        last = found[-1] if found else None
        after_comma = last is not None and last.kind == "comma" and not view[last.end : a].strip()
        if kind == "coordinator":
            if after_comma:
                found[-1] = Boundary(last.start, b, "comma_and")
            elif text.lower() in ("and", "or"):
                found.append(Boundary(a, b, "and"))
        elif kind in ("conjunction", "relative"):
            if after_comma:
                found[-1] = Boundary(last.start, b, kind)
            elif a > start:
                found.append(Boundary(a, b, kind))
        else:
            found.append(Boundary(a, b, kind))
    return found


def clause_start(parts: list[Boundary], at: int, sentence_start: int) -> int:
    """Where the clause around ``at`` begins, its subject with it."""
    for part in reversed(parts):
        if part.end <= at:
            return part.end
    return sentence_start


def clause_end(parts: list[Boundary], at: int, sentence_end: int, stops: tuple[str, ...]) -> int:
    """The first boundary of one of the kinds ``stops`` behind ``at``, or the end of the sentence."""
    return next((part.start for part in parts if part.start >= at and part.kind in stops), sentence_end)


def noun_group_end(view: str, at: int, limit: int) -> int:
    """Where a noun group that begins at ``at`` ends at the latest: before the next preposition."""
    found = _preposition().search(view, at, limit)
    return found.start() if found else limit
