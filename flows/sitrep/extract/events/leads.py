"""What the words of a sentence leave possible: which of its verb and noun groups may name an act, and which acts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from sitrep.extract.events.acts import Act, kinds, nouns, verbs
from sitrep.extract.events.groups import NP, VG, Chunk, P
from sitrep.extract.events.tokens import Word
from sitrep.folding import fold


class _Lead(NamedTuple):
    """An act with the words that must all stand in its sentence, and the sets of which one word each must."""

    act: Act
    all_of: frozenset[str]
    one_of: tuple[frozenset[str], ...]

    @property
    def company(self) -> frozenset[str]:
        """Words of which one must stand in the sentence; empty where none must."""
        if self.all_of:
            return frozenset((max(self.all_of, key=len),))
        return self.one_of[0] if self.one_of else frozenset()


@cache
def _verb_leads(lemma: str) -> tuple[frozenset[str], tuple[_Lead, ...]]:
    """Words of which one must stand beside a verb of an act (none: empty), and its acts in their order."""
    leads = tuple(map(_lead, verbs()[lemma]))
    wanted = [lead.company for lead in leads]
    return frozenset().union(*wanted) if all(wanted) else frozenset(), leads


def _lead(act: Act) -> _Lead:
    known = kinds()
    wanted = [
        frozenset().union(*(_last_words(name) for name in names))
        for names in (act.needs, act.needs_any)
        if names and all(name in known for name in names)
    ]
    if act.needs_head:
        wanted.append(frozenset(fold(word).split()[-1] for word in act.needs_head))
    if act.needs_prep:
        wanted.append(frozenset(prep.split()[-1] for prep, _ in act.needs_prep))
    return _Lead(act, frozenset(part for word in act.words[1:] for part in fold(word).split()), tuple(wanted))


@cache
def _last_words(kind: str) -> frozenset[str]:
    return frozenset(fold(word).split()[-1] for word in kinds()[kind])


def _possible(leads: Iterable[_Lead], vocabulary: set[str]) -> list[Act]:
    """The acts among some leads that a sentence of this vocabulary (folded words) may hold."""
    found = []
    for act, all_of, one_of in leads:
        if all_of <= vocabulary:
            for words in one_of:
                if words.isdisjoint(vocabulary):
                    break
            else:
                found.append(act)
    return found


def _by_of(words: list[Word], chunks: list[Chunk], i: int) -> bool:
    """Does a noun group hang on another one by "of"?"""
    before = chunks[i - 1] if i > 1 else None
    return before is not None and before.kind == P and words[before.start].lower == "of" and chunks[i - 2].kind == NP


class Leads:
    """``verbs``: verb group to the acts it may name, where it may name any; ``nouns``: noun groups that may name one.

    A necessary condition only, told from single words, so that a sentence without a lead needs no further reading.
    ``demands`` says whether somebody must do something here.
    """

    __slots__ = ("demands", "nouns", "verbs")

    def __init__(self, words: list[Word], chunks: list[Chunk], vocabulary: set[str]):
        self.verbs: dict[int, list[Act]] = {}
        self.nouns: set[int] = set()
        self.demands = False
        heads, listed = nouns(), verbs()
        for i, chunk in enumerate(chunks):
            if chunk.kind == NP:
                if words[chunk.end - 1].lower in heads:
                    self.nouns.add(i)
                    if _by_of(words, chunks, i):
                        self.nouns.add(i - 2)
            elif chunk.kind == VG:
                acts: list[Act] = []
                for lemma in chunk.lemmas:
                    if lemma in listed:
                        company, leads = _verb_leads(lemma)
                        if not company or not company.isdisjoint(vocabulary):
                            acts.extend(_possible(leads, vocabulary))
                if acts or chunk.adjective:
                    self.verbs[i] = acts
                if chunk.modal == "must":
                    self.demands = True

    def __bool__(self) -> bool:
        return bool(self.verbs or self.nouns or self.demands)
