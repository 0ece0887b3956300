"""What the document adds to the two sides of an act: home forces, opponents, speakers, what pronouns stand for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter

from sitrep.extract.events import domestic, rulers
from sitrep.extract.events.actors import Actor
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.words import POSS, PRON, listed, words
from sitrep.model import ActorMention, Mentions, Page, PlaceMention
from sitrep.territories import sovereign

# Acts done to somebody even where the text names nobody: the patient is sought in the place and the opponent.
VIOLENT = ("ASSAULT", "COERCE")
# Acts that are done to nobody; roles of those who fight; and of those who act for a state.
ALONE = ("RETREAT", "MOBILIZE")
FIGHTING = ("MIL", "REB")
STATE = ("GOV", "STA")
# Acts that nobody does to himself: a pronoun stands for the other one, where the text tells who that is.
_TO_OTHERS = ("ACCUSE", "REQUEST", "THREATEN", "SANCTION", "REJECT")
# Acts that a state does to others.
_FOR_OTHERS = ("AID", "SUPPORT", "CONSULT", "COOPERATE")
# How those come by a state whom the text names without one.
_GUESSED = ("context", "setting")
# Roles of those by whom a state arrests people.
_HOLDERS = ("STA", "GOV", "JUD")
_OF_STATE = ("MIL", "COP", "GOV")
_OWN_ROLES = ("REB", "MIL", "COP", "GOV", "OPP")
_LOCAL_ROLES = ("COP", "MIL", "GOV", "JUD", "CVL", "OPP", "REB")


def refer(scene: Scene, earlier: Scene) -> None:
    """What the act before tells: whose a count or a force is ("but no unit withdrew"), who "him" is."""
    victim = next((a for a in earlier.patients if a.country), None)
    if victim is not None and scene.event_type in _TO_OTHERS:
        own = {a.country for a in scene.doers} if victim.country not in {a.country for a in scene.doers} else set()
        scene.patients = [
            _with(a, victim.country)
            if a.via == "coreference"
            and a.country in own
            and (a.head is (a.kind == "pronoun") or scene.event_type == "ACCUSE")
            else a
            for a in scene.patients
        ]
    if (
        victim is not None
        and scene.found.clause is not None
        and scene.found.clause.how in ("coordination", "participle")
        and (earlier.found.clause is None or earlier.found.clause.how != "relative")
    ):
        scene.patients = [
            _with(a, victim.country) if a.kind == "pronoun" and not a.country else a for a in scene.patients
        ]
    if scene.settles and earlier.event_type in ("AGREE", "CONSULT", "CONCEDE"):
        if not any(a.country for a in scene.patients):
            both = {a.country: a for a in (*earlier.doers, *earlier.patients) if a.country}
            both = {state: a for state, a in both.items() if state not in {d.country for d in scene.doers}}
            scene.patients = [_with(None, state) for state in both] or scene.patients  # "Qatar brokered the text"
    known = next((a for a in earlier.doers if a.country), None)
    if known is None:
        return
    goes_on = scene.found.clause is not None and scene.found.clause.how == "coordination"
    if scene.event_type == "THREATEN" and victim is not None and goes_on and not scene.patients:
        if earlier.event_type in (*_TO_OTHERS, *VIOLENT) and known.country in {a.country for a in scene.doers}:
            scene.patients = [_with(None, victim.country)]  # "accused X and threatened to retaliate"
    if scene.event_type in VIOLENT and earlier.event_type in VIOLENT and goes_on and victim is not None:
        if scene.span is earlier.span and scene.goes_on_against_them and not any(a.country for a in scene.patients):
            # "killed 58 Pakistani soldiers and overran 25 posts"
            scene.patients = [_with(a, victim.country) for a in scene.patients or [None]]
    if scene.event_type == "CONCEDE" and earlier.event_type == "CONCEDE" and scene.found.act.frame.subject == "actor2":
        own = {a.country for a in scene.patients}
        if own and not scene.doers:
            given = [a for a in (*earlier.doers, *earlier.patients) if a.country and a.country not in own]
            scene.doers = [_with(None, a.country) for a in given[:1]]  # "got 95 in return"
    if scene.counted and not any(a.country for a in scene.doers):
        scene.doers = [_with(a, known.country) for a in scene.doers] or [known]
        scene.doers = [replace(a, kind="people", role=a.role or known.role) for a in scene.doers if a]
    elif not scene.aside:
        scene.doers = [
            replace(a, country=known.country) if a.country is None and a.role == "MIL" and known.role == "MIL" else a
            for a in scene.doers
        ]


def our_side(
    page: Page, scene: Scene, actor: Actor, ours: str | None, voice: str | None, opponents: Opponents
) -> Actor:
    """ "Our soldiers" are those of the state that speaks (``voice``), "the enemy" that of the opponent of ``ours``."""
    if scene.joint(actor):
        return replace(actor, country=None)
    if (actor.country and actor.via != "coreference") or actor.kind == "pronoun" or ours is None:
        return actor
    if scene.says("enemies", actor, page):
        enemy = opponents.of(ours)
        return replace(actor, country=enemy) if enemy and enemy != ours else actor
    if scene.says("outsiders", actor, page):
        return replace(actor, country=None)  # "our partners" are others
    if page.view[actor.char_start : actor.char_start + 4].lower() == "our ":
        owner = voice or (ours if actor.role else None)
        return replace(actor, country=owner) if owner else actor
    return actor


def speakers(page: Page, mentions: Mentions) -> list[ActorMention]:
    """The mentions of those who speak in a page, and of theirs ("we", "our troops"), in the order of the text."""
    first = listed("first_person")
    return [
        a
        for a in mentions.actors
        if a.via == "coreference" and page.quote(a.char_start, a.char_end).split(maxsplit=1)[0].lower() in first
    ]


def spoken_by(
    page: Page, mentions: Mentions, actor: Actor, source: tuple[int, int], voices: list[ActorMention]
) -> Actor:
    """ "We" and "I" are who says so, else who has the floor there by the ``voices``; an office of no state is that of
    the page's own."""
    state = next((voice.country for voice in voices if voice.kind == "pronoun" and voice.country), None)
    if actor.kind == "office" and actor.country is None and actor.role == "GOV" and state:
        return replace(actor, country=state)
    said = page.quote(actor.char_start, actor.char_end).lower()
    if said not in listed("first_person") or (actor.country and said in listed("second_person")):
        return actor
    near = mentions.within("actors", *source) if source[0] >= 0 else ()
    who = next((a for a in near if a.country and a.kind != "pronoun"), None)
    if who is not None:
        return replace(actor, name=who.name, country=who.country, role=who.role, kind="pronoun", via="coreference")
    here = mentions.within("actors", actor.char_start, actor.char_end)
    floor = here[0].country if here else _has_floor(page, actor, voices)
    return replace(actor, country=floor, role="GOV", kind="pronoun", via="coreference") if floor else actor


