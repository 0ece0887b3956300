"""Acts told in the passive: whether one is, and who does it."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import Act
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause, Preps
from sitrep.extract.events.groups import NP
from sitrep.inflection import PARTICIPLE

# Frames whose verb, with no object behind its past form, is a participle; and of strikes, the modes.
_PASSIVE_ALONE = ("direct", "kill", "coerce", "free", "accuse", "criticise", "sanction", "praise", "seize")
_PASSIVE_STRIKES = ("destroy", "air-defence", "firearms", "kill", "injure")


def is_passive(sentence: Sentence, clause: Clause, act: Act, objects: list[int], preps: Preps, end: int) -> bool:
    """Is the act told in the passive, or by a past form that is read as a participle ("Two killed in Odesa")?"""
    chunk, frame = sentence.chunks[clause.index], act.frame
    if clause.passive:
        return True
    if objects or not chunk.form & PARTICIPLE or chunk.end - chunk.start != 1:
        return False
    if frame.name in ("deploy", "mobilize", "send") and not act.needs_subject:
        return True
    if not frame.object or not chunk.finite:
        return False
    if any(c.kind == NP and chunk.end <= c.start < end for c in sentence.chunks):
        return False
    return (
        any(p == "by" and not sentence.by_means(gs) for p, gs in preps)
        or frame.name in _PASSIVE_ALONE
        or act.mode == "order"
        or (frame.name == "strike" and act.mode in _PASSIVE_STRIKES)
    )


def agents(sentence: Sentence, clause: Clause, act: Act, preps: Preps) -> list[int]:
    """Who does what the subject undergoes: behind "by", of what two do together also behind "between"."""
    found = [g for p, gs in preps if p == "by" for g in gs]
    if act.frame.together:
        found = next((gs for p, gs in preps if p in w.listed("pair_prepositions") and len(gs) > 1), found)
    if not found and act.frame.name == "accuse":
        found = _behind_charge(sentence, clause)
    return found


def _behind_charge(sentence: Sentence, clause: Clause) -> list[int]:
    """Who accuses, named behind what the charge is ("was accused of shelling the town by X")."""
    for charge in sentence.clauses():
        if charge.governor == clause.index and sentence.chunks[charge.index].gerund:
            return next((gs for prep, gs in charge.preps if prep == "by" and sentence.names_other(gs)), [])
    return []
