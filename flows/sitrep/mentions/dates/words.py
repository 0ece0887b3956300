"""The words of date expressions: what each stands for in the grammar, and the phrases that can start one.

A word has a code of one character, which the grammar is written in, and a value:

    M month          m month that is also another word   W weekday          V weekday, short form
    S season         s season that is also another word  Q quarter, half    h "quarter", "half"
    H holiday        K today, yesterday, ...             U unit             P part of the day
    l last           p past          v previous          x next             c coming
    f following      t this          T that              e same             b every
    g ago            L later         E earlier           Z present          + onwards
    i since          u until         y by                j before           z after
    A early ... late N "part"        ~ about             ? perhaps          Y year (four digits)
    O of             I in, on, at    F from              B between          & and      | or      > into
    - to, dash       a article       D the               C BC               X AD       G starting
    k unspecified    w his, its ...  n count word    q vague count       o ordinal          r "nineties"
    @ anniversary    8 ordinal over 31
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sitrep import lexicons
from sitrep.matcher import Matcher

Word = tuple[str, Any]

_RELATIONS = {
    "last": "l", "past": "p", "previous": "v", "next": "x", "upcoming": "c", "following": "f", "this": "t", "that": "T",
    "same": "e", "ago": "g", "later": "L", "earlier": "E", "since": "i", "until": "u", "by": "y", "before": "j",
    "after": "z", "present": "Z", "onward": "+", "set": "b", "anniversary": "@",
}  # fmt: skip
_LINKS = {
    "of": "O", "prepositions": "I", "from": "F", "between": "B", "and": "&", "or": "|", "to": "-", "article": "a",
    "the": "D", "possessive": "w", "before_christ": "C", "after_christ": "X", "starting": "G", "unknown": "k",
    "into": ">",
}  # fmt: skip


@cache
def words() -> dict[str, Word]:
    """Every word of the date lexicons, in lower case, with its code and value."""
    found: dict[str, Word] = {}
    relations, links, modifiers = (lexicons.load(f"date_{n}") for n in ("relations", "links", "modifiers"))
    for groups, codes in ((relations, _RELATIONS), (links, _LINKS)):
        for group, code in codes.items():
            found.update((word, (code, word)) for word in groups[group])
    for mod in ("start", "mid", "end"):
        found.update((word, ("A", mod)) for word in modifiers[mod])
    found.update((word, ("N", word)) for word in modifiers["part_nouns"])
    found.update((word, ("~", "~")) for word in modifiers["approximate"])
    found.update((word, ("?", "?")) for word in modifiers["doubtful"])
    units, counts = lexicons.load("date_units"), lexicons.load("date_counts")
    found.update((word, ("U", unit)) for word, unit in units["units"].items())
    found.update((word, ("P", word)) for word in units["day_parts"])
    found.update((word, ("K", (shift, word in units["nights"]))) for word, shift in units["days"].items())
    found.update((word, ("n", n)) for word, n in counts["cardinals"].items())
    found.update((word, ("q", None)) for word in counts["vague"])
    found.update((word, ("o", n)) for word, n in counts["ordinals"].items())
    found.update((word, ("r", n)) for word, n in counts["decades"].items())
    months, weekdays, seasons = (lexicons.load(n) for n in ("months", "weekdays", "seasons"))
    for groups, group, code in (
        (months, "names", "M"),
        (months, "ambiguous", "m"),
        (weekdays, "names", "W"),
        (weekdays, "short", "V"),
        (seasons, "seasons", "S"),
        (seasons, "ambiguous", "s"),
        (seasons, "short", "Q"),
        (seasons, "parts", "h"),
    ):
        found.update((word, (code, n)) for word, n in groups[group].items())
    return found


def by_initial(patterns: Iterable[str]) -> str:
    """One pattern for all, in their order, those of one first letter together: most words are none of them."""
    endings: dict[str, list[str]] = {}
    for pattern in patterns:
        endings.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{initial}(?:{'|'.join(group)})" for initial, group in endings.items())


@cache
def holidays() -> dict[str, str]:
    """Named days in lower case, with straight apostrophes: ``MM-DD``, or ``YYYY-MM-DD`` for one day of history."""
    groups = lexicons.load("holidays")
    return {**groups["yearly"], **groups["once"]}


@cache
def months() -> dict[str, int]:
    groups = lexicons.load("months")
    return {**groups["names"], **groups["ambiguous"]}


@cache
def weekday_neighbours() -> tuple[frozenset[str], frozenset[str]]:
    """Words before, and words behind, a weekday that make it part of another name."""
    groups = lexicons.load("weekdays")
    return frozenset(groups["before_other_names"]), frozenset(groups["behind_other_names"])


@cache
def triggers() -> Matcher[str]:
    """Phrases without which no date expression is read.

    The value says what must stand beside the phrase for it to be worth reading: nothing (``date``), a word that
    relates it to another day (``unit``, ``units``), a word that makes it a date (``season``), a capital letter
    (``name``), or figures (``era``).
    """
    phrases: dict[str, str] = {}
    for word, (code, _) in words().items():
        if code in "MWKrQ" or word in ("century", "weekend"):
            phrases[word] = "date"
        elif code in "mV":
            phrases[word] = "name"
        elif code in "Ssh":
            phrases[word] = "season"
        elif code in "UP":
            phrases[word] = "units" if word.endswith("s") else "unit"
        elif code in "CX":
            phrases[word] = "era"
    for name in holidays():
        phrases.setdefault(name, "date")
    for name in (*months(), *lexicons.load("weekdays")["names"], *lexicons.load("date_units")["days"]):
        phrases.setdefault(f"{name}'s", phrases[name])
    for year in range(1000, 2200):
        phrases[str(year)] = "date"
        if year % 10 == 0:
            phrases[f"{year}s"] = phrases[f"{year}'s"] = "date"
    cardinals = lexicons.load("date_counts")["cardinals"]
    for teen in (word for word, n in cardinals.items() if 13 <= n <= 19):
        for tens in (word for word, n in cardinals.items() if 20 <= n <= 100):
            phrases[f"{teen} {tens}"] = "date"
    for tens in range(20, 100, 10):
        phrases[f"{tens}s"] = "season"
    return Matcher(phrases)
