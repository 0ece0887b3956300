"""Text folded for lookup, without moving a single offset."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import accumulate, count
from operator import add

from sitrep import patterns as re

_NOT_WORD = re.compile(r"[\W_]")
_ASCII = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else 32 for code in range(256))
_ASCII_BYTES = bytes(range(128))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# Beyond ASCII most texts have nothing but these, which are no letters.
COMMON_SIGNS = "’“”–—\u00a0…‘•"
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


@cache
def _ascii_of(char: str) -> str:
    """The folded form of a character beyond ASCII, if that is ASCII; else nothing."""
    base = _base_of("i" if char == _DOTTED_I else char.lower())
    return base if base.isascii() else ""


def beyond_ascii(text: str) -> str:
    """The characters of a text that are beyond ASCII, without the others."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII_BYTES).decode("utf-8", "surrogatepass")


def fold(text: str) -> str:
    """Lower case, no accents, every character that is no letter or digit a space; length and offsets as in ``text``."""
    if text.isalnum() and text.isascii():  # one word, as most entries of lexicons are
        return text.lower()
    if not text.isascii():
        for sign in COMMON_SIGNS:
            text = text.replace(sign, " ")
    if not text.isascii():
        signs = set(beyond_ascii(text))
        if len(signs) > _FEW or not all(map(_ascii_of, signs)):
            text = _NOT_ASCII.sub(_base, text.replace(_DOTTED_I, "I").lower())
            if not text.isascii():
                return _NOT_WORD.sub(" ", text)
        else:
            for sign in signs:
                text = text.replace(sign, _ascii_of(sign))
    # What is ASCII by now, as most text is, is translated as bytes at a fraction of the cost.
    return text.encode("ascii").translate(_ASCII).decode("ascii")


_RUN = re.compile(r" {2,}")
_END = "\0"
_ASCII_PHRASES = bytes((0, *_ASCII[1:]))
_NOT_IN_PHRASES = re.compile(r"[^\w\0]|_")


def keys(phrases: Iterable[str]) -> list[str]:
    """Phrases folded, with the words of each parted by one space: all of a lexicon at a time, which is far faster."""
    phrases = list(phrases)
    if not phrases:
        return []
    text = _END.join(phrases)
    if not text.isascii():
        text = _NOT_ASCII.sub(_base, text.replace(_DOTTED_I, "I").lower())
    if text.isascii():
        text = text.encode("ascii").translate(_ASCII_PHRASES).decode("ascii")
    else:
        text = _NOT_IN_PHRASES.sub(" ", text)
    text = _RUN.sub(" ", text).replace(f" {_END}", _END).replace(f"{_END} ", _END)
    return text.strip(" ").split(_END)


# A run of spaces, and those of it that are more than two.
_SPACES = re.compile(r"  ( *)")


class Folded:
    """A folded text with its runs of spaces made one and a space at each end, and the way back to the offsets before.

    ``text`` is what phrases are looked up in; ``offset(i)`` is the code point of the unfolded text that
    ``text[i]`` came from. ``ends`` tells where each stretch without such a run ends, and ``shifts`` how far all behind
    the runs before it was moved. ``unsqueezed`` is the text folded with its offsets as they were; ``data`` is ``text``
    as bytes, where it is ASCII, else nothing.
    """

    __slots__ = ("data", "ends", "shifts", "text", "unsqueezed")

    def __init__(self, text: str):
        self.unsqueezed = fold(text)
        parts = _SPACES.split(f" {self.unsqueezed} ")
        self.text = " ".join(parts[::2])
        self.data = self.text.encode() if self.text.isascii() else b""
        self.ends = list(map(add, accumulate(map(len, parts[::2])), count(1)))
        self.shifts = list(map(add, accumulate(map(len, parts[1::2]), initial=0), count(-1)))

    def offset(self, i: int) -> int:
        return i + self.shifts[bisect_right(self.ends, i)]
