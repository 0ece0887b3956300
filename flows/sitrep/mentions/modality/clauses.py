"""Where the clauses of a sentence begin and end, as far as punctuation and conjunctions tell."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sitrep import lexicons


class Boundary(NamedTuple):
    """A place where a clause may end; ``kind`` is ``hard``, ``comma_and``, ``conjunction``, ``relative``, ``comma``, ``and`` or ``that``."""

    start: int
    end: int
    kind: str


@cache
def _pattern() -> re.Pattern[str]:
    words = {group: "|".join(phrases) for group, phrases in lexicons.load("clauses").items()}
    return re.compile(
        r"(?P<hard>;|[–—](?!\d)|(?<=\s)-(?=\s)|:(?=\s|$))"
        rf"|(?P<comma_and>,\s+(?:{words['coordinators']})\b)"
        rf"|(?P<conjunction>,?\s+(?:{words['conjunctions']})\b)"
        rf"|(?P<relative>,?\s+(?:{words['relatives']})\b)"
        r"|(?P<comma>,(?=\s))|(?P<and>\s(?:and|or)\b)|(?P<that>\sthat\b)",
        re.IGNORECASE,
    )


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(r"\s(?:%s)\s" % "|".join(lexicons.load("clauses")["prepositions"]))


def boundaries(view: str, start: int, end: int) -> list[Boundary]:
    """The boundaries of a sentence in order. A dash between figures and a comma inside a number are none."""
    return [Boundary(m.start(), m.end(), m.lastgroup or "") for m in _pattern().finditer(view, start, end)]


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
