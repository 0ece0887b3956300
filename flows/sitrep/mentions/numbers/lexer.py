"""Numbers as they stand on the page: digits in any grouping, and the words that write numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.matcher import Matcher
from sitrep.model import Page

# Groups of a plain space, a no-break or thin space, an apostrophe, or what a wrong decoding made of one of them.
_GROUP = r"(?:[ \u00a0\u202f\u2009\u2007'’\ufffd]|Â[\u00a0 ])"
_GLYPHS = "".join(chr(c) for c in (*range(0xBC, 0xBF), *range(0x2150, 0x215F)))
# Every repetition is bounded or followed by nothing that can fail, so the scan is linear in the page.
_DIGITS = re.compile(
    rf"(?P<fraction>\d{{1,2}}/\d{{1,2}}(?![\d/]))"
    rf"|(?P<grouped>\d{{1,3}}(?:,\d{{2,3}}){{0,6}},\d{{3}}(?![\d])(?:\.\d{{1,3}}(?!\d))?)"
    rf"|(?P<spaced>\d{{1,3}}(?:{_GROUP}\d{{3}}(?!\d)){{1,6}}(?:[.,]\d{{1,2}}(?![\d.,]))?)"
    rf"|(?P<dotted>\d{{1,3}}(?:\.\d{{3}}){{2,6}}(?![\d.])(?:,\d{{1,2}}(?!\d))?)"
    rf"|(?P<plain>\d+(?:\.\d+)*)(?P<glyph>[{_GLYPHS}])?"
    rf"|(?P<only>[{_GLYPHS}])"
)
_ANY_DIGIT = re.compile(rf"[\d{_GLYPHS}]")
_SUFFIX = re.compile(r"[^\W\d_]+")
_LONGEST = 15


class Atom(NamedTuple):
    """One written piece of a number, before grammar: ``kind`` is ``digits`` or a group of ``lexicons/number_words``.

    ``value`` is None where the characters write no single value (an IP address, a run of too many digits).
    ``suffix`` is what stands glued to digits ("mm", "th", "s").
    """

    char_start: int
    char_end: int
    kind: str
    value: int | float | None
    suffix: str = ""


@cache
def _words() -> Matcher[tuple[str, int | float]]:
    groups = lexicons.load("number_words")
    return Matcher(
        (word, (group, value))
        for group, entries in groups.items()
        if isinstance(entries, dict) and group != "abbreviated_scales"
        for word, value in entries.items()
    )


@cache
def scales() -> dict[str, int]:
    """Letters behind digits that multiply them ("k", "bn")."""
    return lexicons.load("number_words")["abbreviated_scales"]


def integral(value: float) -> int | float:
    """The value as an int where it is one: 2.5 million is 2500000, not 2500000.0."""
    nearest = round(value)
    return nearest if abs(value - nearest) < 1e-6 else value


def _value(match: re.Match[str]) -> int | float | None:
    text, form = match[0], match.lastgroup
    if len(text) > 40:
        return None
    glyph = match["glyph"] or match["only"]
    extra = unicodedata.numeric(glyph) if glyph else 0
    if form == "only":
        return extra
    if match["plain"] is not None:
        text = match["plain"]
        whole, *parts = text.split(".")
        if len(whole) > _LONGEST or len(parts) > 1:
            return None
        if not parts:
            return int(whole) + extra if extra else int(whole)
        return float(text)
    if form == "dotted":
        return integral(float(text.replace(".", "").replace(",", ".")))
    if form == "spaced":
        text = re.sub(_GROUP, "", text).replace(",", ".")
    return integral(float(text.replace(",", "")))


def _figures(page: Page) -> Iterator[re.Match[str]]:
    """What is written in digits, from left to right. The text between is passed over by a search for one sign."""
    view, at = page.view, 0
    # Where all is ASCII once it is folded there are no other digits: signs for fractions are not folded to any.
    starts = page.figures if page.folded.data else [m.start() for m in _ANY_DIGIT.finditer(view)]
    for start in starts:
        if start >= at:
            match = _DIGITS.match(view, start)
            yield match
            at = match.end()


def atoms(page: Page) -> list[Atom]:
    """The pieces of all numbers of the page, sorted by ``char_start``."""
    view = page.view
    found = [Atom(start, end, group, value) for start, end, (group, value) in _words().find(page.folded, view)]
    multipliers = scales()
    for match in _figures(page):
        start, end = match.span()
        if match.lastgroup == "fraction":
            if start and view[start - 1] in "0123456789/.,":
                found.append(Atom(start, end, "digits", None))
                continue
            over, under = map(int, match[0].split("/"))
            found.append(Atom(start, end, "fraction", over / under if under else None))
            continue
        value = _value(match)
        tail = _SUFFIX.match(view, end)
        suffix = tail[0] if tail else ""
        factor = multipliers.get(suffix.lower()) if value is not None and len(suffix) < 4 else None
        glued = (tail and view[tail.end() : tail.end() + 1].isdigit()) or (start and view[start - 1].isalpha())
        if factor and not glued:
            found.append(Atom(start, tail.end(), "digits", integral(value * factor), suffix))
        else:
            found.append(Atom(start, end, "digits", value, suffix))
    found.sort()
    return found
