"""Rows of a page: modality, place and date of each act, and its parties."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import Any

from sitrep import headed
from sitrep.extract.events import blame, both_sides, downed, floor, unnamed
from sitrep.extract.events.actors import Actor
from sitrep.extract.events.answering import answer, decline, is_offer
from sitrep.extract.events.carrying import Carried
from sitrep.extract.events.columns import row_of
from sitrep.extract.events.earlier import is_meeting, refer, strike_other, talk_on, told_before
from sitrep.extract.events.floor import Floor, claimed_by, menace, our_side, reported_by, spoken_by
from sitrep.extract.events.modality import modality, tells_itself
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.parties import sides
from sitrep.extract.events.retorts import Wrong, lay, relent, retort, wrong
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.worth import is_act, is_of_somebody
from sitrep.model import Mentions, Page
from sitrep.territories import sovereign


def build(page: Page, mentions: Mentions, scenes: list[Scene], opponents: Opponents) -> list[dict[str, Any]]:
    """The rows of a page, sorted by span."""
    whole = sovereign(_home(page, mentions))
    parts = headed.parts(page, mentions.places)
    speaking = floor.read(page, mentions, opponents)
    carried = Carried(page, mentions, speaking.issuer)
    found: list[dict[str, Any]] = []
    seen: set[tuple[Any, ...]] = set()
    earlier: Scene | None = None
    meeting: Scene | None = None
    deed: Scene | None = None
    launch: Scene | None = None
    asked: Scene | None = None
    charge: Scene | None = None
    offer: Scene | None = None
    wronged: Wrong | None = None
    laid: dict[str, str] = {}
    for scene in scenes:
        _look_back(page, mentions, scene, earlier)
        if earlier is not None:
            strike_other(scene, earlier)
        both_sides.settle(page, scene, opponents)
        both_sides.settle_other(scene, opponents, earlier)
        answer(scene, asked, charge, deed)
        if offer is not None:
            decline(scene, offer)
        offer = scene if is_offer(scene) else offer
        asked = scene if scene.event_type == "REQUEST" or scene.found.act.mode == "expel" else asked
        charge = scene if scene.event_type == "ACCUSE" and any(a.country for a in scene.patients) else charge
        if deed is not None and deed is not earlier:
            blame.recall_attack(scene, deed)
        deed = scene if blame.is_deed(scene) else deed
        if launch is not None:
            downed.recall(scene, launch)
        launch = scene if downed.is_launch(scene) else launch
        if wronged is not None:
            retort(scene, wronged)
        relent(scene, laid)
        talk_on(scene, meeting)
        meeting = scene if is_meeting(scene) else meeting
        if any(a.country for a in (*scene.doers, *scene.patients)):
            earlier = scene
        if scene.found.control == "purpose":
            continue
        told = _told(page, mentions, scene, speaking, opponents)
        if told is None:
            continue
        value, source, cue = told
        date, dated_before = carried.date(scene, value, cue)
        place, ground, placed_before = carried.place(scene, value)
        flags: set[str] = set(scene.span.flags)
        if dated_before or placed_before:
            flags.add("inferred")
        home = headed.state_of(parts, scene.start, whole)
        teller = next((a.country for a in mentions.within("actors", *source) if a.country), None)
        pairs = sides(scene, ground, opponents, home)
        states = {(d and d.country, p and p.country) for d, p, _ in pairs}
        wronged = wrong(scene, states) or wronged
        lay(scene, states, laid)
        for doer, patient, how in pairs:
            if not is_act(scene, doer, patient):
                continue
            if not _is_done_by_somebody(scene, doer, patient, how):
                tabular = page.blocks[scene.span.block].kind == "table"
                if tabular or not unnamed.tells(scene, doer, patient, opponents):
                    continue
                doer, patient = unnamed.sides(scene, doer, patient, opponents, home, teller)
            at = None if place is scene.place and _is_told_at(scene, doer, patient) else place
            row = row_of(page, scene, doer, patient, at, date, value, source, cue, flags, how)
            mark = _mark(row)
            if mark not in seen:
                seen.add(mark)
                found.append(row)
    return sorted(found, key=lambda row: (row["char_start"], row["char_end"]))


def _is_told_at(scene: Scene, doer: Actor | None, patient: Actor | None) -> bool:
    """Is the place of an attack that of its state, where somebody tells of it, and not of who is struck ("In Managua
    the president denied that his troops had entered Honduras")?"""
    place, sentence = scene.place, scene.sentence
    if scene.event_type != "ASSAULT" or place is None or scene.place_how != "sentence" or not doer or not patient:
        return False
    if not place.country == doer.country != patient.country is not None:
        return False
    first, end = (bisect_left(sentence.starts, at) for at in (place.char_end, scene.start))
    return any(first <= sentence.chunks[v].start < end and sentence.is_speech(v) for v in sentence.verbs)


def _look_back(page: Page, mentions: Mentions, scene: Scene, earlier: Scene | None) -> None:
    """Give the sides of a scene what the scene before tells of them."""
    if earlier is not None:
        if earlier.span.block == scene.span.block and scene.span.seq - earlier.span.seq <= (1 if scene.settles else 0):
            refer(scene, earlier)
        blame.recall(scene, earlier)
        blame.judge_again(scene, earlier)
    told_before(page, mentions, scene)


def _told(
    page: Page, mentions: Mentions, scene: Scene, speaking: Floor, opponents: Opponents
) -> tuple[str, tuple[int, int], str | None] | None:
    """Modality, source and cue of a scene, whose sides come to be those of who speaks; None where it tells no act."""
    ours, voice = speaking.ours, speaking.voice
    scene.doers = [our_side(page, scene, a, ours, voice, opponents) for a in scene.doers]
    scene.patients = [our_side(page, scene, a, ours, voice, opponents) for a in scene.patients]
    if not scene.doers and ours and any(scene.says("enemies", a, page) for a in scene.patients):
        scene.doers = [Actor(-1, -1, None, ours, None, "inferred", "", False)]
    value, source, cue = modality(page, mentions, scene)
    if value == "reported" and tells_itself(scene, source):
        value, source, cue = "asserted", (-1, -1), None
    scene.doers = [spoken_by(page, mentions, a, source, speaking) for a in scene.doers]
    scene.patients = [spoken_by(page, mentions, a, source, speaking) for a in scene.patients]
    scene.doers = [reported_by(mentions, scene, a, source, opponents) for a in scene.doers]
    scene.doers = claimed_by(mentions, scene, source, opponents)
    downed.defended(mentions, scene, source, opponents)
    if scene.found.act.frame.name in ("menace", "bar_to"):
        menace(mentions, scene, source)
        return "asserted", source, cue
    if scene.event_type == "THREATEN" and scene.found.act.modal and value != "negated":
        return "reported" if source[0] >= 0 else "asserted", source, cue
    if scene.found.act.frame.name in ("charge", "trace"):
        if value == "negated" or not blame.charge(mentions, scene, source):
            return None
        return "asserted", source, cue
    return value, source, cue


def _is_done_by_somebody(scene: Scene, doer: Actor | None, patient: Actor | None, how: str) -> bool:
    """Is it an act of somebody known, or done to somebody named, and nothing that things do?"""
    if (doer is None and patient is None) or not is_of_somebody(scene, doer, patient):
        return False
    found = scene.found
    if found.nominal or found.nominal_subject:
        return True
    if scene.doers:
        return doer is not None or scene.armed or scene.people  # "debris fell on" is the act of a thing
    if found.clause is not None and found.clause.passive:
        return True
    return found.patient_rule.startswith("passive") or how == "named" or found.act.frame.subject != "actor1"


def _mark(row: dict[str, Any]) -> tuple[Any, ...]:
    """What two rows of one act have in common, one of which is kept: type, sides and where it begins."""
    mark = row["event_type"], row["actor1_country"], row["actor2_country"], row["char_start"]
    if not (row["actor1_country"] or row["actor2_country"]):
        return (*mark, row["actor1_text"], row["actor2_text"])
    return mark


def _home(page: Page, mentions: Mentions) -> str | None:
    """The country most places of the document lie in, where it is most of them or the one that the title names."""
    towns = Counter(place.country for place in mentions.places if place.country and place.precision != "country")
    if len(towns) > 1:
        (country, n), (_, second) = towns.most_common(2)
        if n >= 3 and n >= 2 * second:
            return country
    count = Counter(place.country for place in mentions.places if place.country and not place.ground)
    if not count:
        return None
    country, n = count.most_common(1)[0]
    if 2 * n > sum(count.values()):
        return country
    head = next((block for block in page.blocks if block.kind in ("title", "heading")), None)
    titled = {p.country for p in mentions.within("places", head.char_start, head.char_end) if p.country} if head else ()
    return country if titled == {country} else None
