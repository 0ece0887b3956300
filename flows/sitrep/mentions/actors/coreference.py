"""What refers back: surnames, short forms, offices and forces without their state, pronouns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sitrep import datelines
from sitrep.mentions.actors import abroad, apposition, naming, pointing, setting, stateless
from sitrep.mentions.actors.antecedents import Memory
from sitrep.mentions.actors.draft import Draft, of_state
from sitrep.mentions.actors.reference import listed
from sitrep.model import ActorMention, Page, PlaceMention

# Kinds of mentions that several may have one of each, and how a state is known that only the page gives.
_OWNED, _GUESSED = ("people", "office"), ("context", "setting")
# What may be joined to another of its state, and to which.
_OF_STATES, _BODIES = ("GOV", "MIL", "COP", "JUD"), ("people", "office", "force")

# How often a page tells of the one state that it is about, for a group known by another one to fight there.
_OFTEN = 3


def resolve(page: Page, places: list[PlaceMention], drafts: list[Draft]) -> list[ActorMention]:
    """The mentions with country and role of what they refer back to, and surnames and short forms added."""
    drafts = apposition.settled(page, places, drafts)
    drafts = naming.short_forms(page, naming.full_names(page, drafts, {p.country for p in places}))
    # A place in the head of a mention may be a part of a name: of a person or a newspaper.
    names = [d.mention for d in drafts if d.mention.kind == "person" or d.mention.role == "MED"]
    places = list(_outside(places, iter(names)))
    whole = around = setting.read(page, places, drafts)
    naming.settle(page, places, drafts, around)
    starts = [place.char_start for place in places]
    view, shared = page.view, listed("shared_names")
    memory, resolved = Memory(view, page.folded.unsqueezed), []
    heads: dict[str, ActorMention] = {}
    told = Counter(place.country for place in places)
    told.update(d.mention.country for d in drafts if d.mention.role != "REB")
    dated, told_from = -1, 0
    for at, draft in enumerate(drafts):
        actor, seq, namesake = draft.mention, draft.seq, None
        around = whole.at(actor.char_start)
        if actor.country is None:
            if heads:
                namesake = heads.get(view[actor.head_start : actor.char_end].lower().removeprefix("the "))
            if namesake is not None:
                actor = replace(namesake, char_start=actor.char_start, char_end=actor.char_end,
                                head_start=actor.head_start, via="coreference", antecedent_start=namesake.char_start,
                                antecedent_end=namesake.char_end)  # fmt: skip
                draft.reference = None
            elif draft.reference is None and draft.definite and draft.plural and pointing.is_pair(actor, draft):
                draft.reference, actor = "sides", replace(actor, kind="pronoun", via="coreference")
        elif actor.kind == "group" or actor.kind == "force":
            actor = pointing.ours(page, actor, around, resolved)
            last = view[actor.char_start : actor.char_end].lower().rsplit(" ", 1)[-1]
            if last in shared:
                heads[last] = actor
        if draft.reference is not None:
            actor = pointing.refer(page, actor, draft, memory, seq, around, resolved)
            if draft.reference == "sides" and not (actor.country or actor.members):
                actor = replace(actor, members=pointing.told_behind(page, actor, seq, drafts))
            resolved.append(actor)
            if actor.kind == "force":
                memory.note(seq, actor, plural=True)
            continue
        if draft.owner and actor.country is None:
            actor = pointing.owned(page, actor, draft.owner, memory, seq, around, resolved)
        if draft.ethnic:
            near = stateless.nearest(page, actor, draft, places, starts, around)
            actor = of_state(actor, near, "context") if near else actor
        if draft.plural:
            actor = pointing.named_behind(page, actor, at, drafts)
        if actor.country is None and resolved:
            actor = _of_one_state(view, actor, draft, resolved[-1])
        if actor.country is None:
            actor = stateless.placed(page, actor, draft, memory, places, starts, around, resolved)
        elif actor.role == "REB" and actor.via in ("lexicon", "composed"):
            elsewhere = actor.country not in told and told[around.home] >= _OFTEN
            here = around.home if around is not whole or elsewhere else None
            actor = of_state(actor, here, actor.via) if abroad.fights_in(page, actor, here) else actor
        if draft.leader is not None:
            memory.note(seq, draft.leader, plural=False)
            if pointing.says(page, draft.leader):
                memory.heard(seq, draft.leader)
        if seq != dated:
            dated, told_from = seq, datelines.told(page, page.sentences[seq])
        if actor.kind != "person" and actor.char_end <= told_from:
            resolved.append(actor)
            continue  # "NAIROBI, May 3 (Agency) —": only where somebody writes
        memory.note(seq, actor, draft.plural, draft.titles, pointing.opens_main(page, actor, seq))
        if not draft.plural and (actor.kind == "person" or actor.kind == "office") and pointing.says(page, actor):
            memory.heard(seq, actor)
        resolved.append(actor)
    return _of_both(view, resolved)


def _of_one_state(view: str, actor: ActorMention, draft: Draft, before: ActorMention) -> ActorMention:
    """An office or force that is but a noun, with the state of the one that it is joined to ("the Malian army and
    government")."""
    bare = actor.head_start == actor.char_start and actor.via == "lexicon" and not (draft.owner or draft.definite)
    if not bare or actor.role not in _OF_STATES or actor.name in listed("between_states"):
        return actor
    if before.via != "composed" or before.kind not in _BODIES or before.role == "REB" or before.country is None:
        return actor
    joined = view[before.char_end : actor.char_start].strip() in listed("joining_words")
    return of_state(actor, before.country, "composed") if joined and view[actor.char_start].islower() else actor


def _of_both(view: str, resolved: list[ActorMention]) -> list[ActorMention]:
    """The mentions, those whose owners are several told right behind them as these ("ministers of both countries")."""
    for i, (actor, owners) in enumerate(pairwise(resolved)):
        if not owners.members or actor.kind not in _OWNED or (actor.country and actor.via not in _GUESSED):
            continue
        if view[actor.char_end : owners.char_start].strip() in listed("before_many"):
            both = tuple(replace(actor, country=m.country, via="coreference", members=()) for m in owners.members)
            resolved[i] = replace(actor, country=None, via="coreference", members=both)
    return resolved


def _outside(places: list[PlaceMention], names: Iterator[ActorMention]) -> Iterator[PlaceMention]:
    """The places that are no part of a name; both in the order of the text."""
    name = next(names, None)
    for place in places:
        while name is not None and name.char_end <= place.char_start:
            name = next(names, None)
        inside = name is not None and name.head_start <= place.char_start and place.char_end <= name.char_end
        if not inside or (name.char_start == place.char_start and name.kind != "person"):
            yield place
