"""The words of one line of a flattened table: where they stand, how they look, what names they are part of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from sitrep import lexicons
from sitrep.extract.tables.classes import class_of
from sitrep.folding import fold
from sitrep.shapes import shape

_COARSE = str.maketrans({"y": "#", "A": "C", "X": "C", "I": "C", "q": "C", "w": "m"})
_COMMON = (5_000, 20_000, 100_000)
_DAYS = 31
_EDGE = "\"'“”‘’«»()[]{}.,;:!?*†‡^"


@dataclass(slots=True)
class Row:
    """One line: its words with their spans, shapes (exact and coarse), bare lower-case forms, and depth in brackets.

    ``named`` is the part of each word in a name, ``common`` how common it is in English (0 rare or none, to 4).
    ``classes`` are those of ``classes.class_of``.
    """

    words: list[str]
    spans: list[tuple[int, int]]
    shapes: str
    coarse: str
    bare: list[str]
    inside: list[bool]
    named: list[str]
    common: str
    classes: list[int]


def row_of(text: str, offset: int = 0) -> Row:
    """The words of one line; ``offset`` is where the line begins in the document."""
    words, spans, at = text.split(), [], 0
    for word in words:
        at = text.index(word, at)
        spans.append((offset + at, offset + at + len(word)))
        at += len(word)
    shapes = "".join(map(shape, words))
    shapes = _join_dashes(words, shapes)
    spelt = list(map(bare, words))
    coarse, named = shapes.translate(_COARSE), _named(spelt, words)
    common, classes = "".join(map(_common, spelt)), list(map(class_of, words))
    return Row(words, spans, shapes, coarse, spelt, _inside(words), named, common, classes)


def bare(word: str) -> str:
    """A word in lower case, without the signs around it."""
    return word.strip(_EDGE).lower() or word


def _join_dashes(words: list[str], shapes: str) -> str:
    """A dash between two numbers or dates is a range, no empty cell: shape ``j``."""
    if "E" not in shapes:
        return shapes
    found = list(shapes)
    for i in range(1, len(words) - 1):
        day = shapes[i + 1 : i + 3] == "#m" and shapes[i - 1] == "#" and not is_day(words[i - 1])
        if words[i] in ("-", "–", "—", "−") and shapes[i - 1] in "ymd#wt" and shapes[i + 1] in "ymd#wt" and not day:
            found[i] = "j"
    return "".join(found)


def is_day(word: str) -> bool:
    """Whether a number may be a day of a month."""
    return word.isdecimal() and len(word) < 3 and 0 < int(word) <= _DAYS


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
def _frequencies() -> dict[str, float]:
    from wordfreq import get_frequency_dict  # the list takes a while to load, and few texts need it

    return get_frequency_dict("en", "small")


def _common(word: str) -> str:
    """How common a word is, in steps of its frequency per thousand million words."""
    share = _frequencies().get(word)
    return "0" if share is None else str(1 + sum(share * 1e9 >= least for least in _COMMON))


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The names of states, and those of several words of places, armed groups, bodies and agencies, by first word."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for lexicon, least in (("countries", 1), ("places", 2), ("armed_groups", 2), ("bodies", 2), ("agencies", 2)):
        for row in lexicons.rows(lexicon, ("name", "country")):
            for name in "|".join(filter(None, map(row.get, ("name", "aliases", "spellings")))).split("|"):
                words = tuple(fold(name).split())
                if len(words) >= least and name[:1].isupper():
                    found[words[0]].add(words)
    return {first: tuple(sorted(many, key=lambda name: (-len(name), name))) for first, many in found.items()}


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in lexicons.rows("given_names"))


@cache
def _designated() -> frozenset[str]:
    return frozenset(lexicons.load("table_words")["designated"])


def _named(bare: list[str], words: list[str]) -> list[str]:
    """For each word, its part in a name.

    ``B`` is the first of several words of a known name, ``I`` a later one, ``S`` a country alone; ``G`` is a given
    name, ``dD`` a designation and what it designates, ``-`` none.
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
