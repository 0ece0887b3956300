"""Rows of the dataset ``events``: what the document adds to each act, and the columns."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from sitrep import ids, scope
from sitrep.extract.events import confidence
from sitrep.extract.events.actors import Actor
from sitrep.extract.events.acts import QUAD
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.scene import Scene
from sitrep.model import MODALITY_ORDER, DateMention, Mentions, Page, PlaceMention

# Acts done to somebody even where the text names nobody: the patient is sought in the place and the opponent.
_VIOLENT = ("ASSAULT", "COERCE")
_ALONE = ("RETREAT", "MOBILIZE")
_SPOKEN = ("REQUEST", "THREATEN", "ACCUSE", "REJECT")
_FUTURE = ("planned", "hypothetical")
_LOCAL_ROLES = ("COP", "MIL", "GOV", "JUD", "CVL", "OPP", "REB")


def build(page: Page, mentions: Mentions, scenes: list[Scene], opponents: Opponents) -> list[dict[str, Any]]:
    """The rows of a page, sorted by span."""
    home = _home(mentions)
    found: list[dict[str, Any]] = []
    seen: set[tuple[Any, ...]] = set()
    dated: dict[int, DateMention] = {}
    placed: dict[int, PlaceMention] = {}
    earlier: Scene | None = None
    ours = next((a.country for a in mentions.actors if a.country and a.role in ("MIL", "GOV", "STA")), None)
    for scene in scenes:
        if earlier is not None and earlier.span is scene.span:
            _refer(scene, earlier)
        if any(a.country for a in scene.doers):
            earlier = scene
        if scene.found.control == "purpose":
            continue
        scene.doers = [_our_side(page, scene, a, ours, opponents) for a in scene.doers]
        scene.patients = [_our_side(page, scene, a, ours, opponents) for a in scene.patients]
        if not scene.doers and ours and any(scene.says("enemies", a, page) for a in scene.patients):
            scene.doers = [Actor(-1, -1, None, ours, None, "inferred", "", False)]
        modality, source, cue = _modality(page, mentions, scene)
        if scene.found.act.frame.name == "menace":
            _menace(mentions, scene, source)
            modality = "asserted"
        flags: set[str] = set(scene.span.flags)
        block = scene.span.block
        place, date = scene.place, scene.date
        if date is not None and scene.date_how == "sentence" and modality in (*_FUTURE, "possible"):
            date = None
        if date is None and modality not in (*_FUTURE, "possible") and block in dated:
            date = dated[block]
            flags.add("inferred")
        elif date is not None and modality not in _FUTURE:
            dated[block] = date
        if place is None and block in placed and scene.event_type in (*_VIOLENT, "RETREAT", "MOBILIZE", "PROTEST"):
            place = placed[block]
            flags.add("inferred")
        elif place is not None and scene.place_how != "sentence":
            placed[block] = place
        for doer, patient, how in _sides(scene, place, opponents, home):
            if doer is None and patient is None:
                continue
            if not _worth(scene, doer, patient):
                continue
            if not scene.doers and not scene.found.nominal and not scene.found.nominal_subject and not (scene.found.clause and scene.found.clause.passive) and how != "named" and scene.found.act.frame.subject == "actor1" and not scene.found.patient_rule.startswith("passive"):
                continue  # nobody known did it, to nobody named
            if scene.doers and doer is None and not scene.armed and not scene.found.nominal and not scene.found.nominal_subject:
                continue  # a thing did it ("debris fell on"), not somebody
            row = _row(page, scene, doer, patient, place, date, modality, source, cue, flags, how)
            mark = row["event_type"], row["actor1_country"], row["actor2_country"], row["char_start"]
            if not (row["actor1_country"] or row["actor2_country"]):
                mark = (*mark, row["actor1_text"], row["actor2_text"])
            if mark not in seen:
                seen.add(mark)
                found.append(row)
    return sorted(found, key=lambda row: (row["char_start"], row["char_end"]))


def _refer(scene: Scene, earlier: Scene) -> None:
    """A count or a force without a country is that of the act before it in the sentence ("... but no unit pulled back")."""
    known = next((a for a in earlier.doers if a.country), None)
    if known is None:
        return
    if scene.counted and not any(a.country for a in scene.doers):
        scene.doers = [_with(a, known.country) for a in scene.doers] or [known]
        scene.doers = [replace(a, kind="people", role=a.role or known.role) for a in scene.doers if a]
    else:
        scene.doers = [
            replace(a, country=known.country) if a.country is None and a.role == "MIL" and known.role == "MIL" else a
            for a in scene.doers
        ]


def _our_side(page: Page, scene: Scene, actor: Actor, ours: str | None, opponents: Opponents) -> Actor:
    """"Our soldiers" are those of the state that speaks, "the enemy" and "occupiers" its opponent's."""
    if actor.country and actor.via != "coreference" or actor.kind == "pronoun" or ours is None:
        return actor
    if scene.says("enemies", actor, page):
        enemy = opponents.of(ours)
        return replace(actor, country=enemy) if enemy and enemy != ours else actor
    if page.view[actor.char_start : actor.char_start + 4].lower() == "our ":
        return replace(actor, country=ours)
    return actor