def _has_floor(page: Page, actor: Actor, voices: list[ActorMention]) -> str | None:
    """The state of who speaks where somebody says "I": of the voice before it, or behind it in its own line."""
    at = bisect_left(voices, actor.char_start, key=attrgetter("char_start"))
    if at < len(voices) and (at == 0 or "\n" in page.view[voices[at - 1].char_end : actor.char_start]):
        here = "\n" not in page.view[actor.char_start : voices[at].char_start]
        return voices[at].country if here or at == 0 else voices[at - 1].country
    return voices[at - 1].country if at else None


def reported_by(mentions: Mentions, scene: Scene, actor: Actor, source: tuple[int, int], opponents: Opponents) -> Actor:
    """Forces of no named state that an army or office tells of are its own, where they are sent or strike its foe."""
    if source[0] < 0 or actor.role != "MIL" or (actor.country and actor.via not in _GUESSED):
        return actor
    near = mentions.within("actors", *source)
    who = next((a for a in near if a.country and a.role in ("MIL", "GOV") and a.via in ("lexicon", "composed")), None)
    if who is None or who.country == actor.country:
        return actor
    sent = scene.event_type == "MOBILIZE" and scene.found.doer_rule == "passive subject"
    foe = opponents.of(who.country) or who.country
    struck = scene.event_type == "ASSAULT" and scene.place is not None and scene.place.country == foe != who.country
    return replace(actor, country=who.country, via="coreference") if sent or struck else actor


