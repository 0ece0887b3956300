"""The two sides of each act of a scene, with what the document adds to them: home forces, opponents, rulers."""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.events import both_sides, dealings, domestic, rulers, violence
from sitrep.extract.events.actors import GUESSED, Actor, of_country
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.valency import ALONE, FOR_OTHERS, TO_OTHERS, VIOLENT
from sitrep.extract.events.words import listed
from sitrep.model import BY_NAME, PlaceMention

_OWNING = ("state", "seat")
_OF_STATE = ("MIL", "COP", "GOV")
_OWN_ROLES = ("REB", "MIL", "COP", "GOV", "OPP")
_LOCAL_ROLES = ("COP", "MIL", "GOV", "JUD", "CVL", "OPP", "REB")


def sides(
    scene: Scene, place: PlaceMention | None, opponents: Opponents, home: str | None
) -> list[tuple[Actor | None, Actor | None, str]]:
    """Doer and patient of each row of a scene, and how the patient was known."""
    kind = scene.event_type
    doers, patients = _named(scene, place, opponents, home)
    how = "named" if any(p and p.country for p in patients) else "none"
    if (kind == "ASSAULT" and both_sides.fight(doers, patients)) or dealings.is_exchange(scene, doers, patients, home):
        return [(doers[0], doers[1], "named"), (doers[1], doers[0], "named")]
    if kind in ALONE:
        doers, patients, how = _moved(scene, doers, patients)
    elif kind in VIOLENT:
        doers, patients, how = violence.fill(scene, doers, patients, how, place, opponents, home)
    else:
        doers, patients, how = dealings.fill(scene, doers, patients, how, place, opponents, home)
    if kind == "PROTEST":
        doers, patients = _protest(scene, doers, patients, place, home)
    if scene.borders and home and not any(p and p.country for p in patients):
        if not any(d is None or d.country in (None, home) for d in doers):
            patients, how = [of_country(None, home)], "place"  # "China reopened two border gates"
    if not any(p and p.country for p in patients):
        own = domestic.state(scene, doers, place)
        patients, how = ([of_country(p, own) for p in patients or [None]], "place") if own else (patients, how)
    if kind in FOR_OTHERS and home:
        givers = {d.country for d in doers if d and d.kind in ("state", "seat")} - {home}
        patients = [
            of_country(p, home) if p and p.country in givers and p.via in GUESSED else p for p in patients
        ]  # "Australia trained police officers there"
    if kind in FOR_OTHERS:
        patients = _others(doers, patients)
    if scene.found.act.mode == "ceasefire" and not any(p and p.country for p in patients):
        states = {d.country for d in doers if d and d.country}
        theirs = place is None or place.country in (None, *states)  # but "A and B announced a truce in C"
        if theirs and 1 < len(states) == len(doers):
            doers, patients, how = doers[:1], doers[1:], "named"  # "A and B observed a ceasefire"
    return _pairs(scene, doers, patients, how)


def _others(doers: list[Actor | None], patients: list[Actor | None]) -> list[Actor | None]:
    """Those of an act for others: beside them the doer's own state is no other one ("the pact between X and Y")."""
    own = {d.country for d in doers if d and d.country}
    if not any(p and p.country and p.country not in own for p in patients):
        return patients
    return [p for p in patients if not (p and p.country in own and (p.kind == "state" or not p.head))]


