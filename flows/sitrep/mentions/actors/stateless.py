"""Which state those are of whom the text names without one: by sender, place, office holder, or the page itself."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache
from itertools import takewhile

from sitrep import datelines, lexicons
from sitrep import patterns as re
from sitrep.mentions.actors.antecedents import Memory
from sitrep.mentions.actors.draft import Draft, of_state
from sitrep.mentions.actors.reference import listed
from sitrep.mentions.actors.setting import Setting
from sitrep.model import BY_NAME, OF_NO_STATE, ActorMention, Page, PlaceMention, Sentence

_IN = re.compile(lambda: rf"\s+{re.any_of(listed('before_seats'))}\s+")
_OF_MANY = re.compile(
    lambda: rf"\s+{re.any_of(listed('before_many'))}\s+(?:[\w-]+\s+){{1,3}}{re.any_of(listed('many_states'))}\b"
)
_TOWARDS = re.compile(lambda: rf"\b{re.any_of(listed('towards'))}\s+\Z", re.IGNORECASE)
_BEYOND = re.compile(
    lambda: rf"\b{re.any_of(listed('before_neighbours') | listed('before_causes'))}\s+\Z", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    lambda: (
        rf"\b(?:{re.any_of(lexicons.load('statement_venues')['gatherings'])}\s+{re.any_of(listed('before_seats'))}"
        rf"|{re.any_of(listed('accords'))}\s+{re.any_of(listed('before_signing_places'))}"
        rf"|{re.any_of(listed('blows'))}\s+{re.any_of(listed('before_origins'))})\s+\Z"
    ),
    re.IGNORECASE,
)
_OPENED = re.compile(
    lambda: rf"\b{re.any_of(listed('subordinators'))}\s+(?:the\s+)?(?:[A-Z]\w*\s+(?:[A-Z]\w*\s+)?and\s+(?:the\s+)?)?\Z"
)
# How far before a place the words may stand, in code points, that lead to it, that make it another one's neighbour, and
# that tell that some meet there or strike from there.
_LEADING, _NEIGHBOURLY, _TELLING = 12, 24, 32
# How far before a state the word may stand that opens the clause in which it acts, with another state or alone.
_JOINED_BEFORE = 48
# Who may send forces, and how many code points before them.
_SENDERS = ("state", "person", "office", "pronoun", "seat")
_TOLD_BEFORE = 40
# How many words stand at most between an owner and the forces in what is told of ("'s recent build-up of").
_OWNED_BEHIND = 5
_GENITIVE = ("'s", "’s", "'", "’")
# Roles of those who act in their own state as a rule.
_AT_HOME = ("COP", "GOV", "JUD")
# How often a paragraph names the one state that it tells of.
_OFTEN = 2
_LED = ("GOV", "REB", "MIL")
_OFFICIAL = ("GOV", "MIL", "COP", "SPY", "JUD")


@cache
def _fighters() -> frozenset[str]:
    roles = lexicons.load("actor_roles")
    return frozenset((*roles["REB"], *roles["MIL"]))


def placed(
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
        near = nearest(page, actor, draft, places, starts, around) or around.home
        actor = of_state(actor, near, actor.via) if near else actor
    elif actor.kind == "person" and actor.name in memory.persons and actor.role not in OF_NO_STATE:
        return of_state(actor, memory.persons[actor.name], actor.via)
    if actor.country or draft.stateless or actor.members or actor.role in OF_NO_STATE or not _of_a_state(actor):
        return actor
    sender = _sender(page, actor, memory, resolved)
    if sender is not None:
        return of_state(actor, sender, "coreference")
    if actor.role == "MIL" and actor.name in listed("sent_by_bodies"):
        known = memory.by_noun.get(actor.name) if draft.definite else None
        return of_state(actor, known, "context") if known else replace(actor, role="IGO")
    country = _by_paragraph(page, actor, draft, around, resolved) or _by_context(
        page, actor, draft, memory, places, starts, around
    )
    if not country:
        return actor
    via = "setting" if country == around.home and _is_party(actor, around) else "context"
    return of_state(actor, country, actor.via if actor.via == "coreference" else via)


def _sender(page: Page, actor: ActorMention, memory: Memory, resolved: list[ActorMention]) -> str | None:
    """The state that sends, keeps or masses forces of no state told right behind it ("Kenya sent two battalions")."""
    last = resolved[-1] if resolved else None
    if last is None or actor.role != "MIL" or not last.country or last.members:
        return None
    if not listed("of_several").isdisjoint(_before_head(page, actor)):
        return None
    if actor.char_start - last.char_end > _TOLD_BEFORE:
        return None
    between = page.view[last.char_end : actor.char_start].lower()
    words = between.split()
    if words[-1:] == ["of"] and len(words) > 1 and words[-2] in listed("gathering"):
        owned = last.kind == "demonym" or words[0] in _GENITIVE
        return last.country if owned and len(words) <= _OWNED_BEHIND else None  # "Russia's massing of troops"
    if last.kind not in _SENDERS or memory.is_oblique(last):
        return None
    if not words or words[-1] not in listed("sending") or not listed("parting").isdisjoint(between):
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
    if actor.name in listed("unidentified") and not draft.definite:
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
    if actor.role == "MIL" and not listed("loyal").isdisjoint(_before_head(page, actor)):
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
    return nearest(page, actor, draft, places, starts, around) or around.home


def _by_paragraph(
    page: Page, actor: ActorMention, draft: Draft, around: Setting, resolved: list[ActorMention]
) -> str | None:
    """The state of police, rulers or an army, where their paragraph has told of one state only, more than once, and
    that is not the one that the page is about."""
    if not (actor.role in _AT_HOME or (draft.definite and actor.role in _LED)) or around.issuer:
        return None
    if _is_party(actor, around):
        return None  # "the junta", of the war that the page is about
    start = page.blocks[page.sentences[draft.seq].block].char_start
    before = takewhile(lambda known: known.char_start >= start, reversed(resolved))
    told = [known.country for known in before if known.country and known.via in BY_NAME]
    only = set(told)
    if len(only) != 1 or len(told) < _OFTEN or around.home in only or _is_of_many(page, actor, draft):
        return None
    return told[0]


def _is_of_many(page: Page, actor: ActorMention, draft: Draft) -> bool:
    """Whether a group is from abroad, or from several states, so that no one state is theirs."""
    if not listed("from_abroad").isdisjoint(_before_head(page, actor)):
        return True
    if not draft.plural:
        return False
    if _OF_MANY.match(page.view, actor.char_end):
        return True
    return actor.name in listed("of_many") and not draft.definite and draft.owner is None


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
        return actor.name not in listed("unidentified")
    if actor.name in listed("of_the_state"):
        return True
    return around.internal and actor.role == "MIL"


def _stationed(page: Page, actor: ActorMention, places: list[PlaceMention], starts: list[int]) -> str | None:
    """The state in "security forces in Guinea"."""
    link = _IN.match(page.view, actor.char_end)
    at = bisect_left(starts, link.end()) if link else len(places)
    return places[at].country if at < len(places) and places[at].char_start == link.end() else None


def nearest(
    page: Page, actor: ActorMention, draft: Draft, places: list[PlaceMention], starts: list[int], around: Setting
) -> str | None:
    """The state of the place named nearest in the sentence, a town or region before a state.

    A place abroad that people go to is not where they come from: "fighters fled into Chad", and one where others meet
    or strike from, or whose part is taken, tells nothing of them: "freed ahead of talks in Doha", "killed people in
    raids from Chad", "crowds marched in support of Gaza".
    """
    stationed = _stationed(page, actor, places, starts)
    if stationed:
        return stationed
    sentence = page.sentences[draft.seq]
    written = datelines.told(page, sentence)  # where somebody only writes
    inside = [
        place
        for place in places[bisect_left(starts, sentence.char_start) : bisect_left(starts, sentence.char_end)]
        if place.country
        and not place.venue
        and place.char_end > written
        and (
            around.home in (None, place.country)
            or place.char_start < actor.char_start
            or not _TOWARDS.search(page.view, max(sentence.char_start, place.char_start - _LEADING), place.char_start)
        )
        and not _BEYOND.search(page.view, max(sentence.char_start, place.char_start - _NEIGHBOURLY), place.char_start)
        and not _ELSEWHERE.search(page.view, max(sentence.char_start, place.char_start - _TELLING), place.char_start)
        and not (place.precision == "country" and _does_next(page, place, sentence))
    ]
    near = [place for place in inside if place.precision != "country"] or inside
    if draft.definite and around.home and all(place.precision == "country" for place in near):
        return around.home  # "Malaysia urged the generals": a state that does something is not where they are
    return min(near, key=lambda place: abs(place.char_start - actor.char_start)).country if near else None


def _does_next(page: Page, place: PlaceMention, sentence: Sentence) -> bool:
    """Whether a state opens a further clause as who acts in it ("left 40 dead before Malaysia brokered a truce")."""
    floor = max(sentence.char_start + 1, place.char_start - _JOINED_BEFORE)
    return bool(_OPENED.search(page.view, floor, place.char_start))


def _fights(actor: ActorMention) -> bool:
    """Whether a mention is of an armed group or of its fighters."""
    return actor.role == "REB" and (actor.kind == "group" or (actor.kind == "people" and actor.name in _fighters()))


def _of_a_state(actor: ActorMention) -> bool:
    """Whether the page's state may be an unstated one's: a named person's only where his office is named with him."""
    return actor.kind != "person" or (actor.role in _OFFICIAL and actor.via != "coreference")
