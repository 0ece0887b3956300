"""Lines of values parted by commas (RFC 4180): no space behind a comma, and quotation marks around a value with one."""

from __future__ import annotations

from sitrep import patterns as re

# A value in quotation marks, where a pair of them stands for one; else all up to the next comma.
_VALUE = re.compile(r'"((?:[^"]|"")*+)"(?=,|\Z)|([^,]*)')
_QUOTED = re.compile(r'"(?:[^"]|"")*+"')
# Digits in groups of three are one number, which these commas do not part; nor do wide gaps stand in such lines.
_NO_VALUES = re.compile(r"\d,\d{3}(?!\d)|  |\t")


def values(line: str) -> list[tuple[int, int]]:
    """The spans of the values of a line (half-open), without the quotation marks around them."""
    found, at = [], 0
    while at <= len(line) and (match := _VALUE.match(line, at)) is not None:
        found.append(match.span(1 if match[1] is not None else 2))
        at = match.end() + 1
    return found


def counts(line: str) -> int:
    """How many values a line parts by commas; 0 where it may be prose or a number ("Chad, Mali", "5,000,000")."""
    if "," not in line or _NO_VALUES.search(_QUOTED.sub("", line) if '"' in line else line):
        return 0
    found = values(line)
    last = len(found) - 1
    for i, (start, end) in enumerate(found):
        quoted = start > 0 and line[start - 1] == '"'
        if not quoted and (line[start : start + 1] == " " or (i < last and line[end - 1 : end] == " ")):
            return 0
    return len(found)
