"""What binds or parts the words of a flattened table beyond what the tables learnt from can teach.

Those tables are of sports, films and offices; texts about wars hold designations, names of forces, ratings and days.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sitrep import lexicons
from sitrep.extract.tables.words import Row, is_day
from sitrep.shapes import NUMERIC

_NAMED, _HELD, _BOUND, _PARTED, _NO_DAY = -4.0, -2.5, 1.2, 1.2, 4.0
_COLUMN_SHARE, _NEAR_END = 0.65, 6
_NAME = frozenset("CAI")
_GROUPS = (
    *("column_modifier", "column_tail", "body_noun", "place_opener", "designated", "rating_modifier", "person_title"),
    *("date_name", "date_of", "amount_opener", "amount_scale", "amount_article", "about", "bound", "column_pair"),
)


@cache
def _words() -> dict[str, frozenset[str]]:
    groups = lexicons.load("table_words")
    return {name: frozenset(groups[name]) for name in _GROUPS}


def bind(rows: Sequence[Row], odds: Sequence[list[float]], headed: bool) -> None:
    """Shift the log ``odds`` of a cut at each gap of each row; ``headed`` says that the first row names the columns."""
    if headed:
        _bind_names(rows[0], odds[0])
    body = rows[headed:]
    rated = _rated(body)
    for row, line, places in zip(body, odds[headed:], rated, strict=True):
        _bind_line(row, line, places)


def _bind_names(header: Row, line: list[float]) -> None:
    """A name of a column is seldom cut behind a word that only qualifies one, or before one that only ends one."""
    known = _words()
    for i, (a, b) in enumerate(pairwise(header.bare)):
        dated = a in known["date_name"] and b in known["date_of"]
        if dated or f"{a} {b}" in known["column_pair"] or a in known["column_modifier"] or b in known["column_tail"]:
            line[i] += _NAMED


def _bind_line(row: Row, line: list[float], rated: set[int]) -> None:
    """A designation holds to what it designates, a force to its noun; a rating in a column of ratings stands alone.

    A month or a word of time opens a date, unless a day stands before it; a rank opens a name, unless it follows one;
    a range, a share, money or "several" opens an amount. Words that blur or bound a number hold to it.
    """
    known = _words()
    blurs = known["about"] | known["bound"]
    for i, (a, b) in enumerate(pairwise(row.bare)):
        p, q = row.shapes[i], row.shapes[i + 1]
        force = p in "AC" and q == "C" and b in known["body_noun"]
        place = p == "C" and q in "AC" and a in known["place_opener"]
        rating = (i in rated or i + 1 in rated) and a not in known["rating_modifier"]
        rank = p in "CA" and a in known["person_title"] and q in "CAI"
        person = q in "CA" and b in known["person_title"] and p not in "f(" and row.shapes[i + 2 : i + 3] in _NAME
        date = q in "mt" and p in "lu"
        day = q == "#" and row.shapes[i + 2 : i + 3] == "m" and p in "luE" and is_day(b)
        no_day = q == "m" and p == "#" and not is_day(a)
        some = opens_amount(row.bare, i + 1)
        amount = (p in "CA" and (q in "~%$" or some)) or p + q == "%$" or (p in NUMERIC and some)
        counted = row.shapes[i + 2 : i + 3]
        blurred = a in blurs and (q in NUMERIC or (b in blurs and counted and counted in NUMERIC))
        vague = b in known["amount_scale"] and a in known["amount_opener"]
        if blurred or vague or row.named[i] == "d" or (a in known["amount_article"] and opens_amount(row.bare, i)):
            line[i] = min(line[i], 0.0) + _HELD
        elif q == "l" and p not in "fE" and b in known["designated"]:
            line[i] += _HELD
        elif force or place or rank:
            line[i] -= _BOUND
        elif no_day:
            line[i] += _NO_DAY
        elif rating or date or day or person or amount:
            line[i] += _PARTED


def opens_amount(bare: Sequence[str], i: int) -> bool:
    """Whether a vague amount begins with a word of a line: "several", "few hundred", "a dozen"."""
    known = _words()
    if bare[i] in known["amount_article"] and i + 1 < len(bare):
        return bare[i + 1] in known["amount_opener"] or bare[i + 1] in known["amount_scale"]
    return bare[i] in known["amount_opener"]


def _rated(body: Sequence[Row]) -> list[set[int]]:
    """For each row, the places of ratings that most rows have at the same distance from their start or end."""
    found: list[set[int]] = [set() for _ in body]
    for place in (*range(_NEAR_END), *range(-_NEAR_END, 0)):
        at = [place if place >= 0 else len(row.words) + place for row in body]
        has = [0 <= i < len(row.shapes) and row.shapes[i] == "R" for i, row in zip(at, body, strict=True)]
        if len(body) > 1 and sum(has) >= _COLUMN_SHARE * len(body):
            for i, is_rating, places in zip(at, has, found, strict=True):
                if is_rating:
                    places.add(i)
    return found
