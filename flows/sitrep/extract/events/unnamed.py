"""Acts of which the text names no side or one only, and what the page tells of the other.

"Six soldiers were killed", "the clique refused to talk", "the Border Service urges residents": something was done, by
or to somebody whose state no word of the sentence gives. The row says so by null, unless the page is about a war at
home, or about one between two states, of which a side that nobody names is one.
"""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.events.actors import Actor, of_country
from sitrep.extract.events.acts import nouns
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.valency import VIOLENT
from sitrep.extract.events.words import listed

# Acts of somebody even where no word tells whose they are: things neither ask nor blame, threaten nor meet.
_WILLED = ("REQUEST", "ACCUSE", "THREATEN", "AGREE", "CONSULT", "SANCTION")
# How a verb stands to a subject of its own.
_TOLD = ("subject", "coordination", "relative")


def tells(scene: Scene, doer: Actor | None, patient: Actor | None, opponents: Opponents) -> bool:
    """Does an act make a row though nobody known stands behind it?

    So it does in a page that tells of a fight, where a verb tells it of a subject; beyond violence and retreats, it
    takes that one side is somebody.
    """
    clause, kind = scene.found.clause, scene.event_type
    if not opponents.pairs or clause is None or scene.found.nominal or clause.how not in _TOLD:
        return False
    if kind in VIOLENT:
        if clause.how != "subject" or scene.found.negated:
            return False
        owned = patient is not None and not patient.head and patient.kind in ("state", "demonym", "person")
        return clause.passive or doer is not None or (patient is not None and not owned)  # "has hurt X's trade"
    if kind == "RETREAT":
        return bool(scene.doers)
    if kind == "SUPPORT":
        return doer is not None and doer.country is not None and clause.how == "subject" and not _is_spoken(scene)
    return kind in _WILLED and patient is not None


def sides(
    scene: Scene, doer: Actor | None, patient: Actor | None, opponents: Opponents, home: str | None, teller: str | None
) -> tuple[Actor | None, Actor | None]:
    """Doer and patient with the states that a page gives them which is about one war, at home or of two states.

    ``teller`` is the state of who tells of the act, who tells of what is done to his own side.
    """
    if home in opponents.divided:
        return _at_home(scene, doer, patient, home)
    if scene.event_type != "ASSAULT" or scene.doers or doer is not None or (patient and patient.country):
        return doer, patient
    foe = opponents.sure_foe([teller])
    if foe is not None:
        return of_country(None, foe), of_country(patient, teller)
    two = opponents.two()
    if home in two:
        return of_country(None, next(state for state in two if state != home)), of_country(patient, home)
    return doer, patient


def _at_home(
    scene: Scene, doer: Actor | None, patient: Actor | None, home: str | None
) -> tuple[Actor | None, Actor | None]:
    """The sides of an act in a page about a war at home."""
    violent, alone = scene.event_type in VIOLENT, scene.event_type == "RETREAT"
    if violent and not (patient and patient.country):
        patient = of_country(patient, home)
    if not alone and (patient is None or patient.country != home):
        return doer, patient
    if scene.doers:
        one = doer or scene.doers[0]
        if not one.country and one.role != "IGO" and not (_is_spoken(scene) or _is_done_by_things(scene)):
            doer = replace(one, country=home, via="setting")
    elif violent and (scene.found.act.mode == "arrest" or (patient is not None and patient.role == "REB")):
        doer = of_country(None, home)  # those who hold people and put down rebels at home are the state's
    return doer, patient


def _is_spoken(scene: Scene) -> bool:
    """Is it done by whoever speaks ("we urge")?"""
    return any(scene.sentence.lower(g) in listed("first_person") for g in scene.found.doers)


def _is_done_by_things(scene: Scene) -> bool:
    """Is it a war, a blast or somebody unknown that does it, who is of no side?"""
    chunks, words = scene.sentence.chunks, scene.sentence.words
    return scene.unknown or any(words[chunks[g].end - 1].lower in nouns() for g in scene.found.doers)
