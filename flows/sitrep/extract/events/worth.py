"""Whether what is told is an act at all, and whether somebody known stands behind it, so that it makes a row."""

from __future__ import annotations

from sitrep.extract.events.actors import GUESSED, Actor
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.valency import ALONE, VIOLENT
from sitrep.extract.events.words import listed
from sitrep.model import OF_NO_STATE

# Roles of those who fight, and of those who act for a state.
_FIGHTING = ("MIL", "REB")
_STATE = ("GOV", "STA")
# Types of acts that a noun tells done to somebody, whoever did them ("the arrest of 55 soldiers").
_BY_SOMEBODY = ("COERCE", "CONCEDE")
# Acts told also where those who do them belong to no state that the text names ("critics accused", "activists urged").
_BY_ANYBODY = ("REQUEST", "ACCUSE", "PROTEST", "SUPPORT", "REJECT")
# Acts that artists and athletes do too, and not only in figures of speech.
_BY_ARTISTS = ("REQUEST", "ACCUSE", "PROTEST", "SUPPORT")
# Frames of journeys, and kinds of mention that are where they go to.
_JOURNEYS = ("come", "visit")
_PLACED = ("seat", "state", "inferred", "thing")
_PLAIN = ("subject", "coordination", "light verb", "speaker")


def is_act(scene: Scene, doer: Actor | None, patient: Actor | None) -> bool:
    """Is it an act of conflict or of politics, and nothing that goes on at home or in a figure of speech?"""
    found = scene.found
    if scene.event_type not in _BY_ARTISTS and _is_idle(scene):
        return False  # "the Swedish singer took Berlin by storm"
    if scene.event_type == "ASSAULT" and scene.laid and found.negated:
        return False  # "the bomb did not explode"
    if scene.event_type == "ASSAULT" and _is_drilled(scene):
        return False  # "stormed a beach in war games"
    if found.act.event_type == "CONCEDE" and found.act.mode == "allow" and doer is not None:
        allowed = (a for g in found.things for a in scene.sentence.chunks[g].actors)
        if any(a.role == "MIL" and a.country == doer.country for a in allowed):
            return False  # "authorised its forces to deploy"
    if found.act.mode in ("ease", "ceasefire") and doer is not None and _keeps_order(scene, doer):
        return False  # "sent soldiers to stop attacks"
    if (
        found.act.mode == "discuss"
        and patient is None
        and doer
        and doer.role in ("JUD", "MED", "CVL")
        and doer.kind != "pronoun"
    ):
        return False  # courts and commentators debate among themselves
    if scene.event_type == "THREATEN" and doer is None and found.negated:
        return False  # "will not be bullied"
    if scene.event_type == "AGREE" and found.act.mode == "promise" and doer and patient and doer.country:
        if doer.country == patient.country and patient.kind == "people" and patient.role in (None, "CVL"):
            return False  # what a government promises its people is policy
    ordered = found.act.mode == "order" or not listed("directing_verbs").isdisjoint(found.act.words[:1])
    if ordered and doer and patient and doer.country and doer.country == patient.country:
        if doer.role in _STATE and patient.role in _STATE:
            return False  # a government that orders its own offices: law and policy
    if found.act.frame.name == "menace" and found.clause is not None and found.clause.passive:
        abroad = doer and patient and doer.country and patient.country and doer.country != patient.country
        warlike = doer is not None and doer.role in ("MIL", "REB", "GOV", "STA") and scene.sweeping
        if not (warlike or abroad):  # "any ship will be sunk"
            return False  # "the guilty will be punished" is law and order
    if doer is not None and doer.via == "context" and found.doer_rule in ("passive subject", "noun:of", "modifier"):
        if not (scene.event_type in ALONE and doer.role in _FIGHTING and scene.told_passive):
            return False  # "two brigades were rushed to X" is told of the army that the text tells of
    if scene.event_type in ("SUPPORT", "AID", "CONSULT") and doer and patient and doer.country == patient.country:
        if doer.country and patient.kind == "state" and (doer.kind == "state" or doer.role == "CVL"):
            return False  # a state does not help itself: the doer is somebody else; its people "defend its freedom"
        if scene.event_type == "SUPPORT" and doer.country and patient.kind in ("people", "demonym"):
            if patient.role in (None, "CVL"):
                return False  # "stands up for our workers": what a government says of itself
        told = ("coreference", "context") if scene.event_type == "SUPPORT" else ("coreference",)
        if doer.country and not set(told).isdisjoint((doer.via, patient.via)):
            return False
    if (
        patient
        and doer
        and patient.kind == "pronoun"
        and patient.country == doer.country is not None
        and scene.event_type not in VIOLENT
        and (patient.role == doer.role or "REB" not in (patient.role, doer.role))
    ):
        return False
    if found.act.frame.name == "come" and doer and patient and doer.via in ("context", "setting", "inferred"):
        if doer.country == patient.country:
            return False  # "the army chief arrived in Ankara": from where nobody says
    if scene.event_type == "CONSULT" and patient is None and _are(scene, "sitting_bodies"):
        return False  # "the cabinet met": with nobody
    if found.act.frame.name in _JOURNEYS and doer and patient and doer.country == patient.country is not None:
        if patient.kind in _PLACED and doer.role not in ("REB", "OPP") and doer.via not in GUESSED:
            return False  # who goes to a town of his own state is nobody's guest
    # People displaced by nobody named: displacement, not an act.
    return not (found.act.mode == "deport" and not found.nominal and not scene.doers)


