"""Whose the missiles and aircraft are that are shot down: of who launched them, and never of where they fall."""

from __future__ import annotations

from sitrep.extract.events.actors import GUESSED, of_country
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.scene import Scene
from sitrep.model import Mentions

_AIR_DEFENCE = "air-defence"
# How many sentences behind those that tell of a launch what was launched may be shot down.
_REACH = 3
# Roles of those who tell of what is shot down over their land.
_SPEAKING = ("MIL", "GOV", "STA", "COP")


def is_launch(scene: Scene) -> bool:
    """Does somebody of a known state fire or send missiles or drones?"""
    if scene.event_type not in ("ASSAULT", "MOBILIZE") or is_downed(scene):
        return False
    sent = texts(scene.sentence, [*scene.found.things, *scene.found.doers])
    return not kinds()["munitions"].isdisjoint(sent) and any(a.country for a in scene.doers)


def is_downed(scene: Scene) -> bool:
    """Are missiles or drones shot out of the air?"""
    if scene.event_type != "ASSAULT" or scene.found.act.mode != _AIR_DEFENCE:
        return False
    return not kinds()["munitions"].isdisjoint(texts(scene.sentence, [*scene.found.patients, *scene.found.things]))


def defended(mentions: Mentions, scene: Scene, source: tuple[int, int], opponents: Opponents) -> None:
    """Who says that missiles were shot down, and not by whom, shot down those of his foe ("all were intercepted, the
    army said"). In place."""
    clause = scene.found.clause
    if scene.doers or source[0] < 0 or clause is None or not clause.passive or scene.found.act.mode != _AIR_DEFENCE:
        return
    if any(a.country and a.via not in GUESSED for a in scene.patients):
        return
    if not kinds()["people"].isdisjoint(texts(scene.sentence, clause.subjects)):
        return  # "two pilots were shot down"
    who = next((a for a in mentions.within("actors", *source) if a.country and a.role in _SPEAKING), None)
    foe = opponents.sure_foe([who.country]) if who is not None else None
    if foe is not None:
        scene.doers = [of_country(None, who.country)]
        scene.patients = [of_country(None, foe)]


def recall(scene: Scene, launch: Scene) -> None:
    """Give munitions of no named state that are shot down to who launched them before."""
    near = scene.span.block == launch.span.block and 0 <= scene.span.seq - launch.span.seq <= _REACH
    if not near or not is_downed(scene) or any(a.country and a.via not in GUESSED for a in scene.patients):
        return
    own = {a.country for a in scene.doers}
    senders = [a for a in launch.doers if a.country and a.country not in own]
    if len(senders) == 1:
        scene.patients = [of_country(a, senders[0].country) for a in scene.patients or [None]]
