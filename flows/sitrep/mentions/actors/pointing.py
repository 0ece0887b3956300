"""Whom words point back to: pronouns, "both sides", "the leaders", and the owner in "its forces"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.actors.antecedents import Memory
from sitrep.mentions.actors.draft import Draft, of_state
from sitrep.mentions.actors.openings import modifiers
from sitrep.mentions.actors.reference import listed
from sitrep.mentions.actors.setting import Setting
from sitrep.mentions.actors.speaking import speaker
from sitrep.model import OF_NO_STATE, ActorMention, Page, Sentence

_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_GOAL = re.compile(lambda: rf"\b{re.any_of(listed('goals'))}\s+\Z", re.IGNORECASE)
_BEHIND = re.compile(r"[ \t\xa0\n]{1,3}([a-z]+)(?:[ \t\xa0\n]{1,3}([^\W\d_]+))?")
_STOPPED = re.compile(r"[ \t\xa0\n]{0,3}(?:[.,;:!?)”\"]|\Z)")
# How far an owner may stand before what is his, in code points.
_BETWEEN = 24
# How far one may stand before what he is held to account for.
_FARTHER = 48
# Most names in a list of those in one office.
_NAMED = 4
_LED = ("GOV", "REB", "MIL")
# Of whom a thing may be asked, how far behind they still are who does it, and signs that part another clause from it.
_ASKED = ("state", "seat", "office", "force", "group", "body")
_TOLD_WITHIN = 120
_WHICH = ", which "
_PARTED = re.compile(r"[;:,.–—]|\band\b|\bthat\b")


def refer(
    page: Page,
    actor: ActorMention,
    draft: Draft,
    memory: Memory,
    seq: int,
    around: Setting,
    resolved: list[ActorMention],
) -> ActorMention:
    """A pronoun or noun that points back, as who it stands for: one with his state and role, or several members."""
    kind = draft.reference
    if kind == "enemy":
        ours = around.issuer or around.home
        other = [around.foe] if around.foe else [state for state in memory.states if state != ours]
        other = other or ([ours] if around.internal else [])
        return replace(actor, role="MIL", country=other[-1] if other and ours else None, kind="force")
    if kind == "speaker":
        ours = speaker(page, actor, seq, around, resolved)
        return of_state(actor, ours, actor.via) if ours else actor
    if kind == "sides" and _last_word(page, actor).removesuffix("s") in listed("pairs"):
        kind = "leaders"
    members = _beside(page, actor, kind, resolved)
    if not members and kind == "thing":
        members = memory.done_to(seq, actor) or memory.charged(seq, actor)
    if not members and kind == "person" and says(page, actor):
        members = memory.speaker(seq)
    if not members and kind == "person":
        members = memory.other(seq, actor)
    if kind == "country" and _GOAL.search(page.view, max(0, actor.char_start - 12), actor.char_start):
        members = memory.elsewhere(seq)  # "Paris shipped arms to the country"
    members = members or memory.recall(kind, seq, actor)
    if kind == "plural" and len(members) == 1:
        members = _within_told(page, actor, members[0], memory, seq) or members
    if not members:
        if kind == "country" and around.home:
            return replace(actor, country=around.home, role="STA", kind="state")
        if kind == "body":
            return replace(actor, role="IGO", kind="body")
        told = page.view[actor.char_start : actor.char_end].lower() not in listed("at_large")
        if kind == "plural" and around.issuer and around.foe:
            return replace(actor, country=around.foe)  # "They began it": no others are spoken of so
        free = len(around.sides) == 1 or memory.free_of(seq, around.sides)
        counted = page.view[actor.char_start : actor.char_end].lower().startswith(tuple(listed("counting")))
        met = kind == "sides" or (kind == "leaders" and (counted or _have_leaders(around.sides, resolved)))
        if met and around.sides and told and free:
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


def _have_leaders(states: tuple[str, ...], resolved: list[ActorMention]) -> bool:
    """Whether somebody who speaks for each of some states has been told of, who may be one of "the leaders"."""
    return {actor.country for actor in resolved if actor.kind in ("person", "office")}.issuperset(states)


def told_behind(page: Page, actor: ActorMention, seq: int, drafts: list[Draft]) -> tuple[ActorMention, ...]:
    """The two whom the sentence names only behind "both sides" ("..., after talks between A and B")."""
    ahead = [d.mention for d in drafts if d.seq == seq and d.mention.char_start >= actor.char_end and d.mention.country]
    for one, other in pairwise(ahead):
        between = page.view[one.char_end : other.char_start]
        if one.country != other.country and between.split() in (["and"], ["and", "the"]):
            before = page.view[max(0, one.char_start - 12) : one.char_start].split()
            if "between" in before[-2:]:
                return one, other
    return ()


def named_behind(page: Page, actor: ActorMention, at: int, drafts: list[Draft]) -> ActorMention:
    """Several in one office whom the list behind them names ("Their ministers, X and Y,"), as its members."""
    named: list[ActorMention] = []
    end = actor.char_end
    for draft in drafts[at + 1 : at + 1 + _NAMED]:
        mention = draft.mention
        between = page.view[end : mention.char_start]
        joined = between.split() in ([","], ["and"], [",", "and"])
        if (
            actor.role == "IGO"
            or mention.kind != "person"
            or not mention.country
            or not joined
            or (not named and between.strip() != ",")
        ):
            break
        named.append(mention)
        end = mention.char_end
        if "and" in between.split() and len({m.country for m in named}) == len(named):
            return replace(actor, country=None, via="coreference", members=tuple(named))
    return actor


def owned(
    page: Page,
    actor: ActorMention,
    owner: str,
    memory: Memory,
    seq: int,
    around: Setting,
    resolved: list[ActorMention],
) -> ActorMention:
    """Those of an owner told by a pronoun ("our forces", "its allies"), with the state that the owner is of."""
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
    if which.country is None and which.role in OF_NO_STATE:
        return replace(actor, country=None, role=which.role, via="coreference")  # "the UN said its patrol was shot at"
    role = "REB" if which.role == "REB" and actor.role in ("MIL", "GOV") else actor.role
    if actor.name in listed("men") and which.role in ("REB", "MIL", "COP"):
        role = which.role  # "the commander said that his men had left"
    return replace(actor, country=which.country, role=role, via="coreference")


def ours(page: Page, actor: ActorMention, around: Setting, resolved: list[ActorMention]) -> ActorMention:
    """An army of the speaker's, whatever state has one by that name ("our National Defence Forces")."""
    owner = resolved[-1] if resolved and actor.kind == "group" and actor.role == "MIL" else None
    if owner is None or owner.kind != "pronoun" or page.view[owner.char_end : actor.char_start] != " ":
        return actor
    if page.view[owner.char_start : owner.char_end].lower() not in listed("our"):
        return actor
    state = owner.country or around.home
    return of_state(actor, state, actor.via) if state else actor


