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
        body, size = raw.strip(), len(raw)
        length = len(body)
        indent = size - len(raw.lstrip()) if 0 < length < size else 0
        lines.append(Line(at + indent, at + indent + length, indent, body))
        at += size + 1
    return lines