def _named(
    scene: Scene, place: PlaceMention | None, opponents: Opponents, home: str | None
) -> tuple[list[Actor | None], list[Actor | None]]:
    """Those whom the text names as doers and patients, with the states that place, page and each other give them."""
    kind = scene.event_type
    doers: list[Actor | None] = [a for a in scene.doers if a.country or a.kind != "thing"] or [None]
    patients: list[Actor | None] = [a for a in scene.patients if a.country or a.kind != "thing"]
    if scene.unknown and (kind == "ASSAULT" or any(a and a.country for a in patients)):
        doers = [replace(a, country=None) if a and a.via in GUESSED and a.kind != "person" else a for a in doers]
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
    doers = domestic.foreigners(kind, doers, patients)
    if kind == "SANCTION":
        doers, patients = _recalled(scene, doers, patients)
        patients = _sanctioned(doers, patients, place, home)
    if kind == "ACCUSE":
        courts = {d.country for d in doers if d and d.role == "JUD"}  # "prosecutors charged two officers"
        patients = [
            p
            for p in patients
            if not (p and p.via == "context" and p.kind == "people" and p.country not in courts and p.role != "GOV")
        ]
    if kind in TO_OTHERS:
        patients = [p for p in patients if not (p and p.kind == "pronoun" and _of_doer(p, doers))]
    if kind == "REJECT":  # "Egypt ruled out any change to Cairo's plan"
        patients = [p for p in patients if not (p and not p.head and p.kind in _OWNING and _of_doer(p, doers))]
    if kind == "THREATEN":
        patients = [p for p in patients if not (p and not p.head and p.via in GUESSED and _of_doer(p, doers))]
    if kind not in VIOLENT:
        rebels = next((d.country for d in doers if d and d.role == "REB" and d.country), None)
        patients = [
            of_country(p, (p.role in _OF_STATE and rebels) or home)
            if p and not p.country and p.role in _OWN_ROLES and p.kind != "pronoun" and not scene.of_many(p)
            else p
            for p in patients
        ]
    if kind == "ASSAULT":
        doers = _hostile(scene, doers, patients, place, opponents)
    if kind in VIOLENT and len(patients) > 1:
        patients = _alike(patients, {d.country for d in doers if d})
    return doers, patients


def _hostile(
    scene: Scene,
    doers: list[Actor | None],
    patients: list[Actor | None],
    place: PlaceMention | None,
    opponents: Opponents,
) -> list[Actor | None]:
    """The attackers: those who would attack the state that only their setting gives them are of its foe."""
    named = {p.country for p in patients if p and p.via in BY_NAME}
    stormed = {place.country} if place is not None and not named else set()
    invaded = {p.country for p in patients if p and p.kind == "state" and p.head} if scene.found.nominal else set()
    return [
        _foe(scene, d, opponents)
        if d
        and (
            (d.via == "context" and d.country in named)
            or (d.via == "context" and d.country in stormed and (scene.flown or d.kind == "person"))
            or (d.kind == "pronoun" and d.country in invaded)  # "since its invasion of Ukraine"
        )
        else d
        for d in doers
    ]


def _moved(
    scene: Scene, doers: list[Actor | None], patients: list[Actor | None]
) -> tuple[list[Actor | None], list[Actor | None], str]:
    """The sides of a move of forces, which is done to nobody; but they may surrender to somebody."""
    taken_by = [p for p in patients if p and p.country] if scene.found.act.frame.name == "surrender" else []
    if scene.event_type == "MOBILIZE" and all(not (d and d.country) or d.via in GUESSED for d in doers) and scene.left:
        doers = [of_country(doers[0], scene.left)]
    return doers, taken_by or [None], "named" if taken_by else "free"


def _protest(
    scene: Scene,
    doers: list[Actor | None],
    patients: list[Actor | None],
    place: PlaceMention | None,
    home: str | None,
) -> tuple[list[Actor | None], list[Actor | None]]:
    """The sides of a protest: people of the place, or of whom it makes give way, against their own rulers."""
    someone = scene.doers and kinds()["abstract"].isdisjoint(texts(scene.sentence, scene.found.doers))
    if someone and place is None and not any(d and d.country for d in doers):  # "The party petitioned the government"
        state = next((p.country for p in patients if p and p.country), home)
        doers = [of_country(replace(scene.doers[0], kind="people", role="CVL"), state)] if state else doers
    elif doers == [None] and place is not None:
        if scene.doers:
            doers = [of_country(replace(scene.doers[0], kind="people", role="CVL"), place.country)]
        elif scene.found.nominal:
            doers = [of_country(None, place.country)]
    if doers == [None] and patients and scene.found.patient_rule == "who gives way":
        doers = [of_country(None, patients[0] and patients[0].country)]
    if not any(p and p.country for p in patients):
        own = next((d.country for d in doers if d and d.country and d.role != "MIL"), None)
        ruler = rulers.faced(scene.sentence, scene.found, own)
        patients = [of_country(ruler, own)] if ruler is not None else patients
    return doers, patients


