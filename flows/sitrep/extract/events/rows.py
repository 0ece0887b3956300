"""Rows of a page: modality, place and date of each act, and its parties."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sitrep import scope
from sitrep.extract.events import blame
from sitrep.extract.events import words as w
from sitrep.extract.events.actors import Actor
from sitrep.extract.events.columns import row_of
from sitrep.extract.events.forms import PARTICIPLE, PAST
from sitrep.extract.events.groups import CONJ, REL, P
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.paragraphs import Days
from sitrep.extract.events.parties import (
    VIOLENT,
    menace,
    our_side,
    refer,
    reported_by,
    sides,
    speakers,
    spoken_by,
    told_before,
)
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.worth import worth
from sitrep.model import MODALITY_ORDER, Cue, DateMention, Mentions, Page, PlaceMention
from sitrep.model import Sentence as Span
from sitrep.territories import sovereign

_SPOKEN = ("REQUEST", "THREATEN", "ACCUSE", "REJECT")
_FUTURE = ("planned", "hypothetical")
# Acts that follow one another in one place.
_ON_THE_SPOT = (*VIOLENT, "RETREAT", "MOBILIZE", "PROTEST")
# Acts that mostly go on or are told in passing: the day of the sentence before is seldom theirs.
_LASTING = ("AID", "SUPPORT")
# How long the times are of which the act in a sentence behind seldom is.
_LONG = ("week", "season", "decade", "century")
# How a clause comes by a subject that stands in it, in one that it goes on, or right before it.
_OWN_SUBJECTS = ("subject", "coordination", "relative")
# What a modal makes of the verb that it leads, and of no verb before it.
_LED = ("planned", "possible", "hypothetical")


def build(page: Page, mentions: Mentions, scenes: list[Scene], opponents: Opponents) -> list[dict[str, Any]]:
    """The rows of a page, sorted by span."""
    home = sovereign(_home(page, mentions))
    found: list[dict[str, Any]] = []
    seen: set[tuple[Any, ...]] = set()
    dated: dict[int, tuple[DateMention, Span]] = {}
    placed: dict[int, PlaceMention] = {}
    days = Days(page, mentions)
    earlier: Scene | None = None
    voices = speakers(page, mentions)
    voice = next((a.country for a in voices if a.kind == "pronoun" and a.country), None)
    ours = voice or next((a.country for a in mentions.actors if a.country and a.role in ("MIL", "GOV", "STA")), None)
    issuer = ours if opponents.declare(page, mentions, ours) else voice
    for scene in scenes:
        near = earlier is not None and earlier.span.block == scene.span.block
        if near and scene.span.seq - earlier.span.seq <= (1 if scene.settles else 0):
            refer(scene, earlier)
        if earlier is not None:
            blame.recall(scene, earlier)
        told_before(page, scene)
        if any(a.country for a in (*scene.doers, *scene.patients)):
            earlier = scene
        if scene.found.control == "purpose":
            continue
        scene.doers = [our_side(page, scene, a, ours, voice, opponents) for a in scene.doers]
        scene.patients = [our_side(page, scene, a, ours, voice, opponents) for a in scene.patients]
        if not scene.doers and ours and any(scene.says("enemies", a, page) for a in scene.patients):
            scene.doers = [Actor(-1, -1, None, ours, None, "inferred", "", False)]
        modality, source, cue = _modality(page, mentions, scene)
        if modality == "reported" and _tells_itself(scene, source):
            modality, source, cue = "asserted", (-1, -1), None
        scene.doers = [spoken_by(page, mentions, a, source, voices) for a in scene.doers]
        scene.patients = [spoken_by(page, mentions, a, source, voices) for a in scene.patients]
        scene.doers = [reported_by(mentions, scene, a, source, opponents) for a in scene.doers]
        if scene.found.act.frame.name in ("menace", "bar_to"):
            menace(mentions, scene, source)
            modality = "asserted"
        elif scene.event_type == "THREATEN" and scene.found.act.modal and modality != "negated":
            modality = "reported" if source[0] >= 0 else "asserted"
        elif scene.found.act.frame.name in ("charge", "trace"):
            if modality == "negated" or not blame.charge(mentions, scene, source):
                continue
            modality = "asserted"
        flags: set[str] = set(scene.span.flags)
        block = scene.span.block
        place, date = scene.place, scene.date
        if date is not None and scene.date_how == "sentence" and modality in (*_FUTURE, "possible"):
            date = None
        told_on = modality not in (*_FUTURE, "possible") and scene.event_type not in _LASTING
        told_on = told_on and not mentions.within("dates", scene.span.char_start, scene.span.char_end)
        if date is None and told_on and not _said_here(scene, issuer) and not _has_said(scene):
            if block not in dated:
                date = days.before(scene.span)
            elif dated[block][1] is not scene.span:
                date = dated[block][0]
            if date is not None and (_is_lasting(page, scene, date) or (_is_span(date) and _is_said(scene))):
                date = None  # "after the coup of 2023, ... The generals accuse X"
            flags.update(("inferred",) if date else ())
        elif date is not None and modality not in _FUTURE:
            told = scene.found.clause is None or scene.found.clause.how != "relative"
            if told and not (date.edtf or "").startswith("../"):  # a deadline is the day of nothing that follows
                dated[block] = date, scene.span
        ground = place
        if ground is None and block in placed and _is_on_the_spot(scene):
            ground = placed[block]
            if modality not in _FUTURE and _goes_on(mentions, scene, ground):
                place = ground
                flags.add("inferred")
        elif place is not None and scene.place_how != "sentence":
            placed[block] = place
        elif modality in _FUTURE:
            place = None
        for doer, patient, how in sides(scene, ground, opponents, home):
            if doer is None and patient is None:
                continue
            if not worth(scene, doer, patient):
                continue
            if (
                not scene.doers
                and not scene.found.nominal
                and not scene.found.nominal_subject
                and not (scene.found.clause and scene.found.clause.passive)
                and how != "named"
                and scene.found.act.frame.subject == "actor1"
                and not scene.found.patient_rule.startswith("passive")
            ):
                continue  # nobody known did it, to nobody named
            if (
                scene.doers
                and doer is None
                and not scene.armed
                and not scene.people
                and not scene.found.nominal
                and not scene.found.nominal_subject
            ):
                continue  # a thing did it ("debris fell on"), not somebody
            row = row_of(page, scene, doer, patient, place, date, modality, source, cue, flags, how)
            mark = row["event_type"], row["actor1_country"], row["actor2_country"], row["char_start"]
            if not (row["actor1_country"] or row["actor2_country"]):
                mark = (*mark, row["actor1_text"], row["actor2_text"])
            if mark not in seen:
                seen.add(mark)
                found.append(row)
    return sorted(found, key=lambda row: (row["char_start"], row["char_end"]))


def _is_on_the_spot(scene: Scene) -> bool:
    """Is an act that names no place done where the one before may have been, and no ship sunk or office given up?"""
    return scene.event_type in _ON_THE_SPOT and not scene.neutral and scene.found.act.mode != "resign"


def _home(page: Page, mentions: Mentions) -> str | None:
    """The country most places of the document lie in, where it is most of them or the one that the title names."""
    towns = Counter(place.country for place in mentions.places if place.country and place.precision != "country")
    if len(towns) > 1:
        (country, n), (_, second) = towns.most_common(2)
        if n >= 3 and n >= 2 * second:
            return country
    count = Counter(place.country for place in mentions.places if place.country)
    if not count:
        return None
    country, n = count.most_common(1)[0]
    if 2 * n > sum(count.values()):
        return country
    head = next((block for block in page.blocks if block.kind in ("title", "heading")), None)
    titled = {p.country for p in mentions.within("places", head.char_start, head.char_end) if p.country} if head else ()
    return country if titled == {country} else None


def _goes_on(mentions: Mentions, scene: Scene, place: PlaceMention) -> bool:
    """May an act have been done where the last one of its paragraph was?

    Not so of forces: they are sent elsewhere, and raised at home, where no place need be named.
    """
    if scene.event_type != "MOBILIZE":
        return True
    inside = mentions.within("places", scene.span.char_start, scene.span.char_end)
    return all(p.precision == "country" for p in inside) and all(a.country != place.country for a in scene.doers)


def _said_here(scene: Scene, issuer: str | None) -> bool:
    """Does the state that speaks in the page say it now ("The ministry rejects"), on no day told before?"""
    return issuer is not None and any(a.country == issuer for a in scene.doers) and _is_said(scene)


def _has_said(scene: Scene) -> bool:
    """Is something said that goes on to hold ("has threatened to act"), on no day told before?"""
    verb = scene.sentence.chunks[scene.found.clause.index] if scene.found.clause else None
    if verb is None or scene.event_type not in ("THREATEN", "REQUEST") or not verb.perfect or verb.modal:
        return False
    return scene.sentence.lower(scene.found.clause.index) in w.listed("present_perfect")


def _is_said(scene: Scene) -> bool:
    """Is something said in the present ("accuses")?"""
    verb = scene.sentence.chunks[scene.found.clause.index] if scene.found.clause else None
    if verb is None or scene.event_type not in _SPOKEN or not verb.finite or verb.modal or verb.perfect:
        return False
    return not verb.form & (PAST | PARTICIPLE)


def _is_lasting(page: Page, scene: Scene, date: DateMention) -> bool:
    """Is it a time of which the act behind is seldom: one that goes on, one of many days, or one still to come?"""
    published = page.document.published
    if published is not None and date.start is not None and date.start > published:
        return True
    goes_on = (date.edtf or "").endswith("/..") and scene.event_type not in (*VIOLENT, "RETREAT")
    return goes_on or date.precision in _LONG


def _is_span(date: DateMention) -> bool:
    """Is it a year, or a time from one date to another, and no day or month?"""
    edtf = date.edtf or ""
    return "/" in edtf or edtf.isdecimal()


def _apart(scene: Scene, start: int) -> bool:
    """Does a preposition part the act from a negation behind it ("hit targets with no military purpose")?"""
    return start < scene.span.char_end and any(
        chunk.kind == P and scene.end <= scene.sentence.starts[chunk.start] < start for chunk in scene.sentence.chunks
    )


def _told_aside(scene: Scene, cue_end: int) -> bool:
    """Is the act told as done of what the act under the cue is about ("must return the jet that it seized")?"""
    clause, sentence = scene.found.clause, scene.sentence
    if scene.found.nominal or clause is None or not clause.subjects:
        return False
    whose = sentence.kind(clause.subjects[0] - 1) == REL and clause.objects
    if clause.how == "coordination":
        before = [c for c in sentence.clauses() if c.index < clause.index and c.subjects == clause.subjects]
        clause = before[0] if before else clause  # "groups that have captured, harmed or killed"
    if clause.how not in ("relative", "participle") and not whose:
        return False
    verb = sentence.chunks[clause.index]
    if not verb.finite or verb.modal or not verb.form & (PAST | PARTICIPLE):
        return False
    owned = clause.objects if whose else []  # "whose house they burned and looted": one verb alone may have it
    thing = sentence.chunks[(owned or clause.subjects)[0]]
    if thing.start > verb.start or sentence.words[thing.end - 1].classes & w.PRON:
        return False
    return cue_end <= sentence.starts[thing.start]


def _met(scene: Scene, cue: Cue) -> bool:
    """Does the cue only name what the act is done to or by ("X's request for talks was backed")?"""
    clause, sentence = scene.found.clause, scene.sentence
    if scene.found.nominal or clause is None or not sentence.chunks[clause.index].finite:
        return False
    if clause.how not in ("subject", "relative") or sentence.chunks[clause.index].modal:
        return False
    heads = (sentence.chunks[g].end - 1 for g in clause.subjects if g < clause.index)
    return any(sentence.starts[head] <= cue.char_start < sentence.end(head) for head in heads)


def _of_others(scene: Scene, cue: Cue) -> bool:
    """Does the cue only say who is not meant ("X, but not Y, condemned")?"""
    sentence = scene.sentence
    return any(
        sentence.starts[chunk.start] == cue.char_start and sentence.contrasted(i)
        for i, chunk in enumerate(sentence.chunks)
    )


def _tells_itself(scene: Scene, source: tuple[int, int]) -> bool:
    """Is the source the subject of the act's own verb, beside what it says ("X blamed Y and closed the border",
    "according to X, which had sanctioned Y")?"""
    clause = scene.found.clause
    if scene.found.nominal or clause is None or clause.governor is not None or clause.how not in _OWN_SUBJECTS:
        return False
    return any(source[0] <= a.char_start < source[1] and a.kind != "pronoun" for a in scene.doers)


def _went_on(scene: Scene, cue_start: int) -> bool:
    """Is the act what somebody did beside what the cue says of another act ("refused to sign and killed six")?"""
    clause, sentence, at = scene.found.clause, scene.sentence, scene.found.chunk
    if scene.found.nominal or clause is None or clause.how != "coordination" or sentence.kind(at - 1) != CONJ:
        return False
    verb = sentence.chunks[at]
    if not (verb.finite and verb.form & PAST) or sentence.lower(at - 1) not in w.listed("adding_coordinators"):
        return False
    refusing = next((v for v in sentence.verbs if sentence.starts[sentence.chunks[v].start] >= cue_start), at)
    led = sentence.chunks[refusing]
    return refusing < at and led.finite and not led.negated and not led.modal and bool(led.form & PAST)


def _modality(page: Page, mentions: Mentions, scene: Scene) -> tuple[str, tuple[int, int], str | None]:
    value, start, end, cue = scope.modality_at(mentions, scene.span, scene.start, scene.end)
    cue_text = page.quote(cue.char_start, cue.char_end) if cue else None
    found = scene.found
    if cue is not None and cue.char_start < scene.end and scene.start < cue.char_end and scene.event_type in _SPOKEN:
        value, cue_text = ("reported" if start >= 0 else "asserted"), None  # "ruled out" is the refusal itself
    if value == "negated" and cue is not None and scene.end <= cue.char_start and _apart(scene, cue.char_start):
        if start >= scene.end and scene.event_type in _SPOKEN:
            start, end = -1, -1  # "accused X of theft, which X denies"
        value, cue_text = ("reported" if start >= 0 else "asserted"), None
    if not found.nominal and not found.modal and cue_text and cue.char_start >= scene.end and value in _LED:
        if scene.sentence.lexis.classes.get(cue_text.lower(), 0) & w.MODAL:
            value, cue_text = ("reported" if start >= 0 else "asserted"), None  # "has sent ten and will send more"
    if value in (*_FUTURE, "negated") and cue is not None and _went_on(scene, cue.char_start):
        value, cue_text = ("reported" if start >= 0 else "asserted"), None
    if value in (*_FUTURE, "negated") and cue is not None and (_told_aside(scene, cue.char_end) or _met(scene, cue)):
        value, cue_text = ("reported" if start >= 0 else "asserted"), None
    if value == "negated" and cue is not None and _of_others(scene, cue):
        value, cue_text = ("reported" if start >= 0 else "asserted"), None
    own = "asserted"
    if found.negated:
        own = "negated"
    elif found.control in MODALITY_ORDER:
        own = found.control
    elif found.modal in w.listed("modals_planned"):
        own = "planned"
    elif found.modal in w.listed("modals_possible"):
        own = "possible"
    elif found.modal in w.listed("modals_hypothetical"):
        own = "hypothetical"
    elif found.control == "purpose":
        own = "planned"
    if found.act.frame.name == "must":
        return "asserted", (start, end), None
    if own == "asserted" and value in ("hypothetical", "negated") and cue and scene.event_type in _SPOKEN:
        # A demand or threat is made, whatever it hangs on ("... unless they leave").
        if not found.nominal and cue.char_start > scene.start:
            value, cue_text = ("reported" if start >= 0 else "asserted"), None
    if MODALITY_ORDER.index(own) < MODALITY_ORDER.index(value):
        value = own
    return value, (start, end), cue_text
