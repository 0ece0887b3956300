"""What refers back: surnames, short forms, offices and forces without their state, pronouns."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from functools import cache

from sitrep import lexicons
from sitrep.folding import fold
from sitrep.mentions.actors.compose import Draft
from sitrep.mentions.actors.lexicon import surnames
from sitrep.model import ActorMention, Page, PlaceMention

_SURNAME = re.compile(r"[^\W\d_][\w’'-]{2,}\Z")
_IN = re.compile(r"\s+(?:in|of)\s+")
_THINGS = ("state", "force", "group", "body", "office")
_OFFICIAL = ("GOV", "MIL", "COP", "SPY", "JUD")
# How many sentences a pronoun may look back.
_REACH = 3
_LONGEST_PRONOUN = len("themselves")


@cache
def _unidentified() -> frozenset[str]:
    return frozenset(lexicons.load("reference")["unidentified"])


class _Memory:
    """Who was spoken of last, by what a pronoun can stand for; the subject of a sentence counts before its objects."""

    def __init__(self) -> None:
        self.latest: dict[str, tuple[int, ActorMention]] = {}
        self.by_role: dict[str, str] = {}
        self.states: list[str] = []

    def note(self, sentence: int, actor: ActorMention, plural: bool) -> None:
        kind = (
            "person" if actor.kind == "person" else "plural" if plural else "thing" if actor.kind in _THINGS else None
        )
        if kind is None:
            return
        known = self.latest.get(kind)
        if known is None or known[0] < sentence:
            self.latest[kind] = sentence, actor
        if actor.country:
            if actor.role:
                self.by_role[actor.role] = actor.country
            if actor.country in self.states:
                self.states.remove(actor.country)
            self.states.append(actor.country)

    def recall(self, kind: str, sentence: int) -> ActorMention | None:
        order = {
            "person": ("person",),
            "thing": ("thing", "plural"),
            "plural": ("plural", "thing"),
            "noun": ("thing",),
        }.get(kind, ("thing",))
        for which in order:
            known = self.latest.get(which)
            if known and sentence - known[0] <= _REACH:
                return known[1]
        return None


def home(places: list[PlaceMention], actors: list[ActorMention]) -> str | None:
    """The state that the page is about: that of most places below state level, else of most mentions."""
    count = Counter(place.country for place in places if place.country and place.precision != "country")
    if not count:
        count = Counter(actor.country for actor in actors if actor.country)
    ranked = count.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return None
    return ranked[0][0]


def resolve(page: Page, places: list[PlaceMention], drafts: list[Draft]) -> list[ActorMention]:
    """The mentions with country and role of what they refer back to, and surnames and short forms added."""
    drafts = _short_forms(page, _full_names(drafts, {p.country for p in places}))
    at_home = home(places, [d.mention for d in drafts])
    starts = [place.char_start for place in places]
    memory, resolved = _Memory(), []
    for draft in drafts:
        actor = draft.mention
        seq = draft.seq
        if draft.reference is not None:
            resolved.append(_referred(actor, draft, memory, seq, at_home))
            continue
        if draft.owner and actor.country is None:
            actor = _owned(actor, draft.owner, memory, seq, at_home)
        if draft.ethnic:
            near = _near(page, actor, draft, places, starts)
            actor = replace(actor, country=near, via="context") if near else actor
        if actor.country is None and not draft.stateless and actor.role not in ("IGO", "NGO") and _of_a_state(actor):
            country = _by_context(page, actor, draft, memory, places, starts, at_home)
            if country:
                actor = replace(actor, country=country, via=actor.via if actor.via == "coreference" else "context")
        memory.note(seq, actor, draft.plural)
        resolved.append(actor)
    return resolved


def _referred(actor: ActorMention, draft: Draft, memory: _Memory, seq: int, at_home: str | None) -> ActorMention:
    kind = draft.reference
    if kind == "enemy":
        other = [state for state in memory.states if state != at_home]
        return replace(actor, role="MIL", country=other[-1] if other and at_home else None, kind="force")
    if kind in ("speaker", "sides"):
        return actor
    bare = actor.char_end - actor.char_start <= _LONGEST_PRONOUN
    which = memory.recall(kind if bare or kind != "thing" else "noun", seq)
    if which is None:
        return actor
    return ActorMention(
        actor.char_start, actor.char_end, which.name, which.country, which.role, actor.kind, actor.via,
        actor.head_start, which.char_start, which.char_end,
    )  # fmt: skip


def _owned(actor: ActorMention, owner: str, memory: _Memory, seq: int, at_home: str | None) -> ActorMention:
    if owner == "speaker":
        return replace(actor, country=at_home, via="coreference") if at_home else actor
    which = memory.recall(owner, seq)
    if which is None:
        return actor
    role = "REB" if which.role == "REB" and actor.role in ("MIL", "GOV") else actor.role
    return replace(actor, country=which.country, role=role, via="coreference")


def _by_context(
    page: Page,
    actor: ActorMention,
    draft: Draft,
    memory: _Memory,
    places: list[PlaceMention],
    starts: list[int],
    at_home: str | None,
) -> str | None:
    """The state of a group that the text names without one: as before, of its place, or of the page."""
    if actor.name in _unidentified() and not draft.definite:
        return None
    if draft.definite and actor.role in _OFFICIAL and actor.role in memory.by_role:
        return memory.by_role[actor.role]
    if actor.role == "MIL" and not draft.definite:
        # Soldiers are met abroad, and on both sides: the place tells only where it belongs to their name.
        return at_home or _stationed(page, actor, places, starts)
    return _near(page, actor, draft, places, starts) or at_home


def _stationed(page: Page, actor: ActorMention, places: list[PlaceMention], starts: list[int]) -> str | None:
    """The state in "security forces in Guinea"."""
    link = _IN.match(page.view, actor.char_end)
    at = bisect_left(starts, link.end()) if link else len(places)
    return places[at].country if at < len(places) and places[at].char_start == link.end() else None


def _near(page: Page, actor: ActorMention, draft: Draft, places: list[PlaceMention], starts: list[int]) -> str | None:
    """The state of the place named nearest in the sentence, a town or region before a state."""
    sentence = page.sentences[draft.seq]
    inside = places[bisect_left(starts, sentence.char_start) : bisect_left(starts, sentence.char_end)]
    near = [place for place in inside if place.country and place.precision != "country"] or [
        p for p in inside if p.country
    ]
    return min(near, key=lambda place: abs(place.char_start - actor.char_start)).country if near else None


def _of_a_state(actor: ActorMention) -> bool:
    """Whether the page's state may be an unstated one's: a named person's only where he holds an office."""
    return actor.kind != "person" or actor.role in _OFFICIAL


