"""Tokens that are no words of any language, and other damage of a text.

A token is garbled where it is in no word list, is no name, and has a shape that words have not: a capital or a stop
inside, letters of two scripts, marked letters in a word of no European language, consonants in heaps. Shapes are
looked for first, on the text reduced to classes of characters; the word lists (wordfreq) are asked only about what is
left, and loaded only then.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.folding import COMMON_SIGNS
from sitrep.layout.word_list import english

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HEAP = re.compile(r"[bcdfghjklmnpqrstvwxz]{6}")
# An adverb of three letters and more before its last, which it is searched for by.
_ADVERB_END = re.compile(r"ly(?= [a-z])")
_SHORTEST_ADVERB, _LONGEST_ADVERB = 3, 40
_TWO_SCRIPTS = re.compile(r"[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]")
_COMPANY = re.compile(r"(?<![\w@/.:-])(?:\w{4,40}\.[a-z]{2,10}(?:\.[a-z]{2,10})?|0x[0-9A-Fa-f]{2,16})(?![\w@/])")
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d+")
_ADDRESS = re.compile(r"[@/:%&#~=_]|\d\.\d|^\.|\A[A-Z]\.|\.[A-Z]\.")
_APOSTROPHES = ("'", "’", "‘", "ʼ", "ʻ")
_SHORTEST, _LONGEST = 4, 60
# Beside garbled tokens, what looks like an address or a number of a computer is one of them.
_COMPANY_REACH = 200
_TOKEN_CHARS = frozenset("._@/:%&#~=")
_TOKEN_REST = re.compile(r"[\w.@/:%&#~=]*")


def _table(classes: dict[str, str], rest: str) -> bytes:
    table = bytearray(rest.encode() * 256)
    for chars, name in classes.items():
        for char in chars:
            table[ord(char)] = ord(name)
    return bytes(table)


_SMALL, _CAPITAL, _DIGITS = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
_MARKED = "".join(map(chr, range(0xDF, 0x100))).replace("÷", "")
_MARKED_CAPITAL = "".join(map(chr, range(0xC0, 0xDF))).replace("×", "")
# What the encoding lacks becomes "?", and may be a letter; real question marks are taken out before.
_ENCODING = "cp1252"
_SHAPES = _table({_SMALL: "a", _CAPITAL: "A", _MARKED: "m", "?": "m", ".": ".", _DIGITS: "9"}, " ")
_CONSONANTS = _table({"bcdfghjklmnpqrstvwxz": "c"}, " ")
_LETTERS = _table({_SMALL + _CAPITAL + _MARKED + _MARKED_CAPITAL + "?": "a", "'-\x92": "h"}, " ")
_APOSTROPHE = "’"
# Each opens with what is rarest in it, which the engine skips to at once, and looks behind for what stands before it;
# the number tells how much that is.
_CLUES = ((re.compile(rb"A(?<=aA)a"), 1), (re.compile(rb"\.(?<=a\.)[aA]"), 1), (re.compile(rb"9(?<=aa9)9?aa"), 2))
_MARKED_CLUES = ((re.compile(rb"m(?:\.?[aA]|(?<=[aA]m))"), 0), (re.compile(rb"A(?<=aA)m"), 1))
_HEAPED_CLUE, _RARE_CLUE = re.compile(rb"c{6}"), re.compile(rb"q(?:(?<=[b-df-hj-np-tv-xz]q)[b-df-hj-np-tv-xz]|q)")


class _Words(NamedTuple):
    domain_ends: frozenset[str]
    before_name: frozenset[str]
    name_prefixes: frozenset[str]
    endings: tuple[str, ...]


@cache
def _words() -> _Words:
    lists = lexicons.load("token_shapes")
    return _Words(
        frozenset(lists["domain_ends"]),
        frozenset(lists["before_name"]),
        frozenset(lists["name_prefixes"]),
        tuple(lists["endings"]),
    )


# A dict, no set: the collector does not walk dicts of plain values, and would walk this set for a tenth of a second.
@cache
def _foreign() -> Mapping[str, float]:
    from wordfreq import get_frequency_dict  # the lists take a while to load, and few texts need them

    languages = ("fr", "de", "es", "pt", "tr", "pl", "it", "sv", "cs", "hu", "ro", "sh", "nl")
    found: dict[str, float] = {}
    for language in languages:
        found.update(get_frequency_dict(language, "small"))
    return found


def _encoded(text: str) -> bytes:
    """One byte a code point."""
    if text.isascii():
        return text.encode("ascii").replace(b"?", b" ")
    text = text.replace("?", " ").replace(_APOSTROPHE, "'")
    for sign in COMMON_SIGNS:
        text = text.replace(sign, " ")
    return text.encode("ascii") if text.isascii() else text.encode(_ENCODING, "replace")


def count_words(text: str) -> int:
    """The number of words of a text: runs of letters, joined by apostrophes and hyphens."""
    return (b" " + _encoded(text).translate(_LETTERS)).count(b" a")


def garbled(view: str) -> list[tuple[int, int]]:
    """The spans of the tokens of a text that are no words of any language, in order, none overlapping another.

    ``view`` is a page's text without markup; offsets are code points, half-open. Time is linear in the text.
    """
    found = sorted({span for span in _suspects(view) if _is_garbled(view, *span)})
    if not found:
        return found
    near = {
        company.span()
        for start, end in found
        for company in _COMPANY.finditer(view, max(0, start - _COMPANY_REACH), end + _COMPANY_REACH)
        if "\n" not in view[min(company.start(), start) : max(company.end(), end)]
    }
    merged: list[tuple[int, int]] = []
    for start, end in sorted(near.union(found), key=lambda span: (span[0], -span[1])):
        if not merged or start >= merged[-1][1]:
            merged.append((start, end))
    return merged


def _suspects(view: str) -> Iterator[tuple[int, int]]:
    """The tokens with a shape that words seldom have."""
    raw = _encoded(view)
    shapes = raw.translate(_SHAPES)
    for clue, before in _CLUES if b"m" not in shapes else (*_CLUES, *_MARKED_CLUES):
        yield from _tokens_at(view, clue, shapes, before)
    lowered = raw.lower()
    consonants = lowered.translate(_CONSONANTS)
    if b"cccccc" in consonants:
        yield from _tokens_at(view, _HEAPED_CLUE, consonants)
    yield from _tokens_at(view, _RARE_CLUE, lowered)
    for match in _ADVERB_END.finditer(view):
        at = match.start()
        start = shapes.rfind(b"A", max(0, at + 1 - _LONGEST_ADVERB), at + 2 - _SHORTEST_ADVERB)
        if start >= 0 and shapes.count(b"a", start, at) == at - start - 1:
            yield start, at + 2


def _tokens_at(view: str, clue: re.Pattern[bytes], classes: bytes, before: int = 0) -> Iterator[tuple[int, int]]:
    """The tokens that hold a clue, which begins so many characters before it is found."""
    reached = 0
    for match in clue.finditer(classes):
        at = match.start() - before
        if at >= reached:
            start, end, reached = _token_around(view, at)
            if end - start > _SHORTEST:
                yield start, end


def _token_around(view: str, at: int) -> tuple[int, int, int]:
    """The span of the token that holds a character, and where it ends with the signs at its end."""
    start = at
    while start > 0 and at - start < _LONGEST and (view[start - 1].isalnum() or view[start - 1] in _TOKEN_CHARS):
        start -= 1
    end = reached = _TOKEN_REST.match(view, at + 1, at + _LONGEST).end()
    while end > start and view[end - 1] in _TOKEN_CHARS:
        end -= 1
    return start, end, reached


@lru_cache(maxsize=1 << 12)
def _is_known(word: str) -> bool:
    lowered = unicodedata.normalize("NFKC", word).lower()
    known = english()
    return len(lowered) < 3 or lowered in known or (lowered[-1] == "s" and lowered[:-1] in known)


def _is_garbled(view: str, start: int, end: int) -> bool:
    token = view[start:end]
    if _ADDRESS.search(token) or not token.replace(".", "").isalnum():
        return False
    if "." in token:
        return _is_garbled_dotted(token.split("."))
    if not token.isascii() and _TWO_SCRIPTS.search(token):
        return True
    if token[1:] != token[1:].lower():
        return _is_garbled_camel(token)
    if not token.isascii():
        return _is_garbled_marked(token) and not _ends_name(view, start)
    if any(char.isdigit() for char in token):
        return token[0].islower() and not all(_is_known(part) for part in _PARTS.findall(token))
    if _is_known(token):
        return False
    if token.endswith("ly") and token[0].isupper():
        before = _WORD.findall(view, max(0, start - 24), start)
        return bool(before) and before[-1].islower() and before[-1] not in _words().before_name
    return token[0].islower() or "q" in token or bool(re.search(r"[bcdfghjklmnpqrstvwxz]{7}", token))


def _ends_name(view: str, start: int) -> bool:
    """Whether a name in a transliteration begins before an apostrophe here: ``P'yŏngyang``."""
    before = view[max(0, start - 4) : start]
    return before[-1:] in _APOSTROPHES and any(char.isupper() for char in before)


