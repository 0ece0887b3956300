"""Both sides of attacks, arrests and the like: who is struck where the text names nobody, and by whom."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from sitrep import lexicons
from sitrep.extract.events import domestic, downed
from sitrep.extract.events.actors import GUESSED, Actor, of_country
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.words import POSS, listed
from sitrep.model import BY_NAME, PlaceMention
from sitrep.territories import sovereign

# Roles of those by whom a state arrests people.
_HOLDERS = ("STA", "GOV", "JUD")
# Roles of those who take prisoners of war.
_CAPTORS = ("MIL", "REB", "STA", "GOV")
_NATIONS = ("people", "pronoun")  # "the Finns took 1,300 prisoners"
_FIGHTING = ("STA", "MIL")


def fill(
    scene: Scene,
    doers: list[Actor | None],
    patients: list[Actor | None],
    how: str,
    place: PlaceMention | None,
    opponents: Opponents,
    home: str | None,
) -> tuple[list[Actor | None], list[Actor | None], str]:
    """Doers and patients of an act of violence, with their states, and how the patients are known."""
    if scene.event_type == "COERCE":
        if not scene.decreed and any(p and p.kind == "pronoun" and _owns(p, doers) for p in patients):
            own = {d.country for d in doers if d}
            beyond = scene.place.country if scene.borders and scene.place is not None else None
            if beyond not in (None, *own) and scene.place_how == "clause":
                return doers, [of_country(None, beyond)], "place"  # "shut its crossing at Muse"
            return doers, [None], "none"  # "closed its borders"
        if scene.decreed and {p.country for p in patients if p} <= {d.country for d in doers if d}:
            land = scene.place.country if scene.place is not None else None
            named = doers[0].country if doers[0] and doers[0].via in (*BY_NAME, "setting") else None
            return doers, [of_country(None, land or named)], "place"
    victims: list[Actor | None] = []
    for patient in patients or [None]:
        if patient is not None and patient.country:
            victims.append(_known_victim(scene, doers[0], patient, place, opponents))
        elif patient is not None and (_is_of_body(patient) or scene.strikes_foreigners):
            victims.append(patient)  # peacekeepers are of no state, wherever they are struck
        else:
            other, how = _other_side(scene, doers[0], place, opponents, home)
            victims.append(of_country(patient, other))
    return _attackers(scene, doers, victims, opponents), victims, how


def _known_victim(
    scene: Scene, doer: Actor | None, patient: Actor, place: PlaceMention | None, opponents: Opponents
) -> Actor:
    """A victim of a known state, or of another one where only the setting tells it and the doer would not strike it."""
    own = doer.country if doer else None
    enemy = opponents.of(own)
    abroad = _strikes_others(doer) and not domestic.punishes(scene, doer) and (place is None or place.country != own)
    if own == patient.country and patient.via in GUESSED and downed.is_downed(scene):
        return replace(patient, country=own if own in opponents.divided else enemy)  # nobody shoots down his own
    if patient.country != own == sovereign(patient.country):
        patient = replace(patient, country=enemy or own)  # "British troops retook Goose Green"
    policed = doer is not None and doer.role == "COP" and patient.country != own
    policed = policed and (place is None or place.country in (None, own))
    if own and patient.via in GUESSED and (policed or domestic.punishes(scene, doer)):
        patient = replace(patient, country=own)
    elif patient.country == own and patient.via in GUESSED and place and place.country:
        patient = replace(patient, country=place.country)  # people are those of the place
    elif scene.event_type == "COERCE" and scene.found.nominal and doer and _holds_own(scene, doer, patient):
        patient = replace(patient, country=own)  # "X's jailing of two reporters"
    captured = scene.event_type == "COERCE" and (scene.frees or scene.fought)
    taken = captured and doer is not None and (doer.role in _CAPTORS or doer.kind in _NATIONS)
    if (
        (scene.event_type == "ASSAULT" or taken)
        and own == patient.country
        and (
            patient.kind in ("pronoun", "seat")
            or patient.via == "coreference"
            or (patient.via in GUESSED and (scene.fought or abroad or taken))
        )
        and own not in opponents.divided
    ):
        behind = bisect_right(scene.sentence.starts, patient.char_start)
        owned = bool(scene.sentence.words[behind - 1].classes & POSS)
        if owned and _is_own(scene, behind):
            return patient
        enemy = enemy or (scene.only_other(own) if owned else None)
        if enemy and enemy != own:
            name = None if patient.via == "coreference" else patient.name
            patient = replace(patient, country=enemy, name=name)
    return patient


def _is_own(scene: Scene, behind: int) -> bool:
    """Is it said behind a possessive that the victim is the doer's own ("its own town", but "a war of its own")?"""
    words = scene.sentence.words
    if behind + 1 >= len(words) or words[behind].lower not in lexicons.load("reference")["of_oneself"]:
        return False
    return words[behind + 1].lower[0].isalnum()


