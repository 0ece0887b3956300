"""Who is dealt with, where the text names nobody or nobody's state: in talks, truces, releases, requests and aid."""

from __future__ import annotations

from sitrep.extract.events import blame
from sitrep.extract.events.actors import GUESSED, Actor, of_country
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.words import POSS, listed
from sitrep.model import BY_NAME, PlaceMention


def fill(
    scene: Scene,
    doers: list[Actor | None],
    patients: list[Actor | None],
    how: str,
    place: PlaceMention | None,
    opponents: Opponents,
    home: str | None,
) -> tuple[list[Actor | None], list[Actor | None], str]:
    """Doers and patients of an act of no violence, with their states, and how the patients are known."""
    kind = scene.event_type
    if kind == "CONSULT" and scene.settles and not any(p and p.country for p in patients):
        states = {d.country for d in doers if d}
        two = opponents.two() or ((home,) if home in opponents.divided else ())
        if states.isdisjoint(two):
            patients, how = [of_country(None, state) for state in two] or patients, "opponent" if two else how
    elif kind == "AGREE" and scene.ends_war and not patients and _are_two(doers):
        doers, patients, how = doers[:1], doers[1:], "named"  # "A and B accepted a truce"
    elif kind == "AGREE" and scene.ends_war and not any(p and p.country for p in patients):
        own = next((d.country for d in doers if d and d.country), None)
        other = own if own in opponents.divided else opponents.of(own)
        if other and len({d.country for d in doers if d}) == 1:
            patients, how = [of_country(None, other)], "opponent"
    elif _is_penalty(scene, doers, patients, laid := opponents.penalised() or home):
        patients, how = [of_country(None, laid)], "place"
    elif kind == "ACCUSE" and not any(p and p.country for p in patients):
        foe = blame.condemned(scene, opponents)
        patients, how = ([of_country(None, foe)], "opponent") if foe else (patients, how)
    elif (
        kind == "SANCTION"
        and not any(p and p.country for p in patients)
        and (foe := opponents.sure_foe(d.country for d in scene.doers))
    ):
        patients, how = [of_country(None, foe)], "opponent"  # "suspended the treaty and recalled its envoy"
    elif _is_for_its_own(scene, doers, patients) and _are_at_war(doers, opponents):
        patients, how = [of_country(None, doers[0] and doers[0].country)], "opponent"
    elif kind == "CONCEDE":
        patients = _released(scene, doers, patients, opponents, home)
        doers = _captors(scene, doers, patients, opponents)
    elif kind == "REQUEST" and not any(p and p.country for p in patients) and _oppose(doers, home):
        patients, how = [of_country(p, home) for p in patients or [None]], "place"
    elif kind == "AID" and not patients and scene.reached(place):
        given = place.country if place and place.country not in {d.country for d in doers if d} else None
        patients, how = [of_country(None, given)], "place" if given else "none"
    elif kind == "AID" and not patients and home and _is_gift_from_abroad(scene, doers, home):
        patients, how = [of_country(None, home)], "place"
    elif kind == "AID" and place is not None and place.country:
        patients = [of_country(p, place.country) if p and not p.country and p.kind == "people" else p for p in patients]
    return doers, patients, how


def _is_free(patients: list[Actor | None]) -> bool:
    """Is nobody of a known state told that it is done to?"""
    return not any(p and p.country for p in patients)


def _is_for_its_own(scene: Scene, doers: list[Actor | None], patients: list[Actor | None]) -> bool:
    """May an act that names no other side be for the doers' own, if these fight at home?"""
    if scene.event_type in ("THREATEN", "CONSULT"):
        return not patients
    return _is_free(patients) and _is_among_themselves(scene, doers)


