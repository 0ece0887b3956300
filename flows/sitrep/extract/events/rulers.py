"""Whom a protest faces where its own words name nobody: those who rule the land of those who protest."""

from __future__ import annotations

from sitrep.extract.events import actors as sides
from sitrep.extract.events.actors import Actor
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import DATE, NP, SUB, VG, P
from sitrep.extract.events.words import listed

_RULING = ("GOV", "COP", "LEG")


def faced(sentence: Sentence, found: Found, state: str | None) -> Actor | None:
    """Who rules ``state`` and stands in the sentence of a protest: behind it ("rallied to make the president go"),
    or before it ("bowing to unrest, the government gave way"); not who only tells of it ("rallied, police said")."""
    if state is None:
        return None
    telling = {g for v in sentence.verbs if sentence.is_speech(v) for g in sentence.clause(v).subjects}
    doers = {link for g in found.doers for link in sentence.of_chain(g)}
    groups = [
        g
        for g, chunk in enumerate(sentence.chunks)
        if chunk.kind == NP and chunk.actors and g not in telling and g not in doers
        if not _quoted(sentence, g) and kinds()["out_of_office"].isdisjoint(texts(sentence, [g]))
    ]
    for group in sorted(groups, key=lambda g: (g < found.chunk, abs(g - found.chunk))):
        for actor in sides.of_group(sentence, group):
            ruling = actor.role in _RULING or (actor.role == "MIL" and _defied(sentence, group))
            if ruling and actor.kind != "pronoun" and actor.country in (None, state):
                return actor
    return None


def _quoted(sentence: Sentence, group: int) -> bool:
    """Does a noun group tell whose word it is ("according to the ministry")?"""
    return sentence.lower_of(group - 1) == "to" and sentence.lower_of(group - 2) == "according"


def _defied(sentence: Sentence, group: int) -> bool:
    """Does the anger of a protest hang on a noun group by "of" ("in defiance of the army")?"""
    if sentence.lower_of(group - 1) != "of" or sentence.kind(group - 2) != NP:
        return False
    return sentence.words[sentence.chunks[group - 2].end - 1].plain in kinds()["outcries"]


def pressed(sentence: Sentence, index: int, inner: int) -> list[int]:
    """Who rules and does something after, amid or for a protest ("after weeks of riots, X's president quit"), or [].

    ``inner`` is the noun group of the protest, ``index`` that of what counts it, or the same.
    """
    before = index - 1
    if sentence.lower_of(before) == "of" and sentence.kind(before - 1) == DATE:
        before -= 2
    if sentence.kind(before) not in (P, SUB):
        return []
    led = sentence.lower(before)
    if led == "of" and sentence.lower_of(before - 1) == "face":
        led = "amid"
    if led not in listed("after_words"):
        yielding = led in listed("yielding_prepositions") and sentence.kind(before - 1) == VG
        if not yielding or listed("yielding_verbs").isdisjoint(sentence.chunks[before - 1].lemmas):
            return []
    located = sentence.kind(inner + 1) == P and sentence.kind(inner + 2) == NP
    there = {place.country for place in sentence.chunks[inner + 2].places} if located else set()
    for clause in sentence.clauses():
        if not sentence.chunks[clause.index].finite or sentence.is_speech(clause.index):
            continue
        for group in clause.subjects:
            rulers = {a.country for a in sides.of_group(sentence, group) if a.role in _RULING and a.country}
            if rulers and (not there or rulers <= there):
                return [group]
    return []
