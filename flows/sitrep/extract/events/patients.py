"""Whom an act is done to where its object or preposition names nobody, or nobody of a state: what the object tells."""

from __future__ import annotations

from sitrep.extract.events import owners, phrasal
from sitrep.extract.events import words as w
from sitrep.extract.events.acts import Act
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.found import HOLDER, Found

# Acts whose object may tell whom they are aimed at by whose it is.
_OF_OTHERS = ("REQUEST", "PROTEST")
# Acts whose object may be known by whom it holds.
_STRUCK = ("ASSAULT", "COERCE")
# Acts whose object may be known by whose it is said to be behind it.
_OWNED = ("SANCTION", "AID", "CONCEDE")
# Acts whose object may be known by the one other state that it is told of.
_AIMED = ("THREATEN", "REJECT")
# Acts by which envoys are sent or recalled, whom only the place of their post tells.
_POSTING = ("SANCTION", "SUPPORT")


def settle(sentence: Sentence, clause: Clause, act: Act, found: Found, end: int) -> None:
    """Put whom the object belongs to, holds or is aimed at for the patient, where that tells more. In place.

    ``end`` is the word behind the verb of ``act``.
    """
    aside = act.mode == "release" and not owners.of_state(sentence, found.patients)  # "gave X's dead to the Red Cross"
    # "Shut X's embassy in Paris": not who is where it is, but whose it is.
    aside = aside or (act.event_type == "SANCTION" and found.patient_rule in ("", "prep:in", "prep:on"))
    others = sentence.others(found.things, found.doers) if aside else []
    if act.mode == "release" and not owners.of_state(sentence, found.patients):
        freed_to = [g for prep, groups in clause.preps if prep == "to" for g in groups]
        others = others or [g for g in sentence.others(freed_to, found.doers) if _is_state(sentence, g)]
    if others and owners.of_state(sentence, others[:1]):
        found.patients, found.patient_rule = others[:1], "of the object"
    elif not found.patients:
        found.patients, found.patient_rule = owners.within(sentence, found)
    told = any(a.country for g in found.patients for a in sentence.chunks[g].actors)
    if act.event_type in _STRUCK and not (told and owners.named(sentence, found.patients)):
        held = owners.holders(sentence, found.patients)
        if held:
            found.things, found.patients, found.patient_rule = found.patients, held, HOLDER
    if act.mode == "allow" and not owners.of_state(sentence, found.patients):
        let = owners.within(sentence, found)
        found.patients, found.patient_rule = let if let[0] else (found.patients, found.patient_rule)
    if act.event_type in _OWNED and not owners.of_state(sentence, found.patients):
        held = owners.holders(sentence, found.things or found.patients)
        if held:
            found.patients, found.patient_rule = held, "owner of the object"
    if act.event_type in _AIMED and found.doers and not owners.named(sentence, found.patients):
        aimed = owners.aimed_at(sentence, found)
        if aimed:
            found.things, found.patients, found.patient_rule = found.things or found.patients, aimed, "only other"
    asked = owners.of_state(sentence, found.patients)
    if act.event_type == "REQUEST" and found.patient_rule == "prep:from" and found.doers:
        asked = asked and bool(sentence.others(found.patients, found.doers))  # "X demanded Y's pullout from its soil"
    if found.act.event_type in _OF_OTHERS and not asked:
        ruling = act.event_type == "PROTEST"  # "over the government's decision"
        whose = [g for g in owners.about(sentence, found) if ruling or owners.of_state(sentence, [g])]
        if whose:
            found.patients, found.patient_rule = whose[:1], "of the object"
    paired = act.frame.together and len(found.doers) > 1
    if (
        act.frame.subject == "actor1"
        and not paired
        and (not owners.named(sentence, found.patients) or _is_left(sentence, act, found))
    ):
        inside = [
            i
            for i in phrasal.inside(sentence, clause, act, end)
            if not sentence.words[sentence.chunks[i].start].classes & w.POSS
        ]
        if not found.patients or owners.of_state(sentence, inside):
            found.things = found.things or found.patients  # "refused X entry to its port"
            found.patients, found.patient_rule = inside, "modifier" if inside else ""
    if act.event_type in _POSTING and not owners.of_state(sentence, found.patients):
        posted = [g for g in clause.objects if owners.posted(sentence, g)]
        if posted:
            found.patients, found.patient_rule = posted[:1], "where the envoy is"  # "recalled its ambassador to X"


def _is_state(sentence: Sentence, group: int) -> bool:
    """Is it a state that a noun group names ("released ten hostages to Israel")?"""
    return any(actor.kind == "state" for actor in sentence.chunks[group].actors)


def _is_left(sentence: Sentence, act: Act, found: Found) -> bool:
    """Does the verb end in the place that somebody is driven out of ("drove the Italians out of Oslo")?"""
    out = " ".join(act.words[-2:]) in w.listed("leaving_prepositions")
    return out and bool(found.patients) and all(sentence.chunks[g].places for g in found.patients)
