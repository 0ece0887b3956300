"""Tokens that are no words of any language, and other damage of a text."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def count_words(text: str) -> int:
    """The number of words of a text: runs of letters, joined by apostrophes and hyphens."""
    return len(_WORD.findall(text))


def garbled(view: str) -> list[tuple[int, int]]:
    """The spans of the tokens of a text that are no words, in order."""
    return []
