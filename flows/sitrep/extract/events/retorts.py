"""Whom somebody threatens, strikes back at or relents towards, where the text names nobody: what was done before tells.

"X shelled Y. Y vowed to respond", "... The army fired back", "... It has lost ten men", "... X lifted the ban".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sitrep.extract.events.actors import GUESSED, of_country
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.words import POSS, listed

# Acts that the one whom they are done to answers.
_WRONGS = ("ASSAULT", "COERCE", "SANCTION", "ACCUSE", "THREATEN")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What ``by`` did to ``to``, two states, in ``scene``."""

    scene: Scene
    by: str
    to: str

    def is_right_before(self, scene: Scene) -> bool:
        """Does a scene stand in the sentence of the wrong or in the next one of its paragraph?"""
        before = self.scene.span
        return before.block == scene.span.block and 0 <= scene.span.seq - before.seq <= 1


def wrong(scene: Scene, pairs: set[tuple[str | None, str | None]]) -> Wrong | None:
    """What a scene tells that one state did to one other, or None; ``pairs`` are the sides of its rows."""
    if scene.event_type not in _WRONGS or len(pairs) != 1 or scene.found.negated:
        return None
    by, to = next(iter(pairs))
    return Wrong(scene, by, to) if by and to and by != to else None


def retort(scene: Scene, before: Wrong) -> None:
    """Give a threat or a blow that answers ``before`` who did that, and the blow who suffered it. In place."""
    if not before.is_right_before(scene):
        return
    if scene.event_type == "ASSAULT" and scene.found.act.frame.name == "repel" and _is_pronoun(scene):
        if all(a.via in GUESSED or a.country == before.to for a in scene.doers) and scene.doers:
            scene.doers = [replace(a, country=before.to) for a in scene.doers]
            scene.patients = [of_country(None, before.by)]
            return  # "X attacked a post. The garrison beat them back"
    if any(a.country and a.via not in GUESSED for a in scene.patients):
        _lose(scene, before)
        return
    if _is_threatened(scene, before) and {a.country for a in scene.doers} <= {before.by}:
        scene.patients = [of_country(None, before.to)]  # "vowed to retaliate"
        return
    if scene.event_type == "THREATEN":
        if {a.country for a in scene.doers} == {before.to} and not scene.patients:
            scene.patients = [of_country(None, before.by)]
    elif scene.event_type == "REQUEST":
        if (
            {a.country for a in scene.doers} == {before.to}
            and not scene.patients
            and before.scene.event_type == "COERCE"
        ):
            scene.patients = [of_country(None, before.by)]  # "demanded that the men be freed"
    elif scene.event_type == "ACCUSE":
        if {a.country for a in scene.doers} == {before.to} and not scene.patients and _is_it(scene):
            scene.patients = [of_country(None, before.by)]
    elif scene.event_type == "ASSAULT" and " ".join(scene.found.act.words[:2]) in listed("blows_returned"):
        if all((a.country in (None, before.to) or a.via in GUESSED) and a.role != "IGO" for a in scene.doers):
            scene.doers = [replace(a, country=before.to) for a in scene.doers]
            scene.patients = [of_country(None, before.by)]


def _is_threatened(scene: Scene, before: Wrong) -> bool:
    """Is a blow the one that the threat before consists in?"""
    threat = before.scene
    inside = threat.start <= scene.start < threat.end
    return inside and scene.event_type == "ASSAULT" and threat.event_type == "THREATEN"


def relent(scene: Scene, laid: Mapping[str, str]) -> None:
    """Give "lifted the ban" those whom the doer laid one on before in the page. In place.

    ``laid`` has by state on which other one it last laid something.
    """
    if not scene.lifts or any(a.country for a in scene.patients) or not _is_told_before(scene):
        return
    hit = {laid.get(a.country or "") for a in scene.doers}
    hit.discard(None)
    scene.patients = [of_country(None, state) for state in hit] if len(hit) == 1 else scene.patients


def _is_told_before(scene: Scene) -> bool:
    """Is what is lifted told as known ("the ban", "all of its tariffs", "a ban that it lifted")?"""
    clause, sentence = scene.found.clause, scene.sentence
    told = (clause.subjects if clause.passive else clause.objects) if clause is not None else []
    opening = [sentence.words[sentence.chunks[link].start] for group in told for link in sentence.of_chain(group)]
    if any(word.classes & POSS or word.lower in listed("pointing_words") for word in opening):
        return True
    return clause is not None and not clause.passive and any(group < scene.found.chunk for group in told)


def lay(scene: Scene, pairs: set[tuple[str | None, str | None]], laid: dict[str, str]) -> None:
    """Keep in ``laid`` on whom a scene tells that a state lays a ban or a penalty."""
    if scene.event_type == "SANCTION" or (scene.event_type == "COERCE" and (scene.lays or scene.borders)):
        laid.update({by: to for by, to in pairs if by and to})


def _lose(scene: Scene, before: Wrong) -> None:
    """Give what one of two who have just fought lost, and nobody is told to have done, to the other. In place."""
    undergone = scene.found.act.frame.subject == "actor2"
    if scene.event_type != "ASSAULT" or before.scene.event_type != "ASSAULT" or scene.doers or not undergone:
        return
    lost = {a.country for a in scene.patients}
    other = next((foe for side, foe in ((before.by, before.to), (before.to, before.by)) if lost == {side}), None)
    if other is not None:
        scene.doers = [of_country(None, other)]


def _is_pronoun(scene: Scene) -> bool:
    """Is it done to those whom a pronoun stands for?"""
    return bool(scene.patients) and all(a.kind == "pronoun" for a in scene.patients)


def _is_it(scene: Scene) -> bool:
    """Is what is judged told by a pronoun for a thing ("called it a provocation")?"""
    objects = scene.found.clause.objects if scene.found.clause is not None else []
    return bool(objects) and scene.sentence.lower(objects[0]) in listed("things_told")
