"""What the words of a sentence leave possible: which of its verb and noun groups may name an act, and which acts."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import NamedTuple

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import Act, kinds, nouns, passives, verbs
from sitrep.extract.events.groups import NP, VG, Chunk, P
from sitrep.extract.events.tokens import Word
from sitrep.folding import fold


class _Lead(NamedTuple):
    """An act with its place among those of its verb, the words that must all stand in its sentence, and the sets of
    which one word each must."""

    act: Act
    rank: int
    all_of: frozenset[str]
    one_of: tuple[frozenset[str], ...]


class _Leads(NamedTuple):
    """The acts of a verb: those of several words by one of these, the others, and the words of which one must stand in
    the sentence (none: empty)."""

    by_word: dict[str, list[_Lead]]
    others: list[_Lead]
    company: frozenset[str]


@cache
def _verb_leads(lemma: str) -> _Leads:
    found = _Leads({}, [], frozenset())
    wanted: list[frozenset[str]] = []
    for rank, act in enumerate(verbs()[lemma]):
        lead = _lead(act, rank)
        if lead.all_of:
            word = max(lead.all_of, key=len)
            found.by_word.setdefault(word, []).append(lead)
            wanted.append(frozenset((word,)))
        else:
            found.others.append(lead)
            wanted.append(lead.one_of[0] if lead.one_of else frozenset())
    return found._replace(company=frozenset().union(*wanted)) if all(wanted) else found


def _lead(act: Act, rank: int) -> _Lead:
    known = kinds()
    wanted = [
        frozenset().union(*(_last_words(name) for name in names))
        for names in (act.needs, act.needs_any)
        if names and all(name in known for name in names)
    ]
    if act.needs_adverb:
        wanted.append(act.needs_adverb)
    if act.needs_head:
        wanted.append(frozenset(fold(word).split()[-1] for word in act.needs_head))
    if act.needs_prep:
        wanted.append(frozenset(prep.split()[-1] for prep, _ in act.needs_prep))
    needed = (word for word in act.words[1:] if word not in w.listed("articles"))
    return _Lead(act, rank, frozenset(part for word in needed for part in fold(word).split()), tuple(wanted))


@cache
def _last_words(kind: str) -> frozenset[str]:
    return frozenset(fold(word).split()[-1] for word in kinds()[kind])


_rank = attrgetter("rank")


def _possible(lemma: str, vocabulary: set[str]) -> list[Act]:
    """The acts of a verb that a sentence of this vocabulary (folded words) may hold, in their order."""
    by_word, others, company = _verb_leads(lemma)
    if company and company.isdisjoint(vocabulary):
        return []
    lacks = vocabulary.isdisjoint
    found = [lead for lead in others if not any(map(lacks, lead.one_of))]
    for word in by_word.keys() & vocabulary:
        for lead in by_word[word]:
            if lead.all_of <= vocabulary and not any(map(lacks, lead.one_of)):
                found.append(lead)
    if len(found) > 1:
        found.sort(key=_rank)
    return [lead.act for lead in found]


def _by_of(words: list[Word], chunks: list[Chunk], i: int) -> bool:
    """Does a noun group hang on another one by "of"?"""
    before = chunks[i - 1] if i > 1 else None
    return before is not None and before.kind == P and words[before.start].lower == "of" and chunks[i - 2].kind == NP


class Leads:
    """``verbs``: verb group to the acts it may name, where it may name any; ``nouns``: noun groups that may name one.

    A necessary condition only, told from single words, so that a sentence without a lead needs no further reading.
    ``demands`` are the verb groups of what somebody must or should do.
    """

    __slots__ = ("demands", "nouns", "verbs")

    def __init__(self, words: list[Word], chunks: list[Chunk], vocabulary: set[str]):
        self.verbs: dict[int, list[Act]] = {}
        self.nouns: set[int] = set()
        self.demands: set[int] = set()
        heads, listed, told, hypothetical = nouns(), verbs(), passives(), w.listed("modals_hypothetical")
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
                        acts += _possible(lemma, vocabulary)
                if chunk.passive and words[chunk.main].lower in told:
                    acts = [*told[words[chunk.main].lower], *acts]
                if acts or chunk.adjective:
                    self.verbs[i] = acts
                if chunk.modal in hypothetical:
                    self.demands.add(i)

    def __bool__(self) -> bool:
        return bool(self.verbs or self.nouns or self.demands)
