"""Acts told as done at home: protests, decrees and concessions of which the state that does them is the other side."""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.events.actors import GUESSED, Actor
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.words import listed
from sitrep.model import BY_NAME, PlaceMention

_RULING = ("GOV", "COP", "JUD", "MIL")
_POLICING = ("COP", "JUD")
_EXECUTING = ("STA", "GOV", "JUD")
_PROBING = ("JUD", "COP", "GOV")
# Acts that people of no state the page tells may do to civilians of another.
_BY_STRANGERS = ("ASSAULT", "COERCE", "CONCEDE")
_UNRULY = ("OPP", "CVL", "BUS", "NGO")
# Acts that officials do to other states and not to their own, which they do not call by its name.
_ABROAD = ("ACCUSE", "REQUEST", "SUPPORT", "THREATEN", "REJECT", "SANCTION", "AID", "AGREE", "CONSULT", "COOPERATE")


def state(scene: Scene, doers: list[Actor | None], place: PlaceMention | None) -> str | None:
    """The state that is done to what its own people, rulers or courts do at home, where nobody else is told."""
    states = {doer.country if doer else None for doer in doers}
    own = states.pop() if len(states) == 1 else None
    if own is None or (place is not None and place.country not in (None, own) and place is scene.place):
        return None
    at_home = _AT_HOME.get(scene.event_type)
    return own if at_home is not None and at_home(scene, doers) else None


def strangers(kind: str, doers: list[Actor | None], patients: list[Actor | None]) -> list[Actor | None]:
    """The doers, without the state that only their victims lend them ("gunmen seized two French nurses")."""
    if kind not in _BY_STRANGERS:
        return doers
    lent = {p.country for p in patients if p and p.role in (None, "CVL") and p.via in BY_NAME}
    return [
        replace(d, country=None) if d and d.role == "REB" and d.via == "setting" and d.country in lent else d
        for d in doers
    ]


def foreigners(kind: str, doers: list[Actor | None], patients: list[Actor | None]) -> list[Actor | None]:
    """The doers, without the state that only the name of whom they speak of lends them ("lawmakers criticised X")."""
    if kind not in _ABROAD:
        return doers
    named = {p.country for p in patients if p and p.kind == "state" and p.via in BY_NAME}
    return [
        replace(d, country=None) if d and d.role == "GOV" and d.via in GUESSED and d.country in named else d
        for d in doers
    ]


def punishes(scene: Scene, doer: Actor | None) -> bool:
    """Is it what the police, the courts or a state do to people under their law ("hanged a man", "arrested two")?"""
    if doer is None:
        return False
    executed = doer.role in _EXECUTING and not listed("executing_verbs").isdisjoint(scene.found.act.words)
    return executed or (doer.role in _POLICING and scene.found.act.mode == "arrest")


def jailer(scene: Scene) -> str | None:
    """The state that arrests people in its own land, where nobody is said to ("were detained in Accra")."""
    clause = scene.found.clause
    if clause is None or not clause.passive:
        return None
    if scene.found.act.mode != "arrest" and not (scene.decreed and scene.place is not None):
        return None
    if freed := _who_freed(scene):
        return freed
    if scene.place is not None:
        return scene.place.country if scene.place_how == "clause" else None
    named = {a.country for chunk in scene.sentence.chunks for a in chunk.actors if a.country}
    sentenced = not listed("sentencing_verbs").isdisjoint(scene.found.act.words)
    return named.pop() if sentenced and len(named) == 1 else None  # "a Chadian editor was jailed"


def _who_freed(scene: Scene) -> str | None:
    """The state that lets go those whom only a state arrests ("X freed six leaders, who had been arrested in May")."""
    sentence, found = scene.sentence, scene.found
    if listed("jailing_verbs").isdisjoint(found.act.words):
        return None
    for clause in sentence.clauses():
        frees = not listed("freeing_verbs").isdisjoint(sentence.chunks[clause.index].lemmas)
        freed = frees and not clause.passive and sentence.chunks[clause.index].finite
        if freed and clause.index < found.chunk and not {*found.patients, *found.things}.isdisjoint(clause.objects):
            return next((a.country for g in clause.subjects for a in sentence.chunks[g].actors if a.country), None)
    return None


def _protest(scene: Scene, doers: list[Actor | None]) -> bool:
    """Is it the rulers that a protest is against, and not for them, and no march that tells nothing of why?"""
    telling = {*scene.found.doers, *scene.found.patients}
    chunks = scene.sentence.chunks
    hangers_on = [link for g in scene.found.doers for link in scene.sentence.of_chain(g)[1:]]
    if any(a.role in _RULING for link in hangers_on for a in chunks[link].actors):
        return False
    faced = any(a.role in _RULING for i, chunk in enumerate(chunks) if i not in telling for a in chunk.actors)
    return faced or listed("plain_marches").isdisjoint(scene.found.act.words) or _aggrieved(scene)


def _aggrieved(scene: Scene) -> bool:
    """Does a march tell what it is against, where it is held, or what it is to bring about?"""
    clause, sentence = scene.found.clause, scene.sentence
    if clause is None or any(prep in listed("grievance_prepositions") for prep, _ in clause.preps):
        return True
    ends = [sentence.chunks[c.index] for c in sentence.clauses() if c.index > clause.index]
    return any(end.infinitive and listed("celebrating_verbs").isdisjoint(end.lemmas) for end in ends)


def _concession(scene: Scene, doers: list[Actor | None]) -> bool:
    if scene.found.act.mode == "ceasefire" or scene.found.control in ("planned", "hypothetical"):
        return False
    objects = [*scene.found.things, *scene.found.patients]
    sentence = scene.sentence
    told = {
        sentence.words[k].lower
        for group in objects
        for link in sentence.of_chain(group)
        for k in range(sentence.chunks[link].start, sentence.chunks[link].end)
    }
    told.update(word.lower for word in sentence.words[scene.found.start : scene.found.end])
    return not (told.isdisjoint(kinds()["decrees"]) and told.isdisjoint(kinds()["home_policies"]))


def _probe(scene: Scene, doers: list[Actor | None]) -> bool:
    return scene.found.act.root == "09" and all(d and d.role in _PROBING for d in doers)


def _menace(scene: Scene, doers: list[Actor | None]) -> bool:
    """Do people of a state threaten, where nobody else is told of whom they may face?"""
    named = {a.country for chunk in scene.sentence.chunks for a in chunk.actors if a.country}
    warned = scene.found.act.frame.name == "warn"
    return not warned and len(named) == 1 and all(d and d.role in _UNRULY for d in doers)


def _plea(scene: Scene, doers: list[Actor | None]) -> bool:
    """Do people of a state ask for something, where nobody else is told of?"""
    named = {a.country for chunk in scene.sentence.chunks for a in chunk.actors if a.country}
    return len(named) == 1 and all(d and d.role in _UNRULY and d.kind == "people" for d in doers)


_AT_HOME = {"REQUEST": _plea, "PROTEST": _protest, "CONCEDE": _concession, "ACCUSE": _probe, "THREATEN": _menace}
