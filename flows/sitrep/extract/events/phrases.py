"""The words and chunks of one sentence, and what hangs on a noun group by "of"."""

from __future__ import annotations

from typing import Any

from sitrep.extract.events.acts import Act
from sitrep.extract.events.groups import ADV, DATE, MARK, NP, REL, STOP, SUB, VG, Chunk, P
from sitrep.extract.events.tokens import Tokens, Word
from sitrep.extract.events.words import Words

# What stands beside the noun groups of a clause, and is passed over; what leads a noun group, too.
SKIP = frozenset((ADV, DATE, MARK))
LED = SKIP | {P}
_PARTING = (STOP, SUB, REL)
# No rule looks further than this past either end of a sentence.
_STOPS = (STOP,) * 32


class _Chains(dict[int, list[int]]):
    """Noun groups with the "of" groups that hang on them, read when they are first asked for."""

    def __init__(self, kinds: list[str], lowers: list[str]):
        self._kinds, self._lowers = kinds, lowers

    def __missing__(self, i: int) -> list[int]:
        kinds, chain, k = self._kinds, [i], i + 1
        while kinds[k] == P and self._lowers[k] == "of" and kinds[k + 1] == NP:
            chain.append(k + 1)
            k += 2
        self[i] = chain
        return chain


class Phrases:
    """The words and chunks of one sentence; ``verbs`` are the indices of its verb groups, ``placed`` those of its noun
    groups with places."""

    def __init__(self, tokens: Tokens, chunks: list[Chunk], lexis: Words):
        self.words, self.starts, self.end = tokens.words, tokens.starts, tokens.end
        self.chunks, self.lexis = chunks, lexis
        self._n = len(chunks)
        # Stops behind the last chunk are also what stands before the first, where an index falls below 0.
        self._kinds = [chunk.kind for chunk in chunks]
        self.verbs = [i for i, kind in enumerate(self._kinds) if kind == VG]
        self._kinds += _STOPS
        self.kind = self._kinds.__getitem__
        # The first word of each chunk, in lower case.
        words = tokens.words
        self._lowers = lowers = [words[chunk.start].lower for chunk in chunks]
        self.lower = lowers.__getitem__
        # A noun group with the "of" groups that hang on it.
        self.of_chain = _Chains(self._kinds, lowers).__getitem__
        self.known_texts: dict[int, set[str]] = {}
        self.known_acts: dict[int, tuple[Act, int, int] | None] = {}
        self.known_actors: dict[tuple[int, bool], list[Any]] = {}
        self._last_at: dict[str, int] | None = None
        self._bounds: list[int] | None = None
        self._main: int | None = None
        self._negates: bool | None = None
        self.placed = [i for i, chunk in enumerate(chunks) if chunk.places]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The code points of the chunks from ``first`` to ``last`` (exclusive)."""
        return self.starts[self.chunks[first].start], self.end(self.chunks[last - 1].end - 1)

    def words_of(self, i: int) -> list[Word]:
        """The words of a chunk."""
        return self.words[self.chunks[i].start : self.chunks[i].end]

    def lower_of(self, i: int) -> str:
        """The first word of a chunk, or "" where there is none."""
        return self.lower(i) if 0 <= i < self._n else ""

    def opens_any(self, words: frozenset[str]) -> bool:
        """Does one of some words open a chunk?"""
        return not words.isdisjoint(self._lowers)

    def last_at(self, word: str) -> int:
        """The index of the last word that reads so in lower case, or -1 where there is none."""
        if self._last_at is None:
            self._last_at = {word.lower: k for k, word in enumerate(self.words)}
        return self._last_at.get(word, -1)

    def names_other(self, groups: list[int]) -> bool:
        """Does somebody stand in the groups, other than as a pronoun ("its borders", "his residence")?"""
        return any(
            actor.kind != "pronoun"
            for group in groups
            for link in self.of_chain(group)
            for actor in self.chunks[link].actors
        )

    def others(self, groups: list[int], doers: list[int]) -> list[int]:
        """Those of the groups, and of what hangs on them, that name somebody of another state than the doers."""
        own = {a.country for g in doers for link in self.of_chain(g) for a in self.chunks[link].actors}
        return [
            link
            for group in groups
            for link in self.of_chain(group)
            if any(a.kind != "pronoun" and a.country not in own for a in self.chunks[link].actors)
        ]

    def is_speech(self, i: int) -> bool:
        """Is the verb of a chunk one of speech ("said that")?"""
        return not self.lexis.speech.isdisjoint(self.chunks[i].lemmas)

    def bounds(self) -> list[int]:
        """The chunks that part clauses: stops, conjunctions and verbs of speaking."""
        if self._bounds is None:
            self._bounds = [
                i
                for i, chunk in enumerate(self.chunks)
                if chunk.kind in _PARTING or (chunk.kind == VG and self.is_speech(i))
            ]
        return self._bounds

    def told_by(self, i: int) -> int | None:
        """The verb of speaking that the act of a chunk is told by: before it, else behind it."""
        before = (k for k in reversed(self.verbs) if k < i and self.is_speech(k))
        behind = (k for k in self.verbs if k > i and self.is_speech(k))
        return next(before, next(behind, None))

    def is_object_control(self, i: int) -> bool:
        """Is the object of a chunk's verb who does the next act ("urged X to leave")?"""
        return any(lemma in self.lexis.object_control for lemma in self.chunks[i].lemmas)

    def _past_of(self, i: int) -> int:
        """Past a noun group and its "of" groups."""
        return self.of_chain(i)[-1] + 1