def _menace(mentions: Mentions, scene: Scene, source: tuple[int, int]) -> None:
    """"X says Y will pay": the speaker threatens the subject."""
    near = mentions.within("actors", scene.span.char_start, scene.span.char_end)
    taken = {a.char_start for a in scene.patients}
    speaker = next((a for a in near if source[0] <= a.char_start < source[1]), None)
    speaker = speaker or next((a for a in near if a.char_start not in taken and a.char_start < scene.start), None)
    if speaker is not None:
        scene.doers = [
            Actor(speaker.char_start, speaker.char_end, speaker.name, speaker.country, speaker.role, speaker.kind, speaker.via, True)
        ]


def _worth(scene: Scene, doer: Actor | None, patient: Actor | None) -> bool:
    """Does somebody known stand behind the act: a state, or a body or group with a name?"""
    if scene.event_type == "SUPPORT" and not (patient and (patient.country or patient.kind == "body")):
        return False
    if patient and doer and patient.kind == "pronoun" and patient.country == doer.country and scene.event_type not in _VIOLENT:
        return False
    if scene.event_type in _VIOLENT:
        return bool(doer and doer.country or patient and patient.country)
    if doer is None or doer.kind == "pronoun" and not doer.country:
        return bool(patient and patient.country and scene.found.clause is not None and scene.found.clause.passive)
    return bool(doer.country or doer.role in ("IGO", "NGO") or doer.kind in ("body", "group", "person") and doer.name)


def _home(mentions: Mentions) -> str | None:
    """The country most places of the document lie in, where it is most of them."""
    count = Counter(place.country for place in mentions.places if place.country)
    if not count:
        return None
    country, n = count.most_common(1)[0]
    return country if 2 * n > sum(count.values()) else None


def _modality(page: Page, mentions: Mentions, scene: Scene) -> tuple[str, tuple[int, int], str | None]:
    value, start, end, cue = scope.modality_at(mentions, scene.span, scene.start, scene.end)
    cue_text = page.quote(cue.char_start, cue.char_end) if cue else None
    found = scene.found
    own = "asserted"
    if found.negated:
        own = "negated"
    elif found.control in MODALITY_ORDER:
        own = found.control
    elif found.modal in ("will", "shall"):
        own = "planned"
    elif found.modal in ("may", "might", "could"):
        own = "possible"
    elif found.modal == "would":
        own = "planned"
    elif found.modal in ("should", "must", "ought"):
        own = "hypothetical"
    elif found.control == "purpose":
        own = "planned"
    if own == "asserted" and value == "hypothetical" and cue and scene.event_type in _SPOKEN:
        # A demand or threat is made, whatever it hangs on ("... unless they leave").
        if found.nominal is False and (cue.char_start > scene.start or found.act.frame.name == "must"):
            value, cue_text = ("reported" if start >= 0 else "asserted"), None
    if MODALITY_ORDER.index(own) < MODALITY_ORDER.index(value):
        value = own
    return value, (start, end), cue_text