def _other_side(
    scene: Scene, doer: Actor | None, place: PlaceMention | None, opponents: Opponents, home: str | None
) -> tuple[str | None, str]:
    """The state of a victim whom the text gives none, and how it is known: by the place, or as the opponent."""
    own = doer.country if doer else None
    country = next((a.place_country for a in scene.patients if a.place_country), None) or (
        place.country if place else None
    )
    if own and sovereign(country) == own:
        country = own  # land of its own, though with a code of its own
    if downed.is_downed(scene):
        foe = opponents.of(own or country)
        return foe, "opponent" if foe else "none"
    if scene.found.act.frame.name == "repel":
        enemy = opponents.of(own)
        other = enemy or (country if country != own else None)
        return other, "opponent" if other else "none"
    if own and country in (None, own) and domestic.punishes(scene, doer):
        return own, "place"
    state_force = doer is not None and doer.role in ("MIL", "GOV", "STA", "COP", "JUD")
    if own and scene.tried and state_force and country in (None, own):
        return own, "place"  # "jailed an opposition leader"
    if scene.booty and own:
        enemy = opponents.of(own, least=3)
        foe = enemy or (own if doer.role == "REB" or own == home else None)
        return foe, "opponent" if foe else "none"
    banned = scene.found.act.mode == "ban" or (scene.found.act.mode == "restrict" and state_force)
    if scene.neutral or scene.found.act.mode in ("confiscate", "ban") or (banned and scene.civic):
        ruled = own and banned and scene.civic and country in (None, own)
        return (own, "place") if ruled else (None, "none")
    if country and country != own:
        return country, "place"
    enemy = opponents.of(own)
    state_force = doer is not None and doer.role in ("MIL", "GOV", "STA", "COP")
    if own and state_force and country in (None, own) and not enemy and scene.rebels(own):
        return own, "place"
    if country == own and state_force and not enemy and (home != own or scene.found.act.frame.name == "seize"):
        return None, "none"
    risen = doer is not None and doer.role == "REB" and scene.found.act.frame.name in ("seize", "move")
    if risen and own and country is None and not enemy:
        return own, "place"
    if own and country in (None, own) and not enemy and " ".join(scene.found.act.words[:2]) in listed("blows_returned"):
        return None, "none"  # "its patrol returned fire": at whom it says nothing
    at_home = own == home if country is None else own == country
    if at_home and own in opponents.divided and opponents.prevails(own, enemy):
        return own, "place"
    if enemy and (country is None or state_force or enemy == country):
        return enemy, "opponent"
    if country:
        return country, "place"
    if own and own == home and (doer is None or doer.role != "STA"):
        return own, "place"
    if doer is not None and own is None and scene.unknown:
        return home, "place"  # "gunmen attacked before dawn"
    other = scene.only_other(own) if own else None
    if other is None and own and home and own != home and doer.role in _FIGHTING and scene.event_type == "ASSAULT":
        return home, "place"
    return other, "opponent" if other else "none"


def _attackers(
    scene: Scene, doers: list[Actor | None], patients: list[Actor | None], opponents: Opponents
) -> list[Actor | None]:
    """The doers, and where the text names none, or no state of theirs, the opponent of who is struck."""
    kind = scene.event_type
    captured = kind == "COERCE" and scene.found.act.mode == "arrest" and scene.fighters
    victim = patients[0].country if patients[0] else None
    at_war = victim is not None and victim in opponents.divided
    if kind == "COERCE" and not captured and doers == [None] and not scene.doers:
        holder = domestic.jailer(scene) or (victim if at_war else None)
        if holder is not None and holder == victim and not listed("capturing_verbs").isdisjoint(scene.found.act.words):
            holder = opponents.sure_foe([victim]) or holder  # "most of the Greeks had been captured in Corfu"
        return [of_country(None, holder)]
    if kind == "ASSAULT" and at_war and scene.unknown and len(doers) == 1 and doers[0] and patients[0]:
        if doers[0].country is None and patients[0].kind == "inferred":
            return [of_country(doers[0], victim)]  # "gunmen raided a village", in a page about a war at home
    assaulted = kind == "ASSAULT" and scene.found.act.frame.subject != "nobody"
    if (assaulted or captured) and doers == [None] and not scene.doers:
        sure = scene.found.patient_rule == "light verb" or (at_war and scene.fighters)
        enemy = opponents.of(victim, least=1 if sure else 2 if opponents.alone(victim) else 3)
        if enemy and (enemy != victim or scene.fighters) and not scene.found.negated:
            return [of_country(None, enemy)]
        holder = domestic.jailer(scene) if captured else None
        return [of_country(None, holder)] if holder not in (None, victim) else doers
    elif (
        kind == "ASSAULT"
        and len(doers) == 1
        and doers[0]
        and not doers[0].country
        and not scene.unknown
        and doers[0].kind in ("office", "body", "force")
        and doers[0].role != "IGO"
    ):
        return [of_country(doers[0], opponents.of(victim))]
    elif kind == "ASSAULT" and doers == [None] and scene.armed and not scene.laid and patients[0]:
        enemy = opponents.of(victim)
        if enemy and enemy != victim:
            return [of_country(None, enemy)]
    return doers


def _holds_own(scene: Scene, doer: Actor, patient: Actor) -> bool:
    """Does a state hold people of whom only the setting tells the state?"""
    held = doer.country is not None and doer.role in _HOLDERS and scene.found.act.mode == "arrest"
    return held and patient.kind == "people" and patient.role != "MIL" and patient.via in GUESSED


def _is_of_body(patient: Actor) -> bool:
    """Is it a body of no state, or its staff and goods ("the Red Cross said that its lorries")?"""
    return patient.role == "IGO" or (patient.role == "NGO" and patient.kind in ("body", "pronoun"))


def _strikes_others(doer: Actor | None) -> bool:
    """Is it a state or its forces, told by name, whose blows are for others unless it fights at home?"""
    return doer is not None and doer.role in _FIGHTING and doer.via in BY_NAME


def _owns(patient: Actor, doers: list[Actor | None]) -> bool:
    return (
        not patient.head
        and patient.via == "coreference"
        and patient.country in {doer.country for doer in doers if doer}
    )