def is_of_somebody(scene: Scene, doer: Actor | None, patient: Actor | None) -> bool:
    """Does somebody known stand behind the act: a state, or a body or group with a name?"""
    found = scene.found
    if scene.event_type == "SUPPORT" and not (patient and (patient.country or patient.kind == "body")):
        return scene.takes_side and doer is not None and bool(doer.country or doer.role == "IGO")
    if scene.event_type in VIOLENT or (found.act.mode == "release" and doer and doer.role == "REB"):
        forces = scene.fought or scene.armed  # peacekeepers are of no state
        return any(side and (side.country or _is_of_body(side, forces)) for side in (doer, patient))
    if doer is None and patient and patient.country and scene.people:
        return scene.event_type in _BY_ANYBODY and scene.found.doer_rule in _PLAIN
    if doer is None or (doer.kind == "pronoun" and not doer.country and doer.role != "IGO"):
        told = found.nominal and found.patient_rule == "noun:of" and scene.event_type in _BY_SOMEBODY
        passive = found.clause is not None and found.clause.passive
        return bool(patient and patient.country and (told or passive))
    if doer.role == "GOV" and patient and patient.country and patient.kind == "state":
        return True  # "lawmakers criticised X": of another state, which nobody names
    return bool(doer.country or doer.role in ("IGO", "NGO") or (doer.kind in ("body", "group", "person") and doer.name))


def _is_of_body(actor: Actor, forces: bool) -> bool:
    """Is it a body of no state, what it owns ("its convoy"), or, where ``forces`` are told of, its forces?"""
    if actor.role == "IGO" and forces:
        return True
    return actor.role in OF_NO_STATE and (actor.kind == "body" or (actor.kind == "pronoun" and not actor.head))


def _keeps_order(scene: Scene, doer: Actor) -> bool:
    """Is it police, or soldiers sent for that, who end what others do?"""
    clause = scene.found.clause
    sent = clause is not None and clause.governor is not None and clause.control == "asserted"
    return doer.role == "COP" or (doer.role == "MIL" and sent)


def _is_idle(scene: Scene) -> bool:
    """Is it artists, athletes, businesses or money that an act is told of, which do so in a figure of speech?"""
    of_people = (
        actor.kind == "people"
        for group in scene.found.doers
        for link in scene.sentence.of_chain(group)[1:]
        for actor in scene.sentence.chunks[link].actors
    )
    return _are(scene, "idlers") and not any(of_people)  # "a band of armed Peruvians"


def _are(scene: Scene, kind: str) -> bool:
    """Are all those who do it of a kind, by the last words of their groups?"""
    heads = [scene.sentence.words[scene.sentence.chunks[g].end - 1].plain for g in scene.found.doers]
    return bool(heads) and kinds()[kind].issuperset(heads)


def _is_drilled(scene: Scene) -> bool:
    """Is what is told part of an exercise?"""
    clause, sentence = scene.found.clause, scene.sentence
    if clause is None:
        return False
    within = [g for prep, groups in clause.preps if prep in listed("drill_prepositions") for g in groups]
    return not kinds()["exercises"].isdisjoint(sentence.words[sentence.chunks[g].end - 1].plain for g in within)