def _within_told(
    page: Page, actor: ActorMention, teller: ActorMention, memory: Memory, seq: int
) -> tuple[ActorMention, ...]:
    """Of whom those tell for whom "they" would stand else, where it opens a clause in what they say ("officials said
    rebels stormed the post before they were driven out")."""
    before = page.view[max(0, actor.char_start - _BETWEEN) : actor.char_start].lower().split()
    told = memory.beside.get("plural")
    if told is None or told.seq != seq or not told.subject or not before or before[-1] not in listed("subordinators"):
        return ()
    return told.members if says(page, teller) and teller.char_end < told.members[0].char_start else ()


def says(page: Page, actor: ActorMention) -> bool:
    """Whether an actor is the subject of a verb of saying right behind it."""
    word = _NEXT_WORD.match(page.view, actor.char_end)
    return bool(word) and word[1].lower() in _saying()


@cache
def _saying() -> frozenset[str]:
    return frozenset(lexicons.load("reporting")["verbs"])


def stands_alone(view: str, start: int, end: int, sentence: Sentence) -> bool:
    """Whether "the two" or "both" counts no noun behind it and so stands for two told of before."""
    before = view[max(sentence.char_start, start - _BETWEEN) : start].lower().split()
    both = view.find(" ", start, end) < 0
    if both and before and before[-1] not in listed("before_both"):
        return False
    if _STOPPED.match(view, end, sentence.char_end):
        return True
    behind = _BEHIND.match(view, end, sentence.char_end)
    if behind is None:
        return False
    if both and behind[1] in listed("behind_both"):
        return behind[2] is not None and behind[2].islower() and behind[2] not in modifiers("determiners")
    return behind[1] in listed("behind_counting")