def _is_among_themselves(scene: Scene, doers: list[Actor | None]) -> bool:
    """Is it an offer or a demand that is turned down, or are those of no told state asked for something, where the
    sentence names no other state and no body of several?"""
    groups = [*scene.found.patients, *scene.found.things]
    words = texts(scene.sentence, groups)
    if scene.event_type == "REJECT":
        told = not kinds()["turned_down"].isdisjoint(words)
    else:
        opening = [scene.sentence.words[scene.sentence.chunks[g].start] for g in scene.found.patients]
        told = scene.event_type == "REQUEST" and bool(opening) and kinds()["outsiders"].isdisjoint(words)
        told = told and not any(word.classes & POSS or word.lower in listed("others_told") for word in opening)
    states = {actor.country for actor in doers if actor}
    named = [a for chunk in scene.sentence.chunks for a in chunk.actors if a.via in BY_NAME or a.role == "IGO"]
    return told and all(a.country in states for a in named)


def _are_at_war(doers: list[Actor | None], opponents: Opponents) -> bool:
    """Are they of one state that fights at home, whose threats and talks are for its own?"""
    states = {doer.country for doer in doers if doer}
    return len(doers) == 1 and len(states) == 1 and states <= opponents.divided


def is_exchange(scene: Scene, doers: list[Actor | None], patients: list[Actor | None], home: str | None) -> bool:
    """Do two each give way to the other ("X and Y each freed 90 men")?"""
    if scene.event_type != "CONCEDE" or _is_penalty(scene, doers, patients, home):
        return False
    return scene.apiece and _are_two(doers) and all(p and _is_guessed(p) for p in patients)


def _is_penalty(scene: Scene, doers: list[Actor | None], patients: list[Actor | None], home: str | None) -> bool:
    """Is a penalty laid or lifted from abroad, on the state that the page is about?"""
    penal = scene.event_type in ("CONCEDE", "SANCTION") and not patients and home and scene.penal
    return bool(penal) and _from_abroad(doers, home)


def _released(
    scene: Scene, doers: list[Actor | None], patients: list[Actor | None], opponents: Opponents, home: str | None
) -> list[Actor | None]:
    """Those who are given way to or let go: prisoners of war of the foe, and people of the state told about."""
    kept = scene.captives and not any(d and d.role == "REB" and opponents.of(d.country) for d in doers)
    if scene.frees and not kept and any(_is_filled(p, doers) for p in patients):
        own = next(d.country for d in doers if d and d.country)
        foe = own if own in opponents.divided else opponents.of(own)
        return [of_country(p, foe) if _is_filled(p, doers) else p for p in patients]
    if home and not (scene.captives and any(d and d.role == "REB" for d in doers)):
        return [of_country(p, home) if p and not p.country and p.kind == "people" else p for p in patients]
    return patients


def _captors(
    scene: Scene, doers: list[Actor | None], patients: list[Actor | None], opponents: Opponents
) -> list[Actor | None]:
    """Who lets prisoners of war go, where the text names nobody: their foe ("ten captured Indians were freed")."""
    if doers != [None] or scene.doers or not scene.lets_go_foes or scene.found.nominal:
        return doers
    own = next((p.country for p in patients if p and p.country and p.via not in GUESSED), None)
    foe = opponents.of(own, least=2 if opponents.alone(own) else 3)
    return [of_country(None, foe)] if foe and foe != own else doers


def _oppose(doers: list[Actor | None], home: str | None) -> bool:
    """Are they the opposition in the state that the page is about, of whose government it asks?"""
    return home is not None and all(d and d.role == "OPP" and d.country == home for d in doers)


def _from_abroad(doers: list[Actor | None], home: str) -> bool:
    return all(d and (d.kind == "body" or d.country not in (None, home)) for d in doers)


def _is_gift_from_abroad(scene: Scene, doers: list[Actor | None], home: str) -> bool:
    """Is something given from abroad, and no thing told of by who once gave it ("one battery lent by X")?"""
    return bool(scene.found.things) and not scene.by_the_way and _from_abroad(doers, home)


def _is_guessed(actor: Actor) -> bool:
    return not actor.country or actor.via in GUESSED


def _are_two(doers: list[Actor | None]) -> bool:
    states = {doer.country for doer in doers if doer}
    return len(doers) == len(states) == 2 and None not in states


def _is_filled(patient: Actor | None, doers: list[Actor | None]) -> bool:
    """Does only the setting give somebody the state that one of the doers is of?"""
    filled = patient is not None and patient.country is not None and patient.via in GUESSED
    return filled and patient.country in {doer.country for doer in doers if doer}