def menace(mentions: Mentions, scene: Scene, source: tuple[int, int]) -> None:
    """ "X says Y will pay": the speaker threatens the subject."""
    near = mentions.within("actors", scene.span.char_start, scene.span.char_end)
    taken = {a.char_start for a in scene.patients}
    speaker = next((a for a in near if source[0] <= a.char_start < source[1]), None)
    speaker = speaker or next((a for a in near if a.char_start not in taken and a.char_start < scene.start), None)
    if speaker is not None:
        scene.doers = [
            Actor(
                speaker.char_start,
                speaker.char_end,
                speaker.name,
                speaker.country,
                speaker.role,
                speaker.kind,
                speaker.via,
                True,
            )
        ]


def told_before(page: Page, scene: Scene) -> None:
    """Leave out an "it" or "them" that stands for who does it: it is a thing told before ("Israel has rejected it")."""
    if scene.event_type in VIOLENT or scene.event_type in ALONE:
        return
    own = {a.country for a in scene.doers if a.country}
    if all(a.country in own and _is_pronoun(page, a) for a in scene.patients):
        scene.patients = []


def _is_pronoun(page: Page, actor: Actor) -> bool:
    bits = words().classes.get(page.quote(actor.char_start, actor.char_end).lower(), 0)
    return bool(bits & PRON) and not bits & POSS