def opens_main(page: Page, actor: ActorMention, seq: int) -> bool:
    """Whether an actor stands behind the comma that ends the clause a sentence opens with ("When X struck, Y fled")."""
    if page.view[actor.char_start - 2 : actor.char_start] != ", ":
        return False
    opening = page.view[page.sentences[seq].char_start : actor.char_start].split(maxsplit=1)
    return bool(opening) and opening[0].strip('“"').lower() in listed("subordinators")


def _last_word(page: Page, actor: ActorMention) -> str:
    return page.view[actor.char_start : actor.char_end].lower().split()[-1]


def is_pair(actor: ActorMention, draft: Draft) -> bool:
    """Whether a definite group without a state can only be those who met before ("The leaders")."""
    definite = draft.definite and draft.plural and draft.owner is None
    return definite and actor.role != "IGO" and actor.name in listed("pairs")  # "the G7 leaders" are told of by name


def _beside(page: Page, actor: ActorMention, kind: str, resolved: list[ActorMention]) -> tuple[ActorMention, ...]:
    """The one right before a pronoun that can only be his: "Iran and its proxies", "the army claims that it won"."""
    last = resolved[-1] if resolved else None
    if kind == "thing" and _does(page, actor) and (asked := _asked(page, actor, resolved)) is not None:
        return (asked,)
    if kind == "thing" and (told := _of_relative(page, actor, resolved)) is not None:
        return (told,)
    if last is not None and kind == "thing" and last.role in OF_NO_STATE and says(page, last):
        between = page.view[last.char_end : actor.char_start].lower().split()
        return (last,) if between[1:] == ["and"] else ()  # "..., the UN said, and it accused X"
    if last is None or kind not in ("thing", "person") or not last.country:
        return ()
    if last.kind == "pronoun":
        told = page.view[actor.char_start : actor.char_end].lower().split()
        told += page.view[actor.char_end : actor.char_end + _BETWEEN].lower().split()[:1]
        own = not listed("of_oneself").isdisjoint(told)
        near = last.char_start >= page.sentence_at(actor.char_start).char_start
        return (last,) if own and near and not last.members else ()  # "the abuses it commits against its own people"
    if (last.kind == "person") != (kind == "person") or actor.char_start - last.char_end > _FARTHER:
        return ()
    answers = _answers(page, last)
    if actor.char_start - last.char_end > _BETWEEN and not answers:
        return ()
    first = page.view[actor.char_start : actor.char_end].split(maxsplit=1)[0].lower()
    between = page.view[last.char_end : actor.char_start].lower().split()
    if answers:
        return (last,)  # "held X accountable for the raids it made"
    if len(between) == 2 and between[1] == "that" and between[0] not in listed("oblique"):
        return (last,)
    if between == ["as"]:
        before = page.view[max(0, last.char_start - _BETWEEN) : last.char_start].lower().split()
        led = before[:-1] if before[-1:] == ["to"] else before  # "gives support to Chad as it"
        return (last,) if led and led[-1] in listed("helping") else ()
    if first in listed("possessives"):
        return (last,) if " ".join(between) in listed("beside") or _opens_what_is_said(between) else ()
    return ()