def _sides(
    scene: Scene, place: PlaceMention | None, opponents: Opponents, home: str | None
) -> list[tuple[Actor | None, Actor | None, str]]:
    """Doer and patient of each row of a scene, and how the patient was known."""
    doers: list[Actor | None] = [a for a in scene.doers if a.country or a.kind != "thing"] or [None]
    patients: list[Actor | None] = [a for a in scene.patients if a.country or a.kind != "thing"]
    kind = scene.event_type
    doers = [
        a and (a if a.kind != "person" and scene.unknown else _at_home(a, place, home, opponents if kind == "ASSAULT" else None))
        for a in doers
    ]
    if kind not in _VIOLENT:
        patients = [
            _with(p, home) if p and not p.country and p.role in ("REB", "MIL", "COP", "GOV") and p.kind != "pronoun" else p
            for p in patients
        ]
    how = "named" if any(p and p.country for p in patients) else "none"
    if kind in _ALONE:
        patients, how = [None], "free"
    elif kind in _VIOLENT or kind == "PROTEST":
        filled: list[Actor | None] = []
        for patient in patients or [None]:
            own = doers[0].country if doers[0] else None
            if patient is not None and patient.country:
                enemy = opponents.of(own)
                if kind == "ASSAULT" and own == patient.country and patient.kind == "pronoun" and enemy and enemy != own:
                    patient = replace(patient, country=enemy)
                filled.append(patient)
                continue
            other, how = _other_side(scene, doers[0], place, opponents, home)
            filled.append(_with(patient, other))
        patients = filled
        if kind in _VIOLENT and doers == [None] and not scene.doers and scene.found.act.frame.subject != "nobody":
            victim = patients[0].country if patients and patients[0] else None
            enemy = opponents.of(victim, least=1 if scene.found.patient_rule == "light verb" else 3)
            if enemy and enemy != victim and not scene.found.negated:
                doers = [_with(None, enemy)]
        elif kind == "ASSAULT" and len(doers) == 1 and doers[0] and not doers[0].country and not scene.unknown and doers[0].kind in ("office", "body", "force"):
            enemy = opponents.of(patients[0].country if patients and patients[0] else None)
            doers = [_with(doers[0], enemy)]
        elif kind == "ASSAULT" and doers == [None] and scene.armed and patients and patients[0]:
            enemy = opponents.of(patients[0].country)
            if enemy and enemy != patients[0].country:
                doers = [_with(None, enemy)]
    elif kind == "CONCEDE" and home:
        patients = [_with(p, home) if p and not p.country and p.kind == "people" else p for p in patients]
    elif kind == "AID" and place is not None and place.country:
        patients = [_with(p, place.country) if p and not p.country and p.kind == "people" else p for p in patients]
    if not patients:
        patients = [None]
    return [(d, p, how) for d in doers for p in patients if d is None or p is None or d is not p]


def _at_home(actor: Actor, place: PlaceMention | None, home: str | None, opponents: Opponents | None) -> Actor:
    """Police, soldiers, protesters of no named country are those of the place; who attacks there is its opponent."""
    if actor.country or actor.role not in _LOCAL_ROLES or actor.kind in ("body", "pronoun"):
        return actor
    enemy = opponents.of(place.country) if opponents and place else None
    if enemy:
        return _with(actor, enemy)
    return _with(actor, place.country if place and place.country else home)


def _other_side(
    scene: Scene, doer: Actor | None, place: PlaceMention | None, opponents: Opponents, home: str | None
) -> tuple[str | None, str]:
    own = doer.country if doer else None
    country = next((a.place_country for a in scene.patients if a.place_country), None) or (place.country if place else None)
    if scene.neutral or scene.found.act.mode == "confiscate":
        return None, "none"
    if country and country != own:
        return country, "place"
    enemy = opponents.of(own)
    state_force = doer is not None and doer.role in ("MIL", "GOV", "STA", "COP")
    if country == own and state_force and not enemy and home != own:
        return None, "none"
    if enemy and (country is None or state_force or enemy == country):
        return enemy, "opponent"
    if country:
        return country, "place"
    if own and own == home and (doer is None or doer.role != "STA"):
        return own, "place"
    return None, "none"