def sides(
    scene: Scene, place: PlaceMention | None, opponents: Opponents, home: str | None
) -> list[tuple[Actor | None, Actor | None, str]]:
    """Doer and patient of each row of a scene, and how the patient was known."""
    doers: list[Actor | None] = [a for a in scene.doers if a.country or a.kind != "thing"] or [None]
    patients: list[Actor | None] = [a for a in scene.patients if a.country or a.kind != "thing"]
    kind = scene.event_type
    if scene.unknown and (kind == "ASSAULT" or any(a and a.country for a in patients)):
        doers = [replace(a, country=None) if a and a.via in _GUESSED and a.kind != "person" else a for a in doers]
    doers = [
        a
        and (
            a
            if a.country or (a.kind != "person" and scene.unknown) or (scene.hostile and opponents.of(home) is None)
            else _at_home(a, place, home, opponents if kind == "ASSAULT" else None)
        )
        for a in doers
    ]
    if home is None:
        doers = domestic.strangers(kind, doers, patients)
    if kind == "SANCTION":
        patients = _sanctioned(doers, patients)
    if kind == "ACCUSE":
        patients = [p for p in patients if not (p and p.via == "context" and p.kind == "people")]
    if kind in _TO_OTHERS:
        patients = [p for p in patients if not (p and p.kind == "pronoun" and _of_doer(p, doers))]
    if kind not in VIOLENT:
        rebels = next((d.country for d in doers if d and d.role == "REB" and d.country), None)
        patients = [
            _with(p, (p.role in _OF_STATE and rebels) or home)
            if p and not p.country and p.role in _OWN_ROLES and p.kind != "pronoun" and not scene.of_many(p)
            else p
            for p in patients
        ]
    if kind == "ASSAULT":
        named = {p.country for p in patients if p and p.via in ("lexicon", "composed")}
        stormed = {place.country} if place is not None and not named else set()
        doers = [
            _foe(d, opponents)
            if d
            and d.via == "context"
            and (d.country in named or (d.country in stormed and (scene.flown or d.kind == "person")))
            else d
            for d in doers
        ]
    if kind in VIOLENT and len(patients) > 1:
        patients = _alike(patients)
    how = "named" if any(p and p.country for p in patients) else "none"
    if kind in ALONE:
        taken_by = [p for p in patients if p and p.country] if scene.found.act.frame.name == "surrender" else []
        patients, how = taken_by or [None], "named" if taken_by else "free"
        if kind == "MOBILIZE" and not any(d and d.country for d in doers) and scene.left:
            doers = [_with(doers[0], scene.left)]
    elif kind == "COERCE" and any(p and p.kind == "pronoun" and _owns(p, doers) for p in patients):
        patients, how = [None], "none"  # "closed its borders"
    elif kind == "COERCE" and scene.decreed and {p.country for p in patients if p} <= {d.country for d in doers if d}:
        land = scene.place.country if scene.place is not None else None
        named = doers[0].country if doers[0] and doers[0].via in ("lexicon", "composed") else None
        patients, how = [_with(None, land or named)], "place"
    elif kind in VIOLENT:
        filled: list[Actor | None] = []
        for patient in patients or [None]:
            own = doers[0].country if doers[0] else None
            if patient is not None and patient.country:
                enemy = opponents.of(own)
                if patient.country != own == sovereign(patient.country):
                    patient = replace(patient, country=enemy or own)  # "British troops retook Goose Green"
                policed = doers[0] is not None and doers[0].role == "COP" and patient.country != own
                if own and patient.via in _GUESSED and (policed or domestic.punishes(scene, doers[0])):
                    patient = replace(patient, country=own)
                elif patient.country == own and patient.via in _GUESSED and place and place.country:
                    patient = replace(patient, country=place.country)  # people are those of the place
                elif kind == "COERCE" and scene.found.nominal and doers[0] and _holds_own(scene, doers[0], patient):
                    patient = replace(patient, country=own)  # "X's jailing of two reporters"
                if (
                    kind == "ASSAULT"
                    and own == patient.country
                    and (patient.kind in ("pronoun", "seat") or (patient.via in _GUESSED and scene.fought))
                    and enemy
                    and enemy != own
                    and own not in opponents.divided
                ):
                    patient = replace(patient, country=enemy)
                filled.append(patient)
                continue
            other, how = _other_side(scene, doers[0], place, opponents, home)
            filled.append(_with(patient, other))
        patients = filled
        captured = kind == "COERCE" and scene.found.act.mode == "arrest" and scene.fighters
        if kind == "COERCE" and not captured and doers == [None] and not scene.doers:
            doers = [_with(None, domestic.jailer(scene))]
        assaulted = kind == "ASSAULT" and scene.found.act.frame.subject != "nobody"
        if (assaulted or captured) and doers == [None] and not scene.doers:
            victim = patients[0].country if patients and patients[0] else None
            enemy = opponents.of(victim, least=1 if scene.found.patient_rule == "light verb" else 3)
            if enemy and (enemy != victim or scene.fighters) and not scene.found.negated:
                doers = [_with(None, enemy)]
        elif (
            kind == "ASSAULT"
            and len(doers) == 1
            and doers[0]
            and not doers[0].country
            and not scene.unknown
            and doers[0].kind in ("office", "body", "force")
        ):
            enemy = opponents.of(patients[0].country if patients and patients[0] else None)
            doers = [_with(doers[0], enemy)]
        elif kind == "ASSAULT" and doers == [None] and scene.armed and patients and patients[0]:
            enemy = opponents.of(patients[0].country)
            if enemy and enemy != patients[0].country:
                doers = [_with(None, enemy)]
    elif kind == "CONSULT" and scene.settles and not any(p and p.country for p in patients):
        states = {d.country for d in doers if d}
        two = opponents.two() or ((home,) if home in opponents.divided else ())
        if states.isdisjoint(two):
            patients, how = [_with(None, state) for state in two] or patients, "opponent" if two else how
    elif kind == "AGREE" and scene.ends_war and not patients and _are_two(doers):
        doers, patients, how = doers[:1], doers[1:], "named"  # "A and B accepted a truce"
    elif kind == "AGREE" and scene.ends_war and not any(p and p.country for p in patients):
        own = next((d.country for d in doers if d and d.country), None)
        other = own if own in opponents.divided else opponents.of(own)
        if other and len({d.country for d in doers if d}) == 1:
            patients, how = [_with(None, other)], "opponent"
    elif kind in ("CONCEDE", "SANCTION") and not patients and home and scene.penal and _from_abroad(doers, home):
        patients, how = [_with(None, home)], "place"
    elif kind == "CONCEDE" and scene.apiece and _are_two(doers) and all(p and _is_guessed(p) for p in patients):
        return [(doers[0], doers[1], "named"), (doers[1], doers[0], "named")]  # "X and Y each freed 90 men"
    elif kind == "CONCEDE" and scene.frees and not scene.captives and any(_is_filled(p, doers) for p in patients):
        own = next(d.country for d in doers if d and d.country)
        foe = own if own in opponents.divided else opponents.of(own)
        patients = [_with(p, foe) if _is_filled(p, doers) else p for p in patients]  # prisoners of war
    elif kind == "CONCEDE" and home and not (scene.captives and any(d and d.role == "REB" for d in doers)):
        patients = [_with(p, home) if p and not p.country and p.kind == "people" else p for p in patients]
    elif kind == "REQUEST" and not any(p and p.country for p in patients) and _oppose(doers, home):
        patients, how = [_with(p, home) for p in patients or [None]], "place"
    elif kind == "AID" and not patients and scene.reached(place):
        given = place.country if place and place.country not in {d.country for d in doers if d} else None
        patients, how = [_with(None, given)], "place" if given else "none"
    elif kind == "AID" and not patients and scene.found.things and home and _from_abroad(doers, home):
        patients, how = [_with(None, home)], "place"
    elif kind == "AID" and place is not None and place.country:
        patients = [_with(p, place.country) if p and not p.country and p.kind == "people" else p for p in patients]
    if kind == "PROTEST" and doers == [None] and place is not None:
        if scene.doers:
            doers = [_with(replace(scene.doers[0], kind="people", role="CVL"), place.country)]
        elif scene.found.nominal:
            doers = [_with(None, place.country)]
    if kind == "PROTEST" and doers == [None] and patients and scene.found.patient_rule == "who gives way":
        doers = [_with(None, patients[0] and patients[0].country)]
    if kind == "PROTEST" and not any(p and p.country for p in patients):
        own = next((d.country for d in doers if d and d.country and d.role != "MIL"), None)
        ruler = rulers.faced(scene.sentence, scene.found, own)
        patients = [_with(ruler, own)] if ruler is not None else patients
    if not any(p and p.country for p in patients):
        own = domestic.state(scene, doers, place)
        patients, how = ([_with(p, own) for p in patients or [None]], "place") if own else (patients, how)
    if kind in _FOR_OTHERS and home:
        givers = {d.country for d in doers if d and d.kind == "state"} - {home}
        patients = [
            _with(p, home) if p and p.country in givers and p.via in _GUESSED else p for p in patients
        ]  # "Australia trained police officers there"
    if scene.reciprocal:
        if len(doers) == 1 and doers[0]:
            return [(doers[0], _with(None, doers[0].country), "named")]  # both sides of a war at home
        return [(d, p, "named") for d in doers for p in doers if d and p and d.country != p.country]
    if not patients:
        patients = [None]
    # A group that is both sides is one object, since each group of a sentence is read once: it does nothing to itself.
    pairs = [(d, p, how) for d in doers for p in patients if d is None or p is None or d is not p]
    if scene.found.one_by_one and len(doers) == len(patients):
        pairs = [(d, p, how) for d, p in zip(doers, patients, strict=True)]
    if scene.mutual:
        pairs += [(p, d, how) for d, p, how in pairs if d and p and d.country and p.country not in (None, d.country)]
    return pairs


