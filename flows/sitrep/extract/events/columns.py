"""An act with its parties, place, date and modality as a row of the dataset ``events``."""

from __future__ import annotations

from typing import Any

from sitrep.extract.events import confidence
from sitrep.extract.events.actors import Actor
from sitrep.extract.events.acts import QUAD
from sitrep.extract.events.scene import Scene
from sitrep.model import DateMention, Page, PlaceMention


def row_of(
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
        named=bool((doer and doer.country) or (patient and patient.country)),
        doer_rule=found.doer_rule,
        doer_kind=doer.kind if doer else None,
        doer_via=doer.via if doer else "",
        patient=how,
        patient_via=patient.via if patient else "",
        event_type=act.event_type,
        conditional=act.conditional,
        words=len(act.words),
        modality=modality,
        garbled="garbled" in flags,
        control=found.control,
        own=bool(doer and patient and doer.country and doer.country == patient.country),
    )
    row["char_start"], row["char_end"] = scene.start, scene.end
    row["quote"] = page.quote(scene.start, scene.end)
    return row


def _block_id(page: Page, seq: int) -> str:
    block = page.blocks[seq]
    return page.row_id("blocks", block.char_start, block.char_end)


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
    return {
        "date_id": page.row_id("dates", date.char_start, date.char_end) if date else None,
        "date_text": page.quote(date.char_start, date.char_end) if date else None,
        "date_edtf": date.edtf if date else None,
        "date_start": date.start if date else None,
        "date_end": date.end if date else None,
        "date_precision": date.precision if date else None,
        "date_basis": date.basis if date else None,
        "date_mod": date.mod if date else None,
    }
