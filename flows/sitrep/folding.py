"""Text folded for lookup, without moving a single offset."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache

_NOT_WORD = re.compile(r"[\W_]")
_ASCII = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else 32 for code in range(256))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# The only code point whose lower-case form is longer than itself.
_DOTTED_I = "\u0130"
# Letters that Unicode does not decompose, with the base letter that transliterations give them.
_STROKED = str.maketrans("øđłħıŧæœß", "odlhitaos")


# A text of more different signs than this is of no Latin script: to look at each of them beats searching for each.
_FEW = 24


@cache
def _base_of(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].translate(_STROKED)
    return " " if _NOT_WORD.match(base) else base


def _base(match: re.Match[str]) -> str:
    return _base_of(match[0])


def _based(text: str) -> str:
    """The text with each character beyond ASCII as the base letter it has, or a space."""
    others = set(_NOT_ASCII.findall(text))
    if len(others) > _FEW:
        return _NOT_ASCII.sub(_base, text)
    for char in others:
        text = text.replace(char, _base_of(char))
    return text


def fold(text: str) -> str:
    """Lower case, no accents, every character that is no letter or digit a space; length and offsets as in ``text``."""
    if text.isalnum() and text.isascii():  # one word, as most entries of lexicons are
        return text.lower()
    if not text.isascii():
        text = _based(text.replace(_DOTTED_I, "I").lower())
        if not text.isascii():
            return _NOT_WORD.sub(" ", text)
    # What is ASCII by now, as most text is, is translated as bytes at a fraction of the cost.
    return text.encode("ascii").translate(_ASCII).decode("ascii")


_SPACES = re.compile(r" {2,}")


class Folded:
    """A folded text with its runs of spaces made one and a space at each end, and the way back to the offsets before.

    ``text`` is what phrases are looked up in; ``offset(i)`` is the code point of the unfolded text that
    ``text[i]`` came from. ``unsqueezed`` is the text folded with its offsets as they were.
    """

    __slots__ = ("_shifts", "_starts", "text", "unsqueezed")

    def __init__(self, text: str):
        self.unsqueezed = fold(text)
        padded = f" {self.unsqueezed} "
        self.text = f" {' '.join(padded.split())} "
        starts, shifts = self._starts, self._shifts = [0], [-1]
        shift = -1
        for run in _SPACES.finditer(padded):
            start, end = run.span()
            shift += end - start - 1
            shifts.append(shift)
            starts.append(end - shift - 1)

    def offset(self, i: int) -> int:
        return i + self._shifts[bisect_right(self._starts, i) - 1]
