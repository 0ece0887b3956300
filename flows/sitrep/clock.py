"""Times of day in four figures that open the entries of a live page or a war diary: "2214: Second ship hit"."""

from __future__ import annotations

from collections.abc import Iterable

from sitrep import patterns as re

_HOUR = re.compile(r"(?P<hour>(?:[01]\d|2[0-3])[0-5]\d)(?:\s?(?:[A-Z]{1,4}|h(?:rs)?))?(?=\s*(?:[:.|–—-]\s|:?\s*\Z))")
# No text tells of a year before or after these in the head of an entry.
_YEARS = range(1400, 2101)
_MIN_ENTRIES = 3


def hours(lines: Iterable[tuple[int, str]]) -> frozenset[int]:
    """The places, out of (place, line), of lines that open with a time of day.

    Several open so, and one of them with what can be no year: a chronicle's "1939:" and "1945:" are none.
    """
    found = [(place, int(match["hour"])) for place, line in lines if line[:1] in "012" and (match := _HOUR.match(line))]
    if len(found) < _MIN_ENTRIES or all(hour in _YEARS for _, hour in found):
        return frozenset()
    return frozenset(place for place, _ in found)
