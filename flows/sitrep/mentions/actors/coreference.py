"""What refers back: surnames, short forms, offices and forces without their state, pronouns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.actors import naming, setting
from sitrep.mentions.actors.antecedents import Memory
from sitrep.mentions.actors.draft import Draft, of_state
from sitrep.mentions.actors.setting import Setting
from sitrep.mentions.actors.speaking import speaker
from sitrep.model import ActorMention, Page, PlaceMention

_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_IN = re.compile(lambda: rf"\s+{re.any_of(_words('before_seats'))}\s+")
_OF_MANY = re.compile(
    lambda: rf"\s+{re.any_of(_words('before_many'))}\s+(?:[\w-]+\s+){{1,3}}{re.any_of(_words('many_states'))}\b"
)
_BETWEEN = 24
_TOWARDS = re.compile(lambda: rf"\b{re.any_of(_words('towards'))}\s+\Z", re.IGNORECASE)
_BEYOND = re.compile(lambda: rf"\b{re.any_of(_words('before_neighbours'))}\s+\Z", re.IGNORECASE)
_GOAL = re.compile(lambda: rf"\b{re.any_of(_words('goals'))}\s+\Z", re.IGNORECASE)
_OF_NO_STATE = ("IGO", "NGO")
# Who may send forces, and how many code points before them.
_SENDERS = ("state", "person", "office", "pronoun", "seat")
_TOLD_BEFORE = 40
_LED = ("GOV", "REB", "MIL")
_OFFICIAL = ("GOV", "MIL", "COP", "SPY", "JUD")


@cache
def _words(group: str) -> frozenset[str]:
    """A group of ``reference``."""
    return frozenset(lexicons.load("reference")[group])


@cache
def _fighters() -> frozenset[str]:
    roles = lexicons.load("actor_roles")
    return frozenset((*roles["REB"], *roles["MIL"]))


def resolve(page: Page, places: list[PlaceMention], drafts: list[Draft]) -> list[ActorMention]:
    """The mentions with country and role of what they refer back to, and surnames and short forms added."""
    drafts = naming.short_forms(page, naming.full_names(page, drafts, {p.country for p in places}))
    places = list(_outside(places, (d.mention for d in drafts if _is_name(d.mention))))
    around = setting.read(page, places, drafts)
    naming.settle(page, places, drafts, around)
    starts = [place.char_start for place in places]
    view, shared = page.view, _words("shared_names")
    memory, resolved = Memory(view, page.folded.unsqueezed), []
    heads: dict[str, ActorMention] = {}
    for draft in drafts:
        actor, seq, namesake = draft.mention, draft.seq, None
        if actor.country is None:
            if heads:
                namesake = heads.get(view[actor.head_start : actor.char_end].lower().removeprefix("the "))
            if namesake is not None:
                actor = replace(namesake, char_start=actor.char_start, char_end=actor.char_end,
                                head_start=actor.head_start, via="coreference", antecedent_start=namesake.char_start,
                                antecedent_end=namesake.char_end)  # fmt: skip
                draft.reference = None
            elif draft.reference is None and draft.definite and draft.plural and _is_pair(actor, draft):
                draft.reference, actor = "sides", replace(actor, kind="pronoun", via="coreference")
        elif actor.kind == "group" or actor.kind == "force":
            last = view[actor.char_start : actor.char_end].lower().rsplit(" ", 1)[-1]
            if last in shared:
                heads[last] = actor
        if draft.reference is not None:
            actor = _referred(page, actor, draft, memory, seq, around, resolved)
            if draft.reference == "sides" and not (actor.country or actor.members):
                actor = replace(actor, members=_told_behind(page, actor, seq, drafts))
            resolved.append(actor)
            if actor.kind == "force":
                memory.note(seq, actor, plural=True)
            continue
        if draft.owner and actor.country is None:
            actor = _owned(page, actor, draft.owner, memory, seq, around, resolved)
        if draft.ethnic:
            near = _near(page, actor, draft, places, starts, around)
            actor = of_state(actor, near, "context") if near else actor
        if actor.country is None:
            actor = _placed(page, actor, draft, memory, places, starts, around, resolved)
        if draft.leader is not None:
            memory.note(seq, draft.leader, plural=False)
        memory.note(seq, actor, draft.plural, draft.titles)
        if not draft.plural and (actor.kind == "person" or actor.kind == "office") and _says(page, actor):
            memory.heard(seq, actor)
        resolved.append(actor)
    return resolved


def _placed(
    page: Page,
    actor: ActorMention,
    draft: Draft,
    memory: Memory,
    places: list[PlaceMention],
    starts: list[int],
    around: Setting,
    resolved: list[ActorMention],
) -> ActorMention:
    """An actor named without a state, with the one that the page tells otherwise, if any."""
    if draft.stateless and _fights(actor):
        # A group of many states is coded to the one that it fights in.
        near = _near(page, actor, draft, places, starts, around) or around.home
        actor = of_state(actor, near, actor.via) if near else actor
    elif actor.kind == "person" and actor.name in memory.persons and actor.role not in _OF_NO_STATE:
        return of_state(actor, memory.persons[actor.name], actor.via)
    if actor.country or draft.stateless or actor.members or actor.role in _OF_NO_STATE or not _of_a_state(actor):
        return actor
    sender = _sender(page, actor, memory, resolved)
    if sender is not None:
        return of_state(actor, sender, "coreference")
    country = _by_context(page, actor, draft, memory, places, starts, around)
    if not country:
        return actor
    via = "setting" if country == around.home and _is_party(actor, around) else "context"
    return of_state(actor, country, actor.via if actor.via == "coreference" else via)


def _is_name(actor: ActorMention) -> bool:
    """Whether a place in the head of a mention is a part of a name: of a person or a newspaper."""
    return actor.kind == "person" or actor.role == "MED"


def _outside(places: list[PlaceMention], names: Iterator[ActorMention]) -> Iterator[PlaceMention]:
    """The places that are no part of a name; both in the order of the text."""
    name = next(names, None)
    for place in places:
        while name is not None and name.char_end <= place.char_start:
            name = next(names, None)
        inside = name is not None and name.head_start <= place.char_start and place.char_end <= name.char_end
        if not inside or (name.char_start == place.char_start and name.kind != "person"):
            yield place


def _says(page: Page, actor: ActorMention) -> bool:
    """Whether an actor is the subject of a verb of saying right behind it."""
    word = _NEXT_WORD.match(page.view, actor.char_end)
    return bool(word) and word[1].lower() in _saying()


def _referred(
    page: Page,
    actor: ActorMention,
    draft: Draft,
    memory: Memory,
    seq: int,
    around: Setting,
    resolved: list[ActorMention],
) -> ActorMention:
    kind = draft.reference
    if kind == "enemy":
        ours = around.issuer or around.home
        other = [around.foe] if around.foe else [state for state in memory.states if state != ours]
        other = other or ([ours] if around.internal else [])
        return replace(actor, role="MIL", country=other[-1] if other and ours else None, kind="force")
    if kind == "speaker":
        ours = speaker(page, actor, seq, around, resolved)
        return of_state(actor, ours, actor.via) if ours else actor
    if kind == "sides" and _last_word(page, actor).removesuffix("s") in _words("pairs"):
        kind = "leaders"
    members = _beside(page, actor, kind, resolved)
    if not members and kind == "person" and _says(page, actor):
        members = memory.speaker(seq)
    if not members and kind == "person":
        members = memory.other(seq, actor)
    if kind == "country" and _GOAL.search(page.view, max(0, actor.char_start - 12), actor.char_start):
        members = memory.elsewhere(seq)  # "Paris shipped arms to the country"
    members = members or memory.recall(kind, seq, actor)
    if not members:
        if kind == "country" and around.home:
            return replace(actor, country=around.home, role="STA", kind="state")
        if kind == "body":
            return replace(actor, role="IGO", kind="body")
        told = page.view[actor.char_start : actor.char_end].lower() not in _words("at_large")
        if kind == "plural" and around.issuer and around.foe:
            return replace(actor, country=around.foe)  # "They began it": no others are spoken of so
        free = len(around.sides) == 1 or memory.free_of(seq, around.sides)
        if kind in ("sides", "leaders") and around.sides and told and free:
            sides = tuple(replace(actor, name=None, country=c, role="STA", kind="state") for c in around.sides)
            memory.again(seq, "plural", sides, actor)
            return (
                replace(actor, members=sides)
                if len(sides) > 1
                else replace(actor, country=sides[0].country, via="setting")
            )
        if kind == "leaders" and not memory.holds_pair(seq):
            memory.unknown(seq)
        return actor
    memory.again(seq, kind, members, actor)
    which = members[0]
    if len(members) == 1 and which.country is None and kind == "plural" and around.issuer:
        which = replace(which, country=around.foe)
    if len(members) > 1:
        return replace(actor, antecedent_start=which.char_start, antecedent_end=members[-1].char_end, members=members)
    return ActorMention(
        actor.char_start, actor.char_end, which.name, which.country, which.role, actor.kind, actor.via,
        actor.head_start, which.char_start, which.char_end,
    )  # fmt: skip


def _told_behind(page: Page, actor: ActorMention, seq: int, drafts: list[Draft]) -> tuple[ActorMention, ...]:
    """The two whom the sentence names only behind "both sides" ("..., after talks between A and B")."""
    ahead = [d.mention for d in drafts if d.seq == seq and d.mention.char_start >= actor.char_end and d.mention.country]
    for one, other in pairwise(ahead):
        between = page.view[one.char_end : other.char_start]
        if one.country != other.country and between.split() in (["and"], ["and", "the"]):
            before = page.view[max(0, one.char_start - 12) : one.char_start].split()
            if "between" in before[-2:]:
                return one, other
    return ()


@cache
def _saying() -> frozenset[str]:
    return frozenset(lexicons.load("reporting")["verbs"])


def _last_word(page: Page, actor: ActorMention) -> str:
    return page.view[actor.char_start : actor.char_end].lower().split()[-1]


def _is_pair(actor: ActorMention, draft: Draft) -> bool:
    """Whether a definite group without a state can only be those who met before ("The leaders")."""
    definite = draft.definite and draft.plural and draft.owner is None
    return definite and actor.name in _words("pairs")


def _beside(page: Page, actor: ActorMention, kind: str, resolved: list[ActorMention]) -> tuple[ActorMention, ...]:
    """The one right before a pronoun that can only be his: "Iran and its proxies", "the army claims that it won"."""
    last = resolved[-1] if resolved else None
    if last is None or kind not in ("thing", "person") or not last.country or last.kind == "pronoun":
        return ()
    if (last.kind == "person") != (kind == "person") or actor.char_start - last.char_end > _BETWEEN:
        return ()
    first = page.view[actor.char_start : actor.char_end].split(maxsplit=1)[0].lower()
    between = page.view[last.char_end : actor.char_start].lower().split()
    if len(between) == 2 and between[1] == "that" and between[0] not in _words("oblique"):
        return (last,)
    if between == ["as"]:
        before = page.view[max(0, last.char_start - _BETWEEN) : last.char_start].lower().split()
        return (last,) if before and before[-1] in _words("helping") else ()
    if first in _words("possessives"):
        return (last,) if " ".join(between) in _words("beside") or _opens_what_is_said(between) else ()
    return ()


def _opens_what_is_said(between: list[str]) -> bool:
    """Whether words behind a speaker open what he says: "the ministry has claimed that its forces ..."."""
    said = between[:-1] if between[-1:] == ["that"] else between
    return bool(said) and said[-1] in _saying() and _words("auxiliaries").issuperset(said[:-1])


def _is_met(page: Page, actor: ActorMention, owner: ActorMention, resolved: list[ActorMention]) -> bool:
    """Whether somebody is met by the one who would own him, which he is not: "the delegation met its leaders"."""
    last = resolved[-1] if resolved else None
    if last is None or last.country != owner.country:
        return False
    between = page.view[last.char_end : actor.char_start].lower().split()
    return len(between) in (1, 2) and between[0] in _words("meeting") and between[1:] in ([], ["with"])


def _owned(
    page: Page,
    actor: ActorMention,
    owner: str,
    memory: Memory,
    seq: int,
    around: Setting,
    resolved: list[ActorMention],
) -> ActorMention:
    if owner == "speaker":
        ours = speaker(page, actor, seq, around, resolved)
        if ours is None and around.issuer is None and not around.joint:
            ours = around.home
        return of_state(actor, ours, "coreference") if ours else actor
    members = _beside(page, actor, owner, resolved) or memory.recall(owner, seq)
    if members and owner == "thing" and actor.role in _LED and _is_met(page, actor, members[0], resolved):
        members = memory.before(owner, seq)  # "A Saudi delegation met its leaders"
    if not members:
        return actor
    if len(members) > 1:
        memory.again(seq, "leaders", members, actor)
        both = tuple(replace(actor, country=m.country) for m in members)
        return replace(actor, via="coreference", members=both)
    which = members[0]
    role = "REB" if which.role == "REB" and actor.role in ("MIL", "GOV") else actor.role
    if actor.name in _words("men") and which.role in ("REB", "MIL", "COP"):
        role = which.role  # "the commander said that his men had left"
    return replace(actor, country=which.country, role=role, via="coreference")


def _sender(page: Page, actor: ActorMention, memory: Memory, resolved: list[ActorMention]) -> str | None:
    """The state that sends, keeps or loses forces of no state told right behind it ("Kenya sent two battalions")."""
    last = resolved[-1] if resolved else None
    if last is None or actor.role != "MIL" or last.kind not in _SENDERS or not last.country or last.members:
        return None
    if not _words("of_several").isdisjoint(_before_head(page, actor)):
        return None
    if actor.char_start - last.char_end > _TOLD_BEFORE or memory.is_oblique(last):
        return None
    between = page.view[last.char_end : actor.char_start].lower()
    words = between.split()
    if not words or words[-1] not in _words("sending") or not _words("parting").isdisjoint(between):
        return None
    return last.country


def _by_context(
    page: Page,
    actor: ActorMention,
    draft: Draft,
    memory: Memory,
    places: list[PlaceMention],
    starts: list[int],
    around: Setting,
) -> str | None:
    """The state of a group that the text names without one: as before, of its place, or of the page."""
    if _is_of_many(page, actor, draft):
        return None
    if actor.name in _words("unidentified") and not draft.definite:
        return None
    if draft.definite and (actor.name or "").rsplit(" ", 1)[-1] in memory.bodies and actor.name not in memory.by_noun:
        return None  # "the mission", of a body told of before
    if around.issuer and draft.definite and _is_capital(page, actor) and _is_whole(page, actor):
        holders = memory.holders.get(actor.name, ()) if draft.titles and actor.name else ()
        return around.issuer if around.issuer in holders or not holders else holders[0]
    if draft.definite and actor.role in (*_OFFICIAL, "REB"):
        known = _of_holder(page, actor, draft, memory) or memory.by_noun.get(actor.name)
        if known is None and actor.role == "GOV" and _is_capital(page, actor):
            known = memory.first_official
        if known is None and draft.titles and actor.role == "GOV" and not draft.plural:
            known = memory.leader(draft.seq)
        if known is None and (around.home is None or actor.role == "REB"):
            known = memory.by_role.get(actor.role)
        if known:
            return known
    if actor.role == "MIL" and not _words("loyal").isdisjoint(_before_head(page, actor)):
        return around.home or memory.by_role.get("GOV") or memory.by_role.get("STA")
    if actor.role == "MIL" and not draft.definite:
        # Soldiers are met abroad, and on both sides: the place tells only where it belongs to their name.
        return around.home or _stationed(page, actor, places, starts)
    if actor.kind == "person" and (around.issuer or around.home):
        # Officials travel: where one is met says less than who speaks of them as known, or than what the page is about.
        return around.issuer or around.home
    if actor.kind == "office" and draft.definite and around.home:
        # An office told as known is that of the state told about, unless its seat is told with it.
        return _stationed(page, actor, places, starts) or around.home
    return _near(page, actor, draft, places, starts, around) or around.home


def _is_of_many(page: Page, actor: ActorMention, draft: Draft) -> bool:
    """Whether a group is from abroad, or from several states, so that no one state is theirs."""
    if not _words("from_abroad").isdisjoint(_before_head(page, actor)):
        return True
    if not draft.plural:
        return False
    if _OF_MANY.match(page.view, actor.char_end):
        return True
    return actor.name in _words("of_many") and not draft.definite and draft.owner is None


def _before_head(page: Page, actor: ActorMention) -> list[str]:
    """The words of a group in front of its head noun, in lower case."""
    return page.view[actor.char_start : actor.head_start].lower().split()


def _of_holder(page: Page, actor: ActorMention, draft: Draft, memory: Memory) -> str | None:
    """The state of the one who holds the office named alone: written large where several do, the first of them."""
    states = memory.holders.get(actor.name, ()) if draft.titles and actor.name else ()
    if len(states) == 1 or (states and _is_capital(page, actor)):
        return states[0]
    return None


def _is_capital(page: Page, actor: ActorMention) -> bool:
    """Whether a noun is written as a name, as issuers write their own offices ("the Administration")."""
    return page.view[actor.head_start : actor.head_start + 1].isupper()


def _is_whole(page: Page, actor: ActorMention) -> bool:
    """Whether an office, or all the army, navy or police there is ("the Army", and not "the 22nd Brigade")."""
    return actor.role == "GOV" or (actor.role in _LED and _before_head(page, actor) == ["the"])


def _is_party(actor: ActorMention, around: Setting) -> bool:
    """Whether a common noun names a side of the war that the page is about: "the rebels", "government forces"."""
    if actor.role == "REB":
        return actor.name not in _words("unidentified")
    if actor.name in _words("of_the_state"):
        return True
    return around.internal and actor.role == "MIL"


def _stationed(page: Page, actor: ActorMention, places: list[PlaceMention], starts: list[int]) -> str | None:
    """The state in "security forces in Guinea"."""
    link = _IN.match(page.view, actor.char_end)
    at = bisect_left(starts, link.end()) if link else len(places)
    return places[at].country if at < len(places) and places[at].char_start == link.end() else None


def _near(
    page: Page, actor: ActorMention, draft: Draft, places: list[PlaceMention], starts: list[int], around: Setting
) -> str | None:
    """The state of the place named nearest in the sentence, a town or region before a state.

    A place abroad that people go to is not where they come from: "fighters fled into Chad".
    """
    sentence = page.sentences[draft.seq]
    inside = [
        place
        for place in places[bisect_left(starts, sentence.char_start) : bisect_left(starts, sentence.char_end)]
        if place.country
        and (
            around.home in (None, place.country)
            or place.char_start < actor.char_start
            or not _TOWARDS.search(page.view, max(sentence.char_start, place.char_start - 12), place.char_start)
        )
        and not _BEYOND.search(page.view, max(sentence.char_start, place.char_start - _BETWEEN), place.char_start)
    ]
    near = [place for place in inside if place.precision != "country"] or inside
    if draft.definite and around.home and all(place.precision == "country" for place in near):
        return around.home  # "Malaysia urged the generals": a state that does something is not where they are
    return min(near, key=lambda place: abs(place.char_start - actor.char_start)).country if near else None


def _fights(actor: ActorMention) -> bool:
    """Whether a mention is of an armed group or of its fighters."""
    return actor.role == "REB" and (actor.kind == "group" or (actor.kind == "people" and actor.name in _fighters()))


def _of_a_state(actor: ActorMention) -> bool:
    """Whether the page's state may be an unstated one's: a named person's only where his office is named with him."""
    return actor.kind != "person" or (actor.role in _OFFICIAL and actor.via != "coreference")
