"""The words of one line of a flattened table: where they stand, how they look, what names they are part of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from sitrep import lexicons
from sitrep.folding import fold
from sitrep.shapes import shape

_COARSE = str.maketrans({"y": "#", "A": "C", "X": "C", "I": "C", "q": "C", "w": "m"})
_EDGE = "\"'“”‘’«»()[]{}.,;:!?*†‡^"


@dataclass(slots=True)
class Row:
    """One line: its words with their spans, shapes (exact and coarse), bare lower-case forms, and depth in brackets."""

    words: list[str]
    spans: list[tuple[int, int]]
    shapes: str
    coarse: str
    bare: list[str]
    inside: list[bool]
    named: list[str]


def row_of(text: str, offset: int = 0) -> Row:
    """The words of one line; ``offset`` is where the line begins in the document."""
    words, spans, at = text.split(), [], 0
    for word in words:
        at = text.index(word, at)
        spans.append((offset + at, offset + at + len(word)))
        at += len(word)
    shapes = "".join(map(shape, words))
    shapes = _join_dashes(words, shapes)
    bare = [word.strip(_EDGE).lower() or word for word in words]
    return Row(words, spans, shapes, shapes.translate(_COARSE), bare, _inside(words), _named(bare, words))


def _join_dashes(words: list[str], shapes: str) -> str:
    """A dash between two numbers or dates is a range, no empty cell: shape ``j``."""
    if "E" not in shapes:
        return shapes
    found = list(shapes)
    for i in range(1, len(words) - 1):
        if words[i] in ("-", "–", "—", "−") and shapes[i - 1] in "ymd#wt" and shapes[i + 1] in "ymd#wt":
            found[i] = "j"
    return "".join(found)


def _inside(words: list[str]) -> list[bool]:
    """For each gap, whether it stands inside brackets or quotes that both open and close in this line."""
    inside = [False] * max(0, len(words) - 1)
    opened: int | None = None
    closing = ""
    for i, word in enumerate(words):
        if opened is None:
            for sign, close in (("(", ")"), ("[", "]"), ("“", "”"), ('"', '"'), ("«", "»")):
                if word.startswith(sign) and close not in word[1:]:
                    opened, closing = i, close
                    break
                if sign in word and sign != close and word.rfind(sign) > word.rfind(close):
                    opened, closing = i, close
                    break
        elif closing in word:
            for k in range(opened, i):
                inside[k] = True
            opened = None
    return inside


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in lexicons.rows("countries"):
        for name in {value for key, value in row.items() if key in ("name", "aliases") and value}:
            for part in name.split("|"):
                words = tuple(fold(part).split())
                if words:
                    found[words[0]].append(words)
    return {first: tuple(sorted(set(many), key=len, reverse=True)) for first, many in found.items()}


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in lexicons.rows("given_names"))


@cache
def _designated() -> frozenset[str]:
    return frozenset(lexicons.load("table_words")["designated"])


def _named(bare: list[str], words: list[str]) -> list[str]:
    """For each word, its part in a name.

    ``B`` is the first of several words of a country, ``I`` a later one, ``S`` a country alone; ``G`` is a given name,
    ``dD`` a designation and what it designates, ``-`` none.
    """
    marks = ["-"] * len(bare)
    i, phrases = 0, _phrases()
    while i < len(bare):
        for name in phrases.get(bare[i], ()):
            if tuple(bare[i : i + len(name)]) == name:
                marks[i : i + len(name)] = ["S"] if len(name) == 1 else ["B", *["I"] * (len(name) - 1)]
                i += len(name) - 1
                break
        i += 1
    given, designated = _given_names(), _designated()
    for i, word in enumerate(bare):
        if marks[i] == "-" and word in given and words[i].lstrip("\"“‘'(")[:1].isupper():
            marks[i] = "G"
        elif i and marks[i] == marks[i - 1] == "-" and word in designated and _designates(words[i - 1]):
            marks[i - 1 : i + 1] = "d", "D"
    return marks


def _designates(word: str) -> bool:
    """Whether a word may be the designation in front of what it designates: "Samad-3", "14th", "T-72"."""
    return word[-1] not in ",;:)" and (word[0].isupper() or word[0].isdigit()) and any(c.isdigit() for c in word)
