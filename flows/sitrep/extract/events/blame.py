"""Who is blamed for a deed that the text tells of before ("Israel bombed Doha. Qatar denounced the strike")."""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.events.acts import kinds
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.groups import NP, P
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.words import listed

_DEEDS = ("ASSAULT", "COERCE", "MOBILIZE")
_MOVES = (*_DEEDS, "SANCTION", "REJECT", "RETREAT", "THREATEN", "PROTEST")


def recall(scene: Scene, earlier: Scene) -> None:
    """Give an accusation of a deed told with "the" or "this" the doer of the act in the sentence before."""
    if scene.event_type != "ACCUSE" or earlier.event_type not in _MOVES or scene.found.nominal:
        return
    near = scene.span.block == earlier.span.block and 0 <= scene.span.seq - earlier.span.seq <= 1
    if not near or any(a.kind != "thing" or a.country for a in scene.patients) or not _is_deed(scene, earlier):
        return
    own = {a.country for a in scene.doers}
    doers = [a for a in earlier.doers if a.country and a.country not in own]
    if len(doers) == 1:
        scene.patients = [replace(doers[0], char_start=-1, char_end=-1, kind="inferred", head=False)]


def _is_deed(scene: Scene, earlier: Scene) -> bool:
    sentence = scene.sentence
    objects = scene.found.clause.objects if scene.found.clause is not None else []
    if len(objects) != 1:
        return False
    chunk, behind = sentence.chunks[objects[0]], objects[0] + 1
    if sentence.words[chunk.start].lower not in listed("pointing_words") or chunk.actors or chunk.places:
        return False
    if sentence.kind(behind) == P and sentence.kind(behind + 1) == NP:
        return False  # "the strikes on Yemen" may be others
    known = kinds()["assaults"] | kinds()["shows_of_force"] if earlier.event_type in _DEEDS else frozenset()
    return not (known | kinds()["moves"]).isdisjoint(texts(sentence, objects))
