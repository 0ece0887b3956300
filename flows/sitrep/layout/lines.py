"""The lines of a text, with where each stands: what every reader of plain text and Markdown starts from."""

from __future__ import annotations

from itertools import accumulate, count
from operator import add, sub
from typing import NamedTuple


class Lines(NamedTuple):
    """The lines of a text in order, blank ones too; what parts them is a line feed (``\\n``). One list a fact.

    ``texts`` are the lines without the white space around them, ``indented`` without that behind them alone, and
    ``indents`` count its characters. ``starts`` and ``ends`` are where the texts stand, as code points, half-open; the
    two are the same where a line is blank.
    """

    texts: list[str]
    indented: list[str]
    starts: list[int]
    ends: list[int]
    indents: list[int]


def split(text: str) -> Lines:
    """The lines of a text."""
    raw = text.split("\n")
    begins = list(map(add, accumulate(map(len, raw), initial=0), count()))
    indented = list(map(str.rstrip, raw))
    texts = list(map(str.lstrip, indented))
    ends = list(map(add, begins, map(len, indented)))
    starts = list(map(sub, ends, map(len, texts)))
    return Lines(texts, indented, starts, ends, list(map(sub, starts, begins)))
