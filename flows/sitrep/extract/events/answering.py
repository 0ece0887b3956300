"""Who is answered with a refusal, a protest or a demand for redress that names nobody: who asked, accused or did harm
before."""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.events.acts import kinds
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.groups import COMMA, STOP
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.words import listed

# How many sentences behind an offer it may be declined.
_REACH = 2


def is_offer(scene: Scene) -> bool:
    """Does somebody of a known state offer something?"""
    offered = not listed("tendering_verbs").isdisjoint(scene.found.act.words)
    return offered and any(a.country for a in scene.doers)


def decline(scene: Scene, offer: Scene) -> None:
    """Give a refusal of "the offer" who made it in the sentences before ("X offered to mediate. Y rejected the offer").
    In place."""
    if scene.event_type != "REJECT" or scene.found.nominal or any(a.country for a in scene.patients):
        return
    behind = 0 < scene.span.seq - offer.span.seq <= _REACH and _is_pointed(scene, "offers")
    if not behind and not (scene.span is offer.span and _is_bare(scene)):
        return
    doers = [a for a in offer.doers if a.country and a.country not in {d.country for d in scene.doers}]
    if len(doers) == 1:
        scene.patients = [replace(doers[0], char_start=-1, char_end=-1, kind="inferred", head=False)]


def answer(scene: Scene, asked: Scene | None, charge: Scene | None, deed: Scene | None) -> None:
    """Give a refusal who asked for it right before ("X urged Y to go. Y turned that down") or charged him with
    something ("X accused Y of it. Y rejected the charge"), and a protest or a demand for redress who did the deed right
    before ("X hit Y's embassy, and Y demanded an apology").

    ``asked``, ``charge`` and ``deed`` are the last request, accusation and act of force before ``scene``.
    """
    if any(a.country for a in scene.patients) or scene.found.nominal:
        return
    if scene.event_type == "REJECT":
        before = charge if _is_pointed(scene, "charges") else asked
    else:
        before = deed if _complains(scene) else None
    if before is None or before.span.block != scene.span.block or not 0 <= scene.span.seq - before.span.seq <= 1:
        return
    own = {a.country for a in scene.doers}
    if before is not deed and not own.intersection(a.country for a in before.patients):
        return
    if before is asked and not _is_what_is_asked(scene):
        return
    doers = [a for a in before.doers if a.country and a.country not in own]
    if len(doers) == 1:
        scene.patients = [replace(doers[0], char_start=-1, char_end=-1, kind="inferred", head=False)]


def _is_bare(scene: Scene) -> bool:
    """Is nothing told that is refused ("X offered to mediate, but Y declined")?"""
    clause = scene.found.clause
    if clause is None or clause.objects or clause.preps or scene.found.patients:
        return False
    return scene.sentence.kind(clause.end) in (STOP, COMMA, "")


def _is_what_is_asked(scene: Scene) -> bool:
    """Is what is refused told by a pronoun, or as the idea, call or plan told of before?"""
    sentence = scene.sentence
    objects = scene.found.clause.objects if scene.found.clause is not None else []
    if any(a.kind != "pronoun" for g in objects for a in sentence.chunks[g].actors):
        return False
    if all(sentence.lower(g) in listed("thing_pronouns") for g in objects):
        return True
    pointed = all(sentence.lower(g) in listed("pointing_words") for g in objects)
    return pointed and not kinds()["agreeable"].isdisjoint(texts(sentence, objects))


def _is_pointed(scene: Scene, kind: str) -> bool:
    """Is what is refused told as one of a kind that was made before ("rejected the accusations")?"""
    sentence = scene.sentence
    objects = scene.found.clause.objects if scene.found.clause is not None else []
    if len(objects) != 1 or any(a.kind != "pronoun" for a in sentence.chunks[objects[0]].actors):
        return False
    pointed = sentence.lower(objects[0]) in listed("pointing_words")
    return pointed and sentence.words[sentence.chunks[objects[0]].end - 1].plain in kinds()[kind]


def _complains(scene: Scene) -> bool:
    """Is it a complaint, a protest that is lodged, or a demand for an apology or the like?"""
    if scene.event_type == "ACCUSE":
        lodged = not listed("lodging_verbs").isdisjoint(scene.found.act.words[:1])
        return lodged or scene.found.act.mode == "complain"
    return scene.event_type == "REQUEST" and not kinds()["redress"].isdisjoint(
        texts(scene.sentence, [*scene.found.things, *scene.found.patients])
    )