def _pairs(
    scene: Scene, doers: list[Actor | None], patients: list[Actor | None], how: str
) -> list[tuple[Actor | None, Actor | None, str]]:
    """Each doer with each patient; one by one, or both ways, where the text says so."""
    if scene.reciprocal:
        if len(doers) == 1 and doers[0]:
            return [(doers[0], of_country(None, doers[0].country), "named")]  # both sides of a war at home
        return [(d, p, "named") for d in doers for p in doers if d and p and d is not p]
    if not patients:
        patients = [None]
    # A group that is both sides is one object, since each group of a sentence is read once: it does nothing to itself.
    pairs = [(d, p, how) for d in doers for p in patients if d is None or p is None or d is not p]
    own = {d.country for d in doers if d}
    if len(own - {None}) > 1 and own == {p.country for p in patients if p}:  # "A and B ended the war between A and B"
        pairs = [(d, p, how) for d, p, how in pairs if d and p and d.country != p.country]
    elif len(own) > 1 and scene.event_type not in VIOLENT:  # "both leaders pledged to rebuild B's railways"
        pairs = [(d, p, how) for d, p, how in pairs if not (d and p and d.country and d.country == p.country)]
    if scene.event_type == "ASSAULT" and len(own - {None}) > 1 and scene.follows:
        # "A and B fought, leaving ten of A's men dead"
        named = [(d, p, how) for d, p, how in pairs if not (d and p and d.country == p.country and p.via in BY_NAME)]
        pairs = named or pairs
    if scene.found.one_by_one and len(doers) == len(patients):
        pairs = [(d, p, how) for d, p in zip(doers, patients, strict=True)]
    if scene.mutual:
        pairs += [(p, d, how) for d, p, how in pairs if d and p and d.country and p.country not in (None, d.country)]
    return pairs


def _alike(patients: list[Actor | None], own: set[str | None]) -> list[Actor | None]:
    """Those of no named state, or only by a word that points back to one of ``own``, as of the one that is named beside
    them ("Two Egyptian boats and 24 crew", "a Korean trawler and its crew")."""
    named = {p.country for p in patients if p and p.country and p.via in BY_NAME}
    if len(named) != 1:
        return patients
    country = next(iter(named))

    def alike(p: Actor) -> bool:
        pointed = p.via == "coreference" and p.kind != "pronoun" and p.country in own and country not in own
        plain = p.country is None and p.kind == "people" and p.role in (None, "CVL")
        return p.kind != "person" and (p.via in ("context", "setting", "") or plain or pointed)

    return [of_country(p, country) if p and alike(p) else p for p in patients]


def _recalled(
    scene: Scene, doers: list[Actor | None], patients: list[Actor | None]
) -> tuple[list[Actor | None], list[Actor | None]]:
    """The sides of a recall of which nobody is told to order it ("X's ambassador to Y was called home")."""
    clause, words = scene.found.clause, scene.found.act.words
    if doers != [None] or scene.doers or clause is None or not clause.passive:
        return doers, patients
    sent = next((p for p in patients if p and p.country and p.place_country not in (None, p.country)), None)
    if sent is None or listed("recalling_words").isdisjoint(words):
        return doers, patients
    return [of_country(None, sent.country)], [of_country(None, sent.place_country)]


def _sanctioned(
    doers: list[Actor | None], patients: list[Actor | None], place: PlaceMention | None, home: str | None
) -> list[Actor | None]:
    """The patients of a sanction: not the own envoy or programme, but where that is ("recalled its envoy to X", "ended
    Swedish schemes in X"); others go before.

    Whom only their setting gives the state that acts are of the state that the page is about, if it is another one.
    """
    own = {d.country for d in doers if d and d.country}
    abroad = None if home in own else home
    patients = [
        replace(p, country=abroad) if p and p.country in own and p.via in GUESSED and p.kind != "pronoun" else p
        for p in patients
    ]
    moved = [
        of_country(p, p.place_country) if p and p.country in own and p.place_country not in (None, p.country) else p
        for p in patients
    ]
    others = [p for p in moved if p and p.country and p.country not in own]
    if not others and place is not None and place.country not in (None, *own):
        moved = [of_country(None, place.country) if p and p.country in own and not p.head else p for p in moved]
    return others or moved


def _foe(scene: Scene, actor: Actor, opponents: Opponents) -> Actor:
    """Forces that only their setting gives a state, and that attack its own: those of who stands against it.

    Where nobody does, rockets and drones are of a state that is not told.
    """
    enemy = opponents.of(actor.country)
    return replace(actor, country=enemy) if enemy or scene.hurled else actor


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
        return of_country(actor, enemy)
    return of_country(actor, place.country if place and place.country else home)
