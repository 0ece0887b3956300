"""Whose an act is that a noun names ("X's jailing of Y", "its deportation of Z", "his arrest by X"), and whether it is
told as done."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import ADV, CONJ, DATE, NP, P
from sitrep.extract.events.words import GENITIVES, listed

# Acts that a noun with an owner and an object tells as done, and not as wanted or offered.
_DEEDS = (
    "ASSAULT", "COERCE", "SANCTION", "CONCEDE", "AID", "AGREE", "COOPERATE", "SUPPORT", "CONSULT", "REJECT", "ACCUSE",
    "THREATEN", "REQUEST",
)  # fmt: skip


def is_told(sentence: Sentence, found: Found, governor: Clause | None, index: int) -> bool:
    """Is an act of somebody's, done to somebody, told as done: as what does something, is judged or is resented?"""
    if found.doer_rule != "modifier" or found.act.event_type not in _DEEDS or found.act.frame.name == "visit":
        return False
    if not found.patient_rule.startswith("noun:") or not _hits(sentence, found):
        return False
    judged = governor is not None and index in governor.objects
    if not (_owned(sentence, index, found) or (judged and found.act.event_type == "ASSAULT")):
        return False
    if governor is not None and index in governor.subjects:
        verb = sentence.chunks[governor.index]
        halted = not sentence.lexis.light["stop"].isdisjoint(verb.lemmas)
        called_off = halted and governor.passive and found.act.event_type == "CONSULT"
        return verb.finite and not verb.modal and not verb.copula and not called_off
    if judged:
        return not listed("judging_verbs").isdisjoint(sentence.chunks[governor.index].lemmas)
    fronted = index == 1 and any(sentence.chunks[v].finite for v in sentence.verbs)  # "After X's raid, prices rose"
    return sentence.lower_of(index - 1) in listed("deed_prepositions") and (
        fronted or any(v < index for v in sentence.verbs)
    )


def settle(sentence: Sentence, found: Found, index: int) -> bool:
    """Gives an act that a possessive pronoun owns the owner that the sentence names; False where nothing tells him."""
    chunk = sentence.chunks[index]
    opening = sentence.words[chunk.start]
    if not opening.classes & w.POSS:
        return True
    if found.doer_rule == "noun:by":
        if not found.patients and found.act.event_type in _DEEDS:
            found.patients, found.patient_rule = [index], "possessor"  # "his arrest by X"
        return True
    if found.doer_rule != "modifier" or any(actor.kind != "pronoun" for actor in chunk.actors):
        return True
    owner = _joined_owner(sentence, index)
    if owner is not None:
        found.doers = [owner]
        return True
    told = next((c for c in reversed(list(sentence.clauses())) if c.index < index), None)
    if told is None or listed("judging_verbs").isdisjoint(sentence.chunks[told.index].lemmas):
        return True
    if index in told.objects:
        return not told.subjects  # "X condemned its seizure of": of somebody told before
    judged = [*told.objects, *(told.subjects if told.passive else [])]
    if sentence.lower_of(index - 1) in listed("deed_prepositions") and sentence.names_other(judged):
        found.doers, found.doer_rule = judged[:1], "modifier"  # "denounced X over its seizure of"
    return True


def _joined_owner(sentence: Sentence, index: int) -> int | None:
    """The group with a name in the genitive that the group is joined to ("X's raid on Y and its deportation of Z")."""
    if sentence.kind(index - 1) != CONJ:
        return None
    k = index - 2
    while k >= 0 and sentence.kind(k) in (NP, P, ADV, DATE):
        if sentence.kind(k) == NP and _genitive(sentence, k):
            return k
        k -= 1
    return None


def _genitive(sentence: Sentence, group: int) -> bool:
    """Does a name in the genitive stand in a noun group, before its head?"""
    chunk = sentence.chunks[group]
    inside = sentence.words[chunk.start : chunk.end - 1]
    return any(word.actor is not None and word.lower.endswith(GENITIVES) for word in inside)


def _owned(sentence: Sentence, index: int, found: Found) -> bool:
    return (
        _genitive(sentence, index)
        or bool(sentence.words[sentence.chunks[index].start].classes & w.POSS)
        or found.doers != [index]
    )


def _hits(sentence: Sentence, found: Found) -> bool:
    """Does somebody, or do people or a place, stand in what it is done to?"""
    told = (link for g in found.patients for link in sentence.of_chain(g))
    named = any(sentence.chunks[link].actors or sentence.chunks[link].places for link in told)
    words = texts(sentence, found.patients)
    return named or not (words.isdisjoint(kinds()["people"]) and words.isdisjoint(kinds()["craft"]))
