"""Find any of many phrases in a text in one pass, whole words only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick

from sitrep import patterns as re
from sitrep.folding import Folded, keys

T = TypeVar("T")

_START = itemgetter(1)
_END_FIRST = itemgetter(2, 1)
# Up to how many characters of texts phrases are looked up by words.
_FEW_CHARACTERS = 2000
_BREAK = re.compile(r"[,;:!?()\[\]{}\"“”«»|•]|\.(?=\s)|\n\s*\n")


@dataclass(slots=True, unsafe_hash=True)
class Match(Generic[T]):
    """A phrase found: its half-open span in code points, and what the phrase stands for."""

    char_start: int
    char_end: int
    value: T


class Automaton:
    """Folded phrases of which each place in a folded text is told where one stands as whole words.

    To compile them takes as long as to look up the words of some pages one by one, which is done with the first.
    """

    def __init__(self, keys: Iterable[str]):
        self._keys = list(keys)
        self._before_compiling = _FEW_CHARACTERS

    @cached_property
    def _phrases(self) -> list[str]:
        return [f" {key} " for key in self._keys]

    @cached_property
    def _of_bytes(self) -> BytesAhoCorasick:
        # Bytes are searched in three fifths of the time, and the offsets in ASCII are the same.
        return BytesAhoCorasick([phrase.encode() for phrase in self._phrases])

    @cached_property
    def _beyond_ascii(self) -> AhoCorasick:
        return AhoCorasick(self._phrases)

    @cached_property
    def _numbers(self) -> tuple[dict[str, tuple[int, ...]], int]:
        """The numbers of each phrase, and how many words the longest has."""
        numbers = {key: (number,) for number, key in enumerate(self._keys)}
        if len(numbers) < len(self._keys):
            for number, key in enumerate(self._keys):
                numbers[key] = tuple(sorted({*numbers[key], number}))
        return numbers, max((key.count(" ") for key in numbers), default=0) + 1

    def hits(self, folded: Folded) -> list[tuple[int, int, int]]:
        """The number of each phrase found and its half-open span in ``folded.text``, with a space at either end.

        Those that overlap are all told, in the order of their ends.
        """
        if self._before_compiling > 0:
            self._before_compiling -= len(folded.text)
            if self._before_compiling > 0:
                return self._hits_by_word(folded.text)
            self.__dict__.pop("_numbers", None)  # asked for no more
        if folded.data:
            return self._of_bytes.find_matches_as_indexes(folded.data, overlapping=True)
        return self._beyond_ascii.find_matches_as_indexes(folded.text, overlapping=True)

    def _hits_by_word(self, text: str) -> list[tuple[int, int, int]]:
        numbers, longest = self._numbers
        words, at = text.split(" ")[1:-1], 0
        found: list[tuple[int, int, int]] = []
        for i in range(len(words)):
            end = at + 1
            for word in words[i : i + longest]:
                end += len(word) + 1
                found += [(number, at, end) for number in numbers.get(text[at + 1 : end - 1], ())]
            at += len(words[i]) + 1
        return sorted(found, key=_END_FIRST)


class Matcher(Generic[T]):
    """A set of phrases compiled once, searched in time linear in the text.

    Phrases and text are compared folded (``folding.fold``), so case, accents, hyphens and apostrophes do not matter,
    and a phrase matches whole words only. Raises ValueError for a phrase with no letter or digit, or for two phrases
    that fold to the same form with different values.
    """

    @classmethod
    def of_keys(cls, known: dict[str, T]) -> Matcher[T]:
        """A matcher of phrases that ``folding.keys`` has folded. Raises ValueError for one that nothing is left of."""
        if "" in known:
            raise ValueError(f"a phrase for {known['']!r} has no letter or digit; remove it or spell it out")
        matcher = cls.__new__(cls)
        matcher._compile(known)
        return matcher

    def __init__(self, phrases: Mapping[str, T] | Iterable[tuple[str, T]]):
        pairs = list(phrases.items() if isinstance(phrases, Mapping) else phrases)
        known: dict[str, T] = {}
        for key, (phrase, value) in zip(keys(phrase for phrase, _ in pairs), pairs, strict=True):
            if not key:
                raise ValueError(f"phrase {phrase!r} has no letter or digit; remove it or spell it out")
            if known.setdefault(key, value) != value:
                raise ValueError(f"phrase {phrase!r} stands for both {known[key]!r} and {value!r}; keep one")
        self._compile(known)

    def _compile(self, known: dict[str, T]) -> None:
        self._values = list(known.values())
        self._is_long = [" " in key for key in known]
        self._automaton = Automaton(known)

    def find(self, folded: Folded, text: str) -> list[tuple[int, int, T]]:
        """The longest matches from left to right that do not overlap: offsets into ``text``, and the phrase's value.

        ``folded`` is ``Folded(text)``, made once and shared by all matchers. A phrase of several words is not found
        across punctuation that parts clauses, or across a blank line.
        """
        found: list[tuple[int, int, T]] = []
        hits = self._automaton.hits(folded)
        # They come by their ends: turned round and sorted by their starts, the longest of those that begin together
        # is the first.
        hits.reverse()
        hits.sort(key=_START)
        values, is_long, ends, shifts, last = self._values, self._is_long, folded.ends, folded.shifts, 0
        for index, a, b in hits:
            if a < last:
                continue
            start = a + 1 + shifts[bisect_right(ends, a + 1)]
            if is_long[index]:
                end = b - 1 + shifts[bisect_right(ends, b - 2)]
                if _BREAK.search(text, start, end):
                    continue
            else:
                end = start + b - a - 2
            last = b - 2
            found.append((start, end, values[index]))
        return found
