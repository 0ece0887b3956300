"""A spelling that may be a place's, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.places import gazetteer
from sitrep.mentions.places.gazetteer import Place
from sitrep.model import Sentence

_NEXT_SPACED = re.compile(r"[ \t\xa0]{1,3}([^\W\d_][\w’'ʼ-]*)")
_LAST_WORD = re.compile(r"[^\W\d_][\w’'.-]*\Z")
_SPACES = " \t\xa0"
POSSESSIVE_ENDS = "s'’"
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\Z")
_ARTICLE = re.compile(r"\b[Tt]he[ \t\xa0]{1,3}\Z")
_LOOK_BACK = 40


@dataclass(slots=True, unsafe_hash=True)
class Candidate:
    """A spelling found: its span, and what it may stand for in our own lists (``own``) and among the cities.

    ``before`` is the word before it in its sentence and where that begins, ``following`` the word behind it (group 1).
    """

    start: int
    end: int
    spelling: str
    own: tuple[Place, ...]
    cities: tuple[Place, ...]
    sentence: Sentence
    lone: bool
    before: tuple[int, str] | None
    following: re.Match[str] | None


@cache
def lists() -> dict[str, frozenset[str]]:
    """The groups of ``place_context``."""
    return {group: frozenset(entries) for group, entries in lexicons.load("place_context").items()}


def words(group: str) -> frozenset[str]:
    """A group of ``place_context``."""
    return lists()[group]


def word_after(view: str, at: int, limit: int) -> re.Match[str] | None:
    """The word behind ``at`` after nothing but spaces (group 1)."""
    return _NEXT_SPACED.match(view, at, limit)


def word_before(view: str, at: int, floor: int) -> tuple[int, str] | None:
    """Where the word before ``at`` begins, and the word, with nothing but spaces between; None where there is none."""
    low = max(floor, at - _LOOK_BACK)
    begin = view.rfind(" ", low, at - 1) + 1 or low
    word = view[begin : at - 1]
    if word.isalpha() and view[at - 1] == " ":
        return begin, word
    stretch = view[low:at]
    bare = stretch.rstrip(_SPACES)
    if not bare or len(bare) == len(stretch) or len(stretch) - len(bare) > 3:
        return None
    found = _LAST_WORD.search(bare, bare.rfind(" ") + 1)
    return (low + found.start(), found[0]) if found else None


def article_before(view: str, at: int, floor: int) -> int:
    """Where the article right before ``at`` begins; ``at`` where there is none."""
    found = _ARTICLE.search(view, max(floor, at - 8), at)
    return found.start() if found else at


def strip_possessive(word: str) -> str:
    return POSSESSIVE.sub("", word) if word[-1:] in POSSESSIVE_ENDS else word


@lru_cache(maxsize=65536)
def parts(word: str) -> tuple[str, ...]:
    """A word folded, in the pieces that its hyphens and apostrophes make of it, less its possessive."""
    return tuple(gazetteer.key(POSSESSIVE.sub("", word)).split(" "))
