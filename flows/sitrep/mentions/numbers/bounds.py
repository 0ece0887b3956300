"""Bounds and ranges: from values to low, best and high (codebook, `troop_figures`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitrep import patterns as re
from sitrep.mentions.numbers import qualifiers
from sitrep.mentions.numbers.grammar import Value
from sitrep.mentions.numbers.lexer import integral
from sitrep.mentions.numbers.qualifiers import group

_MINUS = re.compile(lambda: rf"(?:^|\W)({re.any_of(group('minus'))})\s{{1,2}}$", re.IGNORECASE)
_OR_MORE_BOUND = re.compile(lambda: rf",?\s{{1,2}}{re.any_of(group('bound_links'))}?\s{{0,2}}", re.IGNORECASE)
# "[9] persons": an editor supplied the number. A footnote's mark stands at its word.
_EDITORIAL_OPEN = re.compile(r"(?:\s|^)\[$")
# Code points between two numbers: so far the words that tie a range may reach, and so near another number shares what
# stands behind the first.
_RANGE_REACH, _QUALIFIER_REACH = 40, 24
_CHAIN = re.compile(r"[-/]\d")
_FIGURES = re.compile(r"[-\s]figures?\b", re.IGNORECASE)
# What stands between the ends of a range: "1,000 to 3,000", "five – seven"; and of one that "between" opens.
_TO = re.compile(
    lambda: rf"\s{{0,2}}(?:[-‐‑–—−~]|{re.any_of(group('range_links'))})\s{{0,2}}(?:{_hedges()}\s{{1,2}})?",
    re.IGNORECASE,
)
_AND = re.compile(
    lambda: rf"\s{{1,2}}{re.any_of(group('between_links'))}\s{{1,2}}(?:{_hedges()}\s{{1,2}})?", re.IGNORECASE
)
# What opens a range: "between", "anywhere from"; ``word`` is its last word.
_OPENER = re.compile(
    lambda: rf"\b(?P<word>{re.any_of(group('opens_between') | group('opens_from'))})\s{{1,2}}(?:{_hedges()}\s)?$",
    re.IGNORECASE,
)


def _hedges() -> str:
    return re.any_of(group("range_hedges"))


@dataclass(slots=True)
class Quantity:
    """A number with its bounds; ``number_start``/``number_end`` leaves the qualifier out."""

    char_start: int
    char_end: int
    number_start: int
    number_end: int
    low: int | float | None
    best: int | float | None
    high: int | float | None
    qualifier: str
    kind: str
    suffix: str = ""


def _bounded(value: Value, names: Sequence[str]) -> tuple[int | float | None, ...]:
    n = value.value
    for name in names:
        if name == "at_least":
            return n, None, None, name
        if name == "at_most":
            return None, None, n, name
    if "approximate" in names:
        return n, n, n, "approximate"
    return n, n, n, "exact"


def read(view: str, values: Sequence[Value]) -> list[Quantity]:
    """The quantities that the values of a page make with the words around them, in order."""
    found: list[Quantity] = []
    i = 0
    while i < len(values):
        value = values[i]
        nxt = values[i + 1] if i + 1 < len(values) else None
        if value.kind in ("unread", "suffixed"):
            found.append(_plain(value, value.kind))
            i += 1
            continue
        minus = _minus(view, value)
        if (
            nxt is not None
            and nxt.value is not None
            and value.value is not None
            and nxt.char_start - value.char_end < _RANGE_REACH
        ):
            both = _range(view, value, nxt, minus)
            if both is not None:
                found.append(both)
                i += 2
                continue
        quantity = _single(view, value, nxt, minus)
        previous = found[-1] if found else None
        if previous is not None and _merge(view, previous, quantity):
            i += 1
            continue
        found.append(quantity)
        i += 1
    return found


def _plain(value: Value, kind: str) -> Quantity:
    n = value.value
    return Quantity(
        value.char_start, value.char_end, value.char_start, value.char_end, n, n, n, "exact", kind, value.suffix
    )


def _minus(view: str, value: Value) -> int | None:
    """Where the sign of a negative number begins, or None."""
    window = max(0, value.char_start - 12)
    may = view[window : value.char_start].rstrip().lower().endswith(tuple(group("minus")))
    word = _MINUS.search(view, window, value.char_start) if may else None
    if word:
        return word.start(1)
    at = value.char_start - 1
    if at >= 0 and view[at] in "-−" and value.char_start < len(view) and view[value.char_start].isdigit():
        before = view[at - 1] if at else " "
        if before in " (<>=~" and not view[max(0, at - 12) : at].rstrip().endswith(tuple("0123456789")):
            return at
    return None


def _single(view: str, value: Value, nxt: Value | None, minus: int | None) -> Quantity:
    start = value.char_start if minus is None else minus
    if minus is not None:
        value = value._replace(value=-value.value)
    if value.value is None:
        return _plain(value, value.kind)
    figures = _FIGURES.match(view, value.char_end)
    if figures and isinstance(value.value, int) and 3 <= value.value <= 9:
        low, high = 10 ** (value.value - 1), 10**value.value - 1
        return Quantity(start, figures.end(), start, figures.end(), low, None, high, "range", "count", value.suffix)
    opened = view[start - 1 : start] == "[" and _EDITORIAL_OPEN.search(view, max(0, start - 2), start)
    brackets = 1 if opened and view.startswith("]", value.char_end) else 0
    before, begin = qualifiers.before(view, start - brackets)
    more = nxt is not None and nxt.char_start - value.char_end < _QUALIFIER_REACH
    behind, end = qualifiers.behind(view, value.char_end + brackets, more)
    if value.kind == "vague":
        n = value.value
        return Quantity(begin if before else start, end, start, value.char_end, n, None, None, "vague", "count")
    low, best, high, qualifier = _bounded(value, [*behind, *before])
    return Quantity(begin, end, start, value.char_end, low, best, high, qualifier, value.kind, value.suffix)


def _range(view: str, a: Value, b: Value, minus: int | None) -> Quantity | None:
    """A range from two values: "1,000 to 3,000", "between five and seven", "1-3 thousand", "two or three"."""
    if (a.kind == "ordinal") != (b.kind == "ordinal") or ("ratio" in (a.kind, b.kind) and a.kind != b.kind):
        return None
    gap = view[a.char_end : b.char_start]
    start = a.char_start if minus is None else minus
    joined = _TO.fullmatch(gap) is not None and not (gap.strip() in ("-", "‐", "‑", "~") and len(gap) == 2)
    if not joined and not _AND.fullmatch(gap):
        return None
    lead = _OPENER.search(view, max(0, start - 40), start)
    word = " ".join(lead["word"].lower().split()) if lead else ""
    if not joined and word not in group("opens_between"):
        return None
    before = qualifiers.words_before(view, lead.start() if word == "from" else start)
    if (word == "from" or (before and before[-1][0] == "by")) and any(w in group("rises") for w, _ in before[-9:]):
        return None
    low = a.value if minus is None else -a.value
    high = b.value
    if (b.scale > 1 and a.scale == 1 and low < high / b.scale and "or" not in gap.lower().split()) or (
        b.scale > 1 and a.scale == 1 and low < high / b.scale and b.scale >= 100
    ):
        low = integral(low * b.scale)
    if a.kind == "vague" or b.kind == "vague":
        n = low
        _, begin = qualifiers.before(view, start)
        return Quantity(begin, b.char_end, start, b.char_end, n, None, None, "vague", "count")
    if not low < high or _CHAIN.match(view, b.char_end):
        return None
    digits = view[a.char_start : a.char_end], view[b.char_start : b.char_end]
    if digits[1].isdigit() and digits[1][0] == "0":
        return None
    alternative = "or" in gap.lower().split()
    if alternative and (high > 3 * low + 2 or (not lead and a.char_end - a.char_start > 12)):
        return None
    if lead and (word != "from" or joined):
        begin = lead.start()
    else:
        _, begin = qualifiers.before(view, start)
    _, end = qualifiers.behind(view, b.char_end, False)
    kind = "ordinal" if a.kind == "ordinal" else "ratio" if a.kind == "ratio" else "count"
    return Quantity(begin, end, start, b.char_end, low, None, high, "range", kind, b.suffix)


def _merge(view: str, a: Quantity, b: Quantity) -> bool:
    """Two bounds of one number ("more than 10 but fewer than 20"): ``a`` becomes the range of both."""
    names = {a.qualifier, b.qualifier}
    if names != {"at_least", "at_most"} or b.char_start - a.char_end > 8:
        return False
    gap = view[a.char_end : b.char_start]
    if not gap.strip() or not _OR_MORE_BOUND.fullmatch(gap) or "or" in gap.split():
        return False
    low = a.low if a.qualifier == "at_least" else b.low
    high = a.high if a.qualifier == "at_most" else b.high
    if not low < high:
        return False
    a.low, a.best, a.high, a.qualifier = low, None, high, "range"
    a.char_end, a.number_end = b.char_end, b.number_end
    return True
