"""Ultimatums: what somebody is told to do "or face" something, or what will befall him unless he gives way."""

from __future__ import annotations

from sitrep.extract.events.acts import threat
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import ADV, CONJ, SUB, VG
from sitrep.extract.events.words import listed


def given(sentence: Sentence, found: list[Found]) -> Found | None:
    """The threat that a demand ends in ("told X to withdraw or face invasion"), or that tells somebody what will
    happen unless he gives way ("told X that no aid will flow unless it holds a vote"); None beside another threat."""
    if any(f.act.event_type == "THREATEN" for f in found):
        return None
    for demand in found:
        if demand.act.event_type != "REQUEST" or demand.act.frame.name == "must":
            continue
        if demand.patients and not demand.negated and demand.control is None:
            if _or_else(sentence, demand.chunk):
                return _threat(sentence, demand.chunk, demand.doers, demand.patients)
    if not sentence.opens_any(listed("ultimata")):
        return None
    unless = next((i for i, c in enumerate(sentence.chunks) if c.kind == SUB and _unless(sentence, i)), None)
    return _told(sentence, unless) if unless is not None else None


def _unless(sentence: Sentence, i: int) -> bool:
    return sentence.lower(i) in listed("ultimata")


def _or_else(sentence: Sentence, demand: int) -> bool:
    """Does a coordinator behind a demand lead to what somebody would suffer?"""
    for verb in sentence.verbs:
        if verb < demand or listed("suffering_verbs").isdisjoint(sentence.chunks[verb].lemmas):
            continue
        before = verb - 1
        while sentence.kind(before) == ADV:
            before -= 1
        if sentence.kind(before) == CONJ and sentence.lower(before) in listed("alternatives"):
            return True
    return False


def _told(sentence: Sentence, unless: int) -> Found | None:
    """The threat of who tells another one what will happen unless he does something, or None."""
    for verb in sentence.verbs:
        chunk = sentence.chunks[verb]
        if verb > unless or chunk.negated or listed("telling_verbs").isdisjoint(chunk.lemmas):
            continue
        clause = sentence.clause(verb)
        hearers, speakers = clause.objects, clause.subjects
        if clause.passive or not sentence.others(hearers, speakers):
            continue
        if any(sentence.chunks[v].modal in listed("modals_planned") for v in sentence.verbs if verb < v < unless):
            return _threat(sentence, verb, speakers, hearers)
    return None


def _threat(sentence: Sentence, chunk: int, doers: list[int], patients: list[int]) -> Found:
    main = sentence.chunks[chunk].main if sentence.kind(chunk) == VG else sentence.chunks[chunk].start
    return Found(
        threat(), main, main + 1, doers=doers, doer_rule="speaker", patients=patients, patient_rule="who is told",
        clause=sentence.clause(chunk) if sentence.kind(chunk) == VG else None, chunk=chunk,
    )  # fmt: skip