def _with(actor: Actor | None, country: str | None) -> Actor | None:
    if country is None:
        return actor
    if actor is None:
        return Actor(-1, -1, None, country, None, "inferred", "", False)
    return Actor(
        actor.char_start, actor.char_end, actor.name, country, actor.role, actor.kind, actor.via, actor.head, actor.place_country
    )


def _row(
    page: Page, scene: Scene, doer: Actor | None, patient: Actor | None, place: PlaceMention | None,
    date: DateMention | None, modality: str, source: tuple[int, int], cue: str | None, flags: set[str], how: str,
) -> dict[str, Any]:  # fmt: skip
    document, act, found = page.document, scene.found.act, scene.found
    flags = set(flags)
    if (doer and doer.kind == "inferred") or (patient and patient.kind == "inferred"):
        flags.add("inferred")
    row: dict[str, Any] = {
        "doc_id": document.doc_id,
        "block_id": _block_id(page, scene.span.block),
        "trigger": page.quote(scene.start, scene.end),
        "event_type": act.event_type,
        "cameo_root": act.root,
        "quad_class": QUAD[act.event_type],
        "mode": act.mode,
    }
    row |= _actor(page, "actor1", doer)
    row |= _actor(page, "actor2", patient)
    row["target_text"] = page.quote(*scene.target) if scene.target and scene.target[1] > scene.target[0] else None
    row |= _place(page, place)
    row |= _date(page, date)
    row["modality"] = modality
    row["source_text"] = page.quote(*source) if source[0] >= 0 else None
    row["modality_cue"] = cue
    row["rule"] = act.rule
    row["actor1_rule"] = _explain(found.doer_rule, doer)
    row["actor2_rule"] = _explain(found.patient_rule if patient and patient.kind != "inferred" else how, patient)
    row["flags"] = sorted(flags)
    row["confidence"] = confidence.of(
        nominal=found.nominal,
        named=bool(doer and doer.country or patient and patient.country),
        doer_rule=found.doer_rule,
        doer_kind=doer.kind if doer else None,
        doer_via=doer.via if doer else "",
        patient=how,
        conditional=act.conditional,
        words=len(act.words),
        modality=modality,
        garbled="garbled" in flags,
        control=found.control,
    )
    row["char_start"], row["char_end"] = scene.start, scene.end
    row["quote"] = page.quote(scene.start, scene.end)
    return row


def _block_id(page: Page, seq: int) -> str:
    block = page.blocks[seq]
    return ids.row_id("blocks", page.document.doc_id, block.char_start, block.char_end)


def _explain(rule: str, actor: Actor | None) -> str | None:
    if actor is None:
        return None
    return f"{rule or 'opponent'}/{actor.via or actor.kind}"


def _actor(page: Page, side: str, actor: Actor | None) -> dict[str, Any]:
    written = actor is not None and actor.char_end > actor.char_start >= 0
    return {
        f"{side}_text": page.quote(actor.char_start, actor.char_end) if actor and written else None,
        f"{side}_name": actor.name if actor else None,
        f"{side}_country": actor.country if actor else None,
        f"{side}_role": actor.role if actor else None,
    }


def _place(page: Page, place: PlaceMention | None) -> dict[str, Any]:
    return {
        "place_text": page.quote(place.char_start, place.char_end) if place else None,
        "place_name": place.name if place else None,
        "place_country": place.country if place else None,
        "place_lat": place.lat if place else None,
        "place_lon": place.lon if place else None,
        "geonames_id": place.geonames_id if place else None,
        "place_precision": place.precision if place else None,
    }


def _date(page: Page, date: DateMention | None) -> dict[str, Any]:
    doc_id = page.document.doc_id
    return {
        "date_id": ids.row_id("dates", doc_id, date.char_start, date.char_end) if date else None,
        "date_text": page.quote(date.char_start, date.char_end) if date else None,
        "date_edtf": date.edtf if date else None,
        "date_start": date.start if date else None,
        "date_end": date.end if date else None,
        "date_precision": date.precision if date else None,
        "date_basis": date.basis if date else None,
        "date_mod": date.mod if date else None,
    }