def _full_names(drafts: list[Draft], countries: set[str | None]) -> list[Draft]:
    """Persons that the text names by title and surname, with the name of the one leader whom it can mean."""
    for draft in drafts:
        actor = draft.mention
        if actor.kind != "person" or not actor.name or actor.via == "coreference":
            continue
        known = surnames().get(" ".join(fold(actor.name).split()).rsplit(" ", 1)[-1], ())
        fits = [p for p in known if (p.country == actor.country if actor.country else p.country in countries)]
        if len(fits) == 1 and (" " not in actor.name or _same_initial(actor.name, fits[0].name)):
            draft.mention = replace(actor, name=fits[0].name, country=actor.country or fits[0].country)
    return drafts


def _same_initial(a: str, b: str) -> bool:
    return fold(a)[:3] == fold(b)[:3]


def _short_forms(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Bare surnames and short forms of those whom the page introduced with their full names."""
    known: dict[str, Draft] = {}
    for draft in drafts:
        actor = draft.mention
        if draft.acronym:
            known.setdefault(draft.acronym, draft)
        if actor.kind == "person" and actor.name and (" " in actor.name or actor.via == "composed"):
            surname = _SURNAME.search(page.view[actor.char_start : actor.char_end].split(" of ")[0])
            if surname and surname[0][0].isupper():
                known.setdefault(surname[0], draft)
    if not known:
        return drafts
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, known), key=len, reverse=True))})\b")
    taken = sorted((d.mention.char_start, d.mention.char_end) for d in drafts)
    added, at = [], 0
    for match in pattern.finditer(page.view):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at < len(taken) and taken[at][0] < match.end():
            continue
        sentence = page.sentence_at(match.start())
        if sentence is None:
            continue
        source = known[match[0]]
        mention = replace(
            source.mention, char_start=match.start(), char_end=match.end(), via="coreference", head_start=match.start(),
            antecedent_start=-1, antecedent_end=-1,
        )  # fmt: skip
        added.append(Draft(mention, seq=sentence.seq))
    return sorted([*drafts, *added], key=lambda d: (d.mention.char_start, d.mention.char_end))
