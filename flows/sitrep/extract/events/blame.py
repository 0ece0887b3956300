"""Who is blamed or praised for a deed told before ("Israel bombed Doha. Qatar denounced the strike")."""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.events.acts import kinds
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.floor import menace
from sitrep.extract.events.groups import COMMA, NP, P
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.words import listed
from sitrep.model import Mentions

_JUDGED = ("ACCUSE", "SUPPORT")
_DEEDS = ("ASSAULT", "COERCE", "MOBILIZE")
_MOVES = (*_DEEDS, "AID", "COOPERATE", "CONCEDE", "RETREAT", "SANCTION", "REJECT", "THREATEN", "PROTEST")


def recall(scene: Scene, earlier: Scene) -> None:
    """Give a judgement on a deed told with "the" or "this" the doer of the act in the sentence before, or in its own
    ("..., a move that Ethiopia condemned")."""
    if scene.event_type not in _JUDGED or earlier.event_type not in _MOVES or scene.found.nominal:
        return
    near = scene.span.block == earlier.span.block and 0 <= scene.span.seq - earlier.span.seq <= 1
    if not near or any(a.kind != "thing" or a.country for a in scene.patients):
        return
    violent = earlier.event_type in _DEEDS and scene.event_type == "ACCUSE"
    named = _is_deed(scene, *(("assaults", "shows_of_force", "moves") if violent else ("moves",)))
    if not named and not _is_move(scene, earlier):
        return
    own = {a.country for a in scene.doers}
    doers = [a for a in earlier.doers if a.country and a.country not in own]
    if len(doers) == 1:
        scene.patients = [replace(doers[0], char_start=-1, char_end=-1, kind="inferred", head=False)]


def _is_move(scene: Scene, earlier: Scene) -> bool:
    """Is it what the sentence told before that is judged, renamed behind a comma?"""
    objects = scene.found.clause.objects if scene.found.clause is not None else []
    if earlier.span is not scene.span or len(objects) != 1 or objects[0] > scene.found.chunk:
        return False
    renamed = scene.sentence.kind(objects[0] - 1) == COMMA
    return renamed and not kinds()["moves"].isdisjoint(texts(scene.sentence, objects))


def _is_deed(scene: Scene, *of_kinds: str) -> bool:
    sentence = scene.sentence
    objects = scene.found.clause.objects if scene.found.clause is not None else []
    if len(objects) != 1:
        return False
    chunk, behind = sentence.chunks[objects[0]], objects[0] + 1
    if sentence.words[chunk.start].lower not in listed("pointing_words") or chunk.actors or chunk.places:
        return False
    called = sentence.lower_of(behind) in listed("naming_prepositions")  # "denounced the raid as a crime"
    if sentence.kind(behind) == P and sentence.kind(behind + 1) == NP and not called:
        return False  # "the strikes on Yemen" may be others
    told = texts(sentence, objects)
    return any(not kinds()[kind].isdisjoint(told) for kind in of_kinds)


def charge(mentions: Mentions, scene: Scene, source: tuple[int, int]) -> bool:
    """ "X says Y was behind the raid": the speaker accuses the subject, unless he owns up to it. Is there a speaker?"""
    if not scene.patients:
        return False
    if not any(a.country for a in scene.doers) and source[0] >= 0:
        menace(mentions, scene, source)
    return bool(scene.doers)
