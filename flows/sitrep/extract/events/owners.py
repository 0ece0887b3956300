"""Whom an act is done to where its object is a thing: whose it is, whom it holds, who did what it is about."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import COMMA, NP, STOP, SUB, VG, P
from sitrep.inflection import PARTICIPLE
from sitrep.model import BY_NAME

# Modes of CONCEDE whose object may be somebody else's ("unfroze Iranian assets").
_YIELDED = ("ease", "yield", "release")

# Roles of those whom protests are against.
_RULING = ("GOV", "COP")


def within(sentence: Sentence, found: Found) -> tuple[list[int], str]:
    """Who hangs on the thing an act is done to ("lifted its blockade of X", "bought jets from X")."""
    swapped = found.act.frame.name == "swap" and len(found.doers) == 1 and of_state(sentence, found.things)
    if swapped or (found.act.frame.name == "trade" and of_state(sentence, found.things)):
        return found.things, "object"
    act = found.act
    if found.clause is not None and found.clause.passive and act.event_type == "CONCEDE":
        behind = [sentence.of_chain(g)[-1] + 1 for g in found.things]  # "sanctions on Syria were lifted"
        led = [k + 1 for k in behind if act.frame.preps.get(sentence.lower_of(k)) == "actor2"]
        hit = [k for k in led if sentence.kind(k) == NP and sentence.kind(k - 1) == P and sentence.names_other([k])]
        if hit:
            return hit[:1], "of the object"
    if act.event_type in ("CONCEDE", "SANCTION") or act.frame.name == "impose":
        eased = act.mode == "ease"  # "lifted its siege of Hodeidah"
        links = [
            link
            for g in found.things
            for link in sentence.of_chain(g)[1:]
            if sentence.chunks[link].actors or (eased and sentence.chunks[link].places)
        ]
        if links:
            return links[:1], "of the object"
    agreed = act.frame.name in ("accept", "pledge") or (act.frame.name == "agree" and len(found.doers) < 2)
    if act.mode == "allow" and found.doers:
        let = [g for g in found.things if _heads(sentence, g) or of_state(sentence, [g])]
        return sentence.others(let, found.doers)[:1], "object"  # "let a British nurse go"
    owned = (act.event_type == "REJECT" and bool(found.doers)) or act.mode in ("complain", *_YIELDED)
    if (act.event_type == "AGREE" and agreed) or (act.event_type in ("REJECT", "CONCEDE", "ACCUSE") and owned):
        return sentence.others(found.things, found.doers)[:1], "owner of the object"  # "agreed to a Qatari plan"
    return [], ""


def holders(sentence: Sentence, groups: list[int]) -> list[int]:
    """Whom a thing holds, or whose it is ("a tent sheltering X", "a depot used by X", "a march by X", "firms with ties
    to X")."""
    for group in groups:
        behind = sentence.of_chain(group)[-1] + 1
        marching = not kinds()["marches"].isdisjoint(texts(sentence, [group]))
        inside = _led_by(sentence, behind, marching) if sentence.kind(behind) == P else _held(sentence, behind)
        if sentence.names_other(inside):
            return [g for g in inside if sentence.names_other([g])]
    return []


def _held(sentence: Sentence, verb: int) -> list[int]:
    """The groups behind a participle of holding."""
    if sentence.kind(verb) != VG or w.listed("holding_verbs").isdisjoint(sentence.chunks[verb].lemmas):
        return []
    if sentence.chunks[verb].finite and not sentence.chunks[verb].form & PARTICIPLE:
        return []
    clause = sentence.clause(verb)
    return [*clause.objects, *(g for prep, gs in clause.preps if prep in w.listed("before_holders") for g in gs)]


def _led_by(sentence: Sentence, prep: int, marching: bool) -> list[int]:
    """The groups behind "by" after a march, or behind "with ties to"."""
    if sentence.kind(prep + 1) != NP:
        return []
    if sentence.lower(prep) == "by":
        return sentence.coordinated(prep + 1)[0] if marching else []
    bound = sentence.words[sentence.chunks[prep + 1].end - 1].plain in w.listed("bonds")
    if sentence.lower(prep) == "with" and bound and sentence.kind(prep + 2) == P and sentence.kind(prep + 3) == NP:
        return sentence.coordinated(prep + 3)[0]
    return []


def aimed_at(sentence: Sentence, found: Found) -> list[int]:
    """Who else is told of behind a threat or a refusal in its own clause, or in the condition that it is made on,
    where that is one state only ("shot down a plan for a Chadian radar", "will not sit idle if Chad attacks")."""
    own = {a.country for g in found.doers for link in sentence.of_chain(g) for a in sentence.chunks[link].actors}
    told: dict[str, int] = {}
    bound = False
    start = next((i for i, chunk in enumerate(sentence.chunks) if chunk.start >= found.end), len(sentence.chunks))
    for i in range(start, len(sentence.chunks)):
        chunk = sentence.chunks[i]
        if chunk.kind == STOP:
            break  # "rules out talks; Trump warned X"
        if chunk.kind == SUB and sentence.lower(i) in w.listed("terms"):
            bound = not bound  # "refuses to negotiate until X withdraws"
        elif found.act.event_type == "REJECT" and (chunk.kind in (COMMA, SUB) or (chunk.kind == VG and chunk.finite)):
            if not (bound and chunk.kind == VG):
                break
        if chunk.kind == VG and sentence.is_speech(i):
            break
        for actor in chunk.actors:
            if actor.country and actor.country not in own and actor.via in BY_NAME:
                told.setdefault(actor.country, i)
    return list(told.values()) if len(told) == 1 and None not in own else []


def about(sentence: Sentence, found: Found) -> list[int]:
    """Groups that may name whom a demand or a protest is about: "sought X's help", "an end to X's embargo"."""
    things = found.things or found.patients
    preps = found.clause.preps if found.clause is not None else []
    if found.act.event_type == "PROTEST":
        near = [*things, *(g for _, groups in preps for g in groups)]
        deeds = [g for prep, gs in preps if prep in w.listed("protest_prepositions") for g in gs]
        deeds.extend(things)
        emblems = [
            g for g in near if not kinds()["emblems"].isdisjoint(texts(sentence, [g])) and of_state(sentence, [g])
        ]
        return emblems or [g for g in deeds if any(a.role in _RULING and a.country for a in sentence.chunks[g].actors)]
    if any(sentence.words[sentence.chunks[g].end - 1].lower in w.listed("endings") for g in things):
        things = [*things, *(g for prep, groups in preps if prep == "to" for g in groups)]
    return [g for g in things if not _heads(sentence, g)]


def _heads(sentence: Sentence, group: int) -> bool:
    """Is it somebody that a noun group ends with?"""
    return sentence.words[sentence.chunks[group].end - 1].actor is not None


def own(sentence: Sentence, groups: list[int]) -> bool:
    """Is it only the owner's of a possessive pronoun ("backed down on its tax")?"""
    owned = any(sentence.words[sentence.chunks[g].start].classes & w.POSS for g in groups)
    return owned and not named(sentence, groups)


def led(sentence: Sentence, groups: list[int]) -> bool:
    """Is it a noun group that a state, a person or people open, and so who gets the rest ("sold Malta oil")?"""
    if len(groups) != 1:
        return False
    chunk = sentence.chunks[groups[0]]
    words = sentence.words[chunk.start : chunk.end]
    who = words[0].actor
    if who is not None and who.kind in ("people", "person"):
        behind = next((k for k, word in enumerate(words) if word.actor is not who), 0)
        if behind:
            return not words[behind - 1].lower.endswith(("'s", "’s", "s'"))
    named = next((k for k, word in enumerate(words) if word.place is None), 0)
    return named > 0 and not words[named - 1].lower.endswith(("'s", "’s", "s'"))


def named(sentence: Sentence, groups: list[int]) -> bool:
    """Does an actor stand in the groups, other than a possessive pronoun ("its borders")?"""
    return any(
        actor.kind != "pronoun" or actor.char_end >= sentence.end(sentence.chunks[link].end - 1)
        for group in groups
        for link in sentence.of_chain(group)
        for actor in sentence.chunks[link].actors
    )


def of_state(sentence: Sentence, groups: list[int]) -> bool:
    """Does the text name the state of somebody in the groups?"""
    return any(
        a.country and a.via not in ("context", "setting")
        for group in groups
        for link in sentence.of_chain(group)
        for a in sentence.chunks[link].actors
    )


def posted(sentence: Sentence, group: int) -> bool:
    """Does a noun group tell where somebody's own envoy is ("its ambassador to X")?"""
    chunk = sentence.chunks[group]
    return bool(chunk.places and sentence.words[chunk.start].classes & w.POSS)
