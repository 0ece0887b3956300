"""What binds or parts the words of a flattened table beyond what the tables learnt from can teach.

Those tables are of sports, films and offices; texts about wars hold designations, names of forces, ratings and days.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sitrep import lexicons
from sitrep.extract.tables.pairs import NONE, bond
from sitrep.extract.tables.words import Row, is_day
from sitrep.shapes import NUMERIC

# What is added to the log-odds of a cut in a gap, against it below 0 and for it above; weighed on tables of our own
# about wars, which the learnt model never saw.
_NAMED, _TAIL, _HELD, _BLURRED = -4.0, -6.0, -2.5, -5.0
_BOUND, _PARTED, _NUMBER, _NO_DAY = 1.2, 1.2, 3.0, 6.0
_COLUMN_SHARE, _NEAR_END = 0.65, 6
_HELD_DAY, _FEWEST_DAYS = -5.0, 2
# Shapes of numbers that a scale may follow; one of four figures looks like a year.
_SCALED = frozenset("#~$y")
_NAME, _WHOLE = frozenset("CAI"), NUMERIC | frozenset("CAR")
_GROUPS = (
    *("column_name", "column_head", "column_opener", "column_modifier", "column_tail", "column_pair"),
    *("count_name", "count_of", "arms_name", "arms_of", "date_name", "date_of"),
    *("body_noun", "place_opener", "designated", "person_title"),
    *("rating_modifier", "amount_opener", "amount_scale", "amount_article", "about", "bound", "bound_opener", "scale"),
)


@cache
def _words() -> dict[str, frozenset[str]]:
    groups = lexicons.load("table_words")
    known = {name: frozenset(groups[name]) for name in _GROUPS}
    return known | {"blurs": known["about"] | known["bound"]}


def bind(rows: Sequence[Row], odds: Sequence[list[float]], headed: bool) -> None:
    """Shift the log ``odds`` of a cut at each gap of each row; ``headed`` says that the first row names the columns."""
    if headed:
        _bind_names(rows[0], odds[0])
    body = rows[headed:]
    rated = _rated(body)
    for row, line, places in zip(body, odds[headed:], rated, strict=True):
        _bind_line(row, line, places)
    _bind_days(body, odds[headed:])


def _bind_days(body: Sequence[Row], odds: Sequence[list[float]]) -> None:
    """A day before its month holds to it where every line has one there, and not every line a day behind it.

    "11 May 40" and "1 July 6" are 11 May and 1 July.
    """
    at = [[i for i, shape in enumerate(row.shapes) if shape == "m" and i] for row in body]
    before = [is_day(row.bare[i - 1]) for row, months in zip(body, at, strict=True) for i in months]
    behind = [
        i + 1 < len(row.words) and is_day(row.bare[i + 1]) and row.words[i + 1].isdigit()
        for row, months in zip(body, at, strict=True)
        for i in months
    ]
    if len(before) < _FEWEST_DAYS or not all(before) or all(behind):
        return
    for row, line, months in zip(body, odds, at, strict=True):
        for i in months:
            line[i - 1] = min(line[i - 1], 0.0) + _HELD_DAY
            if i < len(line) and is_day(row.bare[i + 1]):
                line[i] += _PARTED


def _bind_names(header: Row, line: list[float]) -> None:
    """A name of a column is seldom cut behind a word that only qualifies one, or before one that only ends one.

    Two words that each name a column and are no phrase are two names; "as of" opens one.
    """
    known = _words()
    for i, (a, b) in enumerate(pairwise(header.bare)):
        counted = a in known["count_name"] and (b in known["date_of"] or b in known["count_of"])
        counted = counted or (a in known["arms_name"] and b in known["arms_of"])
        dated = (a in known["date_name"] and b in known["date_of"]) or counted
        both = a in known["column_name"] and b in known["column_name"] and b not in known["column_head"]
        if b in known["column_tail"]:
            line[i] += _TAIL
        elif dated or f"{a} {b}" in known["column_pair"] or a in known["column_modifier"]:
            line[i] += _NAMED
        elif (both and bond(a, b) == NONE) or " ".join(header.bare[i + 1 : i + 3]) in known["column_opener"]:
            line[i] += _PARTED


def _bind_line(row: Row, line: list[float], rated: set[int]) -> None:
    """A designation holds to what it designates, a force to its noun; a rating in a column of ratings stands alone.

    A month or a word of time opens a date, unless a day stands before it; a rank opens a name, unless it follows one,
    and the name is mostly of two words; "1,500", a range, a share, money, "about 20" or "several" opens an amount.
    Words that blur or bound a number hold to it, and so does its scale ("1.4 Million").
    """
    known = _words()
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
        amount = (p in "CA" and q in "~%$") or p + q == "%$" or (some and p in _WHOLE)
        large = (q == "#" and "," in b) or blurs_number(row, i + 1)
        officer = i and row.bare[i - 1] in known["person_title"] and p in "CI" and q == "C"
        vague = b in known["amount_scale"] and a in known["amount_opener"]
        if blurs_number(row, i) or (p in _SCALED and b in known["scale"]):
            line[i] = min(line[i], 0.0) + _BLURRED
        elif p in "CA" and large:
            line[i] += _NUMBER
        elif vague or row.named[i] == "d" or (a in known["amount_article"] and opens_amount(row.bare, i)):
            line[i] = min(line[i], 0.0) + _HELD
        elif q == "l" and p not in "fE" and b in known["designated"]:
            line[i] += _HELD
        elif force or place or rank or officer:
            line[i] -= _BOUND
        elif no_day:
            line[i] += _NO_DAY
        elif rating or date or day or person or amount:
            line[i] += _PARTED


def blurs_number(row: Row, i: int) -> bool:
    """Whether a word of a line blurs or bounds a number behind it, alone ("about 20") or with the next ("up to 20")."""
    known = _words()
    blurs, behind = known["blurs"], row.shapes[i + 1 : i + 3]
    if row.bare[i] not in blurs or not behind:
        return False
    if behind[0] in NUMERIC:
        return row.bare[i] not in known["bound_opener"]
    return row.bare[i + 1] in blurs and behind[1:] in NUMERIC


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