def _alike(patients: list[Actor | None]) -> list[Actor | None]:
    """ "Two Egyptian boats and 24 crew": those of no named state are of the one that is named beside them."""
    named = {p.country for p in patients if p and p.country and p.via in ("lexicon", "composed")}
    if len(named) != 1:
        return patients
    country = next(iter(named))
    return [
        _with(p, country) if p and p.via in ("context", "setting", "") and p.kind != "person" else p for p in patients
    ]


def _sanctioned(doers: list[Actor | None], patients: list[Actor | None]) -> list[Actor | None]:
    """The patients of a sanction: not the own envoy, but where he is ("recalled its envoy to X"); others go before."""
    own = {d.country for d in doers if d and d.country}
    moved = [
        _with(p, p.place_country) if p and p.country in own and p.place_country not in (None, p.country) else p
        for p in patients
    ]
    others = [p for p in moved if p and p.country and p.country not in own]
    return others or moved


def _foe(actor: Actor, opponents: Opponents) -> Actor:
    """Forces that only their setting gives a state, and that attack its own: those of who stands against it."""
    enemy = opponents.of(actor.country)
    return replace(actor, country=enemy) if enemy else actor


def _oppose(doers: list[Actor | None], home: str | None) -> bool:
    """Are they the opposition in the state that the page is about, of whose government it asks?"""
    return home is not None and all(d and d.role == "OPP" and d.country == home for d in doers)


