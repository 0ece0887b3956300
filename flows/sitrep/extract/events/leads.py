"""What the words of a sentence leave possible: which of its verb and noun groups may name an act, and which acts."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import NamedTuple

from sitrep.extract.events import orders
from sitrep.extract.events import words as w
from sitrep.extract.events.acts import Act, kinds, passives, ranked, verbs, worded
from sitrep.extract.events.company import ALWAYS, Company, Vocabulary, joined, last_word, last_words, of_kinds
from sitrep.extract.events.groups import NP, VG, Chunk, P
from sitrep.extract.events.openings import ACT
from sitrep.extract.events.tokens import Word
from sitrep.folding import fold


class _Lead(NamedTuple):
    """An act behind its place among those of its verb, and what it asks for: a word of one of some kinds (bits), and of
    others as well, all of some words, and of some sets of words one each."""

    rank: int
    act: Act
    kinds: int
    kinds_near: int
    all_of: frozenset[str]
    one_of: tuple[frozenset[str], ...]


class _Leads:
    """The acts of a verb: those that ask for nothing (``free``), those of one word that ask for something (``bound``),
    and those of several words, by one of these; each behind its rank. ``company`` is what all but the free ask for.
    """

    __slots__ = ("_lemma", "_ranks", "_several", "bound", "company", "free", "words")

    def __init__(self, lemma: str):
        self._lemma = lemma
        self._ranks: dict[str, list[int]] = {}
        self._several: dict[str, list[_Lead]] = {}
        self.bound: list[_Lead] = []
        self.free: list[tuple[int, Act]] = []
        articles = w.listed("articles")
        for rank, words in enumerate(worded(lemma)):
            needed = [word for word in words[1:] if word not in articles]
            if needed:
                self._ranks.setdefault(last_word(max(needed, key=len)), []).append(rank)
                continue
            lead = _lead(ranked(lemma, rank), rank)
            if lead.kinds == lead.kinds_near == ALWAYS and not lead.one_of:
                self.free.append((rank, lead.act))
            else:
                self.bound.append(lead)
        self.words = frozenset(self._ranks)
        self.company = joined([Company(self.words, 0), *map(_first, self.bound)])

    def of_several(self, word: str) -> list[_Lead]:
        """The acts of several words that are known by one of these."""
        if word not in self._several:
            self._several[word] = [_lead(ranked(self._lemma, rank), rank) for rank in self._ranks[word]]
        return self._several[word]


_verb_leads = cache(_Leads)


def _first(lead: _Lead) -> Company:
    """One of the conditions of an act of one word."""
    if lead.kinds == ALWAYS and lead.one_of:
        return Company(lead.one_of[0], 0)
    return Company(frozenset(), lead.kinds)


def _lead(act: Act, rank: int) -> _Lead:
    known = kinds().keys()
    of, near = (of_kinds(names) if names and names <= known else ALWAYS for names in (act.needs, act.needs_any))
    wanted: list[frozenset[str]] = []
    if act.needs_adverb:
        wanted.append(act.needs_adverb)
    if act.needs_head:
        wanted.append(last_words(act.needs_head))
    if act.needs_prep:
        wanted.append(frozenset(prep.split()[-1] for prep, _ in act.needs_prep))
        brought = frozenset().union(*(names for _, names in act.needs_prep))
        if near == ALWAYS and brought <= known:
            near = of_kinds(brought)
    told = act.words[1:-1] if w.ends_in_owner(act.words) else act.words[1:]
    needed = (word for word in told if word not in w.listed("articles"))
    return _Lead(rank, act, of, near, frozenset(part for word in needed for part in fold(word).split()), tuple(wanted))


_RANK = itemgetter(0)


def _possible(lemma: str, vocabulary: Vocabulary) -> list[Act]:
    """The acts of a verb that a sentence of this vocabulary may hold, in their order."""
    leads = _verb_leads(lemma)
    words, present = vocabulary.words, vocabulary.kinds
    lacks = words.isdisjoint
    found = leads.free
    beside, any_of = leads.company
    if any_of & present or not lacks(beside):
        found = found + [
            (rank, act)
            for rank, act, of, near, _, one_of in leads.bound
            if of & present and near & present and not (one_of and any(map(lacks, one_of)))
        ]
        for word in leads.words & words:
            for rank, act, of, near, all_of, one_of in leads.of_several(word):
                if all_of <= words and of & present and near & present and not (one_of and any(map(lacks, one_of))):
                    found.append((rank, act))
        found.sort(key=_RANK)
    return [act for _, act in found]


def _by_of(words: list[Word], chunks: list[Chunk], i: int) -> bool:
    """Does a noun group hang on another one by "of"?"""
    before = chunks[i - 1] if i > 1 else None
    return before is not None and before.kind == P and words[before.start].lower == "of" and chunks[i - 2].kind == NP


def code_name(words: list[Word], chunk: Chunk) -> int | None:
    """The word of a noun group before the code name of an operation ("Operation Rising Lion"), or None."""
    for k in range(chunk.start, chunk.end - 1):
        if words[k].lower in w.listed("coded_nouns") and words[k].text[0].isupper() and words[k + 1].text[0].isupper():
            return k
    return None


class Leads:
    """``verbs``: verb group to the acts it may name, where it may name any; ``nouns``: noun groups that may name one.

    A necessary condition only, told from single words, so that a sentence without a lead needs no further reading.
    ``demands`` are the verb groups of what somebody must or should do.
    """

    __slots__ = ("demands", "nouns", "verbs")

    def __init__(self, words: list[Word], chunks: list[Chunk], vocabulary: Vocabulary):
        self.verbs: dict[int, list[Act]] = {}
        self.nouns: set[int] = set()
        self.demands: set[int] = set()
        listed = verbs().phrases
        told, hypothetical, telling = passives(), w.listed("modals_hypothetical"), w.listed("telling_verbs")
        coded = not w.listed("coded_nouns").isdisjoint(vocabulary.words)
        for i, chunk in enumerate(chunks):
            if chunk.kind == NP:
                if words[chunk.end - 1].traits & ACT or (coded and code_name(words, chunk) is not None):
                    self.nouns.add(i)
                    if _by_of(words, chunks, i):
                        self.nouns.add(i - 2)
            elif chunk.kind == VG:
                acts: list[Act] = []
                for lemma in () if chunk.lasting else chunk.lemmas:
                    if lemma in listed:
                        acts += _possible(lemma, vocabulary)
                if chunk.passive and not chunk.lasting and words[chunk.main].lower in told:
                    acts = [*told[words[chunk.main].lower], *acts]
                if acts or chunk.adjective:
                    self.verbs[i] = acts
                if chunk.modal in hypothetical or (
                    not telling.isdisjoint(chunk.lemmas) and orders.is_telling(words, chunk)
                ):
                    self.demands.add(i)

    def __bool__(self) -> bool:
        return bool(self.verbs or self.nouns or self.demands)
