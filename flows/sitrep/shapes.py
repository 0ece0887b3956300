"""What a word of a table line looks like: the evidence by which tables that lost their columns are found and cut.

A shape is one letter. Typed shapes (those in ``TYPED``) say what a cell holds and recur down a column; the others say
how a word is written.

======  =====================================================================================================
``#``   number; ``y`` a year; ``%`` percentage; ``$`` money; ``o`` ordinal; ``:`` time or score; ``~`` range
``d``   a whole date in one word; ``m`` month; ``w`` weekday; ``t`` other date word ("Present")
``R``   rating; ``E`` mark of an empty cell; ``u`` unit or thing counted, in lower case
``A``   upper case ("SAMIDRC"); ``C`` capitalised; ``X`` letters and digits mixed ("Mi-24"); ``I`` initial ("J.")
``f``   function word; ``l`` other word in lower case; ``p`` punctuation alone; ``q`` opens with a quote mark
``(``   opens with a bracket
======  =====================================================================================================
"""

from __future__ import annotations

from functools import cache, lru_cache

from sitrep import lexicons
from sitrep import patterns as re

TYPED = frozenset("#y%$o:~dmwtRE")
NUMERIC = frozenset("#y%$o:~d")

_STRIP = "\"'“”‘’«»()[]{}.,;:!?*†‡^"
_NUMERIC = re.compile(
    r"(?P<d>\d{4}-\d\d?-\d\d?|\d\d?[./]\d\d?[./]\d{2,4}|\d{4}/\d\d?/\d\d?)"
    r"|(?P<y>(?:1[0-9]|20)\d\d(?:s|[–/-]\d{2,4})?)"
    r"|(?P<o>\d+(?:st|nd|rd|th))"
    r"|(?P<p>[+−–~<>≈±-]?\d[\d.,]*(?:[–-]\d[\d.,]*)?\s?%)"
    r"|(?P<m>[+−–~<>≈±-]?(?:US|A|C)?[$€£¥₽₴]\d[\d.,]*(?:k|m|bn|b|mn|tn|M|B)?)"
    r"|(?P<t>\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)"
    r"|(?P<r>\d[\d.,]*[–—:/x×-]\d[\d.,]*)"
    r"|(?P<n>[+−–~<>≈±-]?\d[\d.,]*(?:\+|k|m|bn|°)?)"
)
_GROUP_SHAPE = {"d": "d", "y": "y", "o": "o", "p": "%", "m": "$", "t": ":", "r": "~", "n": "#"}


@cache
def _words() -> dict[str, str]:
    groups = lexicons.load("table_words")
    known: dict[str, str] = {}
    for shape, group in (
        ("E", "empty"),
        ("m", "month"),
        ("w", "weekday"),
        ("R", "rating"),
        ("t", "date_word"),
        ("u", "unit"),
    ):
        for word in groups[group]:
            known.setdefault(word, shape)
    for word in groups["function"]:
        known.setdefault(word, "f")
    return known


@cache
def _empties() -> frozenset[str]:
    return frozenset(lexicons.load("table_words")["empty"])


def is_empty_mark(text: str) -> bool:
    """Whether a cell that reads so holds nothing ("--", "n/a", "unknown")."""
    return text.strip().lower() in _empties()


@lru_cache(maxsize=16384)
def shape(word: str) -> str:
    """The shape of one word, as in the table above."""
    lower = word.lower()
    known = _words().get(lower)
    if known == "E":
        return "E"
    core = word.strip(_STRIP)
    if not core:
        return "p"
    first = core[0]
    if first.isdigit() or (len(core) > 1 and not first.isalnum() and any(c.isdigit() for c in core)):
        match = _NUMERIC.fullmatch(core)
        if match:
            return _GROUP_SHAPE[match.lastgroup or "n"]
        return "X"
    known = known or _words().get(core.partition("(")[0].lower())
    upper = first.isupper()
    if known and known != "E" and (known == "t" or upper == (known in "mwR")):
        return known
    if word[0] in "\"“‘«'":
        return "q"
    if word[0] in "([":
        return "("
    if any(c.isdigit() for c in core):
        return "X"
    if upper:
        if len(core) == 1 and word[-1] == ".":
            return "I"
        return "A" if len(core) > 1 and core.isupper() else "C"
    return "l" if first.isalpha() else "p"