def _from_abroad(doers: list[Actor | None], home: str) -> bool:
    return all(d and (d.kind == "body" or d.country not in (None, home)) for d in doers)


def _holds_own(scene: Scene, doer: Actor, patient: Actor) -> bool:
    """Does a state hold people of whom only the setting tells the state?"""
    held = doer.country is not None and doer.role in _HOLDERS and scene.found.act.mode == "arrest"
    return held and patient.kind == "people" and patient.role != "MIL" and patient.via in _GUESSED


def _is_guessed(actor: Actor) -> bool:
    return not actor.country or actor.via in _GUESSED


def _are_two(doers: list[Actor | None]) -> bool:
    states = {doer.country for doer in doers if doer}
    return len(doers) == len(states) == 2 and None not in states


def _is_filled(patient: Actor | None, doers: list[Actor | None]) -> bool:
    """Does only the setting give somebody the state that one of the doers is of?"""
    filled = patient is not None and patient.country is not None and patient.via in _GUESSED
    return filled and patient.country in {doer.country for doer in doers if doer}


def _owns(patient: Actor, doers: list[Actor | None]) -> bool:
    return (
        not patient.head
        and patient.via == "coreference"
        and patient.country in {doer.country for doer in doers if doer}
    )


def _of_doer(patient: Actor, doers: list[Actor | None]) -> bool:
    """Is a pronoun read as standing for the doer, or for one of his state who is no rebel against it?"""
    return patient.country is not None and any(
        d and d.country == patient.country and (patient.role == d.role or "REB" not in (patient.role, d.role))
        for d in doers
    )


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
    country = next((a.place_country for a in scene.patients if a.place_country), None) or (
        place.country if place else None
    )
    if own and sovereign(country) == own:
        country = own  # land of its own, though with a code of its own
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
    if scene.neutral or scene.found.act.mode in ("confiscate", "ban"):
        ruled = own and scene.found.act.mode == "ban" and scene.civic and country in (None, own)
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
    return other, "opponent" if other else "none"


def _with(actor: Actor | None, country: str | None) -> Actor | None:
    if country is None:
        return actor
    if actor is None:
        return Actor(-1, -1, None, country, None, "inferred", "", False)
    return Actor(
        actor.char_start,
        actor.char_end,
        actor.name,
        country,
        actor.role,
        actor.kind,
        actor.via,
        actor.head,
        actor.place_country,
    )