def _of_relative(page: Page, actor: ActorMention, resolved: list[ActorMention]) -> ActorMention | None:
    """Of whom a relative clause tells in which a pronoun does something ("Chad, which broke a pact that it signed")."""
    floor = page.sentence_at(actor.char_start).char_start
    opened = page.view.rfind(_WHICH, floor, actor.char_start)
    inside = opened + len(_WHICH)
    if opened < 0 or actor.char_start == inside or not _does(page, actor):
        return None  # "Chad, which it accuses"
    if _PARTED.search(page.view, inside, actor.char_start - len("that ")):
        return None
    if page.view[actor.char_start : actor.char_end].lower() in listed("possessives"):
        return None  # "Chad, which shelled its towns"
    near = [known for known in resolved if known.char_end >= opened and known.char_start <= inside]
    told = near[0] if len(near) == 1 and near[0].char_end == opened else None
    if told is not None and not listed("oblique").isdisjoint(page.view[floor : told.char_start].lower().split()[-1:]):
        return None  # "its blockade of Chad, which it had imposed"
    return told if told is not None and told.country and told.kind in _ASKED else None


def _answers(page: Page, actor: ActorMention) -> bool:
    """Whether somebody is told of as held to account for what follows."""
    behind = page.view[actor.char_end : actor.char_end + _BETWEEN].lower().split()
    return " ".join(behind[:2]) in listed("answerable")


def _does(page: Page, actor: ActorMention) -> bool:
    """Whether a pronoun is an owner, or stands before what it does and behind no verb that helps it."""
    word = page.view[actor.char_start : actor.char_end].lower()
    if word.split(maxsplit=1)[0] in listed("possessives"):
        return True
    following = _NEXT_WORD.match(page.view, actor.char_end)
    before = page.view[max(0, actor.char_start - _BETWEEN) : actor.char_start].lower().split()
    free = listed("oblique") | listed("goes_on") | listed("helping")
    return bool(following) and following[1].lower() not in free and not (before and before[-1] in listed("helping"))


def _asked(page: Page, actor: ActorMention, resolved: list[ActorMention]) -> ActorMention | None:
    """Who is asked to do the act in which a pronoun stands ("called on Serbia to withdraw the men it has massed")."""
    floor = page.sentence_at(actor.char_start).char_start
    for known in reversed(resolved):
        if known.char_start < floor or actor.char_start - known.char_end > _TOLD_WITHIN:
            return None
        if not (known.country or known.role == "IGO") or known.kind not in _ASKED or known.members:
            continue
        if not page.view.startswith(" to ", known.char_end) or _PARTED.search(
            page.view, known.char_end, actor.char_start
        ):
            return None
        before = page.view[max(floor, known.char_start - _BETWEEN) : known.char_start].lower().split()
        while before and before[-1] in listed("articles"):
            before.pop()
        return known if before and before[-1] in listed("asking") else None
    return None


def _opens_what_is_said(between: list[str]) -> bool:
    """Whether words behind a speaker open what he says: "the ministry has claimed that its forces ..."."""
    said = between[:-1] if between[-1:] == ["that"] else between
    return bool(said) and said[-1] in _saying() and listed("auxiliaries").issuperset(said[:-1])


def _is_met(page: Page, actor: ActorMention, owner: ActorMention, resolved: list[ActorMention]) -> bool:
    """Whether somebody is met by the one who would own him, which he is not: "the delegation met its leaders"."""
    last = resolved[-1] if resolved else None
    if last is None or last.country != owner.country:
        return False
    between = page.view[last.char_end : actor.char_start].lower().split()
    return len(between) in (1, 2) and between[0] in listed("meeting") and between[1:] in ([], ["with"])