def _is_garbled_marked(token: str) -> bool:
    """Marked letters in a token of one script: a name, a foreign word, or else no word."""
    if not any(char.isascii() and char.isalpha() for char in token) or _is_known(token):
        return False
    if token[0].isupper() and not token.lower().endswith(_words().endings) and not _HEAP.search(token):
        return False
    return token.lower() not in _foreign()


def _is_garbled_dotted(parts: list[str]) -> bool:
    """A stop inside: an address, an abbreviation, two sentences run together, or else no word."""
    if parts[-1].lower() in _words().domain_ends and all(part.isascii() for part in parts):
        return False
    for part in parts[1:]:
        if len(part) < 3 or part.isupper() or not part.isalpha():
            continue
        if part[0].islower() and (part != part.lower() or not _is_known(part)):
            return True
        if part != part.capitalize() and _is_garbled_camel(part):
            return True
        if not part.isascii() and _is_garbled_marked(part):
            return True
    return False


def _is_garbled_camel(token: str) -> bool:
    """A capital inside: a brand, a name, words run together, or else no word."""
    if _is_known(token) or not token.isalpha():
        return False
    parts = _PARTS.findall(token)
    if parts and parts[0].lower() in _words().name_prefixes:
        return False
    unknown = [part for part in parts if len(part) > 3 and not _is_known(part)]
    if token.isascii():
        return token[0].islower() and sum(map(len, unknown)) >= 5
    return any(_is_garbled_marked(part) for part in unknown)
