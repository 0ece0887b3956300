"""Who is blamed or praised for a deed told before ("Israel bombed Doha. Qatar denounced the strike")."""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.events.acts import kinds, nouns
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.floor import menace
from sitrep.extract.events.groups import COMMA, NP, P
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.words import listed
from sitrep.model import Mentions

_JUDGED = ("ACCUSE", "SUPPORT")
_DEEDS = ("ASSAULT", "COERCE", "MOBILIZE")
# Over how many sentences of a paragraph "the attack" may look back.
_FAR = 3
_MOVES = (*_DEEDS, "AID", "COOPERATE", "CONCEDE", "RETREAT", "SANCTION", "REJECT", "THREATEN", "PROTEST")


def is_deed(scene: Scene) -> bool:
    """Is it an attack by somebody of a known state, of which the sentences behind may go on to speak?"""
    return scene.event_type == "ASSAULT" and any(actor.country for actor in scene.doers)


def recall(scene: Scene, earlier: Scene) -> None:
    """Give a judgement on a deed told with "the" or "this" the doer of the act in the sentence before, or in its own
    ("..., a move that Ethiopia condemned")."""
    if scene.event_type not in _JUDGED or earlier.event_type not in _MOVES or scene.found.nominal:
        return
    if scene.span.block != earlier.span.block or any(a.kind != "thing" or a.country for a in scene.patients):
        return
    attacked = is_deed(earlier) and _is_attack(scene)
    if not 0 <= scene.span.seq - earlier.span.seq <= (_FAR if attacked else 1):
        return
    violent = earlier.event_type in _DEEDS and scene.event_type == "ACCUSE"
    struck = {a.country or a.place_country for a in earlier.patients} | {earlier.place and earlier.place.country}
    kinds_told = ("assaults", "incidents", "shows_of_force", "moves") if violent else ("moves",)
    named = _is_deed(scene, struck if attacked else set(), *kinds_told)
    if not named and not _is_move(scene, earlier):
        return
    own = {a.country for a in scene.doers}
    doers = [a for a in earlier.doers if a.country and a.country not in own]
    if len(doers) == 1:
        scene.patients = [replace(doers[0], char_start=-1, char_end=-1, kind="inferred", head=False)]


def recall_attack(scene: Scene, deed: Scene) -> None:
    """Give a judgement on "the attack" or "the incident" the doer of the last attack told of in the paragraph."""
    if _is_attack(scene) or _is_deed(scene, set(), "incidents"):
        recall(scene, deed)


def condemned(scene: Scene, opponents: Opponents) -> str | None:
    """The state that a side of the war condemns for an attack of which the text names no doer: its foe."""
    if scene.found.nominal or not _is_attack(scene):
        return None
    return opponents.sure_foe(actor.country for actor in scene.doers)


def _struck(scene: Scene) -> str | None:
    """The state of those or of what the attack that is judged was on ("the raid on Sanaa", "the murder of X")."""
    clause, sentence = scene.found.clause, scene.sentence
    if clause is None:
        return None
    links = [link for group in clause.objects for link in sentence.of_chain(group)[1:]]
    links += [group for prep, groups in clause.preps if prep in listed("hostile_prepositions") for group in groups]
    told = (m.country for link in links for m in (*sentence.chunks[link].actors, *sentence.chunks[link].places))
    return next((state for state in told if state), None)


def judge_again(scene: Scene, earlier: Scene) -> None:
    """ "X condemned the raid and Y applauded it": who is judged by others in the sentence for the deed that "it" is."""
    if scene.event_type not in _JUDGED or earlier.event_type not in _JUDGED or earlier.span is not scene.span:
        return
    told = scene.found.clause.objects if scene.found.clause is not None else []
    deed = earlier.found.clause.objects if earlier.found.clause is not None else []
    if len(told) != 1 or scene.sentence.lower(told[0]) not in listed("things_told") or not deed:
        return
    about = texts(scene.sentence, deed)
    if any(not kinds()[kind].isdisjoint(about) for kind in ("assaults", "shows_of_force", "moves")):
        scene.patients = list(earlier.patients)


def _is_attack(scene: Scene) -> bool:
    """Is it an attack that is judged, by the last word for it?"""
    objects = scene.found.clause.objects if scene.found.clause is not None else []
    heads = {scene.sentence.words[scene.sentence.chunks[group].end - 1].lower for group in objects}
    return any(act.event_type == "ASSAULT" for head in heads if head in nouns() for _, act in nouns()[head])


def _is_move(scene: Scene, earlier: Scene) -> bool:
    """Is it what the sentence told before that is judged, renamed behind a comma?"""
    objects = scene.found.clause.objects if scene.found.clause is not None else []
    if earlier.span is not scene.span or len(objects) != 1 or objects[0] > scene.found.chunk:
        return False
    renamed = scene.sentence.kind(objects[0] - 1) == COMMA
    return renamed and not kinds()["moves"].isdisjoint(texts(scene.sentence, objects))


def _is_deed(scene: Scene, struck: set[str | None], *of_kinds: str) -> bool:
    """Is it a deed told before that is judged, and no other one: on ``struck``, if it says on whom?"""
    sentence = scene.sentence
    objects = scene.found.clause.objects if scene.found.clause is not None else []
    if len(objects) != 1:
        return False
    chunk, behind = sentence.chunks[objects[0]], objects[0] + 1
    if sentence.words[chunk.start].lower not in listed("pointing_words") or chunk.actors or chunk.places:
        return False
    told_on = _struck(scene)
    called = sentence.lower_of(behind) in listed("naming_prepositions")  # "denounced the raid as a crime"
    if sentence.kind(behind) == P and sentence.kind(behind + 1) == NP and not called and told_on not in struck - {None}:
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
