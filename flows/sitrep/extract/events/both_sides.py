"""Who "both sides" and "the two countries" are, where nobody told right before them can be meant: those who fight."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sitrep import lexicons
from sitrep.extract.events.actors import GUESSED, Actor
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.scene import SHARED, Scene
from sitrep.model import Page

_TWO = 2


@cache
def _sides() -> frozenset[str]:
    reference = lexicons.load("reference")
    return frozenset(reference["nouns"]["sides"]) - frozenset(reference["at_large"])


def settle(page: Page, scene: Scene, opponents: Opponents) -> None:
    """Give the two sides that an act is done to or by the states that fight in the page.

    That is so where they have none yet, and where they would be those who act on them: "Iran and China urged both
    sides".
    """
    if not any([a.kind == "pronoun" for a in (*scene.doers, *scene.patients)]):
        return
    doing = {a.country for a in scene.doers if a.country and not _is_two(page, a)}
    told = [a for a in scene.patients if a.country and a.via not in GUESSED]  # but "the two sides traded prisoners"
    done_to = {a.country for a in told if not _is_two(page, a)}
    scene.patients = _settled(page, scene.patients, doing, opponents)
    scene.doers = _settled(page, scene.doers, done_to, opponents)
    alone = len(scene.doers) == _TWO and all(_is_two(page, a) for a in scene.doers)
    shared = scene.event_type in SHARED or scene.found.act.frame.name == "swap"
    if alone and shared and not told:
        scene.doers, scene.patients = scene.doers[:1], scene.doers[1:]  # "talks between the foes"


def settle_other(scene: Scene, opponents: Opponents, earlier: Scene | None) -> None:
    """Give "its neighbour" and "its foe", told of nobody else, the state that who does it stands against. In place.

    What such a one is accused of or asked to do is done by whom the act before was done to.
    """
    if earlier is not None and earlier.span is scene.span:
        told = {a.char_start: a for a in earlier.patients if a.country and a.kind == "pronoun" and not a.head}
        scene.doers = [a if a.country else told.get(a.char_start, a) for a in scene.doers]
    if len(scene.patients) != 1 or scene.patients[0].country or scene.patients[0].kind != "pronoun":
        return
    heads = {scene.sentence.words[scene.sentence.chunks[g].end - 1].plain for g in scene.found.patients}
    own = [a.country for a in scene.doers if a.country]
    foe = opponents.sure_foe(own) or opponents.only_other(own)
    if foe is not None and not kinds()["others"].isdisjoint(heads):
        scene.patients = [replace(scene.patients[0], country=foe, via="setting")]


def fight(doers: list[Actor | None], patients: list[Actor | None]) -> bool:
    """Is it two sides told as one who fight, and nobody else ("the two armies last fought in 2011")?"""
    if len(doers) != _TWO or any(p and p.country and p.via not in GUESSED for p in patients):
        return False
    one, other = doers
    together = one and other and one.kind == other.kind == "pronoun" and one.char_start == other.char_start
    return bool(together) and None not in (one.country, other.country) and one.country != other.country


def _settled(page: Page, actors: list[Actor], beside: set[str], opponents: Opponents) -> list[Actor]:
    both = [a for a in actors if _is_two(page, a)]
    told = {a.country for a in both if a.country}
    if not both or (told and told.isdisjoint(beside) and not _at_war(page, both[0])):
        return actors
    fighting = opponents.two() or tuple(opponents.divided)
    if len(fighting) > _TWO or not beside.isdisjoint(fighting):
        return actors
    sides = [replace(both[0], name=None, country=state, role="STA", via="setting") for state in fighting]
    return [a for a in actors if a not in both] + (sides or both)


def _at_war(page: Page, actor: Actor) -> bool:
    """Are they told of as those who fight ("the two armies"), whoever was told of last?"""
    return page.phrase(actor.char_start, actor.char_end).lower().split()[-1] in kinds()["warring"]


def _is_two(page: Page, actor: Actor) -> bool:
    return actor.kind == "pronoun" and page.phrase(actor.char_start, actor.char_end).lower() in _sides()
