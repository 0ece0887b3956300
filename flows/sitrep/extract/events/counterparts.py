"""Colleagues abroad who are told by where they hold office ("his counterparts in Ankara"), and what is nobody."""

from __future__ import annotations

from sitrep.extract.events import actors as sides
from sitrep.extract.events.actors import Actor
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.groups import NP, P
from sitrep.extract.events.words import GENITIVES, listed
from sitrep.model import BY_NAME


def of_groups(sentence: Sentence, groups: list[int]) -> list[Actor]:
    """The actors of noun groups in the order of the text: of counterparts in or from several states one for each."""
    found: list[Actor] = []
    told: set[int] = set()
    for group in groups:
        if group in told:
            continue
        held = seats(sentence, group)
        told.update(held)
        who = sides.of_group(sentence, group)
        states = dict.fromkeys(state for seat in held if (state := _state(sentence, seat)))
        named = any(actor.country and actor.via in BY_NAME for actor in who)
        if states and (len(states) > 1 or not named):
            start, end = sentence.span(group, group + 1)
            role = who[0].role or "GOV"
            who = [Actor(start, end, None, state, role, "people", "place", True) for state in states]
        found.extend(who)
    return found


def _state(sentence: Sentence, seat: int) -> str | None:
    chunk = sentence.chunks[seat]
    return next((named.country for named in (*chunk.places, *chunk.actors) if named.country), None)


def seats(sentence: Sentence, group: int) -> list[int]:
    """The noun groups that tell where counterparts are."""
    if sentence.words[sentence.chunks[group].end - 1].plain not in kinds()["counterparts"]:
        return []
    if sentence.kind(group + 1) != P or sentence.lower(group + 1) not in listed("seat_prepositions"):
        return []
    return sentence.coordinated(group + 2)[0] if sentence.kind(group + 2) == NP else []


def is_thing_of_state(sentence: Sentence, group: int) -> bool:
    """Is it something of a state's, whom nobody meets ("discussed our concern with Chad's ties to Libya")?"""
    words = sentence.words_of(group)
    owned = any(word.lower.endswith(GENITIVES) for word in words[:-1])
    last = words[-1]
    return owned and last.actor is None and last.place is None and last.plain in kinds()["owned_things"]
