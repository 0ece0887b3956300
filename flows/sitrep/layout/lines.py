"""The lines of a text, with where each stands: what every reader of plain text and Markdown starts from."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One line of a text without the white space around it; ``char_start == char_end`` where the line is blank.

    Offsets are code points, half-open. ``indent`` counts the characters of white space before the first one.
    """

    char_start: int
    char_end: int
    indent: int
    text: str


def split(text: str) -> list[Line]:
    """The lines of a text in order, blank ones too; what parts them is a line feed (``\\n``)."""
    lines: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        left = raw.lstrip()
        indent = len(raw) - len(left)
        body = left.rstrip()
        start = at + indent if body else at
        lines.append(Line(start, start + len(body), indent if body else 0, body))
        at += len(raw) + 1
    return lines
