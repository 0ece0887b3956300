"""Who has the floor in a page: whom "we" and "our troops" stand for, and whose forces a speaker tells of."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from operator import attrgetter

from sitrep.extract.events.actors import GUESSED, Actor
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.words import listed
from sitrep.model import BY_NAME, ActorMention, Mentions, Page

# Roles of those who are led by who speaks of them as his.
_LED = ("MIL", "COP", "GOV", "REB")


@dataclass(frozen=True, slots=True)
class Floor:
    """Who speaks in a page.

    ``voices`` are the mentions of speakers and of theirs ("we", "our troops") in the order of the text, ``voice`` the
    state that says "we", ``ours`` that or else the first state whose rulers or forces are named, and ``issuer`` the
    state that the page itself speaks for, if any.
    """

    voices: list[ActorMention]
    voice: str | None
    ours: str | None
    issuer: str | None


def read(page: Page, mentions: Mentions, opponents: Opponents) -> Floor:
    """Who speaks in a page, and for which state."""
    voices = _speakers(page, mentions)
    voice = next((a.country for a in voices if a.kind == "pronoun" and a.country), None)
    ruling = (a for a in mentions.actors if a.country and a.kind != "pronoun" and a.role in ("MIL", "GOV", "STA"))
    ours = voice or next((a.country for a in ruling), None)
    return Floor(voices, voice, ours, ours if opponents.declare(page, mentions, ours) else voice)


def _speakers(page: Page, mentions: Mentions) -> list[ActorMention]:
    """The mentions of those who speak in a page, and of theirs ("we", "our troops"), in the order of the text."""
    first = listed("first_person")
    return [
        a
        for a in mentions.actors
        if a.via == "coreference" and page.phrase(a.char_start, a.char_end).split(maxsplit=1)[0].lower() in first
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
    if actor.country and actor.kind == "force":
        return actor  # "the adversary", of the opponent that the page tells
    if scene.says("outsiders", actor, page):
        return replace(actor, country=None)  # "our partners" are others
    if page.view[actor.char_start : actor.char_start + 4].lower() == "our ":
        owner = voice or (ours if actor.role else None)
        return replace(actor, country=owner) if owner else actor
    return actor


def spoken_by(page: Page, mentions: Mentions, actor: Actor, source: tuple[int, int], speaking: Floor) -> Actor:
    """ "We", "I" and "our troops" are of who says so, "we" else of who has the floor there; an office of no state is
    that of the page's own."""
    if actor.kind == "office" and actor.country is None and actor.role == "GOV" and speaking.voice:
        return replace(actor, country=speaking.voice)
    said = page.phrase(actor.char_start, actor.char_end).lower()
    near = mentions.within("actors", *source) if source[0] >= 0 else ()
    who = next((a for a in near if a.country and a.kind != "pronoun"), None)
    if said in listed("speaker_objects") and 0 <= source[1] <= actor.char_start:
        if listed("quotes").isdisjoint(page.view[source[1] : actor.char_start]):
            who = None  # "Peru accuses us of shelling it"
    if who is not None and actor.kind != "pronoun" and said.partition(" ")[0] in listed("first_person_owners"):
        return replace(actor, country=who.country) if actor.role in _LED else actor
    if (
        actor.kind == "state"
        or said not in listed("first_person")
        or (actor.country and said in listed("second_person"))
    ):
        return actor
    if who is not None:
        return replace(actor, name=who.name, country=who.country, role=who.role, kind="pronoun", via="coreference")
    if not actor.country and any(a.role == "IGO" for a in near):
        return replace(actor, role="IGO", kind="pronoun", via="coreference")  # "'We urge X to go,' the UN said"
    here = mentions.within("actors", actor.char_start, actor.char_end)
    floor = here[0].country if here else _has_floor(page, actor, speaking.voices)
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
    if source[0] < 0 or actor.role != "MIL" or (actor.country and actor.via not in GUESSED):
        return actor
    near = mentions.within("actors", *source)
    who = next((a for a in near if a.country and a.role in ("MIL", "GOV") and a.via in BY_NAME), None)
    if who is None or who.country == actor.country:
        return actor
    sent = scene.event_type == "MOBILIZE" and scene.found.doer_rule == "passive subject"
    foe = opponents.of(who.country) or who.country
    struck = scene.event_type == "ASSAULT" and scene.place is not None and scene.place.country == foe != who.country
    return replace(actor, country=who.country, via="coreference") if sent or struck else actor


def claimed_by(mentions: Mentions, scene: Scene, source: tuple[int, int], opponents: Opponents) -> list[Actor]:
    """The doers of an attack: where nobody is told to have done it to forces of a state, who says so if its foe
    in the page ("The rebels' spokesman said 30 soldiers had been killed")."""
    passive = scene.found.clause is not None and scene.found.clause.passive
    if scene.doers or source[0] < 0 or scene.event_type != "ASSAULT" or not passive:
        return scene.doers
    victims = {a.country for a in scene.patients if a.role == "MIL" and a.via not in GUESSED}
    near = mentions.within("actors", *source)
    who = next((a for a in near if a.country and a.role in ("MIL", "GOV", "REB")), None)
    if who is None or len(victims) != 1 or None in victims or who.country in victims:
        return scene.doers
    if not opponents.pairs[who.country, next(iter(victims))]:
        return scene.doers
    return [Actor(-1, -1, who.name, who.country, who.role, "inferred", "", False)]


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
