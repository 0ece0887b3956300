"""How far lines look like a table whose columns were lost: what they hold, graded, and weighed by a small net.

``tabular_lines.json`` holds its weights, numbers only, by the names of ``GRADES``, ``SHAPES`` and ``BESIDE``. It is
written by ``tests/benchmarks/train_regions.py``, from tables of Wikipedia and from lines that are none.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.inflection import third
from sitrep.shapes import NUMERIC, TYPED, shape

BULLET = re.compile(r"\s*(?:[*+•▪●◦‣·>#]|[-–—]\s|\d{1,3}[.)]\s|\([a-z\d]{1,3}\)|!?\[)")
# A sign alone is the mark of an empty cell, and the stop behind initials or "p.m." is part of the word.
# It stands first, and what is before it is looked at behind: the engine then skips to the signs at once.
SENTENCE_END = re.compile(r"[.?!:;,…](?<![\s–—-].)(?<!\s\?.)(?<![^\w][A-Za-z].)(?<!\.[A-Za-z].)[\"”’)\]]*$")
EDGE = "\"'“”‘’()[]:,*#"
_STOPS = frozenset(".?!…")
_CLOSING = '"”’)]'
_LINKED = re.compile(r"\]\(|://|@")
# The words of one date are one value.
_VALUES = re.compile(f"[{re.escape(''.join(sorted(TYPED)))}]+")
_VALUE = re.compile(r"[#o]?m[#o]?y?|[dwt]+|.")
# Shapes that tell a column no better than others do.
_COARSE = str.maketrans({"y": "#", "A": "C", "I": "C", "w": "m"})
# A label ends in a colon within so many words; a value at so many places from either end of the lines marks a column,
# where so great a share of the lines has it.
_LABEL_WORDS, _DEEP, _MOST_LINES = 5, 4, 0.7
# Two names of columns in a line tell as much as more do.
_MOST_NAMES = 2

# What is graded, and where each grade begins. Of the first line, which may name columns: words that columns are named
# by and their share of it, values, the share of words in lower case, its words, and these over the mean of the others.
# Of the lines below, shares of lines unless said otherwise: how many there are; with a value, with several; the
# greatest share with the same kind of value at one place, and how many places have it in most; words in lower case,
# words that only join others, and values among all words; ending as a sentence, or in another sign; opening in lower
# case; with the commonest first and last shape; the spread of their words over the mean, and the mean; of one word;
# telling that somebody says or does something; with links; how alike the shapes of neighbours are; in capitals; with
# a label; commas a line; with a bullet.
GRADES = {
    "names": (1, 2, 3, 4),
    "names_share": (0.01, 0.2, 0.34, 0.5, 0.75, 1),
    "head_values": (1, 2),
    "head_lower": (0.01, 0.2, 0.4, 0.6),
    "head_words": (2, 3, 4, 6, 9, 15),
    "head_ratio": (0.3, 0.5, 0.7, 0.9, 1.1, 1.5, 2.5),
    "lines": (3, 4, 6, 10),
    "valued": (0.01, 0.3, 0.6, 0.85, 1),
    "several": (0.01, 0.3, 0.6, 0.85, 1),
    "anchored": (0.3, 0.5, 0.7, 0.8, 0.9, 1),
    "anchors": (1, 2, 3, 4),
    "lower": (0.01, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5),
    "joining": (0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3),
    "values": (0.01, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8),
    "stops": (0.01, 0.2, 0.34, 0.6, 0.9),
    "other_ends": (0.01, 0.2, 0.5, 0.9),
    "opening_lower": (0.01, 0.2, 0.5),
    "first_shape": (0.5, 0.7, 0.9, 1),
    "last_shape": (0.5, 0.7, 0.9, 1),
    "spread": (0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1),
    "words": (2, 3, 4, 6, 9, 13, 18, 25),
    "single": (0.01, 0.2, 0.5, 0.9),
    "telling": (0.01, 0.2, 0.5),
    "linked": (0.01, 0.3),
    "alike": (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75),
    "capitals": (0.01, 0.5, 1),
    "labelled": (0.01, 0.3, 0.7),
    "commas": (0.01, 0.2, 0.5, 1, 2),
    "bulleted": (0.01, 0.5, 1),
}
# And of the first line: its first and last shape, how it ends, what it and the second line hold.
SHAPES = ("head_first", "head_last", "head_end", "head_form", "second_form")
# Of a line beside those, above or below: the same as of a first line, and whether it ends as a sentence.
BESIDE = {
    "names": (1, 2, 3),
    "values": (1, 2),
    "lower": (0.01, 0.2, 0.4, 0.6),
    "ratio": (0.3, 0.5, 0.7, 0.9, 1.1, 1.5, 2.5),
}


class Line(NamedTuple):
    """A line of at least one word: its words, their shapes in full and coarse, and what is asked of it."""

    words: list[str]
    shapes: str
    coarse: str
    pairs: frozenset[str]
    values: int
    end: str
    tells: bool
    linked: bool
    capitals: bool
    labelled: bool
    commas: int
    bulleted: bool


def line_of(text: str) -> Line:
    """What one line holds."""
    words = text.split()
    shapes = "".join(map(shape, words))
    coarse = shapes.translate(_COARSE)
    ends = SENTENCE_END.search(text) is not None
    last = text.rstrip(_CLOSING)[-1:] or text[-1]
    return Line(
        words, shapes, coarse, frozenset(map("".join, pairwise(f"^{coarse}$"))), _n_values(shapes),
        ("stop" if last in _STOPS else last) if ends else "",
        any(word.strip(EDGE).lower() in _present_verbs() for word in words[1:]),
        _LINKED.search(text) is not None, text.isupper(), any(word.endswith(":") for word in words[:_LABEL_WORDS]),
        sum(word.endswith(",") for word in words), BULLET.match(text) is not None,
    )  # fmt: skip


def _n_values(shapes: str) -> int:
    """How many values a line of such shapes holds."""
    return sum(len(_VALUE.findall(run)) for run in _VALUES.findall(shapes))


def n_names(words: Sequence[str]) -> int:
    """How many of some words are those that columns are named by."""
    return sum(word.strip(EDGE).lower() in _column_names() for word in words)


def score(lines: Sequence[Line], first: int, end: int) -> float:
    """The log odds that the lines ``first`` to ``end`` are a table, its header first if it has one, against none."""
    net = _net()
    straight, *units = map(sum, zip(*[net.marks[m] for m in marks(lines, first, end) if m in net.marks], strict=True))
    return straight + sum([max(unit, 0.0) * weight for unit, weight in zip(units, net.out, strict=True)])


def marks(lines: Sequence[Line], first: int, end: int) -> Iterator[str]:
    """What tells of a table in the lines ``first`` to ``end``, each with its grade ("anchored 3")."""
    yield "all"
    head, body = lines[first], lines[first + 1 : end]
    for name, value in _graded(head, body):
        yield f"{name} {bisect_right(GRADES[name], value)}"
    for name, value in zip(
        SHAPES, (head.coarse[0], head.coarse[-1], head.end, _form(head), _form(body[0])), strict=True
    ):
        yield f"{name} {value}"
    mean = sum([len(line.words) for line in body]) / len(body)
    for side, others in (("above", lines[:first]), ("below", lines[end:])):
        for line in others:
            yield f"{side} {line.end}"
            for name, value in _beside(line, mean):
                yield f"{side} {name} {bisect_right(BESIDE[name], value)}"


def _form(line: Line) -> str:
    """Whether a line may be one of names of columns: those that it names, and whether it holds values or words."""
    numeric = {s for s in line.shapes if s in NUMERIC}
    form = "years" if numeric == {"y"} else "values" if numeric else "words" if _lower(line.shapes) else "capitals"
    return f"{form} {min(n_names(line.words), _MOST_NAMES)}"


def _beside(line: Line, mean: float) -> Iterator[tuple[str, float]]:
    yield "names", n_names(line.words)
    yield "values", sum(s in NUMERIC for s in line.shapes)
    yield "lower", _lower(line.shapes) / len(line.words)
    yield "ratio", len(line.words) / mean


def _graded(head: Line, body: Sequence[Line]) -> Iterator[tuple[str, float]]:
    n, shapes = len(body), "".join([line.shapes for line in body])
    mean, all_words = len(shapes) / n, len(shapes)
    names = n_names(head.words)
    yield "names", names
    yield "names_share", names / len(head.words)
    yield "head_values", sum(s in NUMERIC for s in head.shapes)
    yield "head_lower", _lower(head.shapes) / len(head.words)
    yield "head_words", len(head.words)
    yield "head_ratio", len(head.words) / mean
    yield "lines", n
    yield "valued", sum([not NUMERIC.isdisjoint(line.shapes) for line in body]) / n
    yield "several", sum([line.values > 1 for line in body]) / n
    anchors = list(_anchors(body))
    yield "anchored", max(anchors)
    yield "anchors", sum([share >= _MOST_LINES for share in anchors])
    yield "lower", _lower(shapes) / all_words
    yield "joining", shapes.count("f") / all_words
    yield "values", sum([s in TYPED for s in shapes]) / all_words
    yield "stops", sum([line.end == "stop" for line in body]) / n
    yield "other_ends", sum([line.end not in ("", "stop") for line in body]) / n
    yield "opening_lower", sum([line.shapes[0] in "flu" for line in body]) / n
    for name, at in (("first_shape", 0), ("last_shape", -1)):
        yield name, Counter([line.coarse[at] for line in body]).most_common(1)[0][1] / n
    yield "spread", (sum([(len(line.words) - mean) ** 2 for line in body]) / n) ** 0.5 / mean
    yield "words", mean
    yield "single", sum([len(line.words) == 1 for line in body]) / n
    yield "alike", sum([len(a.pairs & b.pairs) / len(a.pairs | b.pairs) for a, b in pairwise(body)]) / (n - 1)
    yield "commas", sum([line.commas for line in body]) / n
    yield "telling", sum([line.tells for line in body]) / n
    yield "linked", sum([line.linked for line in body]) / n
    yield "capitals", sum([line.capitals for line in body]) / n
    yield "labelled", sum([line.labelled for line in body]) / n
    yield "bulleted", sum([line.bulleted for line in body]) / n


def _lower(shapes: str) -> int:
    return shapes.count("f") + shapes.count("l")


def _anchors(body: Sequence[Line]) -> Iterator[float]:
    """For each place near the start and the end of lines, the greatest share of lines with the same kind of value."""
    for side in (1, -1):
        for depth in range(_DEEP):
            at = Counter([s[::side][depth] for line in body if len(s := line.coarse) > depth])
            yield max([many for s, many in at.items() if s in TYPED], default=0) / len(body)


@cache
def _column_names() -> frozenset[str]:
    groups = lexicons.load("table_words")
    return frozenset(word for name in ("column_name", "column_tail", "rank_name", "date_of") for word in groups[name])


@cache
def _present_verbs() -> frozenset[str]:
    """Verbs in the third person of the present that are no nouns."""
    groups = lexicons.load("never_nouns")
    return frozenset(third(verb) for name in ("never_nouns", "no_plurals") for verb in groups[name])


class _Net(NamedTuple):
    """What each mark adds to the log odds and to each of some units; what each unit, above 0, adds to the log odds."""

    marks: dict[str, list[float]]
    out: list[float]


@cache
def _net() -> _Net:
    stored = json.loads(files("sitrep.layout").joinpath("tabular_lines.json").read_text(encoding="utf-8"))
    return _Net(stored["marks"], stored["out"])
