"""What the cell of a table holds: its type and value (codebook, ``table_cells``)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.extract.tables.grid import Cell
from sitrep.model import DateMention, NumberMention
from sitrep.shapes import is_empty_mark

_WRAP = "[](){}*†‡^?~≈ \u00a0"
_NUMBER = r"\d{1,3}(?:[,\u00a0\u202f']\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_VALUE = re.compile(
    rf"(?P<sign>[+−–-]?)(?P<money>(?:US|CA|AU)?[$€£¥₽₴])?\s?(?P<number>{_NUMBER})(?P<close>\+)?"
    rf"(?P<range>\s?(?:[–—-]|to|/|×|x|:)\s?[$€£]?(?:{_NUMBER})(?:\s?[:–/-]\s?\d+)*)?"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_YEARS = re.compile(r"((?:1\d|20)\d\d)\s?[–—/-]\s?((?:1\d|20)\d\d|\d\d)")
_NUMBER_HEADS = re.compile(lambda: rf"\b{re.any_of(_words()['number_head'])}\b", re.IGNORECASE)
_DATE_HEADS = re.compile(lambda: rf"\b{re.any_of(_words()['date_head'])}\b", re.IGNORECASE)


class Value(NamedTuple):
    """``type`` is the codebook's ``value_type``; the number is null for a range and for a bound."""

    type: str
    number: float | int | None = None
    unit: str | None = None
    edtf: str | None = None


@cache
def _words() -> dict[str, frozenset[str]]:
    groups = lexicons.load("table_words")
    names = "rating", "rating_modifier", "between_ratings", "unit", "about", "bound", "number_head", "date_head"
    return {name: frozenset(groups[name]) for name in names}


@cache
def _scales() -> dict[str, int]:
    return lexicons.load("table_words")["scale"]


def value_of(
    cell: Cell, header: str | None, dates: Sequence[DateMention] = (), numbers: Sequence[NumberMention] = ()
) -> Value:
    """The type and value of a cell. ``dates`` and ``numbers`` are the mentions of the page inside the cell."""
    text = cell.text
    if not text or is_empty_mark(text) or is_empty_mark(text.strip("()[]?")):
        return Value("empty")
    if _is_rating(text):
        return Value("rating")
    return _date(cell, header, dates) or _number(text) or _worded(cell, numbers) or Value("text")


def _is_rating(text: str) -> bool:
    words = [w for w in re.split(r"[\s/–—-]+", text.lower().strip("()[].*†")) if w not in _words()["between_ratings"]]
    known = _words()
    if text.lower() in known["rating"]:
        return True
    return (
        0 < len(words) <= 3
        and words[-1] in known["rating"]
        and all(w in known["rating"] or w in known["rating_modifier"] for w in words)
    )


def _date(cell: Cell, header: str | None, dates: Sequence[DateMention]) -> Value | None:
    text = cell.text
    core = text.strip(_WRAP)
    if header and _DATE_HEADS.search(header) and not _NUMBER_HEADS.search(header):
        if _YEAR.fullmatch(core):
            return Value("date", edtf=core)
        if years := _YEARS.fullmatch(core):
            end = years[2] if len(years[2]) == 4 else years[1][:2] + years[2]
            if end > years[1]:
                return Value("date", edtf=f"{years[1]}/{end}")
    inside = [d for d in dates if d.char_start >= cell.char_start and d.char_end <= cell.char_end]
    if not inside or cell.char_end == cell.char_start:
        return None
    covered = sum(d.char_end - d.char_start for d in inside)
    if covered * 10 < (cell.char_end - cell.char_start) * 6:
        return None
    return Value("date", edtf=inside[0].edtf if len(inside) == 1 else None)


def _number(text: str) -> Value | None:
    known = _words()
    words = text.strip(_WRAP).split()
    exact = True
    while words and (word := words[0].lower().strip("~≈")) in known["about"] | known["bound"]:
        exact = exact and word in known["about"]
        words = words[1:]
    core = " ".join(words)
    if core[:1] in "<>≤≥":
        exact, core = False, core[1:].lstrip("= ")
    match = _VALUE.fullmatch(core.strip(_WRAP))
    if match is None or (match["rest"][:1].isalnum() and not match["rest"][0].isalpha()):
        return None
    rest = match["rest"].strip(" ?*†‡")
    number: float | int | None = _parse(match["number"])
    if match["sign"] in ("-", "−", "–"):
        number = -number
    unit, number = _unit(rest, number)
    if unit is False:
        return None
    if match["range"] or match["close"] or not exact:
        number = None
    unit = unit or match["money"]
    return Value("quantity", number, unit) if unit else Value("number", number)


def _unit(rest: str, number: float | int) -> tuple[str | bool | None, float | int]:
    """The unit behind a number, with the number times its scale ("2 million"); False where it is no quantity at all."""
    known = _words()
    words = rest.split()
    if words and (scale := _scales().get(words[0].lower().rstrip("."))):
        product = number * scale
        number, words = int(product) if float(product).is_integer() else product, words[1:]
    if not words:
        return None, number
    first = words[0].strip("()[],;").lower()
    if words[0][0] in "([" and words[-1][-1] in ")]":
        return None, number
    if first in known["unit"] or (first.rstrip("s") in known["unit"]):
        return words[0].strip(",;"), number
    if words[0] in ("%", "°C", "°F", "°"):
        return words[0], number
    lower = all(w[:1].islower() or w[:1] in "([" for w in words)
    return (" ".join(words), number) if lower and len(words) <= 3 else (False, number)


def _parse(digits: str) -> float | int:
    plain = re.sub(r"[,\u00a0\u202f']", "", digits)
    return float(plain) if "." in plain else int(plain)


def _worded(cell: Cell, numbers: Sequence[NumberMention]) -> Value | None:
    """A number in words ("two", "a few dozen", "several hundred tanks"), as the page's numbers read it."""
    for n in numbers:
        if n.kind != "count" or n.char_start > cell.char_start + 1 or n.char_end > cell.char_end:
            continue
        rest = (
            cell.text[len(cell.text) - (cell.char_end - n.char_end) :].strip(" ?)]")
            if n.char_end < cell.char_end
            else ""
        )
        if not rest:
            return Value("number", n.best)
        if len(rest.split()) <= 3 and rest[0].islower():
            return Value("quantity", n.best, rest)
    return None
