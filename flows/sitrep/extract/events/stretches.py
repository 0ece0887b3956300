"""Groups of several words that are one: adverbs, times told by another one, distances, and who calls a thing so."""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.events import words as w
from sitrep.extract.events.groups import ADV, COMMA, CONJ, NP, STOP, SUB, VG, P
from sitrep.extract.events.openings import SIGN
from sitrep.extract.events.tokens import Word
from sitrep.extract.events.voice import VerbGroups
from sitrep.inflection import PAST, THIRD

_VERBAL = w.AUX | w.NEG
_LINK = w.PREP | w.SUB | w.CONJ | w.REL
# Up to how many words tell a time by another one ("in the very same week").
_TIME_SPAN = 4
# Up to how many words tell who calls an object so ("what the Turkish defence ministry called").
_NAMER_SPAN = 8


class Stretches(VerbGroups):
    """Finds where such a group ends, as an index of words."""

    def _past_adverb(self, i: int) -> int:
        """Past an adverb of several words that tells of a verb or stands apart, each of whose words is read as an
        adverb from here on ("at first condemned", not "at first light"), or ``i``."""
        words, past = self.words, self._past_words(i, w.adverbial_phrases())
        if past == i:
            return i
        behind = words[past] if past < len(words) else None
        if behind is not None and behind.lower[0].isalnum() and not self._tells_verb(i, past, behind):
            return i
        for k in range(i, past):
            words[k] = replace(words[k], classes=w.ADV, form=0)
        return past

    def _past_naming(self, i: int) -> int:
        """Past words that tell who calls the object behind them so ("bombed what Ankara described as", "seized what the
        army said was"), or ``i``."""
        words, chunks = self.words, self.chunks
        if not chunks or chunks[-1].kind not in (VG, P):
            return i
        for k in range(i + 1, min(len(words), i + _NAMER_SPAN)):
            past = self._past_words(k, w.verbs_of_naming()) if words[k].lower in w.verbs_of_naming() else k
            if past > k:
                return past if k > i + 1 else i
            if words[k].classes & _LINK or words[k].traits & SIGN:
                return i
        return i

    def _tells_verb(self, i: int, past: int, behind: Word) -> bool:
        """May words from ``i`` up to ``past``, with another one behind them, be an adverb?"""
        named = behind.place is not None or (behind.actor is not None and behind.actor.kind != "pronoun")
        if named:
            return not i and not (behind.actor and behind.actor.kind == "demonym")  # "In secret Chad sent"
        if behind.date or behind.lower in w.listed("behind_no_adverb"):
            return False
        last = self.words[past - 1]
        done = behind.form & (PAST | THIRD if last.classes & w.ADV and not last.classes & w.ADJ else PAST)
        return bool(done or behind.classes & (_VERBAL | w.ADV | w.DET | w.PREP | w.SUB | w.CONJ))

    def _past_time(self, i: int) -> int:
        """The word behind a time that is told by another one and stands apart ("That year", "Two days later"), or
        ``i``."""
        words, n = self.words, len(self.words)
        for head in range(i, min(n, i + _TIME_SPAN)):
            if words[head].classes & w.TIME:
                break
        else:
            return i
        within = words[i:head]
        if head == i or any(word.actor or word.place or word.date for word in words[i : head + 1]):
            return i
        if not all(word.number or word.classes & w.DET or word.lower in w.listed("time_pointers") for word in within):
            return i
        end = head + 1
        shifted = end < n and words[end].lower in w.listed("time_shifts")
        pointed = within[0].lower in w.listed("time_determiners") or within[-1].lower in w.listed("time_pointers")
        if not (shifted or pointed) or (self.chunks and self.chunks[-1].kind == P):
            return i
        end += shifted
        closed = end == n or not words[end].lower[0].isalnum()
        if i and self.chunks[-1].kind not in (COMMA, CONJ, STOP, SUB):
            done = end < n and words[end].form & PAST and self._behind_doer()
            return end if (closed and self.chunks[-1].kind != VG) or done else i
        opens = closed or words[end].actor or words[end].place or words[end].number or words[end].classes & w.DET
        return end if opens else i

    def _behind_doer(self) -> bool:
        """Does the last chunk but for adverbs name somebody, and has no verb told yet what he did?"""
        last = next((chunk for chunk in reversed(self.chunks) if chunk.kind != ADV), None)
        named = last is not None and last.kind == NP and last.actors
        return bool(named) and all(chunk.kind != VG for chunk in self.chunks)

    def _past_distance(self, i: int) -> int:
        """The word behind how far something is from what a preposition leads to ("some 30 km" of "some 30 km north of
        Goma"), or ``i``."""
        words = self.words
        k = i + (not words[i].number)
        if k + 2 >= len(words) or not words[k].number:
            return i
        while k + 2 < len(words) and words[k].number:
            k += 1
        measured = words[k].lower in w.listed("distances") and words[k + 1].lower in w.listed("behind_distances")
        return k + 1 if measured else i
